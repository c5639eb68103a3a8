//! Text that people type: trimmed, bounded, free of control characters.

use serde::{Deserialize, Deserializer, Serialize, de};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

/// One line of 1 to `MAX` characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Line<const MAX: usize>(String);

/// One or more lines of 1 to `MAX` characters altogether.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Prose<const MAX: usize>(String);

/// A name of a person, family or place.
pub type Name = Line<100>;
/// A word or two that groups records.
pub type Tag = Line<40>;
/// Free text about a record.
pub type Notes = Prose<5000>;

/// An email address in lower case, at most 254 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Email(String);

fn check(text: &str, max: usize, lines: bool) -> Result<String, String> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err("must not be empty".to_owned());
    }
    if trimmed.chars().count() > max {
        return Err(format!("must be at most {max} characters"));
    }
    if trimmed.chars().any(|c| c.is_control() && !(lines && matches!(c, '\n' | '\r' | '\t'))) {
        return Err("must not contain control characters".to_owned());
    }
    Ok(trimmed.to_owned())
}

impl<const MAX: usize> TryFrom<&str> for Line<MAX> {
    type Error = String;
    fn try_from(text: &str) -> Result<Self, String> {
        check(text, MAX, false).map(Self)
    }
}

impl<const MAX: usize> TryFrom<&str> for Prose<MAX> {
    type Error = String;
    fn try_from(text: &str) -> Result<Self, String> {
        check(text, MAX, true).map(Self)
    }
}

impl TryFrom<&str> for Email {
    type Error = String;
    fn try_from(text: &str) -> Result<Self, String> {
        let lower = check(text, 254, false)?.to_lowercase();
        let plain = email_address::Options::default().without_display_text().without_domain_literal().with_required_tld();
        match email_address::EmailAddress::parse_with_options(&lower, plain) {
            Ok(_) => Ok(Self(lower)),
            Err(_) => Err("must be an email address such as ana@example.org".to_owned()),
        }
    }
}

macro_rules! text {
    ($([$($generics:tt)*] $type:ty, $max:expr, $format:expr;)*) => {$(
        impl<$($generics)*> AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl<'de, $($generics)*> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::try_from(String::deserialize(deserializer)?.as_str()).map_err(de::Error::custom)
            }
        }

        impl<$($generics)*> utoipa::PartialSchema for $type {
            fn schema() -> RefOr<Schema> {
                let format: Option<utoipa::openapi::SchemaFormat> = $format;
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .min_length(Some(1))
                    .max_length(Some($max))
                    .format(format)
                    .into()
            }
        }
    )*};
}

text! {
    [const MAX: usize] Line<MAX>, MAX, None;
    [const MAX: usize] Prose<MAX>, MAX, None;
    [] Email, 254, Some(utoipa::openapi::SchemaFormat::KnownFormat(utoipa::openapi::KnownFormat::Email));
}

impl utoipa::ToSchema for Email {}
impl<const MAX: usize> utoipa::ToSchema for Line<MAX> {}
impl<const MAX: usize> utoipa::ToSchema for Prose<MAX> {}

/// Text as it is compared in a search: without accents, upper and lower case alike.
#[must_use]
pub fn fold(text: &str) -> String {
    // By way of upper case, since "ß" and "ς" have a lower case of their own.
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_matter_in_a_search() {
        for (one, other) in [("José Ñandú", "JOSE NANDU"), ("Weiß", "weiss"), ("Zo\u{eb}", "zoe\u{308}"), ("ΝΊΚΟΣ", "νίκος"), ("ﬁn", "FIN")]
        {
            assert_eq!(fold(one), fold(other));
        }
        assert_ne!(fold("ana"), fold("anna"));
    }

    #[test]
    fn text_is_trimmed_and_bounded() {
        assert_eq!(Line::<3>::try_from(" äöü ").unwrap().as_ref(), "äöü");
        for bad in ["", "   ", "abcd", "a\u{0}", "a\nb", "\u{9b}"] {
            assert!(Line::<3>::try_from(bad).is_err(), "{bad:?}");
        }
        assert_eq!(Prose::<5>::try_from("a\nb\tc").unwrap().as_ref(), "a\nb\tc");
        assert!(Prose::<5>::try_from("a\u{0}b").is_err());
    }

    #[test]
    fn an_email_is_lower_case_and_plain() {
        assert_eq!(Email::try_from(" Ana@Example.ORG ").unwrap().as_ref(), "ana@example.org");
        for bad in ["ana", "ana@", "@example.org", "Ana <ana@example.org>", "ana@localhost", "ana@[127.0.0.1]", "a b@example.org"] {
            assert!(Email::try_from(bad).is_err(), "{bad}");
        }
    }
}
