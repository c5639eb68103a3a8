//! What a function would log: one line for each request that says what operators need, and nothing of anybody.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use tracing::level_filters::LevelFilter;
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;
use trajectory::config::Environment;
use trajectory::log::{JsonLines, METRICS, NAMESPACE, filter};

use crate::harness::{App, PASSWORD};
use crate::round_trips::succeed_in_all;
use crate::uploads::now;

type Lines = Arc<Mutex<Vec<Value>>>;

/// Logs of this thread as a function in the cloud writes them, from the finest level on, until the guard is dropped.
fn listen() -> (Lines, DefaultGuard) {
    let lines = Lines::default();
    let kept = lines.clone();
    let environment = Environment::of(&[("AWS_LAMBDA_LOG_GROUP_NAME", "/trajectory/dev/everything")]);
    let write = move |line: &[u8]| {
        assert_eq!(line.iter().position(|byte| *byte == b'\n'), Some(line.len() - 1), "one line for each event");
        kept.lock().unwrap().push(serde_json::from_slice(line).unwrap());
    };
    // The embedded servers run in this process; no function has them.
    let ours =
        filter(LevelFilter::TRACE).with_targets([("dynoxide", LevelFilter::OFF), ("s3s", LevelFilter::OFF), ("s3s_fs", LevelFilter::OFF)]);
    let layer = JsonLines::of_function(&environment, write).with_filter(ours);
    let guard = tracing_subscriber::registry().with(layer).set_default();
    (lines, guard)
}

fn requests(lines: &Lines) -> Vec<Value> {
    lines.lock().unwrap().iter().filter(|line| line["message"] == "request").cloned().collect()
}

/// All texts and numbers that somebody could have typed, and the ids in paths.
fn values(sent: &str, into: &mut BTreeSet<String>) {
    fn collect(value: &Value, into: &mut BTreeSet<String>) {
        match value {
            Value::String(text) => _ = into.insert(text.clone()),
            Value::Number(number) => _ = into.insert(number.to_string()),
            Value::Array(items) => items.iter().for_each(|item| collect(item, into)),
            Value::Object(fields) => fields.values().for_each(|field| collect(field, into)),
            Value::Null | Value::Bool(_) => {}
        }
    }
    match serde_json::from_str(sent) {
        Ok(body) => collect(&body, into),
        Err(_) => into.extend(sent.split(['/', '?', '&', '=', ' ', '.']).map(str::to_owned)),
    }
}

#[tokio::test]
async fn no_value_that_was_sent_is_in_any_line_of_the_log() {
    let (lines, _listening) = listen();
    let app = App::start_at(now()).await;
    succeed_in_all(&app).await;
    let ana = app.register("zelda-confidential").await;
    for (path, body) in [
        ("/api/auth/login", json!({ "email": ana.email, "password": "a wrong quiet password", "session": "token" })),
        ("/api/auth/register", json!({ "email": "not an address of anybody", "password": PASSWORD, "name": "Q", "session": "token" })),
        ("/api/children", json!({ "name": "Someone Unnamed", "date_of_birth": "2025-13-77", "sex": "unspeakable" })),
        ("/api/nowhere/some-private-words", json!({ "text": "nobody reads this" })),
    ] {
        app.post(path).token(&ana.token).json(&body).send().await;
    }
    app.post("/api/families").token(&ana.token).raw("{ \"name\": \"half a secret").send().await;

    let mut sent = BTreeSet::new();
    for one in app.sent.lock().unwrap().iter() {
        values(one, &mut sent);
    }
    // What all routes are called is told; so are the words and numbers of the lines themselves.
    let document = trajectory_local::openapi::document().unwrap();
    let document: Value = serde_json::from_str(&document).unwrap();
    let public = document["paths"].as_object().unwrap().keys().cloned().collect::<String>() + "trajectory";
    sent.retain(|value| value.chars().count() >= 5 && !public.contains(value.as_str()));
    assert!(sent.len() > 100, "{}", sent.len());
    let log = lines.lock().unwrap().iter().map(Value::to_string).collect::<Vec<_>>().join("\n");
    let told: Vec<_> = sent.iter().filter(|value| log.contains(value.as_str())).collect();
    assert!(told.is_empty(), "{told:#?}");
    assert!(requests(&lines).len() > 150);
}

#[tokio::test]
async fn a_request_is_one_line_with_its_metrics() {
    let (lines, _listening) = listen();
    let app = App::start().await;
    let ana = app.register("ana").await;
    app.get(&ana, "/api/children").await.expect(200);
    let lines = requests(&lines);
    assert_eq!(lines.len(), 2);
    assert_eq!((&lines[0]["cold_start"], &lines[1]["cold_start"]), (&json!(true), &json!(false)));
    let line = lines[1].as_object().unwrap();
    for (name, value) in [
        ("operation", json!("GET /api/children")),
        ("status", json!(200)),
        ("level", json!("INFO")),
        ("stack", json!("dev")),
        ("function", json!("everything")),
    ] {
        assert_eq!(line[name], value, "{name}");
    }
    for number in ["latency", "table_calls", "table_depth", "table_milliseconds", "table_read_units"] {
        assert!(line[number].is_number(), "{number}");
    }
    line["timestamp"].as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    let told = &line["_aws"]["CloudWatchMetrics"];
    assert_eq!(
        *told,
        json!([{ "Namespace": "Trajectory", "Dimensions": [["stack"], ["stack", "operation"]],
                 "Metrics": [{ "Name": "latency", "Unit": "Milliseconds" }] }])
    );
    assert!(line["_aws"]["Timestamp"].as_i64().unwrap() > 1_700_000_000_000);
}

#[tokio::test]
async fn sign_ins_failures_throttles_and_uploads_are_counted() {
    let (lines, _listening) = listen();
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let picture = crate::tiny::png(1, 1, &[]);
    let path = app.upload(&ana, &child, &crate::uploads::announced("image/png", &picture), &picture).await;
    app.complete(&ana, &path).await.expect(200);
    let wrong = json!({ "email": ana.email, "password": "not this one at all", "session": "token" });
    for _ in 0..11 {
        app.post("/api/auth/login").json(&wrong).send().await;
    }
    let lines = requests(&lines);
    let sum = |metric: &str| {
        let metrics = lines.iter().filter(|line| line["_aws"].to_string().contains(&format!("\"{metric}\"")));
        metrics.map(|line| line[metric].as_u64().unwrap()).sum::<u64>()
    };
    assert_eq!((sum("sign_ins"), sum("sign_in_failures"), sum("throttles"), sum("uploads"), sum("errors")), (1, 10, 1, 1, 0));
    let refused = lines.last().unwrap();
    assert_eq!((&refused["status"], &refused["code"]), (&json!(429), &json!("too_many_attempts")));
}

/// The metrics of the alarms below a value.
fn alarms(value: &Value, found: &mut BTreeSet<(String, Vec<String>)>) {
    let names = |value: &Value| value.as_array().into_iter().flatten().map(|one| one["Name"].as_str().unwrap().to_owned()).collect();
    if value["Namespace"] == NAMESPACE {
        found.insert((value["MetricName"].as_str().unwrap().to_owned(), names(&value["Dimensions"])));
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| alarms(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| alarms(field, found)),
        _ => {}
    }
}

/// What `infra/alarms.yaml` asks for in our namespace: a metric with the names of its dimensions.
fn watched() -> BTreeSet<(String, Vec<String>)> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../alarms.yaml")).unwrap();
    let plain = text.replace("!Ref ", "").replace("!Sub ", "").replace("!Not ", "").replace("!Equals ", "").replace("!If ", "");
    let template: Value = serde_norway::from_str(&plain).unwrap();
    let mut found = BTreeSet::new();
    alarms(&template, &mut found);
    let dashboard = template["Resources"]["Dashboard"]["Properties"]["DashboardBody"].as_str().unwrap();
    let dashboard: Value = serde_json::from_str(dashboard).unwrap();
    for metric in dashboard["widgets"].as_array().unwrap().iter().filter_map(|widget| widget["properties"]["metrics"].as_array()).flatten()
    {
        let words: Vec<_> = metric.as_array().unwrap().iter().map_while(|word| word.as_str().map(str::to_owned)).collect();
        if words.first().is_some_and(|first| first == NAMESPACE) {
            found.insert((words[1].clone(), words[2..].iter().step_by(2).cloned().collect()));
        }
    }
    found
}

#[test]
fn alarms_and_dashboard_watch_what_is_logged_and_all_of_it() {
    let mut logged = BTreeSet::new();
    for metrics in METRICS {
        for (name, _) in metrics.metrics {
            // By operation there is too much for an alarm; the dashboard searches for it.
            let dimensions = metrics.dimensions.iter().filter(|names| !names.contains(&"operation"));
            logged.extend(dimensions.map(|names| ((*name).to_owned(), names.iter().map(|name| (*name).to_owned()).collect())));
        }
    }
    assert_eq!(watched(), logged);
}
