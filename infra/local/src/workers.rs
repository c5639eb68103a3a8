//! The workers that Lambda would run beside the API: here they poll the same stream, in the same process.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use trajectory::state::SystemClock;
use trajectory::store::Store;
use trajectory::sweep::Sweeper;

use crate::TABLE;
use crate::embedded::Embedded;
use crate::stream::Stream;

/// How long to wait for new changes once all are worked off.
const POLL: Duration = Duration::from_millis(500);
/// How often work is taken up that no change tells of.
const SWEEP: Duration = Duration::from_mins(1);
/// How often a change is tried before what comes behind it goes on.
const TRIES: u32 = 10;

/// The running workers.
pub struct Workers {
    stop: watch::Sender<()>,
    running: JoinHandle<()>,
}

impl Workers {
    /// Starts them. How far they have come is kept in the folder, so that they go on after a restart.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn start(embedded: &Embedded, folder: &Path) -> io::Result<Self> {
        let stream = Stream::at(&embedded.table_url).remembered_in(folder.join("stream.json"))?;
        let store = Store::new(&embedded.endpoint, TABLE.to_owned());
        let sweeper = Sweeper::new(store, embedded.files.clone(), Arc::new(SystemClock));
        let (stop, stopped) = watch::channel(());
        Ok(Self { stop, running: tokio::spawn(work(sweeper, stream, stopped)) })
    }

    /// Stops them once they have done what they have in hand.
    pub async fn stop(self) {
        drop(self.stop);
        // A worker that panicked has stopped too.
        let _ended = tokio::time::timeout(Duration::from_secs(10), self.running).await;
    }
}

async fn work(sweeper: Sweeper, mut stream: Stream, mut stopped: watch::Receiver<()>) {
    let mut tries = 0;
    let mut swept: Option<Instant> = None;
    loop {
        let told = match stream.next().await {
            Ok(told) => told,
            Err(error) => {
                tracing::warn!(%error, "the table's stream could not be read");
                Vec::new()
            }
        };
        let mut is_behind = !told.is_empty();
        for one in &told {
            if stopped.has_changed().is_err() {
                break;
            }
            if let Err(error) = sweeper.handle(&one.change).await {
                tries += 1;
                tracing::warn!(%error, tries, "a change could not be worked off");
                if tries < TRIES {
                    is_behind = false;
                    break;
                }
            }
            tries = 0;
            stream.mark(one);
        }
        if let Err(error) = stream.keep() {
            tracing::warn!(%error, "how far the stream has been read could not be kept");
        }
        if swept.is_none_or(|last| last.elapsed() > SWEEP) {
            swept = Some(Instant::now());
            if let Err(error) = sweeper.scheduled().await {
                tracing::warn!(%error, "work that was left could not be done");
            }
        }
        let wait = if is_behind { Duration::ZERO } else { POLL };
        if tokio::time::timeout(wait, stopped.changed()).await.is_ok() {
            return;
        }
    }
}
