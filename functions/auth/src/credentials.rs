//! Changing the password, changing the email, closing the account: each after the password was typed once more.

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;
use trajectory::access::Me;
use trajectory::answer::Tagged;
use trajectory::error::{ApiError, Context as _, ErrorBody, Result};
use trajectory::id::FamilyId;
use trajectory::mail::{Letter, post};
use trajectory::network::Network;
use trajectory::record::Rev;
use trajectory::request::{Body, IfMatch};
use trajectory::state::AppState;
use trajectory::store::Condition::{Absent, All, Any, Exists, Is};
use trajectory::store::{Key, Refused, Write, attribute, read_item, to_item};
use trajectory::text::Email;
use trajectory::user::{Profile, Role, User};
use utoipa::ToSchema;

use crate::confirm::{Part, confirm};
use crate::login::{Credential, email_hash};
use crate::password::Password;
use crate::sessions::new_session;
use crate::sign_out::{end_all, kept_sessions};
use crate::verification::new_verification;
use crate::{Secrets, SessionKind, SignedIn, cookies, signed_in};

/// The password as it is and as it shall be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "current_password": "brisk otter lamp", "new_password": "quiet maple drum", "session": "token" }))]
pub(crate) struct PasswordChange {
    current_password: Password,
    new_password: Password,
    session: SessionKind,
}

/// Change my password.
///
/// All sessions end at once, and links and codes for a new password are void; the answer is a new session for the caller.
/// The person is told by mail.
#[utoipa::path(
    put, path = "/api/auth/password", tag = "auth", operation_id = "change_password", security(("access_token" = [])),
    request_body = PasswordChange,
    responses(
        (status = 200, description = "Changed; this is the caller's new session", body = SignedIn),
        (status = 400, description = "The current password is another, or the new one is easy to guess", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 429, description = "Too many attempts", body = ErrorBody),
    )
)]
pub(crate) async fn change_password(
    State(state): State<AppState>,
    Extension(secrets): Extension<Arc<Secrets>>,
    me: Me,
    network: Network,
    headers: HeaderMap,
    Body(change): Body<PasswordChange>,
) -> Result<Response> {
    let PasswordChange { current_password, new_password, session: kind } = change;
    let user = me.caller.user;
    let (confirmed, sessions) =
        tokio::join!(confirm(&state, &secrets, &me, &current_password, "current_password"), kept_sessions(&state, user));
    let confirmed = confirmed?;
    secrets.hasher.refuse_common("new_password", &new_password, &confirmed.profile.email, &confirmed.profile.name).await?;
    let hash = secrets.hasher.hash(&new_password, state.random()).await?;
    let now = state.now();
    let mut profile = confirmed.profile.clone();
    profile.token_version += 1;
    let (session, refresh) = new_session(&state, user, &network, &headers, profile.token_version);
    let set = to_item(&json!({ "credentials_changed_at": now }))?;
    let credential = to_item(&json!({ "password_hash": hash, "token_version": profile.token_version }))?;
    let mut writes = vec![
        Write::update(Part::Profile, Key::profile(user), set, confirmed.profile_condition(&me)?).adding("token_version", 1),
        Write::update(Part::Credential, confirmed.key.clone(), credential, confirmed.credential_condition()?),
        Write::put(Part::Rest, Key::session(user, session.id), to_item(&session)?, Absent),
        post(Part::Rest, &state, profile.email.clone(), profile.preferences.language, Letter::PasswordChanged)?,
    ];
    writes.extend(end_all(Part::Rest, user, sessions?));
    match state.store.commit(writes).await {
        Ok(()) => signed_in(&state, &secrets, StatusCode::OK, kind, &refresh, (profile, confirmed.families)).await,
        Err(Refused::Condition(part, _)) => Err(part.refusal()),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// A new address, and the password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "email": "ana.maria@example.org", "password": "brisk otter lamp" }))]
pub(crate) struct EmailChange {
    email: Email,
    password: Password,
}

/// Change my email.
///
/// From now on I sign in with the new one, which is asked for confirmation by mail; the former one is told.
/// Links and codes for a new password are void.
#[utoipa::path(
    put, path = "/api/auth/email", tag = "auth", operation_id = "change_email", security(("access_token" = [])),
    request_body = EmailChange,
    params(("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "My account as it is now", body = User),
        (status = 400, description = "The password is another, or the email cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 409, description = "Another account has this email", body = ErrorBody),
        (status = 412, description = "Changed meanwhile", body = ErrorBody),
        (status = 429, description = "Too many attempts", body = ErrorBody),
    )
)]
pub(crate) async fn change_email(
    State(state): State<AppState>,
    Extension(secrets): Extension<Arc<Secrets>>,
    me: Me,
    IfMatch(seen): IfMatch,
    Body(EmailChange { email, password }): Body<EmailChange>,
) -> Result<Tagged<User>> {
    let confirmed = confirm(&state, &secrets, &me, &password, "password").await?;
    let former = confirmed.profile.email.clone();
    if email == former {
        return Err(ApiError::field("email", "is your email already"));
    }
    let mut profile = confirmed.profile.clone();
    if seen.is_some_and(|seen| seen != Rev(profile.rev)) {
        return Err(changed_meanwhile(profile, confirmed.families)?);
    }
    let user = profile.id;
    let now = state.now();
    let language = profile.preferences.language;
    profile.rev += 1;
    profile.email = email.clone();
    profile.email_verified = false;
    let unchanged = All(vec![confirmed.profile_condition(&me)?, Is("rev", attribute(&confirmed.profile.rev)?)]);
    let set = to_item(&json!({ "email": email, "email_verified": false, "rev": profile.rev, "credentials_changed_at": now }))?;
    let credential =
        Credential::new(user, confirmed.password_hash().to_owned(), profile.token_version).asking_for_code(profile.second_factor);
    let (token, verification) = new_verification(Part::Rest, &state, user, &email)?;
    let writes = vec![
        Write::update(Part::Profile, Key::profile(user), set, unchanged),
        Write::delete(Part::Credential, confirmed.key.clone(), confirmed.credential_condition()?),
        Write::put(Part::NewEmail, Key::credential(&email_hash(&email)), to_item(&credential)?, Absent),
        verification,
        post(Part::Rest, &state, email, language, Letter::VerifyEmail { token })?,
        post(Part::Rest, &state, former, language, Letter::EmailChanged)?,
    ];
    match state.store.commit(writes).await {
        Ok(()) => Ok(Tagged(User::new(profile, confirmed.families))),
        Err(Refused::Condition(Part::Profile, Some(there))) if me.stands(&there) => {
            Err(changed_meanwhile(read_item(there)?, confirmed.families)?)
        }
        Err(Refused::Condition(part, _)) => Err(part.refusal()),
        Err(Refused::Error(error)) => Err(error),
    }
}

fn changed_meanwhile(profile: Profile, families: Vec<FamilyId>) -> Result<ApiError> {
    let current = serde_json::to_value(User::new(profile, families)).context("showing an account")?;
    Ok(ApiError::ChangedMeanwhile { current: Some(current) })
}

/// The password of an account that shall be closed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "password": "brisk otter lamp" }))]
pub(crate) struct Closing {
    password: Password,
}

/// Close my account.
///
/// Profile and sign-in are deleted, all tokens end at once, and the email can be used for a new account.
/// I must have left my families before (`DELETE /api/account/families`), so that none of them is left without an owner.
#[utoipa::path(
    delete, path = "/api/auth/account", tag = "auth", operation_id = "close_account", security(("access_token" = [])),
    request_body = Closing,
    responses(
        (status = 204, description = "Closed"),
        (status = 400, description = "The password is another", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 409, description = "I belong to a family still, or am an admin", body = ErrorBody),
        (status = 429, description = "Too many attempts", body = ErrorBody),
    )
)]
pub(crate) async fn close_account(
    State(state): State<AppState>,
    Extension(secrets): Extension<Arc<Secrets>>,
    me: Me,
    Body(Closing { password }): Body<Closing>,
) -> Result<(StatusCode, HeaderMap)> {
    let user = me.caller.user;
    let (confirmed, sessions) = tokio::join!(confirm(&state, &secrets, &me, &password, "password"), kept_sessions(&state, user));
    let confirmed = confirmed?;
    let profile = &confirmed.profile;
    if let Some(hindrance) = hindrance(profile.role, profile.family_count) {
        return Err(hindrance);
    }
    // Whoever lets the person into a family counts it here in the same transaction, and whoever appoints an admin says so here.
    let alone = All(vec![confirmed.profile_condition(&me)?, Is("family_count", attribute(&0)?), Is("role", attribute(&Role::User)?)]);
    let mut writes = vec![
        Write::delete(Part::Profile, Key::profile(user), alone),
        Write::delete(Part::Credential, confirmed.key.clone(), confirmed.credential_condition()?),
        post(Part::Rest, &state, profile.email.clone(), profile.preferences.language, Letter::AccountClosed)?,
    ];
    writes.push(Write::delete(Part::Rest, Key::second_factor(user), Any(vec![Exists, Absent])));
    writes.extend(end_all(Part::Rest, user, sessions?));
    match state.store.commit(writes).await {
        Ok(()) => {
            let mut answer = HeaderMap::new();
            cookies::clear(&mut answer, &state)?;
            Ok((StatusCode::NO_CONTENT, answer))
        }
        Err(Refused::Condition(Part::Profile, Some(there))) if me.stands(&there) => {
            let profile: Profile = read_item(there)?;
            Err(hindrance(profile.role, profile.family_count).unwrap_or(ApiError::Busy))
        }
        Err(Refused::Condition(part, _)) => Err(part.refusal()),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// Why an account cannot be closed, if it cannot.
fn hindrance(role: Role, families: u32) -> Option<ApiError> {
    match (role, families) {
        (Role::Admin, _) => Some(ApiError::AdminAccount),
        (Role::User, 0) => None,
        (Role::User, _) => Some(ApiError::StillInFamilies),
    }
}
