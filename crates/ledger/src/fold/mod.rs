//! Fold-in: a new reading of an article joins what people made of the old one.
//!
//! Claims keep their ids. Reviews, fixes, waivers and comments stay untouched;
//! the fields that the machine writes are refreshed in place. An article that did
//! not change leaves the very same text. What an outlet changed is told: never is a
//! verdict carried over to other digits in silence.

mod join;
mod pair;
mod point;
mod refresh;
mod sentence;
#[cfg(test)]
mod tests;
mod words;

use crate::rewrite::{Refused, commented, rewrite, verify};
use crate::tree::Tree;
use crate::{Ledger, emit};
use claimbook_model::{ArticleMeta, Claim, Reading, Verdict};
use join::join;
use serde::Serialize;

/// What a fold-in makes of a ledger file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldIn {
    /// The new text of the file; the old one, byte by byte, if nothing changed.
    pub yaml: String,
    /// What it says.
    pub ledger: Ledger,
    /// What became of each claim, in the order of the file; removed ones last.
    pub outcomes: Vec<Outcome>,
}

/// What became of one claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The claim's id.
    pub claim: String,
    /// What happened.
    pub event: Event,
    /// Whether a person had worked on it.
    pub reviewed: bool,
    /// Whether its review is stale now: given for something else than it reads.
    pub stale: bool,
}

/// What can become of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Nothing. So it is, too, with a claim that people worked on and the tool no
    /// longer finds in the very same text.
    Unchanged,
    /// The article says the same; the machine reads it better or sees other words
    /// around it.
    Refreshed,
    /// The article says the same in other words.
    Reworded {
        /// The sentence as it was.
        was: String,
    },
    /// The article has another figure in the same sentence.
    FigureEdited {
        /// The figure as it was written; of words said, those that differ.
        was: String,
        /// The same as it is written now.
        now: String,
    },
    /// The claim is new.
    New,
    /// The article no longer makes the claim; it stays, as people worked on it.
    Gone,
    /// The article no longer makes the claim; nobody had worked on it.
    Removed,
    /// The article makes the claim again.
    Returned,
}

/// Folds the claims `fresh`, read from the article `meta`, into its ledger file:
/// `old` is the file's text and what it says, `None` if there is no file yet. Ids that
/// `fresh` carries are not looked at.
///
/// # Errors
/// What in the old file stands in the way of an edit; the file must then stay as it is.
pub fn fold_in(
    old: Option<(&str, &Ledger)>,
    meta: ArticleMeta,
    fresh: Vec<Claim>,
) -> Result<FoldIn, Refused> {
    let nothing = Ledger::default();
    let (tree, before) = match old {
        Some((text, ledger)) => {
            let tree = Tree::read(text).map_err(|m| Refused::unread(text, &m))?;
            (Some(tree), ledger)
        }
        None => (None, &nothing),
    };
    let commented = tree.as_ref().map(commented).unwrap_or_default();
    let (claims, outcomes) = join(before, fresh, &meta, &commented);
    let ledger = Ledger {
        article: meta,
        claims,
    };
    let yaml = match &tree {
        Some(tree) => rewrite(tree, before, &ledger)?,
        None => written(&ledger)?,
    };
    Ok(FoldIn {
        yaml,
        ledger,
        outcomes,
    })
}

/// Whether a person has put anything into a claim.
fn is_worked_on(claim: &Claim) -> bool {
    claim.review.is_touched() || !claim.fix.is_empty() || !claim.waive.is_empty()
}

/// Whether people decided on something else than what the claim says now.
#[must_use]
pub fn is_stale(claim: &Claim) -> bool {
    went_stale(claim).is_some()
}

/// What people decided on and what the claim says now, where these differ.
pub(crate) fn went_stale(claim: &Claim) -> Option<(String, String)> {
    let saw = claim.review.saw.as_ref().filter(|_| is_decided(claim))?;
    claim.differs_from(saw)
}

/// Whether a person decided on the reading or the verdict.
pub(crate) fn is_decided(claim: &Claim) -> bool {
    claim.review.reading != Reading::Open || claim.review.verdict != Verdict::Open
}

/// A new file, read back.
fn written(ledger: &Ledger) -> Result<String, Refused> {
    let text = emit(ledger);
    let tree = Tree::read(&text).map_err(|m| Refused::unread(&text, &m))?;
    verify(&tree, &text, ledger)?;
    Ok(text)
}
