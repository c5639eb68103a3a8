//! Whether anything has changed in a family's record: what an open app asks every few seconds.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::families::KeptFamily;
use super::store::FamilyStore;
use super::{Access, Member};
use crate::answer::Stated;
use crate::base64;
use crate::error::Result;
use crate::health::VERSION;
use crate::id::ChildId;
use crate::record::Rev;
use crate::request::Known;
use crate::store::{Direction, Index, Item, Key, ListQuery};

/// Entries of the history that are looked through for one that concerns a child of somebody who sees some children alone.
const LOOKED_THROUGH: u16 = 25;

/// A change may be on its way for so long: a commit gives up after seconds.
const UNSETTLED: TimeDelta = TimeDelta::seconds(10);

/// The state of a family's record. It says nothing but whether it is the same as before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Changes {
    /// Another one after each change that the caller can see. Also the `ETag`.
    pub version: String,
}

/// The state of a family's record as its caller sees it.
pub(super) struct Version {
    digest: String,
    /// When the newest change of the record was made.
    changed_at: Option<DateTime<Utc>>,
}

impl Version {
    /// The tag of what is shown of this state: weak, since the same state may be put in other words by another version of ours.
    pub(super) fn tag(&self, about: &str) -> String {
        format!("W/\"{}\"", digest(&format!("{}\n{about}\n{VERSION}", self.digest)))
    }

    /// The same once nothing of this state is on its way any more. A change that began earlier may be written later than the
    /// newest one, and what was read beside the version may lack it, so nobody shall take such an answer for the present one.
    pub(super) fn settled_tag(&self, about: &str, now: DateTime<Utc>) -> Option<String> {
        self.changed_at.is_none_or(|at| now - at > UNSETTLED).then(|| self.tag(about))
    }
}

impl<A: Access> FamilyStore<A> {
    /// The state of the record: one small read of the newest entry of its history, beside the proof of access.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn changes(&self) -> Result<Changes> {
        Ok(Changes { version: self.version(None).await?.digest })
    }

    /// What `shown` reads beside the version of its state, or nothing where the caller has that state already:
    /// then the version alone was asked for, and whoever has another state waits twice.
    pub(super) async fn unless_known<T>(
        &self,
        known: &Known,
        child: Option<ChildId>,
        about: &str,
        shown: impl Future<Output = Result<(T, Version)>>,
    ) -> Result<Stated<T>> {
        if known.is_empty() {
            let (shown, version) = shown.await?;
            return Ok(Stated::Shown(version.settled_tag(about, self.state.now()), shown));
        }
        let version = self.version(child).await?;
        let tag = version.tag(about);
        if known.has(&tag) {
            return Ok(Stated::Seen(tag));
        }
        let (shown, _) = shown.await?;
        Ok(Stated::Shown(version.settled_tag(about, self.state.now()), shown))
    }

    /// The state of the record, for what is shown of the family or of one child.
    async fn version(&self, child: Option<ChildId>) -> Result<Version> {
        let newest = self.newest_changes(1);
        let also = child.is_none().then(|| Key::family(self.family));
        let (proof, found) = tokio::join!(self.prove(child, also), self.state.store.page(&newest));
        let mut proof = proof?;
        let family = match child {
            Some(_) => None,
            None => Some(KeptFamily::live(proof.also.pop().flatten())?.rev),
        };
        self.version_of(&proof.member, family, found?.items).await
    }

    /// The state that follows from what was read. `family` is the revision of the family itself, where its name is shown.
    pub(super) async fn version_of(&self, member: &Member, family: Option<Rev>, newest: Vec<Item>) -> Result<Version> {
        let mut entries = newest;
        if !entries.iter().all(|entry| concerns(entry, member)) {
            // Somebody who sees some children alone is not to be told of the others: rare, and then a second wait.
            entries = self.state.store.page(&self.newest_changes(LOOKED_THROUGH)).await?.items;
            entries.retain(|entry| concerns(entry, member));
        }
        let newest = entries.first().and_then(Key::of).map(|key| format!("{key:?}")).unwrap_or_default();
        let moment = entries.first().and_then(|entry| entry.get("date_sk")?.as_s().ok()?.split('#').nth(1)?.parse().ok());
        // What the caller may see depends on the membership.
        let state = format!("{newest}\n{family:?}\n{}\n{:?}\n{:?}", member.rev, member.role, member.only_children);
        Ok(Version { digest: digest(&state), changed_at: moment })
    }

    pub(super) fn newest_changes(&self, limit: u16) -> ListQuery {
        let all = ListQuery::prefix(Key::tenant(self.family), "HIST#");
        ListQuery { index: Index::ByDate, direction: Direction::Descending, limit: Some(limit), ..all }
    }
}

/// Whether an entry of the history is about something that the member sees.
fn concerns(entry: &Item, member: &Member) -> bool {
    let child = entry.get("child_id").and_then(|child| child.as_s().ok()).and_then(|child| child.parse().ok());
    member.only_children.is_none() || child.is_some_and(|child| member.sees(child))
}

fn digest(text: &str) -> String {
    base64::encode(&ring::digest::digest(&ring::digest::SHA256, text.as_bytes()).as_ref()[..12])
}
