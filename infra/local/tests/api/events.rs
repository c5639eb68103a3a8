//! Medical events: vaccines, medications with their doses, and the rest.

use serde_json::{Value, json};
use std::collections::BTreeSet;

use crate::harness::{App, id, pretty};

fn vaccine() -> Value {
    json!({
        "type": "vaccine", "name": "MMR, first", "date": "2026-02-10", "place": "Children's practice", "outcome": "Slept well",
        "result": "None expected", "measured_by": "clinic", "notes": "Cried\nshortly", "tags": ["vaccines"],
        "vaccine": {
            "cvx": "03", "diseases": ["Measles", "Mumps", "Rubella"], "dose_number": 1, "lot": "A1234", "manufacturer": "Example Labs",
            "site": "left_thigh", "given_by": "Nurse Kim", "reaction": "Red for a day", "not_given": null,
        },
    })
}

fn medication() -> Value {
    json!({
        "type": "medication", "name": "Ibuprofen syrup", "date": "2026-02-27", "ended_on": null,
        "medication": {
            "dose": { "value": 2.5, "unit": "ml" }, "schedule": "With food", "minutes_between": 360,
            "given": [{ "at": "2026-02-28T20:00:00Z", "dose": null }, { "at": "2026-03-01T06:30:00Z", "dose": { "value": 100, "unit": "mg" } }],
        },
    })
}

fn with(body: &Value, path: &str, value: Value) -> Value {
    let mut changed = body.clone();
    let (parent, name) = path.rsplit_once('/').unwrap();
    match changed.pointer_mut(parent).unwrap() {
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
        object => object[name] = value,
    }
    changed
}

#[tokio::test]
async fn every_field_of_a_medical_event_comes_back_as_entered() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let all = format!("/api/children/{}/medical-events", app.child(&ana, &family).await);
    let allergy = json!({ "type": "allergy", "name": "Peanuts", "date": "2025-11-02", "ended_on": "2026-01-01",
        "allergy": { "reaction": "Hives", "severity": "severe" } });
    let made: Vec<Value> = [
        app.create(&ana, &all, &vaccine()).await.expect(201),
        app.create(&ana, &all, &medication()).await.expect(201),
        app.create(&ana, &all, &allergy).await.expect(201),
    ]
    .into();
    insta::assert_snapshot!(pretty(&json!(made)));
    for (body, made) in [vaccine(), medication(), allergy].iter().zip(&made) {
        assert_eq!(app.get(&ana, format!("{all}/{}", id(made))).await.expect(200), *made);
        for (field, value) in body.as_object().unwrap() {
            assert_eq!(made[field].to_string(), value.to_string(), "{field}");
        }
    }
    for event_type in ["vaccine", "procedure", "medication", "allergy", "condition", "hospital_stay", "test"] {
        let body = json!({ "type": event_type, "name": "Something", "date": "2026-01-02", "result": "Fine", "outcome": "Home again" });
        assert_eq!(app.create(&ana, &all, &body).await.expect(201)["result"], "Fine");
    }
}

#[tokio::test]
async fn a_medical_event_that_cannot_be_is_refused_with_its_field() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let all = format!("/api/children/{}/medical-events", app.child(&ana, &family).await);
    let test = json!({ "type": "test", "name": "Blood count", "date": "2026-02-10" });
    let cases = [
        (vaccine(), "/type", json!("potion"), "type"),
        (vaccine(), "/type", json!("test"), "vaccine"),
        (medication(), "/type", json!("procedure"), "medication"),
        (test.clone(), "/allergy", json!({}), "allergy"),
        (test.clone(), "/ended_on", json!("2026-02-11"), "ended_on"),
        (test.clone(), "/name", json!(""), "name"),
        (test.clone(), "/name", json!(null), "name"),
        (test.clone(), "/date", json!("2026-03-03"), "date"),
        (test.clone(), "/visit_id", json!("vis_1"), "visit_id"),
        (test, "/visit_id", json!("vis_01890a5d-ac96-774b-bcce-b302099a8057"), "visit_id"),
        (vaccine(), "/vaccine/cvx", json!("3"), "vaccine.cvx"),
        (vaccine(), "/vaccine/cvx", json!("199"), "vaccine.cvx"),
        (vaccine(), "/vaccine/cvx", json!(3), "vaccine.cvx"),
        (vaccine(), "/vaccine/dose_number", json!(0), "vaccine.dose_number"),
        (vaccine(), "/vaccine/dose_number", json!(21), "vaccine.dose_number"),
        (vaccine(), "/vaccine/diseases", json!(vec!["x"; 21]), "vaccine.diseases"),
        (vaccine(), "/vaccine/diseases/0", json!(""), "vaccine.diseases[0]"),
        (vaccine(), "/vaccine/site", json!("ear"), "vaccine.site"),
        (vaccine(), "/vaccine/lot", json!("x".repeat(51)), "vaccine.lot"),
        (vaccine(), "/vaccine/price", json!(7), "vaccine.price"),
        (medication(), "/ended_on", json!("2026-02-26"), "ended_on"),
        (medication(), "/medication/minutes_between", json!(0), "medication.minutes_between"),
        (medication(), "/medication/minutes_between", json!(43_201), "medication.minutes_between"),
        (medication(), "/medication/dose", json!({ "value": 0, "unit": "ml" }), "medication.dose"),
        (medication(), "/medication/dose/unit", json!("spoons"), "medication.dose.unit"),
        (medication(), "/medication/given/1/at", json!("2026-03-01T13:00:00Z"), "medication.given[1].at"),
        (medication(), "/medication/given/0/at", json!("2026-02-28"), "medication.given[0].at"),
        (vaccine(), "/tags", json!("one"), "tags"),
    ];
    for (body, path, value, concerned) in cases {
        assert_eq!(app.create(&ana, &all, &with(&body, path, value.clone())).await.fields(), [concerned], "{path} {value}");
    }
    assert_eq!(app.count("EVENT").await, 0);
}

#[tokio::test]
async fn a_dose_is_noted_once_and_says_when_the_next_is_possible() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let all = format!("/api/children/{}/medical-events", app.child(&ana, &family).await);
    let made = app.create(&ana, &all, &medication()).await.expect(201);
    assert_eq!(made["next_possible_at"], "2026-03-01T12:30:00Z");
    let doses = format!("{all}/{}/doses", id(&made));
    let dose = json!({ "at": "2026-03-01T11:45:00Z", "dose": { "value": 2.5, "unit": "ml" } });
    let given = app.create(&ana, &doses, &dose).await.expect(200);
    assert_eq!((&given["rev"], &given["next_possible_at"]), (&json!(2), &json!("2026-03-01T17:45:00Z")));
    assert_eq!(app.create(&ana, &doses, &dose).await.expect(200), given);
    // One that was forgotten goes to its place by time.
    let late = app.create(&ana, &doses, &json!({ "at": "2026-03-01T00:10:00Z" })).await.expect(200);
    let at: Vec<_> = late["medication"]["given"].as_array().unwrap().iter().map(|one| one["at"].as_str().unwrap()).collect();
    assert_eq!(at, ["2026-02-28T20:00:00Z", "2026-03-01T00:10:00Z", "2026-03-01T06:30:00Z", "2026-03-01T11:45:00Z"]);
    assert_eq!(late["next_possible_at"], "2026-03-01T17:45:00Z");
    for (body, field) in [
        (json!({ "at": "2026-03-01T12:11:00Z" }), "at"),
        (json!({ "at": "noon" }), "at"),
        (json!({ "dose": null }), "at"),
        (json!({ "at": "2026-03-01T11:00:00Z", "dose": { "value": -1, "unit": "ml" } }), "dose"),
        (json!({ "at": "2026-03-01T11:00:00Z", "by": "Ana" }), "by"),
    ] {
        assert_eq!(app.create(&ana, &doses, &body).await.fields(), [field], "{body}");
    }
    let shot = app.create(&ana, &all, &vaccine()).await.expect(201);
    assert_eq!(app.create(&ana, format!("{all}/{}/doses", id(&shot)), &dose).await.fields(), ["event_id"]);
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    assert_eq!(app.create(&gran, &doses, &dose).await.refused(403), "not_allowed");
    let (eve, _) = app.owner("eve").await;
    assert_eq!(app.create(&eve, &doses, &dose).await.refused(404), "not_found");
    app.delete(&ana, format!("{all}/{}", id(&made)), 3).await.expect(204);
    assert_eq!(app.create(&ana, &doses, &dose).await.refused(404), "not_found");
}

#[tokio::test]
async fn doses_noted_by_several_people_at_the_same_moment_are_all_kept() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let ben = app.register("ben").await;
    let ben = app.join(&ben, &family, "parent").await;
    let all = format!("/api/children/{}/medical-events", app.child(&ana, &family).await);
    let made = app.create(&ana, &all, &json!({ "type": "medication", "name": "Drops", "date": "2026-02-27" })).await.expect(201);
    let doses = &format!("{all}/{}/doses", id(&made));
    let people = [&ana, &ben, &ana, &ben, &ana, &ben];
    let bodies: Vec<_> = (0..people.len())
        .map(|nth| json!({ "at": format!("2026-03-01T11:{nth:02}:00Z"), "dose": { "value": 3, "unit": "drops" } }))
        .collect();
    let notes = people.iter().zip(&bodies).map(|(actor, dose)| app.create(actor, doses, dose));
    for answer in futures_util::future::join_all(notes).await {
        answer.expect(200);
    }
    let now = app.get(&ana, format!("{all}/{}", id(&made))).await.expect(200);
    assert_eq!((now["medication"]["given"].as_array().unwrap().len(), &now["rev"]), (6, &json!(7)));
}

#[tokio::test]
async fn vaccines_to_pick_from_have_known_codes_and_are_shown_to_everybody() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let all = format!("/api/children/{}/medical-events", app.child(&ana, &family).await);
    let answer = app.get(&ana, "/api/medical-events/vaccines").await;
    assert_eq!(answer.usage.depth, 0);
    let list = answer.expect(200);
    let items = list["items"].as_array().unwrap();
    for code in ["03", "146", "165", "306", "19", "37", "223"] {
        let product = items.iter().find(|one| one["cvx"] == code).unwrap();
        let mut body = vaccine();
        body["name"] = product["name"].clone();
        body["vaccine"]["cvx"] = product["cvx"].clone();
        body["vaccine"]["diseases"] = product["diseases"].clone();
        app.create(&ana, &all, &body).await.expect(201);
    }
    let usual: BTreeSet<_> = items.iter().map(|one| one["usual"].as_str().unwrap()).collect();
    assert_eq!(usual, BTreeSet::from(["routine", "special", "travel"]));
    app.call(axum::http::Method::GET, "/api/medical-events/vaccines").send().await.expect(200);
}
