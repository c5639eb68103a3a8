//! What goes out besides plain JSON: a new record with its address, a record with its revision.

use axum::Json;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::borrow::Cow;

use crate::access::{FamilyMember, FamilyView, NewInvite, Saved};
use crate::base64;
use crate::error::{Context as _, Result};
use crate::record::{Details, Record, Rev};
use crate::request::Known;
use crate::user::User;

/// Something with a revision, which is its `ETag`.
pub trait Revised: Serialize {
    /// The revision.
    fn rev(&self) -> Rev;
}

impl<D: Details> Revised for Record<D> {
    fn rev(&self) -> Rev {
        self.rev
    }
}

impl Revised for FamilyView {
    fn rev(&self) -> Rev {
        self.rev
    }
}

impl Revised for FamilyMember {
    fn rev(&self) -> Rev {
        self.rev
    }
}

impl Revised for NewInvite {
    fn rev(&self) -> Rev {
        self.invite.rev
    }
}

impl Revised for User {
    fn rev(&self) -> Rev {
        Rev(User::rev(self))
    }
}

/// 200 with the `ETag`.
pub struct Tagged<T>(pub T);

impl<T: Revised> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        ([etag(&self.0)], Json(self.0)).into_response()
    }
}

/// 201 with `Location` and `ETag`, or 200 where the same create had been made before.
pub enum Created<T> {
    /// It was made now; it can be found at this path.
    New(String, T),
    /// It was there already.
    Known(T),
}

impl<D: Details> Created<Record<D>> {
    /// The answer to a create, at `{collection}/{id}`.
    pub fn under(collection: &str, saved: Saved<D>) -> Self {
        match saved {
            Saved::New(record) => Self::New(format!("{collection}/{}", record.id), record),
            Saved::Known(record) => Self::Known(record),
        }
    }
}

impl<T: Revised> IntoResponse for Created<T> {
    fn into_response(self) -> Response {
        match self {
            Self::New(path, made) => (StatusCode::CREATED, [(header::LOCATION, path), etag(&made)], Json(made)).into_response(),
            Self::Known(there) => Tagged(there).into_response(),
        }
    }
}

/// What shows the state of a record at one moment, and that state as its `ETag`.
pub enum Stated<T> {
    /// The caller has seen this state already: 304, and nothing but its tag.
    Seen(String),
    /// What stands there. Without a tag while others may still be writing what belongs to it.
    Shown(Option<String>, T),
}

impl<T> Stated<T> {
    /// The same state, shown in another way.
    #[must_use]
    pub fn map<U>(self, show: impl FnOnce(T) -> U) -> Stated<U> {
        match self {
            Self::Seen(tag) => Stated::Seen(tag),
            Self::Shown(tag, shown) => Stated::Shown(tag, show(shown)),
        }
    }
}

impl<T: Serialize> IntoResponse for Stated<T> {
    fn into_response(self) -> Response {
        match self {
            Self::Seen(tag) => (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response(),
            Self::Shown(Some(tag), shown) => ([(header::ETAG, tag)], Json(shown)).into_response(),
            Self::Shown(None, shown) => Json(shown).into_response(),
        }
    }
}

/// Data that is the same for everybody and of nobody, and changes with a deployment alone: browsers and the edge may keep it
/// for a day, and whoever asks again by its tag is answered 304. Everything else that a service answers is kept by no cache.
pub struct Reference {
    json: Cow<'static, str>,
    tag: String,
    known: Known,
}

impl Reference {
    /// This JSON, for a caller who may know it.
    #[must_use]
    pub fn new(json: impl Into<Cow<'static, str>>, known: Known) -> Self {
        let json = json.into();
        let digest = ring::digest::digest(&ring::digest::SHA256, json.as_bytes());
        Self { tag: format!("\"{}\"", base64::encode(&digest.as_ref()[..12])), json, known }
    }
}

impl Reference {
    /// The same of what becomes JSON.
    ///
    /// # Errors
    /// It does not.
    pub fn of(data: &impl Serialize, known: Known) -> Result<Self> {
        Ok(Self::new(serde_json::to_string(data).context("writing reference data")?, known))
    }
}

impl IntoResponse for Reference {
    fn into_response(self) -> Response {
        let headers = [(header::ETAG, self.tag.as_str()), (header::CACHE_CONTROL, "public, max-age=86400")];
        if self.known.has(&self.tag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        (headers, [(header::CONTENT_TYPE, "application/json")], self.json.into_owned()).into_response()
    }
}

fn etag(revised: &impl Revised) -> (HeaderName, String) {
    (header::ETAG, format!("\"{}\"", revised.rev().0))
}
