//! Changing a family's record. A change, its history, and the proofs that the caller may make it are one transaction.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

use super::store::{FamilyStore, Member, Reach, refusal};
use super::{Change, FamilyRole, profile_condition, text, value};
use crate::error::{ApiError, Context as _, Result};
use crate::id::{ChildId, FamilyId, UserId};
use crate::record::child::ChildDetails;
use crate::record::{Details, Kept, Record, RecordRef, Rev};
use crate::store::Condition::{Absent, All, Any, AtMost, Contains, Exists, Is, Lacks, OneOf};
use crate::store::{Condition, Item, Key, Refused, Write, read_item, to_item};

/// How long something stays in the trash.
const TRASH_LIFE: TimeDelta = TimeDelta::days(30);

/// The part of a commit that a condition belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Profile,
    Child,
    Member,
    Target,
    /// That the id of a new child is in no other family.
    Claim,
    History,
    /// Something of another person, changed meanwhile.
    Other,
}

/// What became of a create.
pub enum Saved<D: Details> {
    /// It was written now.
    New(Record<D>),
    /// The same was there already: the answer to an earlier try was lost.
    Known(Record<D>),
}

#[derive(Serialize)]
struct History<'a, D> {
    kind: &'static str,
    schema: u32,
    record_kind: &'static str,
    record_id: String,
    child_id: ChildId,
    family_id: FamilyId,
    rev: Rev,
    action: HistoryAction,
    at: DateTime<Utc>,
    by: UserId,
    date_sk: String,
    /// The record's details after the change; a diff is read off two neighbours.
    details: Option<&'a D>,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum HistoryAction {
    Created,
    Changed,
    Deleted,
    /// A child got another picture.
    AvatarSet,
    /// A child's picture was taken away.
    AvatarRemoved,
}

impl<A: Change> FamilyStore<A> {
    /// Writes a new record of the child (or the child itself).
    ///
    /// # Errors
    /// [`ApiError::AlreadyExists`] where the id is in use by something else; refusals of access;
    /// [`ApiError::Invalid`] for a date before birth.
    pub async fn create<D: Details<Beside: Default>>(&self, child: ChildId, id: D::Id, details: &D) -> Result<Saved<D>> {
        let now = self.state.now();
        let kept = Kept {
            kind: D::KIND.to_owned(),
            schema: D::SCHEMA,
            rev: Rev::FIRST,
            id,
            family_id: self.family,
            child_id: (D::KIND != ChildDetails::KIND).then_some(child),
            created_at: now,
            created_by: self.caller.user,
            updated_at: now,
            updated_by: self.caller.user,
            deleted_at: None,
            expires_at: None,
            details: details.clone(),
            beside: D::Beside::default(),
        };
        let mut item = to_item(&kept)?;
        item.extend(index_keys(child, id, details));
        let reach = if D::KIND == ChildDetails::KIND { Reach::NewChild } else { Reach::Child(child) };
        let mut writes = self.proofs(reach, details)?;
        writes.push(Write::put(Part::Target, self.record_key::<D>(child, id), item, Condition::Absent));
        if reach == Reach::NewChild {
            let claim = serde_json::json!({ "kind": "CHILD_CLAIM", "schema": 1, "family_id": self.family });
            writes.push(Write::put(Part::Claim, Key::child_claim(child), to_item(&claim)?, Condition::Absent));
        }
        writes.push(self.history(child, id, Rev::FIRST, HistoryAction::Created, now, Some(details))?);
        writes.extend(self.links(child, id, details)?);
        match self.state.store.commit(writes).await {
            Ok(()) => Ok(Saved::New(kept.into())),
            Err(Refused::Condition(Part::Target, Some(there))) => {
                let there: Kept<D> = Kept::read(there)?;
                let same = there.is_live() && there.details == *details && there.created_by == self.caller.user;
                if same { Ok(Saved::Known(there.into())) } else { Err(ApiError::AlreadyExists) }
            }
            // A record of another child has the id: its history begins under it.
            Err(Refused::Condition(Part::History, _)) => Err(ApiError::AlreadyExists),
            Err(refused) => Err(Self::explain(reach, refused)),
        }
    }

    /// Replaces the details of a record. With the revision that the caller has seen this waits for the table once;
    /// without it, the record is read first and the revision that was read counts.
    ///
    /// # Errors
    /// [`ApiError::ChangedMeanwhile`] with the record as it is now; otherwise as [`create`](Self::create).
    pub async fn replace<D: Details>(&self, child: ChildId, id: D::Id, seen: Option<Rev>, details: &D) -> Result<Record<D>> {
        let rev = match seen {
            Some(rev) => rev,
            None => self.read::<D>(child, id).await?.rev,
        };
        let now = self.state.now();
        let mut set = to_item(&serde_json::json!({
            "details": details, "schema": D::SCHEMA, "rev": rev.next(), "updated_at": now, "updated_by": self.caller.user,
        }))?;
        set.extend(index_keys(child, id, details));
        let mut writes = self.proofs(Reach::Child(child), details)?;
        writes.push(Write::update(Part::Target, self.record_key::<D>(child, id), set, unchanged_since(rev)?));
        writes.push(self.history(child, id, rev.next(), HistoryAction::Changed, now, Some(details))?);
        writes.extend(self.links(child, id, details)?);
        // Who entered it and when never change, so they may be read beside the write.
        let (before, done) = tokio::join!(self.read::<D>(child, id), self.state.store.commit(writes));
        match done {
            Ok(()) => {
                // Should the read have failed where the write did not, it is made again.
                let before = match before {
                    Ok(before) => before,
                    Err(_) => self.read::<D>(child, id).await?,
                };
                Ok(Record { rev: rev.next(), updated_at: now, updated_by: self.caller.user, details: details.clone(), ..before })
            }
            Err(Refused::Condition(Part::Target, Some(there))) => {
                let there = Kept::<D>::read(there)?;
                if there.is_live() && self.is_mine(&there, rev) && there.details == *details {
                    Ok(there.into())
                } else {
                    Err(conflict(there))
                }
            }
            Err(refused) => Err(self.explain_below::<D>(child, refused).await),
        }
    }

    /// Moves a record to the trash for 30 days.
    ///
    /// # Errors
    /// As [`replace`](Self::replace).
    pub async fn delete<D: Details>(&self, child: ChildId, id: D::Id, seen: Option<Rev>) -> Result<()> {
        let rev = match seen {
            Some(rev) => rev,
            None => self.read::<D>(child, id).await?.rev,
        };
        let now = self.state.now();
        let set = to_item(&serde_json::json!({
            "deleted_at": now, "expires_at": (now + TRASH_LIFE).timestamp(), "rev": rev.next(), "updated_at": now, "updated_by": self.caller.user,
        }))?;
        let mut writes = self.access_proofs(Reach::Child(child))?;
        if D::KIND != ChildDetails::KIND {
            writes.insert(1, self.living_child(child));
        }
        let target = Write::update(Part::Target, self.record_key::<D>(child, id), set, unchanged_since(rev)?);
        writes.push(target.removing(["date_sk", "child_sk", "open_sk"]));
        writes.push(self.history::<D>(child, id, rev.next(), HistoryAction::Deleted, now, None)?);
        match self.state.store.commit(writes).await {
            Ok(()) => Ok(()),
            Err(Refused::Condition(Part::Target, Some(there))) => {
                let there = Kept::<D>::read(there)?;
                if there.deleted_at.is_some() && self.is_mine(&there, rev) { Ok(()) } else { Err(conflict(there)) }
            }
            Err(refused) => Err(self.explain_below::<D>(child, refused).await),
        }
    }

    /// Whether the caller's own write of the revision after `rev` is what stands there: its answer was lost.
    fn is_mine<D: Details>(&self, there: &Kept<D>, rev: Rev) -> bool {
        there.rev == rev.next() && there.updated_by == self.caller.user
    }

    /// The checks that go with every write below a child.
    pub(super) fn proofs<D: Details>(&self, reach: Reach, details: &D) -> Result<Vec<Write<Part>>> {
        let mut writes = self.access_proofs(reach)?;
        if let (Reach::Child(child), true) = (reach, D::KIND != ChildDetails::KIND) {
            let mut living = vec![Exists, Lacks("deleted_at")];
            living.extend(details.date().map(|date| AtMost("details.date_of_birth", text(date))));
            // Before the membership: where the child is not, nothing else matters.
            writes.insert(1, Write::check(Part::Child, Key::child(self.family, child), All(living)));
        }
        Ok(writes)
    }

    /// The check that the child is there and not in the trash.
    pub(super) fn living_child(&self, child: ChildId) -> Write<Part> {
        Write::check(Part::Child, Key::child(self.family, child), All(vec![Exists, Lacks("deleted_at")]))
    }

    /// The links from the records that this one belongs to. Those of former details stay: readers ask the record itself.
    pub(super) fn links<D: Details>(&self, child: ChildId, id: D::Id, details: &D) -> Result<Vec<Write<Part>>> {
        let link = |record: RecordRef| {
            let item = serde_json::json!({
                "kind": "LINK", "schema": 1, "record_id": record, "linking_kind": D::KIND, "linking_id": id.to_string(), "child_id": child,
            });
            Ok(Write::put(Part::Other, Key::link(self.family, record, id), to_item(&item)?, Any(vec![Absent, Exists])))
        };
        details.refers_to().into_iter().map(link).collect()
    }

    /// The checks that go with every write: the token still stands, and the membership allows it.
    pub(super) fn access_proofs(&self, reach: Reach) -> Result<Vec<Write<Part>>> {
        let roles = FamilyRole::ALL.into_iter().filter(|role| role.allows(A::ACTION));
        let roles = roles.map(|role| value(&role)).collect::<Result<Vec<_>>>()?;
        let mut allowed = vec![Exists, Lacks("frozen_at"), OneOf("role", roles)];
        match reach {
            Reach::Family => {}
            Reach::Child(child) => allowed.push(Any(vec![Lacks("only_children"), Contains("only_children", text(child))])),
            Reach::NewChild => allowed.push(Lacks("only_children")),
        }
        Ok(vec![
            Write::check(Part::Profile, Key::profile(self.caller.user), profile_condition(&self.caller)),
            Write::check(Part::Member, Key::member(self.family, self.caller.user), All(allowed)),
        ])
    }

    /// What a refused commit below a child means to the caller.
    ///
    /// A write of the child itself has no check of the child before that of the membership. A weak role in a family
    /// in which the child is not must not be told as a refusal, so it is looked up, once it has come to that.
    async fn explain_below<D: Details>(&self, child: ChildId, refused: Refused<Part>) -> ApiError {
        if D::KIND == ChildDetails::KIND
            && matches!(refused, Refused::Condition(Part::Member, _))
            && let Err(ApiError::NotFound) = self.prove(Some(child), []).await
        {
            return ApiError::NotFound;
        }
        Self::explain(Reach::Child(child), refused)
    }

    /// What a refused commit means to the caller.
    pub(super) fn explain(reach: Reach, refused: Refused<Part>) -> ApiError {
        match refused {
            Refused::Error(error) => error,
            Refused::Condition(Part::Profile, _) => ApiError::SessionEnded,
            Refused::Condition(Part::Member, item) => match item.map(read_item::<Member>) {
                // A membership that reads as allowed was changed in between; the same request may be sent again.
                Some(Ok(member)) => refusal(&member, A::ACTION, reach).unwrap_or(ApiError::Busy),
                Some(Err(error)) => error,
                None => ApiError::NotFound,
            },
            Refused::Condition(Part::Child, item) => match item.map(Kept::<ChildDetails>::read) {
                Some(Ok(child)) if child.is_live() => ApiError::field("date", "must not be before the day of birth"),
                Some(Err(error)) => error,
                Some(Ok(_)) | None => ApiError::NotFound,
            },
            Refused::Condition(Part::Target, _) => ApiError::NotFound,
            Refused::Condition(Part::Claim, _) => ApiError::AlreadyExists,
            Refused::Condition(Part::History | Part::Other, _) => ApiError::Busy,
        }
    }

    pub(super) fn history<D: Details>(
        &self,
        child: ChildId,
        id: D::Id,
        rev: Rev,
        action: HistoryAction,
        at: DateTime<Utc>,
        details: Option<&D>,
    ) -> Result<Write<Part>> {
        let entry = History {
            kind: "HISTORY",
            schema: 1,
            record_kind: D::KIND,
            record_id: id.to_string(),
            child_id: child,
            family_id: self.family,
            rev,
            action,
            at,
            by: self.caller.user,
            date_sk: format!("HIST#{}#{id}", at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)),
            details,
        };
        Ok(Write::put(Part::History, Key::history(self.family, id, rev.0), to_item(&entry)?, Condition::Absent))
    }
}

/// What is in the trash or has not arrived yet has a time to live.
pub(super) fn unchanged_since(rev: Rev) -> Result<Condition> {
    Ok(All(vec![Exists, Is("rev", value(&rev)?), Lacks("deleted_at"), Lacks("expires_at")]))
}

/// The answer where another revision stands: the record as it is now, or 404 once it is in the trash.
fn conflict<D: Details>(there: Kept<D>) -> ApiError {
    if !there.is_live() {
        return ApiError::NotFound;
    }
    match serde_json::to_value(Record::from(there)).context("showing a record") {
        Ok(current) => ApiError::ChangedMeanwhile { current: Some(current) },
        Err(error) => error,
    }
}

/// The keys that put a record in its lists, where its date says where it belongs.
fn index_keys<D: Details>(child: ChildId, id: D::Id, details: &D) -> Item {
    details.date().map_or_else(Item::new, |date| listed::<D>(child, id, date))
}

/// The keys that put a record in its lists under this day.
pub(super) fn listed<D: Details>(child: ChildId, id: D::Id, day: impl std::fmt::Display) -> Item {
    let by_date = format!("{}#{day}#{id}", D::KIND);
    Item::from([("child_sk".to_owned(), text(format!("{child}#{by_date}"))), ("date_sk".to_owned(), text(by_date))])
}
