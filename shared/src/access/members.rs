//! Who belongs to a family: shown, given another role, limited, paused, removed; ownership handed over; leaving.
//!
//! What decides about an owner waits for the table twice: whether the family's count of owners changes
//! depends on the role that stands, so it is read first, and the write demands that it still stands.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

use super::acts::{Act, Subject};
use super::families::KeptFamily;
use super::store::{FamilyStore, Member, Reach};
use super::writes::{HistoryAction, Part};
use super::{Access, Action, FamilyRole, Manage, Me, proven, value};
use crate::error::{ApiError, Context as _, Result};
use crate::id::{ChildId, FamilyId, UserId};
use crate::record::Rev;
use crate::store::Condition::{Absent, All, Any, Exists, Is, Lacks};
use crate::store::{Item, Key, ListQuery, Refused, Write, read_item, to_item};
use crate::text::{Email, Name};
use crate::user::Profile;

/// Children that a membership can be limited to.
const MAX_LIMITS: usize = 50;

/// What an owner decides about a member. All of it is said each time, so that nothing is lifted by leaving it out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "role": "viewer", "only_children": null, "frozen": false }))]
pub struct MemberDetails {
    /// What the member may do.
    pub role: FamilyRole,
    /// The only children whose record the member may see; `null`: all of them. Owners see all.
    #[serde(deserialize_with = "said")]
    #[schema(required = true, min_items = 1, max_items = 50)]
    pub only_children: Option<Vec<ChildId>>,
    /// Whether the membership is paused: it stays, and gives no access meanwhile. An owner's cannot be.
    pub frozen: bool,
}

/// A value that may be `null` and may not be left out.
fn said<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<ChildId>>, D::Error> {
    Option::deserialize(deserializer)
}

/// A member of a family.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Member)]
pub struct FamilyMember {
    /// The person.
    pub user_id: UserId,
    /// The family.
    pub family_id: FamilyId,
    /// What the person is called; absent once the account is closed.
    #[schema(value_type = Option<String>)]
    pub name: Option<Name>,
    /// The person's address, for owners alone.
    pub email: Option<Email>,
    /// What the member may do.
    pub role: FamilyRole,
    /// The only children whose record the member may see; `null`: all of them.
    pub only_children: Option<Vec<ChildId>>,
    /// Whether the membership is paused.
    pub frozen: bool,
    /// Since when the person belongs to the family.
    pub created_at: DateTime<Utc>,
    /// Counts the changes.
    #[schema(value_type = u64)]
    pub rev: Rev,
}

impl MemberDetails {
    /// What the fields cannot say alone.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] with the field concerned.
    pub fn check(&self) -> Result<()> {
        if self.role == FamilyRole::Owner && self.frozen {
            return Err(ApiError::field("frozen", "an owner cannot be paused; give them another role first"));
        }
        check_limits(self.role, self.only_children.as_deref())
    }
}

/// Whether a membership of this role can be limited like this.
pub(super) fn check_limits(role: FamilyRole, only_children: Option<&[ChildId]>) -> Result<()> {
    let Some(only) = only_children else {
        return Ok(());
    };
    let problem = if role == FamilyRole::Owner {
        "an owner sees all children"
    } else if only.is_empty() {
        "must name a child, or be null for all"
    } else if only.len() > MAX_LIMITS {
        "must be at most 50"
    } else if only.iter().collect::<HashSet<_>>().len() < only.len() {
        "must not name a child twice"
    } else {
        return Ok(());
    };
    Err(ApiError::field("only_children", problem))
}

/// The checks that these are live children of the family.
pub(super) fn living<'a>(family: FamilyId, children: impl IntoIterator<Item = &'a ChildId>) -> impl Iterator<Item = Write<Part>> {
    let live = || All(vec![Exists, Lacks("deleted_at")]);
    children.into_iter().map(move |child| Write::check(Part::Limits, Key::child(family, *child), live()))
}

impl Member {
    pub(super) fn details(&self) -> MemberDetails {
        MemberDetails { role: self.role, only_children: self.only_children.clone(), frozen: self.frozen_at.is_some() }
    }

    /// The membership after a change.
    fn with(&self, details: &MemberDetails, now: DateTime<Utc>) -> Self {
        Self {
            rev: self.rev + 1,
            role: details.role,
            only_children: details.only_children.clone(),
            frozen_at: details.frozen.then(|| self.frozen_at.unwrap_or(now)),
            ..self.clone()
        }
    }

    /// The writes that put `next` in the place of this membership and note it.
    fn replaced_by(&self, next: &Self, act: Act) -> Result<[Write<Part>; 2]> {
        let unchanged = All(vec![Exists, Is("rev", value(&self.rev)?)]);
        Ok([
            Write::put(Part::Target, Key::member(self.family_id, self.user_id), to_item(next)?, unchanged),
            act.entry(Subject::Member(next), Rev(next.rev), HistoryAction::Changed, Some(&next.details()))?,
        ])
    }

    /// The writes that end this membership and note it. Without a profile none is counted down: a closed account has none.
    pub(super) fn ended(&self, profile: Option<&Profile>, act: Act) -> Result<Vec<Write<Part>>> {
        let (family, user) = (self.family_id, self.user_id);
        let unchanged = All(vec![Exists, Is("rev", value(&self.rev)?)]);
        let mut writes = vec![
            Write::delete(Part::Target, Key::member(family, user), unchanged),
            Write::delete(Part::Other, Key::belonging(user, family), Any(vec![Exists, Absent])),
            act.entry::<()>(Subject::Member(self), Rev(self.rev + 1), HistoryAction::Deleted, None)?,
        ];
        writes.extend(KeptFamily::counting(family, -self.owners(), -1)?);
        if profile.is_some() {
            writes.push(Write::update(Part::Other, Key::profile(user), Item::new(), Exists).adding("family_count", -1));
        }
        Ok(writes)
    }

    /// How many owners this membership is.
    fn owners(&self) -> i64 {
        i64::from(self.role == FamilyRole::Owner)
    }

    fn shown(self, profile: Option<Profile>, with_email: bool) -> FamilyMember {
        let (name, email) = profile.map(|profile| (profile.name, profile.email)).unzip();
        FamilyMember {
            user_id: self.user_id,
            family_id: self.family_id,
            name,
            email: email.filter(|_| with_email),
            role: self.role,
            only_children: self.only_children,
            frozen: self.frozen_at.is_some(),
            created_at: self.created_at,
            rev: Rev(self.rev),
        }
    }
}

fn changed(current: &FamilyMember) -> ApiError {
    match serde_json::to_value(current).context("showing a member") {
        Ok(current) => ApiError::ChangedMeanwhile { current: Some(current) },
        Err(error) => error,
    }
}

impl<A: Access> FamilyStore<A> {
    /// The members of the family, those first who were there first.
    ///
    /// Waits twice: names are kept in the profiles alone, where a person changes them by one write,
    /// and whose profiles to read is known once the memberships are.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn members(&self) -> Result<Vec<FamilyMember>> {
        let query = ListQuery::prefix(Key::tenant(self.family), "MEMBER#");
        let (proof, found) = tokio::join!(self.prove(None, []), self.state.store.query(&query));
        let me = proof?.member;
        let mut members = found?.0.into_iter().map(read_item).collect::<Result<Vec<Member>>>()?;
        members.sort_by_key(|member| (member.created_at, member.user_id));
        let keys: Vec<_> = members.iter().map(|member| Key::profile(member.user_id)).collect();
        let profiles = self.state.store.get_all(&keys).await?;
        let manages = me.role.allows(Action::Manage);
        let show = |(member, profile): (Member, Option<Item>)| {
            let mut shown = member.shown(profile.map(read_item).transpose()?, manages);
            // Whoever is limited to some children learns of no other.
            if let Some(only) = &mut shown.only_children {
                only.retain(|child| me.sees(*child));
            }
            Ok(shown)
        };
        members.into_iter().zip(profiles).map(show).collect()
    }
}

impl FamilyStore<Manage> {
    /// Decides anew about a member.
    ///
    /// # Errors
    /// [`ApiError::LastOwner`]; [`ApiError::ChangedMeanwhile`]; [`ApiError::NotFound`] for who is no member;
    /// [`ApiError::Invalid`] for a limit to what is no child of the family; refusals of access.
    pub async fn replace_member(&self, user: UserId, seen: Option<Rev>, details: &MemberDetails) -> Result<FamilyMember> {
        if details.frozen && user == self.caller.user {
            return Err(ApiError::field("frozen", "you cannot pause yourself"));
        }
        let (_, member, profile) = self.standing(user).await?;
        let member = member.ok_or(ApiError::NotFound)?;
        let rev = Rev(member.rev);
        let same = member.details() == *details;
        if let Some(seen) = seen.filter(|seen| *seen != rev) {
            // The answer to the same change was lost, or another change came first.
            let current = member.shown(profile, true);
            return if same && seen.next() == rev { Ok(current) } else { Err(changed(&current)) };
        }
        if same {
            return Ok(member.shown(profile, true));
        }
        let act = self.act();
        let next = member.with(details, act.at);
        let known = member.only_children.iter().flatten().copied().collect::<HashSet<_>>();
        let mut writes = self.access_proofs(Reach::Family)?;
        writes.extend(KeptFamily::counting(self.family, next.owners() - member.owners(), 0)?);
        writes.extend(living(self.family, details.only_children.iter().flatten().filter(|child| !known.contains(child))));
        writes.extend(member.replaced_by(&next, act)?);
        match self.state.store.commit(writes).await {
            Ok(()) => Ok(next.shown(profile, true)),
            Err(Refused::Condition(Part::Target, Some(there))) => Err(changed(&read_item::<Member>(there)?.shown(profile, true))),
            Err(refused) => Err(Self::explain(Reach::Family, refused)),
        }
    }

    /// Takes a member out of the family: from the same moment they see nothing of it.
    ///
    /// # Errors
    /// As [`replace_member`](Self::replace_member).
    pub async fn remove_member(&self, user: UserId, seen: Option<Rev>) -> Result<()> {
        let (_, member, profile) = self.standing(user).await?;
        let member = member.ok_or(ApiError::NotFound)?;
        if seen.is_some_and(|seen| seen != Rev(member.rev)) {
            return Err(changed(&member.shown(profile, true)));
        }
        let mut writes = self.access_proofs(Reach::Family)?;
        writes.extend(member.ended(profile.as_ref(), self.act())?);
        match self.state.store.commit(writes).await {
            Ok(()) => Ok(()),
            Err(Refused::Condition(Part::Target, Some(there))) => Err(changed(&read_item::<Member>(there)?.shown(profile, true))),
            Err(refused) => Err(Self::explain(Reach::Family, refused)),
        }
    }

    /// Makes a member an owner, and the caller a parent if they step down, at once. Limits of the new owner end.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] where the other is no active member; refusals of access.
    pub async fn hand_over(&self, to: UserId, step_down: bool) -> Result<FamilyMember> {
        if to == self.caller.user {
            return Err(ApiError::field("user_id", "must be somebody else"));
        }
        let (me, member, profile) = self.standing(to).await?;
        let member = member.ok_or_else(|| ApiError::field("user_id", "must be a member of this family"))?;
        if member.frozen_at.is_some() {
            return Err(ApiError::field("user_id", "is paused in this family; end that first"));
        }
        let act = self.act();
        let owner = MemberDetails { role: FamilyRole::Owner, only_children: None, frozen: false };
        let next = if member.role == FamilyRole::Owner { member.clone() } else { member.with(&owner, act.at) };
        let mut writes = self.access_proofs(Reach::Family)?;
        writes.extend(KeptFamily::counting(self.family, next.owners() - member.owners() - i64::from(step_down), 0)?);
        if next.rev == member.rev {
            let still = All(vec![Exists, Is("rev", value(&member.rev)?)]);
            writes.push(Write::check(Part::Other, Key::member(self.family, to), still));
        } else {
            writes.extend(member.replaced_by(&next, act)?);
        }
        if step_down {
            let parent = MemberDetails { role: FamilyRole::Parent, ..owner };
            writes.extend(me.replaced_by(&me.with(&parent, act.at), act)?);
        }
        match self.state.store.commit(writes).await {
            Ok(()) => Ok(next.shown(profile, true)),
            // One of the two memberships has changed since they were read; the same request may be sent again.
            Err(Refused::Condition(Part::Target, _)) => Err(ApiError::Busy),
            Err(refused) => Err(Self::explain(Reach::Family, refused)),
        }
    }

    /// The caller's membership, the other's, and the other's profile.
    async fn standing(&self, user: UserId) -> Result<(Member, Option<Member>, Option<Profile>)> {
        let mut proof = self.prove(None, [Key::member(self.family, user), Key::profile(user)]).await?;
        let profile = proof.also.pop().flatten().map(read_item).transpose()?;
        let member = proof.also.pop().flatten().map(read_item).transpose()?;
        Ok((proof.member, member, profile))
    }

    pub(super) fn act(&self) -> Act {
        Act { family: self.family, by: self.caller.user, at: self.state.now() }
    }
}

/// Ends the caller's own membership, whatever their role, and also while it is paused.
///
/// # Errors
/// [`ApiError::LastOwner`]; [`ApiError::NotFound`] where the caller is no member.
pub async fn leave_family(me: &Me, family: FamilyId, seen: Option<Rev>) -> Result<()> {
    let user = me.caller.user;
    let mut found = me.state.store.get_all(&[Key::profile(user), Key::member(family, user)]).await?.into_iter();
    let profile = proven(found.next().flatten(), &me.caller)?;
    let member: Member = read_item(found.next().flatten().ok_or(ApiError::NotFound)?)?;
    if seen.is_some_and(|seen| seen != Rev(member.rev)) {
        return Err(changed(&member.shown(Some(profile), false)));
    }
    let act = Act { family, by: user, at: me.state.now() };
    let mut writes = vec![Write::check(Part::Profile, Key::profile(user), me.condition())];
    writes.extend(member.ended(Some(&profile), act)?);
    match me.state.store.commit(writes).await {
        Ok(()) => Ok(()),
        // Changed since it was read; the same request may be sent again.
        Err(Refused::Condition(Part::Target, Some(_))) => Err(ApiError::Busy),
        Err(refused) => Err(FamilyStore::<Manage>::explain(Reach::Family, refused)),
    }
}
