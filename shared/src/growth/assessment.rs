//! What the engine answers for one observation.

use serde::Serialize;
use utoipa::ToSchema;

use super::subject::Standard;

/// An observation seen against the references.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assessment {
    /// Chronological age in days; negative before birth.
    pub age_days: i64,
    /// Corrected age in days, only while the correction is used; negative before the due date.
    pub corrected_age_days: Option<i64>,
    /// Weight for age, kg.
    pub weight: Option<Point>,
    /// Length or height for age, cm.
    pub height: Option<Point>,
    /// Head circumference for age, cm.
    pub head_circumference: Option<Point>,
    /// Body mass index for age, kg/m2, of the weight and the converted length.
    pub bmi: Option<Point>,
    /// Weight for length or height: the weight in kg, at the converted length.
    pub weight_for_height: Option<Point>,
}

/// One value and where it stands.
///
/// `standard`, `centile` and `z` are there together, or `why_not` is there instead of them.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Point {
    /// The value as measured (or as computed, for BMI), in the unit of its measure.
    pub value: f64,
    /// The length in cm as converted for the position; nothing where it needed no conversion, and on other measures.
    pub adjusted_value: Option<f64>,
    /// The standard the centile comes from.
    pub standard: Option<Standard>,
    /// The centile between 0 and 100, not rounded.
    pub centile: Option<f64>,
    /// The z-score, always finite.
    pub z: Option<f64>,
    /// A BMI above CDC's 95th centile as a percentage of that centile, so above 100.
    pub percent_of_p95: Option<f64>,
    /// Why there is no centile.
    pub why_not: Option<WhyNot>,
    /// Reasons to look at the value again; they never drop it.
    pub flags: Vec<Flag>,
}

/// A reason to look at a value again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Beyond the limits WHO and CDC publish for plausible values.
    Implausible,
    /// Implausible as entered, ordinary in another unit of the same kind.
    UnitSlip,
    /// A height more than 2 cm below the previous one.
    Fell,
    /// Recorded as standing under 9 months; treated as lying.
    StandingBeforeNineMonths,
}

/// Why a value has no centile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// The corrected age is below 0.
    BeforeDueDate,
    /// The chosen standards have no table for this measure at this age.
    NoReference,
    /// The length is outside the tables of weight for length and height.
    SizeOutOfRange,
}
