//! Requests per second and latencies of the main reads and writes, on the local stack over loopback HTTP.
//!
//! Every figure also stands as a ratio to the cheapest answer that the service gives (an unknown path),
//! so that runs on different machines can be compared.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

mod scale;

use axum::body::{Body, Bytes};
use axum::http::{Method, Request, header};
use http_body_util::BodyExt as _;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use trajectory_local::embedded::Embedded;
use trajectory_local::{app, bind, state};

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Requests in parallel.
const PARALLEL: usize = 8;
/// Requests of each kind.
const REQUESTS: usize = 2000;
/// Measurements that the child has before reading is measured.
const MEASUREMENTS: usize = 300;

/// Talks to the running stack.
struct Caller {
    client: Client<HttpConnector, Body>,
    origin: String,
    token: String,
}

impl Caller {
    async fn send(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Bytes, Failure> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.origin));
        if !self.token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        }
        if body.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let response = self.client.request(request.body(body)?).await?;
        let status = response.status();
        let bytes = response.into_body().collect().await?.to_bytes();
        if status.is_server_error() || status == 400 || status == 401 {
            return Err(format!("{path} answered {status}: {}", String::from_utf8_lossy(&bytes)).into());
        }
        Ok(bytes)
    }

    /// Somebody new with a family of their own, which the token knows.
    async fn sign_up(&self, email: &str) -> Result<(Self, String), Failure> {
        let account = json!({ "email": email, "password": "brisk otter lamp", "name": "Bench", "session": "token" });
        let registered = self.post("/api/auth/register", &account).await?;
        let mut caller = Self { client: self.client.clone(), origin: self.origin.clone(), token: text(&registered["access_token"]) };
        let family = text(&caller.post("/api/families", &json!({ "name": "Bench" })).await?["id"]);
        let refreshed = caller.post("/api/auth/refresh", &json!({ "refresh_token": registered["refresh_token"] })).await?;
        caller.token = text(&refreshed["access_token"]);
        Ok((caller, family))
    }

    async fn post(&self, path: &str, body: &Value) -> Result<Value, Failure> {
        Ok(serde_json::from_slice(&self.send(Method::POST, path, Some(body)).await?)?)
    }
}

/// What a kind of request took.
struct Figures {
    per_second: f64,
    median: Duration,
    p99: Duration,
}

/// Sends the same request over and over, so many at a time.
async fn measure(caller: &Arc<Caller>, method: Method, path: &str, body: Option<Value>, requests: usize) -> Result<Figures, Failure> {
    let left = Arc::new(AtomicUsize::new(requests));
    let start = Instant::now();
    let mut workers = Vec::new();
    for _ in 0..PARALLEL {
        let (caller, left, method, path, body) = (caller.clone(), left.clone(), method.clone(), path.to_owned(), body.clone());
        workers.push(tokio::spawn(async move {
            let mut taken = Vec::new();
            while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
                let sent = Instant::now();
                caller.send(method.clone(), &path, body.as_ref()).await?;
                taken.push(sent.elapsed());
            }
            Ok::<_, Failure>(taken)
        }));
    }
    let mut taken = Vec::new();
    for worker in workers {
        taken.extend(worker.await??);
    }
    let elapsed = start.elapsed();
    taken.sort_unstable();
    let requests = u32::try_from(taken.len())?;
    Ok(Figures {
        per_second: f64::from(requests) / elapsed.as_secs_f64(),
        median: taken[taken.len() / 2],
        p99: taken[taken.len() * 99 / 100],
    })
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let listener = bind(0).await?;
    let origin = format!("http://{}", listener.local_addr()?);
    let embedded = Embedded::on_folder(folder.path(), &origin).await?;
    let state = state(&embedded);
    let service = app(state.clone(), &embedded, Path::new("frontend/dist"));
    let _server = tokio::spawn(async move { axum::serve(listener, service).await });
    let client = Client::builder(TokioExecutor::new()).build_http();
    let stranger = Caller { client, origin, token: String::new() };

    let (caller, family) = stranger.sign_up("bench@example.org").await?;
    let child = json!({ "name": "Emil", "date_of_birth": "2019-02-10", "sex": "male" });
    let child = format!("/api/children/{}", text(&caller.post(&format!("/api/children?family={family}"), &child).await?["id"]));
    let all = format!("{child}/measurements");
    let measured = |nth: usize| {
        let (year, month, day) = (2020 + nth / 60, 1 + nth / 5 % 12, 1 + nth % 5 * 5);
        json!({ "date": format!("{year}-{month:02}-{day:02}"), "weight": { "value": 12.34, "unit": "kg" }, "height": { "value": 90.5, "unit": "cm" } })
    };
    let mut one = String::new();
    for nth in 0..MEASUREMENTS {
        one = format!("{all}/{}", text(&caller.post(&all, &measured(nth)).await?["id"]));
    }
    let caller = Arc::new(caller);

    println!("{REQUESTS} requests of each kind, {PARALLEL} at a time, a child with {MEASUREMENTS} measurements");
    println!("{:22} {:>10} {:>9} {:>9} {:>14}", "", "requests/s", "p50 ms", "p99 ms", "p50 to nothing");
    let kinds = [
        ("nothing (404)", Method::GET, "/api/nothing".to_owned(), None),
        ("read my account", Method::GET, "/api/account".to_owned(), None),
        ("read a child", Method::GET, child.clone(), None),
        ("read a measurement", Method::GET, one, None),
        ("page of 20", Method::GET, format!("{all}?limit=20"), None),
        ("home", Method::GET, format!("/api/families/{family}/home"), None),
        ("growth with curves", Method::GET, format!("{child}/growth"), None),
        ("enter a measurement", Method::POST, all, Some(measured(0))),
    ];
    let mut nothing = None;
    for (name, method, path, body) in kinds {
        let Figures { per_second, median, p99 } = measure(&caller, method, &path, body, REQUESTS).await?;
        let base = *nothing.get_or_insert(median.as_secs_f64());
        let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
        let ratio = median.as_secs_f64() / base;
        println!("{name:22} {per_second:10.0} {:9.2} {:9.2} {ratio:13.1}x", milliseconds(median), milliseconds(p99));
    }
    scale::run(&caller, &state, &embedded).await?;
    embedded.stop().await;
    Ok(())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
