//! What the caller decides.

/// How to compare.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether rows of a single article are given too.
    pub all: bool,
}
