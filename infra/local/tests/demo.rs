//! The demo family is entered whole, and once, and shows something on every screen.

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;
use trajectory::service::service;
use trajectory::state::AppState;
use trajectory_local::demo::Demo;
use trajectory_local::embedded::Embedded;
use trajectory_local::{demo, routes, state};

/// What the demo's owner is answered.
struct Visitor<'a> {
    state: &'a AppState,
    token: String,
}

impl<'a> Visitor<'a> {
    async fn sign_in(state: &'a AppState, demo: &Demo) -> Self {
        let body = json!({ "email": demo.email, "password": demo.password, "session": "token" });
        let request = Request::post("/api/auth/login").header("content-type", "application/json");
        let mut visitor = Self { state, token: String::new() };
        visitor.token =
            visitor.answer(request.body(Body::from(body.to_string())).unwrap()).await["access_token"].as_str().unwrap().to_owned();
        visitor
    }

    async fn answer(&self, request: Request<Body>) -> Value {
        let response = service(routes(), self.state.clone()).oneshot(request).await.unwrap();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        serde_json::from_slice(&bytes).unwrap()
    }

    async fn get(&self, path: &str) -> Value {
        let request = Request::get(path).header("authorization", format!("Bearer {}", self.token));
        self.answer(request.body(Body::empty()).unwrap()).await
    }

    /// How many entries a list of the family has.
    async fn count(&self, list: &str) -> usize {
        let family = self.get("/api/families").await["items"][0]["id"].as_str().unwrap().to_owned();
        self.get(&format!("/api/families/{family}/{list}?limit=100")).await["items"].as_array().unwrap().len()
    }
}

#[tokio::test]
async fn a_demo_that_was_cut_short_is_taken_up_again() {
    let folder = tempfile::TempDir::new().unwrap();
    let embedded = Embedded::on_folder(folder.path(), "http://127.0.0.1").await.unwrap();
    let state = state(&embedded);
    let first = demo::prepare(&state, folder.path()).await.unwrap();
    let visitor = Visitor::sign_in(&state, &first).await;
    let lists = ["visits", "medical-events", "illnesses", "attachments"];
    let mut counts = Vec::new();
    for list in lists {
        counts.push(visitor.count(list).await);
    }
    // As if the start had ended just before its last step.
    std::fs::remove_file(folder.path().join("entered")).unwrap();
    let second = demo::prepare(&state, folder.path()).await.unwrap();
    assert_eq!((first.email, first.password), (second.email, second.password));
    assert!(folder.path().join("entered").exists());
    for (list, count) in lists.into_iter().zip(counts) {
        assert!(count >= 3, "{list}: {count}");
        assert_eq!(visitor.count(list).await, count, "{list}");
    }
    embedded.stop().await;
}

#[tokio::test]
async fn the_demo_looks_alive_on_the_day_it_is_entered() {
    let folder = tempfile::TempDir::new().unwrap();
    let embedded = Embedded::on_folder(folder.path(), "http://127.0.0.1").await.unwrap();
    let state = state(&embedded);
    let visitor = Visitor::sign_in(&state, &demo::prepare(&state, folder.path()).await.unwrap()).await;
    let children = visitor.get("/api/children").await["items"].clone();
    assert!(children.as_array().unwrap().iter().all(|child| child["avatar"]["content_type"] == "image/png"), "{children}");
    let family = children[0]["family_id"].as_str().unwrap();
    let today = state.now().date_naive();
    let home = visitor.get(&format!("/api/families/{family}/home?today={today}")).await;
    for what in ["appointments", "waiting_for_outcome", "latest"] {
        assert!(!home[what].as_array().unwrap().is_empty(), "{what}: {home}");
    }
    let now: Vec<_> =
        home["last_and_next"].as_array().unwrap().iter().flat_map(|one| one["ongoing_illnesses"].as_array().unwrap()).collect();
    assert_eq!(now.len(), 1, "{home}");
    let medicines = visitor.get(&format!("/api/families/{family}/medical-events?type=medication")).await;
    assert!(medicines["items"].as_array().unwrap().iter().all(|one| one["next_possible_at"].is_string()), "{medicines}");
    embedded.stop().await;
}
