//! Purging a child that the table has removed: all its records with their histories, links and files.

use futures_util::future::try_join_all;

use super::place::RecordPlace;
use super::records::linked;
use super::{Sweeper, Write};
use crate::error::Result;
use crate::id::{ChildId, FamilyId};
use crate::store::Condition::Absent;
use crate::store::{Key, ListQuery};

/// Records that are purged at the same time.
const AT_ONCE: u16 = 8;

impl Sweeper {
    /// Purges what is left of a child, unless it is there again.
    pub(super) async fn purge_child(&self, family: FamilyId, child: ChildId) -> Result<()> {
        let key = Key::child(family, child);
        if self.store.get(key.clone()).await?.is_some() || self.is_gone(family).await? {
            return Ok(());
        }
        loop {
            let page = ListQuery { limit: Some(AT_ONCE), ..ListQuery::prefix(Key::tenant(family), &format!("REC#{child}#")) };
            let (items, _) = self.store.query(&page).await?;
            let keys = items.iter().filter_map(Key::of);
            let records: Vec<_> = keys.filter_map(|key| RecordPlace::parse(family, key.parts().1)).collect();
            if records.is_empty() {
                break;
            }
            try_join_all(records.iter().map(|record| self.purge_with_child(record))).await?;
        }
        let history = self.below(family, &format!("HIST#{child}#")).await?;
        self.delete(history.into_iter().map(|(key, _)| key).collect(), || vec![Write::check((), key.clone(), Absent)]).await.map(drop)
    }

    /// Nothing that outlives it hangs on the record, since all of that is of the same child.
    async fn purge_with_child(&self, record: &RecordPlace) -> Result<()> {
        self.delete_file(record).await?;
        let (history, links) = (format!("HIST#{}#", record.id), format!("LINK#{}#", record.id));
        let (history, links) = tokio::try_join!(self.below(record.family, &history), self.below(record.family, &links))?;
        let mut keys: Vec<_> = linked(&history).into_iter().map(|to| Key::link(record.family, to, &record.id)).collect();
        keys.extend(links.into_iter().chain(history).map(|(key, _)| key));
        // The record itself goes last: while it stands, this is taken up again.
        keys.push(record.key());
        let gone = || vec![Write::check((), Key::child(record.family, record.child), Absent)];
        self.delete(keys, gone).await.map(drop)
    }
}
