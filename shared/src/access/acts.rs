//! The family's own entries in its history: the family, its members, its invitations.
//!
//! They have the layout of a record's history, without a child. No secret and no address of a person is in them.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use super::store::Member;
use super::writes::{History, HistoryAction, Part};
use crate::error::Result;
use crate::id::{FamilyId, InviteId, UserId};
use crate::record::Rev;
use crate::store::Condition::Absent;
use crate::store::{Key, Write, to_item};

/// What an entry is about.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject<'a> {
    /// The family itself.
    Family,
    /// Somebody's membership.
    Member(&'a Member),
    /// An invitation.
    Invite(InviteId),
}

/// Who did it in which family, and when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Act {
    pub(super) family: FamilyId,
    pub(super) by: UserId,
    pub(super) at: DateTime<Utc>,
}

impl Act {
    /// The write of an entry, to be committed with the change it tells of.
    pub(super) fn entry<D: Serialize>(
        self,
        subject: Subject<'_>,
        rev: Rev,
        action: HistoryAction,
        details: Option<&D>,
    ) -> Result<Write<Part>> {
        let (record_kind, record_id) = match subject {
            Subject::Family => ("FAMILY", self.family.to_string()),
            Subject::Member(member) => ("MEMBER", member.user_id.to_string()),
            Subject::Invite(invite) => ("INVITE", invite.to_string()),
        };
        // Somebody can come again, and then counts from one again: the invitation tells the two memberships apart.
        let key = match subject {
            Subject::Member(Member { invite_id: Some(invite), .. }) => format!("{record_id}#{invite}"),
            Subject::Family | Subject::Member(_) | Subject::Invite(_) => record_id.clone(),
        };
        let entry = History {
            kind: "HISTORY",
            schema: 1,
            record_kind,
            date_sk: format!("HIST#{}#{record_id}", self.at.to_rfc3339_opts(SecondsFormat::Millis, true)),
            record_id,
            child_id: None,
            family_id: self.family,
            rev,
            action,
            at: self.at,
            by: self.by,
            details,
        };
        Ok(Write::put(Part::History, Key::history(self.family, key, rev.0), to_item(&entry)?, Absent))
    }
}
