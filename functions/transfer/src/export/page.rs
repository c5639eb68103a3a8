//! The page of an export that a person reads.

use std::collections::BTreeMap;
use trajectory::error::Context as _;
use trajectory::id::{ChildId, UserId};
use trajectory::record::{EventDetails, IllnessDetails, MeasurementDetails, Record, VisitDetails};
use trajectory::store::Index;

use super::Export;
use crate::format::{avatar_name, file_name};
use crate::sheets::{Sheet, escaped, words};
use crate::worker::Stop;

impl Export<'_> {
    /// The record for people: one page that needs nothing but itself.
    pub(super) async fn page(&mut self) -> Result<(), Stop> {
        self.zip.begin("record.html".to_owned(), true);
        let family = self.store.family().await?.name;
        let names = self.store.member_names().await?;
        let title = escaped(&format!("Health record of {}", family.as_ref()));
        self.text(&format!(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{title}</title>\n<style>{STYLE}</style>\n<h1>{title}</h1>\n\
             <p>Written on {}. The same record for programs is in data.json; tables are in the CSV files beside this page.</p>\n",
            self.now.format("%Y-%m-%d")
        ))
        .await?;
        let avatars: BTreeMap<ChildId, String> =
            self.place.avatars.iter().map(|(child, _, content_type)| (*child, avatar_name(*child, *content_type))).collect();
        for child in self.children().await? {
            let details = &child.details;
            self.text(&format!("<section>\n<h2>{}</h2>\n<dl>\n", escaped(details.name.as_ref()))).await?;
            for (what, said) in [
                ("Date of birth", details.date_of_birth.to_string()),
                ("Sex at birth", words(&details.sex)),
                ("Pregnancy at birth", words(&details.gestation)),
                ("Due date", words(&details.due_date)),
                ("Birth weight", words(&details.birth_weight)),
                ("Birth length", words(&details.birth_length)),
                ("Head circumference at birth", words(&details.birth_head_circumference)),
                ("Blood type", words(&details.blood_type)),
                ("Allergies", words(&details.allergies)),
                ("Notes", words(&details.notes)),
            ] {
                if !said.is_empty() {
                    self.text(&format!("<dt>{what}</dt><dd>{}</dd>\n", escaped(&said))).await?;
                }
            }
            self.text("</dl>\n").await?;
            if let Some(name) = avatars.get(&child.id) {
                self.text(&format!("<p><a href=\"{name}\">Picture</a></p>\n")).await?;
            }
            self.section::<VisitDetails>(child.id, &names).await?;
            self.section::<MeasurementDetails>(child.id, &names).await?;
            self.section::<EventDetails>(child.id, &names).await?;
            self.section::<IllnessDetails>(child.id, &names).await?;
            self.files_section(child.id).await?;
            self.text("</section>\n").await?;
        }
        self.text("</html>\n").await?;
        Ok(self.zip.end().context("writing a ZIP")?)
    }

    async fn section<D: Sheet>(&mut self, child: ChildId, names: &BTreeMap<UserId, String>) -> Result<(), Stop> {
        let mut after = None;
        let mut begun = false;
        loop {
            let (page, next) = self.store.export_page::<D>(child, Index::ByChild, after).await?;
            for record in page {
                if !begun {
                    begun = true;
                    let columns = between("<th scope=\"col\">", D::COLUMNS, "</th>");
                    self.text(&format!("<h3>{}</h3>\n<table>\n<tr>{columns}<th scope=\"col\">entered</th></tr>\n", escaped(D::TITLE)))
                        .await?;
                }
                self.text(&html_row(&record, names)).await?;
            }
            after = next;
            if after.is_none() {
                break;
            }
        }
        if begun { self.text("</table>\n").await } else { Ok(()) }
    }

    async fn files_section(&mut self, child: ChildId) -> Result<(), Stop> {
        let mut after = None;
        let mut begun = false;
        loop {
            let (page, next) = self.store.export_files(child, after).await?;
            for filed in page {
                if !begun {
                    begun = true;
                    self.text("<h3>Documents</h3>\n<ul>\n").await?;
                }
                let name = file_name(filed.id, filed.facts.content_type);
                let title = escaped(filed.details.title.as_ref());
                self.text(&format!("<li><a href=\"{name}\">{title}</a> {}</li>\n", escaped(&words(&filed.details.notes)))).await?;
            }
            after = next;
            if after.is_none() {
                break;
            }
        }
        if begun { self.text("</ul>\n").await } else { Ok(()) }
    }
}

/// Texts in HTML, each between two tags.
fn between(open: &str, texts: &[impl AsRef<str>], close: &str) -> String {
    texts.iter().fold(String::new(), |row, text| row + open + &escaped(text.as_ref()) + close)
}

fn html_row<D: Sheet>(record: &Record<D>, names: &BTreeMap<UserId, String>) -> String {
    let cells = between("<td>", &record.details.cells(), "</td>");
    let by = names.get(&record.created_by).map(|name| format!(" by {}", escaped(name))).unwrap_or_default();
    format!("<tr>{cells}<td>{}{by}</td></tr>\n", record.created_at.format("%Y-%m-%d"))
}

const STYLE: &str = "body{font:14px/1.4 system-ui,sans-serif;margin:2rem;color:#111}table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}\
th,td{border:1px solid #999;padding:.25rem .4rem;text-align:left;vertical-align:top}th{background:#eee}dt{font-weight:600}\
section{break-before:page}h1+p+section{break-before:auto}tr{break-inside:avoid}";
