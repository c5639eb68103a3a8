//! What hangs together: the visit and what was found at it, seen from both sides.

use futures_util::future::join_all;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

use super::plan::{LinkedChange, RecordChange};
use super::store::{FamilyStore, live};
use super::{Access, Change};
use crate::error::{ApiError, Result};
use crate::id::{AttachmentId, ChildId, VisitId};
use crate::record::{
    Details, Event, EventDetails, Illness, IllnessDetails, Kept, Measurement, MeasurementDetails, Record, RecordRef, Rev, Visit,
    VisitDetails,
};
use crate::store::{Item, Key, ListQuery, read_item};

/// The kind of a file in keys and links.
const ATTACHMENT: &str = "ATTACHMENT";
/// How often deleting a visit with its records is tried again because one of them was changed in between.
const TRIES: u32 = 4;

/// What a record is linked with, on both sides. Nothing that is in the trash.
#[derive(Default, Serialize, ToSchema)]
pub struct Linked {
    /// Visits that it belongs to.
    pub visits: Vec<Visit>,
    /// Measurements that were taken at it.
    pub measurements: Vec<Measurement>,
    /// Vaccines and other medical events that happened at it.
    pub events: Vec<Event>,
    /// Illnesses that it was about.
    pub illnesses: Vec<Illness>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentId>,
}

/// That a record hangs on another.
#[derive(Deserialize)]
struct Link {
    child_id: ChildId,
    record_id: String,
}

/// As much of a file as says whether it still belongs to a record.
#[derive(Deserialize)]
struct File {
    deleted_at: Option<String>,
    /// Set while the file has not arrived yet, and in the trash.
    expires_at: Option<i64>,
    details: FileDetails,
}

#[derive(Deserialize)]
struct FileDetails {
    record: Option<String>,
}

impl<A: Access> FamilyStore<A> {
    /// Everything that a record is linked with. This waits for the table twice: the links say what is to be read.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where it is not a live record of this child; refusals of access.
    pub async fn linked(&self, child: ChildId, record: RecordRef) -> Result<Linked> {
        let (item, linked) = self.around(child, record, true).await?;
        item.ok_or(ApiError::NotFound)?;
        Ok(linked)
    }

    /// A record as it stands and what it is linked with. With `alive`, a record that is not live is [`ApiError::NotFound`].
    async fn around(&self, child: ChildId, record: RecordRef, alive: bool) -> Result<(Option<Item>, Linked)> {
        let key = |record: RecordRef| Key::record(self.family, child, record.kind(), record);
        let links = ListQuery::prefix(Key::tenant(self.family), &format!("LINK#{record}#"));
        let (proof, found) = tokio::join!(self.prove(Some(child), [key(record)]), self.state.store.query(&links));
        let item = proof?.also.pop().flatten();
        let own = match links_of(record, item.clone()) {
            Err(ApiError::NotFound) if !alive => Vec::new(),
            links => links?,
        };
        let mut records: BTreeSet<RecordRef> = own.iter().copied().collect();
        let mut files: BTreeSet<AttachmentId> = BTreeSet::new();
        for link in found?.0 {
            let link: Link = read_item(link)?;
            if link.child_id != child {
                continue;
            }
            records.extend(link.record_id.parse::<RecordRef>());
            files.extend(link.record_id.parse::<AttachmentId>());
        }
        let keys: Vec<Key> =
            records.iter().map(|one| key(*one)).chain(files.iter().map(|file| Key::record(self.family, child, ATTACHMENT, file))).collect();
        // A call reads 100 items at most; several calls run beside one another.
        let parts = join_all(keys.chunks(100).map(|part| self.state.store.get_all(part))).await;
        let mut items = parts.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten();
        let mut linked = Linked::default();
        for one in records {
            linked.add(one, items.next().flatten(), record, own.contains(&one))?;
        }
        for file in files {
            if let Some(found) = items.next().flatten() {
                let found: File = read_item(found)?;
                let there = found.deleted_at.is_none() && found.expires_at.is_none();
                if there && found.details.record.as_deref() == Some(record.to_string().as_str()) {
                    linked.attachments.push(file);
                }
            }
        }
        linked.sort();
        Ok((item, linked))
    }
}

impl<A: Change> FamilyStore<A> {
    /// Moves a visit to the trash together with what was found at it: its measurements, its medical events,
    /// and the illnesses that no other visit is about.
    ///
    /// What hangs on the visit and its revisions must be known before the transaction can be written, so this waits for
    /// the table three times: links, records, transaction.
    ///
    /// # Errors
    /// [`ApiError::TooManyChanges`] where they do not fit in one transaction; otherwise as [`delete`](Self::delete).
    pub async fn delete_visit_with_records(&self, child: ChildId, id: VisitId, seen: Option<Rev>) -> Result<()> {
        for _ in 0..TRIES {
            let (item, linked) = self.around(child, RecordRef::Visit(id), false).await?;
            let there: Kept<VisitDetails> = Kept::read(item.ok_or(ApiError::NotFound)?)?;
            let also = linked.found_at(id);
            match self.delete_with::<VisitDetails>(child, id, Some(seen.unwrap_or(there.rev)), &also).await {
                // Not the visit, but one of the others has changed since it was read: it is read again.
                Err(ApiError::ChangedMeanwhile { current: Some(current) }) if current["id"] != id.to_string() => {}
                // One of the others went to the trash by itself meanwhile; where the visit is gone, that is told in the next round.
                Err(ApiError::NotFound) if there.is_live() => {}
                done => return done,
            }
        }
        Err(ApiError::Busy)
    }

    /// Whether the records of an earlier try of the same save stand as it left them.
    pub(super) async fn stand(&self, child: ChildId, also: &[LinkedChange]) -> Result<bool> {
        if also.is_empty() {
            return Ok(true);
        }
        let keys: Vec<Key> = also.iter().map(|change| self.linked_key(child, change)).collect();
        let items = self.state.store.get_all(&keys).await?;
        for (change, item) in also.iter().zip(items) {
            let stands = match change {
                LinkedChange::Measurement(change) => self.stands(change, item)?,
                LinkedChange::Event(change) => self.stands(change, item)?,
                LinkedChange::Illness(change) => self.stands(change, item)?,
            };
            if !stands {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn stands<D: Details>(&self, change: &RecordChange<D>, item: Option<Item>) -> Result<bool> {
        let Some(item) = item else { return Ok(false) };
        let there = Kept::<D>::read(item)?;
        Ok(match change {
            RecordChange::Create { details, .. } => there.is_live() && there.created_by == self.caller.user && there.details == *details,
            RecordChange::Replace { rev, details, .. } => there.is_live() && self.is_mine(&there, *rev) && there.details == *details,
            RecordChange::Delete { rev, .. } => !there.is_live() && self.is_mine(&there, *rev),
        })
    }

    /// What the records that are about to be replaced hang on as they stand.
    pub(super) async fn former_links<D: Details>(&self, child: ChildId, id: D::Id, also: &[LinkedChange]) -> Result<Vec<RecordRef>> {
        let mut keys = vec![self.record_key::<D>(child, id)];
        keys.extend(also.iter().map(|change| self.linked_key(child, change)));
        let mut items = self.state.store.get_all(&keys).await?.into_iter();
        let mut links = Vec::new();
        if let Some(item) = items.next().flatten() {
            links.extend(Kept::<D>::read(item)?.details.links());
        }
        for (change, item) in also.iter().zip(items) {
            let Some(item) = item else { continue };
            links.extend(match change {
                LinkedChange::Measurement(_) => Kept::<MeasurementDetails>::read(item)?.details.links(),
                LinkedChange::Event(_) => Kept::<EventDetails>::read(item)?.details.links(),
                LinkedChange::Illness(_) => Kept::<IllnessDetails>::read(item)?.details.links(),
            });
        }
        Ok(links)
    }

    fn linked_key(&self, child: ChildId, change: &LinkedChange) -> Key {
        match change {
            LinkedChange::Measurement(change) => self.record_key::<MeasurementDetails>(child, change.id()),
            LinkedChange::Event(change) => self.record_key::<EventDetails>(child, change.id()),
            LinkedChange::Illness(change) => self.record_key::<IllnessDetails>(child, change.id()),
        }
    }
}

impl Linked {
    /// Adds a record that was read, if it is live and the link is true: the record itself decides.
    fn add(&mut self, which: RecordRef, item: Option<Item>, with: RecordRef, own: bool) -> Result<()> {
        fn truly<D: Details>(item: Option<Item>, with: RecordRef, own: bool) -> Result<Option<Record<D>>> {
            match live::<D>(item) {
                Ok(kept) if own || kept.details.links().contains(&with) => Ok(Some(kept.into())),
                Ok(_) | Err(ApiError::NotFound) => Ok(None),
                Err(error) => Err(error),
            }
        }
        match which {
            RecordRef::Visit(_) => self.visits.extend(truly(item, with, own)?),
            RecordRef::Measurement(_) => self.measurements.extend(truly(item, with, own)?),
            RecordRef::Event(_) => self.events.extend(truly(item, with, own)?),
            RecordRef::Illness(_) => self.illnesses.extend(truly(item, with, own)?),
        }
        Ok(())
    }

    /// Oldest first, as they happened.
    fn sort(&mut self) {
        fn by_date<D: Details>(records: &mut [Record<D>]) {
            records.sort_by_key(|one| (one.details.date(), one.id.to_string()));
        }
        by_date(&mut self.visits);
        by_date(&mut self.measurements);
        by_date(&mut self.events);
        by_date(&mut self.illnesses);
    }

    /// The deletes that go with that of the visit.
    fn found_at(&self, visit: VisitId) -> Vec<LinkedChange> {
        fn delete<D: Details>(record: &Record<D>) -> RecordChange<D> {
            RecordChange::Delete { id: record.id, rev: record.rev }
        }
        let illnesses = self.illnesses.iter().filter(|one| one.details.visit_ids == [visit]);
        let measurements = self.measurements.iter().map(|one| LinkedChange::Measurement(delete(one)));
        let events = self.events.iter().map(|one| LinkedChange::Event(delete(one)));
        measurements.chain(events).chain(illnesses.map(|one| LinkedChange::Illness(delete(one)))).collect()
    }
}

/// What a live record hangs on.
fn links_of(record: RecordRef, item: Option<Item>) -> Result<Vec<RecordRef>> {
    Ok(match record {
        RecordRef::Visit(_) => live::<VisitDetails>(item)?.details.links(),
        RecordRef::Measurement(_) => live::<MeasurementDetails>(item)?.details.links(),
        RecordRef::Event(_) => live::<EventDetails>(item)?.details.links(),
        RecordRef::Illness(_) => live::<IllnessDetails>(item)?.details.links(),
    })
}
