//! Fold-in: a new reading of an article joins what people made of the old one.
//!
//! Claims keep their ids. Reviews, fixes, waivers and comments stay untouched;
//! the fields that the machine writes are refreshed in place. An article that did
//! not change leaves the very same text. What an outlet changed is told: never is a
//! verdict carried over to other digits in silence.

mod pair;
mod sentence;
#[cfg(test)]
mod tests;

use crate::id::free_ids;
use crate::rewrite::{Refused, commented, rewrite};
use crate::tree::Tree;
use crate::{Ledger, emit};
use claimbook_model::{ArticleEdit, ArticleMeta, Claim, Figure, Reading, Verdict};
use pair::{Sameness, pair};
use serde::Serialize;
use std::collections::BTreeSet;

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
    /// Nothing.
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
        /// The figure (or the words said) as it was written.
        was: String,
        /// The figure (or the words said) as it is written now.
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
    let mut outcomes = Vec::new();
    let claims = join(before, fresh, &meta.id, &commented, &mut outcomes);
    let ledger = Ledger {
        article: meta,
        claims,
    };
    let yaml = match &tree {
        Some(tree) => rewrite(tree, before, &ledger)?,
        None => emit(&ledger),
    };
    Ok(FoldIn {
        yaml,
        ledger,
        outcomes,
    })
}

/// The claims of the new file in order, and what became of each.
fn join(
    before: &Ledger,
    fresh: Vec<Claim>,
    article_id: &str,
    commented: &BTreeSet<usize>,
    outcomes: &mut Vec<Outcome>,
) -> Vec<Claim> {
    let found = pair(&before.claims, &fresh);
    let paired: BTreeSet<usize> = found.iter().flatten().map(|(o, _)| *o).collect();
    let kept = |index: &usize| {
        let claim = &before.claims[*index];
        paired.contains(index) || is_worked_on(claim) || commented.contains(index)
    };
    let taken = (0..before.claims.len())
        .filter(kept)
        .map(|i| before.claims[i].id.clone())
        .collect();
    let new = fresh
        .iter()
        .zip(&found)
        .filter(|(_, f)| f.is_none())
        .map(|(c, _)| c);
    let mut ids = free_ids(article_id, new, &taken).into_iter();
    let mut joined: Vec<(Option<usize>, Claim, Event)> = Vec::new();
    for (mut claim, found) in fresh.into_iter().zip(found) {
        let (from, claim, event) = match found {
            Some((index, sameness)) => {
                let (claim, event) = refresh(&before.claims[index], claim, sameness);
                (Some(index), claim, event)
            }
            None => {
                claim.id = ids.next().unwrap_or_default();
                (None, claim, Event::New)
            }
        };
        joined.push((from, claim, event));
    }
    let mut removed = Vec::new();
    for index in (0..before.claims.len()).filter(|i| !paired.contains(i)) {
        let claim = &before.claims[index];
        if kept(&index) {
            let event = if claim.gone {
                Event::Unchanged
            } else {
                Event::Gone
            };
            let claim = Claim {
                gone: true,
                ..claim.clone()
            };
            let place = place_of_gone(&joined, index);
            joined.insert(place, (Some(index), claim, event));
        } else {
            removed.push(outcome(claim, Event::Removed));
        }
    }
    outcomes.extend(
        joined
            .iter()
            .map(|(_, claim, event)| outcome(claim, event.clone())),
    );
    outcomes.extend(removed);
    joined.into_iter().map(|(_, claim, _)| claim).collect()
}

/// Where the claim that was at `index` of the old file goes: behind the nearest
/// claim that stood before it.
fn place_of_gone(joined: &[(Option<usize>, Claim, Event)], index: usize) -> usize {
    let before = joined
        .iter()
        .enumerate()
        .filter(|(_, (from, ..))| from.is_some_and(|f| f < index));
    before
        .max_by_key(|(_, (from, ..))| *from)
        .map_or(0, |(place, _)| place + 1)
}

fn outcome(claim: &Claim, event: Event) -> Outcome {
    Outcome {
        claim: claim.id.clone(),
        event,
        reviewed: is_worked_on(claim),
        stale: is_stale(claim),
    }
}

/// Whether a person has put anything into a claim.
fn is_worked_on(claim: &Claim) -> bool {
    claim.review.is_touched() || !claim.fix.is_empty() || !claim.waive.is_empty()
}

/// Whether people decided on something else than what the claim says now.
#[must_use]
pub fn is_stale(claim: &Claim) -> bool {
    is_decided(claim)
        && claim
            .review
            .saw
            .as_ref()
            .is_some_and(|saw| *saw != claim.as_judged())
}

/// Whether a person decided on the reading or the verdict.
pub(crate) fn is_decided(claim: &Claim) -> bool {
    claim.review.reading != Reading::Open || claim.review.verdict != Verdict::Open
}

/// The old claim with what the machine reads now.
fn refresh(old: &Claim, fresh: Claim, sameness: Sameness) -> (Claim, Event) {
    let mut claim = Claim {
        quote: fresh.quote,
        figure: fresh.figure,
        said_by: fresh.said_by,
        gone: false,
        ..old.clone()
    };
    let edits = if sameness == Sameness::NumbersEdited {
        edits(old, &claim)
    } else {
        Vec::new()
    };
    let was_judged = old.as_judged();
    if claim.review.saw.is_none() && is_decided(old) && was_judged != claim.as_judged() {
        claim.review.saw = Some(was_judged);
    }
    let event = if claim == *old {
        Event::Unchanged
    } else if old.gone {
        Event::Returned
    } else if !edits.is_empty() {
        let words = |c: &Claim| {
            c.figure
                .as_ref()
                .map_or_else(|| c.words_said().to_owned(), |f| f.text.clone())
        };
        Event::FigureEdited {
            was: words(old),
            now: words(&claim),
        }
    } else if sameness == Sameness::SameSentence {
        Event::Refreshed
    } else {
        Event::Reworded {
            was: old.quote.exact.clone(),
        }
    };
    claim.changes.extend(edits);
    (claim, event)
}

/// What the outlet changed in the claim itself: its figure, or the words said.
fn edits(old: &Claim, new: &Claim) -> Vec<ArticleEdit> {
    let parts = |claim: &Claim| match &claim.figure {
        Some(figure) => figure_parts(figure),
        None => vec![("said_by.words", Some(claim.words_said().to_owned()))],
    };
    let pairs = parts(old).into_iter().zip(parts(new));
    pairs
        .filter(|((_, was), (_, now))| was != now)
        .filter_map(|((field, was), _)| {
            Some(ArticleEdit {
                field: field.to_owned(),
                was: was?,
            })
        })
        .collect()
}

fn figure_parts(figure: &Figure) -> Vec<(&'static str, Option<String>)> {
    let text = |n: Option<claimbook_model::Number>| n.map(|n| n.to_string());
    vec![
        ("figure.text", Some(figure.text.clone())),
        ("figure.value", text(Some(figure.value))),
        ("figure.value_max", text(figure.value_max)),
        ("figure.from", text(figure.from)),
        ("figure.bound", Some(figure.bound.to_string())),
    ]
}
