//! Route group: sign-up, sign-in and sessions. The only group that reads credentials and signing keys.

mod confirm;
mod cookies;
mod credentials;
mod device;
mod login;
mod password;
mod refresh_token;
mod register;
mod reset;
mod second_factor;
mod sessions;
mod sign_out;
mod signer;
mod totp;
mod verification;

use axum::Extension;
use axum::Json;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use trajectory::error::Result;
use trajectory::id::{FamilyId, SessionId};
use trajectory::service::Routes;
use trajectory::state::AppState;
use trajectory::token::{ACCESS_TOKEN_LIFE, Claims, sign};
use trajectory::user::{Profile, User};
use utoipa::ToSchema;
use utoipa_axum::routes;

use refresh_token::RefreshToken;

/// The routes of the group.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(register::register))
        .routes(routes!(login::login))
        .routes(routes!(sessions::refresh))
        .routes(routes!(sessions::logout))
        .routes(routes!(sessions::list_sessions, sign_out::sign_out_everywhere))
        .routes(routes!(sessions::delete_session))
        .routes(routes!(credentials::change_password))
        .routes(routes!(credentials::change_email))
        .routes(routes!(credentials::close_account))
        .routes(routes!(second_factor::create_second_factor, second_factor::delete_second_factor))
        .routes(routes!(second_factor::confirm_second_factor))
        .routes(routes!(verification::send_verification))
        .routes(routes!(verification::verify_email))
        .routes(routes!(reset::request_password_reset))
        .routes(routes!(reset::reset_password))
        .layer(Extension(Arc::new(Secrets::default())))
}

/// What only this group has: the signer and the password hasher.
#[derive(Default)]
struct Secrets {
    signer: signer::Signer,
    hasher: password::Hasher,
}

/// Where the refresh token goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum SessionKind {
    /// Into an HttpOnly cookie: for the web app.
    Cookie,
    /// Into the body: for API clients.
    Token,
}

/// What a successful sign-up, sign-in or refresh answers.
#[derive(Serialize, ToSchema)]
struct SignedIn {
    /// Send it as `Authorization: Bearer …`.
    access_token: String,
    /// Seconds until the access token has run out.
    expires_in: i64,
    /// For API clients that asked for it; the web app has it in a cookie.
    refresh_token: Option<String>,
    /// Who has signed in.
    user: User,
}

/// A new access token for a session that goes on.
#[derive(Serialize, ToSchema)]
struct AccessToken {
    /// Send it as `Authorization: Bearer …`.
    access_token: String,
    /// Seconds until it has run out.
    expires_in: i64,
}

async fn access_token(
    state: &AppState,
    secrets: &Secrets,
    session: SessionId,
    profile: &Profile,
    families: Vec<FamilyId>,
) -> Result<AccessToken> {
    let claims = Claims::new(state.now(), profile.id, session, profile.token_version, families, profile.role);
    let access_token = sign(&claims, &secrets.signer.keys(state).await?.signing)?;
    Ok(AccessToken { access_token, expires_in: ACCESS_TOKEN_LIFE.num_seconds() })
}

/// Builds the answer: signs an access token and hands out the refresh token the one way or the other, never both.
async fn signed_in(
    state: &AppState,
    secrets: &Secrets,
    status: StatusCode,
    kind: SessionKind,
    refresh: &RefreshToken,
    (profile, families): (Profile, Vec<FamilyId>),
) -> Result<Response> {
    let AccessToken { access_token, expires_in } = access_token(state, secrets, refresh.session, &profile, families.clone()).await?;
    let mut headers = HeaderMap::new();
    let refresh_token = match kind {
        SessionKind::Cookie => {
            cookies::set(&mut headers, state, refresh)?;
            None
        }
        SessionKind::Token => Some(refresh.to_string()),
    };
    let user = User::new(profile, families);
    let body = SignedIn { access_token, expires_in, refresh_token, user };
    Ok((status, headers, Json(body)).into_response())
}

const ORIGIN: HeaderName = axum::http::header::ORIGIN;
