//! Pictures of children in exports and imports.
//!
//! The picture of a child that the same import has entered is part of that entry: it makes no revision of its own, so that what
//! comes in says the same as what went out, and goes with the child when the import is undone. Any other child gets it as if by hand.

use serde_json::json;
use std::collections::BTreeMap;

use super::Fate;
use crate::access::attachments::ARRIVAL;
use crate::access::store::{FamilyStore, Reach};
use crate::access::writes::{HistoryAction, Part, unchanged_since};
use crate::access::{Access, Edit, text, value};
use crate::error::{ApiError, Context as _, Result};
use crate::id::{AttachmentId, ChildId, JobId};
use crate::record::attachment::FileFacts;
use crate::record::avatar::{Avatar, KeptAvatar};
use crate::record::{Child, ChildDetails, Kept, Rev};
use crate::store::Condition::{Above, Absent, All, Any, Exists, Is, Lacks};
use crate::store::{Item, Key, Refused, Write, read_item, to_item};

/// Pictures that are read at once.
const AT_ONCE: usize = 90;

/// A child with its picture, as an import finds it.
struct Shown {
    child: Kept<ChildDetails>,
    /// Whether this import has entered the child and nobody has changed it since.
    is_mine: bool,
}

impl<A: Access> FamilyStore<A> {
    /// What the pictures of these children are.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn export_avatars(&self, children: &[Child]) -> Result<BTreeMap<ChildId, (AttachmentId, FileFacts)>> {
        let keys: Vec<Key> = children
            .iter()
            .filter_map(|child| Some(Key::record(self.family, child.id, KeptAvatar::KIND, child.beside.avatar?.id)))
            .collect();
        let mut found = BTreeMap::new();
        for keys in keys.chunks(AT_ONCE) {
            for kept in self.prove(None, keys.to_vec()).await?.also.into_iter().flatten() {
                let kept: KeptAvatar = read_item(kept)?;
                found.insert(kept.child_id, (kept.id, kept.facts));
            }
        }
        Ok(found)
    }
}

impl FamilyStore<Edit> {
    /// Announces the picture of a child, unless the child has one. `Created` means that its file is to be brought now, and then
    /// [`import_avatar_arrived`](Self::import_avatar_arrived) to be called. What never arrives is removed like any announced picture.
    ///
    /// # Errors
    /// Refusals of access; [`ApiError::Busy`].
    pub async fn import_avatar_announced(&self, job: JobId, child: ChildId, id: AttachmentId, facts: &FileFacts) -> Result<Fate> {
        let Some(Shown { child: there, .. }) = self.child_of_import(job, child).await? else { return Ok(Fate::NoChild) };
        if let Some(avatar) = there.beside.avatar {
            let known = self.prove(None, [self.avatar_key(child, avatar.id)]).await?.also.pop().flatten();
            let same = known.map(read_item::<KeptAvatar>).transpose()?.is_some_and(|known| known.facts == *facts);
            return Ok(match same {
                true if avatar.id == id => Fate::Mine,
                true => Fate::Known,
                false => Fate::Kept,
            });
        }
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
            import_job: Some(job),
        };
        let mut writes = self.access_proofs(Reach::NewChild)?;
        writes.push(self.living_child(child));
        let mine = Is("import_job", text(job));
        writes.push(Write::put(Part::Target, self.avatar_key(child, id), to_item(&kept)?, Any(vec![Absent, mine])));
        match self.state.store.commit(writes).await {
            Ok(()) => Ok(Fate::Created),
            Err(Refused::Condition(Part::Child(_), _)) => Ok(Fate::NoChild),
            Err(Refused::Condition(Part::Target, _)) => Ok(Fate::IdTaken),
            Err(refused) => Err(Self::explain(Reach::NewChild, refused)),
        }
    }

    /// Shows an announced picture, which has arrived, unless somebody has meanwhile given the child another.
    ///
    /// # Errors
    /// Refusals of access; [`ApiError::Busy`] while others change the child.
    pub async fn import_avatar_arrived(&self, job: JobId, child: ChildId, avatar: Avatar) -> Result<Fate> {
        let Some(Shown { child: there, is_mine }) = self.child_of_import(job, child).await? else { return Ok(Fate::NoChild) };
        if there.beside.avatar.is_some() {
            return Ok(Fate::Kept);
        }
        let now = self.state.now();
        let mut writes = self.access_proofs(Reach::NewChild)?;
        if is_mine {
            let alone = All(vec![as_imported(job)?, Lacks("avatar.id")]);
            writes.push(Write::update(Part::Target, Key::child(self.family, child), to_item(&json!({ "avatar": avatar }))?, alone));
        } else {
            writes.extend(self.revised(&there, Some(avatar))?);
        }
        let in_time = All(vec![Exists, Above("expires_at", value(&now.timestamp())?)]);
        let arrived = Write::update(Part::Other, self.avatar_key(child, avatar.id), Item::new(), in_time);
        writes.push(arrived.removing(["expires_at"]));
        self.state.store.commit(writes).await.map(|()| Fate::Created).map_err(|refused| match refused {
            Refused::Condition(Part::Target | Part::History | Part::Other, _) => ApiError::Busy,
            refused => Self::explain(Reach::NewChild, refused),
        })
    }

    /// Takes away the picture that an import has brought; answers which object is to be deleted with it.
    pub(super) async fn undo_avatar(&self, job: JobId, item: Item) -> Result<AttachmentId> {
        let kept: KeptAvatar = read_item(item)?;
        let shown = self.child_of_import(job, kept.child_id).await?;
        let shown = shown.filter(|shown| shown.child.beside.avatar.is_some_and(|avatar| avatar.id == kept.id));
        let mut writes = self.access_proofs(Reach::NewChild)?;
        match shown {
            Some(Shown { child, is_mine: false }) => writes.extend(self.revised(&child, None)?),
            Some(Shown { child, is_mine: true }) => {
                let key = Key::child(self.family, child.id);
                writes.push(Write::update(Part::Target, key, Item::new(), as_imported(job)?).removing(["avatar"]));
            }
            None => {}
        }
        let mine = Is("import_job", text(job));
        writes.push(Write::delete(Part::Other, self.avatar_key(kept.child_id, kept.id), mine));
        self.state.store.commit(writes).await.map(|()| kept.id).map_err(|refused| match refused {
            Refused::Condition(Part::Target | Part::History | Part::Other, _) => ApiError::Busy,
            refused => Self::explain(Reach::NewChild, refused),
        })
    }

    /// The writes of a change of the picture by hand, to a child as it was read.
    fn revised(&self, child: &Kept<ChildDetails>, avatar: Option<Avatar>) -> Result<[Write<Part>; 2]> {
        let (now, rev, id) = (self.state.now(), child.rev.next(), child.id);
        let set = to_item(&json!({ "avatar": avatar, "rev": rev, "updated_at": now, "updated_by": self.caller.user }))?;
        let write = Write::update(Part::Target, Key::child(self.family, id), set, unchanged_since(child.rev)?);
        let (write, action) = match avatar {
            Some(_) => (write, HistoryAction::AvatarSet),
            None => (write.removing(["avatar"]), HistoryAction::AvatarRemoved),
        };
        Ok([write, self.history(id, id, rev, action, now, Some(&child.details))?])
    }

    async fn child_of_import(&self, job: JobId, child: ChildId) -> Result<Option<Shown>> {
        let item = self.prove(None, [Key::child(self.family, child)]).await?.also.pop().context("what was asked for is answered")?;
        let Some(item) = item else { return Ok(None) };
        let entered = item.get("import_job") == Some(&text(job));
        let child: Kept<ChildDetails> = Kept::read(item)?;
        let is_mine = entered && child.rev == Rev::FIRST;
        Ok(child.is_live().then_some(Shown { child, is_mine }))
    }
}

/// That a child is as the import has entered it.
fn as_imported(job: JobId) -> Result<crate::store::Condition> {
    Ok(All(vec![Is("import_job", text(job)), Is("rev", value(&Rev::FIRST)?), Lacks("deleted_at")]))
}
