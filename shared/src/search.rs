//! Text as it is searched for: without case and accents.

use crate::text::{Tag, fold};

/// The text in lower case and without accents, words parted by one space: "Über  Ängste" becomes "uber angste".
#[must_use]
pub fn normalised(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a record can be found by.
#[derive(Debug, Default)]
pub struct Texts {
    words: Vec<String>,
    tags: Vec<String>,
}

impl Texts {
    /// Adds a text.
    pub fn text(&mut self, text: &impl AsRef<str>) -> &mut Self {
        self.words.push(normalised(text.as_ref()));
        self
    }

    /// Adds a text where there is one.
    pub fn add(&mut self, text: &Option<impl AsRef<str>>) -> &mut Self {
        if let Some(text) = text {
            self.text(text);
        }
        self
    }

    /// Adds the record's tags, which are also found as tags.
    pub fn tags(&mut self, tags: &[Tag]) -> &mut Self {
        for tag in tags {
            self.text(tag);
            self.tags.push(normalised(tag.as_ref()));
        }
        self
    }

    /// All texts, one in a line, and the tags; both normalised.
    #[must_use]
    pub fn into_parts(self) -> (String, Vec<String>) {
        (self.words.join("\n"), self.tags)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_matter() {
        for (typed, found) in
            [("  Über\tÄngste ", "uber angste"), ("Straße", "strasse"), ("Fièvre ÉLEVÉE", "fievre elevee"), ("Niño", "nino")]
        {
            assert_eq!(normalised(typed), found);
        }
    }
}
