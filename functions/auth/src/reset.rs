//! Setting a new password without the old one.

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::id::{Id as _, MailId, UserId};
use trajectory::limit::Limit;
use trajectory::mail::{Letter, RESET_LIFE, post};
use trajectory::network::Network;
use trajectory::request::Body;
use trajectory::reset::{Reset, ResetToken, new_reset};
use trajectory::state::AppState;
use trajectory::store::Condition::{Absent, All, Exists, Is, Lacks};
use trajectory::store::{Key, Refused, Write, attribute, read_item, to_item};
use trajectory::text::Email;
use trajectory::user::Profile;
use utoipa::ToSchema;

use crate::Secrets;
use crate::login::{Credential, email_hash};
use crate::password::Password;
use crate::sign_out::{end_all, kept_sessions};
use crate::verification::LINKS_PER_NETWORK;

/// Requests from one network; beyond that it is told to wait.
const PER_NETWORK: Limit = Limit { name: "reset-network", attempts: 20, minutes: 60 };
/// Letters to one address that one network can bring about.
const PER_ACCOUNT_AND_NETWORK: Limit = Limit { name: "reset", attempts: 3, minutes: 60 };
/// Letters to one address altogether. Beyond that nothing is sent and nobody is told.
///
/// A stranger who uses them up locks nobody out: the links live as long as the window is,
/// so the last letter of a used-up window has a link that works until the next window begins.
const PER_ACCOUNT: Limit = Limit { name: "reset-account", attempts: 6, minutes: 60 };

/// The address of an account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "email": "ana@example.org" }))]
pub(crate) struct ResetRequest {
    email: Email,
}

/// Ask for a link that sets a new password.
///
/// The answer is the same, and takes the same work, whether there is such an account or not.
#[utoipa::path(
    post, path = "/api/auth/password-reset", tag = "auth", operation_id = "request_password_reset", request_body = ResetRequest,
    responses(
        (status = 202, description = "If there is such an account, a letter is on its way"),
        (status = 400, description = "Not an email", body = ErrorBody),
        (status = 429, description = "Too many requests from this network", body = ErrorBody),
    )
)]
pub(crate) async fn request_password_reset(
    State(state): State<AppState>,
    network: Network,
    Body(ResetRequest { email }): Body<ResetRequest>,
) -> Result<StatusCode> {
    let hashed_email = email_hash(&email);
    let from = network.to_string();
    let (any, from_here, found) = tokio::join!(
        PER_NETWORK.take(&state, [&from]),
        PER_ACCOUNT_AND_NETWORK.take(&state, [&hashed_email, &from]),
        state.store.get(Key::credential(&hashed_email)),
    );
    any?;
    let from_here = has_room(from_here)?;
    let credential: Option<Credential> = found?.map(read_item).transpose()?;
    // Where there is no account, everything is done for somebody who does not exist.
    let user = credential.map_or_else(|| UserId::new(&state), |credential| credential.user_id);
    // What one network asks for in vain takes nothing from the others.
    let altogether = async { if from_here { has_room(PER_ACCOUNT.take(&state, [&hashed_email]).await) } else { Ok(false) } };
    let (room, profile) = tokio::join!(altogether, state.store.get(Key::profile(user)));
    let room = room?;
    let profile: Option<Profile> = profile?.map(read_item).transpose()?;
    let reader = profile.filter(|profile| room && profile.disabled_at.is_none() && profile.email == email);
    let (token, reset) = new_reset((), &state, user, RESET_LIFE)?;
    let writes = match reader {
        Some(profile) => vec![
            Write::check((), Key::profile(user), All(vec![Is("email", attribute(&email)?), Lacks("disabled_at")])),
            reset,
            post((), &state, email, profile.preferences.language, Letter::ResetPassword { token })?,
        ],
        None => in_vain(&state)?,
    };
    match state.store.commit(writes).await {
        Ok(()) | Err(Refused::Condition((), _)) => Ok(StatusCode::ACCEPTED),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// Whether a limit that nobody is told of leaves room.
fn has_room(taken: Result<()>) -> Result<bool> {
    match taken {
        Ok(()) => Ok(true),
        Err(ApiError::TooManyAttempts { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// A transaction of the same shape as the one that sends a letter, of items that lead to nothing and are gone within the hour.
fn in_vain(state: &AppState) -> Result<Vec<Write<()>>> {
    let nobody = UserId::new(state);
    let (token, reset) = new_reset((), state, nobody, RESET_LIFE)?;
    let kept = json!({ "kind": "LIMIT", "schema": 1, "digest": token.len(), "expires_at": (state.now() + RESET_LIFE).timestamp() });
    let nothing = Key::limit(&format!("in-vain#{}", MailId::new(state)));
    Ok(vec![Write::check((), Key::profile(nobody), Absent), reset, Write::put((), nothing, to_item(&kept)?, Absent)])
}

/// A token and the password that it sets.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "token": "usr_01890a5d-ac96-774b-bcce-b302099a8057.rst_01890a5d-ac96-774b-bcce-b302099a8057.5Yq0cQfK0m2lqKzjv1y3mJb0m6c0y1sS0eJ3nq8b7aE",
    "password": "quiet maple drum"
}))]
pub(crate) struct NewPassword {
    /// What stands behind the `#` of the link in the letter, or the code that an admin has handed over.
    #[schema(max_length = 200)]
    token: String,
    password: Password,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Profile,
    Reset,
    Rest,
}

/// Set a new password with the token of a letter, or with an admin's code.
///
/// It works once. All sessions end, and the person is told by mail.
#[utoipa::path(
    post, path = "/api/auth/password-reset/confirm", tag = "auth", operation_id = "reset_password", request_body = NewPassword,
    responses(
        (status = 204, description = "Set; sign in with it"),
        (status = 400, description = "The token was used or has run out, or the password is easy to guess", body = ErrorBody),
        (status = 403, description = "The account is switched off", body = ErrorBody),
        (status = 429, description = "Too many attempts", body = ErrorBody),
    )
)]
pub(crate) async fn reset_password(
    State(state): State<AppState>,
    Extension(secrets): Extension<Arc<Secrets>>,
    network: Network,
    Body(NewPassword { token, password }): Body<NewPassword>,
) -> Result<StatusCode> {
    let token: ResetToken = token.parse().map_err(|_| ApiError::BadLink)?;
    let (user, keys) = (token.user, [Key::reset(token.user, token.id), Key::profile(token.user)]);
    let from = network.to_string();
    let (room, found, sessions) =
        tokio::join!(LINKS_PER_NETWORK.take(&state, [&from]), state.store.get_all(&keys), kept_sessions(&state, user));
    room?;
    let mut found = found?.into_iter().flatten();
    let (Some(reset), Some(profile)) = (found.next(), found.next()) else {
        return Err(ApiError::BadLink);
    };
    let (reset, profile): (Reset, Profile) = (read_item(reset)?, read_item(profile)?);
    let fits = reset.secret_hash == token.hash()
        && reset.expires_at > state.now().timestamp()
        && profile.credentials_changed_at.is_none_or(|changed| changed <= reset.created_at);
    if !fits {
        return Err(ApiError::BadLink);
    }
    if profile.disabled_at.is_some() {
        return Err(ApiError::AccountDisabled);
    }
    secrets.hasher.refuse_common("password", &password, &profile.email, &profile.name).await?;
    let hash = secrets.hasher.hash(&password, state.random()).await?;
    let version = profile.token_version + 1;
    let unchanged =
        All(vec![Is("token_version", attribute(&profile.token_version)?), Is("email", attribute(&profile.email)?), Lacks("disabled_at")]);
    let set = to_item(&json!({ "credentials_changed_at": state.now(), "token_version": version }))?;
    let credential = to_item(&json!({ "password_hash": hash, "token_version": version }))?;
    let theirs = All(vec![Exists, Is("user_id", attribute(&user)?)]);
    let mut writes = vec![
        Write::delete(Part::Reset, Key::reset(user, token.id), Exists),
        Write::update(Part::Profile, Key::profile(user), set, unchanged),
        Write::update(Part::Rest, Key::credential(&email_hash(&profile.email)), credential, theirs),
        post(Part::Rest, &state, profile.email, profile.preferences.language, Letter::PasswordChanged)?,
    ];
    writes.extend(end_all(Part::Rest, user, sessions?));
    match state.store.commit(writes).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(Refused::Condition(Part::Reset, _)) => Err(ApiError::BadLink),
        Err(Refused::Condition(Part::Profile | Part::Rest, _)) => Err(ApiError::Busy),
        Err(Refused::Error(error)) => Err(error),
    }
}
