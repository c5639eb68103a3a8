//! Killed after any write, the sweeper converges to what it would have come to.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::faults::Mortal;
use super::harness::App;
use super::sweeper::{VISIT, a_visited_child, everything, expire, task};

/// What is to be swept.
#[derive(Debug, Clone, Copy)]
enum Work {
    Family,
    Account,
    Child,
    Visit,
}

async fn left(work: Work) -> App {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    let child = a_visited_child(&app, &anna, &family).await;
    let pk = format!("FAM#{family}");
    if matches!(work, Work::Account) {
        let ben = app.register("ben").await;
        app.join(&ben, &family, "viewer").await;
        app.create(&anna, "/api/families", &json!({ "name": "Alone" })).await.expect(201);
    }
    app.sweep().await;
    match work {
        Work::Family => task(&app, json!({ "work": "delete_family", "family_id": family })).await,
        Work::Account => {
            expire(&app, &format!("USER#{}", anna.user), "PROFILE").await;
            task(&app, json!({ "work": "close_account", "user_id": anna.user })).await;
        }
        Work::Child => expire(&app, &pk, &format!("CHILD#{child}")).await,
        Work::Visit => expire(&app, &pk, &format!("REC#{child}#VISIT#{VISIT}")).await,
    }
    app
}

/// Works off everything that is left, also what is done later, and answers the table and the names of the files.
async fn end(app: &App) -> (Vec<(String, Value)>, Vec<String>) {
    app.sweep().await;
    app.pass(TimeDelta::minutes(11));
    app.sweeper().sweep().await.unwrap();
    app.sweep().await;
    let mut table = everything(app).await;
    // How often something was counted is not what was counted.
    for (_, item) in table.iter_mut().filter(|(key, _)| key.starts_with("INSTANCE STAT#")) {
        item["rev"] = Value::Null;
    }
    let folders = std::fs::read_dir(app.object("f")).unwrap().flat_map(|family| std::fs::read_dir(family.unwrap().path()).unwrap());
    let mut files: Vec<_> = folders.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    (table, files)
}

async fn converges(work: Work) {
    let expected = end(&left(work).await).await;
    for writes in 0.. {
        let app = left(work).await;
        let mortal = Mortal::after(&app, writes).await;
        let ended = app.sweep_with(&mortal.sweeper(&app)).await;
        assert_eq!(ended.is_err(), mortal.is_dead(), "{work:?} after {writes} writes: {ended:?}");
        let (table, files) = end(&app).await;
        assert_eq!(files, expected.1, "{work:?} after {writes} writes");
        assert_eq!(table, expected.0, "{work:?} after {writes} writes");
        if !mortal.is_dead() {
            assert!(writes > 3, "{work:?} is some work");
            return;
        }
    }
}

#[tokio::test]
async fn a_deletion_of_a_family_that_is_killed_anywhere_comes_to_the_same_end() {
    converges(Work::Family).await;
}

#[tokio::test]
async fn a_closing_of_an_account_that_is_killed_anywhere_comes_to_the_same_end() {
    converges(Work::Account).await;
}

#[tokio::test]
async fn a_purge_of_a_child_that_is_killed_anywhere_comes_to_the_same_end() {
    converges(Work::Child).await;
}

#[tokio::test]
async fn a_purge_of_a_visit_that_is_killed_anywhere_comes_to_the_same_end() {
    converges(Work::Visit).await;
}
