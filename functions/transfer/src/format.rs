//! Our own format: a ZIP with the record as canonical data, as tables, and as a page to read.
//!
//! `data.json` is canonical: kinds in a fixed order, records by child and id, keys in a fixed order, decimals by their digits.
//! Two exports of the same record are the same bytes, on whatever instance. What differs from export to export is in `about.json`.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use trajectory::access::{Filed, Imported, Stamps};
use trajectory::id::{AttachmentId, ChildId, UserId};
use trajectory::record::attachment::{AttachmentDetails, ContentType, FileFacts};
use trajectory::record::{Child, ChildDetails, Details, EventDetails, IllnessDetails, MeasurementDetails, Record, VisitDetails};

/// The name of the format, first in the file.
pub(crate) const FORMAT: &str = "trajectory";
/// Its version. A reader refuses another one.
pub(crate) const VERSION: u64 = 1;
/// The schema of `data.json`, which goes into each ZIP.
pub(crate) const SCHEMA: &str = include_str!("../../../shared/reference/transfer/data.schema.json");

/// A record in `data.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound = "", deny_unknown_fields)]
pub(crate) struct Line<D: Details> {
    pub(crate) id: D::Id,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) child_id: Option<ChildId>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) created_by: UserId,
    pub(crate) updated_at: DateTime<Utc>,
    pub(crate) updated_by: UserId,
    pub(crate) details: D,
}

/// A child in `data.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChildLine {
    pub(crate) id: ChildId,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) created_by: UserId,
    pub(crate) updated_at: DateTime<Utc>,
    pub(crate) updated_by: UserId,
    pub(crate) details: ChildDetails,
    /// What its picture is, which lies in `avatars`. It has no id here: each family gives it one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) avatar: Option<FileFacts>,
}

/// An attachment in `data.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FileLine {
    pub(crate) id: AttachmentId,
    pub(crate) child_id: ChildId,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) created_by: UserId,
    pub(crate) updated_at: DateTime<Utc>,
    pub(crate) updated_by: UserId,
    pub(crate) details: AttachmentDetails,
    pub(crate) file: FileFacts,
}

impl<D: Details> From<Record<D>> for Line<D> {
    fn from(record: Record<D>) -> Self {
        let Record { id, child_id, created_at, created_by, updated_at, updated_by, details, .. } = record;
        Self { id, child_id, created_at, created_by, updated_at, updated_by, details }
    }
}

impl<D: Details> Line<D> {
    pub(crate) fn imported(self, child: ChildId) -> Imported<D> {
        let Self { id, created_at, created_by, updated_at, updated_by, details, .. } = self;
        Imported { child, id, details, stamps: Some(Stamps { created_at, created_by, updated_at, updated_by }) }
    }
}

impl ChildLine {
    pub(crate) fn new(child: Child, avatar: Option<FileFacts>) -> Self {
        let Child { id, created_at, created_by, updated_at, updated_by, details, .. } = child;
        Self { id, created_at, created_by, updated_at, updated_by, details, avatar }
    }

    pub(crate) fn imported(self) -> Imported<ChildDetails> {
        let Self { id, created_at, created_by, updated_at, updated_by, details, .. } = self;
        Imported { child: id, id, details, stamps: Some(Stamps { created_at, created_by, updated_at, updated_by }) }
    }
}

impl From<Filed> for FileLine {
    fn from(filed: Filed) -> Self {
        let Filed { id, child_id, created_at, created_by, updated_at, updated_by, details, facts, .. } = filed;
        Self { id, child_id, created_at, created_by, updated_at, updated_by, details, file: facts }
    }
}

impl FileLine {
    pub(crate) fn stamps(&self) -> Stamps {
        let Self { created_at, created_by, updated_at, updated_by, .. } = *self;
        Stamps { created_at, created_by, updated_at, updated_by }
    }
}

/// A kind of record of a child, by its name in `data.json`.
pub(crate) trait Kind: Details {
    /// The name of its list.
    const LIST: &'static str;
}

impl Kind for VisitDetails {
    const LIST: &'static str = "visits";
}
impl Kind for MeasurementDetails {
    const LIST: &'static str = "measurements";
}
impl Kind for EventDetails {
    const LIST: &'static str = "medical_events";
}
impl Kind for IllnessDetails {
    const LIST: &'static str = "illnesses";
}

/// The name of an attachment's file in the ZIP.
pub(crate) fn file_name(id: AttachmentId, content_type: ContentType) -> String {
    format!("files/{id}.{}", extension(content_type))
}

/// The name of a child's picture in the ZIP.
pub(crate) fn avatar_name(child: ChildId, content_type: ContentType) -> String {
    format!("avatars/{child}.{}", extension(content_type))
}

fn extension(content_type: ContentType) -> &'static str {
    match content_type {
        ContentType::Jpeg => "jpg",
        ContentType::Png => "png",
        ContentType::Webp => "webp",
        ContentType::Gif => "gif",
        ContentType::Heic => "heic",
        ContentType::Pdf => "pdf",
    }
}

/// The JSON Schema of `data.json`, made of the schemas of the API.
#[must_use]
pub fn schema() -> serde_json::Value {
    use serde_json::{Value, json};
    use utoipa::{PartialSchema, ToSchema};
    fn add<T: ToSchema>(parts: &mut Vec<(String, utoipa::openapi::RefOr<utoipa::openapi::Schema>)>) -> Value {
        T::schemas(parts);
        parts.push((T::name().into_owned(), T::schema()));
        json!({ "$ref": format!("#/$defs/{}", T::name()) })
    }
    let mut parts = Vec::new();
    let id = |schema: utoipa::openapi::RefOr<utoipa::openapi::Schema>| serde_json::to_value(schema).unwrap_or_default();
    let line = |own: Value, child: bool, details: Value| {
        let moment = json!({ "type": "string", "format": "date-time" });
        let person = id(UserId::schema());
        let mut properties = json!({
            "id": own, "created_at": moment, "created_by": person, "updated_at": moment, "updated_by": person, "details": details,
        });
        let mut required = json!(["id", "created_at", "created_by", "updated_at", "updated_by", "details"]);
        if child {
            properties["child_id"] = id(ChildId::schema());
            if let Some(required) = required.as_array_mut() {
                required.insert(1, json!("child_id"));
            }
        }
        json!({ "type": "object", "additionalProperties": false, "properties": properties, "required": required })
    };
    let list = |line: Value| json!({ "type": "array", "items": line });
    let mut attachment = line(id(AttachmentId::schema()), true, add::<AttachmentDetails>(&mut parts));
    attachment["properties"]["file"] = add::<FileFacts>(&mut parts);
    if let Some(required) = attachment["required"].as_array_mut() {
        required.push(json!("file"));
    }
    let mut child = line(id(ChildId::schema()), false, add::<ChildDetails>(&mut parts));
    child["properties"]["avatar"] = add::<FileFacts>(&mut parts);
    let lists = json!({
        "format": { "const": FORMAT }, "version": { "const": VERSION },
        "family": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"], "additionalProperties": false },
        "children": list(child),
        "visits": list(line(id(trajectory::id::VisitId::schema()), true, add::<VisitDetails>(&mut parts))),
        "measurements": list(line(id(trajectory::id::MeasurementId::schema()), true, add::<MeasurementDetails>(&mut parts))),
        "medical_events": list(line(id(trajectory::id::EventId::schema()), true, add::<EventDetails>(&mut parts))),
        "illnesses": list(line(id(trajectory::id::IllnessId::schema()), true, add::<IllnessDetails>(&mut parts))),
        "attachments": list(attachment),
    });
    let required: Vec<&str> =
        vec!["format", "version", "family", "children", "visits", "measurements", "medical_events", "illnesses", "attachments"];
    let defs: serde_json::Map<String, Value> =
        parts.into_iter().map(|(name, part)| (name, serde_json::to_value(part).unwrap_or_default())).collect();
    let text = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Trajectory: the record of a family, version 1",
        "type": "object", "additionalProperties": false, "properties": lists, "required": required, "$defs": defs,
    })
    .to_string()
    .replace("#/components/schemas/", "#/$defs/");
    serde_json::from_str(&text).unwrap_or_default()
}

/// SHA-256 as S3 spells it: in Base64 with padding.
#[must_use]
pub fn checksum(bytes: &[u8]) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, bytes);
    trajectory::base64::encode(digest.as_ref()).replace('-', "+").replace('_', "/") + "="
}

/// An id that follows from a row of a file.
pub(crate) fn derived<I: trajectory::id::Id>(job: trajectory::id::JobId, row: &str) -> I {
    I::of(trajectory::id::derived(job, row))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_schema_in_the_repository_is_that_of_the_code() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/reference/transfer/data.schema.json");
        let now = format!("{}\n", serde_json::to_string_pretty(&super::schema()).unwrap());
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        if kept != now {
            // As for the API's snapshot: look at the difference, then commit it.
            std::fs::write(path, now).unwrap();
            panic!("{path} was out of date and has been written anew");
        }
    }
}
