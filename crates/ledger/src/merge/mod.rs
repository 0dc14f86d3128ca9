//! Two people's work on one ledger file, put together claim by claim.
//!
//! What only one side changed is taken; what both changed alike is taken once. Where
//! both decided differently, nothing is chosen: both sides stand in the text between
//! the marks that git uses. A verdict and the figure that it was given for may come
//! from different sides; `saw` then tells that the verdict is stale.

mod comments;
mod marks;
#[cfg(test)]
mod tests;
mod unit;

use crate::rewrite::{commented, unique};
use crate::tree::Tree;
use crate::{Document, Ledger, Refused};
use serde::Serialize;
use std::collections::BTreeSet;

/// What came of a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The text; with conflict marks in it, if there are conflicts.
    pub text: String,
    /// What was not decided.
    pub conflicts: Vec<Conflict>,
}

/// Something that both sides changed, and not alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Conflict {
    /// The claim; `None` for the article's entry.
    pub claim: Option<String>,
    /// The key in it.
    pub field: String,
}

/// Merges what `ours` and `theirs` made of `base` (`None` if both are new). `labels`
/// name the sides in conflict marks. Comments of both sides are kept.
///
/// Sentence, figure, speaker and review are each taken whole from one side, never
/// mixed; corrections are merged field by field, waivers and changes item by item. A
/// claim that one side removed and the other changed stays, as `gone`.
///
/// # Errors
/// Two claims with one id, or a line that stands in the way.
pub fn merge(
    base: Option<&Document<'_>>,
    ours: &Document<'_>,
    theirs: &Document<'_>,
    labels: (&str, &str),
) -> Result<Merged, Refused> {
    let nothing = Ledger::default();
    let was = base.map_or(&nothing, Document::ledger);
    for side in [base, Some(ours), Some(theirs)].into_iter().flatten() {
        unique(side.tree(), &side.ledger().claims)?;
    }
    let in_base = base.map(commented_ids).unwrap_or_default();
    let mut with_comments = commented_ids(theirs);
    with_comments.retain(|id| !in_base.contains(id));
    with_comments.extend(commented_ids(ours));
    let mut conflicts = Vec::new();
    let (ours_says, theirs_says) = (ours.ledger(), theirs.ledger());
    let ledger = unit::ledgers(was, ours_says, theirs_says, &with_comments, &mut conflicts);
    let text = ours.rewrite(&ledger)?;
    let text = comments::carry(base, ours, theirs, &text, &ledger)?;
    if conflicts.is_empty() {
        return Ok(Merged { text, conflicts });
    }
    let tree = Tree::read(&text).map_err(|m| Refused::unread(&text, &m))?;
    let text = marks::mark(&tree, &ledger, theirs.ledger(), &conflicts, labels);
    Ok(Merged { text, conflicts })
}

/// The ids of the claims that have comments of their own.
fn commented_ids<'d>(document: &'d Document<'_>) -> BTreeSet<&'d str> {
    let claims = &document.ledger().claims;
    let indices = commented(document.tree());
    indices
        .into_iter()
        .filter_map(|index| Some(claims.get(index)?.id.as_str()))
        .collect()
}
