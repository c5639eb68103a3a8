//! A file that belongs to a child or to one of its records: what is said of it, and what it is.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, de};
use utoipa::ToSchema;

use super::RecordRef;
use crate::error::{ApiError, Result};
use crate::text::{Line, Notes, Tag};

/// The largest file that is kept: 25 MB.
pub const MAX_FILE_BYTES: u64 = 25 * 1024 * 1024;

/// What people say of a file. What it is (type, size, checksum) never changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "title": "Swollen ankle", "kind": "photo", "notes": "The evening after the fall", "tags": ["ankle"] }))]
pub struct AttachmentDetails {
    /// What it is called in lists.
    #[schema(value_type = String, min_length = 1, max_length = 200)]
    pub title: Line<200>,
    /// What it shows.
    pub kind: AttachmentKind,
    /// The record of the same child that it belongs to; absent: the child itself. The record may come later.
    pub record: Option<RecordRef>,
    /// Anything else.
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub notes: Option<Notes>,
    /// Words that group records.
    #[serde(default)]
    #[schema(value_type = Vec<String>, max_items = 20)]
    pub tags: Vec<Tag>,
}

/// What an attachment shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentKind {
    /// A photo of the child or of what is the matter.
    Photo,
    /// A doctor's letter, findings, a picture from an examination.
    Report,
    /// A page of a vaccination record.
    VaccineRecord,
    /// A prescription.
    Prescription,
    /// Something else.
    Other,
}

/// The types of file that are kept. None of them can hold a script that a browser would run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum ContentType {
    #[serde(rename = "image/jpeg")]
    Jpeg,
    #[serde(rename = "image/png")]
    Png,
    #[serde(rename = "image/webp")]
    Webp,
    #[serde(rename = "image/gif")]
    Gif,
    #[serde(rename = "image/heic")]
    Heic,
    #[serde(rename = "application/pdf")]
    Pdf,
}

impl ContentType {
    /// As in a header.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Heic => "image/heic",
            Self::Pdf => "application/pdf",
        }
    }

    /// How a download is presented: what browsers draw is shown in place, the rest is saved. The name says nothing of the content.
    #[must_use]
    pub fn disposition(self) -> &'static str {
        match self {
            Self::Jpeg => "inline; filename=\"attachment.jpg\"",
            Self::Png => "inline; filename=\"attachment.png\"",
            Self::Webp => "inline; filename=\"attachment.webp\"",
            Self::Gif => "inline; filename=\"attachment.gif\"",
            Self::Heic => "attachment; filename=\"attachment.heic\"",
            Self::Pdf => "inline; filename=\"attachment.pdf\"",
        }
    }
}

/// What a file is, as declared before it is uploaded; S3 takes nothing else under its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileFacts {
    /// Its type.
    pub content_type: ContentType,
    /// Its length in bytes.
    #[schema(value_type = u64, minimum = 1, maximum = 26_214_400)]
    pub size: FileSize,
    /// SHA-256 of its bytes, in Base64 with padding.
    #[schema(value_type = String, min_length = 44, max_length = 44)]
    pub checksum_sha256: Sha256,
}

/// Bytes of a file: 1 to [`MAX_FILE_BYTES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct FileSize(u64);

impl FileSize {
    /// Bytes.
    #[must_use]
    pub fn bytes(self) -> u64 {
        self.0
    }
}

impl TryFrom<u64> for FileSize {
    type Error = &'static str;

    fn try_from(bytes: u64) -> Result<Self, Self::Error> {
        if (1..=MAX_FILE_BYTES).contains(&bytes) { Ok(Self(bytes)) } else { Err("must be 1 byte to 25 MB (26214400 bytes)") }
    }
}

impl<'de> Deserialize<'de> for FileSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(u64::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// A SHA-256 digest in Base64, as S3 spells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Sha256(String);

impl AsRef<str> for Sha256 {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Sha256 {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let unpadded = text.strip_suffix('=').map(|rest| rest.replace('+', "-").replace('/', "_"));
        let spelt = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='));
        let bytes = unpadded.and_then(|rest| crate::base64::decode(&rest));
        if spelt && bytes.is_some_and(|bytes| bytes.len() == 32) {
            Ok(Self(text))
        } else {
            Err("must be the SHA-256 of the file in Base64 with padding, 44 characters")
        }
    }
}

impl<'de> Deserialize<'de> for Sha256 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// What an attachment has besides its details.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoredFile {
    /// What was declared, and is true of a ready one.
    #[serde(flatten)]
    #[schema(inline)]
    pub facts: FileFacts,
    /// Whether the file has arrived.
    pub state: FileState,
}

/// Whether the file of an attachment has arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileState {
    /// Announced; nobody sees it, and it is gone after an hour.
    Pending,
    /// Arrived and looked into.
    Ready,
}

impl AttachmentDetails {
    /// What the fields cannot say alone.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] with the field concerned.
    pub fn check(&self) -> Result<()> {
        if self.tags.len() > 20 { Err(ApiError::field("tags", "must be at most 20")) } else { Ok(()) }
    }

    /// The day that orders attachments in lists: the one (in UTC) on which it was announced.
    #[must_use]
    pub fn listed_on(created_at: DateTime<Utc>) -> String {
        created_at.date_naive().format("%Y-%m-%d").to_string()
    }
}

/// What announces an attachment: its details, and what the file is.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "title": "Swollen ankle", "kind": "photo", "notes": "The evening after the fall", "tags": ["ankle"],
    "content_type": "image/jpeg", "size": 482_133, "checksum_sha256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
}))]
pub struct NewAttachment {
    /// What it is called in lists.
    #[schema(value_type = String, min_length = 1, max_length = 200)]
    pub title: Line<200>,
    /// What it shows.
    pub kind: AttachmentKind,
    /// The record of the same child that it belongs to; absent: the child itself. The record may come later.
    pub record: Option<RecordRef>,
    /// Anything else.
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub notes: Option<Notes>,
    /// Words that group records.
    #[serde(default)]
    #[schema(value_type = Vec<String>, max_items = 20)]
    pub tags: Vec<Tag>,
    /// Type of the file.
    pub content_type: ContentType,
    /// Length of the file in bytes.
    #[schema(value_type = u64, minimum = 1, maximum = 26_214_400)]
    pub size: FileSize,
    /// SHA-256 of the file's bytes, in Base64 with padding.
    #[schema(value_type = String, min_length = 44, max_length = 44)]
    pub checksum_sha256: Sha256,
}

impl NewAttachment {
    /// The details, and what the file is.
    #[must_use]
    pub fn split(self) -> (AttachmentDetails, FileFacts) {
        let Self { title, kind, record, notes, tags, content_type, size, checksum_sha256 } = self;
        (AttachmentDetails { title, kind, record, notes, tags }, FileFacts { content_type, size, checksum_sha256 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_has_one_spelling() {
        let good = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(Sha256::try_from(good.to_owned()).unwrap().as_ref(), good);
        for bad in
            ["", "=", &good[..43], "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=", "aGk="]
        {
            assert!(Sha256::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_file_has_1_byte_to_25_megabytes() {
        for (bytes, fits) in [(0, false), (1, true), (26_214_400, true), (26_214_401, false)] {
            assert_eq!(FileSize::try_from(bytes).is_ok(), fits, "{bytes}");
        }
    }
}
