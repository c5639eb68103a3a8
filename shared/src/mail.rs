//! Letters to people, through an outbox in the table.
//!
//! A handler writes the letter in the same transaction as the change that it tells of; the worker `mailer` sends it.
//! A letter has no health data in it. Its links carry their secret in the fragment, which no server log sees.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::access::FamilyRole;
use crate::error::Result;
use crate::id::{Id as _, MailId};
use crate::state::AppState;
use crate::store::Condition::Absent;
use crate::store::{Key, Write, to_item};
use crate::text::{Email, Name};
use crate::user::Language;

/// How long a letter may wait to be sent. What it links to has run out by then.
const OUTBOX_LIFE: TimeDelta = TimeDelta::days(7);

/// What a letter says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum Letter {
    /// Asks whether the address is the person's: a link to `/verify-email#{token}`.
    VerifyEmail {
        /// The secret of the link.
        token: String,
    },
    /// A link to `/reset-password#{token}`.
    ResetPassword {
        /// The secret of the link.
        token: String,
    },
    /// To the former address: the account has another one now.
    EmailChanged,
    /// The password was changed or reset.
    PasswordChanged,
    /// The account was closed.
    AccountClosed,
    /// Somebody invites the reader into a family: a link to `/invite#{token}`.
    Invite {
        /// Who invites.
        inviter: Name,
        /// Into which family.
        family: Name,
        /// What the reader will be in it.
        role: FamilyRole,
        /// The secret of the link.
        token: String,
    },
}

/// A letter in the outbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mail {
    /// Always `MAIL`.
    pub kind: String,
    /// Version of this layout.
    pub schema: u32,
    /// Its id.
    pub id: MailId,
    /// To whom.
    pub to: Email,
    /// In which language.
    pub language: Language,
    /// What it says.
    pub letter: Letter,
    /// How often sending it has failed.
    pub failures: u32,
    /// Since when it waits.
    pub created_at: DateTime<Utc>,
    /// Seconds since 1970; then it is no longer worth sending.
    pub expires_at: i64,
}

/// The write that puts a letter into the outbox; commit it together with what the letter tells of.
///
/// # Errors
/// The letter cannot be written as an item.
pub fn post<L>(label: L, state: &AppState, to: Email, language: Language, letter: Letter) -> Result<Write<L>> {
    let now = state.now();
    let mail = Mail {
        kind: "MAIL".to_owned(),
        schema: 1,
        id: MailId::new(state),
        to,
        language,
        letter,
        failures: 0,
        created_at: now,
        expires_at: (now + OUTBOX_LIFE).timestamp(),
    };
    Ok(Write::put(label, Key::outbox(mail.id, now.to_rfc3339()), to_item(&mail)?, Absent))
}
