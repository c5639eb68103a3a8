//! What comes in: bodies, query parameters and the revision that the caller has seen.

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::{HeaderMap, header, request::Parts};
use serde::de::DeserializeOwned;
use std::convert::Infallible;

use crate::error::{ApiError, FieldProblem, Result};
use crate::record::Rev;

/// The largest body that a route takes, in bytes.
pub const BODY_LIMIT: usize = 64 * 1024;

/// A JSON body, parsed into a type that only holds valid values.
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self> {
        if !is_json(request.headers()) {
            return Err(ApiError::NotJson);
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|error| match error {
            BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => ApiError::TooLarge,
            _ => ApiError::InvalidJson("The body was cut off on its way. Please send it again.".to_owned()),
        })?;
        parse_json(&bytes).map(Self)
    }
}

/// Query parameters, parsed into a type that only holds valid values.
pub struct Params<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Params<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        parse_query(parts.uri.query().unwrap_or_default()).map(Self)
    }
}

/// Parses a query string, naming the parameter that cannot be accepted.
///
/// # Errors
/// [`ApiError::Invalid`].
pub fn parse_query<T: DeserializeOwned>(query: &str) -> Result<T> {
    let deserializer = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
    serde_path_to_error::deserialize(deserializer).map_err(|error| invalid(&error))
}

/// Ids in the path. A text that is not an id names nothing: 404, as for an id of nobody.
pub struct Ids<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Ids<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        match axum::extract::Path::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(ids)) => Ok(Self(ids)),
            Err(_) => Err(ApiError::NotFound),
        }
    }
}

/// The revision in `If-Match`: the one that the caller has seen.
pub struct IfMatch(pub Option<Rev>);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        let Some(value) = parts.headers.get(header::IF_MATCH) else {
            return Ok(Self(None));
        };
        let text = value.to_str().unwrap_or_default().trim();
        if text == "*" {
            return Ok(Self(None));
        }
        text.strip_prefix("W/")
            .unwrap_or(text)
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .and_then(|digits| digits.parse::<u32>().ok())
            .map(|rev| Self(Some(Rev(rev.into()))))
            .ok_or_else(|| ApiError::field("If-Match", "must be the ETag that was read, such as \"3\""))
    }
}

/// The tags in `If-None-Match`: those of answers that the caller still has.
#[derive(Debug, Clone, Default)]
pub struct Known(Vec<String>);

impl Known {
    /// Whether the caller has nothing to compare with.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the caller has the answer of this tag, by the weak comparison that RFC 9110 asks for here.
    #[must_use]
    pub fn has(&self, tag: &str) -> bool {
        let opaque = |tag: &str| tag.strip_prefix("W/").unwrap_or(tag).to_owned();
        self.0.iter().any(|one| one == "*" || opaque(one) == opaque(tag))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Known {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let lists = parts.headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
        Ok(Self(lists.flat_map(|list| list.split(',')).map(|tag| tag.trim().to_owned()).collect()))
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let essence = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).and_then(|text| text.split(';').next());
    essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"))
}

/// Parses a body, naming the field that cannot be accepted.
///
/// # Errors
/// [`ApiError::InvalidJson`] where it is not JSON, [`ApiError::Invalid`] where a value is not acceptable.
pub fn parse_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    // The parser calls it a fault of the text, too, where a choice is a number or absent: then the text as such can be read.
    let is_json = || serde_json::from_slice::<serde_json::Value>(bytes).is_ok();
    let value = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| if error.inner().is_data() || is_json() { invalid(&error) } else { not_json(error.inner()) })?;
    deserializer.end().map_err(|error| not_json(&error))?;
    Ok(value)
}

fn not_json(error: &serde_json::Error) -> ApiError {
    ApiError::InvalidJson(format!("The body is not valid JSON (line {}, column {}).", error.line(), error.column()))
}

/// The field that a parser stumbled over, and its message as words for a person, without the value that was sent.
fn invalid<E: std::fmt::Display>(error: &serde_path_to_error::Error<E>) -> ApiError {
    let message = error.inner().to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let path = error.path().to_string();
    let path = if path == "." { String::new() } else { path };
    let quoted = |start: &str| message.strip_prefix(start).and_then(|rest| rest.split('`').next());
    // For a missing or unknown field the parser stands at the object that should or does hold it.
    let named = [("missing field `", "is missing"), ("unknown field `", "is not known here"), ("duplicate field `", "is given twice")]
        .into_iter()
        .find_map(|(start, problem)| Some((quoted(start)?, problem)));
    let (field, problem) = match named {
        Some((name, problem)) if path.is_empty() => (name.to_owned(), problem.to_owned()),
        Some((name, problem)) if path == name || path.ends_with(&format!(".{name}")) => (path, problem.to_owned()),
        Some((name, problem)) => (format!("{path}.{name}"), problem.to_owned()),
        None => (path, in_words(message)),
    };
    ApiError::Invalid(vec![FieldProblem { field, problem }])
}

/// A parser's message without the value, or one of our own types' messages as it is.
fn in_words(message: &str) -> String {
    let expected = message.split_once(", expected ").map(|(_, expected)| expected);
    match expected {
        Some(choice) if message.starts_with("unknown variant") => {
            let choices = choice.trim_start_matches("one of ").replace('`', "").replace(" or ", ", ");
            format!("must be one of: {choices}")
        }
        Some(kind) if kind.starts_with("struct") || kind.starts_with("a map") => "must be an object".to_owned(),
        Some("a string") => "must be text".to_owned(),
        Some("a sequence") => "must be a list".to_owned(),
        Some("a boolean") => "must be true or false".to_owned(),
        Some("u8" | "u16" | "u32" | "u64" | "i64" | "a number" | "a JSON number") => "must be a number that is possible here".to_owned(),
        Some(_) => "is not of the right kind".to_owned(),
        None if message == "expected value" => "is not of the right kind".to_owned(),
        None if message.contains("out of range") || message.contains("invalid number") => "must be a number of a usual size".to_owned(),
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn messages_are_words_without_the_value_that_was_sent() {
        assert_eq!(in_words("unknown variant `Dr Secret`, expected `male` or `female`"), "must be one of: male, female");
        assert_eq!(in_words("unknown variant `x`, expected one of `kg`, `g`, `lb`, `oz`"), "must be one of: kg, g, lb, oz");
        assert_eq!(in_words("invalid type: integer `1234567890123`, expected a string"), "must be text");
        assert_eq!(in_words("invalid value: integer `-1`, expected u8"), "must be a number that is possible here");
        assert_eq!(in_words("invalid type: string \"secret\", expected struct Raw"), "must be an object");
        assert_eq!(in_words("number out of range"), "must be a number of a usual size");
        assert_eq!(in_words("must be more than 0"), "must be more than 0");
    }
}
