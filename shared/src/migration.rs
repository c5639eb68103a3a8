//! How items of older layouts become items of today's: one pure step from each schema of a kind to the next.
//!
//! A record is upgraded in memory whenever it is read, and written in the new layout with its next save.
//! `trajectory-migrate` does the same to all items at once, which matters where indexes and searches rest on the new layout.

#[cfg(feature = "operator")]
mod apply;
#[cfg(feature = "operator")]
mod copy;

#[cfg(feature = "operator")]
pub use apply::{Applied, Progress, apply, dry_run, states};
#[cfg(feature = "operator")]
pub use copy::{Copied, copy};

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use crate::access::{DERIVED, KeptFamily, index_keys, trash_key};
use crate::error::{ApiError, Context as _, Result};
use crate::id::ChildId;
use crate::record::{ChildDetails, Details, MeasurementDetails};
use crate::store::{Item, read_item, to_item};

/// The attributes of an item as JSON.
type Object = Map<String, Value>;

/// One step of one kind.
pub struct Migration {
    /// Its name, which never changes: what has been applied is recorded under it.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub about: &'static str,
    /// The items that it is for.
    pub kind: &'static str,
    /// The schema that it takes.
    pub from: u32,
    /// The schema that it makes; the one after.
    pub to: u32,
    /// Makes the attributes of an item those of the new schema; `schema` itself is set by who calls.
    upgrade: fn(Object) -> Result<Object>,
    /// What is counted for the item besides. Such an item is read as it is and upgraded in bulk alone.
    pub counting: Option<Counting>,
}

/// An attribute that counts other items of the same partition.
pub struct Counting {
    /// How the sort keys of what is counted begin.
    pub prefix: &'static str,
    /// The attribute.
    pub into: &'static str,
}

/// Every step there is, in the order in which they are applied.
pub static MIGRATIONS: [Migration; 3] = [
    Migration {
        name: "children-found-by-text",
        about: "Children of version 0.1.0 get what a search finds them by, and deleted ones their place in the trash.",
        kind: ChildDetails::KIND,
        from: 1,
        to: 2,
        upgrade: derive::<ChildDetails>,
        counting: None,
    },
    Migration {
        name: "measurements-found-by-text",
        about: "Measurements of version 0.1.0 get what lists and searches find them by, and deleted ones their place in the trash.",
        kind: MeasurementDetails::KIND,
        from: 1,
        to: 2,
        upgrade: derive::<MeasurementDetails>,
        counting: None,
    },
    Migration {
        name: "families-count-members",
        about: "Families from before there was a most of members get the count that it is held against.",
        kind: KeptFamily::KIND,
        from: 1,
        to: 2,
        upgrade: Ok,
        counting: Some(Counting { prefix: "MEMBER#", into: "members" }),
    },
];

impl Migration {
    /// The item in the new layout.
    fn apply_to(&self, item: Object) -> Result<Object> {
        let mut item = (self.upgrade)(item).context(self.name)?;
        item.insert("schema".to_owned(), self.to.into());
        Ok(item)
    }
}

/// The item of a kind as `schema` has it. Items of that schema pass as they are.
///
/// # Errors
/// `schema_too_new` where a newer version has written it; no step leads from its schema.
pub(crate) fn upgraded(item: Item, kind: &str, schema: u32) -> Result<Item> {
    let found: u32 = item.get("schema").and_then(|value| value.as_n().ok()?.parse().ok()).context("an item has a schema")?;
    if found == schema {
        return Ok(item);
    }
    if found > schema {
        let cause = format!("{kind} is kept in schema {found} and this version knows {schema}; a newer version has written it");
        return Err(ApiError::because("schema_too_new", &cause));
    }
    let mut json: Object = read_item(item)?;
    for from in found..schema {
        let step = MIGRATIONS.iter().find(|step| step.kind == kind && step.from == from);
        json = step.context(&format!("no step leads from schema {from} of {kind}"))?.apply_to(json)?;
    }
    to_item(&json)
}

/// Adds what follows from the details and was not kept by version 0.1.0.
fn derive<D: Details>(mut item: Object) -> Result<Object> {
    let part = |name: &str| item.get(name).cloned().context("an item of a record has its ids and details");
    let details: D = serde_json::from_value(part("details")?).map_err(|_| "details").context("reading")?;
    let id: D::Id = serde_json::from_value(part("id")?).map_err(|_| "id").context("reading")?;
    let child = part("child_id").or_else(|_| part("id"))?;
    let child: ChildId = serde_json::from_value(child).map_err(|_| "child_id").context("reading")?;
    let mut found: Object = read_item(index_keys(child, id, &details, details.date().map(|date| date.to_string()))?)?;
    for name in DERIVED {
        match found.remove(name) {
            Some(value) => item.insert(name.to_owned(), value),
            None => item.remove(name),
        };
    }
    if let Some(Value::String(deleted_at)) = item.get("deleted_at") {
        let deleted_at: DateTime<Utc> = deleted_at.parse().map_err(|_| "deleted_at").context("reading")?;
        item.insert("open_sk".to_owned(), trash_key(deleted_at, id).into());
    }
    Ok(item)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// What the route groups read and write.
    const TODAY: [(&str, u32); 3] = [
        (ChildDetails::KIND, ChildDetails::SCHEMA),
        (MeasurementDetails::KIND, MeasurementDetails::SCHEMA),
        (KeptFamily::KIND, KeptFamily::SCHEMA),
    ];

    #[test]
    fn the_steps_of_a_kind_lead_from_the_first_schema_to_todays() {
        for (kind, today) in TODAY {
            let steps: Vec<_> = MIGRATIONS.iter().filter(|step| step.kind == kind).map(|step| (step.from, step.to)).collect();
            assert_eq!(steps, (1..today).map(|from| (from, from + 1)).collect::<Vec<_>>(), "{kind}");
        }
        let names: std::collections::HashSet<_> = MIGRATIONS.iter().map(|step| step.name).collect();
        assert_eq!(names.len(), MIGRATIONS.len());
    }

    #[test]
    fn an_item_of_a_newer_version_is_refused_by_name() {
        let item = to_item(&json!({ "kind": "MEASUREMENT", "schema": 99 })).unwrap();
        let error = upgraded(item, "MEASUREMENT", 2).unwrap_err();
        assert!(error.to_string().starts_with("schema_too_new: MEASUREMENT is kept in schema 99"), "{error}");
        assert_eq!(error.code(), "internal");
    }

    #[test]
    fn an_item_without_a_way_to_today_is_refused() {
        for (item, kind) in [(json!({ "schema": 1 }), "UNKNOWN"), (json!({}), "MEASUREMENT"), (json!({ "schema": 0 }), "MEASUREMENT")] {
            assert!(upgraded(to_item(&item).unwrap(), kind, 2).is_err(), "{item}");
        }
    }
}
