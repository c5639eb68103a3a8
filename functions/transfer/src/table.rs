//! Reading a table with one record in a row, as the member says which column is what.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use std::str::FromStr as _;
use trajectory::access::{BulkRecord, Imported};
use trajectory::error::{ApiError, Result as ApiResult};
use trajectory::id::JobId;
use trajectory::job::{CsvColumn, CsvField, CsvMapping, CsvRecord, DateOrder, Problem};
use trajectory::record::{Details, EventDetails, IllnessDetails, MeasurementDetails, VisitDetails};
use trajectory::request::parse_json;
use trajectory::state::AppState;

use crate::format::derived;
use crate::reader::{Fault, Ranged, refused};
use crate::rows::{Out, Row, refusal};
use crate::sheets::as_typed;

/// Rows that a table may have.
const MAX_ROWS: u64 = 100_000;

/// What a mapping must be to make records at all.
///
/// # Errors
/// [`ApiError::Invalid`] with the field concerned.
pub(crate) fn check(mapping: &CsvMapping) -> ApiResult<()> {
    let field = |name: &str, problem: &str| Err(ApiError::field(format!("source.{name}"), problem));
    if mapping.delimiter.is_some_and(|delimiter| !matches!(delimiter, ',' | ';' | '\t' | '|')) {
        return field("delimiter", "must be a comma, a semicolon, a tabulator or a bar");
    }
    if mapping.columns.is_empty() || mapping.columns.len() > 30 {
        return field("columns", "must be 1 to 30");
    }
    for (nth, column) in mapping.columns.iter().enumerate() {
        if mapping.columns[..nth].iter().any(|other| other.field == column.field) {
            return field(&format!("columns[{nth}].field"), "is given twice");
        }
        let unit = column.unit.as_ref().map(AsRef::as_ref);
        let fits = match column.field {
            CsvField::Weight => matches!(unit, Some("kg" | "g" | "lb" | "oz")),
            CsvField::Height | CsvField::HeadCircumference => matches!(unit, Some("cm" | "mm" | "in")),
            CsvField::Temperature => matches!(unit, Some("c" | "f")),
            _ => unit.is_none(),
        };
        if !fits {
            return field(&format!("columns[{nth}].unit"), "must be a unit of the field: kg, g, lb, oz; cm, mm, in; c, f; or none");
        }
    }
    if mapping.columns.iter().any(|column| column.field == CsvField::Date) { Ok(()) } else { field("columns", "must have a date") }
}

/// Reads all rows.
pub(crate) fn read(file: Ranged, mapping: &CsvMapping, job: JobId, state: &AppState, out: Out<'_>) -> Result<(), Fault> {
    let delimiter = u8::try_from(mapping.delimiter.unwrap_or(',')).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(std::io::BufReader::new(file));
    let headers = reader.headers().map_err(|error| of_csv(&error))?.clone();
    let place_of = |column: &CsvColumn| {
        let name = column.name.as_ref();
        headers
            .iter()
            .position(|header| as_typed(header.trim().trim_start_matches('\u{feff}')) == name)
            .ok_or_else(|| Fault::File(Problem::new("column_missing", format!("The table has no column \"{name}\" in its first row."))))
    };
    let places = mapping.columns.iter().map(|column| place_of(column).map(|place| (column, place))).collect::<Result<Vec<_>, _>>()?;
    // The first row has the names; lines with nothing in them are no rows.
    for (nth, row) in (2_u64..).zip(reader.records()) {
        let row = row.map_err(|error| of_csv(&error))?;
        if nth > MAX_ROWS {
            return Err(refused("too_many_records", "This is more than can be imported at once (100,000 rows)."));
        }
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cells: Vec<(&CsvColumn, &str)> =
            places.iter().map(|(column, place)| (*column, as_typed(row.get(*place).unwrap_or_default().trim()))).collect();
        let place = format!("row {nth}");
        let details = details(mapping, &cells);
        match mapping.record {
            CsvRecord::Measurement => {
                tell::<MeasurementDetails>(place, &details, mapping, job, state, out, |one| BulkRecord::Measurement(Box::new(one)))
            }
            CsvRecord::Vaccine => tell::<EventDetails>(place, &details, mapping, job, state, out, |one| BulkRecord::Event(Box::new(one))),
            CsvRecord::Illness => {
                tell::<IllnessDetails>(place, &details, mapping, job, state, out, |one| BulkRecord::Illness(Box::new(one)))
            }
            CsvRecord::Visit => tell::<VisitDetails>(place, &details, mapping, job, state, out, |one| BulkRecord::Visit(Box::new(one))),
        }?;
    }
    Ok(())
}

fn of_csv(error: &csv::Error) -> Fault {
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => refused("not_text", "The table is no UTF-8 text. Save it as \"CSV UTF-8\"."),
        csv::ErrorKind::Io(error) => Fault::Ours(error.to_string()),
        _ => refused("not_a_table", "The table cannot be read: rows or quotes do not fit."),
    }
}

fn tell<D: Details>(
    place: String,
    details: &Value,
    mapping: &CsvMapping,
    job: JobId,
    state: &AppState,
    out: Out<'_>,
    wrap: impl Fn(Imported<D>) -> BulkRecord,
) -> Result<(), Fault> {
    match parse_json::<D>(details.to_string().as_bytes()).and_then(|details| details.check(state).map(|()| details)) {
        Ok(details) => {
            let id = derived(job, &place);
            out(Row::Record(wrap(Imported { child: mapping.child, id, details, stamps: None }), place))
        }
        Err(error) => out(Row::Refused(refusal(&place, error))),
    }
}

/// The row as details in JSON, which the record's own type then checks.
fn details(mapping: &CsvMapping, cells: &[(&CsvColumn, &str)]) -> Value {
    let mut said: Map<String, Value> = match mapping.record {
        CsvRecord::Measurement => Map::new(),
        CsvRecord::Vaccine => Map::from_iter([("type".to_owned(), "vaccine".into()), ("vaccine".to_owned(), json!({}))]),
        CsvRecord::Illness => Map::from_iter([("types".to_owned(), json!(["other"]))]),
        CsvRecord::Visit => Map::from_iter([("type".to_owned(), "wellness".into()), ("done".to_owned(), true.into())]),
    };
    said.insert("measured_by".to_owned(), "imported".into());
    for (column, cell) in cells.iter().filter(|(_, cell)| !cell.is_empty()) {
        let list = || cell.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).map(Value::from).collect::<Vec<_>>();
        let mut put = |name: &str, value: Value| {
            said.insert(name.to_owned(), value);
        };
        match (column.field, mapping.record) {
            (CsvField::Date, CsvRecord::Illness) => put("started_on", day(mapping.dates, cell)),
            (CsvField::Date, _) => put("date", day(mapping.dates, cell)),
            (CsvField::EndDate, _) => put("ended_on", day(mapping.dates, cell)),
            (CsvField::Weight, _) => put("weight", quantity(column, cell)),
            (CsvField::Height, _) => put("height", quantity(column, cell)),
            (CsvField::HeadCircumference, _) => put("head_circumference", quantity(column, cell)),
            (CsvField::Temperature, _) => put("vitals", json!({ "temperature": quantity(column, cell) })),
            (CsvField::Name, CsvRecord::Illness) => put("other_name", (*cell).into()),
            (CsvField::Name, CsvRecord::Visit) | (CsvField::Title, _) => put("title", (*cell).into()),
            (CsvField::Name, _) => put("name", (*cell).into()),
            (CsvField::Severity, _) => put("severity", number(cell)),
            (CsvField::DoseNumber, _) => said["vaccine"]["dose_number"] = number(cell),
            (CsvField::Lot, _) => said["vaccine"]["lot"] = (*cell).into(),
            (CsvField::Manufacturer, _) => said["vaccine"]["manufacturer"] = (*cell).into(),
            (CsvField::Place, _) => put("place", (*cell).into()),
            (CsvField::Doctor, _) => put("doctor", (*cell).into()),
            (CsvField::Reason, _) => put("reason", (*cell).into()),
            (CsvField::Outcome, _) => put("outcome", (*cell).into()),
            (CsvField::Notes, _) => put("notes", (*cell).into()),
            (CsvField::Symptoms, _) => put("symptoms", list().into()),
            (CsvField::Tags, _) => put("tags", list().into()),
        }
    }
    Value::Object(said)
}

fn day(order: DateOrder, cell: &str) -> Value {
    let parts: Vec<&str> = cell.split(['-', '.', '/']).map(str::trim).collect();
    let read = |text: &str| text.parse::<u32>().ok();
    let date = match (order, parts.as_slice()) {
        (DateOrder::YearMonthDay, [year, month, day])
        | (DateOrder::DayMonthYear, [day, month, year])
        | (DateOrder::MonthDayYear, [month, day, year]) => {
            let year = year.parse::<i32>().ok().filter(|year| *year >= 1000);
            year.zip(read(month)).zip(read(day)).and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year, month, day))
        }
        _ => None,
    };
    // What is no date is told as such by the record's own check.
    date.map_or_else(|| cell.into(), |date| date.format("%Y-%m-%d").to_string().into())
}

/// A number with a point or a comma before its decimals.
fn number(cell: &str) -> Value {
    let plain = cell.replace(',', ".");
    let exact = Decimal::from_str(&plain).ok().and_then(|value| serde_json::Number::from_str(&value.normalize().to_string()).ok());
    exact.map_or_else(|| cell.into(), Value::Number)
}

fn quantity(column: &CsvColumn, cell: &str) -> Value {
    json!({ "value": number(cell), "unit": column.unit })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_order_that_the_member_says() {
        assert_eq!(day(DateOrder::DayMonthYear, "3.2.2025"), "2025-02-03");
        assert_eq!(day(DateOrder::MonthDayYear, "3/2/2025"), "2025-03-02");
        assert_eq!(day(DateOrder::YearMonthDay, "2025-02-03"), "2025-02-03");
        assert_eq!(day(DateOrder::DayMonthYear, "31.2.2025"), "31.2.2025");
        assert_eq!(number("8,50"), serde_json::from_str::<Value>("8.5").unwrap());
    }
}
