//! Visits: every type and part, appointments and their outcome.

use serde_json::{Value, json};

use crate::harness::{App, id, pretty};

/// A visit with everything that a visit can have.
fn full() -> Value {
    json!({
        "type": "specialist", "date": "2026-02-10", "time": "09:30", "place": "Children's practice", "doctor": "Dr. Hale",
        "title": "Many things at once", "reason": "Fell off\nthe sofa", "outcome": "All well.", "done": true,
        "vitals": {
            "blood_pressure": { "systolic": 95, "diastolic": 60 }, "heart_rate": 112, "oxygen_saturation": 98,
            "temperature": { "value": 98.6, "unit": "f" },
        },
        "injury": { "kind": "Cut", "body_part": "Chin", "treatment": "Two stitches" },
        "vision": {
            "right": { "sphere": -1.25, "cylinder": 0.5, "axis": 180 }, "left": { "sphere": 2, "cylinder": null, "axis": null },
            "glasses_ordered": true, "contacts_ordered": false,
        },
        "dental": {
            "procedures": [{ "name": "Filling", "tooth": "54" }, { "name": "Polish", "tooth": null }], "cleaning": true,
            "cavities_found": 1, "cavities_filled": 1, "xrays": true, "fluoride": true, "sealants": true,
        },
        "prescriptions": [{ "medicine": "Amoxicillin", "dose": "5 ml", "frequency": "3 times a day", "duration": "7 days" }],
        "measured_by": "clinic", "notes": "Brave.\nGot a sticker.", "tags": ["practice", "stitches"],
    })
}

/// `body` with `value` at a path such as `/vitals/heart_rate`.
fn with(body: &Value, path: &str, value: Value) -> Value {
    let mut changed = body.clone();
    let (parent, name) = path.rsplit_once('/').unwrap();
    changed.pointer_mut(parent).unwrap()[name] = value;
    changed
}

#[tokio::test]
async fn every_field_of_a_visit_comes_back_as_entered() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let all = format!("/api/children/{}/visits", app.child(&ana, &family).await);
    let made = app.create(&ana, &all, &full()).await.expect(201);
    insta::assert_snapshot!(pretty(&made));
    let one = format!("{all}/{}", id(&made));
    assert_eq!(app.get(&ana, &one).await.expect(200), made);
    for (field, value) in full().as_object().unwrap() {
        assert_eq!(made[field].to_string(), value.to_string(), "{field}");
    }
    // Each part belongs to any type, and saving the same again changes nothing but the revision.
    for visit_type in ["wellness", "sick", "injury", "vision", "dental", "specialist"] {
        let body = with(&full(), "/type", json!(visit_type));
        let made = app.create(&ana, &all, &body).await.expect(201);
        let mut again = app.replace(&ana, format!("{all}/{}", id(&made)), 1, &body).await.expect(200);
        again["rev"] = json!(1);
        assert_eq!(again, made);
    }
}

#[tokio::test]
async fn an_appointment_becomes_a_visit_with_an_outcome() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let all = format!("/api/children/{}/visits", app.child(&ana, &family).await);
    let appointment = json!({ "type": "wellness", "date": "2027-03-05", "time": "10:15", "notes": "Bring the booklet" });
    let made = app.create(&ana, &all, &appointment).await.expect(201);
    assert_eq!((&made["date"], &made["time"], &made["outcome"]), (&json!("2027-03-05"), &json!("10:15"), &json!(null)));
    let mut seen = appointment.clone();
    seen["outcome"] = json!("Grows well");
    let path = format!("{all}/{}", id(&made));
    app.replace(&ana, &path, 1, &seen).await.expect(200);
    // The date does not move by editing, and notes are cleared where they are left out.
    seen["notes"] = json!(null);
    let cleared = app.replace(&ana, &path, 2, &seen).await.expect(200);
    assert_eq!((&cleared["date"], &cleared["notes"], &cleared["outcome"]), (&json!("2027-03-05"), &json!(null), &json!("Grows well")));
}

#[tokio::test]
async fn a_visit_that_cannot_be_is_refused_with_its_field() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let all = format!("/api/children/{}/visits", app.child(&ana, &family).await);
    let cases = [
        ("/type", json!("party"), "type"),
        ("/type", json!(null), "type"),
        ("/date", json!("2026-02-30"), "date"),
        ("/date", json!("10.02.2026"), "date"),
        ("/time", json!("9:30"), "time"),
        ("/time", json!("24:00"), "time"),
        ("/place", json!("x".repeat(201)), "place"),
        ("/doctor", json!("x".repeat(101)), "doctor"),
        ("/title", json!("a\nb"), "title"),
        ("/reason", json!(""), "reason"),
        ("/outcome", json!("x".repeat(5001)), "outcome"),
        ("/done", json!("yes"), "done"),
        ("/vitals", json!({}), "vitals"),
        ("/vitals", json!([]), "vitals"),
        ("/vitals/heart_rate", json!(301), "vitals.heart_rate"),
        ("/vitals/heart_rate", json!(-1), "vitals.heart_rate"),
        ("/vitals/oxygen_saturation", json!(101), "vitals.oxygen_saturation"),
        ("/vitals/oxygen_saturation", json!(256), "vitals.oxygen_saturation"),
        ("/vitals/temperature", json!({ "value": 98.6, "unit": "c" }), "vitals.temperature"),
        ("/vitals/temperature/unit", json!("k"), "vitals.temperature.unit"),
        ("/vitals/blood_pressure/systolic", json!(20), "vitals.blood_pressure.systolic"),
        ("/vitals/blood_pressure/diastolic", json!(96), "vitals.blood_pressure.systolic"),
        ("/vitals/blood_pressure", json!({ "systolic": 90 }), "vitals.blood_pressure.diastolic"),
        ("/injury/kind", json!(""), "injury.kind"),
        ("/injury", json!({ "body_part": "Chin" }), "injury.kind"),
        ("/injury/colour", json!("red"), "injury.colour"),
        ("/vision/right/sphere", json!(40.25), "vision.right.sphere"),
        ("/vision/right/sphere", json!(1.255), "vision.right.sphere"),
        ("/vision/left/axis", json!(181), "vision.left.axis"),
        ("/vision/right/axis", json!(181), "vision.right.axis"),
        ("/dental/cavities_found", json!(33), "dental.cavities_found"),
        ("/dental/cavities_filled", json!(33), "dental.cavities_filled"),
        ("/dental/procedures", json!(vec![json!({ "name": "x" }); 41]), "dental.procedures"),
        ("/dental/procedures/1/name", json!(null), "dental.procedures[1].name"),
        ("/prescriptions", json!(vec![json!({ "medicine": "x" }); 31]), "prescriptions"),
        ("/prescriptions/0/medicine", json!(7), "prescriptions[0].medicine"),
        ("/measured_by", json!("somebody"), "measured_by"),
        ("/notes", json!("a\u{0}"), "notes"),
        ("/tags", json!(vec!["x"; 21]), "tags"),
        ("/tags/1", json!(""), "tags[1]"),
        ("/colour", json!("red"), "colour"),
        ("/rev", json!(1), "rev"),
    ];
    for (path, value, concerned) in cases {
        assert_eq!(app.create(&ana, &all, &with(&full(), path, value.clone())).await.fields(), [concerned], "{path} {value}");
    }
    for missing in ["type", "date"] {
        let mut body = full();
        body.as_object_mut().unwrap().remove(missing);
        assert_eq!(app.create(&ana, &all, &body).await.fields(), [missing]);
    }
    assert_eq!(app.count("VISIT").await, 0);
}
