//! The family itself: found, shown, renamed, deleted.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::acts::{Act, Subject};
use super::invites::KeptInvite;
use super::members::MemberDetails;
use super::store::{FamilyStore, Member, Reach};
use super::writes::{HistoryAction, Part};
use super::{Access, FamilyRole, Manage, Me, text, value};
use crate::error::{ApiError, Context as _, Result};
use crate::id::{FamilyId, Id as _, TaskId};
use crate::record::Rev;
use crate::state::AppState;
use crate::store::Condition::{Above, Absent, All, Any, Below, Exists, Is, Lacks};
use crate::store::{Item, Key, ListQuery, MAX_WRITES, Refused, Write, read_item, shard, to_item};
use crate::text::Name;

/// Families that a person may be in.
pub(super) const MAX_FAMILIES: u32 = 20;
/// Members that a family may have: so many that one transaction can end all their memberships.
const MAX_MEMBERS: u32 = 30;

/// What `POST` and `PUT` take for a family.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "The Otters" }))]
pub struct FamilyDetails {
    /// What the family calls itself.
    #[schema(value_type = String, min_length = 1, max_length = 100)]
    pub name: Name,
}

/// A family as one of its members sees it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Family)]
pub struct FamilyView {
    /// Its id.
    pub id: FamilyId,
    /// What it calls itself.
    #[schema(value_type = String)]
    pub name: Name,
    /// What the caller may do in it.
    pub role: FamilyRole,
    /// Counts its changes.
    #[schema(value_type = u64)]
    pub rev: Rev,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct KeptFamily {
    kind: String,
    schema: u32,
    pub(super) rev: Rev,
    id: FamilyId,
    pub(super) name: Name,
    /// Owners; never less than one.
    owners: u32,
    /// Members, owners among them.
    #[serde(default)]
    members: u32,
    created_at: DateTime<Utc>,
}

impl KeptFamily {
    /// In items.
    pub(crate) const KIND: &'static str = "FAMILY";
    /// Version of the layout. Those of the first may lack the count of members, or have counted only some.
    pub(crate) const SCHEMA: u32 = 2;

    /// The family in an item that was read. Of a deleted one the item stays, so that its id is never used again.
    pub(super) fn live(item: Option<Item>) -> Result<Self> {
        read_item(item.filter(|item| !item.contains_key("deleted_at")).ok_or(ApiError::NotFound)?)
    }

    /// The write that counts owners and members anew, if that changes; one owner must be left.
    pub(super) fn counting(family: FamilyId, owners: i64, members: i64) -> Result<Option<Write<Part>>> {
        let mut counted = vec![Exists, Lacks("deleted_at")];
        if owners < 0 {
            counted.push(Above("owners", value(&owners.unsigned_abs())?));
        }
        let write = Write::update(Part::Family, Key::family(family), Item::new(), All(counted));
        let write = if owners == 0 { write } else { write.adding("owners", owners) };
        Ok(match (owners, members) {
            (0, 0) => None,
            (_, 0) => Some(write),
            (_, _) => Some(write.adding("members", members)),
        })
    }

    /// The write that counts a new member, if there is room.
    /// It raises the revision, so that a delete that has listed the members before does not go through.
    pub(super) fn joined(family: FamilyId, role: FamilyRole) -> Result<Write<Part>> {
        let room = Any(vec![Lacks("members"), Below("members", value(&MAX_MEMBERS)?)]);
        let write = Write::update(Part::Family, Key::family(family), Item::new(), All(vec![Exists, Lacks("deleted_at"), room]));
        let write = write.adding("members", 1).adding("rev", 1);
        Ok(if role == FamilyRole::Owner { write.adding("owners", 1) } else { write })
    }

    /// Why the family could not be counted with fewer owners, told from what stood there.
    pub(super) fn uncountable(there: Option<Item>) -> ApiError {
        Self::live(there).map_or_else(|error| error, |_| ApiError::LastOwner)
    }

    /// The answer where another revision stands.
    fn conflict(there: Option<Item>) -> ApiError {
        let current = Self::live(there).and_then(|kept| serde_json::to_value(kept.view(FamilyRole::Owner)).context("showing a family"));
        current.map_or_else(|error| error, |current| ApiError::ChangedMeanwhile { current: Some(current) })
    }

    /// How many owners it has.
    pub(super) fn owners(&self) -> u32 {
        self.owners
    }

    pub(super) fn view(self, role: FamilyRole) -> FamilyView {
        FamilyView { id: self.id, name: self.name, role, rev: self.rev, created_at: self.created_at }
    }
}

/// Makes a family of which the caller is the owner. The flag is false where the same family was there already.
///
/// # Errors
/// [`ApiError::TooManyFamilies`]; [`ApiError::AlreadyExists`] where the id is in use.
pub async fn found_family(me: &Me, id: Option<FamilyId>, details: &FamilyDetails) -> Result<(FamilyView, bool)> {
    let state: &AppState = &me.state;
    let user = me.caller.user;
    let id = id.unwrap_or_else(|| FamilyId::new(state));
    let now = state.now();
    let kept = KeptFamily {
        kind: KeptFamily::KIND.to_owned(),
        schema: KeptFamily::SCHEMA,
        rev: Rev::FIRST,
        id,
        name: details.name.clone(),
        owners: 1,
        members: 1,
        created_at: now,
    };
    let founder = Member::new(user, id, FamilyRole::Owner, now);
    let act = Act { family: id, by: user, at: now };
    let mut item = to_item(&kept)?;
    item.insert("dir_pk".to_owned(), text(format!("FAMILIES#{}", shard(&id))));
    item.insert("dir_sk".to_owned(), text(format!("{}#{id}", now.to_rfc3339())));
    let belonging = to_item(&json!({ "kind": "BELONGING", "schema": 1, "family_id": id, "created_at": now }))?;
    let room = Below("family_count", value(&MAX_FAMILIES)?);
    let writes = vec![
        Write::put(Part::Target, Key::family(id), item, Absent),
        Write::update(Part::Profile, Key::profile(user), Item::new(), All(vec![me.condition(), room])).adding("family_count", 1),
        Write::put(Part::Member, Key::member(id, user), to_item(&founder)?, Absent),
        Write::put(Part::History, Key::belonging(user, id), belonging, Absent),
        act.entry(Subject::Family, Rev::FIRST, HistoryAction::Created, Some(details))?,
        act.entry::<MemberDetails>(Subject::Member(&founder), Rev::FIRST, HistoryAction::Created, Some(&founder.details()))?,
    ];
    match state.store.commit(writes).await {
        Ok(()) => Ok((kept.view(FamilyRole::Owner), true)),
        Err(Refused::Error(error)) => Err(error),
        Err(Refused::Condition(Part::Profile, there)) => Err(me.full(there)),
        Err(Refused::Condition(..)) => {
            let there = FamilyStore::<Manage>::new(state.clone(), me.caller.clone(), id).family().await;
            match there {
                Ok(family) if family.name == details.name => Ok((family, false)),
                _ => Err(ApiError::AlreadyExists),
            }
        }
    }
}

impl<A: Access> FamilyStore<A> {
    /// The family.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn family(&self) -> Result<FamilyView> {
        let mut proof = self.prove(None, [Key::family(self.family)]).await?;
        let kept = KeptFamily::live(proof.also.pop().flatten())?;
        Ok(kept.view(proof.member.role))
    }
}

impl FamilyStore<Manage> {
    /// Renames the family.
    ///
    /// # Errors
    /// [`ApiError::ChangedMeanwhile`]; refusals of access.
    pub async fn rename(&self, seen: Option<Rev>, details: &FamilyDetails) -> Result<FamilyView> {
        let rev = match seen {
            Some(rev) => rev,
            None => self.family().await?.rev,
        };
        let set = to_item(&json!({ "name": details.name, "rev": rev.next() }))?;
        let unchanged = All(vec![Exists, Is("rev", value(&rev)?), Lacks("deleted_at")]);
        let mut writes = self.access_proofs(Reach::Family)?;
        writes.push(Write::update(Part::Target, Key::family(self.family), set, unchanged));
        writes.push(self.act().entry(Subject::Family, rev.next(), HistoryAction::Changed, Some(details))?);
        let (before, done) = tokio::join!(self.family(), self.state.store.commit(writes));
        match done {
            Ok(()) => {
                // Should the read have failed where the write did not, it is made again.
                let before = match before {
                    Ok(before) => before,
                    Err(_) => self.family().await?,
                };
                Ok(FamilyView { rev: rev.next(), name: details.name.clone(), ..before })
            }
            Err(Refused::Condition(Part::Target, Some(there))) => {
                let known = KeptFamily::live(Some(there.clone()))?;
                if known.rev == rev.next() && known.name == details.name {
                    Ok(known.view(FamilyRole::Owner))
                } else {
                    Err(KeptFamily::conflict(Some(there)))
                }
            }
            Err(refused) => Err(Self::explain(Reach::Family, refused)),
        }
    }

    /// Ends the family: from the same moment nobody is a member of it, so nothing of it can be read.
    /// Its items are left to the sweeper as a task. Waits twice: the members must be known first;
    /// and once more without the revision that the caller has seen, since whoever joins raises it
    /// and the members must be listed after it, so that nobody comes in between the two.
    ///
    /// # Errors
    /// [`ApiError::ChangedMeanwhile`]; refusals of access.
    pub async fn delete_family(&self, seen: Option<Rev>) -> Result<()> {
        let rev = match seen {
            Some(rev) => rev,
            None => self.family().await?.rev,
        };
        let of = |prefix| ListQuery::prefix(Key::tenant(self.family), prefix);
        let (members, invites) = (of("MEMBER#"), of("INVITE#"));
        let (members, invites) = tokio::join!(self.state.store.query(&members), self.state.store.query(&invites));
        let mut writes = self.access_proofs(Reach::Family)?;
        let now = self.state.now();
        let set = to_item(&json!({ "deleted_at": now, "rev": rev.next() }))?;
        let unchanged = All(vec![Exists, Is("rev", value(&rev)?), Lacks("deleted_at")]);
        writes.push(Write::update(Part::Target, Key::family(self.family), set, unchanged).removing(["name", "dir_pk", "dir_sk"]));
        for item in members?.0 {
            let member: Member = read_item(item)?;
            let user = member.user_id;
            writes.push(Write::delete(Part::Other, Key::member(self.family, user), Exists));
            writes.push(Write::delete(Part::Other, Key::belonging(user, self.family), Any(vec![Exists, Absent])));
            writes.push(Write::update(Part::Other, Key::profile(user), Item::new(), Exists).adding("family_count", -1));
        }
        let task = TaskId::new(&self.state);
        let left = to_item(
            &json!({ "kind": "TASK", "schema": 1, "id": task, "work": "delete_family", "family_id": self.family, "created_at": now }),
        )?;
        writes.push(Write::put(Part::History, Key::task(task, now.to_rfc3339()), left, Absent));
        writes.push(self.act().entry::<()>(Subject::Family, rev.next(), HistoryAction::Deleted, None)?);
        // An open invitation is dead with its family; its pass goes at once where there is room, and else with the sweeper.
        // (The caller's profile and membership stand in the list twice and are one item each in the end.)
        let room = (MAX_WRITES + 2).saturating_sub(writes.len());
        let passes = invites?.0.into_iter().take(room).map(|item| Ok(Key::invite_pass(KeptInvite::id_of(item)?)));
        for pass in passes.collect::<Result<Vec<_>>>()? {
            writes.push(Write::delete(Part::Other, pass, Any(vec![Exists, Absent])));
        }
        match self.state.store.commit(writes).await {
            Ok(()) => Ok(()),
            Err(Refused::Condition(Part::Target, there)) => Err(KeptFamily::conflict(there)),
            Err(refused) => Err(Self::explain(Reach::Family, refused)),
        }
    }
}
