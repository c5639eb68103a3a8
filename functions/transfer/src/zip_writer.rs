//! A ZIP written front to back, whose place can be saved between two entries and taken up by another process.
//!
//! Crates that write ZIPs keep the list of entries to themselves, so none of them can go on after its process has ended.
//! The layout is APPNOTE.TXT 6.3.10; sizes follow the data of an entry (bit 3), names are UTF-8 (bit 11).

use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde::{Deserialize, Serialize};
use std::io::{self, Write as _};

/// Sizes follow the data; names are UTF-8.
const FLAGS: u16 = 0x0808;
/// 1980-01-01, the zero of the format: the same record gives the same bytes whenever it is written.
const DATE: u16 = 0x0021;
const BIG: u64 = 0xffff_ffff;

/// Where a ZIP is between two entries.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct ZipState {
    offset: u64,
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Entry {
    name: String,
    crc: u32,
    packed: u32,
    size: u32,
    at: u64,
    deflated: bool,
}

/// The writer. Bytes collect in it until they are taken.
pub(crate) struct ZipWriter {
    state: ZipState,
    out: Vec<u8>,
    open: Option<Open>,
}

struct Open {
    name: String,
    at: u64,
    crc: crc32fast::Hasher,
    size: u64,
    packed: u64,
    deflate: Option<DeflateEncoder<Vec<u8>>>,
}

impl ZipWriter {
    /// A writer that goes on from a place, with the bytes that had not been taken then.
    pub(crate) fn new(state: ZipState, out: Vec<u8>) -> Self {
        Self { state, out, open: None }
    }

    /// The place, between two entries.
    pub(crate) fn state(&self) -> &ZipState {
        &self.state
    }

    /// Bytes that have not been taken.
    pub(crate) fn waiting(&self) -> &[u8] {
        &self.out
    }

    /// Takes the first bytes.
    pub(crate) fn take(&mut self, count: usize) -> Vec<u8> {
        let rest = self.out.split_off(count.min(self.out.len()));
        std::mem::replace(&mut self.out, rest)
    }

    /// Begins an entry. What is compressed already (pictures) is stored as it is.
    pub(crate) fn begin(&mut self, name: String, compress: bool) {
        let at = self.state.offset;
        let mut header = Vec::with_capacity(30 + name.len());
        put32(&mut header, 0x0403_4b50);
        for part in [20, FLAGS, method(compress), 0, DATE] {
            put16(&mut header, part);
        }
        header.extend([0; 12]);
        put16(&mut header, short(name.len()));
        put16(&mut header, 0);
        header.extend(name.as_bytes());
        self.push(&header);
        let deflate = compress.then(|| DeflateEncoder::new(Vec::new(), Compression::default()));
        self.open = Some(Open { name, at, crc: crc32fast::Hasher::new(), size: 0, packed: 0, deflate });
    }

    /// Adds to the entry.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(open) = &mut self.open else { return Err(io::Error::other("no entry is open")) };
        open.crc.update(bytes);
        open.size += bytes.len() as u64;
        let packed = match &mut open.deflate {
            None => {
                open.packed += bytes.len() as u64;
                self.state.offset += bytes.len() as u64;
                self.out.extend_from_slice(bytes);
                return Ok(());
            }
            Some(deflate) => {
                deflate.write_all(bytes)?;
                std::mem::take(deflate.get_mut())
            }
        };
        open.packed += packed.len() as u64;
        self.push(&packed);
        Ok(())
    }

    /// Ends the entry.
    pub(crate) fn end(&mut self) -> io::Result<()> {
        let Some(mut open) = self.open.take() else { return Err(io::Error::other("no entry is open")) };
        let deflated = open.deflate.is_some();
        if let Some(deflate) = open.deflate.take() {
            let rest = deflate.finish()?;
            open.packed += rest.len() as u64;
            self.push(&rest);
        }
        let small = |size: u64| u32::try_from(size).ok().filter(|size| u64::from(*size) < BIG);
        let (Some(size), Some(packed)) = (small(open.size), small(open.packed)) else {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "an entry has more than 4 GB"));
        };
        let crc = open.crc.finalize();
        let mut descriptor = Vec::with_capacity(16);
        for part in [0x0807_4b50, crc, packed, size] {
            put32(&mut descriptor, part);
        }
        self.push(&descriptor);
        self.state.entries.push(Entry { name: open.name, crc, packed, size, at: open.at, deflated });
        Ok(())
    }

    /// Ends the ZIP with its directory.
    pub(crate) fn finish(&mut self) {
        let start = self.state.offset;
        let entries = std::mem::take(&mut self.state.entries);
        let mut directory = Vec::new();
        for entry in &entries {
            let far = entry.at >= BIG;
            put32(&mut directory, 0x0201_4b50);
            for part in [if far { 45 } else { 20 }; 2].into_iter().chain([FLAGS, method(entry.deflated), 0, DATE]) {
                put16(&mut directory, part);
            }
            for part in [entry.crc, entry.packed, entry.size] {
                put32(&mut directory, part);
            }
            for part in [short(entry.name.len()), if far { 12 } else { 0 }, 0, 0, 0] {
                put16(&mut directory, part);
            }
            put32(&mut directory, 0);
            put32(&mut directory, clipped(entry.at));
            directory.extend(entry.name.as_bytes());
            if far {
                put16(&mut directory, 1);
                put16(&mut directory, 8);
                directory.extend(entry.at.to_le_bytes());
            }
        }
        let (size, count) = (directory.len() as u64, entries.len() as u64);
        let mut end = Vec::new();
        if start >= BIG || size >= BIG || count >= 0xffff {
            put32(&mut end, 0x0606_4b50);
            end.extend(44_u64.to_le_bytes());
            put16(&mut end, 45);
            put16(&mut end, 45);
            end.extend([0; 8]);
            for part in [count, count, size, start] {
                end.extend(part.to_le_bytes());
            }
            put32(&mut end, 0x0706_4b50);
            put32(&mut end, 0);
            end.extend((start + size).to_le_bytes());
            put32(&mut end, 1);
        }
        put32(&mut end, 0x0605_4b50);
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        for part in [0, 0, count, count] {
            put16(&mut end, part);
        }
        put32(&mut end, clipped(size));
        put32(&mut end, clipped(start));
        put16(&mut end, 0);
        self.push(&directory);
        self.push(&end);
    }

    fn push(&mut self, bytes: &[u8]) {
        self.state.offset += bytes.len() as u64;
        self.out.extend_from_slice(bytes);
    }
}

fn method(compress: bool) -> u16 {
    if compress { 8 } else { 0 }
}

fn short(length: usize) -> u16 {
    // Names are made of ids and fixed words.
    u16::try_from(length).unwrap_or(u16::MAX)
}

fn clipped(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn put16(out: &mut Vec<u8>, value: u16) {
    out.extend(value.to_le_bytes());
}

fn put32(out: &mut Vec<u8>, value: u32) {
    out.extend(value.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read as _};

    #[test]
    fn another_reader_reads_what_was_written_in_two_goes() {
        let mut first = ZipWriter::new(ZipState::default(), Vec::new());
        first.begin("data.json".to_owned(), true);
        first.write(b"{\"a\":").unwrap();
        first.write(&[b' '; 10_000]).unwrap();
        first.write(b"1}").unwrap();
        first.end().unwrap();
        let mut bytes = first.take(20);
        let saved = serde_json::to_string(first.state()).unwrap();
        let mut second = ZipWriter::new(serde_json::from_str(&saved).unwrap(), first.waiting().to_vec());
        for (name, content) in [("files/ä.bin", &b"stored"[..]), ("files/empty", b"")] {
            second.begin(name.to_owned(), false);
            second.write(content).unwrap();
            second.end().unwrap();
        }
        second.finish();
        bytes.extend(second.take(usize::MAX));
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut read = |name: &str| {
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        assert_eq!(read("data.json").len(), 10_000 + 7);
        assert_eq!(read("files/ä.bin"), "stored");
        assert_eq!(read("files/empty"), "");
    }
}
