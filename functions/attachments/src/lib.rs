//! Route group: attachments, and the pictures of children.
//!
//! Files never pass through here. The caller sends them to the bucket under a presigned address that takes nothing but the file
//! that was announced, and completes the upload; then the file is looked into, once.

mod avatar;
mod filter;
mod upload;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use trajectory::access::{Edit, Family, ListParams, View};
use trajectory::answer::Tagged;
use trajectory::error::{ErrorBody, Result};
use trajectory::files::{Download, Files, ObjectKey};
use trajectory::id::{AttachmentId, ChildId, FamilyId};
use trajectory::record::{Attachment, AttachmentDetails, Details as _, Page};
use trajectory::request::{Body, Ids, IfMatch, Params};
use trajectory::service::Routes;
use trajectory::state::AppState;
use utoipa_axum::routes;

use filter::{OfRecord, RecordParam};

/// The routes of the group.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list_family_attachments))
        .routes(routes!(list_attachments, upload::create_attachment))
        .routes(routes!(read_attachment, replace_attachment, delete_attachment))
        .routes(routes!(upload::complete_attachment))
        .routes(routes!(read_attachment_file))
        .routes(routes!(avatar::read_avatar, avatar::create_avatar, avatar::delete_avatar))
        .routes(routes!(avatar::complete_avatar))
}

/// List attachments of a family.
#[utoipa::path(
    get, path = "/api/families/{family_id}/attachments", tag = "attachments", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), ListParams),
    responses(
        (status = 200, description = "A page; it may be shorter than `limit` while `next` is set", body = Page<Attachment>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
async fn list_family_attachments(family: Family<View>, Params(params): Params<ListParams>) -> Result<Json<Page<Attachment>>> {
    let params = &params;
    family.run(|store| async move { store.list::<AttachmentDetails>(params).await.map(Json) }).await
}

/// List attachments of a child, or of one of its records.
///
/// They are ordered by the day (in UTC) on which they were announced; those of one record by their ids.
#[utoipa::path(
    get, path = "/api/children/{child_id}/attachments", tag = "attachments", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), ListParams, RecordParam),
    responses(
        (status = 200, description = "A page; it may be shorter than `limit` while `next` is set", body = Page<Attachment>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
    )
)]
async fn list_attachments(
    family: Family<View>,
    Ids(child): Ids<ChildId>,
    OfRecord { record, list }: OfRecord,
) -> Result<Json<Page<Attachment>>> {
    let params = &list.of_child(child)?;
    let listed = family.run(|store| async move {
        match record {
            Some(record) => store.attached(child, record, params).await,
            None => store.list::<AttachmentDetails>(params).await,
        }
    });
    listed.await.map(Json)
}

/// Read what is said of a file.
#[utoipa::path(
    get, path = "/api/children/{child_id}/attachments/{attachment_id}", tag = "attachments", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), ("attachment_id" = AttachmentId, Path)),
    responses(
        (status = 200, description = "The attachment", body = Attachment),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No attachment of this child, or its file has not arrived", body = ErrorBody),
    )
)]
async fn read_attachment(family: Family<View>, Ids((child, id)): Ids<(ChildId, AttachmentId)>) -> Result<Tagged<Attachment>> {
    family.run(|store| async move { store.read::<AttachmentDetails>(child, id).await.map(Tagged) }).await
}

/// Retitle a file, change its kind, or move it to another record of the child.
#[utoipa::path(
    put, path = "/api/children/{child_id}/attachments/{attachment_id}", tag = "attachments", security(("access_token" = [])),
    request_body = AttachmentDetails,
    params(
        ("child_id" = ChildId, Path), ("attachment_id" = AttachmentId, Path),
        ("If-Match" = Option<String>, Header, description = "The ETag that was read"),
    ),
    responses(
        (status = 200, description = "The attachment as it is now", body = Attachment),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No attachment of this child, or its file has not arrived", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is the attachment as it is now", body = ErrorBody),
    )
)]
async fn replace_attachment(
    State(state): State<AppState>,
    family: Family<Edit>,
    Ids((child, id)): Ids<(ChildId, AttachmentId)>,
    IfMatch(seen): IfMatch,
    Body(details): Body<AttachmentDetails>,
) -> Result<Tagged<Attachment>> {
    details.check(&state)?;
    let details = &details;
    family.run(|store| async move { store.replace(child, id, seen, details).await.map(Tagged) }).await
}

/// Move an attachment to the trash for 30 days. Its file is kept as long.
#[utoipa::path(
    delete, path = "/api/children/{child_id}/attachments/{attachment_id}", tag = "attachments", security(("access_token" = [])),
    params(
        ("child_id" = ChildId, Path), ("attachment_id" = AttachmentId, Path),
        ("If-Match" = Option<String>, Header, description = "The ETag that was read"),
    ),
    responses(
        (status = 204, description = "Deleted"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No attachment of this child, or its file has not arrived", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is the attachment as it is now", body = ErrorBody),
    )
)]
async fn delete_attachment(
    family: Family<Edit>,
    Ids((child, id)): Ids<(ChildId, AttachmentId)>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode> {
    family.run(|store| async move { store.delete::<AttachmentDetails>(child, id, seen).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Get an address from which the file can be fetched for five minutes.
#[utoipa::path(
    get, path = "/api/children/{child_id}/attachments/{attachment_id}/file", tag = "attachments", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), ("attachment_id" = AttachmentId, Path)),
    responses(
        (status = 200, description = "The address", body = Download),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No attachment of this child, or its file has not arrived", body = ErrorBody),
    )
)]
async fn read_attachment_file(
    State(state): State<AppState>,
    files: Files,
    family: Family<View>,
    Ids((child, id)): Ids<(ChildId, AttachmentId)>,
) -> Result<Json<Download>> {
    let attachment = family.run(|store| async move { store.read::<AttachmentDetails>(child, id).await }).await?;
    let key = ObjectKey::of(attachment.family_id, id);
    files.download(&key, attachment.beside.facts.content_type, state.now()).await.map(Json)
}
