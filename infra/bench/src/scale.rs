//! Whether a page takes longer the more visits a child has: the same page among 100, 1,000 and 10,000 visits.

use axum::http::Method;
use serde_json::{Value, json};
use std::io::{Cursor, Write as _};
use std::sync::Arc;
use std::time::Instant;
use trajectory::files::ObjectKey;
use trajectory::state::AppState;
use trajectory_local::embedded::Embedded;
use transfer::worker::{Budget, WORKING_TIME, run_waiting};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{Caller, Failure, PARALLEL, measure, text};

/// Visits of the child, from few to many.
const VISITS: [usize; 3] = [100, 1_000, 10_000];
/// Requests of each kind.
const REQUESTS: usize = 500;
/// What a plain page of a list is called; none of them may take longer the more there is.
const PLAIN: &str = "page of 20";

/// Enters the visits and prints what each kind of request takes, and how much longer than among the fewest.
pub(crate) async fn run(caller: &Caller, state: &AppState, embedded: &Embedded) -> Result<(), Failure> {
    let mut rows: Vec<(&str, Vec<f64>)> = Vec::new();
    println!();
    for visits in VISITS {
        // Somebody in several families is looked for in each of them, which is not what is measured here.
        let (caller, family) = caller.sign_up(&format!("bench-{visits}@example.org")).await?;
        let caller = Arc::new(caller);
        let child = json!({ "name": "Emil", "date_of_birth": "2005-02-10", "sex": "male" });
        let child = text(&caller.post(&format!("/api/children?family={family}"), &child).await?["id"]);
        let begun = Instant::now();
        enter(&caller, state, embedded, (&family, &child), visits).await?;
        println!("{visits} visits were imported in {:.1} s", begun.elapsed().as_secs_f64());
        let (family, child) = (format!("/api/families/{family}"), format!("/api/children/{child}"));
        let deep =
            (half_way(&caller, &format!("{child}/visits"), visits).await?, half_way(&caller, &format!("{family}/visits"), visits).await?);
        let search = json!({ "text": "cough", "limit": 20 });
        let get = |name, path| (name, Method::GET, path, None);
        let kinds = [
            get("page of 20, child", format!("{child}/visits?limit=20")),
            get("page of 20, child, half way", format!("{child}/visits?limit=20&cursor={}", deep.0)),
            get("page of 20, family", format!("{family}/visits?limit=20")),
            get("page of 20, family, half way", format!("{family}/visits?limit=20&cursor={}", deep.1)),
            get("page of 20, child, oldest", format!("{child}/visits?limit=20&sort=date")),
            get("timeline, child", format!("{child}/timeline")),
            get("timeline, family", format!("{family}/timeline")),
            get("home", format!("{family}/home")),
            get("overview", format!("{child}/overview")),
            get("changes", format!("{family}/changes")),
            get("by type (120 looked at)", format!("{child}/visits?limit=20&type=dental")),
            ("search (1 MB looked at)", Method::POST, format!("{family}/search"), Some(search)),
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
    println!("{:28} {}", "", VISITS.map(|visits| format!("{visits:>9} visits")).join(" "));
    for (name, medians) in &rows {
        let cells: Vec<_> = medians.iter().map(|median| format!("{median:7.2} ms {:4.1}x", median / medians[0])).collect();
        println!("{name:28} {}", cells.join(" "));
    }
    let (few, many) = (VISITS[0], VISITS[VISITS.len() - 1]);
    println!("\nA plain page among {many} visits, to the same page among {few}:");
    for (name, medians) in rows.iter().filter(|(name, _)| name.starts_with(PLAIN)) {
        println!("{name:28} {:.2}x", medians[medians.len() - 1] / medians[0]);
    }
    Ok(())
}

/// The cursor of a page in the middle of a list.
async fn half_way(caller: &Caller, path: &str, visits: usize) -> Result<String, Failure> {
    let mut cursor = String::new();
    for _ in 0..(visits / 2).div_ceil(100) {
        let from = if cursor.is_empty() { String::new() } else { format!("&cursor={cursor}") };
        let page = caller.send(Method::GET, &format!("{path}?limit={}{from}", 100.min(visits / 2)), None).await?;
        cursor = text(&serde_json::from_slice::<Value>(&page)?["next"]);
    }
    if cursor.is_empty() { Err("the list ended before its middle".into()) } else { Ok(cursor) }
}

/// Enters so many visits, by an import: 24 of them are one transaction.
async fn enter(
    caller: &Caller,
    state: &AppState,
    embedded: &Embedded,
    (family, child): (&str, &str),
    visits: usize,
) -> Result<(), Failure> {
    let zip = archive(child, visits)?;
    let source = json!({ "source": { "kind": "trajectory" }, "size": zip.len() });
    let job = text(&caller.post(&format!("/api/families/{family}/imports"), &source).await?["id"]);
    embedded.files.put_small(&ObjectKey::transfer(family.parse()?, job.parse()?), zip).await?;
    for path in [format!("imports/{job}/preview"), format!("jobs/{job}/run")] {
        caller.post(&format!("/api/families/{family}/{path}"), &json!({})).await?;
        while run_waiting(state, &embedded.files, || Budget::of_time(WORKING_TIME)).await? > 0 {}
    }
    let done = caller.send(Method::GET, &format!("/api/families/{family}/jobs/{job}"), None).await?;
    let done: Value = serde_json::from_slice(&done)?;
    if done["report"]["created"] == visits { Ok(()) } else { Err(format!("the import ended otherwise: {done}").into()) }
}

/// An export of another instance: visits of the child.
fn archive(child: &str, visits: usize) -> Result<Vec<u8>, Failure> {
    let person = "usr_01890a5d-ac96-774b-bcce-b302099a8057";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("data.json", SimpleFileOptions::default())?;
    write!(zip, r#"{{"format":"trajectory","version":1,"family":{{"name":"Bench"}},"visits":["#)?;
    for nth in 0..visits {
        let line = json!({
            "id": format!("vis_01890a5d-ac96-774b-bcce-{nth:012x}"), "child_id": child, "created_at": "2025-12-24T08:00:00Z",
            "created_by": person, "updated_at": "2025-12-24T08:00:00Z", "updated_by": person, "details": visit(nth),
        });
        write!(zip, "{}{line}", if nth == 0 { "" } else { "," })?;
    }
    write!(zip, "]}}")?;
    Ok(zip.finish()?.into_inner())
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
