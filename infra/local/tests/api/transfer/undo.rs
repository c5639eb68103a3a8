//! Imports are cancelled, resumed and undone.

use serde_json::json;

use super::{CHILD, everything_zipped, ours};
use crate::harness::App;

#[tokio::test]
async fn a_half_run_import_is_cancelled_resumed_and_undone() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let (job, _) = app.previewed(&ana, &family, &ours(), &everything_zipped(100)).await;
    app.act(&ana, &family, &job, "run").await;
    app.work(4).await;
    let path = format!("/api/families/{family}/jobs/{job}");
    assert_eq!(app.call(axum::http::Method::DELETE, &path).token(&ana.token).send().await.expect(200)["state"], "cancelled");
    app.run_jobs().await;
    let half = app.count("MEASUREMENT").await;
    assert!((1..100).contains(&half), "{half}");
    // Again from where it was, then all of it away.
    app.act(&ana, &family, &job, "resume").await;
    app.run_jobs().await;
    assert_eq!(app.job(&ana, &family, &job).await["report"]["created"], json!(106));
    app.act(&ana, &family, &job, "undo").await;
    while app.work(1).await > 0 {
        app.lease_ends();
    }
    let told = app.job(&app.login(&ana).await, &family, &job).await;
    assert_eq!((&told["state"], &told["report"]["removed"], &told["report"]["left"]), (&json!("undone"), &json!(106), &json!(0)), "{told}");
    for kind in ["CHILD", "MEASUREMENT", "VISIT", "EVENT", "ILLNESS", "ATTACHMENT", "LINK", "WORK"] {
        assert_eq!(app.count(kind).await, 0, "{kind}");
    }
    assert!(app.history(&family).await.is_empty());
    let (objects, _) = app.embedded.files.list("f/", None).await.unwrap();
    assert!(objects.is_empty(), "{objects:?}");
    // And the same file again.
    let (_, told) = app.import(&app.login(&ana).await, &family, &ours(), &everything_zipped(100)).await;
    assert_eq!(told["report"]["created"], json!(106), "{told}");
}

#[tokio::test]
async fn what_somebody_has_changed_since_stays_and_is_reported() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let (job, _) = app.import(&ana, &family, &ours(), &everything_zipped(3)).await;
    let list = app.get(&ana, format!("/api/children/{CHILD}/measurements")).await.expect(200);
    let changed = list["items"][0]["id"].as_str().unwrap();
    let body = json!({ "date": "2025-11-11", "weight": { "value": 9, "unit": "kg" } });
    app.replace(&ana, format!("/api/children/{CHILD}/measurements/{changed}"), 1, &body).await.expect(200);
    app.act(&ana, &family, &job, "undo").await;
    app.run_jobs().await;
    let told = app.job(&ana, &family, &job).await;
    assert_eq!((&told["state"], &told["report"]["removed"], &told["report"]["left"]), (&json!("undone"), &json!(7), &json!(2)), "{told}");
    // The child stays, since a record of it does.
    assert_eq!(app.get(&ana, format!("/api/children/{CHILD}/measurements")).await.expect(200)["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_job_is_only_changed_as_its_state_allows() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let job = app.announce(&ana, &family, &ours(), b"PK").await;
    for act in ["run", "resume", "undo"] {
        let call = app.post(format!("/api/families/{family}/jobs/{job}/{act}")).token(&ana.token).json(&json!({}));
        assert_eq!(call.send().await.refused(409), "not_now", "{act}");
    }
}

#[tokio::test]
async fn the_file_of_an_export_goes_with_its_job_and_with_its_family() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    app.child(&ana, &family).await;
    app.export(&ana, &family).await;
    app.export(&ana, &family).await;
    let files = async || app.embedded.files.list(&format!("t/{family}/"), None).await.unwrap().0.len();
    app.sweep().await;
    let before = files().await;
    let job = app.items_of("JOB").await.remove(0);
    app.remove(&job).await;
    app.sweep().await;
    assert!((1..before).contains(&files().await), "{before}");
    app.delete(&ana, format!("/api/families/{family}"), 1).await.expect(204);
    app.sweep().await;
    assert_eq!(files().await, 0);
}
