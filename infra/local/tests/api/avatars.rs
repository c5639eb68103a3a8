//! Pictures of children.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::harness::{Actor, Answer, App, boy, id};
use crate::tiny::{exif_with_place, gif, jpeg, png, webp};
use crate::uploads::{announced, fetch, now, put};

/// What announces these bytes as a picture of a child.
fn picture(content_type: &str, bytes: &[u8]) -> Value {
    let mut body = announced(content_type, bytes);
    body.as_object_mut().unwrap().retain(|name, _| matches!(name.as_str(), "content_type" | "size" | "checksum_sha256"));
    body
}

/// Announces, uploads and completes.
pub(crate) async fn set_picture(app: &App, actor: &Actor, path: &str, content_type: &str, bytes: &[u8]) -> Answer {
    let made = app.create(actor, path, &picture(content_type, bytes)).await.expect(201);
    assert_eq!(put(&made["upload"], bytes).await.status, 200);
    app.create(actor, format!("{path}/complete"), &json!({ "id": id(&made) })).await
}

#[tokio::test]
async fn a_child_gets_a_picture_another_and_none() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = format!("/api/children/{}", app.child(&ana, &family).await);
    let path = format!("{child}/avatar");
    assert_eq!(app.get(&ana, &path).await.refused(404), "not_found");
    assert_eq!(app.get(&ana, &child).await.expect(200)["avatar"], Value::Null);
    app.delete(&ana, &path, 1).await.expect(204);
    let first = set_picture(&app, &ana, &path, "image/jpeg", &jpeg(512, 512, None)).await;
    assert_eq!((first.usage.depth, first.headers["etag"].to_str().unwrap()), (2, "\"2\""));
    let first = first.expect(200);
    assert_eq!(first["avatar"]["content_type"], "image/jpeg");
    assert_eq!(app.get(&ana, &child).await.expect(200), first);
    assert_eq!(app.get(&ana, "/api/children").await.expect(200)["items"], json!([first]));
    let file = fetch(&app.get(&ana, &path).await.expect(200)).await;
    assert_eq!((&file.bytes, file.headers["content-type"].to_str().unwrap()), (&jpeg(512, 512, None), "image/jpeg"));
    // The same again is the same.
    let done = json!({ "id": first["avatar"]["id"] });
    assert_eq!(app.create(&ana, format!("{path}/complete"), &done).await.expect(200), first);
    let second = set_picture(&app, &ana, &path, "image/webp", &webp(None)).await.expect(200);
    assert_eq!((&second["rev"], &second["avatar"]["content_type"]), (&json!(3), &json!("image/webp")));
    assert_ne!(second["avatar"]["id"], first["avatar"]["id"]);
    assert_eq!(fetch(&app.get(&ana, &path).await.expect(200)).await.bytes, webp(None));
    // The former one cannot come back, and its object is left to the sweeper.
    assert_eq!(app.create(&ana, format!("{path}/complete"), &done).await.refused(404), "not_found");
    assert_eq!(app.items_of("AVATAR").await.len(), 1);
    let task = app.items_of("TASK").await.remove(0);
    let text = |name: &str| task[name].as_s().unwrap().clone();
    assert_eq!((text("work"), text("family_id"), text("object_id")), ("delete_object".to_owned(), family.clone(), id(&first["avatar"])));
    app.delete(&ana, &path, 1).await.expect(204);
    app.delete(&ana, &path, 1).await.expect(204);
    assert_eq!(app.get(&ana, &path).await.refused(404), "not_found");
    assert_eq!(app.get(&ana, &child).await.expect(200)["avatar"], Value::Null);
    assert_eq!((app.items_of("AVATAR").await.len(), app.items_of("TASK").await.len()), (0, 2));
    assert_eq!(app.history(&family).await, ["created 1", "avatar_set 2", "avatar_set 3", "avatar_removed 4"]);
}

#[tokio::test]
async fn saving_a_child_leaves_its_picture_alone() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = format!("/api/children/{}", app.child(&ana, &family).await);
    let shown = set_picture(&app, &ana, &format!("{child}/avatar"), "image/jpeg", &jpeg(512, 512, None)).await.expect(200);
    let mut body = boy();
    body["name"] = json!("Emil the Second");
    let saved = app.replace(&ana, &child, 2, &body).await.expect(200);
    assert_eq!((&saved["avatar"], &saved["name"]), (&shown["avatar"], &body["name"]));
    assert_eq!(app.get(&ana, &child).await.expect(200), saved);
    body["avatar"] = Value::Null;
    assert_eq!(app.replace(&ana, &child, 3, &body).await.fields(), ["avatar"]);
    assert_eq!(fetch(&app.get(&ana, format!("{child}/avatar")).await.expect(200)).await.status, 200);
}

#[tokio::test]
async fn a_picture_is_square_small_and_tells_no_place() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = format!("/api/children/{}", app.child(&ana, &family).await);
    let path = format!("{child}/avatar");
    for (content_type, bytes, code) in [
        ("image/jpeg", jpeg(512, 511, None), "not_an_avatar"),
        ("image/png", png(1025, 1025, &[]), "not_an_avatar"),
        ("image/jpeg", jpeg(512, 512, Some(exif_with_place())), "gps_in_image"),
        ("image/webp", gif(), "not_what_was_declared"),
    ] {
        assert_eq!(set_picture(&app, &ana, &path, content_type, &bytes).await.refused(422), code);
    }
    let good = picture("image/jpeg", &jpeg(1, 1, None));
    for (field, value) in [
        ("content_type", json!("image/gif")),
        ("content_type", json!("application/pdf")),
        ("content_type", json!("image/svg+xml")),
        ("size", json!(1_048_577)),
        ("size", json!(0)),
        ("checksum_sha256", json!("")),
        ("key", json!("f/other")),
    ] {
        let mut body = good.clone();
        body[field] = value;
        assert_eq!(app.create(&ana, &path, &body).await.fields(), [field]);
    }
    assert_eq!(app.create(&ana, format!("{path}/complete"), &json!({ "id": "chi_x" })).await.fields(), ["id"]);
    assert_eq!(app.create(&ana, format!("{path}/complete"), &json!({})).await.fields(), ["id"]);
    let stranger = json!({ "id": "att_01890a5d-ac96-774b-bcce-b302099a8057" });
    assert_eq!(app.create(&ana, format!("{path}/complete"), &stranger).await.refused(404), "not_found");
    let made = app.create(&ana, &path, &good).await.expect(201);
    let done = json!({ "id": id(&made) });
    assert_eq!(app.create(&ana, format!("{path}/complete"), &done).await.refused(409), "not_uploaded");
    app.pass(TimeDelta::minutes(61));
    let ana = app.login(&ana).await;
    assert_eq!(app.create(&ana, format!("{path}/complete"), &done).await.refused(404), "not_found");
    assert_eq!((app.objects().await, app.get(&ana, &child).await.expect(200)["rev"].clone()), (0, json!(1)));
}

#[tokio::test]
async fn pictures_set_at_once_while_the_child_is_saved_all_get_through() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = format!("/api/children/{}", app.child(&ana, &family).await);
    let path = format!("{child}/avatar");
    let (one, other) = (jpeg(100, 100, None), jpeg(200, 200, None));
    let details = boy();
    let (first, second, saved) = tokio::join!(
        set_picture(&app, &ana, &path, "image/jpeg", &one),
        set_picture(&app, &ana, &path, "image/jpeg", &other),
        app.call(axum::http::Method::PUT, &child).token(&ana.token).json(&details).send(),
    );
    first.expect(200);
    second.expect(200);
    assert!(matches!(saved.status.as_u16(), 200 | 412));
    let shown = app.get(&ana, &child).await.expect(200);
    let kept = app.items_of("AVATAR").await;
    assert_eq!(kept.iter().map(|item| item["id"].as_s().unwrap().clone()).collect::<Vec<_>>(), [id(&shown["avatar"])]);
    assert_eq!(app.items_of("TASK").await.len(), 1);
    assert_eq!(app.history(&family).await.len() as u64, shown["rev"].as_u64().unwrap());
}

#[tokio::test]
async fn a_viewer_sees_a_picture_and_cannot_change_it() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let path = format!("/api/children/{}/avatar", app.child(&ana, &family).await);
    let shown = set_picture(&app, &ana, &path, "image/jpeg", &jpeg(512, 512, None)).await.expect(200);
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    let (eve, _) = app.owner("eve").await;
    let body = picture("image/jpeg", &jpeg(1, 1, None));
    let done = json!({ "id": shown["avatar"]["id"] });
    for (actor, status) in [(&gran, 403), (&eve, 404)] {
        app.create(actor, &path, &body).await.refused(status);
        app.create(actor, format!("{path}/complete"), &done).await.refused(status);
        app.delete(actor, &path, 1).await.refused(status);
    }
    app.get(&gran, &path).await.expect(200);
    assert_eq!(app.get(&eve, &path).await.refused(404), "not_found");
}
