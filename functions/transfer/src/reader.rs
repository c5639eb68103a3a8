//! Reading a file in S3 as if it were on disk, and never more of it than was allowed for.
//!
//! Everything here runs on a thread of its own that may wait.

use serde::Deserialize as _;
use serde::de::{DeserializeSeed, Deserializer as _, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer};
use serde_json::Value;
use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;
use tokio::runtime::Handle;
use trajectory::files::{Files, ObjectKey};
use trajectory::job::Problem;
use zip::ZipArchive;
use zip::result::ZipError;

/// Bytes that are fetched at once.
const BLOCK: u64 = 1024 * 1024;
/// The most bytes that the directory of a ZIP may take.
const MAX_DIRECTORY: u64 = 32 * 1024 * 1024;
/// The most bytes of `data.json`.
const MAX_DATA: u64 = 1024 * 1024 * 1024;
/// The most bytes of one record in it; a kept one has at most 64 KB.
const MAX_RECORD: u64 = 512 * 1024;
/// The most bytes of all entries together.
const MAX_ALL: u128 = 50 * 1024 * 1024 * 1024;
/// The most that an entry may shrink by being packed; text shrinks to a tenth, a bomb to a thousandth.
const MAX_RATIO: u64 = 250;

/// An object as a file.
pub(crate) struct Ranged {
    files: Files,
    key: ObjectKey,
    handle: Handle,
    size: u64,
    at: u64,
    block: Vec<u8>,
    start: u64,
    /// Bytes that may still be read from S3.
    allowance: Rc<Cell<u64>>,
}

impl Ranged {
    pub(crate) fn new(files: Files, key: ObjectKey, handle: Handle, size: u64) -> Self {
        Self { files, key, handle, size, at: 0, block: Vec::new(), start: 0, allowance: Rc::new(Cell::new(u64::MAX)) }
    }

    /// The same object once more, from its beginning; both share what may still be read.
    fn again(&self) -> Self {
        let Self { files, key, handle, size, allowance, .. } = self;
        let (files, key, handle) = (files.clone(), key.clone(), handle.clone());
        Self { files, key, handle, size: *size, at: 0, block: Vec::new(), start: 0, allowance: allowance.clone() }
    }
}

impl Read for Ranged {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size {
            return Ok(0);
        }
        if self.at < self.start || self.at >= self.start + self.block.len() as u64 {
            let start = self.at / BLOCK * BLOCK;
            let end = (start + BLOCK).min(self.size);
            let left = self.allowance.get().checked_sub(end - start).ok_or_else(|| io::Error::from(io::ErrorKind::QuotaExceeded))?;
            self.allowance.set(left);
            self.block = self.handle.block_on(self.files.range(&self.key, start, end)).map_err(io::Error::other)?;
            self.start = start;
        }
        let offset = usize::try_from(self.at - self.start).map_err(io::Error::other)?;
        let rest = self.block.get(offset..).unwrap_or_default();
        let count = rest.len().min(buf.len());
        buf[..count].copy_from_slice(&rest[..count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Ranged {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = target.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}

/// Why reading ends early.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The file cannot be accepted.
    File(Problem),
    /// S3 did not answer, or the like.
    Ours(String),
    /// Whoever wanted the rows wants no more.
    Unwanted,
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self::File(problem)
    }
}

pub(crate) fn refused(code: &str, text: &str) -> Fault {
    Fault::File(Problem::new(code, text))
}

/// A ZIP whose names and sizes are harmless.
pub(crate) struct Archive {
    zip: ZipArchive<Ranged>,
    /// Lengths of its entries, as it says itself.
    sizes: HashMap<Vec<u8>, u32>,
}

impl Archive {
    pub(crate) fn open(ranged: Ranged) -> Result<Self, Fault> {
        let allowance = ranged.allowance.clone();
        allowance.set(MAX_DIRECTORY + 2 * BLOCK);
        let again = ranged.again();
        let archive = ZipArchive::new(ranged).map_err(of_zip)?;
        allowance.set(MAX_DIRECTORY + 2 * BLOCK);
        let sizes = directory(again, archive.central_directory_start())?;
        allowance.set(u64::MAX);
        if archive.decompressed_size().is_some_and(|size| size > MAX_ALL) {
            return Err(bomb());
        }
        for name in archive.file_names() {
            let plain = name.split('/').all(|part| part != ".." && part != ".") && !name.starts_with('/');
            if !plain || name.contains(['\\', ':', '\0']) {
                return Err(refused("bad_name", "A name in the ZIP leads out of it. Nothing was read."));
            }
        }
        Ok(Self { zip: archive, sizes })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Length of an entry, as the ZIP says.
    pub(crate) fn size(&self, name: &str) -> Option<u64> {
        self.sizes.get(name.as_bytes()).copied().map(u64::from)
    }

    /// The name of the entry that ends like this, for files that may lie in a folder.
    pub(crate) fn ending_with(&self, end: &str) -> Option<String> {
        let in_folder = format!("/{end}");
        self.zip.file_names().find(|name| *name == end || name.ends_with(&in_folder)).map(str::to_owned)
    }

    /// A small entry as a whole.
    pub(crate) fn file(&mut self, name: &str, most: u64) -> Result<Vec<u8>, Fault> {
        let mut entry = self.zip.by_name(name).map_err(of_zip)?;
        check(entry.size(), entry.compressed_size(), most)?;
        let mut bytes = Vec::new();
        entry.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(of_io)?;
        if bytes.len() as u64 > most { Err(bomb()) } else { Ok(bytes) }
    }

    /// Reads an object of lists, one element after another.
    pub(crate) fn lists(&mut self, name: &str, on: &mut dyn FnMut(Part<'_>) -> Result<(), Fault>) -> Result<(), Fault> {
        if !self.has(name) {
            return Err(refused("no_data", "There is no data.json in this ZIP. Is it an export?"));
        }
        let entry = self.zip.by_name(name).map_err(of_zip)?;
        check(entry.size(), entry.compressed_size(), MAX_DATA)?;
        lists(entry, on)
    }
}

/// The names in the directory of a ZIP with the lengths of the entries. A name that two entries have is refused: readers of ZIPs take
/// one of the two and pass over the other, each as it likes, the crate among them.
fn directory(ranged: Ranged, start: u64) -> Result<HashMap<Vec<u8>, u32>, Fault> {
    let mut directory = BufReader::new(ranged);
    directory.seek(SeekFrom::Start(start)).map_err(of_io)?;
    let mut sizes = HashMap::new();
    let mut head = [0; 46];
    loop {
        directory.read_exact(&mut head[..4]).map_err(of_io)?;
        if head[..4] != *b"PK\x01\x02" {
            return Ok(sizes);
        }
        directory.read_exact(&mut head[4..]).map_err(of_io)?;
        let length = |at: usize| u16::from_le_bytes([head[at], head[at + 1]]);
        let mut name = vec![0; usize::from(length(28))];
        directory.read_exact(&mut name).map_err(of_io)?;
        directory.seek_relative(i64::from(length(30)) + i64::from(length(32))).map_err(of_io)?;
        if sizes.contains_key(&name) {
            let name: String = String::from_utf8_lossy(&name).chars().filter(|letter| !letter.is_control()).take(60).collect();
            return Err(Fault::File(Problem::new(
                "duplicate_name",
                format!("Two files in the ZIP have the name {name}. Nothing was read. Export again, or remove one of the two."),
            )));
        }
        sizes.insert(name, u32::from_le_bytes([head[24], head[25], head[26], head[27]]));
    }
}

fn check(size: u64, packed: u64, most: u64) -> Result<(), Fault> {
    if size > most || (size > BLOCK && size / packed.max(1) > MAX_RATIO) { Err(bomb()) } else { Ok(()) }
}

fn bomb() -> Fault {
    refused("too_large", "Unpacked, this file is larger than any export. Nothing was read.")
}

fn of_zip(error: ZipError) -> Fault {
    match error {
        ZipError::Io(error) => of_io(error),
        ZipError::UnsupportedArchive(text) if text == ZipError::PASSWORD_REQUIRED => {
            refused("encrypted", "The ZIP is protected by a password. Remove it first.")
        }
        ZipError::InvalidArchive(_) => refused("not_a_zip", "This is not a ZIP, or it was cut off on its way."),
        _ => refused("damaged_zip", "The ZIP is damaged, or packed in a way that is not read here."),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in `map_err`")]
fn of_io(error: io::Error) -> Fault {
    match error.kind() {
        io::ErrorKind::QuotaExceeded => bomb(),
        io::ErrorKind::Other if is_ours(&error) => Fault::Ours(error.to_string()),
        _ => refused("damaged_zip", "The ZIP is damaged: part of it cannot be unpacked."),
    }
}

/// Whether it comes from reading S3, not from what was read.
fn is_ours(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<trajectory::error::ApiError>());
    inner.is_some()
}

/// A part of an object of lists.
pub(crate) enum Part<'a> {
    /// An element of a list.
    Element(&'a str, u64, Value),
    /// Something else than a list.
    Single(&'a str, Value),
}

/// Counts what is read, altogether and since the last element.
struct Counted<R> {
    inner: R,
    total: u64,
    element: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buf)?;
        self.total += count as u64;
        self.element.set(self.element.get() + count as u64);
        // What is read ahead belongs to the next element, so a piece more is allowed.
        if self.total > MAX_DATA || self.element.get() > MAX_RECORD {
            return Err(io::ErrorKind::QuotaExceeded.into());
        }
        Ok(count)
    }
}

/// Reads an object of lists, one element after another.
fn lists(reader: impl Read, on: &mut dyn FnMut(Part<'_>) -> Result<(), Fault>) -> Result<(), Fault> {
    let element = Rc::new(Cell::new(0));
    let counted = Counted { inner: reader, total: 0, element: element.clone() };
    let mut json = serde_json::Deserializer::from_reader(BufReader::with_capacity(32 * 1024, counted));
    let mut fault = None;
    let read = json.deserialize_map(Lists { on, element: &element, fault: &mut fault }).and_then(|()| json.end());
    match (fault, read) {
        (Some(fault), _) => Err(fault),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) if error.is_io() => Err(of_io(error.into())),
        (None, Err(error)) => Err(Fault::File(Problem::new(
            "not_json",
            format!("data.json cannot be read (line {}, column {}).", error.line(), error.column()),
        ))),
    }
}

struct Lists<'a> {
    on: &'a mut dyn FnMut(Part<'_>) -> Result<(), Fault>,
    element: &'a Cell<u64>,
    fault: &'a mut Option<Fault>,
}

impl<'de> Visitor<'de> for Lists<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of lists")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            self.element.set(0);
            map.next_value_seed(One { name: &name, lists: &mut self })?;
        }
        Ok(())
    }
}

impl Lists<'_> {
    fn tell<E: serde::de::Error>(&mut self, part: Part<'_>) -> Result<(), E> {
        self.element.set(0);
        (self.on)(part).map_err(|fault| {
            *self.fault = Some(fault);
            E::custom("stopped")
        })
    }
}

struct One<'a, 'b> {
    name: &'a str,
    lists: &'a mut Lists<'b>,
}

impl<'de> DeserializeSeed<'de> for One<'_, '_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for One<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut nth = 0;
        while let Some(value) = seq.next_element::<Value>()? {
            self.lists.tell(Part::Element(self.name, nth, value))?;
            nth += 1;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        // Numbers come this way too, since they are kept by their digits.
        let value = Value::deserialize(MapAccessDeserializer::new(map))?;
        self.lists.tell(Part::Single(self.name, value))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        self.lists.tell(Part::Single(self.name, text.into()))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<(), E> {
        self.lists.tell(Part::Single(self.name, number.into()))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<(), E> {
        self.lists.tell(Part::Single(self.name, number.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<(), E> {
        self.lists.tell(Part::Single(self.name, number.into()))
    }

    fn visit_bool<E: serde::de::Error>(self, flag: bool) -> Result<(), E> {
        self.lists.tell(Part::Single(self.name, flag.into()))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.lists.tell(Part::Single(self.name, Value::Null))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<String>, Fault> {
        let mut seen = Vec::new();
        lists(text.as_bytes(), &mut |part| {
            seen.push(match part {
                Part::Element(list, nth, value) => format!("{list}[{nth}] {value}"),
                Part::Single(name, value) => format!("{name} {value}"),
            });
            Ok(())
        })?;
        Ok(seen)
    }

    #[test]
    fn elements_come_one_by_one_with_numbers_by_their_digits() {
        let seen = read(r#"{"version":1,"a":[{"x":0.10000000000000000001},null],"family":{"name":"F"},"b":[]}"#).unwrap();
        assert_eq!(seen, ["version 1", r#"a[0] {"x":0.10000000000000000001}"#, "a[1] null", r#"family {"name":"F"}"#]);
    }

    #[test]
    fn one_record_cannot_take_all_memory() {
        let large = format!(r#"{{"a":["{}"]}}"#, "x".repeat(600 * 1024));
        assert!(matches!(read(&large), Err(Fault::File(problem)) if problem.code == "too_large"));
        let many = format!(r#"{{"a":[{}1]}}"#, "1,".repeat(600 * 1024));
        assert_eq!(read(&many).unwrap().len(), 600 * 1024 + 1);
        assert!(matches!(read(r#"{"a":[1,"#), Err(Fault::File(problem)) if problem.code == "not_json"));
    }
}
