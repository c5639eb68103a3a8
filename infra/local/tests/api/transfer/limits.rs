//! How many exports and imports run at once, and what is left of those that were stopped.

use axum::http::Method;
use futures_util::future::join_all;
use serde_json::json;

use super::{everything_zipped, ours};
use crate::harness::{Actor, App, id};
use crate::uploads::{announced, now};

async fn exporting(app: &App, actor: &Actor, family: &str) -> crate::harness::Answer {
    app.create(actor, format!("/api/families/{family}/exports"), &json!({})).await
}

async fn cancel(app: &App, actor: &Actor, family: &str, job: &str) {
    app.call(Method::DELETE, format!("/api/families/{family}/jobs/{job}")).token(&actor.token).send().await.expect(200);
}

#[tokio::test]
async fn one_export_of_a_family_runs_at_a_time_however_many_are_asked_for_at_once() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let (bob, other) = app.owner("bob").await;
    let answers = join_all((0..5).map(|_| exporting(&app, &ana, &family))).await;
    let (mut begun, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 201);
    assert_eq!((begun.len(), refused.len()), (1, 4));
    let begun = begun.remove(0).body;
    for answer in refused {
        assert!(answer.body["error"].as_str().unwrap().contains("Wait until it is done"), "{}", answer.body);
        assert_eq!(answer.refused(409), "job_running");
    }
    // The same once more is the same, and neither another family nor an import waits for it.
    let again = app.create(&ana, format!("/api/families/{family}/exports?id={}", id(&begun)), &json!({})).await.expect(201);
    assert_eq!(id(&again), id(&begun));
    exporting(&app, &bob, &other).await.expect(201);
    let import = app.announce(&ana, &family, &ours(), &everything_zipped(1)).await;
    app.act(&ana, &family, &import, "preview").await;
    app.run_jobs().await;
    assert_eq!(app.job(&ana, &family, &id(&begun)).await["state"], "done");
    // What is cancelled makes room at once.
    for _ in 0..2 {
        let next = exporting(&app, &ana, &family).await.expect(201);
        cancel(&app, &ana, &family, &id(&next)).await;
    }
}

#[tokio::test]
async fn one_import_of_a_family_runs_at_a_time_whatever_it_does() {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    let file = everything_zipped(30);
    let (done, _) = app.import(&ana, &family, &ours(), &file).await;
    let (ready, _) = app.previewed(&ana, &family, &ours(), &file).await;
    let fresh = app.announce(&ana, &family, &ours(), &file).await;
    let post = |path: String| app.post(path).token(&ana.token).json(&json!({})).send();
    let answers = tokio::join!(
        post(format!("/api/families/{family}/jobs/{done}/undo")),
        post(format!("/api/families/{family}/jobs/{ready}/run")),
        post(format!("/api/families/{family}/imports/{fresh}/preview")),
    );
    let answers = [answers.0, answers.1, answers.2];
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    assert!(answers.iter().all(|answer| answer.status == 200 || answer.body["code"] == "job_running"));
    app.run_jobs().await;
    // A cancelled one that goes on waits as well.
    app.act(&ana, &family, &fresh, "preview").await;
    cancel(&app, &ana, &family, &fresh).await;
    let (last, _) = app.previewed(&ana, &family, &ours(), &file).await;
    app.act(&ana, &family, &last, "run").await;
    assert_eq!(post(format!("/api/families/{family}/jobs/{fresh}/resume")).await.refused(409), "job_running");
}

/// A family whose export has sent a part and is not done.
async fn half_exported() -> (App, Actor, String, String) {
    let app = App::start_at(now()).await;
    let (ana, family) = app.owner("ana").await;
    // Of the second child the export has still to look for files.
    let child = app.child(&ana, &family).await;
    app.child(&ana, &family).await;
    let mut letter = b"%PDF-1.4\n".to_vec();
    letter.resize(9 * 1024 * 1024, b'x');
    let path = app.upload(&ana, &child, &announced("application/pdf", &letter), &letter).await;
    app.complete(&ana, &path).await.expect(200);
    let job = id(&exporting(&app, &ana, &family).await.expect(201));
    while !app.unfinished_uploads().iter().any(|name| name.contains(".part-")) {
        assert!(app.work(1).await > 0);
    }
    (app, ana, family, job)
}

#[tokio::test]
async fn a_cancelled_export_leaves_no_part_behind_and_begins_anew_when_it_goes_on() {
    let (app, ana, family, job) = half_exported().await;
    cancel(&app, &ana, &family, &job).await;
    app.run_jobs().await;
    assert_eq!(app.unfinished_uploads(), [""; 0]);
    assert_eq!(app.embedded.files.list(&format!("t/{family}/"), None).await.unwrap().0.len() + app.count("WORK").await, 0);
    app.act(&ana, &family, &job, "resume").await;
    app.run_jobs().await;
    assert_eq!(app.job(&ana, &family, &job).await["state"], "done");
    assert_eq!(app.unfinished_uploads(), [""; 0]);
    assert!(app.transferred(&family, &job).await.len() > 9 * 1024 * 1024);
}

#[tokio::test]
async fn a_failed_export_leaves_no_part_behind_and_begins_anew_when_it_goes_on() {
    let (app, ana, family, job) = half_exported().await;
    app.call(Method::DELETE, "/api/auth/sessions").token(&ana.token).send().await.expect(204);
    app.run_jobs().await;
    let ana = app.login(&ana).await;
    let told = app.job(&ana, &family, &job).await;
    assert_eq!((&told["state"], &told["problem"]["code"]), (&json!("failed"), &json!("access_changed")), "{told}");
    assert_eq!(app.unfinished_uploads(), [""; 0]);
    app.act(&ana, &family, &job, "resume").await;
    app.run_jobs().await;
    assert_eq!(app.job(&ana, &family, &job).await["state"], "done");
}
