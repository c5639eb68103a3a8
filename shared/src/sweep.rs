//! What the sweeper does: finishing in the background what a request has begun, or the table by removing what had expired.
//!
//! It is told of changes by the table's stream, which carries keys only and may tell one twice or late, so each piece of work
//! looks at the table first, does only what is still to be done, and keeps until the end what it needs to go on after a kill.
//! It acts for no caller: here alone a family's partition is reached without a membership.

mod accounts;
mod children;
mod count;
mod families;
mod place;
mod records;
mod tasks;
mod trash;

#[cfg(feature = "operator")]
pub use count::Recount;
pub use place::{Change, What};

use chrono::{DateTime, SecondsFormat, SubsecRound as _, Utc};
use serde_json::{Value, json};
use std::sync::Arc;

use crate::error::{ApiError, Result};
use crate::files::{Files, ObjectKey};
use crate::id::{ChildId, FamilyId, JobId};
use crate::state::Clock;
use crate::store::Condition::{Absent, Any, Exists};
use crate::store::{Item, Key, ListQuery, Refused, Store, Write, read_item, to_item};

use place::Place;

/// How often a piece of work is tried while others change the same items.
const ROUNDS: usize = 5;
/// Deletions in one transaction, with room for what they rest on.
const CHUNK: usize = 90;

/// Does the work. Cheap to clone.
#[derive(Clone)]
pub struct Sweeper {
    store: Store,
    files: Files,
    clock: Arc<dyn Clock>,
}

/// What became of a commit that rests on what was read before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    /// It happened.
    Yes,
    /// Something is not any more as it was read; nothing was written.
    Overtaken,
}

impl Sweeper {
    /// A sweeper on this table and bucket.
    #[must_use]
    pub fn new(store: Store, files: Files, clock: Arc<dyn Clock>) -> Self {
        Self { store, files, clock }
    }

    fn now(&self) -> DateTime<Utc> {
        self.clock.now().trunc_subsecs(3)
    }

    /// Does what follows from a change of the table. Told again, it does nothing.
    ///
    /// # Errors
    /// The table or the bucket did not answer, or others held the same items for too long; tell it again.
    pub async fn handle(&self, change: &Change) -> Result<()> {
        let Some(place) = Place::of(change) else { return Ok(()) };
        if place.is_counted() {
            self.count(&change.key(), &place).await?;
        }
        // Boxed, since the futures of what follows are large and each call needs one of them.
        match (place, change.what) {
            (Place::Task, What::Inserted | What::Modified) => Box::pin(self.run_task(change.key())).await,
            (Place::Child(family, child), What::Removed) => Box::pin(self.purge_child(family, child)).await,
            (Place::Record(record), What::Removed) => Box::pin(self.purge_record(&record)).await,
            (Place::Record(record), What::Modified) => Box::pin(self.take_attachments_along(&record)).await,
            (Place::Job(family, job), What::Removed) => Box::pin(self.delete_transfer(family, job, change.key())).await,
            (Place::Task, What::Removed)
            | (Place::Job(..) | Place::Child(..) | Place::Record(_) | Place::Family(_) | Place::Profile | Place::Counted, _) => Ok(()),
        }
    }

    /// The file of an export or import goes with its job.
    async fn delete_transfer(&self, family: FamilyId, job: JobId, key: Key) -> Result<()> {
        if self.store.get(key).await?.is_some() {
            return Ok(());
        }
        let (file, place) = (ObjectKey::transfer(family, job), ObjectKey::transfer_state(family, job));
        tokio::try_join!(self.files.delete_all_versions(&file), self.files.delete_all_versions(&place)).map(drop)
    }

    async fn commit(&self, writes: Vec<Write<()>>) -> Result<Done> {
        match self.store.commit(writes).await {
            Ok(()) => Ok(Done::Yes),
            Err(Refused::Condition((), _)) => Ok(Done::Overtaken),
            Err(Refused::Error(error)) => Err(error),
        }
    }

    /// Deletes items in the order given, as long as the checks hold. Items that are not there are passed over.
    async fn delete(&self, keys: Vec<Key>, checks: impl Fn() -> Vec<Write<()>>) -> Result<Done> {
        for some in keys.chunks(CHUNK) {
            let mut writes = checks();
            writes.extend(some.iter().map(|key| Write::delete((), key.clone(), Any(vec![Exists, Absent]))));
            if self.commit(writes).await? == Done::Overtaken {
                return Ok(Done::Overtaken);
            }
        }
        Ok(Done::Yes)
    }

    /// Keys of all items of a family's partition whose sort key begins with `prefix`, and the items as JSON.
    async fn below(&self, family: FamilyId, prefix: &str) -> Result<Vec<(Key, Value)>> {
        let (items, _) = self.store.query(&ListQuery::prefix(Key::tenant(family), prefix)).await?;
        items.into_iter().map(keyed).collect()
    }

    /// Whether the family was deleted, so that everything of it goes with its own task.
    async fn is_gone(&self, family: FamilyId) -> Result<bool> {
        Ok(self.store.get(Key::family(family)).await?.is_none_or(|item| item.contains_key("deleted_at")))
    }
}

/// A try that others have overtaken too often.
fn overtaken() -> ApiError {
    ApiError::Busy
}

fn keyed(item: Item) -> Result<(Key, Value)> {
    let key = Key::of(&item).ok_or_else(|| ApiError::because("sweeping", &"an item has no key"))?;
    Ok((key, read_item(item)?))
}

/// A text of an item.
fn text_of<'a>(item: &'a Value, name: &str) -> Option<&'a str> {
    item.get(name).and_then(Value::as_str)
}

fn rev_of(item: &Value) -> u64 {
    item.get("rev").and_then(Value::as_u64).unwrap_or_default()
}

/// What a history entry is about.
struct Entry<'a> {
    family: FamilyId,
    child: Option<ChildId>,
    record_kind: &'a str,
    record_id: &'a str,
    /// What the key has beside the record's id, for members who come again.
    key: String,
    rev: u64,
    action: &'a str,
    at: DateTime<Utc>,
    details: Option<&'a Value>,
}

impl Entry<'_> {
    /// The write of the entry. It has no `by`: nobody did it, it followed from what somebody had done before.
    fn write(&self) -> Result<Write<()>> {
        let entry = to_item(&json!({
            "kind": "HISTORY", "schema": 1, "record_kind": self.record_kind, "record_id": self.record_id, "child_id": self.child,
            "family_id": self.family, "rev": self.rev, "action": self.action, "at": self.at, "details": self.details,
            "date_sk": format!("HIST#{}#{}", self.at.to_rfc3339_opts(SecondsFormat::Millis, true), self.record_id),
        }))?;
        Ok(Write::put((), Key::history(self.family, &self.key, self.rev), entry, Absent))
    }
}
