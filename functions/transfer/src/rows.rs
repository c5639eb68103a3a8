//! What a file to import is read as, whatever its format: one row after another.

use std::collections::{HashMap, HashSet};
use trajectory::access::{BulkRecord, Stamps};
use trajectory::error::ApiError;
use trajectory::id::{AttachmentId, ChildId};
use trajectory::job::{Problem, Warning};
use trajectory::record::RecordRef;
use trajectory::record::attachment::{AttachmentDetails, ContentType, FileFacts, MAX_FILE_BYTES};
use trajectory::record::avatar::MAX_AVATAR_BYTES;

use crate::reader::Fault;

/// Rows that a file may have.
const MAX_ROWS: usize = 500_000;

/// A row of a file.
pub(crate) enum Row {
    /// A record that can be accepted.
    Record(BulkRecord, String),
    /// Something with a file, which is read when it is wanted.
    File(Box<FileRow>),
    /// A record that cannot be accepted.
    Refused(Warning),
    /// Something to know of; no row of its own.
    Note(Warning),
    /// Minutes by which the dates of the file are east of UTC.
    Zone(i32),
}

/// What a file of the ZIP is.
pub(crate) enum Content {
    /// An attachment.
    Attachment { id: AttachmentId, details: AttachmentDetails, stamps: Option<Stamps> },
    /// The picture of its child.
    Avatar,
}

impl Content {
    /// The largest file of this kind.
    pub(crate) fn most_bytes(&self) -> u64 {
        match self {
            Self::Attachment { .. } => MAX_FILE_BYTES,
            Self::Avatar => MAX_AVATAR_BYTES,
        }
    }
}

/// Something with a file.
pub(crate) struct FileRow {
    pub(crate) place: String,
    pub(crate) child: ChildId,
    pub(crate) content: Content,
    /// Name of its file in the ZIP.
    pub(crate) entry: String,
    pub(crate) content_type: ContentType,
    /// What the file must be; absent where the format does not say.
    pub(crate) facts: Option<FileFacts>,
    /// Its bytes, where they were wanted.
    pub(crate) bytes: Option<Vec<u8>>,
}

/// Whoever takes rows.
pub(crate) type Out<'a> = &'a mut dyn FnMut(Row) -> Result<(), Fault>;

/// Fields of a request that cannot be accepted, as a warning.
pub(crate) fn refusal(place: &str, error: ApiError) -> Warning {
    match error {
        ApiError::Invalid(fields) => match fields.into_iter().next() {
            Some(field) => Warning::new(format!("{place}.{}", field.field), "invalid", field.problem),
            None => Warning::new(place, "invalid", "cannot be accepted"),
        },
        ApiError::TooLarge => Warning::new(place, "too_large", "is larger than what is kept in one entry"),
        _ => Warning::new(place, "invalid", "cannot be accepted"),
    }
}

/// Ids that a file has had so far, and whose visits they are.
#[derive(Default)]
pub(crate) struct Seen {
    ids: HashSet<String>,
    visits: HashMap<RecordRef, ChildId>,
}

impl Seen {
    /// Notes a record. A file in which an id was there before is not read any further: nobody but a person can tell which one is meant.
    pub(crate) fn note(&mut self, place: &str, id: String, child: ChildId) -> Result<(), Fault> {
        if self.ids.len() >= MAX_ROWS {
            return Err(crate::reader::refused("too_many_records", "This is more than can be imported at once (500,000 records)."));
        }
        if let Ok(visit @ RecordRef::Visit(_)) = id.parse::<RecordRef>() {
            self.visits.entry(visit).or_insert(child);
        }
        if self.ids.insert(id) {
            return Ok(());
        }
        Err(Fault::File(Problem::new(
            "duplicate_id",
            format!("{place} has an id that another entry of the file has. Nothing was read. Export again, or remove one of the two."),
        )))
    }

    /// Whether links lead to visits of another child (which is refused), or to none in the file (which is told).
    pub(crate) fn links(&self, place: &str, child: ChildId, links: &[RecordRef]) -> Result<Option<Warning>, Warning> {
        let mut note = None;
        for link in links.iter().filter(|link| matches!(link, RecordRef::Visit(_))) {
            match self.visits.get(link) {
                Some(of) if *of != child => return Err(Warning::new(place, "foreign_link", "hangs on a visit of another child")),
                Some(_) => {}
                None => note = Some(Warning::new(place, "link_missing", "hangs on a visit that is not in the file")),
            }
        }
        Ok(note)
    }
}
