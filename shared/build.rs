//! Turns the reference tables (`reference/growth/*.csv`, `reference/vaccines/*.csv`) into static Rust tables.
//!
//! Each table of a measure and a sex becomes one `static` in `$OUT_DIR/growth_tables.rs`, included by `src/growth/tables.rs`.
//! Numbers are parsed as `f64` and written in the shortest form that reads back as the same `f64`, so nothing is lost.
//! A table with a gap, a row out of order or a number that is none stops the build: a wrong table must not compile.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// How the rows of a file are found again.
enum Key {
    /// Rows at an even distance from `first` on, so that the position in the table is the key.
    Even { first: f64, per_unit: f64 },
    /// Rows at listed keys in rising order, for a binary search.
    Listed,
}

/// The files, the prefix of their tables' names, and how their rows are found.
const FILES: [(&str, &str, Key); 4] = [
    ("who2006_by_day.csv", "WHO_2006", Key::Even { first: 0.0, per_unit: 1.0 }),
    (
        "who2006_weight_for_length_height.csv",
        "WHO_2006",
        // The first length differs between the two tables of this file: it is read from the file.
        Key::Even { first: f64::NAN, per_unit: 10.0 },
    ),
    ("who2007_by_month.csv", "WHO_2007", Key::Listed),
    ("cdc2000_by_month.csv", "CDC_2000", Key::Listed),
];

/// Key, L, M and S of one row.
type Row = [f64; 4];

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script its folders in the environment")]
fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("reference/growth");
    let mut code = String::new();
    for (file, prefix, key) in FILES {
        let path = folder.join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        for (table, rows) in read(&path)? {
            let name = format!("{prefix}_{table}");
            check(&name, &rows, &key)?;
            write_table(&mut code, &name, &rows, &key)?;
        }
    }
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("growth_tables.rs"), code)?;
    let vaccines = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("reference/vaccines");
    fs::write(out.join("vaccine_tables.rs"), vaccine_tables(&vaccines)?)?;
    Ok(())
}

/// The known codes in rising order, and the products to pick from. Only codes are taken from the published table.
fn vaccine_tables(folder: &Path) -> Result<String, Box<dyn Error>> {
    let lines = |file: &str| -> Result<Vec<String>, Box<dyn Error>> {
        let path = folder.join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        Ok(fs::read_to_string(&path)?.lines().skip(1).map(str::to_owned).collect())
    };
    let mut codes = Vec::new();
    for line in lines("cvx_codes.csv")? {
        codes.push(line.split(',').next().unwrap_or_default().parse::<u16>()?);
    }
    codes.sort_unstable();
    let mut code = format!("static CVX_CODES: [u16; {}] = {codes:?};\n", codes.len());
    let picks = lines("pick_list.csv")?;
    writeln!(code, "static PICK_LIST: [VaccineProduct; {}] = [", picks.len())?;
    for line in picks {
        let fields: Vec<&str> = line.split(',').collect();
        let [cvx, name, diseases, combined, usual] = fields.as_slice() else {
            return Err(format!("pick_list.csv: not five fields in {line:?}").into());
        };
        let combined = match *combined {
            "yes" => true,
            "no" => false,
            other => return Err(format!("pick_list.csv: {other:?} is neither yes nor no").into()),
        };
        let usual = match *usual {
            "routine" => "Routine",
            "travel" => "Travel",
            "special" => "Special",
            other => return Err(format!("pick_list.csv: what is {other:?}?").into()),
        };
        let diseases: Vec<&str> = diseases.split(';').collect();
        writeln!(
            code,
            "    VaccineProduct {{ cvx: {cvx:?}, name: {name:?}, diseases: &{diseases:?}, combined: {combined}, usual: Usual::{usual} }},"
        )?;
    }
    writeln!(code, "];")?;
    Ok(code)
}

/// Reads one file into its tables, named `MEASURE_SEX`.
fn read(path: &Path) -> Result<BTreeMap<String, Vec<Row>>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut tables: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.trim_end().split(',').collect();
        let [measure, sex, numbers @ ..] = fields.as_slice() else {
            return Err(format!("{}: cannot read {line:?}", path.display()).into());
        };
        let numbers: Vec<f64> = numbers.iter().map(|number| number.parse()).collect::<Result<_, _>>()?;
        let row: Row = numbers.try_into().map_err(|_| format!("{}: not six fields in {line:?}", path.display()))?;
        let name = format!("{measure}_{sex}").to_uppercase();
        tables.entry(name).or_default().push(row);
    }
    Ok(tables)
}

/// Refuses gaps, disorder, and parameters that the LMS formula cannot use.
fn check(name: &str, rows: &[Row], key: &Key) -> Result<(), Box<dyn Error>> {
    for (index, [at, l, m, s]) in rows.iter().enumerate() {
        let in_place = match key {
            Key::Even { first, per_unit } => {
                let first = if first.is_nan() { rows[0][0] } else { *first };
                let steps = u32::try_from(index)?;
                (first + f64::from(steps) / per_unit - at).abs() < 1e-9
            }
            Key::Listed => index == 0 || rows[index - 1][0] < *at,
        };
        let usable = l.is_finite() && m.is_finite() && s.is_finite() && *m > 0.0 && *s > 0.0;
        if !in_place || !usable {
            return Err(format!("{name}: row {index} at {at} is out of place or unusable").into());
        }
    }
    Ok(())
}

fn write_table(code: &mut String, name: &str, rows: &[Row], key: &Key) -> std::fmt::Result {
    let count = rows.len();
    match key {
        Key::Even { .. } => writeln!(code, "pub(super) static {name}: [Lms; {count}] = [")?,
        Key::Listed => writeln!(code, "pub(super) static {name}: [(f64, Lms); {count}] = [")?,
    }
    for [at, l, m, s] in rows {
        let lms = format!("Lms {{ l: {l:?}, m: {m:?}, s: {s:?} }}");
        match key {
            Key::Even { .. } => writeln!(code, "    {lms},")?,
            Key::Listed => writeln!(code, "    ({at:?}, {lms}),")?,
        }
    }
    writeln!(code, "];")
}
