//! Changing the email, and showing that it is one's own.

use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::harness::{Actor, Answer, App, PASSWORD};

async fn change(app: &App, actor: &Actor, email: &str) -> Answer {
    let body = json!({ "email": email, "password": PASSWORD });
    app.call(Method::PUT, "/api/auth/email").token(&actor.token).json(&body).send().await
}

async fn verify(app: &App, token: &str) -> Answer {
    app.post("/api/auth/verify-email").json(&json!({ "token": token })).network(app.new_network()).send().await
}

async fn account(app: &App, actor: &Actor) -> Value {
    app.get(actor, "/api/account").await.expect(200)
}

async fn sign_in(app: &App, email: &str) -> Answer {
    let body = json!({ "email": email, "password": PASSWORD, "session": "token" });
    app.post("/api/auth/login").json(&body).network(app.new_network()).send().await
}

#[tokio::test]
async fn signing_up_brings_a_letter_and_its_link_shows_that_the_address_is_mine() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let letters = app.letters_to(&ana.email).await;
    assert_eq!(letters.len(), 1);
    assert_eq!(account(&app, &ana).await["email_verified"], false);
    let token = app.mailed_token(&ana.email, "verify-email").await;
    verify(&app, &token).await.expect(204);
    let after = account(&app, &ana).await;
    assert_eq!((&after["email_verified"], &after["rev"]), (&json!(true), &json!(2)));
    // A second click is no error and changes nothing.
    verify(&app, &token).await.expect(204);
    assert_eq!(account(&app, &ana).await["rev"], 2);
    // Nothing is left to send.
    app.post("/api/auth/verification").token(&ana.token).send().await.expect(202);
    assert_eq!(app.letters_to(&ana.email).await.len(), 1);
}

#[tokio::test]
async fn a_link_that_is_old_altered_or_for_something_else_confirms_nothing() {
    let app = App::start().await;
    let (ana, ben) = (app.register("ana").await, app.register("ben").await);
    let token = app.mailed_token(&ana.email, "verify-email").await;
    let (start, _) = token.rsplit_once('.').unwrap();
    let altered = format!("{start}.{}", trajectory::base64::encode([7; 32]));
    for bad in ["", "x", start, &altered, &token.replace(&ana.user, &ben.user), &ana.refresh] {
        assert_eq!(verify(&app, bad).await.refused(400), "link_invalid", "{bad}");
    }
    app.pass(TimeDelta::days(3));
    assert_eq!(verify(&app, &token).await.refused(400), "link_invalid");
    let ana = app.login(&ana).await;
    assert_eq!(account(&app, &ana).await["email_verified"], false);
    app.post("/api/auth/verification").token(&ana.token).send().await.expect(202);
    verify(&app, &app.mailed_token(&ana.email, "verify-email").await).await.expect(204);
}

#[tokio::test]
async fn letters_that_confirm_an_address_are_limited_per_person() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let calls = (0..8).map(|_| app.post("/api/auth/verification").token(&ana.token).send());
    let answers = futures_util::future::join_all(calls).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 429).count(), 3);
    assert_eq!(app.letters_to(&ana.email).await.len(), 1 + 5);
}

#[tokio::test]
async fn with_a_new_email_i_sign_in_and_the_old_one_is_free() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    verify(&app, &app.mailed_token(&ana.email, "verify-email").await).await.expect(204);
    app.pass(TimeDelta::seconds(1));
    let changed = change(&app, &ana, "Ana.Maria@example.org").await;
    assert_eq!(changed.headers["etag"], "\"3\"");
    let changed = changed.expect(200);
    assert_eq!((&changed["email"], &changed["email_verified"]), (&json!("ana.maria@example.org"), &json!(false)));
    assert_eq!(account(&app, &ana).await, changed);
    assert_eq!(sign_in(&app, "ana@example.org").await.refused(401), "wrong_credentials");
    sign_in(&app, "ana.maria@example.org").await.expect(200);
    // The former address is told, and the new one is asked.
    let told = app.letters_to("ana@example.org").await;
    assert_eq!(told.last().unwrap().message.subject, "Your account has another email address now");
    assert!(!told.last().unwrap().message.text.contains("ana.maria"));
    verify(&app, &app.mailed_token("ana.maria@example.org", "verify-email").await).await.expect(204);
    assert_eq!(account(&app, &ana).await["email_verified"], true);
    // Somebody else may sign up with the old one.
    let other = app.register("ana").await;
    assert_ne!(other.user, ana.user);
}

#[tokio::test]
async fn a_letter_confirms_only_the_address_that_it_went_to() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let old = app.mailed_token(&ana.email, "verify-email").await;
    change(&app, &ana, "new@example.org").await.expect(200);
    assert_eq!(verify(&app, &old).await.refused(400), "link_invalid");
    assert_eq!(account(&app, &ana).await["email_verified"], false);
    // Back at the old address, its letter holds again.
    change(&app, &ana, "ana@example.org").await.expect(200);
    assert_eq!(verify(&app, &app.mailed_token("new@example.org", "verify-email").await).await.refused(400), "link_invalid");
    verify(&app, &old).await.expect(204);
}

#[tokio::test]
async fn of_two_people_who_want_one_address_one_gets_it() {
    let app = App::start().await;
    let people = [app.register("ana").await, app.register("ben").await, app.register("cleo").await];
    let answers = futures_util::future::join_all(people.iter().map(|person| change(&app, person, "one@example.org"))).await;
    let got: Vec<_> = (0..3).filter(|nth| answers[*nth].status == 200).collect();
    assert_eq!(got.len(), 1);
    for (nth, answer) in answers.into_iter().enumerate() {
        if nth != got[0] {
            assert_eq!(answer.refused(409), "email_taken");
            sign_in(&app, &people[nth].email).await.expect(200);
        }
    }
    let owner = sign_in(&app, "one@example.org").await.expect(200);
    assert_eq!(owner["user"]["id"], json!(people[got[0]].user));
    assert_eq!(app.count("CREDENTIAL").await, 3);
}

#[tokio::test]
async fn of_two_changes_of_one_account_at_once_one_holds_and_no_address_is_left_behind() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let (one, two) = tokio::join!(change(&app, &ana, "one@example.org"), change(&app, &ana, "two@example.org"));
    assert!(one.status == 200 || two.status == 200);
    assert_eq!(app.count("CREDENTIAL").await, 1);
    sign_in(&app, account(&app, &ana).await["email"].as_str().unwrap()).await.expect(200);
}

#[tokio::test]
async fn an_email_that_is_taken_mine_or_none_is_refused_and_so_is_a_wrong_password() {
    let app = App::start().await;
    let (ana, _) = (app.register("ana").await, app.register("ben").await);
    assert_eq!(change(&app, &ana, "ben@example.org").await.refused(409), "email_taken");
    assert_eq!(change(&app, &ana, "Ana@Example.org").await.fields(), ["email"]);
    assert_eq!(change(&app, &ana, "nonsense").await.fields(), ["email"]);
    let body = json!({ "email": "new@example.org", "password": "brisk otter lump" });
    assert_eq!(app.call(Method::PUT, "/api/auth/email").token(&ana.token).json(&body).send().await.fields(), ["password"]);
    let body = json!({ "email": "new@example.org", "password": PASSWORD });
    let stale = app.replace(&ana, "/api/auth/email", 9, &body).await.expect(412);
    assert_eq!(stale["details"]["current"]["email"], "ana@example.org");
    assert_eq!(app.letters_to("ana@example.org").await.len(), 1);
    sign_in(&app, "ana@example.org").await.expect(200);
}

#[tokio::test]
async fn the_first_steps_and_the_last_sign_in_are_part_of_my_account() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let before = account(&app, &ana).await;
    assert_eq!(before["onboarding"], json!({ "hidden": false, "done": [] }));
    assert_eq!(before["last_sign_in_at"], "2026-03-01T12:00:00Z");
    let done = json!({ "hidden": true, "done": ["child", "family", "child"] });
    let after = app.replace(&ana, "/api/account/onboarding", 1, &done).await.expect(200);
    assert_eq!(after["onboarding"], json!({ "hidden": true, "done": ["family", "child"] }));
    assert_eq!(app.replace(&ana, "/api/account/onboarding", 2, &json!({ "hidden": true, "done": ["x"] })).await.fields(), ["done[0]"]);
    app.pass(TimeDelta::hours(2));
    assert_eq!(sign_in(&app, &ana.email).await.expect(200)["user"]["last_sign_in_at"], "2026-03-01T14:00:00Z");
    let ana = app.login(&ana).await;
    assert_eq!(account(&app, &ana).await["last_sign_in_at"], "2026-03-01T14:00:00Z");
}
