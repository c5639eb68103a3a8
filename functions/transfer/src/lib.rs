//! Route group: export and import of a family's record, and the work behind them.
//!
//! A route writes down what is to be done; [`worker`] does it, in Lambda as `transfer-worker`, in the local stack in the same process.

mod export;
pub mod format;
mod import;
mod origin;
mod ours;
mod reader;
mod rows;
mod sheets;
mod table;
pub mod worker;
mod zip_writer;

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use trajectory::access::{Edit, Family, View};
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::files::{Download, Files, ObjectKey, Upload};
use trajectory::id::{ChildId, FamilyId, Id as _, JobId};
use trajectory::job::{Act, Choice, ImportFile, JobState, JobView, MAX_IMPORT_BYTES, Source, Work};
use trajectory::record::attachment::Sha256;
use trajectory::request::{Body, Ids, Params};
use trajectory::service::Routes;
use trajectory::state::AppState;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// The routes of the group.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(create_export))
        .routes(routes!(create_import))
        .routes(routes!(preview_import))
        .routes(routes!(list_jobs))
        .routes(routes!(read_job, cancel_job))
        .routes(routes!(run_import))
        .routes(routes!(resume_job))
        .routes(routes!(undo_import))
}

/// What a create takes besides its body.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct NewJob {
    /// An id made by the client, so that a retry is the same create.
    #[param(value_type = Option<String>)]
    id: Option<JobId>,
}

/// What to export.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "children": null }))]
struct NewExport {
    /// Only these children; absent: all that I see.
    #[schema(max_items = 100)]
    children: Option<Vec<ChildId>>,
}

/// A job of a family.
#[derive(Serialize, ToSchema)]
struct JobAnswer {
    #[serde(flatten)]
    #[schema(inline)]
    job: JobView,
    /// Where to upload the file of an import that waits for it.
    upload: Option<Upload>,
    /// Where to fetch the ZIP of an export that is done.
    download: Option<Download>,
}

/// Jobs of a family. They live for a week, so all of them come at once.
#[derive(Serialize, ToSchema)]
struct Jobs {
    /// Newest first.
    items: Vec<JobView>,
}

fn accepted(family: FamilyId, answer: JobAnswer) -> Response {
    let path = format!("/api/families/{family}/jobs/{}", answer.job.id);
    (StatusCode::CREATED, [(header::LOCATION, path)], Json(answer)).into_response()
}

/// Export a family's record as a ZIP.
///
/// A worker writes it; read the job for how far it is, and for the address to fetch it from.
#[utoipa::path(
    post, path = "/api/families/{family_id}/exports", tag = "transfer", security(("access_token" = [])), request_body = NewExport,
    params(("family_id" = FamilyId, Path), NewJob),
    responses(
        (status = 201, description = "A worker will write it", body = JobAnswer),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
        (status = 409, description = "The id is in use, or `job_running`: another export of the family is running", body = ErrorBody),
    )
)]
async fn create_export(
    State(state): State<AppState>,
    family: Family<View>,
    Ids(id): Ids<FamilyId>,
    Params(new): Params<NewJob>,
    Body(export): Body<NewExport>,
) -> Result<Response> {
    if export.children.as_ref().is_some_and(|children| children.is_empty() || children.len() > 100) {
        return Err(ApiError::field("children", "must be 1 to 100, or left out"));
    }
    let job = new.id.unwrap_or_else(|| JobId::new(&state));
    let task = &Work::Export { children: export.children };
    let job = family.run(|store| async move { store.start_job(job, task.clone()).await }).await?;
    Ok(accepted(id, JobAnswer { job: job.into(), upload: None, download: None }))
}

/// Begin an import: announce the file and learn where to upload it.
#[utoipa::path(
    post, path = "/api/families/{family_id}/imports", tag = "transfer", security(("access_token" = [])), request_body = ImportFile,
    params(("family_id" = FamilyId, Path), NewJob),
    responses(
        (status = 201, description = "Upload the file, then ask for the preview", body = JobAnswer),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it, or I am limited to some children", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
        (status = 409, description = "The id is in use", body = ErrorBody),
    )
)]
async fn create_import(
    State(state): State<AppState>,
    files: Files,
    family: Family<Edit>,
    Ids(id): Ids<FamilyId>,
    Params(new): Params<NewJob>,
    Body(file): Body<ImportFile>,
) -> Result<Response> {
    if !(1..=MAX_IMPORT_BYTES).contains(&file.size) {
        return Err(ApiError::field("size", "must be 1 byte to 5 GB"));
    }
    if let Some(checksum) = &file.checksum_sha256 {
        Sha256::try_from(checksum.clone()).map_err(|problem| ApiError::field("checksum_sha256", problem))?;
    }
    if let Source::Csv(mapping) = &file.source {
        table::check(mapping)?;
    }
    let job = new.id.unwrap_or_else(|| JobId::new(&state));
    let task = &Work::Import(file.clone());
    let job = family.run(|store| async move { store.start_job(job, task.clone()).await }).await?;
    let upload = match job.state {
        JobState::Waiting => {
            Some(files.upload_import(&ObjectKey::transfer(id, job.id), file.size, file.checksum_sha256.as_deref(), state.now()).await?)
        }
        _ => None,
    };
    Ok(accepted(id, JobAnswer { job: job.into(), upload, download: None }))
}

/// Read the uploaded file and show what it holds.
#[utoipa::path(
    post, path = "/api/families/{family_id}/imports/{job_id}/preview", tag = "transfer", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), ("job_id" = JobId, Path)),
    responses(
        (status = 200, description = "A worker will read it", body = JobView),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No import of my family", body = ErrorBody),
        (status = 409, description = "The file has not arrived, or the job's state does not allow it, or `job_running`", body = ErrorBody),
    )
)]
async fn preview_import(files: Files, family: Family<Edit>, Ids((id, job)): Ids<(FamilyId, JobId)>) -> Result<Json<JobView>> {
    let job = family.run(|store| async move { store.job(job).await }).await?;
    if matches!(job.task, Work::Import(_)) && files.size(&ObjectKey::transfer(id, job.id)).await?.is_none() {
        return Err(ApiError::NotUploaded);
    }
    change(&family, job.id, Act::Preview).await
}

/// List exports and imports of the last week.
#[utoipa::path(
    get, path = "/api/families/{family_id}/jobs", tag = "transfer", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path)),
    responses(
        (status = 200, description = "My exports, and the imports of the family", body = Jobs),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No family of mine", body = ErrorBody),
    )
)]
async fn list_jobs(family: Family<View>) -> Result<Json<Jobs>> {
    let jobs = family.run(|store| async move { store.jobs().await }).await?;
    Ok(Json(Jobs { items: jobs.into_iter().map(JobView::from).collect() }))
}

/// Read how far an export or import is.
#[utoipa::path(
    get, path = "/api/families/{family_id}/jobs/{job_id}", tag = "transfer", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), ("job_id" = JobId, Path)),
    responses(
        (status = 200, description = "The job; with the address of the ZIP, once that is written", body = JobAnswer),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No job that I may see", body = ErrorBody),
    )
)]
async fn read_job(
    State(state): State<AppState>,
    files: Files,
    family: Family<View>,
    Ids((id, job)): Ids<(FamilyId, JobId)>,
) -> Result<Json<JobAnswer>> {
    let job = family.run(|store| async move { store.job(job).await }).await?;
    let key = ObjectKey::transfer(id, job.id);
    let (upload, download) = match (&job.task, job.state) {
        (Work::Import(file), JobState::Waiting) => {
            (Some(files.upload_import(&key, file.size, file.checksum_sha256.as_deref(), state.now()).await?), None)
        }
        (Work::Export { .. }, JobState::Done) => (None, Some(files.download_export(&key, state.now()).await?)),
        _ => (None, None),
    };
    Ok(Json(JobAnswer { job: job.into(), upload, download }))
}

/// Cancel an export or import. What an import has written stays until it is undone.
#[utoipa::path(
    delete, path = "/api/families/{family_id}/jobs/{job_id}", tag = "transfer", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), ("job_id" = JobId, Path)),
    responses(
        (status = 200, description = "Cancelled", body = JobView),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "No job that I may see", body = ErrorBody),
        (status = 409, description = "The job is over", body = ErrorBody),
    )
)]
async fn cancel_job(family: Family<View>, Ids((_family, job)): Ids<(FamilyId, JobId)>) -> Result<Json<JobView>> {
    let job = family.run(|store| async move { store.change_job(job, Act::Cancel, |_| ()).await }).await?;
    Ok(Json(job.into()))
}

/// Go on after the preview.
#[utoipa::path(
    post, path = "/api/families/{family_id}/jobs/{job_id}/run", tag = "transfer", security(("access_token" = [])), request_body = Choice,
    params(("family_id" = FamilyId, Path), ("job_id" = JobId, Path)),
    responses(
        (status = 200, description = "A worker will write the records", body = JobView),
        (status = 400, description = "A field cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No import of my family", body = ErrorBody),
        (status = 409, description = "There is no preview yet, or the import has begun, or `job_running`", body = ErrorBody),
    )
)]
async fn run_import(
    family: Family<Edit>,
    Ids((_family, job)): Ids<(FamilyId, JobId)>,
    Body(choice): Body<Choice>,
) -> Result<Json<JobView>> {
    if choice.children.as_ref().is_some_and(|children| children.is_empty() || children.len() > 100) {
        return Err(ApiError::field("children", "must be 1 to 100, or left out"));
    }
    let choice = &choice;
    let job = family.run(|store| async move { store.change_job(job, Act::Run, |job| job.choice = Some(choice.clone())).await }).await?;
    Ok(Json(job.into()))
}

/// Go on with a job that has failed or was cancelled: an import from where it stopped, an export from its beginning.
#[utoipa::path(
    post, path = "/api/families/{family_id}/jobs/{job_id}/resume", tag = "transfer", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), ("job_id" = JobId, Path)),
    responses(
        (status = 200, description = "A worker will go on", body = JobView),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No job that I may see", body = ErrorBody),
        (status = 409, description = "The job has not stopped, or `job_running`", body = ErrorBody),
    )
)]
async fn resume_job(family: Family<View>, Ids((_family, job)): Ids<(FamilyId, JobId)>) -> Result<Json<JobView>> {
    change(&family, job, Act::Resume).await
}

/// Undo an import: what it has written goes away again, unless somebody has changed it since.
#[utoipa::path(
    post, path = "/api/families/{family_id}/jobs/{job_id}/undo", tag = "transfer", security(("access_token" = [])),
    params(("family_id" = FamilyId, Path), ("job_id" = JobId, Path)),
    responses(
        (status = 200, description = "A worker will undo it; the report counts what was changed since and stays", body = JobView),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No import of my family", body = ErrorBody),
        (status = 409, description = "It is no import, or has written nothing, or `job_running`", body = ErrorBody),
    )
)]
async fn undo_import(family: Family<Edit>, Ids((_family, job)): Ids<(FamilyId, JobId)>) -> Result<Json<JobView>> {
    change(&family, job, Act::Undo).await
}

async fn change<A: trajectory::access::Access>(family: &Family<A>, job: JobId, act: Act) -> Result<Json<JobView>> {
    let job = family.run(|store| async move { store.change_job(job, act, |_| ()).await }).await?;
    Ok(Json(job.into()))
}
