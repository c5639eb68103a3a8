//! What is read for a screen: the last and next of each thing, in queries that all run at once.

use futures_util::future::try_join_all;
use std::cmp::Reverse;

use super::home::LastAndNext;
use super::reads::read_all;
use super::store::FamilyStore;
use super::{Access, text};
use crate::date::Date;
use crate::error::Result;
use crate::id::ChildId;
use crate::record::event::EventType;
use crate::record::{
    Details, Entry, Event, EventDetails, Illness, IllnessDetails, Measurement, MeasurementDetails, Record, Visit, VisitDetails,
};
use crate::store::Condition::{Contains, Is};
use crate::store::{Direction, Found, Index, Key, ListQuery};

/// Entries that the home page shows as the latest.
const LATEST: usize = 10;
/// Open appointments and visits of one screen.
const OPEN_VISITS: u16 = 50;
/// Medical events of a child that are looked at for its last vaccine.
const VACCINES_LOOKED_AT: u16 = 300;
/// Open things of a family that are looked at for those of one child.
const OPEN_LOOKED_AT: u16 = 300;

/// What is read for a screen, of a family or of one child.
pub(super) struct Gathered {
    pub(super) appointments: Vec<Visit>,
    pub(super) waiting: Vec<Visit>,
    running: Vec<Event>,
    ongoing: Vec<Illness>,
    visits: Vec<Visit>,
    pub(super) measurements: Vec<Measurement>,
    events: Vec<Event>,
    vaccines: Vec<Event>,
    illnesses: Vec<Illness>,
    /// Lists that have more than was read.
    pub(super) cut: Vec<&'static str>,
}

impl<A: Access> FamilyStore<A> {
    /// Everything that a screen shows, in queries that all run at once.
    pub(super) async fn gather(&self, child: Option<ChildId>, today: Date) -> Result<Gathered> {
        let end = '\u{10ffff}';
        let pk = || Key::tenant(self.family);
        // What is open is few, so of one child it is what passes the filter.
        let open = |first: String, last: String, direction, limit| ListQuery {
            index: Index::Open,
            range: Some((first, last)),
            direction,
            limit: Some(if child.is_some() { OPEN_LOOKED_AT } else { limit }),
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
            open(format!("VISIT#{today}"), format!("VISIT#{end}"), Direction::Ascending, OPEN_VISITS),
            open("VISIT#".to_owned(), format!("VISIT#{today}"), newest, OPEN_VISITS),
            open("EVENT#".to_owned(), format!("EVENT#{end}"), newest, 100),
            open("ILLNESS#".to_owned(), format!("ILLNESS#{end}"), newest, 100),
            until_today(VisitDetails::KIND, 20),
            until_today(MeasurementDetails::KIND, 50),
            until_today(EventDetails::KIND, 40),
            until_today(IllnessDetails::KIND, 20),
        ];
        if child.is_some() {
            let vaccines = Some(Contains("types", text(EventType::Vaccine.word())));
            queries.push(ListQuery { filter: vaccines, limit: Some(VACCINES_LOOKED_AT), ..until_today(EventDetails::KIND, 0) });
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
    pub(super) fn retain(&mut self, sees: impl Fn(Option<ChildId>) -> bool) {
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
    pub(super) fn misses(&self, child: ChildId) -> bool {
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
    pub(super) fn merge(&mut self, own: Gathered) {
        merge(&mut self.appointments, own.appointments);
        self.appointments.reverse();
        self.appointments.truncate(OPEN_VISITS.into());
        merge(&mut self.waiting, own.waiting);
        self.waiting.truncate(OPEN_VISITS.into());
        merge(&mut self.running, own.running);
        merge(&mut self.ongoing, own.ongoing);
        merge(&mut self.visits, own.visits);
        merge(&mut self.measurements, own.measurements);
        merge(&mut self.events, own.events);
        merge(&mut self.vaccines, own.vaccines);
        merge(&mut self.illnesses, own.illnesses);
    }

    pub(super) fn last_and_next(&self, child: ChildId, today: Date) -> LastAndNext {
        let over = |visit: &&Visit| is_over(visit, today);
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

    pub(super) fn latest(&self, today: Date) -> Vec<Entry> {
        let mut all: Vec<(Order, Entry)> = Vec::new();
        let over = |visit: &&Visit| is_over(visit, today);
        all.extend(self.visits.iter().filter(over).map(|one| (order(one), Entry::Visit(one.clone()))));
        all.extend(self.measurements.iter().map(|one| (order(one), Entry::Measurement(one.clone()))));
        all.extend(self.events.iter().map(|one| (order(one), Entry::Event(one.clone()))));
        all.extend(self.illnesses.iter().map(|one| (order(one), Entry::Illness(one.clone()))));
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        all.into_iter().take(LATEST).map(|(_, entry)| entry).collect()
    }
}

/// Newest first, as in the timeline.
type Order = Reverse<(Option<Date>, &'static str, String)>;

fn order<D: Details>(record: &Record<D>) -> Order {
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

/// No appointment any more: its day is over, or something is entered.
fn is_over(visit: &Visit, today: Date) -> bool {
    visit.details.date < today || !visit.details.is_open()
}

fn is_given_vaccine(event: &Event) -> bool {
    let EventDetails { event_type, vaccine, .. } = &event.details;
    *event_type == EventType::Vaccine && vaccine.as_ref().is_none_or(|vaccine| vaccine.not_given.is_none())
}
