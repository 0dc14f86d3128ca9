//! Hedges that one article keeps and another drops from one source's figure.

use crate::book::Entry;
use crate::say;
use crate::speaker::{Same, Speaker};
use claimbook_model::{Bound, Figure};

/// The first pair of articles that hedge one source's figure differently, in a sentence.
pub(crate) fn lost(entries: &[&Entry<'_>], origins: &[usize]) -> Option<String> {
    let pairs = (0..entries.len()).flat_map(|a| (a + 1..entries.len()).map(move |b| (a, b)));
    let mut told = pairs.filter_map(|(a, b)| {
        let one_origin = origins[a] == origins[b];
        pair(entries[a], entries[b], one_origin)
    });
    told.next()
}

fn pair(a: &Entry<'_>, b: &Entry<'_>, one_origin: bool) -> Option<String> {
    let (x, y) = (a.figure()?, b.figure()?);
    let amount = |figure: &Figure| (figure.value, figure.value_max, figure.unit.clone());
    if a.article == b.article || amount(x) != amount(y) || x.bound == y.bound {
        return None;
    }
    let source = source(a, b).or_else(|| one_origin.then(|| "One origin".to_owned()))?;
    let (one, other) = (say::witness(a), say::witness(b));
    Some(match (x.bound, y.bound) {
        (Bound::Equal, _) => only_in(&source, &other, &one),
        (_, Bound::Equal) => only_in(&source, &one, &other),
        _ => format!("{source}'s figure is hedged in two ways: {one}, {other}."),
    })
}

fn only_in(source: &str, hedged: &str, plain: &str) -> String {
    format!("{source}'s figure is hedged in one article only: {hedged}, {plain}.")
}

/// The speaker of both.
fn source(a: &Entry<'_>, b: &Entry<'_>) -> Option<String> {
    let (x, y) = (a.claim.said_by.as_ref()?, b.claim.said_by.as_ref()?);
    let same = Speaker::of(x).same(&Speaker::of(y)) == Same::Yes;
    same.then(|| x.label().to_owned())
}
