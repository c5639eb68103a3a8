//! Mail on one machine: the worker runs in this process, and what it delivers is shown on a page. Nothing leaves the machine.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use mailer::{Delivered, Folder, Mailer, Outcome, Transport};
use maud::{DOCTYPE, Markup, html};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use trajectory::state::SystemClock;
use trajectory::store::Store;

use crate::TABLE;
use crate::embedded::Embedded;

/// How often the outbox is looked through.
const SWEEP: Duration = Duration::from_secs(2);
/// How often it is told that the mailer runs.
const TELL: Duration = Duration::from_mins(5);

/// The running worker.
pub struct Deliveries {
    stop: watch::Sender<()>,
    running: JoinHandle<()>,
}

impl Deliveries {
    /// Starts to deliver what is in the outbox of the embedded table; the letters' links lead to this origin.
    #[must_use]
    pub fn start(embedded: &Embedded, origin: String) -> Self {
        let store = Store::new(&embedded.endpoint, TABLE.to_owned());
        let mailer = Mailer::new(store, Arc::new(SystemClock), origin, Transport::Folder(embedded.letters.clone()));
        let (stop, stopped) = watch::channel(());
        Self { stop, running: tokio::spawn(deliver(mailer, stopped)) }
    }

    /// Stops once the letters in hand are delivered.
    pub async fn stop(self) {
        drop(self.stop);
        // A worker that panicked has stopped too.
        let _ended = tokio::time::timeout(Duration::from_secs(2), self.running).await;
    }
}

async fn deliver(mailer: Mailer, mut stopped: watch::Receiver<()>) {
    let mut told: Option<Instant> = None;
    loop {
        match mailer.deliver_all().await {
            Ok(outcomes) => {
                let sent = outcomes.iter().filter(|outcome| **outcome == Outcome::Sent).count();
                if sent > 0 {
                    tracing::info!(letters = sent, "delivered; see /outbox");
                }
                if told.is_none_or(|last| last.elapsed() > TELL) {
                    told = Some(Instant::now());
                    if let Err(error) = mailer.tell(&outcomes).await {
                        tracing::warn!(%error, "that the mailer runs could not be told");
                    }
                }
            }
            Err(error) => tracing::warn!(%error, "the outbox could not be looked through"),
        }
        if tokio::time::timeout(SWEEP, stopped.changed()).await.is_ok() {
            return;
        }
    }
}

/// The page that shows the delivered letters. Only the local stack has it.
pub fn page(letters: Folder) -> Router {
    Router::new().route("/outbox", get(show)).with_state(letters)
}

async fn show(State(folder): State<Folder>, uri: Uri, headers: HeaderMap) -> Response {
    // A page elsewhere whose name was made to lead to this machine must not read letters.
    if !is_loopback(&uri, &headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let (status, markup) = match folder.letters().await {
        Ok(letters) => (StatusCode::OK, list(&letters)),
        Err(error) => {
            tracing::warn!(%error, "the letters could not be read");
            (StatusCode::INTERNAL_SERVER_ERROR, document(&html! { p { "The letters could not be read: " (error) } }))
        }
    };
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    (status, headers.map(|(name, value)| (name, HeaderValue::from_static(value))), Html(markup.into_string())).into_response()
}

fn is_loopback(uri: &Uri, headers: &HeaderMap) -> bool {
    let host =
        headers.get(header::HOST).and_then(|value| value.to_str().ok()).or_else(|| uri.authority().map(axum::http::uri::Authority::as_str));
    let name = host.map(|host| host.rsplit_once(':').map_or(host, |(name, _port)| name));
    matches!(name, Some("127.0.0.1" | "localhost" | "[::1]"))
}

fn list(letters: &[Delivered]) -> Markup {
    document(&html! {
        p { "What Trajectory would have mailed, newest first. Nothing has left this machine." }
        @if letters.is_empty() {
            p { "No letters yet. Load the page again after something was to be mailed." }
        }
        @for Delivered { at, message } in letters {
            article {
                h2 { (message.subject) }
                p { "To " b { (message.to.as_ref()) } ", " time datetime=(at.to_rfc3339()) { (at.format("%Y-%m-%d %H:%M:%S UTC")) } }
                pre { (message.text) }
                @if let Some(link) = &message.link {
                    p { a href=(link) { "Follow the link of this letter" } }
                }
            }
        }
    })
}

fn document(content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Outbox - Trajectory" }
                style { "body{margin:0 auto;max-width:44rem;padding:1.5rem;font:1rem/1.5 sans-serif}article{border-top:1px solid;padding:.5rem 0 1rem}h2{margin:.5rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}" }
            }
            body {
                h1 { "Outbox" }
                (content)
            }
        }
    }
}
