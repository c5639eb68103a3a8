//! The one place that speaks DynamoDB.
//!
//! Writes are data: a commit is a list of [`Write`]s, each with its condition, and happens whole or not at all.
//! There is no unconditional write, and no scan but in the operator's tools.

mod commit;
mod directory;
mod expression;
mod item;
mod key;
mod meter;
mod probe;
mod query;
#[cfg(feature = "operator")]
mod scan;
mod table;

pub use crate::sdk::Endpoint;
pub use commit::{MAX_WRITES, Refused, Write};
pub use directory::Directory;
pub use expression::Condition;
pub use item::{Item, MAX_ITEM_BYTES, attribute, read_item, to_item};
pub use key::{Key, SHARDS, shard};
pub use meter::{Meter, Usage};
pub use probe::Probe;
pub use query::{Direction, Found, Index, ListQuery};
#[cfg(feature = "operator")]
pub use scan::{Position, Scan};
pub use table::create_table;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{KeysAndAttributes, ReturnConsumedCapacity};
use std::collections::{HashMap, HashSet};
use std::time::Duration;

use crate::error::{ApiError, Context as _, Result};
use crate::sdk::told;

/// The most keys that one call takes.
const MAX_KEYS: usize = 100;
/// How often what the table left out of an answer is asked for.
const UNPROCESSED_ROUNDS: u32 = 5;

/// The table. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    client: Client,
    table: String,
}

impl Store {
    /// The table of this name at this endpoint.
    #[must_use]
    pub fn new(endpoint: &Endpoint, table: String) -> Self {
        Self { client: Client::new(&endpoint.sdk_config()), table }
    }

    /// One item, read strongly consistent.
    ///
    /// # Errors
    /// The table did not answer.
    pub async fn get(&self, key: Key) -> Result<Option<Item>> {
        let request = self.client.get_item().table_name(&self.table).set_key(Some(key.into_item())).consistent_read(true);
        let request = request.return_consumed_capacity(ReturnConsumedCapacity::Total);
        let answer = meter::call("GetItem", request.send()).await.map_err(told).context("reading an item")?;
        meter::read(&answer.item, answer.consumed_capacity.as_slice());
        Ok(answer.item)
    }

    /// Items by key in one call, in the order asked for; absent ones are `None`. Repeated keys are read once.
    /// Beyond 100 keys it takes further calls.
    ///
    /// # Errors
    /// The table did not answer.
    pub async fn get_all(&self, keys: &[Key]) -> Result<Vec<Option<Item>>> {
        let distinct: HashSet<&Key> = keys.iter().collect();
        let mut wanted: Vec<Item> = distinct.into_iter().cloned().map(Key::into_item).collect();
        let mut found: HashMap<Key, Item> = HashMap::new();
        let mut left_out = 0;
        while !wanted.is_empty() {
            if left_out == UNPROCESSED_ROUNDS {
                return Err(ApiError::Busy);
            }
            if left_out > 0 {
                tokio::time::sleep(Duration::from_millis(20 << left_out)).await;
            }
            let asked = wanted.split_off(wanted.len().saturating_sub(MAX_KEYS));
            let keys = KeysAndAttributes::builder().set_keys(Some(asked)).consistent_read(true).build().context("asking for items")?;
            let request = self.client.batch_get_item().request_items(&self.table, keys);
            let request = request.return_consumed_capacity(ReturnConsumedCapacity::Total);
            let answer = meter::call("BatchGetItem", request.send()).await.map_err(told).context("reading items")?;
            meter::read(answer.responses.iter().flat_map(HashMap::values).flatten(), answer.consumed_capacity());
            for item in answer.responses.unwrap_or_default().into_values().flatten() {
                if let Some(key) = Key::of(&item) {
                    found.insert(key, item);
                }
            }
            // What did not fit in one answer comes in the next.
            let before = wanted.len();
            wanted.extend(answer.unprocessed_keys.unwrap_or_default().into_values().flat_map(|rest| rest.keys));
            left_out += u32::from(wanted.len() > before);
        }
        Ok(keys.iter().map(|key| found.get(key).cloned()).collect())
    }
}
