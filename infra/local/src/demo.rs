//! A demo family: fictional, three children of different ages, one born before its time.
//!
//! It is entered through the API like any other family, so what it shows is what the API does.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use chrono::{Days, NaiveDate};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use tower::ServiceExt as _;
use trajectory::base64;
use trajectory::growth::{Measure, Reference, Sex, Standard};
use trajectory::service::service;
use trajectory::state::AppState;

use crate::routes;

/// How to sign in to the demo.
pub struct Demo {
    /// Sign-in name.
    pub email: String,
    /// Made at random when the demo was entered, and kept in its folder.
    pub password: String,
}

const EMAIL: &str = "robin@example.org";

/// The demo has ids of its own; children and measurements differ in the last digits.
const DEMO_ID: &str = "01890a5d-ac96-774b-bcce-b302099a8000";

/// A fictional child.
struct DemoChild {
    name: &'static str,
    sex: Sex,
    /// Days before today.
    born_days_ago: u64,
    /// Completed days of pregnancy.
    gestation_days: u64,
    /// Where the child's curves lie: z-scores of weight, length and head.
    z: [f64; 3],
    allergies: &'static [&'static str],
}

const CHILDREN: [DemoChild; 3] = [
    DemoChild { name: "Juna", sex: Sex::Female, born_days_ago: 2790, gestation_days: 278, z: [0.35, 0.6, 0.2], allergies: &["Penicillin"] },
    DemoChild { name: "Mika", sex: Sex::Male, born_days_ago: 1050, gestation_days: 283, z: [-0.45, -0.2, 0.3], allergies: &[] },
    DemoChild { name: "Lio", sex: Sex::Male, born_days_ago: 300, gestation_days: 221, z: [-0.8, -0.6, -0.3], allergies: &[] },
];

/// Days of age at which children are usually seen.
const CHECKUPS: [u64; 20] = [5, 28, 61, 92, 122, 183, 274, 365, 457, 548, 730, 800, 913, 1096, 1461, 1826, 2192, 2400, 2557, 2740];

/// Small departures from a smooth curve, in z: children do not grow by the ruler.
const WOBBLE: [f64; 7] = [0.0, 0.12, -0.08, 0.16, -0.14, 0.05, -0.03];

/// Enters the demo family where there is none yet, and answers how to sign in.
///
/// A start that was cut short is taken up again: every create names its own id, so what is there already stays.
///
/// # Errors
/// The folder cannot be written or the API refused something, in words.
pub async fn prepare(state: &AppState, folder: &Path) -> Result<Demo, String> {
    let (note, mark) = (folder.join("password.txt"), folder.join("entered"));
    let password = match fs::read_to_string(&note) {
        Ok(password) => password.trim().to_owned(),
        Err(_) => base64::encode(state.random::<12>()),
    };
    let demo = Demo { email: EMAIL.to_owned(), password };
    if mark.exists() {
        return Ok(demo);
    }
    fs::write(&note, format!("{}\n", demo.password)).map_err(|error| error.to_string())?;
    let mut api = Api { service: service(routes(), state.clone()), token: None };
    let account = json!({ "email": EMAIL, "password": demo.password, "name": "Robin", "session": "token" });
    api.post("/api/auth/register", &account).await?;
    let family = format!("fam_{DEMO_ID}");
    for known in [false, true] {
        let login = json!({ "email": EMAIL, "password": demo.password, "session": "token" });
        api.token = api.post("/api/auth/login", &login).await?["access_token"].as_str().map(str::to_owned);
        // The second token knows the family.
        if !known {
            api.post(&format!("/api/families?id={family}"), &json!({ "name": "The Demo Family" })).await?;
        }
    }
    for (nth, child) in CHILDREN.iter().enumerate() {
        enter(&api, &family, nth, child, state.now().date_naive()).await?;
    }
    fs::write(&mark, "").map_err(|error| error.to_string())?;
    Ok(demo)
}

async fn enter(api: &Api, family: &str, which: usize, child: &DemoChild, today: NaiveDate) -> Result<(), String> {
    let born = today - Days::new(child.born_days_ago);
    let at_birth = Day { child, age: 0 };
    let details = json!({
        "name": child.name,
        "date_of_birth": born,
        "sex": child.sex,
        "gestation": { "weeks": child.gestation_days / 7, "days": child.gestation_days % 7 },
        "birth_weight": at_birth.weight(0.0),
        "birth_length": at_birth.length(0.0),
        "allergies": child.allergies,
    });
    let id = format!("chi_{}{which}", &DEMO_ID[..DEMO_ID.len() - 1]);
    api.post(&format!("/api/children?family={family}&id={id}"), &details).await?;
    let path = format!("/api/children/{id}/measurements");
    for (nth, age) in CHECKUPS.into_iter().filter(|age| *age <= child.born_days_ago).enumerate() {
        let day = Day { child, age };
        let wobble = |shift: usize| WOBBLE[(nth + shift) % WOBBLE.len()];
        let details = json!({
            "date": born + Days::new(age),
            "weight": day.weight(wobble(0)),
            "height": day.length(wobble(2)),
            "position": if age < 731 { "lying" } else { "standing" },
            "head_circumference": if age <= 1096 { day.head(wobble(4)) } else { None },
            "measured_by": if nth % 4 == 3 { "parent" } else { "clinic" },
        });
        let id = format!("mea_{}{which}{nth:02}", &DEMO_ID[..DEMO_ID.len() - 3]);
        api.post(&format!("{path}?id={id}"), &details).await?;
    }
    Ok(())
}

/// A child on a day of its life.
struct Day<'a> {
    child: &'a DemoChild,
    age: u64,
}

impl Day<'_> {
    fn weight(&self, wobble: f64) -> Option<Value> {
        let grams = self.value(Measure::Weight, self.child.z[0] + wobble)? * 1000.0;
        // A baby's scale shows grams, a child's tens of grams.
        let step = if self.age < 731 { 5.0 } else { 100.0 };
        quantity((grams / step).round() * step, 3, "kg")
    }

    fn length(&self, wobble: f64) -> Option<Value> {
        quantity((self.value(Measure::Height, self.child.z[1] + wobble / 2.0)? * 10.0).round(), 1, "cm")
    }

    fn head(&self, wobble: f64) -> Option<Value> {
        quantity((self.value(Measure::HeadCircumference, self.child.z[2] + wobble / 3.0)? * 10.0).round(), 1, "cm")
    }

    /// The value at a z-score; before term, a child is drawn as small as the pregnancy was short.
    fn value(&self, measure: Measure, z: f64) -> Option<f64> {
        const TERM: u64 = 280;
        let preterm = self.child.gestation_days < 259;
        let age = if preterm && self.age < 731 { (self.age + self.child.gestation_days).checked_sub(TERM) } else { Some(self.age) };
        let standard = if self.age <= 1826 { Standard::Who2006 } else { Standard::Who2007 };
        let Some(age) = age else {
            let missing = f64::from(u32::try_from(TERM - self.age - self.child.gestation_days).ok()?);
            let at_term = Reference::at_age(standard, measure, self.child.sex, 0.0)?.value_at(z)?;
            // A fetus of the last trimester gains about 1 % of its term weight a day, and a third of that in length.
            let loss = if measure == Measure::Weight { 0.009 } else { 0.0035 };
            return Some(at_term * (1.0 - loss * missing));
        };
        let days = f64::from(u32::try_from(age).ok()?);
        Reference::at_age(standard, measure, self.child.sex, days).and_then(|row| row.value_at(z))
    }
}

/// `whole` counts in steps of `10^-decimals` of the unit; written by its digits.
fn quantity(whole: f64, decimals: usize, unit: &str) -> Option<Value> {
    let divisor = 10_f64.powi(i32::try_from(decimals).ok()?);
    let digits = format!("{:.decimals$}", whole / divisor);
    serde_json::from_str(&format!("{{\"value\":{digits},\"unit\":\"{unit}\"}}")).ok()
}

/// The API in process.
struct Api {
    service: Router,
    token: Option<String>,
}

impl Api {
    async fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let request = request.body(Body::from(body.to_string())).map_err(|error| error.to_string())?;
        let response = self.service.clone().oneshot(request).await.map_err(|error| error.to_string())?;
        let status = response.status();
        let bytes = response.into_body().collect().await.map_err(|error| error.to_string())?.to_bytes();
        let answer: Value = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
        // What a start that was cut short had entered is there.
        let there = matches!(answer["code"].as_str(), Some("email_taken" | "already_exists"));
        if status.is_success() || there { Ok(answer) } else { Err(format!("{path} answered {status}: {answer}")) }
    }
}
