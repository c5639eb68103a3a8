//! Reading the export of the product that this one re-implements: `data.json` with lists of numbered rows.
//!
//! Decimals are strings, units are those of the United States, and dates are instants at midnight of the zone that the server
//! ran in, which is found from all dates together, so that no date shifts by a day.

mod rows;
mod zone;

use serde_json::{Map, Value};
use trajectory::id::{ChildId, Id, JobId};
use trajectory::job::Warning;
use trajectory::state::AppState;

use crate::format::derived;
use crate::reader::{Archive, Fault, Part};
use crate::rows::{Out, Row, Seen};
use rows::Reading;
use zone::Zone;

/// The lists, in the order in which one hangs on another.
const LISTS: [&str; 6] = ["people", "visits", "measurements", "medical_events", "illnesses", "attachments"];

/// Reads all rows; once for each list, since the file may have them in any order.
pub(crate) fn read(archive: &mut Archive, job: JobId, known: Option<i32>, state: &AppState, out: Out<'_>) -> Result<(), Fault> {
    let Some(name) = archive.ending_with("data.json") else {
        return Err(crate::reader::refused("no_data", "There is no data.json in this ZIP. Is it an export?"));
    };
    let zone = if let Some(minutes) = known { Zone::of(minutes) } else { find_zone(archive, &name, out)? };
    out(Row::Zone(zone.minutes()))?;
    let mut seen = Seen::default();
    for list in LISTS {
        let mut found = Vec::new();
        let mut unknown = std::collections::BTreeSet::new();
        archive.lists(&name, &mut |part| match part {
            Part::Element(of, nth, Value::Object(row)) if of == list => {
                let mut reading = Reading::new(list, nth, row, job, zone, state);
                reading.read(&mut seen, &mut |row| match row {
                    Row::File(file) => {
                        found.push(file);
                        Ok(())
                    }
                    row => out(row),
                })?;
                unknown.extend(reading.left());
                Ok(())
            }
            Part::Element(of, nth, _) if of == list => out(Row::Refused(Warning::new(format!("{list}[{nth}]"), "invalid", "is no row"))),
            Part::Element(..) | Part::Single(..) => Ok(()),
        })?;
        for column in unknown {
            out(Row::Note(Warning::new(format!("{list}.{column}"), "unknown_column", "is a column that is not taken over")))?;
        }
        for mut file in found {
            // Wherever it lies in the ZIP; its name alone counts.
            if let Some(entry) = archive.ending_with(&file.entry) {
                file.entry = entry;
            }
            out(Row::File(file))?;
        }
    }
    Ok(())
}

fn find_zone(archive: &mut Archive, name: &str, out: Out<'_>) -> Result<Zone, Fault> {
    let mut counts = zone::Counts::default();
    let mut unknown = std::collections::BTreeSet::new();
    archive.lists(name, &mut |part| {
        match part {
            Part::Element(list, _, Value::Object(row)) if LISTS.contains(&list) => counts.look_at(&row),
            Part::Element(list, 0, _) if !LISTS.contains(&list) => {
                unknown.insert(list.to_owned());
            }
            Part::Element(..) | Part::Single(..) => {}
        }
        Ok(())
    })?;
    for list in unknown {
        out(Row::Note(Warning::new(list, "unknown_part", "is a list that is not taken over")))?;
    }
    Ok(counts.zone())
}

/// The id of a row; the same for the same import.
fn id_of<I: Id>(job: JobId, list: &str, number: &Value) -> Option<I> {
    let number = match number {
        Value::Number(number) => number.to_string(),
        Value::String(text) if !text.is_empty() => text.clone(),
        _ => return None,
    };
    Some(derived(job, &format!("{list}/{number}")))
}

fn child_of(job: JobId, row: &Map<String, Value>) -> Option<ChildId> {
    ["person_id", "child_id"].into_iter().find_map(|name| id_of(job, "people", row.get(name)?))
}
