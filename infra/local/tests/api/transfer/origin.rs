//! The ZIP of the product that this one re-implements.

use serde_json::{Value, json};

use super::{PDF, entry, zipped};
use crate::harness::App;

fn fixture() -> Vec<u8> {
    let data = json!({
        "attachments": [{ "id": 1, "child_id": 3, "visit_id": 7, "original_filename": "letter.pdf", "stored_filename": "uploads/1700-letter.pdf", "file_type": "application/pdf" }],
        "people": [{ "id": 3, "name": "Emil", "date_of_birth": "2025-02-09T23:00:00.000Z", "gender": "male", "avatar": "default.svg", "notes": null }],
        "visits": [
            {
                "id": 7, "child_id": 3, "visit_date": "2025-07-08T22:00:00.000Z", "visit_type": "wellness", "location": "Practice", "doctor_name": "Dr. Hale",
                "weight_value": "17", "weight_ounces": "11", "height_value": "28.25", "weight_percentile": "52.1", "temperature": "98.6", "blood_pressure": "90/60",
                "vaccines_administered": "[\"MMR\",\"DTaP\"]", "prescriptions": [{ "medication": "Amoxicillin", "dosage": "5 ml" }], "zodiac": "x",
            },
            { "id": 8, "child_id": 3, "visit_date": "not a date", "visit_type": "wellness" },
        ],
        "measurements": [{ "id": 1, "person_id": 3, "measurement_date": "2025-11-10T23:00:00.000Z", "weight_value": "18.5", "height_value": "29.1250", "head_circumference_value": null, "visit_id": null }],
        "medical_events": [{ "id": 2, "child_id": 3, "event_type": "procedure", "description": "Ear tubes", "event_date": "2025-12-01T23:00:00.000Z" }],
        "illnesses": [{ "id": 5, "child_id": 3, "illness_type": "hand_foot_mouth", "start_date": "2025-12-31T23:00:00.000Z", "end_date": "2026-01-04T23:00:00.000Z", "severity": 6, "symptoms": "rash, fever", "temperature": "102.5" }],
        "invites": [{ "id": 1 }],
    });
    zipped(&[("export/data.json", data.to_string().as_bytes()), ("export/files/1700-letter.pdf", PDF)])
}

#[tokio::test]
async fn rows_become_records_without_a_date_that_shifts_or_an_ounce_that_is_lost() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let source = json!({ "kind": "origin" });
    let (job, told) = app.previewed(&ana, &family, &source, &fixture()).await;
    let preview = &told["preview"];
    assert_eq!((&preview["zone_minutes"], &preview["children"][0]["date_of_birth"]), (&json!(60), &json!("2025-02-10")), "{told}");
    assert_eq!(preview["children"][0]["records"], json!(8));
    let mut codes: Vec<_> =
        told["report"]["warnings"].as_array().unwrap().iter().map(|one| format!("{} {}", one["place"], one["code"])).collect();
    codes.sort_unstable();
    assert_eq!(codes, [r#""invites" "unknown_part""#, r#""visits.zodiac" "unknown_column""#, r#""visits[1].date" "invalid""#]);
    app.act(&ana, &family, &job, "run").await;
    app.run_jobs().await;
    let told = app.job(&ana, &family, &job).await;
    assert_eq!((&told["state"], &told["report"]["created"]), (&json!("done"), &json!(9)), "{told}");
    let data: Value = serde_json::from_str(&entry(&app.export(&ana, &family).await, "data.json")).unwrap();
    let of = |list: &str, nth: usize| data[list][nth]["details"].clone();
    assert_eq!(of("children", 0)["date_of_birth"], "2025-02-10");
    assert_eq!((&of("visits", 0)["date"], &of("visits", 0)["vitals"]["temperature"]["unit"]), (&json!("2025-07-09"), &json!("f")));
    assert_eq!(of("visits", 0)["prescriptions"][0]["medicine"], "Amoxicillin");
    let measured: Vec<_> = data["measurements"].as_array().unwrap().iter().map(|one| &one["details"]).collect();
    let at_visit = measured.iter().find(|one| !one["visit_id"].is_null()).unwrap();
    assert_eq!((&at_visit["weight"], &at_visit["visit_id"]), (&json!({ "value": 283, "unit": "oz" }), &data["visits"][0]["id"]));
    let alone = measured.iter().find(|one| one["visit_id"].is_null()).unwrap();
    assert_eq!((&alone["date"], alone["height"].to_string()), (&json!("2025-11-11"), r#"{"unit":"in","value":29.125}"#.to_owned()));
    assert_eq!(data["medical_events"].as_array().unwrap().len(), 3);
    assert_eq!((&of("illnesses", 0)["started_on"], &of("illnesses", 0)["ended_on"]), (&json!("2026-01-01"), &json!("2026-01-05")));
    assert_eq!(of("illnesses", 0)["notes"], "Temperature (°F): 102.5");
    assert_eq!(data["attachments"][0]["details"]["record"], data["visits"][0]["id"]);
}
