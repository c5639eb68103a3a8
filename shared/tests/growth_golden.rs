//! The engine against golden values computed by `tools/growth_golden.py`, which shares no code with it.

#![expect(clippy::expect_used, reason = "a test says by panicking that it failed")]

use chrono::{Duration, NaiveDate};
use trajectory::growth::{
    Assessment, Correction, Measure, Observation, Point, Position, Reference, Settings, Sex, Standard, StandardChoice, Subject, assess,
};

const SCORES: &str = include_str!("golden/growth_scores.csv");
const ASSESSMENTS: &str = include_str!("golden/growth_assessments.csv");

/// The greatest difference in z.
const TOLERANCE: f64 = 1e-6;

#[test]
fn scores_match_the_golden_values() {
    let mut rows = 0;
    for line in SCORES.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [standard, measure, sex, at, value, z, centile, percent] = fields[..] else {
            panic!("not eight fields: {line}");
        };
        let (sex, at) = (read::<Sex>(sex), number(at));
        let reference = match measure {
            "weight_for_length" => Reference::at_size(Position::Lying, sex, at),
            "weight_for_height" => Reference::at_size(Position::Standing, sex, at),
            _ => Reference::at_age(read::<Standard>(standard), read::<Measure>(measure), sex, at),
        };
        let score = reference.expect(line).score(number(value));
        assert!((score.z - number(z)).abs() <= TOLERANCE, "{line}: {}", score.z);
        assert_near(Some(score.centile), centile, 1e-6, line);
        assert_near(score.percent_of_p95, percent, 1e-6, line);
        rows += 1;
    }
    assert!(rows > 700, "{rows} rows");
}

#[test]
fn assessments_match_the_golden_values() {
    let mut rows = 0;
    for line in ASSESSMENTS.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let assessment = assess_inputs(&fields[1..10]);
        let [measure, value, adjusted, standard, z, centile, percent, why, flags] = fields[10..] else {
            panic!("not nineteen fields: {line}");
        };
        let point = point(&assessment, measure).expect(line);
        assert_near(Some(point.value), value, 1e-6, line);
        assert_near(point.adjusted_value, adjusted, 1e-9, line);
        assert_near(point.z, z, TOLERANCE, line);
        assert_near(point.centile, centile, 1e-6, line);
        assert_near(point.percent_of_p95, percent, 1e-6, line);
        let expected = (standard.to_owned(), why.to_owned(), flags.to_owned());
        let flags: Vec<String> = point.flags.iter().map(|flag| word(Some(flag))).collect();
        let found = (word(point.standard.as_ref()), word(point.why_not.as_ref()), flags.join(" "));
        assert_eq!(found, expected, "{line}");
        rows += 1;
    }
    assert!(rows > 200, "{rows} rows");
}

/// Choice, correction, sex, gestation, age, position, weight, height, head.
fn assess_inputs(inputs: &[&str]) -> Assessment {
    let date_of_birth = NaiveDate::from_ymd_opt(2000, 2, 29).expect("2000 is a leap year");
    let whole = |text: &str| text.parse::<i64>().ok();
    let subject = Subject { sex: read(inputs[2]), date_of_birth, gestation_days: inputs[3].parse().ok() };
    let settings = Settings { standard: read::<StandardChoice>(inputs[0]), correction: read::<Correction>(inputs[1]) };
    let observation = Observation {
        date: date_of_birth + Duration::days(whole(inputs[4]).expect("an age")),
        weight_mg: whole(inputs[6]),
        height_um: whole(inputs[7]),
        position: (!inputs[5].is_empty()).then(|| read(inputs[5])),
        head_circumference_um: whole(inputs[8]),
    };
    assess(&subject, settings, &[observation]).remove(0)
}

fn point<'a>(assessment: &'a Assessment, measure: &str) -> Option<&'a Point> {
    match read::<Measure>(measure) {
        Measure::Weight => assessment.weight.as_ref(),
        Measure::Height => assessment.height.as_ref(),
        Measure::HeadCircumference => assessment.head_circumference.as_ref(),
        Measure::Bmi => assessment.bmi.as_ref(),
        Measure::WeightForHeight => assessment.weight_for_height.as_ref(),
    }
}

fn number(text: &str) -> f64 {
    text.parse().expect("a number")
}

/// An enum by its name on the wire.
fn read<T: serde::de::DeserializeOwned>(name: &str) -> T {
    serde_json::from_value(name.into()).expect(name)
}

/// The name on the wire, empty for nothing.
fn word<T: serde::Serialize>(value: Option<&T>) -> String {
    value.and_then(|value| Some(serde_json::to_value(value).ok()?.as_str()?.to_owned())).unwrap_or_default()
}

fn assert_near(found: Option<f64>, expected: &str, tolerance: f64, line: &str) {
    if expected.is_empty() {
        assert_eq!(found, None, "{line}");
    } else {
        let found = found.expect(line);
        assert!((found - number(expected)).abs() <= tolerance, "{line}: {found}");
    }
}
