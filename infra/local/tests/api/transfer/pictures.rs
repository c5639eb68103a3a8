//! Pictures of children go out and come in with the record.

use serde_json::{Value, json};

use super::{CHILD, checksum, entry, entry_bytes, everything, everything_zipped, ours, packed, zipped};
use crate::avatars::set_picture;
use crate::harness::{Actor, App};
use crate::tiny::{jpeg, webp};
use crate::uploads::{fetch, now};

/// A family with everything of each kind, in which one child has a picture; and its export.
async fn with_picture() -> (App, Actor, String, Vec<u8>) {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    app.import(&ana, &family, &ours(), &everything_zipped(3)).await;
    set_picture(&app, &ana, &format!("/api/children/{CHILD}/avatar"), "image/webp", &webp(None)).await.expect(200);
    let zip = app.export(&ana, &family).await;
    (app, ana, family, zip)
}

/// The same ZIP, but with another picture, of which the data say this.
fn with_other(file: &Value, bytes: &[u8]) -> Vec<u8> {
    let mut data = everything(1);
    data["children"][0]["avatar"] = file.clone();
    let plain = packed(&data);
    let letter = format!("files/{}.pdf", super::ATTACHMENT);
    let name = format!("avatars/{CHILD}.jpg");
    zipped(&[("data.json", entry(&plain, "data.json").as_bytes()), (&letter, super::PDF), (&name, bytes)])
}

fn facts(bytes: &[u8]) -> Value {
    json!({ "content_type": "image/jpeg", "size": bytes.len(), "checksum_sha256": checksum(bytes) })
}

#[tokio::test]
async fn a_picture_survives_export_and_import_and_the_data_are_the_same_bytes() {
    let (_app, _, _, zip) = with_picture().await;
    let name = format!("avatars/{CHILD}.webp");
    assert_eq!(entry_bytes(&zip, &name), webp(None));
    assert!(entry(&zip, "record.html").contains(&format!("href=\"{name}\"")));
    let other = App::start_at(now()).await;
    let (ana, family) = other.owner("ana").await;
    let (_, told) = other.import(&ana, &family, &ours(), &zip).await;
    assert_eq!((&told["report"]["created"], &told["report"]["warnings"]), (&json!(10), &json!([])), "{told}");
    assert_eq!((&told["preview"]["counts"]["avatars"], &told["preview"]["counts"]["attachments"]), (&json!(1), &json!(1)));
    let picture = other.get(&ana, format!("/api/children/{CHILD}/avatar")).await.expect(200);
    assert_eq!(fetch(&picture).await.bytes, webp(None));
    let again = other.export(&ana, &family).await;
    assert_eq!(entry(&again, "data.json"), entry(&zip, "data.json"));
    assert_eq!(entry_bytes(&again, &name), webp(None));
    // Once more, nothing changes.
    let (_, told) = other.import(&ana, &family, &ours(), &zip).await;
    assert_eq!((&told["report"]["created"], &told["report"]["known"]), (&json!(0), &json!(10)), "{told}");
    assert_eq!(other.items_of("AVATAR").await.len(), 1);
}

#[tokio::test]
async fn an_undone_import_leaves_no_picture() {
    let (_app, _, _, zip) = with_picture().await;
    let other = App::start_at(now()).await;
    let (ana, family) = other.owner("ana").await;
    let (job, _) = other.import(&ana, &family, &ours(), &zip).await;
    other.act(&ana, &family, &job, "undo").await;
    other.run_jobs().await;
    let told = other.job(&ana, &family, &job).await;
    assert_eq!((&told["state"], &told["report"]["removed"], &told["report"]["left"]), (&json!("undone"), &json!(10), &json!(0)), "{told}");
    assert_eq!(other.count("CHILD").await + other.count("AVATAR").await, 0);
    assert!(other.embedded.files.list("f/", None).await.unwrap().0.is_empty());
}

#[tokio::test]
async fn a_child_that_is_there_gets_the_picture_only_if_it_has_none_and_an_undo_takes_that_one_away() {
    let (app, ana, family, zip) = with_picture().await;
    let (child, path) = (format!("/api/children/{CHILD}"), format!("/api/children/{CHILD}/avatar"));
    set_picture(&app, &ana, &path, "image/jpeg", &jpeg(64, 64, None)).await.expect(200);
    let (_, told) = app.import(&ana, &family, &ours(), &zip).await;
    assert_eq!((&told["report"]["kept"], &told["report"]["known"]), (&json!(1), &json!(9)), "{told}");
    assert_eq!(app.get(&ana, &child).await.expect(200)["avatar"]["content_type"], "image/jpeg");
    app.delete(&ana, &path, 1).await.expect(204);
    let (job, told) = app.import(&ana, &family, &ours(), &zip).await;
    assert_eq!(told["report"]["created"], json!(1), "{told}");
    assert_eq!(app.get(&ana, &child).await.expect(200)["avatar"]["content_type"], "image/webp");
    app.act(&ana, &family, &job, "undo").await;
    app.run_jobs().await;
    assert_eq!(app.job(&ana, &family, &job).await["report"]["removed"], json!(1));
    assert_eq!(app.get(&ana, &child).await.expect(200)["avatar"], Value::Null);
    let history = app.history(&family).await;
    assert_eq!(history[history.len() - 2..], ["avatar_set 5", "avatar_removed 6"], "{history:?}");
}

#[tokio::test]
async fn a_picture_is_checked_like_any_file_and_its_child_comes_in_without_it() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let (square, wide, large) = (jpeg(64, 64, None), jpeg(64, 32, None), vec![0; 1024 * 1024 + 1]);
    let mut pdf = facts(&square);
    pdf["content_type"] = json!("application/pdf");
    for (file, code, place) in [
        (with_other(&facts(&wide), &wide), "file_refused", "children[0].avatar"),
        (with_other(&facts(&square), &wide), "file_differs", "children[0].avatar"),
        (with_other(&facts(&square), &large), "file_too_large", "children[0].avatar"),
        (with_other(&pdf, &square), "invalid", "children[0].avatar.content_type"),
        (
            packed(&{
                let mut data = everything(1);
                data["children"][0]["avatar"] = facts(&square);
                data
            }),
            "file_missing",
            "children[0].avatar",
        ),
    ] {
        let (_, told) = app.import(&ana, &family, &ours(), &file).await;
        let warning = &told["report"]["warnings"][0];
        assert_eq!((&warning["code"], &warning["place"]), (&json!(code), &json!(place)), "{told}");
        assert_eq!(app.get(&ana, format!("/api/children/{CHILD}")).await.expect(200)["avatar"], Value::Null, "{code}");
    }
    // Only the letter.
    assert_eq!(app.embedded.files.list("f/", None).await.unwrap().0.len(), 1);
}
