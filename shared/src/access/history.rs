//! What became of a record: who changed what, when, from which value to which.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::View;
use super::paging::{PageParams, next_page};
use super::store::FamilyStore;
use super::writes::HistoryAction;
use crate::error::{ApiError, Result};
use crate::id::{ChildId, UserId};
use crate::record::{Page, Rev};
use crate::store::{Direction, Key, ListQuery, read_item};

/// One change of a record.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryEntry {
    /// The revision that came of it.
    #[schema(value_type = u64)]
    rev: Rev,
    /// What was done.
    action: HistoryAction,
    /// When.
    at: DateTime<Utc>,
    /// Who; absent where the service itself tidied up.
    by: Option<UserId>,
    /// The fields that differ from before. All that were given, where the record was entered; none, where it was deleted.
    changes: Vec<FieldChange>,
}

/// A field before and after.
#[derive(Debug, PartialEq, Serialize, ToSchema)]
pub struct FieldChange {
    /// Its path in the record, such as `vitals.heart_rate`. A quantity, a list or a moment is one field.
    field: String,
    /// What stood there before; null where nothing did.
    #[schema(value_type = Option<Object>)]
    from: Value,
    /// What stands there since; null where nothing does.
    #[schema(value_type = Option<Object>)]
    to: Value,
}

/// An entry of the history as it is kept.
#[derive(Debug, Deserialize)]
pub(super) struct KeptHistory {
    pub(super) record_kind: String,
    pub(super) record_id: String,
    #[serde(default)]
    pub(super) child_id: Option<ChildId>,
    pub(super) rev: Rev,
    pub(super) action: HistoryAction,
    pub(super) at: DateTime<Utc>,
    #[serde(default)]
    pub(super) by: Option<UserId>,
    #[serde(default)]
    details: Option<Map<String, Value>>,
}

impl FamilyStore<View> {
    /// What became of a record of the child, or of the child itself, newest first. A record in the trash has its history too.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where the child has no such record; refusals of access.
    pub async fn record_history(&self, child: ChildId, record: &str, params: &PageParams) -> Result<Page<HistoryEntry>> {
        let all = ListQuery { direction: Direction::Descending, ..ListQuery::prefix(Key::tenant(self.family), &format!("HIST#{record}#")) };
        let page = params.page_of(all)?;
        // One more than the page: a change is told from the one before it.
        let query = ListQuery { limit: page.limit.map(|limit| limit + 1), ..page.clone() };
        let (proof, found) = tokio::join!(self.prove(Some(child), []), self.state.store.query(&query));
        let (_, (mut items, more)) = (proof?, found?);
        let limit = usize::from(page.limit.unwrap_or(u16::MAX));
        let before = (items.len() > limit).then(|| items.split_off(limit));
        let next = next_page(&page, &items, more || before.is_some())?;
        let entries = items.into_iter().chain(before.into_iter().flatten());
        let entries = entries.map(read_item::<KeptHistory>).collect::<Result<Vec<_>>>()?;
        let of_the_child = |entry: &KeptHistory| entry.child_id == Some(child) && entry.record_id == record;
        if entries.is_empty() && params.is_first() || !entries.iter().all(of_the_child) {
            return Err(ApiError::NotFound);
        }
        let told = (0..entries.len().min(limit)).map(|nth| {
            let (entry, before) = (&entries[nth], entries.get(nth + 1));
            HistoryEntry { rev: entry.rev, action: entry.action, at: entry.at, by: entry.by, changes: changes(entry, before) }
        });
        Ok(Page { items: told.collect(), next })
    }
}

fn changes(entry: &KeptHistory, before: Option<&KeptHistory>) -> Vec<FieldChange> {
    let none = Map::new();
    let mut found = Vec::new();
    match (entry.action, &entry.details) {
        (HistoryAction::Created, Some(now)) => compare("", &none, now, &mut found),
        (HistoryAction::Changed, Some(now)) => {
            let before = before.and_then(|before| before.details.as_ref());
            compare("", before.unwrap_or(&none), now, &mut found);
        }
        (
            HistoryAction::Deleted
            | HistoryAction::Restored
            | HistoryAction::AvatarSet
            | HistoryAction::AvatarRemoved
            | HistoryAction::Accepted,
            _,
        )
        | (_, None) => {}
    }
    found
}

/// Collects what differs, field by field, in the order of their names.
fn compare(path: &str, from: &Map<String, Value>, to: &Map<String, Value>, found: &mut Vec<FieldChange>) {
    let mut names: Vec<_> = from.keys().chain(to.keys()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let field = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let (before, after) = (from.get(name).unwrap_or(&Value::Null), to.get(name).unwrap_or(&Value::Null));
        match (before, after) {
            _ if before == after => {}
            (Value::Object(before), Value::Object(after)) if is_section(before) && is_section(after) => {
                compare(&field, before, after, found);
            }
            (Value::Null, Value::Object(after)) if is_section(after) => compare(&field, &Map::new(), after, found),
            (Value::Object(before), Value::Null) if is_section(before) => compare(&field, before, &Map::new(), found),
            _ if is_nothing(before) && is_nothing(after) => {}
            _ => found.push(FieldChange { field, from: before.clone(), to: after.clone() }),
        }
    }
}

/// A part of a record with fields of its own; a quantity with its unit is one value.
fn is_section(object: &Map<String, Value>) -> bool {
    !object.contains_key("unit")
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(values) => values.is_empty(),
        Value::Bool(true) | Value::Number(_) | Value::String(_) | Value::Object(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn differences(from: Value, to: Value) -> Vec<(String, Value, Value)> {
        let (Value::Object(from), Value::Object(to)) = (from, to) else { panic!("objects") };
        let mut found = Vec::new();
        compare("", &from, &to, &mut found);
        found.into_iter().map(|change| (change.field, change.from, change.to)).collect()
    }

    #[test]
    fn a_quantity_is_one_field_and_a_section_is_many() {
        let before = json!({ "weight": { "value": 8, "unit": "kg" }, "vitals": { "heart_rate": 90, "oxygen_saturation": 98 }, "tags": [] });
        let after =
            json!({ "weight": { "value": 8.1, "unit": "kg" }, "vitals": { "heart_rate": 91, "oxygen_saturation": 98 }, "notes": "x" });
        let expected = vec![
            ("notes".to_owned(), Value::Null, json!("x")),
            ("vitals.heart_rate".to_owned(), json!(90), json!(91)),
            ("weight".to_owned(), json!({ "value": 8, "unit": "kg" }), json!({ "value": 8.1, "unit": "kg" })),
        ];
        assert_eq!(differences(before, after), expected);
    }

    #[test]
    fn a_section_that_comes_or_goes_is_told_field_by_field() {
        let with = json!({ "injury": { "kind": "Cut", "treatment": null } });
        assert_eq!(differences(json!({}), with.clone()), [("injury.kind".to_owned(), Value::Null, json!("Cut"))]);
        assert_eq!(differences(with, json!({ "injury": null })), [("injury.kind".to_owned(), json!("Cut"), Value::Null)]);
    }
}
