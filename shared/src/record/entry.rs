//! Records of any kind side by side: in a timeline, in what a search finds, on the home page.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Attachment, AttachmentDetails, Details, Event, EventDetails, Illness, IllnessDetails, Kept, Measurement, MeasurementDetails, Visit,
    VisitDetails,
};
use crate::error::Result;
use crate::store::Item;

/// A record of any kind.
#[derive(Clone, PartialEq, Serialize, ToSchema)]
#[serde(tag = "kind", content = "record", rename_all = "snake_case")]
pub enum Entry {
    /// A visit.
    Visit(Visit),
    /// Measurements of one day.
    Measurement(Measurement),
    /// A medical event.
    Event(Event),
    /// An illness.
    Illness(Illness),
    /// A file.
    Attachment(Attachment),
}

/// Kinds of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// Visits and appointments.
    Visit,
    /// Measurements.
    Measurement,
    /// Medical events.
    Event,
    /// Illnesses.
    Illness,
    /// Files, by the day on which they were added.
    Attachment,
}

impl RecordKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Visit, Self::Measurement, Self::Event, Self::Illness, Self::Attachment];
    /// Those that happened on a day. A file is shown with the record that it belongs to.
    pub const DATED: [Self; 4] = [Self::Visit, Self::Measurement, Self::Event, Self::Illness];

    /// The kind in keys and items.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Visit => VisitDetails::KIND,
            Self::Measurement => MeasurementDetails::KIND,
            Self::Event => EventDetails::KIND,
            Self::Illness => IllnessDetails::KIND,
            Self::Attachment => AttachmentDetails::KIND,
        }
    }

    /// The words by which the parameter `type` finds records of the kind.
    #[must_use]
    pub fn types(self) -> &'static [&'static str] {
        match self {
            Self::Visit => VisitDetails::TYPES,
            Self::Measurement => MeasurementDetails::TYPES,
            Self::Event => EventDetails::TYPES,
            Self::Illness => IllnessDetails::TYPES,
            Self::Attachment => AttachmentDetails::TYPES,
        }
    }

    /// The entry in an item of this kind.
    pub(crate) fn read(self, item: Item) -> Result<Entry> {
        Ok(match self {
            Self::Visit => Entry::Visit(Kept::read(item)?.into()),
            Self::Measurement => Entry::Measurement(Kept::read(item)?.into()),
            Self::Event => Entry::Event(Kept::read(item)?.into()),
            Self::Illness => Entry::Illness(Kept::read(item)?.into()),
            Self::Attachment => Entry::Attachment(Kept::read(item)?.into()),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;
    use serde_json::json;

    use super::*;
    use crate::record::attachment::AttachmentKind;
    use crate::record::event::EventType;
    use crate::record::illness::IllnessType;
    use crate::record::visit::VisitType;

    /// Every word is a value of the type, and the type's word is it.
    fn agree<T: DeserializeOwned>(words: &[&str], word: fn(T) -> &'static str) {
        for text in words {
            assert_eq!(word(serde_json::from_value(json!(text)).unwrap()), *text);
        }
    }

    #[test]
    fn the_words_of_a_list_are_those_of_the_records() {
        agree(VisitDetails::TYPES, VisitType::word);
        agree(EventDetails::TYPES, EventType::word);
        agree(IllnessDetails::TYPES, IllnessType::word);
        agree(AttachmentDetails::TYPES, AttachmentKind::word);
        let counts = [VisitDetails::TYPES, EventDetails::TYPES, IllnessDetails::TYPES, AttachmentDetails::TYPES].map(<[_]>::len);
        assert_eq!(counts, [6, 7, 13, 5]);
    }
}
