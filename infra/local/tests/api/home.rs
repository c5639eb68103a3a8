//! One call for a screen: the home page of a family, the first view of a child; and whether anything has changed.

use aws_sdk_dynamodb::types::AttributeValue;
use axum::http::Method;
use serde_json::{Value, json};

use crate::entered::{ids, on};
use crate::harness::{App, boy, measured};

/// Today is 2026-03-01.
async fn a_child_with_everything(app: &App, family: &str, child: &str, nth: usize) -> Vec<String> {
    let planned = |date: &str| json!({ "type": "wellness", "date": date });
    let mut made = Vec::new();
    for (more, (kind, body)) in [
        ("visit", planned("2026-04-01")),
        ("visit", planned("2026-03-01")),
        ("visit", planned("2026-02-20")),
        ("visit", on("visit", "2026-02-10")),
        ("event", json!({ "type": "vaccine", "date": "2026-01-09", "name": "MMR", "vaccine": { "not_given": "He had a fever" } })),
        ("event", json!({ "type": "vaccine", "date": "2026-01-08", "name": "DTaP" })),
        ("event", json!({ "type": "medication", "date": "2025-12-01", "name": "Vitamin D" })),
        ("event", json!({ "type": "medication", "date": "2025-11-01", "name": "Iron", "ended_on": "2025-11-20" })),
        ("illness", json!({ "types": ["cold"], "started_on": "2026-02-27" })),
        ("illness", on("illness", "2026-02-28")),
        ("measurement", on("measurement", "2026-02-10")),
    ]
    .into_iter()
    .enumerate()
    {
        made.push(app.enter(family, child, nth + more, kind, &body).await);
    }
    made
}

/// Children that were entered in the same millisecond stand in any order.
fn strip<'a>(home: &'a Value, child: &str) -> &'a Value {
    home["last_and_next"].as_array().unwrap().iter().find(|one| one["child_id"] == child).unwrap()
}

fn check(strip: &Value, made: &[String]) {
    let id = |value: &Value| value["id"].as_str().map(str::to_owned);
    assert_eq!(id(&strip["next_appointment"]).as_ref(), Some(&made[1]));
    assert_eq!(id(&strip["last_visit"]).as_ref(), Some(&made[2]));
    assert_eq!(id(&strip["last_vaccine"]).as_ref(), Some(&made[5]));
    assert_eq!(ids(strip["running_medications"].as_array().unwrap()), [made[6].clone()]);
    assert_eq!(ids(strip["ongoing_illnesses"].as_array().unwrap()), [made[8].clone()]);
    assert_eq!(id(&strip["last_illness"]).as_ref(), Some(&made[9]));
    assert_eq!(id(&strip["last_measurement"]).as_ref(), Some(&made[10]));
}

#[tokio::test]
async fn home_shows_the_last_and_next_of_each_thing_in_one_wait() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (emil, other) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let made = a_child_with_everything(&app, &family, &emil, 0).await;
    let answer = app.get(&ana, format!("/api/families/{family}/home?today=2026-03-01")).await;
    assert_eq!(answer.usage.depth, 1);
    let home = answer.expect(200);
    assert_eq!((&home["family"]["role"], home["children"].as_array().unwrap().len()), (&json!("owner"), 2));
    check(strip(&home, &emil), &made);
    let nothing = json!({
        "child_id": other, "last_visit": null, "next_appointment": null, "last_measurement": null, "last_vaccine": null,
        "last_illness": null, "running_medications": [], "ongoing_illnesses": [],
    });
    assert_eq!(strip(&home, &other), &nothing);
    assert_eq!(ids(home["appointments"].as_array().unwrap()), [made[1].clone(), made[0].clone()]);
    assert_eq!(ids(home["waiting_for_outcome"].as_array().unwrap()), [made[2].clone()]);
    assert_eq!(ids(home["latest_measurements"].as_array().unwrap()), [made[10].clone()]);
    let latest = [9, 8, 2, 3, 10, 4, 5, 6, 7].map(|nth| made[nth].clone());
    assert_eq!(ids(home["latest"].as_array().unwrap()), latest);
    let tomorrow = app.get(&ana, format!("/api/families/{family}/home?today=2026-03-02")).await.expect(200);
    assert_eq!(ids(tomorrow["waiting_for_outcome"].as_array().unwrap()), [made[1].clone(), made[2].clone()]);
    assert_eq!(ids(tomorrow["appointments"].as_array().unwrap()), [made[0].clone()]);
}

#[tokio::test]
async fn a_child_is_not_forgotten_behind_its_siblings() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (emil, busy) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let made = a_child_with_everything(&app, &family, &emil, 0).await;
    for nth in 100..220 {
        for kind in ["visit", "measurement", "event", "illness"] {
            app.enter(&family, &busy, nth, kind, &on(kind, "2026-03-01")).await;
        }
    }
    let home = app.get(&ana, format!("/api/families/{family}/home?today=2026-03-01")).await.expect(200);
    check(strip(&home, &emil), &made);
    assert!(home["latest"].as_array().unwrap().iter().all(|entry| entry["record"]["child_id"] == json!(busy)));
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    let only = ("only_children", AttributeValue::L(vec![AttributeValue::S(emil.clone())]));
    app.set_member(&gran, &family, "viewer", &[only]).await;
    let home = app.get(&gran, format!("/api/families/{family}/home?today=2026-03-01")).await.expect(200);
    check(strip(&home, &emil), &made);
    assert!(home["latest"].as_array().unwrap().len() >= 9 && !home.to_string().contains(&busy));
}

#[tokio::test]
async fn the_first_view_of_a_child_is_one_call_and_one_wait() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (emil, other) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let made = a_child_with_everything(&app, &family, &emil, 0).await;
    a_child_with_everything(&app, &family, &other, 50).await;
    for nth in 100..120 {
        app.enter(&family, &emil, nth, "measurement", &on("measurement", "2025-06-01")).await;
    }
    let answer = app.get(&ana, format!("/api/children/{emil}/overview?today=2026-03-01")).await;
    assert_eq!(answer.usage.depth, 1);
    let view = answer.expect(200);
    assert_eq!((&view["child"]["id"], &view["role"]), (&json!(emil), &json!("owner")));
    check(&view["last_and_next"], &made);
    assert_eq!(ids(view["appointments"].as_array().unwrap()), [made[1].clone(), made[0].clone()]);
    assert_eq!(ids(view["waiting_for_outcome"].as_array().unwrap()), [made[2].clone()]);
    assert_eq!(view["timeline"]["items"].as_array().unwrap().len(), 20);
    let cursor = view["timeline"]["next"].as_str().unwrap();
    let rest = app.get(&ana, format!("/api/children/{emil}/timeline?cursor={cursor}")).await.expect(200);
    assert_eq!((rest["items"].as_array().unwrap().len(), &rest["next"]), (11, &Value::Null));
}

#[tokio::test]
async fn a_day_that_is_today_nowhere_is_refused() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    for path in [format!("/api/families/{family}/home"), format!("/api/children/{child}/overview")] {
        for (day, status) in [("2026-02-27", 400), ("2026-02-28", 200), ("2026-03-02", 200), ("2026-03-03", 400), ("today", 400)] {
            let answer = app.get(&ana, format!("{path}?today={day}")).await;
            if status == 400 {
                assert_eq!(answer.fields(), ["today"], "{day}");
            } else {
                answer.expect(status);
            }
        }
        assert_eq!(app.get(&ana, format!("{path}?day=2026-03-01")).await.fields(), ["day"]);
    }
}

#[tokio::test]
async fn an_app_learns_with_one_small_read_whether_anything_has_changed() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let path = format!("/api/families/{family}/changes");
    let ask =
        |actor: &crate::harness::Actor, etag: &str| app.call(Method::GET, &path).token(&actor.token).header("if-none-match", etag).send();
    let first = app.get(&ana, &path).await;
    let mut etag = first.headers["etag"].to_str().unwrap().to_owned();
    assert_eq!(first.expect(200)["version"], json!(etag.trim_matches('"')));
    let same = ask(&ana, &etag).await;
    assert_eq!((same.usage.depth, same.usage.calls.len(), same.headers["etag"].to_str().unwrap()), (1, 2, etag.as_str()));
    assert!(same.usage.bytes_read < 3000, "{:?}", same.usage);
    same.expect(304);
    ask(&ana, &format!("\"other\", W/{etag}")).await.expect(304);
    let record = format!("/api/children/{child}/measurements/mea_01890a5d-ac96-774b-bcce-b302099a8057");
    for step in 0..4 {
        app.pass(chrono::TimeDelta::seconds(1));
        match step {
            0 => app
                .create(&ana, format!("/api/children/{child}/measurements?id=mea_01890a5d-ac96-774b-bcce-b302099a8057"), &measured())
                .await
                .expect(201),
            1 => app.replace(&ana, &record, 1, &json!({ "date": "2025-11-12", "weight": { "value": 8, "unit": "kg" } })).await.expect(200),
            2 => app.delete(&ana, &record, 2).await.expect(204),
            _ => app.replace(&ana, format!("/api/families/{family}"), 1, &json!({ "name": "Otters" })).await.expect(200),
        };
        let changed = ask(&ana, &etag).await;
        let now = changed.headers["etag"].to_str().unwrap().to_owned();
        changed.expect(200);
        assert_ne!(now, etag, "step {step}");
        etag = now;
        ask(&ana, &etag).await.expect(304);
    }
}

#[tokio::test]
async fn who_sees_one_child_alone_is_not_told_that_another_has_changed() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (seen, hidden) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    let only = ("only_children", AttributeValue::L(vec![AttributeValue::S(seen.clone())]));
    app.set_member(&gran, &family, "viewer", &[only]).await;
    let path = format!("/api/families/{family}/changes");
    let before = app.get(&gran, &path).await.expect(200);
    app.pass(chrono::TimeDelta::seconds(1));
    app.replace(&ana, format!("/api/children/{hidden}"), 1, &boy()).await.expect(200);
    assert_eq!(app.get(&gran, &path).await.expect(200), before);
    app.pass(chrono::TimeDelta::seconds(1));
    app.replace(&ana, format!("/api/children/{seen}"), 1, &boy()).await.expect(200);
    assert_ne!(app.get(&gran, &path).await.expect(200), before);
}
