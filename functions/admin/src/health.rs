//! Whether everything runs.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use trajectory::access::Admin;
use trajectory::error::{ErrorBody, Result};
use trajectory::health::{Pulse, VERSION};
use trajectory::mail::FailedLetter;
use trajectory::migration::MIGRATIONS;
use trajectory::state::AppState;
use trajectory::store::{Key, ListQuery, Probe, read_item};
use trajectory::token::RingItem;
use utoipa::ToSchema;

/// Clocks that differ by more make signatures and tokens fail.
const SKEW: TimeDelta = TimeDelta::seconds(30);

/// How the instance is.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "ok": true,
    "table": { "milliseconds": 4 },
    "files": { "ok": true, "milliseconds": 18, "checked_at": "2026-03-01T11:58:00Z" },
    "mail": { "ok": true, "set_up": true, "waiting": 0, "given_up": 0, "checked_at": "2026-03-01T11:57:00Z" },
    "clock": { "ok": true, "now": "2026-03-01T12:00:00Z", "skew_seconds": 0 },
    "signing_key_since": "2026-02-01T08:00:00Z",
    "versions": { "api": "0.1.0", "sweeper": "0.1.0", "mailer": "0.1.0", "pending_migrations": [] },
}))]
pub(crate) struct Health {
    /// Whether all of it is well.
    ok: bool,
    table: TableHealth,
    files: FilesHealth,
    mail: MailHealth,
    clock: ClockHealth,
    /// Since when the present key signs; keys are renewed every 90 days. Absent before the first sign-in.
    #[schema(required = true)]
    signing_key_since: Option<DateTime<Utc>>,
    versions: Versions,
}

/// The table. Without it there is no answer at all.
#[derive(Serialize, ToSchema)]
struct TableHealth {
    /// How long it took to answer.
    milliseconds: u64,
}

/// The bucket of the files, as the sweeper has found it.
#[derive(Serialize, ToSchema)]
struct FilesHealth {
    /// Whether it answered, and the sweeper runs.
    ok: bool,
    /// How long it took to answer.
    #[schema(required = true)]
    milliseconds: Option<u64>,
    /// When the sweeper last looked; absent: not for a day.
    #[schema(required = true)]
    checked_at: Option<DateTime<Utc>>,
}

/// Letters, as the mailer has found them.
#[derive(Serialize, ToSchema)]
struct MailHealth {
    /// Whether letters go out, or none are meant to.
    ok: bool,
    /// Whether there is a mailer.
    set_up: bool,
    /// Letters that are to be tried again.
    waiting: u64,
    /// Letters of the last 30 days that will never go out.
    given_up: usize,
    /// When the mailer last looked; absent: not for a day.
    #[schema(required = true)]
    checked_at: Option<DateTime<Utc>>,
}

/// The clock of the function beside that of the table.
#[derive(Serialize, ToSchema)]
struct ClockHealth {
    /// Whether they agree within 30 seconds.
    ok: bool,
    /// What the function takes for now.
    now: DateTime<Utc>,
    /// By how much the table's clock is ahead; absent: it did not say.
    #[schema(required = true)]
    skew_seconds: Option<i64>,
}

/// What is deployed. A deployment that was not finished shows here.
#[derive(Serialize, ToSchema)]
struct Versions {
    /// Of the function that answers.
    api: &'static str,
    /// Of the sweeper.
    #[schema(required = true)]
    sweeper: Option<String>,
    /// Of the mailer.
    #[schema(required = true)]
    mailer: Option<String>,
    /// Migrations that `trajectory-migrate apply` has not finished. Records are upgraded when they are read all the same.
    #[schema(value_type = Vec<String>)]
    pending_migrations: Vec<&'static str>,
}

/// What is asked of how far a migration has come.
#[derive(Deserialize)]
struct Applied {
    name: String,
    finished_at: Option<DateTime<Utc>>,
}

/// Read how the instance is: table, bucket, mail, clock and versions.
///
/// The bucket and the mail are looked at every five minutes by the workers that may; this tells what they found.
#[utoipa::path(
    get, path = "/api/admin/health", tag = "admin", security(("access_token" = [])),
    responses(
        (status = 200, description = "How it is; `ok` says whether all of it is well", body = Health),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
    )
)]
pub(crate) async fn read_health(State(state): State<AppState>, admin: Admin) -> Result<Json<Health>> {
    let migrations = ListQuery::prefix(Key::INSTANCE.to_owned(), Key::MIGRATION);
    let now = state.now();
    let reads = async {
        tokio::try_join!(
            state.store.probe(Key::key_ring()),
            Pulse::all(&state.store, now),
            FailedLetter::all(&state.store, now),
            state.store.query(&migrations),
        )
    };
    let (_, (probe, pulses, failed, (applied, _))) = admin.beside(reads).await?;
    let applied = applied.into_iter().map(read_item).collect::<Result<Vec<Applied>>>()?;
    let pending = MIGRATIONS.iter().map(|migration| migration.name);
    let pending = pending.filter(|name| !applied.iter().any(|one| one.name == *name && one.finished_at.is_some())).collect();
    let of = |worker: &str| pulses.iter().find(|pulse| pulse.worker == worker);
    let (sweeper, mailer) = (of("sweeper"), of("mailer"));
    let version = |pulse: Option<&Pulse>| pulse.map(|pulse| pulse.version.clone());
    let files = FilesHealth {
        ok: sweeper.is_some_and(|pulse| pulse.is_well(now) && pulse.files_milliseconds.is_some()),
        milliseconds: sweeper.and_then(|pulse| pulse.files_milliseconds),
        checked_at: sweeper.map(|pulse| pulse.at),
    };
    let mail = MailHealth {
        ok: mailer.is_none_or(|pulse| pulse.is_well(now)),
        set_up: mailer.is_some(),
        waiting: mailer.and_then(|pulse| pulse.waiting).unwrap_or_default(),
        given_up: failed.len(),
        checked_at: mailer.map(|pulse| pulse.at),
    };
    let clock = clock(&probe, state.now());
    let ring: Option<RingItem> = probe.item.map(read_item).transpose()?;
    let signing = ring.iter().flat_map(|ring| &ring.keys).rfind(|key| key.signs_from <= now).map(|key| key.signs_from);
    Ok(Json(Health {
        ok: files.ok && mail.ok && clock.ok,
        table: TableHealth { milliseconds: u64::try_from(probe.time.as_millis()).unwrap_or(u64::MAX) },
        files,
        mail,
        clock,
        signing_key_since: signing,
        versions: Versions { api: VERSION, sweeper: version(sweeper), mailer: version(mailer), pending_migrations: pending },
    }))
}

/// The table's clock beside ours at the end of the probe. Its answers tell whole seconds, so its clock may be a second further.
fn clock(probe: &Probe, now: DateTime<Utc>) -> ClockHealth {
    let skew = probe.date.map(|theirs| theirs + TimeDelta::milliseconds(500) - now);
    ClockHealth { ok: skew.is_none_or(|skew| skew.abs() <= SKEW), now, skew_seconds: skew.map(|skew| skew.num_seconds()) }
}
