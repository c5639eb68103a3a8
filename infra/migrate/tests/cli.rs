//! The tool as an operator runs it, against the embedded table.

#![expect(clippy::unwrap_used, reason = "a test says by panicking that it failed")]

use aws_sdk_dynamodb::types::AttributeValue;
use std::process::Command;
use trajectory::store::Condition::Absent;
use trajectory::store::{Item, Key, Store, Write};
use trajectory_local::TABLE;
use trajectory_local::embedded::Embedded;

/// What the tool prints, and whether it succeeded.
async fn run(arguments: &[&str]) -> (String, bool) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trajectory-migrate"));
    command.env_clear().args(arguments);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let text = [output.stdout, output.stderr].concat();
    (String::from_utf8(text).unwrap(), output.status.success())
}

#[tokio::test(flavor = "multi_thread")]
async fn migrations_are_listed_tried_applied_once_and_listed_as_done() {
    let files = tempfile::TempDir::new().unwrap();
    let embedded = Embedded::in_memory(files.path()).await.unwrap();
    let here = ["--endpoint", &embedded.table_url, "--table", TABLE];
    let tool = async |action: &[&str]| run(&[&here[..], action].concat()).await;

    let (listed, ended) = tool(&["list"]).await;
    assert!(ended && listed.contains("measurements-found-by-text (MEASUREMENT 1 to 2): pending"), "{listed}");
    let (tried, ended) = tool(&["apply", "--dry-run"]).await;
    assert!(ended && tried.contains("measurements-found-by-text: would change 0 of 0 items"), "{tried}");
    let (applied, ended) = tool(&["apply"]).await;
    assert!(ended && applied.contains("measurements-found-by-text (MEASUREMENT 1 to 2): done"), "{applied}");
    let (again, ended) = tool(&["apply", "--dry-run"]).await;
    assert!(ended && again.is_empty(), "{again}");
    for action in [&["rotate-signing-key"][..], &["rotate-signing-key", "--at-once"]] {
        let (rotated, ended) = tool(action).await;
        assert!(ended && rotated.contains("there is no signing key"), "{rotated}");
    }
    let (recounted, ended) = tool(&["recount"]).await;
    assert!(ended && recounted.contains("0 items were counted anew"), "{recounted}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_that_cannot_be_upgraded_is_named_and_nothing_is_passed_over() {
    let files = tempfile::TempDir::new().unwrap();
    let embedded = Embedded::in_memory(files.path()).await.unwrap();
    let store = Store::new(&embedded.endpoint, TABLE.to_owned());
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let broken = Item::from([
        ("kind".to_owned(), text("MEASUREMENT")),
        ("schema".to_owned(), AttributeValue::N("1".to_owned())),
        ("details".to_owned(), text("not what a measurement says")),
    ]);
    store.commit(vec![Write::put((), Key::bootstrap(), broken, Absent)]).await.unwrap();
    for action in [&["apply", "--dry-run"][..], &["apply"]] {
        let (told, ended) = run(&[&["--endpoint", &embedded.table_url, "--table", TABLE], action].concat()).await;
        assert!(!ended && told.contains("BOOTSTRAP") && !told.contains("not what"), "{told}");
    }
    let (listed, _) = run(&["--endpoint", &embedded.table_url, "--table", TABLE, "list"]).await;
    assert!(listed.contains("measurements-found-by-text (MEASUREMENT 1 to 2): begun, 0 of 0 items changed so far"), "{listed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_table_or_a_region_the_tool_says_what_is_missing() {
    let (told, ended) = run(&["--endpoint", "http://127.0.0.1:1", "list"]).await;
    assert!(!ended && told.contains("TRAJECTORY_TABLE is not set"), "{told}");
    let (told, ended) = run(&["--table", "t", "list"]).await;
    assert!(!ended && told.contains("AWS_"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restored_backup_is_copied_into_the_table_of_a_stack_and_again_without_effect() {
    let files = tempfile::TempDir::new().unwrap();
    let embedded = Embedded::in_memory(files.path()).await.unwrap();
    trajectory::store::create_table(&embedded.endpoint, "restored").await.unwrap();
    let (restored, table) = (Store::new(&embedded.endpoint, "restored".to_owned()), Store::new(&embedded.endpoint, TABLE.to_owned()));
    let item = |words: &str| Item::from([("kind".to_owned(), AttributeValue::S(words.to_owned()))]);
    let user = |nth: u8| Key::profile(format!("usr_01890a5d-ac96-774b-bcce-b302099a805{nth}").parse().unwrap());
    let mut expired = item("EXPIRED");
    expired.insert("expires_at".to_owned(), AttributeValue::N("1".to_owned()));
    for (key, item) in [
        (user(1), item("OF THE BACKUP")),
        (user(2), item("OF THE BACKUP")),
        (user(3), expired),
        (Key::limit("login"), item("LIMIT")),
        (Key::outbox("mai_01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap(), "2026-03-01"), item("MAIL")),
    ] {
        restored.commit(vec![Write::put((), key, item, Absent)]).await.unwrap();
    }
    table.commit(vec![Write::put((), user(2), item("OF TODAY"), Absent)]).await.unwrap();
    let here = ["--endpoint", &embedded.table_url, "--table", TABLE, "copy", "--from", "restored"];
    for told in ["1 items were copied, 1 were there already", "0 items were copied, 2 were there already"] {
        let (copied, ended) = run(&here).await;
        assert!(ended && copied.contains("5 items looked at") && copied.contains(told), "{copied}");
    }
    let kinds = table.get_all(&[user(1), user(2), user(3), Key::limit("login")]).await.unwrap();
    let kinds: Vec<_> = kinds.iter().map(|item| item.as_ref().map(|item| item["kind"].as_s().unwrap().as_str())).collect();
    assert_eq!(kinds, [Some("OF THE BACKUP"), Some("OF TODAY"), None, None]);
}
