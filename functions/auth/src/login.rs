//! Signing in.

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::Arc;
use trajectory::error::{ApiError, Context as _, ErrorBody, Result};
use trajectory::id::UserId;
use trajectory::limit::Limit;
use trajectory::network::Network;
use trajectory::request::Body;
use trajectory::service::Counted;
use trajectory::state::AppState;
use trajectory::store::Condition::{Absent, All, Any, Exists, Is, Lacks};
use trajectory::store::{Item, Key, ListQuery, Refused, Write, attribute, read_item, to_item};
use trajectory::text::Email;
pub(crate) use trajectory::user::email_hash;
use trajectory::user::{Profile, read_person};
use utoipa::ToSchema;

use crate::password::Password;
use crate::second_factor::check;
use crate::sessions::new_session;
use crate::{Secrets, SessionKind, SignedIn, signed_in};

/// Attempts on one account from one network: a stranger elsewhere uses up nothing of the family's own.
const PER_ACCOUNT_AND_NETWORK: Limit = Limit { name: "login", attempts: 10, minutes: 15 };
/// Attempts on any account from one network.
const PER_NETWORK: Limit = Limit { name: "login-network", attempts: 100, minutes: 15 };

/// Email and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "email": "ana@example.org", "password": "brisk otter lamp", "session": "token" }))]
pub(crate) struct Credentials {
    #[schema(example = "ana@example.org")]
    email: Email,
    #[schema(example = "brisk otter lamp")]
    password: Password,
    session: SessionKind,
    /// A code of the authenticator app or a recovery code, where the account asks for one.
    #[schema(max_length = 40)]
    code: Option<String>,
}

/// Credentials as they are kept. The item is also the claim that an email is used once.
#[derive(Serialize, Deserialize)]
pub(crate) struct Credential {
    kind: String,
    schema: u32,
    pub(crate) user_id: UserId,
    /// PHC string.
    pub(crate) password_hash: String,
    /// The version that the profile's tokens are likely to have. A hint, which saves a wait: the profile decides.
    #[serde(default = "first_version")]
    token_version: u32,
    /// Whether a code is asked for as well.
    #[serde(default)]
    second_factor: bool,
}

/// The version of the first tokens of an account.
pub(crate) const FIRST_VERSION: u32 = 1;

/// For items from before the version was kept with them: it had never been raised then.
pub(crate) fn first_version() -> u32 {
    FIRST_VERSION
}

impl Credential {
    pub(crate) fn new(user_id: UserId, password_hash: String, token_version: u32) -> Self {
        Self { kind: "CREDENTIAL".to_owned(), schema: 1, user_id, password_hash, token_version, second_factor: false }
    }

    /// The same with the second factor that the person has, or none.
    pub(crate) fn asking_for_code(self, second_factor: bool) -> Self {
        Self { second_factor, ..self }
    }
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Profile,
    Credential,
    Factor,
    Session,
}

/// How often a sign-in is tried while the person's sessions are being ended at the same time.
const ROUNDS: usize = 3;

/// Sign in.
///
/// An unknown email takes as long as a known one and gets the same answer.
/// With a second factor the answer to the right password is `second_factor_required`; the same call with a `code` signs in.
#[utoipa::path(
    post, path = "/api/auth/login", tag = "auth", operation_id = "login", request_body = Credentials,
    responses(
        (status = 200, description = "Signed in", body = SignedIn),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Email and password do not belong together, or the code of the second factor is missing or wrong", body = ErrorBody),
        (status = 403, description = "The account is switched off", body = ErrorBody),
        (status = 429, description = "Too many attempts", body = ErrorBody),
    )
)]
pub(crate) async fn login(
    State(state): State<AppState>,
    Extension(secrets): Extension<Arc<Secrets>>,
    network: Network,
    headers: HeaderMap,
    Body(credentials): Body<Credentials>,
) -> Result<(Extension<Counted>, Response)> {
    let Credentials { email, password, session: kind, code } = credentials;
    let hashed_email = email_hash(&email);
    let from = network.to_string();
    let (account, any, found) = tokio::join!(
        PER_ACCOUNT_AND_NETWORK.take(&state, [&hashed_email, &from]),
        PER_NETWORK.take(&state, [&from]),
        state.store.get(Key::credential(&hashed_email)),
    );
    account.and(any)?;
    let credential: Option<Credential> = found?.map(read_item).transpose()?;
    let verdict = secrets.hasher.compare(&password, credential.as_ref().map(|kept| kept.password_hash.clone())).await?;
    let Some(credential) = credential.filter(|_| verdict.matches) else {
        return Err(ApiError::WrongCredentials);
    };
    let user = credential.user_id;
    let (mut session, refresh) = new_session(&state, user, &network, &headers, credential.token_version);
    let mut set = Item::new();
    if verdict.outdated {
        set.extend(to_item(&json!({ "password_hash": secrets.hasher.hash(&password, state.random()).await? }))?);
    }
    let person = ListQuery::partition(Key::person(user));
    // One wait more, for people with a second factor alone: its secret stands under the person, whom the credential names.
    let mut factor = None;
    if credential.second_factor {
        factor = Some(check(&state, &secrets, user, code.as_deref()).await?);
    }
    for _ in 0..ROUNDS {
        // The session is of the version that the profile has: raised meanwhile, the session would be one of those that end.
        let current = Is("token_version", attribute(&session.token_version)?);
        let seen = to_item(&json!({ "last_sign_in_at": session.created_at }))?;
        let mut writes = vec![
            Write::update(Part::Profile, Key::profile(user), seen, All(vec![Exists, Lacks("disabled_at"), current])),
            credential.unchanged(&hashed_email, set.clone())?,
            Write::put(Part::Session, Key::session(user, session.id), to_item(&session)?, Absent),
        ];
        if let Some(used) = &factor {
            writes.push(used.write(Part::Factor));
        }
        let (person, saved) = tokio::join!(state.store.query(&person), state.store.commit(writes));
        match saved {
            Ok(()) => {
                let (profile, families) = read_person(person?.0)?;
                let mut profile = profile.context("an account has a profile")?;
                profile.token_version = session.token_version;
                profile.last_sign_in_at = Some(session.created_at);
                let answer = signed_in(&state, &secrets, StatusCode::OK, kind, &refresh, (profile, families)).await?;
                return Ok((Extension(Counted::SignIn), answer));
            }
            Err(Refused::Condition(Part::Profile, Some(there))) => {
                let profile: Profile = read_item(there)?;
                if profile.disabled_at.is_some() {
                    return Err(ApiError::AccountDisabled);
                }
                session.token_version = profile.token_version;
                set.insert("token_version".to_owned(), attribute(&profile.token_version)?);
            }
            Err(Refused::Condition(Part::Factor, _)) => return Err(ApiError::WrongCode),
            // Closed, or another password set, in this very moment.
            Err(Refused::Condition(Part::Profile | Part::Credential, _)) => return Err(ApiError::WrongCredentials),
            Err(Refused::Condition(Part::Session, _)) => return Err(ApiError::Busy),
            Err(Refused::Error(error)) => return Err(error),
        }
    }
    Err(ApiError::Busy)
}

impl Credential {
    /// That the credentials are still those that the password was compared with; what is to be set of them is set.
    fn unchanged(&self, hashed_email: &str, set: Item) -> Result<Write<Part>> {
        let asks = Is("second_factor", attribute(&self.second_factor)?);
        let same = All(vec![
            Exists,
            Is("user_id", attribute(&self.user_id)?),
            Is("password_hash", attribute(&self.password_hash)?),
            if self.second_factor { asks } else { Any(vec![Lacks("second_factor"), asks]) },
        ]);
        let key = Key::credential(hashed_email);
        Ok(if set.is_empty() { Write::check(Part::Credential, key, same) } else { Write::update(Part::Credential, key, set, same) })
    }
}
