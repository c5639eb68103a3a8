//! Lambda's side of a function: the process, and the Runtime API that it asks for work.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde_json::Value;
use std::collections::HashMap;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::{mpsc, oneshot};
use trajectory::config::Environment;
use trajectory_local::bind;

/// How long a test waits for an answer. Lambda itself would have ended the function before.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long the function is told that it has.
const DEADLINE: Duration = Duration::from_secs(10);

/// How an invocation ended.
#[derive(Debug)]
pub(crate) enum Outcome {
    Answered(Value),
    Failed(Value),
}

impl Outcome {
    #[track_caller]
    pub(crate) fn answer(self) -> Value {
        match self {
            Self::Answered(answer) => answer,
            Self::Failed(error) => panic!("the invocation failed: {error}"),
        }
    }
}

/// An execution environment with a function in it.
pub(crate) struct Function {
    process: Child,
    work: mpsc::UnboundedSender<Work>,
}

struct Work {
    event: String,
    done: oneshot::Sender<Outcome>,
}

/// What the Runtime API has: work that waits, and who waits for work that was taken.
struct Queue {
    waiting: tokio::sync::Mutex<mpsc::UnboundedReceiver<Work>>,
    taken: Mutex<HashMap<String, oneshot::Sender<Outcome>>>,
}

impl Function {
    /// Starts the function's binary with these settings beside those that Lambda gives.
    pub(crate) async fn start(name: &str, settings: &[(&str, String)]) -> Self {
        let (work, waiting) = mpsc::unbounded_channel();
        let queue = Arc::new(Queue { waiting: tokio::sync::Mutex::new(waiting), taken: Mutex::default() });
        let listener = bind(0).await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let api = Router::new()
            .route("/2018-06-01/runtime/invocation/next", get(next))
            .route("/2018-06-01/runtime/invocation/{id}/response", post(response))
            .route("/2018-06-01/runtime/invocation/{id}/error", post(error))
            .with_state(queue);
        tokio::spawn(async { axum::serve(listener, api).await });
        let process = Command::new(binary(name))
            .env_clear()
            .env("AWS_LAMBDA_RUNTIME_API", address)
            .env("AWS_LAMBDA_FUNCTION_NAME", name)
            .env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
            .env("AWS_LAMBDA_LOG_GROUP_NAME", name)
            .env("AWS_LAMBDA_LOG_STREAM_NAME", name)
            .env("AWS_LAMBDA_HTTP_IGNORE_STAGE_IN_PATH", "true")
            .envs(settings.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::null())
            .spawn();
        Self { process: process.unwrap_or_else(|error| panic!("{name} does not start: {error}")), work }
    }

    pub(crate) async fn invoke(&self, event: &Value) -> Outcome {
        self.invoke_raw(event.to_string()).await
    }

    pub(crate) async fn invoke_raw(&self, event: String) -> Outcome {
        let (done, outcome) = oneshot::channel();
        self.work.send(Work { event, done }).unwrap();
        tokio::time::timeout(PATIENCE, outcome).await.unwrap_or_else(|_| panic!("no answer within {PATIENCE:?}")).unwrap()
    }

    /// Halts the process, as Lambda does between invocations.
    pub(crate) fn freeze(&self) {
        self.signal("STOP");
    }

    /// Lets it go on.
    pub(crate) fn thaw(&self) {
        self.signal("CONT");
    }

    fn signal(&self, signal: &str) {
        let sent = Command::new("sh").args(["-c", &format!("kill -{signal} {}", self.process.id())]).status().unwrap();
        assert!(sent.success());
    }
}

impl Drop for Function {
    fn drop(&mut self) {
        let _ended_already = self.process.kill();
        let _ended_already = self.process.wait();
    }
}

async fn next(State(queue): State<Arc<Queue>>) -> Response {
    let Some(Work { event, done }) = queue.waiting.lock().await.recv().await else {
        return StatusCode::GONE.into_response();
    };
    let id = uuid_like(queue.taken.lock().unwrap().len());
    queue.taken.lock().unwrap().insert(id.clone(), done);
    let deadline = SystemTime::now().duration_since(UNIX_EPOCH).unwrap() + DEADLINE;
    let headers = [
        ("Lambda-Runtime-Aws-Request-Id", id),
        ("Lambda-Runtime-Deadline-Ms", deadline.as_millis().to_string()),
        ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:local:000000000000:function:test".to_owned()),
        ("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0".to_owned()),
    ];
    (headers, [("content-type", "application/json")], event).into_response()
}

async fn response(State(queue): State<Arc<Queue>>, Path(id): Path<String>, body: Bytes) -> StatusCode {
    // A function that answers nothing answers `null`.
    end(&queue, &id, Outcome::Answered(serde_json::from_slice(&body).unwrap()))
}

async fn error(State(queue): State<Arc<Queue>>, Path(id): Path<String>, _headers: HeaderMap, body: Bytes) -> StatusCode {
    end(&queue, &id, Outcome::Failed(serde_json::from_slice(&body).unwrap()))
}

fn end(queue: &Queue, id: &str, outcome: Outcome) -> StatusCode {
    // The test may have given up.
    let _given_up = queue.taken.lock().unwrap().remove(id).unwrap().send(outcome);
    StatusCode::ACCEPTED
}

fn uuid_like(nth: usize) -> String {
    format!("8476a536-e9f4-11e8-9739-{nth:012x}")
}

fn is_of_this_package(variable: &str) -> bool {
    ["CARGO_MANIFEST_", "CARGO_PKG_", "CARGO_CRATE_", "CARGO_BIN_", "CARGO_PRIMARY_"].iter().any(|start| variable.starts_with(start))
}

/// Where a function's binary is. A development build is brought up to date first, all functions in one run.
#[expect(clippy::disallowed_methods, reason = "cargo's variables are nothing of the product's")]
fn binary(name: &str) -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    if let Some(folder) = Environment::of_process().get("BOOTSTRAPS") {
        return PathBuf::from(folder).join(name).join("bootstrap");
    }
    let folder = BUILT.get_or_init(|| {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
        let mut build = Command::new(env!("CARGO"));
        build.current_dir(root).args(["build", "--workspace", "--bins", "--locked", "--quiet"]);
        // What cargo told this test of its own package would look like a change to the build scripts of others.
        for (name, _) in std::env::vars_os().filter(|(name, _)| is_of_this_package(&name.to_string_lossy())) {
            build.env_remove(name);
        }
        assert!(build.status().unwrap().success(), "the functions do not build");
        // This test is at target/debug/deps/.
        std::env::current_exe().unwrap().parent().unwrap().parent().unwrap().to_owned()
    });
    folder.join(name)
}
