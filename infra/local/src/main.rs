//! `trajectory-local`: the whole product on one machine, bound to loopback.

use clap::Parser;
use std::fs::{File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use trajectory::config::Environment;
use trajectory::migration;
use trajectory::state::SystemClock;
use trajectory_local::embedded::Embedded;
use trajectory_local::outbox::Deliveries;
use trajectory_local::workers::Workers;
use trajectory_local::{app, bind, demo, gateway, log, openapi, state, work_on_transfers};

/// Runs Trajectory on this machine: no cloud, no account, nothing leaves it.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// Port of 127.0.0.1; 0 takes any that is free.
    #[arg(long, default_value_t = 4280)]
    port: u16,
    /// Folder that keeps the data [default: .local/data, with --demo .local/demo].
    #[arg(long)]
    data: Option<PathBuf>,
    /// Folder of the built web app.
    #[arg(long, default_value = "frontend/dist")]
    web: PathBuf,
    /// Start with a demo family, fictional from head to toe.
    #[arg(long)]
    demo: bool,
    /// Print the OpenAPI document and stop.
    #[arg(long)]
    openapi: bool,
    /// Print the stack of API Gateway and stop.
    #[arg(long)]
    gateway: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    match run(options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            let _no_terminal = writeln!(io::stderr(), "trajectory-local: {problem}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: Options) -> Result<(), String> {
    if options.openapi {
        let document = openapi::document().map_err(|error| format!("The OpenAPI document cannot be written: {error}."))?;
        return say(&document);
    }
    if options.gateway {
        let stack = gateway::template().map_err(|error| format!("The stack of API Gateway cannot be written: {error}."))?;
        return say(&stack);
    }
    let environment = Environment::of_process();
    log::start(environment.get("LOG").as_deref())?;
    let folder = options.data.unwrap_or_else(|| PathBuf::from(if options.demo { ".local/demo" } else { ".local/data" }));
    let _held_until_the_end = hold(&folder)?;
    let listener = bind(options.port).await.map_err(|error| port_problem(options.port, &error))?;
    let address = listener.local_addr().map_err(|error| port_problem(options.port, &error))?;
    let origin = format!("http://{address}");
    let embedded = Embedded::on_folder(&folder, &origin)
        .await
        .map_err(|error| format!("The data in {} cannot be opened: {error}.", folder.display()))?;
    let state = state(&embedded);
    migration::apply(&state.store, &SystemClock, |migration, applied| {
        tracing::info!(migration = migration.name, changed = applied.progress.changed, "bringing the data to today's layout");
    })
    .await
    .map_err(|error| format!("The data in {} could not be brought to today's layout: {error}.", folder.display()))?;
    let workers = Workers::start(&embedded, &folder).map_err(|error| format!("The workers could not be started: {error}."))?;
    if options.demo {
        let demo = demo::prepare(&state, &folder).await.map_err(|error| format!("The demo family could not be entered: {error}."))?;
        say(&format!("Sign in as {} with the password: {}\n", demo.email, demo.password))?;
    }
    let deliveries = Deliveries::start(&embedded, origin.clone());
    let transfers = tokio::spawn(work_on_transfers(state.clone(), embedded.files.clone()));
    let app = app(state, &embedded, &options.web);
    say(&format!("Trajectory runs at {origin}\nLetters arrive at {origin}/outbox\n"))?;
    let listener = axum::serve::ListenerExt::tap_io(listener, |socket| {
        // Small answers must not wait for the peer's acknowledgement.
        let _unsupported = socket.set_nodelay(true);
    });
    axum::serve(listener, app).with_graceful_shutdown(asked_to_stop()).await.map_err(|error| format!("The server failed: {error}."))?;
    deliveries.stop().await;
    workers.stop().await;
    transfers.abort();
    embedded.stop().await;
    Ok(())
}

fn say(text: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| format!("Nothing can be printed: {error}."))
}

/// Makes the folder and holds it, so that two processes never write the same data.
fn hold(folder: &Path) -> Result<File, String> {
    let unwritable = |error: io::Error| format!("The folder {} cannot be written: {error}. Name another with --data.", folder.display());
    std::fs::create_dir_all(folder).map_err(unwritable)?;
    let lock = File::create(folder.join("lock")).map_err(unwritable)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => {
            Err(format!("Another Trajectory is running on {}. Stop it first, or name another folder with --data.", folder.display()))
        }
        Err(TryLockError::Error(error)) => Err(unwritable(error)),
    }
}

fn port_problem(port: u16, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::AddrInUse {
        format!(
            "Port {port} is in use by another program. Choose another with PORT={} make run (or --port).",
            port.wrapping_add(1).max(1024)
        )
    } else {
        format!("Port {port} cannot be used: {error}. Choose another with --port.")
    }
}

/// Ctrl-C, or the signal that ends a service.
async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    let _no_signals_here = interrupted.await;
}
