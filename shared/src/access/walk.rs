//! Walking through records in the order of their dates: of one kind or of several, of one child or of the whole family.
//!
//! Each kind is one query, all in parallel. What they bring is merged, and a page ends at one position in the order of all of them;
//! from it follows where each query goes on. So nothing is lost or told twice, however many records share a date.

use futures_util::future::try_join_all;

use super::cursor::{END, Position, just_before};
use super::reads::visible_children;
use super::store::{FamilyStore, Proof};
use super::{Access, text};
use crate::date::Date;
use crate::error::{ApiError, Result};
use crate::id::ChildId;
use crate::record::Child;
use crate::store::Condition::{All, Any, Contains};
use crate::store::{Condition, Direction, Index, Item, Key, ListQuery};

/// Records that a query by type looks at, at most: a page of 20 is full if every sixth passes, and a page with less says where to go on.
const LOOKED_AT: u16 = 120;

/// What is walked through, and how far at a time.
pub(super) struct Walk<'a> {
    /// Which list it is; a cursor of one is none of another.
    pub(super) list: &'static str,
    /// Kinds, as they stand in keys.
    pub(super) kinds: Vec<&'static str>,
    /// Only this child.
    pub(super) child: Option<ChildId>,
    /// First day.
    pub(super) from: Option<Date>,
    /// Last day.
    pub(super) to: Option<Date>,
    pub(super) direction: Direction,
    /// Records in a page.
    pub(super) limit: u8,
    pub(super) wanted: Wanted,
    /// Where the page before ended.
    pub(super) cursor: Option<&'a str>,
}

/// What a record must have to be found.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// One of these types, if any are given.
    pub(super) types: Vec<String>,
    /// All these words, normalised.
    pub(super) words: Vec<String>,
    /// All these tags, normalised.
    pub(super) tags: Vec<String>,
}

/// A page of a walk, for somebody who may see it.
pub(super) struct Walked {
    pub(super) proof: Proof,
    /// The children of the family that the caller may see; empty for a walk of one child, which the proof holds.
    pub(super) children: Vec<Child>,
    /// Kind and item, in order.
    pub(super) found: Vec<(&'static str, Item)>,
    /// The cursor of the next page.
    pub(super) next: Option<String>,
}

/// What one query brought.
struct Stream {
    kind: &'static str,
    items: Vec<(Position, Item)>,
    /// Where it stopped looking, if there may be more.
    end: Option<Position>,
}

impl<A: Access> FamilyStore<A> {
    /// The next page. It may be shorter than its limit while there is a next one:
    /// where a filter lets little pass, or where records hang on a child in the trash.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for days in the wrong order or a cursor that is not of this walk; refusals of access.
    pub(super) async fn walk(&self, walk: &Walk<'_>) -> Result<Walked> {
        if let (Some(from), Some(to)) = (walk.from, walk.to)
            && from > to
        {
            return Err(ApiError::field("to", "must not be before `from`"));
        }
        let after = walk.cursor.map(|text| Position::parse(text, &walk.kinds, &self.seal_of(walk))).transpose()?;
        if let Some(child) = walk.child {
            let only = [Some(child)];
            let (proof, streams) = tokio::join!(self.prove(Some(child), []), self.streams(walk, after.as_ref(), &only));
            let proof = proof?;
            let (found, next) = walk.page(streams?, |_| true);
            return Ok(Walked { proof, children: Vec::new(), found, next: next.map(|end| end.seal(&self.seal_of(walk))) });
        }
        let children = self.children_query();
        let (proof, children, streams) =
            tokio::join!(self.prove(None, []), self.state.store.query(&children), self.streams(walk, after.as_ref(), &[None]));
        let proof = proof?;
        let children = visible_children(&proof, children?.0)?;
        let mut streams = streams?;
        if proof.member.only_children.is_some() {
            // Who sees some children alone is not to learn from the end of a page what there is of the others.
            // Only the membership tells which, so this waits a second time.
            let each: Vec<_> = children.iter().map(|child| Some(child.id)).collect();
            streams = self.streams(walk, after.as_ref(), &each).await?;
        }
        let visible: Vec<String> = children.iter().map(|child| child.id.to_string()).collect();
        let (found, next) = walk.page(streams, |child| visible.iter().any(|one| one == child));
        Ok(Walked { proof, children, found, next: next.map(|end| end.seal(&self.seal_of(walk))) })
    }

    /// One query for each kind and each of the children (or all of them at once).
    async fn streams(&self, walk: &Walk<'_>, after: Option<&Position>, children: &[Option<ChildId>]) -> Result<Vec<Stream>> {
        let each = children.iter().flat_map(|child| walk.kinds.iter().map(|kind| self.stream(walk, after, *child, kind)));
        try_join_all(each.collect::<Vec<_>>()).await
    }

    async fn stream(&self, walk: &Walk<'_>, after: Option<&Position>, child: Option<ChildId>, kind: &'static str) -> Result<Stream> {
        let (index, prefix) = match child {
            Some(child) => (Index::ByChild, format!("{child}#{kind}#")),
            None => (Index::ByDate, format!("{kind}#")),
        };
        let Some(range) = walk.range(&prefix, kind, after) else {
            return Ok(Stream { kind, items: Vec::new(), end: None });
        };
        let query = ListQuery {
            pk: Key::tenant(self.family),
            index,
            range: Some(range),
            direction: walk.direction,
            limit: walk.wanted.looked_at(walk.limit),
            filter: walk.wanted.filter(),
            after: None,
        };
        let found = self.state.store.page(&query).await?;
        let position = |item: &Item| Position::of(item, index.attribute(), &prefix, kind);
        let end = found.end.as_ref().map(position).transpose()?;
        let items = found.items.into_iter().map(|item| Ok((position(&item)?, item))).collect::<Result<_>>()?;
        Ok(Stream { kind, items, end })
    }

    /// What makes a walk this one and no other.
    fn seal_of(&self, walk: &Walk<'_>) -> String {
        let Walk { list, kinds, child, from, to, direction, limit: _, wanted, cursor: _ } = walk;
        format!("{}\n{list}\n{kinds:?}\n{child:?}\n{from:?}\n{to:?}\n{direction:?}\n{wanted:?}", self.family)
    }
}

impl Walk<'_> {
    /// First and last value of the ordering attribute that are left for a kind; absent where nothing is.
    fn range(&self, prefix: &str, kind: &str, after: Option<&Position>) -> Option<(String, String)> {
        let mut first = self.from.map_or_else(|| prefix.to_owned(), |from| format!("{prefix}{from}"));
        let mut last = self.to.map_or_else(|| format!("{prefix}{END}"), |to| format!("{prefix}{to}{END}"));
        if let Some(Position { date, kind: at, rest }) = after {
            let before_the_day = format!("{prefix}{date}");
            let behind_the_day = format!("{prefix}{date}{END}");
            // On one day kinds stand in the order of their names, and newest first, in the opposite order.
            match (self.direction, kind.cmp(at)) {
                (Direction::Ascending, std::cmp::Ordering::Less) => first = first.max(behind_the_day),
                (Direction::Ascending, std::cmp::Ordering::Equal) => first = first.max(format!("{prefix}{rest}{END}")),
                (Direction::Ascending, std::cmp::Ordering::Greater) => first = first.max(before_the_day),
                (Direction::Descending, std::cmp::Ordering::Less) => last = last.min(behind_the_day),
                (Direction::Descending, std::cmp::Ordering::Equal) => last = last.min(just_before(&format!("{prefix}{rest}"))),
                (Direction::Descending, std::cmp::Ordering::Greater) => last = last.min(before_the_day),
            }
        }
        // DynamoDB refuses a range that ends before it begins.
        (first <= last).then_some((first, last))
    }

    /// Merges what the queries brought, as far as all of them have looked.
    fn page(&self, streams: Vec<Stream>, sees: impl Fn(&str) -> bool) -> (Vec<(&'static str, Item)>, Option<Position>) {
        let order = |one: &Position, other: &Position| match self.direction {
            Direction::Ascending => one.cmp(other),
            Direction::Descending => other.cmp(one),
        };
        let frontier = streams.iter().filter_map(|stream| stream.end.as_ref()).min_by(|one, other| order(one, other)).cloned();
        let all = streams.into_iter().flat_map(|stream| stream.items.into_iter().map(move |(at, item)| (at, stream.kind, item)));
        let mut found: Vec<_> = all
            .filter(|(at, _, item)| {
                let looked_at = frontier.as_ref().is_none_or(|frontier| order(at, frontier).is_le());
                let child = item.get("child_id").and_then(|child| child.as_s().ok());
                looked_at && !item.contains_key("expires_at") && child.is_some_and(|child| sees(child))
            })
            .collect();
        found.sort_by(|(one, ..), (other, ..)| order(one, other));
        let limit = usize::from(self.limit);
        let next = if found.len() > limit { found.get(limit.saturating_sub(1)).map(|(at, ..)| at.clone()) } else { frontier };
        found.truncate(limit);
        (found.into_iter().map(|(_, kind, item)| (kind, item)).collect(), next)
    }
}

impl Wanted {
    fn is_anything(&self) -> bool {
        self.types.is_empty() && self.words.is_empty() && self.tags.is_empty()
    }

    /// How many records one query looks at. One more than the page tells whether there is a next one.
    /// Texts and tags are rare, so for them it is as many as DynamoDB reads in one call, a megabyte.
    fn looked_at(&self, limit: u8) -> Option<u16> {
        let page = u16::from(limit) + 1;
        match self {
            _ if self.is_anything() => Some(page),
            Self { words, tags, .. } if words.is_empty() && tags.is_empty() => Some(page.max(LOOKED_AT)),
            Self { .. } => None,
        }
    }

    fn filter(&self) -> Option<Condition> {
        let contains = |name: &'static str, values: &[String]| values.iter().map(|value| Contains(name, text(value))).collect::<Vec<_>>();
        let mut all = contains("search_text", &self.words);
        all.extend(contains("tags_found", &self.tags));
        let types = contains("types", &self.types);
        if !types.is_empty() {
            all.push(Any(types));
        }
        (!all.is_empty()).then_some(All(all))
    }
}
