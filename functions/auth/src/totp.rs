//! One-time codes by time: RFC 6238 with HMAC-SHA-1, 30 seconds and six digits, which is what authenticator apps take.

use ring::hmac;

/// Seconds for which a code is shown.
const STEP: i64 = 30;
/// Codes before and after the present one that are accepted, for clocks that run apart.
const SKEW: i64 = 1;

/// The code of a step of time (RFC 4226, section 5.3).
fn code(secret: &[u8], step: i64) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let digest = hmac::sign(&key, &step.to_be_bytes());
    let digest = digest.as_ref();
    let offset = usize::from(digest.last().copied().unwrap_or_default() & 0x0f);
    let truncated = digest.iter().skip(offset).take(4).fold(0_u32, |number, byte| (number << 8) | u32::from(*byte)) & 0x7fff_ffff;
    format!("{:06}", truncated % 1_000_000)
}

/// The step of time that this code belongs to, if it is one that is accepted now and is later than `after`.
pub(crate) fn accepted(secret: &[u8], given: &str, now: i64, after: i64) -> Option<i64> {
    let current = now.div_euclid(STEP);
    (current - SKEW..=current + SKEW).filter(|step| *step > after).find(|step| code(secret, *step) == given)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B, SHA-1, the last six of its eight digits.
        let secret = b"12345678901234567890";
        for (seconds, expected) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037")]
        {
            assert_eq!(code(secret, seconds / STEP), expected);
        }
    }

    #[test]
    fn a_code_is_accepted_around_its_time_and_once() {
        let secret = b"12345678901234567890";
        for now in [59 - 30, 59, 59 + 30] {
            assert_eq!(accepted(secret, "287082", now, 0), Some(1));
        }
        assert_eq!(accepted(secret, "287082", 59 + 31, 0), None);
        assert_eq!(accepted(secret, "287082", 59, 1), None);
        assert_eq!(accepted(secret, "28708", 59, 0), None);
    }
}
