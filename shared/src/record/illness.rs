//! Illnesses: from the first day until the child is well again.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::event::Dose;
use super::measurement::MeasuredBy;
use super::{Details, Nothing, Record, RecordRef, Texts, add_by_time, at_most, not_before, not_to_come};
use crate::date::Date;
use crate::error::{ApiError, Result};
use crate::id::{IllnessId, VisitId};
use crate::quantity::Temperature;
use crate::state::AppState;
use crate::text::{Line, Name, Notes, Tag};

/// An illness of a child.
pub type Illness = Record<IllnessDetails>;

/// What is known of an illness. Without a last day it is still going on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "types": ["flu", "ear_infection"], "started_on": "2026-01-12", "ended_on": "2026-01-19", "severity": 6,
    "symptoms": ["cough", "earache"], "temperatures": [{ "at": "2026-01-12T18:30:00Z", "temperature": { "value": 39.2, "unit": "c" } }],
    "medicines": [{ "at": "2026-01-12T19:00:00Z", "name": "Ibuprofen", "dose": { "value": 5, "unit": "ml" } }], "days_missed": 4
}))]
pub struct IllnessDetails {
    /// What it is, at least one.
    #[schema(min_items = 1, max_items = 10)]
    pub types: Vec<IllnessType>,
    /// Its name, where it is none of the known types.
    #[schema(value_type = Option<String>, max_length = 100)]
    pub other_name: Option<Name>,
    /// First day.
    #[schema(value_type = String, format = Date)]
    pub started_on: Date,
    /// Last day; absent while it goes on.
    #[schema(value_type = Option<String>, format = Date)]
    pub ended_on: Option<Date>,
    /// From 1 (hardly noticed) to 10 (hospital).
    #[schema(minimum = 1, maximum = 10)]
    pub severity: Option<u8>,
    /// What the family noticed.
    #[serde(default)]
    #[schema(value_type = Vec<String>, max_items = 50)]
    pub symptoms: Vec<Line<100>>,
    /// Body temperatures, in the order they were taken.
    #[serde(default)]
    #[schema(max_items = 300)]
    pub temperatures: Vec<TemperatureReading>,
    /// Medicines that were given.
    #[serde(default)]
    #[schema(max_items = 300)]
    pub medicines: Vec<MedicineGiven>,
    /// Days of school or day care that were missed.
    #[schema(maximum = 400)]
    pub days_missed: Option<u16>,
    /// Visits that it led to.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub visit_ids: Vec<VisitId>,
    /// Who reported it.
    pub measured_by: Option<MeasuredBy>,
    /// Anything else.
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub notes: Option<Notes>,
    /// Words that group records.
    #[serde(default)]
    #[schema(value_type = Vec<String>, max_items = 20)]
    pub tags: Vec<Tag>,
}

/// A body temperature at a moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "at": "2026-01-13T06:10:00Z", "temperature": { "value": 38.6, "unit": "c" } }))]
pub struct TemperatureReading {
    /// When it was taken.
    pub at: DateTime<Utc>,
    /// What the thermometer said.
    pub temperature: Temperature,
}

/// A medicine that was given at a moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "at": "2026-01-13T06:15:00Z", "name": "Ibuprofen", "dose": { "value": 5, "unit": "ml" } }))]
pub struct MedicineGiven {
    /// When.
    pub at: DateTime<Utc>,
    /// Its name.
    #[schema(value_type = String, max_length = 100)]
    pub name: Name,
    /// How much.
    pub dose: Option<Dose>,
}

/// Types of illness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IllnessType {
    /// Influenza.
    Flu,
    /// Streptococcal infection.
    Strep,
    /// Respiratory syncytial virus.
    Rsv,
    /// COVID-19.
    Covid19,
    /// Common cold.
    Cold,
    /// Vomiting and diarrhoea.
    StomachBug,
    /// Infection of the middle ear.
    EarInfection,
    /// Hand, foot and mouth disease.
    HandFootMouth,
    /// Croup.
    Croup,
    /// Conjunctivitis.
    PinkEye,
    /// Varicella.
    Chickenpox,
    /// Fever without anything else.
    Fever,
    /// Any other; it has a name.
    Other,
}

/// What follows from the details.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct IllnessComputed {
    /// Days from the first to the last, both counted; absent while it goes on.
    pub days: Option<i64>,
}

impl IllnessType {
    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Flu => "flu",
            Self::Strep => "strep",
            Self::Rsv => "rsv",
            Self::Covid19 => "covid19",
            Self::Cold => "cold",
            Self::StomachBug => "stomach_bug",
            Self::EarInfection => "ear_infection",
            Self::HandFootMouth => "hand_foot_mouth",
            Self::Croup => "croup",
            Self::PinkEye => "pink_eye",
            Self::Chickenpox => "chickenpox",
            Self::Fever => "fever",
            Self::Other => "other",
        }
    }
}

impl IllnessDetails {
    /// Adds a temperature in its place by time; `false` where the same stands there already.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for a moment in the future.
    pub fn add_temperature(&mut self, state: &AppState, reading: TemperatureReading) -> Result<bool> {
        not_to_come(state, "at", reading.at)?;
        Ok(add_by_time(&mut self.temperatures, reading, |one| one.at))
    }

    /// Adds a medicine that was given in its place by time; `false` where the same stands there already.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for a moment in the future.
    pub fn add_medicine(&mut self, state: &AppState, medicine: MedicineGiven) -> Result<bool> {
        not_to_come(state, "at", medicine.at)?;
        Ok(add_by_time(&mut self.medicines, medicine, |one| one.at))
    }
}

impl Details for IllnessDetails {
    type Id = IllnessId;
    type Computed = IllnessComputed;
    type Beside = Nothing;
    const KIND: &'static str = "ILLNESS";
    const NAME: &'static str = "Illness";
    const SCHEMA: u32 = 1;
    const TYPES: &'static [&'static str] = &[
        "flu",
        "strep",
        "rsv",
        "covid19",
        "cold",
        "stomach_bug",
        "ear_infection",
        "hand_foot_mouth",
        "croup",
        "pink_eye",
        "chickenpox",
        "fever",
        "other",
    ];
    const DATE_FIELD: &'static str = "started_on";
    const LINK_FIELD: &'static str = "visit_ids";

    fn date(&self) -> Option<Date> {
        Some(self.started_on)
    }

    fn types(&self) -> Vec<&'static str> {
        self.types.iter().map(|one| one.word()).collect()
    }

    fn is_open(&self) -> bool {
        self.ended_on.is_none()
    }

    fn links(&self) -> Vec<RecordRef> {
        self.visit_ids.iter().copied().map(RecordRef::Visit).collect()
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add(&self.other_name).add(&self.notes).tags(&self.tags);
        for symptom in &self.symptoms {
            texts.text(symptom);
        }
        for medicine in &self.medicines {
            texts.text(&medicine.name);
        }
    }

    fn check(&self, state: &AppState) -> Result<()> {
        for (field, count, most) in [
            ("types", self.types.len(), 10),
            ("symptoms", self.symptoms.len(), 50),
            ("temperatures", self.temperatures.len(), 300),
            ("medicines", self.medicines.len(), 300),
            ("visit_ids", self.visit_ids.len(), 20),
            ("tags", self.tags.len(), 20),
        ] {
            at_most(field, count, most)?;
        }
        if self.types.is_empty() {
            return Err(ApiError::field("types", "give at least one type"));
        }
        for (nth, one) in self.types.iter().enumerate() {
            if self.types[..nth].contains(one) {
                return Err(ApiError::field(format!("types[{nth}]"), "is given twice"));
            }
        }
        for (nth, one) in self.visit_ids.iter().enumerate() {
            if self.visit_ids[..nth].contains(one) {
                return Err(ApiError::field(format!("visit_ids[{nth}]"), "is given twice"));
            }
        }
        if self.types.contains(&IllnessType::Other) != self.other_name.is_some() {
            return Err(ApiError::field("other_name", "belongs to the type `other`, and to it alone"));
        }
        if self.severity.is_some_and(|severity| !(1..=10).contains(&severity)) {
            return Err(ApiError::field("severity", "must be 1 to 10"));
        }
        if self.days_missed.is_some_and(|days| days > 400) {
            return Err(ApiError::field("days_missed", "must be at most 400"));
        }
        if self.started_on.day() > state.latest_today() {
            return Err(ApiError::field("started_on", "must not be in the future"));
        }
        if let Some(end) = self.ended_on {
            not_before("ended_on", self.started_on, end, "must not be before the first day")?;
            if end.day() > state.latest_today() {
                return Err(ApiError::field("ended_on", "must not be in the future; leave it out while the illness goes on"));
            }
        }
        for (nth, reading) in self.temperatures.iter().enumerate() {
            not_to_come(state, format!("temperatures[{nth}].at"), reading.at)?;
        }
        for (nth, medicine) in self.medicines.iter().enumerate() {
            not_to_come(state, format!("medicines[{nth}].at"), medicine.at)?;
        }
        Ok(())
    }

    fn computed(&self) -> IllnessComputed {
        IllnessComputed { days: self.ended_on.map(|end| (end.day() - self.started_on.day()).num_days() + 1) }
    }
}
