//! `template.yaml` agrees with the code: routes, workers, table, settings, permissions, headers.

#![expect(clippy::unwrap_used, reason = "a test says by panicking that it failed")]

mod data;
mod functions;
mod groups;
mod reading;
mod rights;
mod routes;
mod web;
mod workers;

use groups::groups;
use reading::object;
use serde_json::Value;

/// Each function that the table's stream or a schedule calls, with its folder.
const WORKERS: [(&str, &str); 3] =
    [("MailerFunction", "mailer"), ("SweeperFunction", "sweeper"), ("TransferWorkerFunction", "transfer-worker")];

/// All functions with their folders.
fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    groups().into_iter().map(|(function, group, _)| (function, group)).chain(WORKERS)
}

/// What the template has of a kind, by name.
pub(crate) fn resources<'a>(template: &'a Value, kind: &str) -> impl Iterator<Item = (&'a str, &'a Value)> {
    object(&template["Resources"]).iter().filter(move |(_, one)| one["Type"] == kind).map(|(name, one)| (name.as_str(), one))
}
