//! Rate limits that hold across all instances, exact under parallel attempts.

use chrono::TimeDelta;
use serde_json::json;

use crate::base64;
use crate::error::{ApiError, Result};
use crate::state::AppState;
use crate::store::Condition::{Any, Below, Lacks};
use crate::store::{Key, Refused, Write, attribute, to_item};

/// So many attempts in a window of time.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// What is limited; part of the key.
    pub name: &'static str,
    /// Attempts in a window.
    pub attempts: u32,
    /// The window, in minutes.
    pub minutes: u32,
}

impl Limit {
    /// Counts one attempt of `who`.
    ///
    /// Windows are fixed, so the counter of a window is one item and one conditional update,
    /// which cannot be passed by attempts in parallel.
    ///
    /// # Errors
    /// [`ApiError::TooManyAttempts`] with the seconds until the window ends.
    pub async fn take<const N: usize>(self, state: &AppState, who: [&str; N]) -> Result<()> {
        let seconds = i64::from(self.minutes) * 60;
        let now = state.now().timestamp();
        let window = now.div_euclid(seconds);
        let end = (window + 1) * seconds;
        // People's addresses do not stand in keys in clear.
        let who = base64::encode(ring::digest::digest(&ring::digest::SHA256, who.join("\n").as_bytes()));
        let key = Key::limit(&format!("{}#{who}#{window}", self.name));
        // Kept a window longer than needed, for clocks that run apart.
        let expires_at = end + TimeDelta::minutes(self.minutes.into()).num_seconds();
        let set = to_item(&json!({ "kind": "LIMIT", "schema": 1, "expires_at": expires_at }))?;
        let room = Any(vec![Lacks("attempts"), Below("attempts", attribute(&self.attempts)?)]);
        match state.store.write(Write::update((), key, set, room).adding("attempts", 1)).await {
            Ok(_) => Ok(()),
            Err(Refused::Condition((), _)) => Err(ApiError::TooManyAttempts { retry_after: end - now }),
            Err(Refused::Error(error)) => Err(error),
        }
    }
}
