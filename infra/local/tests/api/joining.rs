//! Coming into a family by an invitation: alone, at the same time as others, while signing up.

use aws_sdk_dynamodb::types::AttributeValue;
use axum::http::Method;
use futures_util::future::{join, join_all};
use serde_json::{Value, json};

use crate::harness::{Actor, App, id};
use crate::invites::{preview, revoke, sign_up};

fn actor(body: &Value) -> Actor {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    Actor {
        user: text(&body["user"]["id"]),
        email: text(&body["user"]["email"]),
        token: text(&body["access_token"]),
        refresh: text(&body["refresh_token"]),
    }
}

#[tokio::test]
async fn an_invited_parent_lands_in_the_inviting_family_and_in_no_other() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let token = app.invite(&ana, &family, &json!({ "role": "parent" })).await;
    let ben = actor(&sign_up(&app, "ben", Some(&token)).await.expect(201));
    app.accept(&ben, &token).await.expect(200);
    let families = app.get(&ben, "/api/families").await.expect(200);
    assert_eq!(families["items"].as_array().unwrap().len(), 1);
    assert_eq!((&families["items"][0]["id"], &families["items"][0]["role"]), (&json!(family), &json!("parent")));
    assert_eq!(app.get(&ben, "/api/children").await.expect(200)["items"][0]["id"], json!(child));
    assert_eq!(app.get(&ben, "/api/account").await.expect(200)["family_ids"], json!([family]));
    assert_eq!(app.count("FAMILY").await, 1);
}

#[tokio::test]
async fn an_invitation_is_good_for_one_person_however_many_try_at_once() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let people = join_all((0..6).map(|nth| {
        let app = &app;
        async move { app.register(&format!("guest{nth}")).await }
    }))
    .await;
    for round in 0..3 {
        let token = app.invite(&ana, &family, &json!({ "role": "viewer" })).await;
        let two = &people[2 * round..2 * round + 2];
        let (one, other) = join(app.accept(&two[0], &token), app.accept(&two[1], &token)).await;
        let mut codes = [one, other].map(|answer| (answer.status.as_u16(), answer.body["code"].clone()));
        codes.sort_by_key(|(status, _)| *status);
        assert_eq!(codes, [(200, Value::Null), (404, json!("invite_gone"))]);
        assert_eq!(app.count("MEMBER").await, 2 + round);
    }
}

#[tokio::test]
async fn one_person_who_accepts_twice_at_once_is_one_member() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let ben = app.register("ben").await;
    let token = app.invite(&ana, &family, &json!({ "role": "parent" })).await;
    let answers = join_all((0..4).map(|_| app.accept(&ben, &token))).await;
    for answer in answers {
        assert_eq!(answer.expect(200)["role"], json!("parent"));
    }
    assert_eq!(app.count("MEMBER").await, 2);
    let profile = app
        .everything()
        .await
        .into_iter()
        .find(|item| item["pk"].as_s().unwrap().ends_with(&ben.user) && item["sk"].as_s().unwrap() == "PROFILE");
    assert_eq!(profile.unwrap()["family_count"].as_n().unwrap(), "1");
}

#[tokio::test]
async fn a_member_is_told_so_and_the_invitation_stays_open() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let ben = app.join(&app.register("ben").await, &family, "parent").await;
    let token = app.invite(&ana, &family, &json!({ "role": "owner" })).await;
    for actor in [&ana, &ben] {
        assert_eq!(app.accept(actor, &token).await.refused(409), "already_member");
    }
    assert_eq!(app.member(&ana, &ben, &family).await["role"], json!("parent"));
    let eve = app.register("eve").await;
    assert_eq!(app.accept(&eve, &token).await.expect(200)["role"], json!("owner"));
    app.call(Method::DELETE, format!("/api/families/{family}/members/{}", ana.user)).token(&ana.token).send().await.expect(204);
}

#[tokio::test]
async fn accepting_and_withdrawing_at_once_is_one_or_the_other() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    for round in 0..6 {
        let ben = app.register(&format!("ben{round}")).await;
        let token = app.invite(&ana, &family, &json!({ "role": "viewer" })).await;
        let before = app.count("MEMBER").await;
        let (accepted, revoked) = join(app.accept(&ben, &token), revoke(&app, &ana, &family, &token)).await;
        let joined = app.count("MEMBER").await - before;
        assert!(
            matches!((accepted.status.as_u16(), revoked.status.as_u16(), joined), (200, 404, 1) | (404, 204, 0)),
            "{} {} {joined}",
            accepted.status,
            revoked.status
        );
    }
}

#[tokio::test]
async fn nobody_is_left_in_a_family_that_is_deleted_while_they_join() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    for round in 0..8 {
        let family = id(&app.create(&ana, "/api/families", &json!({ "name": "Otters" })).await.expect(201));
        let ben = app.register(&format!("ben{round}")).await;
        let token = app.invite(&ana, &family, &json!({ "role": "viewer" })).await;
        let delete = app.call(Method::DELETE, format!("/api/families/{family}")).token(&ana.token);
        let delete = if round % 2 == 0 { delete.if_match(1) } else { delete };
        let (accepted, deleted) = join(app.accept(&ben, &token), delete.send()).await;
        let of_ben = app.get(&ben, format!("/api/families/{family}")).await.status.as_u16();
        let of_ana = app.get(&ana, format!("/api/families/{family}")).await.status.as_u16();
        let end = (accepted.status.as_u16(), deleted.status.as_u16(), of_ben, of_ana);
        // The last: joined first, and then out with everybody else.
        assert!(matches!(end, (200, 412, 200, 200) | (200 | 404, 204, 404, 404)), "{end:?}");
    }
    let of_ana = AttributeValue::S(format!("USER#{}", ana.user));
    let belongings =
        app.everything().await.into_iter().filter(|item| item["pk"] == of_ana && item["sk"] != AttributeValue::S("PROFILE".to_owned()));
    let families = app.get(&ana, "/api/families").await.expect(200);
    assert_eq!(belongings.count(), families["items"].as_array().unwrap().len());
}

#[tokio::test]
async fn an_invitation_of_who_is_an_owner_no_longer_is_gone() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let ben = app.join(&app.register("ben").await, &family, "owner").await;
    let (first, second) =
        (app.invite(&ben, &family, &json!({ "role": "owner" })).await, app.invite(&ben, &family, &json!({ "role": "owner" })).await);
    app.set_role(&ana, &ben, &family, "parent").await;
    assert_eq!(preview(&app, &first).await.refused(404), "invite_gone");
    assert_eq!(app.accept(&app.register("eve").await, &first).await.refused(404), "invite_gone");
    assert_eq!(app.get(&ana, format!("/api/families/{family}/invites")).await.expect(200)["items"], json!([]));
    app.remove_member(&ben, &family).await;
    // No way back in for somebody who has put a link aside.
    assert_eq!(app.accept(&ben, &second).await.refused(404), "invite_gone");
    assert_eq!(preview(&app, &second).await.refused(404), "invite_gone");
    assert_eq!(app.get(&ben, format!("/api/families/{family}")).await.refused(404), "not_found");
}

#[tokio::test]
async fn a_removed_member_does_not_come_back_with_the_old_link() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let ben = app.register("ben").await;
    let token = app.invite(&ana, &family, &json!({ "role": "parent" })).await;
    app.accept(&ben, &token).await.expect(200);
    app.remove_member(&ben, &family).await;
    assert_eq!(app.accept(&ben, &token).await.refused(404), "invite_gone");
}

#[tokio::test]
async fn an_instance_that_asks_for_invitations_lets_one_account_in_for_each() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    app.set_registration("invite_only").await;
    assert_eq!(sign_up(&app, "eve", None).await.refused(403), "registration_closed");
    assert_eq!(sign_up(&app, "eve", Some("x")).await.fields(), ["invite"]);
    let token = app.invite(&ana, &family, &json!({ "role": "parent", "email": "ben@example.org" })).await;
    let [of, invite, _] = token.split('.').collect::<Vec<_>>()[..] else { panic!("{token}") };
    let wrong = format!("{of}.{invite}.{}", "A".repeat(43));
    assert_eq!(sign_up(&app, "eve", Some(&wrong)).await.refused(404), "invite_gone");
    let answers = join(sign_up(&app, "ben", Some(&token)), sign_up(&app, "eve", Some(&token))).await;
    let (in_now, out) = if answers.0.status == 201 { answers } else { (answers.1, answers.0) };
    assert_eq!(out.refused(404), "invite_gone");
    let in_now = actor(&in_now.expect(201));
    assert_eq!(sign_up(&app, "cleo", Some(&token)).await.refused(404), "invite_gone");
    assert_eq!(app.accept(&in_now, &token).await.expect(200)["id"], json!(family));
    assert_eq!(sign_up(&app, "dora", Some(&token)).await.refused(404), "invite_gone");
    let withdrawn = app.invite(&ana, &family, &json!({ "role": "parent" })).await;
    revoke(&app, &ana, &family, &withdrawn).await.expect(204);
    assert_eq!(sign_up(&app, "dora", Some(&withdrawn)).await.refused(404), "invite_gone");
    let of_deleted = app.invite(&ana, &family, &json!({ "role": "parent" })).await;
    app.call(Method::DELETE, format!("/api/families/{family}")).token(&ana.token).send().await.expect(204);
    assert_eq!(sign_up(&app, "dora", Some(&of_deleted)).await.refused(404), "invite_gone");
    app.set_registration("closed").await;
    let second = id(&app.create(&ana, "/api/families", &json!({ "name": "B" })).await.expect(201));
    let token = app.invite(&ana, &second, &json!({ "role": "parent" })).await;
    assert_eq!(sign_up(&app, "dora", Some(&token)).await.refused(403), "registration_closed");
    assert_eq!(app.count("PROFILE").await, 2);
}
