//! Sessions: rotation, reuse, cookies, sign-out.

use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::harness::{App, PASSWORD, pretty};

fn refresh_token(body: &Value) -> String {
    body["refresh_token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn fifty_refreshes_of_one_token_at_once_all_get_the_same_successor() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let body = json!({ "refresh_token": ana.refresh });
    let answers = futures_util::future::join_all((0..50).map(|_| app.post("/api/auth/refresh").json(&body).send())).await;
    let successors: Vec<_> = answers.into_iter().map(|answer| refresh_token(&answer.expect(200))).collect();
    assert_ne!(successors[0], ana.refresh);
    assert!(successors.iter().all(|token| *token == successors[0]));
    let next = json!({ "refresh_token": successors[0] });
    assert_ne!(refresh_token(&app.post("/api/auth/refresh").json(&next).send().await.expect(200)), successors[0]);
}

#[tokio::test]
async fn a_refresh_repeated_within_a_minute_is_a_lost_answer_and_later_it_ends_the_session() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let old = json!({ "refresh_token": ana.refresh });
    let successor = refresh_token(&app.post("/api/auth/refresh").json(&old).send().await.expect(200));
    app.pass(TimeDelta::seconds(60));
    assert_eq!(refresh_token(&app.post("/api/auth/refresh").json(&old).send().await.expect(200)), successor);
    app.pass(TimeDelta::seconds(1));
    assert_eq!(app.post("/api/auth/refresh").json(&old).send().await.refused(401), "session_ended");
    // Whoever has the successor is out as well: one of the two is a thief.
    let new = json!({ "refresh_token": successor });
    assert_eq!(app.post("/api/auth/refresh").json(&new).send().await.refused(401), "session_ended");
}

#[tokio::test]
async fn a_token_that_another_tab_has_overtaken_twice_still_leads_on_within_a_minute_and_ends_the_session_later() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let first = json!({ "refresh_token": ana.refresh });
    let second = json!({ "refresh_token": refresh_token(&app.post("/api/auth/refresh").json(&first).send().await.expect(200)) });
    app.pass(TimeDelta::seconds(20));
    let third = refresh_token(&app.post("/api/auth/refresh").json(&second).send().await.expect(200));
    app.pass(TimeDelta::seconds(40));
    assert_eq!(refresh_token(&app.post("/api/auth/refresh").json(&first).send().await.expect(200)), third);
    app.pass(TimeDelta::seconds(1));
    assert_eq!(app.post("/api/auth/refresh").json(&first).send().await.refused(401), "session_ended");
    assert_eq!(app.post("/api/auth/refresh").json(&json!({ "refresh_token": third })).send().await.refused(401), "session_ended");
}

#[tokio::test]
async fn a_made_up_secret_ends_nothing() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let (session, _) = ana.refresh.rsplit_once('.').unwrap();
    let made_up = json!({ "refresh_token": format!("{session}.{}", trajectory::base64::encode([7; 32])) });
    assert_eq!(app.post("/api/auth/refresh").json(&made_up).send().await.refused(401), "session_ended");
    app.post("/api/auth/logout").json(&made_up).send().await.expect(204);
    app.post("/api/auth/refresh").json(&json!({ "refresh_token": ana.refresh })).send().await.expect(200);
}

#[tokio::test]
async fn signing_out_with_a_token_that_another_tab_has_rotated_ends_the_session() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let body = json!({ "refresh_token": ana.refresh });
    let next = refresh_token(&app.post("/api/auth/refresh").json(&body).send().await.expect(200));
    app.post("/api/auth/logout").json(&body).send().await.expect(204);
    assert_eq!(app.post("/api/auth/refresh").json(&json!({ "refresh_token": next })).send().await.refused(401), "session_ended");
}

#[tokio::test]
async fn a_session_ends_after_seven_days_without_use() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    app.pass(TimeDelta::days(6));
    let answer = app.post("/api/auth/refresh").json(&json!({ "refresh_token": ana.refresh })).send().await.expect(200);
    app.pass(TimeDelta::days(7));
    let next = json!({ "refresh_token": refresh_token(&answer) });
    assert_eq!(app.post("/api/auth/refresh").json(&next).send().await.refused(401), "session_ended");
}

#[tokio::test]
async fn a_browser_gets_its_refresh_token_in_a_cookie_alone_and_uses_it_from_our_origin_alone() {
    let app = App::start().await;
    let body = json!({ "email": "ana@example.org", "password": PASSWORD, "name": "Ana", "session": "cookie" });
    let answer = app.post("/api/auth/register").json(&body).send().await;
    let cookie = answer.headers["set-cookie"].to_str().unwrap().to_owned();
    assert!(answer.expect(201)["refresh_token"].is_null());
    let (pair, attributes) = cookie.split_once("; ").unwrap();
    assert!(pair.starts_with("trajectory_rt=usr_"));
    assert_eq!(attributes, "HttpOnly; SameSite=Strict; Path=/; Max-Age=604800");
    let refresh = || app.post("/api/auth/refresh").json(&json!({})).header("cookie", pair).header("host", "127.0.0.1:4280");
    assert_eq!(refresh().header("sec-fetch-site", "cross-site").send().await.refused(403), "cross_site");
    assert_eq!(refresh().header("sec-fetch-site", "same-site").send().await.refused(403), "cross_site");
    assert_eq!(refresh().header("origin", "http://evil.example").send().await.refused(403), "cross_site");
    assert_eq!(refresh().send().await.refused(403), "cross_site");
    let answer = refresh().header("sec-fetch-site", "same-origin").send().await;
    assert!(answer.headers["set-cookie"].to_str().unwrap().starts_with("trajectory_rt=usr_"));
    assert!(answer.expect(200)["refresh_token"].is_null());
    assert_eq!(app.post("/api/auth/refresh").json(&json!({})).send().await.refused(401), "session_ended");
}

#[tokio::test]
async fn signing_out_ends_the_session_and_takes_the_cookie_away() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let body = json!({ "refresh_token": ana.refresh });
    let answer = app.post("/api/auth/logout").json(&body).send().await;
    assert!(answer.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    answer.expect(204);
    assert_eq!(app.post("/api/auth/refresh").json(&body).send().await.refused(401), "session_ended");
    app.post("/api/auth/logout").json(&body).send().await.expect(204);
    app.post("/api/auth/logout").json(&json!({})).send().await.expect(204);
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let ben = app.register("ben").await;
    app.pass(TimeDelta::minutes(1));
    let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";
    let login = json!({ "email": ana.email, "password": PASSWORD, "session": "token" });
    let phone = app.post("/api/auth/login").json(&login).header("user-agent", agent).network([198, 51, 100, 7]).send().await.expect(200);
    let list = app.get(&ana, "/api/auth/sessions").await.expect(200);
    insta::assert_snapshot!(pretty(&list));
    let other = list["items"][0]["id"].as_str().unwrap();
    assert_eq!(app.call(Method::DELETE, format!("/api/auth/sessions/{other}")).token(&ben.token).send().await.refused(404), "not_found");
    app.call(Method::DELETE, format!("/api/auth/sessions/{other}")).token(&ana.token).send().await.expect(204);
    let next = json!({ "refresh_token": refresh_token(&phone) });
    assert_eq!(app.post("/api/auth/refresh").json(&next).send().await.refused(401), "session_ended");
    app.post("/api/auth/refresh").json(&json!({ "refresh_token": ana.refresh })).send().await.expect(200);
}

#[tokio::test]
async fn nonsense_in_place_of_a_refresh_token_is_an_ended_session() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let other = ana.refresh.replace("ses_", "usr_");
    for nonsense in ["", "a.b.c", "x", other.as_str()] {
        let body = json!({ "refresh_token": nonsense });
        assert_eq!(app.post("/api/auth/refresh").json(&body).send().await.refused(401), "session_ended", "{nonsense}");
    }
    app.post("/api/auth/refresh").json(&json!({ "refresh_token": ana.refresh })).send().await.expect(200);
}
