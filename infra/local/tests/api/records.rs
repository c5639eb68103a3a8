//! What visits, medical events and illnesses have in common: entered, listed, replaced, deleted; by whom; and what is refused.

use serde_json::{Value, json};

use crate::harness::{App, id};

/// Kind, prefix of its id, field of its date, and a body with hardly anything in it.
fn kinds() -> [(&'static str, &'static str, &'static str, Value); 3] {
    [
        ("visits", "vis", "date", json!({ "type": "sick", "date": "2026-01-12" })),
        ("medical-events", "evt", "date", json!({ "type": "procedure", "name": "Stitches", "date": "2026-01-12" })),
        ("illnesses", "ill", "started_on", json!({ "types": ["cold"], "started_on": "2026-01-12" })),
    ]
}

#[tokio::test]
async fn a_viewer_can_read_but_neither_enter_nor_edit_nor_delete_any_record() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    for (kind, _, _, body) in kinds() {
        let all = format!("/api/children/{child}/{kind}");
        let one = format!("{all}/{}", id(&app.create(&ana, &all, &body).await.expect(201)));
        app.get(&gran, &one).await.expect(200);
        assert_eq!(app.get(&gran, &all).await.expect(200)["items"].as_array().unwrap().len(), 1);
        assert_eq!(app.create(&gran, &all, &body).await.refused(403), "not_allowed");
        assert_eq!(app.replace(&gran, &one, 1, &body).await.refused(403), "not_allowed");
        assert_eq!(app.delete(&gran, &one, 1).await.refused(403), "not_allowed");
        assert_eq!(app.get(&ana, &one).await.expect(200)["rev"], 1);
    }
}

#[tokio::test]
async fn a_record_is_not_there_under_another_childs_path_nor_for_strangers() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (child, sibling) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let (eve, _) = app.owner("eve").await;
    for (kind, _, _, body) in kinds() {
        let made = id(&app.create(&ana, format!("/api/children/{child}/{kind}"), &body).await.expect(201));
        for (actor, of) in [(&ana, &sibling), (&eve, &child)] {
            let elsewhere = format!("/api/children/{of}/{kind}/{made}");
            assert_eq!(app.get(actor, &elsewhere).await.refused(404), "not_found");
            assert_eq!(app.replace(actor, &elsewhere, 1, &body).await.refused(404), "not_found");
            assert_eq!(app.delete(actor, &elsewhere, 1).await.refused(404), "not_found");
        }
        assert_eq!(app.create(&eve, format!("/api/children/{child}/{kind}"), &body).await.refused(404), "not_found");
        assert_eq!(app.get(&eve, format!("/api/families/{family}/{kind}")).await.refused(404), "not_found");
    }
}

#[tokio::test]
async fn a_create_sent_again_answers_the_same_record_and_another_under_its_id_is_refused() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (child, sibling) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    for (kind, prefix, _, body) in kinds() {
        let path = format!("/api/children/{child}/{kind}?id={prefix}_01890a5d-ac96-774b-bcce-b302099a8057");
        let made = app.create(&ana, &path, &body).await;
        assert_eq!(made.headers["location"], path.replace("?id=", "/"));
        assert_eq!(app.create(&ana, &path, &body).await.expect(200), made.body);
        let mut other = body.clone();
        other["notes"] = json!("another");
        assert_eq!(app.create(&ana, &path, &other).await.refused(409), "already_exists");
        assert_eq!(app.create(&ana, path.replace(&child, &sibling), &body).await.refused(409), "already_exists");
    }
}

#[tokio::test]
async fn a_stale_revision_is_answered_with_the_record_as_it_is_now() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    for (kind, _, _, body) in kinds() {
        let all = format!("/api/children/{child}/{kind}");
        let one = format!("{all}/{}", id(&app.create(&ana, &all, &body).await.expect(201)));
        let mut noted = body.clone();
        noted["notes"] = json!("Seen by both");
        let now = app.replace(&ana, &one, 1, &noted).await.expect(200);
        assert_eq!((&now["rev"], &now["notes"]), (&json!(2), &noted["notes"]));
        for answer in [app.replace(&ana, &one, 1, &body).await, app.delete(&ana, &one, 1).await] {
            let answer = answer.expect(412);
            assert_eq!((&answer["code"], &answer["details"]["current"]), (&json!("changed_meanwhile"), &now));
        }
        // Notes can be cleared: what a PUT leaves out is gone.
        assert_eq!(app.replace(&ana, &one, 2, &body).await.expect(200)["notes"], json!(null));
        app.delete(&ana, &one, 3).await.expect(204);
        assert_eq!(app.get(&ana, &one).await.refused(404), "not_found");
        assert_eq!(app.get(&ana, &all).await.expect(200)["items"], json!([]));
    }
    assert_eq!(app.history(&family).await.iter().filter(|told| *told == "deleted 4").count(), 3);
}

#[tokio::test]
async fn lists_of_a_child_and_of_the_family_go_by_date_in_pages() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (child, sibling) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    for (kind, _, date, body) in kinds() {
        for (of, day) in [(&child, "2026-01-05"), (&sibling, "2026-01-20"), (&child, "2026-01-30")] {
            let mut body = body.clone();
            body[date] = json!(day);
            app.create(&ana, format!("/api/children/{of}/{kind}"), &body).await.expect(201);
        }
        let dates = |page: &Value| {
            page["items"].as_array().unwrap().iter().map(|one| one[date].as_str().unwrap()[8..].to_owned()).collect::<Vec<_>>()
        };
        let own = app.get(&ana, format!("/api/children/{child}/{kind}?sort=date")).await.expect(200);
        assert_eq!(dates(&own), ["05", "30"], "{kind}");
        let all = format!("/api/families/{family}/{kind}?limit=2");
        let first = app.get(&ana, &all).await.expect(200);
        let rest = app.get(&ana, format!("{all}&cursor={}", first["next"].as_str().unwrap())).await.expect(200);
        assert_eq!((dates(&first), dates(&rest)), (vec!["30".to_owned(), "20".to_owned()], vec!["05".to_owned()]), "{kind}");
        assert_eq!(app.get(&ana, format!("/api/children/{child}/{kind}?limit=0")).await.fields(), ["limit"]);
    }
}

#[tokio::test]
async fn bodies_of_the_wrong_kind_and_bodies_that_are_too_large_are_refused() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    for (kind, _, date, body) in kinds() {
        let all = format!("/api/children/{child}/{kind}");
        for wrong in ["[]", "7", "\"text\"", "null", "true"] {
            app.post(&all).token(&ana.token).raw(wrong).send().await.expect(400);
        }
        assert_eq!(app.post(&all).token(&ana.token).raw("{").send().await.refused(400), "invalid_json");
        let twice = body.to_string().replacen('{', &format!("{{\"{date}\":\"2026-01-01\","), 1);
        assert_eq!(app.post(&all).token(&ana.token).raw(twice).send().await.fields(), [date]);
        let mut large = body.clone();
        large["notes"] = json!("x".repeat(66_000));
        assert_eq!(app.create(&ana, &all, &large).await.refused(413), "too_large");
        let mut early = body.clone();
        early[date] = json!("2025-02-09");
        assert_eq!(app.create(&ana, &all, &early).await.fields(), [date], "before birth");
    }
    assert_eq!((app.count("VISIT").await, app.count("EVENT").await, app.count("ILLNESS").await), (0, 0, 0));
}
