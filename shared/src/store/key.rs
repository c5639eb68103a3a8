//! Keys of the table. Partition keys are the unit of privilege: see the table in ARCHITECTURE.md.
//!
//! Keys of a family's partition are made in this crate only, so that no route group can reach one without a proven membership.

use aws_sdk_dynamodb::types::AttributeValue;
use std::fmt::Display;

use super::Item;
use crate::id::{ActId, ChildId, FamilyId, InviteId, JobId, MailId, ResetId, SessionId, TaskId, UserId, VerificationId};

/// Parts that busy partitions are spread over.
pub const SHARDS: u8 = 16;

/// Partition and sort key of one item. Both hold immutable values only.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub(super) pk: String,
    pub(super) sk: String,
}

impl Key {
    /// The partition of what the instance as a whole has.
    pub const INSTANCE: &str = "INSTANCE";
    /// How the sort keys of letters that could not be delivered begin.
    pub const FAILED_MAIL: &str = "FAILEDMAIL#";
    /// How the sort keys of what workers say of themselves begin.
    pub const PULSE: &str = "PULSE#";
    /// How the sort keys of how far migrations have come begin.
    pub const MIGRATION: &str = "MIGRATION#";

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

    /// A one-time token with which a person sets a new password.
    #[must_use]
    pub fn reset(user: UserId, reset: ResetId) -> Self {
        Self::new(Self::sessions(user), format!("RESET#{reset}"))
    }

    /// A one-time token with which a person shows that an address is theirs.
    #[must_use]
    pub fn verification(user: UserId, verification: VerificationId) -> Self {
        Self::new(Self::sessions(user), format!("VERIFY#{verification}"))
    }

    /// Whatever stands at this sort key among a person's sessions and other secrets.
    #[must_use]
    pub fn secret(user: UserId, sk: &str) -> Self {
        Self::new(Self::sessions(user), sk)
    }

    /// A person's second factor.
    #[must_use]
    pub fn second_factor(user: UserId) -> Self {
        Self::new(Self::sessions(user), "FACTOR#TOTP")
    }

    /// The partition of a person's sessions, one-time tokens and second factor.
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
        Self::new(Self::INSTANCE, "BOOTSTRAP")
    }

    /// Settings of the instance.
    #[must_use]
    pub fn settings() -> Self {
        Self::new(Self::INSTANCE, "SETTINGS")
    }

    /// How many admins can sign in.
    #[must_use]
    pub fn admins() -> Self {
        Self::new(Self::INSTANCE, "ADMINS")
    }

    /// A part of the counters that statistics are the sum of.
    #[must_use]
    pub fn statistics(shard: u8) -> Self {
        Self::new(Self::INSTANCE, format!("STAT#{shard}"))
    }

    /// Something that an admin did at this moment. Only `admin` reaches the partition.
    #[must_use]
    pub fn act(act: ActId, moment: impl Display) -> Self {
        Self::new(Self::acts(), format!("{moment}#{act}"))
    }

    /// The partition of what admins did.
    #[must_use]
    pub fn acts() -> String {
        "ADMINLOG".to_owned()
    }

    /// How far a migration has come.
    #[must_use]
    pub fn migration(name: &str) -> Self {
        Self::new(Self::INSTANCE, format!("{}{name}", Self::MIGRATION))
    }

    /// What a worker has said last of itself.
    #[must_use]
    pub fn pulse(worker: &str) -> Self {
        Self::new(Self::INSTANCE, format!("{}{worker}", Self::PULSE))
    }

    /// A rate limit.
    #[must_use]
    pub fn limit(name: &str) -> Self {
        Self::new(format!("LIMIT#{name}"), "BUCKET")
    }

    /// That an invitation is open, without saying into which family: what signing up may know of it.
    #[must_use]
    pub fn invite_pass(invite: InviteId) -> Self {
        Self::new(format!("INVITEPASS#{invite}"), "PASS")
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
        Self::new(Self::outbox_shard(shard(&mail)), format!("{moment}#{mail}"))
    }

    /// One of the partitions of the outbox, 0 to [`SHARDS`] - 1.
    #[must_use]
    pub fn outbox_shard(shard: u8) -> String {
        format!("OUTBOX#{shard}")
    }

    /// The key of a letter that the table's stream has told of; nothing for any other item.
    #[must_use]
    pub fn in_outbox(pk: &str, sk: &str) -> Option<Self> {
        pk.starts_with("OUTBOX#").then(|| Self::new(pk, sk))
    }

    /// A letter that could not be delivered, for the admin to see.
    #[must_use]
    pub fn failed_mail(mail: MailId) -> Self {
        Self::new(Self::INSTANCE, format!("{}{mail}", Self::FAILED_MAIL))
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

    /// Which export or import of a family runs.
    pub(crate) fn running(family: FamilyId, what: &str) -> Self {
        Self::new(Self::tenant(family), format!("RUNNING#{what}"))
    }

    /// A family itself.
    pub(crate) fn family(family: FamilyId) -> Self {
        Self::new(Self::tenant(family), "FAMILY")
    }

    /// A person's membership in a family: the live proof of access.
    pub(crate) fn member(family: FamilyId, user: UserId) -> Self {
        Self::new(Self::tenant(family), format!("MEMBER#{user}"))
    }

    /// An invitation into a family.
    pub(crate) fn invite(family: FamilyId, invite: InviteId) -> Self {
        Self::new(Self::tenant(family), format!("INVITE#{invite}"))
    }

    /// A child.
    pub(crate) fn child(family: FamilyId, child: ChildId) -> Self {
        Self::new(Self::tenant(family), format!("CHILD#{child}"))
    }

    /// A record of a child.
    pub(crate) fn record(family: FamilyId, child: ChildId, kind: &str, id: impl Display) -> Self {
        Self::new(Self::tenant(family), format!("REC#{child}#{kind}#{id}"))
    }

    /// That `linking` (a visit's measurement, an attachment) belongs to `record`. Derived from the linking record and written
    /// with it; one that the linking record does not confirm means nothing.
    pub(crate) fn link(family: FamilyId, record: impl Display, linking: impl Display) -> Self {
        Self::new(Self::tenant(family), format!("LINK#{record}#{linking}"))
    }

    /// What became of a record at a revision.
    pub(crate) fn history(family: FamilyId, record: impl Display, rev: u64) -> Self {
        Self::new(Self::tenant(family), format!("HIST#{record}#{rev:010}"))
    }

    /// That a person has read the family's record on a day.
    pub(crate) fn access(family: FamilyId, day: impl Display, user: UserId) -> Self {
        Self::new(Self::tenant(family), format!("ACCESS#{day}#{user}"))
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

/// Keys that the sweeper alone makes.
#[cfg(feature = "files")]
impl Key {
    /// As what an item has been counted. Only the sweeper reaches the partitions.
    pub(crate) fn counted(shard: u8, item: &Self) -> Self {
        Self::new(Self::counted_in(shard), format!("{}#{}", item.pk, item.sk))
    }

    /// The partition of what has been counted in a part of the counters.
    pub(crate) fn counted_in(shard: u8) -> String {
        format!("COUNTED#{shard}")
    }

    /// The partition of work that was left in a shard.
    pub(crate) fn tasks(shard: u8) -> String {
        format!("TASK#{shard}")
    }

    /// The key of an item that a stream or an item tells of.
    pub(crate) fn at(pk: &str, sk: &str) -> Self {
        Self::new(pk, sk)
    }

    /// Partition and sort key.
    pub(crate) fn parts(&self) -> (&str, &str) {
        (&self.pk, &self.sk)
    }
}

/// The part that an id falls into. Version 7 ids end in random digits.
pub fn shard(id: &impl Display) -> u8 {
    let text = id.to_string();
    let last = text.chars().last().and_then(|digit| digit.to_digit(16)).unwrap_or_default();
    u8::try_from(last).unwrap_or_default() % SHARDS
}
