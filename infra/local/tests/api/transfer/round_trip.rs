//! What goes out comes in again, and is the same.

use axum::http::Method;
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::json;
use std::time::Duration;
use trajectory::access::waiting_jobs;
use transfer::worker::{Budget, run_job};

use super::{CHILD, entry, everything_zipped, ours};
use crate::harness::{App, boy, id, measured};

#[tokio::test]
async fn export_wipe_import_export_gives_the_same_bytes() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let (_, told) = app.import(&ana, &family, &ours(), &everything_zipped(60)).await;
    assert_eq!((&told["state"], &told["report"]["created"]), (&json!("done"), &json!(66)), "{told}");
    assert_eq!(told["report"]["warnings"], json!([]));
    let zip = app.export(&ana, &family).await;
    let data = entry(&zip, "data.json");
    assert_eq!(data.lines().count(), 1 + 1 + 66 + 6 * 2, "{data}");
    assert!(data.contains(r#""weight":{"value":8.0001,"unit":"kg"}"#) && data.contains("2025-12-25T08:00:00.123Z"), "{data}");
    // Another instance: nothing is there yet.
    let other = App::start_at(crate::uploads::now()).await;
    let (ana, family) = other.owner("ana").await;
    let (_, told) = other.import(&ana, &family, &ours(), &zip).await;
    assert_eq!((&told["report"]["created"], &told["report"]["known"]), (&json!(66), &json!(0)), "{told}");
    let again = other.export(&ana, &family).await;
    assert_eq!(entry(&again, "data.json"), data);
    assert_eq!(entry(&again, "measurements.csv"), entry(&zip, "measurements.csv"));
    // Read by a person, and harmless to a browser and to a spreadsheet.
    let page = entry(&again, "record.html");
    assert!(page.contains("=1+1 &lt;b&gt;") && page.contains("8.0001") && !page.contains("<script") && !page.contains("<b>"), "{page}");
    let table = entry(&again, "children.csv");
    assert!(table.contains("'=1+1 <b>"), "{table}");
    assert!(entry(&again, "measurements.csv").starts_with("id,child id,child,date,weight (kg),height (cm)"));
    assert_eq!(entry(&again, &format!("files/{}.pdf", super::ATTACHMENT)).as_bytes(), super::PDF);
}

#[tokio::test]
async fn an_import_made_again_changes_nothing_and_reports_what_it_kept() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    app.import(&ana, &family, &ours(), &everything_zipped(3)).await;
    let before = app.count("HISTORY").await;
    let changed = json!({ "name": "Emil", "date_of_birth": "2025-02-10", "sex": "male" });
    app.replace(&ana, format!("/api/children/{CHILD}"), 1, &changed).await.expect(200);
    let (_, told) = app.import(&ana, &family, &ours(), &everything_zipped(3)).await;
    let report = &told["report"];
    assert_eq!((&report["created"], &report["known"], &report["kept"]), (&json!(0), &json!(8), &json!(1)), "{report}");
    assert_eq!(report["warnings"][0]["place"], "children[0]");
    assert_eq!(app.count("HISTORY").await, before + 1);
}

#[tokio::test]
async fn a_child_whose_id_another_family_has_comes_in_under_a_new_one() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, first) = app.owner("ana").await;
    app.import(&ana, &first, &ours(), &everything_zipped(3)).await;
    let (bob, second) = app.owner("bob").await;
    let (_, told) = app.import(&bob, &second, &ours(), &everything_zipped(3)).await;
    assert_eq!(told["report"]["created"], json!(9), "{told}");
    let children = app.get(&bob, "/api/children").await.expect(200);
    assert_eq!(children["items"].as_array().map(Vec::len).or(children.as_array().map(Vec::len)), Some(2), "{children}");
    assert!(!children.to_string().contains(CHILD));
}

#[tokio::test]
async fn a_worker_that_is_killed_anywhere_is_followed_by_one_that_goes_on() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let (job, _) = app.previewed(&ana, &family, &ours(), &everything_zipped(120)).await;
    app.act(&ana, &family, &job, "run").await;
    let mut patience = 1;
    // Whatever it was doing when its time was over, it stops there, as a process that is killed.
    while let Some(waiting) = waiting_jobs(&app.state).await.unwrap().first() {
        let work = run_job(&app.state, &app.embedded.files, *waiting, Budget::of_steps(u32::MAX));
        let _killed = tokio::time::timeout(Duration::from_millis(patience), work).await;
        patience += 3;
        app.lease_ends();
    }
    let ana = app.login(&ana).await;
    let told = app.job(&ana, &family, &job).await;
    assert_eq!((&told["state"], &told["report"]["created"], &told["report"]["kept"]), (&json!("done"), &json!(126), &json!(0)), "{told}");
    let export = id(&app.create(&ana, format!("/api/families/{family}/exports"), &json!({})).await.expect(201));
    let mut patience = 1;
    while let Some(waiting) = waiting_jobs(&app.state).await.unwrap().first() {
        let work = run_job(&app.state, &app.embedded.files, *waiting, Budget::of_steps(u32::MAX));
        let _killed = tokio::time::timeout(Duration::from_millis(patience), work).await;
        patience += 3;
        app.lease_ends();
    }
    let told = app.job(&app.login(&ana).await, &family, &export).await;
    assert_eq!(told["state"], "done", "{told}");
    let zip = app.transferred(&family, &export).await;
    assert_eq!(entry(&zip, "data.json").matches("\"mea_").count(), 120);
}

#[tokio::test]
async fn a_viewer_limited_to_a_child_exports_that_child_alone_and_imports_nothing() {
    use aws_sdk_dynamodb::types::AttributeValue;
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    app.import(&ana, &family, &ours(), &everything_zipped(3)).await;
    let vera = app.register("vera").await;
    let vera = app.join(&vera, &family, "viewer").await;
    let only = AttributeValue::L(vec![AttributeValue::S(super::SIBLING.to_owned())]);
    app.set_member(&vera, &family, "viewer", &[("only_children", only)]).await;
    let zip = app.export(&vera, &family).await;
    for name in ["data.json", "record.html", "measurements.csv", "children.csv"] {
        assert!(!entry(&zip, name).contains(CHILD) && !entry(&zip, name).contains("Emil"), "{name}");
    }
    assert!(entry(&zip, "data.json").contains(super::SIBLING));
    let body = json!({ "source": ours(), "size": 100 });
    assert_eq!(app.create(&vera, format!("/api/families/{family}/imports"), &body).await.refused(403), "not_allowed");
    // Nobody else sees the export, and the viewer sees no import.
    let theirs = app.get(&vera, format!("/api/families/{family}/jobs")).await.expect(200);
    assert_eq!(theirs["items"].as_array().unwrap().len(), 1);
    let export = theirs["items"][0]["id"].as_str().unwrap();
    assert_eq!(app.get(&ana, format!("/api/families/{family}/jobs/{export}")).await.refused(404), "not_found");
    let (stranger, _) = app.owner("stranger").await;
    assert_eq!(app.get(&stranger, format!("/api/families/{family}/jobs/{export}")).await.refused(404), "not_found");
}

#[tokio::test]
async fn work_stops_when_the_member_in_whose_name_it_runs_has_no_access_any_more() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let paul = app.register("paul").await;
    let paul = app.join(&paul, &family, "parent").await;
    let (job, _) = app.previewed(&paul, &family, &ours(), &everything_zipped(120)).await;
    app.act(&paul, &family, &job, "run").await;
    app.work(2).await;
    app.remove_member(&paul, &family).await;
    app.run_jobs().await;
    let told = app.job(&ana, &family, &job).await;
    assert_eq!((&told["state"], &told["problem"]["code"]), (&json!("failed"), &json!("access_changed")), "{told}");
    // An owner may go on with it, in their own name.
    app.act(&ana, &family, &job, "resume").await;
    app.run_jobs().await;
    let told = app.job(&ana, &family, &job).await;
    assert_eq!((&told["state"], &told["report"]["created"]), (&json!("done"), &json!(126)), "{told}");
}

#[tokio::test]
async fn a_file_goes_up_and_comes_down_by_presigned_addresses() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let zip = everything_zipped(3);
    let body = json!({ "source": ours(), "size": zip.len(), "checksum_sha256": super::checksum(&zip) });
    let made = app.create(&ana, format!("/api/families/{family}/imports"), &body).await.expect(201);
    let client = Client::builder(TokioExecutor::new()).build_http::<Full<axum::body::Bytes>>();
    let put = |bytes: Vec<u8>| {
        let mut request = axum::http::Request::builder().method(Method::PUT).uri(made["upload"]["url"].as_str().unwrap());
        for (name, value) in made["upload"]["headers"].as_object().unwrap() {
            request = request.header(name, value.as_str().unwrap());
        }
        client.request(request.body(Full::from(bytes)).unwrap())
    };
    let preview = format!("/api/families/{family}/imports/{}/preview", id(&made));
    assert_eq!(app.post(&preview).token(&ana.token).send().await.refused(409), "not_uploaded");
    assert!(put([&zip[..], b"more"].concat()).await.unwrap().status().is_client_error());
    assert!(put(zip.clone()).await.unwrap().status().is_success());
    app.act(&ana, &family, &id(&made), "preview").await;
    app.run_jobs().await;
    let told = app.job(&ana, &family, &id(&made)).await;
    let counts = &told["preview"]["counts"];
    assert_eq!((&counts["children"], &counts["measurements"], &counts["attachments"]), (&json!(2), &json!(3), &json!(1)), "{told}");
    assert_eq!(told["preview"]["children"][0]["records"], json!(6));
    app.act(&ana, &family, &id(&made), "run").await;
    app.run_jobs().await;
    let export = id(&app.create(&ana, format!("/api/families/{family}/exports"), &json!({})).await.expect(201));
    app.run_jobs().await;
    let address = app.job(&ana, &family, &export).await["download"]["url"].as_str().unwrap().to_owned();
    let fetched = client.get(address.parse().unwrap()).await.unwrap();
    assert_eq!(fetched.headers()["content-type"], "application/zip");
    assert!(entry(&fetched.into_body().collect().await.unwrap().to_bytes(), "data.json").contains(CHILD));
}

#[tokio::test]
async fn one_child_of_a_file_is_imported_alone_and_what_is_in_use_stays() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let own = app.child(&ana, &family).await;
    app.create(&ana, format!("/api/children/{own}/measurements"), &measured()).await.expect(201);
    let (job, _) = app.previewed(&ana, &family, &ours(), &everything_zipped(3)).await;
    let choice = json!({ "children": [super::SIBLING], "existing": "skip" });
    app.post(format!("/api/families/{family}/jobs/{job}/run")).token(&ana.token).json(&choice).send().await.expect(200);
    app.run_jobs().await;
    let told = app.job(&ana, &family, &job).await;
    assert_eq!(told["report"]["created"], json!(2), "{told}");
    let data = entry(&app.export(&ana, &family).await, "data.json");
    assert!(data.contains(&own) && data.contains(super::SIBLING) && !data.contains(CHILD) && boy()["name"] == "Emil");
}
