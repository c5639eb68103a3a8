//! Closing an account.

use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::harness::{Actor, Answer, App, PASSWORD};

async fn close(app: &App, actor: &Actor, password: &str) -> Answer {
    app.call(Method::DELETE, "/api/auth/account").token(&actor.token).json(&json!({ "password": password })).send().await
}

async fn leave(app: &App, actor: &Actor) -> Answer {
    app.call(Method::DELETE, "/api/account/families").token(&actor.token).send().await
}

async fn in_the_way(app: &App, actor: &Actor) -> Value {
    app.get(actor, "/api/account/closing").await.expect(200)
}

/// Makes somebody the second owner.
async fn second_owner(app: &App, actor: &Actor, family: &str) -> Actor {
    let joined = app.join(actor, family, "owner").await;
    let key = [("pk", format!("FAM#{family}")), ("sk", "FAMILY".to_owned())];
    let mut update = app.table.update_item().table_name(trajectory_local::TABLE).update_expression("SET owners = :two");
    for (name, text) in key {
        update = update.key(name, aws_sdk_dynamodb::types::AttributeValue::S(text));
    }
    update.expression_attribute_values(":two", aws_sdk_dynamodb::types::AttributeValue::N("2".to_owned())).send().await.unwrap();
    joined
}

#[tokio::test]
async fn a_closed_account_is_gone_at_once_and_its_email_is_free() {
    let app = App::start().await;
    let _admin = app.register("admin").await;
    let ana = app.register("ana").await;
    assert_eq!(close(&app, &ana, "brisk otter lump").await.fields(), ["password"]);
    app.pass(TimeDelta::seconds(1));
    close(&app, &ana, PASSWORD).await.expect(204);
    assert_eq!(app.get(&ana, "/api/account").await.refused(401), "session_ended");
    assert_eq!(app.post("/api/auth/refresh").json(&json!({ "refresh_token": ana.refresh })).send().await.refused(401), "session_ended");
    let body = json!({ "email": ana.email, "password": PASSWORD, "session": "token" });
    assert_eq!(app.post("/api/auth/login").json(&body).send().await.refused(401), "wrong_credentials");
    assert_eq!(close(&app, &ana, PASSWORD).await.refused(401), "session_ended");
    assert_eq!(app.letters_to(&ana.email).await.last().unwrap().message.subject, "Your account was closed");
    // Nothing of the person is left but what goes by itself.
    assert_eq!(app.items(&format!("USER#{}", ana.user)).await.len(), 0);
    let left = app.items(&format!("CRED#{}", ana.user)).await;
    assert!(left.iter().all(|item| item.contains_key("expires_at") && item["kind"].as_s().unwrap() == "VERIFICATION"));
    assert!(!format!("{:?}", app.items("").await).contains(&ana.email));
    let again = app.register("ana").await;
    assert_ne!(again.user, ana.user);
}

#[tokio::test]
async fn a_link_from_before_does_not_bring_a_closed_account_back() {
    let app = App::start().await;
    let _admin = app.register("admin").await;
    let ana = app.register("ana").await;
    app.post("/api/auth/password-reset").json(&json!({ "email": ana.email })).send().await.expect(202);
    let reset = app.mailed_token(&ana.email, "reset-password").await;
    let verify = app.mailed_token(&ana.email, "verify-email").await;
    close(&app, &ana, PASSWORD).await.expect(204);
    let body = json!({ "token": reset, "password": PASSWORD });
    assert_eq!(app.post("/api/auth/password-reset/confirm").json(&body).send().await.refused(400), "link_invalid");
    assert_eq!(app.post("/api/auth/verify-email").json(&json!({ "token": verify })).send().await.refused(400), "link_invalid");
    assert_eq!(app.count("PROFILE").await, 1);
}

#[tokio::test]
async fn an_account_with_families_is_closed_after_they_are_left() {
    let app = App::start().await;
    let (owner, family) = app.owner("owner").await;
    let ana = app.register("ana").await;
    let ana = app.join(&ana, &family, "parent").await;
    let child = app.child(&owner, &family).await;
    assert_eq!(close(&app, &ana, PASSWORD).await.refused(409), "still_in_families");
    let way = in_the_way(&app, &ana).await;
    assert_eq!((way["sole_owner_of"].as_array().unwrap().len(), &way["leaves"][0]["id"]), (0, &json!(family)));
    leave(&app, &ana).await.expect(204);
    assert_eq!(app.get(&ana, format!("/api/children/{child}")).await.refused(404), "not_found");
    assert_eq!(app.get(&ana, "/api/account").await.expect(200)["family_ids"], json!([]));
    close(&app, &ana, PASSWORD).await.expect(204);
    // The family goes on.
    app.get(&owner, format!("/api/children/{child}")).await.expect(200);
}

#[tokio::test]
async fn the_only_owner_of_a_family_leaves_none_and_hands_over_or_deletes_first() {
    let app = App::start().await;
    let _admin = app.register("admin").await;
    let (other, second) = app.owner("other").await;
    let (ana, family) = app.owner("ana").await;
    let ana = app.join(&ana, &second, "viewer").await;
    app.set_profile(&ana, "family_count", "2").await;
    let way = in_the_way(&app, &ana).await;
    assert_eq!((&way["sole_owner_of"][0]["id"], &way["leaves"][0]["id"]), (&json!(family), &json!(second)));
    assert_eq!(leave(&app, &ana).await.refused(409), "last_owner");
    app.get(&ana, format!("/api/families/{second}")).await.expect(200);
    assert_eq!(close(&app, &ana, PASSWORD).await.refused(409), "still_in_families");
    app.delete(&ana, format!("/api/families/{family}"), 1).await.expect(204);
    leave(&app, &ana).await.expect(204);
    close(&app, &ana, PASSWORD).await.expect(204);
    app.get(&other, format!("/api/families/{second}")).await.expect(200);
}

#[tokio::test]
async fn of_two_owners_who_leave_at_once_one_stays() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let ben = app.register("ben").await;
    let ben = second_owner(&app, &ben, &family).await;
    let (one, two) = tokio::join!(leave(&app, &ana), leave(&app, &ben));
    let (left, stayed, owner) = if one.status == 204 { (one, two, &ben) } else { (two, one, &ana) };
    left.expect(204);
    assert_eq!(stayed.refused(409), "last_owner");
    app.get(owner, format!("/api/families/{family}")).await.expect(200);
    assert_eq!(app.count("MEMBER").await, 1);
}

#[tokio::test]
async fn a_family_made_while_the_account_is_closed_never_lacks_an_account() {
    let app = App::start().await;
    let _admin = app.register("admin").await;
    for nth in 0..5 {
        let ana = app.register(&format!("ana{nth}")).await;
        let family = json!({ "name": "Otters" });
        let (made, closed) = tokio::join!(app.create(&ana, "/api/families", &family), close(&app, &ana, PASSWORD));
        match (made.status.as_u16(), closed.status.as_u16()) {
            (201, 409) => assert_eq!(closed.refused(409), "still_in_families"),
            (401, 204) => assert_eq!(made.refused(401), "session_ended"),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn somebody_whose_membership_is_frozen_can_leave_and_close() {
    let app = App::start().await;
    let (_owner, family) = app.owner("owner").await;
    let ana = app.register("ana").await;
    let ana = app.join(&ana, &family, "parent").await;
    let frozen = aws_sdk_dynamodb::types::AttributeValue::S("2026-03-01T12:00:00Z".to_owned());
    app.set_member(&ana, &family, "parent", &[("frozen_at", frozen)]).await;
    leave(&app, &ana).await.expect(204);
    close(&app, &ana, PASSWORD).await.expect(204);
}

#[tokio::test]
async fn an_admin_gives_the_role_up_first() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    assert_eq!(close(&app, &admin, PASSWORD).await.refused(409), "admin_account");
    app.set_profile(&admin, "role", "user").await;
    close(&app, &admin, PASSWORD).await.expect(204);
}
