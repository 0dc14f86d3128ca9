//! The words that articles put into speakers' mouths, one entry per article and
//! wording.

use crate::book::Book;
use crate::speaker::Speaker;
use crate::words::{Word, words};
use claimbook_model::Style;
use rustc_hash::FxHashSet;

/// Fewer words tell no utterance from another.
const SHORTEST: usize = 3;

/// What one article lets a speaker say.
#[derive(Debug, Clone)]
pub(crate) struct Utterance {
    /// Index of its claim's entry.
    pub(crate) entry: usize,
    /// Number of its article.
    pub(crate) article: u32,
    /// Who speaks.
    pub(crate) speaker: Speaker,
    /// Whether any of the words stand in quotation marks.
    pub(crate) quoted: bool,
    /// The words.
    pub(crate) words: Vec<Word>,
    /// Of a quoted piece, all words of the statement that it is a piece of.
    pub(crate) around: Vec<Word>,
}

/// Every distinct utterance of every article; a figure's claim stands for the
/// words around it only when no claim holds just the words.
pub(crate) fn utterances(book: &Book<'_>) -> Vec<Utterance> {
    let mut order: Vec<usize> = (0..book.entries.len()).collect();
    order.sort_by_key(|at| (book.entries[*at].claim.figure.is_some(), *at));
    let mut seen: FxHashSet<(u32, Vec<String>)> = FxHashSet::default();
    let mut found = Vec::new();
    for at in order {
        let entry = &book.entries[at];
        let Some(said_by) = &entry.claim.said_by else {
            continue;
        };
        let said = entry.claim.words_said();
        let mut keep = |text: &str, quoted: bool, around: Vec<Word>| {
            let words = words(text);
            let keys = words.iter().map(|w| w.key.clone()).collect();
            if words.len() >= SHORTEST && seen.insert((entry.article, keys)) {
                found.push(Utterance {
                    entry: at,
                    article: entry.article,
                    speaker: Speaker::of(said_by),
                    quoted,
                    words,
                    around,
                });
            }
        };
        if said_by.style == Style::Mixed && said.contains(is_mark) {
            pieces(said).for_each(|piece| keep(piece, true, words(said)));
        } else {
            keep(said, said_by.style == Style::Direct, Vec::new());
        }
    }
    found.sort_by_key(|u| u.entry);
    found
}

/// The quoted pieces of a partly quoted statement.
fn pieces(said: &str) -> impl Iterator<Item = &str> {
    said.split(is_mark).skip(1).step_by(2)
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\u{201C}' | '\u{201D}')
}
