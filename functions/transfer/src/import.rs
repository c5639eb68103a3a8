//! Reading a file into the record, in batches that can be taken up by another worker and taken away again.
//!
//! The file is read again by each worker, front to back; rows before the saved position are passed over. A batch that was written
//! and not saved is there already when it comes again.

use std::collections::{BTreeMap, HashSet};
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use trajectory::access::{BulkRecord, ChildHome, Edit, FamilyStore, Fate, Held};
use trajectory::error::{ApiError, Context as _, Result};
use trajectory::files::{Files, ObjectKey, Shape, inspect};
use trajectory::id::{AttachmentId, ChildId, JobId};
use trajectory::job::{ImportFile, Job, JobState, Preview, PreviewedChild, Problem, Progress, Report, Source, Warning, Work};
use trajectory::record::attachment::{FileFacts, FileSize, Sha256};
use trajectory::record::avatar::Avatar;
use trajectory::state::AppState;

use crate::reader::{Archive, Fault, Ranged};
use crate::rows::{Content, FileRow, Row};
use crate::worker::{Budget, Stop};
use crate::{format, origin, ours, table};

/// Records of one transaction, and items of it.
const BATCH: usize = 24;
const BATCH_ITEMS: usize = 80;

/// Which files of attachments are wanted.
#[derive(Clone)]
enum Wanted {
    /// None: it is a preview.
    Nothing,
    /// Those of rows from this one on, of these children or all.
    From(u64, Option<HashSet<ChildId>>),
}

/// Reads the file on a thread of its own. Few rows are on their way at once, since each may hold a file.
fn rows(state: &AppState, files: &Files, job: &Job, size: u64, wanted: Wanted) -> mpsc::Receiver<Result<Row, Fault>> {
    let (send, receive) = mpsc::channel(1);
    let key = ObjectKey::transfer(job.family_id, job.id);
    let (state, files, task, id) = (state.clone(), files.clone(), job.task.clone(), job.id);
    let handle = Handle::current();
    let known_zone = job.preview.as_ref().and_then(|preview| preview.zone_minutes);
    let _reads_until_nobody_listens = tokio::task::spawn_blocking(move || {
        let ranged = Ranged::new(files, key, handle, size);
        if let Err(fault) = read(&state, ranged, &task, id, known_zone, &wanted, &send) {
            let _nobody_listens = send.blocking_send(Err(fault));
        }
    });
    receive
}

fn read(
    state: &AppState,
    ranged: Ranged,
    task: &Work,
    job: JobId,
    zone: Option<i32>,
    wanted: &Wanted,
    send: &mpsc::Sender<Result<Row, Fault>>,
) -> Result<(), Fault> {
    let Work::Import(ImportFile { source, .. }) = task else {
        return Err(Fault::Ours("an import imports".to_owned()));
    };
    let tell = |row| send.blocking_send(Ok(row)).map_err(|_| Fault::Unwanted);
    // Rows with files wait until the rest is read: the ZIP is read at one place at a time.
    let (mut waiting, mut nth) = (Vec::new(), 0_u64);
    let mut out = |row: Row| match row {
        Row::File(file) => {
            waiting.push(file);
            Ok(())
        }
        row => {
            nth += u64::from(matches!(row, Row::Record(..) | Row::Refused(_)));
            tell(row)
        }
    };
    let mut archive = match source {
        Source::Csv(mapping) => return table::read(ranged, mapping, job, state, &mut out),
        Source::Trajectory | Source::Origin => Archive::open(ranged)?,
    };
    if matches!(source, Source::Origin) {
        origin::read(&mut archive, job, zone, state, &mut out)?;
    } else {
        ours::read(&mut archive, state, &mut out)?;
    }
    for mut file in waiting {
        let wants = match wanted {
            Wanted::Nothing => false,
            Wanted::From(first, children) => nth >= *first && children.as_ref().is_none_or(|children| children.contains(&file.child)),
        };
        nth += 1;
        let most = file.content.most_bytes();
        let refused = match archive.size(&file.entry) {
            None => Some(("file_missing", "has no file in the ZIP")),
            Some(size) if size > most => Some(("file_too_large", "has a file that is larger than what is kept")),
            Some(_) => None,
        };
        if let Some((code, text)) = refused {
            tell(Row::Refused(Warning::new(file.place, code, text)))?;
            continue;
        }
        if wants {
            file.bytes = Some(archive.file(&file.entry, most)?);
        }
        tell(Row::File(file))?;
    }
    Ok(())
}

fn stop(fault: Fault) -> Stop {
    match fault {
        Fault::File(problem) => Stop::Problem(problem),
        Fault::Ours(text) => Stop::Error(ApiError::because("reading a file", &text)),
        Fault::Unwanted => Stop::Lost,
    }
}

async fn size_of(files: &Files, job: &Job) -> Result<u64, Stop> {
    let size = files.size(&ObjectKey::transfer(job.family_id, job.id)).await?;
    size.ok_or_else(|| Problem::new("not_uploaded", "The file has not arrived. Upload it again.").into())
}

/// Reads the whole file and says what is in it. Nothing is written but the preview.
pub(crate) async fn preview(state: &AppState, files: &Files, held: &mut Held) -> Result<(), Stop> {
    let store = FamilyStore::<Edit>::for_import(state, &held.job);
    let size = size_of(files, &held.job).await?;
    held.job.preview = None;
    let mut rows = rows(state, files, &held.job, size, Wanted::Nothing);
    let (mut preview, mut report, mut total) = (Preview::default(), Report::default(), 0_u64);
    let mut records: BTreeMap<ChildId, u64> = BTreeMap::new();
    while let Some(row) = rows.recv().await {
        let counts = &mut preview.counts;
        match row.map_err(stop)? {
            Row::Record(record, _) => {
                total += 1;
                *records.entry(record.child()).or_default() += u64::from(!matches!(record, BulkRecord::Child(_)));
                match record {
                    BulkRecord::Child(child) => {
                        counts.children += 1;
                        let exists = store.home_of(child.id).await? == ChildHome::Here;
                        let (name, date_of_birth) = (child.details.name.as_ref().to_owned(), child.details.date_of_birth);
                        preview.child(PreviewedChild { id: child.id, name, date_of_birth, records: 0, exists });
                    }
                    BulkRecord::Visit(_) => counts.visits += 1,
                    BulkRecord::Measurement(_) => counts.measurements += 1,
                    BulkRecord::Event(_) => counts.medical_events += 1,
                    BulkRecord::Illness(_) => counts.illnesses += 1,
                }
            }
            Row::File(file) => {
                total += 1;
                match file.content {
                    Content::Attachment { .. } => {
                        counts.attachments += 1;
                        *records.entry(file.child).or_default() += 1;
                    }
                    Content::Avatar => counts.avatars += 1,
                }
            }
            Row::Refused(warning) => {
                total += 1;
                report.refused += 1;
                report.warn(warning);
            }
            Row::Note(warning) => report.warn(warning),
            Row::Zone(minutes) => preview.zone_minutes = Some(minutes),
        }
    }
    for child in &mut preview.children {
        child.records = records.get(&child.id).copied().unwrap_or_default();
    }
    held.job.preview = Some(preview);
    held.job.report = report;
    held.job.position.rows = 0;
    held.job.progress = Progress { done: 0, total: Some(total) };
    held.job.state = JobState::Previewed;
    if held.save().await? { Ok(()) } else { Err(Stop::Lost) }
}

struct Run<'a> {
    store: FamilyStore<Edit>,
    files: &'a Files,
    held: &'a mut Held,
    budget: &'a mut Budget,
    chosen: Option<HashSet<ChildId>>,
    /// Where children of the file are now; absent ones are left out.
    homes: BTreeMap<ChildId, Option<ChildId>>,
    batch: Vec<(BulkRecord, String)>,
    /// Rows that were read.
    read: u64,
}

/// Writes the records, until all are written or the budget is used up.
pub(crate) async fn run(state: &AppState, files: &Files, held: &mut Held, budget: &mut Budget) -> Result<(), Stop> {
    let store = FamilyStore::for_import(state, &held.job);
    let size = size_of(files, &held.job).await?;
    if held.job.position.rows == 0 {
        held.job.report = Report::default();
    }
    let chosen = held.job.choice.as_ref().and_then(|choice| choice.children.clone()).map(HashSet::from_iter);
    let first = held.job.position.rows;
    let mut rows = rows(state, files, &held.job, size, Wanted::From(first, chosen.clone()));
    let mut run = Run { store, files, held, budget, chosen, homes: BTreeMap::new(), batch: Vec::new(), read: 0 };
    while let Some(row) = rows.recv().await {
        run.row(row.map_err(stop)?).await?;
    }
    run.flush().await?;
    run.held.job.progress.done = run.read;
    run.held.job.state = JobState::Done;
    if run.held.save().await? { Ok(()) } else { Err(Stop::Lost) }
}

impl Run<'_> {
    async fn row(&mut self, row: Row) -> Result<(), Stop> {
        let done = self.read < self.held.job.position.rows;
        match row {
            Row::Record(record, place) => {
                self.read += 1;
                self.record(record, place, done).await
            }
            Row::File(file) => {
                // What comes before a file is written first, so that the position says all.
                if !done {
                    self.flush().await?;
                }
                self.read += 1;
                if done { Ok(()) } else { self.file(*file).await }
            }
            Row::Refused(warning) => {
                self.read += 1;
                if !done {
                    self.flush_at(self.read - 1).await?;
                    self.held.job.report.refused += 1;
                    self.held.job.report.warn(warning);
                }
                Ok(())
            }
            Row::Note(warning) => {
                if !done {
                    self.held.job.report.warn(warning);
                }
                Ok(())
            }
            Row::Zone(_) => Ok(()),
        }
    }

    async fn record(&mut self, mut record: BulkRecord, place: String, done: bool) -> Result<(), Stop> {
        let child = record.child();
        let is_child = matches!(record, BulkRecord::Child(_));
        if self.chosen.as_ref().is_some_and(|chosen| !chosen.contains(&child)) {
            return Ok(());
        }
        if is_child {
            // A child comes alone: its records hang on it.
            self.flush_at(self.read - 1).await?;
            let home = self.home(child, &place).await?;
            self.homes.insert(child, home);
        }
        if done {
            return Ok(());
        }
        let Some(home) = self.homes.get(&child).copied().unwrap_or(Some(child)) else {
            self.held.job.report.kept += 1;
            return Ok(());
        };
        record.move_to(home);
        let items: usize = self.batch.iter().map(|(record, _)| record.weight()).sum::<usize>() + record.weight();
        if self.batch.len() >= BATCH || items > BATCH_ITEMS {
            self.flush_at(self.read - 1).await?;
        }
        self.batch.push((record, place));
        if is_child { self.flush().await } else { Ok(()) }
    }

    /// The id that a child of the file has here; none where it is in the trash.
    async fn home(&mut self, child: ChildId, place: &str) -> Result<Option<ChildId>, Stop> {
        Ok(match self.store.home_of(child).await? {
            ChildHome::Here | ChildHome::Free => Some(child),
            ChildHome::Elsewhere => Some(format::derived(self.held.job.id, &child.to_string())),
            ChildHome::Trash => {
                self.held.job.report.warn(Warning::new(place, "in_trash", "is in the trash; restore it there, then import again"));
                None
            }
        })
    }

    async fn flush(&mut self) -> Result<(), Stop> {
        self.flush_at(self.read).await
    }

    /// Writes the batch, and saves that rows up to this one are done.
    async fn flush_at(&mut self, rows: u64) -> Result<(), Stop> {
        if self.batch.is_empty() {
            return Ok(());
        }
        let (records, places): (Vec<_>, Vec<_>) = std::mem::take(&mut self.batch).into_iter().unzip();
        let fates = self.store.write_bulk(self.held.job.id, &records).await?;
        for (fate, place) in fates.into_iter().zip(places) {
            self.count(fate, place);
        }
        self.save(rows).await
    }

    async fn save(&mut self, rows: u64) -> Result<(), Stop> {
        let job = &mut self.held.job;
        job.position.rows = rows;
        job.position.failures = 0;
        job.progress.done = rows;
        if !self.held.save().await? {
            return Err(Stop::Lost);
        }
        self.budget.spend(self.held.job.state)
    }

    fn count(&mut self, fate: Fate, place: String) {
        let report = &mut self.held.job.report;
        let (counter, warning) = match fate {
            Fate::Created | Fate::Mine => (&mut report.created, None),
            Fate::Known => (&mut report.known, None),
            Fate::Kept => (&mut report.kept, Some(("kept", "is there with other content, which stays"))),
            Fate::InTrash => (&mut report.kept, Some(("in_trash", "is in the trash, where it stays"))),
            Fate::IdTaken => (&mut report.refused, Some(("id_taken", "has an id that another record has or had"))),
            Fate::NoChild => (&mut report.refused, Some(("no_child", "is of a child that is not there"))),
            Fate::BeforeBirth => (&mut report.refused, Some(("invalid", "lies before the day of birth"))),
        };
        *counter += 1;
        if let Some((code, text)) = warning {
            report.warn(Warning::new(place, code, text));
        }
    }

    async fn file(&mut self, file: FileRow) -> Result<(), Stop> {
        let FileRow { place, child, content, content_type, facts, bytes, .. } = file;
        if self.chosen.as_ref().is_some_and(|chosen| !chosen.contains(&child)) {
            return self.save(self.read).await;
        }
        let (Some(home), Some(bytes)) = (self.homes.get(&child).copied().unwrap_or(Some(child)), bytes) else {
            self.held.job.report.kept += 1;
            return self.save(self.read).await;
        };
        let real = facts_of(content_type, &bytes);
        let Some(real) = real.filter(|real| facts.as_ref().is_none_or(|declared| declared == real)) else {
            self.refuse(&place, "file_differs", "has a file of another length or checksum than the data say");
            return self.save(self.read).await;
        };
        let job = self.held.job.id;
        let fate = match content {
            Content::Attachment { id, details, stamps } => {
                let (fate, filed) = self.store.import_announced(job, (home, id), &details, &real, stamps).await?;
                if fate != Fate::Created {
                    Some(fate)
                } else if self.bring(id, &real, bytes, Shape::Any).await? {
                    self.store.import_arrived(filed).await?;
                    Some(Fate::Created)
                } else {
                    None
                }
            }
            Content::Avatar => {
                let id = format::derived(job, &format!("avatar/{home}"));
                let fate = self.store.import_avatar_announced(job, home, id, &real).await?;
                if fate != Fate::Created {
                    Some(fate)
                } else if self.bring(id, &real, bytes, Shape::Avatar).await? {
                    Some(self.store.import_avatar_arrived(job, home, Avatar { id, content_type }).await?)
                } else {
                    None
                }
            }
        };
        match fate {
            Some(fate) => self.count(fate, place),
            None => {
                self.refuse(
                    &place,
                    "file_refused",
                    "has a file that cannot be kept: broken, of another type, or telling where it was taken",
                );
            }
        }
        self.save(self.read).await
    }

    /// Puts a file to its place and looks into it; whether it can be kept. What cannot does not stay.
    async fn bring(&self, id: AttachmentId, facts: &FileFacts, bytes: Vec<u8>, shape: Shape) -> Result<bool, Stop> {
        let key = ObjectKey::of(self.held.job.family_id, id);
        self.files.put_file(&key, facts, bytes).await?;
        let stored = self.files.open(&key).await?.context("what was written is there")?;
        match inspect(stored, facts, shape).await {
            Ok(()) => Ok(true),
            Err(ApiError::FileRefused(_)) => {
                self.files.delete(&key).await?;
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }

    fn refuse(&mut self, place: &str, code: &str, text: &str) {
        self.held.job.report.refused += 1;
        self.held.job.report.warn(Warning::new(place, code, text));
    }
}

fn facts_of(content_type: trajectory::record::attachment::ContentType, bytes: &[u8]) -> Option<FileFacts> {
    Some(FileFacts {
        content_type,
        size: FileSize::try_from(bytes.len() as u64).ok()?,
        checksum_sha256: Sha256::try_from(format::checksum(bytes)).ok()?,
    })
}

/// Takes away what the import wrote, until all is gone or the budget is used up. It begins anew each time: what is gone stays gone.
pub(crate) async fn undo(state: &AppState, files: &Files, held: &mut Held, budget: &mut Budget) -> Result<(), Stop> {
    let store = FamilyStore::<Edit>::for_import(state, &held.job);
    let job = held.job.id;
    held.job.report.left = 0;
    let mut after = None;
    loop {
        let step = store.undo_records(job, after).await?;
        for file in &step.files {
            files.delete_all_versions(&ObjectKey::of(held.job.family_id, *file)).await?;
        }
        held.job.report.removed += step.removed;
        held.job.report.left += step.left;
        after = step.next;
        if after.is_none() {
            break;
        }
        if step.removed > 0 {
            if !held.save().await? {
                return Err(Stop::Lost);
            }
            budget.spend(held.job.state)?;
        }
    }
    let children = store.undo_children(job).await?;
    held.job.report.removed += children.removed;
    held.job.report.left += children.left;
    held.job.position.rows = 0;
    held.job.state = JobState::Undone;
    if held.save().await? { Ok(()) } else { Err(Stop::Lost) }
}
