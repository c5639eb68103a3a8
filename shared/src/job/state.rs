//! The states of a job and what leads from one to another. One `match`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// An import waits for its file.
    Waiting,
    /// A worker reads the file for the preview.
    Reading,
    /// The preview waits for the member's choice.
    Previewed,
    /// A worker writes the ZIP, or the records.
    Running,
    /// A worker takes away what the import has written.
    Undoing,
    /// All is done.
    Done,
    /// It stopped at a problem.
    Failed,
    /// A member has stopped it.
    Cancelled,
    /// What it had written is gone again.
    Undone,
}

/// What members do with a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// The file is there: read it.
    Preview,
    /// The choice is made: go on.
    Run,
    /// Go on where it stopped.
    Resume,
    /// Take away what was written.
    Undo,
    /// Stop.
    Cancel,
}

impl JobState {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Waiting,
        Self::Reading,
        Self::Previewed,
        Self::Running,
        Self::Undoing,
        Self::Done,
        Self::Failed,
        Self::Cancelled,
        Self::Undone,
    ];

    /// Whether a worker has something to do.
    #[must_use]
    pub fn is_working(self) -> bool {
        match self {
            Self::Reading | Self::Running | Self::Undoing => true,
            Self::Waiting | Self::Previewed | Self::Done | Self::Failed | Self::Cancelled | Self::Undone => false,
        }
    }

    /// The state after an act, if the act is possible. `halted` is what a stopped job was doing; exports cannot be undone.
    #[must_use]
    pub fn after(self, act: Act, halted: Option<Self>, is_import: bool) -> Option<Self> {
        match (act, self) {
            (Act::Preview, Self::Waiting | Self::Previewed) if is_import => Some(Self::Reading),
            (Act::Run, Self::Previewed) => Some(Self::Running),
            (Act::Resume, Self::Failed | Self::Cancelled) => halted.filter(|stage| stage.is_working()),
            (Act::Undo, Self::Done) if is_import => Some(Self::Undoing),
            (Act::Undo, Self::Failed | Self::Cancelled) if is_import && halted == Some(Self::Running) => Some(Self::Undoing),
            (Act::Cancel, Self::Waiting | Self::Reading | Self::Previewed | Self::Running) => Some(Self::Cancelled),
            (Act::Preview | Act::Run | Act::Resume | Act::Undo | Act::Cancel, _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_goes_on_where_it_stopped_and_what_is_over_stays_over() {
        use JobState::{Cancelled, Done, Failed, Previewed, Reading, Running, Undoing, Undone, Waiting};
        assert_eq!(Waiting.after(Act::Preview, None, true), Some(Reading));
        assert_eq!(Previewed.after(Act::Run, None, true), Some(Running));
        assert_eq!(Failed.after(Act::Resume, Some(Running), true), Some(Running));
        assert_eq!(Cancelled.after(Act::Undo, Some(Running), true), Some(Undoing));
        assert_eq!(Cancelled.after(Act::Undo, Some(Reading), true), None);
        assert_eq!(Done.after(Act::Undo, None, false), None);
        for act in [Act::Preview, Act::Run, Act::Resume, Act::Undo, Act::Cancel] {
            assert_eq!(Undone.after(act, Some(Running), true), None);
            assert!(
                JobState::ALL.into_iter().all(|state| !state.is_working() || state.after(act, None, true).is_none_or(|to| to == Cancelled))
            );
        }
    }
}
