//! Pages of lists that take no more than a limit and a cursor.

use serde::Deserialize;
use utoipa::IntoParams;

use super::cursor::{SEAL_BYTES, seal};
use super::lists::Limit;
use crate::base64;
use crate::error::{ApiError, Context as _, Result};
use crate::store::{Index, Item, ListQuery};

/// How much of a list, and from where on.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageParams {
    /// How many entries at most, 1 to 100.
    #[serde(default)]
    #[param(value_type = Option<u8>, minimum = 1, maximum = 100, default = 20)]
    limit: Limit,
    /// Where the page before ended: its `next`.
    cursor: Option<String>,
}

impl PageParams {
    /// Whether this asks for the first page.
    pub(super) fn is_first(&self) -> bool {
        self.cursor.is_none()
    }

    /// The page of the list that is asked for.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for a cursor that is not of this list.
    pub(super) fn page_of(&self, list: ListQuery) -> Result<ListQuery> {
        page(list, self.limit, self.cursor.as_deref())
    }
}

/// A page of a list.
///
/// # Errors
/// [`ApiError::Invalid`] for a cursor that is not of this list.
pub(super) fn page(list: ListQuery, limit: Limit, cursor: Option<&str>) -> Result<ListQuery> {
    let mut query = ListQuery { limit: Some(limit.0.into()), ..list };
    if let Some(text) = cursor {
        let after = position(&query, text).ok_or_else(|| ApiError::field("cursor", "is not of this list; start again without it"))?;
        query.after = Some(after);
    }
    Ok(query)
}

/// The cursor of the page behind this one, where there is one.
pub(super) fn next_page(query: &ListQuery, items: &[Item], more: bool) -> Result<Option<String>> {
    items.last().filter(|_| more).map(|last| cursor(query, last)).transpose()
}

/// Where a page ended, as text that only the same list takes.
fn cursor(query: &ListQuery, last: &Item) -> Result<String> {
    let part = |name: &str| last.get(name).and_then(|value| value.as_s().ok()).context("an item of a list has its keys");
    let (sk, order) = (part("sk")?, part(query.index.attribute())?);
    let text = format!("{sk}\n{order}");
    Ok(base64::encode([&seal(&list_name(query), &text)[..], text.as_bytes()].concat()))
}

/// The position in a cursor, if it is one of this list.
fn position(query: &ListQuery, text: &str) -> Option<(String, String)> {
    let bytes = base64::decode(text)?;
    let (given, keys) = bytes.split_at_checked(SEAL_BYTES)?;
    let text = std::str::from_utf8(keys).ok()?;
    let (sk, order) = text.split_once('\n')?;
    let within = query.range.as_ref().is_some_and(|(first, last)| (first.as_str()..=last.as_str()).contains(&order));
    // The table's own order is that of the sort key itself.
    let known = query.index != Index::Main || sk == order;
    (within && known && !sk.is_empty() && given == seal(&list_name(query), text)).then(|| (sk.to_owned(), order.to_owned()))
}

fn list_name(query: &ListQuery) -> String {
    format!("{}\n{:?}\n{:?}\n{:?}", query.pk, query.index, query.range, query.direction)
}
