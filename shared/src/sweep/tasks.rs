//! Work that a request has left, as items of the partitions `TASK#`.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::json;
use std::time::Instant;

use super::{Done, Sweeper};
use crate::error::Result;
use crate::files::ObjectKey;
use crate::health::Pulse;
use crate::id::{AttachmentId, FamilyId, UserId};
use crate::store::Condition::{Absent, Any, Exists};
use crate::store::{Key, ListQuery, SHARDS, Write, read_item, to_item};

/// When the files of a deleted family are looked for once more: addresses for uploads hold for five minutes.
const LATE_UPLOADS: TimeDelta = TimeDelta::minutes(10);

#[derive(Debug, Deserialize)]
struct Task {
    /// Not to be taken up before.
    #[serde(default)]
    again_at: Option<DateTime<Utc>>,
    #[serde(flatten)]
    work: Work,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "work", rename_all = "snake_case")]
enum Work {
    DeleteFamily {
        family_id: FamilyId,
    },
    CloseAccount {
        user_id: UserId,
        /// Families that the person was in; those that the person's partition names are added.
        #[serde(default)]
        family_ids: Vec<FamilyId>,
    },
    DeleteObject {
        family_id: FamilyId,
        object_id: AttachmentId,
    },
}

impl Sweeper {
    /// Does what the schedule asks for: takes up all work that is due, looks whether the bucket answers, and says for the
    /// admin's page how that went.
    ///
    /// # Errors
    /// As [`sweep`](Self::sweep), or the table did not take what is said.
    pub async fn scheduled(&self) -> Result<()> {
        let swept = self.sweep().await;
        let start = Instant::now();
        let files = self.files.answers().await;
        let took = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
        if let Err(error) = &files {
            tracing::error!(%error, "the bucket does not answer");
        }
        let pulse = Pulse { files_milliseconds: files.is_ok().then_some(took), ..Pulse::new("sweeper", self.now(), swept.is_ok()) };
        let (key, item) = pulse.item()?;
        let _always: Done = self.commit(vec![Write::update((), key, item, Any(vec![Exists, Absent])).removing(pulse.absent())]).await?;
        swept
    }

    /// Takes up all work that is due. What the stream has told of is done already; this finds what it has lost.
    ///
    /// # Errors
    /// The first thing that went wrong; the rest was done all the same.
    pub async fn sweep(&self) -> Result<()> {
        let mut ended = Ok(());
        for shard in 0..SHARDS {
            let (items, _) = self.store.query(&ListQuery::partition(Key::tasks(shard))).await?;
            for key in items.iter().filter_map(Key::of) {
                ended = ended.and(Box::pin(self.run_task(key)).await);
            }
        }
        ended
    }

    /// Does the work of a task that is due and takes the task away.
    pub(super) async fn run_task(&self, key: Key) -> Result<()> {
        let Some(item) = self.store.get(key.clone()).await? else { return Ok(()) };
        let task: Task = match read_item(item) {
            Ok(task) => task,
            Err(error) => {
                // Told again and again it would hold up what comes behind it; a version that knows it will take it up.
                tracing::error!(%error, "work that this version does not know is left where it is");
                return Ok(());
            }
        };
        if task.again_at.is_some_and(|moment| moment > self.now()) {
            return Ok(());
        }
        let done = Write::delete((), key.clone(), Any(vec![Exists, Absent]));
        match task.work {
            Work::DeleteFamily { family_id } => {
                self.delete_family(family_id).await?;
                if task.again_at.is_none() {
                    let later = to_item(&json!({ "again_at": self.now() + LATE_UPLOADS }))?;
                    let _gone_meanwhile: Done = self.commit(vec![Write::update((), key, later, Exists)]).await?;
                    return Ok(());
                }
            }
            Work::CloseAccount { user_id, family_ids } => self.close_account(user_id, family_ids).await?,
            Work::DeleteObject { family_id, object_id } => self.files.delete_all_versions(&ObjectKey::of(family_id, object_id)).await?,
        }
        self.commit(vec![done]).await.map(drop)
    }
}
