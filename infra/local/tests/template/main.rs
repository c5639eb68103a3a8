//! `template.yaml` agrees with the code: routes, workers, table, settings, permissions, headers.

mod data;
mod functions;
mod reading;
mod rights;
mod routes;
mod web;
mod workers;

use trajectory::service::Routes;

/// Each function that answers requests, with the group whose routes those are.
fn groups() -> Vec<(&'static str, &'static str, Routes)> {
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
        ("AdminFunction", "admin", admin::routes()),
    ]
}

/// Each function that the table's stream or a schedule calls, with its folder.
const WORKERS: [(&str, &str); 2] = [("MailerFunction", "mailer"), ("SweeperFunction", "sweeper")];

/// All functions with their folders.
fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    groups().into_iter().map(|(function, group, _)| (function, group)).chain(WORKERS)
}
