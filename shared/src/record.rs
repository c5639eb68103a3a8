//! What every record of a family has: ids, its details, a revision, and who entered it.

pub mod attachment;
pub mod avatar;
pub mod child;
mod entry;
pub mod event;
pub mod illness;
pub mod measurement;
mod reference;
mod rules;
pub mod visit;

pub use attachment::{Attachment, AttachmentDetails};
pub use child::{Child, ChildDetails};
pub use entry::{Entry, RecordKind};
pub use event::{Event, EventDetails};
pub use illness::{Illness, IllnessDetails};
pub use measurement::{Measurement, MeasurementDetails};
pub use reference::RecordRef;
pub use visit::{Visit, VisitDetails};

use rules::{add_by_time, at_most, not_before, not_to_come};

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize, Serializer};
use utoipa::openapi::schema::Type;
use utoipa::openapi::{KnownFormat, Object, ObjectBuilder, RefOr, Schema, SchemaFormat};
use utoipa::{PartialSchema, ToSchema};

use crate::date::Date;
use crate::error::{Context as _, Result};
use crate::id::{ChildId, FamilyId, Id, UserId};
use crate::migration::upgraded;
use crate::search::Texts;
use crate::state::AppState;
use crate::store::{Item, read_item};

/// Counts the changes of a record, from 1. Also its `ETag`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct Rev(pub u64);

impl Rev {
    /// The first one.
    pub const FIRST: Self = Self(1);

    /// The one after this.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// The details of one kind of record: what `POST` and `PUT` take, and what is kept.
pub trait Details: Serialize + DeserializeOwned + ToSchema + Clone + PartialEq + Send + Sync + 'static {
    /// The kind's id.
    type Id: Id + Serialize + DeserializeOwned + PartialSchema;
    /// What a record of the kind has besides its details: set by operations of its own, untouched by `PUT`. Often [`Nothing`].
    type Beside: Serialize + DeserializeOwned + ToSchema + Clone + PartialEq + Send + Sync + 'static;
    /// The kind in keys and items; never changes its meaning.
    const KIND: &'static str;
    /// The wire name of the whole record.
    const NAME: &'static str;
    /// Version of the layout of the details.
    const SCHEMA: u32;
    /// Whether what it hangs on may come later than itself.
    const LINKS_AHEAD: bool = false;
    /// All the words that [`types`](Self::types) can give; none where a list of the kind takes no `type`.
    const TYPES: &'static [&'static str] = &[];
    /// The field of the date that orders it.
    const DATE_FIELD: &'static str = "date";
    /// The field that names what it hangs on.
    const LINK_FIELD: &'static str = "visit_id";
    /// What an answer tells beyond the details.
    type Computed: Serialize + PartialSchema;

    /// The date that orders it, absent for a child.
    fn date(&self) -> Option<Date>;

    /// The day that orders it in lists: its date, or of a kind without one perhaps the day (in UTC) on which it was entered.
    fn listed_on(&self, _created_at: DateTime<Utc>) -> Option<String> {
        self.date().map(|date| date.to_string())
    }

    /// The words by which the parameter `type` of a list finds it.
    fn types(&self) -> Vec<&'static str>;

    /// Whether it is waiting or running: an appointment, a missing outcome, a running medication, an illness that goes on.
    fn is_open(&self) -> bool;

    /// The records that it hangs on.
    fn links(&self) -> Vec<RecordRef>;

    /// Collects what a person may search for.
    fn texts(&self, texts: &mut Texts);

    /// What the fields cannot say alone.
    ///
    /// # Errors
    /// [`ApiError::Invalid`](crate::error::ApiError::Invalid) with the field concerned.
    fn check(&self, state: &AppState) -> Result<()>;

    /// What follows from the details and is told in answers.
    fn computed(&self) -> Self::Computed;
}

/// Nothing: for kinds of which nothing is computed, or that have nothing besides their details.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Nothing {}

/// A record as it goes over the wire.
#[derive(Clone, PartialEq)]
pub struct Record<D: Details> {
    /// Its id.
    pub id: D::Id,
    /// The family it belongs to.
    pub family_id: FamilyId,
    /// The child it is about; absent when it is a child.
    pub child_id: Option<ChildId>,
    /// Counts its changes.
    pub rev: Rev,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// Who entered it.
    pub created_by: UserId,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Who changed it last.
    pub updated_by: UserId,
    /// What it says.
    pub details: D,
    /// What it has besides.
    pub beside: D::Beside,
}

#[derive(Serialize)]
#[serde(bound = "")]
struct OnTheWire<'a, D: Details> {
    id: D::Id,
    family_id: FamilyId,
    #[serde(skip_serializing_if = "Option::is_none")]
    child_id: Option<ChildId>,
    rev: Rev,
    created_at: DateTime<Utc>,
    created_by: UserId,
    updated_at: DateTime<Utc>,
    updated_by: UserId,
    #[serde(flatten)]
    details: &'a D,
    #[serde(flatten)]
    beside: &'a D::Beside,
    #[serde(flatten)]
    computed: D::Computed,
}

impl<D: Details> Serialize for Record<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let Self { id, family_id, child_id, rev, created_at, created_by, updated_at, updated_by, ref details, ref beside } = *self;
        let computed = details.computed();
        OnTheWire { id, family_id, child_id, rev, created_at, created_by, updated_at, updated_by, details, beside, computed }
            .serialize(serializer)
    }
}

/// A record as it is kept, without the keys.
#[derive(Serialize, Deserialize)]
#[serde(bound = "")]
pub(crate) struct Kept<D: Details> {
    pub(crate) kind: String,
    pub(crate) schema: u32,
    pub(crate) rev: Rev,
    pub(crate) id: D::Id,
    pub(crate) family_id: FamilyId,
    #[serde(default)]
    pub(crate) child_id: Option<ChildId>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) created_by: UserId,
    pub(crate) updated_at: DateTime<Utc>,
    pub(crate) updated_by: UserId,
    #[serde(default)]
    pub(crate) deleted_at: Option<DateTime<Utc>>,
    /// Seconds since 1970; from then on the record is gone, whether or not the table has removed it yet.
    #[serde(default)]
    pub(crate) expires_at: Option<i64>,
    /// The record with which it went to the trash, and with which it comes back.
    #[serde(default)]
    pub(crate) trashed_with: Option<String>,
    pub(crate) details: D,
    #[serde(flatten)]
    pub(crate) beside: D::Beside,
}

impl<D: Details> Kept<D> {
    pub(crate) fn read(item: Item) -> Result<Self> {
        read_item(upgraded(item, D::KIND, D::SCHEMA)?).context(D::NAME)
    }

    pub(crate) fn is_live(&self) -> bool {
        self.deleted_at.is_none() && self.expires_at.is_none()
    }

    /// Whether it can still be taken out of the trash.
    pub(crate) fn is_trashed(&self, now: DateTime<Utc>) -> bool {
        self.deleted_at.is_some() && self.expires_at.is_some_and(|at| at > now.timestamp())
    }
}

impl<D: Details> From<Kept<D>> for Record<D> {
    fn from(kept: Kept<D>) -> Self {
        let Kept { id, family_id, child_id, rev, created_at, created_by, updated_at, updated_by, details, beside, .. } = kept;
        Self { id, family_id, child_id, rev, created_at, created_by, updated_at, updated_by, details, beside }
    }
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The entries.
    pub items: Vec<T>,
    /// Pass it as `cursor` to get the next page; absent at the end.
    pub next: Option<String>,
}

/// The schema of a moment: an instant in UTC.
fn moment_schema() -> Object {
    let format = SchemaFormat::KnownFormat(KnownFormat::DateTime);
    ObjectBuilder::new().schema_type(Type::String).format(Some(format)).build()
}

/// Adds the properties of a schema. Every one is in an answer, absent ones as null.
fn add(object: &mut Object, part: RefOr<Schema>) {
    match part {
        RefOr::T(Schema::Object(part)) => {
            object.required.extend(part.properties.keys().cloned());
            object.properties.extend(part.properties);
        }
        RefOr::T(Schema::AllOf(parts)) => parts.items.into_iter().for_each(|part| add(object, part)),
        RefOr::T(_) | RefOr::Ref(_) => {}
    }
}

/// One flat object: the ids and times of every record, then the details of the kind.
impl<D: Details> PartialSchema for Record<D> {
    fn schema() -> RefOr<Schema> {
        let mut object = ObjectBuilder::new()
            .property("id", D::Id::schema())
            .required("id")
            .property("family_id", FamilyId::schema())
            .required("family_id")
            .property("rev", u64::schema())
            .required("rev");
        if D::NAME != ChildDetails::NAME {
            object = object.property("child_id", ChildId::schema()).required("child_id");
        }
        for moment in ["created_at", "updated_at"] {
            object = object.property(moment, moment_schema()).required(moment);
        }
        for person in ["created_by", "updated_by"] {
            object = object.property(person, UserId::schema()).required(person);
        }
        let mut object: Object = object.build();
        for part in [D::schema(), D::Beside::schema(), D::Computed::schema()] {
            add(&mut object, part);
        }
        object.into()
    }
}

impl<D: Details> ToSchema for Record<D> {
    fn name() -> std::borrow::Cow<'static, str> {
        D::NAME.into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        D::schemas(schemas);
        <D::Beside as ToSchema>::schemas(schemas);
    }
}
