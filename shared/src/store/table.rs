//! The table itself: how to reach it, and its shape (which `template.yaml` declares for the cloud).

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Builder, Config, Credentials, Region};
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, LocalSecondaryIndex, Projection, ProjectionType,
    ScalarAttributeType, StreamSpecification, StreamViewType, TimeToLiveSpecification,
};
use std::time::Duration;

use super::{Index, told};
use crate::config::Environment;
use crate::error::{Context as _, Result};

/// Where the table is and as whom we speak to it.
#[derive(Debug, Clone)]
pub struct Endpoint {
    region: String,
    credentials: Credentials,
    /// Another address than AWS's own: the embedded stack, an emulator.
    url: Option<String>,
    /// How long one attempt may take, and a call with all its attempts.
    patience: (Duration, Duration),
}

/// DynamoDB answers within milliseconds; what takes longer is lost and is tried again.
const CLOUD_PATIENCE: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(3));
/// On somebody's laptop the processor may be busy with other things, and nothing gets lost.
const LOOPBACK_PATIENCE: (Duration, Duration) = (Duration::from_secs(20), Duration::from_mins(1));

impl Endpoint {
    /// What Lambda gives a function in its environment: its role's credentials and region.
    /// They hold for the life of the environment, so nothing else need be looked for.
    ///
    /// # Errors
    /// A variable is missing.
    pub fn from_environment(environment: &Environment) -> Result<Self> {
        let credentials = Credentials::new(
            environment.need("AWS_ACCESS_KEY_ID")?,
            environment.need("AWS_SECRET_ACCESS_KEY")?,
            environment.get("AWS_SESSION_TOKEN"),
            None,
            "lambda",
        );
        let url = environment.get("AWS_ENDPOINT_URL_DYNAMODB").or_else(|| environment.get("AWS_ENDPOINT_URL"));
        Ok(Self { region: environment.need("AWS_REGION")?, credentials, url, patience: CLOUD_PATIENCE })
    }

    /// A server on this machine that takes any credentials.
    #[must_use]
    pub fn loopback(url: String) -> Self {
        let credentials = Credentials::new("local", "local", None, None, "loopback");
        Self { region: "local".to_owned(), credentials, url: Some(url), patience: LOOPBACK_PATIENCE }
    }

    pub(super) fn sdk_config(&self) -> Config {
        let tls = aws_smithy_http_client::tls::Provider::Rustls(aws_smithy_http_client::tls::rustls_provider::CryptoMode::Ring);
        let mut builder: Builder = Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(self.region.clone()))
            .credentials_provider(self.credentials.clone())
            .http_client(aws_smithy_http_client::Builder::new().tls_provider(tls).build_https())
            .retry_config(RetryConfig::standard().with_max_attempts(4).with_initial_backoff(Duration::from_millis(25)))
            .timeout_config(TimeoutConfig::builder().operation_attempt_timeout(self.patience.0).operation_timeout(self.patience.1).build());
        if let Some(url) = &self.url {
            builder = builder.endpoint_url(url);
        }
        builder.build()
    }
}

/// Makes the table where there is none yet. For the local stack and tests; the cloud's is made by the template.
///
/// # Errors
/// The server did not answer, or refused.
pub async fn create_table(endpoint: &Endpoint, table: &str) -> Result<()> {
    let client = Client::from_conf(endpoint.sdk_config());
    let known = client.list_tables().send().await.map_err(told).context("listing tables")?;
    if known.table_names().iter().any(|name| name == table) {
        return Ok(());
    }
    let mut request = client
        .create_table()
        .table_name(table)
        .billing_mode(BillingMode::PayPerRequest)
        .stream_specification(
            StreamSpecification::builder().stream_enabled(true).stream_view_type(StreamViewType::KeysOnly).build().context("stream")?,
        )
        .set_key_schema(Some(key_schema("pk", "sk")?))
        .global_secondary_indexes(
            GlobalSecondaryIndex::builder()
                .index_name("directory")
                .set_key_schema(Some(key_schema("dir_pk", "dir_sk")?))
                .projection(all())
                .build()
                .context("directory index")?,
        );
    for attribute in ["pk", "sk", "date_sk", "child_sk", "open_sk", "dir_pk", "dir_sk"] {
        let definition = AttributeDefinition::builder().attribute_name(attribute).attribute_type(ScalarAttributeType::S).build();
        request = request.attribute_definitions(definition.context("attribute")?);
    }
    for index in [Index::ByDate, Index::ByChild, Index::Open] {
        request = request.local_secondary_indexes(
            LocalSecondaryIndex::builder()
                .index_name(index.name().context("a local index has a name")?)
                .set_key_schema(Some(key_schema("pk", index.attribute())?))
                .projection(all())
                .build()
                .context("local index")?,
        );
    }
    request.send().await.map_err(told).context("creating the table")?;
    let ttl = TimeToLiveSpecification::builder().enabled(true).attribute_name("expires_at").build().context("ttl")?;
    let request = client.update_time_to_live().table_name(table).time_to_live_specification(ttl);
    request.send().await.map_err(told).context("setting the time to live")?;
    Ok(())
}

fn all() -> Projection {
    Projection::builder().projection_type(ProjectionType::All).build()
}

fn key_schema(hash: &str, range: &str) -> Result<Vec<KeySchemaElement>> {
    [(hash, KeyType::Hash), (range, KeyType::Range)]
        .into_iter()
        .map(|(name, kind)| KeySchemaElement::builder().attribute_name(name).key_type(kind).build().context("key schema"))
        .collect()
}
