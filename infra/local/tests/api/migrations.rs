//! Items of version 0.1.0: read as they are, brought to today's layout by a save or by the operator's tool.

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Value, json};
use trajectory::migration::{apply, dry_run, states};
use trajectory::state::SystemClock;
use trajectory::store::Store;
use trajectory_local::TABLE;

use super::faults::Mortal;
use super::harness::{Actor, App, START, measured};
use super::sweeper::{everything, put, read};

fn id(nth: usize) -> String {
    format!("mea_01890a5d-ac96-774b-bcce-b302099a{nth:04}")
}

/// A measurement exactly as version 0.1.0 wrote it.
async fn old(app: &App, by: &Actor, (family, child): (&str, &str), nth: usize) -> String {
    let id = id(nth);
    let mut details = measured();
    (details["notes"], details["tags"]) = (json!("Wollte nicht auf die Wääge"), json!(["Größe"]));
    let item = json!({
        "pk": format!("FAM#{family}"), "sk": format!("REC#{child}#MEASUREMENT#{id}"), "kind": "MEASUREMENT", "schema": 1, "rev": 1,
        "id": id, "family_id": family, "child_id": child, "created_at": START, "created_by": by.user, "updated_at": START,
        "updated_by": by.user, "details": details, "date_sk": format!("MEASUREMENT#2025-11-11#{id}"),
        "child_sk": format!("{child}#MEASUREMENT#2025-11-11#{id}"),
    });
    put(app, &item).await;
    id
}

/// The same after it was deleted.
async fn old_trash(app: &App, by: &Actor, (family, child): (&str, &str), nth: usize) -> String {
    let id = old(app, by, (family, child), nth).await;
    let (pk, sk) = (format!("FAM#{family}"), format!("REC#{child}#MEASUREMENT#{id}"));
    let mut item = read(app, &pk, &sk).await.unwrap();
    (item["deleted_at"], item["expires_at"], item["rev"]) = (json!(START), json!(1_900_000_000), json!(2));
    for name in ["date_sk", "child_sk"] {
        item.as_object_mut().unwrap().remove(name);
    }
    put(app, &item).await;
    id
}

async fn table_before() -> (App, Actor, String, String) {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    let child = app.child(&anna, &family).await;
    (app, anna, family, child)
}

#[tokio::test]
async fn an_old_item_reads_as_before_and_its_next_save_is_in_the_new_layout() {
    let (app, anna, family, child) = table_before().await;
    let id = old(&app, &anna, (&family, &child), 1).await;
    let path = format!("/api/children/{child}/measurements/{id}");
    let shown = app.get(&anna, &path).await.expect(200);
    assert_eq!((&shown["weight"], &shown["rev"]), (&measured()["weight"], &json!(1)));
    let sk = format!("REC#{child}#MEASUREMENT#{id}");
    assert_eq!(read(&app, &format!("FAM#{family}"), &sk).await.unwrap()["schema"], json!(1), "reading writes nothing");
    app.replace(&anna, &path, 1, &measured()).await.expect(200);
    let saved = read(&app, &format!("FAM#{family}"), &sk).await.unwrap();
    assert_eq!((&saved["schema"], &saved["types"]), (&json!(2), &json!(["weight", "height"])));
}

#[tokio::test]
async fn an_item_of_a_newer_version_is_refused_and_left_alone() {
    let (app, anna, family, child) = table_before().await;
    let id = old(&app, &anna, (&family, &child), 1).await;
    let (pk, sk) = (format!("FAM#{family}"), format!("REC#{child}#MEASUREMENT#{id}"));
    let mut item = read(&app, &pk, &sk).await.unwrap();
    item["schema"] = json!(99);
    put(&app, &item).await;
    assert_eq!(app.get(&anna, format!("/api/children/{child}/measurements/{id}")).await.refused(500), "internal");
    apply(&app.state.store, &SystemClock, |_, _| {}).await.unwrap();
    assert_eq!(read(&app, &pk, &sk).await.unwrap(), item);
}

#[tokio::test]
async fn after_the_migration_old_items_are_found_by_what_they_say() {
    let (app, anna, family, child) = table_before().await;
    let (live, trashed) = (old(&app, &anna, (&family, &child), 1).await, old_trash(&app, &anna, (&family, &child), 2).await);
    let path = format!("/api/children/{child}/measurements/{live}");
    let before = app.get(&anna, &path).await.expect(200);
    let table = everything(&app).await;
    let told = dry_run(&app.state.store).await.unwrap();
    assert_eq!(told.iter().map(|(_, progress)| progress.changed).collect::<Vec<_>>(), [0, 2, 0]);
    assert_eq!(everything(&app).await, table, "a dry run writes nothing");

    apply(&app.state.store, &SystemClock, |_, _| {}).await.unwrap();
    assert_eq!(app.get(&anna, &path).await.expect(200), before);
    let found = found(&app, "wollte nicht auf die waage").await;
    assert_eq!(found, [live.clone(), trashed.clone()]);
    let item = async |id: &str| read(&app, &format!("FAM#{family}"), &format!("REC#{child}#MEASUREMENT#{id}")).await.unwrap();
    let (live, trashed) = (item(&live).await, item(&trashed).await);
    assert_eq!((&live["schema"], &live["tags_found"], live.get("open_sk")), (&json!(2), &json!(["grosse"]), None));
    assert_eq!(trashed["open_sk"], json!(format!("TRASH#2026-03-01T12:00:00.000Z#{}", id(2))));
    assert_eq!((trashed.get("date_sk"), trashed.get("child_sk")), (None, None));

    let table = everything(&app).await;
    apply(&app.state.store, &SystemClock, |_, _| panic!("all is done")).await.unwrap();
    assert_eq!(everything(&app).await, table, "a second run changes nothing");
}

/// Ids of the records whose text for searches holds this.
#[expect(clippy::disallowed_methods, reason = "tests look at the whole table")]
async fn found(app: &App, words: &str) -> Vec<String> {
    let scan = app.table.scan().table_name(TABLE).filter_expression("contains(search_text, :words)");
    let items = scan.expression_attribute_values(":words", AttributeValue::S(words.to_owned())).send().await.unwrap().items;
    let mut ids: Vec<_> = items.unwrap_or_default().iter().map(|item| item["id"].as_s().unwrap().clone()).collect();
    ids.sort();
    ids
}

/// The family as a version before the most of members wrote it, and counted in it since.
async fn old_family(app: &App, family: &str, counted: Option<i64>) {
    let mut item = read(app, &format!("FAM#{family}"), "FAMILY").await.unwrap();
    item["schema"] = json!(1);
    match counted {
        Some(counted) => item["members"] = json!(counted),
        None => drop(item.as_object_mut().unwrap().remove("members")),
    }
    put(app, &item).await;
}

#[tokio::test]
async fn families_from_before_the_count_of_members_are_counted() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    for name in ["ben", "cleo"] {
        let guest = app.register(name).await;
        app.join(&guest, &family, "parent").await;
    }
    let (_, alone) = app.owner("dora").await;
    let counted = async |family: &str| {
        let item = read(&app, &format!("FAM#{family}"), "FAMILY").await.unwrap();
        (item["schema"].clone(), item["members"].clone(), item["rev"].clone())
    };
    let rev = counted(&family).await.2;
    // Never counted, and counted from nothing when somebody came in.
    old_family(&app, &family, Some(1)).await;
    old_family(&app, &alone, None).await;
    let told = dry_run(&app.state.store).await.unwrap();
    assert_eq!(told.iter().map(|(_, progress)| progress.changed).collect::<Vec<_>>(), [0, 0, 2]);
    apply(&app.state.store, &SystemClock, |_, _| {}).await.unwrap();
    assert_eq!(counted(&family).await, (json!(2), json!(3), rev));
    assert_eq!((counted(&alone).await.1, counted(&alone).await.0), (json!(1), json!(2)));
    app.get(&anna, format!("/api/families/{family}")).await.expect(200);
}

#[tokio::test]
async fn a_migration_that_is_killed_anywhere_goes_on_with_the_next_run() {
    let expected = migrated(None).await.0;
    for writes in 0.. {
        let (table, ended) = migrated(Some(writes)).await;
        assert_eq!(table, expected, "after {writes} writes");
        if ended {
            assert!(writes > 4);
            return;
        }
    }
}

/// The table after a migration that was killed after so many writes, and run once more; and whether it came to its end the first time.
async fn migrated(writes: Option<i64>) -> (Vec<(String, Value)>, bool) {
    let (app, anna, family, child) = table_before().await;
    for nth in 1..=3 {
        old(&app, &anna, (&family, &child), nth).await;
    }
    old_trash(&app, &anna, (&family, &child), 4).await;
    old_family(&app, &family, None).await;
    let mut ended = true;
    if let Some(writes) = writes {
        let mortal = Mortal::after(&app, writes).await;
        let store = Store::new(&mortal.endpoint(), TABLE.to_owned());
        ended = apply(&store, &SystemClock, |_, _| {}).await.is_ok();
        assert_eq!(ended, !mortal.is_dead());
    }
    apply(&app.state.store, &SystemClock, |_, _| {}).await.unwrap();
    for (_, applied) in states(&app.state.store).await.unwrap() {
        assert!(applied.unwrap().finished_at.is_some());
    }
    let table = everything(&app).await.into_iter().filter(|(key, _)| !key.contains("MIGRATION#"));
    (table.collect(), ended)
}
