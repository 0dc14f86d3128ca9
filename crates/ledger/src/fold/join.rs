//! The claims of the file and those of the new reading in one list.

use super::pair::pair;
use super::refresh::refresh;
use super::{Event, Outcome, is_stale, is_worked_on};
use crate::Ledger;
use crate::id::free_ids;
use claimbook_model::{ArticleMeta, Claim};
use std::collections::{BTreeMap, BTreeSet};

/// The claims of the new file in order, and what became of each; claims that were
/// removed come last. `meta` is the article as it
/// was read now, `commented` are the claims of `before` that have comments.
pub(super) fn join(
    before: &Ledger,
    fresh: Vec<Claim>,
    meta: &ArticleMeta,
    commented: &BTreeSet<usize>,
) -> (Vec<Claim>, Vec<Outcome>) {
    let text = &before.article.text_sha256;
    let same_text = text.is_some() && *text == meta.text_sha256;
    let found = pair(&before.claims, &fresh, same_text);
    let paired: BTreeSet<usize> = found.iter().flatten().map(|(index, _)| *index).collect();
    let (mut gone, removed) = unpaired(before, &paired, commented, same_text);
    let free: BTreeSet<&str> = removed.iter().map(|r| r.claim.as_str()).collect();
    let new = fresh
        .iter()
        .zip(&found)
        .filter(|(_, found)| found.is_none());
    let taken = before.claims.iter().map(|claim| claim.id.clone());
    let taken = taken.filter(|id| !free.contains(id.as_str())).collect();
    let mut ids = free_ids(&meta.id, new.map(|(claim, _)| claim), &taken).into_iter();
    let mut joined = gone.remove(&None).unwrap_or_default();
    for (mut claim, found) in fresh.into_iter().zip(found) {
        match found {
            Some((index, sameness)) => {
                joined.push(refresh(&before.claims[index], claim, sameness));
                joined.extend(gone.remove(&Some(index)).unwrap_or_default());
            }
            None => {
                claim.id = ids.next().unwrap_or_default();
                joined.push((claim, Event::New));
            }
        }
    }
    let mut outcomes: Vec<Outcome> = joined
        .iter()
        .map(|(claim, event)| outcome(claim, event))
        .collect();
    outcomes.extend(removed);
    (
        joined.into_iter().map(|(claim, _)| claim).collect(),
        outcomes,
    )
}

/// Claims, each with what became of it.
type Told = Vec<(Claim, Event)>;

/// What becomes of the claims that are no longer found: those that people worked on
/// stay, by the nearest claim before them that is still found; the others are removed.
/// In the very same text it is the tool that lost them, not the article.
fn unpaired(
    before: &Ledger,
    paired: &BTreeSet<usize>,
    commented: &BTreeSet<usize>,
    same_text: bool,
) -> (BTreeMap<Option<usize>, Told>, Vec<Outcome>) {
    let mut gone: BTreeMap<Option<usize>, Told> = BTreeMap::new();
    let mut removed = Vec::new();
    let alone = (0..)
        .zip(&before.claims)
        .filter(|(index, _)| !paired.contains(index));
    for (index, claim) in alone {
        if is_worked_on(claim) || commented.contains(&index) {
            let mut claim = claim.clone();
            let mut event = Event::Unchanged;
            if !claim.gone && !same_text {
                claim.gone = true;
                event = Event::Gone;
            }
            let above = paired.range(..index).next_back().copied();
            gone.entry(above).or_default().push((claim, event));
        } else {
            removed.push(outcome(claim, &Event::Removed));
        }
    }
    (gone, removed)
}

fn outcome(claim: &Claim, event: &Event) -> Outcome {
    Outcome {
        claim: claim.id.clone(),
        event: event.clone(),
        reviewed: is_worked_on(claim),
        stale: is_stale(claim),
    }
}
