//! Applying migrations to a whole table. How far one has come is kept in the table, so that it goes on after a kill.

use chrono::{DateTime, SubsecRound as _, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Counting, MIGRATIONS, Migration};
use crate::error::{ApiError, Result};
use crate::record::Rev;
use crate::state::Clock;
use crate::store::Condition::{Absent, All, Exists, Is, Lacks};
use crate::store::{Item, Key, ListQuery, Position, Refused, Scan, Store, Write, attribute, read_item, to_item};

/// Items that are looked at between two notes of how far it has come.
const PAGE: i32 = 200;
/// How often an item is tried that others keep changing.
const ROUNDS: usize = 5;

/// How far a migration has come, as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Applied {
    kind: String,
    schema: u32,
    rev: Rev,
    /// Which migration.
    pub name: String,
    /// Items that were looked at, and changed.
    #[serde(flatten)]
    pub progress: Progress,
    position: Option<Position>,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it was through; absent: it was stopped and goes on with the next run.
    pub finished_at: Option<DateTime<Utc>>,
}

/// What a migration has done so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Items of the table that were looked at.
    pub looked_at: u64,
    /// Items that were written in the new layout.
    pub changed: u64,
}

/// Every migration with what the table says of it; absent: it was never begun.
///
/// # Errors
/// The table did not answer.
pub async fn states(store: &Store) -> Result<Vec<(&'static Migration, Option<Applied>)>> {
    let keys: Vec<_> = MIGRATIONS.iter().map(|migration| Key::migration(migration.name)).collect();
    let found = store.get_all(&keys).await?;
    MIGRATIONS.iter().zip(found).map(|(migration, item)| Ok((migration, item.map(read_item).transpose()?))).collect()
}

/// What each pending migration would change. Tries every step and writes nothing.
///
/// # Errors
/// The table did not answer, or an item cannot be upgraded; the error names its key.
pub async fn dry_run(store: &Store) -> Result<Vec<(&'static Migration, Progress)>> {
    let mut all = Vec::new();
    for (migration, applied) in states(store).await? {
        if applied.as_ref().is_some_and(|applied| applied.finished_at.is_some()) {
            continue;
        }
        let mut progress = Progress::default();
        let mut after = applied.and_then(|applied| applied.position);
        loop {
            let (items, looked_at, end) = store.scan(Scan { only: Some((migration.kind, migration.from)), after, page: PAGE }).await?;
            for item in items {
                next(store, migration, &item).await?;
                progress.changed += 1;
            }
            progress.looked_at += looked_at;
            if end.is_none() {
                break;
            }
            after = end;
        }
        all.push((migration, progress));
    }
    Ok(all)
}

/// Applies every migration that is not through, telling how far each has come after each page.
/// Run again, it goes on where it was stopped; once all are through it changes nothing.
///
/// # Errors
/// As [`dry_run`]; [`ApiError::Busy`] where another run is going on.
pub async fn apply(store: &Store, clock: &dyn Clock, mut tell: impl FnMut(&Migration, &Applied)) -> Result<()> {
    for (migration, applied) in states(store).await? {
        let mut applied = match applied {
            Some(applied) => applied,
            None => begin(store, clock, migration).await?,
        };
        while applied.finished_at.is_none() {
            let only = Some((migration.kind, migration.from));
            let (items, looked_at, end) = store.scan(Scan { only, after: applied.position.clone(), page: PAGE }).await?;
            for item in items {
                applied.progress.changed += u64::from(upgrade(store, migration, item).await?);
            }
            applied.progress.looked_at += looked_at;
            applied.finished_at = end.is_none().then(|| moment(clock));
            applied.position = end;
            note(store, &mut applied).await?;
            tell(migration, &applied);
        }
    }
    Ok(())
}

fn moment(clock: &dyn Clock) -> DateTime<Utc> {
    clock.now().trunc_subsecs(3)
}

async fn begin(store: &Store, clock: &dyn Clock, migration: &Migration) -> Result<Applied> {
    let applied = Applied {
        kind: "MIGRATION".to_owned(),
        schema: 1,
        rev: Rev::FIRST,
        name: migration.name.to_owned(),
        progress: Progress::default(),
        position: None,
        started_at: moment(clock),
        finished_at: None,
    };
    commit(store, Write::put((), Key::migration(migration.name), to_item(&applied)?, Absent)).await?;
    Ok(applied)
}

/// Keeps how far it has come, unless another run has gone on with it.
async fn note(store: &Store, applied: &mut Applied) -> Result<()> {
    let as_read = All(vec![Exists, Is("rev", attribute(&applied.rev)?)]);
    applied.rev = applied.rev.next();
    commit(store, Write::put((), Key::migration(&applied.name), to_item(applied)?, as_read)).await
}

async fn commit(store: &Store, write: Write<()>) -> Result<()> {
    match store.commit(vec![write]).await {
        Ok(()) => Ok(()),
        Err(Refused::Condition((), _)) => Err(ApiError::Busy),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// Writes one item in the new layout; false where somebody else's save has done so, or it is gone.
///
/// The revision stays: nothing that a person sees changes, and what they have on their screen is still current.
async fn upgrade(store: &Store, migration: &Migration, mut item: Item) -> Result<bool> {
    for _ in 0..ROUNDS {
        let (key, set, removed) = next(store, migration, &item).await?;
        let unchanged = |name: &'static str| item.get(name).map_or(Lacks(name), |there| Is(name, there.clone()));
        let mut as_read = vec![Exists, unchanged("rev"), Is("schema", attribute(&migration.from)?)];
        // Whatever changes what is counted, changes the count in the same transaction.
        as_read.extend(migration.counting.as_ref().map(|counting| unchanged(counting.into)));
        let write = Write::update((), key, set, All(as_read)).removing(removed);
        match store.write(write).await {
            Ok(_) => return Ok(true),
            Err(Refused::Error(error)) => return Err(error),
            Err(Refused::Condition((), there)) => match there {
                Some(there) if there.get("schema") == Some(&attribute(&migration.from)?) => item = there,
                Some(_) | None => return Ok(false),
            },
        }
    }
    Err(ApiError::Busy)
}

/// What the step changes of an item: the attributes to set and those to take away.
async fn next(store: &Store, migration: &Migration, item: &Item) -> Result<(Key, Item, Vec<String>)> {
    let failed = |error: &ApiError, key: &str| ApiError::because(&format!("upgrading the item {key}"), error);
    let key = Key::of(item).ok_or_else(|| ApiError::because(migration.name, &"an item has no key"))?;
    let named = format!("{key:?}");
    let mut before: Map<String, Value> = read_item(item.clone())?;
    for part in ["pk", "sk"] {
        before.remove(part);
    }
    let mut after = migration.apply_to(before.clone()).map_err(|error| failed(&error, &named))?;
    if let Some(Counting { prefix, into }) = migration.counting {
        let counted = store.query(&ListQuery::prefix(key.parts().0.to_owned(), prefix)).await?.0.len();
        after.insert(into.to_owned(), counted.into());
    }
    let removed = before.keys().filter(|name| !after.contains_key(*name)).cloned().collect();
    let changed: Map<String, Value> = after.into_iter().filter(|(name, value)| before.get(name) != Some(value)).collect();
    Ok((key, to_item(&json!(changed))?, removed))
}
