//! What wakes the workers.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

use crate::WORKERS;
use crate::functions::code_of;
use crate::reading::{each, object, template, text};

#[test]
fn workers_are_called_by_the_stream_and_by_schedules_alone() {
    let template = template();
    let mut on_the_stream = BTreeMap::new();
    for (function, folder) in WORKERS {
        let properties = &template["Resources"][function]["Properties"];
        let mut scheduled = false;
        for (name, event) in object(&properties["Events"]) {
            let of = &event["Properties"];
            match text(&event["Type"]) {
                "Schedule" => {
                    // The code tells a schedule by an event without records.
                    assert_eq!(of["Input"], Value::Null, "{function}.{name}");
                    assert!(text(&of["Schedule"]).starts_with("rate("), "{function}.{name}");
                    scheduled = true;
                }
                "DynamoDB" => {
                    assert_eq!(of["Stream"], json!({ "Fn::GetAtt": "Table.StreamArn" }), "{function}.{name}");
                    // What can never be done holds nothing up for ever, and alone goes where an operator sees it.
                    assert!(of["MaximumRetryAttempts"].as_u64().is_some(), "{function}.{name}");
                    assert_eq!(of["BisectBatchOnFunctionError"], json!(true), "{function}.{name}");
                    let letters = json!({ "Type": "SQS", "Destination": { "Fn::GetAtt": "DeadLetters.Arn" } });
                    assert_eq!(of["DestinationConfig"]["OnFailure"], letters, "{function}.{name}");
                    // Lambda asks for the answer exactly where the code gives it.
                    let reports = code_of(&format!("functions/{folder}/src")).contains("batch_item_failures");
                    let asked = if reports { json!(["ReportBatchItemFailures"]) } else { Value::Null };
                    assert_eq!(of["FunctionResponseTypes"], asked, "{function}.{name}");
                    assert!(on_the_stream.insert(function, told(of)).is_none(), "{function} reads the stream twice");
                }
                other => panic!("{function} is called by {other}"),
            }
        }
        // The stream forgets after a day, and what it told may have failed: each worker also looks by itself.
        assert!(scheduled, "{function} has no schedule");
    }
    // A third reader of the same stream would be throttled together with these.
    let expected = BTreeMap::from([
        ("MailerFunction", (Some(BTreeSet::from(["INSERT".to_owned()])), prefixes(&["OUTBOX#"]))),
        ("SweeperFunction", (None, prefixes(&["FAM#", "TASK#", "USER#"]))),
    ]);
    assert!(expected.len() <= 2);
    assert_eq!(on_the_stream, expected);
}

fn prefixes(of: &[&str]) -> BTreeSet<String> {
    of.iter().map(|&prefix| prefix.to_owned()).collect()
}

/// Of which changes a reader of the stream is told: kinds of change (absent: all) and beginnings of partition keys.
fn told(event: &Value) -> (Option<BTreeSet<String>>, BTreeSet<String>) {
    let filters: Vec<_> = each(&event["FilterCriteria"]["Filters"]).collect();
    assert_eq!(filters.len(), 1);
    let pattern: Value = serde_json::from_str(text(&filters[0]["Pattern"])).unwrap();
    let kinds = pattern.get("eventName").map(|kinds| each(kinds).map(|kind| text(kind).to_owned()).collect());
    let partitions = &pattern["dynamodb"]["Keys"]["pk"]["S"];
    (kinds, each(partitions).map(|partition| text(&partition["prefix"]).to_owned()).collect())
}
