//! The trash: what was deleted within the last 30 days, and bringing it back.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::paging::{PageParams, next_page};
use super::plan::Plan;
use super::store::{FamilyStore, Reach};
use super::writes::{Part, conflict};
use super::{Edit, View};
use crate::error::{ApiError, Context as _, Result};
use crate::id::{ChildId, UserId};
use crate::record::{
    AttachmentDetails, Child, ChildDetails, Details, EventDetails, IllnessDetails, Kept, MeasurementDetails, Page, Record, RecordRef,
    VisitDetails,
};
use crate::store::{Direction, Index, Item, Key, ListQuery, Refused, read_item};

/// Something in the trash.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "`trashed_with` is its name wherever it stands")]
pub struct Trashed {
    /// Its kind, such as `visit` or `child`.
    kind: String,
    /// Its id.
    id: String,
    /// The child that it is about; absent when it is a child.
    child_id: Option<ChildId>,
    /// When it was deleted.
    deleted_at: DateTime<Utc>,
    /// Who deleted it.
    deleted_by: UserId,
    /// Until when it can be brought back.
    expires_at: DateTime<Utc>,
    /// The record with which it went to the trash, and with which it comes back.
    trashed_with: Option<String>,
    /// What it says.
    #[schema(value_type = Object)]
    details: Value,
}

#[derive(serde::Deserialize)]
struct KeptTrashed {
    kind: String,
    id: String,
    #[serde(default)]
    child_id: Option<ChildId>,
    deleted_at: DateTime<Utc>,
    updated_by: UserId,
    expires_at: i64,
    #[serde(default)]
    trashed_with: Option<String>,
    details: Value,
}

impl FamilyStore<View> {
    /// What is in the trash, latest deleted first. What hangs on a child in the trash is not told one by one.
    ///
    /// # Errors
    /// Refusals of access; [`ApiError::Invalid`] for a cursor of another list.
    pub async fn trash(&self, params: &PageParams) -> Result<Page<Trashed>> {
        let query =
            ListQuery { index: Index::Open, direction: Direction::Descending, ..ListQuery::prefix(Key::tenant(self.family), "TRASH#") };
        let query = params.page_of(query)?;
        let children = self.children_query();
        let (proof, children, found) =
            tokio::join!(self.prove(None, []), self.state.store.query(&children), self.state.store.query(&query));
        let (proof, (items, more)) = (proof?, found?);
        let next = next_page(&query, &items, more)?;
        let living = super::reads::visible_children(&proof, children?.0)?;
        let now = self.state.now().timestamp();
        let mut page = Vec::new();
        for item in items {
            let kept: KeptTrashed = read_item(item)?;
            let visible = match kept.child_id {
                Some(child) => living.iter().any(|one| one.id == child),
                None => kept.id.parse().is_ok_and(|child| proof.member.sees(child)),
            };
            if visible && kept.expires_at > now {
                page.push(Trashed {
                    kind: kept.kind.to_lowercase(),
                    id: kept.id,
                    child_id: kept.child_id,
                    deleted_at: kept.deleted_at,
                    deleted_by: kept.updated_by,
                    expires_at: DateTime::from_timestamp(kept.expires_at, 0).context("a time to live is a moment")?,
                    trashed_with: kept.trashed_with,
                    details: kept.details,
                });
            }
        }
        Ok(Page { items: page, next })
    }
}

impl FamilyStore<Edit> {
    /// Brings a child back with everything that hangs on it. Waits twice: what it says must be known to put it into its lists.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where it is not in the trash; refusals of access.
    pub async fn restore_child(&self, child: ChildId) -> Result<Child> {
        let mut proof = self.prove(None, [Key::child(self.family, child)]).await?;
        if !proof.member.sees(child) {
            return Err(ApiError::NotFound);
        }
        let mut plan = Plan::new(self.state.now());
        let kept = trashed::<ChildDetails>(proof.also.pop().flatten(), plan.now)?;
        self.plan_restore(&mut plan, Part::Target, child, &kept)?;
        self.restored(child, false, plan, kept).await
    }

    /// Brings a record back, together with what went to the trash with it. Waits up to three times:
    /// for the record and what is linked to it, for those records, and for the commit.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where it is not in the trash; refusals of access; [`ApiError::TooManyChanges`].
    pub async fn restore_record(&self, child: ChildId, record: RecordRef) -> Result<Value> {
        match record {
            RecordRef::Visit(id) => self.restore::<VisitDetails>(child, id).await,
            RecordRef::Measurement(id) => self.restore::<MeasurementDetails>(child, id).await,
            RecordRef::Event(id) => self.restore::<EventDetails>(child, id).await,
            RecordRef::Illness(id) => self.restore::<IllnessDetails>(child, id).await,
            RecordRef::Attachment(id) => self.restore::<AttachmentDetails>(child, id).await,
        }
    }

    async fn restore<D: Details>(&self, child: ChildId, id: D::Id) -> Result<Value> {
        let links = ListQuery::prefix(Key::tenant(self.family), &format!("LINK#{id}#"));
        let (proof, links) = tokio::join!(self.prove(Some(child), [self.record_key::<D>(child, id)]), self.state.store.query(&links));
        let (mut proof, (links, _)) = (proof?, links?);
        let mut plan = Plan::new(self.state.now());
        let kept = trashed::<D>(proof.also.pop().flatten(), plan.now)?;
        self.plan_restore(&mut plan, Part::Target, child, &kept)?;
        let linked: Vec<RecordRef> = links.iter().filter_map(|link| link.get("linking_id")?.as_s().ok()?.parse().ok()).collect();
        let keys: Vec<_> = linked.iter().map(|one| Key::record(self.family, child, one.kind(), one)).collect();
        let with = id.to_string();
        for (one, item) in linked.into_iter().zip(self.state.store.get_all(&keys).await?) {
            match one {
                RecordRef::Visit(_) => self.plan_companion::<VisitDetails>(&mut plan, child, item, &with)?,
                RecordRef::Measurement(_) => self.plan_companion::<MeasurementDetails>(&mut plan, child, item, &with)?,
                RecordRef::Event(_) => self.plan_companion::<EventDetails>(&mut plan, child, item, &with)?,
                RecordRef::Illness(_) => self.plan_companion::<IllnessDetails>(&mut plan, child, item, &with)?,
                RecordRef::Attachment(_) => self.plan_companion::<AttachmentDetails>(&mut plan, child, item, &with)?,
            }
        }
        let record = self.restored(child, true, plan, kept).await?;
        serde_json::to_value(record).context("showing a record")
    }

    /// A record that went to the trash with another one comes back with it, if it is still there.
    fn plan_companion<D: Details>(&self, plan: &mut Plan, child: ChildId, item: Option<Item>, with: &str) -> Result<()> {
        let kept = item.map(Kept::<D>::read).transpose()?;
        match kept.filter(|kept| kept.is_trashed(plan.now) && kept.trashed_with.as_deref() == Some(with)) {
            Some(kept) => self.plan_restore(plan, Part::Other, child, &kept),
            None => Ok(()),
        }
    }

    async fn restored<D: Details>(&self, child: ChildId, below_a_child: bool, plan: Plan, kept: Kept<D>) -> Result<Record<D>> {
        let now = plan.now;
        match self.commit(Reach::Child(child), below_a_child, plan).await {
            Ok(()) => {
                let record = Record::from(kept);
                Ok(Record { rev: record.rev.next(), updated_at: now, updated_by: self.caller.user, ..record })
            }
            // Somebody else has brought it back.
            Err(Refused::Condition(Part::Target, Some(there))) => Err(conflict(Kept::<D>::read(there)?)),
            Err(refused) => Err(Self::explain(Reach::Child(child), refused)),
        }
    }
}

fn trashed<D: Details>(item: Option<Item>, now: DateTime<Utc>) -> Result<Kept<D>> {
    item.map(Kept::read).transpose()?.filter(|kept: &Kept<D>| kept.is_trashed(now)).ok_or(ApiError::NotFound)
}
