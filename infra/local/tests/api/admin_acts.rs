//! What admins do: to people, to the settings; and that it is written down.

use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::admin::{MAIL, failed_mail, number, text};
use crate::harness::{Actor, App, PASSWORD, START, id, pretty};
use crate::second_factor::{set_up, sign_in};
use trajectory::store::Item;

const ADMIN: &str = "admin";
const USER: &str = "user";

fn path(actor: &Actor) -> String {
    format!("/api/admin/users/{}", actor.user)
}

/// Sets role and state of somebody, whatever their revision.
async fn set(app: &App, admin: &Actor, actor: &Actor, role: &str, disabled: bool) -> crate::harness::Answer {
    app.call(Method::PUT, path(actor)).token(&admin.token).json(&json!({ "role": role, "disabled": disabled })).send().await
}

async fn login(app: &App, actor: &Actor) -> crate::harness::Answer {
    let body = json!({ "email": actor.email, "password": PASSWORD, "session": "token" });
    app.post("/api/auth/login").json(&body).network(app.new_network()).send().await
}

/// More devices than one transaction can sign out.
async fn add_sessions(app: &App, actor: &Actor, count: usize) {
    for nth in 0..count {
        let id = format!("ses_01890a5d-ac96-774b-bcce-{nth:012x}");
        app.put([
            ("pk", text(&format!("CRED#{}", actor.user))),
            ("sk", text(&format!("SESSION#{id}"))),
            ("kind", text("SESSION")),
            ("id", text(&id)),
            ("last_used_at", text(START)),
            ("token_version", number(1)),
            ("expires_at", number(1_800_000_000)),
        ])
        .await;
    }
}

#[tokio::test]
async fn an_account_is_read_with_its_families_and_sessions_but_no_secret() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    app.pass(TimeDelta::minutes(5));
    let (ana, _) = app.owner("ana").await;
    let answer = app.get(&admin, path(&ana)).await;
    assert_eq!((answer.usage.depth, answer.headers["etag"].to_str().unwrap()), (1, "\"1\""));
    insta::assert_snapshot!(pretty(&answer.expect(200)));
    // Sessions that have run out count no more, whether or not the table has removed them.
    app.pass(TimeDelta::days(8));
    let admin = app.login(&admin).await;
    let later = app.get(&admin, path(&ana)).await.expect(200);
    assert_eq!((&later["session_count"], &later["last_used_at"]), (&json!(0), &Value::Null));
    for unknown in ["usr_01890a5d-ac96-774b-bcce-b302099a8057", "nonsense", &ana.email] {
        assert_eq!(app.get(&admin, format!("/api/admin/users/{unknown}")).await.refused(404), "not_found");
    }
}

#[tokio::test]
async fn a_new_admin_has_the_rights_at_once_and_a_demoted_one_has_them_no_more() {
    let app = App::start().await;
    let (admin, ben) = (app.register("admin").await, app.register("ben").await);
    assert_eq!(app.get(&ben, "/api/admin/users").await.refused(403), "not_allowed");
    let made = app.replace(&admin, path(&ben), 1, &json!({ "role": "admin", "disabled": false })).await;
    assert_eq!(made.headers["etag"], "\"2\"");
    assert_eq!(made.expect(200)["role"], "admin");
    // With the token of before.
    app.get(&ben, "/api/admin/users").await.expect(200);
    set(&app, &ben, &admin, USER, false).await.expect(200);
    assert_eq!(app.get(&admin, "/api/admin/users").await.refused(403), "not_allowed");
    assert_eq!(set(&app, &admin, &ben, USER, false).await.refused(403), "not_allowed");
}

#[tokio::test]
async fn a_stale_revision_is_refused_and_a_lost_answer_is_no_conflict() {
    let app = App::start().await;
    let (admin, ben) = (app.register("admin").await, app.register("ben").await);
    let disabled = json!({ "role": "user", "disabled": true });
    app.replace(&admin, path(&ben), 1, &disabled).await.expect(200);
    let again = app.replace(&admin, path(&ben), 1, &disabled).await.expect(200);
    assert_eq!(again["rev"], 2);
    let stale = app.replace(&admin, path(&ben), 1, &json!({ "role": "admin", "disabled": true })).await.expect(412);
    assert_eq!((&stale["code"], &stale["details"]["current"]["rev"]), (&json!("changed_meanwhile"), &json!(2)));
    assert_eq!(app.delete(&admin, path(&ben), 1).await.refused(412), "changed_meanwhile");
    for (body, field) in [
        (json!({ "role": "owner", "disabled": false }), "role"),
        (json!({ "role": "user" }), "disabled"),
        (json!({ "role": "user", "disabled": "no" }), "disabled"),
        (json!({ "role": "user", "disabled": false, "name": "B" }), "name"),
    ] {
        assert_eq!(app.replace(&admin, path(&ben), 2, &body).await.fields(), [field]);
    }
    assert_eq!(app.count("ACT").await, 1);
}

#[tokio::test]
async fn the_last_admin_who_can_sign_in_stays() {
    let app = App::start().await;
    let (admin, ben) = (app.register("admin").await, app.register("ben").await);
    for (role, disabled) in [(USER, false), (ADMIN, true), (USER, true)] {
        assert_eq!(set(&app, &admin, &admin, role, disabled).await.refused(409), "last_admin");
    }
    assert_eq!(app.delete(&admin, path(&admin), 1).await.refused(409), "last_admin");
    // One who is disabled does not count.
    set(&app, &admin, &ben, ADMIN, true).await.expect(200);
    assert_eq!(set(&app, &admin, &admin, USER, false).await.refused(409), "last_admin");
    set(&app, &admin, &ben, ADMIN, false).await.expect(200);
    set(&app, &admin, &admin, USER, false).await.expect(200);
    let ben = app.login(&ben).await;
    assert_eq!(set(&app, &ben, &ben, USER, false).await.refused(409), "last_admin");
    app.get(&ben, "/api/admin/users").await.expect(200);
}

#[tokio::test]
async fn of_two_admins_who_demote_or_delete_each_other_at_once_one_stays() {
    for round in 0..6 {
        let app = App::start().await;
        let (ana, ben) = (app.register("ana").await, app.register("ben").await);
        set(&app, &ana, &ben, ADMIN, false).await.expect(200);
        let (one, other) = if round % 2 == 0 {
            tokio::join!(set(&app, &ana, &ben, USER, false), set(&app, &ben, &ana, USER, true))
        } else {
            tokio::join!(app.delete(&ana, path(&ben), 2), set(&app, &ana, &ana, USER, false))
        };
        let done = [&one, &other].iter().filter(|answer| answer.status.is_success()).count();
        assert_eq!(done, 1, "{} {}", one.body, other.body);
        let admins =
            app.items_of("PROFILE").await.iter().filter(|item| item["role"] == text(ADMIN) && !item.contains_key("disabled_at")).count();
        assert_eq!((admins, &app.items_of("ADMINS").await[0]["active"]), (1, &number(1)));
    }
}

#[tokio::test]
async fn a_disabled_person_is_out_at_once_and_signs_in_anew_once_enabled() {
    let app = App::start().await;
    let (admin, ben) = (app.register("admin").await, app.register("ben").await);
    let off = set(&app, &admin, &ben, USER, true).await.expect(200);
    assert_eq!((&off["disabled"], off["disabled_at"].is_string()), (&json!(true), true));
    assert_eq!(app.get(&ben, "/api/account").await.refused(401), "session_ended");
    assert_eq!(login(&app, &ben).await.refused(403), "account_disabled");
    let on = set(&app, &admin, &ben, USER, false).await.expect(200);
    assert_eq!((&on["disabled"], &on["disabled_at"]), (&json!(false), &Value::Null));
    // What was given out before stays ended.
    assert_eq!(app.get(&ben, "/api/account").await.refused(401), "session_ended");
    let refresh = json!({ "refresh_token": ben.refresh });
    assert_eq!(app.post("/api/auth/refresh").json(&refresh).send().await.refused(401), "session_ended");
    login(&app, &ben).await.expect(200);
}

#[tokio::test]
async fn signing_somebody_out_ends_every_device_of_theirs_however_many() {
    let app = App::start().await;
    let (admin, ben) = (app.register("admin").await, app.register("ben").await);
    add_sessions(&app, &ben, 180).await;
    let phone = app.login(&ben).await;
    assert_eq!(app.get(&admin, path(&ben)).await.expect(200)["session_count"], 182);
    app.post(format!("{}/sign-out", path(&ben))).token(&admin.token).send().await.expect(204);
    for device in [&ben, &phone] {
        assert_eq!(app.get(device, "/api/account").await.refused(401), "session_ended");
        let refresh = json!({ "refresh_token": device.refresh });
        assert_eq!(app.post("/api/auth/refresh").json(&refresh).send().await.refused(401), "session_ended");
    }
    assert_eq!(app.get(&admin, path(&ben)).await.expect(200)["session_count"], 0);
    // The person comes back with their password.
    let ben = app.login(&ben).await;
    app.get(&ben, "/api/account").await.expect(200);
}

#[tokio::test]
async fn a_reset_code_is_shown_once_kept_hashed_and_limited() {
    let app = App::start().await;
    let (admin, ben) = (app.register("admin").await, app.register("ben").await);
    let code = || app.post(format!("{}/reset-code", path(&ben))).token(&admin.token).send();
    let made = code().await.expect(201);
    let shown = made["code"].as_str().unwrap();
    let secret = shown.rsplit('.').next().unwrap();
    assert!(shown.starts_with(&ben.user) && secret.len() == 43);
    assert_eq!(made["expires_at"], "2026-03-02T12:00:00Z");
    let kept = &app.items_of("RESET").await[0];
    assert_eq!(kept["pk"], text(&format!("CRED#{}", ben.user)));
    assert_eq!(kept["expires_at"], number(1_772_452_800));
    let everything = format!("{:?}{:?}", app.items_of("RESET").await, app.items_of("ACT").await);
    assert!(!everything.contains(secret));
    let statuses: Vec<_> =
        futures_util::future::join_all((0..32).map(|_| code())).await.iter().map(|answer| answer.status.as_u16()).collect();
    let of = |status: u16| statuses.iter().filter(|one| **one == status).count();
    assert_eq!((of(201), of(429)), (29, 3));
}

#[tokio::test]
async fn somebody_who_is_locked_out_gets_in_without_the_second_factor_and_is_told() {
    let app = App::start().await;
    let (admin, ben) = (app.register("admin").await, app.register("ben").await);
    let one = format!("{}/second-factor", path(&ben));
    let take_away = || app.call(Method::DELETE, &one).token(&admin.token).send();
    assert_eq!(take_away().await.refused(404), "not_found");
    set_up(&app, &ben).await;
    assert_eq!(sign_in(&app, &ben, None).await.refused(401), "second_factor_required");
    assert_eq!(app.get(&admin, path(&ben)).await.expect(200)["user"]["second_factor"], true);
    let letters = app.count("MAIL").await;
    take_away().await.expect(204);
    // Whoever was signed in is so no more, and the password alone signs in.
    assert_eq!(app.get(&ben, "/api/account").await.refused(401), "session_ended");
    assert_eq!(app.post("/api/auth/refresh").json(&json!({ "refresh_token": ben.refresh })).send().await.refused(401), "session_ended");
    sign_in(&app, &ben, None).await.expect(200);
    assert_eq!(app.count("FACTOR").await, 0);
    let ben = app.login(&ben).await;
    assert_eq!(app.get(&ben, "/api/account").await.expect(200)["second_factor"], false);
    assert_eq!(app.count("MAIL").await, letters + 1);
    let acts = app.get(&admin, "/api/admin/audit").await.expect(200);
    let act = &acts["items"][0];
    assert_eq!((&act["action"], &act["subject_id"]), (&json!("delete_second_factor"), &json!(ben.user)), "{act}");
    assert_eq!(take_away().await.refused(404), "not_found");
    // It can be set up anew.
    set_up(&app, &ben).await;
}

#[tokio::test]
async fn a_second_factor_that_two_admins_take_away_at_once_is_taken_away_once() {
    let app = App::start().await;
    let (admin, ben) = (app.register("admin").await, app.register("ben").await);
    set_up(&app, &ben).await;
    let one = format!("{}/second-factor", path(&ben));
    let answers = futures_util::future::join_all((0..4).map(|_| app.call(Method::DELETE, &one).token(&admin.token).send())).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 204).count(), 1);
    assert_eq!(app.count("ACT").await, 1);
    sign_in(&app, &ben, None).await.expect(200);
}

#[tokio::test]
async fn a_deleted_person_is_gone_and_the_families_are_left_to_the_sweeper() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    let (ben, family) = app.owner("ben").await;
    add_sessions(&app, &ben, 120).await;
    app.post(format!("{}/reset-code", path(&ben))).token(&admin.token).send().await.expect(201);
    app.delete(&admin, path(&ben), 1).await.expect(204);
    assert_eq!(app.get(&ben, "/api/account").await.refused(401), "session_ended");
    assert_eq!(app.get(&ben, format!("/api/families/{family}")).await.refused(401), "session_ended");
    assert_eq!(app.post("/api/auth/refresh").json(&json!({ "refresh_token": ben.refresh })).send().await.refused(401), "session_ended");
    assert_eq!(login(&app, &ben).await.refused(401), "wrong_credentials");
    assert_eq!(app.get(&admin, path(&ben)).await.refused(404), "not_found");
    assert_eq!(app.delete(&admin, path(&ben), 1).await.refused(404), "not_found");
    assert_eq!((app.count("RESET").await, app.count("VERIFICATION").await, app.count("CREDENTIAL").await), (0, 1, 1));
    let task = &app.items_of("TASK").await[0];
    assert_eq!((&task["work"], &task["user_id"]), (&text("close_account"), &text(&ben.user)));
    // Their references to families say to the sweeper where there is work.
    assert_eq!(app.count("BELONGING").await, 1);
    let letters = app.items_of("MAIL").await;
    let told = |item: &&Item| item["letter"].as_m().unwrap()["letter"] == text("account_closed") && item["to"] == text("ben@example.org");
    assert_eq!(letters.iter().filter(told).count(), 1);
    // The address is free again.
    app.register("ben").await;
}

#[tokio::test]
async fn settings_decide_who_may_sign_up() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    let before = app.get(&admin, "/api/admin/settings").await;
    assert_eq!(before.headers["etag"], "\"0\"");
    assert_eq!(before.expect(200), json!({ "registration": "open", "rev": 0 }));
    let closed = app.replace(&admin, "/api/admin/settings", 0, &json!({ "registration": "closed" })).await.expect(200);
    assert_eq!(closed, json!({ "registration": "closed", "rev": 1 }));
    let body = json!({ "email": "ben@example.org", "password": PASSWORD, "name": "Ben", "session": "token" });
    assert_eq!(app.post("/api/auth/register").json(&body).send().await.refused(403), "registration_closed");
    // The answer to the same change was lost; then somebody else's revision.
    app.replace(&admin, "/api/admin/settings", 0, &json!({ "registration": "closed" })).await.expect(200);
    let stale = app.replace(&admin, "/api/admin/settings", 0, &json!({ "registration": "open" })).await.expect(412);
    assert_eq!(stale["details"]["current"], closed);
    app.call(Method::PUT, "/api/admin/settings").token(&admin.token).json(&json!({ "registration": "open" })).send().await.expect(200);
    app.register("ben").await;
    for (bad, field) in [
        (json!({ "registration": "sometimes" }), "registration"),
        (json!({ "registration": 7 }), "registration"),
        (json!({ "registration": null }), "registration"),
        (json!({}), "registration"),
        (json!({ "registration": "open", "rev": 3 }), "rev"),
    ] {
        assert_eq!(app.replace(&admin, "/api/admin/settings", 2, &bad).await.fields(), [field]);
    }
    let racing = ["closed", "invite_only"].map(|mode| json!({ "registration": mode }));
    let (one, other) =
        tokio::join!(app.replace(&admin, "/api/admin/settings", 2, &racing[0]), app.replace(&admin, "/api/admin/settings", 2, &racing[1]));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
}

#[tokio::test]
async fn statistics_are_the_sum_of_their_parts() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    let none = app.get(&admin, "/api/admin/statistics").await.expect(200);
    assert!(none.as_object().unwrap().values().all(|count| count == 0) && none.as_object().unwrap().len() == 9, "{none}");
    for (shard, users, bytes) in [(0, 2, 100), (7, 3, -40), (15, -1, 5_000_000_000)] {
        app.put([
            ("pk", text("INSTANCE")),
            ("sk", text(&format!("STAT#{shard}"))),
            ("kind", text("STATISTICS")),
            ("users", number(users)),
            ("bytes", number(bytes)),
        ])
        .await;
    }
    let answer = app.get(&admin, "/api/admin/statistics").await;
    assert_eq!(answer.usage.depth, 1);
    let found = answer.expect(200);
    assert_eq!((&found["users"], &found["bytes"], &found["visits"]), (&json!(4), &json!(5_000_000_060_u64), &json!(0)));
}

#[tokio::test]
async fn letters_that_could_not_be_sent_are_listed_and_dismissed() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    let newer = "mai_01890a5e-ac96-774b-bcce-b302099a8057";
    failed_mail(&app, MAIL, "ana@example.org").await;
    failed_mail(&app, newer, "ben@example.org").await;
    let first = app.get(&admin, "/api/admin/mail?limit=1").await.expect(200);
    assert_eq!(id(&first["items"][0]), newer);
    insta::assert_snapshot!(pretty(&first["items"]));
    let cursor = first["next"].as_str().unwrap();
    let second = app.get(&admin, format!("/api/admin/mail?limit=1&cursor={cursor}")).await.expect(200);
    assert_eq!((id(&second["items"][0]), second["items"].as_array().unwrap().len()), (MAIL.to_owned(), 1));
    let one = format!("/api/admin/mail/{MAIL}");
    app.call(Method::DELETE, &one).token(&admin.token).send().await.expect(204);
    assert_eq!(app.call(Method::DELETE, &one).token(&admin.token).send().await.refused(404), "not_found");
    assert_eq!(app.count("FAILED_MAIL").await, 1);
}

#[tokio::test]
async fn every_act_of_an_admin_is_written_down_with_the_names_of_the_time() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    let (ben, family) = app.owner("ben").await;
    let after = || app.pass(TimeDelta::minutes(1));
    set(&app, &admin, &ben, ADMIN, true).await.expect(200);
    after();
    set(&app, &admin, &ben, USER, false).await.expect(200);
    after();
    app.post(format!("{}/sign-out", path(&ben))).token(&admin.token).send().await.expect(204);
    after();
    app.post(format!("{}/reset-code", path(&ben))).token(&admin.token).send().await.expect(201);
    after();
    app.call(Method::PUT, "/api/admin/settings").token(&admin.token).json(&json!({ "registration": "closed" })).send().await.expect(200);
    after();
    failed_mail(&app, MAIL, "ana@example.org").await;
    app.call(Method::DELETE, format!("/api/admin/mail/{MAIL}")).token(&admin.token).send().await.expect(204);
    after();
    app.call(Method::DELETE, format!("/api/admin/families/{family}")).token(&admin.token).send().await.expect(202);
    after();
    app.call(Method::DELETE, path(&ben)).token(&admin.token).send().await.expect(204);
    let audit = app.get(&admin, "/api/admin/audit").await.expect(200);
    insta::assert_snapshot!(pretty(&audit));
    // Page by page it is the same.
    let (mut found, mut next) = (Vec::new(), String::new());
    loop {
        let page = app.get(&admin, format!("/api/admin/audit?limit=3{next}")).await.expect(200);
        found.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(cursor) => next = format!("&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(Value::Array(found), audit["items"]);
}
