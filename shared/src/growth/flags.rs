//! Reasons to look at a value again.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::reference::Reference;
use super::subject::{Measure, Standard};

/// Whether a value with a z-score is beyond the limits its standard publishes for plausible values.
///
/// WHO's limits are on its z-scores, CDC's on the modified ones.
/// Sources: the manuals of WHO Anthro and WHO `AnthroPlus`; CDC, "Cut-offs to define outliers in the 2000 CDC growth charts".
pub(super) fn is_implausible(reference: &Reference, value: f64, z: f64) -> bool {
    let (score, low, high) = match (reference.standard(), reference.measure()) {
        (Standard::Who2006 | Standard::Who2007, Measure::Height) => (z, -6.0, 6.0),
        (Standard::Who2006 | Standard::Who2007, Measure::Weight) => (z, -6.0, 5.0),
        // CDC has no tables of head circumference or weight for height here.
        (Standard::Who2006 | Standard::Who2007, Measure::Bmi)
        | (Standard::Who2006 | Standard::Who2007 | Standard::Cdc2000, Measure::HeadCircumference | Measure::WeightForHeight) => {
            (z, -5.0, 5.0)
        }
        (Standard::Cdc2000, Measure::Height) => (reference.modified_z_score(value), -5.0, 4.0),
        (Standard::Cdc2000, Measure::Weight) => (reference.modified_z_score(value), -5.0, 8.0),
        (Standard::Cdc2000, Measure::Bmi) => (reference.modified_z_score(value), -4.0, 8.0),
    };
    score < low || score > high
}

/// Whether an implausible value would be ordinary (z between -3 and 3) had its number been meant in another unit of the same kind.
///
/// `value` is as measured; `conversion` is what its position added to it.
pub(super) fn is_unit_slip(reference: &Reference, value: f64, conversion: f64) -> bool {
    let units = match reference.measure() {
        Measure::Weight => &WEIGHT_UNITS_IN_KG[..],
        Measure::Height | Measure::HeadCircumference => &LENGTH_UNITS_IN_CM[..],
        // Computed, so never typed in a unit.
        Measure::Bmi | Measure::WeightForHeight => &[],
    };
    let ordinary = |candidate: f64| candidate > 0.0 && reference.z_score(candidate).abs() <= ORDINARY;
    units.iter().enumerate().any(|(typed, from)| {
        units.iter().enumerate().filter(|(meant, _)| *meant != typed).any(|(_, to)| ordinary(value / from * to + conversion))
    })
}

/// For each dated height, whether it is more than 2 cm below the previous one.
///
/// Heights are compared as if standing, in micrometres.
/// The previous one is that of the last earlier date, the lowest where that date has several, so the order of the input does not matter.
pub(super) fn falls(heights: &[(NaiveDate, Option<i64>)]) -> Vec<bool> {
    let mut lowest: BTreeMap<NaiveDate, i64> = BTreeMap::new();
    for (date, height) in heights {
        if let Some(um) = *height {
            lowest.entry(*date).and_modify(|low| *low = um.min(*low)).or_insert(um);
        }
    }
    heights
        .iter()
        .map(|(date, height)| {
            let previous = lowest.range(..*date).next_back().map(|(_, low)| *low);
            previous.zip(*height).is_some_and(|(before, now)| before.saturating_sub(now) > FALL_UM)
        })
        .collect()
}

/// A fall up to this, 2 cm in micrometres, is within the error of measuring.
const FALL_UM: i64 = 20_000;
/// The largest |z| of a value that counts as ordinary.
const ORDINARY: f64 = 3.0;
/// Kilogram, gram, pound and ounce (international avoirdupois) in kg.
const WEIGHT_UNITS_IN_KG: [f64; 4] = [1.0, 0.001, 0.453_592_37, 0.028_349_523_125];
/// Centimetre, millimetre and inch in cm.
const LENGTH_UNITS_IN_CM: [f64; 3] = [1.0, 0.1, 2.54];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::subject::Sex;

    fn row(standard: Standard, measure: Measure, days: f64) -> Reference {
        Reference::at_age(standard, measure, Sex::Female, days).expect("in the table")
    }

    fn flagged_at(reference: &Reference, z: f64) -> bool {
        let value = reference.value_at(z).expect("a value");
        is_implausible(reference, value, reference.z_score(value))
    }

    #[test]
    fn who_limits_are_on_z() {
        for (measure, low, high) in
            [(Measure::Height, -6.0, 6.0), (Measure::Weight, -6.0, 5.0), (Measure::Bmi, -5.0, 5.0), (Measure::HeadCircumference, -5.0, 5.0)]
        {
            let row = row(Standard::Who2006, measure, 400.0);
            assert!(!flagged_at(&row, low + 1e-6), "{measure:?}");
            assert!(!flagged_at(&row, high - 1e-6), "{measure:?}");
            assert!(flagged_at(&row, low - 1e-6), "{measure:?}");
            assert!(flagged_at(&row, high + 1e-6), "{measure:?}");
        }
        let older = row(Standard::Who2007, Measure::Height, 4_000.0);
        assert!(flagged_at(&older, 6.01) && !flagged_at(&older, 5.99));
    }

    #[test]
    fn cdc_limits_are_on_modified_z() {
        for (measure, low, high) in [(Measure::Height, -5.0, 4.0), (Measure::Weight, -5.0, 8.0), (Measure::Bmi, -4.0, 8.0)] {
            let row = row(Standard::Cdc2000, measure, 2_600.0);
            let median = row.value_at(0.0).expect("a median");
            let at = |modified: f64| {
                let per_unit = row.modified_z_score(median + modified.signum()).abs();
                let value = median + modified / per_unit;
                is_implausible(&row, value, row.z_score(value))
            };
            assert!(!at(low + 1e-6) && !at(high - 1e-6), "{measure:?}");
            assert!(at(low - 1e-6) && at(high + 1e-6), "{measure:?}");
        }
    }

    #[test]
    fn a_unit_slip_fits_in_the_other_unit() {
        let weight = row(Standard::Who2006, Measure::Weight, 365.0);
        let slip = |value: f64| is_unit_slip(&weight, value, 0.0);
        assert!(slip(9.0 / 0.453_592_37), "pounds taken for kilograms");
        assert!(slip(9.0 * 0.453_592_37), "kilograms taken for pounds");
        assert!(slip(9.0 * 0.001), "kilograms taken for grams");
        assert!(slip(9.0 / 0.453_592_37 * 0.028_349_523_125), "pounds taken for ounces");
        assert!(!slip(90.0));
        let height = row(Standard::Who2006, Measure::Height, 365.0);
        let slip = |value: f64| is_unit_slip(&height, value, 0.0);
        assert!(slip(74.0 / 2.54), "inches taken for centimetres");
        assert!(slip(74.0 * 2.54), "centimetres taken for inches");
        assert!(slip(740.0), "millimetres taken for centimetres");
        assert!(!slip(110.0));
        let bmi = row(Standard::Who2006, Measure::Bmi, 365.0);
        assert!(!is_unit_slip(&bmi, 16.0 * 2.2, 0.0));
    }

    #[test]
    fn a_fall_of_more_than_2_cm_is_seen_in_any_order() {
        let on = |day| NaiveDate::from_ymd_opt(2024, 5, day).expect("a date");
        let heights =
            [(on(9), Some(1_000_000)), (on(1), Some(1_030_001)), (on(5), Some(1_010_000)), (on(3), None), (on(2), Some(1_030_001))];
        assert_eq!(falls(&heights), [false, false, true, false, false][..].to_vec());
        let exactly = [(on(1), Some(1_020_000)), (on(2), Some(1_000_000))];
        assert_eq!(falls(&exactly), vec![false, false]);
        let same_day = [(on(1), Some(1_050_000)), (on(1), Some(1_000_000))];
        assert_eq!(falls(&same_day), vec![false, false]);
    }
}
