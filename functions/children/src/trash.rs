//! The trash, the history of records, and the audit of a family.

use axum::Json;
use serde_json::Value;
use trajectory::access::{AuditEntry, Edit, Family, HistoryEntry, PageParams, ReadEntry, Trashed, View};
use trajectory::answer::Tagged;
use trajectory::error::{ErrorBody, Result};
use trajectory::id::{ChildId, FamilyId};
use trajectory::record::{Child, Page, RecordRef};
use trajectory::request::{Ids, Params};
use trajectory::service::Routes;
use utoipa_axum::routes;

/// The routes of this part of the group.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list_trash))
        .routes(routes!(restore_child))
        .routes(routes!(restore_record))
        .routes(routes!(read_child_history))
        .routes(routes!(read_history))
        .routes(routes!(list_audit))
        .routes(routes!(list_readers))
}

/// What is in the family's trash.
///
/// Latest deleted first, each until 30 days after it was deleted.
#[utoipa::path(
    get, path = "/api/families/{family_id}/trash", tag = "children", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), PageParams),
    responses(
        (status = 200, description = "A page; it may be shorter than `limit` while `next` is set", body = Page<Trashed>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
async fn list_trash(family: Family<View>, Params(params): Params<PageParams>) -> Result<Json<Page<Trashed>>> {
    let params = &params;
    family.run(|store| async move { store.trash(params).await.map(Json) }).await
}

/// Bring a child back from the trash, with its whole record.
#[utoipa::path(
    post, path = "/api/children/{child_id}/restore", tag = "children", security(("access_token" = [])),
    params(("child_id" = ChildId, Path)),
    responses(
        (status = 200, description = "The child as it is now", body = Child),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No child in a trash of mine", body = ErrorBody),
    )
)]
async fn restore_child(family: Family<Edit>, Ids(child): Ids<ChildId>) -> Result<Tagged<Child>> {
    family.run(|store| async move { store.restore_child(child).await.map(Tagged) }).await
}

/// Bring a record back from the trash, with its attachments and what was deleted together with it.
#[utoipa::path(
    post, path = "/api/children/{child_id}/records/{record_id}/restore", tag = "children", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), ("record_id" = RecordRef, Path)),
    responses(
        (status = 200, description = "The record as it is now", body = Object),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No such record in the trash", body = ErrorBody),
    )
)]
async fn restore_record(family: Family<Edit>, Ids((child, record)): Ids<(ChildId, RecordRef)>) -> Result<Json<Value>> {
    family.run(|store| async move { store.restore_record(child, record).await.map(Json) }).await
}

/// What became of a child's own details.
#[utoipa::path(
    get, path = "/api/children/{child_id}/history", tag = "children", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), PageParams),
    responses(
        (status = 200, description = "Who changed what, newest first", body = Page<HistoryEntry>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
    )
)]
async fn read_child_history(
    family: Family<View>,
    Ids(child): Ids<ChildId>,
    Params(params): Params<PageParams>,
) -> Result<Json<Page<HistoryEntry>>> {
    let params = &params;
    family.run(|store| async move { store.record_history(child, &child.to_string(), params).await.map(Json) }).await
}

/// What became of a record.
#[utoipa::path(
    get, path = "/api/children/{child_id}/records/{record_id}/history", tag = "children", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), ("record_id" = RecordRef, Path), PageParams),
    responses(
        (status = 200, description = "Who changed what, newest first", body = Page<HistoryEntry>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No such record of this child", body = ErrorBody),
    )
)]
async fn read_history(
    family: Family<View>,
    Ids((child, record)): Ids<(ChildId, RecordRef)>,
    Params(params): Params<PageParams>,
) -> Result<Json<Page<HistoryEntry>>> {
    let params = &params;
    family.run(|store| async move { store.record_history(child, &record.to_string(), params).await.map(Json) }).await
}

/// What was changed in the family.
#[utoipa::path(
    get, path = "/api/families/{family_id}/audit", tag = "children", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), PageParams),
    responses(
        (status = 200, description = "Who did what, newest first", body = Page<AuditEntry>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
async fn list_audit(family: Family<View>, Params(params): Params<PageParams>) -> Result<Json<Page<AuditEntry>>> {
    let params = &params;
    family.run(|store| async move { store.audit(params).await.map(Json) }).await
}

/// Who has read the family's record.
///
/// Once for each person and day.
#[utoipa::path(
    get, path = "/api/families/{family_id}/readers", tag = "children", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), PageParams),
    responses(
        (status = 200, description = "Who read on which days, newest first", body = Page<ReadEntry>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
async fn list_readers(family: Family<View>, Params(params): Params<PageParams>) -> Result<Json<Page<ReadEntry>>> {
    let params = &params;
    family.run(|store| async move { store.readers(params).await.map(Json) }).await
}
