//! The timeline: all kinds in one order, page by page.

use serde_json::{Value, json};

use crate::entered::{Numbers, ids, on};
use crate::harness::{Actor, App, measured};

const KINDS: [&str; 4] = ["visit", "measurement", "illness", "event"];

/// Records of two children on very few days; each with date, kind as the timeline orders it, child and id.
async fn crowded(app: &App, actor: &Actor, family: &str) -> (Vec<String>, Vec<(String, String, String, String)>) {
    let children = vec![app.child(actor, family).await, app.child(actor, family).await];
    let mut numbers = Numbers(42);
    let mut model = Vec::new();
    for nth in 0..80 {
        let kind = KINDS[numbers.below(4)];
        let date = format!("2025-12-{:02}", 1 + numbers.below(6));
        let child = children[numbers.below(2)].clone();
        let id = app.enter(family, &child, nth, kind, &on(kind, &date)).await;
        model.push((date, kind.to_owned(), child, id));
    }
    // Newest first; on one day visits, then measurements, illnesses, events, each with the last entered first.
    model.sort_by(|one, other| (&other.0, &other.1, &other.3).cmp(&(&one.0, &one.1, &one.3)));
    (children, model)
}

#[tokio::test]
async fn no_entry_is_lost_or_told_twice_whatever_the_size_of_a_page() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (children, model) = crowded(&app, &ana, &family).await;
    for kinds in [KINDS.to_vec(), vec!["illness"], vec!["event", "visit"]] {
        let query = if kinds.len() == 4 { String::new() } else { format!("&kinds={}", kinds.join(",")) };
        for limit in [1, 3, 7, 100] {
            for (child, bounds) in [(None, ""), (Some(&children[0]), ""), (None, "&from=2025-12-02&to=2025-12-04")] {
                let within = |date: &str| bounds.is_empty() || ("2025-12-02"..="2025-12-04").contains(&date);
                let expected: Vec<_> = model
                    .iter()
                    .filter(|(date, kind, of, _)| kinds.contains(&kind.as_str()) && child.is_none_or(|child| child == of) && within(date))
                    .map(|(.., id)| id.clone())
                    .collect();
                let path = child.map_or_else(|| format!("/api/families/{family}"), |child| format!("/api/children/{child}"));
                let path = format!("{path}/timeline?limit={limit}{query}{bounds}");
                assert_eq!(ids(&app.walk(&ana, &path).await), expected, "{path}");
            }
        }
    }
}

#[tokio::test]
async fn an_entry_says_its_kind_and_is_the_record() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let record = app.create(&ana, format!("/api/children/{child}/measurements"), &measured()).await.expect(201);
    // The first read of a day is noted in the family's audit.
    app.get(&ana, format!("/api/children/{child}")).await.expect(200);
    let page = app.get(&ana, format!("/api/children/{child}/timeline")).await;
    assert_eq!((page.usage.depth, page.usage.calls.len()), (1, 5));
    assert_eq!(page.expect(200), json!({ "items": [{ "kind": "measurement", "record": record }], "next": null }));
}

#[tokio::test]
async fn records_of_a_child_in_the_trash_are_dropped() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (children, model) = crowded(&app, &ana, &family).await;
    app.delete(&ana, format!("/api/children/{}", children[1]), 1).await.expect(204);
    let expected: Vec<_> = model.iter().filter(|(_, _, child, _)| *child == children[0]).map(|(.., id)| id.clone()).collect();
    assert_eq!(ids(&app.walk(&ana, &format!("/api/families/{family}/timeline?limit=9")).await), expected);
    assert_eq!(app.get(&ana, format!("/api/children/{}/timeline", children[1])).await.refused(404), "not_found");
    let home = app.get(&ana, format!("/api/families/{family}/home")).await.expect(200);
    assert!(!home.to_string().contains(&children[1]));
    let mut search = json!({ "limit": 9 });
    let mut found: Vec<Value> = Vec::new();
    loop {
        let page = app.create(&ana, format!("/api/families/{family}/search"), &search).await.expect(200);
        found.extend(page["items"].as_array().unwrap().iter().cloned());
        if page["next"].is_null() {
            break;
        }
        search["cursor"] = page["next"].clone();
    }
    assert_eq!(ids(&found), expected);
}

#[tokio::test]
async fn parameters_of_a_timeline_that_make_no_sense_are_refused() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    for path in [format!("/api/families/{family}/timeline"), format!("/api/children/{child}/timeline")] {
        for (query, field) in [
            ("limit=0", "limit"),
            ("limit=101", "limit"),
            ("limit=abc", "limit"),
            ("cursor=abc", "cursor"),
            ("cursor=", "cursor"),
            ("from=2025-02-30", "from"),
            ("from=2025-12-02&to=2025-12-01", "to"),
            ("kinds=visit,child", "kinds"),
            ("kinds=", "kinds"),
            ("sort=date", "sort"),
        ] {
            assert_eq!(app.get(&ana, format!("{path}?{query}")).await.fields(), [field], "{query}");
        }
    }
}
