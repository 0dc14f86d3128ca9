//! What one ledger file says.

use claimbook_model::{ArticleMeta, Claim};
use serde::{Deserialize, Serialize};

/// The number of the file format, the value of its `claimbook:` key.
pub const FORMAT: u32 = 1;

/// The claims of one article, in the order of its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// The article.
    pub article: ArticleMeta,
    /// Its claims.
    pub claims: Vec<Claim>,
}

impl Ledger {
    /// The claim with this id; `None` also when two claims bear it.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        let mut found = self.claims.iter().filter(|c| c.id == id);
        found.next().filter(|_| found.next().is_none())
    }
}

/// The whole file, as serde_yaml reads it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OnDisk {
    pub(crate) claimbook: u32,
    pub(crate) article: ArticleMeta,
    pub(crate) claims: Vec<Claim>,
}
