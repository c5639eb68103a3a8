//! Rules that several kinds of record share.

use chrono::{DateTime, TimeDelta, Utc};

use crate::error::{ApiError, Result};
use crate::state::AppState;

/// A list has at most so many entries.
pub(super) fn at_most(field: &str, count: usize, most: usize) -> Result<()> {
    if count > most { Err(ApiError::field(field, format!("must be at most {most}"))) } else { Ok(()) }
}

/// The second value is not less than the first.
pub(super) fn not_before<T: PartialOrd + Copy>(field: &str, first: T, second: T, problem: &str) -> Result<()> {
    if second < first { Err(ApiError::field(field, problem)) } else { Ok(()) }
}

/// A moment is not in the future, but for clocks that run ahead.
pub(super) fn not_to_come(state: &AppState, field: impl Into<String>, at: DateTime<Utc>) -> Result<()> {
    if at > state.now() + TimeDelta::minutes(10) { Err(ApiError::field(field, "must not be in the future")) } else { Ok(()) }
}
