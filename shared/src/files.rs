//! The one place that speaks S3: files go straight from and to the caller by presigned addresses.
//!
//! Only functions with the feature `files` link it. A handler that takes [`Files`] gets it from the state.

mod inspect;
mod transfer;

pub use inspect::{Shape, inspect};

use aws_sdk_s3::Client;
use aws_sdk_s3::config::Builder;
use aws_sdk_s3::error::ProvideErrorMetadata as _;
use aws_sdk_s3::presigning::{PresignedRequest, PresigningConfig};
use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::ChecksumMode;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;
use utoipa::ToSchema;

use crate::config::Environment;
use crate::error::{ApiError, Context as _, Result};
use crate::id::{AttachmentId, FamilyId};
use crate::record::attachment::{ContentType, FileFacts};
use crate::sdk::{Endpoint, told};
use crate::state::AppState;

/// How long a presigned address holds.
const ADDRESS_LIFE: TimeDelta = TimeDelta::minutes(5);
/// How long S3 may take to begin an answer, once and with all attempts. Reading what it sends is not part of that.
const PATIENCE: (Duration, Duration) = (Duration::from_secs(5), Duration::from_secs(15));

/// The target of what is told of calls of the bucket, at the level of `debug`.
const BUCKET: &str = "trajectory::bucket";

/// The bucket. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    client: Client,
    bucket: String,
}

/// The name of an object. It is made of ids alone; nothing that a person types gets into one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectKey(String);

impl ObjectKey {
    /// The object of an attachment, or of a child's picture.
    #[must_use]
    pub fn of(family: FamilyId, file: AttachmentId) -> Self {
        Self(format!("f/{family}/{file}"))
    }

    /// What all names of a family's objects begin with.
    #[must_use]
    pub fn family_prefix(family: FamilyId) -> String {
        format!("f/{family}/")
    }
}

impl fmt::Display for ObjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How to upload a file. Any other length, type or content is refused by the store itself.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Upload {
    /// Send the bytes there. Whoever has this address may.
    pub url: String,
    /// With this method.
    #[schema(example = "PUT")]
    pub method: String,
    /// With these headers, and a `content-length` of the declared size (HTTP clients set that one themselves).
    pub headers: BTreeMap<String, String>,
    /// Until then.
    pub expires_at: DateTime<Utc>,
}

/// Where to fetch a file.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Download {
    /// A plain GET, without any header of ours. Whoever has this address may.
    pub url: String,
    /// Until then.
    pub expires_at: DateTime<Utc>,
}

/// An object and its bytes to come.
pub struct Stored {
    content_type: Option<String>,
    size: Option<i64>,
    checksum_sha256: Option<String>,
    body: ByteStream,
}

impl FromRequestParts<AppState> for Files {
    type Rejection = ApiError;

    async fn from_request_parts(_: &mut Parts, state: &AppState) -> Result<Self> {
        state.files.clone().context("this function was started without a bucket")
    }
}

impl Files {
    /// The bucket of this name at this endpoint.
    #[must_use]
    pub fn new(endpoint: &Endpoint, bucket: String) -> Self {
        let builder = Builder::from(&endpoint.sdk_config()).force_path_style(endpoint.is_elsewhere());
        Self { client: Client::from_conf(builder.build()), bucket }
    }

    /// The bucket of a Lambda function: `TRAJECTORY_FILES_BUCKET`, at `AWS_ENDPOINT_URL_S3` if that is set.
    ///
    /// # Errors
    /// A variable is missing.
    pub fn from_environment(table: &Endpoint, environment: &Environment) -> Result<Self> {
        let endpoint = table.of_service("S3", PATIENCE, environment);
        Ok(Self::new(&endpoint, environment.need("TRAJECTORY_FILES_BUCKET")?))
    }

    /// An address that takes exactly this file from `now` on, for five minutes.
    ///
    /// # Errors
    /// The address cannot be signed.
    pub async fn upload(&self, key: &ObjectKey, facts: &FileFacts, now: DateTime<Utc>) -> Result<Upload> {
        let size = i64::try_from(facts.size.bytes()).context("a file is small")?;
        let request = self
            .client
            .put_object()
            .bucket(&self.bucket)
            .key(key.to_string())
            .content_length(size)
            .content_type(facts.content_type.as_str())
            .checksum_sha256(facts.checksum_sha256.as_ref());
        let signed: PresignedRequest = request.presigned(from(now)?).await.map_err(told).context("signing an upload")?;
        let to_send = signed.headers().filter(|(name, _)| !matches!(*name, "content-length" | "host"));
        Ok(Upload {
            url: signed.uri().to_owned(),
            method: signed.method().to_owned(),
            headers: to_send.map(|(name, text)| (name.to_owned(), text.to_owned())).collect(),
            expires_at: now + ADDRESS_LIFE,
        })
    }

    /// An address from which the file can be fetched from `now` on, for five minutes. It comes with the type that was declared
    /// and looked at, is kept by no cache, and its name says nothing.
    ///
    /// # Errors
    /// The address cannot be signed.
    pub async fn download(&self, key: &ObjectKey, content_type: ContentType, now: DateTime<Utc>) -> Result<Download> {
        let request = self
            .client
            .get_object()
            .bucket(&self.bucket)
            .key(key.to_string())
            .response_content_type(content_type.as_str())
            .response_content_disposition(content_type.disposition())
            .response_cache_control("private, no-store");
        let signed = request.presigned(from(now)?).await.map_err(told).context("signing a download")?;
        Ok(Download { url: signed.uri().to_owned(), expires_at: now + ADDRESS_LIFE })
    }

    /// The object, if it is there. Its bytes come as they are read.
    ///
    /// # Errors
    /// S3 did not answer.
    pub async fn open(&self, key: &ObjectKey) -> Result<Option<Stored>> {
        tracing::debug!(target: BUCKET, "GetObject");
        let request = self.client.get_object().bucket(&self.bucket).key(key.to_string()).checksum_mode(ChecksumMode::Enabled);
        let answer = match request.send().await {
            Ok(answer) => answer,
            Err(error) if error.as_service_error().is_some_and(aws_sdk_s3::operation::get_object::GetObjectError::is_no_such_key) => {
                return Ok(None);
            }
            Err(error) => return Err(told(error)).context("opening an object"),
        };
        Ok(Some(Stored {
            content_type: answer.content_type,
            size: answer.content_length,
            checksum_sha256: answer.checksum_sha256,
            body: answer.body,
        }))
    }

    /// Whether the bucket answers, to somebody who may list what is kept of families.
    ///
    /// # Errors
    /// It did not answer.
    pub async fn answers(&self) -> Result<()> {
        let request = self.client.list_objects_v2().bucket(&self.bucket).prefix("f/").max_keys(1);
        request.send().await.map_err(told).context("asking the bucket").map(drop)
    }

    /// Deletes an object. In a bucket with versions its bytes stay until those are deleted too.
    ///
    /// # Errors
    /// S3 did not answer.
    pub async fn delete(&self, key: &ObjectKey) -> Result<()> {
        tracing::debug!(target: BUCKET, "DeleteObject");
        let request = self.client.delete_object().bucket(&self.bucket).key(key.to_string());
        request.send().await.map_err(told).context("deleting an object").map(drop)
    }

    /// Deletes an object with all its versions. Nothing is left of it; done twice, it is the same.
    ///
    /// # Errors
    /// S3 did not answer, or refused to delete a version.
    pub async fn delete_all_versions(&self, key: &ObjectKey) -> Result<()> {
        self.delete_versions(&key.0, |name| name == key.0).await
    }

    /// Deletes all objects of a family, exports and imports among them, with all their versions. Cut short, it may be done again.
    ///
    /// # Errors
    /// As [`delete_all_versions`](Self::delete_all_versions).
    pub async fn delete_all_of(&self, family: FamilyId) -> Result<()> {
        self.delete_versions(&ObjectKey::family_prefix(family), |_| true).await?;
        self.delete_versions(&ObjectKey::transfer_prefix(family), |_| true).await
    }

    /// Deletes all versions and delete markers of the objects under a prefix that are meant.
    async fn delete_versions(&self, prefix: &str, meant: impl Fn(&str) -> bool) -> Result<()> {
        let (mut key_marker, mut version_marker) = (None, None);
        loop {
            let request = self
                .client
                .list_object_versions()
                .bucket(&self.bucket)
                .prefix(prefix)
                .set_key_marker(key_marker)
                .set_version_id_marker(version_marker);
            let page = match request.send().await {
                Ok(page) => page,
                Err(error) if error.code() == Some("NotImplemented") => return self.delete_unversioned(prefix, meant).await,
                Err(error) => return Err(told(error)).context("listing versions of objects"),
            };
            let versions = page.versions().iter().map(|one| (one.key(), one.version_id()));
            let markers = page.delete_markers().iter().map(|one| (one.key(), one.version_id()));
            for (key, version) in versions.chain(markers).filter_map(|(key, version)| Some((key?, version))).filter(|(key, _)| meant(key)) {
                let request = self.client.delete_object().bucket(&self.bucket).key(key).set_version_id(version.map(str::to_owned));
                request.send().await.map_err(told).context("deleting a version of an object")?;
            }
            if page.is_truncated() != Some(true) {
                return Ok(());
            }
            (key_marker, version_marker) = (page.next_key_marker, page.next_version_id_marker);
        }
    }

    /// The same in a store that keeps no versions and knows no list of them, as the embedded one.
    async fn delete_unversioned(&self, prefix: &str, meant: impl Fn(&str) -> bool) -> Result<()> {
        let mut after = None;
        loop {
            let (keys, more) = self.list(prefix, after).await?;
            for key in keys.iter().filter(|key| meant(&key.0)) {
                self.delete(key).await?;
            }
            if more.is_none() {
                return Ok(());
            }
            after = more;
        }
    }

    /// Names of objects that begin with the prefix, at most 1,000, and where to go on: pass that as `after`.
    ///
    /// # Errors
    /// S3 did not answer.
    pub async fn list(&self, prefix: &str, after: Option<String>) -> Result<(Vec<ObjectKey>, Option<String>)> {
        tracing::debug!(target: BUCKET, "ListObjectsV2");
        let request = self.client.list_objects_v2().bucket(&self.bucket).prefix(prefix).set_continuation_token(after);
        let page = request.send().await.map_err(told).context("listing objects")?;
        let keys = page.contents().iter().filter_map(|object| object.key()).map(|key| ObjectKey(key.to_owned())).collect();
        Ok((keys, page.next_continuation_token))
    }
}

fn from(now: DateTime<Utc>) -> Result<PresigningConfig> {
    let life = ADDRESS_LIFE.to_std().context("a life is positive")?;
    PresigningConfig::builder().start_time(now.into()).expires_in(life).build().context("bounding an address")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn bucket() -> Files {
        let environment = Environment::of(&[
            ("AWS_ACCESS_KEY_ID", "key"),
            ("AWS_SECRET_ACCESS_KEY", "secret"),
            ("AWS_SESSION_TOKEN", "session"),
            ("AWS_REGION", "eu-central-1"),
            ("TRAJECTORY_FILES_BUCKET", "otters"),
        ]);
        Files::from_environment(&Endpoint::from_environment(&environment).unwrap(), &environment).unwrap()
    }

    fn key() -> ObjectKey {
        let uuid = "01890a5d-ac96-774b-bcce-b302099a8057";
        ObjectKey::of(format!("fam_{uuid}").parse().unwrap(), format!("att_{uuid}").parse().unwrap())
    }

    #[tokio::test]
    async fn an_address_in_the_cloud_pins_length_type_and_checksum_for_five_minutes() {
        let sum = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        let facts: FileFacts = serde_json::from_value(json!({ "content_type": "image/png", "size": 7, "checksum_sha256": sum })).unwrap();
        let upload = bucket().upload(&key(), &facts, "2026-03-01T12:00:00Z".parse().unwrap()).await.unwrap();
        let (object, query) = upload.url.split_once('?').unwrap();
        assert_eq!(object, format!("https://otters.s3.eu-central-1.amazonaws.com/{}", key()));
        let query: BTreeMap<_, _> = form_urlencoded::parse(query.as_bytes()).collect();
        assert_eq!(query["X-Amz-SignedHeaders"], "content-length;content-type;host;x-amz-checksum-sha256");
        assert_eq!((&*query["X-Amz-Date"], &*query["X-Amz-Expires"]), ("20260301T120000Z", "300"));
        let headers =
            [("content-type", "image/png"), ("x-amz-checksum-sha256", sum)].map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!((upload.method.as_str(), upload.headers), ("PUT", headers.into()));
        assert_eq!(upload.expires_at, "2026-03-01T12:05:00Z".parse::<DateTime<Utc>>().unwrap());
    }

    #[tokio::test]
    async fn an_address_to_fetch_from_says_how_it_is_answered() {
        let link = bucket().download(&key(), ContentType::Heic, "2026-03-01T12:00:00Z".parse().unwrap()).await.unwrap();
        let query: BTreeMap<_, _> = form_urlencoded::parse(link.url.split_once('?').unwrap().1.as_bytes()).collect();
        assert_eq!(query["X-Amz-SignedHeaders"], "host");
        assert_eq!(query["response-content-type"], "image/heic");
        assert_eq!(query["response-content-disposition"], "attachment; filename=\"attachment.heic\"");
        assert_eq!(query["response-cache-control"], "private, no-store");
    }
}
