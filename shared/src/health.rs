//! Whether everything runs: what a worker leaves behind when its schedule calls it, for the admin's page.
//!
//! The function of the admins has no right to the bucket and none to the outbox, where letters hold secrets.
//! So the workers that have look at them, and say in one small item what they found.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::error::Result;
use crate::store::{Item, Key, ListQuery, Store, read_item, to_item};

/// The version of the product.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Schedules call each five minutes; a worker that was not heard of for so long does not run.
pub const SILENCE: TimeDelta = TimeDelta::minutes(15);
/// A worker that is no longer deployed is forgotten after so long.
const LIFE: TimeDelta = TimeDelta::days(1);

/// What a worker has found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pulse {
    /// Which worker, by the name of its crate.
    pub worker: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Its version.
    pub version: String,
    /// Whether it could do what it is for.
    pub ok: bool,
    /// Letters that wait, of the mailer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<u64>,
    /// How long the bucket took to answer in milliseconds, of the sweeper; absent: it did not answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files_milliseconds: Option<u64>,
}

impl Pulse {
    /// A pulse of now.
    #[must_use]
    pub fn new(worker: &str, at: DateTime<Utc>, ok: bool) -> Self {
        Self { worker: worker.to_owned(), at, version: VERSION.to_owned(), ok, waiting: None, files_milliseconds: None }
    }

    /// Where it stands, and what stands there. The latest one counts, so it is written over the one before.
    ///
    /// # Errors
    /// It cannot be written as an item.
    pub fn item(&self) -> Result<(Key, Item)> {
        let mut item = to_item(self)?;
        item.extend(to_item(&json!({ "kind": "PULSE", "schema": 1, "expires_at": (self.at + LIFE).timestamp() }))?);
        Ok((Key::pulse(&self.worker), item))
    }

    /// Attributes that it does not have and the one before may have had.
    #[must_use]
    pub fn absent(&self) -> Option<&'static str> {
        self.files_milliseconds.is_none().then_some("files_milliseconds")
    }

    /// What all workers have said last.
    ///
    /// # Errors
    /// The table did not answer.
    pub async fn all(store: &Store, now: DateTime<Utc>) -> Result<Vec<Self>> {
        let (items, _) = store.query(&ListQuery::prefix(Key::INSTANCE.to_owned(), Key::PULSE)).await?;
        let mut found = items.into_iter().map(read_item).collect::<Result<Vec<Self>>>()?;
        // The table removes what has run out within days.
        found.retain(|pulse| now < pulse.at + LIFE);
        Ok(found)
    }

    /// Whether it is of a worker that runs and can do what it is for.
    #[must_use]
    pub fn is_well(&self, now: DateTime<Utc>) -> bool {
        self.ok && now - self.at < SILENCE
    }
}
