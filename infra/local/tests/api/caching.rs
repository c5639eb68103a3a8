//! What may be kept, by whom, and when nothing but "still the same" is answered.

use aws_sdk_dynamodb::types::AttributeValue;
use axum::http::{Method, header};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::harness::{Actor, Answer, App, boy, measured};

async fn asked_again(app: &App, actor: &Actor, path: &str, tag: &str) -> Answer {
    app.call(Method::GET, path).token(&actor.token).header("if-none-match", tag).send().await
}

fn tag(answer: &Answer) -> Option<String> {
    answer.headers.get(header::ETAG).map(|tag| tag.to_str().unwrap().to_owned())
}

/// Until nothing can be on its way any more.
fn settle(app: &App) {
    app.pass(TimeDelta::seconds(11));
}

#[tokio::test]
async fn screens_are_answered_304_without_their_queries() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    settle(&app);
    for (path, other) in [
        (format!("/api/families/{family}/home?today=2026-03-01"), format!("/api/families/{family}/home?today=2026-03-02")),
        (format!("/api/children/{child}/overview?today=2026-03-01"), format!("/api/children/{child}/overview?today=2026-03-02")),
        (format!("/api/children/{child}/growth"), format!("/api/children/{child}/growth?standard=who")),
    ] {
        let shown = app.get(&ana, &path).await;
        assert_eq!((shown.status.as_u16(), shown.usage.depth), (200, 1));
        let known = tag(&shown).unwrap();
        assert!(known.starts_with("W/\""), "{known}");
        let same = asked_again(&app, &ana, &path, &known).await;
        assert_eq!((same.status.as_u16(), tag(&same).as_ref(), &same.body), (304, Some(&known), &Value::Null));
        assert_eq!((same.usage.calls.len(), same.usage.depth), (2, 1), "{:?}", same.usage.calls);
        // A tag is of one path and what is asked of it.
        assert_eq!(asked_again(&app, &ana, &other, &known).await.status, 200);
        app.create(&ana, format!("/api/children/{child}/measurements"), &measured()).await.expect(201);
        settle(&app);
        let changed = asked_again(&app, &ana, &path, &known).await;
        assert_eq!((changed.status.as_u16(), changed.usage.depth), (200, 2));
        assert_ne!(tag(&changed).unwrap(), known);
    }
}

#[tokio::test]
async fn nothing_that_may_lack_a_change_on_its_way_gets_a_tag() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let home = format!("/api/families/{family}/home?today=2026-03-01");
    assert_eq!(tag(&app.get(&ana, &home).await), None);
    let unknown = asked_again(&app, &ana, &home, "W/\"something else\"").await;
    assert_eq!((unknown.status.as_u16(), tag(&unknown)), (200, None));
    settle(&app);
    assert!(tag(&app.get(&ana, &home).await).is_some());
}

#[tokio::test]
async fn a_tag_proves_no_access() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    settle(&app);
    let paths = [format!("/api/families/{family}/home?today=2026-03-01"), format!("/api/children/{child}/overview?today=2026-03-01")];
    let mut known = Vec::new();
    for path in &paths {
        let of_gran = tag(&app.get(&gran, path).await).unwrap();
        // What she may do is part of what she is shown.
        assert_ne!(tag(&app.get(&ana, path).await).unwrap(), of_gran);
        known.push(of_gran);
    }
    let other = app.create(&ana, format!("/api/children?family={family}"), &boy()).await.expect(201);
    let only = AttributeValue::L(vec![AttributeValue::S(other["id"].as_str().unwrap().to_owned())]);
    app.set_member(&gran, &family, "viewer", &[("only_children", only)]).await;
    assert_eq!(asked_again(&app, &gran, &paths[0], &known[0]).await.status, 200);
    assert_eq!(asked_again(&app, &gran, &paths[1], &known[1]).await.refused(404), "not_found");
    app.remove_member(&gran, &family).await;
    for (path, known) in paths.iter().zip(&known) {
        assert_eq!(asked_again(&app, &gran, path, known).await.refused(404), "not_found");
        assert_eq!(app.call(Method::GET, path).header("if-none-match", "*").send().await.refused(401), "not_signed_in");
    }
}

#[tokio::test]
async fn reference_data_is_for_everybody_and_may_be_kept() {
    let app = App::start().await;
    for path in ["/api/medical-events/vaccines", "/api/openapi.json"] {
        // The harness looks at `cache-control` of each answer: of these two it is `public, max-age=86400`.
        let shown = app.call(Method::GET, path).send().await;
        let known = tag(&shown).unwrap();
        assert!(shown.expect(200).is_object());
        for tags in [known.clone(), format!("\"other\", W/{known}")] {
            let same = app.call(Method::GET, path).header("if-none-match", &tags).send().await;
            assert_eq!((same.status.as_u16(), tag(&same), &same.body), (304, Some(known.clone()), &Value::Null));
            assert_eq!(same.usage.calls.len(), 0);
        }
        assert_eq!(app.call(Method::GET, path).header("if-none-match", "\"other\"").send().await.status, 200);
    }
    // Everything else that goes wrong or belongs to somebody is kept by nobody.
    app.post("/api/medical-events/vaccines").json(&json!({})).send().await.refused(405);
}
