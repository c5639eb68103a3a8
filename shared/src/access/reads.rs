//! Reading a family's record. Each operation waits for the table once.

use super::changes::Version;
use super::store::{FamilyStore, Proof, live};
use super::{Access, FamilyRole, Member};
use crate::answer::Stated;
use crate::date::Date;
use crate::error::{Context as _, Result};
use crate::id::ChildId;
use crate::record::child::ChildDetails;
use crate::record::{Child, Details, Kept, Record};
use crate::request::Known;
use crate::store::{Index, Item, Key, ListQuery};

impl<A: Access> FamilyStore<A> {
    /// The child.
    ///
    /// # Errors
    /// [`ApiError::NotFound`](crate::error::ApiError::NotFound) where it is not in this family or in the trash; refusals of access.
    pub async fn child(&self, child: ChildId) -> Result<Child> {
        let proof = self.prove(Some(child), []).await?;
        Ok(proof.child.context("a proof for a child holds the child")?.into())
    }

    /// A record of the child.
    ///
    /// # Errors
    /// [`ApiError::NotFound`](crate::error::ApiError::NotFound) where it is not a live record of this child; refusals of access.
    pub async fn read<D: Details>(&self, child: ChildId, id: D::Id) -> Result<Record<D>> {
        let mut proof = self.prove(Some(child), [self.record_key::<D>(child, id)]).await?;
        live(proof.also.pop().flatten()).map(Record::from)
    }

    /// All records of a kind of the child, oldest first, the child itself, and what the caller may do in its family;
    /// unless the caller has seen what is said about this state. `about` says what else the answer depends on.
    ///
    /// # Errors
    /// As [`child`](Self::child).
    pub async fn all<D: Details>(&self, child: ChildId, about: &str, known: &Known) -> Result<Stated<(Child, FamilyRole, Vec<Record<D>>)>> {
        self.unless_known(known, Some(child), &format!("{} {child} {about}", D::KIND), self.read_all_of(child)).await
    }

    async fn read_all_of<D: Details>(&self, child: ChildId) -> Result<((Child, FamilyRole, Vec<Record<D>>), Version)> {
        let query = ListQuery { index: Index::ByChild, ..ListQuery::prefix(Key::tenant(self.family), &format!("{child}#{}#", D::KIND)) };
        let newest = self.newest_changes(1);
        let store = &self.state.store;
        let (proof, found, newest) = tokio::join!(self.prove(Some(child), []), store.query(&query), store.page(&newest));
        let proof = proof?;
        let version = self.version_of(&proof.member, None, newest?.items).await?;
        let child = proof.child.context("a proof for a child holds the child")?.into();
        Ok(((child, proof.member.role, read_all(found?.0)?), version))
    }

    /// All records of a kind up to a day, oldest first, and the living children that the caller may see: all of them, or one.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn up_to<D: Details>(&self, child: Option<ChildId>, last: Date) -> Result<(Vec<Child>, Vec<Record<D>>)> {
        let (index, prefix) = match child {
            Some(child) => (Index::ByChild, format!("{child}#{}#", D::KIND)),
            None => (Index::ByDate, format!("{}#", D::KIND)),
        };
        let range = Some((prefix.clone(), format!("{prefix}{last}\u{10ffff}")));
        let query = ListQuery { index, range, ..ListQuery::partition(Key::tenant(self.family)) };
        let children = self.children_query();
        let store = &self.state.store;
        let (proof, children, found) = tokio::join!(self.prove(child, []), store.query(&children), store.query(&query));
        let mut children = visible_children(&proof?, children?.0)?;
        children.retain(|one| child.is_none_or(|child| one.id == child));
        let mut records: Vec<Record<D>> = read_all(found?.0)?;
        records.retain(|record| children.iter().any(|child| Some(child.id) == record.child_id));
        Ok((children, records))
    }

    /// The children of the family that the caller may see, in the order they were entered.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn children(&self) -> Result<Vec<Child>> {
        let query = self.children_query();
        let (proof, children) = tokio::join!(self.prove(None, []), self.state.store.query(&query));
        visible_children(&proof?, children?.0)
    }

    pub(super) fn children_query(&self) -> ListQuery {
        ListQuery::prefix(Key::tenant(self.family), "CHILD#")
    }

    pub(super) fn record_key<D: Details>(&self, child: ChildId, id: D::Id) -> Key {
        if D::KIND == ChildDetails::KIND { Key::child(self.family, child) } else { Key::record(self.family, child, D::KIND, id) }
    }
}

/// The live children in these items that the caller may see.
pub(super) fn visible_children(proof: &Proof, items: Vec<Item>) -> Result<Vec<Child>> {
    let Proof { member, .. } = proof;
    let children: Vec<Child> = read_all(items)?;
    Ok(children.into_iter().filter(|child| Member::sees(member, child.id)).collect())
}

pub(super) fn read_all<D: Details>(items: Vec<Item>) -> Result<Vec<Record<D>>> {
    let kept = items.into_iter().map(Kept::read).collect::<Result<Vec<Kept<D>>>>()?;
    Ok(kept.into_iter().filter(Kept::is_live).map(Record::from).collect())
}
