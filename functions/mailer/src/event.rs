//! What wakes the worker: the table's stream, or the schedule.

use serde::Deserialize;
use trajectory::error::Result;
use trajectory::store::Key;

use crate::{Mailer, Outcome};

/// An event of the table's stream (of which the keys are told) or of the schedule (which has no records).
#[derive(Deserialize)]
pub struct Event {
    #[serde(default, rename = "Records")]
    records: Vec<Record>,
}

#[derive(Deserialize)]
struct Record {
    #[serde(rename = "eventName")]
    event_name: String,
    dynamodb: Told,
}

#[derive(Deserialize)]
struct Told {
    #[serde(rename = "Keys")]
    keys: Keys,
}

#[derive(Deserialize)]
struct Keys {
    pk: Text,
    sk: Text,
}

#[derive(Deserialize)]
struct Text {
    #[serde(rename = "S")]
    text: String,
}

impl Mailer {
    /// Takes up the letters that the stream tells of, or all that are due where the schedule asks.
    ///
    /// # Errors
    /// The table did not answer. The event may be given again: what is done is not done twice.
    pub async fn handle(&self, event: Event) -> Result<Vec<Outcome>> {
        if event.records.is_empty() {
            return self.deliver_all().await;
        }
        let mut outcomes = Vec::new();
        // Claims and deletions of our own come along the stream too.
        for record in event.records.into_iter().filter(|record| record.event_name == "INSERT") {
            let Keys { pk, sk } = record.dynamodb.keys;
            if let Some(key) = Key::in_outbox(&pk.text, &sk.text) {
                outcomes.push(self.deliver(key).await?);
            }
        }
        Ok(outcomes)
    }
}
