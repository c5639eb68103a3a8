//! Pages of lists that take no more than a limit and a cursor.

use serde::Deserialize;
use utoipa::IntoParams;

use super::reads::{Limit, cursor, position};
use crate::error::{ApiError, Result};
use crate::store::{Item, ListQuery};

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
        let mut query = ListQuery { limit: Some(self.limit.0), ..list };
        if let Some(text) = &self.cursor {
            let after = position(&query, text).ok_or_else(|| ApiError::field("cursor", "is not of this list; start again without it"))?;
            query.after = Some(after);
        }
        Ok(query)
    }
}

/// The cursor of the page behind this one, where there is one.
pub(super) fn next_page(query: &ListQuery, items: &[Item], more: bool) -> Result<Option<String>> {
    items.last().filter(|_| more).map(|last| cursor(query, last)).transpose()
}
