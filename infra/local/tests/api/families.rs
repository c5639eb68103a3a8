//! Families: made, shown, renamed, deleted.

use axum::http::Method;
use chrono::TimeDelta;
use serde_json::json;

use crate::harness::{App, boy, id};

#[tokio::test]
async fn a_family_is_made_read_renamed_and_deleted() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let answer = app.create(&ana, "/api/families", &json!({ "name": " Otters " })).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    let location = answer.headers["location"].to_str().unwrap().to_owned();
    let family = answer.expect(201);
    assert_eq!((&family["name"], &family["role"]), (&json!("Otters"), &json!("owner")));
    assert_eq!(location, format!("/api/families/{}", id(&family)));
    // The token is older than the family; it is found all the same.
    assert_eq!(app.get(&ana, "/api/families").await.expect(200)["items"], json!([family]));
    let renamed = app.replace(&ana, &location, 1, &json!({ "name": "River Otters" })).await.expect(200);
    assert_eq!((&renamed["name"], &renamed["rev"], &renamed["created_at"]), (&json!("River Otters"), &json!(2), &family["created_at"]));
    assert_eq!(app.get(&ana, &location).await.expect(200), renamed);
    let stale = app.replace(&ana, &location, 1, &json!({ "name": "Sea Otters" })).await.expect(412);
    assert_eq!((&stale["code"], &stale["details"]["current"]["name"]), (&json!("changed_meanwhile"), &json!("River Otters")));
    assert_eq!(app.delete(&ana, &location, 1).await.refused(412), "changed_meanwhile");
    app.delete(&ana, &location, 2).await.expect(204);
    assert_eq!(app.get(&ana, &location).await.refused(404), "not_found");
    assert_eq!(app.get(&ana, "/api/families").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn a_deleted_family_is_closed_to_all_members_at_once_and_left_to_the_sweeper() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let ben = app.register("ben").await;
    let ben = app.join(&ben, &family, "parent").await;
    app.get(&ben, format!("/api/children/{child}")).await.expect(200);
    app.delete(&ana, format!("/api/families/{family}"), 2).await.expect(204);
    for actor in [&ana, &ben] {
        assert_eq!(app.get(actor, format!("/api/children/{child}")).await.refused(404), "not_found");
        assert_eq!(app.get(actor, format!("/api/families/{family}/home")).await.refused(404), "not_found");
        assert_eq!(app.get(actor, "/api/families").await.expect(200)["items"], json!([]));
    }
    assert_eq!((app.count("MEMBER").await, app.count("BELONGING").await, app.count("TASK").await), (0, 0, 1));
}

#[tokio::test]
async fn a_person_is_in_twenty_families_at_most_however_fast_they_are_made() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let body = json!({ "name": "Otters" });
    let answers = futures_util::future::join_all((0..25).map(|_| app.create(&ana, "/api/families", &body))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 20);
    for answer in answers.into_iter().filter(|answer| answer.status != 201) {
        assert_eq!(answer.refused(409), "too_many_families");
    }
    assert_eq!(app.get(&ana, "/api/families").await.expect(200)["items"].as_array().unwrap().len(), 20);
}

#[tokio::test]
async fn a_create_that_is_sent_again_makes_nothing_new() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let path = "/api/families?id=fam_01890a5d-ac96-774b-bcce-b302099a8057";
    let body = json!({ "name": "Otters" });
    let first = app.create(&ana, path, &body).await.expect(201);
    assert_eq!(app.create(&ana, path, &body).await.expect(200), first);
    assert_eq!(app.create(&ana, path, &json!({ "name": "Beavers" })).await.refused(409), "already_exists");
    let ben = app.register("ben").await;
    assert_eq!(app.create(&ben, path, &body).await.refused(409), "already_exists");
}

#[tokio::test]
async fn somebody_in_two_families_finds_the_children_of_both() {
    let app = App::start().await;
    let (ana, first) = app.owner("ana").await;
    let second = id(&app.create(&ana, "/api/families", &json!({ "name": "Second" })).await.expect(201));
    let ana = app.login(&ana).await;
    assert_eq!(app.create(&ana, "/api/children", &boy()).await.fields(), ["family"]);
    let (one, two) = (app.child(&ana, &first).await, app.child(&ana, &second).await);
    for child in [&one, &two] {
        let path = format!("/api/children/{child}");
        app.get(&ana, &path).await.expect(200);
        app.replace(&ana, &path, 1, &boy()).await.expect(200);
    }
    let all = app.get(&ana, "/api/children").await.expect(200);
    assert_eq!(all["items"].as_array().unwrap().len(), 2);
    let of_second = app.get(&ana, format!("/api/children?family={second}")).await.expect(200);
    assert_eq!(of_second["items"].as_array().unwrap().len(), 1);
    assert_eq!(of_second["items"][0]["id"], json!(two));
}

#[tokio::test]
async fn home_shows_the_children_and_their_latest_measurements_in_one_call() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    app.pass(TimeDelta::seconds(1));
    let gone = app.child(&ana, &family).await;
    for (child, date) in [(&child, "2025-11-11"), (&child, "2026-01-05"), (&gone, "2026-02-01")] {
        let body = json!({ "date": date, "weight": { "value": 8, "unit": "kg" } });
        app.create(&ana, format!("/api/children/{child}/measurements"), &body).await.expect(201);
    }
    app.call(Method::DELETE, format!("/api/children/{gone}")).token(&ana.token).send().await.expect(204);
    let home = app.get(&ana, format!("/api/families/{family}/home")).await;
    assert_eq!(home.usage.depth, 1);
    let home = home.expect(200);
    assert_eq!(home["children"].as_array().unwrap().len(), 1);
    let dates: Vec<_> = home["latest_measurements"].as_array().unwrap().iter().map(|one| one["date"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2026-01-05", "2025-11-11"]);
}

#[tokio::test]
async fn the_id_of_a_deleted_family_is_never_used_again() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    app.child(&ana, &family).await;
    app.delete(&ana, format!("/api/families/{family}"), 1).await.expect(204);
    let ben = app.register("ben").await;
    for actor in [&ben, &ana] {
        let again = app.create(actor, format!("/api/families?id={family}"), &json!({ "name": "Mine now" })).await;
        assert_eq!(again.refused(409), "already_exists");
        assert_eq!(app.get(actor, format!("/api/families/{family}/home")).await.refused(404), "not_found");
    }
}

#[tokio::test]
async fn the_id_of_a_child_is_in_one_family_alone() {
    let app = App::start().await;
    let (ana, first) = app.owner("ana").await;
    let second = id(&app.create(&ana, "/api/families", &json!({ "name": "Second" })).await.expect(201));
    let ana = app.login(&ana).await;
    let child = app.child(&ana, &first).await;
    let planted = app.create(&ana, format!("/api/children?family={second}&id={child}"), &boy()).await;
    assert_eq!(planted.refused(409), "already_exists");
    app.create(&ana, format!("/api/children/{child}/measurements"), &crate::harness::measured()).await.expect(201);
    assert_eq!((app.count("CHILD").await, app.count("MEASUREMENT").await), (1, 1));
}

#[tokio::test]
async fn a_weak_role_in_one_family_says_nothing_of_a_child_in_another() {
    let app = App::start().await;
    let (_, first) = app.owner("ana").await;
    let dora = app.register("dora").await;
    let dora = app.join(&dora, &first, "viewer").await;
    // A family that the token does not know of yet.
    let own = id(&app.create(&dora, "/api/families", &json!({ "name": "Own" })).await.expect(201));
    let child = app.child(&dora, &own).await;
    let path = format!("/api/children/{child}");
    app.replace(&dora, &path, 1, &boy()).await.expect(200);
    app.delete(&dora, &path, 2).await.expect(204);
    let nobody = "/api/children/chi_01890a5d-ac96-774b-bcce-b302099a8057";
    assert_eq!(app.replace(&dora, nobody, 1, &boy()).await.refused(404), "not_found");
}

#[tokio::test]
async fn a_member_of_one_family_may_leave_it_out_even_with_a_token_that_is_older() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    assert_eq!(app.create(&ana, "/api/children", &boy()).await.fields(), ["family"]);
    let family = app.create(&ana, "/api/families", &json!({ "name": "Otters" })).await.expect(201);
    assert_eq!(app.create(&ana, "/api/children", &boy()).await.expect(201)["family_id"], family["id"]);
    app.create(&ana, "/api/families", &json!({ "name": "Second" })).await.expect(201);
    assert_eq!(app.create(&ana, "/api/children", &boy()).await.fields(), ["family"]);
}

#[tokio::test]
async fn home_shows_each_childs_latest_however_much_is_entered_for_another() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let (quiet, busy) = (app.child(&ana, &family).await, app.child(&ana, &family).await);
    let weigh = |child: String, date: String| {
        let body = json!({ "date": date, "weight": { "value": 8, "unit": "kg" } });
        let (app, ana) = (&app, &ana);
        async move { app.create(ana, format!("/api/children/{child}/measurements"), &body).await.expect(201) }
    };
    weigh(quiet.clone(), "2025-06-01".to_owned()).await;
    for nth in 0..55 {
        weigh(busy.clone(), format!("2025-{:02}-{:02}", 7 + nth / 28, 1 + nth % 28)).await;
    }
    let home = app.get(&ana, format!("/api/families/{family}/home")).await.expect(200);
    let of = |child: &str| home["latest_measurements"].as_array().unwrap().iter().filter(|one| one["child_id"] == child).count();
    assert_eq!((of(&quiet), of(&busy)), (1, 50));
    app.delete(&ana, format!("/api/children/{busy}"), 1).await.expect(204);
    let home = app.get(&ana, format!("/api/families/{family}/home")).await.expect(200);
    assert_eq!(home["latest_measurements"].as_array().unwrap().len(), 1);
}
