//! Changing the signing key before its time: what an operator does, by the tool.
//!
//! `auth` makes and rotates keys itself. Here the public ring is only set so that it does so with the next sign-in or refresh.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{ROTATE_AFTER, RingItem};
use crate::error::{ApiError, Result};
use crate::store::Condition::{Absent, All, Any, Exists, Is};
use crate::store::{Key, Refused, Store, Write, attribute, read_item, to_item};

/// What has become of the ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rotated {
    /// There is no key yet, so there is none to change.
    NoKeyYet,
    /// A successor is published already and signs from this moment on.
    UnderWay(DateTime<Utc>),
    /// The next sign-in or refresh does it.
    Begun,
}

/// Has the present key take its leave now as it would after 90 days: its successor is published with the next sign-in or refresh,
/// signs ten minutes later, and nobody notices.
///
/// # Errors
/// The table did not answer, or `auth` has changed the ring in this moment; look again.
pub async fn rotate(store: &Store, now: DateTime<Utc>) -> Result<Rotated> {
    let mut ring = read(store).await?;
    if let Some(next) = ring.keys.last().filter(|key| key.signs_from > now) {
        return Ok(Rotated::UnderWay(next.signs_from));
    }
    let rev = ring.rev;
    let Some(present) = ring.keys.last_mut() else { return Ok(Rotated::NoKeyYet) };
    present.signs_from = present.signs_from.min(now - ROTATE_AFTER);
    ring.rev += 1;
    write(store, &ring, rev, Vec::new()).await
}

/// Takes all keys away, as when a private one may have become known. The next sign-in or refresh makes a new one that signs
/// at once; every function refuses the former ones within ten minutes. Sessions go on by their refresh tokens.
///
/// # Errors
/// As [`rotate`].
pub async fn replace(store: &Store) -> Result<Rotated> {
    let ring = read(store).await?;
    if ring.keys.is_empty() {
        return Ok(Rotated::NoKeyYet);
    }
    let gone = ring.keys.iter().map(|key| Write::delete((), Key::signing(&key.kid), Any(vec![Exists, Absent]))).collect();
    write(store, &RingItem { rev: ring.rev + 1, keys: Vec::new() }, ring.rev, gone).await
}

async fn read(store: &Store) -> Result<RingItem> {
    store.get(Key::key_ring()).await?.map_or_else(|| Ok(RingItem::default()), read_item)
}

async fn write(store: &Store, ring: &RingItem, rev: u64, mut writes: Vec<Write<()>>) -> Result<Rotated> {
    let mut item = to_item(ring)?;
    item.extend(to_item(&json!({ "kind": "KEY_RING", "schema": 1 }))?);
    writes.push(Write::put((), Key::key_ring(), item, All(vec![Exists, Is("rev", attribute(&rev)?)])));
    match store.commit(writes).await {
        Ok(()) => Ok(Rotated::Begun),
        Err(Refused::Condition((), _)) => Err(ApiError::Busy),
        Err(Refused::Error(error)) => Err(error),
    }
}
