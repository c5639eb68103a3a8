//! Jobs of a family: asked for, shown, changed by members; taken and saved by workers.

use chrono::TimeDelta;
use serde_json::json;

use super::store::{FamilyStore, Reach};
use super::writes::Part;
use super::{Access, Caller, Edit, Member, View, text, value};
use crate::error::{ApiError, Result};
use crate::id::{FamilyId, JobId};
use crate::job::{Act, JOB_LIFE, Job, JobState, Progress, Report, Work};
use crate::state::AppState;
use crate::store::Condition::{Absent, All, Any, AtMost, Exists, Is, Lacks, OneOf};
use crate::store::{Key, ListQuery, Refused, SHARDS, Write, read_item, to_item};
use crate::user::Role;

/// How long a worker that says nothing is believed to be at work.
const LEASE: TimeDelta = TimeDelta::minutes(2);

/// What waits for a worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Of which family.
    pub family: FamilyId,
    /// Which job.
    pub job: JobId,
}

impl Waiting {
    /// Read off the sort key of an item of work, as the table's stream gives it.
    #[must_use]
    pub fn of_key(sk: &str) -> Option<Self> {
        let (family, job) = sk.split_once('#')?;
        Some(Self { family: family.parse().ok()?, job: job.parse().ok()? })
    }
}

impl<A: Access> FamilyStore<A> {
    /// Writes a new job; `Waiting` for imports, `Running` for exports.
    ///
    /// # Errors
    /// [`ApiError::AlreadyExists`] where the id is in use; [`ApiError::JobRunning`]; refusals of access.
    pub async fn start_job(&self, id: JobId, task: Work) -> Result<Job> {
        // An export holds what the member sees at the time, so their limits must be known; an import is for those who have none.
        let member = self.prove(None, []).await?.member;
        if matches!(task, Work::Import(_)) && member.only_children.is_some() {
            return Err(ApiError::NotAllowed);
        }
        let now = self.state.now();
        let state = match task {
            Work::Export { .. } => JobState::Running,
            Work::Import(_) => JobState::Waiting,
        };
        let job = Job {
            kind: "JOB".to_owned(),
            schema: 1,
            id,
            family_id: self.family,
            created_by: self.caller.user,
            created_at: now,
            updated_at: now,
            acting: self.caller.user,
            session: self.caller.session,
            token_version: self.caller.token_version,
            only_children: member.only_children,
            task,
            state,
            halted: None,
            progress: Progress::default(),
            position: crate::job::Position::default(),
            report: Report::default(),
            preview: None,
            choice: None,
            problem: None,
            result_bytes: None,
            lease_holder: None,
            lease_until: None,
            expires_at: (now + JOB_LIFE).timestamp(),
        };
        let mut writes = self.access_proofs(Reach::Family)?;
        writes.push(Write::put(Part::Target, Key::job(self.family, id), to_item(&job)?, Absent));
        if state.is_working() {
            writes.push(occupied(&self.state, &job)?);
            writes.push(work_item(&self.state, &job)?);
        }
        match self.state.store.commit(writes).await {
            Ok(()) => Ok(job),
            Err(Refused::Condition(Part::Target, Some(there))) => {
                let there: Job = read_item(there)?;
                let same = there.task == job.task && there.created_by == job.created_by;
                if same { Ok(there) } else { Err(ApiError::AlreadyExists) }
            }
            Err(refused) => Err(Self::explain(Reach::Family, refused)),
        }
    }

    /// A job that the caller may see.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for one that is over or not the caller's to see; refusals of access.
    pub async fn job(&self, id: JobId) -> Result<Job> {
        let mut proof = self.prove(None, [Key::job(self.family, id)]).await?;
        let job: Job = read_item(proof.also.pop().flatten().ok_or(ApiError::NotFound)?)?;
        if self.sees(&proof.member, &job) { Ok(job) } else { Err(ApiError::NotFound) }
    }

    /// The jobs that the caller may see, newest first. They live for a week, so all of them come at once.
    ///
    /// # Errors
    /// Refusals of access.
    pub async fn jobs(&self) -> Result<Vec<Job>> {
        let query = ListQuery::prefix(Key::tenant(self.family), "JOB#");
        let (proof, found) = tokio::join!(self.prove(None, []), self.state.store.query(&query));
        let member = proof?.member;
        let jobs = found?.0.into_iter().map(read_item).collect::<Result<Vec<Job>>>()?;
        Ok(jobs.into_iter().rev().filter(|job| self.sees(&member, job)).collect())
    }

    /// Exports are shown to whoever asked, as long as they see as much as they saw then; imports also to those who could make one.
    fn sees(&self, member: &Member, job: &Job) -> bool {
        let mine = job.created_by == self.caller.user;
        let in_time = job.expires_at > self.state.now().timestamp();
        in_time
            && match job.task {
                Work::Export { .. } => mine && (member.only_children.is_none() || member.only_children == job.only_children),
                Work::Import(_) => mine || (member.only_children.is_none() && member.role.allows(Edit::ACTION)),
            }
    }

    /// Changes a job's state in the caller's name. It waits twice: what is possible depends on the state that is read.
    ///
    /// # Errors
    /// [`ApiError::NotNow`] where the job's state does not allow it; [`ApiError::JobRunning`]; [`ApiError::NotFound`]; refusals of access.
    pub async fn change_job(&self, id: JobId, act: Act, edit: impl FnOnce(&mut Job)) -> Result<Job> {
        let mut job = self.job(id).await?;
        let before = job.state;
        let is_import = matches!(job.task, Work::Import(_));
        let after = before.after(act, job.halted, is_import).ok_or(ApiError::NotNow)?;
        let now = self.state.now();
        job.state = after;
        job.updated_at = now;
        match act {
            Act::Cancel => job.halted = Some(before),
            Act::Preview | Act::Run | Act::Resume | Act::Undo => {
                job.halted = None;
                job.problem = None;
                job.acting = self.caller.user;
                job.session = self.caller.session;
                job.token_version = self.caller.token_version;
                job.lease_holder = None;
                job.lease_until = None;
            }
        }
        edit(&mut job);
        let mut writes = self.access_proofs(Reach::Family)?;
        let unchanged = All(vec![Exists, Is("state", value(&before)?)]);
        if act == Act::Cancel {
            // Only the state, so that a worker's last counts are not lost.
            let set = to_item(&json!({ "state": after, "halted": before, "updated_at": now }))?;
            writes.push(Write::update(Part::Target, Key::job(self.family, id), set, unchanged));
        } else {
            writes.push(Write::put(Part::Target, Key::job(self.family, id), to_item(&job)?, unchanged));
        }
        if after.is_working() {
            writes.push(occupied(&self.state, &job)?);
            writes.push(work_item(&self.state, &job)?);
        } else if before.is_working() {
            writes.push(left(&job)?);
        }
        match self.state.store.commit(writes).await {
            Ok(()) => Ok(job),
            Err(Refused::Condition(Part::Target, _)) => Err(ApiError::NotNow),
            Err(refused) => Err(Self::explain(Reach::Family, refused)),
        }
    }
}

impl FamilyStore<View> {
    /// The store of an export, in the name of whoever asked for it.
    #[must_use]
    pub fn for_export(state: &AppState, job: &Job) -> Self {
        Self::new(state.clone(), caller(job), job.family_id)
    }
}

impl FamilyStore<Edit> {
    /// The store of an import, in the name of whoever started or resumed it.
    #[must_use]
    pub fn for_import(state: &AppState, job: &Job) -> Self {
        Self::new(state.clone(), caller(job), job.family_id)
    }
}

/// No token stands behind it: the job's item was written by its owner's transaction, and each batch proves the membership again.
fn caller(job: &Job) -> Caller {
    Caller { user: job.acting, session: job.session, token_version: job.token_version, families: vec![job.family_id], role: Role::User }
}

fn work_item(state: &AppState, job: &Job) -> Result<Write<Part>> {
    // Written again, it is an event in the table's stream again, which starts a worker.
    let item = to_item(&json!({ "kind": "WORK", "schema": 1, "asked_at": state.now() }))?;
    Ok(Write::put(Part::Other, Key::work(job.family_id, job.id), item, Any(vec![Absent, Exists])))
}

/// The one export, or the one import, of a family that a worker works on. An item says which; it ends with the job at the latest.
fn slot(job: &Job) -> Key {
    Key::running(job.family_id, if matches!(job.task, Work::Import(_)) { "IMPORT" } else { "EXPORT" })
}

fn occupied(state: &AppState, job: &Job) -> Result<Write<Part>> {
    let item = to_item(&json!({ "kind": "RUNNING", "schema": 1, "job_id": job.id, "expires_at": job.expires_at }))?;
    let over = AtMost("expires_at", value(&state.now().timestamp())?);
    Ok(Write::put(Part::Slot, slot(job), item, Any(vec![Absent, Lacks("job_id"), Is("job_id", text(job.id)), over])))
}

fn left(job: &Job) -> Result<Write<Part>> {
    let item = to_item(&json!({ "kind": "RUNNING", "schema": 1, "expires_at": job.expires_at }))?;
    Ok(Write::put(Part::Slot, slot(job), item, Any(vec![Absent, Lacks("job_id"), Is("job_id", text(job.id))])))
}

/// A job in the hands of a worker.
pub struct Held {
    state: AppState,
    holder: String,
    /// What it was when it was taken.
    pub taken_in: JobState,
    /// The job.
    pub job: Job,
}

/// What waits for workers.
///
/// # Errors
/// The table did not answer.
pub async fn waiting_jobs(state: &AppState) -> Result<Vec<Waiting>> {
    let queries: Vec<_> = (0..SHARDS).map(|shard| ListQuery::partition(Key::work_shard(shard))).collect();
    let found = futures_util::future::join_all(queries.iter().map(|query| state.store.query(query))).await;
    let mut waiting = Vec::new();
    for page in found {
        waiting.extend(page?.0.iter().filter_map(|item| Waiting::of_key(item.get("sk")?.as_s().ok()?)));
    }
    Ok(waiting)
}

/// Takes a job to work on it, unless another worker has it or there is nothing to do.
///
/// # Errors
/// The table did not answer.
pub async fn take_job(state: &AppState, waiting: Waiting) -> Result<Option<Held>> {
    let now = state.now();
    let holder = crate::base64::encode(state.random::<12>());
    let working = JobState::ALL.into_iter().filter(|one| one.is_working()).map(|one| value(&one)).collect::<Result<Vec<_>>>()?;
    let free = Any(vec![Lacks("lease_until"), AtMost("lease_until", value(&now.timestamp())?)]);
    let set = to_item(&json!({ "lease_holder": holder, "lease_until": (now + LEASE).timestamp() }))?;
    let key = Key::job(waiting.family, waiting.job);
    let taken = state.store.write(Write::update((), key, set, All(vec![Exists, OneOf("state", working), free]))).await;
    match taken {
        Ok(item) => {
            let job: Job = read_item(item)?;
            Ok(Some(Held { state: state.clone(), holder, taken_in: job.state, job }))
        }
        Err(Refused::Condition((), _)) => Ok(None),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// What a job is that no worker has anything to do with: over, stopped, waiting for a member, or gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resting(pub Option<JobState>);

/// Whether a job rests.
///
/// # Errors
/// The table did not answer.
pub async fn resting(state: &AppState, waiting: Waiting) -> Result<Option<Resting>> {
    let found = state.store.get_all(&[Key::job(waiting.family, waiting.job)]).await?.pop().flatten();
    let now = found.map(read_item::<Job>).transpose()?.map(|job| job.state);
    Ok((!now.is_some_and(JobState::is_working)).then_some(Resting(now)))
}

/// Takes a job off the list of what waits for workers, unless somebody has meanwhile let it go on.
///
/// # Errors
/// The table did not answer.
pub async fn nothing_to_do(state: &AppState, waiting: Waiting) -> Result<()> {
    let resting = JobState::ALL.into_iter().filter(|one| !one.is_working()).map(|one| value(&one)).collect::<Result<Vec<_>>>()?;
    let still = Any(vec![Absent, OneOf("state", resting)]);
    let writes = vec![
        Write::check((), Key::job(waiting.family, waiting.job), still),
        Write::delete((), Key::work(waiting.family, waiting.job), Any(vec![Exists, Absent])),
    ];
    match state.store.commit(writes).await {
        Ok(()) | Err(Refused::Condition((), _)) => Ok(()),
        Err(Refused::Error(error)) => Err(error),
    }
}

impl Held {
    /// Saves where the job is, and holds it for another while. A state that needs no worker ends the work.
    /// Answers `false` where the job is not ours any more: cancelled, or taken by another worker.
    ///
    /// # Errors
    /// The table did not answer.
    pub async fn save(&mut self) -> Result<bool> {
        self.put(false).await
    }

    /// Saves where the job is and gives it back, so that another worker goes on.
    ///
    /// # Errors
    /// The table did not answer.
    pub async fn give_back(mut self) -> Result<bool> {
        self.put(true).await
    }

    async fn put(&mut self, give_back: bool) -> Result<bool> {
        let now = self.state.now();
        let working = self.job.state.is_working();
        let held = working && !give_back;
        self.job.updated_at = now;
        self.job.lease_holder = held.then(|| self.holder.clone());
        self.job.lease_until = held.then(|| (now + LEASE).timestamp());
        let mine = All(vec![Is("lease_holder", text(&self.holder)), Is("state", value(&self.taken_in)?)]);
        let mut writes = vec![Write::put(Part::Target, Key::job(self.job.family_id, self.job.id), to_item(&self.job)?, mine)];
        if !working {
            writes.push(left(&self.job)?);
            writes.push(Write::delete(Part::Other, Key::work(self.job.family_id, self.job.id), Any(vec![Exists, Absent])));
        } else if give_back {
            writes.push(work_item(&self.state, &self.job)?);
        }
        match self.state.store.commit(writes).await {
            Ok(()) => Ok(true),
            Err(Refused::Condition(..)) => Ok(false),
            Err(Refused::Error(error)) => Err(error),
        }
    }
}
