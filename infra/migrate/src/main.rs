//! `trajectory-migrate`: brings the items of a table to today's layout, recounts statistics, changes the signing key, copies tables. For operators.

use clap::{Parser, Subcommand};
use std::io::{self, Write as _};
use std::process::ExitCode;
use std::sync::Arc;
use trajectory::config::Environment;
use trajectory::error::Result;
use trajectory::files::Files;
use trajectory::migration::{self, Applied, Migration};
use trajectory::state::{Clock as _, SystemClock};
use trajectory::store::{Endpoint, Store};
use trajectory::sweep::Sweeper;
use trajectory::token::rotation::{self, Rotated};

/// Brings the items of a table to today's layout.
///
/// Credentials, region and addresses are those of the environment (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
/// `AWS_SESSION_TOKEN`, `AWS_REGION`, `AWS_ENDPOINT_URL_DYNAMODB`).
#[derive(Parser)]
#[command(version)]
struct Options {
    /// Name of the table [default: the environment's `TRAJECTORY_TABLE`].
    #[arg(long)]
    table: Option<String>,
    /// A server on this machine that takes any credentials, such as `http://127.0.0.1:8000`.
    #[arg(long)]
    endpoint: Option<String>,
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Show every migration and how far it has come.
    List,
    /// Apply what is pending; go on where an earlier run was stopped.
    Apply {
        /// Try every step and write nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Change the key that signs access tokens before its 90 days are over. Nobody notices.
    RotateSigningKey {
        /// A private key may have become known: take all keys away now. Access tokens end, sessions go on.
        #[arg(long)]
        at_once: bool,
    },
    /// Copy another table, such as a restored backup, into this one: whatever this one does not have.
    Copy {
        /// Name of the table to copy from, in the same account and region.
        #[arg(long)]
        from: String,
    },
    /// Count everything anew and set the statistics right.
    Recount,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            let _no_terminal = writeln!(io::stderr(), "trajectory-migrate: {problem}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: Options) -> Result<()> {
    let environment = Environment::of_process();
    let endpoint = match options.endpoint {
        Some(url) => Endpoint::loopback(url),
        None => Endpoint::from_environment(&environment)?,
    };
    let table = match options.table {
        Some(table) => table,
        None => environment.need("TRAJECTORY_TABLE")?,
    };
    let store = Store::new(&endpoint, table);
    match options.action {
        Action::List => list(&store).await,
        Action::Apply { dry_run: true } => {
            for (migration, progress) in migration::dry_run(&store).await? {
                say(&format!("{}: would change {} of {} items", migration.name, progress.changed, progress.looked_at));
            }
            Ok(())
        }
        Action::Apply { dry_run: false } => {
            migration::apply(&store, &SystemClock, |migration, applied| say(&told(migration, Some(applied)))).await?;
            list(&store).await
        }
        Action::RotateSigningKey { at_once } => {
            let rotated = if at_once { rotation::replace(&store).await? } else { rotation::rotate(&store, SystemClock.now()).await? };
            say(&match rotated {
                Rotated::NoKeyYet => "there is no signing key; the next sign-in makes one".to_owned(),
                Rotated::UnderWay(at) => format!("a new key is published already and signs from {} on", at.format("%Y-%m-%d %H:%M:%S UTC")),
                Rotated::Begun if at_once => {
                    "all keys are taken away; the next sign-in or refresh makes a new one, and every function refuses the former ones within 10 minutes".to_owned()
                }
                Rotated::Begun => "the next sign-in or refresh publishes a new key, which signs 10 minutes later".to_owned(),
            });
            Ok(())
        }
        Action::Copy { from } => {
            let from = Store::new(&endpoint, from);
            let copied =
                migration::copy(&from, &store, SystemClock.now(), |so_far| say(&format!("{} items looked at", so_far.looked_at))).await?;
            say(&format!("{} items were copied, {} were there already", copied.written, copied.there));
            Ok(())
        }
        Action::Recount => {
            // Counting needs no bucket; the address is never called.
            let files = Files::new(&endpoint, String::new());
            let found = Sweeper::new(store, files, Arc::new(SystemClock)).recount().await?;
            say(&format!("{} items were counted anew, {} of the counters were set right", found.items, found.parts));
            Ok(())
        }
    }
}

async fn list(store: &Store) -> Result<()> {
    for (migration, applied) in migration::states(store).await? {
        say(&told(migration, applied.as_ref()));
        say(&format!("    {}", migration.about));
    }
    Ok(())
}

fn told(migration: &Migration, applied: Option<&Applied>) -> String {
    let Migration { name, kind, from, to, .. } = migration;
    let state = match applied {
        None => "pending".to_owned(),
        Some(Applied { progress, finished_at: None, .. }) => {
            format!("begun, {} of {} items changed so far", progress.changed, progress.looked_at)
        }
        Some(Applied { progress, finished_at: Some(moment), .. }) => {
            format!("done {}, {} of {} items changed", moment.format("%Y-%m-%d %H:%M:%S UTC"), progress.changed, progress.looked_at)
        }
    };
    format!("{name} ({kind} {from} to {to}): {state}")
}

fn say(line: &str) {
    // A closed pipe is no reason to stop a migration.
    let _closed = writeln!(io::stdout(), "{line}");
}
