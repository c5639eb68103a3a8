//! What wakes the worker: the table's stream, or the schedule.

use serde::Deserialize;
use trajectory::error::Result;
use trajectory::log::Work;
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
    /// Seconds since 1970 at which it happened.
    #[serde(rename = "ApproximateCreationDateTime")]
    at: Option<f64>,
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
    /// Does what an event asks for, with its line in the log.
    ///
    /// # Errors
    /// As [`handle`](Self::handle).
    pub async fn observed(&self, event: Event) -> Result<()> {
        let mut work = Work::begin("mailer");
        for record in &event.records {
            work.told(record.dynamodb.at);
        }
        let outcomes = self.handle(event).await;
        let count = |what| outcomes.iter().flatten().filter(|outcome| **outcome == what).count();
        work.letters(count(Outcome::Sent), count(Outcome::GivenUp));
        work.end(count(Outcome::Later) + usize::from(outcomes.is_err()));
        outcomes.map(drop)
    }

    /// Takes up the letters that the stream tells of, or all that are due where the schedule asks.
    ///
    /// # Errors
    /// The table did not answer. The event may be given again: what is done is not done twice.
    pub async fn handle(&self, event: Event) -> Result<Vec<Outcome>> {
        if event.records.is_empty() {
            let outcomes = self.deliver_all().await?;
            self.tell(&outcomes).await?;
            return Ok(outcomes);
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
