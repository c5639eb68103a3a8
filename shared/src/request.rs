//! What comes in: bodies, query parameters and the revision that the caller has seen.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::{HeaderMap, header, request::Parts};
use serde::de::DeserializeOwned;

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
        // The limit is set as a layer; a body that cannot be read at all was too large or cut off.
        let bytes = Bytes::from_request(request, state).await.map_err(|_| ApiError::TooLarge)?;
        parse_json(&bytes).map(Self)
    }
}

/// Query parameters, parsed into a type that only holds valid values.
pub struct Params<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Params<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        let query = parts.uri.query().unwrap_or_default();
        let deserializer = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
        serde_path_to_error::deserialize(deserializer).map(Self).map_err(|error| invalid(&error))
    }
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
            .and_then(|digits| digits.parse().ok())
            .map(|rev| Self(Some(Rev(rev))))
            .ok_or_else(|| ApiError::field("If-Match", "must be the ETag that was read, such as \"3\""))
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
    let value = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| if error.inner().is_data() { invalid(&error) } else { not_json(error.inner()) })?;
    deserializer.end().map_err(|error| not_json(&error))?;
    Ok(value)
}

fn not_json(error: &serde_json::Error) -> ApiError {
    ApiError::InvalidJson(format!("The body is not valid JSON (line {}, column {}).", error.line(), error.column()))
}

/// The field that a parser stumbled over, with its message made readable.
fn invalid<E: std::fmt::Display>(error: &serde_path_to_error::Error<E>) -> ApiError {
    let message = error.inner().to_string();
    let problem = message.split(" at line ").next().unwrap_or_default().to_owned();
    let path = error.path().to_string();
    let path = if path == "." { String::new() } else { path };
    // For a missing or unknown field the parser stands at the object that should or does hold it.
    let named = ["missing field `", "unknown field `", "duplicate field `"]
        .iter()
        .find_map(|start| problem.strip_prefix(start))
        .and_then(|rest| rest.split('`').next());
    let field = match named {
        Some(name) if path.is_empty() => name.to_owned(),
        Some(name) if path == name || path.ends_with(&format!(".{name}")) => path,
        Some(name) => format!("{path}.{name}"),
        None => path,
    };
    ApiError::Invalid(vec![FieldProblem { field, problem }])
}
