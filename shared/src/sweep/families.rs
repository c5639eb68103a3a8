//! Deleting a family: everything of it but the tombstone, which keeps its id from being used again.

use serde_json::{Value, json};

use super::{CHUNK, Done, ROUNDS, Sweeper, keyed, overtaken, rev_of};
use crate::error::Result;
use crate::id::{FamilyId, InviteId, UserId};
use crate::store::Condition::{Absent, All, Any, Exists, Is, Lacks};
use crate::store::{Item, Key, ListQuery, Write, attribute, read_item, shard, to_item};

/// Members whose membership is ended in one transaction; each takes three writes.
const MEMBERS_AT_ONCE: usize = 30;

impl Sweeper {
    /// First nobody is a member any more and the family is marked, then its files go, then its items.
    pub(super) async fn delete_family(&self, family: FamilyId) -> Result<()> {
        if !self.end_family(family).await? {
            return Ok(());
        }
        let deleted = || vec![Write::check((), Key::family(family), marked())];
        // A pass is found by its invitation, so it goes first.
        let invites = self.below(family, "INVITE#").await?;
        let of = |key: &Key| key.parts().1.strip_prefix("INVITE#").and_then(|id| id.parse::<InviteId>().ok());
        let passes = invites.iter().filter_map(|(key, _)| of(key)).map(Key::invite_pass).collect();
        if self.delete(passes, deleted).await? == Done::Overtaken {
            return Err(overtaken());
        }
        self.files.delete_all_of(family).await?;
        loop {
            let page = ListQuery { limit: u16::try_from(CHUNK).ok(), ..ListQuery::partition(Key::tenant(family)) };
            let (items, _) = self.store.query(&page).await?;
            let keys: Vec<_> = items.iter().filter_map(Key::of).filter(|key| key.parts().1 != "FAMILY").collect();
            if keys.is_empty() {
                return Ok(());
            }
            if self.delete(keys, deleted).await? == Done::Overtaken {
                return Err(overtaken());
            }
        }
    }

    /// Marks the family as deleted and ends all memberships; false where there never was such a family.
    async fn end_family(&self, family: FamilyId) -> Result<bool> {
        let mut rounds = 0;
        while rounds < ROUNDS {
            let Some(there) = self.store.get(Key::family(family)).await? else { return Ok(false) };
            let members = self.below(family, "MEMBER#").await?;
            let is_marked = there.contains_key("deleted_at");
            if is_marked && members.is_empty() {
                return Ok(true);
            }
            let mut writes =
                vec![if is_marked { Write::check((), Key::family(family), marked()) } else { self.mark(family, &read_item(there)?)? }];
            writes.extend(self.end_memberships(family, &members).await?);
            // Done in parts where there are many members; a part that did not hold counts as a try.
            rounds += usize::from(self.commit(writes).await? == Done::Overtaken);
        }
        Err(overtaken())
    }

    /// Marks a family whose last member this is as deleted, and leaves the rest as a task, since from then on nothing leads to it.
    pub(super) async fn end_deserted(&self, family: FamilyId, there: &Value, last: (Key, Value)) -> Result<Done> {
        let moment = self.now();
        let left = json!({ "kind": "TASK", "schema": 1, "work": "delete_family", "family_id": family, "created_at": moment });
        let task = Key::at(&Key::tasks(shard(&family)), &format!("{}#{family}", moment.to_rfc3339()));
        let mut writes = vec![self.mark(family, there)?, Write::put((), task, to_item(&left)?, Any(vec![Exists, Absent]))];
        writes.extend(self.end_memberships(family, &[last]).await?);
        self.commit(writes).await
    }

    fn mark(&self, family: FamilyId, there: &Value) -> Result<Write<()>> {
        let rev = rev_of(there);
        let set = to_item(&json!({ "deleted_at": self.now(), "rev": rev + 1 }))?;
        let unchanged = All(vec![Exists, Is("rev", attribute(&rev)?), Lacks("deleted_at")]);
        Ok(Write::update((), Key::family(family), set, unchanged).removing(["name", "dir_pk", "dir_sk"]))
    }

    async fn end_memberships(&self, family: FamilyId, members: &[(Key, Value)]) -> Result<Vec<Write<()>>> {
        let some: Vec<_> = members.iter().take(MEMBERS_AT_ONCE).collect();
        let user = |key: &Key| key.parts().1.strip_prefix("MEMBER#").and_then(|id| id.parse::<UserId>().ok());
        let people: Vec<_> = some.iter().filter_map(|(key, _)| user(key)).collect();
        let profiles = self.store.get_all(&people.iter().map(|person| Key::profile(*person)).collect::<Vec<_>>()).await?;
        let mut writes: Vec<_> = some.iter().map(|(key, _)| Write::delete((), key.clone(), Exists)).collect();
        for (person, profile) in people.into_iter().zip(profiles) {
            writes.push(Write::delete((), Key::belonging(person, family), Any(vec![Exists, Absent])));
            // A closed account has no profile to count in.
            if profile.is_some() {
                writes.push(Write::update((), Key::profile(person), Item::new(), Exists).adding("family_count", -1));
            }
        }
        Ok(writes)
    }

    /// The family as it stands, where it was not deleted.
    pub(super) async fn living_family(&self, family: FamilyId) -> Result<Option<Value>> {
        let there = self.store.get(Key::family(family)).await?.filter(|item| !item.contains_key("deleted_at"));
        there.map(|item| keyed(item).map(|(_, family)| family)).transpose()
    }
}

/// That the family was deleted.
fn marked() -> crate::store::Condition {
    // A deleted family has lost its name, and a living one always has one.
    All(vec![Exists, Lacks("name")])
}
