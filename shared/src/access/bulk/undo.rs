//! Taking away what an import has written, as long as nobody has changed it since.

use serde::Deserialize;

use super::files::Filed;
use super::{link_keys, place};
use crate::access::store::{FamilyStore, Reach};
use crate::access::writes::Part;
use crate::access::{Edit, text, value};
use crate::error::{ApiError, Result};
use crate::id::{AttachmentId, ChildId, JobId};
use crate::record::avatar::KeptAvatar;
use crate::record::{Details, EventDetails, IllnessDetails, Kept, MeasurementDetails, Rev, VisitDetails};
use crate::store::Condition::{Absent, All, Any, Exists, Is, Lacks};
use crate::store::{Index, Item, Key, ListQuery, Refused, Write, read_item, to_item};

/// Items that are looked at in one step. Those to be taken away fit in a few transactions.
const STEP: u16 = 20;

/// What a step of an undo has done.
#[derive(Debug, Default)]
pub struct Undone {
    /// Records that are gone.
    pub removed: u64,
    /// Records that were changed since, and stay.
    pub left: u64,
    /// Files to delete.
    pub files: Vec<AttachmentId>,
    /// Where the next step begins; absent: it was the last.
    pub next: Option<(String, String)>,
}

#[derive(Deserialize)]
struct Marked {
    kind: String,
    /// Absent for pictures of children, which are revised with the child.
    #[serde(default)]
    rev: Option<Rev>,
    #[serde(default)]
    import_job: Option<JobId>,
}

impl FamilyStore<Edit> {
    /// Takes away records of an import, from a place on.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn undo_records(&self, job: JobId, after: Option<(String, String)>) -> Result<Undone> {
        let query = ListQuery { limit: Some(STEP), after, ..ListQuery::prefix(Key::tenant(self.family), "REC#") };
        let (items, more) = self.state.store.query(&query).await?;
        let next = match items.last() {
            Some(last) if more => Some(place(last, Index::Main)?),
            _ => None,
        };
        let mut done = Undone { next, ..Undone::default() };
        for item in items {
            let marked: Marked = read_item(item.clone())?;
            if marked.import_job != Some(job) {
                continue;
            }
            if marked.kind == KeptAvatar::KIND {
                done.files.push(self.undo_avatar(job, item).await?);
                done.removed += 1;
                continue;
            }
            if marked.rev != Some(Rev::FIRST) {
                done.left += 1;
                continue;
            }
            let file = if marked.kind == "ATTACHMENT" { Some(read_item::<Filed>(item.clone())?) } else { None };
            match self.state.store.commit(self.removal(job, &marked.kind, item)?).await {
                Ok(()) => {
                    done.removed += 1;
                    done.files.extend(file.map(|file| file.id));
                }
                Err(Refused::Condition(Part::Target, _)) => done.left += 1,
                Err(refused) => return Err(Self::explain(Reach::NewChild, refused)),
            }
        }
        Ok(done)
    }

    fn removal(&self, job: JobId, kind: &str, item: Item) -> Result<Vec<Write<Part>>> {
        let unchanged = All(vec![Is("rev", value(&Rev::FIRST)?), Is("import_job", text(job)), Lacks("deleted_at")]);
        let mut writes = self.access_proofs(Reach::NewChild)?;
        let target = Key::of(&item).ok_or(ApiError::NotFound)?;
        let (id, links) = match kind {
            VisitDetails::KIND => self.id_and_links::<VisitDetails>(item)?,
            MeasurementDetails::KIND => self.id_and_links::<MeasurementDetails>(item)?,
            EventDetails::KIND => self.id_and_links::<EventDetails>(item)?,
            IllnessDetails::KIND => self.id_and_links::<IllnessDetails>(item)?,
            _ => {
                let filed: Filed = read_item(item)?;
                (filed.id.to_string(), filed.links())
            }
        };
        let whatever = || Any(vec![Exists, Absent]);
        writes.push(Write::delete(Part::Target, target, unchanged));
        writes.push(Write::delete(Part::Other, Key::history(self.family, id, Rev::FIRST.0), whatever()));
        writes.extend(links.into_iter().map(|link| Write::delete(Part::Other, link, whatever())));
        Ok(writes)
    }

    fn id_and_links<D: Details>(&self, item: Item) -> Result<(String, Vec<Key>)> {
        let kept: Kept<D> = Kept::read(item)?;
        Ok((kept.id.to_string(), link_keys(self.family, kept.details.links(), kept.id)))
    }

    /// Takes away the children of an import, after their records. One that still has records stays.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn undo_children(&self, job: JobId) -> Result<Undone> {
        let (items, _) = self.state.store.query(&self.children_query()).await?;
        let mut done = Undone::default();
        for item in items {
            let marked: Marked = read_item(item.clone())?;
            let child = Key::of(&item).and_then(|key| key.child_id());
            let (Some(child), true) = (child, marked.import_job == Some(job)) else { continue };
            if marked.rev == Some(Rev::FIRST) && self.remove_child(job, child).await? {
                done.removed += 1;
            } else {
                done.left += 1;
            }
        }
        Ok(done)
    }

    /// In two steps, so that no record is entered for the child in between: it is put out of reach, and goes once nothing hangs on it.
    async fn remove_child(&self, job: JobId, child: ChildId) -> Result<bool> {
        let key = Key::child(self.family, child);
        let mine = All(vec![Is("rev", value(&Rev::FIRST)?), Is("import_job", text(job))]);
        let now = self.state.now();
        let mut hide = self.access_proofs(Reach::NewChild)?;
        let hidden = to_item(&serde_json::json!({ "deleted_at": now }))?;
        hide.push(Write::update(Part::Target, key.clone(), hidden, mine.clone()));
        match self.state.store.commit(hide).await {
            Ok(()) => {}
            Err(Refused::Condition(Part::Target, _)) => return Ok(false),
            Err(refused) => return Err(Self::explain(Reach::NewChild, refused)),
        }
        let below = ListQuery { limit: Some(1), ..ListQuery::prefix(Key::tenant(self.family), &format!("REC#{child}#")) };
        let empty = self.state.store.query(&below).await?.0.is_empty();
        let mut writes = self.access_proofs(Reach::NewChild)?;
        if empty {
            writes.push(Write::delete(Part::Target, key, mine));
            writes.push(Write::delete(Part::Other, Key::history(self.family, child, Rev::FIRST.0), Any(vec![Exists, Absent])));
        } else {
            writes.push(Write::update(Part::Target, key, Item::new(), mine).removing(["deleted_at"]));
        }
        self.state.store.commit(writes).await.map_err(|refused| Self::explain(Reach::NewChild, refused))?;
        Ok(empty)
    }
}
