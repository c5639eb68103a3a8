//! A visit and what was found at it: written together, shown from both sides, edited and deleted consistently.

use axum::http::Method;
use serde_json::{Value, json};

use crate::harness::{Actor, App, id};

/// An id made by a client, different for each number.
fn made(prefix: &str, nth: usize) -> String {
    format!("{prefix}_01890a5d-ac96-774b-bcce-{nth:012x}")
}

fn weight(kilos: u32) -> Value {
    json!({ "date": "2026-02-10", "weight": { "value": kilos, "unit": "kg" } })
}

fn vaccine() -> Value {
    json!({ "type": "vaccine", "name": "MMR", "date": "2026-02-10", "vaccine": { "cvx": "03", "dose_number": 1 } })
}

fn cold() -> Value {
    json!({ "types": ["cold"], "started_on": "2026-02-08" })
}

#[expect(clippy::needless_pass_by_value, reason = "a table of cases reads better")]
fn record(kind: &str, id: &str, rev: Option<u64>, details: Value) -> Value {
    json!({ "kind": kind, "id": id, "rev": rev, "details": details })
}

fn visit(records: &[Value]) -> Value {
    json!({ "type": "sick", "date": "2026-02-10", "records": records })
}

/// A visit with a measurement, a vaccine and an illness.
fn whole() -> Value {
    visit(&[
        record("measurement", &made("mea", 1), None, weight(9)),
        record("event", &made("evt", 1), None, vaccine()),
        record("illness", &made("ill", 1), None, cold()),
    ])
}

struct Scene {
    app: App,
    ana: Actor,
    family: String,
    /// Path of the child.
    child: String,
    /// Id of the visit.
    visit: String,
}

impl Scene {
    async fn start() -> Self {
        let app = App::start().await;
        let (ana, family) = app.owner("ana").await;
        let child = format!("/api/children/{}", app.child(&ana, &family).await);
        Self { app, ana, family, child, visit: made("vis", 1) }
    }

    async fn with_whole_visit() -> Self {
        let scene = Self::start().await;
        scene.app.create(&scene.ana, scene.create_path(), &whole()).await.expect(201);
        scene
    }

    fn create_path(&self) -> String {
        format!("{}/visits?id={}", self.child, self.visit)
    }

    fn visit_path(&self) -> String {
        format!("{}/visits/{}", self.child, self.visit)
    }

    async fn get(&self, below: &str) -> Value {
        self.app.get(&self.ana, format!("{}/{below}", self.child)).await.expect(200)
    }

    /// What is linked with a record, by ids.
    async fn linked(&self, record: &str) -> Value {
        let mut linked = self.get(&format!("linked/{record}")).await;
        for list in linked.as_object_mut().unwrap().values_mut() {
            for one in list.as_array_mut().unwrap() {
                *one = one["id"].clone();
            }
        }
        linked
    }

    async fn counts(&self) -> [usize; 5] {
        let mut counts = [0; 5];
        for (count, kind) in counts.iter_mut().zip(["VISIT", "MEASUREMENT", "EVENT", "ILLNESS", "HISTORY"]) {
            // The family's own entries are of no child.
            let items = self.app.items_of(kind).await;
            *count = items.iter().filter(|item| item.contains_key("child_id")).count();
        }
        counts
    }
}

#[tokio::test]
async fn a_visit_and_what_was_found_at_it_are_one_save_and_shown_from_both_sides() {
    let scene = Scene::start().await;
    let answer = scene.app.create(&scene.ana, scene.create_path(), &whole()).await;
    assert_eq!(answer.usage.depth, 1);
    let made_visit = answer.expect(201);
    assert!(made_visit.get("records").is_none());
    // The child and the four have a history each.
    assert_eq!(scene.counts().await, [1, 1, 1, 1, 5]);
    let (mea, evt, ill) = (made("mea", 1), made("evt", 1), made("ill", 1));
    assert_eq!(scene.get(&format!("measurements/{mea}")).await["visit_id"], json!(scene.visit));
    assert_eq!(scene.get(&format!("medical-events/{evt}")).await["visit_id"], json!(scene.visit));
    assert_eq!(scene.get(&format!("illnesses/{ill}")).await["visit_ids"], json!([scene.visit]));
    let nothing = json!({ "visits": [], "measurements": [], "events": [], "illnesses": [], "attachments": [] });
    let mut around = nothing.clone();
    (around["measurements"], around["events"], around["illnesses"]) = (json!([mea]), json!([evt]), json!([ill]));
    assert_eq!(scene.linked(&scene.visit).await, around);
    for record in [&mea, &evt, &ill] {
        let mut around = nothing.clone();
        around["visits"] = json!([scene.visit]);
        assert_eq!(scene.linked(record).await, around);
    }
    let answer = scene.app.get(&scene.ana, format!("{}/linked/{}", scene.child, scene.visit)).await;
    assert_eq!(answer.usage.depth, 2);
    let linked = answer.expect(200);
    assert_eq!(linked["events"][0], scene.get(&format!("medical-events/{evt}")).await);
}

#[tokio::test]
async fn the_same_save_sent_again_is_the_same_and_another_is_refused() {
    let scene = Scene::with_whole_visit().await;
    scene.app.create(&scene.ana, scene.create_path(), &whole()).await.expect(200);
    // The visit is as it was; what should go with it is not.
    let mut other = whole();
    other["records"][0]["details"]["weight"]["value"] = json!(10);
    assert_eq!(scene.app.create(&scene.ana, scene.create_path(), &other).await.refused(409), "already_exists");
    let mut more = visit(&[record("measurement", &made("mea", 1), Some(1), weight(8)), record("event", &made("evt", 2), None, vaccine())]);
    more["notes"] = json!("Seen again");
    let first = scene.app.replace(&scene.ana, scene.visit_path(), 1, &more).await.expect(200);
    assert_eq!(scene.app.replace(&scene.ana, scene.visit_path(), 1, &more).await.expect(200), first);
    more["records"][0]["details"]["weight"]["value"] = json!(7);
    let answer = scene.app.replace(&scene.ana, scene.visit_path(), 1, &more).await.expect(412);
    assert_eq!(answer["details"]["current"], first);
    assert_eq!(scene.get(&format!("measurements/{}", made("mea", 1))).await["weight"]["value"], 8);
    assert_eq!(scene.counts().await, [1, 1, 2, 1, 8]);
}

#[tokio::test]
async fn linked_records_that_a_save_does_not_name_stay_as_they_are() {
    let scene = Scene::with_whole_visit().await;
    let before = scene.get(&format!("linked/{}", scene.visit)).await;
    for (rev, body) in [
        (1, json!({ "type": "sick", "date": "2026-02-10", "notes": "No records" })),
        (2, json!({ "type": "sick", "date": "2026-02-10", "records": null })),
        (3, visit(&[])),
    ] {
        scene.app.replace(&scene.ana, scene.visit_path(), rev, &body).await.expect(200);
        assert_eq!(scene.get(&format!("linked/{}", scene.visit)).await, before);
    }
    let body = visit(&[
        record("measurement", &made("mea", 1), Some(1), weight(10)),
        record("event", &made("evt", 1), Some(1), Value::Null),
        record("measurement", &made("mea", 2), None, weight(11)),
    ]);
    scene.app.replace(&scene.ana, scene.visit_path(), 4, &body).await.expect(200);
    let after = scene.linked(&scene.visit).await;
    assert_eq!(
        (&after["measurements"], &after["events"], &after["illnesses"]),
        (&json!([made("mea", 1), made("mea", 2)]), &json!([]), &json!([made("ill", 1)]))
    );
    assert_eq!(scene.get(&format!("measurements/{}", made("mea", 1))).await["weight"]["value"], 10);
}

#[tokio::test]
async fn a_linked_record_that_cannot_be_is_named_and_nothing_is_written() {
    let scene = Scene::start().await;
    let elsewhere = made("vis", 9);
    let linked = |mut details: Value, field: &str, value: Value| {
        details[field] = value;
        details
    };
    let (mea, ill) = (made("mea", 2), made("ill", 2));
    let cases = [
        (record("measurement", &mea, None, json!({ "date": "2026-02-10", "weight": { "value": 0, "unit": "kg" } })), "details.weight"),
        (
            record("measurement", &mea, None, json!({ "date": "2026-02-10", "weight": { "value": "9", "unit": "kg" } })),
            "details.weight.value",
        ),
        (record("measurement", &mea, None, json!({ "date": "2026-02-10" })), "details.weight"),
        (record("measurement", &mea, None, json!("nine kilos")), "details"),
        (record("measurement", &mea, None, linked(weight(9), "colour", json!("red"))), "details.colour"),
        (record("measurement", &mea, None, linked(weight(9), "date", json!("2026-03-03"))), "details.date"),
        (record("measurement", &mea, None, linked(weight(9), "date", json!("2025-02-09"))), "details.date"),
        (record("measurement", &mea, None, linked(weight(9), "visit_id", json!(elsewhere))), "details.visit_id"),
        (record("event", &made("evt", 2), None, linked(vaccine(), "visit_id", json!(elsewhere))), "details.visit_id"),
        (record("illness", &ill, None, linked(cold(), "visit_ids", json!([elsewhere]))), "details.visit_ids"),
        (record("illness", &ill, None, linked(cold(), "started_on", json!("2025-02-09"))), "details.started_on"),
        (
            record("illness", &ill, None, linked(cold(), "visit_ids", json!((10..30).map(|nth| made("vis", nth)).collect::<Vec<_>>()))),
            "details.visit_ids",
        ),
        (record("measurement", &mea, None, Value::Null), "details"),
        (record("measurement", &ill, None, weight(9)), "id"),
        (record("measurement", &made("mea", 1), None, weight(9)), "id"),
        (record("measurement", "", None, weight(9)), "id"),
        (record("visit", &mea, None, weight(9)), "kind"),
        (json!({ "kind": "measurement", "id": mea, "rev": 1 }), "details"),
        (json!({ "kind": "measurement", "id": mea, "rev": "1", "details": weight(9) }), "rev"),
        (json!({ "kind": "measurement", "id": mea, "rev": null, "details": weight(9), "child": 1 }), "child"),
        (json!({ "id": mea, "rev": null, "details": weight(9) }), "kind"),
    ];
    for (second, concerned) in cases {
        let body = visit(&[record("measurement", &made("mea", 1), None, weight(9)), second.clone()]);
        let answer = scene.app.create(&scene.ana, scene.create_path(), &body).await;
        assert_eq!(answer.fields(), [format!("records[1].{concerned}")], "{second}");
    }
    let twice = r#"{"type":"sick","date":"2026-02-10","records":[],"records":[]}"#;
    assert_eq!(scene.app.post(scene.create_path()).token(&scene.ana.token).raw(twice).send().await.fields(), ["records"]);
    for (records, concerned) in [(json!({}), "records"), (json!("x"), "records"), (json!([7]), "records[0]")] {
        let body = json!({ "type": "sick", "date": "2026-02-10", "records": records });
        assert_eq!(scene.app.create(&scene.ana, scene.create_path(), &body).await.fields(), [concerned]);
    }
    assert_eq!(scene.counts().await, [0, 0, 0, 0, 1]);
}

#[tokio::test]
async fn a_linked_record_that_has_changed_is_shown_and_nothing_is_written() {
    let scene = Scene::with_whole_visit().await;
    let path = format!("{}/measurements/{}", scene.child, made("mea", 1));
    let mut kept = weight(12);
    kept["visit_id"] = json!(scene.visit);
    let now = scene.app.replace(&scene.ana, &path, 1, &kept).await.expect(200);
    let before = scene.counts().await;
    for details in [weight(10), Value::Null] {
        let body = visit(&[record("event", &made("evt", 2), None, vaccine()), record("measurement", &made("mea", 1), Some(1), details)]);
        for answer in [
            scene.app.replace(&scene.ana, scene.visit_path(), 1, &body).await,
            scene.app.create(&scene.ana, scene.create_path().replace(&scene.visit, &made("vis", 2)), &body).await,
        ] {
            let answer = answer.expect(412);
            assert_eq!((&answer["code"], &answer["details"]["current"]), (&json!("changed_meanwhile"), &now));
        }
    }
    // The visit itself is stale: it is the one that is shown.
    let stale = scene.app.replace(&scene.ana, scene.visit_path(), 7, &visit(&[])).await.expect(412);
    assert_eq!(stale["details"]["current"]["id"], json!(scene.visit));
    // A new record under an id that is in use, a linked record that is not there.
    let twice = visit(&[record("measurement", &made("mea", 1), None, weight(10))]);
    assert_eq!(scene.app.replace(&scene.ana, scene.visit_path(), 1, &twice).await.refused(409), "already_exists");
    let nobody = visit(&[record("measurement", &made("mea", 7), Some(1), weight(10))]);
    assert_eq!(scene.app.replace(&scene.ana, scene.visit_path(), 1, &nobody).await.refused(404), "not_found");
    assert_eq!(scene.counts().await, before);
}

#[tokio::test]
async fn a_sibling_has_the_id_of_a_new_linked_record() {
    let scene = Scene::with_whole_visit().await;
    let sibling = format!("/api/children/{}", scene.app.child(&scene.ana, &scene.family).await);
    let path = format!("{sibling}/visits?id={}", made("vis", 2));
    assert_eq!(scene.app.create(&scene.ana, &path, &whole()).await.refused(409), "already_exists");
    scene.app.create(&scene.ana, &path, &visit(&[])).await.expect(201);
    let theirs = format!("{sibling}/visits/{}", made("vis", 2));
    assert_eq!(scene.app.replace(&scene.ana, &theirs, 1, &whole()).await.refused(409), "already_exists");
    assert_eq!(scene.app.get(&scene.ana, format!("{sibling}/linked/{}", made("mea", 1))).await.refused(404), "not_found");
}

#[tokio::test]
async fn more_than_a_hundred_writes_are_refused_whole() {
    let scene = Scene::start().await;
    let with = |count: usize| visit(&(0..count).map(|nth| record("measurement", &made("mea", nth), None, weight(9))).collect::<Vec<_>>());
    assert_eq!(scene.app.create(&scene.ana, scene.create_path(), &with(60)).await.refused(400), "too_many_changes");
    assert_eq!(scene.counts().await, [0, 0, 0, 0, 1]);
    // Each is three writes: itself, its history, its link; five go with the visit.
    assert_eq!(scene.app.create(&scene.ana, scene.create_path(), &with(32)).await.refused(400), "too_many_changes");
    scene.app.create(&scene.ana, scene.create_path(), &with(31)).await.expect(201);
    assert_eq!(scene.linked(&scene.visit).await["measurements"].as_array().unwrap().len(), 31);
}

#[tokio::test]
async fn a_visit_that_is_foreign_or_dead_or_a_siblings_is_no_visit_to_link_to() {
    let scene = Scene::with_whole_visit().await;
    let Scene { app, ana, family, child, visit, .. } = &scene;
    let sibling = format!("/api/children/{}", app.child(ana, family).await);
    let (eve, eves) = app.owner("eve").await;
    let stranger = format!("/api/children/{}", app.child(&eve, &eves).await);
    let plain = json!({ "type": "sick", "date": "2026-02-10" });
    let of_sibling = id(&app.create(ana, format!("{sibling}/visits"), &plain).await.expect(201));
    let of_stranger = id(&app.create(&eve, format!("{stranger}/visits"), &plain).await.expect(201));
    let dead = id(&app.create(ana, format!("{child}/visits"), &plain).await.expect(201));
    app.delete(ana, format!("{child}/visits/{dead}"), 1).await.expect(204);
    let before = scene.counts().await;
    for other in [&of_sibling, &of_stranger, &dead, &made("vis", 99)] {
        let mut measured = weight(9);
        measured["visit_id"] = json!(other);
        let mut given = vaccine();
        given["visit_id"] = json!(other);
        let mut ill = cold();
        ill["visit_ids"] = json!([visit, other]);
        assert_eq!(app.create(ana, format!("{child}/measurements"), &measured).await.fields(), ["visit_id"]);
        assert_eq!(app.create(ana, format!("{child}/medical-events"), &given).await.fields(), ["visit_id"]);
        assert_eq!(app.create(ana, format!("{child}/illnesses"), &ill).await.fields(), ["visit_ids"]);
        assert_eq!(app.replace(ana, format!("{child}/illnesses/{}", made("ill", 1)), 1, &ill).await.fields(), ["visit_ids"]);
    }
    assert_eq!(scene.counts().await, before);
}

#[tokio::test]
async fn deleting_a_visit_keeps_what_was_found_at_it_unless_told_otherwise() {
    let scene = Scene::with_whole_visit().await;
    let Scene { app, ana, child, .. } = &scene;
    app.delete(ana, scene.visit_path(), 1).await.expect(204);
    let measurement = format!("{child}/measurements/{}", made("mea", 1));
    let kept = app.get(ana, &measurement).await.expect(200);
    // The visit may come back, so its name stays; nothing that is in the trash is shown as linked.
    assert_eq!(kept["visit_id"], json!(scene.visit));
    assert_eq!(scene.linked(&made("mea", 1)).await["visits"], json!([]));
    assert_eq!(app.get(ana, format!("{child}/linked/{}", scene.visit)).await.refused(404), "not_found");
    // And it can be changed with the name of the visit still in it, or without.
    let mut changed = weight(10);
    changed["visit_id"] = json!(scene.visit);
    app.replace(ana, &measurement, 1, &changed).await.expect(200);
    let reading = json!({ "at": "2026-02-10T18:30:00Z", "temperature": { "value": 39, "unit": "c" } });
    app.create(ana, format!("{child}/illnesses/{}/temperatures", made("ill", 1)), &reading).await.expect(200);
    app.replace(ana, &measurement, 2, &weight(10)).await.expect(200);
    assert_eq!(app.replace(ana, &measurement, 3, &changed).await.fields(), ["visit_id"]);
}

#[tokio::test]
async fn deleting_a_visit_with_its_records_takes_all_that_hangs_on_it_alone() {
    let scene = Scene::with_whole_visit().await;
    let Scene { app, ana, family, child, .. } = &scene;
    let plain = json!({ "type": "sick", "date": "2026-02-12" });
    let control = id(&app.create(ana, format!("{child}/visits"), &plain).await.expect(201));
    let mut both = cold();
    both["visit_ids"] = json!([scene.visit, control]);
    let shared = id(&app.create(ana, format!("{child}/illnesses"), &both).await.expect(201));
    // A link that is out of date: the measurement was moved to another visit.
    let mut moved = weight(9);
    moved["visit_id"] = json!(scene.visit);
    let moved_id = id(&app.create(ana, format!("{child}/measurements"), &moved).await.expect(201));
    moved["visit_id"] = json!(control);
    app.replace(ana, format!("{child}/measurements/{moved_id}"), 1, &moved).await.expect(200);
    let path = format!("{}?records=delete", scene.visit_path());
    assert_eq!(app.delete(ana, format!("{}?records=some", scene.visit_path()), 1).await.fields(), ["records"]);
    let stale = app.delete(ana, &path, 3).await.expect(412);
    assert_eq!(stale["details"]["current"]["id"], json!(scene.visit));
    app.delete(ana, &path, 1).await.expect(204);
    app.delete(ana, &path, 1).await.expect(204);
    for gone in [
        format!("visits/{}", scene.visit),
        format!("measurements/{}", made("mea", 1)),
        format!("medical-events/{}", made("evt", 1)),
        format!("illnesses/{}", made("ill", 1)),
    ] {
        assert_eq!(app.get(ana, format!("{child}/{gone}")).await.refused(404), "not_found");
    }
    app.get(ana, format!("{child}/measurements/{moved_id}")).await.expect(200);
    assert_eq!(scene.linked(&shared).await["visits"], json!([control]));
    assert_eq!(app.history(family).await.iter().filter(|told| *told == "deleted 2").count(), 4);
    // Without a revision the one that stands counts.
    let answer = app.call(Method::DELETE, format!("{child}/visits/{control}?records=delete")).token(&ana.token).send().await;
    assert_eq!(answer.usage.depth, 3);
    answer.expect(204);
    app.get(ana, format!("{child}/illnesses/{shared}")).await.expect(200);
}

#[tokio::test]
async fn a_visit_that_was_deleted_alone_is_not_said_to_have_been_deleted_with_its_records() {
    let scene = Scene::with_whole_visit().await;
    scene.app.delete(&scene.ana, scene.visit_path(), 1).await.expect(204);
    let with = format!("{}?records=delete", scene.visit_path());
    assert_eq!(scene.app.delete(&scene.ana, with, 1).await.refused(404), "not_found");
    scene.get(&format!("measurements/{}", made("mea", 1))).await;
}

#[tokio::test]
async fn a_viewer_can_see_what_is_linked_but_not_save_or_delete_it_and_strangers_see_nothing() {
    let scene = Scene::with_whole_visit().await;
    let Scene { app, family, child, .. } = &scene;
    let gran = app.register("gran").await;
    let gran = app.join(&gran, family, "viewer").await;
    app.get(&gran, format!("{child}/linked/{}", scene.visit)).await.expect(200);
    let body = visit(&[record("measurement", &made("mea", 2), None, weight(9))]);
    assert_eq!(app.replace(&gran, scene.visit_path(), 1, &body).await.refused(403), "not_allowed");
    assert_eq!(app.create(&gran, format!("{child}/visits"), &body).await.refused(403), "not_allowed");
    assert_eq!(app.delete(&gran, format!("{}?records=delete", scene.visit_path()), 1).await.refused(403), "not_allowed");
    let (eve, _) = app.owner("eve").await;
    assert_eq!(app.get(&eve, format!("{child}/linked/{}", scene.visit)).await.refused(404), "not_found");
    for nothing in [made("vis", 77), made("ill", 77), "fam_1".to_owned(), "x".to_owned()] {
        assert_eq!(app.get(&scene.ana, format!("{child}/linked/{nothing}")).await.refused(404), "not_found");
    }
    let linked = scene.linked(&scene.visit).await;
    assert_eq!(linked["measurements"], json!([made("mea", 1)]));
}
