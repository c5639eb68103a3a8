//! The API in process, and files past it as a browser uploads them.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{Method, Request, header};
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};
use tower::ServiceExt as _;
use trajectory::service::service;
use trajectory::state::AppState;

use crate::routes;

pub(super) struct Api {
    service: Router,
    pub(super) token: Option<String>,
}

impl Api {
    pub(super) fn new(state: &AppState) -> Self {
        Self { service: service(routes(), state.clone()), token: None }
    }

    /// Enters something. What a start that was cut short had entered is there, and stays.
    pub(super) async fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.call(Method::POST, path, body.to_string()).await
    }

    async fn call(&self, method: Method, path: &str, body: String) -> Result<Value, String> {
        let mut request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/json");
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let request = request.body(Body::from(body)).map_err(|error| error.to_string())?;
        let response = self.service.clone().oneshot(request).await.map_err(|error| error.to_string())?;
        let status = response.status();
        let bytes = response.into_body().collect().await.map_err(|error| error.to_string())?.to_bytes();
        let answer: Value = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
        let there = matches!(answer["code"].as_str(), Some("email_taken" | "already_exists"));
        if status.is_success() || there { Ok(answer) } else { Err(format!("{path} answered {status}: {answer}")) }
    }

    /// A document of a child, with what is said of it.
    pub(super) async fn document(&self, child: &str, id: &str, said: &Value, content_type: &str, bytes: Vec<u8>) -> Result<(), String> {
        let path = format!("/api/children/{child}/attachments");
        let mut announced = said.clone();
        describe(&mut announced, content_type, &bytes);
        let answer = self.post(&format!("{path}?id={id}"), &announced).await?;
        put(&answer["upload"], bytes).await?;
        self.call(Method::POST, &format!("{path}/{id}/complete"), String::new()).await.map(drop)
    }

    /// The picture of a child, unless it has one.
    pub(super) async fn picture(&self, child: &str, bytes: Vec<u8>) -> Result<(), String> {
        let child = format!("/api/children/{child}");
        if !self.call(Method::GET, &child, String::new()).await?["avatar"].is_null() {
            return Ok(());
        }
        let mut announced = json!({});
        describe(&mut announced, "image/png", &bytes);
        let answer = self.post(&format!("{child}/avatar"), &announced).await?;
        put(&answer["upload"], bytes).await?;
        self.post(&format!("{child}/avatar/complete"), &json!({ "id": answer["id"] })).await.map(drop)
    }
}

/// What a file is, beside what is said of it.
fn describe(announced: &mut Value, content_type: &str, bytes: &[u8]) {
    announced["content_type"] = content_type.into();
    announced["size"] = bytes.len().into();
    announced["checksum_sha256"] = transfer::format::checksum(bytes).into();
}

/// Uploads as the API says, unless it says nothing since the file is there.
async fn put(upload: &Value, bytes: Vec<u8>) -> Result<(), String> {
    let Some(url) = upload["url"].as_str() else { return Ok(()) };
    let mut request = Request::put(url);
    for (name, text) in upload["headers"].as_object().into_iter().flatten() {
        request = request.header(name, text.as_str().unwrap_or_default());
    }
    let request = request.body(Full::<Bytes>::from(bytes)).map_err(|error| error.to_string())?;
    let client = Client::builder(TokioExecutor::new()).build_http();
    let response = client.request(request).await.map_err(|error| error.to_string())?;
    let status = response.status();
    if status.is_success() { Ok(()) } else { Err(format!("a file was answered with {status}")) }
}
