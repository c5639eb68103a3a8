//! The LMS method: a skewed distribution as three numbers.

/// The parameters of one row: the power `l`, the median `m` in the unit of the measure, and the coefficient of variation `s`.
///
/// Source: T. J. Cole and P. J. Green, "Smoothing reference centile curves: the LMS method and penalized likelihood", Statistics in Medicine 11 (1992), 1305-1319.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lms {
    /// L, the Box-Cox power.
    pub l: f64,
    /// M, the median.
    pub m: f64,
    /// S, the coefficient of variation.
    pub s: f64,
}

impl Lms {
    /// The z-score of a positive value: `((y/M)^L - 1) / (L*S)`, and `ln(y/M) / S` where L is 0.
    #[must_use]
    pub fn z_score(self, value: f64) -> f64 {
        let Self { l, m, s } = self;
        if l == 0.0 { (value / m).ln() / s } else { ((value / m).powf(l) - 1.0) / (l * s) }
    }

    /// The value at a z-score: `X(z) = M*(1 + L*S*z)^(1/L)`, and `M*exp(S*z)` where L is 0.
    ///
    /// It is NaN or infinite where no value has that z-score (`1 + L*S*z <= 0`), which no row of WHO has between -3 and 3 and no row of CDC between -2 and 2.
    #[must_use]
    pub fn value_at(self, z: f64) -> f64 {
        let Self { l, m, s } = self;
        if l == 0.0 { m * (s * z).exp() } else { m * (1.0 + l * s * z).powf(l.recip()) }
    }

    /// The z-score with WHO's restriction: beyond 3 and -3 it grows by the distance between the values at 2 and 3, and at -2 and -3.
    ///
    /// WHO uses it for measures of weight, where the tails of the samples are too thin to trust the fitted skewness.
    /// Source: WHO Child Growth Standards: Methods and development (2006), chapter 7, "Computation of centiles and z-scores".
    #[must_use]
    pub fn restricted_z_score(self, value: f64) -> f64 {
        let z = self.z_score(value);
        if z > 3.0 {
            let at_three = self.value_at(3.0);
            3.0 + (value - at_three) / (at_three - self.value_at(2.0))
        } else if z < -3.0 {
            let at_three = self.value_at(-3.0);
            -3.0 + (value - at_three) / (self.value_at(-2.0) - at_three)
        } else {
            z
        }
    }

    /// The value at a z-score under WHO's restriction, the inverse of [`Lms::restricted_z_score`].
    #[must_use]
    pub fn restricted_value_at(self, z: f64) -> f64 {
        if z > 3.0 {
            let at_three = self.value_at(3.0);
            at_three + (z - 3.0) * (at_three - self.value_at(2.0))
        } else if z < -3.0 {
            let at_three = self.value_at(-3.0);
            at_three + (z + 3.0) * (self.value_at(-2.0) - at_three)
        } else {
            self.value_at(z)
        }
    }

    /// CDC's modified z-score, which judges plausibility only: the plain difference from the median, in units of half the distance between the median and the value at z = 2 (above) or z = -2 (below).
    ///
    /// `(y - M) / ((X(2) - M) / 2)` above the median, `(y - M) / ((M - X(-2)) / 2)` below it.
    /// Source: CDC, "Modified z-scores in the CDC growth charts", and the limits for biologically implausible values of CDC's SAS program.
    #[must_use]
    pub fn modified_z_score(self, value: f64) -> f64 {
        let distance = value - self.m;
        let two_units = if distance >= 0.0 { self.value_at(2.0) - self.m } else { self.m - self.value_at(-2.0) };
        distance / (two_units / 2.0)
    }

    /// The row `share` of the way from this one (0) to `next` (1), L, M and S each on a straight line.
    pub(super) fn toward(self, next: Self, share: f64) -> Self {
        let between = |from: f64, to: f64| from + (to - from) * share;
        Self { l: between(self.l, next.l), m: between(self.m, next.m), s: between(self.s, next.s) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WHO 2006 weight of boys at day 274.
    const SKEWED: Lms = Lms { l: 0.0917, m: 8.9019, s: 0.10881 };

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn the_median_has_z_0() {
        for l in [-1.5, 0.0, 0.3, 1.0] {
            let row = Lms { l, ..SKEWED };
            assert!(close(row.z_score(row.m), 0.0));
            assert!(close(row.value_at(0.0), row.m));
            assert!(close(row.modified_z_score(row.m), 0.0));
        }
    }

    #[test]
    fn a_power_of_0_is_the_limit_of_small_powers() {
        let zero = Lms { l: 0.0, ..SKEWED };
        let small = Lms { l: 1e-7, ..SKEWED };
        assert!((zero.z_score(11.0) - small.z_score(11.0)).abs() < 1e-6);
        assert!((zero.value_at(2.5) - small.value_at(2.5)).abs() < 1e-5);
    }

    #[test]
    fn the_restriction_begins_beyond_3_and_grows_evenly() {
        for z in [-3.0, -2.9, 0.0, 3.0] {
            let value = SKEWED.value_at(z);
            assert!(close(SKEWED.restricted_z_score(value), z));
        }
        let step = SKEWED.value_at(3.0) - SKEWED.value_at(2.0);
        let above = SKEWED.value_at(3.0) + 2.0 * step;
        assert!(close(SKEWED.restricted_z_score(above), 5.0));
        let step = SKEWED.value_at(-2.0) - SKEWED.value_at(-3.0);
        let below = SKEWED.value_at(-3.0) - 1.5 * step;
        assert!(close(SKEWED.restricted_z_score(below), -4.5));
        assert!(!close(SKEWED.z_score(above), 5.0));
    }

    #[test]
    fn the_modified_z_agrees_with_the_plain_one_at_0_and_2_only() {
        for z in [-2.0, 0.0, 2.0] {
            assert!(close(SKEWED.modified_z_score(SKEWED.value_at(z)), z));
        }
        let row = Lms { l: -2.0, ..SKEWED };
        assert!(row.modified_z_score(row.value_at(4.0)) > 4.5);
    }
}
