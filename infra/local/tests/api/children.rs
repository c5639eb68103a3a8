//! Children: entered, read, replaced, deleted.

use axum::http::Method;
use serde_json::json;

use crate::harness::{App, boy, measured, pretty};

#[tokio::test]
async fn every_field_of_a_child_comes_back_as_entered() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let all = json!({
        "name": "Lio", "date_of_birth": "2025-09-01", "sex": "male", "gestation": { "weeks": 31, "days": 4 }, "due_date": null,
        "birth_weight": { "value": 1.62, "unit": "kg" }, "birth_length": { "value": 16.25, "unit": "in" },
        "birth_head_circumference": { "value": 288, "unit": "mm" }, "blood_type": "ab_negative",
        "allergies": ["Penicillin", "Erdnüsse"], "notes": "First line\nsecond line", "archived": true,
    });
    let answer = app.create(&ana, format!("/api/children?family={family}"), &all).await;
    let location = answer.headers["location"].to_str().unwrap().to_owned();
    let child = answer.expect(201);
    insta::assert_snapshot!(pretty(&child));
    assert_eq!(app.get(&ana, &location).await.expect(200), child);
    // What is left out is gone, what is null is gone: a replace replaces.
    let replaced = app.replace(&ana, &location, 1, &boy()).await.expect(200);
    assert_eq!((&replaced["notes"], &replaced["allergies"], &replaced["archived"]), (&json!(null), &json!([]), &json!(false)));
    assert_eq!((&replaced["created_at"], &replaced["rev"]), (&child["created_at"], &json!(2)));
    assert_eq!(app.get(&ana, &location).await.expect(200), replaced);
}

#[tokio::test]
async fn a_due_date_may_stand_for_the_weeks_of_pregnancy() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let body = json!({ "name": "Lio", "date_of_birth": "2025-09-01", "sex": "male", "due_date": "2025-10-30" });
    let child = app.create(&ana, format!("/api/children?family={family}"), &body).await.expect(201);
    let measured = json!({ "date": "2026-01-01", "weight": { "value": 5, "unit": "kg" } });
    let path = format!("/api/children/{}", child["id"].as_str().unwrap());
    app.create(&ana, format!("{path}/measurements"), &measured).await.expect(201);
    let growth = app.get(&ana, format!("{path}/growth")).await.expect(200);
    assert_eq!((&growth["measurements"][0]["age_days"], &growth["measurements"][0]["corrected_age_days"]), (&json!(122), &json!(63)));
}

#[tokio::test]
async fn a_stale_change_is_told_the_child_as_it_is_now_and_changes_nothing() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let path = format!("/api/children/{}", app.child(&ana, &family).await);
    let mut body = boy();
    body["notes"] = json!("mine");
    app.replace(&ana, &path, 1, &body).await.expect(200);
    // The answer was lost and the same is sent again: not a conflict.
    assert_eq!(app.replace(&ana, &path, 1, &body).await.expect(200)["rev"], 2);
    body["notes"] = json!("theirs");
    let stale = app.replace(&ana, &path, 1, &body).await.expect(412);
    assert_eq!((&stale["code"], &stale["details"]["current"]["notes"]), (&json!("changed_meanwhile"), &json!("mine")));
    assert_eq!(app.get(&ana, &path).await.expect(200)["notes"], "mine");
    // Without If-Match what stands there is replaced.
    app.call(Method::PUT, &path).token(&ana.token).json(&body).send().await.expect(200);
    assert_eq!(app.get(&ana, &path).await.expect(200)["notes"], "theirs");
}

#[tokio::test]
async fn of_twenty_changes_of_one_revision_exactly_one_is_made() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let path = format!("/api/children/{}", app.child(&ana, &family).await);
    let bodies: Vec<_> = (0..20)
        .map(|nth| {
            let mut body = boy();
            body["notes"] = json!(format!("version {nth}"));
            body
        })
        .collect();
    let answers = futures_util::future::join_all(bodies.iter().map(|body| app.replace(&ana, &path, 1, body))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    assert_eq!(answers.iter().filter(|answer| answer.status == 412).count(), 19);
    assert_eq!((app.count("CHILD").await, app.count("HISTORY").await), (1, 4));
}

#[tokio::test]
async fn a_deleted_child_takes_its_record_out_of_sight_and_nothing_can_be_entered_below_it() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let path = format!("/api/children/{child}");
    let measurement = app.create(&ana, format!("{path}/measurements"), &measured()).await.expect(201);
    let one = format!("{path}/measurements/{}", measurement["id"].as_str().unwrap());
    app.delete(&ana, &path, 1).await.expect(204);
    app.delete(&ana, &path, 1).await.expect(204);
    for path in [&path, &one, &format!("{path}/measurements"), &format!("{path}/growth")] {
        assert_eq!(app.get(&ana, path).await.refused(404), "not_found", "{path}");
    }
    assert_eq!(app.create(&ana, format!("{path}/measurements"), &measured()).await.refused(404), "not_found");
    assert_eq!(app.replace(&ana, &one, 1, &measured()).await.refused(404), "not_found");
    assert_eq!(app.delete(&ana, &one, 1).await.refused(404), "not_found");
    assert_eq!(app.replace(&ana, &path, 2, &boy()).await.refused(404), "not_found");
    assert_eq!(app.get(&ana, format!("/api/families/{family}/measurements")).await.expect(200)["items"], json!([]));
    assert_eq!(app.get(&ana, "/api/children").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn every_change_leaves_its_history_in_the_same_transaction() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let path = format!("/api/children/{}", app.child(&ana, &family).await);
    app.replace(&ana, &path, 1, &boy()).await.expect(200);
    app.replace(&ana, &path, 1, &json!({ "name": "Other", "date_of_birth": "2025-02-10", "sex": "male" })).await.expect(412);
    app.delete(&ana, &path, 2).await.expect(204);
    assert_eq!(app.history(&family).await, ["created 1", "changed 2", "deleted 3"]);
}
