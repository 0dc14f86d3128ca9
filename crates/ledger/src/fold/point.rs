//! Which claim of a sentence is which, once its old and its new wording are paired.

use super::pair::Sameness;
use super::sentence::Sentence;
use crate::id::wording;
use claimbook_model::{Claim, Figure, fold};
use std::collections::BTreeMap;

/// A claim, its index, and where in its folded sentence its figure stands.
pub(super) struct Point<'c> {
    index: usize,
    claim: &'c Claim,
    place: Option<(usize, usize)>,
}

/// The claims of one sentence; figures with the same words stand one after the other.
pub(super) fn points<'c>(claims: &'c [Claim], indices: &[usize]) -> Vec<Point<'c>> {
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    let point = |index: &usize| {
        let claim = &claims[*index];
        let place = claim.figure.as_ref().and_then(|figure| {
            let (exact, text) = (fold(&claim.quote.exact), fold(&figure.text));
            let nth = met.entry(text.clone()).or_default();
            let at = exact.match_indices(&text).nth(*nth)?.0;
            *nth += 1;
            Some((at, at + text.len()))
        });
        Point {
            index: *index,
            claim,
            place,
        }
    };
    indices.iter().map(point).collect()
}

/// Pairs of indices of the claims of one sentence, old and new.
pub(super) fn claims(
    mut old: Vec<Point<'_>>,
    mut new: Vec<Point<'_>>,
    sameness: Sameness,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    if sameness == Sameness::SameSentence {
        take(&mut old, &mut new, &mut pairs);
        take_only(&mut old, &mut new, &mut pairs, overlap);
        let no_figure = |p: &Point<'_>| p.claim.figure.is_none();
        take_only(&mut old, &mut new, &mut pairs, |o, n| {
            no_figure(o) && no_figure(n)
        });
        return pairs;
    }
    old.retain(|point| !point.claim.gone);
    let same = match sameness {
        Sameness::NumbersEdited => same_slot,
        _ => same_meaning,
    };
    take_only(&mut old, &mut new, &mut pairs, |o, n| {
        same_speaker(o.claim, n.claim) && same(o, n)
    });
    pairs
}

/// Moves to `pairs`, in order, the claims with the same words.
fn take(old: &mut Vec<Point<'_>>, new: &mut Vec<Point<'_>>, pairs: &mut Vec<(usize, usize)>) {
    new.retain(|n| {
        let words = wording(n.claim);
        let found = old.iter().position(|o| wording(o.claim) == words);
        if let Some(at) = found {
            pairs.push((old.remove(at).index, n.index));
        }
        found.is_none()
    });
}

/// Moves to `pairs` the claims that are the `same` as each other and as no third.
fn take_only(
    old: &mut Vec<Point<'_>>,
    new: &mut Vec<Point<'_>>,
    pairs: &mut Vec<(usize, usize)>,
    same: impl Fn(&Point<'_>, &Point<'_>) -> bool,
) {
    let mut found = Vec::new();
    for n in new.iter() {
        let mut olds = old.iter().filter(|o| same(o, n));
        if let (Some(o), None) = (olds.next(), olds.next())
            && new.iter().filter(|other| same(o, other)).count() == 1
        {
            found.push((o.index, n.index));
        }
    }
    old.retain(|o| !found.iter().any(|(f, _)| *f == o.index));
    new.retain(|n| !found.iter().any(|(_, f)| *f == n.index));
    pairs.extend(found);
}

/// Whether the figures of two claims of one sentence share words of it.
fn overlap(a: &Point<'_>, b: &Point<'_>) -> bool {
    matches!((a.place, b.place), (Some(a), Some(b)) if a.0 < b.1 && b.0 < a.1)
}

fn same_speaker(a: &Claim, b: &Claim) -> bool {
    let speaker = |c: &Claim| c.said_by.as_ref().map(|s| (fold(s.label()), s.stance));
    speaker(a) == speaker(b)
}

/// Whether two claims of sentences that differ in numbers stand at the same number
/// and ask the same question.
fn same_slot(a: &Point<'_>, b: &Point<'_>) -> bool {
    let question = |f: &Figure| {
        (
            f.unit.clone(),
            f.kind,
            f.place.clone(),
            f.period,
            f.baseline,
        )
    };
    match (&a.claim.figure, &b.claim.figure) {
        (Some(x), Some(y)) => slot(a).is_some() && slot(a) == slot(b) && question(x) == question(y),
        (None, None) => true,
        _ => false,
    }
}

/// Which number of its sentence a figure is.
fn slot(point: &Point<'_>) -> Option<usize> {
    let (from, to) = point.place?;
    Sentence::new(&fold(&point.claim.quote.exact)).number_at(from, to)
}

/// Whether two claims say the same in all but the words around it.
fn same_meaning(a: &Point<'_>, b: &Point<'_>) -> bool {
    let meaning = |f: &Figure| Figure {
        text: String::new(),
        about: Vec::new(),
        conversion_of: None,
        ..f.clone()
    };
    a.claim.figure.as_ref().map(meaning) == b.claim.figure.as_ref().map(meaning)
}
