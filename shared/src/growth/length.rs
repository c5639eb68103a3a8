//! Lying length and standing height, brought to what the tables expect.

use super::age::Ages;
use super::subject::Position;
use super::units::centimetres;

/// A length or height together with what the tables of its age expect of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    measured_um: i64,
    converted_um: i64,
    /// The position the tables of this age expect, and the converted length has.
    pub(super) position: Position,
    /// Recorded as standing under 9 months, so treated as lying.
    pub(super) standing_too_early: bool,
}

/// What a child measures less standing than lying: 0.7 cm, in micrometres.
///
/// Source: WHO Child Growth Standards: Methods and development (2006); CDC's charts are read the same way here.
const STANDING_LOSS_UM: i64 = 7_000;

impl Length {
    /// Converts a length in micrometres: standing where lying is expected gains 0.7 cm, lying where standing is expected loses it.
    ///
    /// The sum is in whole micrometres, so 103.1 cm lying is exactly 102.4 cm standing.
    pub(super) fn new(measured_um: i64, position: Option<Position>, ages: Ages) -> Self {
        let expected = ages.expected_position();
        let mut standing_too_early = false;
        let converted_um = match (position, expected) {
            (None, Position::Lying | Position::Standing)
            | (Some(Position::Lying), Position::Lying)
            | (Some(Position::Standing), Position::Standing) => measured_um,
            (Some(Position::Standing), Position::Lying) if ages.too_young_to_stand() => {
                standing_too_early = true;
                measured_um
            }
            (Some(Position::Standing), Position::Lying) => measured_um.saturating_add(STANDING_LOSS_UM),
            // A length of under 0.7 cm is a typing error; it must stay a positive number.
            (Some(Position::Lying), Position::Standing) => (measured_um - STANDING_LOSS_UM).max(1),
        };
        Self { measured_um, converted_um, position: expected, standing_too_early }
    }

    /// The length as measured, in cm.
    pub(super) fn measured_cm(self) -> f64 {
        centimetres(self.measured_um)
    }

    /// The length the tables are asked for, in cm.
    pub(super) fn converted_cm(self) -> f64 {
        centimetres(self.converted_um)
    }

    /// Whether the conversion changed the length.
    pub(super) fn is_converted(self) -> bool {
        self.converted_um != self.measured_um
    }

    /// The length as if standing, in micrometres: what two measurements share, however each was taken.
    pub(super) fn standing_um(self) -> i64 {
        match self.position {
            Position::Lying => self.converted_um - STANDING_LOSS_UM,
            Position::Standing => self.converted_um,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(um: i64, position: Option<Position>, day: i64) -> Length {
        let ages = Ages { chronological: day, corrected: None };
        Length::new(um, position, ages)
    }

    fn converted(um: i64, position: Option<Position>, day: i64) -> i64 {
        length(um, position, day).converted_um
    }

    #[test]
    fn the_expected_or_an_unknown_position_changes_nothing() {
        assert_eq!(converted(800_000, None, 400), 800_000);
        assert_eq!(converted(800_000, Some(Position::Lying), 730), 800_000);
        assert_eq!(converted(900_000, None, 731), 900_000);
        assert_eq!(converted(900_000, Some(Position::Standing), 731), 900_000);
    }

    #[test]
    fn the_other_position_is_converted_by_seven_millimetres() {
        assert_eq!(converted(800_000, Some(Position::Standing), 274), 807_000);
        assert_eq!(converted(800_000, Some(Position::Standing), 730), 807_000);
        assert_eq!(converted(1_031_000, Some(Position::Lying), 731), 1_024_000);
        let length = length(1_031_000, Some(Position::Lying), 1_500);
        assert!((length.converted_cm() - 102.4).abs() < f64::EPSILON);
        assert!(length.is_converted());
    }

    #[test]
    fn standing_under_nine_months_is_lying() {
        let early = length(700_000, Some(Position::Standing), 273);
        assert!(early.standing_too_early);
        assert!(!early.is_converted());
        assert!(!length(700_000, Some(Position::Standing), 274).standing_too_early);
        assert!(!length(700_000, Some(Position::Lying), 200).standing_too_early);
    }

    #[test]
    fn all_lengths_compare_as_if_standing() {
        let same = 870_000;
        let lying = |day| length(877_000, Some(Position::Lying), day).standing_um();
        let standing = |day| length(870_000, Some(Position::Standing), day).standing_um();
        assert_eq!([lying(700), lying(760)], [same, same]);
        assert_eq!([standing(700), standing(760)], [same, same]);
    }

    #[test]
    fn a_typing_error_stays_positive() {
        assert_eq!(converted(5, Some(Position::Lying), 900), 1);
        assert!(converted(i64::MAX, Some(Position::Standing), 300) > 0);
    }
}
