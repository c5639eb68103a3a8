//! Ids of records of any kind: the prefix says which.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

use super::{AttachmentDetails, Details as _, EventDetails, IllnessDetails, MeasurementDetails, VisitDetails};
use crate::id::{AttachmentId, EventId, IllnessId, MeasurementId, VisitId};

/// The id of a record of a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordRef {
    /// A visit.
    Visit(VisitId),
    /// Measurements of one day.
    Measurement(MeasurementId),
    /// A medical event.
    Event(EventId),
    /// An illness.
    Illness(IllnessId),
    /// A file.
    Attachment(AttachmentId),
}

impl RecordRef {
    /// The kind in keys and items.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Visit(_) => VisitDetails::KIND,
            Self::Measurement(_) => MeasurementDetails::KIND,
            Self::Event(_) => EventDetails::KIND,
            Self::Illness(_) => IllnessDetails::KIND,
            Self::Attachment(_) => AttachmentDetails::KIND,
        }
    }
}

impl fmt::Display for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Visit(id) => id.fmt(f),
            Self::Measurement(id) => id.fmt(f),
            Self::Event(id) => id.fmt(f),
            Self::Illness(id) => id.fmt(f),
            Self::Attachment(id) => id.fmt(f),
        }
    }
}

impl FromStr for RecordRef {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = "must be the id of a visit, a measurement, a medical event, an illness or an attachment";
        match text.split_once('_').map(|(prefix, _)| prefix) {
            Some("vis") => text.parse().map(Self::Visit).map_err(|_| bad),
            Some("mea") => text.parse().map(Self::Measurement).map_err(|_| bad),
            Some("evt") => text.parse().map(Self::Event).map_err(|_| bad),
            Some("ill") => text.parse().map(Self::Illness).map_err(|_| bad),
            Some("att") => text.parse().map(Self::Attachment).map_err(|_| bad),
            _ => Err(bad),
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
            .pattern(Some("^(vis|mea|evt|ill|att)_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"))
            .examples(["vis_01890a5d-ac96-774b-bcce-b302099a8057"])
            .into()
    }
}

impl utoipa::ToSchema for RecordRef {}
