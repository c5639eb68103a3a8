//! A folder on this machine in place of a mail service: the local stack shows what is in it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};
use trajectory::id::MailId;
use trajectory::mail::MailProblem;

use crate::Message;

/// Delivers into a folder, one file for each letter.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
}

/// A letter that lies in the folder.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Delivered {
    /// When it was delivered.
    pub at: DateTime<Utc>,
    /// The letter.
    #[serde(flatten)]
    pub message: Message,
}

impl Folder {
    /// This folder; it is made when a letter comes.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// Where the letters lie.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) async fn send(&self, id: MailId, message: &Message, now: DateTime<Utc>) -> Result<(), MailProblem> {
        self.put(id, &Delivered { at: now, message: message.clone() }).await.map_err(|error| {
            tracing::warn!(%error, "a letter could not be put into the folder");
            MailProblem::Unreachable
        })
    }

    /// A letter appears whole or not at all, and twice delivered it is still one.
    async fn put(&self, id: MailId, delivered: &Delivered) -> io::Result<()> {
        tokio::fs::create_dir_all(&self.path).await?;
        let part = self.path.join(format!("{id}.part"));
        tokio::fs::write(&part, serde_json::to_vec(delivered)?).await?;
        tokio::fs::rename(part, self.path.join(format!("{id}.json"))).await
    }

    /// The letters that have been delivered, newest first.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub async fn letters(&self) -> io::Result<Vec<Delivered>> {
        let mut files = match tokio::fs::read_dir(&self.path).await {
            Ok(files) => files,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut names = Vec::new();
        while let Some(file) = files.next_entry().await? {
            let path = file.path();
            if path.extension().is_some_and(|extension| extension == "json") {
                names.push(path);
            }
        }
        // A letter's id begins with the time at which it was written.
        names.sort_unstable_by(|a, b| b.cmp(a));
        let mut letters = Vec::new();
        for name in names {
            letters.push(serde_json::from_slice(&tokio::fs::read(name).await?)?);
        }
        Ok(letters)
    }
}
