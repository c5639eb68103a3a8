//! Many records at once, as a create writes them, and walks through all pages of a list.

use serde_json::{Value, json};
use trajectory::record::{Details, EventDetails, IllnessDetails, MeasurementDetails, VisitDetails};
use trajectory::search::Texts;
use trajectory::store::{Item, attribute, to_item};
use trajectory_local::TABLE;

use crate::harness::{Actor, App, START};

impl App {
    /// Enters a record of a kind of the wire, the `nth` of its family, and answers its id.
    pub(crate) async fn enter(&self, family: &str, child: &str, nth: usize, kind: &str, details: &Value) -> String {
        match kind {
            "visit" => self.enter_as::<VisitDetails>(family, child, nth, "vis", details).await,
            "measurement" => self.enter_as::<MeasurementDetails>(family, child, nth, "mea", details).await,
            "event" => self.enter_as::<EventDetails>(family, child, nth, "evt", details).await,
            "illness" => self.enter_as::<IllnessDetails>(family, child, nth, "ill", details).await,
            other => panic!("{other} is no kind"),
        }
    }

    #[expect(clippy::disallowed_methods, reason = "a thousand records through the API would take a minute")]
    async fn enter_as<D: Details>(&self, family: &str, child: &str, nth: usize, prefix: &str, details: &Value) -> String {
        let id = format!("{prefix}_01890a5d-ac96-774b-bcce-{nth:012x}");
        let details: D = serde_json::from_value(details.clone()).unwrap();
        let person = "usr_01890a5d-ac96-774b-bcce-b302099a8057";
        let mut item: Item = to_item(&json!({
            "pk": format!("FAM#{family}"), "sk": format!("REC#{child}#{}#{id}", D::KIND), "kind": D::KIND, "schema": D::SCHEMA, "rev": 1,
            "id": id, "family_id": family, "child_id": child, "created_at": START, "created_by": person, "updated_at": START,
            "updated_by": person, "details": details,
        }))
        .unwrap();
        let date = details.date().unwrap();
        let order = format!("{}#{date}#{id}", D::KIND);
        let mut keys = vec![("child_sk", json!(format!("{child}#{order}")))];
        if details.is_open() {
            keys.push(("open_sk", json!(order)));
        }
        keys.push(("date_sk", json!(order)));
        keys.push(("types", json!(details.types())));
        let mut texts = Texts::default();
        details.texts(&mut texts);
        let (words, tags) = texts.into_parts();
        if !words.is_empty() {
            keys.push(("search_text", json!(words)));
        }
        keys.push(("tags_found", json!(tags)));
        item.extend(keys.into_iter().map(|(name, value)| (name.to_owned(), attribute(&value).unwrap())));
        self.table.put_item().table_name(TABLE).set_item(Some(item)).send().await.unwrap();
        id
    }

    /// All entries of a list, page by page.
    pub(crate) async fn walk(&self, actor: &Actor, path: &str) -> Vec<Value> {
        let glue = if path.contains('?') { '&' } else { '?' };
        let mut all = Vec::new();
        let mut next = String::new();
        for _ in 0..1000 {
            let page = self.get(actor, format!("{path}{next}")).await.expect(200);
            all.extend(page["items"].as_array().unwrap().iter().cloned());
            let Some(cursor) = page["next"].as_str() else { return all };
            next = format!("{glue}cursor={cursor}");
        }
        panic!("{path} has no end");
    }
}

/// Details of a kind on a day.
pub(crate) fn on(kind: &str, date: &str) -> Value {
    match kind {
        "visit" => json!({ "type": "sick", "date": date, "outcome": "All well." }),
        "measurement" => json!({ "date": date, "weight": { "value": 9.5, "unit": "kg" } }),
        "event" => json!({ "type": "test", "date": date, "name": "Blood count" }),
        "illness" => json!({ "types": ["cold"], "started_on": date, "ended_on": date }),
        other => panic!("{other} is no kind"),
    }
}

/// Ids of records, or of records in entries.
pub(crate) fn ids(items: &[Value]) -> Vec<String> {
    items.iter().map(|item| item["record"]["id"].as_str().or(item["id"].as_str()).unwrap().to_owned()).collect()
}

/// Numbers that look random and are the same in each run.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}
