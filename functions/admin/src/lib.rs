//! Route group: people and families of the instance, its settings and statistics, and what its admins did.
//!
//! No route here leads to a family's health record. What must happen in a family's partition is left to the sweeper
//! as a task in the same transaction.
//!
//! Each change waits for the table twice: it is entered in the log with the names of the admin and of whoever it concerns
//! as they were, and what is written depends on what stood there.

mod acts;
mod families;
mod health;
mod mail;
mod page;
mod settings;
mod statistics;
mod user_changes;
mod users;

use trajectory::service::Routes;
use utoipa_axum::routes;

/// The routes of the group.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(users::list_users))
        .routes(routes!(users::search_users))
        .routes(routes!(users::read_user, user_changes::replace_user, user_changes::delete_user))
        .routes(routes!(user_changes::sign_out_user))
        .routes(routes!(user_changes::create_reset_code))
        .routes(routes!(user_changes::delete_user_second_factor))
        .routes(routes!(families::list_all_families))
        .routes(routes!(families::search_all_families))
        .routes(routes!(families::read_any_family, families::delete_any_family))
        .routes(routes!(settings::read_settings, settings::replace_settings))
        .routes(routes!(statistics::read_statistics))
        .routes(routes!(health::read_health))
        .routes(routes!(acts::list_acts))
        .routes(routes!(mail::list_failed_mail))
        .routes(routes!(mail::delete_failed_mail))
}
