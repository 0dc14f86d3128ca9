//! What the caller decides.

/// How to compare.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether rows of a single article are given too.
    pub all: bool,
    /// Whether every link of a row tells what brings its two claims together.
    pub explain: bool,
    /// By item: the claims that are asked for, where not all are. Only rows that hold
    /// one of them are made, and only what may come onto these is weighed.
    pub only: Option<Vec<bool>>,
    /// Rows that people keep by hand.
    pub series: Vec<Series>,
}

/// A row of figures that people follow under a name of their own.
///
/// Its members stand on one row whatever else is known of them, its non-members
/// never join it, and figures whose measure is the name or one of the wordings
/// join it unless something speaks against.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Series {
    /// What the row is called.
    pub name: String,
    /// Other wordings of its measure.
    pub wordings: Vec<String>,
    /// Claims on the row, as `ARTICLE#c-...`.
    pub members: Vec<String>,
    /// Claims kept off it, as `ARTICLE#c-...`.
    pub non_members: Vec<String>,
}
