//! Requests of every kind, to the functions that answer them.

use serde_json::{Value, json};

use crate::events::{CALLERS, Caller, DOOR, Request};
use crate::stack::{PASSWORD, Stack, sign_up};

const GROUPS: [&str; 11] = [
    "account",
    "admin",
    "attachments",
    "auth",
    "children",
    "families",
    "illnesses",
    "measurements",
    "medical-events",
    "transfer",
    "visits",
];

#[tokio::test]
async fn every_group_starts_and_answers_every_caller() {
    let stack = Stack::start().await;
    for group in GROUPS {
        let function = stack.function(group).await;
        for caller in CALLERS {
            let answer = Request::new("GET", "/api/nothing").send(&function, caller).await;
            assert_eq!(answer.headers["cache-control"], "private, no-store", "{group} {caller:?}");
            assert_eq!(answer.refused(404), "not_found", "{group} {caller:?}");
        }
    }
}

#[tokio::test]
async fn a_session_lives_on_a_cookie_whoever_calls() {
    let stack = Stack::start().await;
    let auth = stack.function("auth").await;
    for caller in CALLERS {
        let account = json!({ "email": format!("{caller:?}@example.org"), "password": PASSWORD, "name": "Ana", "session": "cookie" });
        let made = Request::new("POST", "/api/auth/register").json(&account).send(&auth, caller).await;
        let [cookie] = made.cookies.as_slice() else { panic!("{caller:?} got {:?}", made.cookies) };
        assert!(cookie.starts_with("__Host-trajectory_rt=") && cookie.contains("HttpOnly; SameSite=Strict; Secure"), "{caller:?}");
        let pair = cookie.split(';').next().unwrap().to_owned();
        made.expect(201);
        let refresh = || Request::new("POST", "/api/auth/refresh").json(&json!({})).header("sec-fetch-site", "same-origin");
        // Other cookies of the site come along, before and behind it.
        let renewed = refresh().cookie("theme=dark").cookie(&pair).cookie("a=b").send(&auth, caller).await;
        assert_eq!(renewed.cookies.len(), 1, "{caller:?}");
        assert!(renewed.expect(200)["access_token"].is_string(), "{caller:?}");
        assert_eq!(refresh().cookie("theme=dark").send(&auth, caller).await.refused(401), "session_ended", "{caller:?}");
    }
}

#[tokio::test]
async fn a_record_is_kept_and_listed_whoever_calls() {
    let stack = Stack::start().await;
    let token = sign_up(&stack.function("auth").await, "ana@example.org").await;
    let (families, children) = (stack.function("families").await, stack.function("children").await);
    let measurements = stack.function("measurements").await;
    for caller in CALLERS {
        let send = |request: Request, function| request.token(&token).send(function, caller);
        let family = send(Request::new("POST", "/api/families").json(&json!({ "name": "Otter" })), &families).await.expect(201);
        let path = format!("/api/children?family={}", id(&family));
        // The query stands apart in every event.
        let (path, query) = path.split_once('?').unwrap();
        let family = query.split_once('=').unwrap().1.to_owned().leak();
        let child = json!({ "name": "Björn 🦦", "date_of_birth": "2024-02-29", "sex": "male" });
        let child = send(Request::new("POST", path).query("family", family).json(&child), &children).await.expect(201);
        assert_eq!(child["name"], "Björn 🦦", "{caller:?}");
        let path = format!("/api/children/{}/measurements", id(&child));
        for day in ["2024-03-01", "2024-04-01"] {
            let weight = json!({ "date": day, "weight": { "value": 4.10, "unit": "kg" } });
            let made = send(Request::new("POST", &path).json(&weight), &measurements).await;
            assert!(made.headers["location"].as_str().unwrap().starts_with(&path), "{caller:?}");
            assert_eq!(made.headers["etag"], "\"1\"", "{caller:?}");
            made.expect(201);
        }
        let list = |sort| Request::new("GET", &path).query("limit", "1").query("sort", sort);
        let newest = send(list("-date"), &measurements).await.expect(200);
        let oldest = send(list("date"), &measurements).await.expect(200);
        assert_eq!((&newest["items"][0]["date"], &oldest["items"][0]["date"]), (&json!("2024-04-01"), &json!("2024-03-01")), "{caller:?}");
        // What is said twice reaches the handler twice, so it is refused rather than decided by who calls.
        let twice = send(list("date").query("limit", "2"), &measurements).await;
        assert_eq!(twice.refused(400), "invalid_request", "{caller:?}");
    }
}

#[tokio::test]
async fn a_body_may_come_in_base64() {
    let stack = Stack::start().await;
    let auth = stack.function("auth").await;
    for caller in CALLERS {
        let account = json!({ "email": format!("{caller:?}@example.org"), "password": PASSWORD, "name": "Zoë", "session": "token" });
        let made = Request::new("POST", "/api/auth/register").bytes(account.to_string()).send(&auth, caller).await.expect(201);
        assert_eq!(made["user"]["name"], "Zoë", "{caller:?}");
    }
}

#[tokio::test]
async fn a_body_that_is_no_text_or_too_large_is_refused_and_the_function_lives_on() {
    let stack = Stack::start().await;
    let auth = stack.function("auth").await;
    for caller in CALLERS {
        let login = || Request::new("POST", "/api/auth/login");
        assert_eq!(login().bytes([0xff, 0xfe, 0, 1]).send(&auth, caller).await.refused(400), "invalid_json", "{caller:?}");
        assert_eq!(login().send(&auth, caller).await.status, 415, "{caller:?}");
        // Lambda itself takes six megabytes.
        let large = json!({ "email": "a".repeat(5_800_000) });
        assert_eq!(login().json(&large).send(&auth, caller).await.status, 413, "{caller:?}");
        assert_eq!(login().bytes(vec![b' '; 4_000_000]).send(&auth, caller).await.status, 413, "{caller:?}");
        let unknown = json!({ "email": "nobody@example.org", "password": PASSWORD, "session": "token" });
        assert_eq!(login().json(&unknown).send(&auth, caller).await.status, 401, "{caller:?}");
    }
}

#[tokio::test]
async fn who_does_not_come_through_the_door_is_refused_whoever_calls() {
    let stack = Stack::start().await;
    let account = stack.function("account").await;
    for caller in CALLERS {
        for door in ["", "another secret", &DOOR[1..]] {
            let request = Request::new("GET", "/api/openapi.json").header("x-trajectory-door", door);
            assert_eq!(request.send(&account, caller).await.status, 403, "{caller:?} {door}");
        }
        assert_eq!(Request::new("GET", "/api/openapi.json").send(&account, caller).await.status, 200, "{caller:?}");
    }
}

#[tokio::test]
async fn the_stage_is_no_part_of_a_path() {
    let stack = Stack::start().await;
    let account = stack.function("account").await;
    // A REST API tells the path with the stage beside the one without it; see `requestContext.path` in the event.
    let event = Request::new("GET", "/api/openapi.json").event(Caller::RestApi);
    assert_eq!(event["requestContext"]["path"], "/live/api/openapi.json");
    assert_eq!(Request::new("GET", "/api/openapi.json").send(&account, Caller::RestApi).await.status, 200);
    assert_eq!(Request::new("GET", "/live/api/openapi.json").send(&account, Caller::RestApi).await.status, 404);
}

fn id(of: &Value) -> &str {
    of["id"].as_str().unwrap()
}
