//! How often a route waits for the table: the golden table of calls and depth.

use std::fmt::Write as _;

use crate::harness::App;
use crate::walk::{World, operations};

#[tokio::test]
async fn calls_and_depth_of_every_route() {
    let app = App::start().await;
    let admin = app.register("admin").await;
    let (owner, family) = app.owner("owner").await;
    let world = World::of(&app, &owner, &family).await;
    let mut table = String::new();
    let mut failed = Vec::new();
    for operation in operations() {
        let actor = if operation.is_for_admins() { &admin } else { &owner };
        let answer = operation.call(&app, &world, Some(actor)).await;
        let (calls, depth) = (answer.usage.calls.join(" "), answer.usage.depth);
        writeln!(table, "{:28} depth {depth} | {} calls: {calls}", operation.name, answer.usage.calls.len()).unwrap();
        if !answer.status.is_success() {
            failed.push(format!("{}: {} {}", operation.name, answer.status, answer.body));
        }
    }
    assert!(failed.is_empty(), "not measured: {failed:#?}");
    insta::assert_snapshot!(table);
}
