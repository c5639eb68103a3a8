//! The handlers that every kind of record has, written once.

use serde::Deserialize;
use utoipa::IntoParams;

/// What a create takes besides its body.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct NewRecord<I: utoipa::PartialSchema> {
    /// An id made by the client, so that a retry is the same create.
    #[param(value_type = Option<String>)]
    pub id: Option<I>,
}

/// Writes handlers of a kind of record, each with its part of the OpenAPI document.
///
/// In braces stand the details, the record, its id and the name of that in paths, the tag, and what a 404 says.
/// Then the handlers, each with its documentation, what it does, its name (which is also the operation id) and its path.
/// A handler that does more than the usual is written by hand beside them.
#[macro_export]
macro_rules! record_routes {
    ($kind:tt $($(#[$($doc:tt)*])* $does:ident $name:ident $path:tt;)*) => {
        $($crate::record_route! { $does $kind [$(#[$($doc)*])*] $name $path })*
    };
}

/// One handler of [`record_routes!`].
#[doc(hidden)]
#[macro_export]
macro_rules! record_route {
    (list_of_family { $details:ident, $record:ident, $id:ident, $param:tt, $tag:tt, $none:tt } [$($doc:tt)*] $name:ident $path:tt) => {
        $($doc)*
        #[utoipa::path(
            get, path = $path, tag = $tag, security(("access_token" = [])),
            params(("family_id" = $crate::id::FamilyId, Path), $crate::access::ListParams),
            responses(
                (status = 200, description = "A page; it may be shorter than `limit` while `next` is set", body = $crate::record::Page<$record>),
                (status = 400, description = "A parameter cannot be accepted", body = $crate::error::ErrorBody),
                (status = 401, description = "Not signed in", body = $crate::error::ErrorBody),
                (status = 404, description = "No family of mine", body = $crate::error::ErrorBody),
            )
        )]
        async fn $name(
            family: $crate::access::Family<$crate::access::View>,
            $crate::request::Params(params): $crate::request::Params<$crate::access::ListParams>,
        ) -> $crate::error::Result<axum::Json<$crate::record::Page<$record>>> {
            let params = &params;
            family.run(|store| async move { store.list::<$details>(params).await.map(axum::Json) }).await
        }
    };
    (list_of_child { $details:ident, $record:ident, $id:ident, $param:tt, $tag:tt, $none:tt } [$($doc:tt)*] $name:ident $path:tt) => {
        $($doc)*
        #[utoipa::path(
            get, path = $path, tag = $tag, security(("access_token" = [])),
            params(("child_id" = $crate::id::ChildId, Path), $crate::access::ListParams),
            responses(
                (status = 200, description = "A page", body = $crate::record::Page<$record>),
                (status = 400, description = "A parameter cannot be accepted", body = $crate::error::ErrorBody),
                (status = 401, description = "Not signed in", body = $crate::error::ErrorBody),
                (status = 404, description = "No child of mine", body = $crate::error::ErrorBody),
            )
        )]
        async fn $name(
            family: $crate::access::Family<$crate::access::View>,
            $crate::request::Ids(child): $crate::request::Ids<$crate::id::ChildId>,
            $crate::request::Params(params): $crate::request::Params<$crate::access::ListParams>,
        ) -> $crate::error::Result<axum::Json<$crate::record::Page<$record>>> {
            let params = &params.of_child(child)?;
            family.run(|store| async move { store.list::<$details>(params).await.map(axum::Json) }).await
        }
    };
    (create { $details:ident, $record:ident, $id:ident, $param:tt, $tag:tt, $none:tt } [$($doc:tt)*] $name:ident $path:tt) => {
        $($doc)*
        #[utoipa::path(
            post, path = $path, tag = $tag, security(("access_token" = [])), request_body = $details,
            params(("child_id" = $crate::id::ChildId, Path), $crate::routes::NewRecord<$id>),
            responses(
                (status = 201, description = "Entered", body = $record),
                (status = 200, description = "The same create had been made before", body = $record),
                (status = 400, description = "A field cannot be accepted", body = $crate::error::ErrorBody),
                (status = 401, description = "Not signed in", body = $crate::error::ErrorBody),
                (status = 403, description = "My role does not allow it", body = $crate::error::ErrorBody),
                (status = 404, description = "No child of mine", body = $crate::error::ErrorBody),
                (status = 409, description = "The id is in use", body = $crate::error::ErrorBody),
            )
        )]
        async fn $name(
            axum::extract::State(state): axum::extract::State<$crate::state::AppState>,
            family: $crate::access::Family<$crate::access::Edit>,
            $crate::request::Ids(child): $crate::request::Ids<$crate::id::ChildId>,
            $crate::request::Params(new): $crate::request::Params<$crate::routes::NewRecord<$id>>,
            $crate::request::Body(details): $crate::request::Body<$details>,
        ) -> $crate::error::Result<$crate::answer::Created<$record>> {
            $crate::record::Details::check(&details, &state)?;
            let id = new.id.unwrap_or_else(|| $crate::id::Id::new(&state));
            let details = &details;
            let saved = family.run(|store| async move { store.create(child, id, details).await }).await?;
            Ok($crate::answer::Created::under(&$path.replace("{child_id}", &child.to_string()), saved))
        }
    };
    (read { $details:ident, $record:ident, $id:ident, $param:tt, $tag:tt, $none:tt } [$($doc:tt)*] $name:ident $path:tt) => {
        $($doc)*
        #[utoipa::path(
            get, path = $path, tag = $tag, security(("access_token" = [])),
            params(("child_id" = $crate::id::ChildId, Path), ($param = $id, Path)),
            responses(
                (status = 200, description = "As it is now", body = $record),
                (status = 401, description = "Not signed in", body = $crate::error::ErrorBody),
                (status = 404, description = $none, body = $crate::error::ErrorBody),
            )
        )]
        async fn $name(
            family: $crate::access::Family<$crate::access::View>,
            $crate::request::Ids((child, id)): $crate::request::Ids<($crate::id::ChildId, $id)>,
        ) -> $crate::error::Result<$crate::answer::Tagged<$record>> {
            family.run(|store| async move { store.read::<$details>(child, id).await.map($crate::answer::Tagged) }).await
        }
    };
    (replace { $details:ident, $record:ident, $id:ident, $param:tt, $tag:tt, $none:tt } [$($doc:tt)*] $name:ident $path:tt) => {
        $($doc)*
        #[utoipa::path(
            put, path = $path, tag = $tag, security(("access_token" = [])), request_body = $details,
            params(
                ("child_id" = $crate::id::ChildId, Path), ($param = $id, Path),
                ("If-Match" = Option<String>, Header, description = "The ETag that was read"),
            ),
            responses(
                (status = 200, description = "As it is now", body = $record),
                (status = 400, description = "A field cannot be accepted", body = $crate::error::ErrorBody),
                (status = 401, description = "Not signed in", body = $crate::error::ErrorBody),
                (status = 403, description = "My role does not allow it", body = $crate::error::ErrorBody),
                (status = 404, description = $none, body = $crate::error::ErrorBody),
                (status = 412, description = "Changed meanwhile; `details.current` is what stands there now", body = $crate::error::ErrorBody),
            )
        )]
        async fn $name(
            axum::extract::State(state): axum::extract::State<$crate::state::AppState>,
            family: $crate::access::Family<$crate::access::Edit>,
            $crate::request::Ids((child, id)): $crate::request::Ids<($crate::id::ChildId, $id)>,
            $crate::request::IfMatch(seen): $crate::request::IfMatch,
            $crate::request::Body(details): $crate::request::Body<$details>,
        ) -> $crate::error::Result<$crate::answer::Tagged<$record>> {
            $crate::record::Details::check(&details, &state)?;
            let details = &details;
            family.run(|store| async move { store.replace(child, id, seen, details).await.map($crate::answer::Tagged) }).await
        }
    };
    (delete { $details:ident, $record:ident, $id:ident, $param:tt, $tag:tt, $none:tt } [$($doc:tt)*] $name:ident $path:tt) => {
        $($doc)*
        #[utoipa::path(
            delete, path = $path, tag = $tag, security(("access_token" = [])),
            params(
                ("child_id" = $crate::id::ChildId, Path), ($param = $id, Path),
                ("If-Match" = Option<String>, Header, description = "The ETag that was read"),
            ),
            responses(
                (status = 204, description = "Deleted"),
                (status = 401, description = "Not signed in", body = $crate::error::ErrorBody),
                (status = 403, description = "My role does not allow it", body = $crate::error::ErrorBody),
                (status = 404, description = $none, body = $crate::error::ErrorBody),
                (status = 412, description = "Changed meanwhile; `details.current` is what stands there now", body = $crate::error::ErrorBody),
            )
        )]
        async fn $name(
            family: $crate::access::Family<$crate::access::Edit>,
            $crate::request::Ids((child, id)): $crate::request::Ids<($crate::id::ChildId, $id)>,
            $crate::request::IfMatch(seen): $crate::request::IfMatch,
        ) -> $crate::error::Result<axum::http::StatusCode> {
            family.run(|store| async move { store.delete::<$details>(child, id, seen).await }).await?;
            Ok(axum::http::StatusCode::NO_CONTENT)
        }
    };
}
