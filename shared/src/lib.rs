//! What Trajectory's route groups share: the record and its store, access, tokens, growth references, and the service around them.
//!
//! It knows no route. See `ARCHITECTURE.md` for the whole picture.

pub mod access;
pub mod answer;
pub mod base64;
pub mod config;
pub mod date;
pub mod error;
#[cfg(feature = "files")]
pub mod files;
pub mod growth;
pub mod health;
pub mod id;
pub mod job;
pub mod lambda;
pub mod limit;
pub mod log;
pub mod mail;
pub mod migration;
pub mod network;
pub mod one_time;
pub mod quantity;
pub mod record;
pub mod request;
pub mod reset;
pub mod routes;
pub mod sdk;
pub mod search;
pub mod service;
pub mod settings;
pub mod state;
pub mod statistics;
pub mod store;
#[cfg(feature = "files")]
pub mod sweep;
pub mod text;
pub mod token;
pub mod user;
pub mod vaccine;
