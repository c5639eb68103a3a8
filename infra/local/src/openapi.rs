//! The OpenAPI document of all routes. `shared/openapi.json` is its snapshot.

use serde_json::Value;
use trajectory::id::{
    AttachmentId, ChildId, EventId, FamilyId, IllnessId, InviteId, JobId, MailId, MeasurementId, SessionId, UserId, VisitId,
};
use trajectory::record::RecordRef;
use utoipa::PartialSchema as _;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, LicenseBuilder, OpenApiBuilder};

use crate::routes;

/// The document as pretty JSON with a newline at its end.
///
/// # Errors
/// The document cannot be written, which would be a fault in its types.
pub fn document() -> serde_json::Result<String> {
    let (_, mut document) = routes().split_for_parts();
    let mut license = LicenseBuilder::new().name("Apache-2.0").build();
    license.identifier = Some("Apache-2.0".to_owned());
    let info = InfoBuilder::new()
        .title("Trajectory")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "A family health record: children, visits, growth, vaccines, illnesses and documents, shared inside the family by role.",
        ))
        .license(Some(license))
        .build();
    let token =
        HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").description(Some("The access token of a sign-in.")).build();
    // Ids in paths are referred to by name, and the macros do not follow those.
    let components = ComponentsBuilder::new()
        .security_scheme("access_token", SecurityScheme::Http(token))
        .schema("AttachmentId", AttachmentId::schema())
        .schema("ChildId", ChildId::schema())
        .schema("EventId", EventId::schema())
        .schema("FamilyId", FamilyId::schema())
        .schema("IllnessId", IllnessId::schema())
        .schema("InviteId", InviteId::schema())
        .schema("JobId", JobId::schema())
        .schema("MailId", MailId::schema())
        .schema("MeasurementId", MeasurementId::schema())
        .schema("RecordRef", RecordRef::schema())
        .schema("SessionId", SessionId::schema())
        .schema("UserId", UserId::schema())
        .schema("VisitId", VisitId::schema())
        .build();
    let base = OpenApiBuilder::new().info(info).components(Some(components)).build();
    document.info = base.info.clone();
    let document = base.merge_from(document);
    let json: Value = serde_json::to_value(&document)?;
    Ok(serde_json::to_string_pretty(&json)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every `$ref` below a value.
    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(object) => {
                found.extend(object.get("$ref").and_then(Value::as_str).map(str::to_owned));
                object.values().for_each(|one| references(one, found));
            }
            Value::Array(values) => values.iter().for_each(|one| references(one, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document: Value = serde_json::from_str(&document().unwrap()).unwrap();
        let mut found = BTreeSet::new();
        references(&document, &mut found);
        let lost: Vec<_> = found.iter().filter(|reference| document.pointer(reference.trim_start_matches('#')).is_none()).collect();
        assert!(!found.is_empty() && lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn the_snapshot_is_current() {
        let snapshot = include_str!("../../../shared/openapi.json");
        assert!(document().unwrap() == snapshot, "the routes have changed: run `make openapi` and look at the difference");
    }
}
