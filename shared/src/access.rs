//! Who may do what: the caller, the extractors that prove access, and the policy.
//!
//! Only [`Family`] hands out a [`FamilyStore`], and a store cannot name another family.
//! The proof of access is the membership item, read or checked in the same round trip as the data itself.

mod acts;
mod admin;
mod amend;
mod attachments;
mod audit;
mod avatars;
mod bulk;
mod changes;
mod closing;
mod cursor;
mod families;
mod family;
mod gathered;
mod history;
mod home;
mod invite_token;
mod invites;
mod jobs;
mod linked;
mod lists;
mod members;
mod paging;
mod plan;
mod policy;
mod reads;
mod search;
mod store;
mod timeline;
mod trash;
mod walk;
mod writes;

pub use admin::{Admin, one_admin_fewer, one_admin_more};
pub(crate) use audit::Readers;
pub use audit::{AuditEntry, ReadEntry};
pub use avatars::AwaitedAvatar;
pub use bulk::{BulkRecord, ChildHome, Fate, Filed, Imported, Stamps, Undone};
pub use changes::Changes;
pub use closing::{Closing, closing, leave_all};
pub(crate) use families::KeptFamily;
pub use families::{FamilyDetails, FamilyView, found_family};
pub use family::{Families, Family};
pub use history::{FieldChange, HistoryEntry};
pub use home::{Home, LastAndNext, Overview};
pub use invite_token::InviteToken;
pub use invites::{Invite, InviteDetails, InvitePreview, NewInvite, accept_invite, preview_invite};
pub use jobs::{Held, Resting, Waiting, nothing_to_do, resting, take_job, waiting_jobs};
pub use linked::Linked;
pub use lists::ListParams;
pub use members::{FamilyMember, MemberDetails, leave_family};
pub use paging::PageParams;
pub(crate) use plan::{DERIVED, index_keys, trash_key};
pub use plan::{LinkedChange, RecordChange};
pub use policy::{Access, Action, Change, Edit, FamilyRole, Manage, View};
pub use search::{Search, SearchPage};
pub use store::{FamilyStore, Member};
pub use timeline::TimelineParams;
pub use trash::Trashed;
pub use writes::{HistoryAction, Saved};

use axum::extract::FromRequestParts;
use axum::http::{header, request::Parts};

use crate::error::{ApiError, Result};
use crate::id::{FamilyId, SessionId, UserId};
use crate::state::AppState;
use crate::store::{Item, Key, ListQuery, attribute};
use crate::token;
use crate::user::{Profile, Role, read_person};

/// The person behind a valid access token. What it says of families is a hint and proves nothing.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The person.
    pub user: UserId,
    /// The session that the token came from.
    pub session: SessionId,
    /// The version that the person's profile must still have.
    pub token_version: u32,
    /// Where to look first.
    pub families: Vec<FamilyId>,
    /// Role in the instance.
    pub role: Role,
}

impl FromRequestParts<AppState> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self> {
        let header = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).ok_or(ApiError::NotSignedIn)?;
        let (scheme, bearer) = header.split_once(' ').ok_or(ApiError::NotSignedIn)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(ApiError::NotSignedIn);
        }
        let claims = token::verify(bearer.trim(), &state.keys, state.now()).await?;
        Ok(Self { user: claims.sub, session: claims.sid, token_version: claims.tv, families: claims.fam, role: claims.role })
    }
}

/// The signed-in person on a route that concerns no family: their profile is the live proof.
pub struct Me {
    /// Who calls.
    pub caller: Caller,
    state: AppState,
}

impl FromRequestParts<AppState> for Me {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self> {
        Ok(Self { caller: Caller::from_request_parts(parts, state).await?, state: state.clone() })
    }
}

impl Me {
    /// The person's live profile and families.
    ///
    /// # Errors
    /// [`ApiError::SessionEnded`] once the token stands for the person no longer.
    pub async fn read(&self) -> Result<(Profile, Vec<FamilyId>)> {
        let (items, _) = self.state.store.query(&ListQuery::partition(Key::person(self.caller.user))).await?;
        let (profile, families) = read_person(items)?;
        let profile = profile.filter(|profile| profile.accepts(self.caller.token_version)).ok_or(ApiError::SessionEnded)?;
        Ok((profile, families))
    }

    /// Runs reads beside the check that the token still stands, in one round trip.
    ///
    /// # Errors
    /// As [`read`](Self::read), or what the reads say.
    pub async fn beside<T>(&self, reads: impl Future<Output = Result<T>>) -> Result<T> {
        let (proof, read) = tokio::join!(self.state.store.get(Key::profile(self.caller.user)), reads);
        proven(proof?, &self.caller)?;
        read
    }

    /// Why a write that adds a family to the profile did not hold, told from the profile that stood there.
    fn full(&self, there: Option<Item>) -> ApiError {
        match there.map(crate::store::read_item::<Profile>) {
            Some(Ok(profile)) if profile.accepts(self.caller.token_version) => ApiError::TooManyFamilies,
            Some(Err(error)) => error,
            Some(Ok(_)) | None => ApiError::SessionEnded,
        }
    }

    /// Whether the token still stands for the person of this profile, as it was found when a write was refused.
    #[must_use]
    pub fn stands(&self, profile: &Item) -> bool {
        proven(Some(profile.clone()), &self.caller).is_ok()
    }

    /// What a write's transaction demands of the caller's profile.
    #[must_use]
    pub fn condition(&self) -> crate::store::Condition {
        profile_condition(&self.caller)
    }
}

/// The profile read, if the token still stands for the person.
fn proven(item: Option<Item>, caller: &Caller) -> Result<Profile> {
    let profile: Option<Profile> = item.map(crate::store::read_item).transpose()?;
    profile.filter(|profile| profile.accepts(caller.token_version)).ok_or(ApiError::SessionEnded)
}

fn profile_condition(caller: &Caller) -> crate::store::Condition {
    use crate::store::Condition::{All, Is, Lacks};
    let version = aws_sdk_dynamodb::types::AttributeValue::N(caller.token_version.to_string());
    All(vec![Is("token_version", version), Lacks("disabled_at")])
}

/// A string attribute of anything that has a text form.
fn text(value: impl std::fmt::Display) -> aws_sdk_dynamodb::types::AttributeValue {
    aws_sdk_dynamodb::types::AttributeValue::S(value.to_string())
}

fn value(value: &impl serde::Serialize) -> Result<aws_sdk_dynamodb::types::AttributeValue> {
    attribute(value)
}
