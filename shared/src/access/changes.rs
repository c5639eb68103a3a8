//! Whether anything has changed in a family's record: what an open app asks every few seconds.

use serde::Serialize;
use utoipa::ToSchema;

use super::families::KeptFamily;
use super::store::FamilyStore;
use super::{Access, Member};
use crate::base64;
use crate::error::Result;
use crate::store::{Direction, Index, Item, Key, ListQuery};

/// Entries of the history that are looked through for one that concerns a child of somebody who sees some children alone.
const LOOKED_THROUGH: u16 = 25;

/// The state of a family's record. It says nothing but whether it is the same as before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Changes {
    /// Another one after each change that the caller can see. Also the `ETag`.
    pub version: String,
}

impl<A: Access> FamilyStore<A> {
    /// The state of the record: one small read of the newest entry of its history, beside the proof of access.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn changes(&self) -> Result<Changes> {
        let newest = self.newest_changes(1);
        let (proof, found) = tokio::join!(self.prove(None, [Key::family(self.family)]), self.state.store.page(&newest));
        let mut proof = proof?;
        let family = KeptFamily::live(proof.also.pop().flatten())?;
        let member = proof.member;
        let mut entries = found?.items;
        if !entries.iter().all(|entry| concerns(entry, &member)) {
            // Somebody who sees some children alone is not to be told of the others: rare, and then a second wait.
            entries = self.state.store.page(&self.newest_changes(LOOKED_THROUGH)).await?.items;
            entries.retain(|entry| concerns(entry, &member));
        }
        let newest = entries.first().and_then(Key::of).map(|key| format!("{key:?}")).unwrap_or_default();
        // What the caller may see depends on the membership, and the home page shows the family's name.
        let state = format!("{newest}\n{:?}\n{}\n{:?}\n{:?}", family.rev, member.rev, member.role, member.only_children);
        let digest = ring::digest::digest(&ring::digest::SHA256, state.as_bytes());
        Ok(Changes { version: base64::encode(&digest.as_ref()[..12]) })
    }

    fn newest_changes(&self, limit: u16) -> ListQuery {
        let all = ListQuery::prefix(Key::tenant(self.family), "HIST#");
        ListQuery { index: Index::ByDate, direction: Direction::Descending, limit: Some(limit), ..all }
    }
}

/// Whether an entry of the history is about something that the member sees.
fn concerns(entry: &Item, member: &Member) -> bool {
    let child = entry.get("child_id").and_then(|child| child.as_s().ok()).and_then(|child| child.parse().ok());
    member.only_children.is_none() || child.is_some_and(|child| member.sees(child))
}
