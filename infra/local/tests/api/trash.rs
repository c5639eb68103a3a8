//! Trash, history and audit: what was done, by whom, and undoing a deletion.

use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::harness::{App, boy, id, measured};
use crate::tiny::png;
use crate::uploads::{announced, now};

fn weighing(kg: f64) -> Value {
    json!({ "date": "2025-11-11", "weight": { "value": kg, "unit": "kg" } })
}

#[tokio::test]
async fn a_deleted_record_comes_back_as_it_was() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let all = format!("/api/children/{child}/measurements");
    let made = app.create(&ana, &all, &measured()).await.expect(201);
    let one = format!("{all}/{}", id(&made));
    app.delete(&ana, &one, 1).await.expect(204);
    let trash = app.get(&ana, format!("/api/families/{family}/trash")).await.expect(200);
    assert_eq!((&trash["items"][0]["id"], &trash["items"][0]["kind"]), (&made["id"], &json!("measurement")));
    assert_eq!(trash["items"][0]["expires_at"], "2026-03-31T12:00:00Z");
    let restore = format!("/api/children/{child}/records/{}/restore", id(&made));
    let back = app.post(&restore).token(&ana.token).send().await.expect(200);
    assert_eq!((&back["rev"], &back["weight"]), (&json!(3), &made["weight"]));
    assert_eq!(app.get(&ana, &one).await.expect(200), back);
    assert_eq!(app.get(&ana, &all).await.expect(200)["items"].as_array().unwrap().len(), 1);
    assert_eq!(app.get(&ana, format!("/api/families/{family}/trash")).await.expect(200)["items"], json!([]));
    assert_eq!(app.post(&restore).token(&ana.token).send().await.refused(404), "not_found");
    assert_eq!(app.history(&family).await.iter().filter(|entry| entry.starts_with("restored")).count(), 1);
}

#[tokio::test]
async fn a_deleted_child_comes_back_with_its_record() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let all = format!("/api/children/{child}/measurements");
    app.create(&ana, &all, &measured()).await.expect(201);
    app.delete(&ana, format!("/api/children/{child}"), 1).await.expect(204);
    assert_eq!(app.get(&ana, &all).await.refused(404), "not_found");
    let restore = format!("/api/children/{child}/restore");
    assert_eq!(app.post(&restore).token(&ana.token).send().await.expect(200)["rev"], 3);
    assert_eq!(app.get(&ana, &all).await.expect(200)["items"].as_array().unwrap().len(), 1);
    assert_eq!(app.post(&restore).token(&ana.token).send().await.refused(404), "not_found");
}

#[tokio::test]
async fn after_thirty_days_nothing_comes_back() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let all = format!("/api/children/{child}/measurements");
    let made = app.create(&ana, &all, &measured()).await.expect(201);
    app.delete(&ana, format!("{all}/{}", id(&made)), 1).await.expect(204);
    app.pass(TimeDelta::days(30));
    let ana = app.login(&ana).await;
    assert_eq!(app.get(&ana, format!("/api/families/{family}/trash")).await.expect(200)["items"], json!([]));
    let restore = format!("/api/children/{child}/records/{}/restore", id(&made));
    assert_eq!(app.post(restore).token(&ana.token).send().await.refused(404), "not_found");
}

#[tokio::test]
async fn a_viewer_sees_the_trash_and_cannot_bring_anything_back() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let made = app.create(&ana, format!("/api/children/{child}/measurements"), &measured()).await.expect(201);
    app.delete(&ana, format!("/api/children/{child}/measurements/{}", id(&made)), 1).await.expect(204);
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    assert_eq!(app.get(&gran, format!("/api/families/{family}/trash")).await.expect(200)["items"].as_array().unwrap().len(), 1);
    let restore = format!("/api/children/{child}/records/{}/restore", id(&made));
    assert_eq!(app.post(restore).token(&gran.token).send().await.refused(403), "not_allowed");
}

#[tokio::test]
async fn history_tells_every_change_with_the_values_before_and_after() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let all = format!("/api/children/{child}/measurements");
    let made = app.create(&ana, &all, &weighing(8.2)).await.expect(201);
    let one = format!("{all}/{}", id(&made));
    app.replace(&ana, &one, 1, &weighing(8.1)).await.expect(200);
    app.delete(&ana, &one, 2).await.expect(204);
    let record = format!("/api/children/{child}/records/{}", id(&made));
    app.post(format!("{record}/restore")).token(&ana.token).send().await.expect(200);
    let history = app.get(&ana, format!("{record}/history")).await.expect(200);
    let told: Vec<_> =
        history["items"].as_array().unwrap().iter().map(|entry| (&entry["rev"], &entry["action"], &entry["changes"])).collect();
    let kg = |value: f64| json!({ "value": value, "unit": "kg" });
    let changed = json!([{ "field": "weight", "from": kg(8.2), "to": kg(8.1) }]);
    let created = json!([
        { "field": "date", "from": null, "to": "2025-11-11" },
        { "field": "weight", "from": null, "to": kg(8.2) },
    ]);
    let none = json!([]);
    assert_eq!(
        told,
        [
            (&json!(4), &json!("restored"), &none),
            (&json!(3), &json!("deleted"), &none),
            (&json!(2), &json!("changed"), &changed),
            (&json!(1), &json!("created"), &created),
        ]
    );
    // Page by page it is the same.
    let mut walked = Vec::new();
    let mut path = format!("{record}/history?limit=1");
    loop {
        let page = app.get(&ana, &path).await.expect(200);
        walked.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(next) => path = format!("{record}/history?limit=1&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(json!(walked), history["items"]);
    let other = app.child(&ana, &family).await;
    assert_eq!(app.get(&ana, format!("/api/children/{other}/records/{}/history", id(&made))).await.refused(404), "not_found");
}

#[tokio::test]
async fn a_childs_own_history_tells_what_was_changed() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let mut renamed = boy();
    renamed["name"] = json!("Emilio");
    app.replace(&ana, format!("/api/children/{child}"), 1, &renamed).await.expect(200);
    let history = app.get(&ana, format!("/api/children/{child}/history")).await.expect(200);
    assert_eq!(history["items"][0]["changes"], json!([{ "field": "name", "from": "Emil", "to": "Emilio" }]));
}

#[tokio::test]
async fn the_audit_tells_who_changed_and_who_read_once_a_day() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    for _ in 0..3 {
        app.get(&gran, format!("/api/children/{child}/measurements")).await.expect(200);
    }
    let eve = app.register("eve").await;
    assert_eq!(app.get(&eve, format!("/api/families/{family}")).await.refused(404), "not_found");
    app.pass(TimeDelta::days(1));
    let (ana, gran) = (app.login(&ana).await, app.login(&gran).await);
    app.get(&gran, format!("/api/children/{child}")).await.expect(200);
    let readers = app.get(&ana, format!("/api/families/{family}/readers")).await.expect(200);
    let of = |user: &str| -> Vec<String> {
        let items = readers["items"].as_array().unwrap().iter();
        items.filter(|entry| entry["by"] == user).map(|entry| entry["day"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(of(&gran.user), ["2026-03-02", "2026-03-01"]);
    assert_eq!(of(&eve.user), Vec::<String>::new());
    let audit = app.get(&ana, format!("/api/families/{family}/audit")).await.expect(200);
    let entered = audit["items"].as_array().unwrap().iter().find(|entry| entry["record_id"] == child).unwrap();
    assert_eq!((&entered["action"], &entered["by"], &entered["kind"]), (&json!("created"), &json!(ana.user), &json!("child")));
    let other = app.call(Method::GET, format!("/api/families/{family}/audit?limit=0")).token(&ana.token).send().await;
    assert_eq!(other.fields(), ["limit"]);
}

#[tokio::test]
async fn a_visit_comes_back_with_what_was_found_at_it_and_its_files() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let (visit, weight) = ("vis_01890a5d-ac96-774b-bcce-b302099a8057", "mea_01890a5d-ac96-774b-bcce-b302099a8057");
    let path = format!("/api/children/{child}/visits");
    let found = json!([{ "kind": "measurement", "id": weight, "rev": null, "details": weighing(8.2) }]);
    let body = json!({ "type": "wellness", "date": "2025-11-11", "records": found });
    app.create(&ana, format!("{path}?id={visit}"), &body).await.expect(201);
    let picture = png(1, 1, &[]);
    let mut announcement = announced("image/png", &picture);
    announcement["record"] = json!(visit);
    let photo = app.upload(&ana, &child, &announcement, &picture).await;
    app.complete(&ana, &photo).await.expect(200);

    app.delete(&ana, format!("{path}/{visit}?records=delete"), 1).await.expect(204);
    app.sweep().await;
    assert_eq!(app.get(&ana, format!("/api/children/{child}/measurements/{weight}")).await.refused(404), "not_found");
    assert_eq!(app.get(&ana, &photo).await.refused(404), "not_found");
    let trash = app.get(&ana, format!("/api/families/{family}/trash")).await.expect(200);
    let with: Vec<_> = trash["items"].as_array().unwrap().iter().map(|one| (&one["kind"], &one["trashed_with"])).collect();
    assert!(with.contains(&(&json!("measurement"), &json!(visit))) && with.contains(&(&json!("attachment"), &json!(visit))), "{with:?}");

    app.post(format!("/api/children/{child}/records/{visit}/restore")).token(&ana.token).send().await.expect(200);
    let linked = app.get(&ana, format!("/api/children/{child}/linked/{visit}")).await.expect(200);
    assert_eq!((&linked["measurements"][0]["id"], linked["attachments"].as_array().unwrap().len()), (&json!(weight), 1));
    app.sweep().await;
    assert_eq!(app.get(&ana, format!("{photo}/file")).await.status, 200);
    assert_eq!(app.get(&ana, format!("/api/children/{child}/attachments")).await.expect(200)["items"].as_array().unwrap().len(), 1);
}
