//! The refresh cookie of the web app.

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite, time};
use trajectory::config::CookieKind;
use trajectory::error::{ApiError, Context as _, Result};
use trajectory::state::AppState;

use crate::ORIGIN;
use crate::refresh_token::{REFRESH_LIFE, RefreshToken};

/// Sets the cookie.
pub(crate) fn set(headers: &mut HeaderMap, state: &AppState, token: &RefreshToken) -> Result<()> {
    let mut cookie = bare(state, token.to_string());
    cookie.set_max_age(time::Duration::seconds(REFRESH_LIFE.num_seconds()));
    append(headers, &cookie)
}

/// Takes the cookie away.
pub(crate) fn clear(headers: &mut HeaderMap, state: &AppState) -> Result<()> {
    let mut cookie = bare(state, String::new());
    cookie.make_removal();
    append(headers, &cookie)
}

/// The token in the cookie, if the call comes from the app itself.
///
/// # Errors
/// [`ApiError::SessionEnded`] without a cookie; [`ApiError::CrossSite`] for a call from elsewhere.
pub(crate) fn read(headers: &HeaderMap, state: &AppState) -> Result<RefreshToken> {
    let name = name(state);
    let text = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let found = text.flat_map(Cookie::split_parse).filter_map(std::result::Result::ok).find(|cookie| cookie.name() == name);
    let cookie = found.ok_or(ApiError::SessionEnded)?;
    if !same_origin(headers, state) {
        return Err(ApiError::CrossSite);
    }
    cookie.value().parse().map_err(|_| ApiError::SessionEnded)
}

/// Whether the browser says that our own page makes this call.
fn same_origin(headers: &HeaderMap, state: &AppState) -> bool {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return site == "same-origin";
    }
    let ours = match (&state.config.public_origin, state.config.cookie) {
        (Some(origin), _) => Some(origin.clone()),
        (None, CookieKind::Loopback) => text(header::HOST).map(|host| format!("http://{host}")),
        (None, CookieKind::Host) => text(header::HOST).map(|host| format!("https://{host}")),
    };
    text(ORIGIN).is_some_and(|origin| Some(origin) == ours.as_deref())
}

fn name(state: &AppState) -> &'static str {
    match state.config.cookie {
        CookieKind::Host => "__Host-trajectory_rt",
        CookieKind::Loopback => "trajectory_rt",
    }
}

fn bare(state: &AppState, value: String) -> Cookie<'static> {
    let secure = match state.config.cookie {
        CookieKind::Host => true,
        CookieKind::Loopback => false,
    };
    Cookie::build((name(state), value)).path("/").http_only(true).secure(secure).same_site(SameSite::Strict).build()
}

fn append(headers: &mut HeaderMap, cookie: &Cookie<'_>) -> Result<()> {
    let value = HeaderValue::from_str(&cookie.to_string()).context("writing a cookie")?;
    headers.append(header::SET_COOKIE, value);
    Ok(())
}
