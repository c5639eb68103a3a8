//! The one place that turns routes into a service: for Lambda, the local stack and the tests alike.

use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tower_http::catch_panic::CatchPanicLayer;
use utoipa_axum::router::OpenApiRouter;

use crate::config::Door;
use crate::error::{ApiError, Code};
use crate::request::BODY_LIMIT;
use crate::state::AppState;
use crate::store::Meter;
use crate::{lambda, log};

/// The routes of a group, with their part of the OpenAPI document.
pub type Routes = OpenApiRouter<AppState>;

/// The header that CloudFront adds with the secret of the door.
pub const DOOR_HEADER: &str = "x-trajectory-door";

/// The routes as a service.
pub fn service(routes: Routes, state: AppState) -> axum::Router {
    let (paths, _document) = routes.split_for_parts();
    paths
        .fallback(async || ApiError::NotFound)
        .method_not_allowed_fallback(async || ApiError::MethodNotAllowed)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(CatchPanicLayer::custom(|_| ApiError::because("handling a request", &"it panicked").into_response()))
        .layer(middleware::from_fn_with_state(state.clone(), at_the_door))
        .layer(middleware::from_fn_with_state(Arc::new(AtomicBool::new(false)), observe))
        .with_state(state)
}

/// Lets in only what came through the front door, and keeps every answer out of caches.
async fn at_the_door(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let mut response = match &state.config.door {
        Door::CloudFront { secret } if !has_secret(&request, secret) => ApiError::WrongDoor.into_response(),
        Door::CloudFront { .. } | Door::Socket => next.run(request).await,
    };
    let headers = response.headers_mut();
    // Only `answer::Reference` says otherwise.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn has_secret(request: &Request, secret: &str) -> bool {
    let given = request.headers().get(DOOR_HEADER).map(HeaderValue::as_bytes).unwrap_or_default();
    // Digests are compared, so that the time taken tells nothing of the secret.
    let digest = |bytes: &[u8]| ring::digest::digest(&ring::digest::SHA256, bytes);
    digest(given).as_ref() == digest(secret.as_bytes()).as_ref()
}

/// What a request is counted as besides itself: a handler puts it into its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Somebody signed in.
    SignIn,
    /// A file has arrived.
    Upload,
}

/// One line for each request: no address of a record, no body, no query.
async fn observe(State(warm): State<Arc<AtomicBool>>, request: Request, next: Next) -> Response {
    let start = Instant::now();
    let method: Method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "unknown".to_owned(), |path| path.as_str().to_owned());
    let request_id = lambda::request_id(request.extensions());
    let (mut response, usage) = Meter::run(next.run(request)).await;
    let status = response.status();
    let code = response.extensions().get::<Code>().map(|code| code.0);
    let counted = response.extensions().get::<Counted>();
    let one = |is: bool| is.then_some(1_u64);
    tracing::info!(
        target: log::REQUEST,
        request_id,
        operation = format!("{method} {route}"),
        status = status.as_u16(),
        code,
        latency = milliseconds(start.elapsed()),
        cold_start = !warm.swap(true, Ordering::Relaxed),
        table_calls = usage.calls.len(),
        table_depth = usage.depth,
        table_bytes = usage.bytes_read,
        table_read_units = usage.read_units,
        table_milliseconds = milliseconds(usage.time),
        errors = one(status.is_server_error()),
        throttles = one(status == StatusCode::TOO_MANY_REQUESTS),
        sign_ins = one(counted == Some(&Counted::SignIn)),
        sign_in_failures = one(matches!(code, Some("wrong_credentials" | "wrong_code"))),
        uploads = one(counted == Some(&Counted::Upload)),
        "request"
    );
    response.extensions_mut().insert(usage);
    response
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
