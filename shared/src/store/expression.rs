//! Conditions and updates in DynamoDB's expression language.

use aws_sdk_dynamodb::types::AttributeValue;
use std::borrow::Cow;
use std::collections::HashMap;

/// What must hold of an item for a write to happen.
#[derive(Debug, Clone)]
pub enum Condition {
    /// There is no such item.
    Absent,
    /// There is one.
    Exists,
    /// The item has no such attribute. Dots reach into maps.
    Lacks(&'static str),
    /// The attribute equals the value.
    Is(&'static str, AttributeValue),
    /// The attribute is less than the value.
    Below(&'static str, AttributeValue),
    /// The attribute is more than the value.
    Above(&'static str, AttributeValue),
    /// The attribute is at most the value.
    AtMost(&'static str, AttributeValue),
    /// The attribute is one of the values.
    OneOf(&'static str, Vec<AttributeValue>),
    /// The list contains the value.
    Contains(&'static str, AttributeValue),
    /// All of these hold.
    All(Vec<Condition>),
    /// At least one of these holds.
    Any(Vec<Condition>),
}

/// Names and values of an expression, numbered as they come.
#[derive(Default)]
pub(super) struct Expression {
    names: HashMap<String, String>,
    values: HashMap<String, AttributeValue>,
}

impl Expression {
    fn name(&mut self, path: &str) -> String {
        let mut text = String::new();
        for part in path.split('.') {
            let placeholder = format!("#{part}");
            self.names.insert(placeholder.clone(), part.to_owned());
            if !text.is_empty() {
                text.push('.');
            }
            text.push_str(&placeholder);
        }
        text
    }

    fn value(&mut self, value: &AttributeValue) -> String {
        let placeholder = format!(":v{}", self.values.len());
        self.values.insert(placeholder.clone(), value.clone());
        placeholder
    }

    pub(super) fn condition(&mut self, condition: &Condition) -> String {
        match condition {
            Condition::Absent => "attribute_not_exists(pk)".to_owned(),
            Condition::Exists => "attribute_exists(pk)".to_owned(),
            Condition::Lacks(path) => format!("attribute_not_exists({})", self.name(path)),
            Condition::Is(path, value) => format!("{} = {}", self.name(path), self.value(value)),
            Condition::Below(path, value) => format!("{} < {}", self.name(path), self.value(value)),
            Condition::Above(path, value) => format!("{} > {}", self.name(path), self.value(value)),
            Condition::AtMost(path, value) => format!("{} <= {}", self.name(path), self.value(value)),
            Condition::OneOf(path, values) => {
                let name = self.name(path);
                let values: Vec<_> = values.iter().map(|value| self.value(value)).collect();
                format!("{name} IN ({})", values.join(", "))
            }
            Condition::Contains(path, value) => format!("contains({}, {})", self.name(path), self.value(value)),
            Condition::All(all) => self.joined(all, " AND "),
            Condition::Any(any) => self.joined(any, " OR "),
        }
    }

    fn joined(&mut self, conditions: &[Condition], by: &str) -> String {
        // DynamoDB refuses parentheses around parentheses.
        if let [only] = conditions {
            return self.condition(only);
        }
        let parts: Vec<_> = conditions.iter().map(|condition| self.condition(condition)).collect();
        format!("({})", parts.join(by))
    }

    pub(super) fn update(
        &mut self,
        set: &[(String, AttributeValue)],
        copy: &[(&'static str, &'static str)],
        remove: &[Cow<'static, str>],
        add: &[(&'static str, i64)],
    ) -> String {
        let mut clauses = Vec::new();
        let mut parts: Vec<_> = set.iter().map(|(name, value)| format!("{} = {}", self.name(name), self.value(value))).collect();
        parts.extend(copy.iter().map(|(from, to)| format!("{} = {}", self.name(to), self.name(from))));
        if !parts.is_empty() {
            clauses.push(format!("SET {}", parts.join(", ")));
        }
        if !remove.is_empty() {
            let parts: Vec<_> = remove.iter().map(|name| self.name(name)).collect();
            clauses.push(format!("REMOVE {}", parts.join(", ")));
        }
        if !add.is_empty() {
            let parts: Vec<_> = add
                .iter()
                .map(|(name, amount)| format!("{} {}", self.name(name), self.value(&AttributeValue::N(amount.to_string()))))
                .collect();
            clauses.push(format!("ADD {}", parts.join(", ")));
        }
        clauses.join(" ")
    }

    pub(super) fn names(&self) -> Option<HashMap<String, String>> {
        (!self.names.is_empty()).then(|| self.names.clone())
    }

    pub(super) fn values(&self) -> Option<HashMap<String, AttributeValue>> {
        (!self.values.is_empty()).then(|| self.values.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::Condition::{All, Any, Exists, Lacks};
    use super::*;

    #[test]
    fn conditions_are_put_in_parentheses_once() {
        let nested = All(vec![All(vec![Any(vec![Exists, Lacks("a.b")])])]);
        assert_eq!(Expression::default().condition(&nested), "(attribute_exists(pk) OR attribute_not_exists(#a.#b))");
        assert_eq!(Expression::default().condition(&All(vec![Exists])), "attribute_exists(pk)");
    }
}
