//! The one place that speaks DynamoDB.
//!
//! Writes are data: a commit is a list of [`Write`]s, each with its condition, and happens whole or not at all.
//! There is no unconditional write and no scan.

mod commit;
mod expression;
mod item;
mod key;
mod meter;
mod query;
mod table;

pub use crate::sdk::Endpoint;
pub use commit::{MAX_WRITES, Refused, Write};
pub use expression::Condition;
pub use item::{Item, MAX_ITEM_BYTES, attribute, read_item, to_item};
pub use key::{Key, SHARDS, shard};
pub use meter::{Meter, Usage};
pub use query::{Direction, Index, ListQuery};
pub use table::create_table;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::KeysAndAttributes;
use std::collections::{HashMap, HashSet};
use std::time::Duration;

use crate::error::{ApiError, Context as _, Result};
use crate::sdk::told;

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
        let answer = meter::call("GetItem", request.send()).await;
        Ok(answer.map_err(told).context("reading an item")?.item)
    }

    /// Items by key in one call, in the order asked for; absent ones are `None`. At most 100 keys, repeated ones read once.
    ///
    /// # Errors
    /// The table did not answer.
    pub async fn get_all(&self, keys: &[Key]) -> Result<Vec<Option<Item>>> {
        let distinct: HashSet<&Key> = keys.iter().collect();
        let mut wanted: Vec<Item> = distinct.into_iter().cloned().map(Key::into_item).collect();
        let mut found: HashMap<Key, Item> = HashMap::new();
        for round in 0_u32.. {
            if wanted.is_empty() {
                break;
            }
            if round == UNPROCESSED_ROUNDS {
                return Err(ApiError::Busy);
            }
            if round > 0 {
                tokio::time::sleep(Duration::from_millis(20 << round)).await;
            }
            let keys = KeysAndAttributes::builder().set_keys(Some(wanted)).consistent_read(true).build().context("asking for items")?;
            let request = self.client.batch_get_item().request_items(&self.table, keys);
            let answer = meter::call("BatchGetItem", request.send()).await.map_err(told).context("reading items")?;
            for item in answer.responses.unwrap_or_default().into_values().flatten() {
                if let Some(key) = Key::of(&item) {
                    found.insert(key, item);
                }
            }
            // What did not fit in one answer comes in the next.
            wanted = answer.unprocessed_keys.unwrap_or_default().into_values().flat_map(|rest| rest.keys).collect();
        }
        Ok(keys.iter().map(|key| found.get(key).cloned()).collect())
    }
}
