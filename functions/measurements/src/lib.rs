//! Route group: measurements, and the growth that they show.

mod growth;

use trajectory::id::MeasurementId;
use trajectory::record::{Measurement, MeasurementDetails};
use trajectory::service::Routes;
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

trajectory::record_routes! {
    { MeasurementDetails, Measurement, MeasurementId, "measurement_id", "measurements", "No measurements of this child" }

    /// List measurements of a family.
    list_of_family list_family_measurements "/api/families/{family_id}/measurements";
    /// List measurements of a child.
    list_of_child list_measurements "/api/children/{child_id}/measurements";
    /// Enter measurements of a child.
    create create_measurement "/api/children/{child_id}/measurements";
    /// Read measurements of one day.
    read read_measurement "/api/children/{child_id}/measurements/{measurement_id}";
    /// Replace measurements of one day.
    replace replace_measurement "/api/children/{child_id}/measurements/{measurement_id}";
    /// Move measurements to the trash for 30 days.
    delete delete_measurement "/api/children/{child_id}/measurements/{measurement_id}";
}
