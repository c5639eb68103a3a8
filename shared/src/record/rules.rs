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

/// Puts an entry behind those of the same moment or earlier; `false` where the same stands there already.
pub(super) fn add_by_time<T: PartialEq>(entries: &mut Vec<T>, entry: T, at: impl Fn(&T) -> DateTime<Utc>) -> bool {
    if entries.contains(&entry) {
        return false;
    }
    let place = entries.iter().rposition(|one| at(one) <= at(&entry)).map_or(0, |last| last + 1);
    entries.insert(place, entry);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_finds_its_place_by_time_and_the_same_is_added_once() {
        let mut entries: Vec<(i64, char)> = vec![];
        let mut add = |seconds, name| add_by_time(&mut entries, (seconds, name), |one| DateTime::UNIX_EPOCH + TimeDelta::seconds(one.0));
        assert_eq!([add(5, 'a'), add(2, 'b'), add(9, 'c'), add(5, 'd'), add(5, 'a')], [true, true, true, true, false]);
        assert_eq!(entries, [(2, 'b'), (5, 'a'), (5, 'd'), (9, 'c')]);
    }
}
