//! What the store of files itself takes and refuses.

use chrono::TimeDelta;
use serde_json::json;

use crate::harness::{App, id};
use crate::tiny::{gif, jpeg, pdf};
use crate::uploads::{announced, checksum, fetch, now, put, send};

#[tokio::test]
async fn the_store_itself_takes_nothing_but_the_announced_file() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let photo = jpeg(640, 480, None);
    let made = app.create(&ana, format!("/api/children/{child}/attachments"), &announced("image/jpeg", &photo)).await.expect(201);
    let path = format!("/api/children/{child}/attachments/{}", id(&made));
    let upload = &made["upload"];
    let url = upload["url"].as_str().unwrap();
    let sum = upload["headers"]["x-amz-checksum-sha256"].as_str().unwrap();
    let larger = [photo.clone(), vec![0; 1000]].concat();
    let other = jpeg(641, 480, None);
    assert_eq!(other.len(), photo.len());
    let other_sum = checksum(&other);
    let jpeg_with = |sum| vec![("content-type", "image/jpeg"), ("x-amz-checksum-sha256", sum)];
    for (told, headers, bytes) in [
        ("a larger file", jpeg_with(sum), &larger[..]),
        ("a smaller file", jpeg_with(sum), &photo[..20]),
        ("another type", vec![("content-type", "text/html"), ("x-amz-checksum-sha256", sum)], &photo),
        ("another checksum", jpeg_with(&other_sum), &other),
        ("no checksum", vec![("content-type", "image/jpeg")], &photo),
    ] {
        assert_eq!(send("PUT", url, &headers, bytes).await.status, 403, "{told}");
        assert_eq!(app.complete(&ana, &path).await.refused(409), "not_uploaded", "{told}");
    }
    // Other bytes under the announced checksum. The embedded store keeps what it has refused; completing sees that as well.
    assert_eq!(send("PUT", url, &jpeg_with(sum), &other).await.status, 400);
    assert_eq!(app.complete(&ana, &path).await.refused(422), "not_what_was_declared");
    assert_eq!(app.objects().await, 0);
    // The address is for uploading alone.
    assert_eq!(send("GET", url, &[], &[]).await.status, 403);
    assert_eq!(send("DELETE", url, &[], &[]).await.status, 403);
    assert_eq!(put(upload, &photo).await.status, 200);
    app.complete(&ana, &path).await.expect(200);
}

#[tokio::test]
async fn the_store_itself_refuses_expired_and_foreign_addresses() {
    let (early, app) = (App::start_at(now() - TimeDelta::minutes(6)).await, App::start_at(now()).await);
    let photo = jpeg(640, 480, None);
    let mut uploads = Vec::new();
    for app in [&early, &app] {
        let (ana, family) = app.owner("ana").await;
        let child = app.child(&ana, &family).await;
        let made = app.create(&ana, format!("/api/children/{child}/attachments"), &announced("image/jpeg", &photo)).await.expect(201);
        let path = format!("/api/children/{child}/attachments/{}", id(&made));
        uploads.push((ana, path, made["upload"].clone()));
    }
    let expired = put(&uploads[0].2, &photo).await;
    assert_eq!(expired.status, 403);
    assert!(String::from_utf8(expired.bytes).unwrap().contains("expired"));
    // The address of another instance, sent here.
    let moved = |url: &str, origin: &str| format!("{origin}/{}", url.splitn(4, '/').nth(3).unwrap());
    let (ana, path, upload) = &uploads[1];
    let mut foreign = upload.clone();
    foreign["url"] = json!(moved(upload["url"].as_str().unwrap(), &early.embedded.files_origin));
    assert_eq!(put(&foreign, &photo).await.status, 403);
    // The same address for the object of somebody else.
    let mut altered = upload.clone();
    altered["url"] = json!(upload["url"].as_str().unwrap().replacen("/f/fam_0", "/f/fam_1", 1));
    assert_ne!(altered, *upload);
    assert_eq!(put(&altered, &photo).await.status, 403);
    // Nor does anybody get in without an address.
    let bare = upload["url"].as_str().unwrap().split('?').next().unwrap();
    assert_eq!(send("PUT", bare, &[("content-type", "image/jpeg")], &photo).await.status, 403);
    assert_eq!((early.objects().await, app.objects().await), (0, 0));
    // Addresses to fetch from hold as long.
    assert_eq!(put(upload, &photo).await.status, 200);
    app.complete(ana, path).await.expect(200);
    let link = app.get(ana, format!("{path}/file")).await.expect(200);
    assert_eq!(fetch(&link).await.status, 200);
    let other = json!({ "url": link["url"].as_str().unwrap().replacen("image%2Fjpeg", "text%2Fhtml", 1) });
    assert_ne!(other["url"], link["url"]);
    assert_eq!(fetch(&other).await.status, 403);
    app.pass(TimeDelta::minutes(-6));
    let ana = &app.login(ana).await;
    let link = app.get(ana, format!("{path}/file")).await.expect(200);
    assert_eq!(fetch(&link).await.status, 403);
}

#[tokio::test]
async fn a_file_of_megabytes_goes_through_and_a_family_leaves_no_file_behind() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let (eve, other) = app.owner("eve").await;
    let theirs = app.child(&eve, &other).await;
    let scan = [pdf(), vec![b'%'; 3_000_000], b"GPSLatitude is a word of this page".to_vec()].concat();
    let path = app.upload(&ana, &child, &announced("application/pdf", &scan), &scan).await;
    app.complete(&ana, &path).await.expect(200);
    assert!(fetch(&app.get(&ana, format!("{path}/file")).await.expect(200)).await.bytes == scan);
    app.upload(&ana, &child, &announced("image/gif", &gif()), &gif()).await;
    app.upload(&eve, &theirs, &announced("image/gif", &gif()), &gif()).await;
    assert_eq!(app.objects().await, 3);
    // What the sweeper does with the files of a deleted family.
    for _ in 0..2 {
        app.embedded.files.delete_all_of(family.parse().unwrap()).await.unwrap();
        assert_eq!(app.objects().await, 1);
    }
}

#[tokio::test]
async fn a_page_of_the_app_may_upload_and_other_pages_may_not() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let made = app.create(&ana, format!("/api/children/{child}/attachments"), &announced("image/gif", &gif())).await.expect(201);
    let url = made["upload"]["url"].as_str().unwrap();
    for (origin, allowed) in [("http://127.0.0.1", true), ("https://elsewhere.example", false)] {
        let asked = [
            ("origin", origin),
            ("access-control-request-method", "PUT"),
            ("access-control-request-headers", "content-type,x-amz-checksum-sha256"),
        ];
        let answer = send("OPTIONS", url, &asked, &[]).await;
        assert_eq!(answer.headers.get("access-control-allow-origin").is_some_and(|said| said == origin), allowed, "{origin}");
    }
}
