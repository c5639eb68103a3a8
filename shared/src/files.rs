//! The one place that speaks S3: files go straight from and to the caller by presigned addresses.
//!
//! Only functions with the feature `files` link it.

use aws_sdk_s3::Client;
use aws_sdk_s3::config::Builder;
use aws_sdk_s3::error::ProvideErrorMetadata as _;
use std::fmt;
use std::time::Duration;

use crate::config::Environment;
use crate::error::{Context as _, Result};
use crate::id::{AttachmentId, FamilyId};
use crate::sdk::{Endpoint, told};

/// How long S3 may take to begin an answer, once and with all attempts. Reading what it sends is not part of that.
const PATIENCE: (Duration, Duration) = (Duration::from_secs(5), Duration::from_secs(15));

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

    /// Deletes an object. In a bucket with versions its bytes stay until those are deleted too.
    ///
    /// # Errors
    /// S3 did not answer.
    pub async fn delete(&self, key: &ObjectKey) -> Result<()> {
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

    /// Deletes all objects of a family with all their versions. Cut short, it may be done again.
    ///
    /// # Errors
    /// As [`delete_all_versions`](Self::delete_all_versions).
    pub async fn delete_all_of(&self, family: FamilyId) -> Result<()> {
        self.delete_versions(&ObjectKey::family_prefix(family), |_| true).await
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
        let request = self.client.list_objects_v2().bucket(&self.bucket).prefix(prefix).set_continuation_token(after);
        let page = request.send().await.map_err(told).context("listing objects")?;
        let keys = page.contents().iter().filter_map(|object| object.key()).map(|key| ObjectKey(key.to_owned())).collect();
        Ok((keys, page.next_continuation_token))
    }
}
