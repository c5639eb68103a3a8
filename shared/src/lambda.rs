//! Running a route group as a Lambda function.

use crate::config::{Config, Environment};
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
    if let Err(error) = state.keys.load().await {
        // A first request will try again; a function that never starts would help nobody.
        lambda_http::tracing::error!(%error, "the key ring could not be read");
    }
    lambda_http::run(service(routes, state)).await
}

/// Writes what is logged where Amazon's log service reads it, in the format that the function's settings ask for.
pub fn log_to_the_cloud() {
    lambda_http::tracing::init_default_subscriber();
}
