//! The private keys: the one that signs access tokens, made and rotated here, and the one that derives refresh tokens.

use chrono::{DateTime, TimeDelta, Utc};
use ring::hmac;
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use trajectory::base64;
use trajectory::error::{ApiError, Context as _, Result};
use trajectory::state::AppState;
use trajectory::store::Condition::{Absent, All, Any, Exists, Is};
use trajectory::store::{Key, Refused, Write, attribute, read_item, to_item};
use trajectory::token::{PublishedKey, ROTATE_AFTER, RingItem, SigningKey};

/// A successor is published so long before it signs, so that every ring has it in time.
const PUBLISH_BEFORE: TimeDelta = TimeDelta::minutes(10);
/// A key is accepted so long after its successor has begun to sign:
/// an instance may sign with it for another [`REREAD`], and such a token lives for 15 minutes.
const RETIRE_AFTER: TimeDelta = TimeDelta::minutes(30);
/// How often the ring is read again.
const REREAD: TimeDelta = TimeDelta::minutes(10);

/// How often a key is looked for that others are making at the same time.
const ROUNDS: usize = 5;

/// Name of the key that derives refresh tokens.
const REFRESH: &str = "refresh";

/// The keys in use.
#[derive(Clone)]
pub(crate) struct Keys {
    /// Signs access tokens.
    pub(crate) signing: SigningKey,
    /// Derives the successors of refresh tokens.
    pub(crate) refresh: hmac::Key,
    read_at: DateTime<Utc>,
    /// When another key takes over.
    until: Option<DateTime<Utc>>,
}

/// Keeps the keys in memory.
#[derive(Default)]
pub(crate) struct Signer {
    keys: Mutex<Option<Keys>>,
}

/// A private key as it is kept.
#[derive(Serialize, Deserialize)]
struct PrivateItem {
    kind: String,
    schema: u32,
    /// 32 bytes in base64url.
    seed: String,
}

impl PrivateItem {
    fn new(seed: &[u8; 32]) -> Self {
        Self { kind: "PRIVATE_KEY".to_owned(), schema: 1, seed: base64::encode(seed) }
    }

    fn seed(&self) -> Result<[u8; 32]> {
        base64::decode(&self.seed).and_then(|bytes| bytes.try_into().ok()).context("reading a private key")
    }
}

/// What the ring calls for.
#[derive(Debug, PartialEq, Eq)]
enum Plan {
    /// Sign with this key until another takes over.
    Sign { kid: String, until: Option<DateTime<Utc>> },
    /// Publish a new key that signs from this moment on.
    Publish { signs_from: DateTime<Utc> },
}

impl Plan {
    fn of(ring: &RingItem, now: DateTime<Utc>) -> Self {
        let current = ring.keys.iter().rev().find(|key| key.signs_from <= now);
        let newest = ring.keys.last();
        match (current, newest) {
            (Some(current), Some(newest)) if newest.signs_from > now => {
                Self::Sign { kid: current.kid.clone(), until: Some(newest.signs_from) }
            }
            (Some(current), _) if now - current.signs_from >= ROTATE_AFTER => Self::Publish { signs_from: now + PUBLISH_BEFORE },
            (Some(current), _) => Self::Sign { kid: current.kid.clone(), until: None },
            (None, _) => Self::Publish { signs_from: now },
        }
    }
}

/// The ring with one more key: the ones before it get their end, those past it go.
fn with_key(ring: &RingItem, kid: String, signs_from: DateTime<Utc>, now: DateTime<Utc>) -> RingItem {
    let mut keys: Vec<_> = ring.keys.iter().filter(|key| key.retired_at.is_none_or(|at| now < at)).cloned().collect();
    for key in &mut keys {
        key.retired_at.get_or_insert(signs_from + RETIRE_AFTER);
    }
    keys.push(PublishedKey { kid, signs_from, retired_at: None });
    RingItem { rev: ring.rev + 1, keys }
}

impl Signer {
    /// The keys in use now; made, read and rotated as needed.
    pub(crate) async fn keys(&self, state: &AppState) -> Result<Keys> {
        let now = state.now();
        let mut kept = self.keys.lock().await;
        if let Some(keys) = kept.as_ref() {
            let due = now - keys.read_at >= REREAD || keys.until.is_some_and(|until| now >= until);
            if !due {
                return Ok(keys.clone());
            }
        }
        let keys = read(state, now).await?;
        *kept = Some(keys.clone());
        Ok(keys)
    }
}

async fn read(state: &AppState, now: DateTime<Utc>) -> Result<Keys> {
    for _ in 0..ROUNDS {
        let ring = state.keys.load(now).await?;
        match Plan::of(&ring, now) {
            Plan::Publish { signs_from } => publish(state, &ring, signs_from, now).await?,
            Plan::Sign { kid, until } => {
                let private = state.store.get(Key::signing(&kid)).await?.context("a published key has a private half")?;
                let signing = SigningKey::from_seed(read_item::<PrivateItem>(private)?.seed()?)?;
                let refresh = hmac::Key::new(hmac::HMAC_SHA256, &refresh_seed(state).await?);
                return Ok(Keys { signing, refresh, read_at: now, until });
            }
        }
    }
    Err(ApiError::Busy)
}

/// Publishes a new key. If another instance was faster, the ring has one anyhow.
async fn publish(state: &AppState, ring: &RingItem, signs_from: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
    let key = SigningKey::from_seed(state.random())?;
    let next = with_key(ring, key.kid().to_owned(), signs_from, now);
    let mut item = to_item(&next)?;
    item.insert("kind".to_owned(), attribute(&"KEY_RING")?);
    item.insert("schema".to_owned(), attribute(&1)?);
    let unchanged = if ring.rev == 0 { Absent } else { All(vec![Exists, Is("rev", attribute(&ring.rev)?)]) };
    let mut writes = vec![
        Write::put((), Key::signing(key.kid()), to_item(&PrivateItem::new(key.seed()))?, Absent),
        Write::put((), Key::key_ring(), item, unchanged),
    ];
    let gone = ring.keys.iter().filter(|old| next.keys.iter().all(|kept| kept.kid != old.kid));
    writes.extend(gone.map(|old| Write::delete((), Key::signing(&old.kid), Any(vec![Exists, Absent]))));
    match state.store.commit(writes).await {
        Ok(()) | Err(Refused::Condition((), _)) => Ok(()),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// The seed that derives refresh tokens; made by whoever needs it first.
async fn refresh_seed(state: &AppState) -> Result<[u8; 32]> {
    for _ in 0..ROUNDS {
        if let Some(item) = state.store.get(Key::signing(REFRESH)).await? {
            return read_item::<PrivateItem>(item)?.seed();
        }
        let made = to_item(&PrivateItem::new(&state.random()))?;
        match state.store.commit(vec![Write::put((), Key::signing(REFRESH), made, Absent)]).await {
            Ok(()) | Err(Refused::Condition((), _)) => {}
            Err(Refused::Error(error)) => return Err(error),
        }
    }
    Err(ApiError::Busy)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)
    }

    #[test]
    fn keys_are_made_published_early_and_retired_late() {
        let day = 24 * 60;
        let empty = RingItem::default();
        assert_eq!(Plan::of(&empty, at(0)), Plan::Publish { signs_from: at(0) });
        let first = with_key(&empty, "a".to_owned(), at(0), at(0));
        assert_eq!(Plan::of(&first, at(89 * day)), Plan::Sign { kid: "a".to_owned(), until: None });
        let due = at(90 * day);
        assert_eq!(Plan::of(&first, due), Plan::Publish { signs_from: due + PUBLISH_BEFORE });
        let second = with_key(&first, "b".to_owned(), due + PUBLISH_BEFORE, due);
        assert_eq!(Plan::of(&second, due), Plan::Sign { kid: "a".to_owned(), until: Some(due + PUBLISH_BEFORE) });
        assert_eq!(Plan::of(&second, due + PUBLISH_BEFORE), Plan::Sign { kid: "b".to_owned(), until: None });
        assert_eq!(second.keys[0].retired_at, Some(due + PUBLISH_BEFORE + RETIRE_AFTER));
        let third = with_key(&second, "c".to_owned(), at(200 * day), at(200 * day));
        assert_eq!(third.keys.iter().map(|key| key.kid.as_str()).collect::<Vec<_>>(), ["b", "c"]);
    }
}
