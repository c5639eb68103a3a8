//! Members of a family, and who owns it.

use axum::Json;
use axum::http::StatusCode;
use serde::Deserialize;
use trajectory::access::{Family, FamilyMember, Manage, Me, MemberDetails, View, leave_family};
use trajectory::answer::Tagged;
use trajectory::error::{ErrorBody, Result};
use trajectory::id::{FamilyId, UserId};
use trajectory::record::Page;
use trajectory::request::{Body, Ids, IfMatch};
use utoipa::ToSchema;

/// Who becomes an owner.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "user_id": "usr_01890a5d-ac96-774b-bcce-b302099a8057", "step_down": true }))]
pub(crate) struct HandOver {
    /// A member of the family.
    user_id: UserId,
    /// Whether I become a parent at the same time.
    #[serde(default)]
    step_down: bool,
}

/// List the members of a family.
///
/// Owners see the members' email addresses.
#[utoipa::path(
    get, path = "/api/families/{family_id}/members", tag = "families", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path)),
    responses(
        (status = 200, description = "Its members, those first who were there first", body = Page<FamilyMember>),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My membership is paused", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
pub(crate) async fn list_members(family: Family<View>) -> Result<Json<Page<FamilyMember>>> {
    let items = family.run(|store| async move { store.members().await }).await?;
    Ok(Json(Page { items, next: None }))
}

/// Change what a member may do: their role, the children they are limited to, whether they are paused.
#[utoipa::path(
    put, path = "/api/families/{family_id}/members/{user_id}", tag = "families", security(("access_token" = [])),
    request_body = MemberDetails,
    params(
        ("family_id" = FamilyId, Path), ("user_id" = UserId, Path),
        ("If-Match" = Option<String>, Header, description = "The `rev` that was read, as an ETag"),
    ),
    responses(
        (status = 200, description = "The member as they are now", body = FamilyMember),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "Only owners decide about members", body = ErrorBody),
        (status = 404, description = "No family of mine, or no member of it", body = ErrorBody),
        (status = 409, description = "The family would be left without an owner", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is the member as they are now", body = ErrorBody),
    )
)]
pub(crate) async fn replace_member(
    family: Family<Manage>,
    Ids(ids): Ids<(FamilyId, UserId)>,
    IfMatch(seen): IfMatch,
    Body(details): Body<MemberDetails>,
) -> Result<Tagged<FamilyMember>> {
    details.check()?;
    let (user, details) = (ids.1, &details);
    family.run(|store| async move { store.replace_member(user, seen, details).await.map(Tagged) }).await
}

/// Remove a member from a family, or leave it myself.
///
/// Owners remove others; anybody leaves, also while paused. The last owner hands over or deletes the family instead.
#[utoipa::path(
    delete, path = "/api/families/{family_id}/members/{user_id}", tag = "families", security(("access_token" = [])),
    params(
        ("family_id" = FamilyId, Path), ("user_id" = UserId, Path),
        ("If-Match" = Option<String>, Header, description = "The `rev` that was read, as an ETag"),
    ),
    responses(
        (status = 204, description = "No member any more"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "Only owners remove others", body = ErrorBody),
        (status = 404, description = "No family of mine, or no member of it", body = ErrorBody),
        (status = 409, description = "The family would be left without an owner", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is the member as they are now", body = ErrorBody),
    )
)]
pub(crate) async fn delete_member(
    me: Me,
    family: Family<Manage>,
    Ids(ids): Ids<(FamilyId, UserId)>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode> {
    let (id, user) = ids;
    if user == me.caller.user {
        leave_family(&me, id, seen).await?;
    } else {
        family.run(|store| async move { store.remove_member(user, seen).await }).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Make a member an owner, and step down myself if I like, at once.
#[utoipa::path(
    post, path = "/api/families/{family_id}/owner", tag = "families", security(("access_token" = [])), request_body = HandOver,
    params(("family_id" = FamilyId, Path)),
    responses(
        (status = 200, description = "The new owner", body = FamilyMember),
        (status = 400, description = "The other is no active member of the family", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "Only owners hand over", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
        (status = 409, description = "The other is an owner no longer, and I would be the last one to step down", body = ErrorBody),
    )
)]
pub(crate) async fn hand_over_family(family: Family<Manage>, Body(to): Body<HandOver>) -> Result<Tagged<FamilyMember>> {
    family.run(|store| async move { store.hand_over(to.user_id, to.step_down).await.map(Tagged) }).await
}
