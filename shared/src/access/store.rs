//! The store of one family, as its caller may use it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::marker::PhantomData;

use super::{Access, Caller, FamilyRole, proven};
use crate::error::{ApiError, Result};
use crate::id::{ChildId, FamilyId, InviteId, UserId};
use crate::record::child::ChildDetails;
use crate::record::{Details, Kept};
use crate::state::AppState;
use crate::store::{Item, Key, read_item};
use crate::user::Profile;

/// The record of one family for one caller. No operation answers or writes anything without proof of access.
pub struct FamilyStore<A: Access> {
    pub(super) state: AppState,
    pub(super) caller: Caller,
    pub(super) family: FamilyId,
    access: PhantomData<A>,
}

/// A person's membership in a family.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Member {
    /// Always `MEMBER`.
    pub kind: String,
    /// Version of this layout.
    pub schema: u32,
    /// Counts the changes.
    pub rev: u64,
    /// The person.
    pub user_id: UserId,
    /// The family.
    pub family_id: FamilyId,
    /// What they may do.
    pub role: FamilyRole,
    /// The only children whose record they see; absent: all.
    #[serde(default)]
    pub only_children: Option<Vec<ChildId>>,
    /// Set while an owner has paused the membership.
    #[serde(default)]
    pub frozen_at: Option<DateTime<Utc>>,
    /// The invitation that the person accepted; absent for who founded the family.
    #[serde(default)]
    pub invite_id: Option<InviteId>,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

impl Member {
    pub(super) fn new(user_id: UserId, family_id: FamilyId, role: FamilyRole, created_at: DateTime<Utc>) -> Self {
        Self {
            kind: "MEMBER".to_owned(),
            schema: 1,
            rev: 1,
            user_id,
            family_id,
            role,
            only_children: None,
            frozen_at: None,
            invite_id: None,
            created_at,
        }
    }

    /// Whether the membership extends to this child.
    #[must_use]
    pub fn sees(&self, child: ChildId) -> bool {
        self.only_children.as_ref().is_none_or(|only| only.contains(&child))
    }
}

/// What a proof of access has brought along.
pub(super) struct Proof {
    pub(super) profile: Profile,
    pub(super) member: Member,
    pub(super) child: Option<Kept<ChildDetails>>,
    pub(super) also: Vec<Option<Item>>,
}

impl<A: Access> FamilyStore<A> {
    pub(super) fn new(state: AppState, caller: Caller, family: FamilyId) -> Self {
        Self { state, caller, family, access: PhantomData }
    }

    /// Reads the caller's profile and membership, the child if one is named, and whatever else, in one call;
    /// answers them only if the caller has access. That the caller reads is noted beside it.
    pub(super) async fn prove(&self, child: Option<ChildId>, also: impl IntoIterator<Item = Key>) -> Result<Proof> {
        let mut keys = vec![Key::profile(self.caller.user), Key::member(self.family, self.caller.user)];
        keys.extend(child.map(|child| Key::child(self.family, child)));
        keys.extend(also);
        let (items, noted) = tokio::join!(self.state.store.get_all(&keys), self.note_reader());
        let mut items = items?.into_iter();
        let profile = proven(items.next().flatten(), &self.caller)?;
        let member = items.next().flatten();
        let living = match child {
            Some(child) => Some(Self::living(child, items.next().flatten())?),
            None => None,
        };
        let member = Self::admitted(member, child)?;
        noted?;
        Ok(Proof { profile, member, child: living, also: items.collect() })
    }

    /// The membership that was read, if it allows what this store is for.
    fn admitted(item: Option<Item>, child: Option<ChildId>) -> Result<Member> {
        let member: Member = read_item(item.ok_or(ApiError::NotFound)?)?;
        refusal(&member, A::ACTION, child.map_or(Reach::Family, Reach::Child)).map_or(Ok(member), Err)
    }

    /// The child that was read, if it is there and not in the trash.
    fn living(child: ChildId, item: Option<Item>) -> Result<Kept<ChildDetails>> {
        let kept = item.map(Kept::read).transpose()?.filter(|kept: &Kept<ChildDetails>| kept.is_live() && kept.id == child);
        kept.ok_or(ApiError::NotFound)
    }
}

/// How far an operation reaches, for members who are limited to some children.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// The family itself.
    Family,
    /// This child.
    Child(ChildId),
    /// A child that is being entered, which nobody can be limited to yet.
    NewChild,
}

/// Why a membership does not allow an action, if it does not.
pub(super) fn refusal(member: &Member, action: super::Action, reach: Reach) -> Option<ApiError> {
    if member.frozen_at.is_some() {
        return Some(ApiError::MembershipFrozen);
    }
    match reach {
        Reach::Child(child) if !member.sees(child) => Some(ApiError::NotFound),
        Reach::NewChild if member.only_children.is_some() => Some(ApiError::NotAllowed),
        Reach::Family | Reach::Child(_) | Reach::NewChild => (!member.role.allows(action)).then_some(ApiError::NotAllowed),
    }
}

/// The live record in an item that was read.
pub(super) fn live<D: Details>(item: Option<Item>) -> Result<Kept<D>> {
    item.map(Kept::read).transpose()?.filter(Kept::is_live).ok_or(ApiError::NotFound)
}
