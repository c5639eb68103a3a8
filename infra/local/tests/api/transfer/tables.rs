//! Tables with a mapping of their columns.

use serde_json::json;

use super::entry;
use crate::harness::App;

#[tokio::test]
async fn a_table_is_read_as_its_columns_are_mapped() {
    let app = App::start_at(crate::uploads::now()).await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let source = json!({
        "kind": "csv", "child": child, "record": "measurement", "dates": "day_month_year", "delimiter": ";",
        "columns": [
            { "name": "Datum", "field": "date" }, { "name": "Gewicht", "field": "weight", "unit": "kg" }, { "name": "Notiz", "field": "notes" },
        ],
    });
    let table =
        "\u{feff}Datum;Gewicht;Notiz\r\n11.11.2025;8,0229;'=fine\r\n\r\n31.02.2025;8;\r\n12.11.2025;;nothing\r\n9.2.2025;3;early\r\n";
    let (job, told) = app.import(&ana, &family, &source, table.as_bytes()).await;
    let report = &told["report"];
    assert_eq!((&report["created"], &report["refused"]), (&json!(1), &json!(3)), "{report}");
    let places: Vec<_> = report["warnings"].as_array().unwrap().iter().map(|one| one["place"].as_str().unwrap()).collect();
    assert_eq!(places, ["row 3.date", "row 4.weight", "row 5"], "{report}");
    let data = entry(&app.export(&ana, &family).await, "data.json");
    assert!(data.contains(r#""weight":{"value":8.0229,"unit":"kg"}"#) && data.contains(r#""notes":"=fine""#), "{data}");
    app.act(&ana, &family, &job, "undo").await;
    app.run_jobs().await;
    assert_eq!(app.count("MEASUREMENT").await, 0);
    let mut other = source.clone();
    other["columns"][1]["name"] = json!("Weight");
    let (_, told) = app.previewed(&ana, &family, &other, table.as_bytes()).await;
    assert_eq!(told["problem"]["code"], "column_missing");
    other["columns"][1]["unit"] = json!("cm");
    let body = json!({ "source": other, "size": 10 });
    assert_eq!(app.create(&ana, format!("/api/families/{family}/imports"), &body).await.fields(), ["source.columns[1].unit"]);
}
