//! Worker: sends the letters in the outbox.
//!
//! A letter is sent at least once, and nearly always exactly once: it is claimed by a conditional update before it is sent
//! and deleted after that. What fails is tried again with growing waits; what fails too often, or has become useless,
//! moves to the list of failed letters, which the admin sees.

mod event;
mod folder;
mod message;
mod ses;
mod words;

pub use event::Event;
pub use folder::{Delivered, Folder};
pub use message::Message;
pub use ses::Ses;

use chrono::{DateTime, SubsecRound as _, TimeDelta, Utc};
use futures_util::future::join_all;
use serde_json::json;
use std::sync::Arc;
use trajectory::error::Result;
use trajectory::health::Pulse;
use trajectory::mail::{FailedLetter, Mail, MailProblem};
use trajectory::state::Clock;
use trajectory::store::Condition::{Absent, All, Any, AtMost, Exists, Lacks};
use trajectory::store::{Key, ListQuery, Refused, SHARDS, Store, Write, attribute, read_item, to_item};

/// How often sending a letter is begun.
pub const MAX_ATTEMPTS: u32 = 8;
/// For so long a claimed letter is left to whoever claimed it. Longer than a call to the mail service can take.
const CLAIM: TimeDelta = TimeDelta::minutes(2);
/// Letters of one part of the outbox that one sweep takes up.
const PER_SWEEP: usize = 25;

/// What the letters go out through.
pub enum Transport {
    /// Amazon's mail service.
    Ses(Ses),
    /// A folder on this machine, for the local stack: nothing leaves it.
    Folder(Folder),
}

impl Transport {
    async fn send(&self, mail: &Mail, message: &Message, now: DateTime<Utc>) -> Result<(), MailProblem> {
        match self {
            Self::Ses(ses) => ses.send(message).await,
            Self::Folder(folder) => folder.send(mail.id, message, now).await,
        }
    }
}

/// What became of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It went out.
    Sent,
    /// It did not go out and is tried again later.
    Later,
    /// It is in the list of failed letters.
    GivenUp,
    /// It is gone, or somebody else has it in hand, or its time has not come.
    Left,
}

/// Sends letters.
pub struct Mailer {
    store: Store,
    clock: Arc<dyn Clock>,
    /// Where the app is, such as `https://health.example.org`; links lead there.
    origin: String,
    transport: Transport,
}

impl Mailer {
    /// A mailer on this store whose links lead to this origin.
    #[must_use]
    pub fn new(store: Store, clock: Arc<dyn Clock>, origin: String, transport: Transport) -> Self {
        Self { store, clock, origin, transport }
    }

    fn now(&self) -> DateTime<Utc> {
        self.clock.now().trunc_subsecs(3)
    }

    /// Takes up what is due in the whole outbox and answers what became of it.
    ///
    /// # Errors
    /// The table did not answer.
    pub async fn deliver_all(&self) -> Result<Vec<Outcome>> {
        let shards = join_all((0..SHARDS).map(|shard| self.deliver_shard(shard))).await;
        let mut outcomes = Vec::new();
        for shard in shards {
            outcomes.extend(shard?);
        }
        Ok(outcomes)
    }

    /// Says for the admin's page that the mailer runs, and how many letters of the outbox it could not send this time.
    ///
    /// # Errors
    /// The table did not take it.
    pub async fn tell(&self, outcomes: &[Outcome]) -> Result<()> {
        let waiting = outcomes.iter().filter(|outcome| **outcome == Outcome::Later).count() as u64;
        let (key, item) = Pulse { waiting: Some(waiting), ..Pulse::new("mailer", self.now(), true) }.item()?;
        self.settle(vec![Write::put((), key, item, Any(vec![Absent, Exists]))]).await
    }

    async fn deliver_shard(&self, shard: u8) -> Result<Vec<Outcome>> {
        let (items, _) = self.store.query(&ListQuery::partition(Key::outbox_shard(shard))).await?;
        let mails = items.into_iter().map(read_item).collect::<Result<Vec<Mail>>>()?;
        let now = self.now().timestamp_millis();
        let due = mails.into_iter().filter(|mail| mail.not_before.is_none_or(|from| from <= now)).take(PER_SWEEP);
        let mut outcomes = Vec::new();
        for mail in due {
            outcomes.push(self.deliver(mail.key()).await?);
        }
        Ok(outcomes)
    }

    /// Takes up one letter, if it is due.
    ///
    /// # Errors
    /// The table did not answer. The letter is then taken up again later.
    pub async fn deliver(&self, key: Key) -> Result<Outcome> {
        let Some(mail) = self.claim(key.clone()).await? else {
            return Ok(Outcome::Left);
        };
        let now = self.now();
        if mail.is_too_late(now) {
            return self.give_up(&mail, mail.problem.unwrap_or(MailProblem::Expired)).await;
        }
        // Whoever claimed it the last time has ended without saying why.
        if mail.attempts > MAX_ATTEMPTS {
            return self.give_up(&mail, mail.problem.unwrap_or(MailProblem::Interrupted)).await;
        }
        let message = Message::of(&mail, &self.origin);
        match self.transport.send(&mail, &message, now).await {
            Ok(()) => {
                self.settle(vec![Write::delete((), key, Exists)]).await?;
                Ok(Outcome::Sent)
            }
            Err(problem) if mail.attempts >= MAX_ATTEMPTS => self.give_up(&mail, problem).await,
            Err(problem) => {
                tracing::warn!(letter = ?mail.letter.kind(), ?problem, attempts = mail.attempts, "a letter is tried again later");
                let not_before = (self.now() + wait_after(mail.attempts)).timestamp_millis();
                let set = to_item(&json!({ "problem": problem, "not_before": not_before }))?;
                self.settle(vec![Write::update((), key, set, Exists)]).await?;
                Ok(Outcome::Later)
            }
        }
    }

    /// Takes a letter into hand for a while, so that nobody else sends it; nothing if it is not there or not due.
    async fn claim(&self, key: Key) -> Result<Option<Mail>> {
        let now = self.now();
        let set = to_item(&json!({ "not_before": (now + CLAIM).timestamp_millis() }))?;
        let due = Any(vec![Lacks("not_before"), AtMost("not_before", attribute(&now.timestamp_millis())?)]);
        match self.store.write(Write::update((), key, set, All(vec![Exists, due])).adding("attempts", 1)).await {
            Ok(item) => read_item(item).map(Some),
            Err(Refused::Condition((), _)) => Ok(None),
            Err(Refused::Error(error)) => Err(error),
        }
    }

    async fn give_up(&self, mail: &Mail, reason: MailProblem) -> Result<Outcome> {
        tracing::error!(letter = ?mail.letter.kind(), ?reason, attempts = mail.attempts, "a letter is given up; the admin sees it");
        let failed = FailedLetter::write((), mail, reason, self.now())?;
        self.settle(vec![Write::delete((), mail.key(), Exists), failed]).await?;
        Ok(Outcome::GivenUp)
    }

    /// Writes what became of a letter. If it is gone meanwhile, somebody else has written that.
    async fn settle(&self, writes: Vec<Write<()>>) -> Result<()> {
        match self.store.commit(writes).await {
            Ok(()) | Err(Refused::Condition((), _)) => Ok(()),
            Err(Refused::Error(error)) => Err(error),
        }
    }
}

/// How long after the nth attempt the next one waits: 1, 4, 16, 64 minutes and on, almost four days in all.
fn wait_after(attempts: u32) -> TimeDelta {
    TimeDelta::minutes(4_i64.pow(attempts.clamp(1, MAX_ATTEMPTS) - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end_before_a_notice_is_useless() {
        let waits: Vec<_> = (1..MAX_ATTEMPTS).map(|attempts| wait_after(attempts).num_minutes()).collect();
        assert_eq!(waits, [1, 4, 16, 64, 256, 1024, 4096]);
        let altogether = TimeDelta::minutes(waits.iter().sum());
        assert!(altogether < trajectory::mail::LetterKind::PasswordChanged.useful_for());
    }
}
