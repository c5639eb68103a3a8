//! Settings of the instance, which its admins decide.

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::answer::Revised;
use crate::error::Result;
use crate::record::Rev;
use crate::store::{Item, to_item};

/// Who may sign up. The first person of an instance always may, since somebody has to set it up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RegistrationMode {
    /// Everybody.
    #[default]
    Open,
    /// Whoever was invited into a family.
    InviteOnly,
    /// Nobody.
    Closed,
}

/// What `PUT` takes for the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "registration": "invite_only" }))]
pub struct SettingsDetails {
    /// Who may sign up.
    pub registration: RegistrationMode,
}

/// The settings as they are, or as they are where nobody has decided yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Settings {
    /// Who may sign up.
    #[serde(default)]
    #[schema(required)]
    pub registration: RegistrationMode,
    /// Counts the changes; 0 before the first.
    #[serde(default)]
    #[schema(value_type = u64, required)]
    pub rev: Rev,
}

impl Settings {
    /// The item to keep.
    ///
    /// # Errors
    /// It cannot be written as an item.
    pub fn item(self) -> Result<Item> {
        to_item(&json!({ "kind": "SETTINGS", "schema": 1, "rev": self.rev, "registration": self.registration }))
    }
}

impl Revised for Settings {
    fn rev(&self) -> Rev {
        self.rev
    }
}
