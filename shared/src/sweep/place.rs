//! What a key of the table tells.

use crate::id::{AttachmentId, ChildId, FamilyId, JobId};
use crate::store::{Key, shard};

/// A change of the table, as its stream tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Partition key of the item.
    pub pk: String,
    /// Its sort key.
    pub sk: String,
    /// What happened to it.
    pub what: What,
}

/// What happened to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Inserted,
    /// It was there and is different.
    Modified,
    /// It was deleted, by a request or at the end of its time.
    Removed,
}

impl Change {
    pub(super) fn key(&self) -> Key {
        Key::at(&self.pk, &self.sk)
    }
}

/// A record of a child by its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RecordPlace {
    pub(super) family: FamilyId,
    pub(super) child: ChildId,
    pub(super) kind: String,
    pub(super) id: String,
}

impl RecordPlace {
    /// From a sort key such as `REC#chi_…#VISIT#vis_…`.
    pub(super) fn parse(family: FamilyId, sk: &str) -> Option<Self> {
        let mut parts = sk.strip_prefix("REC#")?.split('#');
        let (child, kind, id) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self { family, child: child.parse().ok()?, kind: kind.to_owned(), id: id.to_owned() })
    }

    pub(super) fn key(&self) -> Key {
        Key::record(self.family, self.child, &self.kind, &self.id)
    }

    /// A record of the same child, of the kind that its id tells.
    pub(super) fn sibling(&self, id: &str) -> Option<Self> {
        let kind = match id.split_once('_')?.0 {
            "vis" => "VISIT",
            "mea" => "MEASUREMENT",
            "evt" => "EVENT",
            "ill" => "ILLNESS",
            "att" => "ATTACHMENT",
            _ => return None,
        };
        Some(Self { kind: kind.to_owned(), id: id.to_owned(), ..self.clone() })
    }

    /// The file that it stands for.
    pub(super) fn file(&self) -> Option<AttachmentId> {
        if matches!(self.kind.as_str(), "ATTACHMENT" | "AVATAR") { self.id.parse().ok() } else { None }
    }
}

/// The items that something follows from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    Task,
    Profile,
    Family(FamilyId),
    Child(FamilyId, ChildId),
    Record(RecordPlace),
    /// An export or import.
    Job(FamilyId, JobId),
    /// A note of what was counted; only recounts look at it.
    Counted,
}

impl Place {
    pub(super) fn of(change: &Change) -> Option<Self> {
        Self::at(&change.pk, &change.sk)
    }

    pub(super) fn at(pk: &str, sk: &str) -> Option<Self> {
        if pk.starts_with("TASK#") {
            return Some(Self::Task);
        }
        if pk.starts_with("COUNTED#") {
            return Some(Self::Counted);
        }
        if pk.starts_with("USER#") {
            return (sk == "PROFILE").then_some(Self::Profile);
        }
        let family = pk.strip_prefix("FAM#")?.parse().ok()?;
        if sk == "FAMILY" {
            return Some(Self::Family(family));
        }
        if let Some(child) = sk.strip_prefix("CHILD#") {
            return Some(Self::Child(family, child.parse().ok()?));
        }
        if let Some(job) = sk.strip_prefix("JOB#") {
            return Some(Self::Job(family, job.parse().ok()?));
        }
        RecordPlace::parse(family, sk).map(Self::Record)
    }

    /// Whether statistics count such items.
    pub(super) fn is_counted(&self) -> bool {
        match self {
            Self::Profile | Self::Family(_) | Self::Child(..) => true,
            Self::Record(record) => record.kind != "AVATAR",
            Self::Task | Self::Job(..) | Self::Counted => false,
        }
    }
}

/// The part of the counters that an item is counted in.
pub(super) fn counted_in(key: &Key) -> u8 {
    let (pk, sk) = key.parts();
    // The sort key ends in an id, or is a word and the partition key does.
    shard(if sk.contains('#') { &sk } else { &pk })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_what_an_item_is() {
        let (family, child) = ("fam_01890a5d-ac96-774b-bcce-b302099a8057", "chi_01890a5d-ac96-774b-bcce-b302099a8058");
        let pk = format!("FAM#{family}");
        let (family, child): (FamilyId, ChildId) = (family.parse().unwrap(), child.parse().unwrap());
        assert_eq!(Place::at(&pk, "FAMILY"), Some(Place::Family(family)));
        assert_eq!(Place::at(&pk, &format!("CHILD#{child}")), Some(Place::Child(family, child)));
        let record = RecordPlace { family, child, kind: "VISIT".to_owned(), id: "vis_1".to_owned() };
        assert_eq!(Place::at(&pk, &format!("REC#{child}#VISIT#vis_1")), Some(Place::Record(record.clone())));
        assert_eq!(record.key(), Key::at(&pk, &format!("REC#{child}#VISIT#vis_1")));
        for (pk, sk) in
            [("USER#usr_1", "FAMILY#fam_1"), (pk.as_str(), "HIST#vis_1#0000000001"), ("LOGIN#x", "CREDENTIAL"), ("FAM#x", "FAMILY")]
        {
            assert_eq!(Place::at(pk, sk), None, "{pk} {sk}");
        }
        assert_eq!(counted_in(&Key::at("USER#usr_1f", "PROFILE")), 15);
        assert_eq!(counted_in(&Key::at("FAM#fam_1f", "CHILD#chi_03")), 3);
    }
}
