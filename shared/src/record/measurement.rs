//! Measurements of a child on one day.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Details, Nothing, Record, RecordRef, Texts, at_most};
use crate::date::Date;
use crate::error::{ApiError, Result};
use crate::growth::{Observation, Position};
use crate::id::{MeasurementId, VisitId};
use crate::quantity::{Length, Weight};
use crate::state::AppState;
use crate::text::{Notes, Tag};

/// Measurements of a child on one day.
pub type Measurement = Record<MeasurementDetails>;

/// What was measured. At least one of the quantities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "date": "2026-02-10", "weight": { "value": 9.8, "unit": "kg" }, "height": { "value": 76.5, "unit": "cm" }, "position": "lying",
    "head_circumference": { "value": 46.2, "unit": "cm" }, "measured_by": "clinic"
}))]
pub struct MeasurementDetails {
    /// The day, a calendar date from birth until today.
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    /// Body weight.
    pub weight: Option<Weight>,
    /// Length of a lying child or height of a standing one.
    pub height: Option<Length>,
    /// How the height was taken; where absent, as is usual at the age (lying under two years).
    pub position: Option<Position>,
    /// Largest circumference of the head.
    pub head_circumference: Option<Length>,
    /// The visit at which it was taken.
    pub visit_id: Option<VisitId>,
    /// Who took it.
    pub measured_by: Option<MeasuredBy>,
    /// Anything else.
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub notes: Option<Notes>,
    /// Words that group records.
    #[serde(default)]
    #[schema(value_type = Vec<String>, max_items = 20)]
    pub tags: Vec<Tag>,
}

/// Who took a measurement, or whose account a record rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MeasuredBy {
    /// At home.
    Parent,
    /// At a doctor's or in a hospital.
    Clinic,
    /// At school or day care.
    School,
    /// Came with an import.
    Imported,
}

impl Details for MeasurementDetails {
    type Id = MeasurementId;
    type Computed = Nothing;
    type Beside = Nothing;
    const KIND: &'static str = "MEASUREMENT";
    const NAME: &'static str = "Measurement";
    const SCHEMA: u32 = 2;
    const TYPES: &'static [&'static str] = &["weight", "height", "head_circumference"];

    fn date(&self) -> Option<Date> {
        Some(self.date)
    }

    fn types(&self) -> Vec<&'static str> {
        let measures = [
            ("weight", self.weight.is_some()),
            ("height", self.height.is_some()),
            ("head_circumference", self.head_circumference.is_some()),
        ];
        measures.into_iter().filter(|(_, taken)| *taken).map(|(measure, _)| measure).collect()
    }

    fn is_open(&self) -> bool {
        false
    }

    fn links(&self) -> Vec<RecordRef> {
        self.visit_id.map(RecordRef::Visit).into_iter().collect()
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add(&self.notes).tags(&self.tags);
    }

    fn check(&self, state: &AppState) -> Result<()> {
        if self.date.day() > state.latest_today() {
            return Err(ApiError::field("date", "must not be in the future"));
        }
        if self.weight.is_none() && self.height.is_none() && self.head_circumference.is_none() {
            return Err(ApiError::field("weight", "give a weight, a length or a head circumference"));
        }
        if self.position.is_some() && self.height.is_none() {
            return Err(ApiError::field("position", "belongs to a length or height, and there is none"));
        }
        at_most("tags", self.tags.len(), 20)
    }

    fn computed(&self) -> Nothing {
        Nothing {}
    }
}

impl MeasurementDetails {
    /// The measurements as growth references see them.
    #[must_use]
    pub fn observation(&self) -> Observation {
        Observation {
            date: self.date.day(),
            weight_mg: self.weight.map(Weight::mg),
            height_um: self.height.map(Length::um),
            position: self.position,
            head_circumference_um: self.head_circumference.map(Length::um),
        }
    }
}
