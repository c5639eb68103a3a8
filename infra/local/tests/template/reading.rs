//! The template as JSON, and ways through it.

use serde_json::{Map, Value, json};
use serde_norway::Value as Yaml;

/// The template as JSON; `!Sub …` and the like become `{"Fn::Sub": …}`.
pub(crate) fn template() -> Value {
    as_json(serde_norway::from_str(include_str!("../../../../template.yaml")).unwrap_or_else(|error| panic!("template.yaml: {error}")))
}

/// YAML as JSON, in which `!Sub …` and the like are `{"Fn::Sub": …}`.
pub(crate) fn as_json(yaml: Yaml) -> Value {
    match yaml {
        Yaml::Null => Value::Null,
        Yaml::Bool(value) => json!(value),
        Yaml::Number(number) => number.as_i64().map_or_else(|| json!(number.as_f64()), |whole| json!(whole)),
        Yaml::String(text) => json!(text),
        Yaml::Sequence(values) => values.into_iter().map(as_json).collect(),
        Yaml::Mapping(entries) => entries.into_iter().map(|(name, value)| (text(&as_json(name)).to_owned(), as_json(value))).collect(),
        Yaml::Tagged(tagged) => {
            let name = tagged.tag.to_string();
            let name = name.trim_start_matches('!');
            let name = if ["Ref", "Condition"].contains(&name) { name.to_owned() } else { format!("Fn::{name}") };
            json!({ name: as_json(tagged.value) })
        }
    }
}

/// The elements of a list; none where there is no list.
pub(crate) fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

pub(crate) fn one_or_more(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().map_or_else(|| std::slice::from_ref(value), Vec::as_slice).iter()
}

pub(crate) fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap_or_else(|| panic!("{value} is no object"))
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}
