//! What the local stack prints of what happens: lines for a person at a terminal.

use std::fmt::{self, Write as _};
use std::io::{self, IsTerminal as _};
use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::{Event, Subscriber};
use tracing_subscriber::filter::FilterExt as _;
use tracing_subscriber::fmt::format::{Compact, Format, Writer};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;
use trajectory::log::{REQUEST, filter};

/// Prints to the terminal what happens: requests and troubles, with `debug` each call of the table and the bucket as well.
///
/// # Errors
/// The level is none.
pub fn start(level: Option<&str>) -> Result<(), String> {
    let level = level.unwrap_or("info");
    let level: LevelFilter =
        level.parse().map_err(|_| format!("LOG={level} is no level. Choose one of: error, warn, info, debug, trace."))?;
    // The embedded DynamoDB warns of each condition that does not hold, which is no trouble.
    let quiet = tracing_subscriber::filter::Targets::new().with_default(LevelFilter::TRACE).with_target("dynoxide", LevelFilter::ERROR);
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .event_format(Readable::default())
        .with_filter(filter(level).and(quiet));
    tracing_subscriber::registry().with(lines).init();
    Ok(())
}

/// A request is one line that reads like one; everything else is in the usual format.
pub struct Readable(Format<Compact>);

impl Default for Readable {
    fn default() -> Self {
        Self(tracing_subscriber::fmt::format().with_target(false).compact())
    }
}

impl<S: Subscriber + for<'span> LookupSpan<'span>, N: for<'writer> FormatFields<'writer> + 'static> FormatEvent<S, N> for Readable {
    fn format_event(&self, context: &FmtContext<'_, S, N>, mut writer: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        if event.metadata().target() != REQUEST {
            return self.0.format_event(context, writer, event);
        }
        let mut request = Request::default();
        event.record(&mut request);
        let colours = writer.has_ansi_escapes();
        writeln!(writer, "{}", request.line(colours))
    }
}

/// What the line of a request says.
#[derive(Default)]
struct Request {
    operation: String,
    code: String,
    status: u64,
    latency: u64,
    table_calls: u64,
    table_milliseconds: u64,
}

impl Request {
    fn line(&self, colours: bool) -> String {
        let Self { operation, code, status, latency, table_calls, table_milliseconds } = self;
        let (method, route) = operation.split_once(' ').unwrap_or(("", operation));
        let colour = match status {
            500.. => 31,
            400.. => 33,
            _ => 32,
        };
        let status = if colours { format!("\u{1b}[{colour}m{status}\u{1b}[0m") } else { status.to_string() };
        let mut line = format!("{method:6} {route}  {status}");
        // Writing to a string cannot fail.
        let _written = if code.is_empty() { Ok(()) } else { write!(line, " {code}") };
        let calls = if *table_calls == 1 { "call" } else { "calls" };
        let _written = write!(line, "  {latency} ms, table: {table_calls} {calls}, {table_milliseconds} ms");
        line
    }
}

impl Visit for Request {
    fn record_u64(&mut self, field: &Field, value: u64) {
        match field.name() {
            "status" => self.status = value,
            "latency" => self.latency = value,
            "table_calls" => self.table_calls = value,
            "table_milliseconds" => self.table_milliseconds = value,
            _ => {}
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "operation" => value.clone_into(&mut self.operation),
            "code" => value.clone_into(&mut self.code),
            _ => {}
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_a_line_for_a_person() {
        let request = Request {
            operation: "POST /api/auth/login".to_owned(),
            code: "wrong_credentials".to_owned(),
            status: 401,
            latency: 53,
            table_calls: 3,
            table_milliseconds: 2,
        };
        assert_eq!(request.line(false), "POST   /api/auth/login  401 wrong_credentials  53 ms, table: 3 calls, 2 ms");
        assert!(request.line(true).contains("\u{1b}[33m401\u{1b}[0m"));
    }
}
