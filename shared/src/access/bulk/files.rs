//! Attachments of exports and imports, with what their files are.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Fate, Stamps, link_keys};
use crate::access::plan::{Plan, index_keys};
use crate::access::store::{FamilyStore, Reach};
use crate::access::writes::{HistoryAction, Part};
use crate::access::{Access, Edit, text, value};
use crate::error::{ApiError, Result};
use crate::id::{AttachmentId, ChildId, FamilyId, JobId, UserId};
use crate::record::attachment::{AttachmentDetails, FileFacts, FileState};
use crate::record::{ChildDetails, Details as _, Kept, RecordRef, Rev};
use crate::store::Condition::{Absent, All, Any, Exists, Is, Lacks};
use crate::store::{Index, Item, Key, Refused, Write, read_item, to_item};

/// How long an import may take to bring the file of a record that it has announced.
const ARRIVAL: chrono::TimeDelta = chrono::TimeDelta::hours(1);

/// An attachment as it is kept, with what its file is.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Filed {
    kind: String,
    schema: u32,
    rev: Rev,
    /// Its id.
    pub id: AttachmentId,
    family_id: FamilyId,
    /// Whose.
    pub child_id: ChildId,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// Who entered it.
    pub created_by: UserId,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Who changed it last.
    pub updated_by: UserId,
    #[serde(default)]
    deleted_at: Option<DateTime<Utc>>,
    #[serde(default)]
    expires_at: Option<i64>,
    /// What it says.
    pub details: AttachmentDetails,
    /// What its file is.
    #[serde(flatten)]
    pub facts: FileFacts,
    state: FileState,
    #[serde(default)]
    import_job: Option<JobId>,
}

impl Filed {
    fn is_live(&self) -> bool {
        self.deleted_at.is_none() && self.expires_at.is_none() && self.state == FileState::Ready
    }

    /// The record that it belongs to, if it is not the child itself.
    #[must_use]
    pub fn record(&self) -> Option<RecordRef> {
        self.details.record
    }

    fn key(&self) -> Key {
        Key::record(self.family_id, self.child_id, "ATTACHMENT", self.id)
    }

    pub(super) fn links(&self) -> Vec<Key> {
        link_keys(self.family_id, self.details.record.into_iter().collect(), self.id)
    }

    /// As it is kept once its file is there: with the keys of its lists, which follow the day on which it was entered.
    fn into_ready(self) -> Result<Item> {
        let keys = index_keys(self.child_id, self.id, &self.details, self.details.listed_on(self.created_at))?;
        let mut item = to_item(&Self { state: FileState::Ready, expires_at: None, ..self })?;
        item.extend(keys);
        Ok(item)
    }
}

impl<A: Access> FamilyStore<A> {
    /// A page of the attachments of a child, by id.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn export_files(&self, child: ChildId, after: Option<(String, String)>) -> Result<(Vec<Filed>, Option<(String, String)>)> {
        let (items, next) = self.page_of_kind(child, "ATTACHMENT", Index::Main, after).await?;
        let filed = items.into_iter().map(read_item).collect::<Result<Vec<Filed>>>()?;
        Ok((filed.into_iter().filter(Filed::is_live).collect(), next))
    }
}

impl FamilyStore<Edit> {
    /// Announces an attachment of a file, unless it is there. `Created` means that its file is to be brought now, and then
    /// [`import_arrived`](Self::import_arrived) to be called. What never arrives is removed like any announced attachment.
    ///
    /// # Errors
    /// Refusals of access; [`ApiError::Busy`].
    pub async fn import_announced(
        &self,
        job: JobId,
        (child, id): (ChildId, AttachmentId),
        details: &AttachmentDetails,
        facts: &FileFacts,
        stamps: Option<Stamps>,
    ) -> Result<(Fate, Filed)> {
        let now = self.state.now();
        let (user, at) = (self.caller.user, now);
        let stamps = stamps.unwrap_or(Stamps { created_at: at, created_by: user, updated_at: at, updated_by: user });
        let filed = Filed {
            kind: "ATTACHMENT".to_owned(),
            schema: 1,
            rev: Rev::FIRST,
            id,
            family_id: self.family,
            child_id: child,
            created_at: stamps.created_at,
            created_by: stamps.created_by,
            updated_at: stamps.updated_at,
            updated_by: stamps.updated_by,
            deleted_at: None,
            expires_at: Some((now + ARRIVAL).timestamp()),
            details: details.clone(),
            facts: facts.clone(),
            state: FileState::Pending,
            import_job: Some(job),
        };
        let mut writes = self.access_proofs(Reach::NewChild)?;
        writes.push(Write::check(Part::Child(None), Key::child(self.family, child), All(vec![Exists, Lacks("deleted_at")])));
        let mine = All(vec![Is("import_job", text(job)), Is("state", value(&FileState::Pending)?)]);
        writes.push(Write::put(Part::Target, filed.key(), to_item(&filed)?, Any(vec![Absent, mine])));
        writes.push(Write::check(Part::History, Key::history(self.family, id, Rev::FIRST.0), Absent));
        let fate = match self.state.store.commit(writes).await {
            Ok(()) => Fate::Created,
            Err(Refused::Condition(Part::Target, Some(there))) => {
                let there: Filed = read_item(there)?;
                match there.is_live() {
                    true if there.details == *details && there.facts == *facts => {
                        if there.import_job == Some(job) {
                            Fate::Mine
                        } else {
                            Fate::Known
                        }
                    }
                    true => Fate::Kept,
                    false => Fate::InTrash,
                }
            }
            Err(Refused::Condition(Part::History, _)) => Fate::IdTaken,
            Err(Refused::Condition(Part::Child(_), _)) => Fate::NoChild,
            Err(refused) => return Err(Self::explain(Reach::NewChild, refused)),
        };
        Ok((fate, filed))
    }

    /// Makes an announced attachment a record that everybody sees. Its file is there.
    ///
    /// # Errors
    /// Refusals of access; [`ApiError::Busy`].
    pub async fn import_arrived(&self, filed: Filed) -> Result<()> {
        let pending = All(vec![Exists, Is("state", value(&FileState::Pending)?)]);
        let (child, id) = (filed.child_id, filed.id);
        let mut plan = Plan::new(self.state.now());
        plan.writes.push(self.history(child, id, Rev::FIRST, HistoryAction::Created, plan.now, Some(&filed.details))?);
        self.plan_links(&mut plan, child, id, &filed.details)?;
        let mut writes = self.access_proofs(Reach::NewChild)?;
        writes.push(self.living_child(child));
        writes.extend(plan.writes);
        writes.push(Write::put(Part::Target, filed.key(), filed.into_ready()?, pending));
        self.state.store.commit(writes).await.map_err(|refused| match refused {
            Refused::Condition(Part::Target | Part::History, _) => ApiError::Busy,
            refused => Self::explain(Reach::NewChild, refused),
        })
    }

    /// Whether the child is there and lives.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn has_child(&self, child: ChildId) -> Result<bool> {
        let mut proof = self.prove(None, [Key::child(self.family, child)]).await?;
        let kept = proof.also.pop().flatten().map(Kept::<ChildDetails>::read).transpose()?;
        Ok(kept.is_some_and(|kept| kept.is_live()))
    }
}
