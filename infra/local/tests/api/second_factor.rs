//! The second factor: set up, asked for, lost, taken away.

use axum::http::Method;
use chrono::TimeDelta;
use data_encoding::BASE32_NOPAD;
use ring::hmac;
use serde_json::{Value, json};

use crate::harness::{Actor, Answer, App, PASSWORD};

/// What an authenticator app shows for this secret now.
fn shown(app: &App, secret: &str) -> String {
    let secret = BASE32_NOPAD.decode(secret.as_bytes()).unwrap();
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &secret);
    let digest = hmac::sign(&key, &(app.state.now().timestamp() / 30).to_be_bytes());
    let bytes = digest.as_ref();
    let at = usize::from(bytes[19] & 15);
    let number = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

pub(crate) async fn sign_in(app: &App, actor: &Actor, code: Option<&str>) -> Answer {
    let body = json!({ "email": actor.email, "password": PASSWORD, "session": "token", "code": code });
    app.post("/api/auth/login").json(&body).network(app.new_network()).send().await
}

pub(crate) async fn set_up(app: &App, actor: &Actor) -> (String, Vec<String>) {
    let made = app.create(actor, "/api/auth/second-factor", &json!({ "password": PASSWORD })).await.expect(201);
    let secret = made["secret"].as_str().unwrap().to_owned();
    let confirmed = app.create(actor, "/api/auth/second-factor/confirm", &json!({ "code": shown(app, &secret) })).await.expect(200);
    let codes = confirmed["recovery_codes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned()).collect();
    // The code that has confirmed is used up.
    app.pass(TimeDelta::seconds(30));
    (secret, codes)
}

#[tokio::test]
async fn with_a_second_factor_the_password_alone_does_not_sign_in() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let (secret, _) = set_up(&app, &ana).await;
    assert_eq!(app.get(&ana, "/api/account").await.expect(200)["second_factor"], true);
    assert_eq!(sign_in(&app, &ana, None).await.refused(401), "second_factor_required");
    assert_eq!(sign_in(&app, &ana, Some("000000")).await.refused(401), "wrong_code");
    let code = shown(&app, &secret);
    sign_in(&app, &ana, Some(&code)).await.expect(200);
    // Whoever has looked over a shoulder comes too late.
    assert_eq!(sign_in(&app, &ana, Some(&code)).await.refused(401), "wrong_code");
    // A wrong password says nothing of it.
    let body = json!({ "email": ana.email, "password": "brisk otter lump", "session": "token" });
    assert_eq!(app.post("/api/auth/login").json(&body).send().await.refused(401), "wrong_credentials");
}

#[tokio::test]
async fn one_code_signs_in_once_however_many_try_at_once() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let (secret, recovery) = set_up(&app, &ana).await;
    for code in [shown(&app, &secret), recovery[0].clone()] {
        let answers = futures_util::future::join_all((0..4).map(|_| sign_in(&app, &ana, Some(&code)))).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
        assert!(answers.iter().all(|answer| answer.status == 200 || answer.body["code"] == "wrong_code"));
    }
}

#[tokio::test]
async fn a_recovery_code_signs_in_once_however_it_is_typed() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let (_, recovery) = set_up(&app, &ana).await;
    assert_eq!(recovery.len(), 10);
    let typed = recovery[3].to_lowercase().replace('-', " ");
    sign_in(&app, &ana, Some(&typed)).await.expect(200);
    assert_eq!(sign_in(&app, &ana, Some(&recovery[3])).await.refused(401), "wrong_code");
    sign_in(&app, &ana, Some(&recovery[4])).await.expect(200);
}

#[tokio::test]
async fn codes_are_limited_per_person() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let (secret, _) = set_up(&app, &ana).await;
    app.pass(TimeDelta::minutes(15));
    for _ in 0..10 {
        assert_eq!(sign_in(&app, &ana, Some("000000")).await.refused(401), "wrong_code");
    }
    assert_eq!(sign_in(&app, &ana, Some(&shown(&app, &secret))).await.refused(429), "too_many_attempts");
    app.pass(TimeDelta::minutes(15));
    sign_in(&app, &ana, Some(&shown(&app, &secret))).await.expect(200);
}

#[tokio::test]
async fn it_is_asked_for_only_after_a_first_code_and_is_set_up_once() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let make = |password: &str| json!({ "password": password });
    assert_eq!(app.create(&ana, "/api/auth/second-factor", &make("brisk otter lump")).await.fields(), ["password"]);
    let confirm = "/api/auth/second-factor/confirm";
    assert_eq!(app.create(&ana, confirm, &json!({ "code": "000000" })).await.refused(404), "not_found");
    app.create(&ana, "/api/auth/second-factor", &make(PASSWORD)).await.expect(201);
    assert_eq!(app.create(&ana, confirm, &json!({ "code": "000000" })).await.fields(), ["code"]);
    sign_in(&app, &ana, None).await.expect(200);
    set_up(&app, &ana).await;
    assert_eq!(app.create(&ana, "/api/auth/second-factor", &make(PASSWORD)).await.refused(409), "factor_exists");
    assert_eq!(app.create(&ana, confirm, &json!({ "code": "000000" })).await.refused(404), "not_found");
}

#[tokio::test]
async fn it_outlives_a_new_email_and_a_new_password_and_goes_when_it_is_taken_away() {
    let app = App::start().await;
    let mut ana = app.register("ana").await;
    let (secret, _) = set_up(&app, &ana).await;
    let body = json!({ "email": "new@example.org", "password": PASSWORD });
    app.call(Method::PUT, "/api/auth/email").token(&ana.token).json(&body).send().await.expect(200);
    ana.email = "new@example.org".to_owned();
    assert_eq!(sign_in(&app, &ana, None).await.refused(401), "second_factor_required");
    let body = json!({ "email": ana.email });
    app.pass(TimeDelta::seconds(1));
    app.post("/api/auth/password-reset").json(&body).send().await.expect(202);
    let token = app.mailed_token(&ana.email, "reset-password").await;
    let body = json!({ "token": token, "password": PASSWORD });
    app.post("/api/auth/password-reset/confirm").json(&body).send().await.expect(204);
    assert_eq!(sign_in(&app, &ana, None).await.refused(401), "second_factor_required");
    let me = sign_in(&app, &ana, Some(&shown(&app, &secret))).await.expect(200);
    ana.token = me["access_token"].as_str().unwrap().to_owned();
    let away = |password: &str| {
        app.call(Method::DELETE, "/api/auth/second-factor").token(&ana.token).json(&json!({ "password": password })).send()
    };
    assert_eq!(away("brisk otter lump").await.fields(), ["password"]);
    away(PASSWORD).await.expect(204);
    assert_eq!(away(PASSWORD).await.refused(404), "not_found");
    sign_in(&app, &ana, None).await.expect(200);
    assert_eq!(app.count("FACTOR").await, 0);
    let told = app.letters_to("ana@example.org").await;
    assert!(told.iter().any(|letter| letter.message.subject == "Signing in asks for a code now"));
    let told = app.letters_to("new@example.org").await;
    assert!(told.iter().any(|letter| letter.message.subject == "Signing in asks for no code any more"));
}

#[tokio::test]
async fn neither_the_shared_secret_nor_a_recovery_code_stands_in_the_table() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let (secret, recovery) = set_up(&app, &ana).await;
    let everything = format!("{:?}", app.items("").await);
    let raw = trajectory::base64::encode(BASE32_NOPAD.decode(secret.as_bytes()).unwrap());
    for clear in [secret.as_str(), &raw, &recovery[0], &recovery[0].replace('-', "")] {
        assert!(!everything.contains(clear));
    }
    let user: Value = app.get(&ana, "/api/account").await.expect(200);
    assert!(!user.to_string().contains(&secret));
}
