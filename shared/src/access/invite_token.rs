//! The secret of an invitation, and what signing up needs to know of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, de};
use serde_json::json;
use std::fmt;
use std::str::FromStr;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

use super::{text, value};
use crate::base64;
use crate::error::{ApiError, Result};
use crate::id::{FamilyId, InviteId, UserId};
use crate::store::Condition::{Above, All, Exists, Is, Lacks};
use crate::store::{Item, Key, Write, read_item, to_item};

/// What the link of an invitation carries: `{family}.{invite}.{256-bit secret}`. Only a hash of the secret is kept.
#[derive(Clone)]
pub struct InviteToken {
    pub(super) family: FamilyId,
    pub(super) invite: InviteId,
    pub(super) secret: [u8; 32],
}

/// An open invitation as `auth` may see it: it lets one new account in and names no family.
#[derive(Deserialize)]
struct Pass {
    secret_hash: String,
    #[serde(default)]
    used_by: Option<UserId>,
    expires_at: i64,
}

impl InviteToken {
    /// What is kept of the secret.
    pub(super) fn hash(&self) -> String {
        base64::encode(ring::digest::digest(&ring::digest::SHA256, &self.secret))
    }

    /// The pass that goes with a new invitation.
    pub(super) fn pass(&self, expires_at: i64) -> Result<Item> {
        to_item(&json!({ "kind": "INVITE_PASS", "schema": 1, "rev": 1, "secret_hash": self.hash(), "expires_at": expires_at }))
    }

    /// Where the pass is.
    #[must_use]
    pub fn pass_key(&self) -> Key {
        Key::invite_pass(self.invite)
    }

    /// Whether the pass that was read lets a new account in.
    ///
    /// # Errors
    /// [`ApiError::InviteGone`].
    pub fn admitted_by(&self, pass: Option<Item>, now: DateTime<Utc>) -> Result<()> {
        let given = self.hash();
        let pass: Option<Pass> = pass.map(read_item).transpose()?;
        let open = |pass: &Pass| pass.secret_hash == given && pass.used_by.is_none() && pass.expires_at > now.timestamp();
        if pass.as_ref().is_some_and(open) { Ok(()) } else { Err(ApiError::InviteGone) }
    }

    /// The write that uses the pass up for this account, so that one invitation lets one account in.
    ///
    /// # Errors
    /// It cannot be built.
    pub fn use_pass<L>(&self, label: L, user: UserId, now: DateTime<Utc>) -> Result<Write<L>> {
        let open = vec![Exists, Is("secret_hash", text(self.hash())), Above("expires_at", value(&now.timestamp())?), Lacks("used_by")];
        Ok(Write::update(label, self.pass_key(), Item::from([("used_by".to_owned(), text(user))]), All(open)))
    }
}

impl fmt::Display for InviteToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.family, self.invite, base64::encode(self.secret))
    }
}

/// The text is not the token of an invitation.
#[derive(Debug)]
pub struct BadToken;

impl fmt::Display for BadToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be the whole end of an invitation's link, after the #")
    }
}

impl FromStr for InviteToken {
    type Err = BadToken;

    fn from_str(text: &str) -> Result<Self, BadToken> {
        let mut parts = text.split('.');
        let (Some(family), Some(invite), Some(secret), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(BadToken);
        };
        let secret = base64::decode(secret).and_then(|bytes| bytes.try_into().ok()).ok_or(BadToken)?;
        Ok(Self { family: family.parse().map_err(|_| BadToken)?, invite: invite.parse().map_err(|_| BadToken)?, secret })
    }
}

impl<'de> Deserialize<'de> for InviteToken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.trim().parse().map_err(de::Error::custom)
    }
}

impl utoipa::PartialSchema for InviteToken {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .examples([
                "fam_01890a5d-ac96-774b-bcce-b302099a8057.inv_01890a5d-ac96-774b-bcce-b302099a8057.c2l4dGVlbiBieXRlcyB0d2ljZSBtYWtlIGEgc2VjcmU",
            ])
            .into()
    }
}

impl utoipa::ToSchema for InviteToken {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_three_parts_and_a_secret_of_256_bits() {
        let ids = "fam_01890a5d-ac96-774b-bcce-b302099a8057.inv_01890a5d-ac96-774b-bcce-b302099a8057";
        let text = format!("{ids}.{}", base64::encode([7; 32]));
        assert_eq!(text.parse::<InviteToken>().unwrap().to_string(), text);
        for bad in [ids.to_owned(), format!("{ids}.{}", base64::encode([7; 31])), format!("{text}.x"), format!("x{text}"), String::new()] {
            assert!(bad.parse::<InviteToken>().is_err(), "{bad}");
        }
    }
}
