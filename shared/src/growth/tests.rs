use chrono::{Duration, NaiveDate};

use super::*;

mod preterm;

fn born() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 2, 29).expect("2020 is a leap year")
}

fn child(sex: Sex, gestation_days: Option<u16>) -> Subject {
    Subject { sex, date_of_birth: born(), gestation_days }
}

/// Weight in grams, length in millimetres, head in millimetres; 0 where not measured.
fn on_day(day: i64, grams: i64, millimetres: i64, head: i64) -> Observation {
    let some = |number: i64| (number != 0).then_some(number * 1_000);
    Observation {
        date: born() + Duration::days(day),
        weight_mg: some(grams),
        height_um: some(millimetres),
        position: None,
        head_circumference_um: some(head),
    }
}

fn placed(position: Position, observation: Observation) -> Observation {
    Observation { position: Some(position), ..observation }
}

fn only(subject: &Subject, settings: Settings, observation: Observation) -> Assessment {
    let mut all = assess(subject, settings, &[observation]);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn boy(observation: Observation) -> Assessment {
    only(&child(Sex::Male, None), Settings::default(), observation)
}

fn who() -> Settings {
    Settings { standard: StandardChoice::Who, ..Settings::default() }
}

fn near(point: Option<&Point>, z: f64, centile: f64) {
    let point = point.expect("a point");
    assert!((point.z.expect("a z") - z).abs() < 1e-6, "{point:?}");
    assert!((point.centile.expect("a centile") - centile).abs() < 0.005);
    assert_eq!(point.standard, Some(Standard::Who2006));
}

#[test]
fn the_published_example_of_a_boy_of_nine_months() {
    let observation =
        Observation { weight_mg: Some(8_022_900), height_um: Some(711_200), position: Some(Position::Lying), ..on_day(274, 0, 0, 0) };
    let seen = boy(observation);
    assert_eq!((seen.age_days, seen.corrected_age_days), (274, None));
    near(seen.weight.as_ref(), -0.950_931, 17.08);
    near(seen.height.as_ref(), -0.379_522, 35.22);
    let day_before = boy(Observation { date: born() + Duration::days(273), ..observation });
    let z = |point: Option<Point>| point.and_then(|point| point.z).expect("a z");
    assert!((z(day_before.weight) + 0.942).abs() < 5e-4);
    assert!((z(day_before.height) + 0.360).abs() < 5e-4);
}

#[test]
fn what_was_not_measured_has_no_point() {
    let weight_only = boy(on_day(100, 6_000, 0, 0));
    assert!(weight_only.weight.is_some());
    assert!(weight_only.height.is_none() && weight_only.head_circumference.is_none());
    assert!(weight_only.bmi.is_none() && weight_only.weight_for_height.is_none());
    let nothing = Observation { weight_mg: Some(0), height_um: Some(-5), ..on_day(100, 0, 0, 0) };
    let nothing = boy(nothing);
    assert!(nothing.weight.is_none() && nothing.height.is_none() && nothing.bmi.is_none());
    assert!(assess(&child(Sex::Male, None), who(), &[]).is_empty());
}

#[test]
fn the_standard_changes_by_chronological_age() {
    let at = |settings, day| {
        let seen = only(&child(Sex::Female, None), settings, on_day(day, 15_000, 1_000, 480));
        [seen.weight, seen.height, seen.bmi, seen.head_circumference, seen.weight_for_height]
            .map(|point| point.and_then(|point| point.standard))
    };
    let (old, new, cdc) = (Some(Standard::Who2006), Some(Standard::Who2007), Some(Standard::Cdc2000));
    let default = Settings::default();
    assert_eq!(at(default, 730), [old; 5]);
    assert_eq!(at(default, 731), [cdc, cdc, cdc, old, old]);
    assert_eq!(at(default, 1826), [cdc, cdc, cdc, old, old]);
    assert_eq!(at(default, 1827), [cdc, cdc, cdc, None, None]);
    assert_eq!(at(default, 7305), [cdc, cdc, cdc, None, None]);
    assert_eq!(at(default, 7306), [None; 5]);
    assert_eq!(at(who(), 731), [old; 5]);
    assert_eq!(at(who(), 1826), [old; 5]);
    assert_eq!(at(who(), 1827), [new, new, new, None, None]);
    assert_eq!(at(who(), 3652), [new, new, new, None, None]);
    assert_eq!(at(who(), 3653), [None, new, new, None, None]);
    assert_eq!(at(who(), 6939), [None, new, new, None, None]);
    assert_eq!(at(who(), 6940), [None; 5]);
    assert_eq!(at(who(), -1), [None; 5]);
}

#[test]
fn a_value_without_a_reference_is_kept_and_says_why() {
    let adult = boy(on_day(20_000, 80_000, 1_800, 0));
    let height = adult.height.expect("a point");
    assert!((height.value - 180.0).abs() < 1e-12);
    assert_eq!(height.why_not, Some(WhyNot::NoReference));
    assert!(height.z.is_none() && height.centile.is_none() && height.flags.is_empty());
    let bmi = adult.bmi.expect("a point");
    assert!((bmi.value - 80.0 / 3.24).abs() < 1e-12);
    assert_eq!(bmi.why_not, Some(WhyNot::NoReference));
}

#[test]
fn bmi_and_weight_for_height_use_the_converted_length() {
    let seen = boy(placed(Position::Lying, on_day(1_400, 16_000, 1_031, 0)));
    let height = seen.height.expect("a point");
    assert!((height.value - 103.1).abs() < 1e-12);
    assert!((height.adjusted_value.expect("converted") - 102.4).abs() < 1e-12);
    let bmi = seen.bmi.expect("a point").value;
    assert!((bmi - 16.0 / (1.024 * 1.024)).abs() < 1e-12);
    let exact = Reference::at_size(Position::Standing, Sex::Male, 102.4).expect("a row");
    let weight_for_height = seen.weight_for_height.expect("a point");
    assert_eq!(weight_for_height.z, Some(exact.z_score(16.0)));
    assert!((weight_for_height.value - 16.0).abs() < 1e-12);
}

#[test]
fn a_length_outside_the_tables_of_size_is_named() {
    let why = |day, millimetres| {
        let point = boy(on_day(day, 3_000, millimetres, 0)).weight_for_height;
        point.expect("a point").why_not
    };
    assert_eq!(why(10, 449), Some(WhyNot::SizeOutOfRange));
    assert_eq!(why(10, 450), None);
    assert_eq!(why(700, 1_100), None);
    assert_eq!(why(700, 1_101), Some(WhyNot::SizeOutOfRange));
    assert_eq!(why(731, 649), Some(WhyNot::SizeOutOfRange));
    assert_eq!(why(731, 650), None);
    assert_eq!(why(1_826, 1_200), None);
    assert_eq!(why(1_826, 1_201), Some(WhyNot::SizeOutOfRange));
    assert_eq!(why(1_827, 1_100), Some(WhyNot::NoReference));
}

#[test]
fn flags_ask_for_another_look_and_keep_the_value() {
    let seen = boy(placed(Position::Standing, on_day(200, 17_600, 690, 0)));
    let weight = seen.weight.expect("a point");
    assert_eq!(weight.flags, vec![Flag::Implausible, Flag::UnitSlip]);
    assert!(weight.z.is_some_and(|z| z > 5.0) && weight.centile.is_some());
    let height = seen.height.expect("a point");
    assert_eq!(height.flags, vec![Flag::StandingBeforeNineMonths]);
    assert!(height.adjusted_value.is_none());
    assert_eq!(seen.bmi.expect("a point").flags, vec![Flag::Implausible]);
    let tall = boy(on_day(400, 0, 2_000, 0)).height.expect("a point");
    assert_eq!(tall.flags, vec![Flag::Implausible, Flag::UnitSlip]);
    let odd = boy(on_day(400, 0, 1_200, 0)).height.expect("a point");
    assert_eq!(odd.flags, vec![Flag::Implausible]);
}

#[test]
fn a_falling_height_is_flagged_whatever_the_order() {
    let series = [on_day(900, 0, 930, 0), on_day(800, 0, 951, 0), on_day(850, 12_000, 0, 0), on_day(700, 0, 900, 0)];
    let flags = |series: &[Observation]| -> Vec<bool> {
        assess(&child(Sex::Male, None), Settings::default(), series)
            .iter()
            .map(|seen| seen.height.as_ref().is_some_and(|point| point.flags.contains(&Flag::Fell)))
            .collect()
    };
    assert_eq!(flags(&series), [true, false, false, false]);
    let mut reversed = series;
    reversed.reverse();
    assert_eq!(flags(&reversed), [false, false, false, true]);
    // 2.4 cm less, of which 0.7 cm is standing up.
    let stood_up = [placed(Position::Lying, on_day(725, 0, 900, 0)), placed(Position::Standing, on_day(735, 0, 876, 0))];
    assert_eq!(flags(&stood_up), [false, false]);
}

#[test]
fn every_positive_measurement_gets_a_finite_z() {
    let sizes = [1, 1_000, 1_000_000, i64::MAX];
    for day in [0, 300, 730, 731, 1_827, 4_000, 7_305] {
        for settings in [Settings::default(), who()] {
            for weight in sizes {
                for height in sizes {
                    let observation = Observation {
                        weight_mg: Some(weight),
                        height_um: Some(height),
                        head_circumference_um: Some(height),
                        ..placed(Position::Lying, on_day(day, 0, 0, 0))
                    };
                    let seen = only(&child(Sex::Male, None), settings, observation);
                    for point in [seen.weight, seen.height, seen.head_circumference, seen.bmi] {
                        let point = point.expect("a point");
                        assert!(point.z.is_none_or(f64::is_finite), "{point:?}");
                        assert_eq!(point.z.is_none(), point.why_not.is_some());
                        let within = |centile| (0.0..=100.0).contains(&centile);
                        assert!(point.centile.is_none_or(within));
                    }
                }
            }
        }
    }
}

#[test]
fn an_assessment_serialises_as_the_contract_says() {
    let seen = boy(placed(Position::Standing, on_day(200, 0, 690, 0)));
    let json = serde_json::to_value(&seen).expect("serialises");
    let z = json["height"]["z"].clone();
    let centile = json["height"]["centile"].clone();
    assert_eq!(
        json,
        serde_json::json!({
            "age_days": 200, "corrected_age_days": null,
            "weight": null, "head_circumference": null, "bmi": null, "weight_for_height": null,
            "height": {
                "value": 69.0, "adjusted_value": null, "standard": "who_2006",
                "centile": centile, "z": z, "percent_of_p95": null, "why_not": null,
                "flags": ["standing_before_nine_months"],
            },
        })
    );
    let choice: StandardChoice = serde_json::from_str("\"cdc_from_two\"").expect("reads");
    let correction: Correction = serde_json::from_str("\"until_three\"").expect("reads");
    assert_eq!((choice, correction), (StandardChoice::default(), Correction::UntilThree));
}
