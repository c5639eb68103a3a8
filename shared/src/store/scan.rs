//! Reading the whole table, page by page. For migrations and recounts, which are about every item; never on a request's path.

use aws_sdk_dynamodb::types::AttributeValue;
use serde::{Deserialize, Serialize};

use super::{Item, Key, Store, meter};
use crate::error::{Context as _, Result};
use crate::sdk::told;

/// Which items of the table.
#[derive(Debug, Clone, Default)]
pub struct Scan<'a> {
    /// Only items of this kind and schema.
    pub only: Option<(&'a str, u32)>,
    /// Where the page before ended.
    pub after: Option<Position>,
    /// How many items are looked at for a page.
    pub page: i32,
}

/// Where a page ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    pk: String,
    sk: String,
}

impl Store {
    /// A page of the items, how many were looked at for it, and where it ended if there are more.
    ///
    /// # Errors
    /// The table did not answer.
    #[expect(clippy::disallowed_methods, reason = "a migration is about every item of the table; route groups are built without this file")]
    pub async fn scan(&self, scan: Scan<'_>) -> Result<(Vec<Item>, u64, Option<Position>)> {
        let start = scan.after.map(|Position { pk, sk }| Key { pk, sk }.into_item());
        let mut request = self.client.scan().table_name(&self.table).consistent_read(true).limit(scan.page).set_exclusive_start_key(start);
        if let Some((kind, schema)) = scan.only {
            request = request
                .filter_expression("#kind = :kind AND #schema = :schema")
                .expression_attribute_names("#kind", "kind")
                .expression_attribute_names("#schema", "schema")
                .expression_attribute_values(":kind", AttributeValue::S(kind.to_owned()))
                .expression_attribute_values(":schema", AttributeValue::N(schema.to_string()));
        }
        let answer = meter::call("Scan", request.send()).await.map_err(told).context("scanning the table")?;
        let looked_at = u64::try_from(answer.scanned_count).unwrap_or_default();
        let end = answer.last_evaluated_key.as_ref().and_then(Key::of).map(|Key { pk, sk }| Position { pk, sk });
        Ok((answer.items.unwrap_or_default(), looked_at, end))
    }
}
