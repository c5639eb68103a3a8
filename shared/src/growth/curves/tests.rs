use chrono::NaiveDate;

use super::*;
use crate::growth::{Correction, Observation, Sex, StandardChoice, assess};

fn child(gestation_days: Option<u16>) -> Subject {
    Subject { sex: Sex::Female, date_of_birth: NaiveDate::from_ymd_opt(2015, 6, 1).expect("a date"), gestation_days }
}

fn settings(standard: StandardChoice, correction: Correction) -> Settings {
    Settings { standard, correction }
}

/// Standard, first and last day, corrected.
fn outline(segments: &[Segment]) -> Vec<(Standard, i64, i64, bool)> {
    segments.iter().map(|segment| (segment.standard, segment.from_day, segment.to_day, segment.corrected)).collect()
}

#[test]
fn the_default_changes_from_who_to_cdc_at_day_731() {
    let all = references(&child(None), Settings::default(), 9_999);
    let expected = vec![(Standard::Who2006, 0, 730, false), (Standard::Cdc2000, 731, 7305, false)];
    assert_eq!(outline(&all.weight), expected);
    assert_eq!(outline(&all.height), expected);
    assert_eq!(outline(&all.bmi), expected);
    let head = vec![(Standard::Who2006, 0, 1826, false)];
    assert_eq!(outline(&all.head_circumference), head);
}

#[test]
fn who_throughout_breaks_at_lying_to_standing_and_at_2007() {
    let who = settings(StandardChoice::Who, Correction::UntilTwo);
    let all = references(&child(None), who, 9_999);
    let weight = vec![(Standard::Who2006, 0, 1826, false), (Standard::Who2007, 1827, 3652, false)];
    assert_eq!(outline(&all.weight), weight);
    let height = vec![(Standard::Who2006, 0, 730, false), (Standard::Who2006, 731, 1826, false), (Standard::Who2007, 1827, 6939, false)];
    assert_eq!(outline(&all.height), height);
    assert_eq!(outline(&all.bmi), height);
}

#[test]
fn a_preterm_child_has_shifted_curves_until_the_correction_ends() {
    let preterm = child(Some(210));
    let all = references(&preterm, Settings::default(), 1_000);
    let expected = vec![(Standard::Who2006, 70, 730, true), (Standard::Cdc2000, 731, 1_000, false)];
    assert_eq!(outline(&all.weight), expected);
    let head = vec![(Standard::Who2006, 70, 730, true), (Standard::Who2006, 731, 1_000, false)];
    assert_eq!(outline(&all.head_circumference), head);
    let term = references(&child(None), Settings::default(), 1_000);
    let shifted = &all.weight[0].curves[2].points;
    let unshifted = &term.weight[0].curves[2].points;
    assert_eq!(shifted[0], (70.0, unshifted[0].1));
    assert_eq!(shifted[10], (140.0, unshifted[10].1));

    let never = settings(StandardChoice::CdcFromTwo, Correction::Never);
    assert_eq!(references(&preterm, never, 1_000), term);

    let until_three = settings(StandardChoice::CdcFromTwo, Correction::UntilThree);
    let all = references(&preterm, until_three, 1_200);
    // CDC has no row for a corrected age under 24 months, so there is a gap after day 730.
    let expected =
        vec![(Standard::Who2006, 70, 730, true), (Standard::Cdc2000, 801, 1_095, true), (Standard::Cdc2000, 1_096, 1_200, false)];
    assert_eq!(outline(&all.weight), expected);
}

#[test]
fn each_publisher_has_its_own_centiles() {
    let all = references(&child(None), Settings::default(), 1_000);
    let centiles = |segment: &Segment| -> Vec<f64> { segment.curves.iter().map(|curve| curve.centile).collect() };
    let who = vec![3.0, 15.0, 50.0, 85.0, 97.0];
    assert_eq!(centiles(&all.weight[0]), who);
    assert_eq!(centiles(&all.head_circumference[0]), who);
    let cdc = vec![5.0, 25.0, 50.0, 75.0, 95.0];
    assert_eq!(centiles(&all.height[1]), cdc);
    let bmi = vec![5.0, 25.0, 50.0, 75.0, 85.0, 95.0];
    assert_eq!(centiles(&all.bmi[1]), bmi);
}

#[test]
fn curves_are_weekly_for_two_years_then_monthly() {
    let all = references(&child(None), Settings::default(), 800);
    let x = |segment: &Segment| -> Vec<f64> { segment.curves[0].points.iter().map(|(x, _)| *x).collect() };
    let first = x(&all.weight[0]);
    assert_eq!(first[..3], [0.0, 7.0, 14.0]);
    assert_eq!(first[first.len() - 2..], [728.0, 730.0]);
    assert_eq!(x(&all.weight[1]), vec![731.0, 761.0, 791.0, 800.0]);
    let newborn = references(&child(None), Settings::default(), 0);
    assert_eq!(x(&newborn.weight[0]), vec![0.0]);
    assert_eq!(references(&child(None), Settings::default(), -1), References::default());
}

#[test]
fn a_value_on_a_curve_has_the_centile_of_the_curve() {
    for correction in [Correction::UntilTwo, Correction::UntilThree, Correction::Never] {
        for standard in [StandardChoice::CdcFromTwo, StandardChoice::Who] {
            let settings = settings(standard, correction);
            let subject = child(Some(230));
            let all = references(&subject, settings, 7_305);
            for curve in all.height.iter().flat_map(|segment| &segment.curves) {
                for (day, height_cm) in &curve.points {
                    let observation = Observation {
                        date: subject.date_of_birth + chrono::Duration::days(whole(*day)),
                        weight_mg: None,
                        height_um: Some(whole(height_cm * 1e4)),
                        position: None,
                        head_circumference_um: None,
                    };
                    let seen = assess(&subject, settings, &[observation]);
                    let point = seen[0].height.as_ref().expect("a height");
                    let centile = point.centile.expect("a centile");
                    assert!((centile - curve.centile).abs() < 1e-3, "{day} {centile}");
                }
            }
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "days and micrometres fit")]
fn whole(number: f64) -> i64 {
    number.round() as i64
}

#[test]
fn weight_by_size_has_the_tables_the_child_has_reached() {
    let tables = |until| references(&child(None), Settings::default(), until).weight_for_height;
    let lying = tables(730);
    assert_eq!(lying.len(), 1);
    let both = tables(731);
    assert_eq!(both.len(), 2);
    assert_eq!(both[0], lying[0]);
    assert_eq!(both[0].measure, SizeMeasure::WeightForLength);
    assert_eq!(both[1].measure, SizeMeasure::WeightForHeight);
    let ends = |segment: &SizeSegment| {
        let points = &segment.curves[2].points;
        vec![(points[0].0, points[points.len() - 1].0), (segment.from_cm, segment.to_cm)]
    };
    assert_eq!(ends(&both[0]), vec![(45.0, 110.0); 2]);
    assert_eq!(ends(&both[1]), vec![(65.0, 120.0); 2]);
    assert_eq!(tables(5_000).len(), 2);
}

#[test]
fn segments_serialise_as_the_contract_says() {
    let all = references(&child(None), Settings::default(), 0);
    let json = serde_json::to_value(&all).expect("serialises");
    let segment = &json["weight"][0];
    assert_eq!(segment["standard"], "who_2006");
    assert_eq!(segment["corrected"], false);
    // Girls weigh 3.2322 kg at birth in the median.
    assert_eq!(segment["curves"][2], serde_json::json!({"centile": 50.0, "points": [[0.0, 3.2322]]}));
    assert_eq!(json["weight_for_height"][0]["measure"], "weight_for_length");
}
