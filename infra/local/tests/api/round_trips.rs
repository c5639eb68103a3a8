//! How often a route waits for the table: the golden table of calls and depth.

use axum::http::Method;
use serde_json::{Value, json};
use std::fmt::Write as _;

use crate::harness::{Answer, App, PASSWORD, boy, id, measured};

#[tokio::test]
async fn calls_and_depth_of_every_route() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let mut table = String::new();
    let mut note = |operation: &str, answer: Answer| -> Value {
        assert!(answer.status.is_success(), "{operation}: {}", answer.body);
        let calls = answer.usage.calls.join(" ");
        writeln!(table, "{operation:26} depth {} | {} calls: {calls}", answer.usage.depth, answer.usage.calls.len()).unwrap();
        answer.body
    };
    let registration = json!({ "email": "ben@example.org", "password": PASSWORD, "name": "Ben", "session": "token" });
    note("register", app.post("/api/auth/register").json(&registration).send().await);
    let login = json!({ "email": ana.email, "password": PASSWORD, "session": "token" });
    note("login", app.post("/api/auth/login").json(&login).send().await);
    let phone = note("login", app.post("/api/auth/login").json(&login).send().await);
    let refreshed = note("refresh", app.post("/api/auth/refresh").json(&json!({ "refresh_token": ana.refresh })).send().await);
    let sessions = note("list_sessions", app.get(&ana, "/api/auth/sessions").await);
    assert_eq!(sessions["items"].as_array().unwrap().len(), 4);
    let other = id(&sessions["items"][1]);
    note("delete_session", app.call(Method::DELETE, format!("/api/auth/sessions/{other}")).token(&ana.token).send().await);
    note("logout", app.post("/api/auth/logout").json(&json!({ "refresh_token": phone["refresh_token"] })).send().await);
    note("read_account", app.get(&ana, "/api/account").await);
    note("read_openapi", app.call(Method::GET, "/api/openapi.json").send().await);
    note("replace_profile", app.replace(&ana, "/api/account/profile", 1, &json!({ "name": "Ana" })).await);
    note("replace_preferences", app.replace(&ana, "/api/account/preferences", 2, &refreshed["user"]["preferences"]).await);
    let spare = note("create_family", app.create(&ana, "/api/families", &json!({ "name": "Spare" })).await);
    note("delete_family", app.delete(&ana, format!("/api/families/{}", id(&spare)), 1).await);
    note("list_families", app.get(&ana, "/api/families").await);
    note("read_family", app.get(&ana, format!("/api/families/{family}")).await);
    note("replace_family", app.replace(&ana, format!("/api/families/{family}"), 1, &json!({ "name": "Otters" })).await);
    let child = note("create_child", app.create(&ana, format!("/api/children?family={family}"), &boy()).await);
    let child = format!("/api/children/{}", id(&child));
    note("- without family", app.create(&ana, "/api/children", &boy()).await);
    note("list_children", app.get(&ana, "/api/children").await);
    note("read_child", app.get(&ana, &child).await);
    note("replace_child", app.replace(&ana, &child, 1, &boy()).await);
    note("read_home", app.get(&ana, format!("/api/families/{family}/home")).await);
    let all = format!("{child}/measurements");
    let one = note("create_measurement", app.create(&ana, &all, &measured()).await);
    let one = format!("{all}/{}", id(&one));
    note("list_measurements", app.get(&ana, &all).await);
    note("list_family_measurements", app.get(&ana, format!("/api/families/{family}/measurements")).await);
    note("read_measurement", app.get(&ana, &one).await);
    note("read_growth", app.get(&ana, format!("{child}/growth")).await);
    note("replace_measurement", app.replace(&ana, &one, 1, &measured()).await);
    note("- without If-Match", app.call(Method::PUT, &one).token(&ana.token).json(&measured()).send().await);
    note("delete_measurement", app.delete(&ana, &one, 3).await);
    note("delete_child", app.delete(&ana, &child, 2).await);
    insta::assert_snapshot!(table);
}

#[tokio::test]
async fn every_operation_stands_in_the_table() {
    let document: Value = serde_json::from_str(&trajectory_local::openapi::document().unwrap()).unwrap();
    let table = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/api/snapshots/api__round_trips__calls_and_depth_of_every_route.snap"
    ))
    .unwrap();
    for operations in document["paths"].as_object().unwrap().values() {
        for operation in operations.as_object().unwrap().values() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(table.lines().any(|line| line.split_whitespace().next() == Some(name)), "{name} is not measured");
        }
    }
}
