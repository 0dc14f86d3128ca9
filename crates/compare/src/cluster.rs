//! Linked pairs to rows: every pair of a row must fit, and all pairs on average fit well,
//! so that no chain of likenesses brings together what does not belong together.

use crate::book::Book;
use crate::links::Links;
use crate::score::{HOLD, LINK, MEAN, score};
use crate::union::Union;
use crate::veto::veto;
use rustc_hash::FxHashMap;

/// Of larger groups so many members stand for all when two groups are checked
/// against each other.
const DELEGATES: usize = 12;

/// Groups of keys that answer one question each, singletons included: groups merge
/// along the links, strongest first.
pub(crate) fn groups(book: &Book<'_>, links: &Links) -> Vec<Vec<usize>> {
    let mut groups = by_hand(book);
    let mut group_of = vec![0; book.keys.len()];
    for (at, group) in groups.iter().enumerate() {
        for key in group {
            group_of[*key] = at;
        }
    }
    for (_, a, b) in &links.strongest_first {
        let (x, y) = (group_of[*a], group_of[*b]);
        let (into, from) = (x.min(y), x.max(y));
        if into != from && hold_together(book, &groups[into], &groups[from]) {
            let moved = std::mem::take(&mut groups[from]);
            for key in &moved {
                group_of[*key] = into;
            }
            groups[into].extend(moved);
        }
    }
    groups.retain(|group| !group.is_empty());
    for group in &mut groups {
        group.sort_unstable();
    }
    groups
}

/// What people put on one row, and every other key alone.
fn by_hand(book: &Book<'_>) -> Vec<Vec<usize>> {
    let mut union = Union::new(book.keys.len());
    let mut first: FxHashMap<Option<usize>, usize> = FxHashMap::default();
    for (at, (_, key)) in book.keys.iter().enumerate() {
        if key.place.by_hand {
            let head = *first.entry(key.place.series).or_insert(at);
            union.join(head, at);
        }
    }
    union.groups()
}

/// Whether every pair across two groups may share a row, and all of them together
/// are alike enough.
pub(crate) fn hold_together(book: &Book<'_>, one: &[usize], other: &[usize]) -> bool {
    let (mut sum, mut pairs) = (0.0, 0.0);
    for a in delegates(one) {
        for b in delegates(other) {
            let Some(fit) = fit(book, a, b) else {
                return false;
            };
            sum += fit;
            pairs += 1.0;
        }
    }
    sum >= MEAN * pairs
}

/// How well two figures fit a row that others have brought together; `None` where
/// something keeps them apart, or they share too little. Figures of one article share
/// its words anyway: there the measure alone counts.
pub(crate) fn fit(book: &Book<'_>, a: usize, b: usize) -> Option<f32> {
    let (x, y) = (&book.keys[a].1, &book.keys[b].1);
    if veto(book, a, b).is_some() {
        return None;
    }
    if x.place.joined(&y.place) {
        return Some(LINK);
    }
    let score = score(book, a, b);
    let fit = if x.article == y.article {
        score.measure
    } else {
        score.total()
    };
    (fit >= HOLD).then_some(fit)
}

/// Members that stand for a group: all of a small one, evenly spaced ones of a
/// large one.
fn delegates(group: &[usize]) -> impl Iterator<Item = usize> + '_ {
    let step = group.len().div_ceil(DELEGATES).max(1);
    group.iter().copied().step_by(step)
}
