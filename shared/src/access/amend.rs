//! Adding to a record without having read it: a reading at night, a dose just given.

use std::time::Duration;

use super::Change;
use super::store::FamilyStore;
use crate::error::{ApiError, Result};
use crate::id::ChildId;
use crate::record::{Details, Record};

/// How often an addition is tried again because somebody else has changed the record in between.
/// Each time one of them has succeeded, so this many people may add at the same moment.
const TRIES: u32 = 12;

impl<A: Change> FamilyStore<A> {
    /// Changes the details of a record as they stand; `edit` answers whether there was anything to change.
    /// The record must be read first, so this waits for the table twice; a change by somebody else in between costs another round.
    ///
    /// # Errors
    /// What `edit` and the check of the details say; [`ApiError::Busy`] where others kept changing the record;
    /// otherwise as [`replace`](Self::replace).
    pub async fn amend<D: Details>(&self, child: ChildId, id: D::Id, edit: impl Fn(&mut D) -> Result<bool>) -> Result<Record<D>> {
        for _ in 0..TRIES {
            let mut record = self.read::<D>(child, id).await?;
            if !edit(&mut record.details)? {
                return Ok(record);
            }
            record.details.check(&self.state)?;
            match self.replace(child, id, Some(record.rev), &record.details).await {
                Err(ApiError::ChangedMeanwhile { .. }) => tokio::time::sleep(Duration::from_millis(fastrand::u64(2..30))).await,
                done => return done,
            }
        }
        Err(ApiError::Busy)
    }
}
