//! Quantities that people type: exact decimals with a unit, never a binary float.
//!
//! What was typed is kept as it was typed.
//! The integer in the base unit (mg, µm) is derived from it by one exact rule, so it cannot drift from it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::str::FromStr as _;
use utoipa::ToSchema;

/// A weight as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "RawWeight")]
#[schema(examples(json!({"value": 8.0229, "unit": "kg"})))]
pub struct Weight {
    /// More than 0, at most 500 kg, with at most 4 decimals.
    #[serde(serialize_with = "number")]
    #[schema(value_type = f64, exclusive_minimum = 0)]
    value: Decimal,
    unit: WeightUnit,
}

/// A length as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "RawLength")]
#[schema(examples(json!({"value": 71.12, "unit": "cm"})))]
pub struct Length {
    /// More than 0, at most 300 cm, with at most 4 decimals.
    #[serde(serialize_with = "number")]
    #[schema(value_type = f64, exclusive_minimum = 0)]
    value: Decimal,
    unit: LengthUnit,
}

/// A body temperature as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "RawTemperature")]
#[schema(examples(json!({"value": 38.5, "unit": "c"})))]
pub struct Temperature {
    /// Between 25 and 45 degrees Celsius, with at most 4 decimals.
    #[serde(serialize_with = "number")]
    #[schema(value_type = f64)]
    value: Decimal,
    unit: TemperatureUnit,
}

/// Units of weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WeightUnit {
    /// Kilogram.
    Kg,
    /// Gram.
    G,
    /// Avoirdupois pound.
    Lb,
    /// Avoirdupois ounce; "17 lb 11 oz" is 283 oz.
    Oz,
}

/// Units of length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LengthUnit {
    /// Centimetre.
    Cm,
    /// Millimetre.
    Mm,
    /// Inch; "2 ft 4 1/4 in" is 28.25 in.
    In,
}

/// Units of body temperature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TemperatureUnit {
    /// Degrees Celsius.
    C,
    /// Degrees Fahrenheit.
    F,
}

impl Temperature {
    /// Thousandths of a degree Celsius, rounded half to even where they do not come out whole.
    #[must_use]
    pub fn millicelsius(self) -> i64 {
        match self.unit {
            TemperatureUnit::C => whole(self.value, Decimal::ONE_THOUSAND),
            // (F - 32) x 5/9, in thousandths.
            TemperatureUnit::F => {
                let ninths = (self.value - Decimal::from(32)) * Decimal::from(5000);
                (ninths / Decimal::from(9)).round().to_i64().unwrap_or(i64::MAX)
            }
        }
    }
}

impl Weight {
    const MAX_MG: i64 = 500_000_000;

    /// Milligrams, rounded half to even where the unit does not come out whole.
    #[must_use]
    pub fn mg(self) -> i64 {
        whole(self.value, self.unit.mg())
    }
}

impl Length {
    const MAX_UM: i64 = 3_000_000;

    /// Micrometres, rounded half to even where the decimals go further.
    #[must_use]
    pub fn um(self) -> i64 {
        whole(self.value, self.unit.um())
    }
}

impl WeightUnit {
    /// Exact milligrams in one unit (international yard and pound agreement of 1959).
    const fn mg(self) -> Decimal {
        match self {
            Self::Kg => Decimal::from_parts(1_000_000, 0, 0, false, 0),
            Self::G => Decimal::from_parts(1000, 0, 0, false, 0),
            Self::Lb => Decimal::from_parts(45_359_237, 0, 0, false, 2),
            Self::Oz => Decimal::from_parts(2_579_719_349, 6, 0, false, 6),
        }
    }
}

impl LengthUnit {
    /// Exact micrometres in one unit.
    const fn um(self) -> Decimal {
        match self {
            Self::Cm => Decimal::from_parts(10_000, 0, 0, false, 0),
            Self::Mm => Decimal::from_parts(1000, 0, 0, false, 0),
            Self::In => Decimal::from_parts(25_400, 0, 0, false, 0),
        }
    }
}

/// `value` of a unit of `size` in whole base units. Bounds were checked where the value came in, so it fits.
fn whole(value: Decimal, size: Decimal) -> i64 {
    value.checked_mul(size).and_then(|base| base.round().to_i64()).unwrap_or(i64::MAX)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWeight {
    #[serde(deserialize_with = "decimal")]
    value: Decimal,
    unit: WeightUnit,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLength {
    #[serde(deserialize_with = "decimal")]
    value: Decimal,
    unit: LengthUnit,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTemperature {
    #[serde(deserialize_with = "decimal")]
    value: Decimal,
    unit: TemperatureUnit,
}

impl TryFrom<RawTemperature> for Temperature {
    type Error = &'static str;

    fn try_from(raw: RawTemperature) -> Result<Self, Self::Error> {
        // Beyond a thousand degrees of either scale no arithmetic is needed to know.
        let usual = raw.value.abs() < Decimal::ONE_THOUSAND;
        let temperature = Self { value: raw.value, unit: raw.unit };
        let alive = usual && (25_000..=45_000).contains(&temperature.millicelsius());
        if alive { Ok(temperature) } else { Err("must be a body temperature: 25 to 45 °C, 77 to 113 °F") }
    }
}

impl TryFrom<RawWeight> for Weight {
    type Error = String;

    fn try_from(raw: RawWeight) -> Result<Self, String> {
        let weight = Self { value: positive(raw.value)?, unit: raw.unit };
        if weight.mg() > Self::MAX_MG { Err("must be at most 500 kg".to_owned()) } else { Ok(weight) }
    }
}

impl TryFrom<RawLength> for Length {
    type Error = String;

    fn try_from(raw: RawLength) -> Result<Self, String> {
        let length = Self { value: positive(raw.value)?, unit: raw.unit };
        if length.um() > Self::MAX_UM { Err("must be at most 300 cm".to_owned()) } else { Ok(length) }
    }
}

fn positive(value: Decimal) -> Result<Decimal, String> {
    if value > Decimal::ZERO { Ok(value) } else { Err("must be more than 0".to_owned()) }
}

/// Reads a JSON number by its digits.
pub(crate) fn decimal<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let number = serde_json::Number::deserialize(deserializer)?;
    let text = number.as_str();
    let exact = if text.contains(['e', 'E']) { Decimal::from_scientific(text) } else { Decimal::from_str_exact(text) };
    let value = exact.map_err(|_| de::Error::custom("must be a decimal number of a usual size"))?.normalize();
    if value.scale() > 4 {
        return Err(de::Error::custom("must have at most 4 decimals"));
    }
    Ok(value)
}

/// Writes a JSON number by its digits.
pub(crate) fn number<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serde_json::Number::from_str(&value.to_string()).map_err(serde::ser::Error::custom)?.serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(json: &str) -> Result<Weight, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    fn length(json: &str) -> Result<Length, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    #[test]
    fn what_was_typed_comes_back() {
        for typed in [
            r#"{"value":8.0229,"unit":"kg"}"#,
            r#"{"value":283,"unit":"oz"}"#,
            r#"{"value":0.1,"unit":"g"}"#,
            r#"{"value":17.6875,"unit":"lb"}"#,
        ] {
            assert_eq!(serde_json::to_string(&weight(typed).unwrap()).unwrap(), typed);
        }
        for typed in [r#"{"value":71.12,"unit":"cm"}"#, r#"{"value":28.25,"unit":"in"}"#] {
            assert_eq!(serde_json::to_string(&length(typed).unwrap()).unwrap(), typed);
        }
        assert_eq!(weight(r#"{"value":8.50,"unit":"kg"}"#), weight(r#"{"value":85e-1,"unit":"kg"}"#));
    }

    #[test]
    fn base_units_are_exact() {
        assert_eq!(weight(r#"{"value":8.0229,"unit":"kg"}"#).unwrap().mg(), 8_022_900);
        assert_eq!(weight(r#"{"value":1,"unit":"lb"}"#).unwrap().mg(), 453_592);
        // 283 oz x 28,349.523125 mg = 8,022,915.044375 mg
        assert_eq!(weight(r#"{"value":283,"unit":"oz"}"#).unwrap().mg(), 8_022_915);
        assert_eq!(length(r#"{"value":28.25,"unit":"in"}"#).unwrap().um(), 717_550);
        assert_eq!(length(r#"{"value":71.12,"unit":"cm"}"#).unwrap().um(), 711_200);
        assert_eq!(WeightUnit::Oz.mg() * Decimal::from(16), WeightUnit::Lb.mg());
    }

    #[test]
    fn a_temperature_is_that_of_a_body() {
        let read = |json: &str| serde_json::from_str::<Temperature>(json);
        assert_eq!(read(r#"{"value":98.6,"unit":"f"}"#).unwrap().millicelsius(), 37_000);
        assert_eq!(read(r#"{"value":103.1,"unit":"f"}"#).unwrap().millicelsius(), 39_500);
        assert_eq!(read(r#"{"value":38.45,"unit":"c"}"#).unwrap().millicelsius(), 38_450);
        for bad in [r#"{"value":98.6,"unit":"c"}"#, r#"{"value":37,"unit":"f"}"#, r#"{"value":79228162514264337593543950335,"unit":"f"}"#] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn impossible_quantities_are_refused() {
        for bad in [
            r#"{"value":0,"unit":"kg"}"#,
            r#"{"value":-0.0,"unit":"kg"}"#,
            r#"{"value":-3.2,"unit":"kg"}"#,
            r#"{"value":1e400,"unit":"kg"}"#,
            r#"{"value":1e-400,"unit":"kg"}"#,
            r#"{"value":8.1234567891,"unit":"kg"}"#,
            r#"{"value":500.0001,"unit":"kg"}"#,
            r#"{"value":79228162514264337593543950335,"unit":"kg"}"#,
            r#"{"value":"8.0","unit":"kg"}"#,
            r#"{"value":8,"unit":"stone"}"#,
            r#"{"value":8,"unit":"cm"}"#,
            r#"{"value":8}"#,
            r#"{"value":8,"unit":"kg","note":1}"#,
            "8",
        ] {
            assert!(weight(bad).is_err(), "{bad}");
        }
        assert!(length(r#"{"value":300.0001,"unit":"cm"}"#).is_err());
    }
}
