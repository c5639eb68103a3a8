//! The list parameters with one more: the record that attachments belong to.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::Deserialize;
use trajectory::access::ListParams;
use trajectory::error::{ApiError, Result};
use trajectory::record::RecordRef;
use trajectory::request::parse_query;
use utoipa::IntoParams;

/// What the list of a child's attachments takes besides what every list takes.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RecordParam {
    /// Only what belongs to this record.
    #[param(value_type = Option<String>)]
    record: Option<RecordRef>,
}

/// The parameters of the list of a child's attachments.
pub(crate) struct OfRecord {
    pub(crate) record: Option<RecordRef>,
    pub(crate) list: ListParams,
}

impl<S: Send + Sync> FromRequestParts<S> for OfRecord {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        let query = parts.uri.query().unwrap_or_default();
        let RecordParam { record } = parse_query(query)?;
        // Unknown parameters are refused by the list's own, and this one is not theirs.
        let others = query.split('&').filter(|pair| pair.split('=').next() != Some("record")).collect::<Vec<_>>().join("&");
        Ok(Self { record, list: parse_query(&others)? })
    }
}
