//! Tokens that are handed out once, by mail or on an admin's screen: `{user}.{id}.{256-bit secret}`.
//!
//! The user in it names the partition, so that no index of tokens is needed. Only the SHA-256 of the secret is kept.

use ring::digest::{SHA256, digest};
use std::fmt;
use std::str::FromStr;

use crate::base64;
use crate::id::{Id, UserId};
use crate::state::AppState;

/// A one-time token; `I` says for what.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct OneTimeToken<I> {
    /// Whose it is.
    pub user: UserId,
    /// Which one.
    pub id: I,
    secret: [u8; 32],
}

impl<I: Id> OneTimeToken<I> {
    /// A new token.
    #[must_use]
    pub fn new(state: &AppState, user: UserId) -> Self {
        Self { user, id: I::new(state), secret: state.random() }
    }

    /// What is kept of it.
    #[must_use]
    pub fn hash(&self) -> String {
        base64::encode(digest(&SHA256, &self.secret))
    }
}

impl<I: Id> fmt::Display for OneTimeToken<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.user, self.id, base64::encode(self.secret))
    }
}

/// The text is not a one-time token of the expected kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadToken;

impl<I: Id> FromStr for OneTimeToken<I> {
    type Err = BadToken;

    fn from_str(text: &str) -> Result<Self, BadToken> {
        let mut parts = text.trim().split('.');
        let (Some(user), Some(id), Some(secret), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(BadToken);
        };
        let secret = base64::decode(secret).and_then(|bytes| bytes.try_into().ok()).ok_or(BadToken)?;
        Ok(Self { user: user.parse().map_err(|_| BadToken)?, id: id.parse().map_err(|_| BadToken)?, secret })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{ResetId, VerificationId};

    #[test]
    fn a_token_has_one_spelling_and_one_purpose() {
        let (user, id) = ("usr_01890a5d-ac96-774b-bcce-b302099a8057", "rst_01890a5d-ac96-774b-bcce-b302099a8057");
        let text = format!("{user}.{id}.{}", base64::encode([7; 32]));
        let token: OneTimeToken<ResetId> = text.parse().ok().unwrap();
        assert_eq!(token.to_string(), text);
        assert!(text.parse::<OneTimeToken<VerificationId>>().is_err());
        for bad in [format!("{text}."), format!("{user}.{id}.{}", base64::encode([7; 31])), format!("{user}.{id}"), String::new()] {
            assert!(bad.parse::<OneTimeToken<ResetId>>().is_err(), "{bad}");
        }
    }
}
