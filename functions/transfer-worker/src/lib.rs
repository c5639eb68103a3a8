//! Worker: exports and imports that wait in the table.
//!
//! A schedule wakes it every minute: it begins what is new, takes up what a worker has left that was ended or has died, and ends
//! what hangs on jobs that were cancelled. It takes events of the table's stream too (keys only, so it sees no health data that
//! way), for tables whose stream has room for another reader.

use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde::Deserialize;
use std::time::Duration;
use trajectory::access::Waiting;
use trajectory::files::Files;
use trajectory::log::Work;
use trajectory::state::AppState;
use transfer::worker::{Budget, WORKING_TIME, run_job, run_waiting};

/// What wakes the worker. A schedule's event has no records.
#[derive(Debug, Deserialize)]
struct Event {
    #[serde(default, rename = "Records")]
    records: Vec<Change>,
}

#[derive(Debug, Deserialize)]
struct Change {
    #[serde(rename = "eventName")]
    name: String,
    dynamodb: Changed,
}

#[derive(Debug, Deserialize)]
struct Changed {
    /// Seconds since 1970 at which it happened.
    #[serde(rename = "ApproximateCreationDateTime")]
    at: Option<f64>,
    #[serde(rename = "Keys")]
    keys: Keys,
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

impl Event {
    /// The jobs that it tells of.
    fn waiting(&self) -> Vec<Waiting> {
        let wanted = |change: &&Change| change.name != "REMOVE" && change.dynamodb.keys.pk.text.starts_with("WORK#");
        self.records.iter().filter(wanted).filter_map(|change| Waiting::of_key(&change.dynamodb.keys.sk.text)).collect()
    }
}

/// Works until the environment ends.
///
/// # Errors
/// The environment lacks a setting, or Lambda's runtime cannot be reached.
pub async fn run() -> Result<(), Error> {
    let (state, files) = trajectory::lambda::start_worker()?;
    lambda_runtime::run(service_fn(|event: LambdaEvent<Event>| work(&state, &files, event))).await
}

async fn work(state: &AppState, files: &Files, event: LambdaEvent<Event>) -> Result<(), Error> {
    let mut line = Work::begin("transfer-worker");
    for change in &event.payload.records {
        line.told(change.dynamodb.at);
    }
    let done = run_jobs(state, files, event).await;
    line.end(usize::from(done.is_err()));
    done
}

async fn run_jobs(state: &AppState, files: &Files, event: LambdaEvent<Event>) -> Result<(), Error> {
    // Some time before the end, so that a step that has begun comes to its own.
    let left = event.context.deadline().duration_since(std::time::SystemTime::now()).unwrap_or_default();
    let time = WORKING_TIME.min(left.saturating_sub(Duration::from_mins(2)));
    if event.payload.records.is_empty() {
        // Large futures, kept off the stack of whoever waits for them.
        Box::pin(run_waiting(state, files, || Budget::of_time(time))).await?;
    }
    for waiting in event.payload.waiting() {
        Box::pin(run_job(state, files, waiting, Budget::of_time(time))).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_of_work_that_was_written_names_a_job() {
        let keys = |pk: &str| serde_json::json!({ "pk": { "S": pk }, "sk": { "S": "fam_01890a5d-ac96-774b-bcce-b302099a8057#job_01890a5d-ac96-774b-bcce-b302099a8057" } });
        let event: Event = serde_json::from_value(serde_json::json!({ "Records": [
            { "eventName": "INSERT", "dynamodb": { "Keys": keys("WORK#7") } },
            { "eventName": "REMOVE", "dynamodb": { "Keys": keys("WORK#7") } },
            { "eventName": "MODIFY", "dynamodb": { "Keys": keys("FAM#x") } },
        ] }))
        .unwrap();
        assert_eq!(event.waiting().len(), 1);
        let schedule: Event = serde_json::from_value(serde_json::json!({ "source": "aws.scheduler" })).unwrap();
        assert!(schedule.records.is_empty());
    }
}
