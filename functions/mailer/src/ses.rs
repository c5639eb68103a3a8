//! Amazon's mail service.

use aws_sdk_ses::Client;
use aws_sdk_ses::error::{ProvideErrorMetadata as _, SdkError};
use aws_sdk_ses::types::{Body, Content, Destination, Message as SesMessage};
use std::time::Duration;
use trajectory::config::Environment;
use trajectory::error::{Context as _, Result};
use trajectory::mail::MailProblem;
use trajectory::sdk::Endpoint;

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
    /// The mail service beside the table of a Lambda function.
    ///
    /// # Errors
    /// A variable is missing.
    pub fn from_environment(table: &Endpoint, environment: &Environment) -> Result<Self> {
        let endpoint = table.of_service("SES", PATIENCE, environment);
        Ok(Self { client: Client::new(&endpoint.sdk_config()), from: environment.need("TRAJECTORY_MAIL_FROM")? })
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

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::StatusCode;
    use std::sync::{Arc, Mutex};
    use tokio::net::TcpListener;
    use trajectory::text::Email;

    /// Sends a letter to a server that answers like this, and tells what it was asked.
    async fn send(status: u16, answer: &'static str) -> (Result<(), MailProblem>, String) {
        let asked = Arc::new(Mutex::new(String::new()));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let kept = asked.clone();
        let app = axum::Router::new().fallback(move |body: String| async move {
            *kept.lock().unwrap() = body;
            (StatusCode::from_u16(status).unwrap(), [("content-type", "text/xml")], answer)
        });
        let server = tokio::spawn(async { axum::serve(listener, app).await });
        let sent = ses(&url).send(&message()).await;
        server.abort();
        let asked = asked.lock().unwrap().clone();
        (sent, asked)
    }

    fn ses(url: &str) -> Ses {
        let environment = Environment::of(&[
            ("AWS_ACCESS_KEY_ID", "a"),
            ("AWS_SECRET_ACCESS_KEY", "b"),
            ("AWS_REGION", "eu-central-1"),
            ("AWS_ENDPOINT_URL_SES", url),
            ("TRAJECTORY_MAIL_FROM", "Trajectory <no-reply@example.org>"),
        ]);
        Ses::from_environment(&Endpoint::from_environment(&environment).unwrap(), &environment).unwrap()
    }

    fn message() -> Message {
        Message {
            to: Email::try_from("ana@example.org").unwrap(),
            subject: "Bestätigen".to_owned(),
            text: "text".to_owned(),
            html: "<p>html</p>".to_owned(),
            link: None,
        }
    }

    fn error(code: &'static str) -> &'static str {
        let xml = format!(
            "<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>ana@example.org</Message></Error></ErrorResponse>"
        );
        Box::leak(xml.into_boxed_str())
    }

    #[tokio::test]
    async fn a_letter_is_one_call_with_text_and_html() {
        let taken = "<SendEmailResponse><SendEmailResult><MessageId>1</MessageId></SendEmailResult></SendEmailResponse>";
        let (sent, asked) = send(200, taken).await;
        assert_eq!(sent, Ok(()));
        for part in [
            "Action=SendEmail",
            "Source=Trajectory%20%3Cno-reply%40example.org%3E",
            "Destination.ToAddresses.member.1=ana%40example.org",
            "Message.Subject.Data=Best%C3%A4tigen",
            "Message.Body.Text.Data=text",
            "Message.Body.Html.Data=%3Cp%3Ehtml%3C%2Fp%3E",
        ] {
            assert!(asked.contains(part), "{part} is not in {asked}");
        }
    }

    #[tokio::test]
    async fn what_the_service_says_becomes_a_reason_that_the_admin_understands() {
        for (status, code, reason) in [
            (400, "MessageRejected", MailProblem::Refused),
            (400, "MailFromDomainNotVerifiedException", MailProblem::NotSetUp),
            (403, "AccessDenied", MailProblem::NotSetUp),
            (400, "Throttling", MailProblem::Throttled),
            (503, "ServiceUnavailable", MailProblem::Unreachable),
        ] {
            assert_eq!(send(status, error(code)).await.0, Err(reason), "{code}");
        }
        // Nobody listens at this port.
        assert_eq!(ses("http://127.0.0.1:9").send(&message()).await, Err(MailProblem::Unreachable));
    }
}
