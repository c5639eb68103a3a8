//! The growth of a child: every measurement with its centile, and the curves to draw beside.

use axum::extract::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use trajectory::access::{Family, FamilyRole, View};
use trajectory::answer::Stated;
use trajectory::error::{ErrorBody, Result};
use trajectory::growth::{Correction, Point, References, Settings, StandardChoice, assess, references};
use trajectory::id::ChildId;
use trajectory::record::{Child, Measurement, MeasurementDetails};
use trajectory::request::{Ids, Known, Params};
use trajectory::state::AppState;
use utoipa::{IntoParams, ToSchema};

/// Curves go on for a while beyond the last day, so that the next point will have a place.
const LOOK_AHEAD_DAYS: i64 = 90;
/// Curves of a young baby reach at least to here.
const FIRST_SPAN_DAYS: i64 = 365;

/// Which references to compare with.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct GrowthParams {
    /// `cdc_from_two`: WHO until 24 months, then CDC. `who`: WHO throughout.
    #[serde(default)]
    #[param(inline)]
    standard: StandardChoice,
    /// How long the age of a child born before 37 weeks is corrected.
    #[serde(default)]
    #[param(inline)]
    correction: Correction,
}

/// The growth of a child.
#[derive(Serialize, ToSchema)]
pub(crate) struct Growth {
    child: Child,
    /// What the caller may do in the child's family.
    role: FamilyRole,
    standard: StandardChoice,
    correction: Correction,
    /// Oldest first.
    measurements: Vec<GrowthEntry>,
    /// The curves to draw beside the points.
    references: References,
}

/// Measurements of one day, and where they stand.
#[derive(Serialize, ToSchema)]
pub(crate) struct GrowthEntry {
    measurement: Measurement,
    /// Age since birth, in days.
    age_days: i64,
    /// Age since the due date, in days, while it is used.
    corrected_age_days: Option<i64>,
    /// Weight for age; the value in kg.
    weight: Option<Point>,
    /// Length or height for age; the value in cm.
    height: Option<Point>,
    /// Head circumference for age; the value in cm.
    head_circumference: Option<Point>,
    /// Body mass index for age; the value in kg/m2.
    bmi: Option<Point>,
    /// Weight for length or height; the value in kg.
    weight_for_height: Option<Point>,
}

/// The growth of a child.
///
/// Every measurement with age, corrected age, centile, z-score, standard and flags, and the reference curves for the chart.
/// A centile is no diagnosis. WHO Child Growth Standards, 2006; WHO Reference 2007; CDC 2000 growth charts
/// and 2022 extended BMI-for-age; neither WHO nor CDC endorses this product.
#[utoipa::path(
    get, path = "/api/children/{child_id}/growth", tag = "measurements", security(("access_token" = [])),
    params(("child_id" = ChildId, Path), GrowthParams, ("If-None-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "The growth of the child", body = Growth),
        (status = 304, description = "Nothing has changed"),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No child of mine", body = ErrorBody),
    )
)]
pub(crate) async fn read_growth(
    State(state): State<AppState>,
    family: Family<View>,
    Ids(child): Ids<ChildId>,
    known: Known,
    Params(params): Params<GrowthParams>,
) -> Result<Stated<Growth>> {
    let settings = Settings { standard: params.standard, correction: params.correction };
    let latest_today = state.latest_today();
    let about = &format!("growth {settings:?} {latest_today}");
    let known = &known;
    let found = family.run(|store| async move { store.all::<MeasurementDetails>(child, about, known).await }).await?;
    Ok(found.map(|(child, role, measurements)| growth(child, role, measurements, settings, latest_today)))
}

fn growth(child: Child, role: FamilyRole, measurements: Vec<Measurement>, settings: Settings, latest_today: NaiveDate) -> Growth {
    let subject = child.details.subject();
    let observations: Vec<_> = measurements.iter().map(|one| one.details.observation()).collect();
    let assessments = assess(&subject, settings, &observations);
    let today = (latest_today - subject.date_of_birth).num_days();
    let last = assessments.iter().map(|one| one.age_days).fold(today, i64::max);
    let until = (last + LOOK_AHEAD_DAYS).max(FIRST_SPAN_DAYS);
    let entries = measurements.into_iter().zip(assessments).map(|(measurement, seen)| GrowthEntry {
        measurement,
        age_days: seen.age_days,
        corrected_age_days: seen.corrected_age_days,
        weight: seen.weight,
        height: seen.height,
        head_circumference: seen.head_circumference,
        bmi: seen.bmi,
        weight_for_height: seen.weight_for_height,
    });
    Growth {
        child,
        role,
        standard: settings.standard,
        correction: settings.correction,
        measurements: entries.collect(),
        references: references(&subject, settings, until),
    }
}
