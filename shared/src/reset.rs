//! Setting a new password without the old one: by a link in a letter, or by a code that an admin hands over.
//!
//! Both are the same token, kept the same way and used at the same route.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::id::{ResetId, UserId};
use crate::one_time::OneTimeToken;
use crate::state::AppState;
use crate::store::Condition::Absent;
use crate::store::{Key, Write, to_item};

/// A token with which a new password can be set.
pub type ResetToken = OneTimeToken<ResetId>;

/// A reset as it is kept, in `CRED#{user}` under `RESET#{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reset {
    /// Always `RESET`.
    pub kind: String,
    /// Version of this layout.
    pub schema: u32,
    /// SHA-256 of the token's secret.
    pub secret_hash: String,
    /// When it was made. A change of email or password after that makes it void.
    pub created_at: DateTime<Utc>,
    /// Seconds since 1970.
    pub expires_at: i64,
}

/// The text of a new token and the write that keeps it; commit it together with what tells of it.
///
/// # Errors
/// The item cannot be written.
pub fn new_reset<L>(label: L, state: &AppState, user: UserId, life: TimeDelta) -> Result<(String, Write<L>)> {
    let now = state.now();
    let token = ResetToken::new(state, user);
    let reset =
        Reset { kind: "RESET".to_owned(), schema: 1, secret_hash: token.hash(), created_at: now, expires_at: (now + life).timestamp() };
    Ok((token.to_string(), Write::put(label, Key::reset(user, token.id), to_item(&reset)?, Absent)))
}
