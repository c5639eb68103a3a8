//! The API, in process, over the real SDK against the embedded servers. One actor per role.

#![expect(clippy::unwrap_used, reason = "a test says by panicking that it failed")]

mod accounts;
mod bad_input;
mod children;
mod entered;
mod events;
mod families;
mod growth;
mod harness;
mod heatmap;
mod home;
mod illnesses;
mod linked;
mod lists;
mod measurements;
mod records;
mod roles;
mod round_trips;
mod search;
mod sessions;
mod timeline;
mod tokens;
mod visits;
