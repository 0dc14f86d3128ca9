//! Which pairs of figures are linked, and which look alike and were kept apart.
//!
//! Where only some claims are asked for, only what shares a block with them is weighed,
//! then what shares one with what was linked, and so on: no other figure can come onto
//! their rows, so that these are the same as in the comparison of all.

use crate::apart::{NearMiss, NearMisses};
use crate::block::Candidates;
use crate::book::Book;
use crate::score::{LINK, score};
use crate::veto::veto;
use rustc_hash::FxHashMap;

/// Pairs of keys by what became of them.
pub(crate) struct Links {
    /// Linked pairs with their score, the strongest first; the first key is the lower.
    pub(crate) strongest_first: Vec<(f32, usize, usize)>,
    /// What was kept apart though it looks alike.
    pub(crate) near_misses: NearMisses,
}

impl Links {
    /// Weighs the candidate pairs of all keys, or of those that `only` asks for, by
    /// item.
    pub(crate) fn find(book: &Book<'_>, only: Option<&[bool]>) -> Self {
        let mut links = Self {
            strongest_first: Vec::new(),
            near_misses: NearMisses::new(book.keys.len()),
        };
        let candidates = Candidates::new(book);
        match only {
            None => links.of_all(book, &candidates),
            Some(only) => links.of_some(book, &candidates, only),
        }
        links.near_misses.keep_same_amounts(book);
        let order = |x: &(f32, usize, usize), y: &(f32, usize, usize)| {
            y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2)))
        };
        links.strongest_first.sort_by(order);
        links
    }

    fn of_all(&mut self, book: &Book<'_>, candidates: &Candidates) {
        for a in 0..book.keys.len() {
            for b in candidates.after(a) {
                self.look_at(book, a, b);
            }
        }
    }

    fn of_some(&mut self, book: &Book<'_>, candidates: &Candidates, only: &[bool]) {
        let by_hand = by_hand(book);
        let asked = |key: &usize| only.get(book.entry_of(*key).item) == Some(&true);
        let mut open: Vec<usize> = (0..book.keys.len()).filter(asked).collect();
        let mut met = vec![false; book.keys.len()];
        open.iter().for_each(|key| met[*key] = true);
        let mut done = vec![false; book.keys.len()];
        while let Some(key) = open.pop() {
            done[key] = true;
            let mut linked = Vec::new();
            for other in candidates.around(key).into_iter().filter(|k| !done[*k]) {
                if self.look_at(book, key.min(other), key.max(other)) {
                    linked.push(other);
                }
            }
            let place = &book.keys[key].1.place;
            let joined = by_hand.get(&place.series).filter(|_| place.by_hand);
            linked.extend(joined.into_iter().flatten());
            for other in linked {
                if !std::mem::replace(&mut met[other], true) {
                    open.push(other);
                }
            }
        }
    }

    /// Weighs a pair; whether it is linked. Only figures of different articles bring
    /// each other to a row.
    fn look_at(&mut self, book: &Book<'_>, a: usize, b: usize) -> bool {
        if let Some(veto) = veto(book, a, b) {
            if let Some(miss) = NearMiss::of(book, a, b, veto) {
                self.near_misses.keep(miss);
            }
            return false;
        }
        if book.keys[a].1.article == book.keys[b].1.article {
            return false;
        }
        let total = score(book, a, b).total();
        if total >= LINK {
            self.strongest_first.push((total, a, b));
        }
        total >= LINK
    }
}

/// The keys that people put on the row of each series.
fn by_hand(book: &Book<'_>) -> FxHashMap<Option<usize>, Vec<usize>> {
    let mut rows: FxHashMap<Option<usize>, Vec<usize>> = FxHashMap::default();
    for (at, (_, key)) in book.keys.iter().enumerate() {
        if key.place.by_hand {
            rows.entry(key.place.series).or_default().push(at);
        }
    }
    rows
}
