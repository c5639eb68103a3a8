//! How often a route waits for the table: the golden table of calls and depth.

use std::fmt::Write as _;

use crate::harness::{Actor, App};
use crate::uploads::now;
use crate::walk::{Operation, World, operations};

/// What the walk cannot make succeed: a code that only the person's own device shows.
const ANSWERED_OTHERWISE: [(&str, u16); 1] = [("confirm_second_factor", 400)];

/// Somebody for whom the operation succeeds.
async fn actor(app: &App, operation: &Operation, owner: &Actor, admin: &Actor, nth: usize) -> Actor {
    match operation.name.as_str() {
        // What ends the caller's own session, or what only somebody without families may do.
        "accept_invite" | "leave_families" | "close_account" | "sign_out_everywhere" | "change_password" | "change_email" => {
            app.register(&format!("somebody{nth}")).await
        }
        _ if operation.is_for_admins() => admin.clone(),
        _ => owner.clone(),
    }
}

#[tokio::test]
async fn calls_and_depth_of_every_route() {
    let app = App::start_at(now()).await;
    let table = succeed_in_all(&app).await;
    insta::assert_snapshot!(table);
}

/// Calls every operation so that it succeeds, and answers the table of their calls.
pub(crate) async fn succeed_in_all(app: &App) -> String {
    let admin = app.register("admin").await;
    let (owner, family) = app.owner("owner").await;
    let world = World::of(app, &owner, &family).await;
    let mut table = String::new();
    let mut failed = Vec::new();
    for (nth, operation) in operations().into_iter().enumerate() {
        let actor = actor(app, &operation, &owner, &admin, nth).await;
        let answer = operation.call(app, &world, Some(&actor)).await;
        let (calls, depth) = (answer.usage.calls.join(" "), answer.usage.depth);
        writeln!(table, "{:28} depth {depth} | {} calls: {calls}", operation.name, answer.usage.calls.len()).unwrap();
        if !answer.status.is_success() && !ANSWERED_OTHERWISE.contains(&(&operation.name, answer.status.as_u16())) {
            failed.push(format!("{}: {} {}", operation.name, answer.status, answer.body));
        }
    }
    assert!(failed.is_empty(), "not measured: {failed:#?}");
    table
}
