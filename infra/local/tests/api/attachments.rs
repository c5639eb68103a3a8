//! Attachments: announced, uploaded, completed, listed, fetched, refused.

use aws_sdk_dynamodb::types::AttributeValue;
use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::harness::{App, id, measured};
use crate::tiny::{exif_with_place, exif_without_place, gif, heic, jpeg, pdf, png, webp};
use crate::uploads::{announced, fetch, now, put};

const VISIT: &str = "vis_01890a5d-ac96-774b-bcce-b302099a8057";

fn titles(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_file_is_announced_uploaded_completed_and_fetched() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let photo = jpeg(640, 480, Some(exif_without_place()));
    let mut body = announced("image/jpeg", &photo);
    body["tags"] = json!(["ankle"]);
    let made = app.create(&ana, format!("/api/children/{child}/attachments"), &body).await;
    let path = made.headers["location"].to_str().unwrap().to_owned();
    let made = made.expect(201);
    assert_eq!((&made["state"], &made["size"], &made["tags"]), (&json!("pending"), &json!(photo.len()), &json!(["ankle"])));
    assert_eq!(made["upload"]["headers"], json!({ "content-type": "image/jpeg", "x-amz-checksum-sha256": body["checksum_sha256"] }));
    assert_eq!(put(&made["upload"], &photo).await.status, 200);
    let ready = app.complete(&ana, &path).await;
    assert_eq!((ready.headers["etag"].to_str().unwrap(), ready.usage.depth), ("\"1\"", 2));
    let ready = ready.expect(200);
    assert_eq!(ready["state"], "ready");
    assert_eq!(app.complete(&ana, &path).await.expect(200), ready);
    assert_eq!(app.get(&ana, &path).await.expect(200), ready);
    for list in [format!("/api/children/{child}/attachments"), format!("/api/families/{family}/attachments")] {
        assert_eq!(app.get(&ana, &list).await.expect(200)["items"], json!([ready]), "{list}");
    }
    let file = fetch(&app.get(&ana, format!("{path}/file")).await.expect(200)).await;
    assert_eq!((file.status.as_u16(), &file.bytes), (200, &photo));
    assert_eq!(file.headers["content-type"], "image/jpeg");
    assert_eq!(file.headers["cache-control"], "private, no-store");
    assert_eq!(file.headers["content-disposition"], "inline; filename=\"attachment.jpg\"");
    assert_eq!(app.history(&family).await, ["created 1", "created 1"]);
}

#[tokio::test]
async fn an_attachment_is_retitled_and_deleted_and_its_file_stays_with_the_trash() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let path = app.upload(&ana, &child, &announced("application/pdf", &pdf()), &pdf()).await;
    app.complete(&ana, &path).await.expect(200);
    let changed = json!({ "title": "Letter of the clinic", "kind": "report" });
    let replaced = app.replace(&ana, &path, 1, &changed).await.expect(200);
    assert_eq!((&replaced["rev"], &replaced["title"], &replaced["kind"]), (&json!(2), &changed["title"], &changed["kind"]));
    // What the file is stays as it was.
    assert_eq!((&replaced["content_type"], &replaced["state"]), (&json!("application/pdf"), &json!("ready")));
    assert_eq!(app.get(&ana, &path).await.expect(200), replaced);
    let stale = app.replace(&ana, &path, 1, &changed).await;
    assert_eq!(stale.expect(200), replaced, "the same change again is the same");
    let other = json!({ "title": "Another", "kind": "report" });
    let conflict = app.replace(&ana, &path, 1, &other).await.expect(412);
    assert_eq!(conflict["details"]["current"], replaced);
    for (name, value) in [("size", json!(1)), ("state", json!("ready")), ("content_type", json!("text/html"))] {
        let mut forged = changed.clone();
        forged[name] = value;
        assert_eq!(app.replace(&ana, &path, 2, &forged).await.fields(), [name]);
    }
    app.delete(&ana, &path, 2).await.expect(204);
    assert_eq!(app.get(&ana, &path).await.refused(404), "not_found");
    assert_eq!(app.get(&ana, format!("{path}/file")).await.refused(404), "not_found");
    assert_eq!(app.complete(&ana, &path).await.refused(404), "not_found");
    assert_eq!(app.objects().await, 1);
    assert_eq!(app.history(&family).await, ["created 1", "created 1", "changed 2", "deleted 3"]);
}

#[tokio::test]
async fn every_type_of_file_that_is_kept_comes_back_with_its_type() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    for (content_type, bytes, shown) in [
        ("image/jpeg", jpeg(1, 1, None), "inline"),
        ("image/png", png(1, 1, &[(b"eXIf", exif_without_place())]), "inline"),
        ("image/webp", webp(None), "inline"),
        ("image/gif", gif(), "inline"),
        ("image/heic", heic(None), "attachment"),
        ("image/heic", heic(Some(exif_without_place())), "attachment"),
        ("application/pdf", pdf(), "inline"),
    ] {
        let path = app.upload(&ana, &child, &announced(content_type, &bytes), &bytes).await;
        app.complete(&ana, &path).await.expect(200);
        let file = fetch(&app.get(&ana, format!("{path}/file")).await.expect(200)).await;
        assert_eq!(file.headers["content-type"], content_type);
        assert!(file.headers["content-disposition"].to_str().unwrap().starts_with(shown), "{content_type}");
        assert!(file.bytes == bytes, "{content_type}");
    }
}

#[tokio::test]
async fn a_file_that_is_not_what_was_declared_or_tells_a_place_is_refused_and_gone() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let place = || Some(exif_with_place());
    let xmp = b"XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta><rdf:Description exif:GPSLatitude=\"50,4.2N\"/></x:xmpmeta>".to_vec();
    let html = b"<!doctype html><script>alert(1)</script>".to_vec();
    for (content_type, bytes, code) in [
        ("image/png", html.clone(), "not_what_was_declared"),
        ("application/pdf", html, "not_what_was_declared"),
        ("application/pdf", b"%PD".to_vec(), "not_what_was_declared"),
        ("image/png", jpeg(1, 1, None), "not_what_was_declared"),
        ("image/heic", pdf(), "not_what_was_declared"),
        ("image/png", png(1, 1, &[])[..12].to_vec(), "not_what_was_declared"),
        ("image/png", png(0, 1, &[]), "not_what_was_declared"),
        ("image/jpeg", jpeg(1, 1, Some(b"MM".to_vec())), "not_what_was_declared"),
        ("image/png", png(100_000, 100_000, &[]), "image_too_large"),
        ("image/jpeg", jpeg(8001, 8000, None), "image_too_large"),
        ("image/jpeg", jpeg(1, 1, place()), "gps_in_image"),
        ("image/png", png(1, 1, &[(b"eXIf", exif_with_place())]), "gps_in_image"),
        ("image/webp", webp(place()), "gps_in_image"),
        ("image/heic", heic(place()), "gps_in_image"),
        ("image/png", png(1, 1, &[(b"iTXt", xmp)]), "gps_in_image"),
    ] {
        let path = app.upload(&ana, &child, &announced(content_type, &bytes), &bytes).await;
        assert_eq!(app.complete(&ana, &path).await.refused(422), code, "{content_type} {}", bytes.len());
        assert_eq!(app.get(&ana, &path).await.refused(404), "not_found");
        assert_eq!(app.complete(&ana, &path).await.refused(409), "not_uploaded");
    }
    assert_eq!(app.objects().await, 0);
    assert_eq!(app.get(&ana, format!("/api/children/{child}/attachments")).await.expect(200)["items"], json!([]));
    assert_eq!(app.history(&family).await, ["created 1"], "nothing but the child");
}

#[tokio::test]
async fn what_was_never_completed_is_seen_by_nobody_and_ends_after_an_hour() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let photo = jpeg(640, 480, None);
    let path = app.upload(&ana, &child, &announced("image/jpeg", &photo), &photo).await;
    let details = json!({ "title": "Ankle", "kind": "photo" });
    assert_eq!(app.get(&ana, &path).await.refused(404), "not_found");
    assert_eq!(app.get(&ana, format!("{path}/file")).await.refused(404), "not_found");
    assert_eq!(app.replace(&ana, &path, 1, &details).await.refused(404), "not_found");
    assert_eq!(app.delete(&ana, &path, 1).await.refused(404), "not_found");
    assert_eq!(app.get(&ana, format!("/api/families/{family}/attachments")).await.expect(200)["items"], json!([]));
    let item = app.items_of("ATTACHMENT").await.remove(0);
    let end: i64 = item["expires_at"].as_n().unwrap().parse().unwrap();
    assert!((end - now().timestamp() - 3600).abs() < 60, "the table removes it after an hour");
    app.pass(TimeDelta::minutes(61));
    let ana = app.login(&ana).await;
    assert_eq!(app.complete(&ana, &path).await.refused(404), "not_found");
    // What the sweeper does when the table has removed the item.
    let key = trajectory::files::ObjectKey::of(family.parse().unwrap(), path.rsplit('/').next().unwrap().parse().unwrap());
    for _ in 0..2 {
        app.embedded.files.delete_all_versions(&key).await.unwrap();
        assert_eq!(app.objects().await, 0);
    }
}

#[tokio::test]
async fn the_same_announcement_again_has_a_fresh_address() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let (child, sibling) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let photo = jpeg(640, 480, None);
    let with_id = |child: &str| format!("/api/children/{child}/attachments?id=att_01890a5d-ac96-774b-bcce-b302099a8057");
    let body = announced("image/jpeg", &photo);
    app.create(&ana, with_id(&child), &body).await.expect(201);
    app.pass(TimeDelta::minutes(2));
    let again = app.create(&ana, with_id(&child), &body).await.expect(200);
    assert_eq!(put(&again["upload"], &photo).await.status, 200);
    let mut other = body.clone();
    other["title"] = json!("Knee");
    assert_eq!(app.create(&ana, with_id(&child), &other).await.refused(409), "already_exists");
    let mut other = body.clone();
    other["size"] = json!(7);
    assert_eq!(app.create(&ana, with_id(&child), &other).await.refused(409), "already_exists");
    let path = with_id(&child).replace("?id=", "/");
    let answers = futures_util::future::join_all((0..4).map(|_| app.complete(&ana, &path))).await;
    assert!(answers.iter().all(|answer| answer.status == 200 && answer.body == answers[0].body));
    let known = app.create(&ana, with_id(&child), &body).await.expect(200);
    assert_eq!((&known["state"], &known["upload"]), (&json!("ready"), &Value::Null));
    assert_eq!(app.create(&ana, with_id(&sibling), &body).await.refused(409), "already_exists");
    // Two children and the attachment.
    assert_eq!((app.count("ATTACHMENT").await, app.history(&family).await.len()), (1, 3));
}

#[tokio::test]
async fn each_field_of_an_announcement_is_checked() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let path = format!("/api/children/{child}/attachments");
    let good = announced("image/jpeg", &jpeg(1, 1, None));
    for (field, value) in [
        ("title", json!("")),
        ("title", json!("x".repeat(201))),
        ("title", json!(null)),
        ("kind", json!("x-ray")),
        ("record", json!("chi_01890a5d-ac96-774b-bcce-b302099a8057")),
        ("record", json!("../vis_01890a5d-ac96-774b-bcce-b302099a8057")),
        ("notes", json!("")),
        ("tags", json!(vec!["a"; 21])),
        ("content_type", json!("image/svg+xml")),
        ("content_type", json!("text/html")),
        ("content_type", json!("image/jpeg; charset=utf-8")),
        ("size", json!(0)),
        ("size", json!(-1)),
        ("size", json!(26_214_401)),
        ("size", json!(1.5)),
        ("size", json!("7")),
        ("checksum_sha256", json!("abc")),
        ("checksum_sha256", json!("a".repeat(44))),
    ] {
        let mut body = good.clone();
        body[field] = value.clone();
        assert_eq!(app.create(&ana, &path, &body).await.fields(), [field], "{field} {value}");
    }
    for field in ["title", "kind", "content_type", "size", "checksum_sha256"] {
        let mut body = good.clone();
        body.as_object_mut().unwrap().remove(field);
        assert_eq!(app.create(&ana, &path, &body).await.fields(), [field]);
    }
    assert_eq!(app.create(&ana, format!("{path}?id=mea_01890a5d-ac96-774b-bcce-b302099a8057"), &good).await.fields(), ["id"]);
    let mut largest = good;
    largest["size"] = json!(26_214_400);
    app.create(&ana, &path, &largest).await.expect(201);
    assert_eq!(app.count("ATTACHMENT").await, 1);
}

#[tokio::test]
async fn no_path_and_no_name_of_an_object_comes_from_the_client() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let path = format!("/api/children/{child}/attachments");
    let photo = jpeg(1, 1, None);
    for name in ["path", "key", "url", "filename", "bucket"] {
        let mut body = announced("image/jpeg", &photo);
        body[name] = json!("../../etc/passwd");
        assert_eq!(app.create(&ana, &path, &body).await.fields(), [name]);
    }
    let mut body = announced("image/jpeg", &photo);
    body["title"] = json!("../../etc/passwd");
    let made = app.create(&ana, &path, &body).await.expect(201);
    let url = made["upload"]["url"].as_str().unwrap();
    let named = format!("{}/attachments/f/{family}/{}?", app.embedded.files_origin, id(&made));
    assert!(url.starts_with(&named) && !url.contains("passwd"), "{url}");
    assert_eq!(put(&made["upload"], &photo).await.status, 200);
    app.complete(&ana, &format!("{path}/{}", id(&made))).await.expect(200);
    let link = app.get(&ana, format!("{path}/{}/file", id(&made))).await.expect(200);
    assert!(!link["url"].as_str().unwrap().contains("passwd"));
    for bad in ["..%2F..%2Fetc%2Fpasswd", "att_..", "att_01890a5d-ac96-774b-bcce-b302099a8057%2F..", "f"] {
        for end in ["", "/file"] {
            assert_eq!(app.get(&ana, format!("{path}/{bad}{end}")).await.refused(404), "not_found", "{bad}");
        }
        assert_eq!(app.complete(&ana, &format!("{path}/{bad}")).await.refused(404), "not_found", "{bad}");
        assert_eq!(app.delete(&ana, format!("{path}/{bad}"), 1).await.refused(404), "not_found", "{bad}");
    }
}

#[tokio::test]
async fn a_file_can_belong_to_a_record_that_is_still_being_written_and_move_to_another() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let (child, sibling) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let list = format!("/api/children/{child}/attachments");
    let mut paths = Vec::new();
    for nth in 1..=3 {
        let mut body = announced("application/pdf", &pdf());
        body["title"] = json!(format!("Page {nth}"));
        body["record"] = json!(VISIT);
        let path = app.upload(&ana, &child, &body, &pdf()).await;
        app.complete(&ana, &path).await.expect(200);
        paths.push(path);
        app.pass(TimeDelta::seconds(1));
    }
    let of_visit = app.get(&ana, format!("{list}?record={VISIT}&sort=date")).await;
    assert_eq!(of_visit.usage.depth, 2);
    assert_eq!(titles(&of_visit.expect(200)), ["Page 1", "Page 2", "Page 3"]);
    let mut seen = Vec::new();
    let mut next = String::new();
    loop {
        let page = app.get(&ana, format!("{list}?record={VISIT}&limit=1{next}")).await.expect(200);
        seen.extend(titles(&page).into_iter().map(str::to_owned));
        let Some(cursor) = page["next"].as_str() else { break };
        assert_eq!(app.get(&ana, format!("{list}?limit=1&cursor={cursor}")).await.fields(), ["cursor"]);
        next = format!("&cursor={cursor}");
    }
    assert_eq!(seen, ["Page 3", "Page 2", "Page 1"]);
    // The same record asked under a sibling shows nothing, and neither does a day before.
    assert_eq!(app.get(&ana, format!("/api/children/{sibling}/attachments?record={VISIT}")).await.expect(200)["items"], json!([]));
    assert_eq!(app.get(&ana, format!("{list}?record={VISIT}&to=2020-01-01")).await.expect(200)["items"], json!([]));
    let measurement = id(&app.create(&ana, format!("/api/children/{child}/measurements"), &measured()).await.expect(201));
    let moved = json!({ "title": "Page 2", "kind": "report", "record": measurement });
    app.replace(&ana, &paths[1], 1, &moved).await.expect(200);
    assert_eq!(titles(&app.get(&ana, format!("{list}?record={measurement}")).await.expect(200)), ["Page 2"]);
    assert_eq!(titles(&app.get(&ana, format!("{list}?record={VISIT}&sort=date")).await.expect(200)), ["Page 1", "Page 3"]);
    app.replace(&ana, &paths[1], 2, &json!({ "title": "Page 2", "kind": "report" })).await.expect(200);
    assert_eq!(app.get(&ana, format!("{list}?record={measurement}")).await.expect(200)["items"], json!([]));
    app.delete(&ana, &paths[0], 1).await.expect(204);
    assert_eq!(titles(&app.get(&ana, format!("{list}?record={VISIT}")).await.expect(200)), ["Page 3"]);
    assert_eq!(titles(&app.get(&ana, format!("{list}?sort=date")).await.expect(200)), ["Page 2", "Page 3"]);
    assert_eq!(app.get(&ana, format!("{list}?record=nothing")).await.fields(), ["record"]);
    assert_eq!(app.get(&ana, format!("{list}?record={VISIT}&colour=red")).await.fields(), ["colour"]);
    let (eve, other) = app.owner("eve").await;
    let theirs = app.child(&eve, &other).await;
    assert_eq!(app.get(&eve, format!("/api/children/{theirs}/attachments?record={VISIT}")).await.expect(200)["items"], json!([]));
    assert_eq!(app.get(&eve, format!("{list}?record={VISIT}")).await.refused(404), "not_found");
}

#[tokio::test]
async fn a_viewer_cannot_upload_to_any_record_and_a_stranger_cannot_see_a_file() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let (child, other) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let list = format!("/api/children/{child}/attachments");
    let path = app.upload(&ana, &child, &announced("application/pdf", &pdf()), &pdf()).await;
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    let mut body = announced("application/pdf", &pdf());
    body["record"] = json!("mea_01890a5d-ac96-774b-bcce-b302099a8057");
    assert_eq!(app.create(&gran, &list, &body).await.refused(403), "not_allowed");
    assert_eq!(app.complete(&gran, &path).await.refused(403), "not_allowed");
    app.complete(&ana, &path).await.expect(200);
    let details = json!({ "title": "Mine", "kind": "photo" });
    assert_eq!(app.replace(&gran, &path, 1, &details).await.refused(403), "not_allowed");
    assert_eq!(app.delete(&gran, &path, 1).await.refused(403), "not_allowed");
    assert_eq!(fetch(&app.get(&gran, format!("{path}/file")).await.expect(200)).await.bytes, pdf());
    let (eve, _) = app.owner("eve").await;
    app.set_member(&gran, &family, "viewer", &[("only_children", AttributeValue::L(vec![AttributeValue::S(other.clone())]))]).await;
    for stranger in [&eve, &gran] {
        for call in [path.clone(), format!("{path}/file"), list.clone(), format!("{list}?record={VISIT}")] {
            assert_eq!(app.get(stranger, &call).await.refused(404), "not_found", "{call}");
        }
        assert_eq!(app.create(stranger, &list, &body).await.refused(404), "not_found");
        assert_eq!(app.complete(stranger, &path).await.refused(404), "not_found");
        assert_eq!(app.replace(stranger, &path, 1, &details).await.refused(404), "not_found");
    }
    assert_eq!(app.get(&gran, format!("/api/families/{family}/attachments")).await.expect(200)["items"], json!([]));
    assert_eq!(app.call(Method::GET, format!("{path}/file")).send().await.refused(401), "not_signed_in");
    // Under a sibling's path it is not there.
    let elsewhere = path.replace(&child, &other);
    for call in [elsewhere.clone(), format!("{elsewhere}/file")] {
        assert_eq!(app.get(&ana, &call).await.refused(404), "not_found", "{call}");
    }
    assert_eq!(app.complete(&ana, &elsewhere).await.refused(404), "not_found");
}

#[tokio::test]
async fn nothing_is_announced_below_a_deleted_child() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let path = app.upload(&ana, &child, &announced("application/pdf", &pdf()), &pdf()).await;
    app.delete(&ana, format!("/api/children/{child}"), 1).await.expect(204);
    let list = format!("/api/children/{child}/attachments");
    assert_eq!(app.create(&ana, &list, &announced("application/pdf", &pdf())).await.refused(404), "not_found");
    assert_eq!(app.complete(&ana, &path).await.refused(404), "not_found");
}
