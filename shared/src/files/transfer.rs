//! Files of exports and imports: large, written in parts and read in ranges.

use aws_sdk_s3::error::ProvideErrorMetadata as _;
use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::{CompletedMultipartUpload, CompletedPart};
use chrono::{DateTime, Utc};

use super::{ADDRESS_LIFE, Download, Files, ObjectKey, Stored, Upload, from};
use crate::error::{ApiError, Context as _, Result};
use crate::id::{FamilyId, JobId};
use crate::record::attachment::FileFacts;
use crate::sdk::told;

/// The type of an uploaded file; what it is really, the worker finds out.
const ANY_BYTES: &str = "application/octet-stream";

impl ObjectKey {
    /// The file of an export or import.
    #[must_use]
    pub fn transfer(family: FamilyId, job: JobId) -> Self {
        Self(format!("t/{family}/{job}"))
    }

    /// What the files of all exports and imports of a family begin with.
    pub(super) fn transfer_prefix(family: FamilyId) -> String {
        format!("t/{family}/")
    }

    /// Where an export is, for the worker that goes on with it.
    #[must_use]
    pub fn transfer_state(family: FamilyId, job: JobId) -> Self {
        Self(format!("t/{family}/{job}.state"))
    }
}

impl Files {
    /// An address that takes a file to import of exactly this length, and of this checksum where one is given.
    ///
    /// # Errors
    /// The address cannot be signed.
    pub async fn upload_import(&self, key: &ObjectKey, size: u64, checksum: Option<&str>, now: DateTime<Utc>) -> Result<Upload> {
        let size = i64::try_from(size).context("a file is not that large")?;
        let put = self.client.put_object().bucket(&self.bucket).key(key.to_string()).content_length(size).content_type(ANY_BYTES);
        let put = put.set_checksum_sha256(checksum.map(str::to_owned));
        let signed = put.presigned(from(now)?).await.map_err(told).context("signing an upload")?;
        let to_send = signed.headers().filter(|(name, _)| !matches!(*name, "content-length" | "host"));
        Ok(Upload {
            url: signed.uri().to_owned(),
            method: signed.method().to_owned(),
            headers: to_send.map(|(name, text)| (name.to_owned(), text.to_owned())).collect(),
            expires_at: now + ADDRESS_LIFE,
        })
    }

    /// An address from which the ZIP of an export can be fetched.
    ///
    /// # Errors
    /// The address cannot be signed.
    pub async fn download_export(&self, key: &ObjectKey, now: DateTime<Utc>) -> Result<Download> {
        let get = self
            .client
            .get_object()
            .bucket(&self.bucket)
            .key(key.to_string())
            .response_content_type("application/zip")
            .response_content_disposition("attachment; filename=\"trajectory.zip\"")
            .response_cache_control("private, no-store");
        let signed = get.presigned(from(now)?).await.map_err(told).context("signing a download")?;
        Ok(Download { url: signed.uri().to_owned(), expires_at: now + ADDRESS_LIFE })
    }

    /// Length of an object, if it is there.
    ///
    /// # Errors
    /// S3 did not answer.
    pub async fn size(&self, key: &ObjectKey) -> Result<Option<u64>> {
        let head = self.client.head_object().bucket(&self.bucket).key(key.to_string());
        match head.send().await {
            Ok(answer) => Ok(answer.content_length.and_then(|size| u64::try_from(size).ok())),
            Err(error) if error.as_service_error().is_some_and(aws_sdk_s3::operation::head_object::HeadObjectError::is_not_found) => {
                Ok(None)
            }
            Err(error) => Err(told(error)).context("looking at an object"),
        }
    }

    /// Bytes of an object from `start` up to, not including, `end`.
    ///
    /// # Errors
    /// S3 did not answer.
    pub async fn range(&self, key: &ObjectKey, start: u64, end: u64) -> Result<Vec<u8>> {
        let range = format!("bytes={start}-{}", end.saturating_sub(1));
        let get = self.client.get_object().bucket(&self.bucket).key(key.to_string()).range(range);
        let answer = get.send().await.map_err(told).context("reading a range")?;
        Ok(answer.body.collect().await.context("reading a range")?.to_vec())
    }

    /// Begins an object in parts.
    ///
    /// # Errors
    /// S3 did not answer.
    pub async fn begin_parts(&self, key: &ObjectKey) -> Result<String> {
        let begin = self.client.create_multipart_upload().bucket(&self.bucket).key(key.to_string()).content_type("application/zip");
        begin.send().await.map_err(told).context("beginning an object in parts")?.upload_id.context("an upload has an id")
    }

    /// Writes a part; written again, it replaces itself.
    ///
    /// # Errors
    /// S3 did not answer.
    pub async fn put_part(&self, key: &ObjectKey, upload: &str, number: i32, bytes: Vec<u8>) -> Result<String> {
        let part = self.client.upload_part().bucket(&self.bucket).key(key.to_string()).upload_id(upload).part_number(number);
        let answer = part.body(ByteStream::from(bytes)).send().await.map_err(told).context("writing a part")?;
        answer.e_tag.context("a part has a tag")
    }

    /// Joins the parts, whose tags are given in order.
    ///
    /// # Errors
    /// S3 did not answer.
    pub async fn join_parts(&self, key: &ObjectKey, upload: &str, tags: &[String]) -> Result<()> {
        let parts = tags.iter().zip(1..).map(|(tag, number)| CompletedPart::builder().e_tag(tag).part_number(number).build()).collect();
        let whole = CompletedMultipartUpload::builder().set_parts(Some(parts)).build();
        let join = self.client.complete_multipart_upload().bucket(&self.bucket).key(key.to_string()).upload_id(upload);
        join.multipart_upload(whole).send().await.map_err(told).context("joining parts").map(drop)
    }

    /// Gives up an object in parts, and the parts that it has. Given up or joined already, it is the same.
    ///
    /// # Errors
    /// S3 did not answer.
    pub async fn drop_parts(&self, key: &ObjectKey, upload: &str) -> Result<()> {
        let drop_all = self.client.abort_multipart_upload().bucket(&self.bucket).key(key.to_string()).upload_id(upload);
        match drop_all.send().await {
            Ok(_) => Ok(()),
            Err(error) if error.code() == Some("NoSuchUpload") => Ok(()),
            Err(error) => Err(told(error)).context("giving up an object in parts"),
        }
    }

    /// Writes a small object of our own.
    ///
    /// # Errors
    /// S3 did not answer.
    pub async fn put_small(&self, key: &ObjectKey, bytes: Vec<u8>) -> Result<()> {
        let put = self.client.put_object().bucket(&self.bucket).key(key.to_string()).content_type(ANY_BYTES);
        put.body(ByteStream::from(bytes)).send().await.map_err(told).context("writing an object").map(drop)
    }

    /// Writes the file of an attachment. S3 checks it against the checksum.
    ///
    /// # Errors
    /// S3 did not answer, or the bytes are not those of the checksum.
    pub async fn put_file(&self, key: &ObjectKey, facts: &FileFacts, bytes: Vec<u8>) -> Result<()> {
        let put = self
            .client
            .put_object()
            .bucket(&self.bucket)
            .key(key.to_string())
            .content_type(facts.content_type.as_str())
            .checksum_sha256(facts.checksum_sha256.as_ref());
        put.body(ByteStream::from(bytes)).send().await.map_err(told).context("writing a file").map(drop)
    }
}

impl Stored {
    /// The next bytes of the object.
    ///
    /// # Errors
    /// They could not be read.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>> {
        let next = self.body.next().await.transpose();
        next.map(|bytes| bytes.map(|bytes| bytes.to_vec())).map_err(|error| ApiError::because("reading an object", &error))
    }
}
