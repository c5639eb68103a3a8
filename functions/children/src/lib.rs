//! Route group: children, and what is told of their records together: home, overview, timeline, search, trash, history, audit.

mod home;
mod timeline;
mod trash;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use trajectory::access::{Edit, Families, Family, View};
use trajectory::answer::{Created, Tagged};
use trajectory::error::{ErrorBody, Result};
use trajectory::id::{ChildId, FamilyId, Id as _};
use trajectory::record::{Child, ChildDetails, Details as _, Page};
use trajectory::request::{Body, Ids, IfMatch, Params};
use trajectory::service::Routes;
use trajectory::state::AppState;
use utoipa::IntoParams;
use utoipa_axum::routes;

/// The routes of the group.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list_children, create_child))
        .routes(routes!(read_child, replace_child, delete_child))
        .routes(routes!(home::read_home))
        .routes(routes!(home::read_overview))
        .routes(routes!(home::read_changes))
        .routes(routes!(timeline::list_family_timeline))
        .routes(routes!(timeline::list_timeline))
        .routes(routes!(timeline::search_family))
        .merge(trash::routes())
}

/// Which family a list is of.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OfFamily {
    /// Only this family; absent: all of mine.
    #[param(value_type = Option<String>)]
    #[expect(dead_code, reason = "read by the `Families` extractor; here so that nothing else is accepted")]
    family: Option<FamilyId>,
}

/// What a create takes besides its body.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct NewChild {
    /// The family that the child belongs to; may be left out by a member of one family.
    #[param(value_type = Option<String>)]
    #[expect(dead_code, reason = "read by the `Family` extractor; here so that nothing else is accepted")]
    family: Option<FamilyId>,
    /// An id made by the client, so that a retry is the same create.
    #[param(value_type = Option<String>)]
    id: Option<ChildId>,
}

/// List children.
#[utoipa::path(
    get, path = "/api/children", tag = "children", security(("access_token" = [])), params(OfFamily),
    responses(
        (status = 200, description = "The children of my families that I may see", body = Page<Child>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
async fn list_children(families: Families<View>, _only: Params<OfFamily>) -> Result<Json<Page<Child>>> {
    let each = families.run(|store| async move { store.children().await }).await?;
    Ok(Json(Page { items: each.into_iter().flatten().collect(), next: None }))
}

/// Enter a child.
#[utoipa::path(
    post, path = "/api/children", tag = "children", security(("access_token" = [])), request_body = ChildDetails, params(NewChild),
    responses(
        (status = 201, description = "Entered", body = Child),
        (status = 200, description = "The same create had been made before", body = Child),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
        (status = 409, description = "The id is in use", body = ErrorBody),
    )
)]
async fn create_child(
    State(state): State<AppState>,
    family: Family<Edit>,
    Params(new): Params<NewChild>,
    Body(details): Body<ChildDetails>,
) -> Result<Created<Child>> {
    details.check(&state)?;
    let id = new.id.unwrap_or_else(|| ChildId::new(&state));
    let details = &details;
    let saved = family.run_in_only(|store| async move { store.create(id, id, details).await }).await?;
    Ok(Created::under("/api/children", saved))
}

/// Read a child.
#[utoipa::path(
    get, path = "/api/children/{child_id}", tag = "children", security(("access_token" = [])), params(("child_id" = ChildId, Path)),
    responses(
        (status = 200, description = "The child", body = Child),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
    )
)]
async fn read_child(family: Family<View>, Ids(child): Ids<ChildId>) -> Result<Tagged<Child>> {
    family.run(|store| async move { store.child(child).await.map(Tagged) }).await
}

/// Replace what is known of a child.
#[utoipa::path(
    put, path = "/api/children/{child_id}", tag = "children", security(("access_token" = [])), request_body = ChildDetails,
    params(("child_id" = ChildId, Path), ("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "The child as it is now", body = Child),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is the child as it is now", body = ErrorBody),
    )
)]
async fn replace_child(
    State(state): State<AppState>,
    family: Family<Edit>,
    Ids(child): Ids<ChildId>,
    IfMatch(seen): IfMatch,
    Body(details): Body<ChildDetails>,
) -> Result<Tagged<Child>> {
    details.check(&state)?;
    let details = &details;
    family.run(|store| async move { store.replace(child, child, seen, details).await.map(Tagged) }).await
}

/// Move a child with its whole record to the trash for 30 days.
#[utoipa::path(
    delete, path = "/api/children/{child_id}", tag = "children", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), ("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 204, description = "Deleted"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
        (status = 412, description = "Changed meanwhile; `details.current` is the child as it is now", body = ErrorBody),
    )
)]
async fn delete_child(family: Family<Edit>, Ids(child): Ids<ChildId>, IfMatch(seen): IfMatch) -> Result<StatusCode> {
    family.run(|store| async move { store.delete::<ChildDetails>(child, child, seen).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}
