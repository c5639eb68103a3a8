//! Route group: visits with what was found at them, and what is linked with any record.

mod body;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use trajectory::access::{Edit, Family, Linked, View};
use trajectory::answer::{Created, Tagged};
use trajectory::error::{ErrorBody, Result};
use trajectory::id::{ChildId, Id as _, VisitId};
use trajectory::record::{Details as _, RecordRef, Visit, VisitDetails};
use trajectory::request::{Body, Ids, IfMatch, Params};
use trajectory::routes::NewRecord;
use trajectory::service::Routes;
use trajectory::state::AppState;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

use body::VisitBody;

/// The routes of the group.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list_family_visits))
        .routes(routes!(list_visits, create_visit))
        .routes(routes!(read_visit, replace_visit, delete_visit))
        .routes(routes!(read_linked))
}

trajectory::record_routes! {
    { VisitDetails, Visit, VisitId, "visit_id", "visits", "No visit of this child" }

    /// List visits of a family.
    list_of_family list_family_visits "/api/families/{family_id}/visits";
    /// List visits of a child.
    list_of_child list_visits "/api/children/{child_id}/visits";
    /// Read a visit.
    read read_visit "/api/children/{child_id}/visits/{visit_id}";
}

/// Enter a visit or an appointment.
///
/// With `records`, measurements, medical events and illnesses are written in the same transaction: all of it is saved, or nothing.
#[utoipa::path(
    post, path = "/api/children/{child_id}/visits", tag = "visits", security(("access_token" = [])), request_body = VisitBody,
    params(("child_id" = ChildId, Path), NewRecord<VisitId>),
    responses(
        (status = 201, description = "Entered", body = Visit),
        (status = 200, description = "The same create had been made before", body = Visit),
        (status = 400, description = "A field cannot be accepted, or it is more than one transaction holds", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No child of mine, or no such linked record", body = ErrorBody),
        (status = 409, description = "The id of the visit or of a linked record is in use", body = ErrorBody),
        (status = 412, description = "A linked record has changed meanwhile; `details.current` is that record", body = ErrorBody),
    )
)]
async fn create_visit(
    State(state): State<AppState>,
    family: Family<Edit>,
    Ids(child): Ids<ChildId>,
    Params(new): Params<NewRecord<VisitId>>,
    Body(body): Body<VisitBody>,
) -> Result<Created<Visit>> {
    body.details.check(&state)?;
    let id = new.id.unwrap_or_else(|| VisitId::new(&state));
    let (details, records) = (&body.details, &body.records_at(id, &state)?);
    let saved = family.run(|store| async move { store.create_with(child, id, details, records).await }).await?;
    Ok(Created::under(&format!("/api/children/{child}/visits"), saved))
}

/// Replace a visit.
///
/// Linked records that `records` does not name stay as they are.
#[utoipa::path(
    put, path = "/api/children/{child_id}/visits/{visit_id}", tag = "visits", security(("access_token" = [])), request_body = VisitBody,
    params(
        ("child_id" = ChildId, Path), ("visit_id" = VisitId, Path),
        ("If-Match" = Option<String>, Header, description = "The ETag that was read"),
    ),
    responses(
        (status = 200, description = "As it is now", body = Visit),
        (status = 400, description = "A field cannot be accepted, or it is more than one transaction holds", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No visit of this child, or no such linked record", body = ErrorBody),
        (status = 409, description = "The id of a new linked record is in use", body = ErrorBody),
        (status = 412, description = "It or a linked record has changed meanwhile; `details.current` is what stands there now", body = ErrorBody),
    )
)]
async fn replace_visit(
    State(state): State<AppState>,
    family: Family<Edit>,
    Ids((child, id)): Ids<(ChildId, VisitId)>,
    IfMatch(seen): IfMatch,
    Body(body): Body<VisitBody>,
) -> Result<Tagged<Visit>> {
    body.details.check(&state)?;
    let (details, records) = (&body.details, &body.records_at(id, &state)?);
    family.run(|store| async move { store.replace_with(child, id, seen, details, records).await.map(Tagged) }).await
}

/// What becomes of linked records.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct DeleteParams {
    /// `keep` (where left out): what was found at the visit stays. `delete`: its measurements, its medical events and the illnesses
    /// that no other visit is about go to the trash with it.
    #[serde(default)]
    #[param(inline)]
    records: LinkedRecords,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum LinkedRecords {
    #[default]
    Keep,
    Delete,
}

/// Move a visit to the trash for 30 days.
#[utoipa::path(
    delete, path = "/api/children/{child_id}/visits/{visit_id}", tag = "visits", security(("access_token" = [])),
    params(
        ("child_id" = ChildId, Path), ("visit_id" = VisitId, Path), DeleteParams,
        ("If-Match" = Option<String>, Header, description = "The ETag that was read"),
    ),
    responses(
        (status = 204, description = "Deleted"),
        (status = 400, description = "A parameter cannot be accepted, or it is more than one transaction holds", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No visit of this child", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is what stands there now", body = ErrorBody),
    )
)]
async fn delete_visit(
    family: Family<Edit>,
    Ids((child, id)): Ids<(ChildId, VisitId)>,
    Params(params): Params<DeleteParams>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode> {
    match params.records {
        LinkedRecords::Keep => family.run(|store| async move { store.delete::<VisitDetails>(child, id, seen).await }).await?,
        LinkedRecords::Delete => family.run(|store| async move { store.delete_visit_with_records(child, id, seen).await }).await?,
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Read everything that a record of any kind is linked with, on both sides.
#[utoipa::path(
    get, path = "/api/children/{child_id}/linked/{record_id}", tag = "visits", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), ("record_id" = RecordRef, Path)),
    responses(
        (status = 200, description = "What it is linked with", body = Linked),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No record of this child", body = ErrorBody),
    )
)]
async fn read_linked(family: Family<View>, Ids((child, record)): Ids<(ChildId, RecordRef)>) -> Result<Json<Linked>> {
    family.run(|store| async move { store.linked(child, record).await.map(Json) }).await
}
