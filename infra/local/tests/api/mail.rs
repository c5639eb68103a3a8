//! The outbox and its worker: sent, tried again, given up, seen by the admin, shown on the local page.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use chrono::TimeDelta;
use http_body_util::BodyExt as _;
use mailer::{Event, MAX_ATTEMPTS, Outcome};
use serde_json::{Value, json};
use tower::ServiceExt as _;
use trajectory::mail::{FailedLetter, LetterKind, MailProblem};
use trajectory_local::outbox;

use crate::harness::{App, ORIGIN};

/// From now on letters cannot be delivered: a file stands where their folder should be.
fn break_transport(app: &App) {
    let _not_there_yet = std::fs::remove_dir_all(app.letters.path());
    std::fs::write(app.letters.path(), "").unwrap();
}

fn mend_transport(app: &App) {
    std::fs::remove_file(app.letters.path()).unwrap();
}

async fn sweep(app: &App) -> Vec<Outcome> {
    app.mailer.deliver_all().await.unwrap()
}

async fn failed(app: &App) -> Vec<FailedLetter> {
    FailedLetter::all(&app.state.store, app.state.now()).await.unwrap()
}

#[tokio::test]
async fn a_letter_is_sent_once_however_many_workers_take_it_up() {
    let app = App::start().await;
    app.register("ana").await;
    let sweeps = futures_util::future::join_all((0..8).map(|_| sweep(&app))).await;
    let sent = sweeps.iter().flatten().filter(|outcome| **outcome == Outcome::Sent).count();
    assert_eq!(sent, 1);
    assert_eq!(app.items("OUTBOX#").await.len(), 0);
    assert_eq!(sweep(&app).await, []);
}

#[tokio::test]
async fn a_letter_that_cannot_be_sent_is_tried_again_after_growing_waits() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    break_transport(&app);
    assert_eq!(sweep(&app).await, [Outcome::Later]);
    for wait in [1, 4, 16] {
        assert_eq!(sweep(&app).await, []);
        app.pass(TimeDelta::minutes(wait) - TimeDelta::milliseconds(1));
        assert_eq!(sweep(&app).await, []);
        app.pass(TimeDelta::milliseconds(1));
        assert_eq!(sweep(&app).await, [Outcome::Later]);
    }
    mend_transport(&app);
    app.pass(TimeDelta::minutes(64));
    assert_eq!(sweep(&app).await, [Outcome::Sent]);
    assert_eq!(app.letters_to(&ana.email).await.len(), 1);
    assert_eq!(failed(&app).await, []);
}

#[tokio::test]
async fn a_letter_that_fails_to_the_end_is_shown_to_the_admin_without_its_secret() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    sweep(&app).await;
    let body = json!({ "current_password": crate::harness::PASSWORD, "new_password": "quiet maple drum", "session": "token" });
    app.call(axum::http::Method::PUT, "/api/auth/password").token(&ana.token).json(&body).send().await.expect(200);
    break_transport(&app);
    for wait in [1, 4, 16, 64, 256, 1024, 4096] {
        assert_eq!(sweep(&app).await, [Outcome::Later]);
        app.pass(TimeDelta::minutes(wait));
    }
    assert_eq!(sweep(&app).await, [Outcome::GivenUp]);
    assert_eq!(app.items("OUTBOX#").await.len(), 0);
    let seen = failed(&app).await;
    assert_eq!(seen.len(), 1);
    assert_eq!(
        (seen[0].to.as_ref(), seen[0].letter, seen[0].reason),
        ("ana@example.org", LetterKind::PasswordChanged, MailProblem::Unreachable)
    );
    assert_eq!(seen[0].attempts, MAX_ATTEMPTS);
    app.pass(TimeDelta::days(30));
    assert_eq!(failed(&app).await, []);
}

#[tokio::test]
async fn a_letter_whose_link_has_run_out_is_given_up_and_its_secret_is_gone() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    sweep(&app).await;
    app.post("/api/auth/password-reset").json(&json!({ "email": ana.email })).send().await.expect(202);
    app.pass(TimeDelta::hours(1));
    assert_eq!(sweep(&app).await, [Outcome::GivenUp]);
    let seen = failed(&app).await;
    assert_eq!((seen[0].letter, seen[0].reason), (LetterKind::ResetPassword, MailProblem::Expired));
    assert_eq!(app.letters_to(&ana.email).await.len(), 1);
    let kept = format!("{:?}", app.items("INSTANCE").await);
    assert!(!kept.contains("rst_"));
}

#[tokio::test]
async fn a_letter_in_hand_is_left_alone_until_its_worker_must_have_ended() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    // A worker that has claimed the letter and ended.
    let waiting = app.items("OUTBOX#").await.remove(0);
    let soon = (app.state.now() + TimeDelta::minutes(2)).timestamp_millis();
    let number = |number: i64| aws_sdk_dynamodb::types::AttributeValue::N(number.to_string());
    let mut claimed: Vec<_> = vec![("not_before", number(soon)), ("attempts", number(1))];
    for name in ["pk", "sk", "kind", "schema", "id", "to", "language", "letter", "created_at", "expires_at"] {
        claimed.push((name, waiting[name].clone()));
    }
    app.put(claimed).await;
    assert_eq!(sweep(&app).await, []);
    app.pass(TimeDelta::minutes(2));
    assert_eq!(sweep(&app).await, [Outcome::Sent]);
    assert_eq!(app.letters_to(&ana.email).await.len(), 1);
}

#[tokio::test]
async fn the_tables_stream_brings_a_letter_at_once_and_told_twice_it_goes_once() {
    let app = App::start().await;
    app.register("ana").await;
    let waiting = app.items("OUTBOX#").await.remove(0);
    let keys = json!({ "pk": { "S": waiting["pk"].as_s().unwrap() }, "sk": { "S": waiting["sk"].as_s().unwrap() } });
    let other = json!({ "pk": { "S": "LIMIT#x" }, "sk": { "S": "BUCKET" } });
    let told = json!({ "Records": [
        { "eventName": "INSERT", "eventSource": "aws:dynamodb", "dynamodb": { "Keys": keys, "SequenceNumber": "1" } },
        { "eventName": "INSERT", "eventSource": "aws:dynamodb", "dynamodb": { "Keys": other, "SequenceNumber": "2" } },
        { "eventName": "MODIFY", "eventSource": "aws:dynamodb", "dynamodb": { "Keys": keys, "SequenceNumber": "3" } },
    ] });
    let event = |value: &Value| serde_json::from_value::<Event>(value.clone()).unwrap();
    assert_eq!(app.mailer.handle(event(&told)).await.unwrap(), [Outcome::Sent]);
    assert_eq!(app.mailer.handle(event(&told)).await.unwrap(), [Outcome::Left]);
    app.register("ben").await;
    let scheduled = json!({ "version": "0", "source": "aws.events", "detail-type": "Scheduled Event", "detail": {} });
    assert_eq!(app.mailer.handle(event(&scheduled)).await.unwrap(), [Outcome::Sent]);
}

#[tokio::test]
async fn the_local_outbox_shows_letters_newest_first_to_this_machine_alone() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    app.pass(TimeDelta::minutes(1));
    app.post("/api/auth/password-reset").json(&json!({ "email": ana.email })).send().await.expect(202);
    let page = |host: &'static str| {
        let request = Request::get("/outbox").header("host", host).body(Body::empty()).unwrap();
        outbox::page(app.letters.clone()).oneshot(request)
    };
    let text = async |host| {
        let answer = page(host).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["cache-control"], "no-store");
        assert!(answer.headers()["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
        String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
    };
    assert!(text("127.0.0.1:4280").await.contains("No letters yet"));
    let token = app.mailed_token(&ana.email, "reset-password").await;
    let shown = text("localhost:4280").await;
    let (newer, older) = (shown.find("<h2>Set a new password</h2>").unwrap(), shown.find("<h2>Confirm your email address</h2>").unwrap());
    assert!(newer < older);
    assert!(shown.contains(&format!("<a href=\"{ORIGIN}/reset-password#{token}\">")));
    assert!(!shown.contains("<script"));
    for elsewhere in ["evil.example:4280", "evil.example", "127.0.0.1.evil.example"] {
        assert_eq!(page(elsewhere).await.unwrap().status(), StatusCode::FORBIDDEN, "{elsewhere}");
    }
}
