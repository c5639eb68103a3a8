//! Every operation of the OpenAPI document, called once by somebody: what the access matrix and the table of calls are made of.
//!
//! Paths are filled with the ids of a family that has one of everything, bodies are the document's own examples.
//! A new operation is therefore called without being listed anywhere, and one that cannot be called makes the tests fail.

use axum::http::{HeaderValue, Method, StatusCode, header};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::admin::{MAIL, failed_mail};
use crate::harness::{Actor, Answer, App, PASSWORD, id, measured};
use crate::second_factor::set_up;
use crate::tiny::png;
use crate::transfer::{everything_zipped, ours};
use crate::uploads::{announced, checksum, put};

/// An operation of the document.
pub(crate) struct Operation {
    pub(crate) name: String,
    pub(crate) method: Method,
    path: String,
    body: Option<Value>,
}

/// What stands for the parameters of paths, and for what examples leave open.
#[derive(Default)]
pub(crate) struct World {
    /// By the parameter's name, or by `operation.parameter` where an operation needs something of its own.
    pub(crate) ids: BTreeMap<&'static str, String>,
    /// Bodies that must fit the world, by operation.
    pub(crate) bodies: BTreeMap<&'static str, Value>,
    /// Queries that an operation demands.
    pub(crate) queries: BTreeMap<&'static str, String>,
    /// The last `ETag` that was seen under a path.
    seen: Mutex<BTreeMap<String, HeaderValue>>,
}

/// All operations in an order in which each still finds what it needs: reads, creates, changes, then deletes from the leaves up.
pub(crate) fn operations() -> Vec<Operation> {
    let document: Value = serde_json::from_str(&trajectory_local::openapi::document().unwrap()).unwrap();
    let mut operations = Vec::new();
    for (path, methods) in object(&document["paths"]) {
        for (method, operation) in object(methods) {
            let body = operation.get("requestBody").map(|body| {
                let schema = &body["content"]["application/json"]["schema"];
                example(&document, schema).unwrap_or_else(|| panic!("the body of {} has no example", operation["operationId"]))
            });
            operations.push(Operation {
                name: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase().parse().unwrap(),
                path: path.clone(),
                body,
            });
        }
    }
    operations.sort_by_key(|one| (turn(one), one.name.clone()));
    operations
}

/// What ends sessions, memberships and families comes last, in an order in which the later still have a caller.
const LAST: [&str; 13] = [
    "delete_child",
    "delete_member",
    "delete_user",
    "delete_any_family",
    "accept_invite",
    "delete_family",
    "delete_session",
    "logout",
    "leave_families",
    "close_account",
    "sign_out_everywhere",
    "change_email",
    "change_password",
];

fn turn(operation: &Operation) -> (usize, usize) {
    if let Some(place) = LAST.iter().position(|name| *name == operation.name) {
        return (10, place);
    }
    let depth = operation.path.matches('/').count();
    match operation.method.as_str() {
        "GET" => (0, depth),
        "POST" => (1, depth),
        "PUT" => (2, depth),
        // The longest paths are the leaves.
        _ => (3, 100 - depth),
    }
}

/// The example of a schema: its own, that of what it refers to, or one made of its properties' examples.
fn example(document: &Value, schema: &Value) -> Option<Value> {
    if let Some(reference) = schema["$ref"].as_str() {
        return example(document, document.pointer(reference.trim_start_matches('#')).unwrap());
    }
    if let Some(example) = schema.get("example").or_else(|| schema["examples"].get(0)) {
        return Some(example.clone());
    }
    let required: Vec<_> = schema["required"].as_array().into_iter().flatten().map(|name| name.as_str().unwrap()).collect();
    let properties = schema["properties"].as_object()?;
    let made = required.into_iter().map(|name| Some((name.to_owned(), example(document, &properties[name])?)));
    made.collect::<Option<Map<_, _>>>().map(Value::Object)
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap()
}

impl Operation {
    /// Whether it is about the instance and not about a family.
    pub(crate) fn is_for_admins(&self) -> bool {
        self.path.starts_with("/api/admin/")
    }

    /// Whether the caller may have no session afterwards.
    pub(crate) fn may_end_the_session(&self) -> bool {
        LAST.contains(&self.name.as_str())
    }

    fn path_in(&self, world: &World) -> String {
        let mut path = self.path.clone();
        for (name, id) in &world.ids {
            match name.split_once('.') {
                Some((operation, parameter)) if operation == self.name => path = path.replace(&format!("{{{parameter}}}"), id),
                Some(_) | None => {}
            }
        }
        for (name, id) in &world.ids {
            path = path.replace(&format!("{{{name}}}"), id);
        }
        assert!(!path.contains('{'), "{path}: the world has no such thing");
        path
    }

    /// Calls it in the world as somebody, or as nobody.
    pub(crate) async fn call(&self, app: &App, world: &World, actor: Option<&Actor>) -> Answer {
        // One export and one import of a family run at a time.
        if matches!(self.name.as_str(), "create_export" | "preview_import" | "run_import" | "resume_job" | "undo_import") {
            app.run_jobs().await;
        }
        let path = self.path_in(world);
        let known = world.seen.lock().unwrap().get(&path).cloned();
        let answer = self.send(app, world, actor, known).await;
        // Something else has changed it meanwhile; the answer says to what.
        let current = answer.body["details"]["current"]["rev"].as_u64();
        let answer = match current {
            Some(rev) if answer.status == StatusCode::PRECONDITION_FAILED => {
                self.send(app, world, actor, Some(format!("\"{rev}\"").parse().unwrap())).await
            }
            _ => answer,
        };
        if let Some(etag) = answer.headers.get(header::ETAG) {
            world.seen.lock().unwrap().insert(path, etag.clone());
        }
        answer
    }

    async fn send(&self, app: &App, world: &World, actor: Option<&Actor>, known: Option<HeaderValue>) -> Answer {
        let query = world.queries.get(self.name.as_str()).map(|query| format!("?{query}")).unwrap_or_default();
        let mut call = app.call(self.method.clone(), self.path_in(world) + &query).network(app.new_network());
        if let Some(actor) = actor {
            call = call.token(&actor.token);
        }
        if let Some(etag) = known.filter(|_| [Method::PUT, Method::DELETE].contains(&self.method)) {
            call = call.header("if-match", etag.to_str().unwrap());
        }
        if let Some(body) = world.bodies.get(self.name.as_str()).or(self.body.as_ref()) {
            call = call.json(body);
        }
        call.send().await
    }
}

impl World {
    /// A family of the owner that has one of everything, another member, and something in the trash.
    pub(crate) async fn of(app: &App, owner: &Actor, family: &str) -> Self {
        let child = app.child(owner, family).await;
        let trashed_child = app.child(owner, family).await;
        let at = |kind: &str| format!("/api/children/{child}/{kind}");
        let measurement = id(&app.create(owner, at("measurements"), &measured()).await.expect(201));
        let trashed = id(&app.create(owner, at("measurements"), &measured()).await.expect(201));
        let visit = id(&app.create(owner, at("visits"), &example_of("VisitBody")).await.expect(201));
        let medication =
            json!({ "type": "medication", "name": "Ibuprofen", "date": "2026-02-20", "medication": { "minutes_between": 360 } });
        let event = id(&app.create(owner, at("medical-events"), &medication).await.expect(201));
        let illness = id(&app.create(owner, at("illnesses"), &example_of("IllnessDetails")).await.expect(201));
        app.delete(owner, format!("{}/{trashed}", at("measurements")), 1).await.expect(204);
        app.delete(owner, format!("/api/children/{trashed_child}"), 1).await.expect(204);
        let cousin = app.register("cousin").await;
        let cousin = app.join(&cousin, family, "parent").await;
        let token = app.invite(owner, family, &json!({ "role": "viewer" })).await;
        let withdrawn = app.invite(owner, family, &json!({ "role": "viewer" })).await;
        let picture = png(1, 1, &[]);
        let ready = app.upload(owner, &child, &announced("image/png", &picture), &picture).await;
        app.complete(owner, &ready).await.expect(200);
        let arriving = app.upload(owner, &child, &announced("image/png", &picture), &picture).await;
        let avatar = avatar(app, owner, &child, &picture).await;
        app.post(format!("{}/complete", at("avatar"))).token(&owner.token).json(&avatar).send().await.expect(200);
        let next_avatar = self::avatar(app, owner, &child, &picture).await;
        let mail = |token: String| json!({ "token": token });
        let verification = mail(app.mailed_token(&owner.email, "verify-email").await);
        app.post("/api/auth/password-reset").json(&json!({ "email": cousin.email })).network(app.new_network()).send().await.expect(202);
        let reset = json!({ "token": app.mailed_token(&cousin.email, "reset-password").await, "password": "quiet maple drum" });
        failed_mail(app, MAIL, "nobody@example.org").await;
        let file = everything_zipped(1);
        let to_preview = app.announce(owner, family, &ours(), &file).await;
        let (to_read, _) = app.previewed(owner, family, &ours(), &file).await;
        let (to_run, _) = app.previewed(owner, family, &ours(), &file).await;
        let (to_undo, _) = app.import(owner, family, &ours(), &file).await;
        let (to_resume, _) = app.previewed(owner, family, &ours(), &file).await;
        app.act(owner, family, &to_resume, "run").await;
        app.call(Method::DELETE, format!("/api/families/{family}/jobs/{to_resume}")).token(&owner.token).send().await.expect(200);
        set_up(app, &cousin).await;
        let phone = app.login(owner).await;
        let credentials = json!({ "email": owner.email, "password": PASSWORD, "session": "token" });
        Self {
            ids: BTreeMap::from([
                ("family_id", family.to_owned()),
                ("child_id", child),
                ("measurement_id", measurement.clone()),
                ("record_id", measurement),
                ("visit_id", visit),
                ("event_id", event),
                ("illness_id", illness),
                ("attachment_id", last_part(&ready)),
                ("complete_attachment.attachment_id", last_part(&arriving)),
                ("invite_id", withdrawn.split('.').nth(1).unwrap().to_owned()),
                ("mail_id", MAIL.to_owned()),
                ("job_id", to_read),
                ("preview_import.job_id", to_preview),
                ("run_import.job_id", to_run),
                ("undo_import.job_id", to_undo),
                ("resume_job.job_id", to_resume),
                ("session_id", session(&phone)),
                ("user_id", cousin.user.clone()),
                ("restore_child.child_id", trashed_child),
                ("restore_record.record_id", trashed),
            ]),
            bodies: BTreeMap::from([
                ("login", credentials),
                ("refresh", json!({ "refresh_token": phone.refresh })),
                ("preview_invite", json!({ "token": token })),
                ("accept_invite", json!({ "token": token })),
                ("complete_avatar", next_avatar),
                ("hand_over_family", json!({ "user_id": cousin.user, "step_down": false })),
                ("replace_settings", json!({ "registration": "open" })),
                ("reset_password", reset),
                ("verify_email", verification),
            ]),
            queries: BTreeMap::from([("create_child", format!("family={family}")), ("read_heatmap", "year=2026".to_owned())]),
            seen: Mutex::default(),
        }
    }
}

/// Announces and uploads a picture of the child; answers what completes it.
async fn avatar(app: &App, owner: &Actor, child: &str, picture: &[u8]) -> Value {
    let facts = json!({ "content_type": "image/png", "size": picture.len(), "checksum_sha256": checksum(picture) });
    let made = app.create(owner, format!("/api/children/{child}/avatar"), &facts).await.body;
    assert_eq!(put(&made["upload"], picture).await.status, 200, "{made}");
    json!({ "id": made["id"] })
}

fn last_part(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

/// The example of a schema of the document.
fn example_of(schema: &str) -> Value {
    let document: Value = serde_json::from_str(&trajectory_local::openapi::document().unwrap()).unwrap();
    example(&document, &json!({ "$ref": format!("#/components/schemas/{schema}") })).unwrap()
}

/// The session of a refresh token.
fn session(actor: &Actor) -> String {
    actor.refresh.split('.').nth(1).unwrap().to_owned()
}
