//! Sessions: refreshed, ended, listed, revoked.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use axum::{Extension, Json};
use chrono::{DateTime, Utc};
use ring::hmac;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::Arc;
use trajectory::access::Me;
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::id::{Id as _, SessionId, UserId};
use trajectory::network::Network;
use trajectory::record::Page;
use trajectory::request::{Body, Ids};
use trajectory::state::AppState;
use trajectory::store::Condition::{Above, All, Exists, Is};
use trajectory::store::{Key, ListQuery, Refused, Write, attribute, read_item, to_item};
use trajectory::user::read_person;
use utoipa::ToSchema;

use crate::login::first_version;
use crate::refresh_token::{REFRESH_LIFE, ROTATION_GRACE, RefreshToken};
use crate::{Secrets, SessionKind, SignedIn, cookies, device, signed_in};

/// A session as it is kept.
#[derive(Serialize, Deserialize)]
pub(crate) struct KeptSession {
    kind: String,
    schema: u32,
    pub(crate) id: SessionId,
    /// SHA-256 of the secret of the token that is due next.
    secret_hash: String,
    /// When the token before the due one was used up; when the session began, before any was.
    rotated_at: DateTime<Utc>,
    /// The same of the token before that.
    rotated_before: DateTime<Utc>,
    /// The version that the person's tokens had when the session began. Once the profile has another, the session has ended.
    #[serde(default = "first_version")]
    pub(crate) token_version: u32,
    device: String,
    network: String,
    pub(crate) created_at: DateTime<Utc>,
    last_used_at: DateTime<Utc>,
    /// Seconds since 1970.
    expires_at: i64,
}

/// A signed-in device.
#[derive(Serialize, ToSchema)]
pub(crate) struct Session {
    id: SessionId,
    /// Browser and system, as the device names them.
    #[schema(example = "Firefox on Android")]
    device: String,
    /// Network that it signed in from.
    network: String,
    created_at: DateTime<Utc>,
    last_used_at: DateTime<Utc>,
    /// Whether this is the session that asks.
    current: bool,
}

/// A new session and its first refresh token.
pub(crate) fn new_session(
    state: &AppState,
    user: UserId,
    network: &Network,
    headers: &HeaderMap,
    token_version: u32,
) -> (KeptSession, RefreshToken) {
    let now = state.now();
    let id = SessionId::new(state);
    let token = RefreshToken::first(user, id, state.random());
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let session = KeptSession {
        kind: "SESSION".to_owned(),
        schema: 1,
        id,
        secret_hash: token.hash(),
        rotated_at: now,
        rotated_before: now,
        token_version,
        device: device::label(agent),
        network: network.to_string(),
        created_at: now,
        last_used_at: now,
        expires_at: (now + REFRESH_LIFE).timestamp(),
    };
    (session, token)
}

/// A refresh token in the body, for API clients; the web app leaves it out and sends its cookie.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "refresh_token": "usr_01890a5d-ac96-774b-bcce-b302099a8057.ses_01890a5d-ac96-774b-bcce-b302099a8058.secret" }))]
pub(crate) struct RefreshRequest {
    refresh_token: Option<String>,
}

impl RefreshRequest {
    fn token(&self, headers: &HeaderMap, state: &AppState) -> Result<(RefreshToken, SessionKind)> {
        match &self.refresh_token {
            Some(text) => Ok((text.parse().map_err(|_| ApiError::SessionEnded)?, SessionKind::Token)),
            None => Ok((cookies::read(headers, state)?, SessionKind::Cookie)),
        }
    }
}

/// Get a new access token.
///
/// The refresh token is used up and its successor handed out. Calls in parallel with the same token get the same successor;
/// a token that comes back more than a minute after its use ends the session, since two parties have it.
#[utoipa::path(
    post, path = "/api/auth/refresh", tag = "auth", operation_id = "refresh", request_body = RefreshRequest,
    responses(
        (status = 200, description = "A new access token", body = SignedIn),
        (status = 401, description = "The session has ended", body = ErrorBody),
        (status = 403, description = "A call with the cookie that did not come from the app itself", body = ErrorBody),
    )
)]
pub(crate) async fn refresh(
    State(state): State<AppState>,
    Extension(secrets): Extension<Arc<Secrets>>,
    headers: HeaderMap,
    Body(request): Body<RefreshRequest>,
) -> Result<Response> {
    let (token, kind) = request.token(&headers, &state)?;
    let key = secrets.signer.keys(&state).await?.refresh;
    let person = ListQuery::partition(Key::person(token.user));
    let (person, rotated) = tokio::join!(state.store.query(&person), rotate(&state, &token, &key));
    let (successor, version) = rotated?;
    let (profile, families) = read_person(person?.0)?;
    let profile = profile.filter(|profile| profile.accepts(version)).ok_or(ApiError::SessionEnded)?;
    signed_in(&state, &secrets, StatusCode::OK, kind, &successor, (profile, families)).await
}

/// Uses the token up and answers the one that is due after it, and the version of the session.
///
/// The session says which token is due and when the latest were used up, so the rotation is a compare-and-set:
/// of refreshes in parallel one makes it and the others find it made.
async fn rotate(state: &AppState, token: &RefreshToken, key: &hmac::Key) -> Result<(RefreshToken, u32)> {
    let now = state.now();
    let item = Key::session(token.user, token.session);
    let successor = token.successor(key);
    let set = to_item(&json!({
        "secret_hash": successor.hash(), "rotated_at": now, "last_used_at": now, "expires_at": (now + REFRESH_LIFE).timestamp(),
    }))?;
    let due = All(vec![Is("secret_hash", attribute(&token.hash())?), Above("expires_at", attribute(&now.timestamp())?)]);
    let write = Write::update((), item.clone(), set, due).copying("rotated_at", "rotated_before");
    match state.store.write(write).await {
        Ok(item) => return Ok((successor, read_item::<KeptSession>(item)?.token_version)),
        Err(Refused::Error(error)) => return Err(error),
        Err(Refused::Condition((), None)) => return Err(ApiError::SessionEnded),
        Err(Refused::Condition((), Some(there))) => {
            let session: KeptSession = read_item(there)?;
            if session.expires_at <= now.timestamp() {
                return Err(ApiError::SessionEnded);
            }
            let (rotations, current) = token.descendant(&session.secret_hash, key).ok_or(ApiError::SessionEnded)?;
            let used_at = match rotations {
                1 => Some(session.rotated_at),
                2 => Some(session.rotated_before),
                _ => None,
            };
            if used_at.is_some_and(|at| now - at <= ROTATION_GRACE) {
                return Ok((current, session.token_version));
            }
        }
    }
    tracing::warn!(session = %token.session, "a refresh token came back long after its use; the session is ended");
    end(state, item).await?;
    Err(ApiError::SessionEnded)
}

/// Sign out.
///
/// Ends the session of the refresh token. Signing out twice is no error.
#[utoipa::path(
    post, path = "/api/auth/logout", tag = "auth", operation_id = "logout", request_body = RefreshRequest,
    responses(
        (status = 204, description = "Signed out"),
        (status = 403, description = "A call with the cookie that did not come from the app itself", body = ErrorBody),
    )
)]
pub(crate) async fn logout(
    State(state): State<AppState>,
    Extension(secrets): Extension<Arc<Secrets>>,
    headers: HeaderMap,
    Body(request): Body<RefreshRequest>,
) -> Result<(StatusCode, HeaderMap)> {
    let mut answer = HeaderMap::new();
    cookies::clear(&mut answer, &state)?;
    match request.token(&headers, &state) {
        Ok((token, _)) => {
            let key = Key::session(token.user, token.session);
            let due = Is("secret_hash", attribute(&token.hash())?);
            match state.store.commit(vec![Write::delete((), key.clone(), due)]).await {
                Ok(()) | Err(Refused::Condition((), None)) => {}
                // Another tab has rotated it meanwhile; whoever has shown one of its tokens may end it.
                Err(Refused::Condition((), Some(there))) => {
                    let session: KeptSession = read_item(there)?;
                    if token.descendant(&session.secret_hash, &secrets.signer.keys(&state).await?.refresh).is_some() {
                        end(&state, key).await?;
                    }
                }
                Err(Refused::Error(error)) => return Err(error),
            }
        }
        Err(ApiError::SessionEnded) => {}
        Err(error) => return Err(error),
    }
    Ok((StatusCode::NO_CONTENT, answer))
}

/// List my sessions, newest first.
#[utoipa::path(
    get, path = "/api/auth/sessions", tag = "auth", operation_id = "list_sessions", security(("access_token" = [])),
    responses(
        (status = 200, description = "The devices that are signed in", body = Page<Session>),
        (status = 401, description = "Not signed in", body = ErrorBody),
    )
)]
pub(crate) async fn list_sessions(State(state): State<AppState>, me: Me) -> Result<Json<Page<Session>>> {
    let query = ListQuery::prefix(Key::sessions(me.caller.user), "SESSION#");
    let (found, _) = me.beside(state.store.query(&query)).await?;
    let now = state.now().timestamp();
    let mut items = Vec::new();
    for item in found {
        let kept: KeptSession = read_item(item)?;
        if kept.expires_at > now && kept.token_version == me.caller.token_version {
            let KeptSession { id, device, network, created_at, last_used_at, .. } = kept;
            items.push(Session { id, device, network, created_at, last_used_at, current: id == me.caller.session });
        }
    }
    items.reverse();
    Ok(Json(Page { items, next: None }))
}

/// End one of my sessions.
///
/// Its device is signed out when it next asks for an access token, at the latest after 15 minutes.
#[utoipa::path(
    delete, path = "/api/auth/sessions/{session_id}", tag = "auth", operation_id = "delete_session", security(("access_token" = [])),
    params(("session_id" = SessionId, Path)),
    responses(
        (status = 204, description = "Ended"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No session of mine", body = ErrorBody),
    )
)]
pub(crate) async fn delete_session(State(state): State<AppState>, me: Me, Ids(session): Ids<SessionId>) -> Result<StatusCode> {
    let writes = vec![
        Write::check(true, Key::profile(me.caller.user), me.condition()),
        Write::delete(false, Key::session(me.caller.user, session), Exists),
    ];
    match state.store.commit(writes).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(Refused::Condition(true, _)) => Err(ApiError::SessionEnded),
        Err(Refused::Condition(false, _)) => Err(ApiError::NotFound),
        Err(Refused::Error(error)) => Err(error),
    }
}

async fn end(state: &AppState, key: Key) -> Result<()> {
    match state.store.commit(vec![Write::delete((), key, Exists)]).await {
        Ok(()) | Err(Refused::Condition((), _)) => Ok(()),
        Err(Refused::Error(error)) => Err(error),
    }
}
