//! Which pairs are worth weighing: figures that share a telling term.
//!
//! An inverted index gives a block of figures per term. A block of more than
//! [`BLOCK`] is split by a second shared term; what is still too large pairs each
//! figure only with its neighbours in time, so that a popular measure costs its
//! size and not the square of it.

use crate::book::Book;
use rustc_hash::FxHashMap;

/// The most figures of a block that are all paired with each other.
const BLOCK: usize = 48;

/// How many neighbours in time a figure of a larger block is paired with.
const NEIGHBOURS: usize = 8;

/// How many terms of a figure open blocks, most telling first.
const TERMS: usize = 10;

/// Pairs of keys that share a term, each once, in order.
pub(crate) fn candidates(book: &Book<'_>) -> Vec<(u32, u32)> {
    let openers: Vec<Vec<u32>> = (0..book.keys.len()).map(|key| openers(book, key)).collect();
    let class = |key: usize| book.keys[key].1.family.class();
    let mut blocks: FxHashMap<(u8, u32), Vec<u32>> = FxHashMap::default();
    for (key, terms) in openers.iter().enumerate() {
        for term in terms {
            let block = blocks.entry((class(key), *term)).or_default();
            block.push(u32::try_from(key).unwrap_or(u32::MAX));
        }
    }
    let mut blocks: Vec<_> = blocks.into_iter().collect();
    blocks.sort_unstable_by_key(|b| b.0);
    let mut pairs = Vec::new();
    for (_, block) in &blocks {
        if block.len() <= BLOCK {
            all_pairs(block, &mut pairs);
        } else {
            split(block, &openers, &mut pairs);
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// What opens blocks for a figure: the terms of the measure first, then the most
/// telling of the sentence, a telling amount, and the series it belongs to.
fn openers(book: &Book<'_>, key: usize) -> Vec<u32> {
    let key = &book.keys[key].1;
    let worth = |(term, weight): (u32, f32)| {
        let measure = if key.measure.weight(term) > 0.0 {
            2.0
        } else {
            1.0
        };
        (term, measure * weight * book.rarity[term as usize])
    };
    let mut terms: Vec<(u32, f32)> = key.all.iter().map(worth).collect();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    terms.truncate(TERMS);
    let own = [key.amount, key.shelf].into_iter().flatten();
    terms.into_iter().map(|t| t.0).chain(own).collect()
}

fn all_pairs(block: &[u32], pairs: &mut Vec<(u32, u32)>) {
    for (at, a) in block.iter().enumerate() {
        pairs.extend(block[at + 1..].iter().map(|b| (*a, *b)));
    }
}

/// Pairs inside a large block: those that share a second term, or neighbours.
fn split(block: &[u32], openers: &[Vec<u32>], pairs: &mut Vec<(u32, u32)>) {
    let mut parts: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for key in block {
        for term in &openers[*key as usize] {
            parts.entry(*term).or_default().push(*key);
        }
    }
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_unstable_by_key(|p| p.0);
    for (_, part) in parts {
        if part.len() <= BLOCK {
            all_pairs(&part, pairs);
        } else {
            for (at, a) in part.iter().enumerate() {
                let next = part[at + 1..].iter().take(NEIGHBOURS);
                pairs.extend(next.map(|b| (*a, *b)));
            }
        }
    }
}
