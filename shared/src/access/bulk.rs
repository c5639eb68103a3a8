//! Many records at once: read for an export, written by an import, taken away by its undo.
//!
//! What an import writes is a record like any other, but for its times and persons, which are those of the file, and for
//! the import's id beside it, by which an undo finds it. Its history begins with the import, in the name of whoever ran it.

mod files;
mod pictures;
mod undo;

pub use files::Filed;
pub use undo::Undone;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::plan::Plan;
use super::reads::read_all;
use super::store::{FamilyStore, Reach};
use super::writes::Part;
use super::{Access, Edit, text};
use crate::date::Date;
use crate::error::{ApiError, Context as _, Result};
use crate::id::{ChildId, JobId, UserId};
use crate::record::{ChildDetails, Details, EventDetails, IllnessDetails, Kept, MeasurementDetails, Record, RecordRef, Rev, VisitDetails};
use crate::store::Condition::{Absent, All, Any, AtMost, Exists, Is, Lacks};
use crate::store::{Index, Item, Key, ListQuery, Refused, Write, read_item, to_item};

/// How often a batch is tried while others write the same records.
const ATTEMPTS: u32 = 5;
/// Records of one page of an export.
const PAGE: u16 = 100;

/// When a record was entered and changed, and by whom, as a file says.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Stamps {
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// Who entered it.
    pub created_by: UserId,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Who changed it last.
    pub updated_by: UserId,
}

/// A record from a file.
#[derive(Debug, Clone)]
pub struct Imported<D: Details> {
    /// The child that it is about, or that it is.
    pub child: ChildId,
    /// Its id.
    pub id: D::Id,
    /// What it says.
    pub details: D,
    /// Absent where the file does not say; then it is entered now.
    pub stamps: Option<Stamps>,
}

/// A record of any kind from a file.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum BulkRecord {
    Child(Box<Imported<ChildDetails>>),
    Visit(Box<Imported<VisitDetails>>),
    Measurement(Box<Imported<MeasurementDetails>>),
    Event(Box<Imported<EventDetails>>),
    Illness(Box<Imported<IllnessDetails>>),
}

macro_rules! of_kind {
    ($record:expr, $one:ident => $work:expr) => {
        match $record {
            BulkRecord::Child($one) => $work,
            BulkRecord::Visit($one) => $work,
            BulkRecord::Measurement($one) => $work,
            BulkRecord::Event($one) => $work,
            BulkRecord::Illness($one) => $work,
        }
    };
}

impl BulkRecord {
    /// The child that it is about, or that it is.
    #[must_use]
    pub fn child(&self) -> ChildId {
        of_kind!(self, one => one.child)
    }

    /// The same record of another child.
    pub fn move_to(&mut self, child: ChildId) {
        of_kind!(self, one => one.child = child);
        if let Self::Child(one) = self {
            one.id = child;
        }
    }

    /// Items of the transaction that writes it.
    #[must_use]
    pub fn weight(&self) -> usize {
        of_kind!(self, one => 3 + one.details.links().len())
    }

    /// The day that must not lie before birth.
    fn date(&self) -> Option<Date> {
        of_kind!(self, one => one.details.date())
    }

    fn is_child(&self) -> bool {
        matches!(self, Self::Child(_))
    }

    fn is_same_as(&self, there: &Item, job: JobId) -> Result<Fate> {
        fn compare<D: Details>(one: &Imported<D>, there: &Item, job: JobId) -> Result<Fate> {
            let mine = there.get("import_job") == Some(&text(job));
            let there = Kept::<D>::read(there.clone())?;
            Ok(match (there.is_live(), there.details == one.details) {
                (true, true) if mine => Fate::Mine,
                (true, true) => Fate::Known,
                (true, false) => Fate::Kept,
                (false, _) => Fate::InTrash,
            })
        }
        of_kind!(self, one => compare(one, there, job))
    }
}

/// What became of a record of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was written.
    Created,
    /// An earlier try of the same import has written it.
    Mine,
    /// It was there with the same content.
    Known,
    /// It was there with other content and stays as it is.
    Kept,
    /// It is in the trash, where it stays.
    InTrash,
    /// Its id is or was that of a sibling's record.
    IdTaken,
    /// Its child is not there.
    NoChild,
    /// It lies before its child was born.
    BeforeBirth,
}

/// Where the child of a file is.
#[derive(Debug, Clone, PartialEq)]
pub enum ChildHome {
    /// In this family.
    Here,
    /// In this family's trash.
    Trash,
    /// Nowhere; its id is free for this family.
    Free,
    /// Another family has or had its id.
    Elsewhere,
}

impl FamilyStore<Edit> {
    /// Where a child is, by its id.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn home_of(&self, child: ChildId) -> Result<ChildHome> {
        let mut proof = self.prove(None, [Key::child(self.family, child), Key::child_claim(child)]).await?;
        let claim = proof.also.pop().flatten();
        let here = proof.also.pop().flatten().map(Kept::<ChildDetails>::read).transpose()?;
        Ok(match (here, claim) {
            (Some(here), _) if here.is_live() => ChildHome::Here,
            (Some(_), _) => ChildHome::Trash,
            (None, Some(claim)) if claim.get("family_id") != Some(&text(self.family)) => ChildHome::Elsewhere,
            (None, _) => ChildHome::Free,
        })
    }

    /// Writes what is not there yet, together with the proof that the member may. A child comes alone, before its records.
    /// At most 30 records of at most 80 items altogether. Done again, it is the same.
    ///
    /// # Errors
    /// Refusals of access; [`ApiError::Busy`] while others keep writing the same.
    pub async fn write_bulk(&self, job: JobId, records: &[BulkRecord]) -> Result<Vec<Fate>> {
        for _ in 0..ATTEMPTS {
            let fates = self.fates(job, records).await?;
            let new: Vec<&BulkRecord> =
                records.iter().zip(&fates).filter(|(_, fate)| **fate == Fate::Created).map(|(one, _)| one).collect();
            if new.is_empty() {
                return Ok(fates);
            }
            match self.state.store.commit(self.bulk_writes(job, &new)?).await {
                Ok(()) => return Ok(fates),
                // Somebody was quicker with one of them, or has changed the child: look again.
                Err(Refused::Condition(Part::Target | Part::History | Part::Claim | Part::Child(_) | Part::Linked(_), _)) => {}
                Err(refused) => return Err(Self::explain(Reach::NewChild, refused)),
            }
        }
        Err(ApiError::Busy)
    }

    async fn fates(&self, job: JobId, records: &[BulkRecord]) -> Result<Vec<Fate>> {
        let children: Vec<ChildId> = records.iter().map(BulkRecord::child).collect::<std::collections::BTreeSet<_>>().into_iter().collect();
        let mut keys: Vec<Key> = children.iter().map(|child| Key::child(self.family, *child)).collect();
        keys.extend(
            records.iter().flat_map(|record| of_kind!(record, one => [self.key_of(one), Key::history(self.family, one.id, Rev::FIRST.0)])),
        );
        let proof = self.prove(None, keys).await?;
        if proof.member.only_children.is_some() {
            return Err(ApiError::NotAllowed);
        }
        let mut items = proof.also.into_iter();
        let mut born = BTreeMap::new();
        for child in children {
            if let Some(kept) = items.next().flatten().map(Kept::<ChildDetails>::read).transpose()?.filter(Kept::is_live) {
                born.insert(child, kept.details.date_of_birth);
            }
        }
        let mut fates = Vec::with_capacity(records.len());
        for record in records {
            let (there, history) = (items.next().flatten(), items.next().flatten());
            let born = born.get(&record.child());
            fates.push(match (there, history, born) {
                (Some(there), _, _) => record.is_same_as(&there, job)?,
                (None, Some(_), _) => Fate::IdTaken,
                (None, None, None) if !record.is_child() => Fate::NoChild,
                (None, None, Some(born)) if record.date().is_some_and(|date| date < *born) => Fate::BeforeBirth,
                (None, None, _) => Fate::Created,
            });
        }
        Ok(fates)
    }

    fn bulk_writes(&self, job: JobId, new: &[&BulkRecord]) -> Result<Vec<Write<Part>>> {
        let now = self.state.now();
        let mut writes = self.access_proofs(Reach::NewChild)?;
        let mut earliest: BTreeMap<ChildId, Option<Date>> = BTreeMap::new();
        for record in new.iter().filter(|record| !record.is_child()) {
            let known = earliest.entry(record.child()).or_default();
            *known = record.date().map_or(*known, |date| Some(known.map_or(date, |known| known.min(date))));
        }
        for (child, earliest) in earliest {
            let mut living = vec![Exists, Lacks("deleted_at")];
            living.extend(earliest.map(|date| AtMost("details.date_of_birth", text(date))));
            writes.push(Write::check(Part::Child(None), Key::child(self.family, child), All(living)));
        }
        for record in new {
            let mut plan = Plan::new(now);
            of_kind!(record, one => self.plan_imported(&mut plan, one))?;
            let mut planned = plan.writes.into_iter();
            // The record itself comes first.
            writes.extend(planned.next().map(|write| write.with("import_job", text(job))));
            writes.extend(planned);
            if let BulkRecord::Child(child) = record {
                let claim = to_item(&serde_json::json!({ "kind": "CHILD_CLAIM", "schema": 1, "family_id": self.family }))?;
                let free = Any(vec![Absent, Is("family_id", text(self.family))]);
                writes.push(Write::put(Part::Claim, Key::child_claim(child.id), claim, free));
            }
        }
        Ok(writes)
    }

    fn plan_imported<D: Details<Beside: Default>>(&self, plan: &mut Plan, one: &Imported<D>) -> Result<()> {
        let mut kept = self.new_record(one.child, one.id, &one.details, self.state.now());
        if let Some(Stamps { created_at, created_by, updated_at, updated_by }) = one.stamps {
            (kept.created_at, kept.created_by, kept.updated_at, kept.updated_by) = (created_at, created_by, updated_at, updated_by);
        }
        self.plan_create(plan, Part::Target, one.child, &kept)
    }

    fn key_of<D: Details>(&self, one: &Imported<D>) -> Key {
        self.record_key::<D>(one.child, one.id)
    }
}

impl<A: Access> FamilyStore<A> {
    /// A page of the live records of a kind of one child, by id or by date, and where the next one begins.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn export_page<D: Details>(
        &self,
        child: ChildId,
        index: Index,
        after: Option<(String, String)>,
    ) -> Result<(Vec<Record<D>>, Option<(String, String)>)> {
        let (items, next) = self.page_of_kind(child, D::KIND, index, after).await?;
        Ok((read_all(items)?, next))
    }

    pub(super) async fn page_of_kind(
        &self,
        child: ChildId,
        kind: &str,
        index: Index,
        after: Option<(String, String)>,
    ) -> Result<(Vec<Item>, Option<(String, String)>)> {
        let prefix = match index {
            Index::Main => format!("REC#{child}#{kind}#"),
            Index::ByDate | Index::ByChild | Index::Open => format!("{child}#{kind}#"),
        };
        let query = ListQuery { index, limit: Some(PAGE), after, ..ListQuery::prefix(Key::tenant(self.family), &prefix) };
        let (proof, found) = tokio::join!(self.prove(Some(child), []), self.state.store.query(&query));
        proof?;
        let (items, more) = found?;
        let next = match items.last() {
            Some(last) if more => Some(place(last, index)?),
            _ => None,
        };
        Ok((items, next))
    }

    /// Names of the family's members, for reading who entered what. Members alone see each other.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn member_names(&self) -> Result<BTreeMap<UserId, String>> {
        let query = ListQuery::prefix(Key::tenant(self.family), "MEMBER#");
        let (proof, members) = tokio::join!(self.prove(None, []), self.state.store.query(&query));
        proof?;
        let members = members?.0.into_iter().map(read_item).collect::<Result<Vec<super::Member>>>()?;
        let mut names = BTreeMap::new();
        for some in members.chunks(100) {
            let keys: Vec<Key> = some.iter().map(|member| Key::profile(member.user_id)).collect();
            for profile in self.state.store.get_all(&keys).await?.into_iter().flatten() {
                let profile: crate::user::Profile = read_item(profile)?;
                names.insert(profile.id, profile.name.as_ref().to_owned());
            }
        }
        Ok(names)
    }
}

/// Where a page ended.
fn place(last: &Item, index: Index) -> Result<(String, String)> {
    let part = |name: &str| last.get(name).and_then(|value| value.as_s().ok()).cloned().context("an item of a page has its keys");
    Ok((part("sk")?, part(index.attribute())?))
}

/// The record's id as a reference, for links.
fn link_keys(family: crate::id::FamilyId, links: Vec<RecordRef>, id: impl std::fmt::Display) -> Vec<Key> {
    let distinct: std::collections::BTreeSet<RecordRef> = links.into_iter().collect();
    distinct.into_iter().map(|to| Key::link(family, to, &id)).collect()
}
