//! Writing a ZIP, in steps that can be taken up by another worker.
//!
//! Between two steps the place (entries so far, parts sent, bytes not sent yet) lies in an object beside the ZIP. A step that was cut off is
//! done again from the place before; the parts it had sent are replaced. No step has more than a few parts in memory.

mod page;

use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use trajectory::access::{FamilyStore, Held, View};
use trajectory::error::{ApiError, Context as _, Result};
use trajectory::files::{Files, ObjectKey};
use trajectory::id::{AttachmentId, ChildId, FamilyId, JobId};
use trajectory::job::{JobState, Progress, Work};
use trajectory::record::Child;
use trajectory::record::attachment::ContentType;
use trajectory::record::{EventDetails, IllnessDetails, MeasurementDetails, VisitDetails};
use trajectory::state::AppState;
use trajectory::store::Index;

use crate::format::{ChildLine, FORMAT, FileLine, Kind, Line, SCHEMA, VERSION, avatar_name, file_name};
use crate::sheets::{Sheet, harmless, words};
use crate::worker::{Budget, Stop};
use crate::zip_writer::{ZipState, ZipWriter};

/// Bytes of one part of the object.
const PART: usize = 8 * 1024 * 1024;
/// The most parts that an object may have.
const MAX_PARTS: usize = 10_000;

/// Pictures of children in one step.
const AVATARS: usize = 20;

/// What is still to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Next {
    Data,
    Tables,
    Page,
    About,
    Avatars { nth: usize },
    Files { child: usize },
    End,
}

/// Where the export is between two steps.
#[derive(Debug, Serialize, Deserialize)]
struct Place {
    upload: String,
    tags: Vec<String>,
    zip: ZipState,
    next: Next,
    after: Option<(String, String)>,
    children: Vec<ChildId>,
    /// Pictures that `data.json` names.
    #[serde(default)]
    avatars: Vec<(ChildId, AttachmentId, ContentType)>,
    /// As it was then: the job itself may have been saved before or not.
    #[serde(default)]
    progress: Progress,
}

struct Export<'a> {
    store: FamilyStore<View>,
    files: &'a Files,
    key: ObjectKey,
    state_key: ObjectKey,
    place: Place,
    zip: ZipWriter,
    held: &'a mut Held,
    now: chrono::DateTime<chrono::Utc>,
}

/// Does the job until it is done, or the budget is used up.
pub(crate) async fn run(state: &AppState, files: &Files, held: &mut Held, budget: &mut Budget) -> Result<(), Stop> {
    let store = FamilyStore::for_export(state, &held.job);
    let (family, job) = (held.job.family_id, held.job.id);
    let (key, state_key) = (ObjectKey::transfer(family, job), ObjectKey::transfer_state(family, job));
    let (place, waiting) = if let Some(found) = read_place(files, &state_key).await? {
        found
    } else {
        let place = begin(&store, files, &key, held).await?;
        // At once, so that the upload can be ended whatever becomes of this worker.
        keep_place(files, &state_key, &place, &[]).await?;
        (place, Vec::new())
    };
    held.job.progress = place.progress;
    let zip = ZipWriter::new(place.zip.clone(), waiting);
    let mut export = Export { store, files, key, state_key, place, zip, held, now: state.now() };
    while export.held.job.state == JobState::Running {
        export.step().await?;
        export.save().await?;
        budget.spend(export.held.job.state)?;
    }
    Ok(())
}

async fn read_place(files: &Files, key: &ObjectKey) -> Result<Option<(Place, Vec<u8>)>> {
    let Some(mut stored) = files.open(key).await? else { return Ok(None) };
    let mut bytes = Vec::new();
    while let Some(more) = stored.next().await? {
        bytes.extend(more);
    }
    let line = bytes.iter().position(|byte| *byte == b'\n').context("a place ends with its line")?;
    let place = serde_json::from_slice(&bytes[..line]).context("reading the place of an export")?;
    Ok(Some((place, bytes.split_off(line + 1))))
}

async fn keep_place(files: &Files, key: &ObjectKey, place: &Place, waiting: &[u8]) -> Result<()> {
    let mut bytes = serde_json::to_vec(place).context("writing the place of an export")?;
    bytes.push(b'\n');
    bytes.extend(waiting);
    files.put_small(key, bytes).await
}

/// Gives up what an export has sent so far, unless it is done; one that goes on after that begins anew. For an import there is nothing
/// to do.
pub(crate) async fn end(files: &Files, (family, job): (FamilyId, JobId), is_done: bool) -> Result<()> {
    let state_key = ObjectKey::transfer_state(family, job);
    let upload = match read_place(files, &state_key).await {
        Ok(None) => return Ok(()),
        Ok(Some((place, _))) => Ok(place.upload),
        Err(unreadable) => Err(unreadable),
    };
    if !is_done {
        let key = ObjectKey::transfer(family, job);
        let dropped = match upload {
            Ok(upload) => files.drop_parts(&key, &upload).await,
            Err(unreadable) => Err(unreadable),
        };
        if let Err(error) = dropped {
            // The bucket gives up uploads by itself after a day.
            tracing::warn!(%error, %job, "an upload could not be ended");
        }
    }
    files.delete(&state_key).await
}

async fn begin(store: &FamilyStore<View>, files: &Files, key: &ObjectKey, held: &Held) -> Result<Place> {
    let Work::Export { children: chosen } = &held.job.task else { return None.context("an export exports") };
    let mut children: Vec<ChildId> = store.children().await?.into_iter().map(|child| child.id).collect();
    children.retain(|child| chosen.as_ref().is_none_or(|chosen| chosen.contains(child)));
    children.sort_unstable();
    // What a worker had joined that died before it could say so, and whose place is lost.
    files.delete(key).await?;
    let upload = files.begin_parts(key).await?;
    Ok(Place {
        upload,
        tags: Vec::new(),
        zip: ZipState::default(),
        next: Next::Data,
        after: None,
        children,
        avatars: Vec::new(),
        progress: Progress::default(),
    })
}

impl Export<'_> {
    async fn step(&mut self) -> Result<(), Stop> {
        self.place.next = match self.place.next {
            Next::Data => {
                self.data().await?;
                Next::Tables
            }
            Next::Tables => {
                self.table::<VisitDetails>().await?;
                self.table::<MeasurementDetails>().await?;
                self.table::<EventDetails>().await?;
                self.table::<IllnessDetails>().await?;
                self.children_table().await?;
                Next::Page
            }
            Next::Page => {
                self.page().await?;
                Next::About
            }
            Next::About => {
                self.about().await?;
                Next::Avatars { nth: 0 }
            }
            Next::Avatars { nth } => self.some_avatars(nth).await?,
            Next::Files { child } => self.some_files(child).await?,
            Next::End => {
                self.zip.finish();
                let mut size = self.files.size(&self.key).await?;
                // It is there where a worker has died after it had joined the parts.
                if size.is_none() {
                    self.flush(true).await?;
                    self.files.join_parts(&self.key, &self.place.upload, &self.place.tags).await?;
                    size = self.files.size(&self.key).await?;
                }
                self.held.job.result_bytes = size;
                self.held.job.state = JobState::Done;
                Next::End
            }
        };
        Ok(())
    }

    /// Sends whole parts, or all that waits.
    async fn flush(&mut self, all: bool) -> Result<(), Stop> {
        while self.zip.waiting().len() >= PART || (all && !self.zip.waiting().is_empty()) {
            let number = self.place.tags.len() + 1;
            if number > MAX_PARTS {
                return Err(Stop::problem("too_large", "This is more than fits in one ZIP. Export fewer children at a time."));
            }
            let bytes = self.zip.take(PART);
            let number = i32::try_from(number).context("there are few parts")?;
            self.place.tags.push(self.files.put_part(&self.key, &self.place.upload, number, bytes).await?);
        }
        Ok(())
    }

    async fn save(&mut self) -> Result<(), Stop> {
        self.flush(false).await?;
        self.held.job.position.failures = 0;
        if self.held.job.state == JobState::Done {
            // First what others see; the place is of no use any more.
            if !self.held.save().await? {
                return Err(Stop::Lost);
            }
            return Ok(self.files.delete(&self.state_key).await?);
        }
        self.place.zip = self.zip.state().clone();
        self.place.progress = self.held.job.progress;
        keep_place(self.files, &self.state_key, &self.place, self.zip.waiting()).await?;
        if self.held.save().await? { Ok(()) } else { Err(Stop::Lost) }
    }

    async fn text(&mut self, text: &str) -> Result<(), Stop> {
        self.zip.write(text.as_bytes()).context("writing a ZIP")?;
        self.flush(false).await
    }

    async fn children(&self) -> Result<Vec<Child>> {
        let mut children = self.store.children().await?;
        children.retain(|child| self.place.children.contains(&child.id));
        children.sort_unstable_by_key(|child| child.id);
        Ok(children)
    }

    async fn data(&mut self) -> Result<(), Stop> {
        self.zip.begin("data.json".to_owned(), true);
        let name = self.store.family().await?.name;
        self.text(&format!("{{\"format\":{},\"version\":{VERSION},\n\"family\":{},\n", json!(FORMAT), json!({ "name": name }))).await?;
        let children = self.children().await?;
        self.text("\"children\":[").await?;
        let mut first = true;
        let mut avatars = self.store.export_avatars(&children).await?;
        self.place.avatars.clear();
        for child in children {
            let avatar = avatars.remove(&child.id);
            self.place.avatars.extend(avatar.as_ref().map(|(id, facts)| (child.id, *id, facts.content_type)));
            self.line(&mut first, &ChildLine::new(child, avatar.map(|(_, facts)| facts))).await?;
        }
        self.text("\n],\n").await?;
        let mut count = self.place.children.len() as u64;
        count += self.list::<VisitDetails>().await?;
        count += self.list::<MeasurementDetails>().await?;
        count += self.list::<EventDetails>().await?;
        count += self.list::<IllnessDetails>().await?;
        self.text("\"attachments\":[").await?;
        let (mut first, mut files) = (true, self.place.avatars.len() as u64);
        for child in self.place.children.clone() {
            let mut after = None;
            loop {
                let (page, next) = self.store.export_files(child, after).await?;
                for filed in page {
                    files += 1;
                    self.line(&mut first, &FileLine::from(filed)).await?;
                }
                after = next;
                if after.is_none() {
                    break;
                }
            }
        }
        self.text("\n]}\n").await?;
        self.zip.end().context("writing a ZIP")?;
        self.held.job.progress = Progress { done: count, total: Some(count + files) };
        Ok(())
    }

    async fn line(&mut self, first: &mut bool, line: &impl Serialize) -> Result<(), Stop> {
        let text = serde_json::to_string(line).context("writing a record")?;
        let before = if std::mem::take(first) { "\n" } else { ",\n" };
        self.text(before).await?;
        self.text(&text).await
    }

    async fn list<D: Kind>(&mut self) -> Result<u64, Stop> {
        self.text(&format!("{}:[", json!(D::LIST))).await?;
        let (mut first, mut count) = (true, 0);
        for child in self.place.children.clone() {
            let mut after = None;
            loop {
                let (page, next) = self.store.export_page::<D>(child, Index::Main, after).await?;
                for record in page {
                    count += 1;
                    self.line(&mut first, &Line::from(record)).await?;
                }
                after = next;
                if after.is_none() {
                    break;
                }
            }
        }
        self.text("\n],\n").await?;
        Ok(count)
    }

    async fn table<D: Sheet>(&mut self) -> Result<(), Stop> {
        self.zip.begin(format!("{}.csv", D::LIST), true);
        let names: BTreeMap<ChildId, String> =
            self.children().await?.into_iter().map(|child| (child.id, words(&child.details.name))).collect();
        let fixed = ["id", "child id", "child"];
        self.row(fixed.into_iter().chain(D::COLUMNS.iter().copied()).map(str::to_owned).collect()).await?;
        for child in self.place.children.clone() {
            let mut after = None;
            loop {
                let (page, next) = self.store.export_page::<D>(child, Index::ByChild, after).await?;
                for record in page {
                    let ids = vec![record.id.to_string(), child.to_string(), names.get(&child).cloned().unwrap_or_default()];
                    self.row(ids.into_iter().chain(record.details.cells()).collect()).await?;
                }
                after = next;
                if after.is_none() {
                    break;
                }
            }
        }
        Ok(self.zip.end().context("writing a ZIP")?)
    }

    async fn children_table(&mut self) -> Result<(), Stop> {
        self.zip.begin("children.csv".to_owned(), true);
        let columns = ["id", "name", "date of birth", "sex", "blood type", "allergies", "archived", "notes"];
        self.row(columns.map(str::to_owned).to_vec()).await?;
        for child in self.children().await? {
            self.row(vec![
                child.id.to_string(),
                words(&child.details.name),
                child.details.date_of_birth.to_string(),
                words(&child.details.sex),
                words(&child.details.blood_type),
                words(&child.details.allergies),
                words(&child.details.archived),
                words(&child.details.notes),
            ])
            .await?;
        }
        Ok(self.zip.end().context("writing a ZIP")?)
    }

    async fn row(&mut self, cells: Vec<String>) -> Result<(), Stop> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(cells.into_iter().map(harmless)).context("writing a row")?;
        let bytes = writer.into_inner().map_err(|error| ApiError::because("writing a row", &error))?;
        self.zip.write(&bytes).context("writing a ZIP")?;
        self.flush(false).await
    }

    async fn about(&mut self) -> Result<(), Stop> {
        let members: Vec<_> = self.store.member_names().await?.into_iter().map(|(id, name)| json!({ "id": id, "name": name })).collect();
        let about = json!({ "exported_at": self.now, "exported_by": self.held.job.created_by, "members": members });
        for (name, text) in [("about.json", format!("{about}\n")), ("data.schema.json", SCHEMA.to_owned())] {
            self.zip.begin(name.to_owned(), true);
            self.text(&text).await?;
            self.zip.end().context("writing a ZIP")?;
        }
        Ok(())
    }

    /// Some pictures of children.
    async fn some_avatars(&mut self, nth: usize) -> Result<Next, Stop> {
        let some: Vec<_> = self.place.avatars.iter().skip(nth).take(AVATARS).copied().collect();
        let next = nth + some.len();
        for (child, id, content_type) in some {
            self.file(avatar_name(child, content_type), id).await?;
            self.held.job.progress.done += 1;
        }
        Ok(if next < self.place.avatars.len() { Next::Avatars { nth: next } } else { Next::Files { child: 0 } })
    }

    /// A page of files of a child.
    async fn some_files(&mut self, child: usize) -> Result<Next, Stop> {
        let Some(id) = self.place.children.get(child).copied() else { return Ok(Next::End) };
        let (page, next) = self.store.export_files(id, self.place.after.take()).await?;
        for filed in page {
            self.file(file_name(filed.id, filed.facts.content_type), filed.id).await?;
            self.held.job.progress.done += 1;
        }
        self.place.after = next;
        Ok(Next::Files { child: if self.place.after.is_some() { child } else { child + 1 } })
    }

    async fn file(&mut self, name: String, id: AttachmentId) -> Result<(), Stop> {
        let Some(mut stored) = self.files.open(&ObjectKey::of(self.held.job.family_id, id)).await? else {
            self.held.job.report.warn(trajectory::job::Warning::new(name, "file_missing", "This file is not there any more."));
            return Ok(());
        };
        self.zip.begin(name, false);
        while let Some(bytes) = stored.next().await? {
            self.zip.write(&bytes).context("writing a ZIP")?;
            self.flush(false).await?;
        }
        Ok(self.zip.end().context("writing a ZIP")?)
    }
}
