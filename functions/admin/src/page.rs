//! Pages of the admin's lists: their size, their cursor, and the directory read page by page.

use ring::digest::{SHA256, digest};
use serde::de::{self, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use trajectory::base64;
use trajectory::error::{ApiError, Result};
use trajectory::record::Page;
use trajectory::store::{Directory, Item, Store};

/// How often the directory is asked for one page. A search that has found too little by then says where to go on.
const ROUNDS: u8 = 4;

/// How many entries a page has at most, 1 to 100, as a number or as the text of a query parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PageSize(u8);

impl PageSize {
    pub(crate) fn get(self) -> u8 {
        self.0
    }
}

impl Default for PageSize {
    fn default() -> Self {
        Self(20)
    }
}

impl<'de> Deserialize<'de> for PageSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Size;

        impl Visitor<'_> for Size {
            type Value = PageSize;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a number")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<PageSize, E> {
                text.parse().map_or_else(|_| Err(E::custom("must be a whole number from 1 to 100")), |number| self.visit_u64(number))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<PageSize, E> {
                let size = u8::try_from(number).ok().filter(|size| (1..=100).contains(size));
                size.map(PageSize).ok_or_else(|| E::custom("must be a whole number from 1 to 100"))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<PageSize, E> {
                Err(E::invalid_value(Unexpected::Signed(number), &self))
            }
        }

        deserializer.deserialize_any(Size)
    }
}

/// How many entries of each part of the directory a search reads in a round.
const FROM_EACH_SEARCHED: u8 = 100;

/// Where a page of the directory begins and how it is read.
pub(crate) struct Start {
    size: PageSize,
    /// How many entries of each part are read in the first round.
    first: u8,
    after: Option<String>,
}

impl Start {
    /// Of a list that leaves little out: one round nearly always fills the page.
    pub(crate) fn of_all(size: PageSize, after: Option<String>) -> Self {
        Self { size, first: size.get() / 8 + 4, after }
    }

    /// Of a search for few among many.
    pub(crate) fn of_found(size: PageSize, after: Option<String>) -> Self {
        Self { size, first: FROM_EACH_SEARCHED, after }
    }
}

/// One list with its filters. Its cursors are taken by no other.
///
/// The seal guards against mix-ups; nothing rests on it, since a position that was made up lies within the list all the same.
pub(crate) struct List {
    name: String,
    /// What positions in it begin with.
    prefix: &'static str,
}

const SEAL_BYTES: usize = 8;

impl List {
    pub(crate) fn new(name: &str, filters: impl fmt::Debug) -> Self {
        Self { name: format!("{name}\n{filters:?}"), prefix: "" }
    }

    pub(crate) fn under(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    pub(crate) fn cursor(&self, position: &str) -> String {
        base64::encode([&self.seal(position), position.as_bytes()].concat())
    }

    /// Where the page before ended.
    pub(crate) fn position(&self, cursor: Option<&str>) -> Result<Option<String>> {
        let Some(text) = cursor else {
            return Ok(None);
        };
        let read = || {
            let bytes = base64::decode(text)?;
            let (seal, position) = bytes.split_at_checked(SEAL_BYTES)?;
            let position = std::str::from_utf8(position).ok()?;
            let possible = position.len() > self.prefix.len() && position.starts_with(self.prefix) && position.len() < 200;
            (possible && seal == self.seal(position)).then(|| position.to_owned())
        };
        read().map(Some).ok_or_else(|| ApiError::field("cursor", "is not of this list; start again without it"))
    }

    fn seal(&self, position: &str) -> [u8; SEAL_BYTES] {
        let digest = digest(&SHA256, format!("{}\n{position}", self.name).as_bytes());
        let mut seal = [0; SEAL_BYTES];
        seal.copy_from_slice(&digest.as_ref()[..SEAL_BYTES]);
        seal
    }

    /// A page of the directory, newest first: of each entry what `keep` makes of it, or nothing where it is left out.
    pub(crate) async fn directory<T>(
        &self,
        store: &Store,
        directory: Directory,
        Start { size, first, after }: Start,
        keep: impl Fn(Item) -> Result<Option<T>>,
    ) -> Result<Page<T>> {
        let mut items = Vec::new();
        let mut position = after;
        let mut from_each = first;
        for _ in 0..ROUNDS {
            let (entries, more) = store.newest(directory, position.as_deref(), from_each).await?;
            let count = entries.len();
            for (nth, (at, item)) in entries.into_iter().enumerate() {
                items.extend(keep(item)?);
                let rest = more || nth + 1 < count;
                if items.len() == usize::from(size.get()) {
                    return Ok(Page { items, next: rest.then(|| self.cursor(&at)) });
                }
                position = Some(at);
            }
            if !more {
                return Ok(Page { items, next: None });
            }
            from_each = FROM_EACH_SEARCHED;
        }
        Ok(Page { items, next: position.map(|at| self.cursor(&at)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_taken_by_its_own_list_alone() {
        let list = List::new("users", ("ana", 1));
        let cursor = list.cursor("2026-03-01#usr_1");
        assert_eq!(list.position(Some(&cursor)).unwrap().as_deref(), Some("2026-03-01#usr_1"));
        assert_eq!(list.position(None).unwrap(), None);
        for other in [List::new("families", ("ana", 1)), List::new("users", ("ana", 2))] {
            assert!(other.position(Some(&cursor)).is_err());
        }
        // Not even with the right seal does it lead out of the list.
        assert!(list.position(Some(&list.cursor(""))).is_err());
        let letters = List::new("mail", ()).under("MAIL#");
        assert!(letters.position(Some(&letters.cursor("MAIL#1"))).is_ok() && letters.position(Some(&letters.cursor("SETTINGS"))).is_err());
        for bad in ["", "x", "AAAA", &cursor[1..], &format!("{cursor}A")] {
            assert!(list.position(Some(bad)).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_page_has_1_to_100_entries() {
        let read = |json: &str| serde_json::from_str::<PageSize>(json).map(PageSize::get).ok();
        assert_eq!((read("1"), read("100"), read("\"7\"")), (Some(1), Some(100), Some(7)));
        for bad in ["0", "101", "-1", "1.5", "\"abc\"", "\"\"", "null", "true", "99999999999999999999"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
