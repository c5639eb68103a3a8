//! Which zone the dates of a file were written in.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Timelike as _, Utc};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Columns that hold days, not moments.
pub(super) const DAYS: [&str; 14] = [
    "date",
    "date_of_birth",
    "dob",
    "birth_date",
    "visit_date",
    "measurement_date",
    "measured_at",
    "measured_on",
    "event_date",
    "start_date",
    "end_date",
    "started_on",
    "ended_on",
    "due_date",
];

/// Minutes east of UTC of the server that wrote the dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Zone(i32);

impl Zone {
    pub(super) fn of(minutes: i32) -> Self {
        Self(minutes)
    }

    pub(super) fn minutes(self) -> i32 {
        self.0
    }

    /// The day that was meant: the midnight nearest to the instant. Summer time moves midnight by an hour, which changes nothing.
    pub(super) fn day(self, text: &str) -> Option<NaiveDate> {
        match text.parse::<DateTime<Utc>>() {
            Ok(instant) => Some((instant.naive_utc() + TimeDelta::minutes(i64::from(self.0)) + TimeDelta::hours(12)).date()),
            Err(_) => NaiveDate::parse_from_str(text, "%Y-%m-%d").ok(),
        }
    }
}

/// How often each time of day stands in the dates of a file.
#[derive(Default)]
pub(super) struct Counts(BTreeMap<NaiveTime, u64>);

impl Counts {
    pub(super) fn look_at(&mut self, row: &Map<String, Value>) {
        for name in DAYS {
            if let Some(instant) = row.get(name).and_then(Value::as_str).and_then(|text| text.parse::<DateTime<Utc>>().ok()) {
                *self.0.entry(instant.time()).or_default() += 1;
            }
        }
    }

    /// The zone in which the most frequent time of day is midnight: up to eleven hours west, otherwise east.
    pub(super) fn zone(&self) -> Zone {
        let most = self.0.iter().max_by_key(|(time, count)| (**count, std::cmp::Reverse(**time))).map(|(time, _)| *time);
        let minutes = most.map_or(0, |time| time.num_seconds_from_midnight() / 60);
        let minutes = i32::try_from(minutes).unwrap_or_default();
        Zone(if minutes <= 11 * 60 { -minutes } else { 24 * 60 - minutes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(dates: &[&str]) -> Zone {
        let mut counts = Counts::default();
        for date in dates {
            counts.look_at(&Map::from_iter([("date".to_owned(), Value::from(*date))]));
        }
        counts.zone()
    }

    #[test]
    fn a_date_does_not_shift_by_a_day_east_or_west_of_utc_in_summer_or_winter() {
        for (dates, minutes, days) in [
            (
                &["2025-02-09T23:00:00.000Z", "2025-03-01T23:00:00.000Z", "2025-07-08T22:00:00.000Z"][..],
                60,
                ["2025-02-10", "2025-03-02", "2025-07-09"],
            ),
            (
                &["2025-02-10T05:00:00.000Z", "2025-03-02T05:00:00.000Z", "2025-07-09T04:00:00.000Z"],
                -300,
                ["2025-02-10", "2025-03-02", "2025-07-09"],
            ),
            (&["2025-02-10T00:00:00.000Z", "2025-03-02T00:00:00.000Z", "2025-07-09"], 0, ["2025-02-10", "2025-03-02", "2025-07-09"]),
            (
                &["2025-02-09T18:30:00.000Z", "2025-03-01T18:30:00.000Z", "2025-07-08T18:30:00.000Z"],
                330,
                ["2025-02-10", "2025-03-02", "2025-07-09"],
            ),
        ] {
            let zone = zone(dates);
            assert_eq!(zone, Zone(minutes));
            let read: Vec<String> = dates.iter().map(|date| zone.day(date).unwrap().to_string()).collect();
            assert_eq!(read, days);
        }
        assert_eq!(zone(&[]), Zone(0));
    }
}
