//! What goes wrong around a function: it answers in time, and lives on.

use serde_json::json;
use std::time::{Duration, Instant};

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

/// Panics inside a handler are answered with 500 by the service; this one happens before it, in the crate that reads events.
#[tokio::test]
async fn a_panic_ends_its_invocation_alone() {
    let stack = Stack::start().await;
    let account = stack.function("account").await;
    for caller in CALLERS {
        let event = Request::new("GET", "/api/openapi.json").header("host", "no host { at all").event(caller);
        // An error of the function; API Gateway answers 500 in its place.
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
