//! Admins: who they are, how they find people and families, and what they cannot see.

use aws_sdk_dynamodb::types::AttributeValue;
use axum::http::Method;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::harness::{Actor, Answer, App, START, id, measured, pretty};

pub(crate) fn text(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}

pub(crate) fn number(number: i64) -> AttributeValue {
    AttributeValue::N(number.to_string())
}

/// A letter that the mailer has given up.
pub(crate) async fn failed_mail(app: &App, mail: &str, to: &str) {
    let sk = format!("FAILEDMAIL#{mail}");
    app.put([
        ("pk", text("INSTANCE")),
        ("sk", text(&sk)),
        ("kind", text("FAILED_MAIL")),
        ("schema", number(1)),
        ("id", text(mail)),
        ("to", text(to)),
        ("letter", text("verify_email")),
        ("reason", text("refused")),
        ("attempts", number(1)),
        ("created_at", text(START)),
        ("failed_at", text(START)),
    ])
    .await;
}

pub(crate) const MAIL: &str = "mai_01890a5d-ac96-774b-bcce-b302099a8057";

/// Names, one by one, in the order of a page.
fn names(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect()
}

/// Every route of the group: what it is called, and a call of it that an admin may make. The last ones leave less behind.
fn operations(user: &str, family: &str) -> [(&'static str, Method, String, Option<Value>); 20] {
    let one = format!("/api/admin/users/{user}");
    let get = |name, path: &str| (name, Method::GET, format!("/api/admin{path}"), None);
    [
        get("list_users", "/users"),
        ("search_users", Method::POST, "/api/admin/users/search".to_owned(), Some(json!({ "text": "guest" }))),
        get("read_user", &format!("/users/{user}")),
        get("list_all_families", "/families"),
        ("search_all_families", Method::POST, "/api/admin/families/search".to_owned(), Some(json!({ "text": "family" }))),
        get("read_any_family", &format!("/families/{family}")),
        get("read_settings", "/settings"),
        ("replace_settings", Method::PUT, "/api/admin/settings".to_owned(), Some(json!({ "registration": "invite_only" }))),
        get("read_statistics", "/statistics"),
        get("read_health", "/health"),
        get("list_failed_mail", "/mail"),
        ("delete_failed_mail", Method::DELETE, format!("/api/admin/mail/{MAIL}"), None),
        ("create_reset_code", Method::POST, format!("{one}/reset-code"), None),
        ("sign_out_user", Method::POST, format!("{one}/sign-out"), None),
        ("delete_user_second_factor", Method::DELETE, format!("{one}/second-factor"), None),
        ("replace_user", Method::PUT, one.clone(), Some(json!({ "role": "admin", "disabled": false }))),
        ("replace_user", Method::PUT, one.clone(), Some(json!({ "role": "user", "disabled": true }))),
        ("delete_user", Method::DELETE, one, None),
        ("delete_any_family", Method::DELETE, format!("/api/admin/families/{family}"), None),
        get("list_acts", "/audit"),
    ]
}

async fn call(app: &App, actor: Option<&Actor>, (method, path, body): (Method, String, Option<Value>)) -> Answer {
    let mut call = app.call(method, path);
    if let Some(actor) = actor {
        call = call.token(&actor.token);
    }
    if let Some(body) = &body {
        call = call.json(body);
    }
    call.send().await
}

#[tokio::test]
async fn every_admin_route_is_for_those_who_are_admins_now() {
    let mut table = String::new();
    for caller in ["nobody", "user", "demoted admin", "disabled admin", "admin"] {
        let app = App::start().await;
        let admin = app.register("admin").await;
        let (owner, family) = app.owner("owner").await;
        let guest = app.register("guest").await;
        failed_mail(&app, MAIL, "ana@example.org").await;
        let actor = match caller {
            "nobody" => None,
            "user" => Some(&owner),
            "admin" => Some(&admin),
            "demoted admin" => {
                app.set_profile(&admin, "role", "user").await;
                Some(&admin)
            }
            "disabled admin" => {
                app.set_profile(&admin, "disabled_at", START).await;
                Some(&admin)
            }
            other => panic!("who is {other}?"),
        };
        writeln!(table, "{caller}").unwrap();
        for (name, method, path, body) in operations(&guest.user, &family) {
            let answer = call(&app, actor, (method, path, body)).await;
            let status = answer.status.as_u16();
            let line = if answer.status.is_success() { status.to_string() } else { format!("{status} {}", answer.refused(status)) };
            writeln!(table, "{name}: {line}").unwrap();
        }
        if caller != "admin" {
            assert_eq!((app.count("ACT").await, app.count("RESET").await, app.count("TASK").await), (0, 0, 0));
            assert_eq!((app.count("PROFILE").await, app.count("FAILED_MAIL").await, app.count("SETTINGS").await), (3, 1, 0));
        }
    }
    insta::assert_snapshot!(table);
}

#[tokio::test]
async fn every_admin_route_stands_in_the_table() {
    let document: Value = serde_json::from_str(&trajectory_local::openapi::document().unwrap()).unwrap();
    let of_admins = document["paths"].as_object().unwrap().iter().filter(|(path, _)| path.starts_with("/api/admin"));
    let known: BTreeSet<String> = of_admins
        .flat_map(|(_, operations)| operations.as_object().unwrap().values().map(|one| one["operationId"].as_str().unwrap().to_owned()))
        .collect();
    let called: BTreeSet<String> = operations("", "").into_iter().map(|(name, ..)| name.to_owned()).collect();
    assert_eq!(known, called);
}

#[tokio::test]
async fn no_admin_route_tells_anything_of_a_familys_record() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    let (owner, family) = app.owner("owner").await;
    let child = json!({
        "name": "Xanthippe", "date_of_birth": "2025-02-10", "sex": "female", "allergies": ["quincefruit"], "notes": "wobblyknees",
    });
    let child = id(&app.create(&owner, format!("/api/children?family={family}"), &child).await.expect(201));
    let mut measurement = measured();
    measurement["notes"] = json!("grumblebelly");
    app.create(&owner, format!("/api/children/{child}/measurements"), &measurement).await.expect(201);
    for (name, method, path, body) in operations(&owner.user, &family) {
        let told = call(&app, Some(&admin), (method, path, body)).await.body.to_string();
        for word in ["Xanthippe", "quincefruit", "wobblyknees", "grumblebelly", "8.0229", "2025-02-10", &child] {
            assert!(!told.contains(word), "{name} tells {word}: {told}");
        }
    }
    // Nor does a search for such words find the family.
    for word in ["xanthippe", "quincefruit", "wobbly"] {
        for what in ["users", "families"] {
            let found = app.create(&admin, format!("/api/admin/{what}/search"), &json!({ "text": word })).await.expect(200);
            assert_eq!(found["items"], json!([]));
        }
    }
}

#[tokio::test]
async fn people_are_listed_newest_first_page_by_page_without_gaps() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    for nth in 0..30 {
        // Some within the same millisecond.
        app.pass(TimeDelta::milliseconds(500 * (nth % 3)));
        app.register(&format!("user{nth:02}")).await;
    }
    let all = app.get(&admin, "/api/admin/users?limit=100").await.expect(200);
    assert_eq!((names(&all).len(), &all["next"]), (31, &Value::Null));
    let time = |one: &Value| one["created_at"].as_str().unwrap().parse::<DateTime<Utc>>().unwrap();
    let times: Vec<_> = all["items"].as_array().unwrap().iter().map(time).collect();
    assert!(times.is_sorted_by(|a, b| a >= b));
    for limit in [1, 7, 20, 31] {
        let (mut found, mut next) = (Vec::new(), String::new());
        loop {
            let page = app.get(&admin, format!("/api/admin/users?limit={limit}{next}")).await.expect(200);
            assert!(page["items"].as_array().unwrap().len() <= limit);
            found.extend(page["items"].as_array().unwrap().clone());
            match page["next"].as_str() {
                Some(cursor) => next = format!("&cursor={cursor}"),
                None => break,
            }
        }
        assert_eq!(Value::Array(found), all["items"], "limit {limit}");
    }
    // The usual page is one wait.
    assert_eq!(app.get(&admin, "/api/admin/users").await.usage.depth, 1);
}

#[tokio::test]
async fn people_are_filtered_by_status_and_role() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    for name in ["ana", "ben"] {
        app.register(name).await;
        app.pass(TimeDelta::seconds(1));
    }
    let eve = app.register("eve").await;
    app.replace(&admin, format!("/api/admin/users/{}", eve.user), 1, &json!({ "role": "user", "disabled": true })).await.expect(200);
    for (filter, expected) in [
        ("status=disabled", vec!["eve"]),
        ("status=enabled", vec!["ben", "ana", "admin"]),
        ("role=admin", vec!["admin"]),
        ("role=user&status=enabled", vec!["ben", "ana"]),
        ("role=admin&status=disabled", vec![]),
    ] {
        let page = app.get(&admin, format!("/api/admin/users?{filter}")).await.expect(200);
        let mut expected = expected;
        let mut found = names(&page);
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected, "{filter}");
    }
}

#[tokio::test]
async fn a_search_for_people_or_families_minds_neither_case_nor_accents() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    let jose = app.register("jose").await;
    app.replace(&jose, "/api/account/profile", 1, &json!({ "name": "José Ñandú" })).await.expect(200);
    let (_, family) = app.owner("otter").await;
    app.owner("Weiß").await;
    let search = async |what: &str, body: Value| app.create(&admin, format!("/api/admin/{what}/search"), &body).await;
    for words in ["jose", "JOSÉ", "nandu", "ÑANDÚ jo", "jose@example", "Jose\u{301}", &jose.user] {
        let found = search("users", json!({ "text": words })).await.expect(200);
        assert_eq!(names(&found), ["José Ñandú"], "{words}");
    }
    for (words, expected) in [("otter", 1), ("FAMILY OF", 2), ("weiss", 1), (family.as_str(), 1), ("nobody", 0), ("otter weiss", 0)] {
        let found = search("families", json!({ "text": words })).await.expect(200);
        assert_eq!(names(&found).len(), expected, "{words}");
    }
    assert_eq!(names(&search("users", json!({ "text": "example", "role": "admin" })).await.expect(200)), ["admin"]);
    for (body, field) in [
        (json!({}), "text"),
        (json!({ "text": " " }), "text"),
        (json!({ "text": "x".repeat(101) }), "text"),
        (json!({ "text": 7 }), "text"),
        (json!({ "text": "a", "limit": 0 }), "limit"),
        (json!({ "text": "a", "limit": 101 }), "limit"),
        (json!({ "text": "a", "limit": "abc" }), "limit"),
        (json!({ "text": "a", "cursor": "AAAA" }), "cursor"),
        (json!({ "text": "a", "kind": "b" }), "kind"),
    ] {
        for what in ["users", "families"] {
            assert_eq!(search(what, body.clone()).await.fields(), [field], "{body}");
        }
    }
    assert_eq!(search("users", json!({ "text": "a", "status": "gone" })).await.fields(), ["status"]);
}

#[tokio::test]
async fn a_cursor_that_was_altered_or_is_of_another_list_is_refused() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    for nth in 0..3 {
        app.owner(&format!("user{nth}")).await;
        app.get(&admin, "/api/admin/settings").await.expect(200);
    }
    let users = app.get(&admin, "/api/admin/users?limit=1").await.expect(200)["next"].as_str().unwrap().to_owned();
    let families = app.get(&admin, "/api/admin/families?limit=1").await.expect(200)["next"].as_str().unwrap().to_owned();
    let search = json!({ "text": "user", "limit": 1 });
    let found = app.create(&admin, "/api/admin/users/search", &search).await.expect(200)["next"].as_str().unwrap().to_owned();
    let altered = format!("{}A", &users[..users.len() - 1]);
    for (path, cursor) in [
        ("users", &families),
        ("users", &found),
        ("users", &altered),
        ("families", &users),
        ("audit", &users),
        ("mail", &families),
        ("users", &String::new()),
        ("users", &"x".repeat(3000)),
    ] {
        let answer = app.get(&admin, format!("/api/admin/{path}?limit=1&cursor={cursor}")).await;
        assert_eq!(answer.fields(), ["cursor"], "{path}");
    }
    // A filter is part of the list.
    assert_eq!(app.get(&admin, format!("/api/admin/users?role=user&cursor={users}")).await.fields(), ["cursor"]);
    let other = json!({ "text": "admin", "limit": 1, "cursor": found });
    assert_eq!(app.create(&admin, "/api/admin/users/search", &other).await.fields(), ["cursor"]);
    let same = json!({ "text": "user", "limit": 1, "cursor": found });
    assert_eq!(names(&app.create(&admin, "/api/admin/users/search", &same).await.expect(200)).len(), 1);
    for (query, field) in
        [("limit=0", "limit"), ("limit=101", "limit"), ("limit=abc", "limit"), ("status=gone", "status"), ("sort=date", "sort")]
    {
        assert_eq!(app.get(&admin, format!("/api/admin/users?{query}")).await.fields(), [field]);
    }
}

#[tokio::test]
async fn searches_are_limited_per_admin() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    let body = json!({ "text": "ana" });
    app.create(&admin, "/api/admin/users/search", &body).await.expect(200);
    // All but two have been made.
    let counter = app.items_of("LIMIT").await.into_iter().find(|item| item["pk"].as_s().unwrap().contains("admin-search")).unwrap();
    app.put([("pk", counter["pk"].clone()), ("sk", counter["sk"].clone()), ("attempts", number(298))]).await;
    let calls = (0..5).map(|_| app.create(&admin, "/api/admin/families/search", &body));
    let statuses: Vec<_> = futures_util::future::join_all(calls).await.iter().map(|answer| answer.status.as_u16()).collect();
    let of = |status: u16| statuses.iter().filter(|one| **one == status).count();
    assert_eq!((of(200), of(429)), (2, 3));
}

#[tokio::test]
async fn a_family_is_looked_at_and_left_to_the_sweeper_to_delete() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    let (_, family) = app.owner("ana").await;
    let path = format!("/api/admin/families/{family}");
    insta::assert_snapshot!(pretty(&app.get(&admin, &path).await.expect(200)));
    app.call(Method::DELETE, &path).token(&admin.token).send().await.expect(202);
    let task = &app.items_of("TASK").await[0];
    assert_eq!((&task["work"], &task["family_id"]), (&text("delete_family"), &text(&family)));
    for unknown in ["fam_01890a5d-ac96-774b-bcce-b302099a8057", "nonsense"] {
        let path = format!("/api/admin/families/{unknown}");
        assert_eq!(app.get(&admin, &path).await.refused(404), "not_found");
        assert_eq!(app.call(Method::DELETE, &path).token(&admin.token).send().await.refused(404), "not_found");
    }
    assert_eq!(app.count("TASK").await, 1);
}
