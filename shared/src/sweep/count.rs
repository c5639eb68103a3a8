//! Statistics: each item that counts has a note of what it has been counted as. A change of the table is a reason to compare
//! the two, and the note, the counter and a check of the item are one transaction. So nothing is counted twice, whatever the
//! stream tells twice, late or not at all, and the next comparison repairs what was missed.

use serde_json::{Value, json};
use std::collections::BTreeMap;

use super::place::{Place, counted_in};
use super::{Done, ROUNDS, Sweeper, keyed, overtaken, rev_of, text_of};
use crate::error::Result;
use crate::statistics::Statistics;
use crate::store::Condition::{Absent, All, Any, Exists, Is, Lacks};
use crate::store::{Condition, Item, Key, Write, attribute, read_item, to_item};

impl Sweeper {
    /// Compares an item with what it has been counted as. True where something was to be counted.
    pub(super) async fn count(&self, key: &Key, place: &Place) -> Result<bool> {
        let shard = counted_in(key);
        let note = Key::counted(shard, key);
        for _ in 0..ROUNDS {
            let mut found = self.store.get_all(&[key.clone(), note.clone()]).await?.into_iter();
            let (item, noted) = (found.next().flatten(), found.next().flatten());
            let counts = match &item {
                Some(item) => contribution(place, &keyed(item.clone())?.1),
                None => Statistics::default(),
            };
            let counted = noted.clone().map(read_item::<Statistics>).transpose()?.unwrap_or_default();
            if counts == counted {
                return Ok(false);
            }
            let as_noted = noted.map_or(Ok(Absent), |note| same(&note))?;
            let (pk, sk) = key.parts();
            let write = if counts == Statistics::default() {
                Write::delete((), note.clone(), as_noted)
            } else {
                let mut set = json!({ "kind": "COUNTED", "schema": 1, "item_pk": pk, "item_sk": sk });
                for (name, amount) in counts.changes() {
                    set[name] = amount.into();
                }
                Write::put((), note.clone(), to_item(&set)?, as_noted)
            };
            let unchanged = item.map_or(Ok(Absent), |item| same(&item))?;
            let part = to_item(&json!({ "kind": "STATISTICS", "schema": 1 }))?;
            let mut sum = Write::update((), Key::statistics(shard), part, Any(vec![Exists, Absent])).adding("rev", 1);
            for (name, amount) in difference(counts, counted) {
                sum = sum.adding(name, amount);
            }
            if self.commit(vec![Write::check((), key.clone(), unchanged), write, sum]).await? == Done::Yes {
                return Ok(true);
            }
        }
        Err(overtaken())
    }
}

/// What an item counts as: what is there and not in the trash; files once they have arrived.
fn contribution(place: &Place, item: &Value) -> Statistics {
    let mut counts = Statistics::default();
    if item.get("deleted_at").is_some() || item.get("expires_at").is_some() {
        return counts;
    }
    let counter = match place {
        Place::Profile => &mut counts.users,
        Place::Family(_) => &mut counts.families,
        Place::Child(..) => &mut counts.children,
        Place::Record(record) => match record.kind.as_str() {
            "VISIT" => &mut counts.visits,
            "MEASUREMENT" => &mut counts.measurements,
            "EVENT" => &mut counts.events,
            "ILLNESS" => &mut counts.illnesses,
            "ATTACHMENT" if text_of(item, "state") == Some("ready") => {
                counts.bytes = item.get("size").and_then(Value::as_i64).unwrap_or_default();
                &mut counts.attachments
            }
            _ => return counts,
        },
        Place::Task | Place::Job(..) | Place::Counted => return counts,
    };
    *counter = 1;
    counts
}

fn difference(counts: Statistics, counted: Statistics) -> Vec<(&'static str, i64)> {
    let mut by_name: BTreeMap<&'static str, i64> = counts.changes().into_iter().collect();
    for (name, amount) in counted.changes() {
        *by_name.entry(name).or_default() -= amount;
    }
    by_name.into_iter().filter(|(_, amount)| *amount != 0).collect()
}

/// That the item still is what was read, as far as counting goes.
fn same(item: &Item) -> Result<Condition> {
    let (_, read) = keyed(item.clone())?;
    let mut all = vec![Exists];
    if read.get("rev").is_some() {
        all.push(Is("rev", attribute(&rev_of(&read))?));
    }
    // An attachment's arrival does not raise its revision, and a note has none but what it says.
    for name in ["state", "attachments", "bytes"] {
        all.push(match read.get(name) {
            Some(value) => Is(name, attribute(value)?),
            None => Lacks(name),
        });
    }
    Ok(All(all))
}

#[cfg(feature = "operator")]
pub use recount::Recount;

#[cfg(feature = "operator")]
mod recount {
    use super::{
        Absent, All, Done, Exists, Is, Key, Lacks, Place, ROUNDS, Result, Statistics, Sweeper, Value, Write, attribute, json, keyed,
        overtaken, read_item, text_of, to_item,
    };
    use crate::store::{ListQuery, Position, SHARDS, Scan};

    /// Items that are looked at at once.
    const PAGE: i32 = 200;

    /// What a recount has found.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
    pub struct Recount {
        /// Items that were not counted as what they are, or were counted and are gone.
        pub items: u64,
        /// Parts of the counters that were not the sum of what had been counted.
        pub parts: u64,
    }

    impl Sweeper {
        /// Counts everything anew. It may run beside anything else.
        ///
        /// # Errors
        /// The table did not answer, or others changed the same counters for too long.
        pub async fn recount(&self) -> Result<Recount> {
            let mut found = Recount::default();
            let mut after: Option<Position> = None;
            loop {
                let (items, _, end) = self.store.scan(Scan { only: None, after, page: PAGE }).await?;
                for item in items {
                    let (mut key, json) = keyed(item)?;
                    // A note leads to its item, which may be gone.
                    if let (Some(pk), Some(sk), Some("COUNTED")) =
                        (text_of(&json, "item_pk"), text_of(&json, "item_sk"), text_of(&json, "kind"))
                    {
                        key = Key::at(pk, sk);
                    }
                    if let Some(place) = Place::at(key.parts().0, key.parts().1).filter(Place::is_counted) {
                        found.items += u64::from(self.count(&key, &place).await?);
                    }
                }
                if end.is_none() {
                    break;
                }
                after = end;
            }
            for shard in 0..SHARDS {
                found.parts += u64::from(self.add_up(shard).await?);
            }
            Ok(found)
        }

        /// Makes a part of the counters the sum of what was counted in it; true where it was not.
        async fn add_up(&self, shard: u8) -> Result<bool> {
            let key = Key::statistics(shard);
            for _ in 0..ROUNDS {
                let before = self.store.get(key.clone()).await?;
                let (notes, _) = self.store.query(&ListQuery::partition(Key::counted_in(shard))).await?;
                let mut sum = Statistics::default();
                for note in notes {
                    sum += read_item(note)?;
                }
                let stands: Statistics = before.clone().map(read_item).transpose()?.unwrap_or_default();
                if stands == sum {
                    return Ok(false);
                }
                // Every count raises the revision, so what was counted meanwhile is not lost.
                let rev = before.map(read_item::<Value>).transpose()?.map(|part| super::rev_of(&part));
                let as_read = match rev {
                    None => Absent,
                    Some(0) => All(vec![Exists, Lacks("rev")]),
                    Some(rev) => All(vec![Exists, Is("rev", attribute(&rev)?)]),
                };
                let next = rev.unwrap_or_default() + 1;
                let mut set = json!({ "kind": "STATISTICS", "schema": 1, "rev": next });
                for (name, amount) in sum.changes() {
                    set[name] = amount.into();
                }
                if self.commit(vec![Write::put((), key.clone(), to_item(&set)?, as_read)]).await? == Done::Yes {
                    return Ok(true);
                }
            }
            Err(overtaken())
        }
    }
}
