//! The picture of a child.

use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use trajectory::access::{Edit, Family, View};
use trajectory::answer::Tagged;
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::files::{Download, Files, ObjectKey, Shape, Upload, inspect};
use trajectory::id::{AttachmentId, ChildId, Id as _};
use trajectory::record::Child;
use trajectory::record::avatar::NewAvatar;
use trajectory::request::{Body, Ids};
use trajectory::service::Counted;
use trajectory::state::AppState;
use utoipa::ToSchema;

use crate::upload::refused;

/// An announced picture, and how to upload it.
#[derive(Serialize, ToSchema)]
pub(crate) struct AnnouncedAvatar {
    /// Its id; complete the upload with it.
    id: AttachmentId,
    /// How to upload it.
    upload: Upload,
}

/// Which upload is complete.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "id": "att_01890a5d-ac96-774b-bcce-b302099a8057" }))]
pub(crate) struct ArrivedAvatar {
    /// The id that was answered when it was announced.
    id: AttachmentId,
}

/// Announce a picture of a child, and get an address to upload it to.
#[utoipa::path(
    post, path = "/api/children/{child_id}/avatar", tag = "attachments", security(("access_token" = [])),
    request_body = NewAvatar, params(("child_id" = ChildId, Path)),
    responses(
        (status = 201, description = "Announced; what is not completed within an hour is gone", body = AnnouncedAvatar),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
    )
)]
pub(crate) async fn create_avatar(
    State(state): State<AppState>,
    files: Files,
    family: Family<Edit>,
    Ids(child): Ids<ChildId>,
    Body(announced): Body<NewAvatar>,
) -> Result<(StatusCode, Json<AnnouncedAvatar>)> {
    let (id, facts) = (AttachmentId::new(&state), &announced.facts()?);
    let family = family.run(|store| async move { store.announce_avatar(child, id, facts).await }).await?;
    let upload = files.upload(&ObjectKey::of(family, id), facts, state.now()).await?;
    Ok((StatusCode::CREATED, Json(AnnouncedAvatar { id, upload })))
}

/// Complete the upload of a picture: it is looked into, and takes the place of the former one.
///
/// Waits for the table twice: what was declared must be known before the file is looked at.
#[utoipa::path(
    post, path = "/api/children/{child_id}/avatar/complete", tag = "attachments", security(("access_token" = [])),
    request_body = ArrivedAvatar, params(("child_id" = ChildId, Path)),
    responses(
        (status = 200, description = "The child with its picture; completed once more, it is the same", body = Child),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "Not announced for this child, or more than an hour ago", body = ErrorBody),
        (status = 409, description = "`not_uploaded`: the picture has not arrived", body = ErrorBody),
        (status = 422, description = "It cannot be kept: `not_what_was_declared`, `gps_in_image`, `not_an_avatar`", body = ErrorBody),
    )
)]
pub(crate) async fn complete_avatar(
    files: Files,
    family: Family<Edit>,
    Ids(child): Ids<ChildId>,
    Body(ArrivedAvatar { id }): Body<ArrivedAvatar>,
) -> Result<(Extension<Counted>, Tagged<Child>)> {
    let files = &files;
    let completed = family.run(|store| async move {
        let awaited = store.awaited_avatar(child, id).await?;
        if awaited.shown {
            return Ok(awaited.into_child());
        }
        let key = ObjectKey::of(awaited.family, id);
        let stored = files.open(&key).await?.ok_or(ApiError::NotUploaded)?;
        if let Err(error) = inspect(stored, &awaited.facts, Shape::Avatar).await {
            return Err(refused(files, &key, error).await);
        }
        store.avatar_arrived(awaited).await
    });
    completed.await.map(|done| (Extension(Counted::Upload), Tagged(done)))
}

/// Get an address from which the picture of a child can be fetched for five minutes.
#[utoipa::path(
    get, path = "/api/children/{child_id}/avatar", tag = "attachments", security(("access_token" = [])),
    params(("child_id" = ChildId, Path)),
    responses(
        (status = 200, description = "The address", body = Download),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No child of mine, or it has no picture", body = ErrorBody),
    )
)]
pub(crate) async fn read_avatar(
    State(state): State<AppState>,
    files: Files,
    family: Family<View>,
    Ids(child): Ids<ChildId>,
) -> Result<Json<Download>> {
    let child = family.run(|store| async move { store.child(child).await }).await?;
    let avatar = child.beside.avatar.ok_or(ApiError::NotFound)?;
    files.download(&ObjectKey::of(child.family_id, avatar.id), avatar.content_type, state.now()).await.map(Json)
}

/// Take the picture of a child away.
#[utoipa::path(
    delete, path = "/api/children/{child_id}/avatar", tag = "attachments", security(("access_token" = [])),
    params(("child_id" = ChildId, Path)),
    responses(
        (status = 204, description = "It has none any more"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
    )
)]
pub(crate) async fn delete_avatar(family: Family<Edit>, Ids(child): Ids<ChildId>) -> Result<StatusCode> {
    family.run(|store| async move { store.remove_avatar(child).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}
