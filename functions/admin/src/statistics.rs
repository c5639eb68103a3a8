//! Statistics of the instance.

use axum::Json;
use axum::extract::State;
use trajectory::access::Admin;
use trajectory::error::{ErrorBody, Result};
use trajectory::state::AppState;
use trajectory::statistics::Statistics;
use trajectory::store::{Key, ListQuery};

/// Read how much of everything the instance holds.
///
/// Counted in the background, so what was entered in the last seconds may not be in it.
#[utoipa::path(
    get, path = "/api/admin/statistics", tag = "admin", security(("access_token" = [])),
    responses(
        (status = 200, description = "How much there is of each kind", body = Statistics),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
    )
)]
pub(crate) async fn read_statistics(State(state): State<AppState>, admin: Admin) -> Result<Json<Statistics>> {
    let parts = ListQuery::prefix(Key::INSTANCE.to_owned(), "STAT#");
    let (_, (items, _)) = admin.beside(state.store.query(&parts)).await?;
    Ok(Json(Statistics::total(items)?))
}
