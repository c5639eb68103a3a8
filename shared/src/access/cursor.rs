//! Where a page ended, as text that only the same list takes.

use crate::base64;
use crate::date::Date;
use crate::error::{ApiError, Context as _, Result};
use crate::store::Item;

/// Behind every text that begins the same.
pub(super) const END: char = '\u{10ffff}';

pub(super) const SEAL_BYTES: usize = 8;
/// A date or a moment, and an id.
const MAX_REST: usize = 100;

/// A place in the order of all records of a family: by day, then by kind, then by what orders the kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    /// The day.
    pub(super) date: String,
    /// The kind as it stands in keys.
    pub(super) kind: String,
    /// What orders records of the kind: the date, or the moment, and the id.
    pub(super) rest: String,
}

impl Position {
    /// The position of an item in the list of its kind, of which the ordering attribute begins with `prefix`.
    pub(super) fn of(item: &Item, attribute: &str, prefix: &str, kind: &str) -> Result<Self> {
        let order = item.get(attribute).and_then(|order| order.as_s().ok()).context("an item of a list has its keys")?;
        order.strip_prefix(prefix).and_then(|rest| Self::at(kind, rest)).context("the order of a list begins with a date")
    }

    fn at(kind: &str, rest: &str) -> Option<Self> {
        let date = rest.get(..10).filter(|date| Date::try_from(*date).is_ok())?;
        let plain = rest.len() > date.len() && rest.len() <= MAX_REST && rest.bytes().all(|byte| byte.is_ascii_graphic());
        plain.then(|| Self { date: date.to_owned(), kind: kind.to_owned(), rest: rest.to_owned() })
    }

    /// The position as a cursor of this list.
    pub(super) fn seal(&self, list: &str) -> String {
        let Self { kind, rest, .. } = self;
        let text = format!("{kind}\n{rest}");
        base64::encode([&seal(list, &text)[..], text.as_bytes()].concat())
    }

    /// The position in a cursor of this list.
    pub(super) fn parse(cursor: &str, kinds: &[&str], list: &str) -> Result<Self> {
        let read = || {
            let bytes = base64::decode(cursor)?;
            let (given, position) = bytes.split_at_checked(SEAL_BYTES)?;
            let text = std::str::from_utf8(position).ok()?;
            let (kind, rest) = text.split_once('\n')?;
            let ours = kinds.contains(&kind) && given == seal(list, text);
            Self::at(kind, rest).filter(|_| ours)
        };
        read().ok_or_else(|| ApiError::field("cursor", "is not of this list; start again without it"))
    }
}

/// Binds a position to its list. It guards against mix-ups; nothing rests on it, since the partition never comes from a cursor
/// and a position that was made up lies within the list all the same.
pub(super) fn seal(list: &str, position: &str) -> [u8; SEAL_BYTES] {
    let digest = ring::digest::digest(&ring::digest::SHA256, format!("{list}\n{position}").as_bytes());
    let mut seal = [0; SEAL_BYTES];
    seal.copy_from_slice(&digest.as_ref()[..SEAL_BYTES]);
    seal
}

/// The last text before this one, among texts of the same length.
pub(super) fn just_before(text: &str) -> String {
    let mut chars = text.chars();
    let last = chars.next_back().and_then(|last| char::from_u32(u32::from(last).saturating_sub(1)));
    let mut before = chars.as_str().to_owned();
    before.extend(last);
    before.push(END);
    before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn just_before_parts_a_text_from_its_neighbours() {
        for (before, text) in [("a-0f", "a-10"), ("a-9", "a-a"), ("a-4f", "a-50"), ("a-56", "a-57")] {
            let bound = just_before(text);
            assert!(before < bound.as_str() && bound.as_str() < text, "{before} {bound} {text}");
        }
    }

    #[test]
    fn a_cursor_belongs_to_its_list() {
        let position = Position::at("VISIT", "2026-02-10#vis_01890a5d-ac96-774b-bcce-b302099a8057").unwrap();
        let cursor = position.seal("one");
        assert_eq!(Position::parse(&cursor, &["EVENT", "VISIT"], "one").unwrap(), position);
        assert!(Position::parse(&cursor, &["VISIT"], "other").is_err());
        assert!(Position::parse(&cursor, &["EVENT"], "one").is_err());
        for (kind, rest) in
            [("VISIT", ""), ("VISIT", "2026-02-10"), ("VISIT", "2026-02-30#x"), ("VISIT", "zzz"), ("VISIT", "2026-02-10#\u{7f}")]
        {
            let position = Position { date: String::new(), kind: kind.to_owned(), rest: rest.to_owned() };
            assert!(Position::parse(&position.seal("one"), &["VISIT"], "one").is_err(), "{kind} {rest}");
        }
    }
}
