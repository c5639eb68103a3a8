//! What is done only by whoever has just typed their password.

use trajectory::access::Me;
use trajectory::error::{ApiError, Result};
use trajectory::id::FamilyId;
use trajectory::limit::Limit;
use trajectory::state::AppState;
use trajectory::store::Condition::{All, Exists, Is};
use trajectory::store::{Condition, Key, attribute, read_item};
use trajectory::user::Profile;

use crate::Secrets;
use crate::login::{Credential, email_hash};
use crate::password::Password;

/// Passwords that a signed-in person types to confirm something. It takes an access token to use them up.
const PER_PERSON: Limit = Limit { name: "confirm", attempts: 10, minutes: 15 };

/// The caller, and that the password is theirs.
pub(crate) struct Confirmed {
    pub(crate) profile: Profile,
    pub(crate) families: Vec<FamilyId>,
    /// Where their credentials stand.
    pub(crate) key: Key,
    password_hash: String,
}

/// The part of a commit that a condition belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The caller's profile is as it was read, and the token still stands.
    Profile,
    /// The password is still the one that was typed.
    Credential,
    /// Nobody else has the new email.
    NewEmail,
    Rest,
}

impl Part {
    /// The answer where the condition of this part did not hold.
    pub(crate) fn refusal(self) -> ApiError {
        match self {
            Self::Profile => ApiError::SessionEnded,
            Self::NewEmail => ApiError::EmailTaken,
            // Somebody else has changed the account in this very moment.
            Self::Credential | Self::Rest => ApiError::Busy,
        }
    }
}

/// Compares the password with the caller's. `field` is where it stood in the request.
///
/// Waits twice, since the profile says under which address the credentials stand; the commit after it is a third wait.
/// Nobody does this often, and keeping the hash where one wait would find it would put a secret beside the profile.
///
/// # Errors
/// [`ApiError::Invalid`] for the field; [`ApiError::TooManyAttempts`]; [`ApiError::SessionEnded`].
pub(crate) async fn confirm(state: &AppState, secrets: &Secrets, me: &Me, password: &Password, field: &str) -> Result<Confirmed> {
    let person = me.caller.user.to_string();
    let (room, read) = tokio::join!(PER_PERSON.take(state, [&person]), me.read());
    let (profile, families) = read?;
    room?;
    let key = Key::credential(&email_hash(&profile.email));
    let credential: Option<Credential> = state.store.get(key.clone()).await?.map(read_item).transpose()?;
    let kept = credential.filter(|credential| credential.user_id == profile.id).map(|credential| credential.password_hash);
    let verdict = secrets.hasher.compare(password, kept.clone()).await?;
    match kept {
        Some(password_hash) if verdict.matches => Ok(Confirmed { profile, families, key, password_hash }),
        _ => Err(ApiError::field(field, "is not your password")),
    }
}

impl Confirmed {
    /// The hash that the password was compared with.
    pub(crate) fn password_hash(&self) -> &str {
        &self.password_hash
    }

    /// That the credentials are still those that were compared with.
    pub(crate) fn credential_condition(&self) -> Result<Condition> {
        Ok(All(vec![Exists, Is("user_id", attribute(&self.profile.id)?), Is("password_hash", attribute(&self.password_hash)?)]))
    }

    /// That the token still stands and the email is the one whose credentials were compared with.
    pub(crate) fn profile_condition(&self, me: &Me) -> Result<Condition> {
        Ok(All(vec![me.condition(), Is("email", attribute(&self.profile.email)?)]))
    }
}
