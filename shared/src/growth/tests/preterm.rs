use super::*;

#[test]
fn a_preterm_child_is_compared_at_the_corrected_age() {
    // Born at 31 weeks + 4 days: 59 days early.
    let preterm = child(Sex::Male, Some(31 * 7 + 4));
    let seen = only(&preterm, Settings::default(), on_day(274, 8_000, 700, 450));
    assert_eq!((seen.age_days, seen.corrected_age_days), (274, Some(215)));
    let term = boy(on_day(215, 8_000, 700, 450));
    assert_eq!(
        (seen.weight, seen.height, seen.head_circumference, seen.bmi),
        (term.weight, term.height, term.head_circumference, term.bmi)
    );
    let after = only(&preterm, Settings::default(), on_day(731, 12_000, 870, 0));
    assert_eq!(after, boy(on_day(731, 12_000, 870, 0)));
}

#[test]
fn before_the_due_date_there_is_no_centile() {
    let preterm = child(Sex::Male, Some(31 * 7 + 4));
    let seen = only(&preterm, Settings::default(), on_day(58, 2_900, 480, 340));
    assert_eq!(seen.corrected_age_days, Some(-1));
    for point in [seen.weight, seen.height, seen.head_circumference, seen.bmi, seen.weight_for_height] {
        let point = point.expect("a point");
        assert_eq!(point.why_not, Some(WhyNot::BeforeDueDate));
        assert!(point.standard.is_none() && point.z.is_none() && point.flags.is_empty());
    }
    let due = only(&preterm, Settings::default(), on_day(59, 2_900, 480, 340));
    assert_eq!(due.corrected_age_days, Some(0));
    assert_eq!(due.weight, boy(on_day(0, 2_900, 480, 340)).weight);
}

#[test]
fn correction_to_three_under_cdc_waits_for_its_first_row() {
    let settings = Settings { correction: Correction::UntilThree, ..Settings::default() };
    let preterm = child(Sex::Male, Some(210));
    let weight = |day| {
        let seen = only(&preterm, settings, on_day(day, 12_000, 0, 0));
        seen.weight.expect("a point")
    };
    assert_eq!(weight(730).standard, Some(Standard::Who2006));
    assert_eq!(weight(731).why_not, Some(WhyNot::NoReference));
    assert_eq!(weight(800).why_not, Some(WhyNot::NoReference));
    assert_eq!(weight(801).z, boy(on_day(731, 12_000, 0, 0)).weight.and_then(|point| point.z));
    assert_eq!(weight(1_096).z, boy(on_day(1_096, 12_000, 0, 0)).weight.and_then(|point| point.z));
}
