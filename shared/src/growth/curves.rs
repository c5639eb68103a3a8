//! The curves a chart is drawn over.

use std::iter::once;

use serde::Serialize;
use utoipa::ToSchema;

use super::age::{Ages, SECOND_BIRTHDAY};
use super::finder::Finder;
use super::normal;
use super::reference::Reference;
use super::subject::{Measure, Position, Settings, Standard, Subject};
use super::units::real;

/// The reference curves of a child from birth to a chronological day.
///
/// Ages are chronological: while the corrected age is used, the curves are shifted by what it takes off.
/// A segment ends where the standard, the use of the correction, or the expected position (lying before day 731, which moves length and BMI) changes; segments are never to be joined.
#[must_use]
pub fn references(subject: &Subject, settings: Settings, until_day: i64) -> References {
    let by_age = |measure| age_segments(subject, settings, measure, until_day);
    References {
        weight: by_age(Measure::Weight),
        height: by_age(Measure::Height),
        head_circumference: by_age(Measure::HeadCircumference),
        bmi: by_age(Measure::Bmi),
        weight_for_height: size_segments(subject, settings, until_day),
    }
}

/// The curves of every measure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct References {
    /// Weight for age, kg.
    pub weight: Vec<Segment>,
    /// Length or height for age, cm.
    pub height: Vec<Segment>,
    /// Head circumference for age, cm.
    pub head_circumference: Vec<Segment>,
    /// BMI for age, kg/m2.
    pub bmi: Vec<Segment>,
    /// Weight for length and for height, kg.
    pub weight_for_height: Vec<SizeSegment>,
}

/// Curves by age that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Segment {
    /// The standard of the curves.
    pub standard: Standard,
    /// The first chronological day.
    pub from_day: i64,
    /// The last chronological day.
    pub to_day: i64,
    /// Whether the corrected age chooses the rows, so that the curves are shifted.
    pub corrected: bool,
    /// Curves from the lowest centile to the highest; x is the chronological age in days.
    pub curves: Vec<Curve>,
}

/// Curves by length or height.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SizeSegment {
    /// The standard of the curves.
    pub standard: Standard,
    /// Which of the two tables.
    pub measure: SizeMeasure,
    /// The shortest length or height in cm.
    pub from_cm: f64,
    /// The longest length or height in cm.
    pub to_cm: f64,
    /// Curves from the lowest centile to the highest; x is the length or height in cm.
    pub curves: Vec<Curve>,
}

/// The two tables of weight by size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SizeMeasure {
    /// At a lying length, before day 731.
    WeightForLength,
    /// At a standing height, from day 731.
    WeightForHeight,
}

/// One centile line.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Curve {
    /// The centile, such as 50.
    pub centile: f64,
    /// `[x, y]` with y in the unit of the measure, rounded to 4 decimals.
    pub points: Vec<(f64, f64)>,
}

/// The last day of any table by age: 240 months of 30.4375 days.
const LAST_DAY: i64 = 7305;

/// The days in a row that use the same rows in the same way.
struct Run {
    key: (Standard, bool, Option<Position>),
    from: i64,
    to: i64,
}

fn age_segments(subject: &Subject, settings: Settings, measure: Measure, until_day: i64) -> Vec<Segment> {
    let finder_at = |day| finder(subject, settings, day);
    let mut runs: Vec<Run> = Vec::new();
    for day in 0..=until_day.min(LAST_DAY) {
        let finder = finder_at(day);
        let Ok(reference) = finder.for_age(measure) else {
            continue;
        };
        let position = match measure {
            Measure::Height | Measure::Bmi => Some(finder.ages.expected_position()),
            Measure::Weight | Measure::HeadCircumference | Measure::WeightForHeight => None,
        };
        let corrected = finder.ages.corrected.is_some();
        let key = (reference.standard(), corrected, position);
        match runs.last_mut() {
            Some(run) if run.key == key && run.to == day - 1 => run.to = day,
            Some(_) | None => runs.push(Run { key, from: day, to: day }),
        }
    }
    runs.into_iter()
        .map(|run| {
            let rows: Vec<(f64, Reference)> = sample_days(run.from, run.to)
                .into_iter()
                .filter_map(|day| Some((real(day), finder_at(day).for_age(measure).ok()?)))
                .collect();
            let (standard, corrected, _) = run.key;
            Segment { standard, from_day: run.from, to_day: run.to, corrected, curves: curves(&rows, centiles(standard, measure)) }
        })
        .collect()
}

/// The two tables by size, each once the child reaches an age at which it applies.
fn size_segments(subject: &Subject, settings: Settings, until_day: i64) -> Vec<SizeSegment> {
    if until_day < 0 {
        return Vec::new();
    }
    let reached = finder(subject, settings, until_day).ages.expected_position();
    let tables: &[(SizeMeasure, Position, u32, u32)] = match reached {
        Position::Lying => &[LENGTH_TABLE],
        Position::Standing => &[LENGTH_TABLE, HEIGHT_TABLE],
    };
    tables
        .iter()
        .map(|(measure, position, from, to)| {
            let rows: Vec<(f64, Reference)> = (*from..=*to)
                .step_by(SIZE_STEP)
                .map(|tenths| f64::from(tenths) / 10.0)
                .filter_map(|cm| Some((cm, Reference::at_size(*position, subject.sex, cm)?)))
                .collect();
            let standard = Standard::Who2006;
            SizeSegment {
                standard,
                measure: *measure,
                from_cm: f64::from(*from) / 10.0,
                to_cm: f64::from(*to) / 10.0,
                curves: curves(&rows, centiles(standard, Measure::WeightForHeight)),
            }
        })
        .collect()
}

/// The tables by size with their first and last length in tenths of a cm.
const LENGTH_TABLE: (SizeMeasure, Position, u32, u32) = (SizeMeasure::WeightForLength, Position::Lying, 450, 1100);
const HEIGHT_TABLE: (SizeMeasure, Position, u32, u32) = (SizeMeasure::WeightForHeight, Position::Standing, 650, 1200);
/// Half a centimetre, in tenths.
const SIZE_STEP: usize = 5;

fn finder(subject: &Subject, settings: Settings, day: i64) -> Finder {
    Finder { sex: subject.sex, choice: settings.standard, ages: Ages::at_day(subject, settings, day) }
}

fn curves(rows: &[(f64, Reference)], centiles: &[f64]) -> Vec<Curve> {
    centiles
        .iter()
        .map(|centile| {
            let z = normal::z_of_centile(*centile);
            let points = rows
                .iter()
                .filter_map(|(x, reference)| Some((*x, reference.value_at(z)?)))
                .map(|(x, y)| (x, (y * 1e4).round() / 1e4))
                .collect();
            Curve { centile: *centile, points }
        })
        .collect()
}

/// The centiles each publisher draws.
fn centiles(standard: Standard, measure: Measure) -> &'static [f64] {
    match (standard, measure) {
        (
            Standard::Who2006 | Standard::Who2007,
            Measure::Weight | Measure::Height | Measure::HeadCircumference | Measure::Bmi | Measure::WeightForHeight,
        ) => &[3.0, 15.0, 50.0, 85.0, 97.0],
        (Standard::Cdc2000, Measure::Bmi) => &[5.0, 25.0, 50.0, 75.0, 85.0, 95.0],
        (Standard::Cdc2000, Measure::Weight | Measure::Height | Measure::HeadCircumference | Measure::WeightForHeight) => {
            &[5.0, 25.0, 50.0, 75.0, 95.0]
        }
    }
}

/// The days a curve is computed at: both ends, weekly from the first one in the first two years, then the first day of each month of 30.4375 days.
fn sample_days(from: i64, to: i64) -> Vec<i64> {
    let weekly = (from..=to.min(SECOND_BIRTHDAY - 1)).step_by(7);
    let monthly =
        (24..).map(|month| (month * 487 + 8) / 16).skip_while(|day| *day < from.max(SECOND_BIRTHDAY)).take_while(|day| *day <= to);
    let mut days: Vec<i64> = once(from).chain(weekly).chain(monthly).chain(once(to)).collect();
    days.dedup();
    days
}

#[cfg(test)]
mod tests;
