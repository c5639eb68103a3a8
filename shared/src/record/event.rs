//! Medical events: vaccines, procedures, medications, allergies, conditions, hospital stays and tests.

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::measurement::MeasuredBy;
use super::{Details, Nothing, Record, RecordRef, Texts, add_by_time, at_most, not_before, not_to_come};
use crate::date::Date;
use crate::error::{ApiError, Result};
use crate::id::{EventId, VisitId};
use crate::quantity::{decimal, number};
use crate::state::AppState;
use crate::text::{Line, Name, Notes, Prose, Tag};
use crate::vaccine::Cvx;

/// A medical event of a child.
pub type Event = Record<EventDetails>;

/// What is known of a medical event. The part that is named like its type belongs to it, and no other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "type": "vaccine", "name": "MMR", "date": "2026-02-10", "place": "Children's practice",
    "vaccine": { "cvx": "03", "diseases": ["Measles", "Mumps", "Rubella"], "dose_number": 1, "lot": "A1234", "site": "left_thigh" }
}))]
pub struct EventDetails {
    /// What kind of event.
    #[serde(rename = "type")]
    pub event_type: EventType,
    /// The vaccine, medicine, substance, condition, procedure, stay or test by its name.
    #[schema(value_type = String, max_length = 200)]
    pub name: Line<200>,
    /// The day, or the first day.
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    /// The last day of a medication, a condition, an allergy or a stay; absent while it goes on.
    #[schema(value_type = Option<String>, format = Date)]
    pub ended_on: Option<Date>,
    /// Practice or hospital.
    #[schema(value_type = Option<String>, max_length = 200)]
    pub place: Option<Line<200>>,
    /// What came of it.
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub outcome: Option<Notes>,
    /// What a test said.
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub result: Option<Notes>,
    /// Only for the type `vaccine`.
    pub vaccine: Option<Vaccine>,
    /// Only for the type `medication`.
    pub medication: Option<Medication>,
    /// Only for the type `allergy`.
    pub allergy: Option<Allergy>,
    /// The visit at which it happened.
    pub visit_id: Option<VisitId>,
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

/// Kinds of medical events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventType {
    /// A vaccine that was given, or was not.
    Vaccine,
    /// An operation or another procedure.
    Procedure,
    /// A medicine that is taken for a while.
    Medication,
    /// An allergy.
    Allergy,
    /// A condition that lasts.
    Condition,
    /// Days and nights in a hospital.
    HospitalStay,
    /// A test or an examination with a result.
    Test,
}

/// A dose of a vaccine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Vaccine {
    /// Code of the product in the CDC's CVX code set, where known.
    #[schema(value_type = Option<String>, example = "03")]
    pub cvx: Option<Cvx>,
    /// What it protects against.
    #[serde(default)]
    #[schema(value_type = Vec<String>, max_items = 20)]
    pub diseases: Vec<Line<100>>,
    /// Which dose of the series, 1 to 20.
    #[schema(minimum = 1, maximum = 20)]
    pub dose_number: Option<u8>,
    /// Lot number on the package.
    #[schema(value_type = Option<String>, max_length = 50)]
    pub lot: Option<Line<50>>,
    /// Who made it.
    #[schema(value_type = Option<String>, max_length = 100)]
    pub manufacturer: Option<Name>,
    /// Where on the body.
    pub site: Option<VaccineSite>,
    /// Who gave it.
    #[schema(value_type = Option<String>, max_length = 100)]
    pub given_by: Option<Name>,
    /// How the child took it.
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub reaction: Option<Prose<2000>>,
    /// Why it was not given; absent where it was.
    #[schema(value_type = Option<String>, max_length = 500)]
    pub not_given: Option<Line<500>>,
}

/// Where a vaccine is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it all")]
pub enum VaccineSite {
    LeftThigh,
    RightThigh,
    LeftArm,
    RightArm,
    Mouth,
    Nose,
    Other,
}

/// A medicine that is taken for a while; `date` is its first day, `ended_on` its last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Medication {
    /// How much at a time.
    pub dose: Option<Dose>,
    /// When it is to be taken, in the family's words.
    #[schema(value_type = Option<String>, max_length = 200)]
    pub schedule: Option<Line<200>>,
    /// Minutes that must lie between two doses, up to 30 days.
    #[schema(minimum = 1, maximum = 43200)]
    pub minutes_between: Option<u32>,
    /// Doses that were given, in the order they were.
    #[serde(default)]
    #[schema(max_items = 500)]
    pub given: Vec<GivenDose>,
}

/// A dose that was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "at": "2026-02-10T19:30:00Z", "dose": { "value": 2.5, "unit": "ml" } }))]
pub struct GivenDose {
    /// When.
    pub at: DateTime<Utc>,
    /// How much, where it was not the usual dose.
    pub dose: Option<Dose>,
}

/// An amount of a medicine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "RawDose")]
pub struct Dose {
    /// More than 0, at most 100,000, with at most 4 decimals.
    #[serde(serialize_with = "number")]
    #[schema(value_type = f64, exclusive_minimum = 0)]
    value: Decimal,
    unit: DoseUnit,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDose {
    #[serde(deserialize_with = "decimal")]
    value: Decimal,
    unit: DoseUnit,
}

impl TryFrom<RawDose> for Dose {
    type Error = &'static str;

    fn try_from(raw: RawDose) -> Result<Self, Self::Error> {
        let fits = raw.value > Decimal::ZERO && raw.value <= Decimal::from(100_000);
        if fits { Ok(Self { value: raw.value, unit: raw.unit }) } else { Err("must be more than 0 and at most 100,000") }
    }
}

/// Units of medicines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DoseUnit {
    /// Microgram.
    Ug,
    /// Milligram.
    Mg,
    /// Gram.
    G,
    /// Millilitre.
    Ml,
    /// Drops.
    Drops,
    /// Tablets or capsules.
    Tablets,
    /// Puffs of an inhaler.
    Puffs,
    /// Suppositories.
    Suppositories,
    /// International units.
    Iu,
    /// Anything that is counted in pieces.
    Pieces,
}

/// An allergy; `name` says to what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Allergy {
    /// What happens.
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub reaction: Option<Prose<2000>>,
    /// How bad it is.
    pub severity: Option<AllergySeverity>,
}

/// How bad an allergy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AllergySeverity {
    /// Uncomfortable.
    Mild,
    /// Needs a medicine.
    Moderate,
    /// Dangerous.
    Severe,
}

/// What follows from the details.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct EventComputed {
    /// The earliest moment for the next dose of a running medication, where the time between doses is known.
    pub next_possible_at: Option<DateTime<Utc>>,
}

impl EventType {
    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Vaccine => "vaccine",
            Self::Procedure => "procedure",
            Self::Medication => "medication",
            Self::Allergy => "allergy",
            Self::Condition => "condition",
            Self::HospitalStay => "hospital_stay",
            Self::Test => "test",
        }
    }
}

impl EventDetails {
    /// Adds a dose of a medication in its place by time; `false` where the same stands there already.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for a moment in the future, and where the event is no medication.
    pub fn add_dose(&mut self, state: &AppState, dose: GivenDose) -> Result<bool> {
        not_to_come(state, "at", dose.at)?;
        if self.event_type != EventType::Medication {
            return Err(ApiError::field("event_id", "is no medication"));
        }
        let nothing_known = || Medication { dose: None, schedule: None, minutes_between: None, given: Vec::new() };
        Ok(add_by_time(&mut self.medication.get_or_insert_with(nothing_known).given, dose, |one| one.at))
    }
}

impl Details for EventDetails {
    type Id = EventId;
    type Computed = EventComputed;
    type Beside = Nothing;
    const KIND: &'static str = "EVENT";
    const NAME: &'static str = "Event";
    const SCHEMA: u32 = 1;
    const TYPES: &'static [&'static str] = &["vaccine", "procedure", "medication", "allergy", "condition", "hospital_stay", "test"];

    fn date(&self) -> Option<Date> {
        Some(self.date)
    }

    fn types(&self) -> Vec<&'static str> {
        vec![self.event_type.word()]
    }

    /// A running medication.
    fn is_open(&self) -> bool {
        self.event_type == EventType::Medication && self.ended_on.is_none()
    }

    fn links(&self) -> Vec<RecordRef> {
        self.visit_id.map(RecordRef::Visit).into_iter().collect()
    }

    fn texts(&self, texts: &mut Texts) {
        texts.text(&self.name).add(&self.place).add(&self.outcome).add(&self.result).add(&self.notes).tags(&self.tags);
        if let Some(vaccine) = &self.vaccine {
            texts.add(&vaccine.lot).add(&vaccine.manufacturer).add(&vaccine.given_by).add(&vaccine.reaction).add(&vaccine.not_given);
            for disease in &vaccine.diseases {
                texts.text(disease);
            }
        }
        texts.add(&self.medication.as_ref().and_then(|medication| medication.schedule.clone()));
        texts.add(&self.allergy.as_ref().and_then(|allergy| allergy.reaction.clone()));
    }

    fn check(&self, state: &AppState) -> Result<()> {
        at_most("tags", self.tags.len(), 20)?;
        let parts = [
            ("vaccine", self.vaccine.is_some(), EventType::Vaccine),
            ("medication", self.medication.is_some(), EventType::Medication),
            ("allergy", self.allergy.is_some(), EventType::Allergy),
        ];
        for (field, given, of) in parts {
            if given && self.event_type != of {
                return Err(ApiError::field(field, format!("belongs to the type `{}` alone", of.word())));
            }
        }
        if self.date.day() > state.latest_today() && self.event_type != EventType::Medication {
            return Err(ApiError::field("date", "must not be in the future; enter what is planned as a visit"));
        }
        if let Some(end) = self.ended_on {
            let lasting = match self.event_type {
                EventType::Medication | EventType::Allergy | EventType::Condition | EventType::HospitalStay => true,
                EventType::Vaccine | EventType::Procedure | EventType::Test => false,
            };
            if !lasting {
                return Err(ApiError::field("ended_on", "belongs to what lasts longer than a day"));
            }
            not_before("ended_on", self.date, end, "must not be before the first day")?;
        }
        if let Some(vaccine) = &self.vaccine {
            at_most("vaccine.diseases", vaccine.diseases.len(), 20)?;
            if vaccine.dose_number.is_some_and(|dose| !(1..=20).contains(&dose)) {
                return Err(ApiError::field("vaccine.dose_number", "must be 1 to 20"));
            }
        }
        if let Some(medication) = &self.medication {
            at_most("medication.given", medication.given.len(), 500)?;
            if medication.minutes_between.is_some_and(|minutes| !(1..=43_200).contains(&minutes)) {
                return Err(ApiError::field("medication.minutes_between", "must be 1 minute to 30 days"));
            }
            for (nth, dose) in medication.given.iter().enumerate() {
                not_to_come(state, format!("medication.given[{nth}].at"), dose.at)?;
            }
        }
        Ok(())
    }

    fn computed(&self) -> EventComputed {
        let running = self.medication.as_ref().filter(|_| self.ended_on.is_none());
        let next = running.and_then(|medication| {
            let last = medication.given.iter().map(|dose| dose.at).max()?;
            Some(last + TimeDelta::minutes(medication.minutes_between?.into()))
        });
        EventComputed { next_possible_at: next }
    }
}
