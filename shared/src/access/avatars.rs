//! The picture of a child: announced, arrived, taken away.
//!
//! A picture is an item beside its child for as long as its object is wanted. The child says which one is shown.

use serde_json::json;

use super::attachments::ARRIVAL;
use super::store::{FamilyStore, Reach};
use super::writes::{HistoryAction, Part, unchanged_since};
use super::{Change, value};
use crate::error::{ApiError, Context as _, Result};
use crate::id::{AttachmentId, ChildId, FamilyId, Id as _, TaskId};
use crate::record::attachment::FileFacts;
use crate::record::avatar::{Avatar, KeptAvatar};
use crate::record::child::ChildDetails;
use crate::record::{Child, Kept};
use crate::store::Condition::{Above, Absent, All, Any, Exists};
use crate::store::{Item, Key, Refused, Write, read_item, to_item};

/// How often a change of the picture is tried while others change the child.
const ATTEMPTS: u32 = 5;

/// A picture that was announced, with the child that it is of.
pub struct AwaitedAvatar {
    child: Kept<ChildDetails>,
    /// Its id.
    pub id: AttachmentId,
    /// The family of the child.
    pub family: FamilyId,
    /// What was declared.
    pub facts: FileFacts,
    /// Whether the child has it already.
    pub shown: bool,
}

impl AwaitedAvatar {
    /// The child as it was read.
    #[must_use]
    pub fn into_child(self) -> Child {
        self.child.into()
    }
}

impl<A: Change> FamilyStore<A> {
    /// Announces a picture of the child; answers the family, which is part of the object's name.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn announce_avatar(&self, child: ChildId, id: AttachmentId, facts: &FileFacts) -> Result<FamilyId> {
        let now = self.state.now();
        let kept = KeptAvatar {
            kind: KeptAvatar::KIND.to_owned(),
            schema: 1,
            id,
            family_id: self.family,
            child_id: child,
            facts: facts.clone(),
            created_at: now,
            created_by: self.caller.user,
            expires_at: Some((now + ARRIVAL).timestamp()),
            import_job: None,
        };
        let mut writes = self.access_proofs(Reach::Child(child))?;
        writes.insert(1, self.living_child(child));
        writes.push(Write::put(Part::Target, self.avatar_key(child, id), to_item(&kept)?, Absent));
        self.state.store.commit(writes).await.map_err(|refused| Self::explain(Reach::Child(child), refused))?;
        Ok(self.family)
    }

    /// A picture that was announced, or is shown already.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where it was not announced for this child or its time is over; refusals of access.
    pub async fn awaited_avatar(&self, child: ChildId, id: AttachmentId) -> Result<AwaitedAvatar> {
        let mut proof = self.prove(Some(child), [self.avatar_key(child, id)]).await?;
        let kept: KeptAvatar = read_item(proof.also.pop().flatten().ok_or(ApiError::NotFound)?)?;
        let child = proof.child.context("a proof for a child holds the child")?;
        let shown = child.beside.avatar.is_some_and(|avatar| avatar.id == id);
        let in_time = kept.expires_at.is_some_and(|end| end > self.state.now().timestamp());
        if shown || in_time {
            Ok(AwaitedAvatar { child, id, family: self.family, facts: kept.facts, shown })
        } else {
            Err(ApiError::NotFound)
        }
    }

    /// Shows an announced picture, which has arrived, in place of the former one.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where it is not announced any more; [`ApiError::Busy`] while others keep changing the child;
    /// refusals of access.
    pub async fn avatar_arrived(&self, awaited: AwaitedAvatar) -> Result<Child> {
        let avatar = Avatar { id: awaited.id, content_type: awaited.facts.content_type };
        self.change_avatar(awaited.child, Some(avatar)).await
    }

    /// Takes the picture away. Waits for the table twice: which one it is must be known.
    ///
    /// # Errors
    /// [`ApiError::Busy`] while others keep changing the child; refusals of access.
    pub async fn remove_avatar(&self, child: ChildId) -> Result<()> {
        let child = self.prove(Some(child), []).await?.child.context("a proof for a child holds the child")?;
        self.change_avatar(child, None).await.map(drop)
    }

    async fn change_avatar(&self, mut child: Kept<ChildDetails>, avatar: Option<Avatar>) -> Result<Child> {
        for _ in 0..ATTEMPTS {
            if child.beside.avatar == avatar {
                return Ok(child.into());
            }
            let (now, rev) = (self.state.now(), child.rev.next());
            let (user, id) = (self.caller.user, child.id);
            let key = self.record_key::<ChildDetails>(id, id);
            let mut writes = self.access_proofs(Reach::Child(id))?;
            let set = to_item(&json!({ "avatar": avatar, "rev": rev, "updated_at": now, "updated_by": user }))?;
            let target = Write::update(Part::Target, key, set, unchanged_since(child.rev)?);
            writes.push(if avatar.is_some() { target } else { target.removing(["avatar"]) });
            let action = if avatar.is_some() { HistoryAction::AvatarSet } else { HistoryAction::AvatarRemoved };
            writes.push(self.history(id, id, rev, action, now, Some(&child.details))?);
            if let Some(avatar) = avatar {
                let in_time = All(vec![Exists, Above("expires_at", value(&now.timestamp())?)]);
                let arrived = Write::update(Part::Other, self.avatar_key(id, avatar.id), Item::new(), in_time);
                writes.push(arrived.removing(["expires_at"]));
            }
            if let Some(former) = child.beside.avatar {
                writes.push(Write::delete(Part::History, self.avatar_key(id, former.id), Any(vec![Exists, Absent])));
                writes.push(self.object_to_delete(former.id)?);
            }
            match self.state.store.commit(writes).await {
                Ok(()) => {
                    (child.rev, child.updated_at, child.updated_by, child.beside.avatar) = (rev, now, user, avatar);
                    return Ok(child.into());
                }
                // Somebody changed the child: once more, on what stands there now.
                Err(Refused::Condition(Part::Target, Some(there))) => {
                    child = Kept::read(there)?;
                    if !child.is_live() {
                        return Err(ApiError::NotFound);
                    }
                }
                Err(Refused::Condition(Part::Other, _)) => return Err(ApiError::NotFound),
                Err(refused) => return Err(Self::explain(Reach::Child(id), refused)),
            }
        }
        Err(ApiError::Busy)
    }

    /// Leaves an object to the sweeper.
    fn object_to_delete(&self, object: AttachmentId) -> Result<Write<Part>> {
        let (task, now) = (TaskId::new(&self.state), self.state.now());
        let left = json!({
            "kind": "TASK", "schema": 1, "id": task, "work": "delete_object", "family_id": self.family, "object_id": object, "created_at": now,
        });
        Ok(Write::put(Part::History, Key::task(task, now.to_rfc3339()), to_item(&left)?, Absent))
    }

    pub(super) fn avatar_key(&self, child: ChildId, id: AttachmentId) -> Key {
        Key::record(self.family, child, KeptAvatar::KIND, id)
    }
}
