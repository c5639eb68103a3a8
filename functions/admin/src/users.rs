//! People with an account: listed, searched, looked at.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use trajectory::access::Admin;
use trajectory::answer::{Revised, Tagged};
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::id::{FamilyId, UserId};
use trajectory::limit::Limit;
use trajectory::record::{Page, Rev};
use trajectory::request::{Body, Ids, Params};
use trajectory::state::AppState;
use trajectory::store::{Directory, Item, Key, ListQuery, read_item};
use trajectory::text::{Email, Line, Name, fold};
use trajectory::user::{Profile, Role, read_person};
use utoipa::{IntoParams, ToSchema};

use crate::page::{List, PageSize, Start};

/// Searches read up to thousands of entries each.
pub(crate) const SEARCHES: Limit = Limit { name: "admin-search", attempts: 300, minutes: 10 };

/// A person with an account, as admins see them.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ManagedUser {
    pub(crate) id: UserId,
    email: Email,
    email_verified: bool,
    #[schema(value_type = String)]
    name: Name,
    pub(crate) role: Role,
    /// Whether the account is switched off.
    pub(crate) disabled: bool,
    /// Since when it is.
    disabled_at: Option<DateTime<Utc>>,
    /// Whether signing in asks for a code of an authenticator app.
    second_factor: bool,
    /// How many families the person is in.
    family_count: u32,
    created_at: DateTime<Utc>,
    /// When the person last signed in with email and password.
    last_sign_in_at: Option<DateTime<Utc>>,
    rev: u64,
}

impl From<Profile> for ManagedUser {
    fn from(profile: Profile) -> Self {
        let Profile {
            id,
            email,
            email_verified,
            name,
            role,
            second_factor,
            family_count,
            created_at,
            last_sign_in_at,
            disabled_at,
            rev,
            ..
        } = profile;
        let disabled = disabled_at.is_some();
        Self { id, email, email_verified, name, role, disabled, disabled_at, second_factor, family_count, created_at, last_sign_in_at, rev }
    }
}

impl Revised for ManagedUser {
    fn rev(&self) -> Rev {
        Rev(self.rev)
    }
}

/// A person with an account, with what can be told of them without looking into a family.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UserOverview {
    user: ManagedUser,
    /// The families that the person belongs to.
    family_ids: Vec<FamilyId>,
    /// On how many devices the person is signed in.
    session_count: usize,
    /// When one of these devices last asked for access.
    last_used_at: Option<DateTime<Utc>>,
}

impl Revised for UserOverview {
    fn rev(&self) -> Rev {
        self.user.rev()
    }
}

/// Which accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UserStatus {
    /// Those that can be used.
    Enabled,
    /// Those that are switched off.
    Disabled,
}

/// What the list of users takes.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct UserParams {
    /// How many entries at most, 1 to 100.
    #[serde(default)]
    #[param(value_type = Option<u8>, minimum = 1, maximum = 100, default = 20)]
    limit: PageSize,
    /// Where the page before ended: its `next`.
    cursor: Option<String>,
    /// Only these accounts.
    #[param(inline)]
    status: Option<UserStatus>,
    /// Only people with this role.
    #[param(inline)]
    role: Option<Role>,
}

/// A search for people. It travels in a body, since names and addresses have no place in a URL.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text": "garcia", "status": "enabled", "limit": 20 }))]
pub(crate) struct UserSearch {
    /// Words that stand in the name, the email or the id; case and accents do not matter. Each of them must be found.
    #[schema(value_type = String, min_length = 1, max_length = 100)]
    text: Line<100>,
    /// Only these accounts.
    status: Option<UserStatus>,
    /// Only people with this role.
    role: Option<Role>,
    /// How many entries at most, 1 to 100.
    #[serde(default)]
    #[schema(value_type = u8, minimum = 1, maximum = 100, default = 20)]
    limit: PageSize,
    /// Where the page before ended: its `next`.
    cursor: Option<String>,
}

/// Words that must all be found.
pub(crate) struct Words(Vec<String>);

impl Words {
    pub(crate) fn of(text: &str) -> Self {
        Self(fold(text).split_whitespace().map(str::to_owned).collect())
    }

    pub(crate) fn are_in(&self, text: &str) -> bool {
        let text = fold(text);
        self.0.iter().all(|word| text.contains(word))
    }
}

/// List people with an account, newest first.
#[utoipa::path(
    get, path = "/api/admin/users", tag = "admin", security(("access_token" = [])), params(UserParams),
    responses(
        (status = 200, description = "A page; it may be shorter than `limit` while `next` is set", body = Page<ManagedUser>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
    )
)]
pub(crate) async fn list_users(
    State(state): State<AppState>,
    admin: Admin,
    Params(params): Params<UserParams>,
) -> Result<Json<Page<ManagedUser>>> {
    let list = List::new("users", (params.status, params.role));
    let page = Start::of_all(params.limit, list.position(params.cursor.as_deref())?);
    let keep = |item| kept(item, params.status, params.role, None);
    let (_, page) = admin.beside(list.directory(&state.store, Directory::Users, page, keep)).await?;
    Ok(Json(page))
}

/// Search people with an account, newest first.
#[utoipa::path(
    post, path = "/api/admin/users/search", tag = "admin", security(("access_token" = [])), request_body = UserSearch,
    responses(
        (status = 200, description = "A page; it may be shorter than `limit` while `next` is set", body = Page<ManagedUser>),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
        (status = 429, description = "Too many searches", body = ErrorBody),
    )
)]
pub(crate) async fn search_users(
    State(state): State<AppState>,
    admin: Admin,
    Body(search): Body<UserSearch>,
) -> Result<Json<Page<ManagedUser>>> {
    let list = List::new("found users", (&search.text, search.status, search.role));
    let page = Start::of_found(search.limit, list.position(search.cursor.as_deref())?);
    let words = Words::of(search.text.as_ref());
    let keep = |item| kept(item, search.status, search.role, Some(&words));
    let caller = admin.caller.user.to_string();
    let searching = async {
        let (room, found) = tokio::join!(SEARCHES.take(&state, [&caller]), list.directory(&state.store, Directory::Users, page, keep));
        room.and(found)
    };
    let (_, page) = admin.beside(searching).await?;
    Ok(Json(page))
}

fn kept(item: Item, status: Option<UserStatus>, role: Option<Role>, words: Option<&Words>) -> Result<Option<ManagedUser>> {
    let profile: Profile = read_item(item)?;
    let right_status = match status {
        None => true,
        Some(UserStatus::Enabled) => profile.disabled_at.is_none(),
        Some(UserStatus::Disabled) => profile.disabled_at.is_some(),
    };
    let right_role = role.is_none_or(|role| role == profile.role);
    let found = || words.is_none_or(|words| words.are_in(&format!("{} {} {}", profile.name.as_ref(), profile.email.as_ref(), profile.id)));
    Ok((right_status && right_role && found()).then(|| profile.into()))
}

/// What is read of a session here.
#[derive(Deserialize)]
struct SessionTimes {
    last_used_at: DateTime<Utc>,
    /// Once the profile has another, the session has ended.
    #[serde(default = "first_version")]
    token_version: u32,
    /// Seconds since 1970.
    expires_at: i64,
}

/// For sessions from before the version was kept with them: it had never been raised then.
fn first_version() -> u32 {
    1
}

/// Read a person's account.
#[utoipa::path(
    get, path = "/api/admin/users/{user_id}", tag = "admin", security(("access_token" = [])), params(("user_id" = UserId, Path)),
    responses(
        (status = 200, description = "The account", body = UserOverview),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
        (status = 404, description = "No such account", body = ErrorBody),
    )
)]
pub(crate) async fn read_user(State(state): State<AppState>, admin: Admin, Ids(user): Ids<UserId>) -> Result<Tagged<UserOverview>> {
    let (person, sessions) = (ListQuery::partition(Key::person(user)), ListQuery::prefix(Key::sessions(user), "SESSION#"));
    let reads = async {
        let (person, sessions) = tokio::join!(state.store.query(&person), state.store.query(&sessions));
        Ok((person?.0, sessions?.0))
    };
    let (_, (person, sessions)) = admin.beside(reads).await?;
    let (profile, family_ids) = read_person(person)?;
    let profile = profile.ok_or(ApiError::NotFound)?;
    let mut sessions: Vec<SessionTimes> = sessions.into_iter().map(read_item).collect::<Result<_>>()?;
    sessions.retain(|session| session.expires_at > state.now().timestamp() && session.token_version == profile.token_version);
    let last_used_at = sessions.iter().map(|session| session.last_used_at).max();
    Ok(Tagged(UserOverview { user: profile.into(), family_ids, session_count: sessions.len(), last_used_at }))
}
