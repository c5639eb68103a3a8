//! A child.

use chrono::Datelike as _;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::avatar::Portrait;
use super::{Details, Nothing, Record, RecordRef, Texts, at_most};
use crate::date::Date;
use crate::error::{ApiError, Result};
use crate::growth::{Sex, Subject};
use crate::id::ChildId;
use crate::quantity::{Length, Weight};
use crate::state::AppState;
use crate::text::{Line, Name, Notes};

/// Days of a pregnancy that ends on the due date.
const TERM_DAYS: i64 = 280;

/// A child of a family.
pub type Child = Record<ChildDetails>;

/// What is known of a child.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Emil", "date_of_birth": "2025-02-10", "sex": "male", "gestation": { "weeks": 39, "days": 2 },
    "birth_weight": { "value": 3.42, "unit": "kg" }, "blood_type": "a_positive", "allergies": ["Penicillin"]
}))]
pub struct ChildDetails {
    /// First name, or what the family calls the child.
    #[schema(value_type = String, min_length = 1, max_length = 100)]
    pub name: Name,
    /// Day of birth, a calendar date.
    #[schema(value_type = String, format = Date)]
    pub date_of_birth: Date,
    /// Sex at birth: growth references differ by it.
    pub sex: Sex,
    /// Length of the pregnancy at birth. Either this or `due_date`.
    pub gestation: Option<Gestation>,
    /// The day that the child was due. Either this or `gestation`.
    #[schema(value_type = Option<String>, format = Date)]
    pub due_date: Option<Date>,
    /// Weight at birth.
    pub birth_weight: Option<Weight>,
    /// Length at birth.
    pub birth_length: Option<Length>,
    /// Head circumference at birth.
    pub birth_head_circumference: Option<Length>,
    /// Blood group with Rhesus factor.
    pub blood_type: Option<BloodType>,
    /// What the child is allergic to, in the family's words.
    #[serde(default)]
    #[schema(value_type = Vec<String>, max_items = 50)]
    pub allergies: Vec<Line<100>>,
    /// Anything else.
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub notes: Option<Notes>,
    /// Kept, but out of the way.
    #[serde(default)]
    pub archived: bool,
}

/// Completed weeks and days of pregnancy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Gestation {
    /// Completed weeks, 20 to 44.
    #[schema(minimum = 20, maximum = 44)]
    pub weeks: u8,
    /// Days beyond them, 0 to 6.
    #[schema(minimum = 0, maximum = 6)]
    pub days: u8,
}

/// Blood group with Rhesus factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it all")]
pub enum BloodType {
    APositive,
    ANegative,
    BPositive,
    BNegative,
    AbPositive,
    AbNegative,
    OPositive,
    ONegative,
}

impl Details for ChildDetails {
    type Id = ChildId;
    type Computed = Nothing;
    type Beside = Portrait;
    const KIND: &'static str = "CHILD";
    const NAME: &'static str = "Child";
    const SCHEMA: u32 = 2;

    fn date(&self) -> Option<Date> {
        None
    }

    fn types(&self) -> Vec<&'static str> {
        Vec::new()
    }

    fn is_open(&self) -> bool {
        false
    }

    fn links(&self) -> Vec<RecordRef> {
        Vec::new()
    }

    fn texts(&self, texts: &mut Texts) {
        texts.text(&self.name).add(&self.notes);
        for allergy in &self.allergies {
            texts.text(allergy);
        }
    }

    fn check(&self, state: &AppState) -> Result<()> {
        let born = self.date_of_birth.day();
        if born > state.latest_today() {
            return Err(ApiError::field("date_of_birth", "must not be in the future"));
        }
        if self.gestation.is_some() && self.due_date.is_some() {
            return Err(ApiError::field("due_date", "give either the due date or the weeks of pregnancy, not both"));
        }
        if let Some(gestation) = self.gestation {
            if !(20..=44).contains(&gestation.weeks) {
                return Err(ApiError::field("gestation.weeks", "must be 20 to 44 weeks"));
            }
            if gestation.days > 6 {
                return Err(ApiError::field("gestation.days", "must be 0 to 6 days"));
            }
        }
        if let Some(due) = self.due_date {
            // Born at 20 to 44 weeks means due 140 days after birth at the most, and 34 days before at the most.
            if !(-34..=140).contains(&(due.day() - born).num_days()) {
                return Err(ApiError::field("due_date", format!("does not fit a birth in {}", born.year())));
            }
        }
        at_most("allergies", self.allergies.len(), 50)
    }

    fn computed(&self) -> Nothing {
        Nothing {}
    }
}

impl ChildDetails {
    /// Days of pregnancy at birth, where known.
    #[must_use]
    pub fn gestation_days(&self) -> Option<u16> {
        let counted = self.gestation.map(|gestation| i64::from(gestation.weeks) * 7 + i64::from(gestation.days));
        let from_due_date = self.due_date.map(|due| TERM_DAYS - (due.day() - self.date_of_birth.day()).num_days());
        counted.or(from_due_date).and_then(|days| u16::try_from(days).ok())
    }

    /// The child as growth references see it.
    #[must_use]
    pub fn subject(&self) -> Subject {
        Subject { sex: self.sex, date_of_birth: self.date_of_birth.day(), gestation_days: self.gestation_days() }
    }
}
