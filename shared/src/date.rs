//! Calendar dates. They never pass through a time zone and have one spelling, `YYYY-MM-DD`.

use chrono::{Datelike as _, NaiveDate, NaiveTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use utoipa::openapi::{KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, schema::Type};

/// A day of the Gregorian calendar between 1900 and 2200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The day for arithmetic.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl TryFrom<&str> for Date {
    type Error = &'static str;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .ok()
            .filter(|day| (1900..=2200).contains(&day.year()) && day.format("%Y-%m-%d").to_string() == text)
            .map(Self)
            .ok_or("must be a date that exists, written YYYY-MM-DD, from 1900 to 2200")
    }
}

impl From<Date> for NaiveDate {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(String::deserialize(deserializer)?.as_str()).map_err(de::Error::custom)
    }
}

impl utoipa::PartialSchema for Date {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
            .examples(["2025-02-10"])
            .into()
    }
}

impl utoipa::ToSchema for Date {}

/// A time of the day where something takes place, `HH:MM`; no time zone goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(NaiveTime);

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%H:%M"))
    }
}

impl TryFrom<&str> for TimeOfDay {
    type Error = &'static str;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        let time = NaiveTime::parse_from_str(text, "%H:%M").ok().map(Self).filter(|time| time.to_string() == text);
        time.ok_or("must be a time written HH:MM, from 00:00 to 23:59")
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(String::deserialize(deserializer)?.as_str()).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_one_spelling_and_exists() {
        assert_eq!(Date::try_from("2024-02-29").unwrap().to_string(), "2024-02-29");
        for bad in
            ["2025-02-29", "2025-2-10", "+2025-02-10", "10.02.2025", "2025-02-10T00:00:00Z", " 2025-02-10", "1899-12-31", "2201-01-01", ""]
        {
            assert!(Date::try_from(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_time_of_the_day_has_one_spelling() {
        assert_eq!(TimeOfDay::try_from("09:05").unwrap().to_string(), "09:05");
        for bad in ["9:05", "24:00", "12:60", "12:00:00", "noon", ""] {
            assert!(TimeOfDay::try_from(bad).is_err(), "{bad}");
        }
    }
}
