//! Which reference applies to a child on a day.

use super::age::{Ages, SECOND_BIRTHDAY};
use super::assessment::WhyNot;
use super::length::Length;
use super::reference::Reference;
use super::subject::{Measure, Sex, Standard, StandardChoice};
use super::units::real;

/// Finds the references of one child on one day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Finder {
    pub(super) sex: Sex,
    pub(super) choice: StandardChoice,
    pub(super) ages: Ages,
}

impl Finder {
    /// The reference for a measure that goes by age.
    pub(super) fn for_age(self, measure: Measure) -> Result<Reference, WhyNot> {
        let standard = self.standard(measure)?;
        let age_days = real(self.ages.row_day());
        Reference::at_age(standard, measure, self.sex, age_days).ok_or(WhyNot::NoReference)
    }

    /// The reference for weight at a length: the age says which table, the converted length which row.
    pub(super) fn for_size(self, length: Length) -> Result<Reference, WhyNot> {
        self.standard(Measure::WeightForHeight)?;
        Reference::at_size(length.position, self.sex, length.converted_cm()).ok_or(WhyNot::SizeOutOfRange)
    }

    /// The standard that applies, by chronological age, unless the child is not due yet.
    fn standard(self, measure: Measure) -> Result<Standard, WhyNot> {
        let day = self.ages.chronological;
        if day < 0 {
            return Err(WhyNot::NoReference);
        }
        if self.ages.row_day() < 0 {
            return Err(WhyNot::BeforeDueDate);
        }
        match (measure, self.choice) {
            (Measure::HeadCircumference | Measure::WeightForHeight, StandardChoice::CdcFromTwo | StandardChoice::Who) => {
                (day <= LAST_DAY_OF_WHO_2006).then_some(Standard::Who2006).ok_or(WhyNot::NoReference)
            }
            (Measure::Weight | Measure::Height | Measure::Bmi, StandardChoice::CdcFromTwo) => {
                Ok(if day < SECOND_BIRTHDAY { Standard::Who2006 } else { Standard::Cdc2000 })
            }
            (Measure::Weight | Measure::Height | Measure::Bmi, StandardChoice::Who) => {
                Ok(if day <= LAST_DAY_OF_WHO_2006 { Standard::Who2006 } else { Standard::Who2007 })
            }
        }
    }
}

/// The last day of WHO 2006: 1826 / 30.4375 is the last below 60 months.
const LAST_DAY_OF_WHO_2006: i64 = 1826;
