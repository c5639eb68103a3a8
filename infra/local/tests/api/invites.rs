//! Invitations: made, listed, looked at, accepted, withdrawn.

use axum::http::Method;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::harness::{Actor, Answer, App, PASSWORD, START, id};

pub(crate) async fn preview(app: &App, token: &str) -> Answer {
    app.post("/api/invites/preview").json(&json!({ "token": token })).network(app.new_network()).send().await
}

pub(crate) async fn revoke(app: &App, by: &Actor, family: &str, token: &str) -> Answer {
    let invite = token.split('.').nth(1).unwrap();
    app.call(Method::DELETE, format!("/api/families/{family}/invites/{invite}")).token(&by.token).send().await
}

pub(crate) async fn sign_up(app: &App, name: &str, invite: Option<&str>) -> Answer {
    let email = format!("{name}@example.org");
    let body = json!({ "email": email, "password": PASSWORD, "name": name, "session": "token", "invite": invite });
    app.post("/api/auth/register").json(&body).network(app.new_network()).send().await
}

#[tokio::test]
async fn an_invitation_is_made_looked_at_and_accepted() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let all = format!("/api/families/{family}/invites");
    let answer = app.create(&ana, &all, &json!({ "role": "viewer", "email": " Gran@Example.org ", "only_children": [child] })).await;
    let location = answer.headers["location"].to_str().unwrap().to_owned();
    let made = answer.expect(201);
    let token = made["token"].as_str().unwrap().to_owned();
    let open = app.get(&ana, &all).await;
    assert_eq!(open.usage.depth, 1);
    let open = open.expect(200);
    let until = START.parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(7);
    assert_eq!(
        open["items"],
        json!([{
            "id": made["id"], "family_id": family, "role": "viewer", "email": "gran@example.org", "only_children": [child],
            "created_by": ana.user, "created_at": START, "expires_at": until, "rev": 1,
        }])
    );
    assert_eq!(location, format!("{all}/{}", id(&made)));
    let seen = preview(&app, &token).await.expect(200);
    assert_eq!(seen, json!({ "inviter": "ana", "family": "Family of ana", "role": "viewer", "expires_at": until }));
    let gran = app.register("gran").await;
    let joined = app.accept(&gran, &token).await;
    assert_eq!(joined.usage.depth, 2);
    let joined = joined.expect(200);
    assert_eq!((&joined["id"], &joined["role"], &joined["rev"]), (&json!(family), &json!("viewer"), &json!(2)));
    assert_eq!(app.member(&ana, &gran, &family).await["only_children"], json!([child]));
    // The token is older than the membership; what it leads to is found all the same.
    app.get(&gran, format!("/api/children/{child}")).await.expect(200);
    assert_eq!(app.get(&ana, &all).await.expect(200)["items"], json!([]));
    assert_eq!(preview(&app, &token).await.refused(404), "invite_gone");
    // The same again by the same person is the same; by another it is too late.
    assert_eq!(app.accept(&gran, &token).await.expect(200)["id"], json!(family));
    let eve = app.register("eve").await;
    assert_eq!(app.accept(&eve, &token).await.refused(404), "invite_gone");
    assert_eq!(app.count("INVITE").await + app.count("INVITE_PASS").await, 0);
}

#[tokio::test]
async fn a_letter_goes_to_the_address_in_the_same_transaction_and_else_none() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    app.invite(&ana, &family, &json!({ "role": "parent" })).await;
    assert_eq!(app.invitations_to_send().await.len(), 0);
    let token = app.invite(&ana, &family, &json!({ "role": "parent", "email": "ben@example.org" })).await;
    let mails = app.invitations_to_send().await;
    let [mail] = mails.as_slice() else { panic!("one letter, not {}", mails.len()) };
    let letter = mail["letter"].as_m().unwrap();
    let text = |name: &str| letter[name].as_s().unwrap().as_str();
    assert_eq!(mail["to"].as_s().unwrap(), "ben@example.org");
    assert_eq!((text("letter"), text("inviter"), text("family"), text("role")), ("invite", "ana", "Family of ana", "parent"));
    assert_eq!(text("token"), token);
    // Whoever holds the link is the one who is invited, whatever their address.
    let benjamin = app.register("benjamin").await;
    app.accept(&benjamin, &token).await.expect(200);
    assert_eq!(app.get(&benjamin, "/api/account").await.expect(200)["email_verified"], json!(false));
}

#[tokio::test]
async fn the_secret_of_an_invitation_is_kept_nowhere() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let open = app.invite(&ana, &family, &json!({ "role": "parent" })).await;
    let used = app.invite(&ana, &family, &json!({ "role": "parent" })).await;
    let mailed = app.invite(&ana, &family, &json!({ "role": "parent", "email": "ben@example.org" })).await;
    preview(&app, &open).await.expect(200);
    app.accept(&app.register("ben").await, &used).await.expect(200);
    let everything = app.everything().await;
    assert!(everything.len() > 15);
    for token in [&open, &used, &mailed] {
        let secret = token.split('.').nth(2).unwrap();
        assert_eq!(secret.len(), 43);
        let holders: Vec<_> = everything.iter().filter(|item| format!("{item:?}").contains(secret)).collect();
        // The letter that is to be sent has to say it, and is deleted once it is sent.
        assert!(holders.iter().all(|item| item["kind"].as_s().unwrap() == "MAIL"));
        assert_eq!(holders.len(), usize::from(token == &mailed));
    }
    // What signing up may read names no family.
    let passes: Vec<_> = everything.iter().filter(|item| item["pk"].as_s().unwrap().starts_with("INVITEPASS#")).collect();
    assert_eq!(passes.len(), 2);
    assert!(passes.iter().all(|item| !format!("{item:?}").contains(&family)));
    // Nor is an address in the history.
    let history = app.entries(&family).await;
    assert!(history.iter().all(|item| !format!("{item:?}").contains("ben@example.org")));
    assert!(history.iter().all(|item| !format!("{item:?}").contains("secret")));
}

#[tokio::test]
async fn an_invitation_runs_out_after_seven_days_to_the_second() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let token = app.invite(&ana, &family, &json!({ "role": "parent" })).await;
    let ben = app.register("ben").await;
    app.pass(TimeDelta::days(7) - TimeDelta::seconds(1));
    let (ana, ben) = (app.login(&ana).await, app.login(&ben).await);
    preview(&app, &token).await.expect(200);
    app.pass(TimeDelta::seconds(1));
    assert_eq!(preview(&app, &token).await.refused(404), "invite_gone");
    assert_eq!(app.accept(&ben, &token).await.refused(404), "invite_gone");
    assert_eq!(app.get(&ana, format!("/api/families/{family}/invites")).await.expect(200)["items"], json!([]));
    assert_eq!(revoke(&app, &ana, &family, &token).await.refused(404), "not_found");
    app.set_registration("invite_only").await;
    assert_eq!(sign_up(&app, "eve", Some(&token)).await.refused(404), "invite_gone");
    // The table has not removed it yet.
    assert_eq!(app.count("INVITE").await, 1);
}

#[tokio::test]
async fn a_withdrawn_invitation_is_gone() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let token = app.invite(&ana, &family, &json!({ "role": "parent" })).await;
    let answer = revoke(&app, &ana, &family, &token).await;
    assert_eq!(answer.usage.depth, 1);
    answer.expect(204);
    assert_eq!(revoke(&app, &ana, &family, &token).await.refused(404), "not_found");
    assert_eq!(preview(&app, &token).await.refused(404), "invite_gone");
    assert_eq!(app.accept(&app.register("ben").await, &token).await.refused(404), "invite_gone");
    assert_eq!(app.count("INVITE").await + app.count("INVITE_PASS").await, 0);
}

#[tokio::test]
async fn owners_invite_and_nobody_else() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    let (ana, family) = app.owner("ana").await;
    let parent = app.join(&app.register("paul").await, &family, "parent").await;
    let viewer = app.join(&app.register("vera").await, &family, "viewer").await;
    let frozen = app.join(&app.register("fred").await, &family, "parent").await;
    app.freeze(&ana, &frozen, &family).await;
    let removed = app.join(&app.register("rita").await, &family, "parent").await;
    app.remove_member(&removed, &family).await;
    let (stranger, _) = app.owner("sam").await;
    let token = app.invite(&ana, &family, &json!({ "role": "parent" })).await;
    let all = format!("/api/families/{family}/invites");
    let refusals = [
        (&parent, 403, "not_allowed"),
        (&viewer, 403, "not_allowed"),
        (&frozen, 403, "membership_frozen"),
        (&removed, 404, "not_found"),
        (&stranger, 404, "not_found"),
        (&admin, 404, "not_found"),
    ];
    for (actor, status, code) in refusals {
        assert_eq!(app.get(actor, &all).await.refused(status), code);
        assert_eq!(app.create(actor, &all, &json!({ "role": "viewer" })).await.refused(status), code);
        assert_eq!(revoke(&app, actor, &family, &token).await.refused(status), code);
    }
    assert_eq!(app.call(Method::GET, &all).send().await.refused(401), "not_signed_in");
    assert_eq!(app.post(&all).json(&json!({ "role": "viewer" })).send().await.refused(401), "not_signed_in");
    assert_eq!(app.post("/api/invites/accept").json(&json!({ "token": token })).send().await.refused(401), "not_signed_in");
    assert_eq!(app.count("INVITE").await, 1);
    preview(&app, &token).await.expect(200);
}

#[tokio::test]
async fn what_cannot_be_an_invitation_is_refused_with_the_field() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let (eve, other) = app.owner("eve").await;
    let foreign = app.child(&eve, &other).await;
    let all = format!("/api/families/{family}/invites");
    let bad = [
        (json!({}), "role"),
        (json!({ "role": "admin" }), "role"),
        (json!({ "role": "viewer", "email": "ben" }), "email"),
        (json!({ "role": "viewer", "email": "" }), "email"),
        (json!({ "role": "viewer", "email": 1 }), "email"),
        (json!({ "role": "viewer", "only_children": [] }), "only_children"),
        (json!({ "role": "viewer", "only_children": [child, child] }), "only_children"),
        (json!({ "role": "viewer", "only_children": [foreign] }), "only_children"),
        (json!({ "role": "owner", "only_children": [child] }), "only_children"),
        (json!({ "role": "viewer", "expires_at": "2030-01-01" }), "expires_at"),
    ];
    for (body, field) in bad {
        assert_eq!(app.create(&ana, &all, &body).await.fields(), [field], "{body}");
    }
    assert_eq!(app.create(&ana, format!("{all}?id=inv_1"), &json!({ "role": "viewer" })).await.fields(), ["id"]);
    assert_eq!(app.count("INVITE").await + app.count("INVITE_PASS").await + app.invitations_to_send().await.len(), 0);
    let token = app.invite(&ana, &family, &json!({ "role": "viewer" })).await;
    for path in ["/api/invites/preview", "/api/invites/accept"] {
        for body in [json!({}), json!({ "token": 1 }), json!({ "token": "" }), json!({ "token": &token[..token.len() - 2] })] {
            assert_eq!(app.create(&eve, path, &body).await.fields(), ["token"], "{body}");
        }
        assert_eq!(app.create(&eve, path, &json!({ "token": token, "family": family })).await.fields(), ["family"]);
    }
    // Another secret, another invitation, another family: all alike.
    let [of, invite, secret] = token.split('.').collect::<Vec<_>>()[..] else { panic!("{token}") };
    let wrong = if secret.starts_with('A') { secret.replacen('A', "B", 1) } else { format!("A{}", &secret[1..]) };
    let nobody = "01890a5d-ac96-774b-bcce-b302099a8057";
    for token in [format!("{of}.{invite}.{wrong}"), format!("{of}.inv_{nobody}.{secret}"), format!("fam_{nobody}.{invite}.{secret}")] {
        assert_eq!(preview(&app, &token).await.refused(404), "invite_gone");
        assert_eq!(app.accept(&eve, &token).await.refused(404), "invite_gone");
    }
    assert_eq!(app.create(&ana, format!("{all}/x"), &json!({})).await.refused(405), "method_not_allowed");
}

#[tokio::test]
async fn an_invitation_that_is_sent_again_is_the_same_and_shows_no_secret() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let path = format!("/api/families/{family}/invites?id=inv_01890a5d-ac96-774b-bcce-b302099a8057");
    let body = json!({ "role": "viewer", "email": "ben@example.org" });
    let first = app.create(&ana, &path, &body).await.expect(201);
    let again = app.create(&ana, &path, &body).await.expect(200);
    assert_eq!((&again["id"], &again["token"], &again["expires_at"]), (&first["id"], &Value::Null, &first["expires_at"]));
    assert_eq!((app.count("INVITE").await, app.invitations_to_send().await.len()), (1, 1));
    assert_eq!(app.create(&ana, &path, &json!({ "role": "parent" })).await.refused(409), "already_exists");
    let (eve, other) = app.owner("eve").await;
    let theirs = format!("/api/families/{other}/invites?id=inv_01890a5d-ac96-774b-bcce-b302099a8057");
    assert_eq!(app.create(&eve, theirs, &body).await.refused(409), "already_exists");
    app.accept(&eve, first["token"].as_str().unwrap()).await.expect(200);
    assert_eq!(app.create(&ana, &path, &body).await.refused(409), "already_exists");
}

#[tokio::test]
async fn invitations_are_limited_per_person_and_looks_per_network() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let eve = app.register("eve").await;
    let all = format!("/api/families/{family}/invites");
    let body = json!({ "role": "viewer" });
    let of = |answers: &[Answer], status: u16| answers.iter().filter(|answer| answer.status == status).count();
    // A stranger uses up nothing of the family's own.
    let answers = join_all((0..52).map(|_| app.create(&eve, &all, &body))).await;
    assert_eq!(of(&answers, 404), 52);
    let mut answers = Vec::new();
    for _ in 0..52 {
        answers.push(app.create(&ana, &all, &body).await);
    }
    assert_eq!((of(&answers, 201), of(&answers, 429)), (50, 2));
    let refused = answers.pop().unwrap();
    assert!(refused.headers["retry-after"].to_str().unwrap().parse::<u32>().unwrap() <= 86_400);
    let token = answers[0].body["token"].clone();
    let network = app.new_network();
    let look = || app.post("/api/invites/preview").json(&json!({ "token": token })).network(network).send();
    let answers = join_all((0..102).map(|_| look())).await;
    assert_eq!((of(&answers, 200), of(&answers, 429)), (100, 2));
    let body = json!({ "token": token });
    let tries = join_all((0..52).map(|_| app.create(&eve, "/api/invites/accept", &body))).await;
    assert_eq!((of(&tries, 200), of(&tries, 429)), (50, 2));
}

#[tokio::test]
async fn no_token_of_an_invitation_is_taken_from_an_address() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let token = app.invite(&ana, &family, &json!({ "role": "viewer" })).await;
    for path in ["/api/invites/preview", "/api/invites/accept"] {
        assert_eq!(app.get(&ana, format!("{path}?token={token}")).await.refused(405), "method_not_allowed");
        assert_eq!(app.create(&ana, format!("{path}?token={token}"), &json!({})).await.fields(), ["token"]);
        assert_eq!(app.get(&ana, format!("{path}/{token}")).await.refused(404), "not_found");
    }
}

#[tokio::test]
async fn what_becomes_of_an_invitation_is_in_the_familys_history() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let used = app.invite(&ana, &family, &json!({ "role": "parent", "email": "ben@example.org" })).await;
    let withdrawn = app.invite(&ana, &family, &json!({ "role": "viewer" })).await;
    revoke(&app, &ana, &family, &withdrawn).await.expect(204);
    let ben = app.register("ben").await;
    app.accept(&ben, &used).await.expect(200);
    assert_eq!(
        app.audit(&family).await,
        [
            "FAMILY created 1",
            "INVITE accepted 2",
            "INVITE created 1",
            "INVITE created 1",
            "INVITE deleted 2",
            "MEMBER created 1",
            "MEMBER created 1"
        ]
    );
    let entries = app.entries(&family).await;
    let accepted = entries.iter().find(|item| item["action"].as_s().unwrap() == "accepted").unwrap();
    assert_eq!((accepted["by"].as_s().unwrap(), accepted["details"].as_m().unwrap().len()), (&ben.user, 1));
}
