//! The API, in process, over the real SDK against the embedded servers. One actor per role.

#![expect(clippy::unwrap_used, reason = "a test says by panicking that it failed")]

mod accounts;
mod admin;
mod admin_acts;
mod attachments;
mod avatars;
mod bad_input;
mod caching;
mod children;
mod closing;
mod email;
mod entered;
mod events;
mod families;
mod faults;
mod files;
#[path = "../template/groups.rs"]
mod groups;
mod growth;
mod harness;
mod health;
mod heatmap;
mod home;
mod illnesses;
mod invites;
mod joining;
mod linked;
mod lists;
mod log;
mod mail;
mod measurements;
mod members;
mod migrations;
mod password;
#[path = "../template/reading.rs"]
mod reading;
mod records;
mod rights;
mod roles;
mod round_trips;
mod search;
mod second_factor;
mod sessions;
mod sweeper;
mod sweeper_restarts;
mod timeline;
mod tiny;
mod tokens;
mod transfer;
mod trash;
mod uploads;
mod visits;
mod walk;
