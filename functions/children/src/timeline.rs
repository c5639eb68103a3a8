//! The timeline and the search: records of all kinds in one order.

use axum::Json;
use trajectory::access::{Family, Search, SearchPage, TimelineParams, View};
use trajectory::error::{ErrorBody, Result};
use trajectory::id::{ChildId, FamilyId};
use trajectory::record::{Entry, Page};
use trajectory::request::{Body, Ids, Params};

/// List everything of a family, newest first.
#[utoipa::path(
    get, path = "/api/families/{family_id}/timeline", tag = "children", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), TimelineParams),
    responses(
        (status = 200, description = "A page; it may be shorter than `limit` while `next` is set", body = Page<Entry>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My membership is frozen", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
pub(crate) async fn list_family_timeline(family: Family<View>, Params(params): Params<TimelineParams>) -> Result<Json<Page<Entry>>> {
    let params = &params;
    family.run(|store| async move { store.timeline(None, params).await.map(Json) }).await
}

/// List everything of a child, newest first.
#[utoipa::path(
    get, path = "/api/children/{child_id}/timeline", tag = "children", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), TimelineParams),
    responses(
        (status = 200, description = "A page", body = Page<Entry>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My membership is frozen", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
    )
)]
pub(crate) async fn list_timeline(
    family: Family<View>,
    Ids(child): Ids<ChildId>,
    Params(params): Params<TimelineParams>,
) -> Result<Json<Page<Entry>>> {
    let params = &params;
    family.run(|store| async move { store.timeline(Some(child), params).await.map(Json) }).await
}

/// Search a family's record.
///
/// One route for all kinds: with `kinds` it searches one of them. Nothing is changed.
#[utoipa::path(
    post, path = "/api/families/{family_id}/search", tag = "children", security(("access_token" = [])), request_body = Search,
    params(("family_id" = FamilyId, Path)),
    responses(
        (status = 200, description = "A page of what was found; it may be shorter than `limit` while `next` is set", body = SearchPage),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My membership is frozen", body = ErrorBody),
        (status = 404, description = "No family of mine, or `child` is no child of it", body = ErrorBody),
    )
)]
pub(crate) async fn search_family(family: Family<View>, Body(search): Body<Search>) -> Result<Json<SearchPage>> {
    let search = &search;
    family.run(|store| async move { store.search(search).await.map(Json) }).await
}
