//! Copying a whole table into another: how a restored backup comes into the table of a stack.

use chrono::{DateTime, Utc};
use futures_util::future::join_all;

use crate::error::{Context as _, Result};
use crate::store::Condition::Absent;
use crate::store::{Item, Key, Refused, Scan, Store, Write};

/// Items that are read at once.
const PAGE: i32 = 200;
/// Items that are written at once.
const ABREAST: usize = 16;
/// Partitions of what was only for the moment: letters that went out since, attempts that were counted.
const NOT_COPIED: [&str; 2] = ["OUTBOX#", "LIMIT#"];

/// What a copy has done so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Copied {
    /// Items of the source that were looked at.
    pub looked_at: u64,
    /// Items that were written.
    pub written: u64,
    /// Items that had been there already and were left as they were.
    pub there: u64,
}

/// Copies what the other table does not have. What has expired, letters and counted attempts stay behind.
/// Cut short, it may be run again. `told` hears of each page.
///
/// # Errors
/// A table did not answer, or refused an item.
pub async fn copy(from: &Store, to: &Store, now: DateTime<Utc>, told: impl Fn(Copied)) -> Result<Copied> {
    let mut copied = Copied::default();
    let mut after = None;
    loop {
        let (items, looked_at, end) = from.scan(Scan { only: None, after, page: PAGE }).await?;
        copied.looked_at += looked_at;
        let kept: Vec<_> = items.into_iter().filter(|item| is_copied(item, now)).collect();
        for some in kept.chunks(ABREAST) {
            for written in join_all(some.iter().map(|item| put(to, item.clone()))).await {
                let count = if written? { &mut copied.written } else { &mut copied.there };
                *count += 1;
            }
        }
        told(copied);
        if end.is_none() {
            return Ok(copied);
        }
        after = end;
    }
}

fn is_copied(item: &Item, now: DateTime<Utc>) -> bool {
    let partition = item.get("pk").and_then(|pk| pk.as_s().ok());
    let expires = item.get("expires_at").and_then(|at| at.as_n().ok()?.parse::<i64>().ok());
    partition.is_some_and(|pk| !NOT_COPIED.iter().any(|start| pk.starts_with(start))) && expires.is_none_or(|at| at > now.timestamp())
}

/// Writes an item where there is none; says whether it did.
async fn put(to: &Store, mut item: Item) -> Result<bool> {
    let key = Key::of(&item).context("an item has a key")?;
    item.remove("pk");
    item.remove("sk");
    match to.commit(vec![Write::put((), key, item, Absent)]).await {
        Ok(()) => Ok(true),
        Err(Refused::Condition((), _)) => Ok(false),
        Err(Refused::Error(error)) => Err(error),
    }
}
