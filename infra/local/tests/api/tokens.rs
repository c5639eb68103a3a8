//! Access tokens: what is let in, and what is not.

use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};
use trajectory::base64;
use trajectory::token::rotation::{Rotated, replace, rotate};

use crate::harness::App;

/// The three parts of a token, header and claims as JSON.
fn parts(token: &str) -> (Value, Value, String) {
    let mut parts = token.split('.');
    let mut json = || serde_json::from_slice(&base64::decode(parts.next().unwrap()).unwrap()).unwrap();
    let (header, claims) = (json(), json());
    (header, claims, parts.next().unwrap().to_owned())
}

fn assemble(header: &Value, claims: &Value, signature: &str) -> String {
    format!("{}.{}.{signature}", base64::encode(header.to_string()), base64::encode(claims.to_string()))
}

async fn with(app: &App, token: &str) -> String {
    let answer = app.call(Method::GET, "/api/account").token(token).send().await;
    if answer.status == 200 { "let in".to_owned() } else { answer.refused(401) }
}

#[tokio::test]
async fn a_token_says_what_it_is_and_no_more_than_it_must() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (header, claims, _) = parts(&ana.token);
    assert_eq!((&header["typ"], &header["alg"]), (&json!("at+jwt"), &json!("EdDSA")));
    assert_eq!(claims["fam"], json!([family]));
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 900);
    let mut names: Vec<_> = claims.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["aud", "exp", "fam", "iat", "iss", "role", "sid", "sub", "tv"]);
}

#[tokio::test]
async fn only_our_own_unaltered_tokens_are_let_in() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let (header, claims, signature) = parts(&ana.token);
    assert_eq!(with(&app, &ana.token).await, "let in");
    let set = |value: &Value, name: &str, to: Value| {
        let mut changed = value.clone();
        changed[name] = to;
        changed
    };
    let forged = [
        assemble(&set(&header, "alg", json!("none")), &claims, ""),
        assemble(&set(&header, "alg", json!("none")), &claims, &signature),
        assemble(&set(&header, "alg", json!("HS256")), &claims, &signature),
        assemble(&set(&header, "typ", json!("JWT")), &claims, &signature),
        assemble(&set(&header, "kid", json!("AAAA")), &claims, &signature),
        assemble(&header, &set(&claims, "role", json!("admin")), &signature),
        assemble(&header, &set(&claims, "exp", json!(4_102_444_800_i64)), &signature),
        assemble(&header, &claims, &base64::encode([0; 64])),
        ana.refresh.clone(),
        String::new(),
        "a.b.c".to_owned(),
    ];
    for token in forged {
        assert_eq!(with(&app, &token).await, "not_signed_in", "{token}");
    }
    let without = app.call(Method::GET, "/api/account").send().await;
    assert_eq!(without.refused(401), "not_signed_in");
    let basic = app.call(Method::GET, "/api/account").header("authorization", "Basic YTpi").send().await;
    assert_eq!(basic.refused(401), "not_signed_in");
}

#[tokio::test]
async fn a_token_signed_with_a_key_of_somebody_else_is_not_let_in() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let claims = serde_json::from_value(parts(&ana.token).1).unwrap();
    let theirs = trajectory::token::SigningKey::from_seed([9; 32]).unwrap();
    let token = trajectory::token::sign(&claims, &theirs).unwrap();
    assert_eq!(with(&app, &token).await, "not_signed_in");
}

#[tokio::test]
async fn a_token_runs_out_after_fifteen_minutes() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    app.pass(TimeDelta::seconds(899));
    assert_eq!(with(&app, &ana.token).await, "let in");
    app.pass(TimeDelta::seconds(1));
    assert_eq!(with(&app, &ana.token).await, "token_expired");
}

#[tokio::test]
async fn a_raised_token_version_ends_all_tokens_at_once() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    app.set_profile(&ana, "token_version", "2").await;
    for path in ["/api/account".to_owned(), "/api/families".to_owned(), format!("/api/children/{child}")] {
        assert_eq!(app.get(&ana, path).await.refused(401), "session_ended");
    }
    let created = app.create(&ana, format!("/api/children/{child}/measurements"), &crate::harness::measured()).await;
    assert_eq!(created.refused(401), "session_ended");
    assert_eq!(app.count("MEASUREMENT").await, 0);
    let again = app.login(&ana).await;
    app.get(&again, format!("/api/children/{child}")).await.expect(200);
}

#[tokio::test]
async fn keys_rotate_without_anybody_noticing() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let kid = |token: &str| parts(token).0["kid"].clone();
    let first = kid(&ana.token);
    app.pass(TimeDelta::days(90));
    // Published now, signs in ten minutes.
    let before = app.login(&ana).await;
    assert_eq!(kid(&before.token), first);
    app.pass(TimeDelta::minutes(10));
    let after = app.login(&ana).await;
    assert_ne!(kid(&after.token), first);
    assert_eq!(with(&app, &before.token).await, "let in");
    assert_eq!(with(&app, &after.token).await, "let in");
    // The retired key is refused even where a token of it could still be young.
    app.pass(TimeDelta::minutes(30));
    assert_eq!(with(&app, &before.token).await, "not_signed_in");
}

#[tokio::test]
async fn an_operator_rotates_the_key_early_without_anybody_noticing() {
    let app = App::start().await;
    assert_eq!(rotate(&app.state.store, app.state.now()).await.unwrap(), Rotated::NoKeyYet);
    let ana = app.register("ana").await;
    let kid = |token: &str| parts(token).0["kid"].clone();
    app.pass(TimeDelta::minutes(10));
    assert_eq!(rotate(&app.state.store, app.state.now()).await.unwrap(), Rotated::Begun);
    let before = app.login(&ana).await;
    assert_eq!(kid(&before.token), kid(&ana.token));
    let next = Rotated::UnderWay(app.state.now() + TimeDelta::minutes(10));
    assert_eq!(rotate(&app.state.store, app.state.now()).await.unwrap(), next);
    app.pass(TimeDelta::minutes(10));
    let after = app.login(&ana).await;
    assert_ne!(kid(&after.token), kid(&ana.token));
    assert_eq!(with(&app, &before.token).await, "let in");
    assert_eq!(with(&app, &after.token).await, "let in");
}

#[tokio::test]
async fn a_key_that_became_known_is_refused_everywhere_within_ten_minutes_and_sessions_go_on() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let claims = serde_json::from_value(parts(&ana.token).1).unwrap();
    let kid = parts(&ana.token).0["kid"].as_str().unwrap().to_owned();
    let private = app.state.store.get(trajectory::store::Key::signing(&kid)).await.unwrap().unwrap();
    let seed = base64::decode(private["seed"].as_s().unwrap()).unwrap().try_into().unwrap();
    let stolen = trajectory::token::SigningKey::from_seed(seed).unwrap();
    assert_eq!(with(&app, &trajectory::token::sign(&claims, &stolen).unwrap()).await, "let in");
    assert_eq!(replace(&app.state.store).await.unwrap(), Rotated::Begun);
    assert!(app.state.store.get(trajectory::store::Key::signing(&kid)).await.unwrap().is_none());
    app.pass(TimeDelta::minutes(10));
    // Nobody has signed in since, so no new key has made this instance read the ring.
    assert_eq!(with(&app, &trajectory::token::sign(&claims, &stolen).unwrap()).await, "not_signed_in");
    let body = json!({ "refresh_token": ana.refresh });
    let renewed = app.post("/api/auth/refresh").json(&body).send().await.expect(200);
    let token = renewed["access_token"].as_str().unwrap();
    assert_ne!(parts(token).0["kid"], json!(kid));
    assert_eq!(with(&app, token).await, "let in");
    assert_eq!(with(&app, &ana.token).await, "not_signed_in");
}
