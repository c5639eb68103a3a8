//! Growth references: where a child's measurements stand among children of the same age and sex.
//!
//! The standards are the WHO Child Growth Standards (2006), the WHO Reference (2007) and the CDC 2000 growth charts with CDC's extended BMI-for-age of 2022.
//! Neither WHO nor CDC endorses this product.
//! The rules implemented here, and where the tables come from, are in `reference/growth/README.md`.
//!
//! The engine is pure: it knows no clock, no store and no user, and cannot fail.
//! A value that has no centile says why, and a value that looks wrong is flagged, never dropped.

mod age;
mod assessment;
mod curves;
mod extended_bmi;
mod finder;
mod flags;
mod length;
mod lms;
mod normal;
mod reference;
mod subject;
mod tables;
mod units;

pub use age::DAYS_PER_MONTH;
pub use assessment::{Assessment, Flag, Point, WhyNot};
pub use curves::{Curve, References, Segment, SizeMeasure, SizeSegment, references};
pub use lms::Lms;
pub use reference::{Reference, Score};
pub use subject::{Correction, Measure, Observation, Position, Settings, Sex, Standard, StandardChoice, Subject};

use age::Ages;
use finder::Finder;
use length::Length;
use units::{centimetres, kilograms};

/// Assesses every observation of a child, in the order given.
///
/// The whole series is needed because a height is compared with the one before it; the order of the input does not matter for that.
#[must_use]
pub fn assess(subject: &Subject, settings: Settings, observations: &[Observation]) -> Vec<Assessment> {
    let seen: Vec<Seen> = observations.iter().map(|observation| Seen::new(subject, settings, observation)).collect();
    let heights: Vec<_> =
        observations.iter().zip(&seen).map(|(observation, seen)| (observation.date, seen.length.map(Length::standing_um))).collect();
    let falls = flags::falls(&heights);
    seen.iter().zip(falls).map(|(seen, fell)| seen.assess(fell)).collect()
}

/// An observation in the units of the tables, with what its age expects of it.
struct Seen {
    finder: Finder,
    weight_kg: Option<f64>,
    length: Option<Length>,
    head_cm: Option<f64>,
}

impl Seen {
    fn new(subject: &Subject, settings: Settings, observation: &Observation) -> Self {
        let ages = Ages::on(subject, settings, observation.date);
        let positive = |quantity: Option<i64>| quantity.filter(|quantity| *quantity > 0);
        Self {
            finder: Finder { sex: subject.sex, choice: settings.standard, ages },
            weight_kg: positive(observation.weight_mg).map(kilograms),
            length: positive(observation.height_um).map(|um| Length::new(um, observation.position, ages)),
            head_cm: positive(observation.head_circumference_um).map(centimetres),
        }
    }

    fn assess(&self, fell: bool) -> Assessment {
        let Ages { chronological, corrected } = self.finder.ages;
        let weight_and_length = self.weight_kg.zip(self.length);
        Assessment {
            age_days: chronological,
            corrected_age_days: corrected,
            weight: self.weight_kg.map(|kg| point(kg, None, self.finder.for_age(Measure::Weight))),
            height: self.length.map(|length| self.height(length, fell)),
            head_circumference: self.head_cm.map(|cm| point(cm, None, self.finder.for_age(Measure::HeadCircumference))),
            bmi: weight_and_length.map(|(kg, length)| {
                let metres = length.converted_cm() / 100.0;
                let bmi = kg / (metres * metres);
                point(bmi, None, self.finder.for_age(Measure::Bmi))
            }),
            weight_for_height: weight_and_length.map(|(kg, length)| point(kg, None, self.finder.for_size(length))),
        }
    }

    fn height(&self, length: Length, fell: bool) -> Point {
        let adjusted = length.is_converted().then(|| length.converted_cm());
        let reference = self.finder.for_age(Measure::Height);
        let mut point = point(length.measured_cm(), adjusted, reference);
        if fell {
            point.flags.push(Flag::Fell);
        }
        if length.standing_too_early {
            point.flags.push(Flag::StandingBeforeNineMonths);
        }
        point
    }
}

/// A value, scored as adjusted, with the flags that need no other observation.
fn point(value: f64, adjusted: Option<f64>, reference: Result<Reference, WhyNot>) -> Point {
    let scored = adjusted.unwrap_or(value);
    let score = reference.map(|reference| (reference, reference.score(scored)));
    let mut flags = Vec::new();
    if let Ok((reference, score)) = &score
        && flags::is_implausible(reference, scored, score.z)
    {
        flags.push(Flag::Implausible);
        if flags::is_unit_slip(reference, value, scored - value) {
            flags.push(Flag::UnitSlip);
        }
    }
    let found = score.as_ref().ok();
    Point {
        value,
        adjusted_value: adjusted,
        standard: found.map(|(reference, _)| reference.standard()),
        centile: found.map(|(_, score)| score.centile),
        z: found.map(|(_, score)| score.z),
        percent_of_p95: found.and_then(|(_, score)| score.percent_of_p95),
        why_not: score.err(),
        flags,
    }
}

#[cfg(test)]
mod tests;
