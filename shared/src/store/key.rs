//! Keys of the table. Partition keys are the unit of privilege: see the table in ARCHITECTURE.md.
//!
//! Keys of a family's partition are made in this crate only, so that no route group can reach one without a proven membership.

use aws_sdk_dynamodb::types::AttributeValue;
use std::fmt::Display;

use super::Item;
use crate::id::{ChildId, FamilyId, JobId, MailId, SessionId, TaskId, UserId};

/// Parts that busy partitions are spread over.
pub const SHARDS: u8 = 16;

/// Partition and sort key of one item. Both hold immutable values only.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub(super) pk: String,
    pub(super) sk: String,
}

impl Key {
    fn new(pk: impl Into<String>, sk: impl Into<String>) -> Self {
        Self { pk: pk.into(), sk: sk.into() }
    }

    /// The public key ring.
    #[must_use]
    pub fn key_ring() -> Self {
        Self::new("KEYS", "PUBLIC")
    }

    /// A private signing key, or the key that derives refresh tokens. Only `auth` may read the partition.
    #[must_use]
    pub fn signing(name: &str) -> Self {
        Self::new("SIGNING", format!("PRIVATE#{name}"))
    }

    /// Credentials of the account with this (hashed) email.
    #[must_use]
    pub fn credential(email_hash: &str) -> Self {
        Self::new(format!("LOGIN#{email_hash}"), "CREDENTIAL")
    }

    /// A session of a person.
    #[must_use]
    pub fn session(user: UserId, session: SessionId) -> Self {
        Self::new(Self::sessions(user), format!("SESSION#{session}"))
    }

    /// The partition of a person's sessions.
    #[must_use]
    pub fn sessions(user: UserId) -> String {
        format!("CRED#{user}")
    }

    /// A person's profile.
    #[must_use]
    pub fn profile(user: UserId) -> Self {
        Self::new(Self::person(user), "PROFILE")
    }

    /// A person's reference to a family that they belong to.
    #[must_use]
    pub fn belonging(user: UserId, family: FamilyId) -> Self {
        Self::new(Self::person(user), format!("FAMILY#{family}"))
    }

    /// The partition of a person.
    #[must_use]
    pub fn person(user: UserId) -> String {
        format!("USER#{user}")
    }

    /// Written once, by the first person who registered.
    #[must_use]
    pub fn bootstrap() -> Self {
        Self::new("INSTANCE", "BOOTSTRAP")
    }

    /// Settings of the instance.
    #[must_use]
    pub fn settings() -> Self {
        Self::new("INSTANCE", "SETTINGS")
    }

    /// A rate limit.
    #[must_use]
    pub fn limit(name: &str) -> Self {
        Self::new(format!("LIMIT#{name}"), "BUCKET")
    }

    /// The claim that a child's id is in one family alone. It is never given back.
    pub(crate) fn child_claim(child: ChildId) -> Self {
        Self::new(format!("CHILD#{child}"), "CLAIM")
    }

    /// Work left for the sweeper at this moment.
    #[must_use]
    pub fn task(task: TaskId, moment: impl Display) -> Self {
        Self::new(format!("TASK#{}", shard(&task)), format!("{moment}#{task}"))
    }

    /// A letter that waits in the outbox since this moment. Only `mailer` reads the partition.
    #[must_use]
    pub fn outbox(mail: MailId, moment: impl Display) -> Self {
        Self::new(format!("OUTBOX#{}", shard(&mail)), format!("{moment}#{mail}"))
    }

    /// That an export or import of a family has work to do. Its key says all that a worker need know.
    pub(crate) fn work(family: FamilyId, job: JobId) -> Self {
        Self::new(Self::work_shard(shard(&job)), format!("{family}#{job}"))
    }

    /// A part of the partitions of work that waits for `transfer-worker`.
    #[must_use]
    pub fn work_shard(shard: u8) -> String {
        format!("WORK#{shard}")
    }

    /// An export or import of a family.
    pub(crate) fn job(family: FamilyId, job: JobId) -> Self {
        Self::new(Self::tenant(family), format!("JOB#{job}"))
    }

    /// A family itself.
    pub(crate) fn family(family: FamilyId) -> Self {
        Self::new(Self::tenant(family), "FAMILY")
    }

    /// A person's membership in a family: the live proof of access.
    pub(crate) fn member(family: FamilyId, user: UserId) -> Self {
        Self::new(Self::tenant(family), format!("MEMBER#{user}"))
    }

    /// A child.
    pub(crate) fn child(family: FamilyId, child: ChildId) -> Self {
        Self::new(Self::tenant(family), format!("CHILD#{child}"))
    }

    /// A record of a child.
    pub(crate) fn record(family: FamilyId, child: ChildId, kind: &str, id: impl Display) -> Self {
        Self::new(Self::tenant(family), format!("REC#{child}#{kind}#{id}"))
    }

    /// That a record hangs on another: a measurement on the visit at which it was taken, a photo on an illness.
    /// It is derived; the record itself decides, so one that is out of date does no harm.
    pub(crate) fn link(family: FamilyId, to: impl Display, from: impl Display) -> Self {
        Self::new(Self::tenant(family), format!("LINK#{to}#{from}"))
    }

    /// What became of a record at a revision.
    pub(crate) fn history(family: FamilyId, record: impl Display, rev: u64) -> Self {
        Self::new(Self::tenant(family), format!("HIST#{record}#{rev:010}"))
    }

    /// The partition of a family.
    pub(crate) fn tenant(family: FamilyId) -> String {
        format!("FAM#{family}")
    }

    /// The key of an item that was read.
    pub(crate) fn of(item: &Item) -> Option<Self> {
        Some(Self::new(item.get("pk")?.as_s().ok()?, item.get("sk")?.as_s().ok()?))
    }

    /// The child whose key this is, if it is one's.
    pub(crate) fn child_id(&self) -> Option<ChildId> {
        self.sk.strip_prefix("CHILD#")?.parse().ok()
    }

    pub(super) fn into_item(self) -> Item {
        Item::from([("pk".to_owned(), AttributeValue::S(self.pk)), ("sk".to_owned(), AttributeValue::S(self.sk))])
    }
}

/// The part that an id falls into. Version 7 ids end in random digits.
pub fn shard(id: &impl Display) -> u8 {
    let text = id.to_string();
    let last = text.chars().last().and_then(|digit| digit.to_digit(16)).unwrap_or_default();
    u8::try_from(last).unwrap_or_default() % SHARDS
}
