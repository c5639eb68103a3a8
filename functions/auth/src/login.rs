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
use trajectory::state::AppState;
use trajectory::store::Condition::{Absent, All, Exists, Lacks};
use trajectory::store::{Key, ListQuery, Refused, Write, read_item, to_item};
use trajectory::text::Email;
pub(crate) use trajectory::user::email_hash;
use trajectory::user::read_person;
use utoipa::ToSchema;

use crate::password::Password;
use crate::sessions::new_session;
use crate::{Secrets, SessionKind, SignedIn, signed_in};

/// Attempts on one account from one network: a stranger elsewhere uses up nothing of the family's own.
const PER_ACCOUNT_AND_NETWORK: Limit = Limit { name: "login", attempts: 10, minutes: 15 };
/// Attempts on any account from one network.
const PER_NETWORK: Limit = Limit { name: "login-network", attempts: 100, minutes: 15 };

/// Email and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Credentials {
    #[schema(example = "ana@example.org")]
    email: Email,
    #[schema(example = "brisk otter lamp")]
    password: Password,
    session: SessionKind,
}

/// Credentials as they are kept. The item is also the claim that an email is used once.
#[derive(Serialize, Deserialize)]
pub(crate) struct Credential {
    kind: String,
    schema: u32,
    user_id: UserId,
    /// PHC string.
    password_hash: String,
}

impl Credential {
    pub(crate) fn new(user_id: UserId, password_hash: String) -> Self {
        Self { kind: "CREDENTIAL".to_owned(), schema: 1, user_id, password_hash }
    }
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Profile,
    Rest,
}

/// Sign in.
///
/// An unknown email takes as long as a known one and gets the same answer.
#[utoipa::path(
    post, path = "/api/auth/login", tag = "auth", operation_id = "login", request_body = Credentials,
    responses(
        (status = 200, description = "Signed in", body = SignedIn),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Email and password do not belong together", body = ErrorBody),
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
) -> Result<Response> {
    let Credentials { email, password, session: kind } = credentials;
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
    let (session, refresh) = new_session(&state, user, &network, &headers);
    let signed_in_at = to_item(&json!({ "last_sign_in_at": state.now() }))?;
    let mut writes = vec![
        Write::update(Part::Profile, Key::profile(user), signed_in_at, All(vec![Exists, Lacks("disabled_at")])),
        Write::put(Part::Rest, Key::session(user, session.id), to_item(&session)?, Absent),
    ];
    if verdict.outdated {
        let renewed = secrets.hasher.hash(&password, state.random()).await?;
        let set = to_item(&json!({ "password_hash": renewed }))?;
        writes.push(Write::update(Part::Rest, Key::credential(&hashed_email), set, Exists));
    }
    let person = ListQuery::partition(Key::person(user));
    let (person, saved) = tokio::join!(state.store.query(&person), state.store.commit(writes));
    match saved {
        Ok(()) => {}
        Err(Refused::Condition(Part::Profile, Some(_))) => return Err(ApiError::AccountDisabled),
        Err(Refused::Condition(Part::Profile, None)) => return Err(ApiError::WrongCredentials),
        Err(Refused::Condition(Part::Rest, _)) => return Err(ApiError::Busy),
        Err(Refused::Error(error)) => return Err(error),
    }
    let (profile, families) = read_person(person?.0)?;
    let profile = profile.context("an account has a profile")?;
    signed_in(&state, &secrets, StatusCode::OK, kind, &refresh, (profile, families)).await
}
