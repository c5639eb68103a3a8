//! Route group: medical events, doses given, and the vaccines to pick from.

use axum::extract::State;
use serde::Serialize;
use trajectory::access::{Edit, Family};
use trajectory::answer::{Reference, Tagged};
use trajectory::error::{ErrorBody, Result};
use trajectory::id::{ChildId, EventId};
use trajectory::record::event::GivenDose;
use trajectory::record::{Event, EventDetails};
use trajectory::request::{Body, Ids, Known};
use trajectory::service::Routes;
use trajectory::state::AppState;
use trajectory::vaccine::{VaccineProduct, pick_list};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// The routes of the group.
#[must_use]
pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list_family_medical_events))
        .routes(routes!(list_medical_events, create_medical_event))
        .routes(routes!(read_medical_event, replace_medical_event, delete_medical_event))
        .routes(routes!(add_dose))
        .routes(routes!(list_vaccines))
}

trajectory::record_routes! {
    { EventDetails, Event, EventId, "event_id", "medical-events", "No medical event of this child" }

    /// List medical events of a family.
    list_of_family list_family_medical_events "/api/families/{family_id}/medical-events";
    /// List medical events of a child.
    list_of_child list_medical_events "/api/children/{child_id}/medical-events";
    /// Enter a vaccine, procedure, medication, allergy, condition, hospital stay or test.
    create create_medical_event "/api/children/{child_id}/medical-events";
    /// Read a medical event.
    read read_medical_event "/api/children/{child_id}/medical-events/{event_id}";
    /// Replace a medical event.
    replace replace_medical_event "/api/children/{child_id}/medical-events/{event_id}";
    /// Move a medical event to the trash for 30 days.
    delete delete_medical_event "/api/children/{child_id}/medical-events/{event_id}";
}

/// Note a dose of a medication that was given.
///
/// The same moment and amount sent again is the same dose. `next_possible_at` of the answer says when the next may be given.
#[utoipa::path(
    post, path = "/api/children/{child_id}/medical-events/{event_id}/doses", tag = "medical-events", security(("access_token" = [])),
    request_body = GivenDose, params(("child_id" = ChildId, Path), ("event_id" = EventId, Path)),
    responses(
        (status = 200, description = "The medication as it is now", body = Event),
        (status = 400, description = "A field cannot be accepted, or it is no medication", body = ErrorBody),
        (status = 401, description = "Not signed in", body = ErrorBody),
        (status = 403, description = "My role does not allow it", body = ErrorBody),
        (status = 404, description = "No medical event of this child", body = ErrorBody),
    )
)]
async fn add_dose(
    State(state): State<AppState>,
    family: Family<Edit>,
    Ids((child, id)): Ids<(ChildId, EventId)>,
    Body(dose): Body<GivenDose>,
) -> Result<Tagged<Event>> {
    let add = |details: &mut EventDetails| details.add_dose(&state, dose.clone());
    let add = &add;
    family.run(|store| async move { store.amend::<EventDetails>(child, id, add).await.map(Tagged) }).await
}

/// Vaccines to pick from.
#[derive(Serialize, ToSchema)]
struct Vaccines {
    /// In the order in which they are usually given.
    items: &'static [VaccineProduct],
}

/// List vaccines to pick from.
///
/// Codes are those of the CVX code set of the CDC, which does not endorse this product; the words are our own.
#[utoipa::path(
    get, path = "/api/medical-events/vaccines", tag = "medical-events",
    params(("If-None-Match" = Option<String>, Header, description = "The ETag that was read")),
    responses(
        (status = 200, description = "What children get today in the US and in Europe, and what older records name", body = Vaccines),
        (status = 304, description = "Nothing has changed"),
    )
)]
async fn list_vaccines(known: Known) -> Result<Reference> {
    // The same for everybody and of nobody: no token is asked for, so that it may be kept on its way.
    Reference::of(&Vaccines { items: pick_list() }, known)
}
