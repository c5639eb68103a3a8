//! Members: shown, given another role, limited, paused, removed; ownership handed over; leaving.

use axum::http::Method;
use chrono::TimeDelta;
use futures_util::future::{join, join_all};
use serde_json::{Value, json};

use crate::harness::{Actor, Answer, App, boy, id, measured};

fn details(role: &str) -> Value {
    json!({ "role": role, "only_children": null, "frozen": false })
}

fn path(family: &str, member: &Actor) -> String {
    format!("/api/families/{family}/members/{}", member.user)
}

async fn remove(app: &App, by: &Actor, family: &str, member: &Actor) -> Answer {
    app.call(Method::DELETE, path(family, member)).token(&by.token).send().await
}

async fn hand_over(app: &App, by: &Actor, family: &str, to: &Actor, step_down: bool) -> Answer {
    app.create(by, format!("/api/families/{family}/owner"), &json!({ "user_id": to.user, "step_down": step_down })).await
}

/// What each member of a family is, as one of them sees it, by name.
async fn roles(app: &App, by: &Actor, family: &str) -> Vec<(String, String)> {
    let members = app.get(by, format!("/api/families/{family}/members")).await.expect(200);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut told: Vec<_> = members["items"].as_array().unwrap().iter().map(|one| (text(&one["name"]), text(&one["role"]))).collect();
    told.sort_unstable();
    told
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(name, role)| ((*name).to_owned(), (*role).to_owned())).collect()
}

#[tokio::test]
async fn members_are_listed_with_names_and_for_owners_with_addresses() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    app.pass(TimeDelta::seconds(1));
    let ben = app.join(&app.register("ben").await, &family, "viewer").await;
    let all = format!("/api/families/{family}/members");
    let answer = app.get(&ana, &all).await;
    assert_eq!(answer.usage.depth, 2);
    let seen = answer.expect(200);
    assert_eq!(seen["items"].as_array().unwrap().len(), 2);
    assert_eq!(
        seen["items"][1],
        json!({
            "user_id": ben.user, "family_id": family, "name": "ben", "email": "ben@example.org", "role": "viewer",
            "only_children": null, "frozen": false, "created_at": "2026-03-01T12:00:01Z", "rev": 1,
        })
    );
    let seen = app.get(&ben, &all).await.expect(200);
    assert_eq!((&seen["items"][0]["name"], &seen["items"][0]["email"]), (&json!("ana"), &Value::Null));
    let eve = app.register("eve").await;
    assert_eq!(app.get(&eve, &all).await.refused(404), "not_found");
    assert_eq!(app.call(Method::GET, &all).send().await.refused(401), "not_signed_in");
}

#[tokio::test]
async fn a_new_role_holds_at_once() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let ben = app.join(&app.register("ben").await, &family, "parent").await;
    let record = format!("/api/children/{child}/measurements");
    app.create(&ben, &record, &measured()).await.expect(201);
    let answer = app.replace(&ana, path(&family, &ben), 1, &details("viewer")).await;
    assert_eq!(answer.headers["etag"], "\"2\"");
    let changed = answer.expect(200);
    assert_eq!((&changed["role"], &changed["rev"], &changed["name"]), (&json!("viewer"), &json!(2), &json!("ben")));
    assert_eq!(app.create(&ben, &record, &measured()).await.refused(403), "not_allowed");
    app.get(&ben, &record).await.expect(200);
    let stale = app.replace(&ana, path(&family, &ben), 1, &details("owner")).await.expect(412);
    assert_eq!((&stale["code"], &stale["details"]["current"]["role"]), (&json!("changed_meanwhile"), &json!("viewer")));
    // The same change sent again, because its answer was lost.
    assert_eq!(app.replace(&ana, path(&family, &ben), 1, &details("viewer")).await.expect(200), changed);
    assert_eq!(app.delete(&ana, path(&family, &ben), 1).await.refused(412), "changed_meanwhile");
    app.delete(&ana, path(&family, &ben), 2).await.expect(204);
    assert_eq!(app.get(&ben, &record).await.refused(404), "not_found");
    assert_eq!(app.get(&ben, "/api/families").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn a_paused_member_sees_nothing_and_can_leave() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let ben = app.join(&app.register("ben").await, &family, "parent").await;
    app.freeze(&ana, &ben, &family).await;
    for call in [format!("/api/children/{child}"), format!("/api/families/{family}/members"), format!("/api/families/{family}")] {
        assert_eq!(app.get(&ben, call).await.refused(403), "membership_frozen");
    }
    let frozen = app.member(&ana, &ben, &family).await;
    assert_eq!(frozen["frozen"], json!(true));
    app.replace(&ana, path(&family, &ben), 2, &details("parent")).await.expect(200);
    app.get(&ben, format!("/api/children/{child}")).await.expect(200);
    app.freeze(&ana, &ben, &family).await;
    remove(&app, &ben, &family, &ben).await.expect(204);
    assert_eq!(app.get(&ben, format!("/api/children/{child}")).await.refused(404), "not_found");
    assert_eq!(remove(&app, &ben, &family, &ben).await.refused(404), "not_found");
    assert_eq!(roles(&app, &ana, &family).await, pairs(&[("ana", "owner")]));
}

#[tokio::test]
async fn a_limited_member_sees_their_children_alone_and_enters_none() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (seen, unseen) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let ben = app.join(&app.register("ben").await, &family, "parent").await;
    let eve = app.join(&app.register("eve").await, &family, "viewer").await;
    app.limit(&ana, &ben, &family, &[&seen]).await;
    app.limit(&ana, &eve, &family, &[&seen, &unseen]).await;
    app.get(&ben, format!("/api/children/{seen}")).await.expect(200);
    assert_eq!(app.get(&ben, format!("/api/children/{unseen}")).await.refused(404), "not_found");
    assert_eq!(app.create(&ben, format!("/api/children?family={family}"), &boy()).await.refused(403), "not_allowed");
    // Of another's limits they learn what concerns their own children.
    assert_eq!(app.member(&ben, &eve, &family).await["only_children"], json!([seen]));
    assert_eq!(app.member(&ana, &eve, &family).await["only_children"], json!([seen, unseen]));
    // A limit to a child that has gone meanwhile does not hinder other changes.
    app.delete(&ana, format!("/api/children/{unseen}"), 1).await.expect(204);
    app.set_role(&ana, &eve, &family, "parent").await;
    app.replace(&ana, path(&family, &ben), 2, &details("parent")).await.expect(200);
    app.create(&ben, format!("/api/children?family={family}"), &boy()).await.expect(201);
}

#[tokio::test]
async fn what_cannot_be_decided_about_a_member_is_refused_with_the_field() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let dead = app.child(&ana, &family).await;
    app.delete(&ana, format!("/api/children/{dead}"), 1).await.expect(204);
    let (eve, other) = app.owner("eve").await;
    let foreign = app.child(&eve, &other).await;
    let ben = app.join(&app.register("ben").await, &family, "parent").await;
    let many = vec![child.clone(); 51];
    let bad = [
        (json!({ "role": "admin", "only_children": null, "frozen": false }), "role"),
        (json!({ "only_children": null, "frozen": false }), "role"),
        (json!({ "role": "viewer", "frozen": false }), "only_children"),
        (json!({ "role": "viewer", "only_children": [], "frozen": false }), "only_children"),
        (json!({ "role": "viewer", "only_children": ["x"], "frozen": false }), "only_children[0]"),
        (json!({ "role": "viewer", "only_children": child, "frozen": false }), "only_children"),
        (json!({ "role": "viewer", "only_children": [child, child], "frozen": false }), "only_children"),
        (json!({ "role": "viewer", "only_children": many, "frozen": false }), "only_children"),
        (json!({ "role": "viewer", "only_children": [foreign], "frozen": false }), "only_children"),
        (json!({ "role": "viewer", "only_children": [child, dead], "frozen": false }), "only_children"),
        (json!({ "role": "owner", "only_children": [child], "frozen": false }), "only_children"),
        (json!({ "role": "viewer", "only_children": null }), "frozen"),
        (json!({ "role": "viewer", "only_children": null, "frozen": "no" }), "frozen"),
        (json!({ "role": "owner", "only_children": null, "frozen": true }), "frozen"),
        (json!({ "role": "viewer", "only_children": null, "frozen": false, "name": "Ben" }), "name"),
    ];
    for (body, field) in bad {
        assert_eq!(app.replace(&ana, path(&family, &ben), 1, &body).await.fields(), [field], "{body}");
    }
    let frozen = json!({ "role": "parent", "only_children": null, "frozen": true });
    assert_eq!(app.replace(&ana, path(&family, &ana), 1, &frozen).await.fields(), ["frozen"]);
    for (to, field) in [(&ana, "user_id"), (&eve, "user_id")] {
        assert_eq!(hand_over(&app, &ana, &family, to, false).await.fields(), [field]);
    }
    let bad = json!({ "user_id": ben.user, "step_down": 1 });
    assert_eq!(app.create(&ana, format!("/api/families/{family}/owner"), &bad).await.fields(), ["step_down"]);
    assert_eq!(app.replace(&ana, path(&family, &eve), 1, &details("viewer")).await.refused(404), "not_found");
    assert_eq!(remove(&app, &ana, &family, &eve).await.refused(404), "not_found");
    let nobody = format!("/api/families/{family}/members/somebody");
    assert_eq!(app.replace(&ana, nobody, 1, &details("viewer")).await.refused(404), "not_found");
    assert_eq!(app.member(&ana, &ben, &family).await["rev"], json!(1));
}

#[tokio::test]
async fn owners_decide_about_members_and_nobody_else() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    let (ana, family) = app.owner("ana").await;
    let ben = app.join(&app.register("ben").await, &family, "viewer").await;
    let parent = app.join(&app.register("paul").await, &family, "parent").await;
    let viewer = app.join(&app.register("vera").await, &family, "viewer").await;
    let frozen = app.join(&app.register("fred").await, &family, "parent").await;
    app.freeze(&ana, &frozen, &family).await;
    let removed = app.join(&app.register("rita").await, &family, "parent").await;
    app.remove_member(&removed, &family).await;
    let stranger = app.register("sam").await;
    let refusals = [
        (&parent, 403, "not_allowed"),
        (&viewer, 403, "not_allowed"),
        (&frozen, 403, "membership_frozen"),
        (&removed, 404, "not_found"),
        (&stranger, 404, "not_found"),
        (&admin, 404, "not_found"),
    ];
    for (actor, status, code) in refusals {
        assert_eq!(app.replace(actor, path(&family, &ben), 1, &details("parent")).await.refused(status), code);
        assert_eq!(remove(&app, actor, &family, &ben).await.refused(status), code);
        assert_eq!(hand_over(&app, actor, &family, &ben, false).await.refused(status), code);
    }
    for actor in [&parent, &viewer, &ana] {
        assert_eq!(app.get(actor, format!("/api/families/{family}/members")).await.expect(200)["items"].as_array().unwrap().len(), 5);
    }
    for (method, call) in [(Method::PUT, path(&family, &ben)), (Method::DELETE, path(&family, &ben))] {
        assert_eq!(app.call(method, call).json(&details("owner")).send().await.refused(401), "not_signed_in");
    }
    // Everybody may leave.
    for actor in [&parent, &viewer, &frozen] {
        remove(&app, actor, &family, actor).await.expect(204);
    }
    assert_eq!(roles(&app, &ana, &family).await, pairs(&[("ana", "owner"), ("ben", "viewer")]));
}

#[tokio::test]
async fn a_family_is_handed_over_at_once() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let ben = app.join(&app.register("ben").await, &family, "viewer").await;
    app.limit(&ana, &ben, &family, &[&child]).await;
    app.freeze(&ana, &ben, &family).await;
    assert_eq!(hand_over(&app, &ana, &family, &ben, true).await.fields(), ["user_id"]);
    app.replace(&ana, path(&family, &ben), 3, &json!({ "role": "viewer", "only_children": [child], "frozen": false })).await.expect(200);
    let owner = hand_over(&app, &ana, &family, &ben, true).await.expect(200);
    assert_eq!((&owner["role"], &owner["only_children"], &owner["rev"]), (&json!("owner"), &Value::Null, &json!(5)));
    assert_eq!(roles(&app, &ben, &family).await, pairs(&[("ana", "parent"), ("ben", "owner")]));
    assert_eq!(app.replace(&ana, path(&family, &ben), 5, &details("viewer")).await.refused(403), "not_allowed");
    assert_eq!(remove(&app, &ben, &family, &ben).await.refused(409), "last_owner");
    // Back, without stepping down: two owners.
    hand_over(&app, &ben, &family, &ana, false).await.expect(200);
    assert_eq!(roles(&app, &ben, &family).await, pairs(&[("ana", "owner"), ("ben", "owner")]));
    // To somebody who is one already, only the stepping down is left to do.
    hand_over(&app, &ben, &family, &ana, true).await.expect(200);
    assert_eq!(roles(&app, &ben, &family).await, pairs(&[("ana", "owner"), ("ben", "parent")]));
    assert_eq!(remove(&app, &ana, &family, &ana).await.refused(409), "last_owner");
}

#[tokio::test]
async fn the_last_owner_neither_leaves_nor_steps_down() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let ben = app.join(&app.register("ben").await, &family, "parent").await;
    assert_eq!(remove(&app, &ana, &family, &ana).await.refused(409), "last_owner");
    assert_eq!(app.replace(&ana, path(&family, &ana), 1, &details("parent")).await.refused(409), "last_owner");
    app.set_role(&ana, &ben, &family, "owner").await;
    app.replace(&ana, path(&family, &ana), 1, &details("viewer")).await.expect(200);
    assert_eq!(app.replace(&ana, path(&family, &ben), 2, &details("viewer")).await.refused(403), "not_allowed");
    remove(&app, &ben, &family, &ana).await.expect(204);
    assert_eq!(roles(&app, &ben, &family).await, pairs(&[("ben", "owner")]));
}

#[tokio::test]
async fn of_two_owners_who_leave_or_step_down_at_once_one_stays() {
    let app = App::start().await;
    for round in 0..12 {
        let (ana, family) = app.owner(&format!("ana{round}")).await;
        let ben = app.join(&app.register(&format!("ben{round}")).await, &family, "owner").await;
        let (one, two) = match round % 4 {
            0 => join(remove(&app, &ana, &family, &ana), remove(&app, &ben, &family, &ben)).await,
            1 => join(remove(&app, &ana, &family, &ben), remove(&app, &ben, &family, &ana)).await,
            2 => {
                let (down, parent) = (details("viewer"), details("parent"));
                join(app.replace(&ana, path(&family, &ana), 1, &down), app.replace(&ben, path(&family, &ben), 1, &parent)).await
            }
            _ => join(hand_over(&app, &ana, &family, &ben, true), hand_over(&app, &ben, &family, &ana, true)).await,
        };
        let done = [&one, &two].into_iter().filter(|answer| answer.status.is_success()).count();
        assert_eq!(done, 1, "round {round}: {} {}", one.body, two.body);
        let kept = app
            .everything()
            .await
            .into_iter()
            .find(|item| item["sk"].as_s().unwrap() == "FAMILY" && item["pk"].as_s().unwrap().contains(&family));
        assert_eq!(kept.unwrap()["owners"].as_n().unwrap(), "1");
        let mut left = Vec::new();
        for actor in [&ana, &ben] {
            let family = app.get(actor, format!("/api/families/{family}")).await;
            left.extend(family.status.is_success().then(|| family.body["role"].clone()).filter(|role| role == "owner"));
        }
        assert_eq!(left.len(), 1);
    }
}

#[tokio::test]
async fn a_family_takes_thirty_members_and_all_of_them_are_out_when_it_is_deleted() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let actors = join_all((0..30).map(|nth| {
        let app = &app;
        async move { app.register(&format!("guest{nth}")).await }
    }))
    .await;
    let mut tokens = Vec::new();
    for _ in &actors {
        tokens.push(app.invite(&ana, &family, &json!({ "role": "viewer" })).await);
    }
    let mut full = 0;
    for (actor, token) in actors.iter().zip(&tokens) {
        let answer = app.accept(actor, token).await;
        if answer.status != 200 {
            assert_eq!(answer.refused(409), "family_full");
            full += 1;
        }
    }
    assert_eq!((full, app.count("MEMBER").await), (1, 30));
    let first = &actors[0];
    remove(&app, first, &family, first).await.expect(204);
    app.accept(actors.last().unwrap(), tokens.last().unwrap()).await.expect(200);
    let viewer = json!({ "role": "viewer" });
    let ten = join_all((0..7).map(|_| app.invite(&ana, &family, &viewer))).await;
    app.call(Method::DELETE, format!("/api/families/{family}")).token(&ana.token).send().await.expect(204);
    assert_eq!((app.count("MEMBER").await, app.count("BELONGING").await), (0, 0));
    for actor in &actors {
        assert_eq!(app.get(actor, format!("/api/families/{family}")).await.refused(404), "not_found");
    }
    for token in ten {
        assert_eq!(app.accept(first, &token).await.refused(404), "invite_gone");
    }
}

#[tokio::test]
async fn whoever_leaves_has_room_for_another_family_and_may_come_again() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let ben = app.join(&app.register("ben").await, &family, "parent").await;
    let otters = json!({ "name": "Otters" });
    let more = join_all((0..19).map(|_| app.create(&ben, "/api/families", &otters))).await;
    assert!(more.iter().all(|answer| answer.status == 201));
    assert_eq!(app.create(&ben, "/api/families", &json!({ "name": "Otters" })).await.refused(409), "too_many_families");
    remove(&app, &ben, &family, &ben).await.expect(204);
    app.create(&ben, "/api/families", &json!({ "name": "Otters" })).await.expect(201);
    let token = app.invite(&ana, &family, &json!({ "role": "parent" })).await;
    assert_eq!(app.accept(&ben, &token).await.refused(409), "too_many_families");
    let gone = id(&more[0].body);
    app.delete(&ben, format!("/api/families/{gone}"), 1).await.expect(204);
    app.accept(&ben, &token).await.expect(200);
    assert_eq!(roles(&app, &ana, &family).await, pairs(&[("ana", "owner"), ("ben", "parent")]));
}

#[tokio::test]
async fn whatever_changes_a_family_or_its_members_is_in_its_history() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    app.replace(&ana, format!("/api/families/{family}"), 1, &json!({ "name": "Otters" })).await.expect(200);
    let ben = app.join(&app.register("ben").await, &family, "parent").await;
    app.limit(&ana, &ben, &family, &[&child]).await;
    app.freeze(&ana, &ben, &family).await;
    remove(&app, &ana, &family, &ben).await.expect(204);
    let ben = app.join(&ben, &family, "viewer").await;
    hand_over(&app, &ana, &family, &ben, true).await.expect(200);
    app.call(Method::DELETE, format!("/api/families/{family}")).token(&ben.token).send().await.expect(204);
    let told = app.audit(&family).await;
    insta::assert_snapshot!(told.join("\n"), @r"
    FAMILY changed 2
    FAMILY created 1
    FAMILY deleted 5
    INVITE accepted 2
    INVITE accepted 2
    INVITE created 1
    INVITE created 1
    MEMBER changed 2
    MEMBER changed 2
    MEMBER changed 2
    MEMBER changed 3
    MEMBER created 1
    MEMBER created 1
    MEMBER created 1
    MEMBER deleted 4
    ");
    let entries = app.entries(&family).await;
    let by = |user: &str| entries.iter().filter(|item| item["by"].as_s().unwrap() == user).count();
    assert_eq!(by(&ana.user) + by(&ben.user), entries.len());
    let limited = entries.iter().find(|item| item["record_id"].as_s().unwrap() == &ben.user && item["rev"].as_n().unwrap() == "3");
    let details = limited.unwrap()["details"].as_m().unwrap();
    assert_eq!((details["role"].as_s().unwrap().as_str(), details["frozen"].as_bool().unwrap()), ("parent", &true));
}

#[tokio::test]
async fn a_write_that_overtakes_a_removal_or_comes_too_late_is_one_or_the_other() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    for round in 0..6 {
        let ben = app.join(&app.register(&format!("ben{round}")).await, &family, "parent").await;
        let before = app.count("MEASUREMENT").await;
        let body = measured();
        let (written, removed) =
            join(app.create(&ben, format!("/api/children/{child}/measurements"), &body), remove(&app, &ana, &family, &ben)).await;
        removed.expect(204);
        let kept = app.count("MEASUREMENT").await - before;
        assert!(matches!((written.status.as_u16(), kept), (201, 1) | (404, 0)), "{} {kept}", written.status);
        assert_eq!(app.create(&ben, format!("/api/children/{child}/measurements"), &measured()).await.refused(404), "not_found");
    }
}
