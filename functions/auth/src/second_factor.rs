//! The second factor: codes of an authenticator app, and recovery codes for when it is lost.

use axum::Extension;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use ring::{aead, digest, hmac};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::Arc;
use trajectory::access::Me;
use trajectory::base64;
use trajectory::error::{ApiError, Context as _, ErrorBody, Result};
use trajectory::id::UserId;
use trajectory::limit::Limit;
use trajectory::mail::{Letter, post};
use trajectory::request::Body;
use trajectory::state::AppState;
use trajectory::store::Condition::{Absent, All, Any, Exists, Is, Lacks};
use trajectory::store::{Condition, Item, Key, Refused, Write, attribute, read_item, to_item};
use utoipa::ToSchema;

use crate::confirm::{Part, confirm};
use crate::login::email_hash;
use crate::password::Password;
use crate::{Secrets, totp};

/// Codes of one person. Only whoever has their password or token can use them up.
const PER_PERSON: Limit = Limit { name: "second-factor", attempts: 10, minutes: 15 };
/// Recovery codes that a person gets.
const RECOVERY_CODES: usize = 10;

/// A second factor as it is kept, in `CRED#{user}`.
#[derive(Serialize, Deserialize)]
pub(crate) struct Factor {
    kind: String,
    schema: u32,
    /// Counts the changes.
    rev: u64,
    /// The secret that the app shares, sealed with a key that only `auth` has: nonce and ciphertext.
    sealed: String,
    /// The step of time of the latest code that was taken; none is taken twice.
    last_step: i64,
    /// Digests of the recovery codes that are left.
    recovery: Vec<String>,
    created_at: DateTime<Utc>,
    /// Since when it is asked for.
    #[serde(default)]
    confirmed_at: Option<DateTime<Utc>>,
}

/// The key that seals the secret of this person.
fn sealing_key(key: &hmac::Key, user: UserId) -> Result<aead::LessSafeKey> {
    let derived = hmac::sign(key, format!("second factor of {user}").as_bytes());
    let key = aead::UnboundKey::new(&aead::CHACHA20_POLY1305, derived.as_ref()).ok().context("a key to seal with")?;
    Ok(aead::LessSafeKey::new(key))
}

fn seal(key: &hmac::Key, user: UserId, secret: &[u8], nonce: [u8; 12]) -> Result<String> {
    let mut sealed = secret.to_vec();
    let unique = aead::Nonce::assume_unique_for_key(nonce);
    sealing_key(key, user)?.seal_in_place_append_tag(unique, aead::Aad::empty(), &mut sealed).ok().context("sealing a secret")?;
    Ok(base64::encode([nonce.as_slice(), &sealed].concat()))
}

fn open(key: &hmac::Key, user: UserId, sealed: &str) -> Result<Vec<u8>> {
    let bytes = base64::decode(sealed).context("reading a sealed secret")?;
    let (nonce, rest) = bytes.split_first_chunk::<12>().context("a sealed secret has a nonce")?;
    let mut secret = rest.to_vec();
    let unique = aead::Nonce::assume_unique_for_key(*nonce);
    let opened = sealing_key(key, user)?.open_in_place(unique, aead::Aad::empty(), &mut secret).ok().context("opening a secret")?;
    Ok(opened.to_vec())
}

fn recovery_hash(code: &str) -> String {
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    base64::encode(digest::digest(&digest::SHA256, plain.as_bytes()))
}

/// A code that is right. It is used up by its write, which belongs into the transaction of the sign-in.
pub(crate) struct RightCode {
    user: UserId,
    set: Item,
    unchanged: Condition,
}

impl RightCode {
    pub(crate) fn write<L>(&self, label: L) -> Write<L> {
        Write::update(label, Key::second_factor(self.user), self.set.clone(), self.unchanged.clone()).adding("rev", 1)
    }
}

/// Checks a code at sign-in.
///
/// # Errors
/// [`ApiError::SecondFactorRequired`] without a code; [`ApiError::WrongCode`]; [`ApiError::TooManyAttempts`].
pub(crate) async fn check(state: &AppState, secrets: &Secrets, user: UserId, code: Option<&str>) -> Result<RightCode> {
    let code = code.ok_or(ApiError::SecondFactorRequired)?.trim();
    let person = user.to_string();
    let (room, found, keys) =
        tokio::join!(PER_PERSON.take(state, [&person]), state.store.get(Key::second_factor(user)), secrets.signer.keys(state));
    room?;
    let factor: Factor = read_item(found?.context("a second factor that is asked for is kept")?)?;
    let secret = open(&keys?.refresh, user, &factor.sealed)?;
    let set = if let Some(step) = totp::accepted(&secret, code, state.now().timestamp(), factor.last_step) {
        json!({ "last_step": step })
    } else {
        let hash = recovery_hash(code);
        let left: Vec<_> = factor.recovery.iter().filter(|kept| **kept != hash).collect();
        if left.len() == factor.recovery.len() {
            return Err(ApiError::WrongCode);
        }
        json!({ "recovery": left })
    };
    Ok(RightCode { user, set: to_item(&set)?, unchanged: unchanged(&factor)? })
}

fn unchanged(factor: &Factor) -> Result<Condition> {
    Ok(All(vec![Exists, Is("rev", attribute(&factor.rev)?)]))
}

/// The password, typed once more.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "password": "brisk otter lamp" }))]
pub(crate) struct FactorRequest {
    password: Password,
}

/// What an authenticator app takes.
#[derive(Serialize, ToSchema)]
pub(crate) struct FactorSecret {
    /// The shared secret, to be typed.
    secret: String,
    /// The same as an address, to be shown as a QR code.
    uri: String,
}

/// Set up a second factor.
///
/// It is asked for once a first code has shown that the app has the secret. Until then it can be set up anew.
#[utoipa::path(
    post, path = "/api/auth/second-factor", tag = "auth", operation_id = "create_second_factor", security(("access_token" = [])),
    request_body = FactorRequest,
    responses(
        (status = 201, description = "The secret for the app, shown this once", body = FactorSecret),
        (status = 400, description = "The password is another", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 409, description = "There is one already", body = ErrorBody),
        (status = 429, description = "Too many attempts", body = ErrorBody),
    )
)]
pub(crate) async fn create_second_factor(
    State(state): State<AppState>,
    Extension(secrets): Extension<Arc<Secrets>>,
    me: Me,
    Body(FactorRequest { password }): Body<FactorRequest>,
) -> Result<(StatusCode, Json<FactorSecret>)> {
    let user = me.caller.user;
    let confirmed = confirm(&state, &secrets, &me, &password, "password").await?;
    let secret: [u8; 20] = state.random();
    let sealed = seal(&secrets.signer.keys(&state).await?.refresh, user, &secret, state.random())?;
    let factor = Factor {
        kind: "FACTOR".to_owned(),
        schema: 1,
        rev: 1,
        sealed,
        last_step: 0,
        recovery: Vec::new(),
        created_at: state.now(),
        confirmed_at: None,
    };
    let writes = vec![
        Write::check(Part::Profile, Key::profile(user), confirmed.profile_condition(&me)?),
        Write::put(Part::Rest, Key::second_factor(user), to_item(&factor)?, Any(vec![Absent, Lacks("confirmed_at")])),
    ];
    match state.store.commit(writes).await {
        Ok(()) => {
            let secret = BASE32_NOPAD.encode(&secret);
            let email: String = form_urlencoded::byte_serialize(confirmed.profile.email.as_ref().as_bytes()).collect();
            let uri = format!("otpauth://totp/Trajectory:{email}?secret={secret}&issuer=Trajectory");
            Ok((StatusCode::CREATED, Json(FactorSecret { secret, uri })))
        }
        Err(Refused::Condition(Part::Rest, _)) => Err(ApiError::FactorExists),
        Err(Refused::Condition(part, _)) => Err(part.refusal()),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// A code that the app shows.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "code": "287082" }))]
pub(crate) struct FactorCode {
    #[schema(max_length = 20)]
    code: String,
}

/// Codes for when the app is lost.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecoveryCodes {
    /// Each signs in once in place of a code of the app.
    recovery_codes: Vec<String>,
}

/// Confirm the second factor with a first code.
///
/// From now on signing in asks for a code. The answer's recovery codes are shown this once.
/// Waits twice: the secret must be known before the code can be checked.
#[utoipa::path(
    post, path = "/api/auth/second-factor/confirm", tag = "auth", operation_id = "confirm_second_factor",
    security(("access_token" = [])), request_body = FactorCode,
    responses(
        (status = 200, description = "It is asked for from now on", body = RecoveryCodes),
        (status = 400, description = "The code is not right", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "None is being set up", body = ErrorBody),
        (status = 429, description = "Too many attempts", body = ErrorBody),
    )
)]
pub(crate) async fn confirm_second_factor(
    State(state): State<AppState>,
    Extension(secrets): Extension<Arc<Secrets>>,
    me: Me,
    Body(FactorCode { code }): Body<FactorCode>,
) -> Result<Json<RecoveryCodes>> {
    let user = me.caller.user;
    let person = user.to_string();
    let (room, read, found, keys) =
        tokio::join!(PER_PERSON.take(&state, [&person]), me.read(), state.store.get(Key::second_factor(user)), secrets.signer.keys(&state));
    let (profile, _) = read?;
    room?;
    let factor: Option<Factor> = found?.map(read_item).transpose()?;
    let factor = factor.filter(|factor| factor.confirmed_at.is_none()).ok_or(ApiError::NotFound)?;
    let secret = open(&keys?.refresh, user, &factor.sealed)?;
    let now = state.now();
    let Some(step) = totp::accepted(&secret, code.trim(), now.timestamp(), factor.last_step) else {
        return Err(ApiError::field("code", "is not the code that the app shows now"));
    };
    let recovery_codes: Vec<_> = (0..RECOVERY_CODES).map(|_| recovery_code(state.random())).collect();
    let hashes: Vec<_> = recovery_codes.iter().map(|code| recovery_hash(code)).collect();
    let set = to_item(&json!({ "confirmed_at": now, "last_step": step, "recovery": hashes }))?;
    let on = to_item(&json!({ "second_factor": true }))?;
    let same = All(vec![me.condition(), Is("email", attribute(&profile.email)?)]);
    let theirs = All(vec![Exists, Is("user_id", attribute(&user)?)]);
    let writes = vec![
        Write::update(Part::Profile, Key::profile(user), on.clone(), same).adding("rev", 1),
        Write::update(Part::Credential, Key::credential(&email_hash(&profile.email)), on, theirs),
        Write::update(Part::Rest, Key::second_factor(user), set, unchanged(&factor)?).adding("rev", 1),
        post(Part::Rest, &state, profile.email, profile.preferences.language, Letter::SecondFactorOn)?,
    ];
    match state.store.commit(writes).await {
        Ok(()) => Ok(Json(RecoveryCodes { recovery_codes })),
        Err(Refused::Condition(part, _)) => Err(part.refusal()),
        Err(Refused::Error(error)) => Err(error),
    }
}

/// 80 bits in groups that can be copied by hand.
fn recovery_code(bits: [u8; 10]) -> String {
    let text = BASE32_NOPAD.encode(&bits);
    let groups: Vec<_> = text.as_bytes().chunks(4).map(|group| group.iter().map(|byte| char::from(*byte)).collect::<String>()).collect();
    groups.join("-")
}

/// Take the second factor away.
#[utoipa::path(
    delete, path = "/api/auth/second-factor", tag = "auth", operation_id = "delete_second_factor", security(("access_token" = [])),
    request_body = FactorRequest,
    responses(
        (status = 204, description = "The password alone signs in"),
        (status = 400, description = "The password is another", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 404, description = "There is none", body = ErrorBody),
        (status = 429, description = "Too many attempts", body = ErrorBody),
    )
)]
pub(crate) async fn delete_second_factor(
    State(state): State<AppState>,
    Extension(secrets): Extension<Arc<Secrets>>,
    me: Me,
    Body(FactorRequest { password }): Body<FactorRequest>,
) -> Result<StatusCode> {
    let user = me.caller.user;
    let confirmed = confirm(&state, &secrets, &me, &password, "password").await?;
    let off = to_item(&json!({ "second_factor": false }))?;
    let writes = vec![
        Write::update(Part::Profile, Key::profile(user), off.clone(), confirmed.profile_condition(&me)?).adding("rev", 1),
        Write::update(Part::Credential, confirmed.key.clone(), off, confirmed.credential_condition()?),
        Write::delete(Part::Rest, Key::second_factor(user), Exists),
        post(Part::Rest, &state, confirmed.profile.email, confirmed.profile.preferences.language, Letter::SecondFactorOff)?,
    ];
    match state.store.commit(writes).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(Refused::Condition(Part::Rest, _)) => Err(ApiError::NotFound),
        Err(Refused::Condition(part, _)) => Err(part.refusal()),
        Err(Refused::Error(error)) => Err(error),
    }
}
