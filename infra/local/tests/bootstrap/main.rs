//! The binaries that are deployed, invoked as Lambda does: by a Runtime API on loopback, with events of API Gateway's two
//! payload formats and of function URLs, on the embedded table and bucket.
//!
//! They are those of a development build, or what `BOOTSTRAPS` names: a folder with `<function>/bootstrap` in it.

#![expect(clippy::unwrap_used, reason = "a test says by panicking that it failed")]

mod events;
mod lambda;
mod requests;
mod stack;
mod trouble;
mod workers;
