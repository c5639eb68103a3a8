//! Each function with the rights that `template.yaml` gives it and no others: what stands before the table refuses the rest, as IAM would.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use mailer::Outcome;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tower::ServiceExt as _;
use trajectory::service::service;
use trajectory::state::AppState;
use trajectory::store::{Endpoint, Store};
use trajectory::token::KeyRing;
use trajectory_local::{TABLE, bind};
use transfer::worker::{Budget, WORKING_TIME, run_waiting};

use crate::groups::groups;
use crate::harness::App;
use crate::reading::{each, object, one_or_more, template, text};
use crate::round_trips::succeed_in_all;
use crate::uploads::now;

#[tokio::test]
async fn every_operation_does_with_the_rights_of_its_function() {
    let refused = Refused::default();
    let app = App::start_at(now()).await;
    let api = api(&app, &refused).await;
    let app = app.served_by(api);
    succeed_in_all(&app).await;
    assert_eq!(*refused.lock().unwrap(), [""; 0]);
}

#[tokio::test]
async fn the_workers_do_with_their_rights() {
    let refused = Refused::default();
    let mut app = App::start_at(now()).await;
    app.workers = state_at(&app, &guarded(&app, "TransferWorkerRole", &refused).await);
    succeed_in_all(&app).await;
    let mailer = app.mailer_at(&guarded(&app, "MailerRole", &refused).await);
    let sent = mailer.deliver_all().await.unwrap();
    mailer.tell(&sent).await.unwrap();
    assert!(!sent.is_empty() && sent.iter().all(|outcome| *outcome == Outcome::Sent), "{sent:?}");
    let sweeper = app.sweeper_through(&guarded(&app, "SweeperRole", &refused).await, &app.embedded.files_origin);
    assert!(run_waiting(&app.workers, &app.embedded.files, || Budget::of_time(WORKING_TIME)).await.unwrap() > 0);
    app.sweep_with(&sweeper).await.unwrap();
    sweeper.scheduled().await.unwrap();
    assert_eq!(*refused.lock().unwrap(), [""; 0]);
}

/// What was refused: the role and what it asked for.
type Refused = Arc<Mutex<Vec<String>>>;

/// All groups, each with its own way to the table.
async fn api(app: &App, refused: &Refused) -> Router {
    let mut services = BTreeMap::new();
    // That the API leads there is what the tests of the template compare.
    let mut owners = Vec::new();
    for (function, _, routes) in groups() {
        let role = format!("{}Role", function.trim_end_matches("Function"));
        let document = serde_json::to_value(routes.get_openapi()).unwrap();
        for (path, operations) in object(&document["paths"]) {
            owners.extend(object(operations).keys().map(|method| ((method.to_uppercase(), path.clone()), function.to_owned())));
        }
        let state = state_at(app, &guarded(app, &role, refused).await);
        services.insert(function.to_owned(), service(routes, state));
    }
    // As API Gateway, the route with the fewest parameters is taken.
    owners.sort_by_key(|((_, path), _)| path.matches('{').count());
    let known = Arc::new((services, owners));
    Router::new().fallback(move |request: Request| {
        let owner = known.1.iter().find(|((method, path), _)| method == request.method().as_str() && fits(path, request.uri().path()));
        known.0[&owner.unwrap().1].clone().oneshot(request)
    })
}

/// The state of a process that reaches the table at this address.
fn state_at(app: &App, table: &str) -> AppState {
    let store = Store::new(&Endpoint::loopback(table.to_owned()), TABLE.to_owned());
    let mut state = app.state.clone();
    state.keys = Arc::new(KeyRing::new(store.clone()));
    state.store = store;
    state
}

/// Whether a path is one of the route's.
fn fits(route: &str, path: &str) -> bool {
    let (route, path): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
    route.len() == path.len() && route.iter().zip(path).all(|(part, given)| part.starts_with('{') || *part == given)
}

#[derive(Clone)]
struct Guard {
    role: String,
    statements: Arc<Vec<Value>>,
    to: String,
    refused: Refused,
    client: Client<HttpConnector, Body>,
}

/// A way to the table for a role.
async fn guarded(app: &App, role: &str, refused: &Refused) -> String {
    let policies = &template()["Resources"][role]["Properties"]["Policies"];
    let statements = each(policies).flat_map(|policy| each(&policy["PolicyDocument"]["Statement"])).cloned().collect();
    let listener = bind(0).await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let guard = Guard {
        role: role.to_owned(),
        statements: Arc::new(statements),
        to: app.embedded.table_url.clone(),
        refused: refused.clone(),
        client: Client::builder(TokioExecutor::new()).build_http(),
    };
    let app = Router::new().fallback(pass).with_state(guard);
    tokio::spawn(async move { axum::serve(listener, app).await });
    url
}

async fn pass(State(guard): State<Guard>, request: Request) -> Response {
    let (mut head, body) = request.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    let target = head.headers["x-amz-target"].to_str().unwrap().rsplit('.').next().unwrap().to_owned();
    let asked = asked(&target, &serde_json::from_slice(&bytes).unwrap());
    let forbidden: Vec<_> = asked.iter().filter(|one| !guard.statements.iter().any(|statement| allows(statement, one))).collect();
    if !forbidden.is_empty() {
        guard.refused.lock().unwrap().extend(forbidden.iter().map(|one| format!("{} {one:?}", guard.role)));
        let refusal = r#"{"__type":"com.amazonaws.dynamodb.v20120810#AccessDeniedException","message":"not allowed"}"#;
        return (StatusCode::BAD_REQUEST, [("content-type", "application/x-amz-json-1.0")], refusal).into_response();
    }
    head.uri = format!("{}/", guard.to).parse().unwrap();
    guard.client.request(Request::from_parts(head, Body::from(bytes))).await.unwrap().map(Body::new).into_response()
}

/// What a call needs to be allowed: an action, in an index or the table itself, in these partitions.
#[derive(Debug)]
struct Asked {
    action: String,
    index: Option<String>,
    partitions: Vec<String>,
}

fn asked(target: &str, body: &Value) -> Vec<Asked> {
    let of = |action: &str, partitions: Vec<&Value>| Asked {
        action: action.to_owned(),
        index: body["IndexName"].as_str().map(str::to_owned),
        partitions: partitions.into_iter().map(|pk| text(&pk["S"]).to_owned()).collect(),
    };
    match target {
        "GetItem" | "UpdateItem" | "DeleteItem" => vec![of(target, vec![&body["Key"]["pk"]])],
        "PutItem" => vec![of(target, vec![&body["Item"]["pk"]])],
        "BatchGetItem" => vec![of(target, each(&body["RequestItems"][TABLE]["Keys"]).map(|key| &key["pk"]).collect())],
        "Query" => {
            let condition = text(&body["KeyConditionExpression"]);
            let (_, value) = condition.split(" AND ").next().unwrap().split_once("pk = ").unwrap();
            vec![of(target, vec![&body["ExpressionAttributeValues"][value]])]
        }
        // Judged by its parts. All that are of a kind are taken together, which is the stricter reading.
        "TransactWriteItems" => {
            let mut parts: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
            for (kind, part) in each(&body["TransactItems"]).flat_map(object) {
                let (action, key) = match kind.as_str() {
                    "Put" => ("PutItem", &part["Item"]),
                    "Update" => ("UpdateItem", &part["Key"]),
                    "Delete" => ("DeleteItem", &part["Key"]),
                    "ConditionCheck" => ("ConditionCheckItem", &part["Key"]),
                    other => panic!("a transaction with {other}"),
                };
                parts.entry(action).or_default().push(&key["pk"]);
            }
            parts.into_iter().map(|(action, keys)| of(action, keys)).collect()
        }
        other => panic!("nobody may {other}"),
    }
}

fn allows(statement: &Value, asked: &Asked) -> bool {
    let resource = match &asked.index {
        None => json!({ "Fn::GetAtt": "Table.Arn" }),
        Some(index) => json!({ "Fn::Sub": format!("${{Table.Arn}}/index/{index}") }),
    };
    let patterns = &statement["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"];
    let within = |partition: &String| {
        each(patterns).map(text).any(|pattern| match pattern.strip_suffix('*') {
            Some(beginning) => partition.starts_with(beginning),
            None => partition == pattern,
        })
    };
    one_or_more(&statement["Action"]).any(|action| text(action) == format!("dynamodb:{}", asked.action))
        && one_or_more(&statement["Resource"]).any(|one| *one == resource)
        && asked.partitions.iter().all(within)
}
