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

/// Keys that share a term, in order.
#[derive(Debug)]
struct Block {
    keys: Vec<u32>,
    /// How many keys that follow are paired with each.
    reach: usize,
}

/// Which keys are worth weighing against which.
#[derive(Debug)]
pub(crate) struct Candidates {
    blocks: Vec<Block>,
    /// By key: its blocks and its place in each.
    places: Vec<Vec<(u32, u32)>>,
}

impl Candidates {
    /// Sorts the keys of a book into blocks.
    pub(crate) fn new(book: &Book<'_>) -> Self {
        let openers: Vec<Vec<u32>> = (0..book.keys.len()).map(|key| openers(book, key)).collect();
        let class = |key: usize| book.keys[key].1.family.class();
        let mut shared: FxHashMap<(u8, u32), Vec<u32>> = FxHashMap::default();
        for (key, terms) in openers.iter().enumerate() {
            for term in terms {
                let block = shared.entry((class(key), *term)).or_default();
                block.push(narrow(key));
            }
        }
        let mut candidates = Self {
            blocks: Vec::new(),
            places: vec![Vec::new(); openers.len()],
        };
        for keys in shared.into_values() {
            if keys.len() <= BLOCK {
                candidates.add(keys);
            } else {
                split(&keys, &openers).for_each(|part| candidates.add(part));
            }
        }
        candidates
    }

    fn add(&mut self, keys: Vec<u32>) {
        if keys.len() < 2 {
            return;
        }
        for (at, key) in keys.iter().enumerate() {
            self.places[*key as usize].push((narrow(self.blocks.len()), narrow(at)));
        }
        let reach = if keys.len() <= BLOCK {
            BLOCK
        } else {
            NEIGHBOURS
        };
        self.blocks.push(Block { keys, reach });
    }

    /// The keys after `key` that are paired with it, each once, in order.
    pub(crate) fn after(&self, key: usize) -> Vec<usize> {
        let next = self.places[key].iter().flat_map(|(block, at)| {
            let block = &self.blocks[*block as usize];
            block.keys[*at as usize + 1..].iter().take(block.reach)
        });
        in_order(next)
    }

    /// All keys that are paired with `key`, each once, in order.
    pub(crate) fn around(&self, key: usize) -> Vec<usize> {
        let near = self.places[key].iter().flat_map(|(block, at)| {
            let (block, at) = (&self.blocks[*block as usize], *at as usize);
            let first = at.saturating_sub(block.reach);
            let last = block.keys.len().min(at + 1 + block.reach);
            block.keys[first..at]
                .iter()
                .chain(&block.keys[at + 1..last])
        });
        in_order(near)
    }
}

fn in_order<'k>(keys: impl Iterator<Item = &'k u32>) -> Vec<usize> {
    let mut found: Vec<usize> = keys.map(|key| *key as usize).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
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

/// The parts of a large block that share a second term.
fn split(block: &[u32], openers: &[Vec<u32>]) -> impl Iterator<Item = Vec<u32>> {
    let mut parts: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for key in block {
        for term in &openers[*key as usize] {
            parts.entry(*term).or_default().push(*key);
        }
    }
    parts.into_values()
}
