//! Route group: families, their members, and invitations into them.

mod invites;
mod members;

use axum::Json;
use axum::http::StatusCode;
use serde::Deserialize;
use trajectory::access::{Closing, Families, Family, FamilyDetails, FamilyView, Manage, Me, View, closing, found_family, leave_all};
use trajectory::answer::{Created, Tagged};
use trajectory::error::{ErrorBody, Result};
use trajectory::id::FamilyId;
use trajectory::record::Page;
use trajectory::request::{Body, IfMatch, Params};
use trajectory::service::Routes;
use utoipa::IntoParams;
use utoipa_axum::routes;

/// The routes of the group.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list_families, create_family))
        .routes(routes!(read_family, replace_family, delete_family))
        .routes(routes!(members::list_members))
        .routes(routes!(members::replace_member, members::delete_member))
        .routes(routes!(members::hand_over_family))
        .routes(routes!(invites::list_invites, invites::create_invite))
        .routes(routes!(invites::delete_invite))
        .routes(routes!(invites::preview_invite))
        .routes(routes!(invites::accept_invite))
        .routes(routes!(read_closing))
        .routes(routes!(leave_families))
}

/// What a create takes besides its body.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct NewFamily {
    /// An id made by the client, so that a retry is the same create.
    #[param(value_type = Option<String>)]
    id: Option<FamilyId>,
}

/// List my families.
#[utoipa::path(
    get, path = "/api/families", tag = "families", security(("access_token" = [])),
    responses(
        (status = 200, description = "The families that I belong to", body = Page<FamilyView>),
        (status = 401, description = "Not signed in", body = ErrorBody),
    )
)]
async fn list_families(families: Families<View>) -> Result<Json<Page<FamilyView>>> {
    let items = families.run(|store| async move { store.family().await }).await?;
    Ok(Json(Page { items, next: None }))
}

/// Make a family, of which I am the owner.
#[utoipa::path(
    post, path = "/api/families", tag = "families", security(("access_token" = [])), request_body = FamilyDetails, params(NewFamily),
    responses(
        (status = 201, description = "Made", body = FamilyView),
        (status = 200, description = "The same create had been made before", body = FamilyView),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 409, description = "The id is in use, or I am in 20 families", body = ErrorBody),
    )
)]
async fn create_family(me: Me, Params(new): Params<NewFamily>, Body(details): Body<FamilyDetails>) -> Result<Created<FamilyView>> {
    let (family, made) = found_family(&me, new.id, &details).await?;
    Ok(if made { Created::New(format!("/api/families/{}", family.id), family) } else { Created::Known(family) })
}

/// Read a family.
#[utoipa::path(
    get, path = "/api/families/{family_id}", tag = "families", security(("access_token" = [])), params(("family_id" = FamilyId, Path)),
    responses(
        (status = 200, description = "The family", body = FamilyView),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
async fn read_family(family: Family<View>) -> Result<Tagged<FamilyView>> {
    family.run(|store| async move { store.family().await.map(Tagged) }).await
}

/// Rename a family.
#[utoipa::path(
    put, path = "/api/families/{family_id}", tag = "families", security(("access_token" = [])), request_body = FamilyDetails,
    params(("family_id" = FamilyId, Path), ("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "The family as it is now", body = FamilyView),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "Only owners rename", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
        (status = 412, description = "Changed meanwhile", body = ErrorBody),
    )
)]
async fn replace_family(family: Family<Manage>, IfMatch(seen): IfMatch, Body(details): Body<FamilyDetails>) -> Result<Tagged<FamilyView>> {
    let details = &details;
    family.run(|store| async move { store.rename(seen, details).await.map(Tagged) }).await
}

/// Delete a family with its whole record.
///
/// From the same moment nobody can read it. It cannot be undone.
#[utoipa::path(
    delete, path = "/api/families/{family_id}", tag = "families", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), ("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 204, description = "Deleted"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "Only owners delete", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
        (status = 412, description = "Changed meanwhile", body = ErrorBody),
    )
)]
async fn delete_family(family: Family<Manage>, IfMatch(seen): IfMatch) -> Result<StatusCode> {
    family.run(|store| async move { store.delete_family(seen).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What stands between me and closing my account.
#[utoipa::path(
    get, path = "/api/account/closing", tag = "families", security(("access_token" = [])),
    responses(
        (status = 200, description = "The families that I must hand over or delete first, and those that I would leave", body = Closing),
        (status = 401, description = "Not signed in", body = ErrorBody),
    )
)]
async fn read_closing(me: Me) -> Result<Json<Closing>> {
    closing(&me).await.map(Json)
}

/// Leave all my families, as before closing my account.
///
/// I leave all of them or none; where I am the only owner of one, none.
#[utoipa::path(
    delete, path = "/api/account/families", tag = "families", security(("access_token" = [])),
    responses(
        (status = 204, description = "I belong to no family now"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 409, description = "I am the only owner of a family", body = ErrorBody),
    )
)]
async fn leave_families(me: Me) -> Result<StatusCode> {
    leave_all(&me).await?;
    Ok(StatusCode::NO_CONTENT)
}
