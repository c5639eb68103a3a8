//! What a screen shows, in one call; and whether it is still so.

use serde::Deserialize;
use trajectory::access::{Changes, Family, Home, Overview, View};
use trajectory::answer::Stated;
use trajectory::date::Date;
use trajectory::error::{ErrorBody, Result};
use trajectory::id::{ChildId, FamilyId};
use trajectory::request::{Ids, Known, Params};
use utoipa::IntoParams;

/// Which day it is for the caller.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Today {
    /// The caller's calendar day: it parts what is to come from what was. Where left out, the latest day on earth.
    #[param(value_type = Option<String>, format = Date)]
    today: Option<Date>,
}

/// Everything for the home page of a family, in one call.
#[utoipa::path(
    get, path = "/api/families/{family_id}/home", tag = "children", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), Today, ("If-None-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "The family, its children, and the last and next of each thing", body = Home),
        (status = 304, description = "Nothing has changed"),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My membership is frozen", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
pub(crate) async fn read_home(family: Family<View>, known: Known, Params(Today { today }): Params<Today>) -> Result<Stated<Home>> {
    let known = &known;
    family.run(|store| async move { store.home(today, known).await }).await
}

/// Everything for the first view of a child, in one call.
#[utoipa::path(
    get, path = "/api/children/{child_id}/overview", tag = "children", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), Today, ("If-None-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 304, description = "Nothing has changed"),
        (status = 200, description = "The child, the last and next of each thing, and the first page of its timeline", body = Overview),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My membership is frozen", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
    )
)]
pub(crate) async fn read_overview(
    family: Family<View>,
    Ids(child): Ids<ChildId>,
    known: Known,
    Params(Today { today }): Params<Today>,
) -> Result<Stated<Overview>> {
    let known = &known;
    family.run(|store| async move { store.overview(child, today, known).await }).await
}

/// Whether anything has changed in a family's record.
///
/// Send the `ETag` of the answer before as `If-None-Match`: 304 says that nothing has.
#[utoipa::path(
    get, path = "/api/families/{family_id}/changes", tag = "children", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), ("If-None-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "Another state than the one that was read", body = Changes),
        (status = 304, description = "Nothing has changed"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My membership is frozen", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
pub(crate) async fn read_changes(family: Family<View>, known: Known) -> Result<Stated<Changes>> {
    let changes = family.run(|store| async move { store.changes().await }).await?;
    let tag = format!("\"{}\"", changes.version);
    Ok(if known.has(&tag) { Stated::Seen(tag) } else { Stated::Shown(Some(tag), changes) })
}
