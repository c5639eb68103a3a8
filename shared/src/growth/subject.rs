//! What the engine is told: a child, settings, and what was measured.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A child, as far as growth references need to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Sex at birth, which chooses the table.
    pub sex: Sex,
    /// The day of birth, day 0 of every age.
    pub date_of_birth: NaiveDate,
    /// Completed days of gestation at birth; unknown is taken for born at term.
    pub gestation_days: Option<u16>,
}

/// What was measured on one day, in the integer units of the store.
///
/// A quantity of zero or less is no measurement and gets no point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The day of the measurement.
    pub date: NaiveDate,
    /// Weight in milligrams.
    pub weight_mg: Option<i64>,
    /// Length or height as measured, in micrometres.
    pub height_um: Option<i64>,
    /// How the length or height was measured; unknown is taken for the right way at the age.
    pub position: Option<Position>,
    /// Head circumference in micrometres.
    pub head_circumference_um: Option<i64>,
}

/// The choices of a family that change which reference applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Settings {
    /// Which standards to use, by age.
    pub standard: StandardChoice,
    /// How long the age of a child born preterm is corrected.
    pub correction: Correction,
}

/// Sex at birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// A boy's tables.
    Male,
    /// A girl's tables.
    Female,
}

/// How a length or height was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// Lying: length.
    Lying,
    /// Standing: height.
    Standing,
}

/// What is compared with a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Weight for age, kg.
    Weight,
    /// Length or height for age, cm.
    Height,
    /// Head circumference for age, cm.
    HeadCircumference,
    /// Body mass index for age, kg/m2.
    Bmi,
    /// Weight for length or for height, kg at a length in cm.
    WeightForHeight,
}

/// A published growth reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub enum Standard {
    /// WHO Child Growth Standards, 2006: day 0 to 1826.
    #[serde(rename = "who_2006")]
    Who2006,
    /// WHO Reference 2007: 60 to 228 months, weight to 120 months.
    #[serde(rename = "who_2007")]
    Who2007,
    /// CDC 2000 growth charts with the extended BMI-for-age of 2022: 24 to 240 months.
    #[serde(rename = "cdc_2000")]
    Cdc2000,
}

/// Which standards a family sees for weight, height and BMI.
///
/// Head circumference and weight-for-length/height come from WHO 2006 whatever the choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StandardChoice {
    /// WHO 2006 under 24 months, CDC 2000 from then on, as CDC and the AAP recommend.
    #[default]
    CdcFromTwo,
    /// WHO throughout: 2006, then 2007 from 60 months.
    Who,
}

/// How long the corrected age of a child born before 37 weeks is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// Before the chronological day 731.
    #[default]
    UntilTwo,
    /// Before the chronological age of 36 months.
    UntilThree,
    /// Not at all.
    Never,
}
