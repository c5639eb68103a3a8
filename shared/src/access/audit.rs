//! Who read and who changed a family's record. The family itself can read it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};
use utoipa::ToSchema;

use super::history::KeptHistory;
use super::paging::{PageParams, next_page};
use super::store::FamilyStore;
use super::writes::{HistoryAction, Part};
use super::{Access, View};
use crate::error::Result;
use crate::id::{ChildId, FamilyId, UserId};
use crate::record::Page;
use crate::store::Condition::{Absent, Exists};
use crate::store::{Direction, Index, Key, ListQuery, Refused, Write, read_item, to_item};

/// A change of a family's record.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditEntry {
    /// When.
    at: DateTime<Utc>,
    /// Who; absent where the service itself tidied up.
    by: Option<UserId>,
    /// What was done.
    action: HistoryAction,
    /// The kind of what it was done to, such as `visit`.
    kind: String,
    /// Its id.
    record_id: String,
    /// The child that it is about; absent for the family's own affairs.
    child_id: Option<ChildId>,
    /// The revision that came of it.
    rev: u64,
}

/// That a person has read the record on a day.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ReadEntry {
    /// The day in UTC.
    #[schema(value_type = String, format = Date)]
    day: NaiveDate,
    /// Who.
    by: UserId,
    /// When for the first time on that day.
    first_at: DateTime<Utc>,
}

/// The readers of a day of whom it is known that the audit has them. One for each running service.
#[derive(Default)]
pub(crate) struct Readers(Mutex<(NaiveDate, HashSet<(FamilyId, UserId)>)>);

impl Readers {
    fn has(&self, day: NaiveDate, reader: (FamilyId, UserId)) -> bool {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.0 == day && known.1.contains(&reader)
    }

    fn add(&self, day: NaiveDate, reader: (FamilyId, UserId)) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.0 != day {
            *known = (day, HashSet::new());
        }
        known.1.insert(reader);
    }
}

impl<A: Access> FamilyStore<A> {
    /// Notes that the caller reads the family's record, once a day. It is written only for somebody who belongs to the family,
    /// and may therefore be sent beside the read that proves it.
    pub(super) async fn note_reader(&self) -> Result<()> {
        let now = self.state.now();
        let (day, user) = (now.date_naive(), self.caller.user);
        if self.state.readers.has(day, (self.family, user)) {
            return Ok(());
        }
        let entry = to_item(&json!({ "kind": "ACCESS", "schema": 1, "day": day, "by": user, "first_at": now }))?;
        let writes = vec![
            Write::check(Part::Member, Key::member(self.family, user), Exists),
            Write::put(Part::Other, Key::access(self.family, day, user), entry, Absent),
        ];
        match self.state.store.commit(writes).await {
            // Nobody of the family, or noted by another instance.
            Err(Refused::Condition(Part::Member, _)) => Ok(()),
            Ok(()) | Err(Refused::Condition(_, _)) => {
                self.state.readers.add(day, (self.family, user));
                Ok(())
            }
            Err(Refused::Error(error)) => Err(error),
        }
    }
}

impl FamilyStore<View> {
    /// What was changed in the family's record, newest first.
    ///
    /// # Errors
    /// Refusals of access; [`ApiError::Invalid`](crate::error::ApiError::Invalid) for a cursor of another list.
    pub async fn audit(&self, params: &PageParams) -> Result<Page<AuditEntry>> {
        let query =
            ListQuery { index: Index::ByDate, direction: Direction::Descending, ..ListQuery::prefix(Key::tenant(self.family), "HIST#") };
        let query = params.page_of(query)?;
        let (proof, found) = tokio::join!(self.prove(None, []), self.state.store.query(&query));
        let (member, (items, more)) = (proof?.member, found?);
        let next = next_page(&query, &items, more)?;
        let entries = items.into_iter().map(read_item::<KeptHistory>).collect::<Result<Vec<_>>>()?;
        let seen = entries.into_iter().filter(|entry| entry.child_id.is_none_or(|child| member.sees(child)));
        let items = seen.map(|entry| AuditEntry {
            at: entry.at,
            by: entry.by,
            action: entry.action,
            kind: entry.record_kind.to_lowercase(),
            record_id: entry.record_id,
            child_id: entry.child_id,
            rev: entry.rev.0,
        });
        Ok(Page { items: items.collect(), next })
    }

    /// Who has read the family's record on which days, newest first.
    ///
    /// # Errors
    /// As [`audit`](Self::audit).
    pub async fn readers(&self, params: &PageParams) -> Result<Page<ReadEntry>> {
        let query = ListQuery { direction: Direction::Descending, ..ListQuery::prefix(Key::tenant(self.family), "ACCESS#") };
        let query = params.page_of(query)?;
        let (proof, found) = tokio::join!(self.prove(None, []), self.state.store.query(&query));
        let (_, (items, more)) = (proof?, found?);
        let next = next_page(&query, &items, more)?;
        Ok(Page { items: items.into_iter().map(read_item).collect::<Result<_>>()?, next })
    }
}
