//! Refresh tokens: `{user}.{session}.{256-bit secret}`, rotated at each use.

use chrono::TimeDelta;
use ring::{digest, hmac};
use std::fmt;
use std::str::FromStr;
use trajectory::base64;
use trajectory::id::{SessionId, UserId};

/// How long a session lives without being used.
pub(crate) const REFRESH_LIFE: TimeDelta = TimeDelta::days(7);
/// For so long after a rotation the token before it still leads to the same successor.
pub(crate) const ROTATION_GRACE: TimeDelta = TimeDelta::seconds(60);

/// Rotations that a session sees at the most while a token before them could still be of use to anybody:
/// one in 15 minutes for 7 days, and some to spare.
const MAX_ROTATIONS: usize = 1000;

/// A refresh token.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct RefreshToken {
    pub(crate) user: UserId,
    pub(crate) session: SessionId,
    secret: [u8; 32],
}

impl RefreshToken {
    /// The first token of a session.
    pub(crate) fn first(user: UserId, session: SessionId, secret: [u8; 32]) -> Self {
        Self { user, session, secret }
    }

    /// What is kept of it.
    pub(crate) fn hash(&self) -> String {
        base64::encode(digest::digest(&digest::SHA256, &self.secret))
    }

    /// The token that is due now, if it descends from this one, and how many rotations lie between.
    ///
    /// Only a token that was handed out leads there, so a made-up secret is told from a used one.
    pub(crate) fn descendant(&self, due: &str, key: &hmac::Key) -> Option<(usize, Self)> {
        let mut token = self.clone();
        for rotations in 1..=MAX_ROTATIONS {
            token = token.successor(key);
            if token.hash() == due {
                return Some((rotations, token));
            }
        }
        None
    }

    /// The token after this one. It follows from this one, so that refreshes in parallel get the same.
    pub(crate) fn successor(&self, key: &hmac::Key) -> Self {
        let mut secret = [0; 32];
        secret.copy_from_slice(hmac::sign(key, &self.secret).as_ref());
        Self { secret, ..*self }
    }
}

impl fmt::Display for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.user, self.session, base64::encode(self.secret))
    }
}

/// The text is not a refresh token.
#[derive(Debug)]
pub(crate) struct BadToken;

impl FromStr for RefreshToken {
    type Err = BadToken;

    fn from_str(text: &str) -> Result<Self, BadToken> {
        let mut parts = text.split('.');
        let (Some(user), Some(session), Some(secret), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(BadToken);
        };
        let secret = base64::decode(secret).and_then(|bytes| bytes.try_into().ok()).ok_or(BadToken)?;
        Ok(Self { user: user.parse().map_err(|_| BadToken)?, session: session.parse().map_err(|_| BadToken)?, secret })
    }
}
