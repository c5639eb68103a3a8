//! The timeline: records of all kinds in one order, newest first.

use serde::{Deserialize, Deserializer, de};
use utoipa::IntoParams;

use super::Access;
use super::lists::Limit;
use super::store::FamilyStore;
use super::walk::{Walk, Walked, Wanted};
use crate::date::Date;
use crate::error::{Context as _, Result};
use crate::id::ChildId;
use crate::record::{Entry, Page, RecordKind};
use crate::store::{Direction, Item};

/// What a timeline takes.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TimelineParams {
    /// How many entries at most, 1 to 100.
    #[serde(default)]
    #[param(value_type = Option<u8>, minimum = 1, maximum = 100, default = 20)]
    limit: Limit,
    /// Where the page before ended: its `next`.
    cursor: Option<String>,
    /// First day.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// Last day.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<Date>,
    /// Only these kinds, parted by commas; all where left out.
    #[param(value_type = Option<String>, example = "visit,illness")]
    kinds: Option<Kinds>,
}

/// Kinds, each once and in the same order however they were given.
#[derive(Debug)]
struct Kinds(Vec<RecordKind>);

impl<'de> Deserialize<'de> for Kinds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let kind = |word: &str| RecordKind::deserialize(de::value::StrDeserializer::<de::value::Error>::new(word)).ok();
        let kinds: Option<Vec<_>> = text.split(',').map(kind).collect();
        kinds.map(Self).ok_or_else(|| de::Error::custom("must be kinds parted by commas: visit, measurement, event, illness"))
    }
}

impl<A: Access> FamilyStore<A> {
    /// A page of the timeline of one child or of the whole family.
    ///
    /// # Errors
    /// As for [`list`](Self::list).
    pub async fn timeline(&self, child: Option<ChildId>, params: &TimelineParams) -> Result<Page<Entry>> {
        let Walked { found, next, .. } = self.walk(&params.walk(child)).await?;
        Ok(Page { items: entries(found)?, next })
    }
}

impl TimelineParams {
    pub(super) fn walk(&self, child: Option<ChildId>) -> Walk<'_> {
        Walk {
            list: "timeline",
            kinds: keys(self.kinds.as_ref().map(|kinds| kinds.0.as_slice())),
            child,
            from: self.from,
            to: self.to,
            direction: Direction::Descending,
            limit: self.limit.0,
            wanted: Wanted::default(),
            cursor: self.cursor.as_deref(),
        }
    }
}

/// Kinds as they stand in keys; where none are given, those that happened on a day.
pub(super) fn keys(kinds: Option<&[RecordKind]>) -> Vec<&'static str> {
    let given = kinds.filter(|kinds| !kinds.is_empty());
    RecordKind::ALL.into_iter().filter(|kind| given.unwrap_or(&RecordKind::DATED).contains(kind)).map(RecordKind::key).collect()
}

/// The records in items of several kinds.
pub(super) fn entries(found: Vec<(&'static str, Item)>) -> Result<Vec<Entry>> {
    let read = |(key, item): (&str, Item)| {
        let kind = RecordKind::ALL.into_iter().find(|kind| kind.key() == key).context("an entry is of a known kind")?;
        kind.read(item)
    };
    found.into_iter().map(read).collect()
}
