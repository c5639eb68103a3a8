//! A running API for one test: its own table, a clock that stands still until moved, randomness that repeats.

mod members;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_dynamodb::types::AttributeValue;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use chrono::{DateTime, TimeDelta, Utc};
use http_body_util::BodyExt as _;
use mailer::{Delivered, Folder, Mailer, Transport};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use tower::ServiceExt as _;
use trajectory::service::service;
use trajectory::state::{AppState, Clock, Random};
use trajectory::store::{Item, Store, Usage};
use trajectory::sweep::Sweeper;
use trajectory_local::embedded::Embedded;
use trajectory_local::stream::Stream;
use trajectory_local::{TABLE, config, routes};

pub(crate) const PASSWORD: &str = "brisk otter lamp";

/// Noon of the day on which all tests begin.
pub(crate) const START: &str = "2026-03-01T12:00:00Z";

/// Where the links of letters lead.
pub(crate) const ORIGIN: &str = "http://127.0.0.1:4280";

pub(crate) struct App {
    service: Router,
    pub(crate) state: AppState,
    /// What works on exports and imports.
    pub(crate) workers: AppState,
    pub(crate) mailer: Mailer,
    pub(crate) letters: Folder,
    pub(crate) table: Client,
    clock: Arc<TestClock>,
    networks: AtomicU64,
    /// Who made each family.
    founders: Mutex<HashMap<String, Actor>>,
    pub(crate) embedded: Embedded,
    /// Paths, headers and bodies of all calls.
    pub(crate) sent: Mutex<Vec<String>>,
    stream: tokio::sync::Mutex<Stream>,
    files: TempDir,
}

struct TestClock(Mutex<DateTime<Utc>>);

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// The digests of 1, 2, 3, …
struct Repeating(AtomicU64);

impl Random for Repeating {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let nth = self.0.fetch_add(1, Ordering::Relaxed);
            let digest = ring::digest::digest(&ring::digest::SHA256, &nth.to_be_bytes());
            chunk.copy_from_slice(&digest.as_ref()[..chunk.len()]);
        }
    }
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
    pub(crate) usage: Usage,
}

impl Answer {
    /// The body, if the status is this one.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self.body
    }

    /// The body's code, if the status is this one.
    #[track_caller]
    pub(crate) fn refused(self, status: u16) -> String {
        let body = self.expect(status);
        assert!(body["error"].as_str().is_some_and(|sentence| sentence.len() > 10), "{body}");
        body["code"].as_str().unwrap().to_owned()
    }

    /// The fields of an invalid request.
    #[track_caller]
    pub(crate) fn fields(self) -> Vec<String> {
        let body = self.expect(400);
        assert_eq!(body["code"], "invalid_request", "{body}");
        body["details"]["fields"].as_array().unwrap().iter().map(|field| field["field"].as_str().unwrap().to_owned()).collect()
    }
}

/// A request in the making.
pub(crate) struct Call<'a> {
    app: &'a App,
    method: Method,
    path: String,
    headers: HeaderMap,
    body: Option<Vec<u8>>,
    network: [u8; 4],
}

impl Call<'_> {
    pub(crate) fn json(self, body: &Value) -> Self {
        self.raw(body.to_string())
    }

    pub(crate) fn raw(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self.header("content-type", "application/json")
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.insert(name, value.parse().unwrap());
        self
    }

    pub(crate) fn token(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    pub(crate) fn if_match(self, rev: u64) -> Self {
        self.header("if-match", &format!("\"{rev}\""))
    }

    pub(crate) fn network(mut self, network: [u8; 4]) -> Self {
        self.network = network;
        self
    }

    pub(crate) async fn send(self) -> Answer {
        let headers = self.headers.values().map(|value| value.to_str().unwrap().to_owned());
        let body = String::from_utf8_lossy(self.body.as_deref().unwrap_or_default()).into_owned();
        self.app.sent.lock().unwrap().extend([self.path.clone(), body].into_iter().chain(headers));
        let mut request = Request::new(Body::from(self.body.unwrap_or_default()));
        *request.method_mut() = self.method;
        *request.uri_mut() = self.path.parse().unwrap();
        *request.headers_mut() = self.headers;
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((Ipv4Addr::from(self.network), 50_000))));
        let response = self.app.service.clone().oneshot(request).await.unwrap();
        let usage = response.extensions().get::<Usage>().cloned().unwrap();
        let (head, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let body = if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes).unwrap() };
        let is_reference =
            ["/api/openapi.json", "/api/medical-events/vaccines"].contains(&self.path.as_str()) && head.status.as_u16() < 400;
        let kept = if is_reference { "public, max-age=86400" } else { "private, no-store" };
        assert_eq!(head.headers[header::CACHE_CONTROL], kept, "{}", self.path);
        Answer { status: head.status, headers: head.headers, body, usage }
    }
}

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub(crate) struct Actor {
    pub(crate) user: String,
    pub(crate) email: String,
    pub(crate) token: String,
    pub(crate) refresh: String,
}

impl App {
    pub(crate) async fn start() -> Self {
        Self::start_at(START.parse().unwrap()).await
    }

    /// The clock begins at this moment. The embedded S3 goes by the machine's own, so addresses for it must be of about now.
    pub(crate) async fn start_at(moment: DateTime<Utc>) -> Self {
        // What the service logs stands beside a test that fails.
        let _set_before = tracing_subscriber::fmt().with_env_filter("warn,dynoxide=error").with_test_writer().try_init();
        let files = TempDir::new().unwrap();
        let embedded = Embedded::in_memory(files.path()).await.unwrap();
        let clock = Arc::new(TestClock(Mutex::new(moment)));
        let store = Store::new(&embedded.endpoint, TABLE.to_owned());
        let state = AppState::with(store, config(), clock.clone(), Arc::new(Repeating(AtomicU64::new(1))));
        let state = state.with_files(embedded.files.clone());
        let http = aws_smithy_http_client::Builder::new().build_http();
        let sdk = aws_sdk_dynamodb::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new("local"))
            .credentials_provider(Credentials::new("local", "local", None, None, "test"))
            .http_client(http)
            .endpoint_url(&embedded.table_url)
            .build();
        let letters = embedded.letters.clone();
        let mailer = Mailer::new(state.store.clone(), clock.clone(), ORIGIN.to_owned(), Transport::Folder(letters.clone()));
        Self {
            service: service(routes(), state.clone()),
            workers: state.clone(),
            state,
            mailer,
            letters,
            stream: tokio::sync::Mutex::new(Stream::at(&embedded.table_url)),
            table: Client::from_conf(sdk),
            clock,
            networks: AtomicU64::new(1),
            founders: Mutex::default(),
            sent: Mutex::default(),
            embedded,
            files,
        }
    }

    /// The same, answered by this service.
    pub(crate) fn served_by(self, service: Router) -> Self {
        Self { service, ..self }
    }

    /// A mailer that reaches the table at this address.
    pub(crate) fn mailer_at(&self, table: &str) -> Mailer {
        let store = Store::new(&trajectory::store::Endpoint::loopback(table.to_owned()), TABLE.to_owned());
        Mailer::new(store, self.clock.clone(), ORIGIN.to_owned(), Transport::Folder(self.letters.clone()))
    }

    /// Lets time pass.
    pub(crate) fn pass(&self, time: TimeDelta) {
        *self.clock.0.lock().unwrap() += time;
    }

    pub(crate) fn call(&self, method: Method, path: impl Into<String>) -> Call<'_> {
        Call { app: self, method, path: path.into(), headers: HeaderMap::new(), body: None, network: [192, 0, 2, 1] }
    }

    pub(crate) fn post(&self, path: impl Into<String>) -> Call<'_> {
        self.call(Method::POST, path)
    }

    /// A network that nobody has used yet.
    pub(crate) fn new_network(&self) -> [u8; 4] {
        let [.., c, d] = self.networks.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        [10, 7, c, d]
    }

    /// Signs somebody up.
    pub(crate) async fn register(&self, name: &str) -> Actor {
        let email = format!("{name}@example.org");
        let body = json!({ "email": email, "password": PASSWORD, "name": name, "session": "token" });
        let answer = self.post("/api/auth/register").json(&body).network(self.new_network()).send().await;
        Self::actor(&answer.expect(201))
    }

    /// Signs in again, so that the token knows all families.
    pub(crate) async fn login(&self, actor: &Actor) -> Actor {
        let body = json!({ "email": actor.email, "password": PASSWORD, "session": "token" });
        Self::actor(&self.post("/api/auth/login").json(&body).network(self.new_network()).send().await.expect(200))
    }

    /// Signs in again where that is still possible; otherwise they keep what they have.
    pub(crate) async fn signed_in_again(&self, actor: &Actor) -> Actor {
        let body = json!({ "email": actor.email, "password": PASSWORD, "session": "token" });
        let answer = self.post("/api/auth/login").json(&body).network(self.new_network()).send().await;
        if answer.status.is_success() { Self::actor(&answer.body) } else { actor.clone() }
    }

    fn actor(body: &Value) -> Actor {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        Actor {
            user: text(&body["user"]["id"]),
            email: text(&body["user"]["email"]),
            token: text(&body["access_token"]),
            refresh: text(&body["refresh_token"]),
        }
    }

    pub(crate) async fn get(&self, actor: &Actor, path: impl Into<String>) -> Answer {
        self.call(Method::GET, path).token(&actor.token).send().await
    }

    pub(crate) async fn create(&self, actor: &Actor, path: impl Into<String>, body: &Value) -> Answer {
        let path = path.into();
        let makes_a_family = path.split('?').next() == Some("/api/families");
        let answer = self.post(path).token(&actor.token).json(body).send().await;
        if makes_a_family && answer.status == StatusCode::CREATED {
            self.founders.lock().unwrap().insert(id(&answer.body), actor.clone());
        }
        answer
    }

    pub(crate) async fn replace(&self, actor: &Actor, path: impl Into<String>, rev: u64, body: &Value) -> Answer {
        self.call(Method::PUT, path).token(&actor.token).if_match(rev).json(body).send().await
    }

    pub(crate) async fn delete(&self, actor: &Actor, path: impl Into<String>, rev: u64) -> Answer {
        self.call(Method::DELETE, path).token(&actor.token).if_match(rev).send().await
    }

    /// An owner with a family, known to the token.
    pub(crate) async fn owner(&self, name: &str) -> (Actor, String) {
        let actor = self.register(name).await;
        let family = self.create(&actor, "/api/families", &json!({ "name": format!("Family of {name}") })).await.expect(201);
        (self.login(&actor).await, id(&family))
    }

    /// A child of the family.
    pub(crate) async fn child(&self, actor: &Actor, family: &str) -> String {
        id(&self.create(actor, format!("/api/children?family={family}"), &boy()).await.expect(201))
    }

    /// How the instance takes sign-ups, as the admin group will set it.
    pub(crate) async fn set_registration(&self, mode: &str) {
        let settings = [("pk", "INSTANCE"), ("sk", "SETTINGS"), ("kind", "SETTINGS"), ("registration", mode)];
        self.put(settings.map(|(name, text)| (name, AttributeValue::S(text.to_owned())))).await;
    }

    #[expect(clippy::disallowed_methods, reason = "tests write what later route groups will")]
    pub(crate) async fn put(&self, item: impl IntoIterator<Item = (&'static str, AttributeValue)>) {
        let item = item.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        self.table.put_item().table_name(TABLE).set_item(Some(item)).send().await.unwrap();
    }

    /// How many items of the whole table have this `kind`.
    pub(crate) async fn count(&self, kind: &str) -> usize {
        self.items_of(kind).await.len()
    }

    /// The items of the whole table that have this `kind`.
    pub(crate) async fn items_of(&self, kind: &str) -> Vec<HashMap<String, AttributeValue>> {
        let kind = AttributeValue::S(kind.to_owned());
        self.everything().await.into_iter().filter(|item| item.get("kind") == Some(&kind)).collect()
    }
}

pub(crate) fn id(body: &Value) -> String {
    body["id"].as_str().unwrap().to_owned()
}

/// The boy of the published examples: 274 days old on 2025-11-11.
pub(crate) fn boy() -> Value {
    json!({ "name": "Emil", "date_of_birth": "2025-02-10", "sex": "male" })
}

/// His measurements of that day, as he was measured.
pub(crate) fn measured() -> Value {
    json!({
        "date": "2025-11-11",
        "weight": { "value": 8.0229, "unit": "kg" },
        "height": { "value": 71.12, "unit": "cm" },
        "position": "lying",
    })
}

impl App {
    /// Sets a text in a profile, as the admin group will.
    pub(crate) async fn set_profile(&self, actor: &Actor, name: &str, text: &str) {
        let value = text.parse::<u32>().map_or_else(|_| AttributeValue::S(text.to_owned()), |number| AttributeValue::N(number.to_string()));
        let key = [("pk", format!("USER#{}", actor.user)), ("sk", "PROFILE".to_owned())];
        let mut update = self.table.update_item().table_name(TABLE).update_expression("SET #name = :value");
        for (part, text) in key {
            update = update.key(part, AttributeValue::S(text));
        }
        update.expression_attribute_names("#name", name).expression_attribute_values(":value", value).send().await.unwrap();
    }
}

impl App {
    /// What the history tells of the records of a family, by revision.
    pub(crate) async fn history(&self, family: &str) -> Vec<String> {
        let of_records = self.entries(family).await.into_iter().filter(|item| item.contains_key("child_id"));
        let rev = |item: &HashMap<String, AttributeValue>| item["rev"].as_n().unwrap().parse::<u64>().unwrap();
        let mut told: Vec<_> = of_records.map(|item| (rev(&item), item["action"].as_s().unwrap().clone())).collect();
        told.sort_unstable();
        told.into_iter().map(|(rev, action)| format!("{action} {rev}")).collect()
    }

    /// What the history tells of the family itself, its members and invitations, in alphabetical order.
    pub(crate) async fn audit(&self, family: &str) -> Vec<String> {
        let text = |item: &HashMap<String, AttributeValue>, name: &str| item[name].as_s().unwrap().clone();
        let of_family = self.entries(family).await.into_iter().filter(|item| !item.contains_key("child_id"));
        let mut told: Vec<_> = of_family
            .map(|item| format!("{} {} {}", text(&item, "record_kind"), text(&item, "action"), item["rev"].as_n().unwrap()))
            .collect();
        told.sort_unstable();
        told
    }

    /// The history of a family, oldest first.
    pub(crate) async fn entries(&self, family: &str) -> Vec<HashMap<String, AttributeValue>> {
        let text = |text: &str| AttributeValue::S(text.to_owned());
        let query = self
            .table
            .query()
            .table_name(TABLE)
            .index_name("by_date")
            .key_condition_expression("pk = :pk AND begins_with(date_sk, :prefix)")
            .expression_attribute_values(":pk", text(&format!("FAM#{family}")))
            .expression_attribute_values(":prefix", text("HIST#"));
        query.send().await.unwrap().items.unwrap_or_default()
    }

    /// Everything in the table.
    #[expect(clippy::disallowed_methods, reason = "tests look at the whole table")]
    pub(crate) async fn everything(&self) -> Vec<HashMap<String, AttributeValue>> {
        let pages = self.table.scan().table_name(TABLE).into_paginator().items().send();
        pages.collect::<Result<Vec<_>, _>>().await.unwrap()
    }
}

impl App {
    /// Has the mailer look through the outbox, and answers the letters to this address, oldest first.
    pub(crate) async fn letters_to(&self, email: &str) -> Vec<Delivered> {
        self.mailer.deliver_all().await.unwrap();
        let mut letters = self.letters.letters().await.unwrap();
        letters.retain(|letter| letter.message.to.as_ref() == email);
        letters.reverse();
        letters
    }

    /// The secret in the link of the latest letter to this address that leads to this page.
    pub(crate) async fn mailed_token(&self, email: &str, page: &str) -> String {
        let start = format!("{ORIGIN}/{page}#");
        let letters = self.letters_to(email).await;
        let mut links = letters.iter().rev().filter_map(|letter| letter.message.link.as_deref());
        links.find_map(|link| link.strip_prefix(&start)).unwrap().to_owned()
    }

    /// Takes an item away, as the table does at the end of its time.
    #[expect(clippy::disallowed_methods, reason = "tests do what the table does")]
    pub(crate) async fn remove(&self, item: &Item) {
        let request = self.table.delete_item().table_name(TABLE).key("pk", item["pk"].clone()).key("sk", item["sk"].clone());
        request.send().await.unwrap();
    }

    /// Letters in the outbox that invite somebody.
    pub(crate) async fn invitations_to_send(&self) -> Vec<Item> {
        let invites = |item: &Item| item["letter"].as_m().unwrap()["letter"].as_s().unwrap() == "invite";
        self.items_of("MAIL").await.into_iter().filter(invites).collect()
    }

    /// All items of the table whose partition key begins with this.
    #[expect(clippy::disallowed_methods, reason = "tests look at the whole table")]
    pub(crate) async fn items(&self, prefix: &str) -> Vec<Item> {
        let items = self.table.scan().table_name(TABLE).send().await.unwrap().items.unwrap_or_default();
        items.into_iter().filter(|item| item["pk"].as_s().unwrap().starts_with(prefix)).collect()
    }
}

/// Pretty JSON for a snapshot, decimals by their digits.
pub(crate) fn pretty(body: &Value) -> String {
    serde_json::to_string_pretty(body).unwrap()
}

impl App {
    /// Lets the sweeper work off the stream to its end, as far as nothing goes wrong.
    pub(crate) async fn sweep(&self) {
        self.sweep_with(&self.sweeper()).await.unwrap();
    }

    pub(crate) async fn sweep_with(&self, sweeper: &Sweeper) -> trajectory::error::Result<()> {
        let mut stream = self.stream.lock().await;
        loop {
            let told = stream.next().await.unwrap();
            if told.is_empty() {
                return Ok(());
            }
            for one in told {
                sweeper.handle(&one.change).await?;
                stream.mark(&one);
            }
        }
    }

    /// Everything that the stream has told is told once more.
    pub(crate) async fn rewind(&self) {
        *self.stream.lock().await = Stream::at(&self.embedded.table_url);
    }

    pub(crate) fn sweeper(&self) -> Sweeper {
        Sweeper::new(self.state.store.clone(), self.embedded.files.clone(), self.clock.clone())
    }

    /// A sweeper that reaches the table and the bucket through these addresses.
    pub(crate) fn sweeper_through(&self, table: &str, files: &str) -> Sweeper {
        let store = Store::new(&trajectory::store::Endpoint::loopback(table.to_owned()), TABLE.to_owned());
        Sweeper::new(store, self.embedded.files_through(files), self.clock.clone())
    }

    /// What the embedded S3 keeps of objects in parts that are neither joined nor given up. It knows no list of them.
    pub(crate) fn unfinished_uploads(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.files.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.contains(".upload")).collect()
    }

    /// Where the embedded S3 keeps an object.
    pub(crate) fn object(&self, key: &str) -> std::path::PathBuf {
        self.files.path().join("attachments").join(key)
    }
}
