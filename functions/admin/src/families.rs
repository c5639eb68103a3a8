//! Families as far as admins see them: that they are there, what they are called, how many owners they have.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use trajectory::access::Admin;
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::id::{FamilyId, Id as _, TaskId};
use trajectory::record::Page;
use trajectory::request::{Body, Ids, Params};
use trajectory::state::AppState;
use trajectory::store::Condition::Absent;
use trajectory::store::{Directory, Item, Key, Refused, Write, read_item, shard, to_item};
use trajectory::text::{Line, Name};
use utoipa::ToSchema;

use crate::acts::{Act, Action, PageParams, Part, commit};
use crate::page::{List, PageSize, Start};
use crate::users::{SEARCHES, Words};

/// A family, as admins see it. Its members, children and records are the family's own.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ManagedFamily {
    id: FamilyId,
    #[schema(value_type = String)]
    name: Name,
    /// How many owners it has.
    #[serde(rename(deserialize = "owners"))]
    owner_count: u32,
    created_at: DateTime<Utc>,
}

/// A search for families.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text": "otters", "limit": 20 }))]
pub(crate) struct FamilySearch {
    /// Words that stand in the name or the id; case and accents do not matter. Each of them must be found.
    #[schema(value_type = String, min_length = 1, max_length = 100)]
    text: Line<100>,
    /// How many entries at most, 1 to 100.
    #[serde(default)]
    #[schema(value_type = u8, minimum = 1, maximum = 100, default = 20)]
    limit: PageSize,
    /// Where the page before ended: its `next`.
    cursor: Option<String>,
}

/// List all families, newest first.
#[utoipa::path(
    get, path = "/api/admin/families", tag = "admin", security(("access_token" = [])), params(PageParams),
    responses(
        (status = 200, description = "A page; it may be shorter than `limit` while `next` is set", body = Page<ManagedFamily>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
    )
)]
pub(crate) async fn list_all_families(
    State(state): State<AppState>,
    admin: Admin,
    Params(params): Params<PageParams>,
) -> Result<Json<Page<ManagedFamily>>> {
    let list = List::new("families", ());
    let page = Start::of_all(params.limit, list.position(params.cursor.as_deref())?);
    let (_, page) = admin.beside(list.directory(&state.store, Directory::Families, page, |item| read_item(item).map(Some))).await?;
    Ok(Json(page))
}

/// Search all families, newest first.
#[utoipa::path(
    post, path = "/api/admin/families/search", tag = "admin", security(("access_token" = [])), request_body = FamilySearch,
    responses(
        (status = 200, description = "A page; it may be shorter than `limit` while `next` is set", body = Page<ManagedFamily>),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
        (status = 429, description = "Too many searches", body = ErrorBody),
    )
)]
pub(crate) async fn search_all_families(
    State(state): State<AppState>,
    admin: Admin,
    Body(search): Body<FamilySearch>,
) -> Result<Json<Page<ManagedFamily>>> {
    let list = List::new("found families", &search.text);
    let page = Start::of_found(search.limit, list.position(search.cursor.as_deref())?);
    let words = Words::of(search.text.as_ref());
    let keep = |item: Item| {
        let family: ManagedFamily = read_item(item)?;
        Ok(words.are_in(&format!("{} {}", family.name.as_ref(), family.id)).then_some(family))
    };
    let caller = admin.caller.user.to_string();
    let searching = async {
        let (room, found) = tokio::join!(SEARCHES.take(&state, [&caller]), list.directory(&state.store, Directory::Families, page, keep));
        room.and(found)
    };
    let (_, page) = admin.beside(searching).await?;
    Ok(Json(page))
}

/// Read what admins see of a family.
#[utoipa::path(
    get, path = "/api/admin/families/{family_id}", tag = "admin", security(("access_token" = [])), params(("family_id" = FamilyId, Path)),
    responses(
        (status = 200, description = "The family", body = ManagedFamily),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
        (status = 404, description = "No such family", body = ErrorBody),
    )
)]
pub(crate) async fn read_any_family(
    State(state): State<AppState>,
    admin: Admin,
    Ids(family): Ids<FamilyId>,
) -> Result<Json<ManagedFamily>> {
    let (_, found) = admin.beside(find(&state, family)).await?;
    found.map(Json).ok_or(ApiError::NotFound)
}

/// Delete a family with its record and files.
///
/// The admin has no right to touch a family's partition, so the deletion is left to the sweeper, which ends everybody's access
/// first and then removes the rest. That begins within seconds; until then the members can still read and write, and the family
/// is still listed. Deleting it again meanwhile changes nothing.
#[utoipa::path(
    delete, path = "/api/admin/families/{family_id}", tag = "admin", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path)),
    responses(
        (status = 202, description = "The family will be gone within seconds"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
        (status = 404, description = "No such family", body = ErrorBody),
    )
)]
pub(crate) async fn delete_any_family(State(state): State<AppState>, admin: Admin, Ids(id): Ids<FamilyId>) -> Result<StatusCode> {
    let (me, found) = admin.beside(find(&state, id)).await?;
    let family = found.ok_or(ApiError::NotFound)?;
    let act = Act::new(&state, &me, Action::DeleteFamily).on(id).named(&family.name);
    let (task, now) = (TaskId::new(&state), state.now());
    let left = to_item(&json!({ "kind": "TASK", "schema": 1, "id": task, "work": "delete_family", "family_id": id, "created_at": now }))?;
    match commit(&state, &admin, &act, vec![Write::put(Part::Rest, Key::task(task, now.to_rfc3339()), left, Absent)]).await {
        Ok(()) => Ok(StatusCode::ACCEPTED),
        Err(Refused::Condition((), _)) => Err(ApiError::Busy),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// The family in the directory. Its item lies in its own partition, which admins cannot read, and the directory is
/// ordered by when families were made, so the part of the directory that its id falls into is looked through.
async fn find(state: &AppState, id: FamilyId) -> Result<Option<ManagedFamily>> {
    let mut position = None;
    loop {
        let (entries, more) = state.store.newest_in(Directory::Families, shard(&id), position.as_deref(), 250).await?;
        for (at, item) in entries {
            let family: ManagedFamily = read_item(item)?;
            if family.id == id {
                return Ok(Some(family));
            }
            position = Some(at);
        }
        if !more {
            return Ok(None);
        }
    }
}
