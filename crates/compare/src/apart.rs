//! Near misses worth telling: figures that look alike and were kept apart.
//!
//! Either the very same value under a measure that shares a telling word, or
//! questions so alike that they would share a row but for one veto. Each figure
//! appears once, and only the most instructive few are kept.

use crate::book::Book;
use crate::row::Apart;
use crate::score::{LINK, Score, score};
use crate::veto::{Veto, veto};
use claimbook_model::Number;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// How many near misses a comparison tells at most.
const MOST: usize = 12;

/// A pair without an equal value must be this much more alike than a link.
const ALIKE: f32 = 1.5 * LINK;

/// From here on an equal amount is hardly chance.
const LARGE: Decimal = Decimal::ONE_THOUSAND;

/// An amount that more figures have than this tells nothing.
const RARE: usize = 8;

/// Two figures that were kept apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct NearMiss {
    /// Whether the values are equal, which tells most.
    equal: bool,
    /// How alike the questions are.
    worth: f32,
    a: usize,
    b: usize,
    veto: Veto,
}

impl NearMiss {
    /// The pair as a near miss, if it is one.
    pub(crate) fn of(book: &Book<'_>, a: usize, b: usize, veto: Veto) -> Option<Self> {
        let (x, y) = (&book.keys[a].1, &book.keys[b].1);
        if x.sentence == y.sentence {
            return None;
        }
        let equal = x.value == y.value && x.interval == y.interval;
        if !equal && !veto.tells_alone() {
            return None;
        }
        let worth = score(book, a, b).total();
        let told = if equal {
            worth + Score::of_value(x.value) >= LINK
        } else {
            worth >= ALIKE && x.article != y.article
        };
        told.then_some(Self {
            equal,
            worth,
            a,
            b,
            veto,
        })
    }

    /// Two figures of one kind and one large amount that count different things (doses
    /// and people): readers mix these up, so they are told however little they share.
    fn of_one_amount(book: &Book<'_>, a: usize, b: usize) -> Option<Self> {
        let (x, y) = (&book.keys[a].1, &book.keys[b].1);
        let alike = x.kind == y.kind && x.article != y.article && x.interval == y.interval;
        let veto = veto(book, a, b).filter(|v| alike && *v == Veto::Unit)?;
        let worth = LINK + score(book, a, b).total();
        Some(Self {
            equal: true,
            worth,
            a,
            b,
            veto,
        })
    }

    /// Orders near misses from the most to the least telling.
    fn order(&self, other: &Self) -> Ordering {
        let worth = other.worth.total_cmp(&self.worth);
        let equal = other.equal.cmp(&self.equal);
        equal
            .then(worth)
            .then((self.a, self.b).cmp(&(other.a, other.b)))
    }
}

/// The best near miss of every key.
#[derive(Debug)]
pub(crate) struct NearMisses(Vec<Option<NearMiss>>);

impl NearMisses {
    /// None yet, for so many keys.
    pub(crate) fn new(keys: usize) -> Self {
        Self(vec![None; keys])
    }

    /// Keeps a near miss where it is the best of its first key.
    pub(crate) fn keep(&mut self, miss: NearMiss) {
        let best = &mut self.0[miss.a];
        if best.is_none_or(|known| miss.order(&known).is_lt()) {
            *best = Some(miss);
        }
    }

    /// Adds what shares nothing but one large amount.
    pub(crate) fn keep_same_amounts(&mut self, book: &Book<'_>) {
        let mut large: Vec<(Number, usize)> = (0..book.keys.len())
            .map(|key| (book.keys[key].1.value, key))
            .filter(|(value, _)| value.decimal() >= LARGE)
            .collect();
        large.sort_unstable();
        for same in large
            .chunk_by(|x, y| x.0 == y.0)
            .filter(|s| s.len() <= RARE)
        {
            for (i, (_, a)) in same.iter().enumerate() {
                let others = same[i + 1..].iter();
                let misses = others.filter_map(|(_, b)| NearMiss::of_one_amount(book, *a, *b));
                if let Some(miss) = misses.min_by(NearMiss::order) {
                    self.keep(miss);
                }
            }
        }
    }

    /// The most instructive ones, best first; `row_of` gives the row of a key, and
    /// two rows are told apart only once.
    pub(crate) fn told(self, book: &Book<'_>, row_of: &[usize]) -> Vec<Apart> {
        let mut misses: Vec<NearMiss> = self.0.into_iter().flatten().collect();
        misses.sort_by(NearMiss::order);
        let mut seen = Vec::new();
        misses.retain(|miss| {
            let rows = [row_of[miss.a], row_of[miss.b]];
            let new = !rows.iter().any(|row| seen.contains(row)) && seen.len() < 2 * MOST;
            if new {
                seen.extend(rows);
            }
            new
        });
        let told = misses.into_iter().map(|miss| Apart {
            a: book.entry_of(miss.a).item,
            b: book.entry_of(miss.b).item,
            why: miss.veto.reason(book, miss.a, miss.b),
        });
        told.collect()
    }
}
