//! What a worker does with a job: takes it, does steps until its time is over, gives it back.

use std::time::{Duration, Instant};
use trajectory::access::{Held, Resting, Waiting, nothing_to_do, resting, take_job, waiting_jobs};
use trajectory::error::{ApiError, Result};
use trajectory::files::Files;
use trajectory::job::{JobState, Problem, Work};
use trajectory::state::AppState;

use crate::{export, import};

/// How long a worker goes on before it gives a job back; Lambda ends one after fifteen minutes.
pub const WORKING_TIME: Duration = Duration::from_mins(10);
/// How often a job is tried that fails by no fault of its own.
const TRIES: u64 = 5;
/// After so many of them an export begins anew: what it had sent may be gone.
const TRIES_AS_IT_IS: u64 = 2;

/// How much a worker may do.
pub struct Budget {
    until: Option<Instant>,
    steps: Option<u32>,
}

impl Budget {
    /// As much as fits in this time.
    #[must_use]
    pub fn of_time(time: Duration) -> Self {
        Self { until: Some(Instant::now() + time), steps: None }
    }

    /// So many steps.
    #[must_use]
    pub fn of_steps(steps: u32) -> Self {
        Self { until: None, steps: Some(steps) }
    }

    /// Counts a step. Where nothing is left to do, nothing is needed for it.
    pub(crate) fn spend(&mut self, state: JobState) -> Result<(), Stop> {
        if !state.is_working() {
            return Ok(());
        }
        self.steps = self.steps.map(|left| left.saturating_sub(1));
        let over = self.steps == Some(0) || self.until.is_some_and(|until| Instant::now() >= until);
        if over { Err(Stop::OutOfBudget) } else { Ok(()) }
    }
}

/// Why work on a job ends before the job does.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The job cannot go on.
    Problem(Problem),
    /// The job is not this worker's any more.
    Lost,
    /// Another worker goes on.
    OutOfBudget,
    /// Something of ours failed; it may work another time.
    Error(ApiError),
}

impl Stop {
    pub(crate) fn problem(code: &str, text: &str) -> Self {
        Self::Problem(Problem::new(code, text))
    }
}

impl From<ApiError> for Stop {
    fn from(error: ApiError) -> Self {
        match error {
            ApiError::NotFound | ApiError::NotAllowed | ApiError::MembershipFrozen | ApiError::SessionEnded => Self::problem(
                "access_changed",
                "The member in whose name this ran has no such access any more, or has signed out everywhere. Whoever has may resume it.",
            ),
            other => Self::Error(other),
        }
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// Works on everything that waits.
///
/// # Errors
/// The table or S3 did not answer, for one of the jobs; the others had their turn.
pub async fn run_waiting(state: &AppState, files: &Files, budget: impl Fn() -> Budget) -> Result<usize> {
    let waiting = waiting_jobs(state).await?;
    let count = waiting.len();
    let mut failed = None;
    for one in waiting {
        // What is wrong with one job is not to keep the others waiting.
        failed = run_job(state, files, one, budget()).await.err().or(failed);
    }
    failed.map_or(Ok(count), Err)
}

/// Works on one job, if it has something to do and nobody else is at it.
///
/// # Errors
/// The table did not answer.
pub async fn run_job(state: &AppState, files: &Files, waiting: Waiting, mut budget: Budget) -> Result<()> {
    let Some(mut held) = take_job(state, waiting).await? else { return Box::pin(settle(state, files, waiting)).await };
    let is_export = matches!(held.job.task, Work::Export { .. });
    // Large futures, kept off the stack of whoever waits for them.
    let done = match (&held.job.task, held.taken_in) {
        (Work::Export { .. }, _) => Box::pin(export::run(state, files, &mut held, &mut budget)).await,
        (Work::Import(_), JobState::Reading) => Box::pin(import::preview(state, files, &mut held)).await,
        (Work::Import(_), JobState::Undoing) => Box::pin(import::undo(state, files, &mut held, &mut budget)).await,
        (Work::Import(_), _) => Box::pin(import::run(state, files, &mut held, &mut budget)).await,
    };
    let problem = match done {
        Ok(()) => return Ok(()),
        Err(Stop::Lost) => return Box::pin(settle(state, files, waiting)).await,
        Err(Stop::OutOfBudget) => return give_back(state, files, waiting, held).await,
        Err(Stop::Problem(problem)) => problem,
        Err(Stop::Error(error)) => {
            tracing::error!(%error, job = %held.job.id, "work on a job failed");
            held.job.state = held.taken_in;
            held.job.position.failures += 1;
            if held.job.position.failures == TRIES_AS_IT_IS && is_export {
                Box::pin(export::end(files, (held.job.family_id, held.job.id), false)).await?;
            }
            if held.job.position.failures < TRIES {
                return give_back(state, files, waiting, held).await;
            }
            Problem::new("internal", "Something went wrong on our side, several times. It can be resumed.")
        }
    };
    fail(files, held, problem).await
}

async fn give_back(state: &AppState, files: &Files, waiting: Waiting, held: Held) -> Result<()> {
    if held.give_back().await? { Ok(()) } else { Box::pin(settle(state, files, waiting)).await }
}

/// Ends what hangs on a job that has nothing to do any more: a member has cancelled it, or it is gone.
async fn settle(state: &AppState, files: &Files, waiting: Waiting) -> Result<()> {
    let Some(Resting(now)) = resting(state, waiting).await? else { return Ok(()) };
    export::end(files, (waiting.family, waiting.job), now == Some(JobState::Done)).await?;
    nothing_to_do(state, waiting).await
}

async fn fail(files: &Files, mut held: Held, problem: Problem) -> Result<()> {
    if matches!(held.job.task, Work::Export { .. })
        && let Err(error) = export::end(files, (held.job.family_id, held.job.id), false).await
    {
        tracing::warn!(%error, job = %held.job.id, "what a job had sent could not be removed");
    }
    held.job.position.failures = 0;
    held.job.halted = Some(held.taken_in);
    held.job.state = JobState::Failed;
    held.job.problem = Some(problem);
    held.save().await.map(drop)
}
