//! Leaving all families, which comes before an account is closed.
//!
//! A function that reaches credentials reaches no family, so it cannot see who owns what. It closes accounts that belong
//! to no family; this part, which reaches families and no credentials, lets a person leave them. Each of both is one
//! transaction with its proofs, so that at no moment a family has no owner or a member without an account.

use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::acts::Act;
use super::families::{FamilyView, KeptFamily};
use super::store::Member;
use super::writes::Part;
use super::{FamilyRole, Me, value};
use crate::error::{ApiError, Result};
use crate::id::FamilyId;
use crate::store::Condition::{Absent, All, Any, Exists, Is};
use crate::store::{Key, Refused, Write, read_item, to_item};
use crate::user::Profile;

/// How often leaving is tried while others change the same families.
const ROUNDS: usize = 3;

/// What stands between a person and closing their account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WaysOut)]
pub struct Closing {
    /// Families of which they are the only owner: to be handed over or deleted first.
    pub sole_owner_of: Vec<FamilyView>,
    /// Families that they would leave.
    pub leaves: Vec<FamilyView>,
}

/// A family of the caller's; the membership or the family may be gone where the rest of a deletion is still to be done.
struct Belonging {
    id: FamilyId,
    member: Option<Member>,
    family: Option<KeptFamily>,
}

impl Belonging {
    fn is_owned(&self) -> bool {
        self.member.as_ref().is_some_and(|member| member.role == FamilyRole::Owner)
    }

    fn is_owned_alone(&self) -> bool {
        self.is_owned() && self.family.as_ref().is_some_and(|family| family.owners() <= 1)
    }
}

/// Waits twice: the person's partition says which families there are.
async fn belongings(me: &Me) -> Result<(Profile, Vec<Belonging>)> {
    let user = me.caller.user;
    let (profile, families) = me.read().await?;
    let keys: Vec<_> = families.iter().flat_map(|family| [Key::member(*family, user), Key::family(*family)]).collect();
    let mut found = me.state.store.get_all(&keys).await?.into_iter();
    let mut all = Vec::new();
    for id in families {
        let member = found.next().flatten().map(read_item).transpose()?;
        let family = match found.next().flatten() {
            Some(item) if !item.contains_key("deleted_at") => Some(read_item(item)?),
            Some(_) | None => None,
        };
        all.push(Belonging { id, member, family });
    }
    Ok((profile, all))
}

/// What stands in the way of closing the caller's account, and what they would leave.
///
/// # Errors
/// [`ApiError::SessionEnded`].
pub async fn closing(me: &Me) -> Result<Closing> {
    let (_, all) = belongings(me).await?;
    let mut closing = Closing { sole_owner_of: Vec::new(), leaves: Vec::new() };
    for one in all {
        let alone = one.is_owned_alone();
        if let (Some(member), Some(family)) = (one.member, one.family) {
            let list = if alone { &mut closing.sole_owner_of } else { &mut closing.leaves };
            list.push(family.view(member.role));
        }
    }
    Ok(closing)
}

/// Leaves all families, or none. Access ends at once.
///
/// # Errors
/// [`ApiError::LastOwner`] where one of them would be left without an owner.
pub async fn leave_all(me: &Me) -> Result<()> {
    let user = me.caller.user;
    for _ in 0..ROUNDS {
        let (profile, all) = belongings(me).await?;
        if all.iter().any(Belonging::is_owned_alone) {
            return Err(ApiError::LastOwner);
        }
        let none = to_item(&json!({ "family_count": 0 }))?;
        let same = All(vec![me.condition(), Is("family_count", value(&profile.family_count)?)]);
        let mut writes = vec![Write::update(Part::Profile, Key::profile(user), none, same)];
        for one in &all {
            match &one.member {
                Some(member) if one.family.is_some() => {
                    let act = Act { family: one.id, by: user, at: me.state.now() };
                    // The profile counts no family any more, so it is not counted down for each.
                    writes.extend(member.ended(None, act)?);
                }
                // Of a family that is no more, only what leads to it is left.
                Some(_) | None => writes.push(Write::delete(Part::Other, Key::belonging(user, one.id), Any(vec![Exists, Absent]))),
            }
        }
        match me.state.store.commit(writes).await {
            Ok(()) => return Ok(()),
            // Something has changed since it was read: somebody else left, a role was given, a family was joined.
            Err(Refused::Condition(Part::Profile, Some(there))) if !me.stands(&there) => return Err(ApiError::SessionEnded),
            Err(Refused::Condition(_, _)) => {}
            Err(Refused::Error(error)) => return Err(error),
        }
    }
    Err(ApiError::Busy)
}
