//! Searching a family's record: by text, tags, kinds, types, child and days.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Access;
use super::lists::{Limit, known_type};
use super::store::FamilyStore;
use super::timeline::{entries, keys};
use super::walk::{Walk, Walked, Wanted};
use crate::date::Date;
use crate::error::{ApiError, Result};
use crate::id::ChildId;
use crate::record::{Child, Details as _, Entry, RecordKind};
use crate::search::{Texts, normalised};
use crate::store::Direction;
use crate::text::{Line, Tag};

/// Words of one search; DynamoDB bounds the length of a filter.
const MAX_WORDS: usize = 20;
/// Tags and types of one search.
const MAX_CHOICES: usize = 20;

/// What is searched for. A record is found if all of it holds.
///
/// Texts and tags are health data, so they travel in a body and never in an address.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text": "ear ibuprofen", "tags": ["winter"], "kinds": ["illness", "visit"], "from": "2025-01-01", "limit": 20 }))]
pub struct Search {
    /// Each of these words must occur somewhere in the record; case and accents do not matter. At most 20 words.
    #[schema(value_type = Option<String>, max_length = 200)]
    text: Option<Line<200>>,
    /// The record has all these tags; case and accents do not matter.
    #[serde(default)]
    #[schema(value_type = Vec<String>, max_items = 20)]
    tags: Vec<Tag>,
    /// Only these kinds; all where left out.
    #[serde(default)]
    kinds: Vec<RecordKind>,
    /// One of these types, in the words of the kinds.
    #[serde(default)]
    #[schema(max_items = 20)]
    types: Vec<String>,
    /// Only this child.
    child: Option<ChildId>,
    /// First day.
    #[schema(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// Last day.
    #[schema(value_type = Option<String>, format = Date)]
    to: Option<Date>,
    /// How many entries at most, 1 to 100; 20 where left out.
    #[schema(minimum = 1, maximum = 100)]
    limit: Option<i64>,
    /// Where the page before ended: its `next`. The rest of the search must be the same.
    cursor: Option<String>,
}

/// What was found.
#[derive(Serialize, ToSchema)]
pub struct SearchPage {
    /// Children in whose names, notes or allergies all the words occur; only on the first page of a search for a text alone.
    pub children: Vec<Child>,
    /// Records, newest first. A page may be shorter than `limit` while `next` is set.
    pub items: Vec<Entry>,
    /// Pass it as `cursor` to go on; absent at the end.
    pub next: Option<String>,
}

impl<A: Access> FamilyStore<A> {
    /// A page of what is found.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for a type that none of the kinds knows or a cursor of another search; refusals of access.
    pub async fn search(&self, search: &Search) -> Result<SearchPage> {
        let walk = search.walk()?;
        let Walked { proof, mut children, found, next } = self.walk(&walk).await?;
        children.extend(proof.child.map(Child::from));
        let by_text_alone = search.tags.is_empty() && search.kinds.is_empty() && search.types.is_empty();
        let of_all_days = search.from.is_none() && search.to.is_none();
        if !by_text_alone || !of_all_days || search.cursor.is_some() || walk.wanted.words.is_empty() {
            children.clear();
        }
        children.retain(|child| has_words(child, &walk.wanted.words));
        Ok(SearchPage { children, items: entries(found)?, next })
    }
}

impl Search {
    fn walk(&self) -> Result<Walk<'_>> {
        let mut words: Vec<String> =
            self.text.iter().flat_map(|text| normalised(text.as_ref()).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
        words.retain(|word| !word.is_empty());
        words.sort();
        words.dedup();
        for (field, count, most) in
            [("text", words.len(), MAX_WORDS), ("tags", self.tags.len(), MAX_CHOICES), ("types", self.types.len(), MAX_CHOICES)]
        {
            if count > most {
                return Err(ApiError::field(field, format!("must be at most {most}")));
            }
        }
        // What is nothing but accents would be found everywhere.
        if self.text.is_some() && words.is_empty() {
            return Err(ApiError::field("text", "must hold a letter or a digit"));
        }
        let limit = self.limit.map_or(Some(Limit::default().0), |limit| u8::try_from(limit).ok().filter(|limit| (1..=100).contains(limit)));
        let limit = limit.ok_or_else(|| ApiError::field("limit", "must be a whole number from 1 to 100"))?;
        let mut kinds: Vec<RecordKind> =
            RecordKind::ALL.into_iter().filter(|kind| self.kinds.is_empty() || self.kinds.contains(kind)).collect();
        let known: Vec<&str> = kinds.iter().flat_map(|kind| kind.types().iter().copied()).collect();
        for (nth, given) in self.types.iter().enumerate() {
            known_type(&format!("types[{nth}]"), Some(given), &known)?;
        }
        // Of a kind that knows none of the types there is nothing to find.
        kinds.retain(|kind| self.types.is_empty() || kind.types().iter().any(|word| self.types.iter().any(|given| given == word)));
        let tags: Vec<String> = self.tags.iter().map(|tag| normalised(tag.as_ref())).collect();
        if let Some(nth) = tags.iter().position(String::is_empty) {
            return Err(ApiError::field(format!("tags[{nth}]"), "must hold a letter or a digit"));
        }
        Ok(Walk {
            list: "search",
            kinds: keys(Some(&kinds)),
            child: self.child,
            from: self.from,
            to: self.to,
            direction: Direction::Descending,
            limit,
            wanted: Wanted { types: self.types.clone(), words, tags },
            cursor: self.cursor.as_deref(),
        })
    }
}

fn has_words(child: &Child, words: &[String]) -> bool {
    let mut texts = Texts::default();
    child.details.texts(&mut texts);
    let (text, _) = texts.into_parts();
    words.iter().all(|word| text.contains(word.as_str()))
}
