//! Running a route group as a Lambda function.

use axum::http::Extensions;
use lambda_http::request::RequestContext;
use lambda_http::tracing::subscriber;
use lambda_http::tracing::subscriber::filter::LevelFilter;
use lambda_http::tracing::subscriber::layer::{Layer as _, SubscriberExt as _};
use lambda_http::tracing::subscriber::util::SubscriberInitExt as _;
use std::io::Write as _;

use crate::config::{Config, Environment};
use crate::log::{self, JsonLines};
use crate::service::{Routes, service};
use crate::state::AppState;
use crate::store::{Endpoint, Store};

/// Runs the routes until the environment ends.
///
/// # Errors
/// The environment lacks a setting, or Lambda's runtime cannot be reached.
pub async fn run(routes: Routes) -> Result<(), lambda_http::Error> {
    let (state, _, _) = start()?;
    serve(routes, state).await
}

/// The same for routes that store files, in the bucket of `TRAJECTORY_FILES_BUCKET`.
///
/// # Errors
/// As [`run`].
#[cfg(feature = "files")]
pub async fn run_with_files(routes: Routes) -> Result<(), lambda_http::Error> {
    let (state, endpoint, environment) = start()?;
    let files = crate::files::Files::from_environment(&endpoint, &environment)?;
    serve(routes, state.with_files(files)).await
}

/// What a worker works with, for functions that are no HTTP services: the table, and the bucket of `TRAJECTORY_FILES_BUCKET`.
/// A worker is behind no front door and sets no cookie.
///
/// # Errors
/// The environment lacks a setting.
#[cfg(feature = "files")]
pub fn start_worker() -> Result<(AppState, crate::files::Files), lambda_http::Error> {
    log_to_the_cloud();
    let environment = Environment::of_process();
    let config = Config::of_worker(&environment)?;
    let endpoint = Endpoint::from_environment(&environment)?;
    let files = crate::files::Files::from_environment(&endpoint, &environment)?;
    Ok((AppState::new(Store::new(&endpoint, config.table.clone()), config).with_files(files.clone()), files))
}

fn start() -> Result<(AppState, Endpoint, Environment), lambda_http::Error> {
    log_to_the_cloud();
    let environment = Environment::of_process();
    let config = Config::from_environment(&environment)?;
    let endpoint = Endpoint::from_environment(&environment)?;
    let store = Store::new(&endpoint, config.table.clone());
    Ok((AppState::new(store, config), endpoint, environment))
}

/// The key ring is read before the first request: that opens the connection to the table
/// while Lambda still gives the full processor to starting up.
async fn serve(routes: Routes, state: AppState) -> Result<(), lambda_http::Error> {
    if let Err(error) = state.keys.load(state.now()).await {
        // A first request will try again; a function that never starts would help nobody.
        tracing::error!(%error, "the key ring could not be read");
    }
    lambda_http::run(service(routes, state)).await
}

/// Writes what is logged to where Lambda collects it, from the level on that the function's settings name.
///
/// What a panic says may hold what somebody typed, so of it only the place is told.
pub fn log_to_the_cloud() {
    let environment = Environment::of_process();
    let level = environment.get("AWS_LAMBDA_LOG_LEVEL").and_then(|name| name.parse().ok()).unwrap_or(LevelFilter::INFO);
    let lines = JsonLines::of_function(&environment, |line: &[u8]| {
        // Where nothing can be written, nobody can be told of it.
        let _unheard = std::io::stdout().lock().write_all(line);
    });
    subscriber::registry().with(lines.with_filter(log::filter(level))).init();
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panicked");
    }));
}

/// The id that API Gateway has given to a request: that of its access log, and of the header `apigw-requestid` of the answer.
pub(crate) fn request_id(extensions: &Extensions) -> Option<String> {
    match extensions.get::<RequestContext>()? {
        RequestContext::ApiGatewayV1(context) => context.request_id.clone(),
        RequestContext::ApiGatewayV2(context) => context.request_id.clone(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lambda_http::aws_lambda_events::apigw::{ApiGatewayProxyRequestContext, ApiGatewayV2httpRequestContext};

    #[test]
    fn a_request_has_the_id_of_the_gateways_access_log() {
        let id = || Some("JKJaXmPLvHcESHA=".to_owned());
        let mut second = ApiGatewayV2httpRequestContext::default();
        second.request_id = id();
        let mut first = ApiGatewayProxyRequestContext::default();
        first.request_id = id();
        for context in [RequestContext::ApiGatewayV2(second), RequestContext::ApiGatewayV1(first)] {
            let mut extensions = Extensions::new();
            extensions.insert(context);
            assert_eq!(request_id(&extensions), id());
        }
        assert_eq!(request_id(&Extensions::new()), None);
    }
}
