//! Ending all sessions of a person at once.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;
use trajectory::access::Me;
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::id::{SessionId, UserId};
use trajectory::request::Params;
use trajectory::state::AppState;
use trajectory::store::Condition::{Absent, All, Any, Exists, Is};
use trajectory::store::{Item, Key, ListQuery, Refused, Write, attribute, read_item, to_item};
use utoipa::IntoParams;

use crate::login::email_hash;
use crate::sessions::KeptSession;
use crate::{AccessToken, Secrets, access_token, cookies};

/// Which session is kept when all are ended.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Keep {
    /// Whether the session that asks goes on. It then needs the access token of the answer.
    #[serde(default)]
    keep_current: bool,
}

/// End all my sessions, or all others.
///
/// All access tokens end at once, whatever time they had left. Waits twice: the sessions must be known to be deleted.
#[utoipa::path(
    delete, path = "/api/auth/sessions", tag = "auth", operation_id = "sign_out_everywhere", security(("access_token" = [])),
    params(Keep),
    responses(
        (status = 200, description = "The others have ended; this one goes on with this token", body = AccessToken),
        (status = 204, description = "All have ended"),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
    )
)]
pub(crate) async fn sign_out_everywhere(
    State(state): State<AppState>,
    Extension(secrets): Extension<Arc<Secrets>>,
    me: Me,
    Params(Keep { keep_current }): Params<Keep>,
) -> Result<Response> {
    let (user, current) = (me.caller.user, me.caller.session);
    let (read, sessions) = tokio::join!(me.read(), kept_sessions(&state, user));
    let (mut profile, families) = read?;
    let mut sessions = sessions?;
    profile.token_version += 1;
    let version = to_item(&json!({ "token_version": profile.token_version }))?;
    let same = All(vec![me.condition(), Is("email", attribute(&profile.email)?)]);
    let theirs = All(vec![Exists, Is("user_id", attribute(&user)?)]);
    let mut writes = vec![
        Write::update((), Key::profile(user), Item::new(), same).adding("token_version", 1),
        Write::update((), Key::credential(&email_hash(&profile.email)), version.clone(), theirs),
    ];
    if keep_current {
        sessions.retain(|session| *session != current);
        writes.push(Write::update((), Key::session(user, current), version, Exists));
    }
    writes.extend(end_all((), user, sessions));
    match state.store.commit(writes).await {
        Ok(()) if keep_current => Ok(Json(access_token(&state, &secrets, current, &profile, families).await?).into_response()),
        Ok(()) => {
            let mut answer = HeaderMap::new();
            cookies::clear(&mut answer, &state)?;
            Ok((StatusCode::NO_CONTENT, answer).into_response())
        }
        Err(Refused::Condition((), _)) => Err(ApiError::SessionEnded),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// Sessions that one transaction deletes beside its other writes.
const MAX_ENDED: usize = 80;

/// The ids of a person's sessions.
pub(crate) async fn kept_sessions(state: &AppState, user: UserId) -> Result<Vec<SessionId>> {
    let (items, _) = state.store.query(&ListQuery::prefix(Key::sessions(user), "SESSION#")).await?;
    items.into_iter().map(|item| read_item(item).map(|session: KeptSession| session.id)).collect()
}

/// The writes that delete these sessions. What ends them is that the profile's `token_version` is raised in the same
/// transaction; so any that do not fit may stay until they run out.
pub(crate) fn end_all<L: Copy>(label: L, user: UserId, sessions: Vec<SessionId>) -> impl Iterator<Item = Write<L>> {
    let keys = sessions.into_iter().rev().take(MAX_ENDED).map(move |session| Key::session(user, session));
    keys.map(move |key| Write::delete(label, key, Any(vec![Exists, Absent])))
}
