//! Signing up.

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;
use trajectory::access::{InviteToken, one_admin_more};
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::id::{Id as _, UserId};
use trajectory::limit::Limit;
use trajectory::mail::{Letter, post};
use trajectory::network::Network;
use trajectory::request::Body;
use trajectory::settings::{RegistrationMode, Settings};
use trajectory::state::AppState;
use trajectory::store::Condition::Absent;
use trajectory::store::{Key, Refused, Write, attribute, read_item, shard, to_item};
use trajectory::text::{Email, Name};
use trajectory::user::{Onboarding, Preferences, Profile, Role};
use utoipa::ToSchema;

use crate::login::{Credential, FIRST_VERSION, email_hash};
use crate::password::Password;
use crate::sessions::new_session;
use crate::verification::new_verification;
use crate::{Secrets, SessionKind, SignedIn, signed_in};

/// Sign-ups from one network. Above what a household or a clinic's waiting room needs.
const PER_NETWORK: Limit = Limit { name: "register", attempts: 30, minutes: 60 };

/// A new account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "email": "ana@example.org", "password": "brisk otter lamp", "name": "Ana", "session": "token" }))]
pub(crate) struct Registration {
    #[schema(example = "ana@example.org")]
    email: Email,
    #[schema(example = "brisk otter lamp")]
    password: Password,
    /// What others see.
    #[schema(value_type = String, min_length = 1, max_length = 100, example = "Ana")]
    name: Name,
    session: SessionKind,
    /// The token of an invitation, which an instance may ask for. It is accepted afterwards, with the same token.
    #[serde(default)]
    invite: Option<InviteToken>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Email,
    First,
    Invite,
    Rest,
}

/// Sign up.
///
/// The first account of an instance becomes its admin.
#[utoipa::path(
    post, path = "/api/auth/register", tag = "auth", operation_id = "register", request_body = Registration,
    responses(
        (status = 201, description = "The account is made and signed in", body = SignedIn),
        (status = 400, description = "A field cannot be accepted, or the password is easy to guess", body = ErrorBody),
        (status = 403, description = "The instance takes no sign-ups", body = ErrorBody),
        (status = 404, description = "The instance asks for an invitation, and this one is used, withdrawn or run out", body = ErrorBody),
        (status = 409, description = "Another account has this email", body = ErrorBody),
        (status = 429, description = "Too many sign-ups from this network", body = ErrorBody),
    )
)]
pub(crate) async fn register(
    State(state): State<AppState>,
    Extension(secrets): Extension<Arc<Secrets>>,
    network: Network,
    headers: HeaderMap,
    Body(registration): Body<Registration>,
) -> Result<Response> {
    let Registration { email, password, name, session: kind, invite } = registration;
    let hashed_email = email_hash(&email);
    let mut keys = vec![Key::settings(), Key::bootstrap(), Key::credential(&hashed_email)];
    keys.extend(invite.as_ref().map(InviteToken::pass_key));
    let from = network.to_string();
    let (room, found) = tokio::join!(PER_NETWORK.take(&state, [&from]), state.store.get_all(&keys));
    room?;
    secrets.hasher.refuse_common("password", &password, &email, &name).await?;
    let mut found = found?.into_iter();
    let settings: Settings = found.next().flatten().map(read_item).transpose()?.unwrap_or_default();
    let mut first = found.next().flatten().is_none();
    // Whoever sets an instance up must be able to get in.
    let asked_for = !first && settings.registration != RegistrationMode::Open;
    let invite = invite.filter(|_| asked_for && settings.registration == RegistrationMode::InviteOnly);
    if asked_for && invite.is_none() {
        return Err(ApiError::RegistrationClosed);
    }
    if found.next().flatten().is_some() {
        return Err(ApiError::EmailTaken);
    }
    if let Some(invite) = &invite {
        invite.admitted_by(found.next().flatten(), state.now())?;
    }
    let hash = secrets.hasher.hash(&password, state.random()).await?;
    let now = state.now();
    let user = UserId::new(&state);
    let (session, refresh) = new_session(&state, user, &network, &headers, FIRST_VERSION);
    loop {
        let profile = Profile {
            kind: "PROFILE".to_owned(),
            schema: 1,
            rev: 1,
            id: user,
            email: email.clone(),
            email_verified: false,
            name: name.clone(),
            role: if first { Role::Admin } else { Role::User },
            preferences: Preferences::default(),
            token_version: FIRST_VERSION,
            family_count: 0,
            created_at: now,
            disabled_at: None,
            last_sign_in_at: Some(now),
            credentials_changed_at: None,
            onboarding: Onboarding::default(),
            second_factor: false,
        };
        let mut item = to_item(&profile)?;
        item.insert("dir_pk".to_owned(), attribute(&format!("USERS#{}", shard(&user)))?);
        item.insert("dir_sk".to_owned(), attribute(&format!("{}#{user}", now.to_rfc3339()))?);
        let credential = Credential::new(user, hash.clone(), FIRST_VERSION);
        let mut writes = vec![
            Write::put(Part::Email, Key::credential(&hashed_email), to_item(&credential)?, Absent),
            Write::put(Part::Rest, Key::profile(user), item, Absent),
            Write::put(Part::Rest, Key::session(user, session.id), to_item(&session)?, Absent),
        ];
        let (token, verification) = new_verification(Part::Rest, &state, user, &email)?;
        let letter = Letter::VerifyEmail { token };
        writes.extend([verification, post(Part::Rest, &state, email.clone(), profile.preferences.language, letter)?]);
        if first {
            let claim = json!({ "kind": "BOOTSTRAP", "schema": 1, "user_id": user, "created_at": now });
            writes.push(Write::put(Part::First, Key::bootstrap(), to_item(&claim)?, Absent));
            writes.push(one_admin_more(Part::Rest)?);
        }
        if let Some(invite) = &invite {
            writes.push(invite.use_pass(Part::Invite, user, now)?);
        }
        match state.store.commit(writes).await {
            Ok(()) => return signed_in(&state, &secrets, StatusCode::CREATED, kind, &refresh, (profile, Vec::new())).await,
            // Somebody else was first, so this one is not.
            Err(Refused::Condition(Part::First, _)) => first = false,
            Err(Refused::Condition(Part::Email, _)) => return Err(ApiError::EmailTaken),
            Err(Refused::Condition(Part::Invite, _)) => return Err(ApiError::InviteGone),
            Err(Refused::Condition(Part::Rest, _)) => return Err(ApiError::Busy),
            Err(Refused::Error(error)) => return Err(error),
        }
    }
}
