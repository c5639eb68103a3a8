//! Reading a family's record. Each operation waits for the table once.

use serde::{Deserialize, Deserializer, de};
use utoipa::IntoParams;

use super::store::{FamilyStore, Proof, live};
use super::{Access, FamilyRole, Member};
use crate::base64;
use crate::date::Date;
use crate::error::{ApiError, Context as _, Result};
use crate::id::ChildId;
use crate::record::child::ChildDetails;
use crate::record::{Child, Details, Kept, Page, Record};
use crate::store::{Direction, Index, Item, Key, ListQuery};

/// What every list takes.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListParams {
    /// How many entries at most, 1 to 100.
    #[serde(default)]
    #[param(value_type = Option<u8>, minimum = 1, maximum = 100, default = 20)]
    limit: Limit,
    /// Where the page before ended: its `next`.
    cursor: Option<String>,
    /// Order by date: `date` oldest first, `-date` (where left out) newest first.
    #[serde(default)]
    #[param(inline)]
    sort: Sort,
    /// First day.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// Last day.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<Date>,
    /// Only this child.
    #[param(value_type = Option<String>)]
    child: Option<ChildId>,
}

#[derive(Debug)]
pub(super) struct Limit(pub(super) u8);

impl Default for Limit {
    fn default() -> Self {
        Self(20)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let limit = text.parse().ok().filter(|limit| (1..=100).contains(limit));
        limit.map(Self).ok_or_else(|| de::Error::custom("must be a whole number from 1 to 100"))
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
enum Sort {
    #[serde(rename = "date")]
    Oldest,
    #[default]
    #[serde(rename = "-date")]
    Newest,
}

impl ListParams {
    /// On a path that names a child, the parameter may only repeat it.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] where it names another.
    pub fn of_child(self, child: ChildId) -> Result<Self> {
        match self.child {
            Some(other) if other != child => Err(ApiError::field("child", "must be the child of the path, or left out")),
            _ => Ok(Self { child: Some(child), ..self }),
        }
    }

    fn check(&self) -> Result<()> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from > to => Err(ApiError::field("to", "must not be before `from`")),
            _ => Ok(()),
        }
    }

    /// Whether a day lies between `from` and `to`. Both are ISO dates, whose text order is their order.
    pub(super) fn has_day(&self, day: &str) -> bool {
        self.from.is_none_or(|from| from.to_string().as_str() <= day) && self.to.is_none_or(|to| day <= to.to_string().as_str())
    }

    /// The page of this query that the parameters ask for.
    pub(super) fn page_of(&self, range: ListQuery) -> Result<ListQuery> {
        self.check()?;
        let direction = match self.sort {
            Sort::Oldest => Direction::Ascending,
            Sort::Newest => Direction::Descending,
        };
        let mut query = ListQuery { direction, limit: Some(self.limit.0), ..range };
        if let Some(text) = &self.cursor {
            query.after =
                Some(position(&query, text).ok_or_else(|| ApiError::field("cursor", "is not of this list; start again without it"))?);
        }
        Ok(query)
    }
}

impl<A: Access> FamilyStore<A> {
    /// The child.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where it is not in this family or in the trash; refusals of access.
    pub async fn child(&self, child: ChildId) -> Result<Child> {
        let proof = self.prove(Some(child), []).await?;
        Ok(proof.child.context("a proof for a child holds the child")?.into())
    }

    /// A record of the child.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where it is not a live record of this child; refusals of access.
    pub async fn read<D: Details>(&self, child: ChildId, id: D::Id) -> Result<Record<D>> {
        let mut proof = self.prove(Some(child), [self.record_key::<D>(child, id)]).await?;
        live(proof.also.pop().flatten()).map(Record::from)
    }

    /// All records of a kind of the child, oldest first, the child itself, and what the caller may do in its family.
    ///
    /// # Errors
    /// As [`child`](Self::child).
    pub async fn all<D: Details>(&self, child: ChildId) -> Result<(Child, FamilyRole, Vec<Record<D>>)> {
        let query = ListQuery { index: Index::ByChild, ..ListQuery::prefix(Key::tenant(self.family), &format!("{child}#{}#", D::KIND)) };
        let (proof, found) = tokio::join!(self.prove(Some(child), []), self.state.store.query(&query));
        let proof = proof?;
        let child = proof.child.context("a proof for a child holds the child")?.into();
        Ok((child, proof.member.role, read_all(found?.0)?))
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

    /// A page of the records of a kind, of one child or of the whole family.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for a cursor that is not of this list; refusals of access.
    pub async fn list<D: Details>(&self, params: &ListParams) -> Result<Page<Record<D>>> {
        let query = self.list_query::<D>(params)?;
        let (proof, living, found) = if let Some(child) = params.child {
            let (proof, found) = tokio::join!(self.prove(Some(child), []), self.state.store.query(&query));
            (proof?, None, found)
        } else {
            let children = self.children_query();
            let (proof, children, found) =
                tokio::join!(self.prove(None, []), self.state.store.query(&children), self.state.store.query(&query));
            let proof = proof?;
            let living = visible_children(&proof, children?.0)?;
            (proof, Some(living), found)
        };
        let (items, more) = found?;
        let next = match items.last() {
            Some(last) if more => Some(cursor(&query, last)?),
            _ => None,
        };
        let mut records: Vec<Record<D>> = read_all(items)?;
        records.retain(|record| {
            let alive = living.as_ref().is_none_or(|living| living.iter().any(|child| Some(child.id) == record.child_id));
            alive && record.child_id.is_some_and(|child| proof.member.sees(child))
        });
        Ok(Page { items: records, next })
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

    fn list_query<D: Details>(&self, params: &ListParams) -> Result<ListQuery> {
        let (index, prefix) = match params.child {
            Some(child) => (Index::ByChild, format!("{child}#{}#", D::KIND)),
            None => (Index::ByDate, format!("{}#", D::KIND)),
        };
        let first = params.from.map_or_else(|| prefix.clone(), |from| format!("{prefix}{from}"));
        let last = params.to.map_or_else(|| format!("{prefix}\u{10ffff}"), |to| format!("{prefix}{to}\u{10ffff}"));
        params.page_of(ListQuery { index, range: Some((first, last)), ..ListQuery::partition(Key::tenant(self.family)) })
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

/// Where a page ended, as text that only the same list takes.
pub(super) fn cursor(query: &ListQuery, last: &Item) -> Result<String> {
    let part = |name: &str| last.get(name).and_then(|value| value.as_s().ok()).context("an item of a list has its keys");
    let (sk, order) = (part("sk")?, part(query.index.attribute())?);
    let seal = seal(query, sk, order);
    Ok(base64::encode([&seal, sk.as_bytes(), b"\n", order.as_bytes()].concat()))
}

/// The position in a cursor, if it is one of this list.
pub(super) fn position(query: &ListQuery, text: &str) -> Option<(String, String)> {
    let bytes = base64::decode(text)?;
    let (given, keys) = bytes.split_at_checked(SEAL_BYTES)?;
    let (sk, order) = std::str::from_utf8(keys).ok()?.split_once('\n')?;
    let within = query.range.as_ref().is_some_and(|(first, last)| (first.as_str()..=last.as_str()).contains(&order));
    // The table's own order is that of the sort key itself.
    let known = query.index != Index::Main || sk == order;
    (within && known && !sk.is_empty() && given == seal(query, sk, order)).then(|| (sk.to_owned(), order.to_owned()))
}

const SEAL_BYTES: usize = 8;

/// Binds a position to its list. It guards against mix-ups; nothing rests on it, since the partition never comes from a cursor
/// and a position that was made up lies within the list all the same.
fn seal(query: &ListQuery, sk: &str, order: &str) -> [u8; SEAL_BYTES] {
    let list = format!("{}\n{:?}\n{:?}\n{:?}\n{sk}\n{order}", query.pk, query.index, query.range, query.direction);
    let digest = ring::digest::digest(&ring::digest::SHA256, list.as_bytes());
    let mut seal = [0; SEAL_BYTES];
    seal.copy_from_slice(&digest.as_ref()[..SEAL_BYTES]);
    seal
}
