//! Lists: walked to their end in every order and with every filter, bounded in what they read.

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Value, json};

use crate::entered::{Numbers, ids, on};
use crate::harness::App;

#[tokio::test]
async fn two_hundred_and_fifty_records_are_listed_to_the_last_in_both_orders_with_every_filter() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let children = [app.child(&ana, &family).await, app.child(&ana, &family).await];
    let mut numbers = Numbers(7);
    // Date, child, types, id; a dozen records share each day.
    let mut model: Vec<(String, &str, Vec<&str>, String)> = Vec::new();
    for nth in 0..250 {
        let date = format!("2025-{:02}-{:02}", 3 + numbers.below(5), 1 + numbers.below(4));
        let child = children[numbers.below(2)].as_str();
        let mut body = json!({ "date": date });
        let mut types = Vec::new();
        for (measure, value) in [
            ("weight", json!({ "value": 9.5, "unit": "kg" })),
            ("height", json!({ "value": 70, "unit": "cm" })),
            ("head_circumference", json!({ "value": 44, "unit": "cm" })),
        ] {
            if numbers.below(3) == 0 || (measure == "head_circumference" && types.is_empty()) {
                body[measure] = value;
                types.push(measure);
            }
        }
        let id = app.enter(&family, child, nth, "measurement", &body).await;
        model.push((date, child, types, id));
    }
    model.sort_by(|one, other| (&one.0, &one.3).cmp(&(&other.0, &other.3)));
    let days =
        [("", "0000", "9999"), ("&from=2025-04-02&to=2025-06-03", "2025-04-02", "2025-06-03"), ("&to=2025-03-01", "0000", "2025-03-01")];
    for child in [None, Some(children[0].as_str())] {
        for record_type in [None, Some("weight"), Some("head_circumference")] {
            for (bounds, from, to) in days {
                let mut expected: Vec<String> = model
                    .iter()
                    .filter(|(date, of, types, _)| {
                        child.is_none_or(|child| child == *of)
                            && record_type.is_none_or(|wanted| types.contains(&wanted))
                            && (from..=to).contains(&date.as_str())
                    })
                    .map(|(.., id)| id.clone())
                    .collect();
                for sort in ["date", "-date"] {
                    for limit in [40, 100] {
                        let wanted = record_type.map(|word| format!("&type={word}")).unwrap_or_default();
                        let query = format!("limit={limit}&sort={sort}{wanted}{bounds}");
                        let path = match child {
                            Some(child) => format!("/api/children/{child}/measurements?{query}"),
                            None => format!("/api/families/{family}/measurements?{query}"),
                        };
                        assert_eq!(ids(&app.walk(&ana, &path).await), expected, "{path}");
                    }
                    expected.reverse();
                }
            }
        }
    }
}

#[tokio::test]
async fn each_kind_is_listed_by_its_own_types() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let mut visit = on("visit", "2025-12-01");
    visit["type"] = json!("dental");
    let visit = app.create(&ana, format!("/api/children/{child}/visits"), &visit).await.expect(201);
    let event = app.create(&ana, format!("/api/children/{child}/medical-events"), &on("event", "2025-12-01")).await.expect(201);
    let illness = json!({ "types": ["flu", "croup"], "started_on": "2025-12-01" });
    let illness = app.create(&ana, format!("/api/children/{child}/illnesses"), &illness).await.expect(201);
    let mut cursors = Vec::new();
    for (kind, list, made, known, other, foreign) in [
        ("visit", "visits", visit, "dental", "sick", "flu"),
        ("event", "medical-events", event, "test", "vaccine", "dental"),
        ("illness", "illnesses", illness, "croup", "cold", "vaccine"),
    ] {
        app.enter(&family, &child, 1, kind, &on(kind, "2025-11-01")).await;
        for path in [format!("/api/children/{child}/{list}"), format!("/api/families/{family}/{list}")] {
            let found = app.get(&ana, format!("{path}?type={known}&from=2025-12-01")).await.expect(200);
            assert_eq!(found, json!({ "items": [made], "next": null }), "{path}");
            assert_eq!(app.walk(&ana, &format!("{path}?type={other}&from=2025-12-01")).await, [] as [Value; 0]);
            assert_eq!(app.get(&ana, format!("{path}?type={foreign}")).await.fields(), ["type"]);
            let page = app.get(&ana, format!("{path}?limit=1")).await.expect(200);
            cursors.push((path, page["next"].as_str().unwrap().to_owned()));
        }
    }
    for (path, own) in &cursors {
        for (from, cursor) in &cursors {
            let answer = app.get(&ana, format!("{path}?limit=1&cursor={cursor}")).await;
            if own == cursor {
                answer.expect(200);
            } else {
                assert_eq!(answer.fields(), ["cursor"], "{from} on {path}");
            }
        }
    }
}

#[tokio::test]
async fn a_page_that_ends_at_the_last_record_has_no_next_one() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    for nth in 0..20 {
        app.enter(&family, &child, nth, "measurement", &on("measurement", "2025-12-01")).await;
    }
    for path in [format!("/api/children/{child}/measurements"), format!("/api/families/{family}/timeline")] {
        let page = app.get(&ana, path).await.expect(200);
        assert_eq!((page["items"].as_array().unwrap().len(), &page["next"]), (20, &Value::Null));
    }
}

#[tokio::test]
async fn a_cursor_of_another_list_is_refused() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (child, other) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    for nth in 0..3 {
        app.enter(&family, &child, nth, "measurement", &on("measurement", "2025-12-01")).await;
    }
    let (ben, second) = app.owner("ben").await;
    let page = app.get(&ana, format!("/api/children/{child}/timeline?limit=1&kinds=measurement")).await.expect(200);
    let cursor = page["next"].as_str().unwrap();
    for path in [
        format!("/api/children/{child}/measurements?"),
        format!("/api/children/{child}/timeline?"),
        format!("/api/children/{child}/timeline?kinds=measurement&from=2025-01-01&"),
        format!("/api/children/{child}/timeline?kinds=illness&"),
        format!("/api/children/{other}/timeline?kinds=measurement&"),
        format!("/api/families/{family}/timeline?kinds=measurement&"),
        format!("/api/families/{family}/measurements?child={child}&"),
    ] {
        assert_eq!(app.get(&ana, format!("{path}cursor={cursor}")).await.fields(), ["cursor"], "{path}");
    }
    let search = json!({ "child": child, "kinds": ["measurement"], "cursor": cursor });
    assert_eq!(app.create(&ana, format!("/api/families/{family}/search"), &search).await.fields(), ["cursor"]);
    assert_eq!(app.get(&ben, format!("/api/families/{second}/timeline?kinds=measurement&cursor={cursor}")).await.fields(), ["cursor"]);
    app.get(&ana, format!("/api/children/{child}/timeline?kinds=measurement&cursor={cursor}")).await.expect(200);
}

#[tokio::test]
async fn a_page_of_twenty_visits_reads_little_however_many_there_are() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let mut numbers = Numbers(3);
    let mut day = || format!("{}-{:02}-{:02}", 2025 + numbers.below(2), 1 + numbers.below(2), 1 + numbers.below(28));
    let mut pages = Vec::new();
    for nth in 0..300 {
        let visit = json!({
            "type": "wellness", "date": day(), "time": "09:30", "place": "Children's practice", "doctor": "Dr. Hale",
            "title": "Check-up", "reason": "Cough for a week", "outcome": "All well, come again in three months.",
            "vitals": { "heart_rate": 112, "temperature": { "value": 36.8, "unit": "c" } }, "tags": ["check-up"],
        });
        app.enter(&family, &child, nth, "visit", &visit).await;
        app.enter(&family, &child, nth, "measurement", &on("measurement", &day())).await;
        if nth % 3 == 0 {
            app.enter(&family, &child, nth, "illness", &on("illness", &day())).await;
        }
        if nth == 0 {
            // The first read of a day is noted in the family's audit.
            app.get(&ana, format!("/api/children/{child}")).await.expect(200);
        }
        if [29, 299].contains(&nth) {
            let page = app.get(&ana, format!("/api/children/{child}/visits?limit=20")).await;
            pages.push(page.usage.clone());
            assert_eq!(page.expect(200)["items"].as_array().unwrap().len(), 20);
        }
    }
    for usage in &pages {
        assert!((4000..=24 * 1024).contains(&usage.bytes_read), "{usage:?}");
        assert_eq!((usage.depth, usage.calls.len()), (1, 2));
    }
    // 4 KB a unit; three single items count as one each, however small.
    assert!(pages[1].read_units <= pages[0].read_units + 1.0 && pages[1].read_units <= 9.0, "{pages:?}");
}

#[tokio::test]
async fn who_sees_one_child_alone_learns_nothing_of_the_others_from_a_list() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (seen, hidden) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    for nth in 0..60 {
        let (child, date) = if nth % 10 == 0 { (&seen, "2025-06-01") } else { (&hidden, "2025-07-01") };
        app.enter(&family, child, nth, "measurement", &on("measurement", date)).await;
    }
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    let only = ("only_children", AttributeValue::L(vec![AttributeValue::S(seen.clone())]));
    app.set_member(&gran, &family, "viewer", &[only]).await;
    for path in [format!("/api/families/{family}/measurements?limit=4"), format!("/api/families/{family}/timeline?limit=4")] {
        let page = app.get(&gran, &path).await.expect(200);
        assert_eq!(page["items"].as_array().unwrap().len(), 4, "a page is full although there is more of others before");
        let cursor = String::from_utf8_lossy(&trajectory::base64::decode(page["next"].as_str().unwrap()).unwrap()[8..]).into_owned();
        assert!(cursor.contains("2025-06-01"), "{cursor}");
        assert_eq!(app.walk(&gran, &path).await.len(), 6);
        assert_eq!(app.walk(&ana, &path).await.len(), 60);
    }
    assert_eq!(app.get(&gran, format!("/api/families/{family}/measurements?child={hidden}")).await.refused(404), "not_found");
    assert_eq!(app.get(&gran, format!("/api/children/{hidden}/timeline")).await.refused(404), "not_found");
    assert_eq!(app.get(&gran, format!("/api/children/{hidden}/overview")).await.refused(404), "not_found");
    let search = json!({ "child": hidden });
    assert_eq!(app.create(&gran, format!("/api/families/{family}/search"), &search).await.refused(404), "not_found");
    let found = app.create(&gran, format!("/api/families/{family}/search"), &json!({ "text": "emil" })).await.expect(200);
    assert_eq!(ids(found["children"].as_array().unwrap()).as_slice(), std::slice::from_ref(&seen));
    let home = app.get(&gran, format!("/api/families/{family}/home")).await.expect(200);
    assert!(!home.to_string().contains(&hidden), "{home}");
    assert_eq!(home["latest"].as_array().unwrap().len(), 6);
}
