//! The public key ring, kept in memory and read again when a token names a key that is not in it.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};
use tokio::sync::Mutex;

use super::PublicKey;
use crate::error::Result;
use crate::store::{Key, Store, read_item};

/// How often the ring is read at most when tokens name keys that are not in it,
/// so that made-up key ids cannot turn into reads of the table.
const KEY_RELOAD: TimeDelta = TimeDelta::minutes(1);

/// The ring is read again after so long at the latest, so that a key that was taken away is refused everywhere by then.
const REREAD: TimeDelta = TimeDelta::minutes(10);

/// The ring as it is kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct RingItem {
    /// Counts the changes of the ring.
    #[serde(default)]
    pub rev: u64,
    /// The published keys, oldest first.
    #[serde(default)]
    pub keys: Vec<PublishedKey>,
}

/// A public key and its times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedKey {
    /// The key: 32 bytes in base64url.
    pub kid: String,
    /// From when on it signs.
    pub signs_from: DateTime<Utc>,
    /// From when on tokens of it are refused; absent while it has no successor.
    pub retired_at: Option<DateTime<Utc>>,
}

/// The public keys that tokens are checked against.
pub struct KeyRing {
    store: Store,
    cache: RwLock<Cache>,
    reading: Mutex<()>,
}

#[derive(Default)]
struct Cache {
    keys: HashMap<String, (PublicKey, Option<DateTime<Utc>>)>,
    read_at: Option<DateTime<Utc>>,
    /// When a token's unknown key last made us read.
    missed_at: Option<DateTime<Utc>>,
}

impl KeyRing {
    /// A ring that has not been read yet.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self { store, cache: RwLock::default(), reading: Mutex::new(()) }
    }

    /// The public key of this id, if it is published and not retired. Waits for the table once in ten minutes.
    ///
    /// # Errors
    /// The ring could not be read.
    pub async fn find(&self, kid: &str, now: DateTime<Utc>) -> Result<Option<PublicKey>> {
        if let Some(found) = self.cached(kid, now) {
            return Ok(Some(found));
        }
        let _one_reader = self.reading.lock().await;
        // Whoever waited here may find what another has just read.
        if let Some(found) = self.cached(kid, now) {
            return Ok(Some(found));
        }
        if self.is_old(now) {
            self.load(now).await?;
            return Ok(self.cached(kid, now));
        }
        if self.missed_at().is_some_and(|missed_at| now - missed_at < KEY_RELOAD) {
            return Ok(None);
        }
        // Before the first key is made there is nothing to protect, and the first token must not wait a minute.
        let empty = self.load(now).await?.keys.is_empty();
        self.cache.write().unwrap_or_else(PoisonError::into_inner).missed_at = (!empty).then_some(now);
        Ok(self.cached(kid, now))
    }

    /// Reads the ring; also what opens the connection to the table while a function starts.
    ///
    /// # Errors
    /// The ring could not be read.
    pub async fn load(&self, now: DateTime<Utc>) -> Result<RingItem> {
        let ring: RingItem = match self.store.get(Key::key_ring()).await? {
            Some(item) => read_item(item)?,
            None => RingItem::default(),
        };
        let mut keys = HashMap::new();
        for published in &ring.keys {
            keys.insert(published.kid.clone(), (PublicKey::from_kid(&published.kid)?, published.retired_at));
        }
        let mut cache = self.cache.write().unwrap_or_else(PoisonError::into_inner);
        (cache.keys, cache.read_at) = (keys, Some(now));
        drop(cache);
        Ok(ring)
    }

    /// Whether what was read has come to its age. What was never read is not old, it is missing.
    fn is_old(&self, now: DateTime<Utc>) -> bool {
        let cache = self.cache.read().unwrap_or_else(PoisonError::into_inner);
        cache.read_at.is_some_and(|at| now - at >= REREAD)
    }

    fn cached(&self, kid: &str, now: DateTime<Utc>) -> Option<PublicKey> {
        if self.is_old(now) {
            return None;
        }
        let cache = self.cache.read().unwrap_or_else(PoisonError::into_inner);
        let (key, retired_at) = cache.keys.get(kid)?;
        retired_at.is_none_or(|at| now < at).then(|| key.clone())
    }

    fn missed_at(&self) -> Option<DateTime<Utc>> {
        self.cache.read().unwrap_or_else(PoisonError::into_inner).missed_at
    }
}
