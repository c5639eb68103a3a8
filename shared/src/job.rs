//! Exports and imports of a family as jobs: what is asked for, how far it is, and what became of it.
//!
//! A job's item is in its family's partition. A worker takes it for a while (a lease), does a batch, saves where it is, and goes on;
//! whoever takes it next, after the worker was ended or has died, goes on from there.

mod state;

pub use state::{Act, JobState};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::date::Date;
use crate::id::{ChildId, FamilyId, JobId, SessionId, UserId};
use crate::text::Line;

/// How long a job and its file are kept.
pub const JOB_LIFE: TimeDelta = TimeDelta::days(7);
/// The largest file that can be imported: what one presigned PUT takes.
pub const MAX_IMPORT_BYTES: u64 = 5 * 1024 * 1024 * 1024;
/// Warnings that a job shows; the rest is counted.
pub const MAX_WARNINGS: usize = 60;
/// Children that a preview shows.
const MAX_PREVIEWED: usize = 100;

/// What a job does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "work", rename_all = "snake_case")]
pub enum Work {
    /// Writes the family's record as a ZIP.
    Export {
        /// Only these children; absent: all that the member sees.
        children: Option<Vec<ChildId>>,
    },
    /// Reads a file into the family's record.
    Import(ImportFile),
}

/// A file to import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "source": { "kind": "trajectory" }, "size": 482_133 }))]
pub struct ImportFile {
    /// What kind of file.
    pub source: Source,
    /// Length of the file in bytes, at most 5 GB.
    #[schema(minimum = 1, maximum = 5_368_709_120_u64)]
    pub size: u64,
    /// SHA-256 of its bytes in Base64 with padding, so that S3 refuses anything else.
    #[schema(min_length = 44, max_length = 44)]
    pub checksum_sha256: Option<String>,
}

/// Kinds of files that can be imported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Source {
    /// Our own ZIP.
    Trajectory,
    /// The ZIP of the product that this one re-implements: numbered rows.
    Origin,
    /// A table with one record in a row.
    Csv(CsvMapping),
}

/// How the columns of a table become records of one child.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CsvMapping {
    /// Whose records they are.
    pub child: ChildId,
    /// What a row is.
    pub record: CsvRecord,
    /// How dates are written.
    pub dates: DateOrder,
    /// What stands between columns; where left out, a comma.
    #[schema(value_type = Option<String>, min_length = 1, max_length = 1)]
    pub delimiter: Option<char>,
    /// Which column is what. One of them is the date.
    #[schema(min_items = 1, max_items = 30)]
    pub columns: Vec<CsvColumn>,
}

/// What a row of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it all")]
pub enum CsvRecord {
    Measurement,
    Vaccine,
    Illness,
    Visit,
}

/// How dates of a table are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 2026-02-10.
    YearMonthDay,
    /// 10.02.2026 or 10/02/2026.
    DayMonthYear,
    /// 02/10/2026.
    MonthDayYear,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CsvColumn {
    /// Its name in the first row.
    #[schema(value_type = String, max_length = 100)]
    pub name: Line<100>,
    /// What it holds.
    pub field: CsvField,
    /// The unit of its numbers, such as `kg`, `lb`, `oz`, `cm`, `in`, `c`, `f`.
    #[schema(value_type = Option<String>, max_length = 10)]
    pub unit: Option<Line<10>>,
}

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it all")]
pub enum CsvField {
    Date,
    EndDate,
    Name,
    Weight,
    Height,
    HeadCircumference,
    Temperature,
    Severity,
    DoseNumber,
    Lot,
    Manufacturer,
    Place,
    Doctor,
    Title,
    Reason,
    Outcome,
    Symptoms,
    Notes,
    Tags,
}

/// How far a job is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Progress {
    /// So much is done.
    pub done: u64,
    /// Of so much, once that is known.
    pub total: Option<u64>,
}

/// Where the next worker goes on. Private to the worker.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Rows of the file that are done.
    pub rows: u64,
    /// Times that work on it has failed by no fault of its own, one after another.
    pub failures: u64,
}

/// What became of the records.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Report {
    /// Records that were written; children and attachments count as such.
    pub created: u64,
    /// Records that were there with the same content.
    pub known: u64,
    /// Records that were there with other content, and were left as they are.
    pub kept: u64,
    /// Records that cannot be accepted.
    pub refused: u64,
    /// Records that an undo has taken away again.
    pub removed: u64,
    /// Records that an undo has left, since somebody has changed them.
    pub left: u64,
    /// Warnings, the first sixty.
    pub warnings: Vec<Warning>,
    /// Warnings beyond those.
    pub more_warnings: u64,
}

impl Report {
    /// Notes a warning.
    pub fn warn(&mut self, warning: Warning) {
        if self.warnings.contains(&warning) {
            return;
        }
        if self.warnings.len() < MAX_WARNINGS {
            self.warnings.push(warning);
        } else {
            self.more_warnings += 1;
        }
    }
}

/// Something in a file that a person should know of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Warning {
    /// Where: part of the file and place in it, such as `measurements[12].date`.
    pub place: String,
    /// A stable code for programs.
    pub code: String,
    /// A sentence for a person.
    pub text: String,
}

impl Warning {
    /// A warning; its parts are cut to a bounded length.
    pub fn new(place: impl Into<String>, code: &str, text: impl Into<String>) -> Self {
        let cut = |text: String| if text.chars().count() > 160 { text.chars().take(160).collect() } else { text };
        Self { place: cut(place.into()), code: code.to_owned(), text: cut(text.into()) }
    }
}

/// Why a job cannot go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// A stable code for programs.
    #[schema(example = "not_a_zip")]
    pub code: String,
    /// A sentence for a person.
    pub text: String,
}

impl Problem {
    /// A problem.
    pub fn new(code: &str, text: impl Into<String>) -> Self {
        Self { code: code.to_owned(), text: text.into() }
    }
}

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Preview {
    /// Records by kind.
    pub counts: Counts,
    /// Its children, the first hundred.
    pub children: Vec<PreviewedChild>,
    /// Minutes by which the zone of the server that wrote the dates is east of UTC. Only for the origin's file.
    pub zone_minutes: Option<i32>,
}

impl Preview {
    /// Notes a child.
    pub fn child(&mut self, child: PreviewedChild) {
        if self.children.len() < MAX_PREVIEWED {
            self.children.push(child);
        }
    }
}

/// Records by kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[expect(missing_docs, reason = "the names say it all")]
pub struct Counts {
    pub children: u64,
    pub visits: u64,
    pub measurements: u64,
    pub medical_events: u64,
    pub illnesses: u64,
    pub attachments: u64,
    #[serde(default)]
    pub avatars: u64,
}

/// A child in a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PreviewedChild {
    /// The id that it has in the file, or that it will get.
    pub id: ChildId,
    /// Its name.
    pub name: String,
    /// Its day of birth.
    #[schema(value_type = String, format = Date)]
    pub date_of_birth: Date,
    /// Its records in the file.
    pub records: u64,
    /// Whether the family has it already; then its details stay as they are, and records that are missing are added.
    pub exists: bool,
}

/// How an import goes on after the preview.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "existing": "skip" }))]
pub struct Choice {
    /// Only these children of the preview; absent: all.
    #[schema(max_items = 100)]
    pub children: Option<Vec<ChildId>>,
    /// What happens to records that are there already.
    #[serde(default)]
    pub existing: Existing,
}

/// What happens to records that are there already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Existing {
    /// They stay as they are.
    #[default]
    Skip,
}

/// A job as it is kept. Only `access` reads one, so having one means that access was proven or that a worker has taken it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Job {
    pub(crate) kind: String,
    pub(crate) schema: u32,
    /// Its id.
    pub id: JobId,
    /// Whose record.
    pub family_id: FamilyId,
    /// Who asked for it.
    pub created_by: UserId,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it last went on.
    pub updated_at: DateTime<Utc>,
    /// In whose name a worker acts: whoever started or resumed it last.
    pub(crate) acting: UserId,
    pub(crate) session: SessionId,
    pub(crate) token_version: u32,
    /// The only children that the member sees; absent: all.
    #[serde(default)]
    pub only_children: Option<Vec<ChildId>>,
    /// What it does.
    pub task: Work,
    /// Where it is.
    pub state: JobState,
    /// What it was doing when it failed or was cancelled.
    #[serde(default)]
    pub halted: Option<JobState>,
    /// How far it is.
    pub progress: Progress,
    /// Where the next worker goes on.
    pub position: Position,
    /// What became of the records.
    pub report: Report,
    /// What the file holds.
    #[serde(default)]
    pub preview: Option<Preview>,
    /// What the member has chosen.
    #[serde(default)]
    pub choice: Option<Choice>,
    /// Why it cannot go on.
    #[serde(default)]
    pub problem: Option<Problem>,
    /// Bytes of the result of an export.
    #[serde(default)]
    pub result_bytes: Option<u64>,
    /// Who works on it, and until when (seconds since 1970) unless that is renewed.
    #[serde(default)]
    pub(crate) lease_holder: Option<String>,
    #[serde(default)]
    pub(crate) lease_until: Option<i64>,
    pub(crate) expires_at: i64,
}

/// A job as the API shows it.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Job)]
pub struct JobView {
    /// Its id.
    pub id: JobId,
    /// Whose record.
    pub family_id: FamilyId,
    /// Who asked for it.
    pub created_by: UserId,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it last went on.
    pub updated_at: DateTime<Utc>,
    /// When it and its file are removed.
    pub expires_at: DateTime<Utc>,
    /// What it does.
    #[serde(flatten)]
    #[schema(inline)]
    pub task: Work,
    /// Where it is.
    pub state: JobState,
    /// How far it is.
    pub progress: Progress,
    /// What became of the records.
    pub report: Report,
    /// What the file holds, once it has been read.
    pub preview: Option<Preview>,
    /// Why it cannot go on.
    pub problem: Option<Problem>,
    /// Bytes of the ZIP, once an export is done.
    pub result_bytes: Option<u64>,
}

impl From<Job> for JobView {
    fn from(job: Job) -> Self {
        let Job {
            id, family_id, created_by, created_at, updated_at, task, state, progress, report, preview, problem, result_bytes, ..
        } = job;
        let expires_at = DateTime::from_timestamp(job.expires_at, 0).unwrap_or(created_at + JOB_LIFE);
        Self {
            id,
            family_id,
            created_by,
            created_at,
            updated_at,
            expires_at,
            task,
            state,
            progress,
            report,
            preview,
            problem,
            result_bytes,
        }
    }
}
