//! Changing a family's record. A change, its history, and the proofs that the caller may make it are one transaction.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::plan::{LinkedChange, Plan};
use super::store::{FamilyStore, Member, Reach, refusal};
use super::{Access, Change, FamilyRole, profile_condition, text, value};
use crate::error::{ApiError, Context as _, Result};
use crate::id::{ChildId, FamilyId, UserId};
use crate::record::child::ChildDetails;
use crate::record::{Details, Kept, Record, Rev};
use crate::store::Condition::{All, Any, AtMost, Contains, Exists, Is, Lacks, OneOf};
use crate::store::{Condition, Key, Refused, Write, read_item, to_item};

/// The part of a commit that a condition belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Profile,
    Child,
    Member,
    Target,
    /// A record that is written together with the target, by its place in the list.
    Linked(usize),
    /// Something that a record hangs on: the visit at which it was found.
    LinkedTo,
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
}

impl<A: Change> FamilyStore<A> {
    /// Writes a new record of the child (or the child itself).
    ///
    /// # Errors
    /// As [`create_with`](Self::create_with).
    pub async fn create<D: Details>(&self, child: ChildId, id: D::Id, details: &D) -> Result<Saved<D>> {
        self.create_with(child, id, details, &[]).await
    }

    /// Writes a new record of the child and changes others together with it, all or nothing.
    ///
    /// # Errors
    /// [`ApiError::AlreadyExists`] where the id is in use by something else; refusals of access;
    /// [`ApiError::Invalid`] for a date before birth or a visit that is not there;
    /// [`ApiError::ChangedMeanwhile`] where one of the others has changed; [`ApiError::TooManyChanges`].
    pub async fn create_with<D: Details>(&self, child: ChildId, id: D::Id, details: &D, also: &[LinkedChange]) -> Result<Saved<D>> {
        let now = self.state.now();
        let reach = if D::KIND == ChildDetails::KIND { Reach::NewChild } else { Reach::Child(child) };
        let kept = self.new_record(child, id, details, now);
        let mut plan = Plan::new(now);
        self.plan_create(&mut plan, Part::Target, child, &kept)?;
        self.plan_linked(&mut plan, child, also)?;
        if reach == Reach::NewChild {
            let claim = serde_json::json!({ "kind": "CHILD_CLAIM", "schema": 1, "family_id": self.family });
            plan.writes.push(Write::put(Part::Claim, Key::child_claim(child), to_item(&claim)?, Condition::Absent));
        }
        match self.commit(reach, D::KIND != ChildDetails::KIND, plan).await {
            Ok(()) => Ok(Saved::New(kept.into())),
            Err(Refused::Condition(Part::Target, Some(there))) => {
                let there: Kept<D> = Kept::read(there)?;
                let same = there.is_live() && there.details == *details && there.created_by == self.caller.user;
                if same { Ok(Saved::Known(there.into())) } else { Err(ApiError::AlreadyExists) }
            }
            // A record of another child has the id: its history begins under it.
            Err(Refused::Condition(Part::History, _)) => Err(ApiError::AlreadyExists),
            Err(refused) => Err(Self::explain_linked(reach, also, refused)),
        }
    }

    /// Replaces the details of a record.
    ///
    /// # Errors
    /// As [`replace_with`](Self::replace_with).
    pub async fn replace<D: Details>(&self, child: ChildId, id: D::Id, seen: Option<Rev>, details: &D) -> Result<Record<D>> {
        self.replace_with(child, id, seen, details, &[]).await
    }

    /// Replaces the details of a record and changes others together with it, all or nothing.
    /// With the revision that the caller has seen this waits for the table once;
    /// without it, the record is read first and the revision that was read counts.
    ///
    /// # Errors
    /// [`ApiError::ChangedMeanwhile`] with the record as it is now; otherwise as [`create_with`](Self::create_with).
    pub async fn replace_with<D: Details>(
        &self,
        child: ChildId,
        id: D::Id,
        seen: Option<Rev>,
        details: &D,
        also: &[LinkedChange],
    ) -> Result<Record<D>> {
        let rev = match seen {
            Some(rev) => rev,
            None => self.read::<D>(child, id).await?.rev,
        };
        let now = self.state.now();
        let mut plan = Plan::new(now);
        self.plan_replace(&mut plan, Part::Target, child, (id, rev), details)?;
        self.plan_linked(&mut plan, child, also)?;
        // Who entered it and when never change, so they may be read beside the write.
        let (before, done) = tokio::join!(self.read::<D>(child, id), self.commit(Reach::Child(child), D::KIND != ChildDetails::KIND, plan));
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
            Err(refused @ Refused::Condition(Part::Linked(_) | Part::LinkedTo, _)) => {
                Err(Self::explain_linked(Reach::Child(child), also, refused))
            }
            Err(refused) => Err(self.explain_below::<D>(child, refused).await),
        }
    }

    /// Moves a record to the trash for 30 days.
    ///
    /// # Errors
    /// As [`replace_with`](Self::replace_with).
    pub async fn delete<D: Details>(&self, child: ChildId, id: D::Id, seen: Option<Rev>) -> Result<()> {
        self.delete_with::<D>(child, id, seen, &[]).await
    }

    /// Moves a record and others together with it to the trash for 30 days.
    ///
    /// # Errors
    /// As [`replace_with`](Self::replace_with).
    pub async fn delete_with<D: Details>(&self, child: ChildId, id: D::Id, seen: Option<Rev>, also: &[LinkedChange]) -> Result<()> {
        let rev = match seen {
            Some(rev) => rev,
            None => self.read::<D>(child, id).await?.rev,
        };
        let mut plan = Plan::new(self.state.now());
        self.plan_delete::<D>(&mut plan, Part::Target, child, (id, rev), None)?;
        plan.trashed_with = Some(id.to_string());
        self.plan_linked(&mut plan, child, also)?;
        match self.commit(Reach::Child(child), D::KIND != ChildDetails::KIND, plan).await {
            Ok(()) => Ok(()),
            Err(Refused::Condition(Part::Target, Some(there))) => {
                let there = Kept::<D>::read(there)?;
                if there.deleted_at.is_some() && self.is_mine(&there, rev) { Ok(()) } else { Err(conflict(there)) }
            }
            Err(refused @ Refused::Condition(Part::Linked(_), _)) => Err(Self::explain_linked(Reach::Child(child), also, refused)),
            Err(refused) => Err(self.explain_below::<D>(child, refused).await),
        }
    }

    /// Commits a plan together with the proofs that the caller may make it.
    pub(super) async fn commit(&self, reach: Reach, below_a_child: bool, plan: Plan) -> std::result::Result<(), Refused<Part>> {
        let mut writes = self.access_proofs(reach)?;
        if let (Reach::Child(child), true) = (reach, below_a_child) {
            let mut living = vec![Exists, Lacks("deleted_at")];
            living.extend(plan.earliest.map(|date| AtMost("details.date_of_birth", text(date))));
            // Before the membership: where the child is not, nothing else matters.
            writes.insert(1, Write::check(Part::Child, Key::child(self.family, child), All(living)));
            for visit in plan.linked_to.iter().filter(|visit| !plan.written.contains(visit)) {
                let key = Key::record(self.family, child, visit.kind(), visit);
                writes.push(Write::check(Part::LinkedTo, key, All(vec![Exists, Lacks("deleted_at")])));
            }
        }
        writes.extend(plan.writes);
        self.state.store.commit(writes).await
    }

    /// Whether the caller's own write of the revision after `rev` is what stands there: its answer was lost.
    fn is_mine<D: Details>(&self, there: &Kept<D>, rev: Rev) -> bool {
        there.rev == rev.next() && there.updated_by == self.caller.user
    }
}

impl<A: Access> FamilyStore<A> {
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
}

impl<A: Change> FamilyStore<A> {
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
}

impl<A: Access> FamilyStore<A> {
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
            Refused::Condition(Part::Target | Part::Linked(_), _) => ApiError::NotFound,
            Refused::Condition(Part::LinkedTo, _) => ApiError::field("visit_id", "is no visit of this child"),
            Refused::Condition(Part::Claim, _) => ApiError::AlreadyExists,
            Refused::Condition(Part::History | Part::Other, _) => ApiError::Busy,
        }
    }
}

impl<A: Change> FamilyStore<A> {
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

pub(super) fn unchanged_since(rev: Rev) -> Result<Condition> {
    Ok(All(vec![Exists, Is("rev", value(&rev)?), Lacks("deleted_at")]))
}

/// The answer where another revision stands: the record as it is now, or 404 once it is in the trash.
pub(super) fn conflict<D: Details>(there: Kept<D>) -> ApiError {
    if !there.is_live() {
        return ApiError::NotFound;
    }
    match serde_json::to_value(Record::from(there)).context("showing a record") {
        Ok(current) => ApiError::ChangedMeanwhile { current: Some(current) },
        Err(error) => error,
    }
}
