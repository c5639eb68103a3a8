//! The API, in process, over the real SDK against the embedded servers. One actor per role.

#![expect(clippy::unwrap_used, reason = "a test says by panicking that it failed")]

mod accounts;
mod bad_input;
mod children;
mod families;
mod growth;
mod harness;
mod measurements;
mod roles;
mod round_trips;
mod sessions;
mod tokens;
mod transfer;
