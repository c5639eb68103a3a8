//! References to a record of any kind: ids carry their kind in the prefix.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

use crate::id::{EventId, IllnessId, MeasurementId, VisitId};

/// A record that others can belong to. That it exists is not said: it may be on its way, or gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordRef {
    /// A visit.
    Visit(VisitId),
    /// Measurements of one day.
    Measurement(MeasurementId),
    /// A medical event.
    Event(EventId),
    /// An illness.
    Illness(IllnessId),
}

/// The text is not the id of such a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadRecordRef;

impl fmt::Display for BadRecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be the id of a visit, measurement, event or illness, such as vis_01890a5d-ac96-774b-bcce-b302099a8057")
    }
}

impl std::error::Error for BadRecordRef {}

impl FromStr for RecordRef {
    type Err = BadRecordRef;

    fn from_str(text: &str) -> Result<Self, BadRecordRef> {
        let visit = || text.parse().map(Self::Visit);
        let measurement = || text.parse().map(Self::Measurement);
        let event = || text.parse().map(Self::Event);
        let illness = || text.parse().map(Self::Illness);
        visit().or_else(|_| measurement()).or_else(|_| event()).or_else(|_| illness()).map_err(|_| BadRecordRef)
    }
}

impl fmt::Display for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Visit(id) => id.fmt(f),
            Self::Measurement(id) => id.fmt(f),
            Self::Event(id) => id.fmt(f),
            Self::Illness(id) => id.fmt(f),
        }
    }
}

impl Serialize for RecordRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RecordRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl utoipa::PartialSchema for RecordRef {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("^(vis|mea|evt|ill)_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"))
            .examples(["vis_01890a5d-ac96-774b-bcce-b302099a8057"])
            .into()
    }
}

impl utoipa::ToSchema for RecordRef {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefix_says_which_kind() {
        for (prefix, kind) in [("vis", "Visit"), ("mea", "Measurement"), ("evt", "Event"), ("ill", "Illness")] {
            let text = format!("{prefix}_01890a5d-ac96-774b-bcce-b302099a8057");
            let reference: RecordRef = text.parse().unwrap();
            assert!(format!("{reference:?}").starts_with(kind));
            assert_eq!(reference.to_string(), text);
        }
        for bad in ["chi_01890a5d-ac96-774b-bcce-b302099a8057", "att_01890a5d-ac96-774b-bcce-b302099a8057", "vis_", ""] {
            assert!(bad.parse::<RecordRef>().is_err(), "{bad}");
        }
    }
}
