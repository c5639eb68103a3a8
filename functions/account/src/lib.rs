//! Route group: my profile and preferences. It also hands out the OpenAPI document.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use trajectory::access::Me;
use trajectory::answer::{Reference, Tagged};
use trajectory::error::{ApiError, Context as _, ErrorBody, Result};
use trajectory::health::VERSION;
use trajectory::record::Rev;
use trajectory::request::{Body, IfMatch, Known};
use trajectory::service::Routes;
use trajectory::state::AppState;
use trajectory::store::Condition::{All, Is};
use trajectory::store::{Item, Key, Refused, Write, attribute, read_item};
use trajectory::text::Name;
use trajectory::user::{Onboarding, Preferences, User};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// The routes of the group.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(read_account))
        .routes(routes!(replace_profile))
        .routes(routes!(replace_preferences))
        .routes(routes!(replace_onboarding))
        .routes(routes!(read_openapi))
        .routes(routes!(read_liveness))
}

/// What others see of a person.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Ana" }))]
struct ProfileDetails {
    #[schema(value_type = String, min_length = 1, max_length = 100, example = "Ana")]
    name: Name,
}

/// This document.
#[utoipa::path(
    get, path = "/api/openapi.json", tag = "account",
    params(("If-None-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "The OpenAPI document of all routes", content_type = "application/json"),
        (status = 304, description = "Nothing has changed"),
    )
)]
async fn read_openapi(known: Known) -> Reference {
    Reference::new(include_str!("../../../shared/openapi.json"), known)
}

/// That the service answers.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({ "status": "ok", "version": "0.1.0" }))]
struct Liveness {
    /// Always `ok`.
    status: &'static str,
    /// The version of the product.
    version: &'static str,
}

/// Whether the service answers. It looks at nothing behind it, so it costs nothing and tells nothing.
#[utoipa::path(get, path = "/api/health", tag = "account", responses((status = 200, description = "It answers", body = Liveness)))]
async fn read_liveness() -> Json<Liveness> {
    Json(Liveness { status: "ok", version: VERSION })
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
    params(("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "My account as it is now", body = User),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is my account as it is now", body = ErrorBody),
    )
)]
async fn replace_profile(
    State(state): State<AppState>,
    me: Me,
    IfMatch(seen): IfMatch,
    Body(details): Body<ProfileDetails>,
) -> Result<Tagged<User>> {
    let name = attribute(&details.name)?;
    change(&state, &me, seen, Item::from([("name".to_owned(), name)])).await
}

/// Change how I like things shown.
#[utoipa::path(
    put, path = "/api/account/preferences", tag = "account", security(("access_token" = [])), request_body = Preferences,
    params(("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "My account as it is now", body = User),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is my account as it is now", body = ErrorBody),
    )
)]
async fn replace_preferences(
    State(state): State<AppState>,
    me: Me,
    IfMatch(seen): IfMatch,
    Body(preferences): Body<Preferences>,
) -> Result<Tagged<User>> {
    let preferences = attribute(&preferences)?;
    change(&state, &me, seen, Item::from([("preferences".to_owned(), preferences)])).await
}

/// Keep how far I have come with the first steps.
#[utoipa::path(
    put, path = "/api/account/onboarding", tag = "account", security(("access_token" = [])), request_body = Onboarding,
    params(("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "My account as it is now", body = User),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is my account as it is now", body = ErrorBody),
    )
)]
async fn replace_onboarding(
    State(state): State<AppState>,
    me: Me,
    IfMatch(seen): IfMatch,
    Body(onboarding): Body<Onboarding>,
) -> Result<Tagged<User>> {
    let onboarding = attribute(&onboarding)?;
    change(&state, &me, seen, Item::from([("onboarding".to_owned(), onboarding)])).await
}

/// Sets attributes of my profile, if it still has the revision that I have seen.
async fn change(state: &AppState, me: &Me, seen: Option<Rev>, set: Item) -> Result<Tagged<User>> {
    let mut conditions = vec![me.condition()];
    if let Some(rev) = seen {
        conditions.push(Is("rev", attribute(&rev)?));
    }
    let write = Write::update((), Key::profile(me.caller.user), set, All(conditions)).adding("rev", 1);
    // The families do not change with it, so they may be read beside it.
    let (before, written) = tokio::join!(me.read(), state.store.write(write));
    match written {
        Ok(item) => {
            // Should the read have failed where the write did not, it is made again.
            let (_, families) = match before {
                Ok(before) => before,
                Err(_) => me.read().await?,
            };
            Ok(Tagged(User::new(read_item(item)?, families)))
        }
        Err(Refused::Condition((), _)) => {
            let (profile, families) = me.read().await?;
            let current = serde_json::to_value(User::new(profile, families)).context("showing an account")?;
            Err(ApiError::ChangedMeanwhile { current: Some(current) })
        }
        Err(Refused::Error(error)) => Err(error),
    }
}
