//! The published tables, found by age or by length.

use super::age::DAYS_PER_MONTH;
use super::lms::Lms;
use super::subject::{Measure, Position, Sex, Standard};

/// The row of a standard at an age in days, or nothing where the standard has none.
///
/// WHO 2006 has a row for every day and is not interpolated; the others are interpolated between months of 30.4375 days.
pub(super) fn by_age(standard: Standard, measure: Measure, sex: Sex, age_days: f64) -> Option<Lms> {
    let months = age_days / DAYS_PER_MONTH;
    match standard {
        Standard::Who2006 => {
            let row = whole_from(age_days, 0.0)?;
            who_2006(measure, sex)?.get(row).copied()
        }
        Standard::Who2007 => between_months(who_2007(measure, sex)?, months),
        // The table of BMI has a row beyond the last month the standard covers.
        Standard::Cdc2000 if months > 240.0 => None,
        Standard::Cdc2000 => between_months(cdc_2000(measure, sex)?, months).map(|row| Lms {
            // CDC's software takes a power this near to 0 for 0.
            l: if row.l.abs() < 0.01 { 0.0 } else { row.l },
            ..row
        }),
    }
}

/// The row of WHO 2006 for weight at a lying length (45 to 110 cm) or a standing height (65 to 120 cm), both ends included, interpolated between millimetres.
pub(super) fn by_size(position: Position, sex: Sex, length_cm: f64) -> Option<Lms> {
    let (rows, first): (&[Lms], f64) = match (position, sex) {
        (Position::Lying, Sex::Male) => (&rows::WHO_2006_WEIGHT_FOR_LENGTH_MALE, 450.0),
        (Position::Lying, Sex::Female) => (&rows::WHO_2006_WEIGHT_FOR_LENGTH_FEMALE, 450.0),
        (Position::Standing, Sex::Male) => (&rows::WHO_2006_WEIGHT_FOR_HEIGHT_MALE, 650.0),
        (Position::Standing, Sex::Female) => (&rows::WHO_2006_WEIGHT_FOR_HEIGHT_FEMALE, 650.0),
    };
    // Rounded to a millionth of a centimetre, so that 103.1 - 0.7 is the row of 102.4 and not just short of it.
    let tenths = (length_cm * 1e6).round() / 1e5;
    let lower = whole_from(tenths, first)?;
    let row = *rows.get(lower)?;
    let share = tenths - tenths.floor();
    if share == 0.0 { Some(row) } else { Some(row.toward(*rows.get(lower + 1)?, share)) }
}

/// The row at an age in months, both ends of the table included.
fn between_months(rows: &[(f64, Lms)], months: f64) -> Option<Lms> {
    let above = rows.partition_point(|(month, _)| *month <= months);
    let (month, row) = *rows.get(above.checked_sub(1)?)?;
    match rows.get(above) {
        Some((next_month, next)) => {
            let share = (months - month) / (next_month - month);
            Some(row.toward(*next, share))
        }
        None => (months <= month).then_some(row),
    }
}

/// The whole steps from `first` up to `number`, or nothing below `first`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not negative, and a number too large saturates, which is beyond every table"
)]
fn whole_from(number: f64, first: f64) -> Option<usize> {
    (number >= first).then(|| (number - first).floor() as usize)
}

fn who_2006(measure: Measure, sex: Sex) -> Option<&'static [Lms]> {
    match (measure, sex) {
        (Measure::Weight, Sex::Male) => Some(&rows::WHO_2006_WEIGHT_MALE),
        (Measure::Weight, Sex::Female) => Some(&rows::WHO_2006_WEIGHT_FEMALE),
        (Measure::Height, Sex::Male) => Some(&rows::WHO_2006_LENGTH_HEIGHT_MALE),
        (Measure::Height, Sex::Female) => Some(&rows::WHO_2006_LENGTH_HEIGHT_FEMALE),
        (Measure::HeadCircumference, Sex::Male) => Some(&rows::WHO_2006_HEAD_MALE),
        (Measure::HeadCircumference, Sex::Female) => Some(&rows::WHO_2006_HEAD_FEMALE),
        (Measure::Bmi, Sex::Male) => Some(&rows::WHO_2006_BMI_MALE),
        (Measure::Bmi, Sex::Female) => Some(&rows::WHO_2006_BMI_FEMALE),
        (Measure::WeightForHeight, Sex::Male | Sex::Female) => None,
    }
}

fn who_2007(measure: Measure, sex: Sex) -> Option<&'static [(f64, Lms)]> {
    match (measure, sex) {
        (Measure::Weight, Sex::Male) => Some(&rows::WHO_2007_WEIGHT_MALE),
        (Measure::Weight, Sex::Female) => Some(&rows::WHO_2007_WEIGHT_FEMALE),
        (Measure::Height, Sex::Male) => Some(&rows::WHO_2007_HEIGHT_MALE),
        (Measure::Height, Sex::Female) => Some(&rows::WHO_2007_HEIGHT_FEMALE),
        (Measure::Bmi, Sex::Male) => Some(&rows::WHO_2007_BMI_MALE),
        (Measure::Bmi, Sex::Female) => Some(&rows::WHO_2007_BMI_FEMALE),
        (Measure::HeadCircumference | Measure::WeightForHeight, Sex::Male | Sex::Female) => None,
    }
}

fn cdc_2000(measure: Measure, sex: Sex) -> Option<&'static [(f64, Lms)]> {
    match (measure, sex) {
        (Measure::Weight, Sex::Male) => Some(&rows::CDC_2000_WEIGHT_MALE),
        (Measure::Weight, Sex::Female) => Some(&rows::CDC_2000_WEIGHT_FEMALE),
        (Measure::Height, Sex::Male) => Some(&rows::CDC_2000_HEIGHT_MALE),
        (Measure::Height, Sex::Female) => Some(&rows::CDC_2000_HEIGHT_FEMALE),
        (Measure::Bmi, Sex::Male) => Some(&rows::CDC_2000_BMI_MALE),
        (Measure::Bmi, Sex::Female) => Some(&rows::CDC_2000_BMI_FEMALE),
        (Measure::HeadCircumference | Measure::WeightForHeight, Sex::Male | Sex::Female) => None,
    }
}

/// The tables as `build.rs` writes them from `reference/growth/*.csv`.
#[expect(clippy::approx_constant, clippy::unreadable_literal, reason = "the numbers are written by build.rs")]
mod rows {
    use super::Lms;

    include!(concat!(env!("OUT_DIR"), "/growth_tables.rs"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(standard: Standard, measure: Measure, age_days: f64) -> Option<Lms> {
        by_age(standard, measure, Sex::Male, age_days)
    }

    #[test]
    fn who_2006_looks_the_day_up() {
        let row = at(Standard::Who2006, Measure::Weight, 274.0);
        let expected = Lms { l: 0.0917, m: 8.9019, s: 0.10881 };
        assert_eq!(row, Some(expected));
        assert_eq!(at(Standard::Who2006, Measure::Weight, 274.9), row);
        assert!(at(Standard::Who2006, Measure::Height, 0.0).is_some());
        assert!(at(Standard::Who2006, Measure::HeadCircumference, 1826.0).is_some());
        assert!(at(Standard::Who2006, Measure::Bmi, 1827.0).is_none());
        assert!(at(Standard::Who2006, Measure::Bmi, -1.0).is_none());
        assert!(at(Standard::Who2006, Measure::WeightForHeight, 100.0).is_none());
    }

    #[test]
    fn the_monthly_tables_include_both_ends() {
        for (standard, measure, from, to) in [
            (Standard::Who2007, Measure::Height, 60.0, 228.0),
            (Standard::Who2007, Measure::Bmi, 60.0, 228.0),
            (Standard::Who2007, Measure::Weight, 60.0, 120.0),
            (Standard::Cdc2000, Measure::Height, 24.0, 240.0),
            (Standard::Cdc2000, Measure::Weight, 24.0, 240.0),
            (Standard::Cdc2000, Measure::Bmi, 24.0, 240.0),
        ] {
            let inside = |months: f64| at(standard, measure, months * DAYS_PER_MONTH).is_some();
            assert!(inside(from) && inside(to), "{standard:?} {measure:?}");
            assert!(!inside(from - 0.01) && !inside(to + 0.01), "{standard:?}");
        }
        assert!(at(Standard::Who2007, Measure::HeadCircumference, 2000.0).is_none());
        assert!(at(Standard::Cdc2000, Measure::HeadCircumference, 800.0).is_none());
    }

    #[test]
    fn months_are_interpolated_on_a_straight_line() {
        let row = |months: f64| {
            let days = months * DAYS_PER_MONTH;
            by_age(Standard::Cdc2000, Measure::Bmi, Sex::Female, days).expect("a row")
        };
        // The first step of CDC's tables is half a month, the others are whole ones.
        assert!((row(24.25).m - f64::midpoint(16.423_396_64, 16.388_040_56)).abs() < 1e-12);
        assert!((row(25.0).m - f64::midpoint(16.388_040_56, 16.318_971_9)).abs() < 1e-12);
        assert!((row(25.0).l - f64::midpoint(-1.024_496_827, -1.102_698_353)).abs() < 1e-12);
    }

    #[test]
    fn cdc_takes_a_power_near_0_for_0() {
        let row = |months: f64| at(Standard::Cdc2000, Measure::Height, months * DAYS_PER_MONTH);
        // -0.00316735 in the table.
        assert_eq!(row(39.5).map(|row| row.l), Some(0.0));
        assert!(row(60.0).is_some_and(|row| row.l.abs() >= 0.01));
    }

    #[test]
    fn sizes_include_both_ends_and_whole_millimetres() {
        for (position, first, last) in [(Position::Lying, 45.0, 110.0), (Position::Standing, 65.0, 120.0)] {
            for sex in [Sex::Male, Sex::Female] {
                let found = |cm| by_size(position, sex, cm).is_some();
                assert!(found(first) && found(last));
                assert!(!found(first - 0.000_1) && !found(last + 0.000_1));
            }
        }
        let standing = |cm| by_size(Position::Standing, Sex::Male, cm);
        assert_eq!(standing(103.1 - 0.7), standing(102.4));
        assert_eq!(standing(92.6).map(|row| row.m), Some(13.4937));
        let (low, high) = (standing(80.0), standing(80.1));
        let between = standing(80.025).expect("a row");
        let expected = low.zip(high).map(|(low, high)| low.toward(high, 0.25));
        assert!(expected.is_some_and(|row| (row.m - between.m).abs() < 1e-9));
    }

    #[test]
    fn every_row_has_the_values_its_formulas_ask_for() {
        for days in 0..7306 {
            for standard in [Standard::Who2006, Standard::Who2007, Standard::Cdc2000] {
                for measure in [Measure::Weight, Measure::Height, Measure::HeadCircumference, Measure::Bmi] {
                    for sex in [Sex::Male, Sex::Female] {
                        let Some(row) = by_age(standard, measure, sex, f64::from(days)) else {
                            continue;
                        };
                        let most = match standard {
                            Standard::Who2006 | Standard::Who2007 => 3.0,
                            // CDC's modified z needs -2 and 2 only.
                            Standard::Cdc2000 => 2.0,
                        };
                        for z in [-most, -2.0, 2.0, most] {
                            let value = row.value_at(z);
                            assert!(value.is_finite() && value > 0.0, "{standard:?} {days}");
                        }
                    }
                }
            }
        }
    }
}
