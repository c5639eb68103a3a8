//! Worker: finishes deletions, removes files, counts. What it does stands in `trajectory::sweep`; this is how Lambda tells it.
//!
//! It is called with batches of the table's stream, and by a schedule to take up what the stream has lost.

use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use trajectory::config::Environment;
use trajectory::files::Files;
use trajectory::log::Work;
use trajectory::state::SystemClock;
use trajectory::store::{Endpoint, Store};
use trajectory::sweep::{Change, Sweeper, What};

/// What Lambda calls the function with: records of a stream, or none of them by a schedule.
#[derive(Debug, Deserialize)]
pub struct Event {
    #[serde(rename = "Records")]
    records: Option<Vec<Record>>,
}

/// A change of an item, of which the stream tells the keys alone.
#[derive(Debug, Deserialize)]
struct Record {
    #[serde(rename = "eventName")]
    name: EventName,
    dynamodb: Keyed,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum EventName {
    Insert,
    Modify,
    Remove,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Keyed {
    /// Seconds since 1970 at which it happened.
    approximate_creation_date_time: Option<f64>,
    keys: Keys,
    sequence_number: String,
}

#[derive(Debug, Deserialize)]
struct Keys {
    pk: Text,
    sk: Text,
}

#[derive(Debug, Deserialize)]
struct Text {
    #[serde(rename = "S")]
    text: String,
}

/// From where Lambda is to tell the batch again; empty where all of it is done.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    batch_item_failures: Vec<Failure>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Failure {
    item_identifier: String,
}

/// Does what the event asks for.
///
/// Changes are taken one after the other, as they happened. At the first that cannot be worked off now, the batch ends there,
/// and Lambda tells it and what follows again.
///
/// # Errors
/// A scheduled sweep did not come to its end; Lambda tries it again.
pub async fn handle(sweeper: &Sweeper, event: Event) -> Result<Report, Error> {
    let Some(records) = event.records else {
        Box::pin(sweeper.scheduled()).await?;
        return Ok(Report::default());
    };
    for Record { name, dynamodb: Keyed { keys, sequence_number, .. } } in records {
        let what = match name {
            EventName::Insert => What::Inserted,
            EventName::Modify => What::Modified,
            EventName::Remove => What::Removed,
        };
        if let Err(error) = sweeper.handle(&Change { pk: keys.pk.text, sk: keys.sk.text, what }).await {
            tracing::error!(%error, ?name, "a change could not be worked off and is told again");
            return Ok(Report { batch_item_failures: vec![Failure { item_identifier: sequence_number }] });
        }
    }
    Ok(Report::default())
}

/// Runs until the environment ends.
///
/// # Errors
/// The environment lacks a setting, or Lambda's runtime cannot be reached.
pub async fn run() -> Result<(), Error> {
    trajectory::lambda::log_to_the_cloud();
    let environment = Environment::of_process();
    let endpoint = Endpoint::from_environment(&environment)?;
    let store = Store::new(&endpoint, environment.need("TRAJECTORY_TABLE")?);
    let sweeper = Sweeper::new(store, Files::from_environment(&endpoint, &environment)?, Arc::new(SystemClock));
    lambda_runtime::run(service_fn(|event: LambdaEvent<Event>| observed(&sweeper, event.payload))).await
}

/// The same, with its line in the log.
async fn observed(sweeper: &Sweeper, event: Event) -> Result<Report, Error> {
    let mut work = Work::begin("sweeper");
    for record in event.records.iter().flatten() {
        work.told(record.dynamodb.approximate_creation_date_time);
    }
    let report = handle(sweeper, event).await;
    work.end(report.as_ref().map_or(1, |report| report.batch_item_failures.len()));
    report
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{from_value, json, to_value};
    use trajectory::store::Endpoint;

    /// Nothing answers there.
    fn unreachable() -> Sweeper {
        let endpoint = Endpoint::loopback("http://127.0.0.1:1".to_owned());
        Sweeper::new(Store::new(&endpoint, "t".to_owned()), Files::new(&endpoint, "b".to_owned()), Arc::new(SystemClock))
    }

    fn record(sequence: &str, pk: &str, sk: &str) -> serde_json::Value {
        json!({
            "eventID": "e", "eventName": "REMOVE", "eventVersion": "1.1", "eventSource": "aws:dynamodb", "awsRegion": "eu-central-1",
            "dynamodb": {
                "ApproximateCreationDateTime": 1.0, "Keys": { "pk": { "S": pk }, "sk": { "S": sk } }, "SequenceNumber": sequence,
                "SizeBytes": 26, "StreamViewType": "KEYS_ONLY",
            },
            "userIdentity": { "type": "Service", "principalId": "dynamodb.amazonaws.com" },
        })
    }

    #[tokio::test]
    async fn the_batch_is_told_again_from_the_first_change_that_failed() {
        let family = "FAM#fam_01890a5d-ac96-774b-bcce-b302099a8057";
        let records = [record("1", family, "MEMBER#x"), record("2", family, "FAMILY"), record("3", family, "FAMILY")];
        let report = handle(&unreachable(), from_value(json!({ "Records": records })).unwrap()).await.unwrap();
        assert_eq!(to_value(report).unwrap(), json!({ "batchItemFailures": [{ "itemIdentifier": "2" }] }));
    }

    #[tokio::test]
    async fn changes_from_which_nothing_follows_need_no_table() {
        let event = from_value(json!({ "Records": [record("1", "LIMIT#x", "BUCKET")] })).unwrap();
        assert_eq!(handle(&unreachable(), event).await.unwrap(), Report::default());
    }
}
