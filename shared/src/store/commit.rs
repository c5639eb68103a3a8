//! Commits: writes as data, each with its condition, applied whole or not at all.

use aws_sdk_dynamodb::error::ProvideErrorMetadata as _;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{
    AttributeValue, ConditionCheck, Delete, Put, ReturnValue, ReturnValuesOnConditionCheckFailure, TransactWriteItem, Update,
};
use std::borrow::Cow;
use std::time::{Duration, Instant};

use super::expression::{Condition, Expression};
use super::item::size;
use super::{Item, Key, Store, meter};
use crate::error::{ApiError, Context as _, Result};
use crate::sdk::told;

/// The most items that one transaction takes.
pub const MAX_WRITES: usize = 100;
/// The most bytes that one transaction takes.
const MAX_BYTES: usize = 4 * 1024 * 1024;
/// How long a commit keeps trying when another transaction holds one of its items.
const PATIENCE: Duration = Duration::from_secs(3);

/// One write of a commit. `L` names it, so that a refusal can say which condition did not hold.
pub struct Write<L> {
    label: L,
    key: Key,
    change: Change,
    condition: Condition,
}

enum Change {
    Put(Item),
    Update {
        set: Vec<(String, AttributeValue)>,
        copy: Vec<(&'static str, &'static str)>,
        remove: Vec<Cow<'static, str>>,
        add: Vec<(&'static str, i64)>,
    },
    Delete,
    Check,
}

/// Why a commit did not happen. Nothing was written.
#[derive(Debug)]
pub enum Refused<L> {
    /// The condition of this write did not hold; the item is what stood there.
    Condition(L, Option<Item>),
    /// Something else.
    Error(ApiError),
}

impl<L> From<ApiError> for Refused<L> {
    fn from(error: ApiError) -> Self {
        Self::Error(error)
    }
}

impl<L> Write<L> {
    /// Writes a whole item.
    pub fn put(label: L, key: Key, item: Item, condition: Condition) -> Self {
        Self { label, key, change: Change::Put(item), condition }
    }

    /// Sets attributes of an item.
    pub fn update(label: L, key: Key, set: Item, condition: Condition) -> Self {
        let mut set: Vec<_> = set.into_iter().collect();
        set.sort_by(|a, b| a.0.cmp(&b.0));
        Self { label, key, change: Change::Update { set, copy: Vec::new(), remove: Vec::new(), add: Vec::new() }, condition }
    }

    /// Also takes these attributes away. Only for updates.
    #[must_use]
    pub fn removing(mut self, names: impl IntoIterator<Item = impl Into<Cow<'static, str>>>) -> Self {
        if let Change::Update { remove, .. } = &mut self.change {
            remove.extend(names.into_iter().map(Into::into));
        }
        self
    }

    /// Also copies what an attribute holds before the update to another. Only for updates.
    #[must_use]
    pub fn copying(mut self, from: &'static str, to: &'static str) -> Self {
        if let Change::Update { copy, .. } = &mut self.change {
            copy.push((from, to));
        }
        self
    }

    /// Also adds to a number; an absent one counts as 0. Only for updates.
    #[must_use]
    pub fn adding(mut self, name: &'static str, amount: i64) -> Self {
        if let Change::Update { add, .. } = &mut self.change {
            add.push((name, amount));
        }
        self
    }

    /// Deletes an item.
    pub fn delete(label: L, key: Key, condition: Condition) -> Self {
        Self { label, key, change: Change::Delete, condition }
    }

    /// Writes nothing and demands that the condition holds.
    pub fn check(label: L, key: Key, condition: Condition) -> Self {
        Self { label, key, change: Change::Check, condition }
    }
}

impl Store {
    /// Applies all the writes, or none.
    ///
    /// Of conditions that do not hold, the first in the order given is told.
    ///
    /// # Errors
    /// [`Refused::Condition`]; [`ApiError::TooManyChanges`]; [`ApiError::Busy`] while others hold the items.
    pub async fn commit<L: Copy>(&self, writes: Vec<Write<L>>) -> Result<(), Refused<L>> {
        let writes = merge_checks(writes);
        if writes.len() > MAX_WRITES || writes.iter().map(Write::size).sum::<usize>() > MAX_BYTES {
            return Err(ApiError::TooManyChanges.into());
        }
        let items = writes.iter().map(|write| self.transact_item(write)).collect::<Result<Vec<_>>>()?;
        let start = Instant::now();
        loop {
            // The SDK gives each request a token, so that its own retries of a lost answer are the same transaction.
            let request = self.client.transact_write_items().set_transact_items(Some(items.clone()));
            let Err(error) = meter::call("TransactWriteItems", request.send()).await else {
                return Ok(());
            };
            match error.as_service_error() {
                Some(TransactWriteItemsError::TransactionCanceledException(canceled)) => {
                    for (write, reason) in writes.iter().zip(canceled.cancellation_reasons()) {
                        if reason.code() == Some("ConditionalCheckFailed") {
                            return Err(Refused::Condition(write.label, reason.item.clone()));
                        }
                    }
                    let held = canceled.cancellation_reasons().iter().any(|reason| {
                        matches!(reason.code(), Some("TransactionConflict" | "ThrottlingError" | "ProvisionedThroughputExceeded"))
                    });
                    if !held {
                        return Err(Refused::Error(ApiError::because("committing", &told(error))));
                    }
                }
                Some(service) if service.code() == Some("TransactionInProgressException") => {}
                _ => return Err(Refused::Error(ApiError::because("committing", &told(error)))),
            }
            wait_for_others(start).await?;
        }
    }

    /// Applies one write and answers the attributes that it set.
    ///
    /// # Errors
    /// As [`commit`](Self::commit).
    pub async fn write<L: Copy>(&self, write: Write<L>) -> Result<Item, Refused<L>> {
        let mut expression = Expression::default();
        let condition = expression.condition(&write.condition);
        let Change::Update { set, copy, remove, add } = &write.change else {
            return self.commit(vec![write]).await.map(|()| Item::new());
        };
        let update = expression.update(set, copy, remove, add);
        let start = Instant::now();
        loop {
            let request = self
                .client
                .update_item()
                .table_name(&self.table)
                .set_key(Some(write.key.clone().into_item()))
                .update_expression(&update)
                .condition_expression(&condition)
                .set_expression_attribute_names(expression.names())
                .set_expression_attribute_values(expression.values())
                .return_values(ReturnValue::AllNew)
                .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
            let error = match meter::call("UpdateItem", request.send()).await {
                Ok(answer) => return Ok(answer.attributes.unwrap_or_default()),
                Err(error) => error,
            };
            match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(failed)) => {
                    return Err(Refused::Condition(write.label, failed.item.clone()));
                }
                Some(UpdateItemError::TransactionConflictException(_)) => {}
                _ => return Err(Refused::Error(ApiError::because("updating an item", &told(error)))),
            }
            wait_for_others(start).await?;
        }
    }

    fn transact_item<L>(&self, write: &Write<L>) -> Result<TransactWriteItem> {
        let mut expression = Expression::default();
        let condition = expression.condition(&write.condition);
        let builder = TransactWriteItem::builder();
        let old = ReturnValuesOnConditionCheckFailure::AllOld;
        let key = write.key.clone().into_item();
        let doing = "building a transaction";
        Ok(match &write.change {
            Change::Put(item) => {
                let mut item = item.clone();
                item.extend(key);
                builder.put(
                    Put::builder()
                        .table_name(&self.table)
                        .set_item(Some(item))
                        .condition_expression(condition)
                        .set_expression_attribute_names(expression.names())
                        .set_expression_attribute_values(expression.values())
                        .return_values_on_condition_check_failure(old)
                        .build()
                        .context(doing)?,
                )
            }
            Change::Update { set, copy, remove, add } => {
                let update = expression.update(set, copy, remove, add);
                builder.update(
                    Update::builder()
                        .table_name(&self.table)
                        .set_key(Some(key))
                        .update_expression(update)
                        .condition_expression(condition)
                        .set_expression_attribute_names(expression.names())
                        .set_expression_attribute_values(expression.values())
                        .return_values_on_condition_check_failure(old)
                        .build()
                        .context(doing)?,
                )
            }
            Change::Delete => builder.delete(
                Delete::builder()
                    .table_name(&self.table)
                    .set_key(Some(key))
                    .condition_expression(condition)
                    .set_expression_attribute_names(expression.names())
                    .set_expression_attribute_values(expression.values())
                    .return_values_on_condition_check_failure(old)
                    .build()
                    .context(doing)?,
            ),
            Change::Check => builder.condition_check(
                ConditionCheck::builder()
                    .table_name(&self.table)
                    .set_key(Some(key))
                    .condition_expression(condition)
                    .set_expression_attribute_names(expression.names())
                    .set_expression_attribute_values(expression.values())
                    .return_values_on_condition_check_failure(old)
                    .build()
                    .context(doing)?,
            ),
        }
        .build())
    }
}

/// Waits a moment for whoever holds the items, but not for ever.
async fn wait_for_others(start: Instant) -> Result<()> {
    if start.elapsed() > PATIENCE {
        return Err(ApiError::Busy);
    }
    tokio::time::sleep(Duration::from_millis(fastrand::u64(5..60))).await;
    Ok(())
}

impl<L> Write<L> {
    fn size(&self) -> usize {
        match &self.change {
            Change::Put(item) => size(item),
            Change::Update { set, .. } => set.iter().map(|(name, value)| size(&Item::from([(name.clone(), value.clone())]))).sum(),
            Change::Delete | Change::Check => 0,
        }
    }
}

/// An item may stand in a transaction once: a check of an item that is also written becomes part of that write's condition.
fn merge_checks<L>(writes: Vec<Write<L>>) -> Vec<Write<L>> {
    let mut merged: Vec<Write<L>> = Vec::with_capacity(writes.len());
    for write in writes {
        let Some(same) = merged.iter_mut().find(|other| other.key == write.key) else {
            merged.push(write);
            continue;
        };
        let ((Change::Check, _) | (_, Change::Check)) = (&same.change, &write.change) else {
            merged.push(write);
            continue;
        };
        let condition = Condition::All(vec![same.condition.clone(), write.condition]);
        if matches!(same.change, Change::Check) {
            same.change = write.change;
        }
        same.condition = condition;
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Condition::{All, Exists, Lacks};

    #[test]
    fn a_check_of_an_item_that_is_also_written_becomes_part_of_the_write() {
        let check = || Write::check((), Key::bootstrap(), Exists);
        let write = || Write::delete((), Key::bootstrap(), Lacks("a"));
        for writes in [vec![check(), write()], vec![write(), check()]] {
            let merged = merge_checks(writes);
            assert_eq!(merged.len(), 1);
            assert!(matches!(merged[0].change, Change::Delete) && matches!(&merged[0].condition, All(both) if both.len() == 2));
        }
    }
}
