//! What a commit writes, record by record: the record with the keys of its lists, its history, and what it hangs on.

use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{BTreeMap, BTreeSet};

use super::store::{FamilyStore, Reach};
use super::writes::{HistoryAction, Part, conflict, unchanged_since};
use super::{Change, text};
use crate::date::Date;
use crate::error::{ApiError, Result};
use crate::id::{ChildId, VisitId};
use crate::record::{ChildDetails, Details, EventDetails, IllnessDetails, Kept, MeasurementDetails, RecordRef, Rev};
use crate::search::Texts;
use crate::store::Condition::{Above, Absent, All, Any, Exists, Is};
use crate::store::{Item, Key, Refused, Write, attribute, to_item};

/// How long something stays in the trash.
const TRASH_LIFE: TimeDelta = TimeDelta::days(30);

/// A change of one record.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordChange<D: Details> {
    /// It is new.
    Create {
        /// Its id.
        id: D::Id,
        /// What it says.
        details: D,
    },
    /// It says something else.
    Replace {
        /// Its id.
        id: D::Id,
        /// The revision that was seen.
        rev: Rev,
        /// What it says now.
        details: D,
    },
    /// It goes to the trash.
    Delete {
        /// Its id.
        id: D::Id,
        /// The revision that was seen.
        rev: Rev,
    },
}

/// A change of a record that belongs to a visit, made in one save with it.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a few of them live for one request")]
pub enum LinkedChange {
    /// Measurements that were taken.
    Measurement(RecordChange<MeasurementDetails>),
    /// A vaccine that was given, or another medical event.
    Event(RecordChange<EventDetails>),
    /// An illness that it was about.
    Illness(RecordChange<IllnessDetails>),
}

/// A field of the request that a condition rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Where it is a record written with another one: its place in the list.
    linked: Option<usize>,
    field: &'static str,
}

impl Place {
    fn new(part: Part, field: &'static str) -> Self {
        Self { linked: if let Part::Linked(nth) = part { Some(nth) } else { None }, field }
    }

    /// The path of the field in the request.
    pub(super) fn path(self) -> String {
        self.linked.map_or_else(|| self.field.to_owned(), |nth| format!("records[{nth}].details.{}", self.field))
    }
}

/// Writes that belong together, and what must hold for them.
pub(super) struct Plan {
    pub(super) now: DateTime<Utc>,
    pub(super) writes: Vec<Write<Part>>,
    /// The earliest date of a record: none lies before birth.
    pub(super) earliest: Option<(Date, Place)>,
    /// What the records hang on.
    pub(super) linked_to: BTreeMap<RecordRef, Place>,
    /// What is written by this plan itself, and so need not be there.
    pub(super) written: BTreeSet<RecordRef>,
    /// The record that goes to the trash, and takes others with it.
    pub(super) trashed_with: Option<String>,
}

impl Plan {
    pub(super) fn new(now: DateTime<Utc>) -> Self {
        Self { now, writes: Vec::new(), earliest: None, linked_to: BTreeMap::new(), written: BTreeSet::new(), trashed_with: None }
    }

    fn expect<D: Details>(&mut self, part: Part, id: D::Id, details: &D) {
        if let Some(date) = details.date()
            && self.earliest.is_none_or(|(earliest, _)| date < earliest)
        {
            self.earliest = Some((date, Place::new(part, D::DATE_FIELD)));
        }
        if !D::LINKS_AHEAD {
            self.linked_to.extend(details.links().into_iter().map(|to| (to, Place::new(part, D::LINK_FIELD))));
        }
        self.written.extend(id.to_string().parse::<RecordRef>());
    }
}

impl<A: Change> FamilyStore<A> {
    /// A record that is entered now.
    pub(super) fn new_record<D: Details<Beside: Default>>(&self, child: ChildId, id: D::Id, details: &D, now: DateTime<Utc>) -> Kept<D> {
        Kept {
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
            trashed_with: None,
            details: details.clone(),
            beside: D::Beside::default(),
        }
    }

    pub(super) fn plan_create<D: Details>(&self, plan: &mut Plan, part: Part, child: ChildId, kept: &Kept<D>) -> Result<()> {
        let (id, details) = (kept.id, &kept.details);
        let mut item = to_item(kept)?;
        item.extend(index_keys(child, id, details, details.listed_on(kept.created_at))?);
        plan.writes.push(Write::put(part, self.record_key::<D>(child, id), item, Absent));
        plan.writes.push(self.history(child, id, Rev::FIRST, HistoryAction::Created, plan.now, Some(details))?);
        self.plan_links(plan, child, id, details)?;
        plan.expect(part, id, details);
        Ok(())
    }

    pub(super) fn plan_replace<D: Details>(
        &self,
        plan: &mut Plan,
        part: Part,
        child: ChildId,
        (id, rev): (D::Id, Rev),
        details: &D,
    ) -> Result<()> {
        let mut set = to_item(&serde_json::json!({
            "details": details, "schema": D::SCHEMA, "rev": rev.next(), "updated_at": plan.now, "updated_by": self.caller.user,
        }))?;
        // What is listed under the day of its making stays there.
        set.extend(index_keys(child, id, details, details.date().map(|date| date.to_string()))?);
        let gone: Vec<_> = DERIVED.into_iter().filter(|name| !set.contains_key(*name)).collect();
        plan.writes.push(Write::update(part, self.record_key::<D>(child, id), set, unchanged_since(rev)?).removing(gone));
        plan.writes.push(self.history(child, id, rev.next(), HistoryAction::Changed, plan.now, Some(details))?);
        self.plan_links(plan, child, id, details)?;
        plan.expect(part, id, details);
        Ok(())
    }

    /// A record goes to the trash; with another one, it comes back with that one.
    pub(super) fn plan_delete<D: Details>(
        &self,
        plan: &mut Plan,
        part: Part,
        child: ChildId,
        (id, rev): (D::Id, Rev),
        with: Option<&str>,
    ) -> Result<()> {
        let set = to_item(&serde_json::json!({
            "deleted_at": plan.now, "expires_at": (plan.now + TRASH_LIFE).timestamp(), "rev": rev.next(),
            "updated_at": plan.now, "updated_by": self.caller.user, "trashed_with": with,
            "open_sk": trash_key(plan.now, id),
        }))?;
        let target = Write::update(part, self.record_key::<D>(child, id), set, unchanged_since(rev)?);
        plan.writes.push(target.removing(["date_sk", "child_sk"]));
        plan.writes.push(self.history::<D>(child, id, rev.next(), HistoryAction::Deleted, plan.now, None)?);
        Ok(())
    }

    /// A record comes back from the trash. What it hangs on need not be there: that may come back later.
    pub(super) fn plan_restore<D: Details>(&self, plan: &mut Plan, part: Part, child: ChildId, kept: &Kept<D>) -> Result<()> {
        let (id, details, rev) = (kept.id, &kept.details, kept.rev);
        let mut set = to_item(&serde_json::json!({ "rev": rev.next(), "updated_at": plan.now, "updated_by": self.caller.user }))?;
        set.extend(index_keys(child, id, details, details.listed_on(kept.created_at))?);
        let gone = DERIVED.into_iter().filter(|name| !set.contains_key(*name)).chain(["deleted_at", "expires_at", "trashed_with"]);
        let gone: Vec<_> = gone.collect();
        let trashed = All(vec![Exists, Is("rev", attribute(&rev)?), Above("expires_at", attribute(&plan.now.timestamp())?)]);
        plan.writes.push(Write::update(part, self.record_key::<D>(child, id), set, trashed).removing(gone));
        plan.writes.push(self.history(child, id, rev.next(), HistoryAction::Restored, plan.now, Some(details))?);
        self.plan_links(plan, child, id, details)
    }

    /// The changes that go with a visit.
    pub(super) fn plan_linked(&self, plan: &mut Plan, child: ChildId, also: &[LinkedChange]) -> Result<()> {
        for (nth, change) in also.iter().enumerate() {
            match change {
                LinkedChange::Measurement(change) => self.plan_change(plan, nth, child, change)?,
                LinkedChange::Event(change) => self.plan_change(plan, nth, child, change)?,
                LinkedChange::Illness(change) => self.plan_change(plan, nth, child, change)?,
            }
        }
        Ok(())
    }

    fn plan_change<D: Details<Beside: Default>>(
        &self,
        plan: &mut Plan,
        nth: usize,
        child: ChildId,
        change: &RecordChange<D>,
    ) -> Result<()> {
        let part = Part::Linked(nth);
        match change {
            RecordChange::Create { id, details } => self.plan_create(plan, part, child, &self.new_record(child, *id, details, plan.now)),
            RecordChange::Replace { id, rev, details } => self.plan_replace(plan, part, child, (*id, *rev), details),
            RecordChange::Delete { id, rev } => {
                let with = plan.trashed_with.clone();
                self.plan_delete::<D>(plan, part, child, (*id, *rev), with.as_deref())
            }
        }
    }

    pub(super) fn plan_links<D: Details>(&self, plan: &mut Plan, child: ChildId, id: D::Id, details: &D) -> Result<()> {
        // Links to one record of several kinds of the same name cannot be: ids are unique.
        let links: BTreeMap<String, RecordRef> = details.links().into_iter().map(|to| (to.to_string(), to)).collect();
        for to in links.into_values() {
            let link = to_item(&serde_json::json!({
                "kind": "LINK", "schema": 1, "child_id": child, "record_id": to, "linking_kind": D::KIND, "linking_id": id.to_string(),
            }))?;
            plan.writes.push(Write::put(Part::Other, Key::link(self.family, to, id), link, Any(vec![Exists, Absent])));
        }
        Ok(())
    }

    /// What a refused commit of several records means to the caller.
    pub(super) fn explain_linked(reach: Reach, also: &[LinkedChange], refused: Refused<Part>) -> ApiError {
        let (nth, there) = match refused {
            Refused::Condition(Part::Linked(nth), Some(there)) => (nth, there),
            // A record of a sibling has the id of a new one: its history begins under it.
            Refused::Condition(Part::History, _) if also.iter().any(LinkedChange::is_new) => return ApiError::AlreadyExists,
            other => return Self::explain(reach, other),
        };
        match also.get(nth) {
            Some(LinkedChange::Measurement(change)) => changed(change, there),
            Some(LinkedChange::Event(change)) => changed(change, there),
            Some(LinkedChange::Illness(change)) => changed(change, there),
            None => ApiError::Busy,
        }
    }
}

impl LinkedChange {
    /// The same change of a record that hangs on this visit.
    #[must_use]
    pub fn at(self, visit: VisitId) -> Self {
        match self {
            Self::Measurement(change) => Self::Measurement(change.with(|details| MeasurementDetails { visit_id: Some(visit), ..details })),
            Self::Event(change) => Self::Event(change.with(|details| EventDetails { visit_id: Some(visit), ..details })),
            Self::Illness(change) => Self::Illness(change.with(|mut details| {
                if !details.visit_ids.contains(&visit) {
                    details.visit_ids.push(visit);
                }
                details
            })),
        }
    }
}

impl LinkedChange {
    fn is_new(&self) -> bool {
        match self {
            Self::Measurement(change) => change.is_new(),
            Self::Event(change) => change.is_new(),
            Self::Illness(change) => change.is_new(),
        }
    }
}

impl<D: Details> RecordChange<D> {
    /// The record that is changed.
    pub(super) fn id(&self) -> D::Id {
        match self {
            Self::Create { id, .. } | Self::Replace { id, .. } | Self::Delete { id, .. } => *id,
        }
    }

    fn is_new(&self) -> bool {
        matches!(self, Self::Create { .. })
    }

    fn with(self, edit: impl FnOnce(D) -> D) -> Self {
        match self {
            Self::Create { id, details } => Self::Create { id, details: edit(details) },
            Self::Replace { id, rev, details } => Self::Replace { id, rev, details: edit(details) },
            Self::Delete { .. } => self,
        }
    }
}

/// The answer where a record that is written with another one does not stand as it was expected to.
fn changed<D: Details>(change: &RecordChange<D>, there: Item) -> ApiError {
    match change {
        RecordChange::Create { .. } => ApiError::AlreadyExists,
        RecordChange::Replace { .. } | RecordChange::Delete { .. } => Kept::<D>::read(there).map_or_else(|error| error, conflict),
    }
}

/// Attributes that follow from the details and are absent where they do not.
pub(crate) const DERIVED: [&str; 4] = ["open_sk", "types", "tags_found", "search_text"];

/// The place of a record in the trash, which lists what was deleted first at the beginning.
pub(crate) fn trash_key(deleted_at: DateTime<Utc>, id: impl std::fmt::Display) -> String {
    format!("TRASH#{}#{id}", deleted_at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
}

/// What follows from the details for lists, the index of what is open, and search.
///
/// `day` is the one under which it is listed; without one the keys of the lists are left out.
pub(crate) fn index_keys<D: Details>(child: ChildId, id: D::Id, details: &D, day: Option<String>) -> Result<Item> {
    let mut item = Item::new();
    if let Some(day) = day {
        let by_date = format!("{}#{day}#{id}", D::KIND);
        item.insert("child_sk".to_owned(), text(format!("{child}#{by_date}")));
        if details.is_open() {
            item.insert("open_sk".to_owned(), text(&by_date));
        }
        item.insert("date_sk".to_owned(), text(by_date));
    }
    let types = details.types();
    if !types.is_empty() {
        item.insert("types".to_owned(), attribute(&types)?);
    }
    let mut texts = Texts::default();
    details.texts(&mut texts);
    let (words, tags) = texts.into_parts();
    if !words.is_empty() {
        item.insert("search_text".to_owned(), text(words));
    }
    if !tags.is_empty() {
        item.insert("tags_found".to_owned(), attribute(&tags)?);
    }
    Ok(item)
}
