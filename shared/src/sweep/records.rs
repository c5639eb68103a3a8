//! Purging a record that the table has removed: its history, what links to and from it, what hangs on it, its file.

use serde_json::{Value, json};
use std::collections::BTreeSet;

use super::place::RecordPlace;
use super::{Done, Entry, ROUNDS, Sweeper, keyed, overtaken, rev_of, text_of};
use crate::error::Result;
use crate::files::ObjectKey;
use crate::store::Condition::{Absent, All, Exists, Is};
use crate::store::{Key, Write, attribute, read_item, to_item};

impl Sweeper {
    /// Purges what is left of a record, unless it is there again.
    pub(super) async fn purge_record(&self, record: &RecordPlace) -> Result<()> {
        if self.store.get(record.key()).await?.is_some() || self.is_gone(record.family).await? {
            return Ok(());
        }
        let history = self.below(record.family, &format!("HIST#{}#", record.id)).await?;
        // A record of a sibling can have the same id, as long as this one was never complete; then nothing else is ours.
        if history.iter().any(|(_, entry)| text_of(entry, "child_id") != Some(&record.child.to_string())) {
            return Ok(());
        }
        for (link, _) in self.below(record.family, &format!("LINK#{}#", record.id)).await? {
            let from = link.parts().1.rsplit('#').next().and_then(|id| record.sibling(id));
            if let Some(from) = from {
                self.part(record, &from).await?;
            }
            self.delete(vec![link], Vec::new).await?;
        }
        self.delete_file(record).await?;
        // The history tells what it hung on, so it goes last.
        let mut rest: Vec<_> = linked(&history).into_iter().map(|to| Key::link(record.family, to, &record.id)).collect();
        rest.extend(history.into_iter().map(|(key, _)| key));
        let gone = || vec![Write::check((), record.key(), Absent)];
        self.delete(rest, gone).await.map(drop)
    }

    /// The file goes with what stands for it, unless the child shows it as its picture.
    pub(super) async fn delete_file(&self, record: &RecordPlace) -> Result<()> {
        let Some(file) = record.file() else { return Ok(()) };
        let child = self.store.get(Key::child(record.family, record.child)).await?;
        let child: Option<Value> = child.map(read_item).transpose()?;
        if child.is_some_and(|child| child.pointer("/avatar/id").and_then(Value::as_str) == Some(&record.id)) {
            return Ok(());
        }
        self.files.delete_all_versions(&ObjectKey::of(record.family, file)).await
    }

    /// Parts one record from a purged one: an attachment goes with it, anything else just no longer names it.
    async fn part(&self, purged: &RecordPlace, from: &RecordPlace) -> Result<()> {
        if from.kind != "ATTACHMENT" {
            return self.forget(purged, from).await;
        }
        let hangs_on_it = All(vec![Exists, Is("details.record", attribute(&purged.id)?)]);
        // Refused where it hangs on something else now, or was deleted before this was stopped.
        let _either: Done = self.commit(vec![Write::delete((), from.key(), hangs_on_it)]).await?;
        Box::pin(self.purge_record(from)).await
    }

    /// Takes the purged record out of what the other one names.
    async fn forget(&self, purged: &RecordPlace, from: &RecordPlace) -> Result<()> {
        for _ in 0..ROUNDS {
            let Some(item) = self.store.get(from.key()).await? else { return Ok(()) };
            let (at_key, there) = keyed(item)?;
            let Some(details) = without(&there["details"], &purged.id) else { return Ok(()) };
            let (rev, at) = (rev_of(&there), self.now());
            let set = to_item(&json!({ "details": details, "rev": rev + 1, "updated_at": at }))?;
            let as_read = All(vec![Exists, Is("rev", attribute(&rev)?)]);
            let (family, child, key) = (from.family, Some(from.child), from.id.clone());
            let (record_kind, record_id) = (from.kind.as_str(), from.id.as_str());
            let entry = Entry { family, child, record_kind, record_id, key, rev: rev + 1, action: "changed", at, details: Some(&details) };
            if self.commit(vec![Write::update((), at_key, set, as_read), entry.write()?]).await? == Done::Yes {
                return Ok(());
            }
        }
        Err(overtaken())
    }
}

/// The details without the record of this id, if they name it.
fn without(details: &Value, id: &str) -> Option<Value> {
    let mut left = details.clone();
    let object = left.as_object_mut()?;
    if object.get("visit_id").and_then(Value::as_str) == Some(id) {
        object.remove("visit_id");
    }
    if let Some(Value::Array(ids)) = object.get_mut("visit_ids") {
        ids.retain(|one| one.as_str() != Some(id));
    }
    (left != *details).then_some(left)
}

/// Everything that a record has named, at any time.
pub(super) fn linked(history: &[(Key, Value)]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for details in history.iter().map(|(_, entry)| &entry["details"]) {
        found.extend(["visit_id", "record"].into_iter().filter_map(|name| text_of(details, name)).map(str::to_owned));
        let several = details.get("visit_ids").and_then(Value::as_array).into_iter().flatten();
        found.extend(several.filter_map(Value::as_str).map(str::to_owned));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_lose_the_visit_that_they_name_and_no_other() {
        let details = json!({ "visit_id": "vis_1", "visit_ids": ["vis_1", "vis_2"], "notes": "kept" });
        assert_eq!(without(&details, "vis_1"), Some(json!({ "visit_ids": ["vis_2"], "notes": "kept" })));
        assert_eq!(without(&details, "vis_3"), None);
    }

    #[test]
    fn the_history_tells_all_that_a_record_has_hung_on() {
        let entry = |details: Value| (Key::bootstrap(), json!({ "details": details }));
        let history = [
            entry(json!({ "visit_id": "vis_1", "visit_ids": ["vis_2"] })),
            entry(json!({ "record": "ill_1", "visit_ids": [] })),
            entry(Value::Null),
        ];
        assert_eq!(linked(&history).into_iter().collect::<Vec<_>>(), ["ill_1", "vis_1", "vis_2"]);
    }
}
