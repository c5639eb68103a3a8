//! A demo family: fictional, three children of different ages, one born before its time, with a year of their lives up to today.
//!
//! It is entered through the API like any other family, so what it shows is what the API does.

mod api;
mod drawings;
mod life;

use chrono::{DateTime, Days, Utc};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use trajectory::base64;
use trajectory::growth::{Measure, Reference, Sex, Standard};
use trajectory::state::AppState;

use api::Api;
use drawings::Ears;
use life::Life;

/// How to sign in to the demo.
pub struct Demo {
    /// Sign-in name.
    pub email: String,
    /// Made at random when the demo was entered, and kept in its folder.
    pub password: String,
}

const EMAIL: &str = "robin@example.org";

/// The demo has ids of its own; children and records differ in the last digits.
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
    /// The picture: colours of the ground and of the fur, and the ears.
    face: ([u8; 3], [u8; 3], Ears),
}

const CHILDREN: [DemoChild; 3] = [
    DemoChild {
        name: "Juna",
        sex: Sex::Female,
        born_days_ago: 2790,
        gestation_days: 278,
        z: [0.35, 0.6, 0.2],
        allergies: &["Penicillin"],
        face: ([214, 232, 226], [206, 122, 72], Ears::Pointed),
    },
    DemoChild {
        name: "Mika",
        sex: Sex::Male,
        born_days_ago: 1050,
        gestation_days: 283,
        z: [-0.45, -0.2, 0.3],
        allergies: &[],
        face: ([240, 222, 196], [140, 104, 84], Ears::Round),
    },
    DemoChild {
        name: "Lio",
        sex: Sex::Male,
        born_days_ago: 300,
        gestation_days: 221,
        z: [-0.8, -0.6, -0.3],
        allergies: &[],
        face: ([222, 222, 242], [168, 164, 172], Ears::Long),
    },
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
    let mut api = Api::new(state);
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
        enter(&api, &family, nth, child, state.now()).await?;
    }
    fs::write(&mark, "").map_err(|error| error.to_string())?;
    Ok(demo)
}

async fn enter(api: &Api, family: &str, which: usize, child: &DemoChild, now: DateTime<Utc>) -> Result<(), String> {
    let born = now.date_naive() - Days::new(child.born_days_ago);
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
    let own = format!("chi_{}{which}", &DEMO_ID[..DEMO_ID.len() - 1]);
    api.post(&format!("/api/children?family={family}&id={own}"), &details).await?;
    let path = format!("/api/children/{own}/measurements");
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
        api.post(&format!("{path}?id={}", id("mea", which, nth)), &details).await?;
    }
    live(api, &own, &Life { which, born, now }).await?;
    let (ground, fur, ears) = child.face;
    api.picture(&own, drawings::face(ground, fur, ears).map_err(|error| error.to_string())?).await?;
    documents(api, &own, which).await
}

/// The id of a record of a child.
fn id(kind: &str, which: usize, nth: usize) -> String {
    format!("{kind}_{}{which}{nth:02}", &DEMO_ID[..DEMO_ID.len() - 3])
}

/// Enters visits, events and illnesses.
async fn live(api: &Api, child: &str, life: &Life) -> Result<(), String> {
    let path = format!("/api/children/{child}");
    // Events of their own come first, so that ids of those that are entered with a visit follow.
    let mut events = 0;
    for details in life.events() {
        api.post(&format!("{path}/medical-events?id={}", id("evt", life.which, events)), &details).await?;
        events += 1;
    }
    for (nth, mut visit) in life.visits().into_iter().enumerate() {
        for record in visit["records"].as_array_mut().into_iter().flatten() {
            record["id"] = id("evt", life.which, events).into();
            events += 1;
        }
        api.post(&format!("{path}/visits?id={}", id("vis", life.which, nth)), &visit).await?;
    }
    for (nth, details) in life.illnesses().into_iter().enumerate() {
        api.post(&format!("{path}/illnesses?id={}", id("ill", life.which, nth)), &details).await?;
    }
    Ok(())
}

/// Uploads documents.
async fn documents(api: &Api, child: &str, which: usize) -> Result<(), String> {
    let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    let first = id("att", which, 0);
    match which {
        0 => {
            let letter = drawings::letter(
                "Emergency room: letter for the family",
                &lines(&[
                    "Juna was seen after a fall from a climbing frame.",
                    "X-ray of the left ankle: nothing is broken.",
                    "",
                    "Bandage for a week, no sports for two weeks.",
                    "Come again if it still hurts after that.",
                    "",
                    "Dr. Okafor. A made-up letter of a made-up family.",
                ]),
            );
            // The first visit after the four check-ups with vaccines.
            let said =
                json!({ "title": "Letter of the emergency room", "kind": "report", "record": id("vis", which, 4), "tags": ["ankle"] });
            api.document(child, &first, &said, "application/pdf", letter).await?;
            let drawing = drawings::drawing().map_err(|error| error.to_string())?;
            let said = json!({ "title": "Drawing for Dr. Hale", "kind": "photo", "notes": "Drawn in the waiting room." });
            api.document(child, &id("att", which, 1), &said, "image/png", drawing).await
        }
        1 => Ok(()),
        _ => {
            let letter = drawings::letter(
                "Neonatal ward: discharge letter",
                &lines(&[
                    "Lio was born after 31 weeks and 4 days.",
                    "26 days on the ward, six of them with help to breathe.",
                    "",
                    "Hearing: both ears passed.",
                    "Eyes: to be checked at an eye clinic.",
                    "",
                    "A made-up letter of a made-up family.",
                ]),
            );
            let said = json!({ "title": "Discharge letter", "kind": "report", "record": id("evt", which, 0), "tags": ["preterm"] });
            api.document(child, &first, &said, "application/pdf", letter).await
        }
    }
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
