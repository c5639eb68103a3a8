//! Letters that could not be sent, as the mailer has left them.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use trajectory::access::Admin;
use trajectory::error::{ApiError, ErrorBody, Result};
use trajectory::id::MailId;
use trajectory::mail::FailedLetter;
use trajectory::record::Page;
use trajectory::request::{Ids, Params};
use trajectory::state::AppState;
use trajectory::store::Condition::Exists;
use trajectory::store::{Key, Refused, Write};

use crate::acts::{Act, Action, PageParams, Part, commit};

/// List letters that could not be sent, newest first, for 30 days.
#[utoipa::path(
    get, path = "/api/admin/mail", tag = "admin", security(("access_token" = [])), params(PageParams),
    responses(
        (status = 200, description = "A page; it may be shorter than `limit` while `next` is set", body = Page<FailedLetter>),
        (status = 400, description = "A parameter cannot be accepted", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
    )
)]
pub(crate) async fn list_failed_mail(
    State(state): State<AppState>,
    admin: Admin,
    Params(params): Params<PageParams>,
) -> Result<Json<Page<FailedLetter>>> {
    let letters = params.page::<FailedLetter>(&state, "mail", Key::INSTANCE.to_owned(), Key::FAILED_MAIL);
    let (_, mut page) = admin.beside(letters).await?;
    page.items.retain(|letter| letter.is_kept(state.now()));
    Ok(Json(page))
}

/// Take a letter that could not be sent off the list.
#[utoipa::path(
    delete, path = "/api/admin/mail/{mail_id}", tag = "admin", security(("access_token" = [])), params(("mail_id" = MailId, Path)),
    responses(
        (status = 204, description = "Taken off"),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "I am not an admin", body = ErrorBody),
        (status = 404, description = "No such letter", body = ErrorBody),
    )
)]
pub(crate) async fn delete_failed_mail(State(state): State<AppState>, admin: Admin, Ids(mail): Ids<MailId>) -> Result<StatusCode> {
    let (me, ()) = admin.beside(async { Ok(()) }).await?;
    let act = Act::new(&state, &me, Action::DismissMail).on(mail);
    match commit(&state, &admin, &act, vec![Write::delete(Part::Target, Key::failed_mail(mail), Exists)]).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(Refused::Condition((), _)) => Err(ApiError::NotFound),
        Err(Refused::Error(error)) => Err(error),
    }
}
