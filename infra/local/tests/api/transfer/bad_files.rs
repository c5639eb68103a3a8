//! Files that cannot be accepted: each is a clear problem, and nothing is written.

use serde_json::{Value, json};

use super::{CHILD, PDF, SIBLING, VISIT, everything, everything_zipped, ours, packed, zipped};
use crate::harness::App;

fn overwritten(mut zip: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut at = 0;
    while let Some(found) = zip[at..].windows(from.len()).position(|window| window == from) {
        zip[at + found..at + found + to.len()].copy_from_slice(to);
        at += found + to.len();
    }
    zip
}

/// Sets the bit of encryption in every header.
fn encrypted(mut zip: Vec<u8>) -> Vec<u8> {
    for (signature, offset) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let places: Vec<_> = (0..zip.len() - 4).filter(|at| &zip[*at..at + 4] == signature).collect();
        for at in places {
            zip[at + offset] |= 1;
        }
    }
    zip
}

#[tokio::test]
async fn a_file_that_is_no_export_is_refused_with_its_reason_and_nothing_is_written() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let whole = everything_zipped(3);
    let mut old = everything(1);
    old["version"] = json!(2);
    let bomb = vec![b' '; 40 * 1024 * 1024];
    let long = format!(r#"{{"format":"trajectory","version":1,"children":["{}"]}}"#, "x1y2".repeat(300_000));
    let noise: String =
        (0..600_000_u32).map(|nth| char::from(b'a' + u8::try_from(nth.wrapping_mul(2_654_435_761) >> 27).unwrap() % 26)).collect();
    let one = format!(r#"{{"format":"trajectory","version":1,"children":["{noise}"]}}"#);
    for (file, code) in [
        (whole[..whole.len() / 2].to_vec(), "not_a_zip"),
        (whole[..whole.len() - 10].to_vec(), "not_a_zip"),
        (b"no zip at all".to_vec(), "not_a_zip"),
        (zipped(&[("../data.json", b"{}")]), "bad_name"),
        (zipped(&[("/data.json", b"{}")]), "bad_name"),
        (zipped(&[("files/..\\x", b"{}")]), "bad_name"),
        (zipped(&[("readme.txt", b"hello")]), "no_data"),
        (zipped(&[("data.json", b"{}")]), "other_format"),
        (zipped(&[("data.json", b"{\"format\":\"other\"}")]), "other_format"),
        (zipped(&[("data.json", b"{\"format\":\"trajectory\",\"version\":2}")]), "other_version"),
        (zipped(&[("data.json", b"{\"format\":\"trajectory\",\"version\":1,")]), "not_json"),
        (zipped(&[("data.json", b"[1,2]")]), "not_json"),
        (zipped(&[("data.json", &bomb)]), "too_large"),
        (zipped(&[("data.json", long.as_bytes())]), "too_large"),
        (zipped(&[("data.json", one.as_bytes())]), "too_large"),
        (encrypted(whole.clone()), "encrypted"),
        (overwritten(whole.clone(), b"\"version\"", b"\"version\""), ""),
    ] {
        let (_, told) = app.previewed(&ana, &family, &ours(), &file).await;
        if code.is_empty() {
            assert_eq!(told["state"], "previewed");
        } else {
            assert_eq!((&told["state"], &told["problem"]["code"]), (&json!("failed"), &json!(code)), "{told}");
            assert!(told["problem"]["text"].as_str().unwrap().len() > 20);
        }
    }
    assert_eq!(app.count("CHILD").await + app.history(&family).await.len(), 0);
}

#[tokio::test]
async fn a_record_that_cannot_be_accepted_is_reported_with_its_place_and_the_others_go_on() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let mut data = everything(4);
    data["measurements"][1]["details"]["date"] = json!("2025-02-30");
    data["measurements"][2]["details"]["date"] = json!("2025-02-09");
    data["visits"].as_array_mut().unwrap().push(json!({ "id": "vis_1" }));
    data["medical_events"][0]["child_id"] = json!(SIBLING);
    data["illnesses"][0]["details"]["secret"] = json!("a value that no error may tell");
    let (job, told) = app.import(&ana, &family, &ours(), &packed(&data)).await;
    let mut told: Vec<String> = told["report"]["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|warning| format!("{} {}", warning["place"].as_str().unwrap(), warning["code"].as_str().unwrap()))
        .collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            "illnesses[0].details.secret invalid",
            "measurements[1].details.date invalid",
            "measurements[2] invalid",
            "medical_events[0] foreign_link",
            "visits[1].id invalid",
        ]
    );
    let report = app.job(&ana, &family, &job).await["report"].clone();
    assert_eq!((&report["created"], &report["refused"]), (&json!(6), &json!(5)), "{report}");
    assert!(!report.to_string().contains("no error may tell"));
}

#[tokio::test]
async fn a_file_with_something_twice_is_refused_at_the_preview_and_says_what_to_do() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let twice = |list: &str, into: &str| {
        let mut data = everything(2);
        let one = data[list][0].clone();
        data[into].as_array_mut().unwrap().push(one);
        packed(&data)
    };
    let names = zipped(&[("data.json", b"{}"), ("files/a", b"1"), ("files/b", b"2")]);
    let row = |id: u32| json!({ "id": id, "name": "Emil", "date_of_birth": "2025-02-09T23:00:00.000Z", "gender": "male" });
    let rows = json!({ "people": [row(3), row(4), row(3)] }).to_string();
    let letter =
        json!({ "id": 1, "child_id": 3, "original_filename": "a.pdf", "stored_filename": "a.pdf", "file_type": "application/pdf" });
    let letters = json!({ "people": [row(3)], "attachments": [letter, letter] }).to_string();
    let origin = json!({ "kind": "origin" });
    for (source, file, code, place) in [
        (ours(), overwritten(names, b"files/b", b"files/a"), "duplicate_name", "files/a"),
        (ours(), twice("children", "children"), "duplicate_id", "children[2]"),
        (ours(), twice("measurements", "measurements"), "duplicate_id", "measurements[2]"),
        (ours(), twice("attachments", "attachments"), "duplicate_id", "attachments[1]"),
        (origin.clone(), zipped(&[("data.json", rows.as_bytes())]), "duplicate_id", "people[2]"),
        (origin, zipped(&[("data.json", letters.as_bytes()), ("files/a.pdf", super::PDF)]), "duplicate_id", "attachments[1]"),
    ] {
        let (job, told) = app.previewed(&ana, &family, &source, &file).await;
        assert_eq!((&told["state"], &told["problem"]["code"]), (&json!("failed"), &json!(code)), "{told}");
        let text = told["problem"]["text"].as_str().unwrap();
        assert!(text.contains(place) && text.contains("Nothing was read.") && text.contains("remove one of the two"), "{text}");
        let run = app.post(format!("/api/families/{family}/jobs/{job}/run")).token(&ana.token).json(&json!({}));
        assert_eq!(run.send().await.refused(409), "not_now");
    }
    assert_eq!(app.count("CHILD").await + app.count("MEASUREMENT").await + app.history(&family).await.len(), 0);
}

#[tokio::test]
async fn a_file_that_differs_from_its_checksum_is_not_kept() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let zip = everything_zipped(1);
    let data = super::entry(&zip, "data.json");
    let other = |bytes: &[u8]| zipped(&[("data.json", data.as_bytes()), (&format!("files/{}.pdf", super::ATTACHMENT), bytes)]);
    let mut flipped = PDF.to_vec();
    flipped[9] ^= 1;
    let (_, told) = app.import(&ana, &family, &ours(), &other(&flipped)).await;
    assert_eq!(told["report"]["warnings"][0]["code"], "file_differs", "{told}");
    assert_eq!(app.count("ATTACHMENT").await, 0);
    let missing = zipped(&[("data.json", data.as_bytes())]);
    let (_, told) = app.import(&ana, &family, &ours(), &missing).await;
    assert_eq!(told["report"]["warnings"][0]["code"], "file_missing", "{told}");
    let html: Value = serde_json::from_str(&data.replace(&super::checksum(PDF), &super::checksum(b"<html>           "))).unwrap();
    let html = zipped(&[("data.json", packed_text(&html).as_bytes()), (&format!("files/{}.pdf", super::ATTACHMENT), b"<html>           ")]);
    let (_, told) = app.import(&ana, &family, &ours(), &html).await;
    assert_eq!(told["report"]["warnings"][0]["code"], "file_refused", "{told}");
    let (objects, _) = app.embedded.files.list("f/", None).await.unwrap();
    assert!(objects.is_empty() && data.contains(VISIT) && data.contains(CHILD));
}

fn packed_text(data: &Value) -> String {
    super::entry(&packed(data), "data.json")
}
