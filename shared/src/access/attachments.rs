//! Attachments: announced, arrived, and listed by the record that they belong to. Otherwise they are records like others.
//!
//! What has been announced and has not arrived is out of everybody's sight and has a time to live. When the table removes it,
//! the sweeper removes what may have been uploaded.

use chrono::TimeDelta;

use super::paging::next_page;
use super::plan::{Plan, index_keys};
use super::store::{FamilyStore, Reach};
use super::writes::{HistoryAction, Part, Saved};
use super::{Access, Change, ListParams, value};
use crate::error::{ApiError, Context as _, Result};
use crate::id::{AttachmentId, ChildId};
use crate::record::attachment::{FileFacts, FileState, StoredFile};
use crate::record::{Attachment, AttachmentDetails, Details as _, Kept, Page, RecordRef, Rev};
use crate::store::Condition::{Above, Absent, All, Exists, Is};
use crate::store::{Condition, Index, Key, ListQuery, Refused, Write, read_item, to_item};

/// How long an announced file may take to arrive; much longer than its address holds.
pub(super) const ARRIVAL: TimeDelta = TimeDelta::hours(1);

/// What leads from a record to what belongs to it.
#[derive(serde::Deserialize)]
struct Link {
    linking_id: AttachmentId,
}

impl Kept<AttachmentDetails> {
    /// Whether it was announced and has not arrived.
    fn is_pending(&self) -> bool {
        self.beside.state == FileState::Pending
    }

    fn is_ready(&self) -> bool {
        self.is_live() && self.beside.state == FileState::Ready
    }
}

impl<A: Change> FamilyStore<A> {
    /// Announces a file of the child. Announced again, it has its time once more; that waits for the table twice.
    ///
    /// # Errors
    /// [`ApiError::AlreadyExists`] where the id is in use by something else; refusals of access.
    pub async fn announce(
        &self,
        child: ChildId,
        id: AttachmentId,
        details: &AttachmentDetails,
        facts: &FileFacts,
    ) -> Result<Saved<AttachmentDetails>> {
        let now = self.state.now();
        let expires_at = (now + ARRIVAL).timestamp();
        let kept = Kept {
            kind: AttachmentDetails::KIND.to_owned(),
            schema: AttachmentDetails::SCHEMA,
            rev: Rev::FIRST,
            id,
            family_id: self.family,
            child_id: Some(child),
            created_at: now,
            created_by: self.caller.user,
            updated_at: now,
            updated_by: self.caller.user,
            deleted_at: None,
            expires_at: Some(expires_at),
            trashed_with: None,
            details: details.clone(),
            beside: StoredFile { facts: facts.clone(), state: FileState::Pending },
        };
        let key = self.record_key::<AttachmentDetails>(child, id);
        let mut plan = Plan::new(now);
        plan.writes.push(Write::put(Part::Target, key.clone(), to_item(&kept)?, Absent));
        // Objects are named by family and id alone, so no sibling's attachment may have the id.
        plan.writes.push(Write::check(Part::Claim, Key::history(self.family, id, Rev::FIRST.0), Absent));
        let there: Kept<AttachmentDetails> = match self.commit(Reach::Child(child), true, plan).await {
            Ok(()) => return Ok(Saved::New(kept.into())),
            Err(Refused::Condition(Part::Target, Some(there))) => Kept::read(there)?,
            Err(refused) => return Err(Self::explain(Reach::Child(child), refused)),
        };
        let same = there.details == *details && there.beside.facts == *facts && there.created_by == self.caller.user;
        if !same || !(there.is_pending() || there.is_ready()) {
            return Err(ApiError::AlreadyExists);
        }
        if there.is_pending() {
            let mut plan = Plan::new(now);
            let again = to_item(&serde_json::json!({ "expires_at": expires_at }))?;
            plan.writes.push(Write::update(Part::Target, key, again, pending()?));
            self.commit(Reach::Child(child), true, plan).await.map_err(|refused| Self::explain(Reach::Child(child), refused))?;
        }
        Ok(Saved::Known(there.into()))
    }

    /// An announced attachment, or one that has arrived.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where it was not announced for this child, its time is over, or it is in the trash; refusals of access.
    pub async fn awaited(&self, child: ChildId, id: AttachmentId) -> Result<Attachment> {
        let mut proof = self.prove(Some(child), [self.record_key::<AttachmentDetails>(child, id)]).await?;
        let kept: Kept<AttachmentDetails> = Kept::read(proof.also.pop().flatten().ok_or(ApiError::NotFound)?)?;
        let in_time = kept.is_pending() && kept.expires_at.is_some_and(|end| end > self.state.now().timestamp());
        if in_time || kept.is_ready() { Ok(kept.into()) } else { Err(ApiError::NotFound) }
    }

    /// Makes an announced attachment a record that everybody sees: its file is there and is what it claims to be.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where it is not announced any more; refusals of access.
    pub async fn arrived(&self, child: ChildId, announced: Attachment) -> Result<Attachment> {
        let (id, now) = (announced.id, self.state.now());
        let mut set = index_keys(child, id, &announced.details, announced.details.listed_on(announced.created_at))?;
        set.extend(to_item(&serde_json::json!({ "state": FileState::Ready, "updated_at": now }))?);
        let mut plan = Plan::new(now);
        let in_time = All(vec![pending()?, Above("expires_at", value(&now.timestamp())?)]);
        let key = self.record_key::<AttachmentDetails>(child, id);
        plan.writes.push(Write::update(Part::Target, key, set, in_time).removing(["expires_at"]));
        plan.writes.push(self.history(child, id, Rev::FIRST, HistoryAction::Created, now, Some(&announced.details))?);
        self.plan_links(&mut plan, child, id, &announced.details)?;
        match self.commit(Reach::Child(child), true, plan).await {
            Ok(()) => {
                let beside = StoredFile { state: FileState::Ready, ..announced.beside };
                Ok(Attachment { updated_at: now, beside, ..announced })
            }
            Err(Refused::Condition(Part::Target, Some(there))) => {
                let there: Kept<AttachmentDetails> = Kept::read(there)?;
                if there.is_ready() { Ok(there.into()) } else { Err(ApiError::NotFound) }
            }
            // A sibling's attachment of the same id arrived first.
            Err(Refused::Condition(Part::History, _)) => Err(ApiError::AlreadyExists),
            Err(refused) => Err(Self::explain(Reach::Child(child), refused)),
        }
    }
}

impl<A: Access> FamilyStore<A> {
    /// A page of the attachments that belong to a record of the child, in the order of their ids.
    /// Waits for the table twice: the links say which attachments to read.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for a cursor that is not of this list; refusals of access.
    pub async fn attached(&self, child: ChildId, record: RecordRef, params: &ListParams) -> Result<Page<Attachment>> {
        let prefix = ListQuery::prefix(Key::tenant(self.family), &format!("LINK#{record}#att_"));
        let query = params.page_of(ListQuery { index: Index::Main, ..prefix })?;
        let (proof, found) = tokio::join!(self.prove(Some(child), []), self.state.store.query(&query));
        proof?;
        let (links, more) = found?;
        let next = next_page(&query, &links, more)?;
        let links = links.into_iter().map(read_item).collect::<Result<Vec<Link>>>()?;
        let keys: Vec<Key> = links.iter().map(|link| self.record_key::<AttachmentDetails>(child, link.linking_id)).collect();
        let read = self.state.store.get_all(&keys).await.context("reading what links lead to")?;
        let kept = read.into_iter().flatten().map(Kept::read).collect::<Result<Vec<Kept<AttachmentDetails>>>>()?;
        // A link may be older than the attachment's details.
        let linked = |kept: &Kept<AttachmentDetails>| {
            kept.is_ready()
                && kept.details.record == Some(record)
                && kept.details.listed_on(kept.created_at).is_some_and(|day| params.has_day(&day))
        };
        Ok(Page { items: kept.into_iter().filter(linked).map(Attachment::from).collect(), next })
    }
}

fn pending() -> Result<Condition> {
    Ok(All(vec![Exists, Is("state", value(&FileState::Pending)?)]))
}
