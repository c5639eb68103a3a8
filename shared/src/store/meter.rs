//! Counts what a request asks of the table: calls, how many of them wait for one another, and the time.

use aws_sdk_dynamodb::types::ConsumedCapacity;
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::Item;
use super::item::size;

/// What a request has asked of the table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Usage {
    /// Names of the operations, in the order they were sent.
    pub calls: Vec<&'static str>,
    /// The longest chain of calls in which each waited for the one before.
    pub depth: u32,
    /// Bytes of the items that came back.
    pub bytes_read: usize,
    /// Read units as the table counts them: 4 KB looked at in one call, rounded up.
    pub read_units: f64,
    /// Time spent waiting for the table; calls in parallel count each.
    pub time: Duration,
}

/// Runs a request and counts.
pub struct Meter;

tokio::task_local! {
    static USAGE: Arc<Mutex<Usage>>;
}

impl Meter {
    /// Runs the request and answers what it asked of the table beside its own result.
    pub async fn run<T>(request: impl Future<Output = T>) -> (T, Usage) {
        let usage = Arc::new(Mutex::new(Usage::default()));
        let answer = USAGE.scope(usage.clone(), request).await;
        let counted = lock(&usage).clone();
        (answer, counted)
    }
}

/// Counts one call. Outside of a request nothing is counted.
///
/// The SDK's futures are large; boxed here once, they do not swell every future above.
pub(super) fn call<T>(name: &'static str, sent: impl Future<Output = T>) -> impl Future<Output = T> {
    let sent = Box::pin(sent);
    async move {
        let Ok(usage) = USAGE.try_with(Clone::clone) else {
            return sent.await;
        };
        // A call is one deeper than the deepest that had been answered when it was sent.
        let depth = {
            let mut counted = lock(&usage);
            counted.calls.push(name);
            counted.depth + 1
        };
        let start = Instant::now();
        let answer = sent.await;
        let time = start.elapsed();
        tracing::debug!(target: "trajectory::table", depth, time = ?time, "{name}");
        let mut counted = lock(&usage);
        counted.depth = counted.depth.max(depth);
        counted.time += time;
        answer
    }
}

/// Counts what a read brought, and what it cost.
pub(super) fn read<'a>(items: impl IntoIterator<Item = &'a Item>, capacity: &[ConsumedCapacity]) {
    let Ok(usage) = USAGE.try_with(Clone::clone) else {
        return;
    };
    let mut counted = lock(&usage);
    counted.bytes_read += items.into_iter().map(size).sum::<usize>();
    counted.read_units += capacity.iter().filter_map(ConsumedCapacity::capacity_units).sum::<f64>();
}

fn lock(usage: &Mutex<Usage>) -> MutexGuard<'_, Usage> {
    usage.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn depth_counts_calls_that_wait_for_one_another() {
        let ((), usage) = Meter::run(async {
            tokio::join!(call("a", tokio::task::yield_now()), call("b", tokio::task::yield_now()));
            call("c", async {}).await;
        })
        .await;
        assert_eq!((usage.calls, usage.depth), (vec!["a", "b", "c"], 2));
    }
}
