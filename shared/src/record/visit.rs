//! Visits: a child is seen by somebody who examines or treats it.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::measurement::MeasuredBy;
use super::{Details, Nothing, Record, RecordRef, Texts, at_most, not_before};
use crate::date::{Date, TimeOfDay};
use crate::error::{ApiError, Result};
use crate::id::VisitId;
use crate::quantity::{Temperature, decimal, number};
use crate::state::AppState;
use crate::text::{Line, Name, Notes, Prose, Tag};

/// A visit of a child.
pub type Visit = Record<VisitDetails>;

/// What is known of a visit. A date to come makes it an appointment.
///
/// Measurements, vaccines and illnesses that were found at a visit are records of their own that name it;
/// they can be written in one save with it, see `records` of the create and replace operations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "type": "wellness", "date": "2026-02-10", "time": "09:30", "place": "Children's practice", "doctor": "Dr. Hale",
    "title": "Check-up at one year", "outcome": "All well.",
    "vitals": { "heart_rate": 112, "temperature": { "value": 36.8, "unit": "c" } }, "tags": ["check-up"]
}))]
pub struct VisitDetails {
    /// What kind of visit.
    #[serde(rename = "type")]
    pub visit_type: VisitType,
    /// The day, a calendar date.
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    /// Time of the day where the visit takes place.
    #[schema(value_type = Option<String>, example = "09:30")]
    pub time: Option<TimeOfDay>,
    /// Practice, hospital or whatever the family calls the place.
    #[schema(value_type = Option<String>, max_length = 200)]
    pub place: Option<Line<200>>,
    /// Who sees the child.
    #[schema(value_type = Option<String>, max_length = 100)]
    pub doctor: Option<Name>,
    /// What the family calls the visit.
    #[schema(value_type = Option<String>, max_length = 200)]
    pub title: Option<Line<200>>,
    /// Why the child is taken there.
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub reason: Option<Prose<2000>>,
    /// What came out of it.
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub outcome: Option<Notes>,
    /// Nothing more is to be entered, even where no outcome is.
    #[serde(default)]
    pub done: bool,
    /// Blood pressure, heart rate, oxygen saturation and temperature.
    pub vitals: Option<Vitals>,
    /// What was hurt and how it was treated.
    pub injury: Option<Injury>,
    /// What an eye examination found.
    pub vision: Option<Vision>,
    /// What a dentist found and did.
    pub dental: Option<Dental>,
    /// Medicines that were prescribed.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub prescriptions: Vec<Prescription>,
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

/// Kinds of visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum VisitType {
    /// A check-up of a well child.
    Wellness,
    /// For an illness.
    Sick,
    /// For an injury.
    Injury,
    /// At an eye doctor's or optician's.
    Vision,
    /// At a dentist's.
    Dental,
    /// At any other specialist's.
    Specialist,
}

/// Vital signs, at least one of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Vitals {
    /// Blood pressure.
    pub blood_pressure: Option<BloodPressure>,
    /// Beats a minute, 20 to 300.
    #[schema(minimum = 20, maximum = 300)]
    pub heart_rate: Option<u16>,
    /// Per cent, 50 to 100.
    #[schema(minimum = 50, maximum = 100)]
    pub oxygen_saturation: Option<u8>,
    /// Body temperature.
    pub temperature: Option<Temperature>,
}

/// Blood pressure in mmHg.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BloodPressure {
    /// The higher value, 30 to 300.
    #[schema(minimum = 30, maximum = 300)]
    pub systolic: u16,
    /// The lower value, 10 to 200.
    #[schema(minimum = 10, maximum = 200)]
    pub diastolic: u16,
}

/// An injury.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Injury {
    /// What happened, such as a cut or a burn.
    #[schema(value_type = String, max_length = 100)]
    pub kind: Line<100>,
    /// Where.
    #[schema(value_type = Option<String>, max_length = 100)]
    pub body_part: Option<Line<100>>,
    /// What was done.
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub treatment: Option<Prose<2000>>,
}

/// An eye examination.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Vision {
    /// The right eye.
    pub right: Option<Eye>,
    /// The left eye.
    pub left: Option<Eye>,
    /// Glasses were ordered.
    #[serde(default)]
    pub glasses_ordered: bool,
    /// Contact lenses were ordered.
    #[serde(default)]
    pub contacts_ordered: bool,
}

/// The refraction of one eye.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Eye {
    /// Sphere in dioptres, -40 to 40.
    #[schema(value_type = Option<f64>, minimum = -40, maximum = 40)]
    pub sphere: Option<Dioptre>,
    /// Cylinder in dioptres, -40 to 40.
    #[schema(value_type = Option<f64>, minimum = -40, maximum = 40)]
    pub cylinder: Option<Dioptre>,
    /// Axis of the cylinder in degrees, 0 to 180.
    #[schema(minimum = 0, maximum = 180)]
    pub axis: Option<u8>,
}

/// Refractive power, with at most two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawDioptre")]
pub struct Dioptre(#[serde(serialize_with = "number")] Decimal);

#[derive(Deserialize)]
struct RawDioptre(#[serde(deserialize_with = "decimal")] Decimal);

impl TryFrom<RawDioptre> for Dioptre {
    type Error = &'static str;

    fn try_from(raw: RawDioptre) -> Result<Self, Self::Error> {
        let fits = raw.0.abs() <= Decimal::from(40) && raw.0.scale() <= 2;
        if fits { Ok(Self(raw.0)) } else { Err("must be -40 to 40 dioptres with at most two decimals") }
    }
}

/// What a dentist found and did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a box that the family ticks")]
pub struct Dental {
    /// What was done, with the tooth where it was one.
    #[serde(default)]
    #[schema(max_items = 40)]
    pub procedures: Vec<DentalProcedure>,
    /// The teeth were cleaned.
    #[serde(default)]
    pub cleaning: bool,
    /// Cavities that were found, up to 32.
    #[schema(maximum = 32)]
    pub cavities_found: Option<u8>,
    /// Cavities that were filled, up to 32.
    #[schema(maximum = 32)]
    pub cavities_filled: Option<u8>,
    /// X-rays were taken.
    #[serde(default)]
    pub xrays: bool,
    /// Fluoride was put on.
    #[serde(default)]
    pub fluoride: bool,
    /// Fissures were sealed.
    #[serde(default)]
    pub sealants: bool,
}

/// Something that a dentist did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DentalProcedure {
    /// What it was.
    #[schema(value_type = String, max_length = 100)]
    pub name: Line<100>,
    /// Which tooth, in the notation that the dentist uses.
    #[schema(value_type = Option<String>, max_length = 20)]
    pub tooth: Option<Line<20>>,
}

/// A medicine that was prescribed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Prescription {
    /// Its name.
    #[schema(value_type = String, max_length = 100)]
    pub medicine: Name,
    /// How much at a time, as it stands on the prescription.
    #[schema(value_type = Option<String>, max_length = 100)]
    pub dose: Option<Line<100>>,
    /// How often.
    #[schema(value_type = Option<String>, max_length = 100)]
    pub frequency: Option<Line<100>>,
    /// For how long.
    #[schema(value_type = Option<String>, max_length = 100)]
    pub duration: Option<Line<100>>,
}

impl VisitType {
    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Wellness => "wellness",
            Self::Sick => "sick",
            Self::Injury => "injury",
            Self::Vision => "vision",
            Self::Dental => "dental",
            Self::Specialist => "specialist",
        }
    }
}

impl Details for VisitDetails {
    type Id = VisitId;
    type Computed = Nothing;
    type Beside = Nothing;
    const KIND: &'static str = "VISIT";
    const NAME: &'static str = "Visit";
    const SCHEMA: u32 = 1;
    const TYPES: &'static [&'static str] = &["wellness", "sick", "injury", "vision", "dental", "specialist"];

    fn date(&self) -> Option<Date> {
        Some(self.date)
    }

    fn types(&self) -> Vec<&'static str> {
        vec![self.visit_type.word()]
    }

    /// An appointment, or a visit of which the outcome is still missing: which of the two, the date says.
    fn is_open(&self) -> bool {
        let nothing_entered = self.outcome.is_none()
            && self.vitals.is_none()
            && self.injury.is_none()
            && self.vision.is_none()
            && self.dental.is_none()
            && self.prescriptions.is_empty();
        nothing_entered && !self.done
    }

    fn links(&self) -> Vec<RecordRef> {
        Vec::new()
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add(&self.title).add(&self.place).add(&self.doctor).add(&self.reason).add(&self.outcome).add(&self.notes).tags(&self.tags);
        if let Some(injury) = &self.injury {
            texts.text(&injury.kind).add(&injury.body_part).add(&injury.treatment);
        }
        for procedure in self.dental.iter().flat_map(|dental| &dental.procedures) {
            texts.text(&procedure.name);
        }
        for prescription in &self.prescriptions {
            texts.text(&prescription.medicine);
        }
    }

    fn check(&self, _: &AppState) -> Result<()> {
        at_most("tags", self.tags.len(), 20)?;
        at_most("prescriptions", self.prescriptions.len(), 30)?;
        if let Some(vitals) = &self.vitals {
            vitals.check()?;
        }
        for (field, eye) in [("vision.right.axis", self.vision.iter().find_map(|vision| vision.right.as_ref()))]
            .into_iter()
            .chain([("vision.left.axis", self.vision.iter().find_map(|vision| vision.left.as_ref()))])
        {
            if eye.and_then(|eye| eye.axis).is_some_and(|axis| axis > 180) {
                return Err(ApiError::field(field, "must be 0 to 180 degrees"));
            }
        }
        if let Some(dental) = &self.dental {
            at_most("dental.procedures", dental.procedures.len(), 40)?;
            for (field, count) in [("dental.cavities_found", dental.cavities_found), ("dental.cavities_filled", dental.cavities_filled)] {
                if count.is_some_and(|count| count > 32) {
                    return Err(ApiError::field(field, "must be at most 32"));
                }
            }
        }
        Ok(())
    }

    fn computed(&self) -> Nothing {
        Nothing {}
    }
}

impl Vitals {
    fn check(&self) -> Result<()> {
        let within = |field: &str, value: Option<u16>, low: u16, high: u16| match value {
            Some(value) if !(low..=high).contains(&value) => {
                Err(ApiError::field(format!("vitals.{field}"), format!("must be {low} to {high}")))
            }
            _ => Ok(()),
        };
        within("heart_rate", self.heart_rate, 20, 300)?;
        within("oxygen_saturation", self.oxygen_saturation.map(u16::from), 50, 100)?;
        if let Some(pressure) = self.blood_pressure {
            within("blood_pressure.systolic", Some(pressure.systolic), 30, 300)?;
            within("blood_pressure.diastolic", Some(pressure.diastolic), 10, 200)?;
            not_before("vitals.blood_pressure.systolic", pressure.diastolic, pressure.systolic, "must not be below the diastolic value")?;
        }
        let empty =
            self.blood_pressure.is_none() && self.heart_rate.is_none() && self.oxygen_saturation.is_none() && self.temperature.is_none();
        if empty { Err(ApiError::field("vitals", "give at least one value, or leave it out")) } else { Ok(()) }
    }
}
