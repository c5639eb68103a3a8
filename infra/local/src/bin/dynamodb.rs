//! `trajectory-dynamodb -port 8000`: the embedded DynamoDB alone, in memory, called as DynamoDB Local is.
//! An emulator that would start DynamoDB Local from a JAR starts this instead.

use dynoxide::Database;
use std::io::{self, Write as _};
use std::process::ExitCode;
use trajectory_local::bind;

#[tokio::main]
async fn main() -> ExitCode {
    match serve(std::env::args().collect()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            let _no_terminal = writeln!(io::stderr(), "trajectory-dynamodb: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Everything but the port is for a Java machine.
async fn serve(arguments: Vec<String>) -> Result<(), String> {
    let after = arguments.iter().skip_while(|argument| *argument != "-port").nth(1);
    let port = after.and_then(|port| port.parse().ok()).ok_or("say the port with -port")?;
    let listener = bind(port).await.map_err(|error| error.to_string())?;
    let database = Database::memory().map_err(|error| error.to_string())?;
    dynoxide::server::serve_with_shutdown(listener, database, std::future::pending()).await
}
