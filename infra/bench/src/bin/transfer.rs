//! Memory and time of an import and an export of 20,000 records and 2,000 files.
//!
//! The worker runs in a process of its own, so that its peak is not that of the embedded servers.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use std::io::{Cursor, Write as _};
use std::process::Command;
use std::time::Instant;
use tower::ServiceExt as _;
use trajectory::files::{Files, ObjectKey};
use trajectory::service::service;
use trajectory::state::AppState;
use trajectory::store::{Endpoint, Store};
use trajectory_local::embedded::{BUCKET, Embedded};
use trajectory_local::{TABLE, config, routes, state};
use transfer::worker::{Budget, WORKING_TIME, run_waiting};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

type Failure = Box<dyn std::error::Error + Send + Sync>;

const RECORDS: usize = 20_000;
const FILES: usize = 2_000;
/// The most memory that the worker may take, in MB.
const BOUND: u64 = 256;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [table, files, secret] => work(table, files, secret).await,
        _ => measure().await,
    }
}

/// The worker: does what waits, and says how much memory it took.
async fn work(table: &str, files: &str, secret: &str) -> Result<(), Failure> {
    let files = Files::new(&Endpoint::loopback_as(files.to_owned(), "local", secret), BUCKET.to_owned());
    let state = AppState::new(Store::new(&Endpoint::loopback(table.to_owned()), TABLE.to_owned()), config()).with_files(files.clone());
    while run_waiting(&state, &files, || Budget::of_time(WORKING_TIME)).await? > 0 {}
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kilobytes: u64 = peak.trim().trim_end_matches(" kB").parse()?;
    println!("{}", kilobytes / 1024);
    Ok(())
}

struct Caller {
    service: axum::Router,
    token: String,
}

impl Caller {
    async fn post(&self, path: &str, body: &Value) -> Result<Value, Failure> {
        let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        if !self.token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        }
        let mut request = request.body(Body::from(body.to_string()))?;
        let address = std::net::SocketAddr::from(([127, 0, 0, 1], 50_000));
        request.extensions_mut().insert(axum::extract::ConnectInfo(address));
        let response = self.service.clone().oneshot(request).await?;
        let status = response.status();
        let bytes = response.into_body().collect().await?.to_bytes();
        if status.is_success() { Ok(serde_json::from_slice(&bytes)?) } else { Err(String::from_utf8_lossy(&bytes).into()) }
    }
}

async fn measure() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let embedded = Embedded::on_folder(folder.path(), "http://127.0.0.1").await?;
    let mut caller = Caller { service: service(routes(), state(&embedded)), token: String::new() };
    let account = json!({ "email": "robin@example.org", "password": "brisk otter lamp", "name": "Robin", "session": "token" });
    caller.token = text(&caller.post("/api/auth/register", &account).await?["access_token"]);
    let family = text(&caller.post("/api/families", &json!({ "name": "Bench" })).await?["id"]);
    let zip = archive()?;
    let source = json!({ "source": { "kind": "trajectory" }, "size": zip.len() });
    let job = text(&caller.post(&format!("/api/families/{family}/imports"), &source).await?["id"]);
    embedded.files.put_small(&ObjectKey::transfer(family.parse()?, job.parse()?), zip).await?;
    caller.post(&format!("/api/families/{family}/imports/{job}/preview"), &json!({})).await?;
    report("preview", &embedded)?;
    caller.post(&format!("/api/families/{family}/jobs/{job}/run"), &json!({})).await?;
    report("import", &embedded)?;
    caller.post(&format!("/api/families/{family}/exports"), &json!({})).await?;
    report("export", &embedded)?;
    embedded.stop().await;
    Ok(())
}

fn report(what: &str, embedded: &Embedded) -> Result<(), Failure> {
    let start = Instant::now();
    let worker =
        Command::new(std::env::current_exe()?).args([&embedded.table_url, &embedded.files_origin, &embedded.files_secret]).output()?;
    let peak: u64 =
        String::from_utf8_lossy(&worker.stdout).trim().parse().map_err(|_| String::from_utf8_lossy(&worker.stderr).into_owned())?;
    println!("{what}: {RECORDS} records, {FILES} files, {peak} MB at most, {:.1} s", start.elapsed().as_secs_f64());
    if peak > BOUND { Err(format!("{what} took {peak} MB, more than {BOUND} MB").into()) } else { Ok(()) }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// An export of another instance: one child with many measurements and files.
fn archive() -> Result<Vec<u8>, Failure> {
    let person = "usr_01890a5d-ac96-774b-bcce-b302099a8057";
    let child = "chi_01890a5d-ac96-774b-bcce-b302099a8057";
    let stamps = format!(
        r#""created_at":"2025-12-24T08:00:00Z","created_by":"{person}","updated_at":"2025-12-24T08:00:00Z","updated_by":"{person}""#
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    zip.start_file("data.json", options)?;
    write!(zip, r#"{{"format":"trajectory","version":1,"family":{{"name":"Bench"}},"children":[{{"id":"{child}",{stamps},"#)?;
    write!(zip, r#""details":{{"name":"Emil","date_of_birth":"2020-02-10","sex":"male"}}}}],"measurements":["#)?;
    let notes = "A line of notes as people write them. ".repeat(8);
    for nth in 0..RECORDS {
        let comma = if nth == 0 { "" } else { "," };
        write!(zip, r#"{comma}{{"id":"mea_01890a5d-ac96-774b-bcce-{nth:012x}","child_id":"{child}",{stamps},"details":"#)?;
        write!(zip, r#"{{"date":"2025-11-11","weight":{{"value":8.{:04},"unit":"kg"}},"notes":"{notes}"}}}}"#, nth % 9000 + 1)?;
    }
    write!(zip, r#"],"attachments":["#)?;
    let file = |nth: usize| format!("%PDF-1.4 file {nth} {}", "0123456789abcdef".repeat(1250)).into_bytes();
    for nth in 0..FILES {
        let (comma, bytes) = (if nth == 0 { "" } else { "," }, file(nth));
        let checksum = transfer::format::checksum(&bytes);
        write!(zip, r#"{comma}{{"id":"att_01890a5d-ac96-774b-bcce-{nth:012x}","child_id":"{child}",{stamps},"#)?;
        write!(zip, r#""details":{{"title":"File {nth}","kind":"report","record":null,"notes":null,"tags":[]}},"#)?;
        write!(zip, r#""file":{{"content_type":"application/pdf","size":{},"checksum_sha256":"{checksum}"}}}}"#, bytes.len())?;
    }
    write!(zip, "]}}")?;
    for nth in 0..FILES {
        zip.start_file(format!("files/att_01890a5d-ac96-774b-bcce-{nth:012x}.pdf"), options)?;
        zip.write_all(&file(nth))?;
    }
    Ok(zip.finish()?.into_inner())
}
