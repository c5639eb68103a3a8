//! Illnesses: entered whole, and bit by bit at night.

use serde_json::{Value, json};

use crate::harness::{App, id, pretty};

fn full(visit: &str) -> Value {
    json!({
        "types": ["flu", "other"], "other_name": "Slapped cheek", "started_on": "2026-01-12", "ended_on": "2026-01-19", "severity": 6,
        "symptoms": ["cough", "rash"],
        "temperatures": [
            { "at": "2026-01-12T18:30:00Z", "temperature": { "value": 39.2, "unit": "c" } },
            { "at": "2026-01-13T06:10:00Z", "temperature": { "value": 101.3, "unit": "f" } },
        ],
        "medicines": [{ "at": "2026-01-12T19:00:00Z", "name": "Ibuprofen", "dose": { "value": 2.5, "unit": "ml" } }],
        "days_missed": 4, "visit_ids": [visit], "measured_by": "parent", "notes": "Slept\na lot", "tags": ["winter"],
    })
}

fn with(body: &Value, path: &str, value: Value) -> Value {
    let mut changed = body.clone();
    let (parent, name) = path.rsplit_once('/').unwrap();
    changed.pointer_mut(parent).unwrap()[name] = value;
    changed
}

#[tokio::test]
async fn every_field_of_an_illness_comes_back_as_entered() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = format!("/api/children/{}", app.child(&ana, &family).await);
    let visit = app.create(&ana, format!("{child}/visits"), &json!({ "type": "sick", "date": "2026-01-13" })).await.expect(201);
    let body = full(&id(&visit));
    let made = app.create(&ana, format!("{child}/illnesses"), &body).await.expect(201);
    insta::assert_snapshot!(pretty(&made));
    for (field, value) in body.as_object().unwrap() {
        assert_eq!(made[field].to_string(), value.to_string(), "{field}");
    }
    let path = format!("{child}/illnesses/{}", id(&made));
    assert_eq!(app.get(&ana, &path).await.expect(200), made);
    // It goes on again: what is not given is gone.
    let ongoing = app.replace(&ana, &path, 1, &json!({ "types": ["fever"], "started_on": "2026-01-12" })).await.expect(200);
    assert_eq!((&ongoing["days"], &ongoing["ended_on"], &ongoing["notes"]), (&json!(null), &json!(null), &json!(null)));
    for one in [
        "flu",
        "strep",
        "rsv",
        "covid19",
        "cold",
        "stomach_bug",
        "ear_infection",
        "hand_foot_mouth",
        "croup",
        "pink_eye",
        "chickenpox",
        "fever",
    ] {
        app.create(&ana, format!("{child}/illnesses"), &json!({ "types": [one], "started_on": "2026-02-12" })).await.expect(201);
    }
}

#[tokio::test]
async fn an_illness_that_cannot_be_is_refused_with_its_field() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = format!("/api/children/{}", app.child(&ana, &family).await);
    let visit = app.create(&ana, format!("{child}/visits"), &json!({ "type": "sick", "date": "2026-01-13" })).await.expect(201);
    let visit = id(&visit);
    let body = full(&visit);
    let reading = json!({ "at": "2026-01-12T18:30:00Z", "temperature": { "value": 39.2, "unit": "c" } });
    let cases = [
        ("/types", json!([]), "types"),
        ("/types", json!("flu"), "types"),
        ("/types", json!(["flu", "flu"]), "types[1]"),
        ("/types/0", json!("homesick"), "types[0]"),
        ("/types", json!(["flu"]), "other_name"),
        ("/other_name", json!(null), "other_name"),
        ("/started_on", json!("2026-03-03"), "started_on"),
        ("/started_on", json!("yesterday"), "started_on"),
        ("/ended_on", json!("2026-01-11"), "ended_on"),
        ("/ended_on", json!("2026-03-03"), "ended_on"),
        ("/severity", json!(0), "severity"),
        ("/severity", json!(11), "severity"),
        ("/severity", json!(5.5), "severity"),
        ("/symptoms", json!(vec!["x"; 51]), "symptoms"),
        ("/symptoms/1", json!(""), "symptoms[1]"),
        ("/temperatures", json!(vec![reading; 301]), "temperatures"),
        ("/temperatures/1/temperature", json!({ "value": 392, "unit": "c" }), "temperatures[1].temperature"),
        ("/temperatures/1/temperature/value", json!("39"), "temperatures[1].temperature.value"),
        ("/temperatures/1/at", json!("2026-03-01T13:00:00Z"), "temperatures[1].at"),
        ("/medicines/0/at", json!("2026-03-01T13:00:00Z"), "medicines[0].at"),
        ("/medicines/0/name", json!(""), "medicines[0].name"),
        ("/medicines/0/dose", json!({ "value": 100_001, "unit": "mg" }), "medicines[0].dose"),
        ("/days_missed", json!(401), "days_missed"),
        ("/days_missed", json!(-1), "days_missed"),
        ("/visit_ids/0", json!("ill_01890a5d-ac96-774b-bcce-b302099a8057"), "visit_ids[0]"),
        ("/visit_ids", json!([visit, visit]), "visit_ids[1]"),
        ("/visit_ids", json!(vec![visit.clone(); 21]), "visit_ids"),
        ("/notes", json!(7), "notes"),
        ("/colour", json!("red"), "colour"),
    ];
    for (path, value, concerned) in cases {
        let answer = app.create(&ana, format!("{child}/illnesses"), &with(&body, path, value.clone())).await;
        assert_eq!(answer.fields(), [concerned], "{path} {value}");
    }
    assert_eq!(app.count("ILLNESS").await, 0);
}

#[tokio::test]
async fn two_parents_who_note_readings_in_parallel_both_succeed() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let ben = app.register("ben").await;
    let ben = app.join(&ben, &family, "parent").await;
    let all = format!("/api/children/{}/illnesses", app.child(&ana, &family).await);
    let made = app.create(&ana, &all, &json!({ "types": ["fever"], "started_on": "2026-02-28" })).await.expect(201);
    let one = format!("{all}/{}", id(&made));
    let (temperatures, medicines) = (format!("{one}/temperatures"), format!("{one}/medicines"));
    let reading = |at: &str, value: u32| json!({ "at": format!("2026-03-01T0{at}:00Z"), "temperature": { "value": value, "unit": "c" } });
    let syrup = json!({ "at": "2026-03-01T02:20:00Z", "name": "Paracetamol", "dose": { "value": 120, "unit": "mg" } });
    let (first, second, same) = (reading("2:10", 39), reading("1:10", 38), reading("2:10", 39));
    let answers = tokio::join!(
        app.create(&ana, &temperatures, &first),
        app.create(&ben, &temperatures, &second),
        app.create(&ben, &temperatures, &same),
        app.create(&ana, &medicines, &syrup),
        app.create(&ben, &medicines, &syrup),
    );
    for answer in [answers.0, answers.1, answers.2, answers.3, answers.4] {
        answer.expect(200);
    }
    let now = app.get(&ana, &one).await.expect(200);
    assert_eq!(now["temperatures"], json!([second, first]));
    assert_eq!((&now["medicines"], &now["rev"]), (&json!([syrup]), &json!(4)));
    let future = json!({ "at": "2026-03-01T12:11:00Z", "temperature": { "value": 38, "unit": "c" } });
    assert_eq!(app.create(&ana, &temperatures, &future).await.fields(), ["at"]);
    let cold = json!({ "at": "2026-03-01T11:11:00Z", "temperature": { "value": 3.8, "unit": "c" } });
    assert_eq!(app.create(&ana, &temperatures, &cold).await.fields(), ["temperature"]);
    assert_eq!(app.create(&ana, &medicines, &json!({ "at": "2026-03-01T11:11:00Z" })).await.fields(), ["name"]);
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    assert_eq!(app.create(&gran, &temperatures, &first).await.refused(403), "not_allowed");
    assert_eq!(app.create(&gran, &medicines, &syrup).await.refused(403), "not_allowed");
}

#[tokio::test]
async fn an_illness_that_grows_beyond_what_an_entry_holds_is_refused_and_stays() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let all = format!("/api/children/{}/illnesses", app.child(&ana, &family).await);
    let medicine = |nth: usize| json!({ "at": format!("2026-01-12T{:02}:{:02}:00Z", nth / 60, nth % 60), "name": "ä".repeat(100) });
    let many: Vec<_> = (0..255).map(medicine).collect();
    let body = json!({ "types": ["flu"], "started_on": "2026-01-12", "medicines": many });
    let made = app.create(&ana, &all, &body).await.expect(201);
    let one = format!("{all}/{}", id(&made));
    let mut refused = None;
    for nth in 255..300 {
        let answer = app.create(&ana, format!("{one}/medicines"), &medicine(nth)).await;
        if answer.status != 200 {
            refused = Some((nth, answer.refused(413)));
            break;
        }
    }
    let (nth, code) = refused.unwrap();
    assert_eq!(code, "too_large");
    assert_eq!(app.get(&ana, &one).await.expect(200)["medicines"].as_array().unwrap().len(), nth);
}
