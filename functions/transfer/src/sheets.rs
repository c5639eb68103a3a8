//! Records as rows of a table: for CSV files and for the page to read.

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::Value;
use trajectory::quantity::{Length, Temperature, Weight};
use trajectory::record::{EventDetails, IllnessDetails, MeasurementDetails, VisitDetails};

use crate::format::Kind;

/// A kind of record as a table.
pub(crate) trait Sheet: Kind {
    /// What a person calls it.
    const TITLE: &'static str;
    /// Its columns, with units.
    const COLUMNS: &'static [&'static str];

    /// One row.
    fn cells(&self) -> Vec<String>;
}

impl Sheet for VisitDetails {
    const TITLE: &'static str = "Visits";
    const COLUMNS: &'static [&'static str] = &[
        "date",
        "time",
        "type",
        "title",
        "place",
        "doctor",
        "reason",
        "outcome",
        "blood pressure (mmHg)",
        "heart rate (1/min)",
        "oxygen saturation (%)",
        "temperature (°C)",
        "injury",
        "vision (dioptres, degrees)",
        "dental",
        "prescriptions",
        "notes",
        "tags",
    ];

    fn cells(&self) -> Vec<String> {
        let vitals = self.vitals.as_ref();
        let pressure = vitals.and_then(|vitals| vitals.blood_pressure).map(|both| format!("{}/{}", both.systolic, both.diastolic));
        vec![
            self.date.to_string(),
            words(&self.time),
            words(&self.visit_type),
            words(&self.title),
            words(&self.place),
            words(&self.doctor),
            words(&self.reason),
            words(&self.outcome),
            pressure.unwrap_or_default(),
            words(&vitals.and_then(|vitals| vitals.heart_rate)),
            words(&vitals.and_then(|vitals| vitals.oxygen_saturation)),
            celsius(vitals.and_then(|vitals| vitals.temperature)),
            words(&self.injury),
            words(&self.vision),
            words(&self.dental),
            words(&self.prescriptions),
            words(&self.notes),
            words(&self.tags),
        ]
    }
}

impl Sheet for MeasurementDetails {
    const TITLE: &'static str = "Measurements";
    const COLUMNS: &'static [&'static str] =
        &["date", "weight (kg)", "height (cm)", "position", "head circumference (cm)", "measured by", "visit", "notes", "tags"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.date.to_string(),
            self.weight.map(Weight::mg).map(|mg| digits(mg, 6)).unwrap_or_default(),
            centimetres(self.height),
            words(&self.position),
            centimetres(self.head_circumference),
            words(&self.measured_by),
            words(&self.visit_id),
            words(&self.notes),
            words(&self.tags),
        ]
    }
}

impl Sheet for EventDetails {
    const TITLE: &'static str = "Vaccines and other medical events";
    const COLUMNS: &'static [&'static str] =
        &["date", "last day", "type", "name", "place", "outcome", "result", "vaccine", "medication", "allergy", "visit", "notes", "tags"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.date.to_string(),
            words(&self.ended_on),
            words(&self.event_type),
            words(&self.name),
            words(&self.place),
            words(&self.outcome),
            words(&self.result),
            words(&self.vaccine),
            words(&self.medication),
            words(&self.allergy),
            words(&self.visit_id),
            words(&self.notes),
            words(&self.tags),
        ]
    }
}

impl Sheet for IllnessDetails {
    const TITLE: &'static str = "Illnesses";
    const COLUMNS: &'static [&'static str] = &[
        "first day",
        "last day",
        "types",
        "other name",
        "severity (1 to 10)",
        "symptoms",
        "temperatures (time, °C)",
        "medicines",
        "days missed",
        "visits",
        "notes",
        "tags",
    ];

    fn cells(&self) -> Vec<String> {
        let curve = self.temperatures.iter().map(|one| format!("{} {}", words(&one.at), celsius(Some(one.temperature))));
        vec![
            self.started_on.to_string(),
            words(&self.ended_on),
            words(&self.types),
            words(&self.other_name),
            words(&self.severity),
            words(&self.symptoms),
            curve.collect::<Vec<_>>().join("; "),
            words(&self.medicines),
            words(&self.days_missed),
            words(&self.visit_ids),
            words(&self.notes),
            words(&self.tags),
        ]
    }
}

fn digits(value: i64, scale: u32) -> String {
    Decimal::new(value, scale).normalize().to_string()
}

fn centimetres(length: Option<Length>) -> String {
    length.map(Length::um).map(|um| digits(um, 4)).unwrap_or_default()
}

fn celsius(temperature: Option<Temperature>) -> String {
    temperature.map(Temperature::millicelsius).map(|thousandths| digits(thousandths, 3)).unwrap_or_default()
}

/// A value as words: lists parted by semicolons, parts of an object with their names, absent ones left out.
pub(crate) fn words(value: &impl Serialize) -> String {
    fn say(value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::Bool(flag) => if *flag { "yes" } else { "no" }.to_owned(),
            Value::Number(number) => number.to_string(),
            Value::String(text) => text.clone(),
            Value::Array(values) => values.iter().map(say).collect::<Vec<_>>().join("; "),
            Value::Object(parts) => {
                let quantity = (parts.get("value"), parts.get("unit"));
                if let (Some(value), Some(unit)) = quantity {
                    return format!("{} {}", say(value), say(unit));
                }
                let said = parts.iter().map(|(name, value)| (name, say(value))).filter(|(_, text)| !text.is_empty());
                said.map(|(name, text)| format!("{}: {text}", name.replace('_', " "))).collect::<Vec<_>>().join(", ")
            }
        }
    }
    serde_json::to_value(value).map(|value| say(&value)).unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

/// What [`harmless`] made of a cell, as it was.
pub(crate) fn as_typed(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r'])).unwrap_or(cell)
}

/// Text in HTML.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_each_reads_as_it_was_typed() {
        for typed in ["=1+1", "+49", "-3", "@x", "plain", "'quoted'", ""] {
            let cell = harmless(typed.to_owned());
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            assert_eq!(as_typed(&cell), typed);
        }
    }

    #[test]
    fn text_cannot_leave_its_place_in_the_page() {
        assert_eq!(escaped("<script a='b'>&\""), "&lt;script a=&#39;b&#39;&gt;&amp;&quot;");
    }
}
