//! A person with an account: profile and preferences. No secret is kept here.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

use crate::base64;
use crate::error::Result;
use crate::id::{FamilyId, UserId};
use crate::store::{Item, read_item};
use crate::text::{Email, Line, Name};

/// The role of a person in the instance. It gives no access to a family's record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = InstanceRole)]
pub enum Role {
    /// Keeps their families' records.
    User,
    /// Also manages users, families and settings of the instance.
    Admin,
}

/// A person's profile as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Always `PROFILE`.
    pub kind: String,
    /// Version of this layout.
    pub schema: u32,
    /// Counts the changes.
    pub rev: u64,
    /// Whose profile.
    pub id: UserId,
    /// Sign-in name, unique in the instance.
    pub email: Email,
    /// Whether the person has shown that the address is theirs.
    pub email_verified: bool,
    /// What others see.
    pub name: Name,
    /// Role in the instance.
    pub role: Role,
    /// How the person likes things shown.
    pub preferences: Preferences,
    /// Raised to end all access tokens of the person at once.
    pub token_version: u32,
    /// How many families the person is in.
    pub family_count: u32,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
    /// Set while an admin has disabled the account.
    #[serde(default)]
    pub disabled_at: Option<DateTime<Utc>>,
    /// When the person signed in last.
    #[serde(default)]
    pub last_sign_in_at: Option<DateTime<Utc>>,
    /// When the password or the email was changed; links and codes from before that are void.
    #[serde(default)]
    pub credentials_changed_at: Option<DateTime<Utc>>,
    /// How far the person has come with the first steps.
    #[serde(default)]
    pub onboarding: Onboarding,
    /// Whether a code is asked for beside the password.
    #[serde(default)]
    pub second_factor: bool,
}

impl Profile {
    /// Whether an access token of this version still stands for the person.
    #[must_use]
    pub fn accepts(&self, token_version: u32) -> bool {
        self.token_version == token_version && self.disabled_at.is_none()
    }

    /// Whether the person is an admin who can sign in.
    #[must_use]
    pub fn is_active_admin(&self) -> bool {
        self.role == Role::Admin && self.disabled_at.is_none()
    }
}

/// A person as they see themselves.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct User {
    id: UserId,
    email: Email,
    email_verified: bool,
    #[schema(value_type = String)]
    name: Name,
    role: Role,
    preferences: Preferences,
    onboarding: Onboarding,
    /// Whether a code is asked for beside the password.
    second_factor: bool,
    /// The families that the person belongs to, oldest first.
    family_ids: Vec<FamilyId>,
    created_at: DateTime<Utc>,
    last_sign_in_at: Option<DateTime<Utc>>,
    rev: u64,
}

impl User {
    /// The person of this profile in these families.
    #[must_use]
    pub fn new(profile: Profile, family_ids: Vec<FamilyId>) -> Self {
        let Profile {
            id, email, email_verified, name, role, preferences, onboarding, second_factor, created_at, last_sign_in_at, rev, ..
        } = profile;
        Self { id, email, email_verified, name, role, preferences, onboarding, second_factor, family_ids, created_at, last_sign_in_at, rev }
    }

    /// Counts the changes of the profile.
    #[must_use]
    pub fn rev(&self) -> u64 {
        self.rev
    }
}

/// The key under which an email's credentials are found; the address itself stands in no key.
#[must_use]
pub fn email_hash(email: &Email) -> String {
    base64::encode(ring::digest::digest(&ring::digest::SHA256, email.as_ref().as_bytes()))
}

/// Sorts the items of a person's partition into the profile and the families.
///
/// # Errors
/// An item cannot be read.
pub fn read_person(items: Vec<Item>) -> Result<(Option<Profile>, Vec<FamilyId>)> {
    let mut profile = None;
    let mut families = Vec::new();
    for item in items {
        let sk = item.get("sk").and_then(|sk| sk.as_s().ok()).cloned().unwrap_or_default();
        if sk == "PROFILE" {
            profile = Some(read_item(item)?);
        } else if let Some(family) = sk.strip_prefix("FAMILY#").and_then(|id| id.parse().ok()) {
            families.push(family);
        }
    }
    Ok((profile, families))
}

/// How far a person has come with the first steps; the app keeps it here so that it is the same on every device.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "hidden": false, "done": ["family", "child"] }))]
pub struct Onboarding {
    /// Whether the person has put the first steps away.
    pub hidden: bool,
    /// The steps that are done or passed over.
    pub done: BTreeSet<OnboardingStep>,
}

/// How a person likes things shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "theme": "system", "units": { "weight": "kg", "length": "cm", "temperature": "c" }, "date_format": "dmy", "time_format": "h24",
    "first_weekday": "monday", "time_zone": "Europe/Berlin", "language": "de"
}))]
pub struct Preferences {
    /// Colours.
    pub theme: Theme,
    /// Units that fields start with.
    pub units: UnitPreferences,
    /// Order of day, month and year.
    pub date_format: DateFormat,
    /// Clock of 12 or 24 hours.
    pub time_format: TimeFormat,
    /// First day of a week.
    pub first_weekday: Weekday,
    /// Name of the time zone as the browser gives it, such as `Europe/Berlin`; kept for the app and not interpreted here.
    #[schema(value_type = Option<String>, max_length = 64)]
    pub time_zone: Option<Line<64>>,
    /// Language of the app.
    pub language: Language,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            units: UnitPreferences { weight: WeightPreference::Kg, length: LengthPreference::Cm, temperature: TemperaturePreference::C },
            date_format: DateFormat::Iso,
            time_format: TimeFormat::H24,
            first_weekday: Weekday::Monday,
            time_zone: None,
            language: Language::En,
        }
    }
}

/// Units that fields start with; each field can be switched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitPreferences {
    /// Weight.
    pub weight: WeightPreference,
    /// Lengths.
    pub length: LengthPreference,
    /// Body temperature.
    pub temperature: TemperaturePreference,
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }
    )*};
}

/// One of the first steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnboardingStep {
    /// Show that the email is one's own.
    Email,
    /// Make or join a family.
    Family,
    /// Enter a child.
    Child,
    /// Enter a first measurement.
    Measurement,
    /// Invite somebody.
    Invite,
    /// Choose units and formats.
    Preferences,
}

choices! {
    /// Colours of the app.
    Theme {
        /// Dark on light.
        Light,
        /// Light on dark.
        Dark,
        /// As the device.
        System,
    }
    /// Units of weight.
    WeightPreference {
        /// Kilograms.
        Kg,
        /// Pounds and ounces.
        Lb,
    }
    /// Units of length.
    LengthPreference {
        /// Centimetres.
        Cm,
        /// Inches.
        In,
    }
    /// Units of body temperature.
    TemperaturePreference {
        /// Celsius.
        C,
        /// Fahrenheit.
        F,
    }
    /// How dates are written.
    DateFormat {
        /// 2025-02-10
        Iso,
        /// 10.02.2025
        Dmy,
        /// 02/10/2025
        Mdy,
    }
    /// How times are written.
    TimeFormat {
        /// 18:30
        H24,
        /// 6:30 pm
        H12,
    }
    /// First day of a week.
    Weekday {
        /// Monday.
        Monday,
        /// Sunday.
        Sunday,
        /// Saturday.
        Saturday,
    }
    /// Languages of the app.
    Language {
        /// English.
        En,
        /// Spanish.
        Es,
        /// German.
        De,
    }
}
