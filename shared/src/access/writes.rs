//! Changing a family's record. A change, its history, and the proofs that the caller may make it are one transaction.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::families::KeptFamily;
use super::plan::{LinkedChange, Place, Plan};
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
    /// The living child; the place is the date that must not lie before its birth.
    Child(Option<Place>),
    Member,
    Target,
    /// A record that is written together with the target, by its place in the list.
    Linked(usize),
    /// Something that a record hangs on: the visit at which it was found. The place is the field that says so.
    LinkedTo(Place),
    /// That the id of a new child is in no other family.
    Claim,
    History,
    /// The family itself: that it is there, and what it counts.
    Family,
    /// The children that somebody is limited to.
    Limits,
    /// That no other job of the kind runs.
    Slot,
    /// An invitation.
    Invite,
    /// That who invited may do so still.
    Inviter,
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
pub(super) struct History<'a, D> {
    pub(super) kind: &'static str,
    pub(super) schema: u32,
    pub(super) record_kind: &'static str,
    pub(super) record_id: String,
    /// The child concerned; absent where it is the family itself, a member or an invitation.
    pub(super) child_id: Option<ChildId>,
    pub(super) family_id: FamilyId,
    pub(super) rev: Rev,
    pub(super) action: HistoryAction,
    pub(super) at: DateTime<Utc>,
    pub(super) by: UserId,
    pub(super) date_sk: String,
    /// The record's details after the change; a diff is read off two neighbours.
    pub(super) details: Option<&'a D>,
}

/// What was done to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HistoryAction {
    /// It was entered.
    Created,
    /// It says something else since.
    Changed,
    /// It went to the trash.
    Deleted,
    /// It came back from the trash.
    Restored,
    /// A child got another picture.
    AvatarSet,
    /// A child's picture was taken away.
    AvatarRemoved,
    /// An invitation was taken up.
    Accepted,
}

impl<A: Change> FamilyStore<A> {
    /// Writes a new record of the child (or the child itself).
    ///
    /// # Errors
    /// As [`create_with`](Self::create_with).
    pub async fn create<D: Details<Beside: Default>>(&self, child: ChildId, id: D::Id, details: &D) -> Result<Saved<D>> {
        self.create_with(child, id, details, &[]).await
    }

    /// Writes a new record of the child and changes others together with it, all or nothing.
    ///
    /// # Errors
    /// [`ApiError::AlreadyExists`] where the id is in use by something else; refusals of access;
    /// [`ApiError::Invalid`] for a date before birth or a visit that is not there;
    /// [`ApiError::ChangedMeanwhile`] where one of the others has changed; [`ApiError::TooManyChanges`].
    pub async fn create_with<D: Details<Beside: Default>>(
        &self,
        child: ChildId,
        id: D::Id,
        details: &D,
        also: &[LinkedChange],
    ) -> Result<Saved<D>> {
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
                if same && self.stand(child, also).await? { Ok(Saved::Known(there.into())) } else { Err(ApiError::AlreadyExists) }
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
        let plan = self.planned_replace(now, child, (id, rev), details, also)?;
        let below_a_child = D::KIND != ChildDetails::KIND;
        // Who entered it and when never change, so they may be read beside the write.
        let (before, mut done) = tokio::join!(self.read::<D>(child, id), self.commit(Reach::Child(child), below_a_child, plan));
        if let Err(Refused::Condition(Part::LinkedTo(_), _)) = done {
            // A visit that went to the trash after the record was linked to it keeps nobody from changing the record.
            let mut plan = self.planned_replace(now, child, (id, rev), details, also)?;
            plan.written.extend(self.former_links::<D>(child, id, also).await?);
            done = self.commit(Reach::Child(child), below_a_child, plan).await;
        }
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
                if there.is_live() && self.is_mine(&there, rev) && there.details == *details && self.stand(child, also).await? {
                    Ok(there.into())
                } else {
                    Err(conflict(there))
                }
            }
            Err(refused @ Refused::Condition(Part::Linked(_) | Part::History, _)) => {
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
                let mine = there.deleted_at.is_some() && self.is_mine(&there, rev);
                if mine && self.stand(child, also).await? { Ok(()) } else { Err(conflict(there)) }
            }
            Err(refused @ Refused::Condition(Part::Linked(_), _)) => Err(Self::explain_linked(Reach::Child(child), also, refused)),
            Err(refused) => Err(self.explain_below::<D>(child, refused).await),
        }
    }

    fn planned_replace<D: Details>(
        &self,
        now: DateTime<Utc>,
        child: ChildId,
        (id, rev): (D::Id, Rev),
        details: &D,
        also: &[LinkedChange],
    ) -> Result<Plan> {
        let mut plan = Plan::new(now);
        self.plan_replace(&mut plan, Part::Target, child, (id, rev), details)?;
        self.plan_linked(&mut plan, child, also)?;
        Ok(plan)
    }

    /// Commits a plan together with the proofs that the caller may make it.
    pub(super) async fn commit(&self, reach: Reach, below_a_child: bool, plan: Plan) -> std::result::Result<(), Refused<Part>> {
        let mut writes = self.access_proofs(reach)?;
        if let (Reach::Child(child), true) = (reach, below_a_child) {
            let mut living = vec![Exists, Lacks("deleted_at")];
            living.extend(plan.earliest.map(|(date, _)| AtMost("details.date_of_birth", text(date))));
            // Before the membership: where the child is not, nothing else matters.
            let place = plan.earliest.map(|(_, place)| place);
            writes.insert(1, Write::check(Part::Child(place), Key::child(self.family, child), All(living)));
            for (visit, place) in plan.linked_to.iter().filter(|(visit, _)| !plan.written.contains(visit)) {
                let key = Key::record(self.family, child, visit.kind(), visit);
                writes.push(Write::check(Part::LinkedTo(*place), key, All(vec![Exists, Lacks("deleted_at")])));
            }
        }
        writes.extend(plan.writes);
        self.state.store.commit(writes).await
    }

    /// Whether the caller's own write of the revision after `rev` is what stands there: its answer was lost.
    pub(super) fn is_mine<D: Details>(&self, there: &Kept<D>, rev: Rev) -> bool {
        there.rev == rev.next() && there.updated_by == self.caller.user
    }

    /// The check that the child is there and not in the trash.
    pub(super) fn living_child(&self, child: ChildId) -> Write<Part> {
        Write::check(Part::Child(None), Key::child(self.family, child), All(vec![Exists, Lacks("deleted_at")]))
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
            Refused::Condition(Part::Child(place), item) => match item.map(Kept::<ChildDetails>::read) {
                Some(Ok(child)) if child.is_live() => {
                    ApiError::field(place.map_or_else(|| "date".to_owned(), Place::path), "must not be before the day of birth")
                }
                Some(Err(error)) => error,
                Some(Ok(_)) | None => ApiError::NotFound,
            },
            Refused::Condition(Part::Target | Part::Linked(_), _) => ApiError::NotFound,
            Refused::Condition(Part::LinkedTo(place), _) => ApiError::field(place.path(), "is no visit of this child"),
            Refused::Condition(Part::Family, item) => KeptFamily::uncountable(item),
            Refused::Condition(Part::Limits, _) => ApiError::field("only_children", "must be children of this family"),
            Refused::Condition(Part::Invite | Part::Inviter, _) => ApiError::InviteGone,
            Refused::Condition(Part::Claim, _) => ApiError::AlreadyExists,
            Refused::Condition(Part::Slot, _) => ApiError::JobRunning,
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
            child_id: Some(child),
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
pub(super) fn conflict<D: Details>(there: Kept<D>) -> ApiError {
    if !there.is_live() {
        return ApiError::NotFound;
    }
    match serde_json::to_value(Record::from(there)).context("showing a record") {
        Ok(current) => ApiError::ChangedMeanwhile { current: Some(current) },
        Err(error) => error,
    }
}
