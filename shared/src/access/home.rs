//! What a screen shows, in one call: the home page of a family, and the first view of a child.

use futures_util::future::{join_all, try_join_all};
use serde::Serialize;
use std::cmp::Reverse;
use utoipa::ToSchema;

use super::families::{FamilyView, KeptFamily};
use super::reads::{read_all, visible_children};
use super::store::FamilyStore;
use super::timeline::{TimelineParams, entries};
use super::{Access, FamilyRole, text};
use crate::date::Date;
use crate::error::{ApiError, Context as _, Result};
use crate::id::ChildId;
use crate::record::event::EventType;
use crate::record::{
    Child, Details, Entry, Event, EventDetails, Illness, IllnessDetails, Measurement, MeasurementDetails, Page, Record, Visit, VisitDetails,
};
use crate::store::Condition::{Contains, Is};
use crate::store::{Direction, Found, Index, Key, ListQuery};

/// Entries that the home page shows as the latest.
const LATEST: usize = 10;

/// What the home page of a family shows.
#[derive(Serialize, ToSchema)]
pub struct Home {
    /// The family.
    pub family: FamilyView,
    /// Its children that the caller may see.
    pub children: Vec<Child>,
    /// For each child the last and next of each thing, in the order of the children.
    pub last_and_next: Vec<LastAndNext>,
    /// Visits to come without an outcome, the next one first; at most 50.
    pub appointments: Vec<Visit>,
    /// Visits before today of which the outcome is missing, newest first; at most 50.
    pub waiting_for_outcome: Vec<Visit>,
    /// The ten latest records until today, newest first.
    pub latest: Vec<Entry>,
    /// The latest measurements of the family, newest first, about 50; each child's latest are among them.
    pub latest_measurements: Vec<Measurement>,
}

/// The first view of a child.
#[derive(Serialize, ToSchema)]
pub struct Overview {
    /// The child.
    pub child: Child,
    /// What the caller may do in its family.
    pub role: FamilyRole,
    /// The last and next of each thing.
    pub last_and_next: LastAndNext,
    /// Visits to come without an outcome, the next one first; at most 50.
    pub appointments: Vec<Visit>,
    /// Visits before today of which the outcome is missing, newest first; at most 50.
    pub waiting_for_outcome: Vec<Visit>,
    /// The first page of the child's timeline.
    pub timeline: Page<Entry>,
}

/// The last and next of each thing of a child.
#[derive(Serialize, ToSchema)]
pub struct LastAndNext {
    /// The child.
    pub child_id: ChildId,
    /// The last visit until today that is no appointment any more.
    pub last_visit: Option<Visit>,
    /// The next visit to come.
    pub next_appointment: Option<Visit>,
    /// The last measurements.
    pub last_measurement: Option<Measurement>,
    /// The last vaccine that was given.
    pub last_vaccine: Option<Event>,
    /// The illness that began last.
    pub last_illness: Option<Illness>,
    /// Medications without a last day, latest first.
    pub running_medications: Vec<Event>,
    /// Illnesses without a last day, latest first.
    pub ongoing_illnesses: Vec<Illness>,
}

/// What is read for a screen, of a family or of one child.
#[derive(Default)]
struct Gathered {
    appointments: Vec<Visit>,
    waiting: Vec<Visit>,
    running: Vec<Event>,
    ongoing: Vec<Illness>,
    visits: Vec<Visit>,
    measurements: Vec<Measurement>,
    events: Vec<Event>,
    vaccines: Vec<Event>,
    illnesses: Vec<Illness>,
    /// Lists that have more than was read.
    cut: Vec<&'static str>,
}

impl<A: Access> FamilyStore<A> {
    /// What the home page shows on this day.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for a day that is today nowhere; refusals of access.
    pub async fn home(&self, today: Option<Date>) -> Result<Home> {
        let today = self.today(today)?;
        let children = self.children_query();
        let (proof, children, gathered) =
            tokio::join!(self.prove(None, [Key::family(self.family)]), self.state.store.query(&children), self.gather(None, today));
        let mut proof = proof?;
        let family = KeptFamily::live(proof.also.pop().flatten())?;
        let children = visible_children(&proof, children?.0)?;
        let mut gathered = gathered?;
        gathered.retain(|child| children.iter().any(|one| Some(one.id) == child));
        // A child whose records lie behind those of its siblings is asked for alone: rare, and then a second wait.
        let limited = proof.member.only_children.is_some() && !gathered.cut.is_empty();
        let alone = children.iter().map(|child| child.id).filter(|child| limited || gathered.misses(*child));
        for own in join_all(alone.map(|child| self.gather(Some(child), today)).collect::<Vec<_>>()).await {
            gathered.merge(own?);
        }
        let last_and_next = children.iter().map(|child| gathered.last_and_next(child.id, today)).collect();
        let latest = gathered.latest(today);
        let Gathered { mut appointments, mut waiting, measurements, .. } = gathered;
        appointments.truncate(50);
        waiting.truncate(50);
        Ok(Home {
            family: family.view(proof.member.role),
            children,
            last_and_next,
            appointments,
            waiting_for_outcome: waiting,
            latest,
            latest_measurements: measurements,
        })
    }

    /// The first view of a child on this day.
    ///
    /// # Errors
    /// As [`home`](Self::home).
    pub async fn overview(&self, child: ChildId, today: Option<Date>) -> Result<Overview> {
        let today = self.today(today)?;
        let params = TimelineParams::default();
        let first_page = params.walk(Some(child));
        let (walked, gathered) = tokio::join!(self.walk(&first_page), self.gather(Some(child), today));
        let walked = walked?;
        let gathered = gathered?;
        Ok(Overview {
            child: walked.proof.child.context("a proof for a child holds the child")?.into(),
            role: walked.proof.member.role,
            last_and_next: gathered.last_and_next(child, today),
            appointments: gathered.appointments,
            waiting_for_outcome: gathered.waiting,
            timeline: Page { items: entries(walked.found)?, next: walked.next },
        })
    }

    /// The caller's day. It is today somewhere; where it is not said, it is the latest one.
    fn today(&self, said: Option<Date>) -> Result<Date> {
        let now = self.state.now().date_naive();
        match said {
            Some(day) if (day.day() - now).num_days().abs() <= 1 => Ok(day),
            Some(_) => Err(ApiError::field("today", "must be the day that it is where you are")),
            None => Date::try_from(self.state.latest_today().to_string().as_str()).context("today is a day"),
        }
    }

    /// Everything that a screen shows, in queries that all run at once.
    async fn gather(&self, child: Option<ChildId>, today: Date) -> Result<Gathered> {
        let end = '\u{10ffff}';
        let pk = || Key::tenant(self.family);
        // What is open is few, so of one child it is what passes the filter.
        let open = |first: String, last: String, direction, limit| ListQuery {
            index: Index::Open,
            range: Some((first, last)),
            direction,
            limit: Some(if child.is_some() { 300 } else { limit }),
            filter: child.map(|child| Is("child_id", text(child))),
            ..ListQuery::partition(pk())
        };
        let until_today = |kind: &str, limit| {
            let (index, prefix) = match child {
                Some(child) => (Index::ByChild, format!("{child}#{kind}#")),
                None => (Index::ByDate, format!("{kind}#")),
            };
            let range = Some((prefix.clone(), format!("{prefix}{today}{end}")));
            let limit = Some(if child.is_some() { 10 } else { limit });
            ListQuery { index, range, direction: Direction::Descending, limit, ..ListQuery::partition(pk()) }
        };
        let newest = Direction::Descending;
        let mut queries = vec![
            open(format!("VISIT#{today}"), format!("VISIT#{end}"), Direction::Ascending, 50),
            open("VISIT#".to_owned(), format!("VISIT#{today}"), newest, 50),
            open("EVENT#".to_owned(), format!("EVENT#{end}"), newest, 100),
            open("ILLNESS#".to_owned(), format!("ILLNESS#{end}"), newest, 100),
            until_today(VisitDetails::KIND, 20),
            until_today(MeasurementDetails::KIND, 50),
            until_today(EventDetails::KIND, 40),
            until_today(IllnessDetails::KIND, 20),
        ];
        if child.is_some() {
            let vaccines = Some(Contains("types", text(EventType::Vaccine.word())));
            queries.push(ListQuery { filter: vaccines, limit: Some(300), ..until_today(EventDetails::KIND, 0) });
        }
        let mut found = try_join_all(queries.iter().map(|query| self.state.store.page(query))).await?.into_iter();
        let mut cut = Vec::new();
        Ok(Gathered {
            appointments: next(&mut found, "appointments", &mut cut)?,
            waiting: next(&mut found, "waiting", &mut cut)?,
            running: next(&mut found, "running", &mut cut)?,
            ongoing: next(&mut found, "ongoing", &mut cut)?,
            visits: next(&mut found, "visits", &mut cut)?,
            measurements: next(&mut found, "measurements", &mut cut)?,
            events: next(&mut found, "events", &mut cut)?,
            illnesses: next(&mut found, "illnesses", &mut cut)?,
            vaccines: next(&mut found, "vaccines", &mut cut)?,
            cut,
        })
    }
}

/// The records of the next query, if there is one.
fn next<D: Details>(found: &mut impl Iterator<Item = Found>, list: &'static str, cut: &mut Vec<&'static str>) -> Result<Vec<Record<D>>> {
    let Some(Found { items, end }) = found.next() else {
        return Ok(Vec::new());
    };
    cut.extend(end.map(|_| list));
    read_all(items)
}

impl Gathered {
    fn retain(&mut self, sees: impl Fn(Option<ChildId>) -> bool) {
        self.appointments.retain(|one| sees(one.child_id));
        self.waiting.retain(|one| sees(one.child_id));
        self.running.retain(|one| sees(one.child_id));
        self.ongoing.retain(|one| sees(one.child_id));
        self.visits.retain(|one| sees(one.child_id));
        self.measurements.retain(|one| sees(one.child_id));
        self.events.retain(|one| sees(one.child_id));
        self.illnesses.retain(|one| sees(one.child_id));
    }

    /// Whether something of the child may lie behind what was read of the family.
    fn misses(&self, child: ChildId) -> bool {
        let cut = |list| self.cut.contains(&list);
        cut("appointments") && !has(&self.appointments, child)
            || cut("running")
            || cut("ongoing")
            || cut("visits") && !has(&self.visits, child)
            || cut("measurements") && !has(&self.measurements, child)
            || cut("illnesses") && !has(&self.illnesses, child)
            || cut("events") && !self.events.iter().any(|event| event.child_id == Some(child) && is_given_vaccine(event))
    }

    /// Adds what was read of one child alone.
    fn merge(&mut self, own: Gathered) {
        merge(&mut self.appointments, own.appointments);
        self.appointments.reverse();
        merge(&mut self.waiting, own.waiting);
        merge(&mut self.running, own.running);
        merge(&mut self.ongoing, own.ongoing);
        merge(&mut self.visits, own.visits);
        merge(&mut self.measurements, own.measurements);
        merge(&mut self.events, own.events);
        merge(&mut self.vaccines, own.vaccines);
        merge(&mut self.illnesses, own.illnesses);
    }

    fn last_and_next(&self, child: ChildId, today: Date) -> LastAndNext {
        let over = |visit: &&Visit| visit.details.date < today || !visit.details.is_open();
        let vaccines = self.events.iter().chain(&self.vaccines).filter(|event| is_given_vaccine(event));
        LastAndNext {
            child_id: child,
            last_visit: of(&self.visits, child).find(over).cloned(),
            next_appointment: of(&self.appointments, child).next().cloned(),
            last_measurement: of(&self.measurements, child).next().cloned(),
            last_vaccine: vaccines.filter(|one| one.child_id == Some(child)).max_by_key(|one| (one.details.date, one.id)).cloned(),
            last_illness: of(&self.illnesses, child).next().cloned(),
            running_medications: of(&self.running, child).cloned().collect(),
            ongoing_illnesses: of(&self.ongoing, child).cloned().collect(),
        }
    }

    fn latest(&self, today: Date) -> Vec<Entry> {
        let mut all: Vec<(Reverse<(Option<Date>, &str, String)>, Entry)> = Vec::new();
        let over = |visit: &&Visit| visit.details.date < today || !visit.details.is_open();
        all.extend(self.visits.iter().filter(over).map(|one| (order(one), Entry::Visit(one.clone()))));
        all.extend(self.measurements.iter().map(|one| (order(one), Entry::Measurement(one.clone()))));
        all.extend(self.events.iter().map(|one| (order(one), Entry::Event(one.clone()))));
        all.extend(self.illnesses.iter().map(|one| (order(one), Entry::Illness(one.clone()))));
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        all.into_iter().take(LATEST).map(|(_, entry)| entry).collect()
    }
}

/// Newest first, as in the timeline.
fn order<D: Details>(record: &Record<D>) -> Reverse<(Option<Date>, &'static str, String)> {
    Reverse((record.details.date(), D::KIND, record.id.to_string()))
}

fn merge<D: Details>(all: &mut Vec<Record<D>>, own: Vec<Record<D>>) {
    all.extend(own);
    all.sort_by_key(order);
    all.dedup_by_key(|record| record.id);
}

fn of<D: Details>(records: &[Record<D>], child: ChildId) -> impl Iterator<Item = &Record<D>> {
    records.iter().filter(move |record| record.child_id == Some(child))
}

fn has<D: Details>(records: &[Record<D>], child: ChildId) -> bool {
    of(records, child).next().is_some()
}

fn is_given_vaccine(event: &Event) -> bool {
    let EventDetails { event_type, vaccine, .. } = &event.details;
    *event_type == EventType::Vaccine && vaccine.as_ref().is_none_or(|vaccine| vaccine.not_given.is_none())
}
