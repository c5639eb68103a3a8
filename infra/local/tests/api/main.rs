//! The API, in process, over the real SDK against the embedded servers. One actor per role.

#![expect(clippy::unwrap_used, reason = "a test says by panicking that it failed")]

mod accounts;
mod bad_input;
mod children;
mod closing;
mod email;
mod families;
mod growth;
mod harness;
mod mail;
mod measurements;
mod password;
mod roles;
mod round_trips;
mod second_factor;
mod sessions;
mod tokens;
