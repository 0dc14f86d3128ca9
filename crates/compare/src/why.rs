//! Why two claims share a row or do not: the veto, or every weight with the words
//! that earned it.

use crate::book::Book;
use crate::options::Options;
use crate::row::Item;
use crate::score::{LINK, score};
use crate::veto::veto;

/// One weight of a sum.
#[derive(Debug, Clone, PartialEq)]
pub struct Weight {
    /// What it weighs: `measure`, `sentence`, `names`, `story`, `value`, `doubts`.
    pub name: &'static str,
    /// What it adds; negative where it speaks against.
    pub weight: f32,
    /// The stems and classes that both share, most telling first.
    pub words: Vec<String>,
}

/// Why two claims may share a row or may not.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// Index into the items.
    pub a: usize,
    /// Index into the items.
    pub b: usize,
    /// What keeps them apart whatever they share.
    pub veto: Option<String>,
    /// The weights, also where a veto overrules them.
    pub weights: Vec<Weight>,
    /// The sum of the weights.
    pub total: f32,
    /// The sum that links two claims.
    pub needed: f32,
}

/// Explains pairs of claims, each given by two indexes into `items`. Pairs of which
/// one has no figure, or stays out of comparisons, are left out.
#[must_use]
pub fn why(items: &[Item<'_>], options: &Options, pairs: &[(usize, usize)]) -> Vec<Why> {
    let book = Book::read(items, &options.series);
    let mut key_of = vec![None; items.len()];
    for key in 0..book.keys.len() {
        key_of[book.entry_of(key).item] = Some(key);
    }
    let key = |item: usize| key_of.get(item).copied().flatten();
    let both = |(a, b): &(usize, usize)| Some((*a, *b, key(*a)?, key(*b)?));
    let pairs = pairs.iter().filter_map(both);
    pairs
        .map(|(a, b, x, y)| explain(&book, (a, b), x, y))
        .collect()
}

fn explain(book: &Book<'_>, (a, b): (usize, usize), x: usize, y: usize) -> Why {
    let score = score(book, x, y);
    let (first, second) = (&book.keys[x].1, &book.keys[y].1);
    let story = |article: u32| &book.stories[article as usize];
    let measure = [&first.measure, &second.measure]
        .into_iter()
        .zip([&second.all, &first.all])
        .flat_map(|(own, other)| own.shared(other));
    let sentence = first.clause.shared(&second.clause);
    let stories = story(first.article).shared(story(second.article));
    let weight = |name, weight, words| Weight {
        name,
        weight,
        words,
    };
    let weights = vec![
        weight("measure", score.measure, words(book, measure)),
        weight("sentence", score.clause, words(book, sentence)),
        weight("names", score.names, Vec::new()),
        weight("story", score.story, words(book, stories)),
        weight("value", score.value, Vec::new()),
        weight("doubts", score.against, Vec::new()),
    ];
    Why {
        a,
        b,
        veto: veto(book, x, y).map(|v| v.reason(book, x, y)),
        weights,
        total: score.total(),
        needed: LINK,
    }
}

/// Shared terms as words, most telling first.
fn words(book: &Book<'_>, shared: impl Iterator<Item = (u32, f32)>) -> Vec<String> {
    let rarity = |term: u32| book.rarity.get(term as usize).copied().unwrap_or(0.0);
    let mut terms: Vec<u32> = shared.map(|t| t.0).collect();
    terms.sort_by(|a, b| rarity(*b).total_cmp(&rarity(*a)).then(a.cmp(b)));
    terms.dedup();
    let name = |term: &u32| book.interner.name(*term).trim_start_matches('=').to_owned();
    terms.iter().map(name).collect()
}
