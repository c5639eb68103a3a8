//! Route group: illnesses, what is noted at night, and the heatmap of a year.

mod heatmap;

use axum::extract::State;
use trajectory::access::{Edit, Family};
use trajectory::answer::Tagged;
use trajectory::error::{ErrorBody, Result};
use trajectory::id::{ChildId, IllnessId};
use trajectory::record::illness::{MedicineGiven, TemperatureReading};
use trajectory::record::{Illness, IllnessDetails};
use trajectory::request::{Body, Ids};
use trajectory::service::Routes;
use trajectory::state::AppState;
use utoipa_axum::routes;

/// The routes of the group.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list_family_illnesses))
        .routes(routes!(list_illnesses, create_illness))
        .routes(routes!(read_illness, replace_illness, delete_illness))
        .routes(routes!(add_temperature))
        .routes(routes!(add_medicine))
        .routes(routes!(heatmap::read_heatmap))
}

trajectory::record_routes! {
    { IllnessDetails, Illness, IllnessId, "illness_id", "illnesses", "No illness of this child" }

    /// List illnesses of a family.
    list_of_family list_family_illnesses "/api/families/{family_id}/illnesses";
    /// List illnesses of a child.
    list_of_child list_illnesses "/api/children/{child_id}/illnesses";
    /// Enter an illness.
    create create_illness "/api/children/{child_id}/illnesses";
    /// Read an illness.
    read read_illness "/api/children/{child_id}/illnesses/{illness_id}";
    /// Replace an illness.
    replace replace_illness "/api/children/{child_id}/illnesses/{illness_id}";
    /// Move an illness to the trash for 30 days.
    delete delete_illness "/api/children/{child_id}/illnesses/{illness_id}";
}

/// Note a temperature.
///
/// The same moment and temperature sent again is the same reading.
#[utoipa::path(
    post, path = "/api/children/{child_id}/illnesses/{illness_id}/temperatures", tag = "illnesses", security(("access_token" = [])),
    request_body = TemperatureReading, params(("child_id" = ChildId, Path), ("illness_id" = IllnessId, Path)),
    responses(
        (status = 200, description = "The illness as it is now", body = Illness),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No illness of this child", body = ErrorBody),
    )
)]
async fn add_temperature(
    State(state): State<AppState>,
    family: Family<Edit>,
    Ids((child, id)): Ids<(ChildId, IllnessId)>,
    Body(reading): Body<TemperatureReading>,
) -> Result<Tagged<Illness>> {
    let add = |details: &mut IllnessDetails| details.add_temperature(&state, reading.clone());
    let add = &add;
    family.run(|store| async move { store.amend::<IllnessDetails>(child, id, add).await.map(Tagged) }).await
}

/// Note a medicine that was given.
///
/// The same moment, name and amount sent again is the same medicine.
#[utoipa::path(
    post, path = "/api/children/{child_id}/illnesses/{illness_id}/medicines", tag = "illnesses", security(("access_token" = [])),
    request_body = MedicineGiven, params(("child_id" = ChildId, Path), ("illness_id" = IllnessId, Path)),
    responses(
        (status = 200, description = "The illness as it is now", body = Illness),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No illness of this child", body = ErrorBody),
    )
)]
async fn add_medicine(
    State(state): State<AppState>,
    family: Family<Edit>,
    Ids((child, id)): Ids<(ChildId, IllnessId)>,
    Body(medicine): Body<MedicineGiven>,
) -> Result<Tagged<Illness>> {
    let add = |details: &mut IllnessDetails| details.add_medicine(&state, medicine.clone());
    let add = &add;
    family.run(|store| async move { store.amend::<IllnessDetails>(child, id, add).await.map(Tagged) }).await
}
