//! Chronological and corrected age, and which of them chooses the row.

use chrono::NaiveDate;

use super::subject::{Correction, Position, Settings, Subject};

/// Days in a month of the references: 365.25 / 12.
pub const DAYS_PER_MONTH: f64 = 30.4375;

/// The first day at which age is at least 24 months: standing height is expected, and CDC begins.
pub(super) const SECOND_BIRTHDAY: i64 = 731;
/// The first day at which age is at least 36 months.
const THIRD_BIRTHDAY: i64 = 1096;
/// The first day at which age is at least 9 months.
const NINE_MONTHS: i64 = 274;
/// The days of a full gestation, 40 weeks.
const TERM: i64 = 280;
/// A gestation below this, 37 weeks, is preterm.
const PRETERM_BELOW: u16 = 37 * 7;

/// The ages of a child on one day, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ages {
    /// Days since birth, which choose the standard.
    pub(super) chronological: i64,
    /// Days since the due date, while the correction is used.
    pub(super) corrected: Option<i64>,
}

impl Ages {
    /// The ages on a date.
    pub(super) fn on(subject: &Subject, settings: Settings, date: NaiveDate) -> Self {
        let days = date.signed_duration_since(subject.date_of_birth).num_days();
        Self::at_day(subject, settings, days)
    }

    /// The ages on a chronological day.
    pub(super) fn at_day(subject: &Subject, settings: Settings, chronological: i64) -> Self {
        let used = chronological >= 0
            && match settings.correction {
                Correction::UntilTwo => chronological < SECOND_BIRTHDAY,
                Correction::UntilThree => chronological < THIRD_BIRTHDAY,
                Correction::Never => false,
            };
        let corrected =
            subject.gestation_days.filter(|days| used && *days < PRETERM_BELOW).map(|days| chronological - (TERM - i64::from(days)));
        Self { chronological, corrected }
    }

    /// The day that chooses the row and the expected position: the corrected one while it is used.
    pub(super) fn row_day(self) -> i64 {
        self.corrected.unwrap_or(self.chronological)
    }

    /// How a child of this age is measured: lying before day 731, standing from then on.
    pub(super) fn expected_position(self) -> Position {
        if self.row_day() < SECOND_BIRTHDAY { Position::Lying } else { Position::Standing }
    }

    /// Whether a standing child of this age is hard to believe: under 9 months.
    pub(super) fn too_young_to_stand(self) -> bool {
        self.row_day() < NINE_MONTHS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::subject::{Sex, StandardChoice};
    use crate::growth::units::real;

    fn ages(gestation_days: Option<u16>, correction: Correction, day: i64) -> Ages {
        let subject =
            Subject { sex: Sex::Female, date_of_birth: NaiveDate::from_ymd_opt(2024, 2, 29).expect("2024 is a leap year"), gestation_days };
        let settings = Settings { standard: StandardChoice::CdcFromTwo, correction };
        Ages::at_day(&subject, settings, day)
    }

    #[test]
    fn the_named_days_are_the_first_of_their_month() {
        for (day, months) in [(NINE_MONTHS, 9.0), (SECOND_BIRTHDAY, 24.0), (THIRD_BIRTHDAY, 36.0)] {
            assert!(real(day) / DAYS_PER_MONTH >= months);
            assert!(real(day - 1) / DAYS_PER_MONTH < months);
        }
    }

    #[test]
    fn age_counts_leap_days() {
        let subject = Subject { sex: Sex::Male, date_of_birth: NaiveDate::from_ymd_opt(2023, 3, 1).expect("a date"), gestation_days: None };
        let on = |y, m, d| {
            let date = NaiveDate::from_ymd_opt(y, m, d).expect("a date");
            Ages::on(&subject, Settings::default(), date).chronological
        };
        assert_eq!(on(2023, 3, 1), 0);
        assert_eq!(on(2024, 2, 29), 365);
        assert_eq!(on(2024, 3, 1), 366);
        assert_eq!(on(2025, 3, 1), 731);
        assert_eq!(on(2023, 2, 28), -1);
    }

    #[test]
    fn only_a_birth_before_37_weeks_is_corrected() {
        let corrected = |days| ages(days, Correction::UntilTwo, 100).corrected;
        assert_eq!(corrected(Some(221)), Some(41));
        assert_eq!(corrected(Some(258)), Some(78));
        assert_eq!(corrected(Some(259)), None);
        assert_eq!(corrected(Some(287)), None);
        assert_eq!(corrected(None), None);
    }

    #[test]
    fn the_correction_ends_at_the_chosen_chronological_age() {
        let corrected = |correction, day| ages(Some(210), correction, day).corrected;
        assert_eq!(corrected(Correction::UntilTwo, 730), Some(660));
        assert_eq!(corrected(Correction::UntilTwo, 731), None);
        assert_eq!(corrected(Correction::UntilThree, 1095), Some(1025));
        assert_eq!(corrected(Correction::UntilThree, 1096), None);
        assert_eq!(corrected(Correction::Never, 10), None);
    }

    #[test]
    fn the_corrected_age_chooses_the_expected_position() {
        let at = |day| ages(Some(210), Correction::UntilThree, day);
        assert_eq!(at(800).expected_position(), Position::Lying);
        assert_eq!(at(801).expected_position(), Position::Standing);
        assert!(at(343).too_young_to_stand());
        assert!(!at(344).too_young_to_stand());
    }
}
