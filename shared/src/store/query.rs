//! Queries: one partition, one range of one index, one page; always strongly consistent.

use aws_sdk_dynamodb::types::AttributeValue;

use super::{Item, Store, meter};
use crate::error::{Context as _, Result};
use crate::sdk::told;

/// Which order of a partition is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Index {
    /// The sort key itself.
    Main,
    /// One kind of record across a family, by date.
    ByDate,
    /// One kind of record of one child, by date.
    ByChild,
    /// What is waiting or running.
    Open,
}

impl Index {
    /// The attribute that orders this index.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Main => "sk",
            Self::ByDate => "date_sk",
            Self::ByChild => "child_sk",
            Self::Open => "open_sk",
        }
    }

    /// The name of the index, absent for the table itself.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Main => None,
            Self::ByDate => Some("by_date"),
            Self::ByChild => Some("by_child"),
            Self::Open => Some("open"),
        }
    }
}

/// The order of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Oldest first.
    Ascending,
    /// Newest first.
    Descending,
}

/// A page of a range of an index.
#[derive(Debug, Clone)]
pub struct ListQuery {
    /// Partition key.
    pub pk: String,
    /// Which order.
    pub index: Index,
    /// First and last value of the ordering attribute, both included; absent: the whole partition.
    /// Never an empty text, which DynamoDB refuses in a key.
    pub range: Option<(String, String)>,
    /// Which end first.
    pub direction: Direction,
    /// At most so many items; absent: all of them.
    pub limit: Option<u8>,
    /// Where the page before ended: sort key and ordering attribute of its last item.
    pub after: Option<(String, String)>,
}

impl ListQuery {
    /// Everything in a partition.
    #[must_use]
    pub fn partition(pk: String) -> Self {
        Self { pk, index: Index::Main, range: None, direction: Direction::Ascending, limit: None, after: None }
    }

    /// Everything of which the sort key begins with `prefix`.
    #[must_use]
    pub fn prefix(pk: String, prefix: &str) -> Self {
        Self { range: Some((prefix.to_owned(), format!("{prefix}\u{10ffff}"))), ..Self::partition(pk) }
    }
}

impl Store {
    /// The items of the page, and whether there are more behind it.
    ///
    /// # Errors
    /// The table did not answer.
    pub async fn query(&self, query: &ListQuery) -> Result<(Vec<Item>, bool)> {
        let mut items = Vec::new();
        let mut start = query.after.as_ref().map(|(sk, order)| {
            let mut key =
                Item::from([("pk".to_owned(), AttributeValue::S(query.pk.clone())), ("sk".to_owned(), AttributeValue::S(sk.clone()))]);
            key.insert(query.index.attribute().to_owned(), AttributeValue::S(order.clone()));
            key
        });
        loop {
            let mut request = self
                .client
                .query()
                .table_name(&self.table)
                .set_index_name(query.index.name().map(str::to_owned))
                .expression_attribute_values(":pk", AttributeValue::S(query.pk.clone()))
                .scan_index_forward(query.direction == Direction::Ascending)
                .consistent_read(true)
                .set_exclusive_start_key(start.take());
            request = match &query.range {
                None => request.key_condition_expression("pk = :pk"),
                Some((from, to)) => request
                    .key_condition_expression("pk = :pk AND #order BETWEEN :from AND :to")
                    .expression_attribute_names("#order", query.index.attribute())
                    .expression_attribute_values(":from", AttributeValue::S(from.clone()))
                    .expression_attribute_values(":to", AttributeValue::S(to.clone())),
            };
            if let Some(limit) = query.limit {
                let left = usize::from(limit).saturating_sub(items.len());
                request = request.limit(i32::try_from(left).context("a page is small")?);
            }
            let answer = meter::call("Query", request.send()).await.map_err(told).context("querying")?;
            items.extend(answer.items.unwrap_or_default());
            start = answer.last_evaluated_key;
            let full = query.limit.is_some_and(|limit| items.len() >= usize::from(limit));
            if start.is_none() || full {
                return Ok((items, start.is_some()));
            }
        }
    }
}
