//! Whether everything runs, as anybody and as an admin is told.

use axum::http::Method;
use chrono::{TimeDelta, Utc};
use serde_json::json;
use trajectory::health::VERSION;
use trajectory::state::{Clock as _, SystemClock};

use crate::harness::App;
use crate::uploads::now;

#[tokio::test]
async fn anybody_is_told_that_the_service_answers_and_nothing_else() {
    let app = App::start().await;
    let answer = app.call(Method::GET, "/api/health").send().await;
    assert_eq!(answer.usage.calls.len(), 0);
    assert_eq!(answer.expect(200), json!({ "status": "ok", "version": VERSION }));
}

#[tokio::test]
async fn an_admin_is_told_how_table_bucket_mail_clock_and_versions_are() {
    let app = App::start_at(now()).await;
    let admin = app.register("admin").await;
    // Neither worker has said anything yet.
    let before = app.get(&admin, "/api/admin/health").await;
    assert_eq!(before.usage.depth, 1);
    let before = before.expect(200);
    assert_eq!((&before["ok"], &before["files"]["ok"], &before["mail"]["set_up"]), (&json!(false), &json!(false), &json!(false)));
    app.sweeper().scheduled().await.unwrap();
    let outcomes = app.mailer.deliver_all().await.unwrap();
    app.mailer.tell(&outcomes).await.unwrap();
    let health = app.get(&admin, "/api/admin/health").await.expect(200);
    assert_eq!((&health["ok"], &health["files"]["ok"], &health["clock"]["ok"]), (&json!(true), &json!(true), &json!(true)), "{health}");
    assert!(health["table"]["milliseconds"].is_u64() && health["files"]["milliseconds"].is_u64(), "{health}");
    assert_eq!(health["mail"]["set_up"], json!(true));
    assert!(health["clock"]["skew_seconds"].as_i64().unwrap().abs() <= 5, "{health}");
    assert!(health["signing_key_since"].is_string());
    let versions = json!({ "api": VERSION, "sweeper": VERSION, "mailer": VERSION,
        "pending_migrations": ["children-found-by-text", "measurements-found-by-text", "families-count-members"] });
    assert_eq!(health["versions"], versions);
}

#[tokio::test]
async fn a_worker_that_was_not_heard_of_is_not_well() {
    let app = App::start_at(now()).await;
    let admin = app.register("admin").await;
    app.sweeper().scheduled().await.unwrap();
    app.mailer.tell(&[]).await.unwrap();
    app.pass(TimeDelta::minutes(16));
    let admin = app.login(&admin).await;
    let health = app.get(&admin, "/api/admin/health").await.expect(200);
    assert_eq!((&health["ok"], &health["files"]["ok"], &health["mail"]["ok"]), (&json!(false), &json!(false), &json!(false)));
    // A mailer that is no longer deployed is forgotten.
    app.pass(TimeDelta::days(1));
    let admin = app.login(&admin).await;
    let health = app.get(&admin, "/api/admin/health").await.expect(200);
    assert_eq!((&health["mail"]["ok"], &health["mail"]["set_up"]), (&json!(true), &json!(false)));
}

#[tokio::test]
async fn a_bucket_that_does_not_answer_and_a_clock_that_is_off_are_seen() {
    let app = App::start_at(SystemClock.now() - TimeDelta::minutes(10)).await;
    let admin = app.register("admin").await;
    app.sweeper().scheduled().await.unwrap();
    app.sweeper_through(&app.embedded.table_url, "http://127.0.0.1:9").scheduled().await.unwrap();
    let health = app.get(&admin, "/api/admin/health").await.expect(200);
    assert_eq!((&health["files"]["ok"], &health["files"]["milliseconds"]), (&json!(false), &json!(null)));
    assert_eq!(health["clock"]["ok"], json!(false));
    assert!((595..605).contains(&health["clock"]["skew_seconds"].as_i64().unwrap()), "{health}");
    let _machine: chrono::DateTime<Utc> = health["clock"]["now"].as_str().unwrap().parse().unwrap();
}
