//! CDC's extended BMI-for-age of 2022: a half-normal distribution above the 95th centile.
//!
//! Source: C. M. Hales, D. S. Freedman, L. Akinbami and others, "Evaluation of alternative body mass index (BMI) metrics to monitor weight status in children and adolescents with extremely high BMI using CDC BMI-for-age growth charts", Vital and Health Statistics 2(197), 2022.

use super::normal;
use super::subject::Sex;

/// The part of the distribution of BMI above the 95th centile, for one sex and age.
#[derive(Clone, Copy, Debug)]
pub(super) struct ExtendedBmi {
    /// The 95th centile in kg/m2.
    pub(super) p95: f64,
    /// The scale of the half-normal distribution in kg/m2.
    sigma: f64,
}

impl ExtendedBmi {
    pub(super) fn new(sex: Sex, age_years: f64, p95: f64) -> Self {
        let a = age_years;
        let sigma = match sex {
            Sex::Male => 0.3728 + 0.5196 * a - 0.0091 * a * a,
            Sex::Female => 0.8334 + 0.3712 * a - 0.0011 * a * a,
        };
        Self { p95, sigma }
    }

    /// The centile of a BMI above the 95th: `90 + 10*Phi((BMI - P95)/sigma)`.
    pub(super) fn centile(self, bmi: f64) -> f64 {
        90.0 + 10.0 * normal::share_below(self.distance(bmi))
    }

    /// The z-score of that centile, as `-PhiInv(0.1*Phi(-(BMI - P95)/sigma))`: by the small share above, because the share below has no digits left near z = 8.
    pub(super) fn z_score(self, bmi: f64) -> f64 {
        let distance = self.distance(bmi);
        if distance > FAR { far_z_score(distance) } else { -normal::z_of_share(0.1 * normal::share_below(-distance)) }
    }

    /// The BMI at a z-score above that of the 95th centile, the inverse of [`ExtendedBmi::z_score`].
    pub(super) fn value_at(self, z: f64) -> f64 {
        self.p95 - self.sigma * normal::z_of_share(10.0 * normal::share_below(-z))
    }

    fn distance(self, bmi: f64) -> f64 {
        (bmi - self.p95) / self.sigma
    }
}

/// Beyond this distance the share above is too small for an `f64`; nothing but a typing error gets there.
const FAR: f64 = 37.0;

/// The z-score with a tenth of the share above `distance`, by the tail's leading term `exp(-z^2/2)/z`, wrong by less than 1e-6 from [`FAR`] on.
fn far_z_score(distance: f64) -> f64 {
    let square = distance * distance + 2.0 * 10_f64.ln();
    let first = square.sqrt();
    (square - 2.0 * (first / distance).ln()).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boy_of_ten() -> ExtendedBmi {
        ExtendedBmi::new(Sex::Male, 10.0, 22.0)
    }

    #[test]
    fn the_extension_starts_at_the_95th_centile() {
        let row = boy_of_ten();
        assert!((row.centile(22.0) - 95.0).abs() < 1e-12);
        assert!((row.z_score(22.0) - normal::Z_OF_P95).abs() < 1e-9);
    }

    #[test]
    fn one_sigma_above_is_the_98_4th_centile() {
        let sigma = 0.3728 + 5.196 - 0.91;
        let centile = boy_of_ten().centile(22.0 + sigma);
        assert!((centile - 98.413_447_460_685_4).abs() < 1e-7);
    }

    #[test]
    fn values_come_back_from_their_z() {
        let row = boy_of_ten();
        for tenths in 0..=300 {
            let bmi = 22.0 + f64::from(tenths) / 2.0;
            assert!((row.value_at(row.z_score(bmi)) - bmi).abs() < 1e-6, "{bmi}");
        }
    }

    #[test]
    fn a_typing_error_still_has_a_finite_rising_z() {
        let row = boy_of_ten();
        let edge = row.p95 + FAR * row.sigma;
        assert!((row.z_score(edge + 1e-6) - row.z_score(edge - 1e-6)).abs() < 2e-6);
        assert!(row.z_score(1e9) > row.z_score(1e6));
        assert!(row.z_score(1e24).is_finite());
    }
}
