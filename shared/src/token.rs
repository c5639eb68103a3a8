//! Access tokens: who signs in with which session, signed by `auth`, checked everywhere.

mod eddsa;
mod ring_cache;
#[cfg(feature = "operator")]
pub mod rotation;

pub use eddsa::{PublicKey, SigningKey};
pub use ring_cache::{KeyRing, PublishedKey, RingItem};

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, Header, Validation};
use serde::{Deserialize, Serialize};

use crate::error::{ApiError, Context as _, Result};
use crate::id::{FamilyId, SessionId, UserId};
use crate::user::Role;

/// How long an access token is good for.
pub const ACCESS_TOKEN_LIFE: TimeDelta = TimeDelta::minutes(15);

/// How long a key signs before it gets a successor.
pub const ROTATE_AFTER: TimeDelta = TimeDelta::days(90);

const TYPE: &str = "at+jwt";
const ISSUER: &str = "trajectory";
const AUDIENCE: &str = "trajectory-api";

/// What an access token says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    iss: String,
    aud: String,
    /// The person.
    pub sub: UserId,
    /// The session that it came from.
    pub sid: SessionId,
    /// The person's token version; a higher one in the profile ends this token.
    pub tv: u32,
    /// Families of the person: a hint of where to look. The membership item decides.
    pub fam: Vec<FamilyId>,
    /// The person's role in the instance.
    pub role: Role,
    iat: i64,
    exp: i64,
}

impl Claims {
    /// Claims that hold from now on for [`ACCESS_TOKEN_LIFE`].
    #[must_use]
    pub fn new(now: DateTime<Utc>, sub: UserId, sid: SessionId, tv: u32, fam: Vec<FamilyId>, role: Role) -> Self {
        Self {
            iss: ISSUER.to_owned(),
            aud: AUDIENCE.to_owned(),
            sub,
            sid,
            tv,
            fam,
            role,
            iat: now.timestamp(),
            exp: (now + ACCESS_TOKEN_LIFE).timestamp(),
        }
    }
}

/// Signs the claims.
///
/// # Errors
/// The key is not usable.
pub fn sign(claims: &Claims, key: &SigningKey) -> Result<String> {
    let header = Header { typ: Some(TYPE.to_owned()), kid: Some(key.kid().to_owned()), ..Header::new(Algorithm::EdDSA) };
    eddsa::install();
    jsonwebtoken::encode(&header, claims, &key.encoding()).context("signing an access token")
}

/// Checks a token and answers its claims.
/// The algorithm is that of our key, whatever the token's header says.
///
/// # Errors
/// [`ApiError::TokenExpired`] for one of ours whose time is over, [`ApiError::NotSignedIn`] for any other fault.
pub async fn verify(token: &str, keys: &KeyRing, now: DateTime<Utc>) -> Result<Claims> {
    eddsa::install();
    let header = jsonwebtoken::decode_header(token).map_err(|_| ApiError::NotSignedIn)?;
    if header.typ.as_deref() != Some(TYPE) {
        return Err(ApiError::NotSignedIn);
    }
    let kid = header.kid.ok_or(ApiError::NotSignedIn)?;
    let key = keys.find(&kid, now).await?.ok_or(ApiError::NotSignedIn)?;
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_issuer(&[ISSUER]);
    validation.set_audience(&[AUDIENCE]);
    validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
    // The time is checked below, against the clock of the state.
    validation.validate_exp = false;
    let claims: Claims = jsonwebtoken::decode(token, &key.decoding(), &validation).map_err(|_| ApiError::NotSignedIn)?.claims;
    let now = now.timestamp();
    if claims.exp <= now {
        return Err(ApiError::TokenExpired);
    }
    // A minute for clocks that run apart.
    if claims.iat > now + 60 {
        return Err(ApiError::NotSignedIn);
    }
    Ok(claims)
}
