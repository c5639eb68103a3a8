//! From the integers of the store to the units of the tables.

/// Kilograms of a weight in milligrams.
pub(super) fn kilograms(milligrams: i64) -> f64 {
    real(milligrams) / 1e6
}

/// Centimetres of a length in micrometres.
pub(super) fn centimetres(micrometres: i64) -> f64 {
    real(micrometres) / 1e4
}

/// An integer as a real number: exact for every day, weight and length a child can have.
#[expect(clippy::cast_precision_loss, reason = "exact up to 2^53, which is nine million kilometres in micrometres")]
pub(super) fn real(integer: i64) -> f64 {
    integer as f64
}
