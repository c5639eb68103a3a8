//! The directory of people and of families, newest first: a global index over one item of each.
//!
//! It is spread over [`SHARDS`] partitions and eventually consistent, so it is for looking people up and proves nothing.

use aws_sdk_dynamodb::types::AttributeValue;
use futures_util::future::try_join_all;

use super::{Item, SHARDS, Store, meter, told};
use crate::error::{Context as _, Result};

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Directory {
    /// Profiles.
    Users,
    /// Families: name, number of owners and when they were made. No health data stands in these items.
    Families,
}

impl Directory {
    fn part(self, shard: u8) -> String {
        match self {
            Self::Users => format!("USERS#{shard}"),
            Self::Families => format!("FAMILIES#{shard}"),
        }
    }
}

impl Store {
    /// The newest entries older than the position `before`, newest first, and whether there are older ones.
    /// The position of an entry is its `dir_sk`.
    ///
    /// Each part is asked for `from_each` entries, all at once; what is answered has no gaps, so it ends
    /// where the first part that has more to give ended. That is more than twice `from_each` entries nearly always.
    ///
    /// # Errors
    /// The table did not answer.
    pub async fn newest(&self, directory: Directory, before: Option<&str>, from_each: u8) -> Result<(Vec<(String, Item)>, bool)> {
        let parts = try_join_all((0..SHARDS).map(|shard| self.newest_in(directory, shard, before, from_each))).await?;
        let mut complete_to: Option<String> = None;
        let mut entries = Vec::new();
        for (items, more) in parts {
            let last = items.last().map(|(position, _)| position.clone());
            if more && last > complete_to {
                complete_to = last;
            }
            entries.extend(items);
        }
        let more = complete_to.is_some();
        if let Some(end) = complete_to {
            entries.retain(|(position, _)| *position >= end);
        }
        entries.sort_by(|a, b| b.0.cmp(&a.0));
        Ok((entries, more))
    }

    /// As [`newest`](Self::newest), in one part alone.
    ///
    /// # Errors
    /// The table did not answer.
    pub async fn newest_in(&self, directory: Directory, shard: u8, before: Option<&str>, limit: u8) -> Result<(Vec<(String, Item)>, bool)> {
        let mut request = self
            .client
            .query()
            .table_name(&self.table)
            .index_name("directory")
            .expression_attribute_values(":part", AttributeValue::S(directory.part(shard)))
            .scan_index_forward(false)
            .limit(limit.into());
        request = match before {
            None => request.key_condition_expression("dir_pk = :part"),
            Some(before) => request
                .key_condition_expression("dir_pk = :part AND dir_sk < :before")
                .expression_attribute_values(":before", AttributeValue::S(before.to_owned())),
        };
        let answer = meter::call("Query", request.send()).await.map_err(told).context("querying the directory")?;
        let more = answer.last_evaluated_key.is_some();
        let positioned = |item: Item| {
            let position = item.get("dir_sk").and_then(|value| value.as_s().ok()).context("an entry of the directory has its position")?;
            Ok((position.clone(), item))
        };
        Ok((answer.items.unwrap_or_default().into_iter().map(positioned).collect::<Result<_>>()?, more))
    }
}
