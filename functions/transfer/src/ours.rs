//! Reading `data.json` of our own format.

use serde::de::DeserializeOwned;
use serde_json::Value;
use trajectory::access::BulkRecord;
use trajectory::error::Result as ApiResult;
use trajectory::id::ChildId;
use trajectory::job::Warning;
use trajectory::record::attachment::FileFacts;
use trajectory::record::avatar;
use trajectory::record::{Details, EventDetails, IllnessDetails, MeasurementDetails, VisitDetails};
use trajectory::request::parse_json;
use trajectory::state::AppState;

use crate::format::{ChildLine, FORMAT, FileLine, Line, VERSION, avatar_name, file_name};
use crate::reader::{Archive, Fault, Part, refused};
use crate::rows::{Content, FileRow, Out, Row, Seen, refusal};

/// Reads all rows.
pub(crate) fn read(archive: &mut Archive, state: &AppState, out: Out<'_>) -> Result<(), Fault> {
    let mut seen = Seen::default();
    let (mut format, mut version) = (false, false);
    archive.lists("data.json", &mut |part| match part {
        Part::Single("format", name) => {
            format = name == FORMAT;
            if format { Ok(()) } else { Err(not_ours()) }
        }
        Part::Single("version", number) => {
            version = number.as_u64() == Some(VERSION);
            if version {
                Ok(())
            } else {
                Err(refused("other_version", "This file has another version of the format. Use the version of the app that wrote it."))
            }
        }
        Part::Single("family", _) => Ok(()),
        Part::Single(..) => out(Row::Note(Warning::new("data.json", "unknown_part", "has a part that is not known here"))),
        Part::Element(..) if !(format && version) => Err(not_ours()),
        Part::Element(list, nth, value) => element(list, nth, &value, state, &mut seen, out),
    })?;
    if format && version { Ok(()) } else { Err(not_ours()) }
}

fn not_ours() -> Fault {
    refused("other_format", "This is no export of this app. Choose the kind of file that it is.")
}

fn element(list: &str, nth: u64, value: &Value, state: &AppState, seen: &mut Seen, out: Out<'_>) -> Result<(), Fault> {
    let place = format!("{list}[{nth}]");
    match list {
        "children" => {
            let mut line = match checked(value, |line: &ChildLine| line.details.check(state)) {
                Ok(line) => line,
                Err(error) => return out(Row::Refused(refusal(&place, error))),
            };
            let (child, avatar) = (line.id, line.avatar.take());
            seen.note(&place, child.to_string(), child)?;
            out(Row::Record(BulkRecord::Child(Box::new(line.imported())), place.clone()))?;
            avatar.map_or(Ok(()), |facts| picture(format!("{place}.avatar"), child, facts, out))
        }
        "visits" => record::<VisitDetails>(&place, value, state, seen, out, |one| BulkRecord::Visit(Box::new(one))),
        "measurements" => record::<MeasurementDetails>(&place, value, state, seen, out, |one| BulkRecord::Measurement(Box::new(one))),
        "medical_events" => record::<EventDetails>(&place, value, state, seen, out, |one| BulkRecord::Event(Box::new(one))),
        "illnesses" => record::<IllnessDetails>(&place, value, state, seen, out, |one| BulkRecord::Illness(Box::new(one))),
        "attachments" => attachment(&place, value, state, seen, out),
        _ => out(Row::Note(Warning::new(list, "unknown_part", "is a list that is not known here"))),
    }
}

fn record<D: Details>(
    place: &str,
    value: &Value,
    state: &AppState,
    seen: &mut Seen,
    out: Out<'_>,
    wrap: impl Fn(trajectory::access::Imported<D>) -> BulkRecord,
) -> Result<(), Fault> {
    let line: Line<D> = match checked(value, |line: &Line<D>| line.details.check(state)) {
        Ok(line) => line,
        Err(error) => return out(Row::Refused(refusal(place, error))),
    };
    let Some(child) = line.child_id else {
        return out(Row::Refused(Warning::new(format!("{place}.child_id"), "invalid", "is missing")));
    };
    seen.note(place, line.id.to_string(), child)?;
    match seen.links(place, child, &line.details.links()) {
        Err(foreign) => return out(Row::Refused(foreign)),
        Ok(Some(note)) => out(Row::Note(note))?,
        Ok(None) => {}
    }
    out(Row::Record(wrap(line.imported(child)), place.to_owned()))
}

fn attachment(place: &str, value: &Value, state: &AppState, seen: &mut Seen, out: Out<'_>) -> Result<(), Fault> {
    let line: FileLine = match checked(value, |line: &FileLine| line.details.check(state)) {
        Ok(line) => line,
        Err(error) => return out(Row::Refused(refusal(place, error))),
    };
    seen.note(place, line.id.to_string(), line.child_id)?;
    let stamps = Some(line.stamps());
    let FileLine { id, child_id, details, file, .. } = line;
    match seen.links(place, child_id, &details.record.into_iter().collect::<Vec<_>>()) {
        Err(foreign) => return out(Row::Refused(foreign)),
        Ok(Some(note)) => out(Row::Note(note))?,
        Ok(None) => {}
    }
    out(Row::File(Box::new(FileRow {
        place: place.to_owned(),
        child: child_id,
        content: Content::Attachment { id, details, stamps },
        entry: file_name(id, file.content_type),
        content_type: file.content_type,
        facts: Some(file),
        bytes: None,
    })))
}

fn picture(place: String, child: ChildId, facts: FileFacts, out: Out<'_>) -> Result<(), Fault> {
    if let Err(error) = avatar::check(&facts) {
        return out(Row::Refused(refusal(&place, error)));
    }
    out(Row::File(Box::new(FileRow {
        place,
        child,
        content: Content::Avatar,
        entry: avatar_name(child, facts.content_type),
        content_type: facts.content_type,
        facts: Some(facts),
        bytes: None,
    })))
}

/// A value as a type, if it fits and holds what it promises.
fn checked<T: DeserializeOwned>(value: &Value, check: impl Fn(&T) -> ApiResult<()>) -> ApiResult<T> {
    let line: T = parse_json(value.to_string().as_bytes())?;
    check(&line)?;
    Ok(line)
}
