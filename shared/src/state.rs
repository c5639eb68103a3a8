//! What every handler works with: the store, the keys, the clock, randomness and the settings of the deployment.

use chrono::{DateTime, NaiveDate, SubsecRound as _, TimeDelta, Utc};
use ring::rand::SecureRandom as _;
use std::sync::Arc;
use uuid::Uuid;

use crate::config::Config;
use crate::store::Store;
use crate::token::KeyRing;

/// Cheap to clone; one for each running service.
#[derive(Clone)]
pub struct AppState {
    /// The table.
    pub store: Store,
    /// The public keys that tokens are checked against.
    pub keys: Arc<KeyRing>,
    /// How this deployment is set up.
    pub config: Arc<Config>,
    /// Where files are; absent in a function that has none. Handlers ask for [`Files`](crate::files::Files) in their signature.
    #[cfg(feature = "files")]
    pub(crate) files: Option<crate::files::Files>,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
}

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> DateTime<Utc>;
}

/// Where random bytes come from.
pub trait Random: Send + Sync {
    /// Fills `bytes` with unpredictable bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// The clock of the machine.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// The operating system's generator.
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(clippy::expect_used, reason = "without randomness nothing here may go on")]
    fn fill(&self, bytes: &mut [u8]) {
        ring::rand::SystemRandom::new().fill(bytes).expect("the operating system gives random bytes");
    }
}

impl AppState {
    /// A state on this store with the machine's clock and randomness.
    #[must_use]
    pub fn new(store: Store, config: Config) -> Self {
        Self::with(store, config, Arc::new(SystemClock), Arc::new(SystemRandom))
    }

    /// A state with a clock and randomness of the caller's; tests fix both.
    #[must_use]
    pub fn with(store: Store, config: Config, clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Self {
        let keys = Arc::new(KeyRing::new(store.clone()));
        Self {
            store,
            keys,
            config: Arc::new(config),
            #[cfg(feature = "files")]
            files: None,
            clock,
            random,
        }
    }

    /// The same with a place for files.
    #[cfg(feature = "files")]
    #[must_use]
    pub fn with_files(self, files: crate::files::Files) -> Self {
        Self { files: Some(files), ..self }
    }

    /// The present moment, to the millisecond that is kept.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now().trunc_subsecs(3)
    }

    /// The latest calendar date that is "today" anywhere on earth (UTC+14).
    /// A date after it lies in the future for everybody.
    #[must_use]
    pub fn latest_today(&self) -> NaiveDate {
        (self.now() + TimeDelta::hours(14)).date_naive()
    }

    /// Unpredictable bytes.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.random.fill(&mut bytes);
        bytes
    }

    /// A version 7 UUID of now.
    #[must_use]
    pub fn uuid(&self) -> Uuid {
        let milliseconds = u64::try_from(self.now().timestamp_millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &self.random()).into_uuid()
    }
}
