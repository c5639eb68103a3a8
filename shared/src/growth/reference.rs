//! One row of one standard: from a value to its z-score and centile, and back.

use super::age::DAYS_PER_MONTH;
use super::extended_bmi::ExtendedBmi;
use super::lms::Lms;
use super::subject::{Measure, Position, Sex, Standard};
use super::{normal, tables};

/// A row of a published standard with everything needed to use it.
///
/// ```
/// use trajectory::growth::{Measure, Reference, Sex, Standard};
///
/// let row = Reference::at_age(Standard::Who2006, Measure::Weight, Sex::Male, 274.0).expect("in the table");
/// let score = row.score(8.0229);
/// assert!((score.z + 0.950_931).abs() < 1e-6);
/// assert!((score.centile - 17.08).abs() < 0.01);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    standard: Standard,
    measure: Measure,
    row: Lms,
    formula: Formula,
}

/// Where a value stands among children of the same age (or length) and sex.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// The z-score.
    pub z: f64,
    /// The centile between 0 and 100, not rounded.
    pub centile: f64,
    /// A BMI above CDC's 95th centile as a percentage of it.
    pub percent_of_p95: Option<f64>,
}

/// How a standard turns the row into a z-score.
#[derive(Clone, Copy, Debug)]
enum Formula {
    /// The LMS formula as it is: lengths and heads, and CDC.
    Plain,
    /// With WHO's restriction beyond 3: everything WHO says about weight.
    Restricted,
    /// CDC's BMI: plain up to the 95th centile, the extension of 2022 above.
    Extended(ExtendedBmi),
}

impl Reference {
    /// The row of a standard for an age in days (months are 30.4375 days), or nothing where the standard has none.
    ///
    /// WHO 2006 looks up the whole day; WHO 2007 and CDC 2000 are interpolated between months.
    #[must_use]
    pub fn at_age(standard: Standard, measure: Measure, sex: Sex, age_days: f64) -> Option<Self> {
        let row = tables::by_age(standard, measure, sex, age_days)?;
        let formula = match (standard, measure) {
            (Standard::Who2006 | Standard::Who2007, Measure::Height | Measure::HeadCircumference)
            | (Standard::Cdc2000, Measure::Weight | Measure::Height | Measure::HeadCircumference | Measure::WeightForHeight) => {
                Formula::Plain
            }
            (Standard::Who2006 | Standard::Who2007, Measure::Weight | Measure::Bmi | Measure::WeightForHeight) => Formula::Restricted,
            (Standard::Cdc2000, Measure::Bmi) => {
                let age_years = age_days / DAYS_PER_MONTH / 12.0;
                let p95 = row.value_at(normal::Z_OF_P95);
                Formula::Extended(ExtendedBmi::new(sex, age_years, p95))
            }
        };
        Some(Self { standard, measure, row, formula })
    }

    /// The row of WHO 2006 for weight at a lying length of 45 to 110 cm or a standing height of 65 to 120 cm, or nothing outside.
    #[must_use]
    pub fn at_size(position: Position, sex: Sex, length_cm: f64) -> Option<Self> {
        Some(Self {
            standard: Standard::Who2006,
            measure: Measure::WeightForHeight,
            row: tables::by_size(position, sex, length_cm)?,
            formula: Formula::Restricted,
        })
    }

    /// The standard the row is from.
    #[must_use]
    pub fn standard(&self) -> Standard {
        self.standard
    }

    /// The measure the row is for.
    #[must_use]
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// Where a positive value stands, by the formulas of the standard.
    #[must_use]
    pub fn score(&self, value: f64) -> Score {
        match self.formula {
            Formula::Extended(above) if value > above.p95 => {
                Score { z: above.z_score(value), centile: above.centile(value), percent_of_p95: Some(100.0 * value / above.p95) }
            }
            Formula::Plain | Formula::Restricted | Formula::Extended(_) => {
                let z = self.z_score(value);
                Score { z, centile: normal::centile(z), percent_of_p95: None }
            }
        }
    }

    /// The z-score of a positive value, by the formula of the standard.
    #[must_use]
    pub fn z_score(&self, value: f64) -> f64 {
        match self.formula {
            Formula::Restricted => self.row.restricted_z_score(value),
            Formula::Extended(above) if value > above.p95 => above.z_score(value),
            Formula::Plain | Formula::Extended(_) => self.row.z_score(value),
        }
    }

    /// The value at a z-score, the inverse of [`Reference::z_score`]; nothing where no positive value has that z-score.
    #[must_use]
    pub fn value_at(&self, z: f64) -> Option<f64> {
        let value = match self.formula {
            Formula::Restricted => self.row.restricted_value_at(z),
            Formula::Extended(above) if z > normal::Z_OF_P95 => above.value_at(z),
            Formula::Plain | Formula::Extended(_) => self.row.value_at(z),
        };
        (value.is_finite() && value > 0.0).then_some(value)
    }

    /// CDC's modified z-score, see [`Lms::modified_z_score`].
    #[must_use]
    pub fn modified_z_score(&self, value: f64) -> f64 {
        self.row.modified_z_score(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEASURES: [Measure; 4] = [Measure::Weight, Measure::Height, Measure::HeadCircumference, Measure::Bmi];
    const STANDARDS: [Standard; 3] = [Standard::Who2006, Standard::Who2007, Standard::Cdc2000];

    #[test]
    fn a_z_comes_back_from_its_value() {
        let mut tried = 0;
        let mut check = |reference: Option<Reference>| {
            let Some(reference) = reference else { return };
            for tenths in -80..=80 {
                let z = f64::from(tenths) / 10.0;
                // CDC's skewed rows have no value at high z.
                let Some(value) = reference.value_at(z) else {
                    continue;
                };
                let back = reference.score(value);
                assert!((back.z - z).abs() < 1e-6, "{reference:?} {z} {}", back.z);
                assert!((back.z - reference.z_score(value)).abs() < 1e-12);
                tried += 1;
            }
        };
        for sex in [Sex::Male, Sex::Female] {
            for days in (0..=7305).step_by(97).chain([730, 731, 1826, 1827, 7305]) {
                for standard in STANDARDS {
                    for measure in MEASURES {
                        check(Reference::at_age(standard, measure, sex, f64::from(days)));
                    }
                }
            }
            for millimetres in (450..=1200).step_by(13) {
                let cm = f64::from(millimetres) / 10.0 + 0.033;
                check(Reference::at_size(Position::Lying, sex, cm));
                check(Reference::at_size(Position::Standing, sex, cm));
            }
        }
        assert!(tried > 100_000, "{tried}");
    }

    #[test]
    fn a_higher_value_has_a_higher_z_and_centile() {
        for standard in STANDARDS {
            for measure in MEASURES {
                let Some(reference) = Reference::at_age(standard, measure, Sex::Male, 1826.25) else {
                    continue;
                };
                let median = reference.value_at(0.0).expect("a median");
                let scores: Vec<Score> = (50..200).map(|percent| reference.score(median * f64::from(percent) / 100.0)).collect();
                for pair in scores.windows(2) {
                    assert!(pair[0].z < pair[1].z && pair[0].centile <= pair[1].centile);
                }
            }
        }
    }

    #[test]
    fn lengths_and_heads_are_not_restricted_and_weights_are() {
        let at = |standard, measure| Reference::at_age(standard, measure, Sex::Female, 1826.25).expect("a row");
        let restricted = |reference: Reference| {
            let value = reference.row.restricted_value_at(4.5);
            (reference.z_score(value) - 4.5).abs() < 1e-9
        };
        assert!(restricted(at(Standard::Who2006, Measure::Weight)));
        assert!(restricted(at(Standard::Who2007, Measure::Weight)));
        assert!(restricted(at(Standard::Who2006, Measure::Bmi)));
        assert!(restricted(at(Standard::Who2007, Measure::Bmi)));
        assert!(!restricted(at(Standard::Cdc2000, Measure::Weight)));
        // With L = 1 the restriction would change nothing, so the formula itself is looked at.
        for (standard, measure) in
            [(Standard::Who2006, Measure::Height), (Standard::Who2007, Measure::Height), (Standard::Who2006, Measure::HeadCircumference)]
        {
            assert!(matches!(at(standard, measure).formula, Formula::Plain));
        }
        let size = Reference::at_size(Position::Lying, Sex::Female, 70.0).expect("a row");
        assert!(restricted(size));
    }

    #[test]
    fn bmi_above_cdcs_95th_centile_is_extended() {
        let at = |days| Reference::at_age(Standard::Cdc2000, Measure::Bmi, Sex::Male, days).expect("a row");
        let reference = at(3652.5);
        let p95 = reference.row.value_at(normal::Z_OF_P95);
        let sigma = 0.3728 + 5.196 - 0.91;
        let score = reference.score(p95 + 2.0 * sigma);
        assert!((score.centile - (90.0 + 9.772_498_680_518_21)).abs() < 1e-7);
        assert!((normal::centile(score.z) - score.centile).abs() < 1e-9);
        let percent = score.percent_of_p95.expect("above the 95th");
        assert!((percent - 100.0 * (p95 + 2.0 * sigma) / p95).abs() < 1e-9);
        let below = reference.score(p95 - 1e-9);
        assert!((below.centile - 95.0).abs() < 1e-6 && below.percent_of_p95.is_none());
        assert!((below.z - reference.row.z_score(p95 - 1e-9)).abs() < 1e-12);
    }
}
