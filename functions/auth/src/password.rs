//! Passwords: accepted, hashed, compared.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use serde::{Deserialize, Deserializer, de};
use std::sync::Arc;
use tokio::sync::Semaphore;
use trajectory::error::{ApiError, Context as _, Result};
use trajectory::text::{Email, Name};
use utoipa::ToSchema;
use zxcvbn::Score;

/// Memory in KiB, passes and lanes: OWASP's Password Storage Cheat Sheet, first choice for argon2id.
const MEMORY: u32 = 47_104;
const PASSES: u32 = 1;
const LANES: u32 = 1;

/// A password as typed, 10 to 256 characters of any kind. It is never trimmed, shown or logged.
#[derive(Clone, ToSchema)]
#[schema(value_type = String, format = Password, min_length = 10, max_length = 256)]
pub(crate) struct Password(String);

impl<'de> Deserialize<'de> for Password {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.chars().count() {
            0..10 => Err(de::Error::custom("must be at least 10 characters")),
            10..=256 if text.contains('\0') => Err(de::Error::custom("must not contain control characters")),
            10..=256 => Ok(Self(text)),
            _ => Err(de::Error::custom("must be at most 256 characters")),
        }
    }
}

/// Hashes passwords away from the threads that answer requests, so many at a time as there are processors.
pub(crate) struct Hasher {
    running: Arc<Semaphore>,
}

impl Default for Hasher {
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self { running: Arc::new(Semaphore::new(processors)) }
    }
}

/// What a comparison says.
pub(crate) struct Verdict {
    pub(crate) matches: bool,
    /// The kept hash was made with weaker parameters than today's.
    pub(crate) outdated: bool,
}

impl Hasher {
    /// Refuses what is among the first guesses: common passwords, keyboard rows, dates, the person's own name or email.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for the field in which the password stood.
    pub(crate) async fn refuse_common(&self, field: &'static str, password: &Password, email: &Email, name: &Name) -> Result<()> {
        let (password, about) = (password.0.clone(), [email.as_ref().to_owned(), name.as_ref().to_owned()]);
        self.run(move || {
            let about: Vec<_> = about.iter().map(String::as_str).collect();
            if zxcvbn::zxcvbn(&password, &about).score() < Score::Two {
                return Err(ApiError::field(field, "is easy to guess; take several words that do not belong together"));
            }
            Ok(())
        })
        .await
    }

    /// The hash to keep, as a PHC string.
    pub(crate) async fn hash(&self, password: &Password, salt: [u8; 16]) -> Result<String> {
        let password = password.0.clone();
        self.run(move || hash(&password, &salt)).await
    }

    /// Compares with a kept hash. Where there is none, it takes the same time and does not match.
    pub(crate) async fn compare(&self, password: &Password, kept: Option<String>) -> Result<Verdict> {
        let password = password.0.clone();
        self.run(move || {
            let Some(kept) = kept else {
                hash(&password, &[0; 16])?;
                return Ok(Verdict { matches: false, outdated: false });
            };
            let parsed = PasswordHash::new(&kept).context("reading a password hash")?;
            let matches = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
            let outdated = Params::try_from(&parsed)
                .map_or(true, |params| (params.m_cost(), params.t_cost(), params.p_cost()) != (MEMORY, PASSES, LANES));
            Ok(Verdict { matches, outdated })
        })
        .await
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let turn = self.running.clone().acquire_owned().await.context("waiting to hash a password")?;
        // The work holds its turn to its end, even if nobody waits for the answer any more.
        let held = move || {
            let done = work();
            drop(turn);
            done
        };
        tokio::task::spawn_blocking(held).await.context("hashing a password")?
    }
}

fn hash(password: &str, salt: &[u8; 16]) -> Result<String> {
    let params = Params::new(MEMORY, PASSES, LANES, None).context("parameters of argon2")?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash = argon2.hash_password_with_salt(password.as_bytes(), salt).context("hashing a password")?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password(text: &str) -> Password {
        serde_json::from_value(serde_json::json!(text)).unwrap()
    }

    #[tokio::test]
    async fn a_password_matches_its_hash_and_no_other() {
        let hasher = Hasher::default();
        let kept = hasher.hash(&password("brisk otter lamp"), [7; 16]).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"), "{kept}");
        let right = hasher.compare(&password("brisk otter lamp"), Some(kept.clone())).await.unwrap();
        assert!(right.matches && !right.outdated);
        assert!(!hasher.compare(&password("brisk otter lump"), Some(kept)).await.unwrap().matches);
        assert!(!hasher.compare(&password("brisk otter lamp"), None).await.unwrap().matches);
    }

    #[tokio::test]
    async fn a_hash_of_weaker_parameters_is_outdated() {
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(1024, 1, 1, None).unwrap());
        let kept = weak.hash_password_with_salt(b"brisk otter lamp", &[7; 16]).unwrap().to_string();
        let verdict = Hasher::default().compare(&password("brisk otter lamp"), Some(kept)).await.unwrap();
        assert!(verdict.matches && verdict.outdated);
    }

    #[tokio::test]
    async fn common_passwords_are_refused() {
        let (email, name) = (Email::try_from("ana@example.org").unwrap(), Name::try_from("Ana").unwrap());
        let hasher = Hasher::default();
        for common in ["password12", "1234567890", "qwertyuiop", "aaaaaaaaaa", "ana@example.org"] {
            assert!(hasher.refuse_common("password", &password(common), &email, &name).await.is_err(), "{common}");
        }
        assert!(hasher.refuse_common("password", &password("brisk otter lamp"), &email, &name).await.is_ok());
    }
}
