//! Input that cannot be accepted: a 4xx with a sentence, a stable code and the fields concerned; never a 500, never a change.

use axum::http::Method;
use serde_json::{Value, json};

use crate::harness::{App, boy, measured};

/// `body` with `value` in place of what stands at `field`.
fn with(body: &Value, field: &str, value: Value) -> Value {
    let mut changed = body.clone();
    changed[field] = value;
    changed
}

#[tokio::test]
async fn a_child_that_cannot_be_is_refused_with_its_field() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let path = format!("/api/children?family={family}");
    let cases = [
        ("name", json!(""), "name"),
        ("name", json!("   "), "name"),
        ("name", json!("x".repeat(101)), "name"),
        ("name", json!("a\u{0}b"), "name"),
        ("name", json!(7), "name"),
        ("name", Value::Null, "name"),
        ("date_of_birth", json!("2025-02-29"), "date_of_birth"),
        ("date_of_birth", json!("10.02.2025"), "date_of_birth"),
        ("date_of_birth", json!("2025-02-10T00:00:00Z"), "date_of_birth"),
        ("date_of_birth", json!("2026-03-03"), "date_of_birth"),
        ("date_of_birth", json!("1899-12-31"), "date_of_birth"),
        ("sex", json!("unknown"), "sex"),
        ("gestation", json!({ "weeks": 45, "days": 0 }), "gestation.weeks"),
        ("gestation", json!({ "weeks": 31, "days": 7 }), "gestation.days"),
        ("gestation", json!({ "weeks": -1, "days": 0 }), "gestation.weeks"),
        ("gestation", json!({ "weeks": 31 }), "gestation.days"),
        ("due_date", json!("2025-12-24"), "due_date"),
        ("birth_weight", json!({ "value": 0, "unit": "kg" }), "birth_weight"),
        ("blood_type", json!("z"), "blood_type"),
        ("allergies", json!("nuts"), "allergies"),
        ("allergies", json!(["nuts", ""]), "allergies[1]"),
        ("allergies", json!(vec!["nuts"; 51]), "allergies"),
        ("notes", json!("x".repeat(5001)), "notes"),
        ("archived", json!("yes"), "archived"),
        ("eye_colour", json!("green"), "eye_colour"),
    ];
    for (field, value, concerned) in cases {
        let body = with(&boy(), field, value.clone());
        assert_eq!(app.create(&ana, &path, &body).await.fields(), [concerned], "{field} {value}");
    }
    let both = with(&with(&boy(), "due_date", json!("2025-02-20")), "gestation", json!({ "weeks": 38, "days": 4 }));
    assert_eq!(app.create(&ana, &path, &both).await.fields(), ["due_date"]);
    for missing in ["name", "date_of_birth", "sex"] {
        let mut body = boy();
        body.as_object_mut().unwrap().remove(missing);
        assert_eq!(app.create(&ana, &path, &body).await.fields(), [missing]);
    }
    assert_eq!(app.count("CHILD").await, 0);
    // Tomorrow's date is today's somewhere: nobody east of here is kept from entering a birth.
    app.create(&ana, &path, &with(&boy(), "date_of_birth", json!("2026-03-02"))).await.expect(201);
}

#[tokio::test]
async fn a_measurement_that_cannot_be_is_refused_with_its_field() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let path = format!("/api/children/{}/measurements", app.child(&ana, &family).await);
    let kg = |digits: &str| -> String { format!(r#"{{"date":"2025-11-11","weight":{{"value":{digits},"unit":"kg"}}}}"#) };
    for digits in ["0", "-0", "-8.0229", "1e400", "-1e400", "1e-400", "8.0123456789", "500.1", "\"8\"", "null", "true", "[8]"] {
        let fields = app.post(&path).token(&ana.token).raw(kg(digits)).send().await.fields();
        assert!(["weight", "weight.value"].contains(&fields[0].as_str()), "{digits}: {fields:?}");
    }
    let cases = [
        ("date", json!("2025-11-31"), "date"),
        ("date", json!("2026-03-03"), "date"),
        ("date", json!("2025-02-09"), "date"),
        ("date", json!(20_251_111), "date"),
        ("weight", json!({ "value": 8, "unit": "stone" }), "weight.unit"),
        ("weight", json!({ "value": 8, "unit": "cm" }), "weight.unit"),
        ("weight", json!({ "value": 8 }), "weight.unit"),
        ("weight", json!({ "unit": "kg" }), "weight.value"),
        ("weight", json!(8.0229), "weight"),
        ("height", json!({ "value": 301, "unit": "cm" }), "height"),
        ("height", json!({ "value": 28.123_45, "unit": "in" }), "height.value"),
        ("position", json!("sitting"), "position"),
        ("measured_by", json!("robot"), "measured_by"),
        ("tags", json!(["ok", "x".repeat(41)]), "tags[1]"),
        ("tags", json!(vec!["tag"; 21]), "tags"),
        ("notes", json!(""), "notes"),
        ("bmi", json!(16), "bmi"),
    ];
    for (field, value, concerned) in cases {
        let body = with(&measured(), field, value.clone());
        assert_eq!(app.create(&ana, &path, &body).await.fields(), [concerned], "{field} {value}");
    }
    assert_eq!(app.create(&ana, &path, &json!({ "date": "2025-11-11" })).await.fields(), ["weight"]);
    let position_of_nothing = json!({ "date": "2025-11-11", "weight": { "value": 8, "unit": "kg" }, "position": "lying" });
    assert_eq!(app.create(&ana, &path, &position_of_nothing).await.fields(), ["position"]);
    assert_eq!(app.count("MEASUREMENT").await, 0);
}

#[tokio::test]
async fn a_body_that_is_not_json_is_refused_whatever_it_is() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let path = format!("/api/children?family={family}");
    for raw in ["", "{", "{\"name\":}", "name=Emil", "{\"name\":\"\\ud800\"}", "{\"name\":\"a\u{1}\"}", "\u{feff}{}", "nul"] {
        assert_eq!(app.post(&path).token(&ana.token).raw(raw).send().await.refused(400), "invalid_json", "{raw:?}");
    }
    let bytes = app.post(&path).token(&ana.token).raw(vec![b'{', b'"', 0xff, 0xfe, b'"', b':', b'1', b'}']).send().await;
    assert_eq!(bytes.refused(400), "invalid_json");
    let two = format!("{} {{}}", boy());
    assert_eq!(app.post(&path).token(&ana.token).raw(two).send().await.refused(400), "invalid_json");
    let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    let refused = app.post(&path).token(&ana.token).raw(deep).send().await;
    assert_eq!(refused.status, 400, "{}", refused.body);
    for raw in ["[]", "7", "\"text\"", "null"] {
        let refused = app.post(&path).token(&ana.token).raw(raw).send().await;
        assert_eq!(refused.refused(400), "invalid_request", "{raw}");
    }
    let twice = r#"{"name":"A","name":"B","date_of_birth":"2025-02-10","sex":"male"}"#;
    assert_eq!(app.post(&path).token(&ana.token).raw(twice).send().await.fields(), ["name"]);
    let form = app.post(&path).token(&ana.token).raw(boy().to_string()).header("content-type", "text/plain").send().await;
    assert_eq!(form.refused(415), "not_json");
    assert_eq!(app.count("CHILD").await, 0);
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let body = with(&boy(), "notes", json!("x".repeat(70_000)));
    assert_eq!(app.create(&ana, format!("/api/children?family={family}"), &body).await.refused(413), "too_large");
}

#[tokio::test]
async fn accounts_and_families_that_cannot_be_are_refused_with_their_fields() {
    let app = App::start().await;
    let ana = app.register("ana").await;
    let registration = json!({ "email": "ben@example.org", "password": "brisk otter lamp", "name": "Ben", "session": "token" });
    for (field, value) in [
        ("email", json!("ben")),
        ("email", json!("ben@example")),
        ("email", json!(format!("{}@example.org", "b".repeat(250)))),
        ("email", json!("ben\u{0}@example.org")),
        ("password", json!("short")),
        ("password", json!("x".repeat(257))),
        ("password", json!("brisk otter\u{0}lamp")),
        ("password", json!(1_234_567_890)),
        ("name", json!("")),
        ("session", json!("both")),
        ("admin", json!(true)),
    ] {
        let answer = app.post("/api/auth/register").json(&with(&registration, field, value.clone())).send().await;
        assert_eq!(answer.fields(), [field], "{field} {value}");
    }
    for name in [json!(""), json!("x".repeat(101)), json!("a\nb"), Value::Null] {
        assert_eq!(app.create(&ana, "/api/families", &json!({ "name": name })).await.fields(), ["name"]);
    }
    assert_eq!(app.create(&ana, "/api/families?id=fam_1", &json!({ "name": "A" })).await.fields(), ["id"]);
    assert_eq!(app.create(&ana, "/api/children?family=fam_1", &boy()).await.fields(), ["family"]);
    assert_eq!(app.create(&ana, "/api/children", &boy()).await.fields(), ["family"]);
    assert_eq!((app.count("PROFILE").await, app.count("FAMILY").await), (1, 0));
    let preferences = app.get(&ana, "/api/account").await.expect(200)["preferences"].clone();
    for (field, value) in
        [("theme", json!("pink")), ("units", json!({ "weight": "kg" })), ("language", json!("tlh")), ("time_zone", json!(""))]
    {
        let answer = app.replace(&ana, "/api/account/preferences", 1, &with(&preferences, field, value)).await.fields();
        assert!(answer[0].starts_with(field), "{answer:?}");
    }
}

#[tokio::test]
async fn ids_that_are_none_name_nothing() {
    let app = App::start().await;
    let (ana, family) = app.owner("ana").await;
    let child = app.child(&ana, &family).await;
    let nobody = "01890a5d-ac96-774b-bcce-b302099a8057";
    for path in [
        "/api/children/1".to_owned(),
        "/api/children/%00".to_owned(),
        "/api/children/%F0%28%8C%BC".to_owned(),
        format!("/api/children/chi_{nobody}"),
        format!("/api/children/{}", child.to_uppercase()),
        format!("/api/children/{child}/measurements/mea_{nobody}"),
        format!("/api/children/{child}/measurements/{child}"),
        format!("/api/families/fam_{nobody}"),
        format!("/api/families/{child}"),
        format!("/api/families/{family}/home/more"),
        "/api/nothing".to_owned(),
        "/".to_owned(),
    ] {
        assert_eq!(app.get(&ana, &path).await.refused(404), "not_found", "{path}");
    }
    let patched = app.call(Method::PATCH, format!("/api/children/{child}")).token(&ana.token).send().await;
    assert_eq!(patched.refused(405), "method_not_allowed");
    for etag in ["1", "\"x\"", "\"-1\"", "\"1", "", "\"18446744073709551615\"", "\"4294967296\""] {
        let answer =
            app.call(Method::PUT, format!("/api/children/{child}")).token(&ana.token).header("if-match", etag).json(&boy()).send().await;
        assert_eq!(answer.fields(), ["If-Match"], "{etag}");
    }
}
