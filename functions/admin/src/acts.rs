//! What admins did. Each act is entered in the transaction that does it, and stays.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::fmt::Display;
use trajectory::access::Admin;
use trajectory::error::{ApiError, Context as _, ErrorBody, Result};
use trajectory::id::{ActId, Id as _, UserId};
use trajectory::record::Page;
use trajectory::request::Params;
use trajectory::state::AppState;
use trajectory::store::Condition::Absent;
use trajectory::store::{Direction, Item, Key, ListQuery, Refused, Write, read_item, to_item};
use trajectory::user::Profile;
use utoipa::{IntoParams, ToSchema};

use crate::page::{List, PageSize};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = AdminAction)]
pub(crate) enum Action {
    /// Somebody's role was changed, or their account disabled or enabled.
    ChangeUser,
    /// All sessions of somebody were ended.
    SignOutUser,
    /// Somebody's second factor was taken away.
    DeleteSecondFactor,
    /// A code to set a new password was made for somebody.
    CreateResetCode,
    /// An account was deleted.
    DeleteUser,
    /// A family was deleted.
    DeleteFamily,
    /// The settings were changed.
    ChangeSettings,
    /// A letter that could not be sent was taken off the list.
    DismissMail,
}

/// One thing that changed with an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AdminChange)]
pub(crate) struct Change {
    /// Which.
    #[schema(example = "role")]
    field: String,
    /// What it was.
    #[schema(example = "user")]
    from: String,
    /// What it became.
    #[schema(example = "admin")]
    to: String,
}

impl Change {
    /// The change of a field, if it is one. Values are told as they stand in JSON.
    pub(crate) fn between<T: PartialEq + Serialize>(field: &str, from: &T, to: &T) -> Result<Option<Self>> {
        let told = |value: &T| -> Result<String> {
            let json = serde_json::to_value(value).context("telling a change")?;
            Ok(json.as_str().map_or_else(|| json.to_string(), str::to_owned))
        };
        Ok(if from == to { None } else { Some(Self { field: field.to_owned(), from: told(from)?, to: told(to)? }) })
    }
}

/// Something that an admin did.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = AdminAct)]
pub(crate) struct Act {
    pub(crate) id: ActId,
    /// When.
    created_at: DateTime<Utc>,
    /// Who did it.
    admin_id: UserId,
    /// What that person was called then.
    admin_name: String,
    /// What was done.
    action: Action,
    /// Whom or what it concerned: the id of a person, a family or a letter; absent for the whole instance.
    #[serde(default)]
    subject_id: Option<String>,
    /// What that person or family was called then.
    #[serde(default)]
    subject_name: Option<String>,
    /// What changed with it.
    #[serde(default)]
    #[schema(required)]
    changes: Vec<Change>,
}

impl Act {
    pub(crate) fn new(state: &AppState, admin: &Profile, action: Action) -> Self {
        Self {
            id: ActId::new(state),
            created_at: state.now(),
            admin_id: admin.id,
            admin_name: admin.name.as_ref().to_owned(),
            action,
            subject_id: None,
            subject_name: None,
            changes: Vec::new(),
        }
    }

    pub(crate) fn on(self, id: impl Display) -> Self {
        Self { subject_id: Some(id.to_string()), ..self }
    }

    pub(crate) fn named(self, name: impl AsRef<str>) -> Self {
        Self { subject_name: Some(name.as_ref().to_owned()), ..self }
    }

    pub(crate) fn changing(self, changes: impl IntoIterator<Item = Change>) -> Self {
        Self { changes: changes.into_iter().collect(), ..self }
    }
}

/// Names the writes of an act's transaction.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part {
    /// What the act is about.
    Target,
    /// The count of admins.
    Admins,
    /// Everything else.
    Rest,
    /// The proof that the caller is an admin.
    Proof,
}

/// Commits an act with its entry in the log and the proof that the caller is an admin.
///
/// # Errors
/// [`Refused::Condition`] where the act's target stood otherwise than its write demands.
pub(crate) async fn commit(state: &AppState, admin: &Admin, act: &Act, writes: Vec<Write<Part>>) -> Result<(), Refused<()>> {
    // The proof stands first, so that whoever is no admin any more is told that and nothing else.
    let mut all = vec![admin.proof(Part::Proof)?];
    all.extend(writes);
    let mut entry = to_item(&json!({ "kind": "ACT", "schema": 1 }))?;
    entry.extend(to_item(act)?);
    all.push(Write::put(Part::Rest, Key::act(act.id, act.created_at.to_rfc3339()), entry, Absent));
    match state.store.commit(all).await {
        Ok(()) => Ok(()),
        Err(Refused::Condition(Part::Proof, there)) => {
            admin.admitted(there.clone())?;
            // An act of an admin on themselves: the proof and the target are the same item.
            Err(Refused::Condition((), there))
        }
        Err(Refused::Condition(Part::Target, there)) => Err(Refused::Condition((), there)),
        Err(Refused::Condition(Part::Admins, _)) => Err(ApiError::LastAdmin.into()),
        Err(Refused::Condition(Part::Rest, _)) => Err(ApiError::Busy.into()),
        Err(Refused::Error(error)) => Err(error.into()),
    }
}

/// What lists without filters take.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PageParams {
    /// How many entries at most, 1 to 100.
    #[serde(default)]
    #[param(value_type = Option<u8>, minimum = 1, maximum = 100, default = 20)]
    pub(crate) limit: PageSize,
    /// Where the page before ended: its `next`.
    pub(crate) cursor: Option<String>,
}

impl PageParams {
    /// A page of what begins with `prefix` in the partition, newest first.
    pub(crate) async fn page<T: serde::de::DeserializeOwned>(
        &self,
        state: &AppState,
        name: &str,
        partition: String,
        prefix: &'static str,
    ) -> Result<Page<T>> {
        let list = List::new(name, ()).under(prefix);
        let after = list.position(self.cursor.as_deref())?.map(|sk| (sk.clone(), sk));
        let all = ListQuery {
            direction: Direction::Descending,
            limit: Some(self.limit.get().into()),
            after,
            ..ListQuery::partition(partition.clone())
        };
        let query = if prefix.is_empty() { all } else { ListQuery { range: ListQuery::prefix(partition, prefix).range, ..all } };
        let (items, more) = state.store.query(&query).await?;
        let end = items.last().and_then(|item| item.get("sk")).and_then(|sk| sk.as_s().ok());
        let next = end.filter(|_| more).map(|sk| list.cursor(sk));
        Ok(Page { items: items.into_iter().map(read).collect::<Result<_>>()?, next })
    }
}

fn read<T: serde::de::DeserializeOwned>(item: Item) -> Result<T> {
    read_item(item)
}

/// List what admins did, newest first.
#[utoipa::path(
    get, path = "/api/admin/audit", tag = "admin", security(("access_token" = [])), params(PageParams),
    responses(
        (status = 200, description = "A page", body = Page<Act>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
    )
)]
pub(crate) async fn list_acts(State(state): State<AppState>, admin: Admin, Params(params): Params<PageParams>) -> Result<Json<Page<Act>>> {
    let (_, page) = admin.beside(params.page(&state, "acts", Key::acts(), "")).await?;
    Ok(Json(page))
}
