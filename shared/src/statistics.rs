//! Statistics of the instance: how much of everything there is, never what it says.
//!
//! The sweeper counts from the table's stream and adds to one of [`SHARDS`](crate::store::SHARDS) items,
//! so that no item is written by all families. One item may go below zero, as when something is counted in one part
//! and its end in another; only the sum means anything.

use serde::{Deserialize, Serialize};
use std::ops::AddAssign;
use utoipa::ToSchema;

use crate::error::Result;
use crate::store::{Item, read_item};

macro_rules! counters {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Counters, or a change of them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
        #[serde(default)]
        pub struct Statistics {
            $($(#[$doc])* pub $name: i64,)*
        }

        impl AddAssign for Statistics {
            fn add_assign(&mut self, other: Self) {
                $(self.$name += other.$name;)*
            }
        }

        impl Statistics {
            /// What there is according to the items that hold the counters.
            ///
            /// # Errors
            /// An item cannot be read.
            pub fn total(items: Vec<Item>) -> Result<Self> {
                let mut total = Self::default();
                for item in items {
                    total += read_item(item)?;
                }
                // While the stream is being worked off, an end may be counted before its beginning.
                Ok(Self { $($name: total.$name.max(0),)* })
            }

            /// The counters that change, by the names of their attributes, as [`Write::adding`](crate::store::Write::adding) takes them.
            #[must_use]
            pub fn changes(self) -> Vec<(&'static str, i64)> {
                [$((stringify!($name), self.$name),)*].into_iter().filter(|(_, amount)| *amount != 0).collect()
            }
        }
    };
}

counters! {
    /// People with an account.
    users,
    /// Families.
    families,
    /// Children.
    children,
    /// Visits and appointments.
    visits,
    /// Sets of measurements.
    measurements,
    /// Medical events.
    events,
    /// Illnesses.
    illnesses,
    /// Files that were completely uploaded.
    attachments,
    /// Bytes of those files.
    bytes,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::to_item;
    use serde_json::json;

    #[test]
    fn the_total_is_the_sum_of_the_parts_and_never_below_zero() {
        let parts =
            [json!({ "kind": "STATISTICS", "users": 3, "bytes": -5, "visits": -2 }), json!({ "users": 1, "bytes": 30, "visits": 1 })];
        let total = Statistics::total(parts.iter().map(|part| to_item(part).unwrap()).collect()).unwrap();
        assert_eq!(total, Statistics { users: 4, bytes: 25, ..Statistics::default() });
        assert_eq!(total.changes(), [("users", 4), ("bytes", 25)]);
    }
}
