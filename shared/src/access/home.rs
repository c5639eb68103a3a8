//! What a screen shows, in one call: the home page of a family, and the first view of a child.

use futures_util::future::join_all;
use serde::Serialize;
use utoipa::ToSchema;

use super::changes::Version;
use super::families::{FamilyView, KeptFamily};
use super::gathered::Gathered;
use super::reads::visible_children;
use super::store::FamilyStore;
use super::timeline::{TimelineParams, entries};
use super::{Access, FamilyRole};
use crate::answer::Stated;
use crate::date::Date;
use crate::error::{ApiError, Context as _, Result};
use crate::id::ChildId;
use crate::record::{Child, Entry, Event, Illness, Measurement, Page, Visit};
use crate::request::Known;
use crate::store::Key;

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
    /// Visits to come without an outcome, the next one first.
    pub appointments: Vec<Visit>,
    /// Visits before today of which the outcome is missing, newest first.
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

impl<A: Access> FamilyStore<A> {
    /// What the home page shows on this day, unless the caller has seen it.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for a day that is today nowhere; refusals of access.
    pub async fn home(&self, today: Option<Date>, known: &Known) -> Result<Stated<Home>> {
        let today = self.today(today)?;
        self.unless_known(known, None, &format!("home {today}"), self.read_home(today)).await
    }

    async fn read_home(&self, today: Date) -> Result<(Home, Version)> {
        let (children, newest) = (self.children_query(), self.newest_changes(1));
        let (proof, children, gathered, newest) = tokio::join!(
            self.prove(None, [Key::family(self.family)]),
            self.state.store.query(&children),
            self.gather(None, today),
            self.state.store.page(&newest),
        );
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
        let Gathered { appointments, waiting, measurements, .. } = gathered;
        let version = self.version_of(&proof.member, Some(family.rev), newest?.items).await?;
        let home = Home {
            family: family.view(proof.member.role),
            children,
            last_and_next,
            appointments,
            waiting_for_outcome: waiting,
            latest,
            latest_measurements: measurements,
        };
        Ok((home, version))
    }

    /// The first view of a child on this day, unless the caller has seen it.
    ///
    /// # Errors
    /// As [`home`](Self::home).
    pub async fn overview(&self, child: ChildId, today: Option<Date>, known: &Known) -> Result<Stated<Overview>> {
        let today = self.today(today)?;
        self.unless_known(known, Some(child), &format!("{child} {today}"), self.read_overview(child, today)).await
    }

    async fn read_overview(&self, child: ChildId, today: Date) -> Result<(Overview, Version)> {
        let params = TimelineParams::default();
        let first_page = params.walk(Some(child));
        let newest = self.newest_changes(1);
        let (walked, gathered, newest) =
            tokio::join!(self.walk(&first_page), self.gather(Some(child), today), self.state.store.page(&newest));
        let walked = walked?;
        let gathered = gathered?;
        let version = self.version_of(&walked.proof.member, None, newest?.items).await?;
        let overview = Overview {
            child: walked.proof.child.context("a proof for a child holds the child")?.into(),
            role: walked.proof.member.role,
            last_and_next: gathered.last_and_next(child, today),
            appointments: gathered.appointments,
            waiting_for_outcome: gathered.waiting,
            timeline: Page { items: entries(walked.found)?, next: walked.next },
        };
        Ok((overview, version))
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
}
