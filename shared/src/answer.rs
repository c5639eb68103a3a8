//! What goes out besides plain JSON: a new record with its address, a record with its revision.

use axum::Json;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::access::{FamilyMember, FamilyView, NewInvite, Saved};
use crate::record::{Details, Record, Rev};
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

fn etag(revised: &impl Revised) -> (HeaderName, String) {
    (header::ETAG, format!("\"{}\"", revised.rev().0))
}
