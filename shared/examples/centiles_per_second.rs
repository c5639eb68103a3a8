//! Prints how many centiles one core computes in a second: `cargo run --release --example centiles_per_second`.

#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use std::hint::black_box;
use std::time::Instant;

use chrono::{Duration, NaiveDate};
use trajectory::growth::{Correction, Observation, Position, Settings, Sex, StandardChoice, Subject, assess, references};

fn main() {
    let date_of_birth = NaiveDate::from_ymd_opt(2020, 2, 29).unwrap_or_default();
    let subject = Subject { sex: Sex::Female, date_of_birth, gestation_days: Some(221) };
    // One measurement every 24 days to the age of 20, with all three quantities, some of them extreme.
    let observations: Vec<Observation> = (0..304_i64)
        .map(|index| Observation {
            date: date_of_birth + Duration::days(index * 24),
            weight_mg: Some(3_000_000 + index * 250_000),
            height_um: Some(480_000 + index * 4_000),
            position: Some(if index % 3 == 0 { Position::Lying } else { Position::Standing }),
            head_circumference_um: Some(340_000 + index * 2_000),
        })
        .collect();
    for standard in [StandardChoice::CdcFromTwo, StandardChoice::Who] {
        let settings = Settings { standard, correction: Correction::UntilTwo };
        let start = Instant::now();
        let mut centiles = 0_u32;
        while start.elapsed().as_secs_f64() < 1.0 {
            let seen = assess(black_box(&subject), settings, black_box(&observations));
            for one in &seen {
                for point in [&one.weight, &one.height, &one.head_circumference, &one.bmi, &one.weight_for_height] {
                    let found = point.as_ref().and_then(|point| point.centile);
                    centiles += u32::from(black_box(found).is_some());
                }
            }
        }
        let per_second = f64::from(centiles) / start.elapsed().as_secs_f64();
        println!("{standard:?}: {per_second:.0} centiles per second on one core");

        let start = Instant::now();
        let mut times = 0_u32;
        while start.elapsed().as_secs_f64() < 0.5 {
            black_box(references(black_box(&subject), settings, 7_305));
            times += 1;
        }
        let each = start.elapsed().as_secs_f64() * 1e3 / f64::from(times);
        println!("{standard:?}: {each:.2} ms for all curves from birth to 20 years");
    }
}
