//! The route groups, by the functions that answer them.

use trajectory::service::Routes;

/// Each function that answers requests, with the group whose routes those are.
pub(crate) fn groups() -> Vec<(&'static str, &'static str, Routes)> {
    vec![
        ("AuthFunction", "auth", auth::routes()),
        ("AccountFunction", "account", account::routes()),
        ("FamiliesFunction", "families", families::routes()),
        ("ChildrenFunction", "children", children::routes()),
        ("VisitsFunction", "visits", visits::routes()),
        ("MeasurementsFunction", "measurements", measurements::routes()),
        ("MedicalEventsFunction", "medical-events", medical_events::routes()),
        ("IllnessesFunction", "illnesses", illnesses::routes()),
        ("AttachmentsFunction", "attachments", attachments::routes()),
        ("TransferFunction", "transfer", transfer::routes()),
        ("AdminFunction", "admin", admin::routes()),
    ]
}
