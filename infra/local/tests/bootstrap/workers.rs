//! The workers, called by the stream and by schedules.

use serde_json::{Value, json};

use crate::events::{Caller, Request};
use crate::lambda::Outcome;
use crate::stack::{Stack, sign_up};

const WORKERS: [&str; 3] = ["mailer", "sweeper", "transfer-worker"];

/// What a schedule calls with.
fn schedule() -> Value {
    json!({
        "version": "0", "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa", "detail-type": "Scheduled Event", "source": "aws.events",
        "account": "000000000000", "time": "2026-03-01T12:00:00Z", "region": "local", "resources": [], "detail": {}
    })
}

#[tokio::test]
async fn every_worker_does_what_waits_when_its_schedule_calls() {
    let stack = Stack::start().await;
    for worker in WORKERS {
        let function = stack.function(worker).await;
        function.invoke(&schedule()).await.answer();
        // What is no event of theirs fails, and nothing else with it.
        assert!(matches!(function.invoke_raw("7".to_owned()).await, Outcome::Failed(_)), "{worker}");
        function.invoke(&schedule()).await.answer();
    }
}

#[tokio::test]
async fn a_worker_on_the_stream_says_how_far_it_came() {
    let stack = Stack::start().await;
    let token = sign_up(&stack.function("auth").await, "ana@example.org").await;
    let families = stack.function("families").await;
    let family = Request::new("POST", "/api/families").token(&token).json(&json!({ "name": "Otter" }));
    let family = family.send(&families, Caller::HttpApi).await.expect(201);
    let sweeper = stack.function("sweeper").await;
    let keys = json!({ "pk": { "S": format!("FAM#{}", family["id"].as_str().unwrap()) }, "sk": { "S": "FAMILY" } });
    let change = |number: &str| {
        json!({
            "eventID": "1", "eventName": "INSERT", "eventVersion": "1.1", "eventSource": "aws:dynamodb", "awsRegion": "local",
            "dynamodb": { "Keys": keys, "SequenceNumber": number, "StreamViewType": "KEYS_ONLY" },
            "eventSourceARN": "arn:aws:dynamodb:local:000000000000:table/trajectory/stream/2026-03-01T12:00:00.000"
        })
    };
    let batch = json!({ "Records": [change("1"), change("2")] });
    assert_eq!(sweeper.invoke(&batch).await.answer(), json!({ "batchItemFailures": [] }));
    // Without the table nothing is done, and Lambda is told from where on to call again.
    stack.way.set_silent(true);
    stack.way.cut();
    match sweeper.invoke(&batch).await {
        Outcome::Answered(report) => assert_eq!(report, json!({ "batchItemFailures": [{ "itemIdentifier": "1" }] })),
        Outcome::Failed(_) => {}
    }
}
