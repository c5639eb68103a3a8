//! Looks into a file that has arrived: whether it is what was declared, and whether it may be kept.

use exif::{Context as Part, Exif, Reader, Tag};
use imagesize::{Compression, ImageType};
use memchr::memmem;
use std::fs::File;
use std::io::{self, BufReader, Seek as _, Write as _};

use super::Stored;
use crate::error::{ApiError, Context as _, FileFault, Result};
use crate::record::attachment::{ContentType, FileFacts};

/// Pixels along a side of a child's picture.
const MAX_AVATAR_SIDE: usize = 1024;

/// The most pixels of a picture; cameras of 50 megapixels have a little more than that. Drawn, it takes 256 MB.
const MAX_PIXELS: usize = 64_000_000;
/// What a place is called in XMP metadata, in whatever container.
const PLACE_IN_XMP: &[u8] = b"GPSLatitude";

/// What a picture may look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Anything of a bounded size.
    Any,
    /// A square of at most 1024 pixels along a side.
    Avatar,
}

/// Reads an object once, through a file without a name, so that no more than a piece of it is in memory.
///
/// # Errors
/// [`ApiError::FileRefused`] where it cannot be kept; or it could not be read.
pub async fn inspect(stored: Stored, facts: &FileFacts, shape: Shape) -> Result<()> {
    let same = stored.content_type.as_deref() == Some(facts.content_type.as_str())
        && stored.size.and_then(|size| u64::try_from(size).ok()) == Some(facts.size.bytes())
        && stored.checksum_sha256.as_deref() == Some(facts.checksum_sha256.as_ref());
    if !same {
        return Err(ApiError::FileRefused(FileFault::NotWhatWasDeclared));
    }
    let content_type = facts.content_type;
    let mut body = stored.body;
    let mut spool = tempfile::tempfile().context("making a file for an object")?;
    let mut places = Places::default();
    while let Some(piece) = body.next().await {
        let piece = piece.context("reading an object")?;
        places.look_at(&piece);
        spool.write_all(&piece).context("writing an object to a file")?;
    }
    let looked = tokio::task::spawn_blocking(move || look(spool, content_type, shape)).await.context("looking into a file")?;
    match looked.context("reading a file")? {
        Some(fault) => Err(ApiError::FileRefused(fault)),
        None if places.found => Err(ApiError::FileRefused(FileFault::GpsInImage)),
        None => Ok(()),
    }
}

/// Finds the name of a place in bytes that come in pieces.
#[derive(Default)]
struct Places {
    tail: Vec<u8>,
    found: bool,
}

impl Places {
    fn look_at(&mut self, piece: &[u8]) {
        self.tail.extend_from_slice(piece);
        self.found |= memmem::find(&self.tail, PLACE_IN_XMP).is_some();
        // Whatever begins in this piece and ends in the next begins in its last bytes.
        self.tail.drain(..self.tail.len().saturating_sub(PLACE_IN_XMP.len() - 1));
    }
}

/// Why the file cannot be kept, if it cannot.
fn look(file: File, content_type: ContentType, shape: Shape) -> io::Result<Option<FileFault>> {
    let mut reader = BufReader::new(file);
    reader.rewind()?;
    if content_type == ContentType::Pdf {
        let mut head = [0; 5];
        let pdf = io::Read::read_exact(&mut reader, &mut head).is_ok() && &head == b"%PDF-";
        return Ok((!pdf).then_some(FileFault::NotWhatWasDeclared));
    }
    let found = imagesize::reader_type(&mut reader).ok().and_then(kept_type);
    if found != Some(content_type) {
        return Ok(Some(FileFault::NotWhatWasDeclared));
    }
    reader.rewind()?;
    let Ok(size) = imagesize::reader_size(&mut reader) else {
        return Ok(Some(FileFault::NotWhatWasDeclared));
    };
    if size.width == 0 || size.height == 0 {
        return Ok(Some(FileFault::NotWhatWasDeclared));
    }
    if size.width.saturating_mul(size.height) > MAX_PIXELS {
        return Ok(Some(FileFault::ImageTooLarge));
    }
    if shape == Shape::Avatar && (size.width != size.height || size.width > MAX_AVATAR_SIDE) {
        return Ok(Some(FileFault::NotAnAvatar));
    }
    // GIF has no Exif.
    if content_type == ContentType::Gif {
        return Ok(None);
    }
    reader.rewind()?;
    Ok(metadata_fault(&mut reader))
}

/// What is wrong with the Exif metadata, if anything. What cannot be read might tell a place to whoever can.
fn metadata_fault(reader: &mut BufReader<File>) -> Option<FileFault> {
    let read = Reader::new().continue_on_error(true).read_from_container(reader);
    match read.or_else(|error| error.distill_partial_result(|_| {})) {
        Ok(exif) => tells_a_place(&exif).then_some(FileFault::GpsInImage),
        Err(exif::Error::NotFound(_)) => None,
        Err(_) => Some(FileFault::NotWhatWasDeclared),
    }
}

/// Cameras with their receiver off may write the version of the standard into that part, which is no place.
fn tells_a_place(exif: &Exif) -> bool {
    exif.fields().any(|field| field.tag.context() == Part::Gps && field.tag != Tag::GPSVersionID)
}

fn kept_type(found: ImageType) -> Option<ContentType> {
    match found {
        ImageType::Jpeg => Some(ContentType::Jpeg),
        ImageType::Png => Some(ContentType::Png),
        ImageType::Webp => Some(ContentType::Webp),
        ImageType::Gif => Some(ContentType::Gif),
        ImageType::Heif(Compression::Hevc) => Some(ContentType::Heic),
        // Other images, and AV1 or JPEG in the container of HEIC.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_however_the_bytes_are_cut() {
        let text = b"....<exif:GPSLatitude>50,0N</exif:GPSLatitude>....";
        for size in 1..text.len() {
            let mut places = Places::default();
            text.chunks(size).for_each(|piece| places.look_at(piece));
            assert!(places.found, "pieces of {size}");
        }
        let mut places = Places::default();
        b"GPSLat....itude".chunks(3).for_each(|piece| places.look_at(piece));
        assert!(!places.found);
    }
}
