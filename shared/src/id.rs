//! Every identifier of the product: a prefix that names its kind and a UUIDv7 behind it.
//!
//! Text form `vis_01890a5d-ac96-774b-bcce-b302099a8057`: lower case, hyphenated, so that text order is order of creation.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};
use uuid::Uuid;

use crate::state::AppState;

/// What every identifier can do; lets records be generic over their id.
pub trait Id: fmt::Display + FromStr<Err = BadId> + Copy + Eq + Send + Sync + 'static {
    /// A new id made of the state's clock and randomness.
    fn new(state: &AppState) -> Self;

    /// The id with this version 7 UUID, for ids that follow from something else.
    fn of(uuid: Uuid) -> Self;
}

/// A version 7 UUID that follows from what an import reads: the same row of the same import has the same id, however often it is read.
/// Its time is that of the import, its random digits are those of a digest.
#[must_use]
pub fn derived(job: JobId, row: &str) -> Uuid {
    let digest = ring::digest::digest(&ring::digest::SHA256, format!("{job}\n{row}").as_bytes());
    let mut random = [0; 10];
    random.copy_from_slice(&digest.as_ref()[..10]);
    // The first 48 bits of a version 7 UUID are its time.
    let milliseconds = u64::try_from(job.0.as_u128() >> 80).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid()
}

/// The text is not an identifier of the expected kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadId {
    prefix: &'static str,
}

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must be an id such as {}_01890a5d-ac96-774b-bcce-b302099a8057", self.prefix)
    }
}

impl std::error::Error for BadId {}

/// A version 7 UUID in canonical form, or nothing: one id has one spelling.
fn parse(prefix: &'static str, text: &str) -> Result<Uuid, BadId> {
    let bad = BadId { prefix };
    let hyphenated = text.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('_')).ok_or(bad)?;
    let uuid = Uuid::try_parse(hyphenated).map_err(|_| bad)?;
    let canonical = uuid.get_version_num() == 7 && uuid.hyphenated().to_string() == hyphenated;
    if canonical { Ok(uuid) } else { Err(bad) }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl Id for $name {
            fn new(state: &AppState) -> Self {
                Self(state.uuid())
            }

            fn of(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0.hyphenated())
            }
        }

        impl FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> {
                parse($prefix, text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .pattern(Some(concat!(
                        "^", $prefix,
                        "_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
                    )))
                    .examples([concat!($prefix, "_01890a5d-ac96-774b-bcce-b302099a8057")])
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}
    )*};
}

ids! {
    /// A person with an account.
    UserId = "usr";
    /// A family: the tenant. Everything of a family's record lives in its partition.
    FamilyId = "fam";
    /// A child of one family.
    ChildId = "chi";
    /// One set of measurements of a child on one day.
    MeasurementId = "mea";
    /// A visit to somebody who treats or examines a child.
    VisitId = "vis";
    /// A medical event: a vaccine, a procedure, a medication, an allergy, a condition, a hospital stay or a test.
    EventId = "evt";
    /// An illness of a child.
    IllnessId = "ill";
    /// A file that belongs to a child or to one of its records.
    AttachmentId = "att";
    /// An invitation into a family.
    InviteId = "inv";
    /// A signed-in device.
    SessionId = "ses";
    /// A letter in the outbox.
    MailId = "mai";
    /// A one-time token that sets a new password.
    ResetId = "rst";
    /// A one-time token that shows that an address is the person's.
    VerificationId = "ver";
    /// An export or import of a family.
    JobId = "job";
    /// Something that an admin did.
    ActId = "act";
    /// A piece of work left for the sweeper.
    TaskId = "tsk";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_one_spelling() {
        let text = "chi_01890a5d-ac96-774b-bcce-b302099a8057";
        assert_eq!(text.parse::<ChildId>().unwrap().to_string(), text);
        for bad in [
            "fam_01890a5d-ac96-774b-bcce-b302099a8057",
            "chi_01890A5D-ac96-774b-bcce-b302099a8057",
            "chi_01890a5dac96774bbcceb302099a8057",
            "chi_01890a5d-ac96-474b-bcce-b302099a8057",
            "chi_",
            "",
        ] {
            assert!(bad.parse::<ChildId>().is_err(), "{bad}");
        }
    }
}
