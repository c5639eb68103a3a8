//! The body of a visit: its details, and beside them the records that are written with it.

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, IntoDeserializer as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::value::RawValue;
use std::collections::HashSet;
use std::fmt;
use trajectory::access::{LinkedChange, RecordChange};
use trajectory::error::{ApiError, Result};
use trajectory::id::VisitId;
use trajectory::record::{Details, EventDetails, IllnessDetails, MeasurementDetails, Rev, VisitDetails};
use trajectory::request::parse_json;
use trajectory::state::AppState;
use utoipa::openapi::{ArrayBuilder, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// What is known of a visit, and changes of what was found at it.
pub(crate) struct VisitBody {
    pub(crate) details: VisitDetails,
    records: Vec<LinkedRecord>,
}

/// A change of a record that belongs to the visit.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "kind": "measurement", "id": "mea_01890a5d-ac96-774b-bcce-b302099a8057", "rev": null,
    "details": { "date": "2026-02-10", "weight": { "value": 9.8, "unit": "kg" } }
}))]
pub(crate) struct LinkedRecord {
    /// Its kind.
    kind: LinkedKind,
    /// Its id; that of a new record is made by the client.
    id: String,
    /// The revision that was read; null for a new record.
    #[schema(value_type = Option<u64>)]
    rev: Option<Rev>,
    /// What it says now; null moves it to the trash.
    // Without the attribute a forgotten field would be null, and delete.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(value_type = Option<LinkedDetails>)]
    details: Option<Box<RawValue>>,
}

/// Kinds of records that are written with a visit.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum LinkedKind {
    /// Measurements.
    Measurement,
    /// A medical event.
    Event,
    /// An illness.
    Illness,
}

/// The details of one of the kinds. In the document only: `kind` says which is read.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, clippy::large_enum_variant, reason = "never made, only described")]
enum LinkedDetails {
    /// Of a measurement.
    Measurement(MeasurementDetails),
    /// Of a medical event.
    Event(EventDetails),
    /// Of an illness.
    Illness(IllnessDetails),
}

impl VisitBody {
    /// The changes of the records that belong to the visit, each linked to it.
    pub(crate) fn records_at(&self, visit: VisitId, state: &AppState) -> Result<Vec<LinkedChange>> {
        let mut seen = HashSet::new();
        let each = self.records.iter().enumerate().map(|(nth, record)| {
            let within = |error: ApiError| error.within(&format!("records[{nth}]"));
            if !seen.insert(&record.id) {
                return Err(within(ApiError::field("id", "is given twice")));
            }
            record.change(visit, state).map_err(within)
        });
        each.collect()
    }
}

impl LinkedRecord {
    fn change(&self, visit: VisitId, state: &AppState) -> Result<LinkedChange> {
        let change = match self.kind {
            LinkedKind::Measurement => {
                let change = self.typed(state, |details: &MeasurementDetails| belongs(details.visit_id, visit))?;
                LinkedChange::Measurement(change)
            }
            LinkedKind::Event => LinkedChange::Event(self.typed(state, |details: &EventDetails| belongs(details.visit_id, visit))?),
            LinkedKind::Illness => {
                // This visit is added to those of the illness, and there is a most that an illness has.
                let room = |details: &IllnessDetails| match details.visit_ids.len() {
                    20.. if !details.visit_ids.contains(&visit) => Err(ApiError::field("visit_ids", "must be at most 20")),
                    _ => Ok(()),
                };
                LinkedChange::Illness(self.typed(state, room)?)
            }
        };
        Ok(change.at(visit))
    }

    fn typed<D: Details>(&self, state: &AppState, belongs: impl Fn(&D) -> Result<()>) -> Result<RecordChange<D>> {
        let id: D::Id = self.id.parse().map_err(|bad| ApiError::field("id", format!("{bad}")))?;
        let details = match &self.details {
            None => None,
            Some(raw) => {
                let within = |error: ApiError| error.within("details");
                let details: D = parse_json(raw.get().as_bytes()).map_err(within)?;
                details.check(state).map_err(within)?;
                belongs(&details).map_err(within)?;
                Some(details)
            }
        };
        match (self.rev, details) {
            (None, Some(details)) => Ok(RecordChange::Create { id, details }),
            (Some(rev), Some(details)) => Ok(RecordChange::Replace { id, rev, details }),
            (Some(rev), None) => Ok(RecordChange::Delete { id, rev }),
            (None, None) => Err(ApiError::field("details", "is needed for a new record")),
        }
    }
}

/// A record that is written with a visit belongs to no other.
fn belongs(given: Option<VisitId>, visit: VisitId) -> Result<()> {
    if given.is_none_or(|given| given == visit) { Ok(()) } else { Err(ApiError::field("visit_id", "must be this visit, or left out")) }
}

/// The details lie flat in the body and refuse fields that they do not know, so `records` is taken out on the way in.
/// (Serde's `flatten` would do neither: it reads everything into memory first and loses the path of what is wrong.)
impl<'de> Deserialize<'de> for VisitBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = VisitBody;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("struct VisitBody")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> std::result::Result<VisitBody, A::Error> {
                let mut records = None;
                let details = VisitDetails::deserialize(MapAccessDeserializer::new(WithoutRecords { map, records: &mut records }))?;
                Ok(VisitBody { details, records: records.flatten().unwrap_or_default() })
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

/// The fields of an object but `records`, which is kept apart.
struct WithoutRecords<'a, A> {
    map: A,
    records: &'a mut Option<Option<Vec<LinkedRecord>>>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for WithoutRecords<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> std::result::Result<Option<K::Value>, A::Error> {
        while let Some(name) = self.map.next_key::<String>()? {
            if name != "records" {
                return seed.deserialize(name.into_deserializer()).map(Some);
            }
            if self.records.is_some() {
                return Err(de::Error::duplicate_field("records"));
            }
            *self.records = Some(self.map.next_value()?);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> std::result::Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

impl PartialSchema for VisitBody {
    fn schema() -> RefOr<Schema> {
        let mut schema = VisitDetails::schema();
        if let RefOr::T(Schema::Object(object)) = &mut schema {
            let records = ArrayBuilder::new()
                .description(Some("Changes of records that belong to the visit, made in one transaction with it. Those not named stay."))
                .items(utoipa::openapi::Ref::from_schema_name(LinkedRecord::name()));
            object.properties.insert("records".to_owned(), records.into());
        }
        schema
    }
}

impl ToSchema for VisitBody {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        VisitDetails::schemas(schemas);
        schemas.push((LinkedRecord::name().into_owned(), LinkedRecord::schema()));
        LinkedRecord::schemas(schemas);
    }
}
