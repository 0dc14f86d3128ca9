//! Series: rows that people keep by hand, in the file `series.yaml`.
//!
//! What a comparison makes of articles is a guess; a series is a decision. It names a
//! row, other wordings of its measure, the claims that stand on it and those that
//! only look as if they did. The file is read, changed in place and checked with the
//! same tools as ledger files.

mod change;
mod check;
mod document;
mod fields;
#[cfg(test)]
mod tests;

pub use change::{SeriesChange, SeriesError, add, find, link, unlink};
pub use check::{KnownClaims, check};
pub use document::SeriesDocument;
pub(crate) use fields::FILE;

use crate::FORMAT;
use crate::emit::{STEP, push_item, value};
use crate::rewrite::Named;
use serde::{Deserialize, Serialize};

/// The schema's path relative to the file of series.
const SCHEMA: &str = ".claimbook/series-1.schema.json";

/// A row that people keep by hand.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// What the row is called; no other series has this name or synonym.
    pub name: String,
    /// Other wordings of its measure: figures so called look for their place there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<String>,
    /// Claims that stand on the row, as `ARTICLE#c-...`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// Claims that never stand on it, as `ARTICLE#c-...`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub non_members: Vec<String>,
}

impl Named for Series {
    const LIST: &'static str = "series";
    const CALLED: &'static str = "series with the name";
    fn name(&self) -> &str {
        &self.name
    }
}

/// The whole file, as serde_yaml reads it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OnDisk {
    claimbook: u32,
    series: Vec<Series>,
}

/// A file of these series in canonical form. Its first line points editors to the
/// schema.
#[must_use]
pub fn emit(series: &[Series]) -> String {
    let mut out = format!("# yaml-language-server: $schema={SCHEMA}\nclaimbook: {FORMAT}\n");
    if series.is_empty() {
        out.push_str("\nseries: []\n");
        return out;
    }
    out.push_str("\nseries:\n");
    for one in series {
        out.push('\n');
        push_item(&mut out, &value(one), STEP);
    }
    out
}
