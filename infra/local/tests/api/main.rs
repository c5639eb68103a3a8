//! The API, in process, over the real SDK against the embedded servers. One actor per role.

#![expect(clippy::unwrap_used, reason = "a test says by panicking that it failed")]

mod accounts;
mod bad_input;
mod children;
mod entered;
mod families;
mod growth;
mod harness;
mod home;
mod lists;
mod measurements;
mod roles;
mod round_trips;
mod search;
mod sessions;
mod timeline;
mod tokens;
