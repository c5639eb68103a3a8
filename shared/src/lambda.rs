//! Running a route group as a Lambda function.

use crate::config::{Config, Environment};
use crate::service::{Routes, service};
use crate::state::AppState;
use crate::store::{Endpoint, Store};

/// Runs the routes until the environment ends.
///
/// The key ring is read before the first request: that opens the connection to the table
/// while Lambda still gives the full processor to starting up.
///
/// # Errors
/// The environment lacks a setting, or Lambda's runtime cannot be reached.
pub async fn run(routes: Routes) -> Result<(), lambda_http::Error> {
    log_to_the_cloud();
    let environment = Environment::of_process();
    let config = Config::from_environment(&environment)?;
    let store = Store::new(&Endpoint::from_environment(&environment)?, config.table.clone());
    let state = AppState::new(store, config);
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
