//! Letters to people, through an outbox in the table.
//!
//! A handler writes the letter in the same transaction as the change that it tells of; the worker `mailer` sends it.
//! A letter has no health data in it. Its links carry their secret in the fragment, which no server log sees.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::access::FamilyRole;
use crate::error::Result;
use crate::id::{Id as _, MailId};
use crate::state::AppState;
use crate::store::Condition::{Absent, Any, Exists};
use crate::store::{Direction, Key, ListQuery, Store, Write, read_item, to_item};
use crate::text::{Email, Name};
use crate::user::Language;

/// When the table forgets a letter by itself. The mailer has sent it or given it up long before.
const OUTBOX_LIFE: TimeDelta = TimeDelta::days(10);
/// How long an admin can see that a letter could not be delivered.
const FAILED_LIFE: TimeDelta = TimeDelta::days(30);

/// How long the link in a letter that asks for confirmation of an address works.
pub const VERIFICATION_LIFE: TimeDelta = TimeDelta::days(3);
/// How long the link in a letter that leads to a new password works.
pub const RESET_LIFE: TimeDelta = TimeDelta::hours(1);

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
    /// Signing in asks for a code from now on.
    SecondFactorOn,
    /// Signing in asks for no code any more.
    SecondFactorOff,
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

/// The kind of a letter, which says nothing of anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// Asks whether the address is the person's.
    VerifyEmail,
    /// A link that sets a new password.
    ResetPassword,
    /// The account has another address now.
    EmailChanged,
    /// The password was changed or reset.
    PasswordChanged,
    /// Signing in asks for a code from now on.
    SecondFactorOn,
    /// Signing in asks for no code any more.
    SecondFactorOff,
    /// The account was closed.
    AccountClosed,
    /// An invitation into a family.
    Invite,
}

impl Letter {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> LetterKind {
        match self {
            Self::VerifyEmail { .. } => LetterKind::VerifyEmail,
            Self::ResetPassword { .. } => LetterKind::ResetPassword,
            Self::EmailChanged => LetterKind::EmailChanged,
            Self::PasswordChanged => LetterKind::PasswordChanged,
            Self::SecondFactorOn => LetterKind::SecondFactorOn,
            Self::SecondFactorOff => LetterKind::SecondFactorOff,
            Self::AccountClosed => LetterKind::AccountClosed,
            Self::Invite { .. } => LetterKind::Invite,
        }
    }
}

impl LetterKind {
    /// How long after it was written a letter is worth sending: as long as its link works.
    #[must_use]
    pub fn useful_for(self) -> TimeDelta {
        match self {
            Self::VerifyEmail => VERIFICATION_LIFE,
            Self::ResetPassword => RESET_LIFE,
            Self::EmailChanged | Self::PasswordChanged | Self::SecondFactorOn | Self::SecondFactorOff | Self::AccountClosed => {
                TimeDelta::days(5)
            }
            Self::Invite => TimeDelta::days(7),
        }
    }
}

/// Why a letter did not go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MailProblem {
    /// The mail service does not take a letter to this address.
    Refused,
    /// The mail service does not let this instance send: the sender is not verified, or sending is paused.
    NotSetUp,
    /// More letters than the mail service takes at a time.
    Throttled,
    /// The mail service could not be reached, or failed.
    Unreachable,
    /// What the letter links to has run out.
    Expired,
    /// The worker ended while it was sending.
    Interrupted,
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
    /// How often sending it was begun.
    pub attempts: u32,
    /// Why the latest attempt failed.
    #[serde(default)]
    pub problem: Option<MailProblem>,
    /// Milliseconds since 1970; nobody else tries before.
    #[serde(default)]
    pub not_before: Option<i64>,
    /// Since when it waits.
    pub created_at: DateTime<Utc>,
    /// Seconds since 1970.
    pub expires_at: i64,
}

impl Mail {
    /// Where it lies.
    #[must_use]
    pub fn key(&self) -> Key {
        Key::outbox(self.id, self.created_at.to_rfc3339())
    }

    /// Whether its link has run out.
    #[must_use]
    pub fn is_too_late(&self, now: DateTime<Utc>) -> bool {
        now >= self.created_at + self.letter.kind().useful_for()
    }
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
        attempts: 0,
        problem: None,
        not_before: None,
        created_at: now,
        expires_at: (now + OUTBOX_LIFE).timestamp(),
    };
    Ok(Write::put(label, mail.key(), to_item(&mail)?, Absent))
}

/// A letter that was given up, as an admin sees it. No secret of it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FailedLetter {
    /// Its id.
    pub id: MailId,
    /// To whom.
    pub to: Email,
    /// What kind of letter.
    pub letter: LetterKind,
    /// Why it did not go out.
    pub reason: MailProblem,
    /// How often it was tried.
    pub attempts: u32,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was given up.
    pub failed_at: DateTime<Utc>,
}

impl FailedLetter {
    /// The write that tells the admin that this letter is given up.
    ///
    /// # Errors
    /// It cannot be written as an item.
    pub fn write<L>(label: L, mail: &Mail, reason: MailProblem, now: DateTime<Utc>) -> Result<Write<L>> {
        let Mail { id, ref to, ref letter, attempts, created_at, .. } = *mail;
        let failed = Self { id, to: to.clone(), letter: letter.kind(), reason, attempts, created_at, failed_at: now };
        let mut item = to_item(&failed)?;
        item.extend(to_item(&json!({ "kind": "FAILED_MAIL", "schema": 1, "expires_at": (now + FAILED_LIFE).timestamp() }))?);
        Ok(Write::put(label, Key::failed_mail(id), item, Any(vec![Absent, Exists])))
    }

    /// Whether it is shown still: for 30 days after it was given up.
    #[must_use]
    pub fn is_kept(&self, now: DateTime<Utc>) -> bool {
        now < self.failed_at + FAILED_LIFE
    }

    /// The letters that were given up in the last 30 days, newest first.
    ///
    /// # Errors
    /// The table did not answer.
    pub async fn all(store: &Store, now: DateTime<Utc>) -> Result<Vec<Self>> {
        let query = ListQuery { direction: Direction::Descending, ..ListQuery::prefix(Key::INSTANCE.to_owned(), Key::FAILED_MAIL) };
        let (items, _) = store.query(&query).await?;
        let mut found = items.into_iter().map(read_item).collect::<Result<Vec<Self>>>()?;
        // The table removes what has run out within days.
        found.retain(|letter| letter.is_kept(now));
        Ok(found)
    }
}
