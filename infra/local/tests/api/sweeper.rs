//! What the sweeper finishes in the background.

use aws_sdk_dynamodb::types::AttributeValue;
use chrono::TimeDelta;
use serde_json::{Value, json};
use trajectory::store::{Item, read_item, to_item};
use trajectory_local::TABLE;

use super::harness::{Actor, App, START, measured};

pub(super) const VISIT: &str = "vis_01890a5d-ac96-774b-bcce-b302099a8001";
pub(super) const ILLNESS: &str = "ill_01890a5d-ac96-774b-bcce-b302099a8002";
pub(super) const PHOTO: &str = "att_01890a5d-ac96-774b-bcce-b302099a8003";
pub(super) const OLD_PHOTO: &str = "att_01890a5d-ac96-774b-bcce-b302099a8004";
pub(super) const MEASUREMENT: &str = "mea_01890a5d-ac96-774b-bcce-b302099a8005";

/// A record with its history and links, laid out as the route groups do, and its file if it has one.
pub(super) async fn keep(app: &App, by: &Actor, (family, child): (&str, &str), id: &str, details: &Value, links: &[&str]) {
    let kind = match id.split_once('_').unwrap().0 {
        "vis" => "VISIT",
        "ill" => "ILLNESS",
        "att" => "ATTACHMENT",
        _ => "MEASUREMENT",
    };
    let pk = format!("FAM#{family}");
    let mut item = json!({
        "pk": pk, "sk": format!("REC#{child}#{kind}#{id}"), "kind": kind, "schema": if kind == "MEASUREMENT" { 2 } else { 1 }, "rev": 1,
        "id": id, "family_id": family, "child_id": child, "created_at": START, "created_by": by.user, "updated_at": START,
        "updated_by": by.user, "details": details, "date_sk": format!("{kind}#2026-03-01#{id}"),
        "child_sk": format!("{child}#{kind}#2026-03-01#{id}"),
    });
    if kind == "ATTACHMENT" {
        (item["state"], item["size"]) = (json!("ready"), json!(5));
        let object = app.object(&format!("f/{family}/{id}"));
        std::fs::create_dir_all(object.parent().unwrap()).unwrap();
        std::fs::write(object, b"photo").unwrap();
    }
    put(app, &item).await;
    let history = json!({
        "pk": pk, "sk": format!("HIST#{id}#0000000001"), "kind": "HISTORY", "schema": 1, "record_kind": kind, "record_id": id,
        "child_id": child, "family_id": family, "rev": 1, "action": "created", "at": START, "by": by.user,
        "date_sk": format!("HIST#2026-03-01T12:00:00.000Z#{id}"), "details": details,
    });
    put(app, &history).await;
    for to in links {
        let link = json!({ "pk": pk, "sk": format!("LINK#{to}#{id}"), "kind": "LINK", "schema": 1, "record_kind": kind, "record_id": id });
        put(app, &link).await;
    }
}

#[expect(clippy::disallowed_methods, reason = "tests write what other route groups do")]
pub(super) async fn put(app: &App, item: &Value) {
    app.table.put_item().table_name(TABLE).set_item(Some(to_item(item).unwrap())).send().await.unwrap();
}

/// As the table does at the end of an item's time.
#[expect(clippy::disallowed_methods, reason = "tests do what the table does in its own time")]
pub(super) async fn expire(app: &App, pk: &str, sk: &str) {
    let text = |text: &str| AttributeValue::S(text.to_owned());
    app.table.delete_item().table_name(TABLE).key("pk", text(pk)).key("sk", text(sk)).send().await.unwrap();
}

pub(super) async fn read(app: &App, pk: &str, sk: &str) -> Option<Value> {
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let item = app.table.get_item().table_name(TABLE).key("pk", text(pk)).key("sk", text(sk)).send().await.unwrap().item;
    item.map(|item| read_item(item).unwrap())
}

/// All items of the table by key.
#[expect(clippy::disallowed_methods, reason = "tests look at the whole table")]
pub(super) async fn everything(app: &App) -> Vec<(String, Value)> {
    let items: Vec<Item> = app.table.scan().table_name(TABLE).into_paginator().items().send().collect::<Result<_, _>>().await.unwrap();
    let mut all: Vec<(String, Value)> = items
        .into_iter()
        .map(|item| {
            let item: Value = read_item(item).unwrap();
            (format!("{} {}", item["pk"].as_str().unwrap(), item["sk"].as_str().unwrap()), item)
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

/// Sort keys of what is kept in a family's partition.
async fn kept(app: &App, family: &str) -> Vec<String> {
    let pk = format!("FAM#{family} ");
    everything(app).await.into_iter().filter_map(|(key, _)| key.strip_prefix(&pk).map(str::to_owned)).collect()
}

pub(super) async fn task(app: &App, work: Value) {
    let mut item = json!({
        "pk": "TASK#7", "sk": "2026-03-01T12:00:00Z#tsk_01890a5d-ac96-774b-bcce-b302099a8007", "kind": "TASK", "schema": 1,
        "id": "tsk_01890a5d-ac96-774b-bcce-b302099a8007", "created_at": START,
    });
    item.as_object_mut().unwrap().extend(work.as_object().unwrap().clone());
    put(app, &item).await;
}

/// What statistics say.
async fn statistics(app: &App) -> Value {
    let mut total = trajectory::statistics::Statistics::default();
    for (key, item) in everything(app).await {
        if key.starts_with("INSTANCE STAT#") {
            total += serde_json::from_value(item).unwrap();
        }
    }
    let mut told = serde_json::to_value(total).unwrap();
    told.as_object_mut().unwrap().retain(|_, amount| *amount != json!(0));
    told
}

/// A child with a visit at which it was measured, an illness seen at it, and photos of both.
pub(super) async fn a_visited_child(app: &App, actor: &Actor, family: &str) -> String {
    let child = app.child(actor, family).await;
    let place = (family, child.as_str());
    keep(app, actor, place, VISIT, &json!({ "title": "Check-up" }), &[]).await;
    keep(app, actor, place, ILLNESS, &json!({ "visit_ids": [VISIT], "types": ["cold"] }), &[VISIT]).await;
    let mut details = measured();
    details["visit_id"] = json!(VISIT);
    keep(app, actor, place, MEASUREMENT, &details, &[VISIT]).await;
    keep(app, actor, place, PHOTO, &json!({ "title": "Card", "kind": "photo", "record": VISIT }), &[VISIT]).await;
    // It was moved from the visit to the illness; the old link is still there.
    keep(app, actor, place, OLD_PHOTO, &json!({ "title": "Throat", "kind": "photo", "record": ILLNESS }), &[VISIT, ILLNESS]).await;
    child
}

#[tokio::test]
async fn of_a_deleted_family_nothing_stays_but_that_its_ids_were_used() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    let (_, other) = app.owner("otto").await;
    let child = a_visited_child(&app, &anna, &family).await;
    let token = app.invite(&anna, &family, &json!({ "role": "viewer" })).await;
    let invite = token.split('.').nth(1).unwrap();
    app.sweep().await;
    let before = kept(&app, &other).await;
    app.delete(&anna, format!("/api/families/{family}"), 1).await.expect(204);
    app.sweep().await;
    assert_eq!(kept(&app, &family).await, ["FAMILY"]);
    assert_eq!(read(&app, &format!("INVITEPASS#{invite}"), "PASS").await, None);
    assert!(read(&app, &format!("CHILD#{child}"), "CLAIM").await.is_some());
    assert!(!app.object(&format!("f/{family}/{PHOTO}")).exists() && !app.object(&format!("f/{family}/{OLD_PHOTO}")).exists());
    assert_eq!(kept(&app, &other).await, before);
    assert_eq!(statistics(&app).await, json!({ "users": 2, "families": 1 }));

    // An upload that was under way arrives after all.
    let late = app.object(&format!("f/{family}/{PHOTO}"));
    std::fs::create_dir_all(late.parent().unwrap()).unwrap();
    std::fs::write(&late, b"late").unwrap();
    app.sweeper().sweep().await.unwrap();
    assert!(late.exists(), "not before its time");
    app.pass(TimeDelta::minutes(11));
    app.sweeper().sweep().await.unwrap();
    assert!(!late.exists());
    assert_eq!(app.count("TASK").await, 0);
}

#[tokio::test]
async fn a_family_that_an_admin_deletes_first_loses_its_members() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    let ben = app.register("ben").await;
    let ben = app.join(&ben, &family, "parent").await;
    task(&app, json!({ "work": "delete_family", "family_id": family })).await;
    app.sweep().await;
    assert_eq!(kept(&app, &family).await, ["FAMILY"]);
    let tombstone = read(&app, &format!("FAM#{family}"), "FAMILY").await.unwrap();
    assert!(tombstone["deleted_at"].is_string() && tombstone.get("name").is_none() && tombstone.get("dir_pk").is_none());
    for actor in [anna, ben] {
        app.get(&actor, format!("/api/families/{family}")).await.expect(404);
        let profile = read(&app, &format!("USER#{}", actor.user), "PROFILE").await.unwrap();
        assert_eq!(profile["family_count"], json!(0));
    }
    assert_eq!(app.count("BELONGING").await, 0);
    app.pass(TimeDelta::minutes(11));
    app.sweeper().sweep().await.unwrap();
    assert_eq!(app.count("TASK").await, 0);
}

#[tokio::test]
async fn a_family_whose_owner_closed_the_account_goes_to_whom_is_longest_in_it() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    let (ben, cleo) = (app.register("ben").await, app.register("cleo").await);
    let viewer = app.join(&ben, &family, "viewer").await;
    let parent = app.join(&cleo, &family, "parent").await;
    let alone = app.create(&anna, "/api/families", &json!({ "name": "Alone" })).await.expect(201)["id"].as_str().unwrap().to_owned();
    expire(&app, &format!("USER#{}", anna.user), "PROFILE").await;
    task(&app, json!({ "work": "close_account", "user_id": anna.user })).await;
    app.sweep().await;
    let role = async |actor: &Actor| app.get(actor, format!("/api/families/{family}")).await.expect(200)["role"].clone();
    assert_eq!((role(&parent).await, role(&viewer).await), (json!("owner"), json!("viewer")));
    let there = read(&app, &format!("FAM#{family}"), "FAMILY").await.unwrap();
    assert_eq!(there["owners"], json!(1));
    assert_eq!(kept(&app, &alone).await, ["FAMILY"]);
    assert_eq!(read(&app, &format!("USER#{}", anna.user), &format!("FAMILY#{family}")).await, None);
    assert_eq!(statistics(&app).await, json!({ "users": 2, "families": 1 }));
    // The family's history tells of both, and of nobody who did it.
    let by_nobody = |item: &Value| item["record_kind"] == "MEMBER" && item.get("by").is_none();
    let told = everything(&app).await.into_iter().map(|(_, item)| item).filter(by_nobody);
    let mut told: Vec<_> = told.map(|item| (item["action"].clone(), item["record_id"].clone())).collect();
    told.sort_by_key(|(action, _)| action.to_string());
    assert_eq!(told, [(json!("changed"), json!(cleo.user)), (json!("deleted"), json!(anna.user))]);
}

#[tokio::test]
async fn an_object_that_was_left_is_deleted_and_no_other() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    a_visited_child(&app, &anna, &family).await;
    task(&app, json!({ "work": "delete_object", "family_id": family, "object_id": PHOTO })).await;
    app.sweep().await;
    assert!(!app.object(&format!("f/{family}/{PHOTO}")).exists() && app.object(&format!("f/{family}/{OLD_PHOTO}")).exists());
    assert_eq!(app.count("TASK").await, 0);
}

#[tokio::test]
async fn work_that_no_version_knows_is_left_and_holds_nothing_up() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    task(&app, json!({ "work": "paint_the_fence" })).await;
    app.delete(&anna, format!("/api/families/{family}"), 1).await.expect(204);
    app.sweep().await;
    assert_eq!(kept(&app, &family).await, ["FAMILY"]);
    app.pass(TimeDelta::minutes(11));
    app.sweeper().sweep().await.unwrap();
    assert_eq!(app.count("TASK").await, 1);
}

#[tokio::test]
async fn of_a_child_whose_time_in_the_trash_is_over_nothing_stays() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    let before = kept(&app, &family).await;
    let child = a_visited_child(&app, &anna, &family).await;
    app.sweep().await;
    expire(&app, &format!("FAM#{family}"), &format!("CHILD#{child}")).await;
    app.sweep().await;
    assert_eq!(kept(&app, &family).await, before);
    assert!(!app.object(&format!("f/{family}/{PHOTO}")).exists() && !app.object(&format!("f/{family}/{OLD_PHOTO}")).exists());
    assert!(read(&app, &format!("CHILD#{child}"), "CLAIM").await.is_some());
    assert_eq!(statistics(&app).await, json!({ "users": 1, "families": 1 }));
}

#[tokio::test]
async fn a_purged_visit_takes_its_photos_along_and_is_named_by_nothing_any_more() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    let child = a_visited_child(&app, &anna, &family).await;
    let pk = format!("FAM#{family}");
    expire(&app, &pk, &format!("REC#{child}#VISIT#{VISIT}")).await;
    app.sweep().await;
    let left = kept(&app, &family).await;
    assert!(left.iter().all(|sk| !sk.contains(VISIT) && !sk.contains(PHOTO)), "{left:?}");
    assert!(!app.object(&format!("f/{family}/{PHOTO}")).exists());
    // What hangs on the illness stays with it.
    assert!(app.object(&format!("f/{family}/{OLD_PHOTO}")).exists());
    assert!(left.contains(&format!("LINK#{ILLNESS}#{OLD_PHOTO}")));
    let measurement = app.get(&anna, format!("/api/children/{child}/measurements/{MEASUREMENT}")).await.expect(200);
    assert_eq!((&measurement["visit_id"], &measurement["rev"]), (&Value::Null, &json!(2)));
    let illness = read(&app, &pk, &format!("REC#{child}#ILLNESS#{ILLNESS}")).await.unwrap();
    assert_eq!(illness["details"], json!({ "visit_ids": [], "types": ["cold"] }));
    let entry = read(&app, &pk, &format!("HIST#{ILLNESS}#0000000002")).await.unwrap();
    assert_eq!((&entry["action"], &entry["details"], entry.get("by")), (&json!("changed"), &illness["details"], None));
}

#[tokio::test]
async fn what_is_there_again_is_not_purged() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    let child = a_visited_child(&app, &anna, &family).await;
    app.sweep().await;
    let (pk, sk) = (format!("FAM#{family}"), format!("REC#{child}#VISIT#{VISIT}"));
    let visit = read(&app, &pk, &sk).await.unwrap();
    let before = everything(&app).await;
    expire(&app, &pk, &sk).await;
    put(&app, &visit).await;
    app.sweep().await;
    assert_eq!(everything(&app).await, before);
    assert!(app.object(&format!("f/{family}/{PHOTO}")).exists());
}

#[tokio::test]
async fn an_announcement_that_ran_out_takes_no_file_of_a_sibling() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    a_visited_child(&app, &anna, &family).await;
    let sibling = app.child(&anna, &family).await;
    let pk = format!("FAM#{family}");
    let sk = format!("REC#{sibling}#ATTACHMENT#{PHOTO}");
    put(&app, &json!({ "pk": pk, "sk": sk, "kind": "ATTACHMENT", "schema": 1, "rev": 1, "state": "pending", "expires_at": 1 })).await;
    expire(&app, &pk, &sk).await;
    app.sweep().await;
    assert!(app.object(&format!("f/{family}/{PHOTO}")).exists());
    assert!(kept(&app, &family).await.contains(&format!("HIST#{PHOTO}#0000000001")));
}

#[tokio::test]
async fn what_was_never_uploaded_completely_is_cleaned_up() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    let child = a_visited_child(&app, &anna, &family).await;
    let (pk, id) = (format!("FAM#{family}"), "att_01890a5d-ac96-774b-bcce-b302099a8009");
    let sk = format!("REC#{child}#ATTACHMENT#{id}");
    put(&app, &json!({ "pk": pk, "sk": sk, "kind": "ATTACHMENT", "schema": 1, "rev": 1, "state": "pending", "expires_at": 1 })).await;
    let object = app.object(&format!("f/{family}/{id}"));
    std::fs::write(&object, b"half").unwrap();
    expire(&app, &pk, &sk).await;
    app.sweep().await;
    assert!(!object.exists() && app.object(&format!("f/{family}/{PHOTO}")).exists());
}

#[tokio::test]
async fn attachments_go_to_the_trash_with_their_record_and_come_back_with_it() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    let child = a_visited_child(&app, &anna, &family).await;
    let (pk, sk) = (format!("FAM#{family}"), format!("REC#{child}#VISIT#{VISIT}"));
    let photo = format!("REC#{child}#ATTACHMENT#{PHOTO}");
    let (before, visit) = (read(&app, &pk, &photo).await.unwrap(), read(&app, &pk, &sk).await.unwrap());
    let mut trashed = visit.clone();
    (trashed["deleted_at"], trashed["expires_at"], trashed["rev"]) = (json!(START), json!(1_800_000_000), json!(2));
    put(&app, &trashed).await;
    app.sweep().await;
    let along = read(&app, &pk, &photo).await.unwrap();
    assert_eq!((&along["deleted_at"], &along["expires_at"]), (&json!(START), &json!(1_800_000_000)));
    assert_eq!((&along["trashed_with"], &along["rev"], along.get("date_sk")), (&json!(VISIT), &json!(2), None));
    assert_eq!(along["open_sk"], json!(format!("TRASH#2026-03-01T12:00:00.000Z#{PHOTO}")));
    let other = read(&app, &pk, &format!("REC#{child}#ATTACHMENT#{OLD_PHOTO}")).await.unwrap();
    assert_eq!((other.get("deleted_at"), &other["rev"]), (None, &json!(1)));
    assert_eq!(statistics(&app).await["attachments"], json!(1));

    let mut restored = visit.clone();
    restored["rev"] = json!(3);
    put(&app, &restored).await;
    app.sweep().await;
    let mut back = read(&app, &pk, &photo).await.unwrap();
    assert_eq!(back["rev"], json!(3));
    back["rev"] = json!(1);
    assert_eq!(back, before);
    let action = async |rev: u64| read(&app, &pk, &format!("HIST#{PHOTO}#{rev:010}")).await.unwrap()["action"].clone();
    assert_eq!((action(2).await, action(3).await), (json!("deleted"), json!("restored")));
    assert_eq!(statistics(&app).await["bytes"], json!(10));
}

#[tokio::test]
async fn a_change_that_is_told_twice_changes_nothing() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    let child = a_visited_child(&app, &anna, &family).await;
    app.sweep().await;
    let counted = json!({
        "users": 1, "families": 1, "children": 1, "visits": 1, "measurements": 1, "illnesses": 1, "attachments": 2, "bytes": 10,
    });
    assert_eq!(statistics(&app).await, counted);
    app.delete(&anna, format!("/api/children/{child}/measurements/{MEASUREMENT}"), 1).await.expect(204);
    app.sweep().await;
    assert_eq!(statistics(&app).await.get("measurements"), None);
    let before = everything(&app).await;
    app.rewind().await;
    app.sweep().await;
    assert_eq!(everything(&app).await, before);
}

#[tokio::test]
async fn a_recount_sets_right_what_was_lost() {
    let app = App::start().await;
    let (anna, family) = app.owner("anna").await;
    a_visited_child(&app, &anna, &family).await;
    app.sweep().await;
    let right = statistics(&app).await;
    put(&app, &json!({ "pk": "INSTANCE", "sk": "STAT#3", "kind": "STATISTICS", "schema": 1, "visits": 1000 })).await;
    for (key, item) in everything(&app).await {
        let (pk, sk) = (item["pk"].as_str().unwrap(), item["sk"].as_str().unwrap());
        if key.starts_with("COUNTED#") && key.ends_with(VISIT) {
            expire(&app, pk, sk).await;
        }
    }
    let note = json!({
        "pk": "COUNTED#1", "sk": "FAM#x#y", "kind": "COUNTED", "schema": 1, "visits": 1, "item_pk": format!("FAM#{family}"),
        "item_sk": format!("REC#{}#VISIT#vis_1", "chi_01890a5d-ac96-774b-bcce-b302099a8001"),
    });
    let mut stale = note.clone();
    stale["sk"] = json!(format!("{}#{}", note["item_pk"].as_str().unwrap(), note["item_sk"].as_str().unwrap()));
    put(&app, &stale).await;
    assert_ne!(statistics(&app).await, right);
    let found = app.sweeper().recount().await.unwrap();
    assert_eq!(statistics(&app).await, right);
    assert_eq!(found.items, 2);
    assert_eq!(app.sweeper().recount().await.unwrap(), trajectory::sweep::Recount::default());
}

#[tokio::test]
async fn the_stream_goes_on_where_it_was_left() {
    let app = App::start().await;
    app.owner("anna").await;
    let file = app.object("position.json");
    let mut stream = trajectory_local::stream::Stream::at(&app.embedded.table_url).remembered_in(file.clone()).unwrap();
    let told = stream.next().await.unwrap();
    assert!(told.len() > 3);
    stream.mark(&told[2]);
    stream.keep().unwrap();
    let mut again = trajectory_local::stream::Stream::at(&app.embedded.table_url).remembered_in(file).unwrap();
    let rest: Vec<_> = again.next().await.unwrap().into_iter().map(|one| one.change).collect();
    assert_eq!(rest, told.into_iter().skip(3).map(|one| one.change).collect::<Vec<_>>());
}
