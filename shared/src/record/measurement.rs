//! Measurements of a child on one day.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Details, Nothing, Record};
use crate::date::Date;
use crate::error::{ApiError, Result};
use crate::growth::{Observation, Position};
use crate::id::MeasurementId;
use crate::quantity::{Length, Weight};
use crate::state::AppState;
use crate::text::{Notes, Tag};

/// Measurements of a child on one day.
pub type Measurement = Record<MeasurementDetails>;

/// What was measured. At least one of the quantities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
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

/// Who took a measurement.
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
    type Beside = Nothing;
    const KIND: &'static str = "MEASUREMENT";
    const NAME: &'static str = "Measurement";
    const SCHEMA: u32 = 1;

    fn date(&self) -> Option<Date> {
        Some(self.date)
    }
}

impl MeasurementDetails {
    /// What the fields cannot say alone.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] with the field concerned.
    pub fn check(&self, state: &AppState) -> Result<()> {
        if self.date.day() > state.latest_today() {
            return Err(ApiError::field("date", "must not be in the future"));
        }
        if self.weight.is_none() && self.height.is_none() && self.head_circumference.is_none() {
            return Err(ApiError::field("weight", "give a weight, a length or a head circumference"));
        }
        if self.position.is_some() && self.height.is_none() {
            return Err(ApiError::field("position", "belongs to a length or height, and there is none"));
        }
        if self.tags.len() > 20 {
            return Err(ApiError::field("tags", "must be at most 20"));
        }
        Ok(())
    }

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
