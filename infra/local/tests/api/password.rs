//! Changing the password, setting a new one by a letter or a code, signing out everywhere.

use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};
use trajectory::reset::new_reset;

use crate::harness::{Actor, Answer, App, PASSWORD};

const NEW: &str = "quiet maple drum";

async fn change(app: &App, actor: &Actor, current: &str, new: &str) -> Answer {
    let body = json!({ "current_password": current, "new_password": new, "session": "token" });
    app.call(Method::PUT, "/api/auth/password").token(&actor.token).json(&body).send().await
}

async fn sign_in(app: &App, email: &str, password: &str) -> Answer {
    let body = json!({ "email": email, "password": password, "session": "token" });
    app.post("/api/auth/login").json(&body).network(app.new_network()).send().await
}

async fn ask(app: &App, email: &str) -> Answer {
    // Letters of one moment have no order.
    app.pass(TimeDelta::milliseconds(1));
    app.post("/api/auth/password-reset").json(&json!({ "email": email })).network(app.new_network()).send().await
}

async fn confirm(app: &App, token: &str, password: &str) -> Answer {
    let body = json!({ "token": token, "password": password });
    app.post("/api/auth/password-reset/confirm").json(&body).network(app.new_network()).send().await
}

async fn refresh(app: &App, token: &Value) -> Answer {
    app.post("/api/auth/refresh").json(&json!({ "refresh_token": token })).send().await
}

async fn subjects(app: &App, email: &str) -> Vec<String> {
    app.letters_to(email).await.into_iter().map(|letter| letter.message.subject).collect()
}

#[tokio::test]
async fn changing_the_password_ends_every_session_and_gives_me_a_new_one() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let phone = sign_in(&app, &ana.email, PASSWORD).await.expect(200);
    app.pass(TimeDelta::seconds(1));
    let changed = change(&app, &ana, PASSWORD, NEW).await.expect(200);
    assert_eq!(changed["user"]["family_ids"], json!([family]));
    // The access tokens from before end at once, everywhere, and so do the refresh tokens.
    assert_eq!(app.get(&ana, "/api/account").await.refused(401), "session_ended");
    assert_eq!(app.get(&ana, format!("/api/families/{family}")).await.refused(401), "session_ended");
    for token in [&json!(ana.refresh), &phone["refresh_token"]] {
        assert_eq!(refresh(&app, token).await.refused(401), "session_ended");
    }
    let me = Actor { token: changed["access_token"].as_str().unwrap().to_owned(), ..ana.clone() };
    assert_eq!(app.get(&me, "/api/auth/sessions").await.expect(200)["items"].as_array().unwrap().len(), 1);
    refresh(&app, &changed["refresh_token"]).await.expect(200);
    assert_eq!(sign_in(&app, &ana.email, PASSWORD).await.refused(401), "wrong_credentials");
    let again = sign_in(&app, &ana.email, NEW).await;
    assert_eq!(again.usage.depth, 2);
    again.expect(200);
    assert_eq!(subjects(&app, &ana.email).await, ["Confirm your email address", "Your password was changed"]);
}

#[tokio::test]
async fn a_wrong_current_password_is_named_and_tries_are_limited_for_that_person_alone() {
    let app = App::start().await;
    let (ana, ben) = (app.register("ana").await, app.register("ben").await);
    let tries = futures_util::future::join_all((0..13).map(|_| change(&app, &ana, "brisk otter lump", NEW))).await;
    assert_eq!(tries.iter().filter(|answer| answer.status == 429).count(), 3);
    for answer in tries.into_iter().filter(|answer| answer.status != 429) {
        assert_eq!(answer.fields(), ["current_password"]);
    }
    change(&app, &ben, PASSWORD, NEW).await.expect(200);
    app.pass(TimeDelta::minutes(15));
    let again = app.login(&ana).await;
    change(&app, &again, PASSWORD, NEW).await.expect(200);
}

#[tokio::test]
async fn a_new_password_that_is_easy_to_guess_is_refused_and_nothing_changes() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    for password in ["password12", "short", "ana@example.org"] {
        assert_eq!(change(&app, &ana, PASSWORD, password).await.fields(), ["new_password"], "{password}");
    }
    app.get(&ana, "/api/account").await.expect(200);
    sign_in(&app, &ana.email, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn a_sign_in_with_the_old_password_does_not_outlive_the_change() {
    let app = App::start().await;
    let mut ana = app.register("ana").await;
    for (old, new) in [(PASSWORD, NEW), (NEW, PASSWORD), (PASSWORD, NEW)] {
        let (changed, first, second) =
            tokio::join!(change(&app, &ana, old, new), sign_in(&app, &ana.email, old), sign_in(&app, &ana.email, old));
        let changed = changed.expect(200);
        for answer in [first, second].into_iter().filter(|answer| answer.status == 200) {
            assert_eq!(refresh(&app, &answer.body["refresh_token"]).await.refused(401), "session_ended");
        }
        ana.token = changed["access_token"].as_str().unwrap().to_owned();
        app.get(&ana, "/api/account").await.expect(200);
    }
}

#[tokio::test]
async fn a_forgotten_password_is_set_anew_by_a_letter_that_works_once() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    ask(&app, " ANA@example.org").await.expect(202);
    let token = app.mailed_token(&ana.email, "reset-password").await;
    app.pass(TimeDelta::minutes(59));
    assert_eq!(confirm(&app, &token, "password12").await.fields(), ["password"]);
    app.pass(TimeDelta::milliseconds(1));
    confirm(&app, &token, NEW).await.expect(204);
    assert_eq!(refresh(&app, &json!(ana.refresh)).await.refused(401), "session_ended");
    assert_eq!(confirm(&app, &token, PASSWORD).await.refused(400), "link_invalid");
    assert_eq!(sign_in(&app, &ana.email, PASSWORD).await.refused(401), "wrong_credentials");
    sign_in(&app, &ana.email, NEW).await.expect(200);
    assert_eq!(subjects(&app, &ana.email).await, ["Confirm your email address", "Set a new password", "Your password was changed"]);
}

#[tokio::test]
async fn of_many_uses_of_one_link_at_once_exactly_one_sets_the_password() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    ask(&app, &ana.email).await.expect(202);
    let token = app.mailed_token(&ana.email, "reset-password").await;
    let passwords: Vec<_> = (0..6).map(|nth| format!("quiet maple drum {nth}")).collect();
    let answers = futures_util::future::join_all(passwords.iter().map(|password| confirm(&app, &token, password))).await;
    let set: Vec<_> = (0..6).filter(|nth| answers[*nth].status == 204).collect();
    assert_eq!(set.len(), 1);
    sign_in(&app, &ana.email, &passwords[set[0]]).await.expect(200);
}

#[tokio::test]
async fn a_link_that_is_old_or_altered_or_somebody_elses_sets_nothing() {
    let app = App::start().await;
    let (ana, ben) = (app.register("ana").await, app.register("ben").await);
    ask(&app, &ana.email).await.expect(202);
    let token = app.mailed_token(&ana.email, "reset-password").await;
    let (start, _) = token.rsplit_once('.').unwrap();
    let altered = format!("{start}.{}", trajectory::base64::encode([7; 32]));
    let elsewhere = token.replace(&ana.user, &ben.user);
    for bad in ["", "a.b.c", &token[1..], start, &altered, &elsewhere, &ana.refresh] {
        assert_eq!(confirm(&app, bad, NEW).await.refused(400), "link_invalid", "{bad}");
    }
    let verification = app.mailed_token(&ana.email, "verify-email").await;
    assert_eq!(confirm(&app, &verification, NEW).await.refused(400), "link_invalid");
    app.pass(TimeDelta::minutes(60));
    assert_eq!(confirm(&app, &token, NEW).await.refused(400), "link_invalid");
    sign_in(&app, &ana.email, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn a_change_of_password_or_email_makes_links_from_before_void() {
    let app = App::start().await;
    let (ana, ben) = (app.register("ana").await, app.register("ben").await);
    for actor in [&ana, &ben] {
        ask(&app, &actor.email).await.expect(202);
    }
    let tokens = [app.mailed_token(&ana.email, "reset-password").await, app.mailed_token(&ben.email, "reset-password").await];
    app.pass(TimeDelta::seconds(1));
    change(&app, &ana, PASSWORD, NEW).await.expect(200);
    let email = json!({ "email": "new@example.org", "password": PASSWORD });
    app.call(Method::PUT, "/api/auth/email").token(&ben.token).json(&email).send().await.expect(200);
    for token in tokens {
        assert_eq!(confirm(&app, &token, PASSWORD).await.refused(400), "link_invalid");
    }
}

#[tokio::test]
async fn nobody_learns_from_a_reset_whether_there_is_an_account() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let disabled = app.register("ben").await;
    app.set_profile(&disabled, "disabled_at", "2026-03-01T12:00:00Z").await;
    let known = ask(&app, &ana.email).await;
    let unknown = ask(&app, "nobody@example.org").await;
    let off = ask(&app, &disabled.email).await;
    for other in [&unknown, &off] {
        assert_eq!((other.status, &other.body), (known.status, &known.body));
        assert_eq!(other.headers, known.headers);
        assert_eq!((&other.usage.calls, other.usage.depth), (&known.usage.calls, known.usage.depth));
    }
    assert_eq!(app.letters_to("nobody@example.org").await.len(), 0);
    assert_eq!(subjects(&app, &disabled.email).await, ["Confirm your email address"]);
    // The work is the same to the table as well, and what was written in vain goes by itself.
    assert_eq!(app.count("RESET").await, 3);
    assert!(app.items("CRED#").await.iter().all(|item| item.contains_key("expires_at")));
    assert_eq!(ask(&app, "no email").await.fields(), ["email"]);
}

#[tokio::test]
async fn a_stranger_can_neither_flood_a_mailbox_nor_keep_its_owner_from_a_new_password() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let stranger = app.new_network();
    let body = json!({ "email": ana.email });
    let calls = (0..23).map(|_| app.post("/api/auth/password-reset").json(&body).network(stranger).send());
    let answers = futures_util::future::join_all(calls).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 202).count(), 20);
    assert_eq!(answers.iter().filter(|answer| answer.status == 429).count(), 3);
    assert_eq!(app.letters_to(&ana.email).await.len(), 1 + 3);
    // From many networks it is six in an hour.
    for _ in 0..10 {
        ask(&app, &ana.email).await.expect(202);
    }
    assert_eq!(app.letters_to(&ana.email).await.len(), 1 + 6);
    // The owner asks in vain and needs no further letter: the last one's link works as long as none is sent.
    app.pass(TimeDelta::minutes(59));
    ask(&app, &ana.email).await.expect(202);
    assert_eq!(app.letters_to(&ana.email).await.len(), 1 + 6);
    confirm(&app, &app.mailed_token(&ana.email, "reset-password").await, NEW).await.expect(204);
    app.pass(TimeDelta::minutes(1));
    ask(&app, &ana.email).await.expect(202);
    assert_eq!(app.letters_to(&ana.email).await.len(), 1 + 6 + 1 + 1);
}

#[tokio::test]
async fn an_admins_code_is_used_like_the_link_of_a_letter() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let (code, write) = new_reset((), &app.state, ana.user.parse().unwrap(), TimeDelta::hours(24)).unwrap();
    app.state.store.commit(vec![write]).await.unwrap();
    app.pass(TimeDelta::hours(23));
    confirm(&app, &code, NEW).await.expect(204);
    sign_in(&app, &ana.email, NEW).await.expect(200);
}

#[tokio::test]
async fn the_table_holds_no_secret_in_clear_but_for_letters_that_wait() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    ask(&app, &ana.email).await.expect(202);
    let secret = |token: &str| token.rsplit_once('.').unwrap().1.to_owned();
    let outbox = app.items("OUTBOX#").await;
    let waiting = format!("{outbox:?}");
    let reset = secret(&app.mailed_token(&ana.email, "reset-password").await);
    let verify = secret(&app.mailed_token(&ana.email, "verify-email").await);
    assert!(waiting.contains(&reset) && waiting.contains(&verify));
    let everything = format!("{:?}", app.items("").await);
    for clear in [reset.as_str(), verify.as_str(), &secret(&ana.refresh), PASSWORD] {
        assert!(!everything.contains(clear));
    }
    assert_eq!(app.items("OUTBOX#").await.len(), 0);
}

#[tokio::test]
async fn signing_out_everywhere_ends_all_sessions_or_all_but_mine() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let phone = app.login(&ana).await;
    let all = |token: &str, query: &str| app.call(Method::DELETE, format!("/api/auth/sessions{query}")).token(token).send();
    assert_eq!(all(&ana.token, "?keep_current=maybe").await.fields(), ["keep_current"]);
    let kept = all(&ana.token, "?keep_current=true").await.expect(200);
    for token in [&ana.token, &phone.token] {
        assert_eq!(app.call(Method::GET, "/api/account").token(token).send().await.refused(401), "session_ended");
    }
    assert_eq!(refresh(&app, &json!(phone.refresh)).await.refused(401), "session_ended");
    let token = kept["access_token"].as_str().unwrap();
    app.call(Method::GET, "/api/account").token(token).send().await.expect(200);
    let next = refresh(&app, &json!(ana.refresh)).await.expect(200);
    let other = app.login(&ana).await;
    all(other.token.as_str(), "").await.expect(204);
    for token in [&next["refresh_token"], &json!(other.refresh)] {
        assert_eq!(refresh(&app, token).await.refused(401), "session_ended");
    }
    app.login(&ana).await;
}

#[tokio::test]
async fn a_sign_in_after_an_admin_ended_all_sessions_finds_the_new_version() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    app.set_profile(&ana, "token_version", "5").await;
    assert_eq!(refresh(&app, &json!(ana.refresh)).await.refused(401), "session_ended");
    let body = json!({ "email": ana.email, "password": PASSWORD, "session": "token" });
    let first = app.post("/api/auth/login").json(&body).send().await;
    assert_eq!(first.usage.depth, 3);
    let first = first.expect(200);
    app.call(Method::GET, "/api/account").token(first["access_token"].as_str().unwrap()).send().await.expect(200);
    refresh(&app, &first["refresh_token"]).await.expect(200);
    assert_eq!(app.post("/api/auth/login").json(&body).send().await.usage.depth, 2);
}
