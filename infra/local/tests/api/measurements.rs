//! Measurements: entered, listed, read, replaced, deleted.

use serde_json::{Value, json};

use crate::harness::{App, id, measured, pretty};

#[tokio::test]
async fn quantities_come_back_as_typed() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let path = format!("/api/children/{}/measurements", app.child(&ana, &family).await);
    for (weight, height) in [("8.0229 kg", "71.12 cm"), ("283 oz", "28.25 in"), ("17.6875 lb", "711.2 mm"), ("8023 g", "0.1 cm")] {
        let quantity = |text: &str| {
            let (value, unit) = text.split_once(' ').unwrap();
            serde_json::from_str::<Value>(&format!(r#"{{"value":{value},"unit":"{unit}"}}"#)).unwrap()
        };
        let mut body = measured();
        body["weight"] = quantity(weight);
        body["height"] = quantity(height);
        let made = app.create(&ana, &path, &body).await.expect(201);
        let read = app.get(&ana, format!("{path}/{}", id(&made))).await.expect(200);
        assert_eq!((read["weight"].to_string(), read["height"].to_string()), (quantity(weight).to_string(), quantity(height).to_string()));
    }
}

#[tokio::test]
async fn a_measurement_is_entered_replaced_and_deleted() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let collection = format!("/api/children/{child}/measurements");
    let mut body = measured();
    body["tags"] = json!(["checkup"]);
    body["notes"] = json!("Nine months");
    body["measured_by"] = json!("clinic");
    let answer = app.create(&ana, &collection, &body).await;
    let path = answer.headers["location"].to_str().unwrap().to_owned();
    insta::assert_snapshot!(pretty(&answer.expect(201)));
    let changed = json!({ "date": "2025-11-12", "head_circumference": { "value": 44.9, "unit": "cm" } });
    let replaced = app.replace(&ana, &path, 1, &changed).await.expect(200);
    assert_eq!((&replaced["weight"], &replaced["notes"], &replaced["tags"]), (&json!(null), &json!(null), &json!([])));
    assert_eq!(app.get(&ana, &path).await.expect(200), replaced);
    assert_eq!(app.replace(&ana, &path, 1, &measured()).await.refused(412), "changed_meanwhile");
    assert_eq!(app.delete(&ana, &path, 1).await.refused(412), "changed_meanwhile");
    app.delete(&ana, &path, 2).await.expect(204);
    app.delete(&ana, &path, 2).await.expect(204);
    assert_eq!(app.get(&ana, &path).await.refused(404), "not_found");
    assert_eq!(app.get(&ana, &collection).await.expect(200)["items"], json!([]));
    assert_eq!(app.replace(&ana, &path, 3, &measured()).await.refused(404), "not_found");
}

#[tokio::test]
async fn lists_are_paged_sorted_and_bounded_by_dates_without_losing_one() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let path = format!("/api/children/{child}/measurements");
    // Days in no order, two on the same day.
    for day in [17, 3, 25, 9, 3, 11, 28] {
        let body = json!({ "date": format!("2025-12-{day:02}"), "weight": { "value": day, "unit": "kg" } });
        app.create(&ana, &path, &body).await.expect(201);
    }
    let dates = |page: &Value| {
        page["items"].as_array().unwrap().iter().map(|one| one["date"].as_str().unwrap()[8..].to_owned()).collect::<Vec<_>>()
    };
    for collection in
        [path.clone(), format!("/api/families/{family}/measurements"), format!("/api/families/{family}/measurements?child={child}")]
    {
        let glue = if collection.contains('?') { '&' } else { '?' };
        let mut seen = Vec::new();
        let mut next = String::new();
        loop {
            let page = app.get(&ana, format!("{collection}{glue}limit=3&sort=date{next}")).await.expect(200);
            seen.extend(dates(&page));
            let Some(cursor) = page["next"].as_str() else { break };
            next = format!("&cursor={cursor}");
        }
        assert_eq!(seen, ["03", "03", "09", "11", "17", "25", "28"], "{collection}");
        let newest = app.get(&ana, format!("{collection}{glue}limit=2")).await.expect(200);
        assert_eq!(dates(&newest), ["28", "25"]);
        let between = app.get(&ana, format!("{collection}{glue}from=2025-12-09&to=2025-12-17&sort=date")).await.expect(200);
        assert_eq!((dates(&between), &between["next"]), (vec!["09".to_owned(), "11".to_owned(), "17".to_owned()], &Value::Null));
    }
}

#[tokio::test]
async fn parameters_and_cursors_that_make_no_sense_are_refused() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (child, other) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let path = format!("/api/children/{child}/measurements");
    for day in [1, 2, 3] {
        let body = json!({ "date": format!("2025-12-{day:02}"), "weight": { "value": 8, "unit": "kg" } });
        app.create(&ana, &path, &body).await.expect(201);
        app.create(&ana, format!("/api/children/{other}/measurements"), &body).await.expect(201);
    }
    let cursor = app.get(&ana, format!("{path}?limit=1")).await.expect(200)["next"].as_str().unwrap().to_owned();
    app.get(&ana, format!("{path}?limit=1&cursor={cursor}")).await.expect(200);
    let altered = format!("{}A{}", &cursor[..20], &cursor[21..]);
    for (query, field) in [
        ("limit=0".to_owned(), "limit"),
        ("limit=101".to_owned(), "limit"),
        ("limit=abc".to_owned(), "limit"),
        ("limit=".to_owned(), "limit"),
        ("sort=weight".to_owned(), "sort"),
        ("from=2025-02-30".to_owned(), "from"),
        ("to=yesterday".to_owned(), "to"),
        ("from=2025-12-02&to=2025-12-01".to_owned(), "to"),
        ("colour=red".to_owned(), "colour"),
        (format!("child={other}"), "child"),
        ("child=nobody".to_owned(), "child"),
        ("cursor=abc".to_owned(), "cursor"),
        (format!("cursor={altered}"), "cursor"),
        (format!("sort=date&cursor={cursor}"), "cursor"),
        (format!("from=2025-12-01&cursor={cursor}"), "cursor"),
        (format!("type=weight&cursor={cursor}"), "cursor"),
        ("type=vaccine".to_owned(), "type"),
        ("type=".to_owned(), "type"),
    ] {
        assert_eq!(app.get(&ana, format!("{path}?{query}")).await.fields(), [field], "{query}");
    }
    let foreign = app.get(&ana, format!("/api/children/{other}/measurements?cursor={cursor}")).await;
    assert_eq!(foreign.fields(), ["cursor"]);
}

#[tokio::test]
async fn the_same_create_sent_again_is_the_same_measurement() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let path = format!("/api/children/{}/measurements?id=mea_01890a5d-ac96-774b-bcce-b302099a8057", app.child(&ana, &family).await);
    let body = measured();
    let answers = futures_util::future::join_all((0..8).map(|_| app.create(&ana, &path, &body))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 7);
    let mut other = measured();
    other["notes"] = json!("another");
    assert_eq!(app.create(&ana, &path, &other).await.refused(409), "already_exists");
    assert_eq!((app.count("MEASUREMENT").await, app.count("HISTORY").await), (1, 4));
}

#[tokio::test]
async fn an_id_that_a_sibling_has_is_in_use() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (one, other) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let path = |child: &str| format!("/api/children/{child}/measurements?id=mea_01890a5d-ac96-774b-bcce-b302099a8057");
    app.create(&ana, path(&one), &measured()).await.expect(201);
    assert_eq!(app.create(&ana, path(&other), &measured()).await.refused(409), "already_exists");
    assert_eq!(app.count("MEASUREMENT").await, 1);
}
