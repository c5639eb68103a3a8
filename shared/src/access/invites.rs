//! Invitations into a family: made, listed, withdrawn, looked at, accepted.
//!
//! An invitation holds for seven days, for one person, and for as long as who made it is an owner.
//! Its email is where the letter goes and no condition: people have several addresses, and what counts is the link.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::acts::{Act, Subject};
use super::families::{FamilyView, KeptFamily, MAX_FAMILIES};
use super::invite_token::InviteToken;
use super::members::{check_limits, living};
use super::store::{FamilyStore, Member, Reach};
use super::writes::{HistoryAction, Part};
use super::{FamilyRole, Manage, Me, proven, text, value};
use crate::error::{ApiError, Result};
use crate::id::{ChildId, FamilyId, Id as _, InviteId, UserId};
use crate::limit::Limit;
use crate::mail::{self, Letter};
use crate::record::Rev;
use crate::state::AppState;
use crate::store::Condition::{Above, Absent, All, Any, Below, Exists, Is};
use crate::store::{Item, Key, ListQuery, Refused, Write, read_item, to_item};
use crate::text::{Email, Name};
use crate::user::Profile;

/// How long an invitation is open.
const INVITE_LIFE: TimeDelta = TimeDelta::days(7);
/// Invitations that one person makes, in all their families. Each may be a letter to a stranger.
const PER_PERSON: Limit = Limit { name: "invite", attempts: 50, minutes: 24 * 60 };

/// Tries of one person to accept.
const TRIES: Limit = Limit { name: "invite-accept", attempts: 50, minutes: 60 };

/// Into what somebody is invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "role": "parent", "email": "ben@example.org" }))]
pub struct InviteDetails {
    /// What the invited person will be.
    pub role: FamilyRole,
    /// Where to send the link; absent where it is passed on by other means.
    pub email: Option<Email>,
    /// The only children whose record the invited person will see; absent: all.
    #[serde(default)]
    #[schema(min_items = 1, max_items = 50)]
    pub only_children: Option<Vec<ChildId>>,
}

impl InviteDetails {
    /// What the fields cannot say alone.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] with the field concerned.
    pub fn check(&self) -> Result<()> {
        check_limits(self.role, self.only_children.as_deref())
    }
}

/// An open invitation, as owners see it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Invite {
    /// Its id.
    pub id: InviteId,
    /// Into which family.
    pub family_id: FamilyId,
    /// What the invited person will be.
    pub role: FamilyRole,
    /// Where the link was sent; absent where it was passed on by other means.
    pub email: Option<Email>,
    /// The only children whose record the invited person will see; absent: all.
    pub only_children: Option<Vec<ChildId>>,
    /// Who invites.
    pub created_by: UserId,
    /// Since when it is open.
    pub created_at: DateTime<Utc>,
    /// When it runs out.
    pub expires_at: DateTime<Utc>,
    /// Always 1: an invitation is withdrawn and made anew, never changed.
    #[schema(value_type = u64)]
    pub rev: Rev,
}

/// A new invitation.
#[derive(Serialize, ToSchema)]
pub struct NewInvite {
    /// What owners see of it later.
    #[serde(flatten)]
    pub invite: Invite,
    /// The secret for the link `/invite#{token}`, shown this once. Absent where the same create had been made before:
    /// whoever has lost the first answer withdraws the invitation and makes another.
    pub token: Option<String>,
}

/// What somebody who has the link learns before they accept.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitePreview {
    /// What the person who invites is called.
    #[schema(value_type = String)]
    pub inviter: Name,
    /// What the family calls itself.
    #[schema(value_type = String)]
    pub family: Name,
    /// What the invited person will be in it.
    pub role: FamilyRole,
    /// When the invitation runs out.
    pub expires_at: DateTime<Utc>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct KeptInvite {
    kind: String,
    schema: u32,
    rev: Rev,
    id: InviteId,
    family_id: FamilyId,
    secret_hash: String,
    created_by: UserId,
    created_at: DateTime<Utc>,
    /// Seconds since 1970; from then on it is gone, whether or not the table has removed it yet.
    expires_at: i64,
    details: InviteDetails,
}

/// What the history tells of an invitation: all but the address.
#[derive(Serialize)]
struct Told<'a> {
    role: FamilyRole,
    only_children: &'a Option<Vec<ChildId>>,
}

impl KeptInvite {
    /// Which invitation an item that was read is.
    pub(super) fn id_of(item: Item) -> Result<InviteId> {
        read_item::<Self>(item).map(|kept| kept.id)
    }

    /// The open invitation in an item that was read.
    fn open(item: Option<Item>, now: DateTime<Utc>) -> Result<Self> {
        let kept: Option<Self> = item.map(read_item).transpose()?;
        kept.filter(|kept| kept.expires_at > now.timestamp()).ok_or(ApiError::InviteGone)
    }

    /// The same, if the token is its own.
    fn opened_by(token: &InviteToken, item: Option<Item>, now: DateTime<Utc>) -> Result<Self> {
        let given = token.hash();
        Self::open(item, now).and_then(|kept| if kept.secret_hash == given { Ok(kept) } else { Err(ApiError::InviteGone) })
    }

    fn shown(self) -> Invite {
        let Self { id, family_id, created_by, created_at, details, rev, .. } = self;
        let InviteDetails { role, email, only_children } = details;
        Invite { id, family_id, role, email, only_children, created_by, created_at, expires_at: created_at + INVITE_LIFE, rev }
    }

    fn told(&self) -> Told<'_> {
        Told { role: self.details.role, only_children: &self.details.only_children }
    }
}

impl FamilyStore<Manage> {
    /// The family's open invitations, oldest first.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn invites(&self) -> Result<Vec<Invite>> {
        let of = |prefix| ListQuery::prefix(Key::tenant(self.family), prefix);
        let (invites, members) = (of("INVITE#"), of("MEMBER#"));
        let store = &self.state.store;
        let (proof, invites, members) = tokio::join!(self.prove(None, []), store.query(&invites), store.query(&members));
        proof?;
        let members = members?.0.into_iter().map(read_item).collect::<Result<Vec<Member>>>()?;
        let invites = invites?.0.into_iter().map(read_item).collect::<Result<Vec<KeptInvite>>>()?;
        let now = self.state.now().timestamp();
        let owner = |user| members.iter().any(|member| member.user_id == user && member.role == FamilyRole::Owner);
        let mut open: Vec<_> = invites.into_iter().filter(|invite| invite.expires_at > now && owner(invite.created_by)).collect();
        open.sort_by_key(|invite| (invite.created_at, invite.id));
        Ok(open.into_iter().map(KeptInvite::shown).collect())
    }

    /// Invites somebody. The flag is false where the same create had been made before.
    ///
    /// Waits twice: the limit must have been counted, and the letter tells the names of the caller and the family.
    ///
    /// # Errors
    /// [`ApiError::TooManyAttempts`]; [`ApiError::AlreadyExists`] where the id is in use;
    /// [`ApiError::Invalid`] for a limit to what is no child of the family; refusals of access.
    pub async fn create_invite(&self, id: Option<InviteId>, details: &InviteDetails) -> Result<(NewInvite, bool)> {
        let user = self.caller.user;
        let who = user.to_string();
        let (room, proof) = tokio::join!(PER_PERSON.take(&self.state, [&who]), self.prove(None, [Key::family(self.family)]));
        let mut proof = proof?;
        room?;
        let family = KeptFamily::live(proof.also.pop().flatten())?;
        let act = self.act();
        let id = id.unwrap_or_else(|| InviteId::new(&self.state));
        let token = InviteToken { family: self.family, invite: id, secret: self.state.random() };
        let kept = KeptInvite {
            kind: "INVITE".to_owned(),
            schema: 1,
            rev: Rev::FIRST,
            id,
            family_id: self.family,
            secret_hash: token.hash(),
            created_by: user,
            created_at: act.at,
            expires_at: (act.at + INVITE_LIFE).timestamp(),
            details: details.clone(),
        };
        let mut writes = self.access_proofs(Reach::Family)?;
        writes.push(Write::put(Part::Target, Key::invite(self.family, id), to_item(&kept)?, Absent));
        // Of another family's invitation the id is taken too.
        writes.push(Write::put(Part::Claim, Key::invite_pass(id), token.pass(kept.expires_at)?, Absent));
        writes.push(act.entry(Subject::Invite(id), Rev::FIRST, HistoryAction::Created, Some(&kept.told()))?);
        writes.extend(living(self.family, details.only_children.iter().flatten()));
        if let Some(to) = details.email.clone() {
            let Profile { name: inviter, preferences, .. } = proof.profile;
            let letter = Letter::Invite { inviter, family: family.name, role: details.role, token: token.to_string() };
            writes.push(mail::post(Part::Other, &self.state, to, preferences.language, letter)?);
        }
        match self.state.store.commit(writes).await {
            Ok(()) => Ok((NewInvite { invite: kept.shown(), token: Some(token.to_string()) }, true)),
            Err(Refused::Condition(Part::Target, there)) => match KeptInvite::open(there, act.at) {
                Ok(there) if there.details == *details && there.created_by == user => {
                    Ok((NewInvite { invite: there.shown(), token: None }, false))
                }
                _ => Err(ApiError::AlreadyExists),
            },
            Err(Refused::Condition(Part::History, _)) => Err(ApiError::AlreadyExists),
            Err(refused) => Err(Self::explain(Reach::Family, refused)),
        }
    }

    /// Withdraws an invitation.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where it is not open; refusals of access.
    pub async fn revoke_invite(&self, id: InviteId) -> Result<()> {
        let act = self.act();
        let open = All(vec![Exists, Above("expires_at", value(&act.at.timestamp())?)]);
        let mut writes = self.access_proofs(Reach::Family)?;
        writes.push(Write::delete(Part::Target, Key::invite(self.family, id), open));
        writes.push(Write::delete(Part::Other, Key::invite_pass(id), Any(vec![Exists, Absent])));
        writes.push(act.entry::<()>(Subject::Invite(id), Rev::FIRST.next(), HistoryAction::Deleted, None)?);
        match self.state.store.commit(writes).await {
            Ok(()) => Ok(()),
            Err(refused) => Err(Self::explain(Reach::Family, refused)),
        }
    }
}

/// What the holder of a link learns before accepting.
///
/// Waits twice: who invites stands in the invitation, and their name and that they are still an owner elsewhere.
///
/// # Errors
/// [`ApiError::InviteGone`], alike for whatever is amiss.
pub async fn preview_invite(state: &AppState, token: &InviteToken) -> Result<InvitePreview> {
    let found = state.store.get_all(&[Key::family(token.family), Key::invite(token.family, token.invite)]).await?;
    let mut found = found.into_iter();
    let family = found.next().flatten();
    let kept = KeptInvite::opened_by(token, found.next().flatten(), state.now())?;
    let family = KeptFamily::live(family).map_err(gone)?;
    let found = state.store.get_all(&[Key::member(token.family, kept.created_by), Key::profile(kept.created_by)]).await?;
    let mut found = found.into_iter().flatten();
    let (Some(member), Some(profile)) = (found.next(), found.next()) else {
        return Err(ApiError::InviteGone);
    };
    let (member, profile): (Member, Profile) = (read_item(member)?, read_item(profile)?);
    if member.role != FamilyRole::Owner {
        return Err(ApiError::InviteGone);
    }
    let Invite { role, expires_at, .. } = kept.shown();
    Ok(InvitePreview { inviter: profile.name, family: family.name, role, expires_at })
}

/// Makes the caller a member of the family that the token invites into; of many who try at once, one.
/// Whoever has accepted before with the same token gets the same answer again.
///
/// # Errors
/// [`ApiError::InviteGone`]; [`ApiError::AlreadyMember`], and the invitation stays open;
/// [`ApiError::FamilyFull`]; [`ApiError::TooManyFamilies`]; [`ApiError::TooManyAttempts`].
pub async fn accept_invite(me: &Me, token: &InviteToken) -> Result<FamilyView> {
    let who = me.caller.user.to_string();
    match try_to_accept(me, token, TRIES.take(&me.state, [&who])).await {
        // Taken between reading and writing, perhaps by an earlier try of the caller's own: looked at once more.
        Err(Refused::Condition(Part::Invite, _)) => match try_to_accept(me, token, async { Ok(()) }).await {
            Err(Refused::Error(error)) => Err(error),
            Err(Refused::Condition(..)) => Err(ApiError::InviteGone),
            Ok(family) => Ok(family),
        },
        Err(Refused::Error(error)) => Err(error),
        Err(Refused::Condition(part, there)) => Err(refused(me, part, there)),
        Ok(family) => Ok(family),
    }
}

/// Waits twice: what the invitation says must be known before the membership can be written.
async fn try_to_accept(me: &Me, token: &InviteToken, room: impl Future<Output = Result<()>>) -> Result<FamilyView, Refused<Part>> {
    let (state, user, family) = (&me.state, me.caller.user, token.family);
    let (invite_key, member_key) = (Key::invite(family, token.invite), Key::member(family, user));
    let keys = [Key::profile(user), Key::family(family), member_key.clone(), invite_key.clone()];
    let (room, found) = tokio::join!(room, state.store.get_all(&keys));
    room?;
    let mut found = found?.into_iter();
    proven(found.next().flatten(), &me.caller)?;
    let known = KeptFamily::live(found.next().flatten()).map_err(gone)?;
    let member: Option<Member> = found.next().flatten().map(read_item).transpose()?;
    let now = state.now();
    if let Some(member) = member.as_ref().filter(|member| member.invite_id == Some(token.invite)) {
        return Ok(known.view(member.role));
    }
    let kept = KeptInvite::opened_by(token, found.next().flatten(), now)?;
    if member.is_some() {
        return Err(ApiError::AlreadyMember.into());
    }
    let role = kept.details.role;
    let member =
        Member { only_children: kept.details.only_children.clone(), invite_id: Some(token.invite), ..Member::new(user, family, role, now) };
    let belonging = to_item(&json!({ "kind": "BELONGING", "schema": 1, "family_id": family, "created_at": now }))?;
    let open = vec![Exists, Is("secret_hash", text(token.hash())), Above("expires_at", value(&now.timestamp())?)];
    let room = Below("family_count", value(&MAX_FAMILIES)?);
    let owner = All(vec![Exists, Is("role", value(&FamilyRole::Owner)?)]);
    let act = Act { family, by: user, at: now };
    let writes = vec![
        Write::update(Part::Profile, Key::profile(user), Item::new(), All(vec![me.condition(), room])).adding("family_count", 1),
        Write::delete(Part::Invite, invite_key, All(open)),
        Write::delete(Part::Other, token.pass_key(), Any(vec![Exists, Absent])),
        // Whoever is an owner no longer invites no longer.
        Write::check(Part::Inviter, Key::member(family, kept.created_by), owner),
        KeptFamily::joined(family, role)?,
        Write::put(Part::Member, member_key, to_item(&member)?, Absent),
        Write::put(Part::Other, Key::belonging(user, family), belonging, Any(vec![Exists, Absent])),
        act.entry(Subject::Member(&member), Rev::FIRST, HistoryAction::Created, Some(&member.details()))?,
        act.entry(Subject::Invite(kept.id), kept.rev.next(), HistoryAction::Accepted, Some(&kept.told()))?,
    ];
    state.store.commit(writes).await?;
    let mut view = known.view(role);
    view.rev = view.rev.next();
    Ok(view)
}

/// What a refused acceptance means to the caller.
fn refused(me: &Me, part: Part, there: Option<Item>) -> ApiError {
    match part {
        Part::Profile => me.full(there),
        Part::Family => KeptFamily::live(there).map_or_else(gone, |_| ApiError::FamilyFull),
        Part::Member => ApiError::AlreadyMember,
        Part::Invite | Part::Inviter => ApiError::InviteGone,
        Part::Child(_)
        | Part::Target
        | Part::Linked(_)
        | Part::LinkedTo(_)
        | Part::Claim
        | Part::History
        | Part::Limits
        | Part::Slot
        | Part::Other => ApiError::Busy,
    }
}

/// Of a family that is no more, the invitation is no more.
fn gone(error: ApiError) -> ApiError {
    if matches!(error, ApiError::NotFound) { ApiError::InviteGone } else { error }
}
