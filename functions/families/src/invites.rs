//! Invitations into a family. Their token travels in bodies, never in an address.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use trajectory::access::{
    Family, FamilyView, Invite, InviteDetails, InvitePreview, InviteToken, Manage, Me, NewInvite, accept_invite as accept,
    preview_invite as preview,
};
use trajectory::answer::{Created, Tagged};
use trajectory::error::{ErrorBody, Result};
use trajectory::id::{FamilyId, InviteId};
use trajectory::limit::Limit;
use trajectory::network::Network;
use trajectory::record::Page;
use trajectory::request::{Body, Ids, Params};
use trajectory::state::AppState;
use utoipa::{IntoParams, ToSchema};

/// Looks at invitations from one network.
const LOOKS: Limit = Limit { name: "invite-preview", attempts: 100, minutes: 15 };

/// What a create takes besides its body.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct NewInviteParams {
    /// An id made by the client, so that a retry is the same create.
    #[param(value_type = Option<String>)]
    id: Option<InviteId>,
}

/// The secret of an invitation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "token": "fam_01890a5d-ac96-774b-bcce-b302099a8057.inv_01890a5d-ac96-774b-bcce-b302099a8057.c2l4dGVlbiBieXRlcyB0d2ljZSBtYWtlIGEgc2VjcmU"
}))]
pub(crate) struct PresentedInvite {
    /// The end of the link, after the `#`.
    token: InviteToken,
}

/// List the open invitations of a family.
#[utoipa::path(
    get, path = "/api/families/{family_id}/invites", tag = "families", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path)),
    responses(
        (status = 200, description = "Those neither used nor withdrawn nor run out, oldest first", body = Page<Invite>),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "Only owners invite", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
pub(crate) async fn list_invites(family: Family<Manage>) -> Result<Json<Page<Invite>>> {
    let items = family.run(|store| async move { store.invites().await }).await?;
    Ok(Json(Page { items, next: None }))
}

/// Invite somebody into a family.
///
/// The answer shows the token of the link `/invite#{token}` once; with an email, the link is also sent there.
/// It holds for seven days, for one person, and as long as I am an owner.
#[utoipa::path(
    post, path = "/api/families/{family_id}/invites", tag = "families", security(("access_token" = [])), request_body = InviteDetails,
    params(("family_id" = FamilyId, Path), NewInviteParams),
    responses(
        (status = 201, description = "Invited", body = NewInvite),
        (status = 200, description = "The same create had been made before; the token is not shown again", body = NewInvite),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "Only owners invite", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
        (status = 409, description = "The id is in use", body = ErrorBody),
        (status = 429, description = "Too many invitations in a day", body = ErrorBody),
    )
)]
pub(crate) async fn create_invite(
    family: Family<Manage>,
    Ids(id): Ids<FamilyId>,
    Params(new): Params<NewInviteParams>,
    Body(details): Body<InviteDetails>,
) -> Result<Created<NewInvite>> {
    details.check()?;
    let details = &details;
    let (invite, made) = family.run(|store| async move { store.create_invite(new.id, details).await }).await?;
    Ok(if made { Created::New(format!("/api/families/{id}/invites/{}", invite.invite.id), invite) } else { Created::Known(invite) })
}

/// Withdraw an invitation.
#[utoipa::path(
    delete, path = "/api/families/{family_id}/invites/{invite_id}", tag = "families", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), ("invite_id" = InviteId, Path)),
    responses(
        (status = 204, description = "Withdrawn"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "Only owners withdraw invitations", body = ErrorBody),
        (status = 404, description = "No family of mine, or no open invitation of it", body = ErrorBody),
    )
)]
pub(crate) async fn delete_invite(family: Family<Manage>, Ids(ids): Ids<(FamilyId, InviteId)>) -> Result<StatusCode> {
    family.run(|store| async move { store.revoke_invite(ids.1).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Look at an invitation before accepting it, signed in or not.
#[utoipa::path(
    post, path = "/api/invites/preview", tag = "families", request_body = PresentedInvite,
    responses(
        (status = 200, description = "Who invites, into which family, as what, until when", body = InvitePreview),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 404, description = "Unknown, used, withdrawn or run out: `invite_gone`", body = ErrorBody),
        (status = 429, description = "Too many looks from this network", body = ErrorBody),
    )
)]
pub(crate) async fn preview_invite(
    State(state): State<AppState>,
    network: Network,
    Body(presented): Body<PresentedInvite>,
) -> Result<Json<InvitePreview>> {
    let from = network.to_string();
    let (room, seen) = tokio::join!(LOOKS.take(&state, [&from]), preview(&state, &presented.token));
    room?;
    seen.map(Json)
}

/// Accept an invitation: from now on I belong to the family.
///
/// An invitation is good for one person. Sending the same again answers the same.
#[utoipa::path(
    post, path = "/api/invites/accept", tag = "families", security(("access_token" = [])), request_body = PresentedInvite,
    responses(
        (status = 200, description = "The family that I belong to now", body = FamilyView),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "Unknown, used, withdrawn or run out: `invite_gone`", body = ErrorBody),
        (status = 409, description = "I belong to the family already, it has 30 members, or I am in 20 families", body = ErrorBody),
        (status = 429, description = "Too many tries", body = ErrorBody),
    )
)]
pub(crate) async fn accept_invite(me: Me, Body(presented): Body<PresentedInvite>) -> Result<Tagged<FamilyView>> {
    accept(&me, &presented.token).await.map(Tagged)
}
