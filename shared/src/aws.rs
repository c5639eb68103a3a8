//! How AWS's services are reached: one TLS stack, one set of credentials, one way to try again, for every SDK client.

use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region, SharedCredentialsProvider};
use aws_types::SdkConfig;
use std::time::Duration;

use crate::config::Environment;
use crate::error::Result;

/// Where a service is and as whom we speak to it.
#[derive(Debug, Clone)]
pub struct Connection {
    /// AWS's region.
    pub region: String,
    /// As whom.
    pub credentials: Credentials,
    /// Another address than AWS's own: the embedded stack, an emulator.
    pub url: Option<String>,
    /// How long one attempt may take.
    pub attempt: Duration,
    /// How long a call may take with all its attempts.
    pub call: Duration,
}

impl Connection {
    /// What Lambda gives a function in its environment: its role's credentials and region.
    /// They hold for the life of the environment, so nothing else need be looked for.
    /// `service` is the name in `AWS_ENDPOINT_URL_{service}`, which leads to an emulator.
    ///
    /// # Errors
    /// A variable is missing.
    pub fn from_environment(environment: &Environment, service: &str, attempt: Duration, call: Duration) -> Result<Self> {
        let credentials = Credentials::new(
            environment.need("AWS_ACCESS_KEY_ID")?,
            environment.need("AWS_SECRET_ACCESS_KEY")?,
            environment.get("AWS_SESSION_TOKEN"),
            None,
            "lambda",
        );
        let url = environment.get(&format!("AWS_ENDPOINT_URL_{service}")).or_else(|| environment.get("AWS_ENDPOINT_URL"));
        Ok(Self { region: environment.need("AWS_REGION")?, credentials, url, attempt, call })
    }

    /// A server on this machine that takes any credentials.
    #[must_use]
    pub fn loopback(url: String, attempt: Duration, call: Duration) -> Self {
        let credentials = Credentials::new("local", "local", None, None, "loopback");
        Self { region: "local".to_owned(), credentials, url: Some(url), attempt, call }
    }

    /// What every SDK client can be made of.
    #[must_use]
    pub fn sdk_config(&self) -> SdkConfig {
        let tls = aws_smithy_http_client::tls::Provider::Rustls(aws_smithy_http_client::tls::rustls_provider::CryptoMode::Ring);
        let mut builder = SdkConfig::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(self.region.clone()))
            .credentials_provider(SharedCredentialsProvider::new(self.credentials.clone()))
            .http_client(aws_smithy_http_client::Builder::new().tls_provider(tls).build_https())
            .retry_config(RetryConfig::standard().with_max_attempts(4).with_initial_backoff(Duration::from_millis(25)))
            .timeout_config(TimeoutConfig::builder().operation_attempt_timeout(self.attempt).operation_timeout(self.call).build());
        builder.set_endpoint_url(self.url.clone());
        builder.build()
    }
}
