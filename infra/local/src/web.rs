//! The built web app beside the API, with the headers that CloudFront sets in the cloud.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use std::path::Path;
use tower::ServiceExt as _;
use tower_http::services::{ServeDir, ServeFile};

/// API under `/api`, the web app everywhere else. Paths of the app that are no files get its page.
pub fn with_web_app(api: Router, web: &Path, files_origin: &str) -> Router {
    let app = web_app(web, files_origin);
    // A choice by hand, since nesting would take the API's part off its paths.
    Router::new().fallback(move |request: Request| async move {
        let path = request.uri().path();
        let service = if path == "/api" || path.starts_with("/api/") { api } else { app };
        service.oneshot(request).await
    })
}

fn web_app(web: &Path, files_origin: &str) -> Router {
    let page = web.join("index.html");
    if !page.exists() {
        return Router::new().fallback(not_built);
    }
    let policy = content_security_policy(files_origin);
    Router::new()
        // Built files have no page to fall back on: a name that is gone is gone.
        .nest_service("/assets", ServeDir::new(web.join("assets")).precompressed_gzip())
        .fallback_service(ServeDir::new(web).precompressed_gzip().fallback(ServeFile::new(page)))
        .layer(middleware::from_fn(move |request: Request, next: Next| with_headers(policy.clone(), request, next)))
}

async fn not_built() -> impl IntoResponse {
    let page = "<!doctype html><title>Trajectory</title><p>The web app is not built yet. Run <code>make run</code>; the API answers under <code>/api</code>.";
    (StatusCode::NOT_FOUND, Html(page))
}

/// What the app may load and run: itself, and files from the bucket. Styles may be inline, the component library needs it.
fn content_security_policy(files_origin: &str) -> HeaderValue {
    let policy = format!(
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data: {files_origin}; \
         connect-src 'self' {files_origin}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).unwrap_or_else(|_| HeaderValue::from_static("default-src 'self'"))
}

async fn with_headers(policy: HeaderValue, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let status = response.status();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("permissions-policy"), HeaderValue::from_static("camera=(self), geolocation=(), microphone=()"));
    if !headers.contains_key(header::CACHE_CONTROL) {
        // Names under /assets carry a hash of their content; everything else may change with the next build.
        let cache = if path.starts_with("/assets/") && status.is_success() { "public, max-age=31536000, immutable" } else { "no-cache" };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    }
    response
}
