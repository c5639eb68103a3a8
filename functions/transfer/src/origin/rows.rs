//! What a numbered row says, in our words.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::str::FromStr as _;
use trajectory::access::{BulkRecord, Imported, Stamps};
use trajectory::id::{AttachmentId, ChildId, JobId, VisitId};
use trajectory::job::Warning;
use trajectory::record::attachment::{AttachmentDetails, ContentType};
use trajectory::record::{ChildDetails, Details, EventDetails, IllnessDetails, MeasurementDetails, RecordRef, VisitDetails};
use trajectory::request::parse_json;
use trajectory::state::AppState;

use super::zone::Zone;
use super::{child_of, id_of};
use crate::format::derived;
use crate::reader::Fault;
use crate::rows::{Content, FileRow, Out, Row, Seen, refusal};

/// Columns that carry nothing over: computed ones, those of the former database, ids that are read elsewhere.
const PASSED_OVER: [&str; 8] = ["id", "family_id", "created_at", "updated_at", "user_id", "created_by", "avatar", "file_size"];

/// A row while it is read.
pub(super) struct Reading<'a> {
    list: &'static str,
    place: String,
    row: Map<String, Value>,
    used: BTreeSet<&'static str>,
    job: JobId,
    zone: Zone,
    state: &'a AppState,
}

impl<'a> Reading<'a> {
    pub(super) fn new(list: &'static str, nth: u64, row: Map<String, Value>, job: JobId, zone: Zone, state: &'a AppState) -> Self {
        Self { list, place: format!("{list}[{nth}]"), row, used: BTreeSet::new(), job, zone, state }
    }

    /// Columns with something in them that nobody has read.
    pub(super) fn left(&self) -> Vec<String> {
        let empty = |value: &Value| value.is_null() || value == "" || value.as_array().is_some_and(Vec::is_empty);
        let known = |name: &str| {
            self.used.contains(name)
                || PASSED_OVER.contains(&name)
                || ["person_id", "child_id"].contains(&name)
                || name.ends_with("_percentile")
        };
        self.row.iter().filter(|(name, value)| !known(name) && !empty(value)).map(|(name, _)| name.clone()).collect()
    }

    pub(super) fn read(&mut self, seen: &mut Seen, out: Out<'_>) -> Result<(), Fault> {
        let own = self.row.get("id").cloned().unwrap_or_default();
        match self.list {
            "people" => {
                let Some(child) = id_of::<ChildId>(self.job, "people", &own) else { return self.no_id(out) };
                let details = self.person();
                self.tell::<ChildDetails>(child, child, &details, seen, out, |one| BulkRecord::Child(Box::new(one)))
            }
            "attachments" => self.attachment(&own, seen, out),
            _ => {
                let Some(child) = child_of(self.job, &self.row) else {
                    return out(Row::Refused(Warning::new(self.place.clone(), "no_child", "does not say whose it is")));
                };
                self.of_child(&own, child, seen, out)
            }
        }
    }

    fn of_child(&mut self, own: &Value, child: ChildId, seen: &mut Seen, out: Out<'_>) -> Result<(), Fault> {
        match self.list {
            "visits" => {
                let Some(id) = id_of::<VisitId>(self.job, "visits", own) else { return self.no_id(out) };
                let details = self.visit();
                self.tell::<VisitDetails>(child, id, &details, seen, out, |one| BulkRecord::Visit(Box::new(one)))?;
                self.beside_visit(child, id, seen, out)
            }
            "measurements" => {
                let Some(id) = id_of(self.job, "measurements", own) else { return self.no_id(out) };
                let mut details = self.measurement();
                details["visit_id"] = self.visit_link();
                self.tell::<MeasurementDetails>(child, id, &details, seen, out, |one| BulkRecord::Measurement(Box::new(one)))
            }
            "medical_events" => {
                let Some(id) = id_of(self.job, "medical_events", own) else { return self.no_id(out) };
                let details = self.event();
                self.tell::<EventDetails>(child, id, &details, seen, out, |one| BulkRecord::Event(Box::new(one)))
            }
            _ => {
                let Some(id) = id_of(self.job, "illnesses", own) else { return self.no_id(out) };
                let details = self.illness();
                self.tell::<IllnessDetails>(child, id, &details, seen, out, |one| BulkRecord::Illness(Box::new(one)))
            }
        }
    }

    fn no_id(&self, out: Out<'_>) -> Result<(), Fault> {
        out(Row::Refused(Warning::new(self.place.clone(), "invalid", "has no number")))
    }

    fn tell<D: Details>(
        &self,
        child: ChildId,
        id: D::Id,
        details: &Value,
        seen: &mut Seen,
        out: Out<'_>,
        wrap: impl Fn(Imported<D>) -> BulkRecord,
    ) -> Result<(), Fault> {
        let checked = parse_json::<D>(details.to_string().as_bytes()).and_then(|details| details.check(self.state).map(|()| details));
        let details = match checked {
            Ok(details) => details,
            Err(error) => return out(Row::Refused(refusal(&self.place, error))),
        };
        seen.note(&self.place, id.to_string(), child)?;
        out(Row::Record(wrap(Imported { child, id, details, stamps: None::<Stamps> }), self.place.clone()))
    }

    /// The first of these columns that has something in it.
    fn take(&mut self, names: &[&'static str]) -> Option<Value> {
        self.used.extend(names);
        names.iter().find_map(|name| self.row.get(*name).filter(|value| !value.is_null() && *value != "")).cloned()
    }

    fn text(&mut self, names: &[&'static str]) -> Value {
        match self.take(names) {
            Some(Value::String(text)) => Value::from(text.trim()),
            Some(Value::Number(number)) => Value::from(number.to_string()),
            Some(Value::Array(parts)) => Value::from(parts.iter().map(crate::sheets::words).collect::<Vec<_>>().join("; ")),
            Some(_) | None => Value::Null,
        }
    }

    /// Several texts as lines of one.
    fn lines(&mut self, parts: &[(&str, &[&'static str])]) -> Value {
        let said = parts.iter().filter_map(|(label, names)| {
            let text = self.text(names).as_str()?.to_owned();
            Some(if label.is_empty() { text } else { format!("{label}: {text}") })
        });
        let text = said.collect::<Vec<_>>().join("\n");
        if text.is_empty() { Value::Null } else { Value::from(text) }
    }

    fn list(&mut self, names: &[&'static str]) -> Value {
        let parts: Vec<String> = match self.take(names) {
            Some(Value::Array(parts)) => parts.iter().map(crate::sheets::words).collect(),
            Some(Value::String(text)) => match serde_json::from_str::<Vec<Value>>(&text) {
                Ok(parts) => parts.iter().map(crate::sheets::words).collect(),
                Err(_) => text.split([',', ';']).map(str::to_owned).collect(),
            },
            Some(_) | None => Vec::new(),
        };
        parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).map(Value::from).collect::<Vec<_>>().into()
    }

    fn day(&mut self, names: &[&'static str]) -> Value {
        let text = self.text(names);
        match text.as_str().and_then(|text| self.zone.day(text)) {
            Some(day) => Value::from(day.format("%Y-%m-%d").to_string()),
            // Whatever it is, the check of the record says what is wrong with it.
            None => text,
        }
    }

    fn decimal(&mut self, names: &[&'static str]) -> Option<Decimal> {
        let value = self.take(names)?;
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Decimal::from_str(text.trim()).ok()
    }

    fn number(&mut self, names: &[&'static str]) -> Value {
        self.decimal(names).map_or(Value::Null, digits)
    }

    fn weight(&mut self) -> Value {
        let (main, ounces) = (
            self.decimal(&["weight_lb", "weight_lbs", "weight_value", "weight_pounds", "weight"]),
            self.decimal(&["weight_oz", "weight_ounces"]),
        );
        let unit = self.text(&["weight_unit"]);
        match (main, ounces.filter(|ounces| !ounces.is_zero()), unit.as_str()) {
            (None, None, _) => Value::Null,
            (Some(value), None, Some(unit @ ("kg" | "g" | "oz"))) => json!({ "value": digits(value), "unit": unit }),
            (Some(pounds), None, _) => json!({ "value": digits(pounds), "unit": "lb" }),
            (pounds, Some(ounces), _) => {
                json!({ "value": digits(pounds.unwrap_or_default() * Decimal::from(16) + ounces), "unit": "oz" })
            }
        }
    }

    fn length(&mut self, names: &[&'static str], units: &[&'static str]) -> Value {
        let unit = self.text(units);
        let unit = if unit == "cm" { "cm" } else { "in" };
        self.decimal(names).map_or(Value::Null, |value| json!({ "value": digits(value), "unit": unit }))
    }

    fn person(&mut self) -> Value {
        let sex = self.text(&["sex", "gender"]).as_str().map(str::to_lowercase);
        let sex = match sex.as_deref() {
            Some("m" | "boy") => Value::from("male"),
            Some("f" | "girl") => Value::from("female"),
            other => other.map_or(Value::Null, Value::from),
        };
        json!({
            "name": self.text(&["name", "first_name"]), "date_of_birth": self.day(&["date_of_birth", "dob", "birth_date"]), "sex": sex,
            "due_date": self.day(&["due_date"]), "allergies": self.list(&["allergies"]), "notes": self.text(&["notes"]),
        })
    }

    fn visit(&mut self) -> Value {
        let kind = self.text(&["visit_type", "type"]);
        let pressure = match self.text(&["blood_pressure"]).as_str().and_then(|text| text.split_once('/')) {
            Some((high, low)) => match (high.trim().parse::<u16>(), low.trim().parse::<u16>()) {
                (Ok(high), Ok(low)) => json!({ "systolic": high, "diastolic": low }),
                _ => Value::Null,
            },
            None => match (self.number(&["bp_systolic", "systolic"]), self.number(&["bp_diastolic", "diastolic"])) {
                (high @ Value::Number(_), low @ Value::Number(_)) => json!({ "systolic": high, "diastolic": low }),
                _ => Value::Null,
            },
        };
        let mut vitals = json!({
            "blood_pressure": pressure, "heart_rate": self.number(&["heart_rate", "pulse"]),
            "oxygen_saturation": self.number(&["oxygen_saturation", "spo2"]), "temperature": self.fahrenheit(),
        });
        if vitals.as_object().is_some_and(|parts| parts.values().all(Value::is_null)) {
            vitals = Value::Null;
        }
        let injury = match self.text(&["injury_type"]) {
            Value::Null => Value::Null,
            kind => json!({
                "kind": kind, "body_part": self.text(&["injury_location", "body_part"]), "treatment": self.text(&["treatment", "injury_treatment"]),
            }),
        };
        json!({
            "type": if kind.is_null() { "wellness".into() } else { kind }, "date": self.day(&["visit_date", "date"]),
            "place": self.text(&["location", "place", "clinic"]), "doctor": self.text(&["doctor_name", "doctor", "provider"]),
            "title": self.text(&["title"]), "reason": self.text(&["reason", "chief_complaint"]),
            "outcome": self.text(&["outcome", "outcome_notes", "diagnosis"]), "done": true, "vitals": vitals, "injury": injury,
            "prescriptions": self.prescriptions(), "measured_by": "imported", "tags": self.list(&["tags"]),
            "notes": self.lines(&[
                ("", &["notes"]), ("Vision", &["vision_prescription", "vision_refraction"]), ("Dental", &["dental_procedure_type", "dental_notes"]),
            ]),
        })
    }

    fn fahrenheit(&mut self) -> Value {
        let unit = if self.text(&["temperature_unit"]).as_str().is_some_and(|unit| unit.eq_ignore_ascii_case("c")) { "c" } else { "f" };
        self.decimal(&["temperature"]).map_or(Value::Null, |value| json!({ "value": digits(value), "unit": unit }))
    }

    fn prescriptions(&mut self) -> Value {
        let parts = match self.take(&["prescriptions"]) {
            Some(Value::Array(parts)) => parts,
            Some(Value::String(text)) => serde_json::from_str(&text).unwrap_or_else(|_| vec![Value::from(text)]),
            Some(_) | None => Vec::new(),
        };
        let medicine = |part: &Value| match part {
            Value::Object(part) => {
                let of = |names: [&str; 3]| names.into_iter().find_map(|name| part.get(name).filter(|value| *value != "")).cloned();
                Some(json!({
                    "medicine": of(["medication", "medicine", "name"])?, "dose": of(["dosage", "dose", "amount"]),
                    "frequency": of(["frequency", "schedule", "how_often"]), "duration": of(["duration", "days", "for"]).map(|text| crate::sheets::words(&text)),
                }))
            }
            Value::String(text) if !text.trim().is_empty() => Some(json!({ "medicine": text })),
            _ => None,
        };
        parts.iter().filter_map(medicine).collect::<Vec<_>>().into()
    }

    /// What a visit's row says of measurements and vaccines becomes records of their own that hang on it.
    fn beside_visit(&mut self, child: ChildId, visit: VisitId, seen: &mut Seen, out: Out<'_>) -> Result<(), Fault> {
        let mut measured = self.measurement();
        measured["visit_id"] = Value::from(visit.to_string());
        measured["notes"] = Value::Null;
        measured["tags"] = json!([]);
        if ["weight", "height", "head_circumference"].into_iter().any(|name| !measured[name].is_null()) {
            let id = derived(self.job, &format!("{visit}/measurement"));
            self.tell::<MeasurementDetails>(child, id, &measured, seen, out, |one| BulkRecord::Measurement(Box::new(one)))?;
        }
        let date = self.day(&["visit_date", "date"]);
        let vaccines = self.list(&["vaccines_administered", "vaccines"]);
        for (nth, name) in vaccines.as_array().into_iter().flatten().enumerate() {
            let details =
                json!({ "type": "vaccine", "name": name, "date": date, "visit_id": visit, "vaccine": {}, "measured_by": "imported" });
            let id = derived(self.job, &format!("{visit}/vaccine/{nth}"));
            self.tell::<EventDetails>(child, id, &details, seen, out, |one| BulkRecord::Event(Box::new(one)))?;
        }
        Ok(())
    }

    fn measurement(&mut self) -> Value {
        json!({
            "date": self.day(&["measurement_date", "measured_at", "measured_on", "visit_date", "date"]), "weight": self.weight(),
            "height": self.length(&["height_in", "height_inches", "height_value", "height"], &["height_unit"]),
            "head_circumference": self.length(
                &["head_circumference_in", "head_circumference_value", "head_circumference"], &["head_circumference_unit"],
            ),
            "measured_by": "imported", "notes": self.text(&["notes"]), "tags": self.list(&["tags"]),
        })
    }

    fn visit_link(&mut self) -> Value {
        let visit = self.take(&["visit_id"]).and_then(|number| id_of::<VisitId>(self.job, "visits", &number));
        visit.map_or(Value::Null, |visit| Value::from(visit.to_string()))
    }

    fn event(&mut self) -> Value {
        let kind = self.text(&["event_type", "type", "kind"]);
        let kind = match kind.as_str().map(str::to_lowercase).as_deref() {
            Some("vaccine" | "vaccination" | "immunization") => "vaccine",
            Some("medication" | "medicine") => "medication",
            Some("allergy") => "allergy",
            Some("condition" | "diagnosis") => "condition",
            Some("hospital_stay" | "hospitalization") => "hospital_stay",
            Some("test" | "lab") => "test",
            Some(_) | None => "procedure",
        };
        let lasting = matches!(kind, "medication" | "allergy" | "condition" | "hospital_stay");
        let mut details = json!({
            "type": kind, "name": self.text(&["name", "title", "description"]), "date": self.day(&["event_date", "date", "start_date"]),
            "place": self.text(&["location", "place"]), "outcome": self.text(&["outcome"]), "result": self.text(&["result", "results"]),
            "visit_id": self.visit_link(), "measured_by": "imported", "notes": self.lines(&[("", &["notes"]), ("", &["description"])]),
            "tags": self.list(&["tags"]),
        });
        let end = self.day(&["end_date", "ended_on"]);
        if lasting {
            details["ended_on"] = end;
        }
        if kind == "vaccine" {
            details["vaccine"] = json!({
                "lot": self.text(&["lot_number", "lot"]), "manufacturer": self.text(&["manufacturer"]), "dose_number": self.number(&["dose_number"]),
            });
        }
        details
    }

    fn illness(&mut self) -> Value {
        let (mut types, mut others) = (Vec::new(), Vec::new());
        for named in self.list(&["illness_types", "illness_type", "types", "type"]).as_array().into_iter().flatten() {
            let word = named.as_str().unwrap_or_default().to_lowercase().replace([' ', '-'], "_");
            let known = match word.as_str() {
                "covid" | "covid_19" => "covid19",
                "flu" | "strep" | "rsv" | "covid19" | "cold" | "stomach_bug" | "ear_infection" | "hand_foot_mouth" | "croup"
                | "pink_eye" | "chickenpox" | "fever" => word.as_str(),
                _ => {
                    others.push(named.as_str().unwrap_or_default().to_owned());
                    "other"
                }
            };
            if !types.contains(&Value::from(known)) {
                types.push(Value::from(known));
            }
        }
        let mut other = if others.is_empty() { Value::Null } else { Value::from(others.join(", ")) };
        if types.is_empty() {
            types.push("other".into());
            let name = self.text(&["name", "title"]);
            other = if name.is_null() { "Illness".into() } else { name };
        }
        let visits = match self.visit_link() {
            Value::Null => json!([]),
            visit => json!([visit]),
        };
        json!({
            "types": types, "other_name": other, "started_on": self.day(&["start_date", "started_on", "date"]),
            "ended_on": self.day(&["end_date", "ended_on"]), "severity": self.number(&["severity"]), "symptoms": self.list(&["symptoms"]),
            "visit_ids": visits, "measured_by": "imported", "tags": self.list(&["tags"]),
            // The rows say no time of the temperature, so it is no reading of a curve.
            "notes": self.lines(&[
                ("", &["notes"]), ("Temperature (°F)", &["temperature", "max_temperature"]), ("Medicines", &["medications", "medicines", "treatment"]),
            ]),
        })
    }

    fn attachment(&mut self, own: &Value, seen: &mut Seen, out: Out<'_>) -> Result<(), Fault> {
        let refused = |text: &str| Row::Refused(Warning::new(self.place.clone(), "invalid", text));
        let (Some(child), Some(id)) = (child_of(self.job, &self.row), id_of::<AttachmentId>(self.job, "attachments", own)) else {
            return out(refused("does not say whose it is"));
        };
        seen.note(&self.place, id.to_string(), child)?;
        let record = if let Some(visit) = self.take(&["visit_id"]) {
            id_of(self.job, "visits", &visit).map(RecordRef::Visit)
        } else if let Some(measurement) = self.take(&["measurement_id"]) {
            id_of(self.job, "measurements", &measurement).map(RecordRef::Measurement)
        } else {
            self.take(&["illness_id"]).and_then(|illness| id_of(self.job, "illnesses", &illness)).map(RecordRef::Illness)
        };
        let title = self.text(&["title", "original_filename", "original_name", "filename"]);
        let path = self.text(&["stored_filename", "file_path", "path", "filename"]);
        let name = path.as_str().and_then(|path| path.rsplit(['/', '\\']).next()).unwrap_or_default().to_owned();
        let declared = self.text(&["mime_type", "content_type", "file_type"]);
        let Some(content_type) = content_type(declared.as_str().unwrap_or_default(), &name) else {
            return out(Row::Refused(Warning::new(self.place.clone(), "file_refused", "has a file of a type that is not kept")));
        };
        let details =
            json!({ "title": title, "kind": "other", "record": record, "notes": self.text(&["notes", "description"]), "tags": [] });
        match parse_json::<AttachmentDetails>(details.to_string().as_bytes()) {
            Ok(details) => out(Row::File(Box::new(FileRow {
                place: self.place.clone(),
                child,
                content: Content::Attachment { id, details, stamps: None },
                entry: name,
                content_type,
                facts: None,
                bytes: None,
            }))),
            Err(error) => out(Row::Refused(refusal(&self.place, error))),
        }
    }
}

fn digits(value: Decimal) -> Value {
    serde_json::Number::from_str(&value.normalize().to_string()).map_or(Value::Null, Value::Number)
}

fn content_type(declared: &str, name: &str) -> Option<ContentType> {
    let extension = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    match (declared, extension.as_str()) {
        ("image/jpeg", _) | (_, "jpg" | "jpeg") => Some(ContentType::Jpeg),
        ("image/png", _) | (_, "png") => Some(ContentType::Png),
        ("image/webp", _) | (_, "webp") => Some(ContentType::Webp),
        ("image/gif", _) | (_, "gif") => Some(ContentType::Gif),
        ("image/heic", _) | (_, "heic") => Some(ContentType::Heic),
        ("application/pdf", _) | (_, "pdf") => Some(ContentType::Pdf),
        _ => None,
    }
}
