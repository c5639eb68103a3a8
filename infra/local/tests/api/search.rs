//! Search: by text, tags, kinds, types, child and days, across a family's record.

use serde_json::{Value, json};

use crate::entered::{Numbers, ids};
use crate::harness::{Actor, App, id};

async fn found(app: &App, actor: &Actor, family: &str, search: Value) -> Vec<String> {
    ids(app.create(actor, format!("/api/families/{family}/search"), &search).await.expect(200)["items"].as_array().unwrap())
}

#[tokio::test]
async fn a_record_is_found_by_what_it_says_whatever_the_case_and_accents() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (emil, other) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let visit = json!({ "type": "sick", "date": "2025-12-03", "doctor": "Dr. Müller", "reason": "Ohrenschmerzen und Fièvre", "tags": ["Winter", "Été"] });
    let visit = app.enter(&family, &emil, 1, "visit", &visit).await;
    let illness =
        json!({ "types": ["ear_infection", "flu"], "started_on": "2025-12-02", "symptoms": ["Fièvre élevée"], "tags": ["winter"] });
    let illness = app.enter(&family, &other, 2, "illness", &illness).await;
    let vaccine = json!({ "type": "vaccine", "date": "2025-12-01", "name": "MMR", "vaccine": { "lot": "A1234", "diseases": ["Measles"] } });
    let vaccine = app.enter(&family, &emil, 3, "event", &vaccine).await;
    let all = [visit.clone(), illness.clone(), vaccine.clone()];
    let none: [String; 0] = [];
    for (search, expected) in [
        (json!({}), all.as_slice()),
        (json!({ "text": "FIEVRE" }), &all[..2]),
        (json!({ "text": "muller ohren" }), &all[..1]),
        (json!({ "text": "müller  élevée" }), &none),
        (json!({ "text": "a1234 measles" }), &all[2..]),
        (json!({ "tags": ["WINTER"] }), &all[..2]),
        (json!({ "tags": ["winter", "ete"] }), &all[..1]),
        (json!({ "tags": ["wint"] }), &none),
        (json!({ "tags": ["winter"], "text": "fievre", "kinds": ["illness"] }), &all[1..2]),
        (json!({ "kinds": ["event", "visit"] }), &[visit.clone(), vaccine.clone()]),
        (json!({ "types": ["flu", "vaccine"] }), &all[1..]),
        (json!({ "types": ["flu"], "kinds": ["illness"] }), &all[1..2]),
        (json!({ "child": emil }), &[visit.clone(), vaccine.clone()]),
        (json!({ "from": "2025-12-02", "to": "2025-12-02" }), &all[1..2]),
        (json!({ "text": "fievre", "from": "2025-12-03" }), &all[..1]),
    ] {
        assert_eq!(found(&app, &ana, &family, search.clone()).await, expected, "{search}");
    }
}

#[tokio::test]
async fn what_is_changed_is_found_by_what_it_says_now_and_never_in_the_trash() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let visits = format!("/api/children/{child}/visits");
    let body = |title: &str| json!({ "type": "sick", "date": "2025-12-03", "title": title, "outcome": "All well." });
    let visit = app.create(&ana, &visits, &body("Earache")).await.expect(201);
    let path = format!("{visits}/{}", id(&visit));
    let search = |text: &str| found(&app, &ana, &family, json!({ "text": text }));
    assert_eq!((search("EARACHE").await.len(), search("cough").await.len()), (1, 0));
    app.replace(&ana, &path, 1, &body("Cough")).await.expect(200);
    assert_eq!((search("earache").await.len(), search("cough").await.len()), (0, 1));
    app.delete(&ana, &path, 2).await.expect(204);
    assert_eq!(search("cough").await.len(), 0);
}

#[tokio::test]
async fn a_search_for_a_name_finds_the_child() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let mut born = crate::harness::boy();
    born["name"] = json!("Zoë Marie");
    let zoe = app.create(&ana, format!("/api/children?family={family}"), &born).await.expect(201);
    app.child(&ana, &family).await;
    let path = format!("/api/families/{family}/search");
    let answer = app.create(&ana, &path, &json!({ "text": "zoe" })).await;
    assert_eq!(answer.usage.depth, 1);
    assert_eq!(answer.expect(200), json!({ "children": [zoe], "items": [], "next": null }));
    for search in [json!({}), json!({ "text": "zoe emil" }), json!({ "text": "zoe", "kinds": ["visit"] })] {
        assert_eq!(app.create(&ana, &path, &search).await.expect(200)["children"], json!([]), "{search}");
    }
}

#[tokio::test]
async fn what_is_found_comes_page_by_page_to_the_last() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let mut numbers = Numbers(11);
    let mut model = Vec::new();
    // About 3 MB of illnesses: each call looks at one, so a page may be short or empty and still not the last.
    let long = "Lorem ipsum dolor sit amet. ".repeat(170);
    for nth in 0..330 {
        let date = format!("2025-{:02}-{:02}", 3 + numbers.below(9), 1 + numbers.below(3));
        let rare = nth % 40 == 0;
        let mut body = json!({ "types": [if rare { "croup" } else { "cold" }], "started_on": date, "ended_on": date, "notes": long });
        if rare {
            body["symptoms"] = json!(["Barking cough"]);
        }
        let id = app.enter(&family, &child, nth, "illness", &body).await;
        if rare {
            model.push((date, id));
        }
    }
    model.sort();
    model.reverse();
    let expected: Vec<_> = model.into_iter().map(|(_, id)| id).collect();
    for mut search in [json!({ "text": "bark", "limit": 4 }), json!({ "types": ["croup"], "limit": 4 })] {
        let mut all = Vec::new();
        let mut pages = 0;
        loop {
            let answer = app.create(&ana, format!("/api/families/{family}/search"), &search).await;
            assert_eq!(answer.usage.depth, 1);
            // A megabyte of strongly consistent reads for each kind, at most.
            assert!(answer.usage.read_units < 300.0, "{}", answer.usage.read_units);
            let page = answer.expect(200);
            all.extend(ids(page["items"].as_array().unwrap()));
            pages += 1;
            let Some(cursor) = page["next"].as_str() else { break };
            search["cursor"] = json!(cursor);
        }
        assert_eq!(all, expected);
        assert!(pages > 2, "{pages}");
    }
}

#[tokio::test]
async fn a_search_that_makes_no_sense_is_refused_with_its_field() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let many: Vec<String> = (0..21).map(|nth| format!("w{nth}")).collect();
    for (search, field) in [
        (json!({ "text": "" }), "text"),
        (json!({ "text": "x".repeat(201) }), "text"),
        (json!({ "text": many.join(" ") }), "text"),
        (json!({ "text": "\u{301}" }), "text"),
        (json!({ "tags": "winter" }), "tags"),
        (json!({ "tags": [""] }), "tags[0]"),
        (json!({ "tags": ["ok", "\u{301}"] }), "tags[1]"),
        (json!({ "tags": many }), "tags"),
        (json!({ "kinds": ["child"] }), "kinds[0]"),
        (json!({ "types": ["vaccine", "sadness"] }), "types[1]"),
        (json!({ "types": ["vaccine"], "kinds": ["visit"] }), "types[0]"),
        (json!({ "child": "nobody" }), "child"),
        (json!({ "from": "yesterday" }), "from"),
        (json!({ "from": "2025-12-02", "to": "2025-12-01" }), "to"),
        (json!({ "limit": 0 }), "limit"),
        (json!({ "limit": 101 }), "limit"),
        (json!({ "limit": "abc" }), "limit"),
        (json!({ "cursor": "abc" }), "cursor"),
        (json!({ "colour": "red" }), "colour"),
    ] {
        assert_eq!(app.create(&ana, format!("/api/families/{family}/search"), &search).await.fields(), [field], "{search}");
    }
    // What looks like an expression is a word like any other.
    for text in ["#types = :v0", "') OR attribute_exists(pk)", "%", "\\", "\u{10ffff}"] {
        assert!(found(&app, &ana, &family, json!({ "text": text, "tags": [text] })).await.is_empty(), "{text}");
    }
    let nobodys = json!({ "child": "chi_01890a5d-ac96-774b-bcce-b302099a8057" });
    assert_eq!(app.create(&ana, format!("/api/families/{family}/search"), &nobodys).await.refused(404), "not_found");
}
