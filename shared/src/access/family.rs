//! The extractors that lead to a family's record.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use futures_util::future::join_all;
use std::future::Future;
use std::marker::PhantomData;

use super::{Access, Caller, FamilyStore};
use crate::error::{ApiError, Result};
use crate::id::FamilyId;
use crate::state::AppState;
use crate::store::{Key, ListQuery};
use crate::user::read_person;

/// Access of kind `A` to one family: the one that the path or the parameter `family` names,
/// or else the one of the caller's families in which the child of the path lives.
pub struct Family<A: Access> {
    caller: Caller,
    state: AppState,
    named: Option<FamilyId>,
    access: PhantomData<A>,
}

impl<A: Access> FromRequestParts<AppState> for Family<A> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self> {
        let caller = Caller::from_request_parts(parts, state).await?;
        let path = RawPathParams::from_request_parts(parts, state).await.map_err(|_| ApiError::NotFound)?;
        let in_path = path.iter().find(|(name, _)| *name == "family_id").map(|(_, id)| id.parse::<FamilyId>());
        let named = in_path.transpose().map_err(|_| ApiError::NotFound)?.map_or_else(|| named_in_query(parts), |id| Ok(Some(id)))?;
        Ok(Self { caller, state: state.clone(), named, access: PhantomData })
    }
}

fn named_in_query(parts: &Parts) -> Result<Option<FamilyId>> {
    let query = parts.uri.query().unwrap_or_default();
    let named = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "family");
    named.map(|(_, id)| id.parse()).transpose().map_err(|_| ApiError::field("family", "must be the id of a family"))
}

impl<A: Access> Family<A> {
    /// Runs `work` in the family. Each operation of the store proves the caller's access itself.
    ///
    /// A child's path does not say which family: the token's hint says where to look, and where it has several
    /// families all are asked at once. A child's id is in one family alone (its claim sees to that), so at most one does the work.
    /// If the hint misses, as just after joining a family, the live list is read and `work` runs once more.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where no family of the caller has it, or what the work says.
    pub async fn run<T, F, W>(&self, work: F) -> Result<T>
    where
        F: Fn(FamilyStore<A>) -> W,
        W: Future<Output = Result<T>>,
    {
        if let Some(family) = self.named {
            return work(self.store(family)).await;
        }
        let hinted = &self.caller.families;
        match self.run_in(hinted, &work).await {
            Err(ApiError::NotFound) => {}
            decided => return decided,
        }
        let missed: Vec<_> = self.live().await?.into_iter().filter(|family| !hinted.contains(family)).collect();
        self.run_in(&missed, &work).await
    }

    /// Runs `work` in the only family of the caller, for routes where leaving out the family means that one.
    /// The live list says whether there is one, which costs a second wait.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] where there are several or none.
    pub async fn run_in_only<T, F, W>(&self, work: F) -> Result<T>
    where
        F: Fn(FamilyStore<A>) -> W,
        W: Future<Output = Result<T>>,
    {
        if let Some(family) = self.named {
            return work(self.store(family)).await;
        }
        match self.live().await?.as_slice() {
            [family] => work(self.store(*family)).await,
            _ => Err(ApiError::field("family", "say which family, such as ?family=fam_…")),
        }
    }

    /// The families that the caller belongs to now, whatever the token says.
    async fn live(&self) -> Result<Vec<FamilyId>> {
        let (items, _) = self.state.store.query(&ListQuery::partition(Key::person(self.caller.user))).await?;
        Ok(read_person(items)?.1)
    }

    async fn run_in<T, F, W>(&self, families: &[FamilyId], work: &F) -> Result<T>
    where
        F: Fn(FamilyStore<A>) -> W,
        W: Future<Output = Result<T>>,
    {
        let answers = join_all(families.iter().map(|family| work(self.store(*family)))).await;
        let mut error = ApiError::NotFound;
        for answer in answers {
            match answer {
                Ok(found) => return Ok(found),
                Err(ApiError::NotFound) => {}
                Err(other) => error = other,
            }
        }
        Err(error)
    }

    fn store(&self, family: FamilyId) -> FamilyStore<A> {
        FamilyStore::new(self.state.clone(), self.caller.clone(), family)
    }
}

/// Access of kind `A` to all families of the caller.
pub struct Families<A: Access> {
    all: Family<A>,
}

impl<A: Access> FromRequestParts<AppState> for Families<A> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self> {
        Ok(Self { all: Family::from_request_parts(parts, state).await? })
    }
}

impl<A: Access> Families<A> {
    /// Runs `work` in each family of the caller (or the one named by the parameter `family`).
    /// Families that the caller has no access to any more are left out.
    ///
    /// # Errors
    /// What the work says, other than that there is no access.
    pub async fn run<T, F, W>(&self, work: F) -> Result<Vec<T>>
    where
        F: Fn(FamilyStore<A>) -> W,
        W: Future<Output = Result<T>>,
    {
        if let Some(family) = self.all.named {
            return Ok(vec![work(self.all.store(family)).await?]);
        }
        let caller = &self.all.caller;
        let person = ListQuery::partition(Key::person(caller.user));
        let each = |families: &[FamilyId]| join_all(families.iter().map(|family| work(self.all.store(*family))).collect::<Vec<_>>());
        let (items, hinted) = tokio::join!(self.all.state.store.query(&person), each(&caller.families));
        let (profile, live) = read_person(items?.0)?;
        profile.filter(|profile| profile.accepts(caller.token_version)).ok_or(ApiError::SessionEnded)?;
        let missed: Vec<_> = live.into_iter().filter(|family| !caller.families.contains(family)).collect();
        let mut found = Vec::new();
        for answer in hinted.into_iter().chain(each(&missed).await) {
            match answer {
                Ok(one) => found.push(one),
                Err(ApiError::NotFound | ApiError::MembershipFrozen) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(found)
    }
}
