//! What functions log: one JSON object on each line, and in the same line what CloudWatch counts of it.
//!
//! A line that describes its metrics in `_aws` (CloudWatch's embedded metric format) needs no call, no agent and no permission.
//! A metric costs money for each hour in which it occurs, so what is rare (errors, throttles) is in a line only when it happened,
//! and the number of requests is the number of samples of `latency`.
//!
//! Nothing of a record, no name, address or token is logged. The crates that we use might tell of bodies, so of them
//! only warnings are let through.

use lambda_http::tracing::subscriber::filter::{LevelFilter, Targets};
use lambda_http::tracing::subscriber::layer::{Context, Layer};
use lambda_http::tracing::subscriber::registry::LookupSpan;
use serde_json::{Map, Value, json};
use std::fmt;
use std::time::Instant;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Event, Level, Subscriber};

use crate::config::Environment;
use crate::state::{Clock as _, SystemClock};

/// The target of the one line of each request.
pub const REQUEST: &str = "trajectory::request";
/// The target of the one line of each call of a worker.
pub const WORK: &str = "trajectory::work";
/// The namespace of our metrics.
pub const NAMESPACE: &str = "Trajectory";

/// Where our own lines come from: this crate, and those of the functions and of what an operator runs.
const OURS: [&str; 17] = [
    "trajectory",
    "trajectory_local",
    "trajectory_migrate",
    "account",
    "admin",
    "attachments",
    "auth",
    "children",
    "families",
    "illnesses",
    "mailer",
    "measurements",
    "medical_events",
    "sweeper",
    "transfer",
    "transfer_worker",
    "visits",
];

/// Metrics that are counted by the same dimensions.
pub struct Metrics {
    /// The lines that have them.
    target: &'static str,
    /// By what they are counted, each list on its own.
    pub dimensions: &'static [&'static [&'static str]],
    /// Name and unit.
    pub metrics: &'static [(&'static str, &'static str)],
}

/// All metrics there are. `infra/alarms.yaml` watches them.
pub const METRICS: [Metrics; 3] = [
    // `latency`: milliseconds of each request. `errors`: our faults (5xx). `throttles`: too many attempts (429).
    Metrics {
        target: REQUEST,
        dimensions: &[&["stack"], &["stack", "operation"]],
        metrics: &[("latency", "Milliseconds"), ("errors", "Count"), ("throttles", "Count")],
    },
    // `sign_in_failures`: a password or a code that was not right, wherever it was asked for. `uploads`: files that were completed.
    Metrics {
        target: REQUEST,
        dimensions: &[&["stack"]],
        metrics: &[("sign_ins", "Count"), ("sign_in_failures", "Count"), ("uploads", "Count")],
    },
    // `events`: changes that were told. `event_age`: of the oldest of them. `failures`: what is to be tried again.
    Metrics {
        target: WORK,
        dimensions: &[&["stack", "worker"]],
        metrics: &[
            ("duration", "Milliseconds"),
            ("events", "Count"),
            ("event_age", "Milliseconds"),
            ("failures", "Count"),
            ("letters_sent", "Count"),
            ("letters_failed", "Count"),
        ],
    },
];

/// One call of a worker, which becomes one line.
pub struct Work {
    worker: &'static str,
    start: Instant,
    events: u64,
    oldest: Option<f64>,
    letters: Option<(u64, u64)>,
}

impl Work {
    /// A call begins.
    #[must_use]
    pub fn begin(worker: &'static str) -> Self {
        Self { worker, start: Instant::now(), events: 0, oldest: None, letters: None }
    }

    /// Counts what the table's stream tells, with the seconds since 1970 at which it happened.
    pub fn told(&mut self, at: Option<f64>) {
        self.events += 1;
        self.oldest = match (self.oldest, at) {
            (Some(oldest), Some(at)) => Some(oldest.min(at)),
            (oldest, at) => oldest.or(at),
        };
    }

    /// Letters that went out, and such that never will.
    pub fn letters(&mut self, sent: usize, failed: usize) {
        self.letters = Some((sent as u64, failed as u64));
    }

    /// The call is over; so much of it is to be tried again.
    pub fn end(self, failures: usize) {
        #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are far below 2^53")]
        let age = self.oldest.map(|at| (SystemClock.now().timestamp_millis() as f64 - at * 1000.0).max(0.0).round());
        let some = |number: u64| (number > 0).then_some(number);
        tracing::info!(
            target: WORK,
            worker = self.worker,
            duration = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX),
            events = some(self.events),
            event_age = age,
            failures = some(failures as u64),
            letters_sent = self.letters.and_then(|(sent, _)| some(sent)),
            letters_failed = self.letters.and_then(|(_, failed)| some(failed)),
            "work"
        );
    }
}

/// What is let through at this level: our own lines, and warnings of the crates that we use.
#[must_use]
pub fn filter(level: LevelFilter) -> Targets {
    Targets::new()
        .with_default(level.min(LevelFilter::WARN))
        // Its span brings the id of the invocation.
        .with_target("lambda_runtime", level.min(LevelFilter::INFO))
        .with_targets(OURS.map(|ours| (ours, level)))
}

/// Writes each event as one line of JSON.
pub struct JsonLines<W> {
    stack: String,
    function: String,
    write: W,
}

impl<W: Fn(&[u8]) + 'static> JsonLines<W> {
    /// Lines of a Lambda function. The template names its log group `/trajectory/{stack}/{function}`.
    pub fn of_function(environment: &Environment, write: W) -> Self {
        let group = environment.get("AWS_LAMBDA_LOG_GROUP_NAME").unwrap_or_default();
        let (stack, function) = group.strip_prefix("/trajectory/").and_then(|rest| rest.split_once('/')).unwrap_or_default();
        Self { stack: stack.to_owned(), function: function.to_owned(), write }
    }
}

/// What a span says of everything that happens in it.
struct Inherited(Map<String, Value>);

impl<S: Subscriber + for<'span> LookupSpan<'span>, W: Fn(&[u8]) + 'static> Layer<S> for JsonLines<W> {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        // The runtime's name for the id that its own lines have.
        let invocation = fields.0.remove("requestId").map(|id| ("invocation".to_owned(), id));
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(Inherited(invocation.into_iter().collect()));
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let mut line = fields.0;
        for span in context.event_scope(event).into_iter().flatten() {
            if let Some(Inherited(more)) = span.extensions().get() {
                line.extend(more.clone());
            }
        }
        let metadata = event.metadata();
        let now = SystemClock.now();
        line.insert("timestamp".to_owned(), json!(now.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)));
        line.insert("level".to_owned(), json!(name(*metadata.level())));
        line.insert("target".to_owned(), json!(metadata.target()));
        line.insert("stack".to_owned(), json!(self.stack));
        line.insert("function".to_owned(), json!(self.function));
        let counted: Vec<_> =
            METRICS.iter().filter(|metrics| metrics.target == metadata.target()).filter_map(|some| some.of(&line)).collect();
        if !counted.is_empty() {
            line.insert("_aws".to_owned(), json!({ "Timestamp": now.timestamp_millis(), "CloudWatchMetrics": counted }));
        }
        let mut text = Value::Object(line).to_string();
        text.push('\n');
        (self.write)(text.as_bytes());
    }
}

impl Metrics {
    /// What of these a line has, as CloudWatch wants to be told it.
    fn of(&self, line: &Map<String, Value>) -> Option<Value> {
        let there: Vec<_> = self.metrics.iter().filter(|(name, _)| line.contains_key(*name)).collect();
        let metrics: Vec<_> = there.iter().map(|(name, unit)| json!({ "Name": name, "Unit": unit })).collect();
        (!metrics.is_empty()).then(|| json!({ "Namespace": NAMESPACE, "Dimensions": self.dimensions, "Metrics": metrics }))
    }
}

/// The name by which Lambda filters.
fn name(level: Level) -> &'static str {
    match level {
        Level::ERROR => "ERROR",
        Level::WARN => "WARN",
        Level::INFO => "INFO",
        Level::DEBUG => "DEBUG",
        Level::TRACE => "TRACE",
    }
}

/// The fields of an event or a span as JSON.
#[derive(Default)]
struct Fields(Map<String, Value>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}").into());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.0.insert(field.name().to_owned(), json!(value));
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.0.insert(field.name().to_owned(), value.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lambda_http::tracing::subscriber::layer::SubscriberExt as _;
    use std::collections::BTreeSet;
    use std::sync::{Arc, Mutex};

    fn lines_of(work: impl FnOnce()) -> Vec<Value> {
        let lines = Arc::new(Mutex::new(Vec::new()));
        let kept = lines.clone();
        let environment = Environment::of(&[("AWS_LAMBDA_LOG_GROUP_NAME", "/trajectory/prod/auth")]);
        let layer =
            JsonLines::of_function(&environment, move |line: &[u8]| kept.lock().unwrap().push(serde_json::from_slice(line).unwrap()));
        let subscriber = lambda_http::tracing::subscriber::registry().with(layer.with_filter(filter(LevelFilter::INFO)));
        tracing::subscriber::with_default(subscriber, work);
        lines.lock().unwrap().clone()
    }

    #[test]
    fn metrics_are_of_what_the_line_has() {
        let lines = lines_of(|| tracing::info!(target: REQUEST, operation = "GET /x", latency = 12, sign_ins = None::<u64>, "request"));
        let metrics = &lines[0]["_aws"]["CloudWatchMetrics"];
        assert_eq!(metrics.as_array().unwrap().len(), 1);
        assert_eq!(metrics[0]["Metrics"], json!([{ "Name": "latency", "Unit": "Milliseconds" }]));
    }

    #[test]
    fn a_line_says_where_it_comes_from_and_in_which_invocation() {
        let lines = lines_of(|| {
            let invoke = tracing::info_span!(target: "lambda_runtime::layers::trace", "Lambda runtime invoke", requestId = "i-1");
            invoke.in_scope(|| tracing::error!(cause = %"the table did not answer", "request failed"));
        });
        let line = lines[0].as_object().unwrap();
        for (name, value) in
            [("invocation", "i-1"), ("stack", "prod"), ("function", "auth"), ("level", "ERROR"), ("message", "request failed")]
        {
            assert_eq!(line[name], json!(value), "{name}");
        }
        assert!(!line.contains_key("_aws"));
    }

    #[test]
    fn a_call_of_a_worker_is_one_line_with_the_age_of_the_oldest_event() {
        let lines = lines_of(|| {
            let mut work = Work::begin("mailer");
            let now = u32::try_from(SystemClock.now().timestamp()).unwrap();
            for at in [Some(f64::from(now)), Some(f64::from(now) - 60.0), None] {
                work.told(at);
            }
            work.letters(2, 0);
            work.end(1);
        });
        let line = &lines[0];
        assert_eq!((&line["worker"], &line["events"], &line["failures"]), (&json!("mailer"), &json!(3), &json!(1)));
        assert!((60_000.0..70_000.0).contains(&line["event_age"].as_f64().unwrap()), "{line}");
        let metrics = &line["_aws"]["CloudWatchMetrics"][0];
        let names: Vec<_> = metrics["Metrics"].as_array().unwrap().iter().map(|one| one["Name"].as_str().unwrap()).collect();
        assert_eq!(names, ["duration", "events", "event_age", "failures", "letters_sent"]);
        assert_eq!(metrics["Dimensions"], json!([["stack", "worker"]]));
    }

    #[test]
    fn of_other_crates_only_warnings_are_logged() {
        let lines = lines_of(|| {
            tracing::info!(target: "aws_smithy_runtime", "a body");
            tracing::warn!(target: "aws_smithy_runtime", "trouble");
            tracing::debug!(target: "trajectory::table", "Query");
        });
        assert_eq!(lines.iter().map(|line| line["message"].as_str().unwrap()).collect::<Vec<_>>(), ["trouble"]);
    }

    #[test]
    fn our_own_crates_are_all_that_there_are() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../functions");
        let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap().replace('-', "_"));
        let ours = OURS.into_iter().filter(|name| !name.starts_with("trajectory")).map(str::to_owned);
        assert_eq!(names.collect::<BTreeSet<_>>(), ours.collect());
    }
}
