//! Attachments go to the trash with what they hang on, and come back with it.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::place::RecordPlace;
use super::{Done, Entry, Sweeper, keyed, overtaken, rev_of, text_of};
use crate::access::trash_key;
use crate::error::{Context as _, Result};
use crate::store::Condition::{All, Exists, Is, Lacks};
use crate::store::{Write, attribute, to_item};

impl Sweeper {
    /// After a change of a record: do its attachments lie where it lies?
    pub(super) async fn take_attachments_along(&self, record: &RecordPlace) -> Result<()> {
        if record.file().is_some() {
            return Ok(());
        }
        let links = self.below(record.family, &format!("LINK#{}#att_", record.id)).await?;
        for (link, _) in links {
            if let Some(attachment) = link.parts().1.rsplit('#').next().and_then(|id| record.sibling(id)) {
                self.take_along(record, &attachment).await?;
            }
        }
        Ok(())
    }

    async fn take_along(&self, record: &RecordPlace, attachment: &RecordPlace) -> Result<()> {
        for _ in 0..super::ROUNDS {
            let mut found = self.store.get_all(&[record.key(), attachment.key()]).await?.into_iter().flatten();
            let (Some(there), Some(file)) = (found.next(), found.next()) else { return Ok(()) };
            let ((_, there), (_, file)) = (keyed(there)?, keyed(file)?);
            if file.pointer("/details/record").and_then(Value::as_str) != Some(&record.id) {
                return Ok(());
            }
            let (deleted, along) = (there.get("deleted_at").is_some(), text_of(&file, "trashed_with") == Some(&record.id));
            let (moved, action) = match (deleted, file.get("deleted_at").is_some()) {
                // One that is announced and has not arrived has a time of its own.
                (true, false) if file.get("expires_at").is_none() => (self.along_to_trash(record, attachment, &there, &file)?, "deleted"),
                (false, true) if along => (self.back_from_trash(attachment, &file)?, "restored"),
                (true | false, true | false) => return Ok(()),
            };
            let (family, child, key) = (record.family, Some(record.child), attachment.id.clone());
            let (record_kind, record_id) = (attachment.kind.as_str(), attachment.id.as_str());
            let (rev, at, details) = (rev_of(&file) + 1, self.now(), file.get("details").filter(|_| action == "restored"));
            let entry = Entry { family, child, record_kind, record_id, key, rev, action, at, details };
            let unchanged = Write::check((), record.key(), All(vec![Exists, Is("rev", attribute(&rev_of(&there))?)]));
            if self.commit(vec![unchanged, moved, entry.write()?]).await? == Done::Yes {
                return Ok(());
            }
        }
        Err(overtaken())
    }

    /// It stays there as long as what it hangs on.
    fn along_to_trash(&self, record: &RecordPlace, attachment: &RecordPlace, there: &Value, file: &Value) -> Result<Write<()>> {
        let rev = rev_of(file);
        let deleted_at: DateTime<Utc> = text_of(there, "deleted_at").and_then(|at| at.parse().ok()).context("a deletion has a moment")?;
        let set = to_item(&json!({
            "deleted_at": deleted_at, "expires_at": there.get("expires_at"), "trashed_with": record.id, "rev": rev + 1,
            "updated_at": self.now(), "open_sk": trash_key(deleted_at, &attachment.id),
        }))?;
        let live = All(vec![Exists, Is("rev", attribute(&rev)?), Lacks("deleted_at"), Lacks("expires_at")]);
        Ok(Write::update((), attachment.key(), set, live).removing(["date_sk", "child_sk"]))
    }

    fn back_from_trash(&self, attachment: &RecordPlace, file: &Value) -> Result<Write<()>> {
        let rev = rev_of(file);
        let announced: DateTime<Utc> = text_of(file, "created_at").and_then(|at| at.parse().ok()).context("an item has a beginning")?;
        // Attachments are listed by the day (in UTC) on which they were announced.
        let by_date = format!("{}#{}#{}", attachment.kind, announced.date_naive(), attachment.id);
        let by_child = format!("{}#{by_date}", attachment.child);
        let set = to_item(&json!({ "rev": rev + 1, "updated_at": self.now(), "date_sk": by_date, "child_sk": by_child }))?;
        let as_read = All(vec![Exists, Is("rev", attribute(&rev)?)]);
        Ok(Write::update((), attachment.key(), set, as_read).removing(["deleted_at", "expires_at", "trashed_with", "open_sk"]))
    }
}
