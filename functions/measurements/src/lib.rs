//! Route group: measurements, and the growth that they show.

mod growth;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use trajectory::access::{Edit, Family, ListParams, View};
use trajectory::answer::{Created, Tagged};
use trajectory::error::{ErrorBody, Result};
use trajectory::id::{ChildId, FamilyId, Id as _, MeasurementId};
use trajectory::record::{Details as _, Measurement, MeasurementDetails, Page};
use trajectory::request::{Body, Ids, IfMatch, Params};
use trajectory::service::Routes;
use trajectory::state::AppState;
use utoipa::IntoParams;
use utoipa_axum::routes;

/// The routes of the group.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list_family_measurements))
        .routes(routes!(list_measurements, create_measurement))
        .routes(routes!(read_measurement, replace_measurement, delete_measurement))
        .routes(routes!(growth::read_growth))
}

/// What a create takes besides its body.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct NewMeasurement {
    /// An id made by the client, so that a retry is the same create.
    #[param(value_type = Option<String>)]
    id: Option<MeasurementId>,
}

/// List measurements of a family.
#[utoipa::path(
    get, path = "/api/families/{family_id}/measurements", tag = "measurements", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), ListParams),
    responses(
        (status = 200, description = "A page; it may be shorter than `limit` while `next` is set", body = Page<Measurement>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
async fn list_family_measurements(family: Family<View>, Params(params): Params<ListParams>) -> Result<Json<Page<Measurement>>> {
    let params = &params;
    family.run(|store| async move { store.list::<MeasurementDetails>(params).await.map(Json) }).await
}

/// List measurements of a child.
#[utoipa::path(
    get, path = "/api/children/{child_id}/measurements", tag = "measurements", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), ListParams),
    responses(
        (status = 200, description = "A page", body = Page<Measurement>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
    )
)]
async fn list_measurements(
    family: Family<View>,
    Ids(child): Ids<ChildId>,
    Params(params): Params<ListParams>,
) -> Result<Json<Page<Measurement>>> {
    let params = &params.of_child(child)?;
    family.run(|store| async move { store.list::<MeasurementDetails>(params).await.map(Json) }).await
}

/// Enter measurements of a child.
#[utoipa::path(
    post, path = "/api/children/{child_id}/measurements", tag = "measurements", security(("access_token" = [])),
    request_body = MeasurementDetails, params(("child_id" = ChildId, Path), NewMeasurement),
    responses(
        (status = 201, description = "Entered", body = Measurement),
        (status = 200, description = "The same create had been made before", body = Measurement),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
        (status = 409, description = "The id is in use", body = ErrorBody),
    )
)]
async fn create_measurement(
    State(state): State<AppState>,
    family: Family<Edit>,
    Ids(child): Ids<ChildId>,
    Params(new): Params<NewMeasurement>,
    Body(details): Body<MeasurementDetails>,
) -> Result<Created<Measurement>> {
    details.check(&state)?;
    let id = new.id.unwrap_or_else(|| MeasurementId::new(&state));
    let details = &details;
    let saved = family.run(|store| async move { store.create(child, id, details).await }).await?;
    Ok(Created::under(&format!("/api/children/{child}/measurements"), saved))
}

/// Read measurements of one day.
#[utoipa::path(
    get, path = "/api/children/{child_id}/measurements/{measurement_id}", tag = "measurements", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), ("measurement_id" = MeasurementId, Path)),
    responses(
        (status = 200, description = "The measurements", body = Measurement),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No measurements of this child", body = ErrorBody),
    )
)]
async fn read_measurement(family: Family<View>, Ids((child, id)): Ids<(ChildId, MeasurementId)>) -> Result<Tagged<Measurement>> {
    family.run(|store| async move { store.read::<MeasurementDetails>(child, id).await.map(Tagged) }).await
}

/// Replace measurements of one day.
#[utoipa::path(
    put, path = "/api/children/{child_id}/measurements/{measurement_id}", tag = "measurements", security(("access_token" = [])),
    request_body = MeasurementDetails,
    params(
        ("child_id" = ChildId, Path), ("measurement_id" = MeasurementId, Path),
        ("If-Match" = Option<String>, Header, description = "The ETag that was read"),
    ),
    responses(
        (status = 200, description = "The measurements as they are now", body = Measurement),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No measurements of this child", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is what stands there now", body = ErrorBody),
    )
)]
async fn replace_measurement(
    State(state): State<AppState>,
    family: Family<Edit>,
    Ids((child, id)): Ids<(ChildId, MeasurementId)>,
    IfMatch(seen): IfMatch,
    Body(details): Body<MeasurementDetails>,
) -> Result<Tagged<Measurement>> {
    details.check(&state)?;
    let details = &details;
    family.run(|store| async move { store.replace(child, id, seen, details).await.map(Tagged) }).await
}

/// Move measurements to the trash for 30 days.
#[utoipa::path(
    delete, path = "/api/children/{child_id}/measurements/{measurement_id}", tag = "measurements", security(("access_token" = [])),
    params(
        ("child_id" = ChildId, Path), ("measurement_id" = MeasurementId, Path),
        ("If-Match" = Option<String>, Header, description = "The ETag that was read"),
    ),
    responses(
        (status = 204, description = "Deleted"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No measurements of this child", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is what stands there now", body = ErrorBody),
    )
)]
async fn delete_measurement(
    family: Family<Edit>,
    Ids((child, id)): Ids<(ChildId, MeasurementId)>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode> {
    family.run(|store| async move { store.delete::<MeasurementDetails>(child, id, seen).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}
