//! Route group: export and import of a family's record, and the work behind them.
