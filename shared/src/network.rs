//! The network that a request comes from.

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use std::convert::Infallible;
use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use crate::config::Door;
use crate::state::AppState;

/// The header in which CloudFront tells the viewer's address and port.
const VIEWER_ADDRESS: &str = "cloudfront-viewer-address";

/// The caller's IPv4 address, or the /64 of an IPv6 one: what one household usually has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network(Option<IpAddr>);

impl Network {
    /// The network of an address.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        Self(Some(match address.to_canonical() {
            IpAddr::V6(v6) => {
                let [a, b, c, d, ..] = v6.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
            v4 @ IpAddr::V4(_) => v4,
        }))
    }

    /// The address in CloudFront's header: `198.51.100.10:46532` or `2001:db8::1:46532`.
    fn in_header(text: &str) -> Self {
        let address = text.rsplit_once(':').map(|(address, _port)| address.trim_matches(['[', ']']));
        address.and_then(|address| address.parse().ok()).map_or(Self(None), Self::of)
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(v6 @ IpAddr::V6(_)) => write!(f, "{v6}/64"),
            Some(v4) => write!(f, "{v4}"),
            None => f.write_str("unknown"),
        }
    }
}

impl FromRequestParts<AppState> for Network {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        Ok(match &state.config.door {
            // Trusted, since the request has shown the secret that CloudFront adds beside it.
            Door::CloudFront { .. } => {
                let header = parts.headers.get(VIEWER_ADDRESS).and_then(|value| value.to_str().ok());
                header.map_or(Self(None), Self::in_header)
            }
            Door::Socket => parts.extensions.get::<ConnectInfo<SocketAddr>>().map_or(Self(None), |peer| Self::of(peer.0.ip())),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_is_an_address_or_a_64() {
        assert_eq!(Network::in_header("198.51.100.10:46532").to_string(), "198.51.100.10");
        assert_eq!(Network::in_header("2001:db8:1:2:3:4:5:6:443").to_string(), "2001:db8:1:2::/64");
        assert_eq!(Network::in_header("[2001:db8::9]:443").to_string(), "2001:db8::/64");
        assert_eq!(Network::in_header("nonsense").to_string(), "unknown");
        assert_eq!(Network::of("::ffff:192.0.2.1".parse().unwrap()).to_string(), "192.0.2.1");
    }
}
