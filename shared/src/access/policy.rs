//! The policy: what each role may do in a family. One `match`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person's role in one family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FamilyRole {
    /// Keeps the record and decides who belongs to the family.
    Owner,
    /// Keeps the record.
    Parent,
    /// Reads the record.
    Viewer,
}

/// What is done to a family's record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Read it.
    View,
    /// Enter, change and delete children and records.
    Edit,
    /// Rename or delete the family, and decide who belongs to it.
    Manage,
}

impl FamilyRole {
    /// All roles.
    pub const ALL: [Self; 3] = [Self::Owner, Self::Parent, Self::Viewer];

    /// Whether the role allows the action.
    #[must_use]
    pub fn allows(self, action: Action) -> bool {
        match (self, action) {
            (Self::Owner, Action::View | Action::Edit | Action::Manage)
            | (Self::Parent, Action::View | Action::Edit)
            | (Self::Viewer, Action::View) => true,
            (Self::Parent, Action::Manage) | (Self::Viewer, Action::Edit | Action::Manage) => false,
        }
    }
}

/// An action as a type, so that a handler's signature says what it needs.
pub trait Access: Send + Sync + 'static {
    /// The action.
    const ACTION: Action;
}

/// An action that may write.
pub trait Change: Access {}

/// Reads.
pub struct View;
/// Writes records.
pub struct Edit;
/// Decides about the family itself.
pub struct Manage;

impl Access for View {
    const ACTION: Action = Action::View;
}
impl Access for Edit {
    const ACTION: Action = Action::Edit;
}
impl Access for Manage {
    const ACTION: Action = Action::Manage;
}
impl Change for Edit {}
impl Change for Manage {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    #[test]
    fn the_policy_is_this_table() {
        let mut table = String::from("role   | view | edit | manage\n");
        for role in FamilyRole::ALL {
            let cell = |action| if role.allows(action) { "yes" } else { "no" };
            writeln!(table, "{:6} | {:4} | {:4} | {}", format!("{role:?}"), cell(Action::View), cell(Action::Edit), cell(Action::Manage))
                .unwrap();
        }
        insta::assert_snapshot!(table, @r"
        role   | view | edit | manage
        Owner  | yes  | yes  | yes
        Parent | yes  | yes  | no
        Viewer | yes  | no   | no
        ");
    }
}
