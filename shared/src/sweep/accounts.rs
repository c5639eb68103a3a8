//! Closing an account: its memberships end, and no family is left without an owner.

use serde_json::{Value, json};
use std::collections::BTreeSet;

use super::{Done, Entry, ROUNDS, Sweeper, overtaken, rev_of, text_of};
use crate::error::Result;
use crate::id::{FamilyId, UserId};
use crate::store::Condition::{Absent, All, Any, Exists, Is, Lacks};
use crate::store::{Item, Key, ListQuery, Write, attribute, to_item};
use crate::user::read_person;

impl Sweeper {
    pub(super) async fn close_account(&self, user: UserId, named: Vec<FamilyId>) -> Result<()> {
        let (items, _) = self.store.query(&ListQuery::partition(Key::person(user))).await?;
        let (_, families) = read_person(items)?;
        let families: BTreeSet<_> = families.into_iter().chain(named).collect();
        for family in families {
            self.end_membership(user, family).await?;
        }
        Ok(())
    }

    /// Ends the membership of one person. Who is longest in the family becomes its owner if it would have none,
    /// and a family in which nobody is left is deleted.
    async fn end_membership(&self, user: UserId, family: FamilyId) -> Result<()> {
        let belonging = || Write::delete((), Key::belonging(user, family), Any(vec![Exists, Absent]));
        for _ in 0..ROUNDS {
            let there = self.living_family(family).await?;
            let members = self.below(family, "MEMBER#").await?;
            let own = Key::member(family, user);
            let (mine, others): (Vec<_>, Vec<_>) = members.into_iter().partition(|(key, _)| *key == own);
            let (Some(there), Some((_, mine))) = (there, mine.into_iter().next()) else {
                // The family is gone, or the person has left it: only the reference is over.
                self.commit(vec![belonging()]).await?;
                return Ok(());
            };
            if others.is_empty() {
                if self.end_deserted(family, &there, (own, mine)).await? == Done::Yes {
                    return Ok(());
                }
                continue;
            }
            let mut writes = vec![belonging(), Write::delete((), own, as_read(&mine)?)];
            if self.store.get(Key::profile(user)).await?.is_some() {
                writes.push(Write::update((), Key::profile(user), Item::new(), Exists).adding("family_count", -1));
            }
            writes.push(self.left(family, &mine, "deleted", None)?);
            let mut owners = -i64::from(is_owner(&mine));
            if !others.iter().any(|(_, other)| is_owner(other))
                && let Some((key, heir)) = others.iter().min_by_key(|(_, other)| precedence(other))
            {
                let set = to_item(&json!({ "role": "owner", "rev": rev_of(heir) + 1 }))?;
                writes.push(Write::update((), key.clone(), set, as_read(heir)?).removing(["only_children", "frozen_at"]));
                let details = json!({ "role": "owner", "only_children": null, "frozen": false });
                writes.push(self.left(family, heir, "changed", Some(&details))?);
                owners += 1;
            }
            // Whoever joins or becomes an owner meanwhile changes the one or the other.
            let unchanged = All(vec![as_read(&there)?, Is("owners", attribute(&there["owners"])?), Lacks("deleted_at")]);
            let mut counted = Write::update((), Key::family(family), Item::new(), unchanged).adding("rev", 1);
            if owners != 0 {
                counted = counted.adding("owners", owners);
            }
            if there.get("members").is_some() {
                counted = counted.adding("members", -1);
            }
            writes.push(counted);
            if self.commit(writes).await? == Done::Yes {
                return Ok(());
            }
        }
        Err(overtaken())
    }

    /// The entry of a membership's change in the family's history.
    fn left(&self, family: FamilyId, member: &Value, action: &str, details: Option<&Value>) -> Result<Write<()>> {
        let user = text_of(member, "user_id").unwrap_or_default();
        let key = text_of(member, "invite_id").map_or_else(|| user.to_owned(), |invite| format!("{user}#{invite}"));
        let (rev, at) = (rev_of(member) + 1, self.now());
        Entry { family, child: None, record_kind: "MEMBER", record_id: user, key, rev, action, at, details }.write()
    }
}

fn as_read(item: &Value) -> Result<crate::store::Condition> {
    Ok(All(vec![Exists, Is("rev", attribute(&rev_of(item))?)]))
}

fn is_owner(member: &Value) -> bool {
    text_of(member, "role") == Some("owner")
}

/// Who becomes the owner: a parent before a viewer, who has been there longest; last of all those whom an owner has paused.
fn precedence(member: &Value) -> (bool, bool, String, String) {
    let text = |name| text_of(member, name).unwrap_or_default().to_owned();
    (member.get("frozen_at").is_some(), text("role") != "parent", text("created_at"), text("user_id"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parent_who_has_been_there_longest_becomes_the_owner() {
        let member = |user: &str, role: &str, since: &str| json!({ "user_id": user, "role": role, "created_at": since });
        let mut paused = member("a", "parent", "2020");
        paused["frozen_at"] = json!("2025");
        let mut members = [paused, member("b", "viewer", "2021"), member("c", "parent", "2024"), member("d", "parent", "2023")];
        members.sort_by_key(precedence);
        assert_eq!(members.each_ref().map(|one| one["user_id"].as_str().unwrap()), ["d", "c", "b", "a"]);
    }
}
