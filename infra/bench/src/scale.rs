//! Whether a page takes longer the more visits a child has: the same page among 100, 1,000 and 10,000 visits.

use axum::http::Method;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::{Caller, Failure, PARALLEL, measure, text};

/// Visits of the child, from few to many.
const VISITS: [usize; 3] = [100, 1_000, 10_000];
/// Requests of each kind.
const REQUESTS: usize = 500;

/// Enters the visits and prints what each kind of request takes, and how much longer than among the fewest.
pub(crate) async fn run(caller: &Caller) -> Result<(), Failure> {
    let mut rows: Vec<(&str, Vec<f64>)> = Vec::new();
    for visits in VISITS {
        // Somebody in several families is looked for in each of them, which is not what is measured here.
        let (caller, family) = caller.sign_up(&format!("bench-{visits}@example.org")).await?;
        let caller = Arc::new(caller);
        let child = json!({ "name": "Emil", "date_of_birth": "2005-02-10", "sex": "male" });
        let child = text(&caller.post(&format!("/api/children?family={family}"), &child).await?["id"]);
        let (family, child) = (format!("/api/families/{family}"), format!("/api/children/{child}"));
        enter(&caller, &format!("{child}/visits"), visits).await?;
        let search = json!({ "text": "cough", "limit": 20 });
        let kinds = [
            ("page of 20, child", Method::GET, format!("{child}/visits?limit=20"), None),
            ("page of 20, family", Method::GET, format!("{family}/visits?limit=20"), None),
            ("page of 20, oldest", Method::GET, format!("{child}/visits?limit=20&sort=date"), None),
            ("page of 20, by type", Method::GET, format!("{child}/visits?limit=20&type=dental"), None),
            ("timeline, child", Method::GET, format!("{child}/timeline"), None),
            ("timeline, family", Method::GET, format!("{family}/timeline"), None),
            ("home", Method::GET, format!("{family}/home"), None),
            ("overview", Method::GET, format!("{child}/overview"), None),
            ("changes", Method::GET, format!("{family}/changes"), None),
            ("search (1 MB at most)", Method::POST, format!("{family}/search"), Some(search)),
        ];
        for (nth, (name, method, path, body)) in kinds.into_iter().enumerate() {
            let median = measure(&caller, method, &path, body, REQUESTS).await?.median.as_secs_f64() * 1000.0;
            if rows.len() <= nth {
                rows.push((name, Vec::new()));
            }
            rows[nth].1.push(median);
        }
    }
    println!("\np50 of {REQUESTS} requests, {PARALLEL} at a time, and its ratio to that among {} visits", VISITS[0]);
    println!("{:22} {}", "", VISITS.map(|visits| format!("{visits:>9} visits")).join(" "));
    for (name, medians) in rows {
        let cells: Vec<_> = medians.iter().map(|median| format!("{median:7.2} ms {:4.1}x", median / medians[0])).collect();
        println!("{name:22} {}", cells.join(" "));
    }
    Ok(())
}

/// Enters so many visits, some at a time.
async fn enter(caller: &Arc<Caller>, path: &str, visits: usize) -> Result<(), Failure> {
    let nth = Arc::new(AtomicUsize::new(0));
    let mut workers = Vec::new();
    for _ in 0..PARALLEL {
        let (caller, nth, path) = (caller.clone(), nth.clone(), path.to_owned());
        workers.push(tokio::spawn(async move {
            loop {
                let nth = nth.fetch_add(1, Ordering::Relaxed);
                if nth >= visits {
                    return Ok::<_, Failure>(());
                }
                caller.post(&path, &visit(nth)).await?;
            }
        }));
    }
    for worker in workers {
        worker.await??;
    }
    Ok(())
}

fn visit(nth: usize) -> Value {
    let types = ["wellness", "sick", "injury", "vision", "dental", "specialist"];
    let date = format!("{}-{:02}-{:02}", 2006 + nth % 20, 1 + nth / 20 % 12, 1 + nth / 240 % 28);
    json!({
        "type": types[nth % types.len()], "date": date, "time": "09:30", "place": "Children's practice", "doctor": "Dr. Hale",
        "reason": if nth.is_multiple_of(7) { "Cough for a week" } else { "Check-up" }, "outcome": "All well, come again in three months.",
        "tags": ["check-up"],
    })
}
