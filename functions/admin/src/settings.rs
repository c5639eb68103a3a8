//! Settings of the instance.

use axum::extract::State;
use trajectory::access::Admin;
use trajectory::answer::Tagged;
use trajectory::error::{ApiError, Context as _, ErrorBody, Result};
use trajectory::request::{Body, IfMatch};
use trajectory::settings::{Settings, SettingsDetails};
use trajectory::state::AppState;
use trajectory::store::Condition::{Is, Lacks};
use trajectory::store::{Item, Key, Refused, Write, attribute, read_item};

use crate::acts::{Act, Action, Change, Part, commit};

/// Read the settings of the instance.
#[utoipa::path(
    get, path = "/api/admin/settings", tag = "admin", security(("access_token" = [])),
    responses(
        (status = 200, description = "The settings", body = Settings),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
    )
)]
pub(crate) async fn read_settings(State(state): State<AppState>, admin: Admin) -> Result<Tagged<Settings>> {
    let (_, there) = admin.beside(state.store.get(Key::settings())).await?;
    Ok(Tagged(kept(there)?))
}

/// Replace the settings of the instance.
#[utoipa::path(
    put, path = "/api/admin/settings", tag = "admin", security(("access_token" = [])), request_body = SettingsDetails,
    params(("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "The settings as they are now", body = Settings),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is what stands there now", body = ErrorBody),
    )
)]
pub(crate) async fn replace_settings(
    State(state): State<AppState>,
    admin: Admin,
    IfMatch(seen): IfMatch,
    Body(details): Body<SettingsDetails>,
) -> Result<Tagged<Settings>> {
    let (me, there) = admin.beside(state.store.get(Key::settings())).await?;
    let before = kept(there)?;
    let after = Settings { registration: details.registration, rev: before.rev.next() };
    if seen.is_some_and(|rev| rev != before.rev) {
        // The answer to the same change was lost, or somebody else has changed it.
        let lost = seen.is_some_and(|rev| rev.next() == before.rev) && before.registration == details.registration;
        return if lost { Ok(Tagged(before)) } else { Err(conflict(before)) };
    }
    let Some(change) = Change::between("registration", &before.registration, &after.registration)? else {
        return Ok(Tagged(before));
    };
    let act = Act::new(&state, &me, Action::ChangeSettings).changing([change]);
    let unchanged = if before.rev.0 == 0 { Lacks("rev") } else { Is("rev", attribute(&before.rev)?) };
    match commit(&state, &admin, &act, vec![Write::update(Part::Target, Key::settings(), after.item()?, unchanged)]).await {
        Ok(()) => Ok(Tagged(after)),
        Err(Refused::Condition((), there)) => Err(conflict(kept(there)?)),
        Err(Refused::Error(error)) => Err(error),
    }
}

fn kept(item: Option<Item>) -> Result<Settings> {
    Ok(item.map(read_item).transpose()?.unwrap_or_default())
}

fn conflict(current: Settings) -> ApiError {
    let current = serde_json::to_value(current).context("showing the settings");
    current.map_or_else(|error| error, |current| ApiError::ChangedMeanwhile { current: Some(current) })
}
