//! How the table answers: how fast, and what its clock says.

use aws_sdk_dynamodb::config::interceptors::BeforeDeserializationInterceptorContextRef;
use aws_sdk_dynamodb::config::{ConfigBag, Intercept, RuntimeComponents};
use aws_sdk_dynamodb::error::BoxError;
use chrono::{DateTime, Utc};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use super::{Item, Key, Store, meter};
use crate::error::{Context as _, Result};
use crate::sdk::told;

/// What asking for one item has shown.
#[derive(Debug)]
pub struct Probe {
    /// The item.
    pub item: Option<Item>,
    /// How long the answer took.
    pub time: Duration,
    /// The table's clock when it answered, in whole seconds; absent: it did not say.
    pub date: Option<DateTime<Utc>>,
}

/// Keeps the date of an answer.
#[derive(Debug, Default)]
struct Listener(Arc<OnceLock<DateTime<Utc>>>);

impl Intercept for Listener {
    fn name(&self) -> &'static str {
        "date of the answer"
    }

    fn read_before_deserialization(
        &self,
        context: &BeforeDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(date) = context.response().headers().get("date").and_then(|date| DateTime::parse_from_rfc2822(date).ok()) {
            let _first_of_several = self.0.set(date.to_utc());
        }
        Ok(())
    }
}

impl Store {
    /// One item, read as [`get`](Self::get) does, and what that shows of the table.
    ///
    /// # Errors
    /// The table did not answer.
    pub async fn probe(&self, key: Key) -> Result<Probe> {
        let listener = Listener::default();
        let date = listener.0.clone();
        let request = self.client.get_item().table_name(&self.table).set_key(Some(key.into_item())).consistent_read(true);
        let start = Instant::now();
        let answer = meter::call("GetItem", request.customize().interceptor(listener).send()).await;
        let item = answer.map_err(told).context("reading an item")?.item;
        Ok(Probe { item, time: start.elapsed(), date: date.get().copied() })
    }
}
