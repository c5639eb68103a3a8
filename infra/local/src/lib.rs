//! The whole system in one process: all routes, an embedded DynamoDB, an embedded S3, the built web app.
//!
//! Handlers see the same SDK clients as in Lambda; only the endpoint differs.

pub mod demo;
pub mod embedded;
pub mod gateway;
pub mod log;
pub mod openapi;
pub mod outbox;
pub mod stream;
pub mod web;
pub mod workers;

use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::time::Duration;
use tokio::net::TcpListener;
use trajectory::config::{Config, CookieKind, Door};
use trajectory::files::Files;
use trajectory::service::{Routes, service};
use trajectory::state::AppState;
use trajectory::store::Store;
use transfer::worker::{Budget, WORKING_TIME};

use embedded::Embedded;

/// Name of the table in the embedded DynamoDB.
pub const TABLE: &str = "trajectory";

/// All routes of the product.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .merge(auth::routes())
        .merge(account::routes())
        .merge(admin::routes())
        .merge(families::routes())
        .merge(children::routes())
        .merge(measurements::routes())
        .merge(attachments::routes())
        .merge(visits::routes())
        .merge(medical_events::routes())
        .merge(illnesses::routes())
        .merge(transfer::routes())
}

/// The settings of the local stack: plain http on loopback, callers known by their socket.
#[must_use]
pub fn config() -> Config {
    Config { table: TABLE.to_owned(), public_origin: None, cookie: CookieKind::Loopback, door: Door::Socket }
}

/// A running state on the embedded servers.
#[must_use]
pub fn state(embedded: &Embedded) -> AppState {
    AppState::new(Store::new(&embedded.endpoint, TABLE.to_owned()), config()).with_files(embedded.files.clone())
}

/// API, web app and outbox as one service that knows its callers' addresses.
#[must_use]
pub fn app(state: AppState, embedded: &Embedded, web: &Path) -> IntoMakeServiceWithConnectInfo<axum::Router, SocketAddr> {
    let api = service(routes(), state);
    let whole = web::with_web_app(api, web, &embedded.files_origin);
    outbox::page(embedded.letters.clone()).merge(whole).into_make_service_with_connect_info()
}

/// Binds a port of the loopback interface; port 0 takes any that is free.
///
/// # Errors
/// The port is in use, or may not be used.
pub async fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await
}

/// How often the local stack looks for exports and imports.
const LOOK: Duration = Duration::from_secs(2);

/// Works on exports and imports in this process, as `transfer-worker` does in the cloud, until the task is dropped.
pub async fn work_on_transfers(state: AppState, files: Files) {
    loop {
        let done = transfer::worker::run_waiting(&state, &files, || Budget::of_time(WORKING_TIME)).await;
        if let Err(error) = done {
            tracing::warn!(%error, "exports and imports could not be worked on");
        }
        tokio::time::sleep(LOOK).await;
    }
}
