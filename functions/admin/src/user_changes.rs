//! People with an account: changed, signed out, helped back in, deleted.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use trajectory::access::{Admin, one_admin_fewer, one_admin_more};
use trajectory::answer::Tagged;
use trajectory::error::{ApiError, Context as _, ErrorBody, Result};
use trajectory::id::{Id as _, TaskId, UserId};
use trajectory::limit::Limit;
use trajectory::mail::{Letter, post};
use trajectory::record::Rev;
use trajectory::request::{Body, Ids, IfMatch};
use trajectory::reset::new_reset;
use trajectory::state::AppState;
use trajectory::store::Condition::{Absent, All, Any, Exists, Is};
use trajectory::store::{Item, Key, ListQuery, Refused, Write, attribute, read_item, to_item};
use trajectory::user::{Profile, Role, email_hash};
use utoipa::ToSchema;

use crate::acts::{Act, Action, Change, Part, commit};
use crate::users::ManagedUser;

/// How long a code to set a new password can be used.
const RESET_LIFE: TimeDelta = TimeDelta::hours(24);
/// Codes that one admin makes. Above what helping people on the telephone needs.
const RESET_CODES: Limit = Limit { name: "admin-reset", attempts: 30, minutes: 60 };
/// Sessions and other secrets that one transaction deletes beside its other writes.
const MAX_TOGETHER: usize = 80;

/// What admins decide about an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "role": "user", "disabled": false }))]
pub(crate) struct ManagedUserDetails {
    /// Role in the instance.
    role: Role,
    /// Whether the account is switched off. Switching it off signs the person out everywhere.
    disabled: bool,
}

/// A code with which somebody sets a new password, once.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ResetCode {
    /// Shown this once. Whoever has it can take the account over, so hand it to nobody but the person.
    code: String,
    /// Until when it can be used.
    expires_at: DateTime<Utc>,
}

/// The person's live profile, and their sessions and other secrets.
async fn person(state: &AppState, user: UserId) -> Result<(Option<Item>, Vec<Item>)> {
    let secrets = ListQuery::partition(Key::sessions(user));
    let (profile, secrets) = tokio::join!(state.store.get(Key::profile(user)), state.store.query(&secrets));
    let mut secrets = secrets?.0;
    // Sessions run out by themselves; whatever else there is comes first, so that it is deleted for certain.
    secrets.sort_by_key(is_session);
    Ok((profile?, secrets))
}

fn is_session(item: &Item) -> bool {
    sk(item).starts_with("SESSION#")
}

fn sessions(secrets: Vec<Item>) -> Vec<Item> {
    secrets.into_iter().filter(is_session).collect()
}

fn sk(item: &Item) -> &str {
    item.get("sk").and_then(|sk| sk.as_s().ok()).map(String::as_str).unwrap_or_default()
}

/// The writes that delete these secrets together with what ends them: that the profile's `token_version` is raised, or the
/// profile deleted. So any that do not fit into the transaction may stay until they run out.
fn deletions(user: UserId, secrets: &[Item]) -> impl Iterator<Item = Write<Part>> {
    let delete = move |item: &Item| Write::delete(Part::Rest, Key::secret(user, sk(item)), Any(vec![Exists, Absent]));
    secrets.iter().take(MAX_TOGETHER).map(delete)
}

fn conflict(there: Option<Item>) -> ApiError {
    let current = || {
        let profile: Profile = read_item(there.ok_or(ApiError::NotFound)?)?;
        serde_json::to_value(ManagedUser::from(profile)).context("showing an account")
    };
    current().map_or_else(|error| error, |current| ApiError::ChangedMeanwhile { current: Some(current) })
}

/// Change a person's role, or switch their account off or on.
///
/// An instance keeps at least one admin who can sign in.
#[utoipa::path(
    put, path = "/api/admin/users/{user_id}", tag = "admin", security(("access_token" = [])), request_body = ManagedUserDetails,
    params(("user_id" = UserId, Path), ("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "The account as it is now", body = ManagedUser),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
        (status = 404, description = "No such account", body = ErrorBody),
        (status = 409, description = "Nobody would be left who can manage the instance", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is the account as it is now", body = ErrorBody),
    )
)]
pub(crate) async fn replace_user(
    State(state): State<AppState>,
    admin: Admin,
    Ids(user): Ids<UserId>,
    IfMatch(seen): IfMatch,
    Body(details): Body<ManagedUserDetails>,
) -> Result<Tagged<ManagedUser>> {
    let (me, (there, secrets)) = admin.beside(person(&state, user)).await?;
    let before: Profile = read_item(there.clone().ok_or(ApiError::NotFound)?)?;
    let same = before.role == details.role && before.disabled_at.is_some() == details.disabled;
    // A stale revision is fine where the answer to this very change was lost.
    if seen.is_some_and(|rev| rev.0 != before.rev && !(same && rev.next().0 == before.rev)) {
        return Err(conflict(there));
    }
    if same {
        return Ok(Tagged(before.into()));
    }
    let disabled_at = details.disabled.then(|| before.disabled_at.unwrap_or(state.now()));
    let after = Profile { role: details.role, disabled_at, rev: Rev(before.rev).next().0, ..before.clone() };
    let unchanged = All(vec![Exists, Is("rev", attribute(&before.rev)?)]);
    let set = to_item(&json!({ "role": after.role, "disabled_at": disabled_at, "rev": after.rev }))?;
    let mut write = Write::update(Part::Target, Key::profile(user), set, unchanged);
    if !details.disabled {
        write = write.removing(["disabled_at"]);
    }
    let mut writes = Vec::new();
    let switched_off = details.disabled && before.disabled_at.is_none();
    if switched_off {
        write = write.adding("token_version", 1);
        writes.extend(deletions(user, &sessions(secrets)));
    }
    writes.push(write);
    match (before.is_active_admin(), after.is_active_admin()) {
        (true, false) => writes.push(one_admin_fewer(Part::Admins)?),
        (false, true) => writes.push(one_admin_more(Part::Admins)?),
        (true, true) | (false, false) => {}
    }
    let changes = [
        Change::between("role", &before.role, &after.role)?,
        Change::between("disabled", &before.disabled_at.is_some(), &details.disabled)?,
    ];
    let act = Act::new(&state, &me, Action::ChangeUser).on(user).named(&before.name).changing(changes.into_iter().flatten());
    match commit(&state, &admin, &act, writes).await {
        Ok(()) => Ok(Tagged(after.into())),
        Err(Refused::Condition((), there)) => Err(conflict(there)),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// Sign a person out everywhere.
///
/// Access tokens end at once, and no device can refresh any more.
#[utoipa::path(
    post, path = "/api/admin/users/{user_id}/sign-out", tag = "admin", security(("access_token" = [])),
    params(("user_id" = UserId, Path)),
    responses(
        (status = 204, description = "Signed out"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
        (status = 404, description = "No such account", body = ErrorBody),
    )
)]
pub(crate) async fn sign_out_user(State(state): State<AppState>, admin: Admin, Ids(user): Ids<UserId>) -> Result<StatusCode> {
    let (me, (there, secrets)) = admin.beside(person(&state, user)).await?;
    let profile: Profile = read_item(there.ok_or(ApiError::NotFound)?)?;
    let mut writes = vec![Write::update(Part::Target, Key::profile(user), Item::new(), Exists).adding("token_version", 1)];
    writes.extend(deletions(user, &sessions(secrets)));
    let act = Act::new(&state, &me, Action::SignOutUser).on(user).named(&profile.name);
    match commit(&state, &admin, &act, writes).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(Refused::Condition((), _)) => Err(ApiError::NotFound),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// Make a code with which a person sets a new password.
///
/// For people who cannot get mail. It is shown this once, can be used once within 24 hours, and is kept hashed.
#[utoipa::path(
    post, path = "/api/admin/users/{user_id}/reset-code", tag = "admin", security(("access_token" = [])),
    params(("user_id" = UserId, Path)),
    responses(
        (status = 201, description = "The code", body = ResetCode),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
        (status = 404, description = "No such account", body = ErrorBody),
        (status = 429, description = "Too many codes", body = ErrorBody),
    )
)]
pub(crate) async fn create_reset_code(
    State(state): State<AppState>,
    admin: Admin,
    Ids(user): Ids<UserId>,
) -> Result<(StatusCode, Json<ResetCode>)> {
    let caller = admin.caller.user.to_string();
    let reads = async {
        let (room, profile) = tokio::join!(RESET_CODES.take(&state, [&caller]), state.store.get(Key::profile(user)));
        room.and(profile)
    };
    let (me, there) = admin.beside(reads).await?;
    let profile: Profile = read_item(there.ok_or(ApiError::NotFound)?)?;
    let expires_at = state.now() + RESET_LIFE;
    let (code, reset) = new_reset(Part::Rest, &state, user, RESET_LIFE)?;
    let act = Act::new(&state, &me, Action::CreateResetCode).on(user).named(&profile.name);
    match commit(&state, &admin, &act, vec![Write::check(Part::Target, Key::profile(user), Exists), reset]).await {
        Ok(()) => Ok((StatusCode::CREATED, Json(ResetCode { code, expires_at }))),
        Err(Refused::Condition((), _)) => Err(ApiError::NotFound),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// Take a person's second factor away.
///
/// For people who have lost the app and the recovery codes; make sure that it is them. The password alone signs in from then on.
/// Their sessions end, and they get a letter.
#[utoipa::path(
    delete, path = "/api/admin/users/{user_id}/second-factor", tag = "admin", security(("access_token" = [])),
    params(("user_id" = UserId, Path)),
    responses(
        (status = 204, description = "The password alone signs in"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
        (status = 404, description = "No such account, or it has no second factor", body = ErrorBody),
    )
)]
pub(crate) async fn delete_user_second_factor(State(state): State<AppState>, admin: Admin, Ids(user): Ids<UserId>) -> Result<StatusCode> {
    let (me, (there, secrets)) = admin.beside(person(&state, user)).await?;
    let profile: Profile = read_item(there.ok_or(ApiError::NotFound)?)?;
    if !profile.second_factor {
        return Err(ApiError::NotFound);
    }
    let off = to_item(&json!({ "second_factor": false }))?;
    let as_read = All(vec![Exists, Is("rev", attribute(&profile.rev)?), Is("email", attribute(&profile.email)?)]);
    let own = All(vec![Exists, Is("user_id", attribute(&user)?)]);
    let mut writes = vec![
        Write::update(Part::Target, Key::profile(user), off.clone(), as_read).adding("rev", 1).adding("token_version", 1),
        Write::update(Part::Rest, Key::credential(&email_hash(&profile.email)), off, own),
        Write::delete(Part::Rest, Key::second_factor(user), Any(vec![Exists, Absent])),
        post(Part::Rest, &state, profile.email.clone(), profile.preferences.language, Letter::SecondFactorOff)?,
    ];
    writes.extend(deletions(user, &sessions(secrets)));
    let act = Act::new(&state, &me, Action::DeleteSecondFactor).on(user).named(&profile.name);
    match commit(&state, &admin, &act, writes).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        // Changed meanwhile in some other way; the same call may be made again.
        Err(Refused::Condition((), there)) => Err(if there.is_some() { ApiError::Busy } else { ApiError::NotFound }),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// Delete a person's account.
///
/// The account, its sessions and its sign-in are gone at once; the memberships are ended by the sweeper within seconds.
/// Of a family whose only owner this was, the sweeper makes the parent an owner who has been longest in it, or else the viewer;
/// a family in which nobody is left is deleted with its record and files. `family_ids` of the account says which families
/// the person is in; only their members can hand them over in a better order beforehand.
#[utoipa::path(
    delete, path = "/api/admin/users/{user_id}", tag = "admin", security(("access_token" = [])),
    params(("user_id" = UserId, Path), ("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 204, description = "Deleted"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
        (status = 404, description = "No such account", body = ErrorBody),
        (status = 409, description = "Nobody would be left who can manage the instance", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is the account as it is now", body = ErrorBody),
    )
)]
pub(crate) async fn delete_user(
    State(state): State<AppState>,
    admin: Admin,
    Ids(user): Ids<UserId>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode> {
    let (me, (there, secrets)) = admin.beside(person(&state, user)).await?;
    let profile: Profile = read_item(there.clone().ok_or(ApiError::NotFound)?)?;
    if seen.is_some_and(|rev| rev.0 != profile.rev) {
        return Err(conflict(there));
    }
    let now = state.now();
    let task = TaskId::new(&state);
    let left = to_item(&json!({ "kind": "TASK", "schema": 1, "id": task, "work": "close_account", "user_id": user, "created_at": now }))?;
    let as_read = All(vec![Exists, Is("rev", attribute(&profile.rev)?), Is("email", attribute(&profile.email)?)]);
    let own = Any(vec![Absent, Is("user_id", attribute(&user)?)]);
    let mut writes = vec![
        Write::delete(Part::Target, Key::profile(user), as_read),
        Write::delete(Part::Rest, Key::credential(&email_hash(&profile.email)), own),
        Write::put(Part::Rest, Key::task(task, now.to_rfc3339()), left, Absent),
        post(Part::Rest, &state, profile.email.clone(), profile.preferences.language, Letter::AccountClosed)?,
    ];
    writes.extend(deletions(user, &secrets));
    if profile.is_active_admin() {
        writes.push(one_admin_fewer(Part::Admins)?);
    }
    let act = Act::new(&state, &me, Action::DeleteUser).on(user).named(&profile.name);
    match commit(&state, &admin, &act, writes).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(Refused::Condition((), there)) => Err(conflict(there)),
        Err(Refused::Error(error)) => Err(error),
    }
}
