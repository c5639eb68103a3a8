//! Who may do what: every operation on a family's record by every kind of caller.

use aws_sdk_dynamodb::types::AttributeValue;
use axum::http::Method;
use serde_json::{Value, json};
use std::fmt::Write as _;

use crate::harness::{Actor, App, boy, id, measured};

/// Calls every operation as one actor and tells the statuses. Reads come first, deletes last.
async fn row(app: &App, actor: Option<&Actor>, family: &str, child: &str, measurement: &str) -> String {
    let child_path = format!("/api/children/{child}");
    let one = format!("{child_path}/measurements/{measurement}");
    let operations: [(&str, Method, String, Option<Value>); 16] = [
        ("read_family", Method::GET, format!("/api/families/{family}"), None),
        ("read_home", Method::GET, format!("/api/families/{family}/home"), None),
        ("list_children", Method::GET, format!("/api/children?family={family}"), None),
        ("read_child", Method::GET, child_path.clone(), None),
        ("list_measurements", Method::GET, format!("{child_path}/measurements"), None),
        ("list_family_measurements", Method::GET, format!("/api/families/{family}/measurements"), None),
        ("read_measurement", Method::GET, one.clone(), None),
        ("read_growth", Method::GET, format!("{child_path}/growth"), None),
        ("create_child", Method::POST, format!("/api/children?family={family}"), Some(boy())),
        ("replace_child", Method::PUT, child_path.clone(), Some(boy())),
        ("create_measurement", Method::POST, format!("{child_path}/measurements"), Some(measured())),
        ("replace_measurement", Method::PUT, one.clone(), Some(measured())),
        ("replace_family", Method::PUT, format!("/api/families/{family}"), Some(json!({ "name": "Otters" }))),
        ("delete_measurement", Method::DELETE, one, None),
        ("delete_child", Method::DELETE, child_path, None),
        ("delete_family", Method::DELETE, format!("/api/families/{family}"), None),
    ];
    let mut told = String::new();
    for (name, method, path, body) in operations {
        let mut call = app.call(method, path);
        if let Some(actor) = actor {
            call = call.token(&actor.token);
        }
        if let Some(body) = &body {
            call = call.json(body);
        }
        writeln!(told, "{name}: {}", call.send().await.status.as_u16()).unwrap();
    }
    told
}

#[tokio::test]
async fn every_operation_by_every_kind_of_caller() {
    let mut matrix = String::new();
    for caller in ["nobody", "stranger", "admin", "owner", "parent", "viewer", "viewer of another child", "frozen", "removed"] {
        let app = App::start().await;
        // The first account is the instance's admin and a stranger to the family.
        let admin = app.register("admin").await;
        let (owner, family) = app.owner("owner").await;
        let (child, other) = (app.child(&owner, &family).await, app.child(&owner, &family).await);
        let measurement = id(&app.create(&owner, format!("/api/children/{child}/measurements"), &measured()).await.expect(201));
        let guest = app.register("guest").await;
        let actor = match caller {
            "nobody" => None,
            "stranger" => Some(guest),
            "admin" => Some(admin),
            "owner" => Some(owner),
            "parent" | "viewer" => Some(app.join(&guest, &family, caller).await),
            "viewer of another child" => {
                let guest = app.join(&guest, &family, "viewer").await;
                let only = AttributeValue::L(vec![AttributeValue::S(other)]);
                app.set_member(&guest, &family, "viewer", &[("only_children", only)]).await;
                Some(guest)
            }
            "frozen" => {
                let guest = app.join(&guest, &family, "parent").await;
                app.set_member(&guest, &family, "parent", &[("frozen_at", AttributeValue::S(crate::harness::START.to_owned()))]).await;
                Some(guest)
            }
            "removed" => {
                let guest = app.join(&guest, &family, "parent").await;
                app.remove_member(&guest, &family).await;
                Some(guest)
            }
            other => panic!("who is {other}?"),
        };
        writeln!(matrix, "{caller}\n{}", row(&app, actor.as_ref(), &family, &child, &measurement).await).unwrap();
    }
    insta::assert_snapshot!(matrix);
}

#[tokio::test]
async fn a_limited_viewer_sees_their_children_and_no_other_in_any_list() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (seen, unseen) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    for child in [&seen, &unseen] {
        app.create(&ana, format!("/api/children/{child}/measurements"), &measured()).await.expect(201);
    }
    let gran = app.register("gran").await;
    let gran = app.join(&gran, &family, "viewer").await;
    app.set_member(&gran, &family, "viewer", &[("only_children", AttributeValue::L(vec![AttributeValue::S(seen.clone())]))]).await;
    let children_in = |items: &Value| {
        items.as_array().unwrap().iter().map(|one| one["child_id"].as_str().or(one["id"].as_str()).unwrap().to_owned()).collect::<Vec<_>>()
    };
    let home = app.get(&gran, format!("/api/families/{family}/home")).await.expect(200);
    assert_eq!((children_in(&home["children"]), children_in(&home["latest_measurements"])), (vec![seen.clone()], vec![seen.clone()]));
    assert_eq!(children_in(&app.get(&gran, "/api/children").await.expect(200)["items"]), std::slice::from_ref(&seen));
    let list = app.get(&gran, format!("/api/families/{family}/measurements")).await.expect(200);
    assert_eq!(children_in(&list["items"]), [seen]);
    assert_eq!(app.get(&gran, format!("/api/families/{family}/measurements?child={unseen}")).await.refused(404), "not_found");
}

#[tokio::test]
async fn a_record_is_found_under_its_own_child_alone() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (child, sibling) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let made = app.create(&ana, format!("/api/children/{child}/measurements"), &measured()).await.expect(201);
    let elsewhere = format!("/api/children/{sibling}/measurements/{}", id(&made));
    assert_eq!(app.get(&ana, &elsewhere).await.refused(404), "not_found");
    assert_eq!(app.replace(&ana, &elsewhere, 1, &measured()).await.refused(404), "not_found");
    assert_eq!(app.delete(&ana, &elsewhere, 1).await.refused(404), "not_found");
    let (eve, _) = app.owner("eve").await;
    let theirs = format!("/api/children/{child}/measurements/{}", id(&made));
    assert_eq!(app.get(&eve, &theirs).await.refused(404), "not_found");
    assert_eq!(app.replace(&eve, &theirs, 1, &measured()).await.refused(404), "not_found");
    assert_eq!(app.create(&eve, format!("/api/children/{child}/measurements"), &measured()).await.refused(404), "not_found");
    assert_eq!(app.create(&eve, format!("/api/children?family={family}"), &boy()).await.refused(404), "not_found");
    assert_eq!(app.count("MEASUREMENT").await, 1);
}

#[tokio::test]
async fn every_operation_on_a_record_stands_in_the_matrix() {
    let document: Value = serde_json::from_str(&trajectory_local::openapi::document().unwrap()).unwrap();
    let matrix = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/api/snapshots/api__roles__every_operation_by_every_kind_of_caller.snap"
    ))
    .unwrap();
    let on_a_record = |path: &&String| path.contains("{family_id}") || path.contains("{child_id}") || path.as_str() == "/api/children";
    let paths = document["paths"].as_object().unwrap();
    for operations in paths.keys().filter(on_a_record).map(|path| &paths[path]) {
        for operation in operations.as_object().unwrap().values() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(matrix.contains(&format!("\n{name}: ")), "{name} is not in the matrix");
        }
    }
}
