//! Route group: my profile and preferences.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use trajectory::access::Me;
use trajectory::answer::Tagged;
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::request::Body;
use trajectory::service::Routes;
use trajectory::state::AppState;
use trajectory::store::{Item, Key, Refused, Write, attribute};
use trajectory::text::Name;
use trajectory::user::{Preferences, User};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// The routes of the group.
#[must_use]
pub fn routes() -> Routes {
    Routes::default().routes(routes!(read_account)).routes(routes!(replace_profile)).routes(routes!(replace_preferences))
}

/// What others see of a person.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ProfileDetails {
    #[schema(value_type = String, min_length = 1, max_length = 100, example = "Ana")]
    name: Name,
}

/// My account.
#[utoipa::path(
    get, path = "/api/account", tag = "account", security(("access_token" = [])),
    responses(
        (status = 200, description = "My profile, preferences and families", body = User),
        (status = 401, description = "Not signed in", body = ErrorBody),
    )
)]
async fn read_account(me: Me) -> Result<Tagged<User>> {
    let (profile, families) = me.read().await?;
    Ok(Tagged(User::new(profile, families)))
}

/// Change what others see of me.
#[utoipa::path(
    put, path = "/api/account/profile", tag = "account", security(("access_token" = [])), request_body = ProfileDetails,
    responses(
        (status = 200, description = "My account as it is now", body = User),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
    )
)]
async fn replace_profile(State(state): State<AppState>, me: Me, Body(details): Body<ProfileDetails>) -> Result<Json<User>> {
    let name = attribute(&details.name)?;
    change(&state, &me, Item::from([("name".to_owned(), name)])).await
}

/// Change how I like things shown.
#[utoipa::path(
    put, path = "/api/account/preferences", tag = "account", security(("access_token" = [])), request_body = Preferences,
    responses(
        (status = 200, description = "My account as it is now", body = User),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
    )
)]
async fn replace_preferences(State(state): State<AppState>, me: Me, Body(preferences): Body<Preferences>) -> Result<Json<User>> {
    let preferences = attribute(&preferences)?;
    change(&state, &me, Item::from([("preferences".to_owned(), preferences)])).await
}

/// Sets attributes of my profile; only I write them, so the last of my own changes stands.
async fn change(state: &AppState, me: &Me, set: Item) -> Result<Json<User>> {
    let write = Write::update((), Key::profile(me.caller.user), set, me.condition()).adding("rev", 1);
    // The families do not change with it, so they may be read beside it.
    let (before, written) = tokio::join!(me.read(), state.store.write(write));
    match written {
        Ok(item) => Ok(Json(User::new(trajectory::store::read_item(item)?, before?.1))),
        Err(Refused::Condition((), _)) => Err(ApiError::SessionEnded),
        Err(Refused::Error(error)) => Err(error),
    }
}
