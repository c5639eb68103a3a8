//! What has happened to the demo's children: visits, vaccines, other events and illnesses, by days before today.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::quantity;

/// A child whose life it is.
pub(super) struct Life {
    /// Its place among the siblings.
    pub(super) which: usize,
    pub(super) born: NaiveDate,
    pub(super) now: DateTime<Utc>,
}

/// Vaccines by the age in days at which they are given: code, name, diseases, site, and which dose it is.
type Dose = (&'static str, &'static str, &'static [&'static str], &'static str, u8);
const SIX_IN_ONE: &[&str] = &["Diphtheria", "Tetanus", "Whooping cough", "Polio", "Hib disease", "Hepatitis B"];
const VACCINES: [(u64, &str, &[Dose]); 4] = [
    (
        61,
        "Check-up at two months",
        &[
            ("146", "Six in one (DTaP-IPV-Hib-HepB)", SIX_IN_ONE, "left_thigh", 1),
            ("133", "Pneumococcal conjugate with 13 types (PCV13)", &["Pneumococcal disease"], "right_thigh", 1),
        ],
    ),
    (
        122,
        "Check-up at four months",
        &[
            ("146", "Six in one (DTaP-IPV-Hib-HepB)", SIX_IN_ONE, "left_thigh", 2),
            ("133", "Pneumococcal conjugate with 13 types (PCV13)", &["Pneumococcal disease"], "right_thigh", 2),
        ],
    ),
    (183, "Check-up at half a year", &[("146", "Six in one (DTaP-IPV-Hib-HepB)", SIX_IN_ONE, "left_thigh", 3)]),
    (
        375,
        "Check-up at one year",
        &[
            ("03", "MMR", &["Measles", "Mumps", "Rubella"], "left_arm", 1),
            ("133", "Pneumococcal conjugate with 13 types (PCV13)", &["Pneumococcal disease"], "right_arm", 3),
        ],
    ),
];

/// An illness: days since its first one, days that it took (none while it goes on), types, severity, the highest temperature in
/// tenths of a degree (none without a fever), symptoms, and days missed.
type Ill = (u64, Option<u64>, &'static [&'static str], u8, Option<u32>, &'static [&'static str], u16);
const ILLNESSES: [&[Ill]; 3] = [
    &[
        (345, Some(6), &["flu"], 6, Some(396), &["cough", "aching limbs", "headache"], 4),
        (262, Some(9), &["cold"], 3, None, &["runny nose"], 0),
        (161, Some(5), &["strep"], 5, Some(389), &["sore throat", "swollen glands"], 3),
        (88, Some(2), &["stomach_bug"], 5, Some(381), &["vomiting"], 2),
        (24, Some(7), &["cold"], 2, None, &["runny nose", "cough"], 1),
    ],
    &[
        (330, Some(8), &["rsv"], 6, Some(390), &["wheezing", "cough"], 5),
        (241, Some(6), &["hand_foot_mouth"], 5, Some(386), &["blisters", "no appetite"], 5),
        (190, Some(3), &["stomach_bug"], 6, Some(384), &["vomiting", "diarrhoea"], 3),
        (112, Some(4), &["croup"], 7, Some(383), &["barking cough"], 2),
        (47, Some(7), &["ear_infection", "cold"], 6, Some(394), &["earache", "runny nose"], 4),
        (17, Some(4), &["pink_eye"], 2, None, &["red eye"], 2),
    ],
    &[
        (140, Some(5), &["cold"], 3, Some(380), &["runny nose", "drinks less"], 0),
        (62, Some(4), &["fever"], 4, Some(391), &["sleepy"], 0),
        (2, None, &["cold", "fever"], 5, Some(388), &["runny nose", "cough", "drinks less"], 0),
    ],
];

impl Life {
    fn ago(&self, days: u64) -> NaiveDate {
        self.now.date_naive() - Days::new(days)
    }

    fn ahead(&self, days: u64) -> NaiveDate {
        self.now.date_naive() + Days::new(days)
    }

    /// Visits, each with the records that are saved with it, in which a null stands for the id that each gets.
    pub(super) fn visits(&self) -> Vec<Value> {
        let mut visits = self.check_ups();
        let practice = "Children's practice at the mill";
        visits.extend(match self.which {
            0 => vec![
                json!({
                    "type": "injury", "date": self.ago(201), "time": "17:40", "place": "Emergency room", "doctor": "Dr. Okafor", "title": "Twisted ankle",
                    "reason": "Fell off the climbing frame.", "injury": { "kind": "Sprain", "body_part": "Left ankle", "treatment": "Bandage, cooled, raised" },
                    "outcome": "Nothing broken. No sports for two weeks.", "tags": ["ankle"],
                }),
                json!({
                    "type": "sick", "date": self.ago(160), "time": "09:10", "place": practice, "doctor": "Dr. Hale", "title": "Sore throat",
                    "vitals": { "temperature": celsius(389), "heart_rate": 104 }, "outcome": "Strep test positive.",
                    "prescriptions": [{ "medicine": "Azithromycin", "dose": "5 ml", "frequency": "Once a day", "duration": "5 days" }],
                }),
                json!({
                    "type": "dental", "date": self.ago(118), "time": "15:00", "place": "Dental practice", "doctor": "Dr. Vega", "title": "Half-year check",
                    "dental": {
                        "cleaning": true, "fluoride": true, "cavities_found": 1, "cavities_filled": 1,
                        "procedures": [{ "name": "Filling", "tooth": "75" }],
                    },
                    "outcome": "One small filling; next check in half a year.",
                }),
                json!({
                    "type": "vision", "date": self.ago(74), "time": "11:20", "place": "Eye clinic", "doctor": "Dr. Lindqvist", "title": "Cannot read the board",
                    "vision": { "right": { "sphere": -0.75 }, "left": { "sphere": -1, "cylinder": -0.25, "axis": 90 }, "glasses_ordered": true },
                    "outcome": "Glasses for school.", "tags": ["glasses"],
                }),
                json!({
                    "type": "wellness", "date": self.ago(40), "time": "08:30", "place": practice, "doctor": "Dr. Hale", "title": "Yearly check-up",
                    "vitals": { "blood_pressure": { "systolic": 98, "diastolic": 61 }, "heart_rate": 84, "oxygen_saturation": 99 },
                    "outcome": "All well. Reads aloud without a stop.", "tags": ["check-up"],
                }),
                json!({
                    "type": "dental", "date": self.ahead(9), "time": "15:30", "place": "Dental practice", "doctor": "Dr. Vega", "title": "Half-year check",
                }),
                json!({
                    "type": "specialist", "date": self.ahead(34), "time": "10:00", "place": "Allergy clinic", "doctor": "Dr. Aydin",
                    "title": "Is it penicillin?", "reason": "Test whether the allergy is still there.",
                }),
            ],
            1 => vec![
                json!({
                    "type": "specialist", "date": self.ago(280), "time": "13:15", "place": "Skin clinic", "doctor": "Dr. Marsh", "title": "Dry skin",
                    "outcome": "Atopic dermatitis. Cream twice a day.", "tags": ["skin"],
                }),
                json!({
                    "type": "sick", "date": self.ago(46), "time": "16:20", "place": practice, "doctor": "Dr. Hale", "title": "Earache at night",
                    "vitals": { "temperature": celsius(394), "heart_rate": 128, "oxygen_saturation": 98 },
                    "outcome": "Both ears inflamed.",
                    "prescriptions": [{ "medicine": "Amoxicillin", "dose": "4 ml", "frequency": "Three times a day", "duration": "7 days" }],
                }),
                json!({
                    "type": "wellness", "date": self.ago(3), "time": "09:00", "place": practice, "doctor": "Dr. Hale", "title": "Check-up before three years",
                }),
                json!({ "type": "vision", "date": self.ahead(21), "time": "14:00", "place": "Eye clinic", "doctor": "Dr. Lindqvist", "title": "First eye test" }),
            ],
            _ => vec![
                json!({
                    "type": "specialist", "date": self.ago(196), "time": "10:40", "place": "Eye clinic", "doctor": "Dr. Lindqvist", "title": "Eyes after an early birth",
                    "outcome": "Retina grown as it should be. No further checks.", "tags": ["preterm"],
                }),
                json!({
                    "type": "sick", "date": self.ago(1), "time": "11:50", "place": practice, "doctor": "Dr. Hale", "title": "Cough and fever",
                    "vitals": { "temperature": celsius(386), "heart_rate": 142, "oxygen_saturation": 97 },
                    "outcome": "Lungs are free. Come again if it lasts longer than three days.",
                }),
                json!({ "type": "wellness", "date": self.ahead(6), "time": "08:50", "place": practice, "doctor": "Dr. Hale", "title": "Check-up and vaccines" }),
            ],
        });
        visits
    }

    /// Check-ups with what was given there, in one save.
    fn check_ups(&self) -> Vec<Value> {
        let lived = (self.now.date_naive() - self.born).num_days();
        let past = VACCINES.iter().filter(|(age, ..)| i64::try_from(*age).is_ok_and(|age| age < lived));
        past.map(|(age, title, doses)| {
            let date = self.born + Days::new(*age);
            let given = |(cvx, name, diseases, site, dose): &Dose| {
                let vaccine = json!({
                    "cvx": cvx, "diseases": diseases, "site": site, "dose_number": dose,
                    "lot": format!("DEMO{}{age}", self.which), "given_by": "Dr. Hale",
                });
                let details = json!({ "type": "vaccine", "name": name, "date": date, "vaccine": vaccine });
                json!({ "kind": "event", "id": null, "rev": null, "details": details })
            };
            json!({
                "type": "wellness", "date": date, "time": "09:30", "place": "Children's practice at the mill", "doctor": "Dr. Hale", "title": title,
                "outcome": "Grows along the curve. Vaccinated.", "tags": ["check-up"], "records": doses.iter().map(given).collect::<Vec<_>>(),
            })
        })
        .collect()
    }

    /// Events that belong to no visit.
    pub(super) fn events(&self) -> Vec<Value> {
        let doses = [38, 29, 14, 4].map(|hours| json!({ "at": self.now - TimeDelta::hours(hours) }));
        match self.which {
            0 => vec![
                json!({
                    "type": "allergy", "name": "Penicillin", "date": self.ago(1404),
                    "allergy": { "reaction": "Rash on arms and belly within an hour", "severity": "moderate" },
                }),
                json!({
                    "type": "procedure", "name": "Adenoids removed", "date": self.ago(1122), "place": "Day clinic", "outcome": "Breathes through the nose again.",
                }),
                json!({
                    "type": "medication", "name": "Cetirizine", "date": self.ago(30), "notes": "While the birches bloom.",
                    "medication": {
                        "dose": { "value": 5, "unit": "ml" }, "schedule": "Every evening", "minutes_between": 1200,
                        "given": (1..=12).rev().map(|days| json!({ "at": evening(self.ago(days)) })).collect::<Vec<_>>(),
                    },
                }),
            ],
            1 => vec![json!({ "type": "condition", "name": "Atopic dermatitis", "date": self.ago(280), "tags": ["skin"] })],
            _ => vec![
                json!({
                    "type": "hospital_stay", "name": "Born early", "date": self.born, "ended_on": self.born + Days::new(26), "place": "Neonatal ward",
                    "outcome": "Went home at 2.4 kg, drinks on his own.", "tags": ["preterm"],
                }),
                json!({ "type": "test", "name": "Hearing", "date": self.born + Days::new(24), "place": "Neonatal ward", "result": "Both ears passed." }),
                json!({
                    "type": "medication", "name": "Paracetamol", "date": self.ago(2),
                    "medication": {
                        "dose": { "value": 2.5, "unit": "ml" }, "schedule": "At most every six hours, while the fever is high", "minutes_between": 360,
                        "given": doses,
                    },
                }),
            ],
        }
    }

    pub(super) fn illnesses(&self) -> Vec<Value> {
        let each = ILLNESSES.get(self.which).copied().unwrap_or_default().iter();
        each.map(|(ago, days, types, severity, fever, symptoms, missed)| {
            let start = self.ago(*ago);
            let end = days.map(|days| start + Days::new(days - 1));
            let moments = fever.map(|_| self.moments(start, *days)).unwrap_or_default();
            let temperatures = moments
                .iter()
                .zip(CURVE)
                .filter_map(|(at, below)| Some(json!({ "at": at, "temperature": celsius(fever.as_ref()?.saturating_sub(below)) })));
            // Against the first highest one, and the evening after.
            let medicines = moments.iter().skip(2).step_by(3).take(2);
            let medicines = medicines.map(|at| json!({ "at": at, "name": "Ibuprofen", "dose": { "value": 5, "unit": "ml" } }));
            json!({
                "types": types, "started_on": start, "ended_on": end, "severity": severity, "symptoms": symptoms, "days_missed": missed,
                "temperatures": temperatures.collect::<Vec<_>>(), "medicines": medicines.collect::<Vec<_>>(), "measured_by": "parent",
            })
        })
        .collect()
    }

    /// When the temperature is taken: three times a day, or up to now.
    fn moments(&self, start: NaiveDate, days: Option<u64>) -> Vec<DateTime<Utc>> {
        let each =
            (0..days.unwrap_or(3)).flat_map(|day| [7, 13, 19].map(|hour| (start + Days::new(day)).and_time(hour_of(hour)).and_utc()));
        each.filter(|at| *at < self.now).collect()
    }
}

/// How far a temperature lies below the highest one, in tenths of a degree: up in a day, down in three, higher in the evening.
const CURVE: [u32; 12] = [9, 4, 0, 6, 5, 2, 11, 9, 8, 16, 15, 14];

fn hour_of(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 20, 0).unwrap_or_default()
}

fn evening(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(hour_of(18)).and_utc()
}

fn celsius(tenths: u32) -> Option<Value> {
    quantity(f64::from(tenths), 1, "c")
}
