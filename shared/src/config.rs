//! How a deployment is set up. The environment is read here and nowhere else.

use std::collections::HashMap;

use crate::error::{Context as _, Result};

/// The settings of a deployment.
#[derive(Debug, Clone)]
pub struct Config {
    /// Name of the table.
    pub table: String,
    /// Where people reach the app, such as `https://health.example.org`; calls that live on the cookie must come from there.
    pub public_origin: Option<String>,
    /// How the refresh cookie is set.
    pub cookie: CookieKind,
    /// Which requests are answered, and whose address a request has.
    pub door: Door,
}

/// The refresh cookie's name and attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CookieKind {
    /// `__Host-trajectory_rt`, Secure: everywhere but on loopback.
    Host,
    /// `trajectory_rt` without Secure, for plain http on loopback. Only the local stack makes one.
    Loopback,
}

/// The way requests come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// Through CloudFront, which adds this secret as `x-trajectory-door` and the viewer's address.
    CloudFront {
        /// The secret; a request without it is refused.
        secret: String,
    },
    /// Straight from the caller's socket: the local stack.
    Socket,
}

impl Config {
    /// The settings of a Lambda function. No setting leads to the loopback cookie or to the open door.
    ///
    /// # Errors
    /// A variable of the function is missing.
    pub fn from_environment(environment: &Environment) -> Result<Self> {
        Ok(Self {
            table: environment.need("TRAJECTORY_TABLE")?,
            public_origin: environment.get("TRAJECTORY_PUBLIC_ORIGIN"),
            cookie: CookieKind::Host,
            door: Door::CloudFront { secret: environment.need("TRAJECTORY_DOOR_SECRET")? },
        })
    }

    /// The settings of a worker, which nobody calls.
    ///
    /// # Errors
    /// A variable of the function is missing.
    pub fn of_worker(environment: &Environment) -> Result<Self> {
        let table = environment.need("TRAJECTORY_TABLE")?;
        Ok(Self { table, public_origin: None, cookie: CookieKind::Host, door: Door::Socket })
    }
}

/// The variables that a process was started with.
pub struct Environment(HashMap<String, String>);

impl Environment {
    /// The variables of this process.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    pub fn of_process() -> Self {
        let text = |text: std::ffi::OsString| text.into_string().ok();
        Self(std::env::vars_os().filter_map(|(name, value)| Some((text(name)?, text(value)?))).collect())
    }

    /// These variables, for tests.
    #[must_use]
    pub fn of(variables: &[(&str, &str)]) -> Self {
        Self(variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    /// The value of a variable; an empty one counts as absent.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        self.0.get(name).filter(|value| !value.is_empty()).cloned()
    }

    /// The value of a variable that must be there.
    ///
    /// # Errors
    /// It is not.
    pub fn need(&self, name: &str) -> Result<String> {
        self.get(name).context(&format!("the environment variable {name} is not set"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_setting_of_a_function_selects_the_loopback_cookie_or_the_open_door() {
        let all = [
            ("TRAJECTORY_TABLE", "t"),
            ("TRAJECTORY_DOOR_SECRET", "s"),
            ("TRAJECTORY_PUBLIC_ORIGIN", "http://127.0.0.1:4280"),
            ("TRAJECTORY_COOKIE", "loopback"),
            ("TRAJECTORY_DOOR", "socket"),
        ];
        let config = Config::from_environment(&Environment::of(&all)).unwrap();
        assert_eq!(config.cookie, CookieKind::Host);
        assert_eq!(config.door, Door::CloudFront { secret: "s".to_owned() });
        let without_secret = Environment::of(&[("TRAJECTORY_TABLE", "t"), ("TRAJECTORY_DOOR_SECRET", "")]);
        assert!(Config::from_environment(&without_secret).is_err());
    }
}
