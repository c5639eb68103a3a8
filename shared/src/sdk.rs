//! How the AWS SDKs are set up: one TLS stack (on `ring`), one pool of connections, bounded patience.
//!
//! Each service has one file that speaks to it and takes its client's settings from here.

use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region, SharedCredentialsProvider, SharedHttpClient};
use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use aws_types::SdkConfig;
use std::time::Duration;

use crate::config::Environment;
use crate::error::Result;

/// Where a service of AWS is and as whom we speak to it.
#[derive(Debug, Clone)]
pub struct Endpoint {
    region: String,
    credentials: Credentials,
    http: SharedHttpClient,
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
    /// DynamoDB, with what Lambda gives a function in its environment: its role's credentials and region.
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
        let endpoint = Self { region: environment.need("AWS_REGION")?, credentials, http: http(), url: None, patience: CLOUD_PATIENCE };
        Ok(endpoint.of_service("DYNAMODB", CLOUD_PATIENCE, environment))
    }

    /// Another service for the same function, on the same pool of connections: `AWS_ENDPOINT_URL_{service}` may move it.
    #[must_use]
    pub fn of_service(&self, service: &str, patience: (Duration, Duration), environment: &Environment) -> Self {
        let url = environment.get(&format!("AWS_ENDPOINT_URL_{service}")).or_else(|| environment.get("AWS_ENDPOINT_URL"));
        Self { url, patience, ..self.clone() }
    }

    /// A server on this machine that takes any credentials.
    #[must_use]
    pub fn loopback(url: String) -> Self {
        Self::loopback_as(url, "local", "local")
    }

    /// A server on this machine that takes these credentials.
    #[must_use]
    pub fn loopback_as(url: String, key: &str, secret: &str) -> Self {
        let credentials = Credentials::new(key, secret, None, None, "loopback");
        Self { region: "local".to_owned(), credentials, http: http(), url: Some(url), patience: LOOPBACK_PATIENCE }
    }

    /// Whether the service is at another address than AWS's own.
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.url.is_some()
    }

    /// The settings of a client.
    pub(crate) fn sdk_config(&self) -> SdkConfig {
        let mut builder = SdkConfig::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(self.region.clone()))
            .credentials_provider(SharedCredentialsProvider::new(self.credentials.clone()))
            .http_client(self.http.clone())
            .retry_config(RetryConfig::standard().with_max_attempts(4).with_initial_backoff(Duration::from_millis(25)))
            .timeout_config(TimeoutConfig::builder().operation_attempt_timeout(self.patience.0).operation_timeout(self.patience.1).build());
        builder.set_endpoint_url(self.url.clone());
        builder.build()
    }
}

fn http() -> SharedHttpClient {
    aws_smithy_http_client::Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https()
}

/// What may be logged of a failed call: its code and message. The answer itself can hold items, so it is left out.
#[expect(clippy::needless_pass_by_value, reason = "it stands in `map_err`")]
pub(crate) fn told<E: ProvideErrorMetadata, R>(error: SdkError<E, R>) -> String {
    match &error {
        SdkError::ServiceError(_) => {
            format!("{}: {}", error.code().unwrap_or("unknown code"), error.message().unwrap_or("no message"))
        }
        SdkError::DispatchFailure(failure) if failure.is_timeout() => "the connection timed out".to_owned(),
        SdkError::DispatchFailure(_) => "the service could not be reached".to_owned(),
        SdkError::TimeoutError(_) => "the call timed out".to_owned(),
        SdkError::ConstructionFailure(_) => "the call could not be made".to_owned(),
        _ => "the answer could not be read".to_owned(),
    }
}
