//! Signing up and in, and one's own account.

use chrono::TimeDelta;
use serde_json::json;

use crate::harness::{App, PASSWORD, pretty};

#[tokio::test]
async fn of_fifty_first_sign_ups_at_once_exactly_one_becomes_admin() {
    let app = App::start().await;
    let bodies: Vec<_> = (0..50)
        .map(|nth| json!({ "email": format!("user{nth}@example.org"), "password": PASSWORD, "name": "Ana", "session": "token" }))
        .collect();
    let calls = bodies.iter().map(|body| app.post("/api/auth/register").json(body).network(app.new_network()).send());
    let answers = futures_util::future::join_all(calls).await;
    let roles: Vec<_> = answers.into_iter().map(|answer| answer.expect(201)["user"]["role"].as_str().unwrap().to_owned()).collect();
    assert_eq!(roles.iter().filter(|role| *role == "admin").count(), 1);
    assert_eq!(roles.iter().filter(|role| *role == "user").count(), 49);
    assert_eq!(app.count("BOOTSTRAP").await, 1);
}

#[tokio::test]
async fn an_email_signs_up_once_however_it_is_written() {
    let app = App::start().await;
    app.register("ana").await;
    let again = json!({ "email": " Ana@Example.ORG ", "password": PASSWORD, "name": "Ana", "session": "token" });
    assert_eq!(app.post("/api/auth/register").json(&again).send().await.refused(409), "email_taken");
    let calls = (0..10).map(|_| {
        let body = json!({ "email": "ben@example.org", "password": PASSWORD, "name": "Ben", "session": "token" });
        app.post("/api/auth/register").json(&body).network(app.new_network()).send()
    });
    let made = futures_util::future::join_all(calls).await;
    assert_eq!(made.iter().filter(|answer| answer.status == 201).count(), 1);
    assert_eq!(app.count("PROFILE").await, 2);
}

#[tokio::test]
async fn a_closed_instance_takes_its_first_person_and_nobody_after() {
    let app = App::start().await;
    let text = |text: &str| aws_sdk_dynamodb::types::AttributeValue::S(text.to_owned());
    app.put([("pk", text("INSTANCE")), ("sk", text("SETTINGS")), ("kind", text("SETTINGS")), ("registration", text("closed"))]).await;
    app.register("ana").await;
    let body = json!({ "email": "ben@example.org", "password": PASSWORD, "name": "Ben", "session": "token" });
    assert_eq!(app.post("/api/auth/register").json(&body).send().await.refused(403), "registration_closed");
}

#[tokio::test]
async fn passwords_that_are_short_or_common_are_refused() {
    let app = App::start().await;
    for password in ["short", "password12", "1234567890", "ana@example.org", ""] {
        let body = json!({ "email": "ana@example.org", "password": password, "name": "Ana", "session": "token" });
        assert_eq!(app.post("/api/auth/register").json(&body).send().await.fields(), ["password"], "{password}");
    }
    assert_eq!(app.count("PROFILE").await, 0);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_email_get_the_same_answer() {
    let app = App::start().await;
    app.register("ana").await;
    let login = |email: &str, password: &str| json!({ "email": email, "password": password, "session": "token" });
    let wrong = app.post("/api/auth/login").json(&login("ana@example.org", "brisk otter lump")).send().await;
    let unknown = app.post("/api/auth/login").json(&login("nobody@example.org", PASSWORD)).send().await;
    assert_eq!(wrong.usage.calls.len(), unknown.usage.calls.len());
    assert_eq!(wrong.expect(401), unknown.expect(401));
}

#[tokio::test]
async fn attempts_are_limited_per_account_and_network_exactly_and_others_are_not_locked_out() {
    let app = App::start().await;
    app.register("ana").await;
    let wrong = json!({ "email": "ana@example.org", "password": "brisk otter lump", "session": "token" });
    let stranger = app.new_network();
    let calls = (0..15).map(|_| app.post("/api/auth/login").json(&wrong).network(stranger).send());
    let answers = futures_util::future::join_all(calls).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 401).count(), 10);
    let limited: Vec<_> = answers.iter().filter(|answer| answer.status == 429).collect();
    assert_eq!(limited.len(), 5);
    let wait: i64 = limited[0].headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=900).contains(&wait));
    // The family at home goes on as ever; the stranger may try again later.
    let right = json!({ "email": "ana@example.org", "password": PASSWORD, "session": "token" });
    app.post("/api/auth/login").json(&right).network(app.new_network()).send().await.expect(200);
    app.pass(TimeDelta::seconds(wait));
    app.post("/api/auth/login").json(&right).network(stranger).send().await.expect(200);
}

#[tokio::test]
async fn i_read_and_change_my_account() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let account = app.get(&ana, "/api/account").await.expect(200);
    insta::assert_snapshot!(pretty(&account));
    let mut preferences = account["preferences"].clone();
    preferences["units"]["weight"] = json!("lb");
    preferences["time_zone"] = json!("America/Los_Angeles");
    let changed = app.replace(&ana, "/api/account/preferences", 1, &preferences).await.expect(200);
    assert_eq!(changed["preferences"], preferences);
    let stale = app.replace(&ana, "/api/account/profile", 1, &json!({ "name": "Ana Maria" })).await.expect(412);
    assert_eq!((&stale["code"], &stale["details"]["current"]["rev"]), (&json!("changed_meanwhile"), &json!(2)));
    let renamed = app.replace(&ana, "/api/account/profile", 2, &json!({ "name": "Ana Maria" })).await;
    assert_eq!(renamed.headers["etag"], "\"3\"");
    renamed.expect(200);
    // Without If-Match too.
    app.call(axum::http::Method::PUT, "/api/account/preferences").token(&ana.token).json(&preferences).send().await.expect(200);
    let account = app.get(&ana, "/api/account").await.expect(200);
    assert_eq!((&account["name"], &account["preferences"], &account["rev"]), (&json!("Ana Maria"), &preferences, &json!(4)));
}

#[tokio::test]
async fn a_disabled_account_cannot_sign_in_nor_go_on() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    app.set_profile(&ana, "disabled_at", "2026-03-01T12:00:00Z").await;
    assert_eq!(app.get(&ana, "/api/account").await.refused(401), "session_ended");
    assert_eq!(app.create(&ana, "/api/families", &json!({ "name": "A" })).await.refused(401), "session_ended");
    let refresh = json!({ "refresh_token": ana.refresh });
    assert_eq!(app.post("/api/auth/refresh").json(&refresh).send().await.refused(401), "session_ended");
    let right = json!({ "email": "ana@example.org", "password": PASSWORD, "session": "token" });
    assert_eq!(app.post("/api/auth/login").json(&right).send().await.refused(403), "account_disabled");
}

#[tokio::test]
async fn sign_ups_are_limited_per_network() {
    let app = App::start().await;
    let network = app.new_network();
    let statuses = futures_util::future::join_all((0..33).map(|nth| {
        let body = json!({ "email": format!("user{nth}@example.org"), "password": "password12", "name": "Ana", "session": "token" });
        let call = app.post("/api/auth/register").json(&body).network(network);
        async move { call.send().await.status.as_u16() }
    }))
    .await;
    let of = |status: u16| statuses.iter().filter(|one| **one == status).count();
    assert_eq!((of(400), of(429)), (30, 3));
}

#[tokio::test]
async fn sign_ins_to_any_account_are_limited_per_network() {
    let app = App::start().await;
    let network = app.new_network();
    let statuses = futures_util::future::join_all((0..103).map(|nth| {
        let body = json!({ "email": format!("user{nth}@example.org"), "password": PASSWORD, "session": "token" });
        let call = app.post("/api/auth/login").json(&body).network(network);
        async move { call.send().await.status.as_u16() }
    }))
    .await;
    let of = |status: u16| statuses.iter().filter(|one| **one == status).count();
    assert_eq!((of(401), of(429)), (100, 3));
}
