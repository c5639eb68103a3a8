//! The growth of a child over the wire. The engine has its own tests; here is what the route makes of it.

use serde_json::{Value, json};

use crate::harness::{App, measured};

async fn growth(app: &App, details: &Value, measurements: &[Value], query: &str) -> Value {
    let (ana, family) = app.owner("ana").await;
    let child = app.create(&ana, format!("/api/children?family={family}"), details).await.expect(201);
    let path = format!("/api/children/{}", child["id"].as_str().unwrap());
    for one in measurements {
        app.create(&ana, format!("{path}/measurements"), one).await.expect(201);
    }
    app.get(&ana, format!("{path}/growth{query}")).await.expect(200)
}

fn near(value: &Value, expected: f64, by: f64) -> bool {
    (value.as_f64().unwrap() - expected).abs() <= by
}

#[tokio::test]
async fn the_published_example_stands_on_its_centiles() {
    let app = App::start().await;
    let growth = growth(&app, &crate::harness::boy(), &[measured()], "").await;
    let entry = &growth["measurements"][0];
    assert_eq!((&entry["age_days"], &entry["corrected_age_days"]), (&json!(274), &Value::Null));
    assert!(near(&entry["weight"]["z"], -0.950_931, 1e-6) && near(&entry["weight"]["centile"], 17.08, 0.005));
    assert!(near(&entry["height"]["z"], -0.379_522, 1e-6) && near(&entry["height"]["centile"], 35.22, 0.005));
    assert_eq!((&entry["weight"]["standard"], &entry["weight"]["flags"]), (&json!("who_2006"), &json!([])));
    assert!(near(&entry["bmi"]["value"], 8.0229 / 0.7112 / 0.7112, 1e-9));
    assert_eq!(entry["weight_for_height"]["standard"], "who_2006");
    assert_eq!(entry["head_circumference"], Value::Null);
}

#[tokio::test]
async fn curves_reach_past_today_and_never_across_a_change_of_standard() {
    let app = App::start().await;
    let child = json!({ "name": "Juna", "date_of_birth": "2022-03-01", "sex": "female" });
    let growth = growth(&app, &child, &[], "").await;
    let segments = growth["references"]["weight"].as_array().unwrap();
    let told: Vec<_> = segments
        .iter()
        .map(|one| (one["standard"].as_str().unwrap(), one["from_day"].as_i64().unwrap(), one["to_day"].as_i64().unwrap()))
        .collect();
    assert_eq!(told.len(), 2);
    assert_eq!((told[0], told[1].0, told[1].1), (("who_2006", 0, 730), "cdc_2000", 731));
    assert!(told[1].2 > 1461);
    let centiles =
        |segment: &Value| segment["curves"].as_array().unwrap().iter().map(|one| one["centile"].as_f64().unwrap()).collect::<Vec<_>>();
    assert_eq!((centiles(&segments[0]), centiles(&segments[1])), (vec![3.0, 15.0, 50.0, 85.0, 97.0], vec![5.0, 25.0, 50.0, 75.0, 95.0]));
}

#[tokio::test]
async fn the_standard_and_the_correction_can_be_chosen() {
    let app = App::start().await;
    let preterm = json!({ "name": "Lio", "date_of_birth": "2023-02-01", "sex": "male", "gestation": { "weeks": 32, "days": 0 } });
    let seen = [
        json!({ "date": "2023-03-01", "weight": { "value": 2.5, "unit": "kg" } }),
        json!({ "date": "2024-02-01", "weight": { "value": 9, "unit": "kg" } }),
        json!({ "date": "2025-06-01", "weight": { "value": 11.8, "unit": "kg" } }),
    ];
    let growth = growth(&app, &preterm, &seen, "?standard=who&correction=never").await;
    let entries = growth["measurements"].as_array().unwrap();
    assert!(entries.iter().all(|entry| entry["corrected_age_days"].is_null() && entry["weight"]["standard"] == "who_2006"));
    let app = App::start().await;
    let growth = self::growth(&app, &preterm, &seen, "").await;
    let entries = growth["measurements"].as_array().unwrap();
    assert_eq!((&entries[0]["corrected_age_days"], &entries[0]["weight"]["why_not"]), (&json!(-28), &json!("before_due_date")));
    assert_eq!(entries[1]["corrected_age_days"], json!(365 - 56));
    assert_eq!((&entries[2]["corrected_age_days"], &entries[2]["weight"]["standard"]), (&Value::Null, &json!("cdc_2000")));
}

#[tokio::test]
async fn a_slip_of_unit_is_flagged_and_kept() {
    let app = App::start().await;
    let mut slip = measured();
    slip["weight"] = json!({ "value": 17.7, "unit": "kg" });
    let growth = growth(&app, &crate::harness::boy(), &[slip], "").await;
    let weight = &growth["measurements"][0]["weight"];
    assert_eq!((&weight["flags"], &weight["value"]), (&json!(["implausible", "unit_slip"]), &json!(17.7)));
}

#[tokio::test]
async fn a_choice_that_does_not_exist_is_refused() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let path = format!("/api/children/{}/growth", app.child(&ana, &family).await);
    assert_eq!(app.get(&ana, format!("{path}?standard=uk90")).await.fields(), ["standard"]);
    assert_eq!(app.get(&ana, format!("{path}?correction=forever")).await.fields(), ["correction"]);
    assert_eq!(app.get(&ana, format!("{path}?centiles=9")).await.fields(), ["centiles"]);
}
