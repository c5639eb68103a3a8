//! Amazon's mail service.

use aws_sdk_ses::Client;
use aws_sdk_ses::error::{ProvideErrorMetadata as _, SdkError};
use aws_sdk_ses::types::{Body, Content, Destination, Message as SesMessage};
use std::time::Duration;
use trajectory::aws::Connection;
use trajectory::config::Environment;
use trajectory::error::{Context as _, Result};
use trajectory::mail::MailProblem;

use crate::Message;

/// How long one attempt may take, and a call with all its attempts.
const PATIENCE: (Duration, Duration) = (Duration::from_secs(5), Duration::from_secs(15));

/// Sends through Amazon's mail service.
pub struct Ses {
    client: Client,
    /// From whom the letters are, such as `Trajectory <no-reply@health.example.org>`.
    from: String,
}

impl Ses {
    /// The mail service of a Lambda function's region.
    ///
    /// # Errors
    /// A variable is missing.
    pub fn from_environment(environment: &Environment) -> Result<Self> {
        let connection = Connection::from_environment(environment, "SES", PATIENCE.0, PATIENCE.1)?;
        Ok(Self { client: Client::new(&connection.sdk_config()), from: environment.need("TRAJECTORY_MAIL_FROM")? })
    }

    pub(crate) async fn send(&self, message: &Message) -> Result<(), MailProblem> {
        let content = |text: &str| Content::builder().charset("UTF-8").data(text).build().context("writing a letter");
        let parts = (content(&message.subject), content(&message.text), content(&message.html));
        let (Ok(subject), Ok(text), Ok(html)) = parts else {
            return Err(MailProblem::Refused);
        };
        let body = Body::builder().text(text).html(html).build();
        let letter = SesMessage::builder().subject(subject).body(body).build();
        let to = Destination::builder().to_addresses(message.to.as_ref()).build();
        match self.client.send_email().source(&self.from).destination(to).message(letter).send().await {
            Ok(_) => Ok(()),
            Err(error) => {
                // The service's own message can hold the address, so the code alone is logged.
                tracing::warn!(code = error.code().unwrap_or("none"), "the mail service did not take a letter");
                Err(problem(&error))
            }
        }
    }
}

fn problem<E, R>(error: &SdkError<E, R>) -> MailProblem
where
    SdkError<E, R>: aws_sdk_ses::error::ProvideErrorMetadata,
{
    match error.code() {
        Some("MessageRejected" | "InvalidParameterValue" | "ValidationError") => MailProblem::Refused,
        Some(
            "MailFromDomainNotVerified"
            | "MailFromDomainNotVerifiedException"
            | "AccountSendingPausedException"
            | "ConfigurationSetSendingPausedException"
            | "AccessDenied"
            | "AccessDeniedException",
        ) => MailProblem::NotSetUp,
        Some("Throttling" | "ThrottlingException" | "LimitExceededException") => MailProblem::Throttled,
        Some(_) | None => MailProblem::Unreachable,
    }
}
