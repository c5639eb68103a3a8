//! Showing that an address is one's own, by a link that only its reader has.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use trajectory::access::Me;
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::id::{UserId, VerificationId};
use trajectory::limit::Limit;
use trajectory::mail::{Letter, VERIFICATION_LIFE, post};
use trajectory::network::Network;
use trajectory::one_time::OneTimeToken;
use trajectory::request::Body;
use trajectory::state::AppState;
use trajectory::store::Condition::{Absent, All, Exists, Is};
use trajectory::store::{Key, Refused, Write, attribute, read_item, to_item};
use trajectory::text::Email;
use trajectory::user::Profile;
use utoipa::ToSchema;

use crate::login::email_hash;

/// Letters that a person can ask for.
const PER_PERSON: Limit = Limit { name: "verification", attempts: 5, minutes: 60 };
/// Links that are shown from one network.
pub(crate) const LINKS_PER_NETWORK: Limit = Limit { name: "links", attempts: 60, minutes: 15 };

/// A verification as it is kept. It stays until it has run out, so that a second click on the link is no error.
#[derive(Serialize, Deserialize)]
struct Verification {
    kind: String,
    schema: u32,
    secret_hash: String,
    /// Digest of the address that the link was sent to.
    email_hash: String,
    created_at: DateTime<Utc>,
    /// Seconds since 1970.
    expires_at: i64,
}

/// The token of a link that shows that the address is the person's, and the write that keeps it.
pub(crate) fn new_verification<L>(label: L, state: &AppState, user: UserId, email: &Email) -> Result<(String, Write<L>)> {
    let now = state.now();
    let token = OneTimeToken::<VerificationId>::new(state, user);
    let verification = Verification {
        kind: "VERIFICATION".to_owned(),
        schema: 1,
        secret_hash: token.hash(),
        email_hash: email_hash(email),
        created_at: now,
        expires_at: (now + VERIFICATION_LIFE).timestamp(),
    };
    Ok((token.to_string(), Write::put(label, Key::verification(user, token.id), to_item(&verification)?, Absent)))
}

/// Send me the letter that confirms my email once more.
///
/// Waits twice: the profile says which address it goes to. Where the email is confirmed already, nothing is sent.
#[utoipa::path(
    post, path = "/api/auth/verification", tag = "auth", operation_id = "send_verification", security(("access_token" = [])),
    responses(
        (status = 202, description = "The letter is on its way"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 429, description = "Too many letters", body = ErrorBody),
    )
)]
pub(crate) async fn send_verification(State(state): State<AppState>, me: Me) -> Result<StatusCode> {
    let person = me.caller.user.to_string();
    let (room, read) = tokio::join!(PER_PERSON.take(&state, [&person]), me.read());
    let (profile, _) = read?;
    room?;
    if profile.email_verified {
        return Ok(StatusCode::ACCEPTED);
    }
    let (token, verification) = new_verification(false, &state, profile.id, &profile.email)?;
    let same = All(vec![me.condition(), Is("email", attribute(&profile.email)?)]);
    let writes = vec![
        Write::check(true, Key::profile(profile.id), same),
        verification,
        post(false, &state, profile.email, profile.preferences.language, Letter::VerifyEmail { token })?,
    ];
    match state.store.commit(writes).await {
        Ok(()) => Ok(StatusCode::ACCEPTED),
        Err(Refused::Condition(true, _)) => Err(ApiError::SessionEnded),
        Err(Refused::Condition(false, _)) => Err(ApiError::Busy),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// The token of a link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "token": "usr_01890a5d-ac96-774b-bcce-b302099a8057.ver_01890a5d-ac96-774b-bcce-b302099a8057.5Yq0cQfK0m2lqKzjv1y3mJb0m6c0y1sS0eJ3nq8b7aE"
}))]
pub(crate) struct Link {
    /// What stands behind the `#` of the link.
    #[schema(max_length = 200)]
    token: String,
}

/// Confirm an email with the token of a letter.
///
/// It holds for the address that the letter went to, as long as that is the account's. A second time is no error.
#[utoipa::path(
    post, path = "/api/auth/verify-email", tag = "auth", operation_id = "verify_email", request_body = Link,
    responses(
        (status = 204, description = "Confirmed"),
        (status = 400, description = "The link has run out, or belongs to another address", body = ErrorBody),
        (status = 429, description = "Too many attempts", body = ErrorBody),
    )
)]
pub(crate) async fn verify_email(State(state): State<AppState>, network: Network, Body(Link { token }): Body<Link>) -> Result<StatusCode> {
    let token: OneTimeToken<VerificationId> = token.parse().map_err(|_| ApiError::BadLink)?;
    let keys = [Key::verification(token.user, token.id), Key::profile(token.user)];
    let from = network.to_string();
    let (room, found) = tokio::join!(LINKS_PER_NETWORK.take(&state, [&from]), state.store.get_all(&keys));
    room?;
    let mut found = found?.into_iter().flatten();
    let (Some(verification), Some(profile)) = (found.next(), found.next()) else {
        return Err(ApiError::BadLink);
    };
    let (verification, profile): (Verification, Profile) = (read_item(verification)?, read_item(profile)?);
    let fits = verification.secret_hash == token.hash()
        && verification.expires_at > state.now().timestamp()
        && verification.email_hash == email_hash(&profile.email);
    if !fits {
        return Err(ApiError::BadLink);
    }
    if profile.email_verified {
        return Ok(StatusCode::NO_CONTENT);
    }
    let same = All(vec![Exists, Is("email", attribute(&profile.email)?)]);
    let set = to_item(&json!({ "email_verified": true }))?;
    match state.store.write(Write::update((), Key::profile(token.user), set, same).adding("rev", 1)).await {
        Ok(_) => Ok(StatusCode::NO_CONTENT),
        Err(Refused::Condition((), _)) => Err(ApiError::BadLink),
        Err(Refused::Error(error)) => Err(error),
    }
}
