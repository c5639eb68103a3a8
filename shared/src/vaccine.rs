//! Vaccines by their code in the CDC's CVX code set, and the products that a family picks from.

use serde::{Deserialize, Deserializer, Serialize, de};
use utoipa::ToSchema;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

include!(concat!(env!("OUT_DIR"), "/vaccine_tables.rs"));

/// A code of the CVX code set: two or three digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Cvx(String);

/// A vaccine (or an antibody that is given like one) as a family picks it, in the project's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct VaccineProduct {
    /// Its code in the CVX code set.
    #[schema(example = "03", pattern = "^[0-9]{2,3}$")]
    pub cvx: &'static str,
    /// What to call it.
    #[schema(example = "Chickenpox")]
    pub name: &'static str,
    /// What it protects against.
    #[schema(value_type = Vec<String>)]
    pub diseases: &'static [&'static str],
    /// Whether it joins what is also given apart.
    pub combined: bool,
    /// When it is given.
    pub usual: Usual,
}

/// When a vaccine is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Usual {
    /// To all children of an age, in the US or in a country of Europe.
    Routine,
    /// Before a journey, or where the illness is at home.
    Travel,
    /// To some children, for a reason of their own; or not any more.
    Special,
}

/// The products to pick from: what children get today in the US and in Europe, and what stands in older vaccination records.
#[must_use]
pub fn pick_list() -> &'static [VaccineProduct] {
    &PICK_LIST
}

impl TryFrom<&str> for Cvx {
    type Error = &'static str;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        // One code has one spelling: two digits below 100.
        let known = text.parse::<u16>().ok().filter(|code| format!("{code:02}") == text && CVX_CODES.binary_search(code).is_ok());
        known.map(|_| Self(text.to_owned())).ok_or("must be a code of the CVX code set, such as 03")
    }
}

impl<'de> Deserialize<'de> for Cvx {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(String::deserialize(deserializer)?.as_str()).map_err(de::Error::custom)
    }
}

impl utoipa::PartialSchema for Cvx {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[0-9]{2,3}$")).examples(["03"]).into()
    }
}

impl utoipa::ToSchema for Cvx {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The fields of one line of the published table.
    fn fields(line: &str) -> Vec<String> {
        let (mut fields, mut quoted) = (vec![String::new()], false);
        for character in line.chars() {
            match character {
                '"' => quoted = !quoted,
                ',' if !quoted => fields.push(String::new()),
                other => fields.last_mut().unwrap().push(other),
            }
        }
        fields
    }

    #[test]
    fn every_product_has_a_known_code_and_a_name_of_our_own() {
        let table: Vec<_> = include_str!("../reference/vaccines/cvx_codes.csv").lines().skip(1).map(fields).collect();
        let theirs: BTreeSet<_> = table.iter().flat_map(|row| [row[1].to_lowercase(), row[2].to_lowercase()]).collect();
        assert!((60..=100).contains(&pick_list().len()));
        for product in pick_list() {
            let row = table.iter().find(|row| row[0] == product.cvx).unwrap_or_else(|| panic!("{} is no code", product.cvx));
            assert!(row[4] == "false" || product.name.contains("antibody"), "{}", product.name);
            assert!(!theirs.contains(&product.name.to_lowercase()), "{}", product.name);
            assert!(product.diseases.iter().all(|disease| !disease.is_empty()) && !product.diseases.is_empty());
            assert_eq!(product.combined, product.diseases.len() > 1, "{}", product.name);
        }
        let distinct = |part: fn(&VaccineProduct) -> &str| pick_list().iter().map(part).collect::<BTreeSet<_>>().len();
        assert_eq!((distinct(|one| one.cvx), distinct(|one| one.name)), (pick_list().len(), pick_list().len()));
    }

    #[test]
    fn a_code_is_one_of_the_code_set_and_has_one_spelling() {
        assert_eq!(CVX_CODES.len(), 287);
        for good in ["03", "93", "146", "999"] {
            assert!(Cvx::try_from(good).is_ok(), "{good}");
        }
        for bad in ["3", "003", "0", "", "199", "124", "1000", "70000", "+3", " 3", "MMR"] {
            assert!(Cvx::try_from(bad).is_err(), "{bad}");
        }
    }
}
