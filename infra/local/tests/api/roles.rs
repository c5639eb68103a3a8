//! Who may do what: every operation on a family's record by every kind of caller.

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::Value;
use std::fmt::Write as _;

use crate::harness::{App, boy, id, measured};
use crate::uploads::now;
use crate::walk::{World, operations};

const CALLERS: [&str; 9] = ["nobody", "stranger", "admin", "owner", "parent", "viewer", "limited", "frozen", "removed"];

/// What each operation answers to one kind of caller, each in a world of their own.
async fn column(caller: &str) -> Vec<(String, u16)> {
    let app = App::start_at(now()).await;
    // The first account is the instance's admin and a stranger to the family.
    let admin = app.register("admin").await;
    let (owner, family) = app.owner("owner").await;
    let world = World::of(&app, &owner, &family).await;
    let guest = app.register("guest").await;
    let mut actor = match caller {
        "nobody" => None,
        "stranger" => Some(guest),
        "admin" => Some(admin),
        "owner" => Some(owner),
        "parent" | "viewer" => Some(app.join(&guest, &family, caller).await),
        // A viewer of another child alone.
        "limited" => {
            let other = app.child(&owner, &family).await;
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
    let mut told = Vec::new();
    for operation in operations() {
        told.push((operation.name.clone(), operation.call(&app, &world, actor.as_ref()).await.status.as_u16()));
        // What has ended the caller's session must not decide what comes after it.
        if let Some(one) = actor.as_ref().filter(|_| operation.may_end_the_session()) {
            actor = Some(app.signed_in_again(one).await);
        }
    }
    told
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_by_every_kind_of_caller() {
    let columns = futures_util::future::join_all(CALLERS.map(|caller| tokio::spawn(column(caller)))).await;
    let columns: Vec<_> = columns.into_iter().map(|column| column.unwrap()).collect();
    let mut matrix = format!("{:28}", "");
    for caller in CALLERS {
        write!(matrix, " {caller:>8}").unwrap();
    }
    for (nth, (name, _)) in columns[0].iter().enumerate() {
        write!(matrix, "\n{name:28}").unwrap();
        for column in &columns {
            write!(matrix, " {:>8}", column[nth].1).unwrap();
        }
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
