//! The one error type: what went wrong, its status, its stable code and its sentence for a person.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;

/// The result of everything that can end in an answer to the caller.
pub type Result<T, E = ApiError> = std::result::Result<T, E>;

/// Everything that a request can end in besides success.
#[derive(Debug)]
pub enum ApiError {
    /// The body is not JSON at all; the text says where it stops being so.
    InvalidJson(String),
    /// The request was understood and these fields of it cannot be accepted.
    Invalid(Vec<FieldProblem>),
    /// More records in one save than one transaction can hold.
    TooManyChanges,
    /// No token, or one that is not ours.
    NotSignedIn,
    /// A token of ours whose time is over; refresh it.
    TokenExpired,
    /// The session was ended: signed out, revoked, expired, or a refresh token was used twice.
    SessionEnded,
    /// Email and password do not belong together, or there is no such account; we do not say which.
    WrongCredentials,
    /// The password is right, and a code of the second factor is asked for as well.
    SecondFactorRequired,
    /// The code of the second factor is not right, or was used already.
    WrongCode,
    /// There is a second factor already.
    FactorExists,
    /// The caller's role in the family does not allow this.
    NotAllowed,
    /// Only admins of the instance may do this.
    AdminsOnly,
    /// The caller's membership is frozen by an owner.
    MembershipFrozen,
    /// An admin has disabled the account.
    AccountDisabled,
    /// The instance takes no sign-ups.
    RegistrationClosed,
    /// A call that lives on the cookie came from another site.
    CrossSite,
    /// A call that did not come through the front door (the cloud's content delivery network).
    WrongDoor,
    /// Not there, or the caller may not know that it is.
    NotFound,
    /// The path exists, the method does not.
    MethodNotAllowed,
    /// Another account has this email.
    EmailTaken,
    /// The client-made id is in use by something else.
    AlreadyExists,
    /// The caller is in as many families as one can be in.
    TooManyFamilies,
    /// The file that was announced is not in the store yet.
    NotUploaded,
    /// The file arrived and cannot be kept.
    FileRefused(FileFault),
    /// The invitation is unknown, used, withdrawn or run out; we do not say which.
    InviteGone,
    /// The caller belongs to the family already.
    AlreadyMember,
    /// The family has as many members as one can have.
    FamilyFull,
    /// It would leave the family without an owner.
    LastOwner,
    /// The instance would be left without an admin.
    LastAdmin,
    /// A link or code that was used, has run out, or never was ours.
    BadLink,
    /// An account cannot be closed while it belongs to families.
    StillInFamilies,
    /// An admin's account cannot be closed: the instance might be left without one.
    AdminAccount,
    /// The job's state does not allow this: it is not so far yet, is over, or has no file.
    NotNow,
    /// Another export, or another import, of the family is running.
    JobRunning,
    /// The record has changed since the caller read it; `current` is the record as it is now.
    ChangedMeanwhile {
        /// The record as it is now, in wire form, if there is still one.
        current: Option<serde_json::Value>,
    },
    /// The body or the record is larger than what is kept.
    TooLarge,
    /// The body is not declared as JSON.
    NotJson,
    /// Too many attempts; wait this many seconds.
    TooManyAttempts {
        /// Seconds to wait.
        retry_after: i64,
    },
    /// The store could not take it just now; the same request may be sent again.
    Busy,
    /// Our fault. The cause is logged and never shown.
    Internal(Cause),
}

/// Why a file that arrived cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// Its bytes are not of the declared type, or it is broken.
    NotWhatWasDeclared,
    /// Its metadata tells where it was taken.
    GpsInImage,
    /// It has more pixels than devices can be asked to draw.
    ImageTooLarge,
    /// A picture of a child that is not square or has more than 1024 pixels along a side.
    NotAnAvatar,
}

impl FileFault {
    fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::NotWhatWasDeclared => {
                ("not_what_was_declared", "This file is broken, or not of the type that it claims to be. Please choose another.")
            }
            Self::GpsInImage => ("gps_in_image", "This picture tells where it was taken. Please remove the location and upload it again."),
            Self::ImageTooLarge => ("image_too_large", "This picture has too many pixels. Please make it smaller and upload it again."),
            Self::NotAnAvatar => ("not_an_avatar", "A child's picture must be square, with at most 1024 pixels along a side."),
        }
    }
}

/// One field that cannot be accepted, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldProblem {
    /// Path of the field in the request, such as `weight.value`.
    pub field: String,
    /// A sentence for a person.
    pub problem: String,
}

/// Why something of ours failed: the error and what we were doing, outermost first.
#[derive(Debug)]
pub struct Cause(String);

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The body of every answer that is not a success.
#[derive(Debug, Serialize, ToSchema)]
pub struct ErrorBody {
    /// A sentence for a person that says what to do next.
    #[schema(example = "This entry does not exist, or you have no access to it.")]
    error: String,
    /// A stable code for programs.
    #[schema(example = "not_found")]
    code: &'static str,
    /// More, by code: `fields` of an invalid request, `current` record of a conflict.
    details: ErrorDetails,
}

/// What else an error tells.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct ErrorDetails {
    /// The fields that cannot be accepted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    fields: Vec<FieldProblem>,
    /// The record as it is now, when it has changed meanwhile.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false, value_type = Option<Object>)]
    current: Option<serde_json::Value>,
}

impl ApiError {
    /// A request with one field that cannot be accepted.
    pub fn field(field: impl Into<String>, problem: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldProblem { field: field.into(), problem: problem.into() }])
    }

    /// The same of a part of a request: its fields are named from there.
    #[must_use]
    pub fn within(self, part: &str) -> Self {
        let Self::Invalid(mut fields) = self else { return self };
        for problem in &mut fields {
            problem.field = if problem.field.is_empty() { part.to_owned() } else { format!("{part}.{}", problem.field) };
        }
        Self::Invalid(fields)
    }

    /// Our fault: what we were doing, and what came in the way.
    pub fn because(doing: &str, cause: &impl fmt::Display) -> Self {
        Self::Internal(Cause(format!("{doing}: {cause}")))
    }

    /// Status, stable code and sentence: the one place that decides them.
    #[expect(clippy::too_many_lines, reason = "one line or a few for each error")]
    fn parts(&self) -> (StatusCode, &'static str, &str) {
        match self {
            Self::InvalidJson(text) => (StatusCode::BAD_REQUEST, "invalid_json", text),
            Self::Invalid(_) => {
                (StatusCode::BAD_REQUEST, "invalid_request", "Some of this cannot be saved as it is. Please look at the marked fields.")
            }
            Self::TooManyChanges => {
                (StatusCode::BAD_REQUEST, "too_many_changes", "This is more than can be saved at once. Please save it in parts.")
            }
            Self::NotSignedIn => (StatusCode::UNAUTHORIZED, "not_signed_in", "Please sign in."),
            Self::TokenExpired => (StatusCode::UNAUTHORIZED, "token_expired", "Your access has run out. Refresh it and try again."),
            Self::SessionEnded => (StatusCode::UNAUTHORIZED, "session_ended", "You have been signed out. Please sign in again."),
            Self::WrongCredentials => {
                (StatusCode::UNAUTHORIZED, "wrong_credentials", "Email and password do not match. Please check both.")
            }
            Self::SecondFactorRequired => {
                (StatusCode::UNAUTHORIZED, "second_factor_required", "Please enter the code that your authenticator app shows as well.")
            }
            Self::WrongCode => (StatusCode::UNAUTHORIZED, "wrong_code", "This code is not right, or was used already. Take the next one."),
            Self::FactorExists => {
                (StatusCode::CONFLICT, "factor_exists", "A second factor is set up already. Take it away before you set up another.")
            }
            Self::NotAllowed => {
                (StatusCode::FORBIDDEN, "not_allowed", "Your role in this family does not allow this. Ask an owner of the family.")
            }
            Self::AdminsOnly => (StatusCode::FORBIDDEN, "not_allowed", "Only admins of this instance may do this."),
            Self::MembershipFrozen => {
                (StatusCode::FORBIDDEN, "membership_frozen", "Your access to this family is paused. Ask an owner of the family.")
            }
            Self::AccountDisabled => {
                (StatusCode::FORBIDDEN, "account_disabled", "This account is switched off. Ask whoever runs this instance.")
            }
            Self::RegistrationClosed => (
                StatusCode::FORBIDDEN,
                "registration_closed",
                "This instance takes no new accounts. Ask whoever runs it for an invitation.",
            ),
            Self::CrossSite => (StatusCode::FORBIDDEN, "cross_site", "This call must come from the app itself."),
            Self::WrongDoor => (StatusCode::FORBIDDEN, "wrong_door", "Please use the public address of this service."),
            Self::NotFound => (StatusCode::NOT_FOUND, "not_found", "This does not exist, or you have no access to it."),
            Self::MethodNotAllowed => (StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "This address does not take that method."),
            Self::EmailTaken => {
                (StatusCode::CONFLICT, "email_taken", "There is an account with this email already. Sign in instead, or use another email.")
            }
            Self::AlreadyExists => (StatusCode::CONFLICT, "already_exists", "This id is in use by something else. Make a new id."),
            Self::TooManyFamilies => {
                (StatusCode::CONFLICT, "too_many_families", "You are in as many families as one can be in (20). Leave one first.")
            }
            Self::NotUploaded => (StatusCode::CONFLICT, "not_uploaded", "The file has not arrived yet. Upload it first, then complete it."),
            Self::FileRefused(fault) => {
                let (code, sentence) = fault.parts();
                (StatusCode::UNPROCESSABLE_ENTITY, code, sentence)
            }
            Self::InviteGone => (
                StatusCode::NOT_FOUND,
                "invite_gone",
                "This invitation has been used or withdrawn, or it has run out. Ask whoever invited you for a new one.",
            ),
            Self::AlreadyMember => {
                (StatusCode::CONFLICT, "already_member", "You belong to this family already. The invitation stays open for somebody else.")
            }
            Self::FamilyFull => {
                (StatusCode::CONFLICT, "family_full", "This family has as many members as one can have (30). One has to leave first.")
            }
            Self::LastOwner => {
                (StatusCode::CONFLICT, "last_owner", "A family needs an owner. Make somebody else an owner first, or delete the family.")
            }
            Self::LastAdmin => (
                StatusCode::CONFLICT,
                "last_admin",
                "An instance keeps at least one admin who can sign in. Make somebody else an admin first.",
            ),
            Self::BadLink => (
                StatusCode::BAD_REQUEST,
                "link_invalid",
                "This link or code was used already, has run out, or is not complete. Ask for a new one.",
            ),
            Self::StillInFamilies => (
                StatusCode::CONFLICT,
                "still_in_families",
                "You still belong to a family. Leave your families first, then close the account.",
            ),
            Self::AdminAccount => (
                StatusCode::CONFLICT,
                "admin_account",
                "An admin's account cannot be closed. Let another admin take the role of admin away from you first.",
            ),
            Self::NotNow => {
                (StatusCode::CONFLICT, "not_now", "This cannot be done with the job as it is now. Look at its state and try again.")
            }
            Self::JobRunning => (
                StatusCode::CONFLICT,
                "job_running",
                "Another export or import of this family is running. Wait until it is done, or let whoever began it cancel it.",
            ),
            Self::ChangedMeanwhile { .. } => (
                StatusCode::PRECONDITION_FAILED,
                "changed_meanwhile",
                "Somebody has changed this meanwhile. Look at both versions and save again.",
            ),
            Self::TooLarge => {
                (StatusCode::PAYLOAD_TOO_LARGE, "too_large", "This is larger than what can be kept in one entry. Please shorten it.")
            }
            Self::NotJson => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", "Send the body as application/json."),
            Self::TooManyAttempts { .. } => {
                (StatusCode::TOO_MANY_REQUESTS, "too_many_attempts", "Too many attempts. Please wait a little and try again.")
            }
            Self::Busy => (StatusCode::SERVICE_UNAVAILABLE, "busy", "The service is busy. Please try again in a moment."),
            Self::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side. Please try again."),
        }
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.parts().1
    }
}

impl fmt::Display for ApiError {
    /// For logs: the cause where there is one. People are shown the sentence alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Internal(cause) => cause.fmt(f),
            other => f.write_str(other.parts().2),
        }
    }
}

impl std::error::Error for ApiError {}

/// The stable code, in the extensions of an answer that is none of the success: for the request's line in the log.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Code(pub(crate) &'static str);

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, code, sentence) = self.parts();
        let error = sentence.to_owned();
        let mut details = ErrorDetails::default();
        let mut retry = None;
        match self {
            Self::Invalid(fields) => details.fields = fields,
            Self::ChangedMeanwhile { current } => details.current = current,
            Self::TooManyAttempts { retry_after } => retry = Some(retry_after),
            Self::Busy => retry = Some(1),
            Self::Internal(cause) => tracing::error!(%cause, "request failed"),
            Self::InvalidJson(_)
            | Self::TooManyChanges
            | Self::NotSignedIn
            | Self::TokenExpired
            | Self::SessionEnded
            | Self::WrongCredentials
            | Self::SecondFactorRequired
            | Self::WrongCode
            | Self::FactorExists
            | Self::NotAllowed
            | Self::AdminsOnly
            | Self::MembershipFrozen
            | Self::AccountDisabled
            | Self::RegistrationClosed
            | Self::CrossSite
            | Self::WrongDoor
            | Self::NotFound
            | Self::MethodNotAllowed
            | Self::EmailTaken
            | Self::AlreadyExists
            | Self::NotNow
            | Self::JobRunning
            | Self::TooManyFamilies
            | Self::NotUploaded
            | Self::FileRefused(_)
            | Self::InviteGone
            | Self::AlreadyMember
            | Self::FamilyFull
            | Self::LastOwner
            | Self::LastAdmin
            | Self::BadLink
            | Self::StillInFamilies
            | Self::AdminAccount
            | Self::TooLarge
            | Self::NotJson => {}
        }
        let mut response = (status, Extension(Code(code)), Json(ErrorBody { error, code, details })).into_response();
        if let Some(seconds) = retry {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// Turns any error into ours, saying what we were doing.
pub trait Context<T> {
    /// Our fault: `doing` completes "failed while …".
    ///
    /// # Errors
    /// [`ApiError::Internal`] with the cause.
    fn context(self, doing: &str) -> Result<T>;
}

impl<T, E: fmt::Display> Context<T> for std::result::Result<T, E> {
    fn context(self, doing: &str) -> Result<T> {
        self.map_err(|cause| ApiError::because(doing, &cause))
    }
}

impl<T> Context<T> for Option<T> {
    fn context(self, doing: &str) -> Result<T> {
        self.ok_or_else(|| ApiError::Internal(Cause(doing.to_owned())))
    }
}
