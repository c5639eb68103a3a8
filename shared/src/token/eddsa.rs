//! Ed25519 for `jsonwebtoken` by way of `ring`, the library that TLS uses here too.
//!
//! The crate's own providers would link a second crypto library (RSA and the NIST curves with it).

use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{ErrorKind, Result};
use jsonwebtoken::signature::{self, Signer, Verifier};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};

use crate::base64;
use crate::error::{Context as _, Result as ApiResult};

/// A private key with the id of its public half.
#[derive(Clone)]
pub struct SigningKey {
    kid: String,
    seed: [u8; 32],
}

impl SigningKey {
    /// The key of this seed. Its id is its public half.
    ///
    /// # Errors
    /// Never for a seed of 32 bytes; kept as an error because the library says so.
    pub fn from_seed(seed: [u8; 32]) -> ApiResult<Self> {
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).context("reading a signing key")?;
        Ok(Self { kid: base64::encode(pair.public_key()), seed })
    }

    /// The id that tokens carry: the public key in base64url.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The seed, to be kept where only `auth` can read.
    #[must_use]
    pub fn seed(&self) -> &[u8; 32] {
        &self.seed
    }

    pub(super) fn encoding(&self) -> EncodingKey {
        EncodingKey::from_ed_der(&self.seed)
    }
}

/// The public half, of which a key's id is the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(Vec<u8>);

impl PublicKey {
    /// The key of which `kid` is the text.
    ///
    /// # Errors
    /// It is not 32 bytes in base64url.
    pub fn from_kid(kid: &str) -> ApiResult<Self> {
        let bytes = base64::decode(kid).filter(|bytes| bytes.len() == 32);
        bytes.map(Self).context("reading a public key")
    }

    pub(super) fn decoding(&self) -> DecodingKey {
        DecodingKey::from_ed_der(&self.0)
    }
}

/// Makes `jsonwebtoken` use the functions below; any further call changes nothing.
pub(super) fn install() {
    let _already_installed = PROVIDER.install_default();
}

static PROVIDER: CryptoProvider =
    CryptoProvider { signer_factory: signer, verifier_factory: verifier, key_utils: KeyUtils::new_unimplemented() };

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that `jsonwebtoken` asks for")]
fn signer(algorithm: &Algorithm, key: &EncodingKey) -> Result<Box<dyn JwtSigner>> {
    if *algorithm != Algorithm::EdDSA {
        return Err(ErrorKind::InvalidAlgorithm.into());
    }
    let pair = Ed25519KeyPair::from_seed_unchecked(key.as_bytes()).map_err(|_| ErrorKind::InvalidEddsaKey)?;
    Ok(Box::new(RingSigner(pair)))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that `jsonwebtoken` asks for")]
fn verifier(algorithm: &Algorithm, key: &DecodingKey) -> Result<Box<dyn JwtVerifier>> {
    if *algorithm != Algorithm::EdDSA {
        return Err(ErrorKind::InvalidAlgorithm.into());
    }
    Ok(Box::new(RingVerifier(key.try_get_as_bytes()?.to_vec())))
}

struct RingSigner(Ed25519KeyPair);

impl Signer<Vec<u8>> for RingSigner {
    fn try_sign(&self, message: &[u8]) -> std::result::Result<Vec<u8>, signature::Error> {
        Ok(self.0.sign(message).as_ref().to_vec())
    }
}

impl JwtSigner for RingSigner {
    fn algorithm(&self) -> Algorithm {
        Algorithm::EdDSA
    }
}

struct RingVerifier(Vec<u8>);

impl Verifier<Vec<u8>> for RingVerifier {
    fn verify(&self, message: &[u8], given: &Vec<u8>) -> std::result::Result<(), signature::Error> {
        UnparsedPublicKey::new(&ED25519, &self.0).verify(message, given).map_err(|_| signature::Error::new())
    }
}

impl JwtVerifier for RingVerifier {
    fn algorithm(&self) -> Algorithm {
        Algorithm::EdDSA
    }
}
