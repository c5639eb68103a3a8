//! Uploads by a real client to the embedded S3, as a browser makes them.

use axum::http::{HeaderMap, Request, StatusCode};
use chrono::{DateTime, Utc};
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};
use std::time::SystemTime;

use crate::harness::{Actor, Answer, App, id};

/// What the store answered.
pub(crate) struct Fetched {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

/// The machine's time, by which the embedded S3 goes.
pub(crate) fn now() -> DateTime<Utc> {
    SystemTime::now().into()
}

pub(crate) fn checksum(bytes: &[u8]) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, bytes);
    let text = trajectory::base64::encode(digest.as_ref());
    text.replace('-', "+").replace('_', "/") + "="
}

/// What announces these bytes.
pub(crate) fn announced(content_type: &str, bytes: &[u8]) -> Value {
    json!({
        "title": "Swollen ankle", "kind": "photo",
        "content_type": content_type, "size": bytes.len(), "checksum_sha256": checksum(bytes),
    })
}

pub(crate) async fn send(method: &str, url: &str, headers: &[(&str, &str)], bytes: &[u8]) -> Fetched {
    let mut request = Request::builder().method(method).uri(url);
    for (name, text) in headers {
        request = request.header(*name, *text);
    }
    let client = Client::builder(TokioExecutor::new()).build_http();
    let response = client.request(request.body(Full::<axum::body::Bytes>::from(bytes.to_vec())).unwrap()).await.unwrap();
    let (head, body) = response.into_parts();
    // A store that refuses may hang up on what is still being sent.
    let bytes = body.collect().await.map(|all| all.to_bytes().to_vec()).unwrap_or_default();
    Fetched { status: head.status, headers: head.headers, bytes }
}

/// Uploads as an answer of the API says.
pub(crate) async fn put(upload: &Value, bytes: &[u8]) -> Fetched {
    let headers: Vec<_> =
        upload["headers"].as_object().unwrap().iter().map(|(name, text)| (name.as_str(), text.as_str().unwrap())).collect();
    send(upload["method"].as_str().unwrap(), upload["url"].as_str().unwrap(), &headers, bytes).await
}

pub(crate) async fn fetch(link: &Value) -> Fetched {
    send("GET", link["url"].as_str().unwrap(), &[], &[]).await
}

impl App {
    /// Announces and uploads a file; answers its path.
    pub(crate) async fn upload(&self, actor: &Actor, child: &str, announcement: &Value, bytes: &[u8]) -> String {
        let made = self.create(actor, format!("/api/children/{child}/attachments"), announcement).await.expect(201);
        assert_eq!(put(&made["upload"], bytes).await.status, 200);
        format!("/api/children/{child}/attachments/{}", id(&made))
    }

    pub(crate) async fn complete(&self, actor: &Actor, path: &str) -> Answer {
        self.post(format!("{path}/complete")).token(&actor.token).send().await
    }

    /// How many objects the bucket has.
    pub(crate) async fn objects(&self) -> usize {
        self.embedded.files.list("f/", None).await.unwrap().0.len()
    }
}
