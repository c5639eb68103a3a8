//! Uploading an attachment: announced, sent to the bucket, completed.

use axum::Extension;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use trajectory::access::{Edit, Family, Saved};
use trajectory::answer::{Created, Revised, Tagged};
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::files::{Files, ObjectKey, Shape, Upload, inspect};
use trajectory::id::{AttachmentId, ChildId, Id as _};
use trajectory::record::attachment::{FileState, NewAttachment};
use trajectory::record::{Attachment, Details as _, Rev};
use trajectory::request::{Body, Ids, Params};
use trajectory::service::Counted;
use trajectory::state::AppState;
use utoipa::{IntoParams, ToSchema};

/// What a create takes besides its body.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct NewId {
    /// An id made by the client, so that a retry is the same create.
    #[param(value_type = Option<String>)]
    id: Option<AttachmentId>,
}

/// An announced attachment, and how to upload its file.
#[derive(Serialize, ToSchema)]
pub(crate) struct Announced {
    #[serde(flatten)]
    attachment: Attachment,
    /// How to upload the file; absent where it has arrived already.
    #[schema(required = true)]
    upload: Option<Upload>,
}

impl Revised for Announced {
    fn rev(&self) -> Rev {
        self.attachment.rev
    }
}

/// Announce a file of a child, and get an address to upload it to.
///
/// Nobody sees it before the upload is completed. What is not completed within an hour is gone.
/// The same create again answers a fresh address.
#[utoipa::path(
    post, path = "/api/children/{child_id}/attachments", tag = "attachments", security(("access_token" = [])),
    request_body = NewAttachment, params(("child_id" = ChildId, Path), NewId),
    responses(
        (status = 201, description = "Announced", body = Announced),
        (status = 200, description = "The same create had been made before", body = Announced),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
        (status = 409, description = "The id is in use", body = ErrorBody),
    )
)]
pub(crate) async fn create_attachment(
    State(state): State<AppState>,
    files: Files,
    family: Family<Edit>,
    Ids(child): Ids<ChildId>,
    Params(new): Params<NewId>,
    Body(announced): Body<NewAttachment>,
) -> Result<Created<Announced>> {
    let (details, facts) = announced.split();
    details.check(&state)?;
    let id = new.id.unwrap_or_else(|| AttachmentId::new(&state));
    let (details, facts) = (&details, &facts);
    let saved = family.run(|store| async move { store.announce(child, id, details, facts).await }).await?;
    let (attachment, known) = match saved {
        Saved::New(attachment) => (attachment, false),
        Saved::Known(attachment) => (attachment, true),
    };
    let upload = match attachment.beside.state {
        FileState::Pending => Some(files.upload(&ObjectKey::of(attachment.family_id, id), facts, state.now()).await?),
        FileState::Ready => None,
    };
    let answer = Announced { attachment, upload };
    Ok(if known { Created::Known(answer) } else { Created::New(format!("/api/children/{child}/attachments/{id}"), answer) })
}

/// Complete an upload: the file is looked into, and from then on everybody sees it.
///
/// A file that cannot be kept is deleted, with its announcement to follow; announce a better one under another id.
/// Waits for the table twice: what was declared must be known before the file is looked at.
#[utoipa::path(
    post, path = "/api/children/{child_id}/attachments/{attachment_id}/complete", tag = "attachments", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), ("attachment_id" = AttachmentId, Path)),
    responses(
        (status = 200, description = "The attachment, ready; completed once more, it is the same", body = Attachment),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "Not announced for this child, or more than an hour ago", body = ErrorBody),
        (status = 409, description = "`not_uploaded`: the file has not arrived", body = ErrorBody),
        (status = 422, description = "The file cannot be kept: `not_what_was_declared`, `gps_in_image`, `image_too_large`", body = ErrorBody),
    )
)]
pub(crate) async fn complete_attachment(
    files: Files,
    family: Family<Edit>,
    Ids((child, id)): Ids<(ChildId, AttachmentId)>,
) -> Result<(Extension<Counted>, Tagged<Attachment>)> {
    let files = &files;
    let completed = family.run(|store| async move {
        let announced = store.awaited(child, id).await?;
        if announced.beside.state == FileState::Ready {
            return Ok(announced);
        }
        let key = ObjectKey::of(announced.family_id, id);
        let stored = files.open(&key).await?.ok_or(ApiError::NotUploaded)?;
        if let Err(error) = inspect(stored, &announced.beside.facts, Shape::Any).await {
            return Err(refused(files, &key, error).await);
        }
        store.arrived(child, announced).await
    });
    completed.await.map(|done| (Extension(Counted::Upload), Tagged(done)))
}

/// Deletes a file that cannot be kept at once. Its announcement stays out of sight until its time is over:
/// then the sweeper looks once more, since the address may have been used again.
pub(crate) async fn refused(files: &Files, key: &ObjectKey, error: ApiError) -> ApiError {
    match error {
        ApiError::FileRefused(fault) => files.delete(key).await.err().unwrap_or(ApiError::FileRefused(fault)),
        other => other,
    }
}
