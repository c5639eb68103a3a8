//! The picture of a child.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::attachment::{ContentType, FileFacts, FileSize, Sha256};
use crate::error::{ApiError, Result};
use crate::id::{AttachmentId, ChildId, FamilyId, JobId, UserId};

/// The largest picture of a child: 1 MB.
pub const MAX_AVATAR_BYTES: u64 = 1024 * 1024;
/// The most pixels along a side of it.
pub const MAX_AVATAR_SIDE: usize = 1024;

/// Which picture a child has: whoever has fetched the one of this id need not fetch it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Avatar {
    /// Another picture has another id.
    pub id: AttachmentId,
    /// Its type.
    pub content_type: ContentType,
}

/// What a child has besides its details.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Portrait {
    /// Its picture. Set by `POST /api/children/{child_id}/avatar`, untouched by `PUT`.
    #[serde(default)]
    pub avatar: Option<Avatar>,
}

/// What announces a picture of a child.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "content_type": "image/webp", "size": 18_204, "checksum_sha256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" }))]
pub struct NewAvatar {
    /// JPEG, PNG or WebP.
    content_type: ContentType,
    /// Length in bytes, at most 1 MB.
    #[schema(value_type = u64, minimum = 1, maximum = 1_048_576)]
    size: FileSize,
    /// SHA-256 of its bytes, in Base64 with padding.
    #[schema(value_type = String, min_length = 44, max_length = 44)]
    checksum_sha256: Sha256,
}

impl NewAvatar {
    /// What the file is.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] where it is of another type or larger than a picture of a child may be.
    pub fn facts(self) -> Result<FileFacts> {
        let Self { content_type, size, checksum_sha256 } = self;
        let facts = FileFacts { content_type, size, checksum_sha256 };
        check(&facts).map(|()| facts)
    }
}

/// Whether such a file can be a picture of a child.
///
/// # Errors
/// [`ApiError::Invalid`] where it is of another type or larger than a picture of a child may be.
pub fn check(facts: &FileFacts) -> Result<()> {
    match facts.content_type {
        ContentType::Jpeg | ContentType::Png | ContentType::Webp => {}
        ContentType::Gif | ContentType::Heic | ContentType::Pdf => {
            return Err(ApiError::field("content_type", "must be one of: image/jpeg, image/png, image/webp"));
        }
    }
    if facts.size.bytes() > MAX_AVATAR_BYTES {
        return Err(ApiError::field("size", "must be at most 1 MB (1048576 bytes)"));
    }
    Ok(())
}

/// A picture as it is kept beside the child that it shows, from its announcement until another takes its place.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct KeptAvatar {
    pub(crate) kind: String,
    pub(crate) schema: u32,
    pub(crate) id: AttachmentId,
    pub(crate) family_id: FamilyId,
    pub(crate) child_id: ChildId,
    pub(crate) facts: FileFacts,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) created_by: UserId,
    /// Seconds since 1970, while it has not arrived.
    #[serde(default)]
    pub(crate) expires_at: Option<i64>,
    /// The import that has brought it.
    #[serde(default)]
    pub(crate) import_job: Option<JobId>,
}

impl KeptAvatar {
    /// In keys and items.
    pub(crate) const KIND: &'static str = "AVATAR";
}
