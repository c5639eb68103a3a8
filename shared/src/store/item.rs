//! Items and the Rust values in them.
//!
//! The way goes over JSON values, since those carry decimals by their digits and DynamoDB numbers do too;
//! a decimal is at no point a binary float. Absent values are not stored.

use aws_sdk_dynamodb::types::AttributeValue;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};
use std::collections::HashMap;
use std::str::FromStr as _;

use crate::error::{ApiError, Context as _, Result};

/// An item of the table.
pub type Item = HashMap<String, AttributeValue>;

/// The largest item that is kept, in bytes as DynamoDB counts them (about).
pub const MAX_ITEM_BYTES: usize = 64 * 1024;

/// The attributes of a value that serialises as an object.
///
/// # Errors
/// [`ApiError::TooLarge`] beyond [`MAX_ITEM_BYTES`].
pub fn to_item(value: &impl Serialize) -> Result<Item> {
    let Value::Object(object) = serde_json::to_value(value).context("writing an item")? else {
        return None.context("an item is an object");
    };
    let item = attributes(object);
    if size(&item) > MAX_ITEM_BYTES { Err(ApiError::TooLarge) } else { Ok(item) }
}

/// One attribute of any serialisable value.
///
/// # Errors
/// The value cannot be serialised.
pub fn attribute(value: &impl Serialize) -> Result<AttributeValue> {
    let json = serde_json::to_value(value).context("writing an attribute")?;
    Ok(to_attribute(json).unwrap_or(AttributeValue::Null(true)))
}

/// The value that an item holds. Keys and whatever the type does not know are passed over.
///
/// # Errors
/// The item is not of this type.
pub fn read_item<T: DeserializeOwned>(item: Item) -> Result<T> {
    let json = Value::Object(item.into_iter().filter_map(|(k, v)| Some((k, to_json(v)?))).collect());
    // Where it does not fit may be logged; what stands there may not.
    serde_path_to_error::deserialize(json).map_err(|error| error.path().to_string()).context("reading an item, at")
}

fn attributes(object: Map<String, Value>) -> Item {
    object.into_iter().filter_map(|(name, value)| Some((name, to_attribute(value)?))).collect()
}

fn to_attribute(value: Value) -> Option<AttributeValue> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(flag) => AttributeValue::Bool(flag),
        Value::Number(number) => AttributeValue::N(number.to_string()),
        Value::String(text) => AttributeValue::S(text),
        Value::Array(values) => AttributeValue::L(values.into_iter().filter_map(to_attribute).collect()),
        Value::Object(object) => AttributeValue::M(attributes(object)),
    })
}

fn to_json(value: AttributeValue) -> Option<Value> {
    Some(match value {
        AttributeValue::Bool(flag) => Value::Bool(flag),
        AttributeValue::N(digits) => Value::Number(Number::from_str(&digits).ok()?),
        AttributeValue::S(text) => Value::String(text),
        AttributeValue::L(values) => Value::Array(values.into_iter().filter_map(to_json).collect()),
        AttributeValue::M(map) => Value::Object(map.into_iter().filter_map(|(k, v)| Some((k, to_json(v)?))).collect()),
        // Sets and bytes are not written by this file, and `None` is how absent values are read.
        _ => return None,
    })
}

/// Bytes of an item: names, texts and digits; close enough to DynamoDB's count to bound it.
pub(super) fn size(item: &Item) -> usize {
    fn value_size(value: &AttributeValue) -> usize {
        match value {
            AttributeValue::S(text) | AttributeValue::N(text) => text.len(),
            AttributeValue::L(values) => 3 + values.iter().map(|value| 1 + value_size(value)).sum::<usize>(),
            AttributeValue::M(map) => 3 + map.iter().map(|(name, value)| 1 + name.len() + value_size(value)).sum::<usize>(),
            _ => 1,
        }
    }
    item.iter().map(|(name, value)| name.len() + value_size(value)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn decimals_survive_by_their_digits() {
        let text = r#"{"value":0.1000000000000000055511151231257827,"list":[1,"a",{"b":true}],"gone":null}"#;
        let json: Value = serde_json::from_str(text).unwrap();
        let item = to_item(&json).unwrap();
        assert_eq!(item["value"], AttributeValue::N("0.1000000000000000055511151231257827".to_owned()));
        assert!(!item.contains_key("gone"));
        let back: Value = read_item(item).unwrap();
        assert_eq!(back["value"].to_string(), "0.1000000000000000055511151231257827");
        assert_eq!(back["list"], json!([1, "a", {"b": true}]));
    }

    #[test]
    fn an_item_over_the_limit_is_refused() {
        let fits = json!({"t": "x".repeat(MAX_ITEM_BYTES - 1)});
        assert!(to_item(&fits).is_ok());
        let over = json!({"t": "x".repeat(MAX_ITEM_BYTES)});
        assert!(matches!(to_item(&over), Err(ApiError::TooLarge)));
    }
}
