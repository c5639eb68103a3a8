//! Exports and imports through the routes and the worker, which is driven step by step.

mod bad_files;
mod limits;
mod origin;
mod pictures;
mod round_trip;
mod tables;
mod undo;

use chrono::TimeDelta;
use serde_json::{Value, json};
use std::io::{Cursor, Read as _, Write as _};
use trajectory::access::waiting_jobs;
use trajectory::files::ObjectKey;
use trajectory::record::{EventDetails, IllnessDetails, MeasurementDetails, VisitDetails};
use transfer::worker::{Budget, run_job};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::harness::{Actor, App, id};

pub(crate) const CHILD: &str = "chi_01890a5d-ac96-774b-bcce-b302099a8057";
pub(crate) const SIBLING: &str = "chi_01890a5d-ac96-774b-bcce-b302099a8058";
pub(crate) const VISIT: &str = "vis_01890a5d-ac96-774b-bcce-b302099a8057";
const ATTACHMENT: &str = "att_01890a5d-ac96-774b-bcce-b302099a8057";
const SOMEBODY: &str = "usr_01890a5d-ac96-774b-bcce-b302099a8057";
pub(crate) const PDF: &[u8] = b"%PDF-1.4 a letter";

impl App {
    /// Lets workers do `steps` steps of each job that waits, once.
    pub(crate) async fn work(&self, steps: u32) -> usize {
        let waiting = waiting_jobs(&self.workers).await.unwrap();
        for one in &waiting {
            run_job(&self.workers, &self.embedded.files, *one, Budget::of_steps(steps)).await.unwrap();
        }
        waiting.len()
    }

    /// Lets workers work until nothing waits; each is ended after one step.
    pub(crate) async fn run_jobs(&self) {
        while self.work(1).await > 0 {}
    }

    pub(crate) async fn job(&self, actor: &Actor, family: &str, job: &str) -> Value {
        self.get(actor, format!("/api/families/{family}/jobs/{job}")).await.expect(200)
    }

    pub(crate) async fn act(&self, actor: &Actor, family: &str, job: &str, act: &str) -> Value {
        let body = if act == "run" { json!({}) } else { Value::Null };
        let path = match act {
            "preview" => format!("/api/families/{family}/imports/{job}/preview"),
            act => format!("/api/families/{family}/jobs/{job}/{act}"),
        };
        let call = self.post(path).token(&actor.token);
        if body.is_null() { call.send().await.expect(200) } else { call.json(&body).send().await.expect(200) }
    }

    /// Announces an import and brings its file, past the presigned address.
    pub(crate) async fn announce(&self, actor: &Actor, family: &str, source: &Value, file: &[u8]) -> String {
        let body = json!({ "source": source, "size": file.len() });
        let job = id(&self.create(actor, format!("/api/families/{family}/imports"), &body).await.expect(201));
        let key = ObjectKey::transfer(family.parse().unwrap(), job.parse().unwrap());
        self.embedded.files.put_small(&key, file.to_vec()).await.unwrap();
        job
    }

    /// An import up to its preview.
    pub(crate) async fn previewed(&self, actor: &Actor, family: &str, source: &Value, file: &[u8]) -> (String, Value) {
        let job = self.announce(actor, family, source, file).await;
        self.act(actor, family, &job, "preview").await;
        self.run_jobs().await;
        let told = self.job(actor, family, &job).await;
        (job, told)
    }

    /// An import to its end.
    pub(crate) async fn import(&self, actor: &Actor, family: &str, source: &Value, file: &[u8]) -> (String, Value) {
        let (job, told) = self.previewed(actor, family, source, file).await;
        assert_eq!(told["state"], "previewed", "{told}");
        self.act(actor, family, &job, "run").await;
        self.run_jobs().await;
        let told = self.job(actor, family, &job).await;
        (job, told)
    }

    /// The ZIP of an export.
    pub(crate) async fn export(&self, actor: &Actor, family: &str) -> Vec<u8> {
        let job = id(&self.create(actor, format!("/api/families/{family}/exports"), &json!({})).await.expect(201));
        self.run_jobs().await;
        let told = self.job(actor, family, &job).await;
        assert_eq!(told["state"], "done", "{told}");
        assert!(told["download"]["url"].is_string());
        self.transferred(family, &job).await
    }

    pub(crate) async fn transferred(&self, family: &str, job: &str) -> Vec<u8> {
        let key = ObjectKey::transfer(family.parse().unwrap(), job.parse().unwrap());
        let mut stored = self.embedded.files.open(&key).await.unwrap().unwrap();
        let mut bytes = Vec::new();
        while let Some(more) = stored.next().await.unwrap() {
            bytes.extend(more);
        }
        bytes
    }

    /// Time passes until a worker that died is given up.
    pub(crate) fn lease_ends(&self) {
        self.pass(TimeDelta::minutes(3));
    }
}

pub(crate) fn ours() -> Value {
    json!({ "kind": "trajectory" })
}

/// A ZIP of these entries.
pub(crate) fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn entry(zip: &[u8], name: &str) -> String {
    String::from_utf8(entry_bytes(zip, name)).unwrap()
}

pub(crate) fn entry_bytes(zip: &[u8], name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    ZipArchive::new(Cursor::new(zip)).unwrap().by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn details<D: trajectory::record::Details>(value: Value) -> Value {
    serde_json::to_value(serde_json::from_value::<D>(value).unwrap()).unwrap()
}

#[expect(clippy::needless_pass_by_value, reason = "it reads better where it is called")]
fn line(id: &str, child: Option<&str>, details: Value) -> Value {
    let mut line = json!({
        "id": id, "created_at": "2025-12-24T08:00:00Z", "created_by": SOMEBODY, "updated_at": "2025-12-25T08:00:00.123Z", "updated_by": SOMEBODY,
        "details": details,
    });
    if let Some(child) = child {
        line["child_id"] = child.into();
    }
    line
}

/// A record with something of every kind, and more measurements than one transaction takes.
pub(crate) fn everything(measurements: usize) -> Value {
    let measured = |nth: usize| {
        let id = format!("mea_01890a5d-ac96-774b-bcce-{nth:012x}");
        let mut body = json!({
            "date": "2025-11-11", "weight": { "value": "X", "unit": "kg" }, "height": { "value": 28.25, "unit": "in" }, "measured_by": "school",
        });
        body["weight"]["value"] = serde_json::from_str(&format!("8.{:04}", nth + 1)).unwrap();
        if nth == 0 {
            body["visit_id"] = VISIT.into();
        }
        line(&id, Some(CHILD), details::<MeasurementDetails>(body))
    };
    let child = |id: &str, name: &str| {
        line(
            id,
            None,
            details::<trajectory::record::ChildDetails>(
                json!({ "name": name, "date_of_birth": "2025-02-10", "sex": "male", "notes": "=1+1 <b>" }),
            ),
        )
    };
    let visit = json!({
        "type": "injury", "date": "2025-11-11", "time": "09:30", "outcome": "All well.", "vitals": { "temperature": { "value": 98.6, "unit": "f" } },
        "injury": { "kind": "cut" }, "vision": { "right": { "sphere": -1.25, "axis": 90 } }, "prescriptions": [{ "medicine": "Salve" }],
    });
    let event = json!({ "type": "vaccine", "name": "MMR", "date": "2025-11-11", "visit_id": VISIT, "vaccine": { "cvx": "03", "diseases": ["Measles"] } });
    let illness = json!({
        "types": ["flu"], "started_on": "2025-12-01", "ended_on": "2025-12-07", "visit_ids": [VISIT],
        "temperatures": [{ "at": "2025-12-01T18:30:00Z", "temperature": { "value": 39.2, "unit": "c" } }],
    });
    let mut attachment =
        line(ATTACHMENT, Some(CHILD), json!({ "title": "Letter", "kind": "report", "record": VISIT, "notes": null, "tags": ["clinic"] }));
    attachment["file"] = json!({ "content_type": "application/pdf", "size": PDF.len(), "checksum_sha256": checksum(PDF) });
    json!({
        "format": "trajectory", "version": 1, "family": { "name": "Family of ana" },
        "children": [child(CHILD, "Emil"), child(SIBLING, "Ida")],
        "visits": [line(VISIT, Some(CHILD), details::<VisitDetails>(visit))],
        "measurements": (0..measurements).map(measured).collect::<Vec<_>>(),
        "medical_events": [line("evt_01890a5d-ac96-774b-bcce-b302099a8057", Some(CHILD), details::<EventDetails>(event))],
        "illnesses": [line("ill_01890a5d-ac96-774b-bcce-b302099a8057", Some(SIBLING), {
            let mut own = illness;
            own["visit_ids"] = json!([]);
            details::<IllnessDetails>(own)
        })],
        "attachments": [attachment],
    })
}

/// The same as a ZIP.
pub(crate) fn everything_zipped(measurements: usize) -> Vec<u8> {
    packed(&everything(measurements))
}

pub(crate) fn packed(data: &Value) -> Vec<u8> {
    // A value sorts its keys; the reader wants format and version before the lists.
    let mut text = String::from("{\"format\":\"trajectory\",\"version\":1");
    for list in ["family", "children", "visits", "measurements", "medical_events", "illnesses", "attachments"] {
        text.extend([",\"", list, "\":", &data[list].to_string()]);
    }
    text.push('}');
    zipped(&[("data.json", text.as_bytes()), (&format!("files/{ATTACHMENT}.pdf"), PDF)])
}

pub(crate) fn checksum(bytes: &[u8]) -> String {
    transfer::format::checksum(bytes)
}
