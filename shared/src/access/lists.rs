//! Lists of one kind of record, by date.

use serde::{Deserialize, Deserializer, de};
use utoipa::IntoParams;

use super::Access;
use super::paging::page;
use super::reads::read_all;
use super::store::FamilyStore;
use super::walk::{Walk, Wanted};
use crate::date::Date;
use crate::error::{ApiError, Result};
use crate::id::ChildId;
use crate::record::{Details, Page, Record};
use crate::store::{Direction, ListQuery};

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
    /// Only records of this type, one of the words that the kind knows. Such a page may be shorter than `limit`.
    #[serde(rename = "type")]
    record_type: Option<String>,
    /// Only this child.
    #[param(value_type = Option<String>)]
    child: Option<ChildId>,
}

/// How many entries a page has at most.
#[derive(Debug, Clone, Copy)]
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
}

impl ListParams {
    /// Whether a day lies between `from` and `to`. Both are ISO dates, whose text order is their order.
    pub(super) fn has_day(&self, day: &str) -> bool {
        self.from.is_none_or(|from| from.to_string().as_str() <= day) && self.to.is_none_or(|to| day <= to.to_string().as_str())
    }

    /// The page of another list that the parameters ask for.
    pub(super) fn page_of(&self, list: ListQuery) -> Result<ListQuery> {
        let direction = match self.sort {
            Sort::Oldest => Direction::Ascending,
            Sort::Newest => Direction::Descending,
        };
        page(ListQuery { direction, ..list }, self.limit, self.cursor.as_deref())
    }
}

impl<A: Access> FamilyStore<A> {
    /// A page of the records of a kind, of one child or of the whole family.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for a type that the kind does not know or a cursor that is not of this list; refusals of access.
    pub async fn list<D: Details>(&self, params: &ListParams) -> Result<Page<Record<D>>> {
        let types: Vec<String> = params.record_type.iter().cloned().collect();
        known_type("type", params.record_type.as_deref(), D::TYPES)?;
        let walk = Walk {
            list: "list",
            kinds: vec![D::KIND],
            child: params.child,
            from: params.from,
            to: params.to,
            direction: match params.sort {
                Sort::Oldest => Direction::Ascending,
                Sort::Newest => Direction::Descending,
            },
            limit: params.limit.0,
            wanted: Wanted { types, ..Wanted::default() },
            cursor: params.cursor.as_deref(),
        };
        let walked = self.walk(&walk).await?;
        let items = walked.found.into_iter().map(|(_, item)| item).collect();
        Ok(Page { items: read_all(items)?, next: walked.next })
    }
}

/// A type is one of the words.
pub(super) fn known_type(field: &str, given: Option<&str>, words: &[&str]) -> Result<()> {
    match given {
        Some(_) if words.is_empty() => Err(ApiError::field(field, "has no meaning here: there are no types")),
        Some(given) if !words.contains(&given) => Err(ApiError::field(field, format!("must be one of: {}", words.join(", ")))),
        _ => Ok(()),
    }
}
