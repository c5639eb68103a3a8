//! The heatmap of a year.

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Value, json};

use crate::harness::{Actor, App};

async fn ill(app: &App, actor: &Actor, child: &str, types: &Value, start: &str, end: Option<&str>, severity: Option<u8>) {
    let body = json!({ "types": types, "started_on": start, "ended_on": end, "severity": severity });
    app.create(actor, format!("/api/children/{child}/illnesses"), &body).await.expect(201);
}

#[tokio::test]
async fn days_are_counted_within_the_year_and_until_today() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let mut born_earlier = crate::harness::boy();
    born_earlier["date_of_birth"] = json!("2022-05-01");
    let child = |body: Value| {
        let (app, ana, family) = (&app, &ana, &family);
        async move { crate::harness::id(&app.create(ana, format!("/api/children?family={family}"), &body).await.expect(201)) }
    };
    let (one, two) = (child(born_earlier.clone()).await, child(born_earlier).await);
    // Over the turn of the year, two at once, one that goes on, and the leap day of 2024.
    ill(&app, &ana, &one, &json!(["cold"]), "2025-12-30", Some("2026-01-02"), Some(3)).await;
    ill(&app, &ana, &one, &json!(["fever", "cold"]), "2026-01-02", Some("2026-01-02"), Some(7)).await;
    ill(&app, &ana, &two, &json!(["croup"]), "2026-01-02", Some("2026-01-03"), None).await;
    ill(&app, &ana, &two, &json!(["flu"]), "2026-02-27", None, Some(5)).await;
    ill(&app, &ana, &two, &json!(["rsv"]), "2024-02-28", Some("2024-03-01"), None).await;
    let path = format!("/api/families/{family}/heatmap");
    let answer = app.get(&ana, format!("{path}?year=2026")).await;
    assert_eq!(answer.usage.depth, 1);
    let year = answer.expect(200);
    let dates =
        |year: &Value| year["days"].as_array().unwrap().iter().map(|day| day["date"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(dates(&year), ["2026-01-01", "2026-01-02", "2026-01-03", "2026-02-27", "2026-02-28", "2026-03-01"]);
    let second = year["days"][1]["children"].as_array().unwrap();
    assert_eq!((&second[0]["child_id"], &second[0]["severity"], &second[0]["types"]), (&json!(one), &json!(7), &json!(["cold", "fever"])));
    assert_eq!((&second[1]["severity"], second[0]["illness_ids"].as_array().unwrap().len()), (&json!(null), 2));
    assert_eq!(
        year["totals"],
        json!([{ "child_id": one, "days_ill": 2, "episodes": 2 }, { "child_id": two, "days_ill": 5, "episodes": 2 }])
    );
    let leap = app.get(&ana, format!("{path}?year=2024")).await.expect(200);
    assert_eq!(dates(&leap), ["2024-02-28", "2024-02-29", "2024-03-01"]);
    let before = app.get(&ana, format!("{path}?year=2025&child={one}")).await.expect(200);
    assert_eq!(before["totals"], json!([{ "child_id": one, "days_ill": 2, "episodes": 1 }]));
    // What begins to-day east of here counts, though it is still yesterday by UTC.
    ill(&app, &ana, &one, &json!(["cold"]), "2026-03-02", None, None).await;
    let now = app.get(&ana, format!("{path}?year=2026&child={one}")).await.expect(200);
    assert_eq!(dates(&now), ["2026-01-01", "2026-01-02", "2026-03-02"]);
}

#[tokio::test]
async fn a_heatmap_shows_living_children_that_the_caller_may_see_and_takes_sensible_parameters_alone() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (seen, unseen) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    for child in [&seen, &unseen] {
        ill(&app, &ana, child, &json!(["cold"]), "2026-01-05", Some("2026-01-06"), None).await;
    }
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    app.set_member(&gran, &family, "viewer", &[("only_children", AttributeValue::L(vec![AttributeValue::S(seen.clone())]))]).await;
    let path = format!("/api/families/{family}/heatmap");
    let hers = app.get(&gran, format!("{path}?year=2026")).await.expect(200);
    assert_eq!(hers["totals"], json!([{ "child_id": seen, "days_ill": 2, "episodes": 1 }]));
    assert!(!hers.to_string().contains(&unseen));
    assert_eq!(app.get(&gran, format!("{path}?year=2026&child={unseen}")).await.refused(404), "not_found");
    for (query, field) in [
        ("", "year"),
        ("?year=1899", "year"),
        ("?year=2201", "year"),
        ("?year=x", "year"),
        ("?year=-1", "year"),
        ("?year=2026&child=me", "child"),
        ("?year=2026&colour=red", "colour"),
    ] {
        assert_eq!(app.get(&ana, format!("{path}{query}")).await.fields(), [field], "{query}");
    }
    let (eve, _) = app.owner("eve").await;
    assert_eq!(app.get(&eve, format!("{path}?year=2026")).await.refused(404), "not_found");
    app.delete(&ana, format!("/api/children/{unseen}"), 1).await.expect(204);
    let all = app.get(&ana, format!("{path}?year=2026")).await.expect(200);
    assert_eq!(all["totals"].as_array().unwrap().len(), 1);
}
