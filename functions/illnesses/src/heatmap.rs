//! The heatmap of a year: which child was ill on which day, how badly and with what.

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use trajectory::access::{Family, View};
use trajectory::date::Date;
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::id::{ChildId, FamilyId, IllnessId};
use trajectory::record::illness::IllnessType;
use trajectory::record::{Illness, IllnessDetails};
use trajectory::request::Params;
use trajectory::state::AppState;
use utoipa::{IntoParams, ToSchema};

/// Which year, and of whom.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct HeatmapParams {
    /// The year, 1900 to 2200.
    #[param(minimum = 1900, maximum = 2200, example = 2026)]
    year: u16,
    /// Only this child.
    #[param(value_type = Option<String>)]
    child: Option<ChildId>,
}

/// The days of a year on which a child was ill.
#[derive(Serialize, ToSchema)]
pub(crate) struct Heatmap {
    year: u16,
    /// The days with any illness, in order.
    days: Vec<Day>,
    /// Of every child asked for, in the order in which they were entered.
    totals: Vec<Total>,
}

/// A day on which somebody was ill.
#[derive(Serialize, ToSchema)]
pub(crate) struct Day {
    #[schema(value_type = String, format = Date)]
    date: NaiveDate,
    children: Vec<IllChild>,
}

/// A child that was ill on a day.
#[derive(Clone, Serialize, ToSchema)]
pub(crate) struct IllChild {
    child_id: ChildId,
    /// The highest severity of that day's illnesses, where one was given.
    severity: Option<u8>,
    types: Vec<IllnessType>,
    illness_ids: Vec<IllnessId>,
}

/// A child's year.
#[derive(Serialize, ToSchema)]
pub(crate) struct Total {
    child_id: ChildId,
    /// Days with at least one illness.
    days_ill: usize,
    /// Illnesses with at least one day in the year.
    episodes: usize,
}

/// The days of a year on which children were ill.
///
/// An illness that goes on is counted until today (UTC), and at least on its first day.
#[utoipa::path(
    get, path = "/api/families/{family_id}/heatmap", tag = "illnesses", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), HeatmapParams),
    responses(
        (status = 200, description = "The year", body = Heatmap),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
pub(crate) async fn read_heatmap(
    State(state): State<AppState>,
    family: Family<View>,
    Params(HeatmapParams { year, child }): Params<HeatmapParams>,
) -> Result<Json<Heatmap>> {
    let bound = |day: &str| Date::try_from(format!("{year}-{day}").as_str()).map_err(|_| ApiError::field("year", "must be 1900 to 2200"));
    let (first, last) = (bound("01-01")?, bound("12-31")?);
    // An illness may have begun in any year before and nothing bounds how long it lasts, so everything until the year's end is read:
    // one call, as long as these illnesses fill less than a megabyte.
    let (children, illnesses) = family.run(|store| async move { store.up_to::<IllnessDetails>(child, last).await }).await?;
    let today = state.now().date_naive();
    let mut days: BTreeMap<NaiveDate, BTreeMap<ChildId, IllChild>> = BTreeMap::new();
    let mut episodes: BTreeMap<ChildId, usize> = BTreeMap::new();
    for illness in &illnesses {
        let Some(child_id) = illness.child_id else { continue };
        let mut counted = false;
        for day in days_within(illness, (first.day(), last.day()), today) {
            counted = true;
            let nobody_yet = || IllChild { child_id, severity: None, types: Vec::new(), illness_ids: Vec::new() };
            let ill = days.entry(day).or_default().entry(child_id).or_insert_with(nobody_yet);
            ill.severity = ill.severity.max(illness.details.severity);
            for one in &illness.details.types {
                if !ill.types.contains(one) {
                    ill.types.push(*one);
                }
            }
            ill.illness_ids.push(illness.id);
        }
        *episodes.entry(child_id).or_default() += usize::from(counted);
    }
    let totals = children.iter().map(|child| Total {
        child_id: child.id,
        days_ill: days.values().filter(|ill| ill.contains_key(&child.id)).count(),
        episodes: episodes.get(&child.id).copied().unwrap_or_default(),
    });
    let totals = totals.collect();
    let days = days.into_iter().map(|(date, ill)| Day { date, children: ill.into_values().collect() }).collect();
    Ok(Json(Heatmap { year, days, totals }))
}

/// The days of an illness between two days.
fn days_within(illness: &Illness, (first, last): (NaiveDate, NaiveDate), today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let start = illness.details.started_on.day();
    // East of here today may already be tomorrow: the first day counts in any case.
    let end = illness.details.ended_on.map_or(today.max(start), Date::day);
    let (from, to) = (start.max(first), end.min(last));
    from.iter_days().take_while(move |day| *day <= to)
}
