//! A process that is killed after so many writes: the way to the embedded servers, which ends after them.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use trajectory::store::Endpoint;
use trajectory::sweep::Sweeper;
use trajectory_local::bind;

use super::harness::App;

/// Both ways; with it they end.
pub(crate) struct Mortal {
    pub(crate) table_url: String,
    files_url: String,
    life: Arc<AtomicI64>,
}

#[derive(Clone)]
struct Way {
    to: String,
    life: Arc<AtomicI64>,
    client: Client<HttpConnector, Body>,
}

impl Mortal {
    /// Lets through so many writes, of the table and of the bucket together, and after them nothing.
    pub(crate) async fn after(app: &App, writes: i64) -> Self {
        let life = Arc::new(AtomicI64::new(writes));
        let table_url = way(&app.embedded.table_url, &life).await;
        let files_url = way(&app.embedded.files_origin, &life).await;
        Self { table_url, files_url, life }
    }

    pub(crate) fn sweeper(&self, app: &App) -> Sweeper {
        app.sweeper_through(&self.table_url, &self.files_url)
    }

    pub(crate) fn endpoint(&self) -> Endpoint {
        Endpoint::loopback(self.table_url.clone())
    }

    /// Whether a write was asked for that did not happen.
    pub(crate) fn is_dead(&self) -> bool {
        self.life.load(Ordering::SeqCst) < 0
    }
}

async fn way(to: &str, life: &Arc<AtomicI64>) -> String {
    let listener = bind(0).await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let client = Client::builder(TokioExecutor::new()).build_http();
    let app = Router::new().fallback(pass).with_state(Way { to: to.to_owned(), life: life.clone(), client });
    tokio::spawn(async move { axum::serve(listener, app).await });
    url
}

async fn pass(State(way): State<Way>, request: Request) -> Response {
    let target = request.headers().get("x-amz-target").and_then(|name| name.to_str().ok()).unwrap_or_default();
    let writes = target.ends_with("TransactWriteItems") || target.ends_with("UpdateItem") || request.method() == Method::DELETE;
    if way.life.load(Ordering::SeqCst) < 0 || writes && way.life.fetch_sub(1, Ordering::SeqCst) <= 0 {
        let refusal = r#"{"__type":"com.amazonaws.dynamodb.v20120810#AccessDeniedException","message":"killed"}"#;
        return (StatusCode::BAD_REQUEST, [("content-type", "application/x-amz-json-1.0")], refusal).into_response();
    }
    let (mut head, body) = request.into_parts();
    let path = head.uri.path_and_query().unwrap().as_str();
    head.uri = format!("{}{path}", way.to).parse().unwrap();
    let body = Body::from(to_bytes(body, usize::MAX).await.unwrap());
    way.client.request(Request::from_parts(head, body)).await.unwrap().map(Body::new).into_response()
}
