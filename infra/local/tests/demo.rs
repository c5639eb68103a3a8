//! The demo family is entered whole, and once.

use trajectory_local::embedded::Embedded;
use trajectory_local::{demo, state};

#[tokio::test]
async fn a_demo_that_was_cut_short_is_taken_up_again() {
    let folder = tempfile::TempDir::new().unwrap();
    let embedded = Embedded::on_folder(folder.path(), "http://127.0.0.1").await.unwrap();
    let state = state(&embedded);
    let first = demo::prepare(&state, folder.path()).await.unwrap();
    // As if the start had ended just before its last step.
    std::fs::remove_file(folder.path().join("entered")).unwrap();
    let second = demo::prepare(&state, folder.path()).await.unwrap();
    assert_eq!((first.email, first.password), (second.email, second.password));
    assert!(folder.path().join("entered").exists());
    embedded.stop().await;
}
