//! Vaccines by their code in the CDC's CVX code set.

use serde::{Deserialize, Deserializer, Serialize, de};
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

/// A code of the CVX code set: two or three digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Cvx(String);

impl<'de> Deserialize<'de> for Cvx {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let fits = (2..=3).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
        if fits { Ok(Self(text)) } else { Err(de::Error::custom("must be a CVX code such as 03")) }
    }
}

impl utoipa::PartialSchema for Cvx {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[0-9]{2,3}$")).examples(["03"]).into()
    }
}

impl utoipa::ToSchema for Cvx {}
