//! What goes wrong around a function: it answers in time, and lives on.

use axum::body::Body;
use axum::http::StatusCode;
use axum::routing::get;
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tower::ServiceExt as _;
use trajectory::service::{Routes, service};
use trajectory_local::embedded::Embedded;
use trajectory_local::state;

use crate::events::{CALLERS, Caller, Request};
use crate::lambda::Outcome;
use crate::stack::{Stack, sign_up};

#[tokio::test]
async fn an_event_that_is_no_request_fails_alone() {
    let stack = Stack::start().await;
    let account = stack.function("account").await;
    for event in ["{}", "[]", "null", r#"{"version":"2.0"}"#, r#"{"Records":[]}"#, "not JSON"] {
        let outcome = account.invoke_raw(event.to_owned()).await;
        assert!(matches!(outcome, Outcome::Failed(_)), "{event} was answered: {outcome:?}");
        assert_eq!(Request::new("GET", "/api/openapi.json").send(&account, Caller::HttpApi).await.status, 200, "after {event}");
    }
}

/// In this process, since no handler of ours can be made to panic from outside.
#[tokio::test]
async fn a_panic_in_a_handler_is_answered_with_500() {
    let files = tempfile::TempDir::new().unwrap();
    let embedded = Embedded::in_memory(files.path()).await.unwrap();
    let routes = Routes::default().route("/api/panic", get(async || -> StatusCode { panic!("on purpose") }));
    let service = service(routes, state(&embedded));
    for _ in 0..2 {
        let request = axum::http::Request::get("/api/panic").body(Body::empty()).unwrap();
        let response = service.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let body: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(body["code"], "internal");
        assert!(!body.to_string().contains("on purpose"));
    }
}

/// This one happens before the service, in the crate that reads events: API Gateway answers 500 in the function's place.
#[tokio::test]
async fn a_panic_before_the_service_ends_its_invocation_alone() {
    let stack = Stack::start().await;
    let account = stack.function("account").await;
    for caller in CALLERS {
        let event = Request::new("GET", "/api/openapi.json").header("host", "no host { at all").event(caller);
        let outcome = account.invoke(&event).await;
        assert!(matches!(&outcome, Outcome::Failed(_)), "{caller:?}: {outcome:?}");
        assert_eq!(Request::new("GET", "/api/openapi.json").send(&account, caller).await.status, 200, "{caller:?}");
    }
}

#[tokio::test]
async fn connections_that_died_while_the_function_was_frozen_cost_nobody_an_error() {
    let stack = Stack::start().await;
    let token = sign_up(&stack.function("auth").await, "ana@example.org").await;
    let families = stack.function("families").await;
    let list = || Request::new("GET", "/api/families").token(&token);
    list().send(&families, Caller::HttpApi).await.expect(200);
    for _ in 0..3 {
        families.freeze();
        stack.way.cut();
        families.thaw();
        list().send(&families, Caller::HttpApi).await.expect(200);
    }
    // A write finds the same.
    families.freeze();
    stack.way.cut();
    families.thaw();
    Request::new("POST", "/api/families")
        .token(&token)
        .json(&json!({ "name": "Otter" }))
        .send(&families, Caller::HttpApi)
        .await
        .expect(201);
}

#[tokio::test]
async fn a_table_that_does_not_answer_is_given_up_before_lambda_gives_up_and_the_function_lives_on() {
    let stack = Stack::start().await;
    let token = sign_up(&stack.function("auth").await, "ana@example.org").await;
    let families = stack.function("families").await;
    let list = || Request::new("GET", "/api/families").token(&token);
    list().send(&families, Caller::HttpApi).await.expect(200);
    stack.way.set_silent(true);
    stack.way.cut();
    let start = Instant::now();
    let answer = list().send(&families, Caller::HttpApi).await;
    assert!(start.elapsed() < Duration::from_secs(8), "{:?}", start.elapsed());
    assert!([500, 503].contains(&answer.status), "{}", answer.status);
    stack.way.set_silent(false);
    list().send(&families, Caller::HttpApi).await.expect(200);
}
