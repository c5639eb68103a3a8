//! The extractor of the admin routes.
//!
//! It leads to people, settings and what admins did. It leads to no family's record: the keys of a family's partition
//! are made in this crate only, no function of [`Admin`] takes or makes one, and the function's role cannot read that partition.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde_json::json;

use super::{Caller, profile_condition, proven, value};
use crate::error::{ApiError, Result};
use crate::state::AppState;
use crate::store::Condition::{Above, Absent, All, Any, Exists, Is};
use crate::store::{Item, Key, Write, to_item};
use crate::user::{Profile, Role};

/// The signed-in person on an admin route. What the token says of their role proves nothing:
/// the live profile must have the role, so that it ends for a demoted admin at once.
///
/// That admin routes exist is no secret, so anybody else who is signed in gets 403.
pub struct Admin {
    /// Who calls.
    pub caller: Caller,
    state: AppState,
}

impl FromRequestParts<AppState> for Admin {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self> {
        Ok(Self { caller: Caller::from_request_parts(parts, state).await?, state: state.clone() })
    }
}

impl Admin {
    /// Runs reads beside the check that the caller is an admin, in one round trip; answers the caller's profile with them.
    ///
    /// # Errors
    /// [`ApiError::SessionEnded`], [`ApiError::AdminsOnly`], or what the reads say.
    pub async fn beside<T>(&self, reads: impl Future<Output = Result<T>>) -> Result<(Profile, T)> {
        let (item, read) = tokio::join!(self.state.store.get(Key::profile(self.caller.user)), reads);
        let profile = self.admitted(item?)?;
        Ok((profile, read?))
    }

    /// What a write's transaction demands of the caller's profile.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn proof<L>(&self, label: L) -> Result<Write<L>> {
        let is_admin = Is("role", value(&Role::Admin)?);
        Ok(Write::check(label, Key::profile(self.caller.user), All(vec![profile_condition(&self.caller), is_admin])))
    }

    /// The caller's profile that was read, if they are an admin.
    ///
    /// # Errors
    /// [`ApiError::SessionEnded`] or [`ApiError::AdminsOnly`].
    pub fn admitted(&self, item: Option<Item>) -> Result<Profile> {
        let profile = proven(item, &self.caller)?;
        if profile.is_active_admin() { Ok(profile) } else { Err(ApiError::AdminsOnly) }
    }
}

/// Counts an admin more: whoever is given the role, or may sign in again.
///
/// # Errors
/// It cannot be written.
pub fn one_admin_more<L>(label: L) -> Result<Write<L>> {
    let set = to_item(&json!({ "kind": "ADMINS", "schema": 1 }))?;
    Ok(Write::update(label, Key::admins(), set, Any(vec![Exists, Absent])).adding("active", 1))
}

/// Counts an admin fewer: whoever loses the role or the account, or is disabled. Commit it together with that.
/// Where it is refused, nobody would be left: [`ApiError::LastAdmin`]. All such changes meet in this one item,
/// so of admins who demote each other at the same time one stays.
///
/// # Errors
/// It cannot be written.
pub fn one_admin_fewer<L>(label: L) -> Result<Write<L>> {
    Ok(Write::update(label, Key::admins(), Item::new(), Above("active", value(&1)?)).adding("active", -1))
}
