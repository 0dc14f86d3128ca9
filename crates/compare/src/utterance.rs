//! The words that articles put into speakers' mouths, one entry per article and
//! wording.

use crate::book::{Book, Entry};
use crate::speaker::Speaker;
use crate::words::{Word, words};
use claimbook_model::Style;
use rustc_hash::{FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};

/// Words in a row that bring two utterances together.
const SHINGLE: usize = 3;

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
/// words around it only when no claim holds just the words. Unless `all` are wanted,
/// indirect speech that shares no run of words with a quotation is left out: it stands
/// on no row, and most speech is such.
pub(crate) fn utterances(book: &Book<'_>, all: bool) -> Vec<Utterance> {
    let quoted = if all {
        FxHashSet::default()
    } else {
        quoted_runs(book)
    };
    let mut order: Vec<usize> = (0..book.entries.len()).collect();
    order.sort_by_key(|at| {
        let entry = &book.entries[*at];
        (entry.article, entry.claim.figure.is_some(), *at)
    });
    let mut seen: FxHashSet<Vec<String>> = FxHashSet::default();
    let mut article = None;
    let mut found = Vec::new();
    for at in order {
        let entry = &book.entries[at];
        if article.replace(entry.article) != Some(entry.article) {
            seen.clear();
        }
        for utterance in said(entry, at) {
            let keys = utterance.words.iter().map(|w| w.key.clone()).collect();
            let new = utterance.words.len() >= SHORTEST && seen.insert(keys);
            let may_stand = || runs(&utterance.words).any(|run| quoted.contains(&run));
            if new && (all || utterance.quoted || may_stand()) {
                found.push(utterance);
            }
        }
    }
    found.sort_by_key(|u| u.entry);
    found
}

/// The runs of words in all quotations.
fn quoted_runs(book: &Book<'_>) -> FxHashSet<u64> {
    let said = book.entries.iter().flat_map(|entry| said(entry, 0));
    let quoted = said.filter(|utterance| utterance.quoted);
    let mut found = FxHashSet::default();
    for utterance in quoted {
        found.extend(runs(&utterance.words));
    }
    found
}

/// What the claim of entry `at` lets a speaker say: one statement, or its quoted pieces.
fn said(entry: &Entry<'_>, at: usize) -> Vec<Utterance> {
    let Some(said_by) = &entry.claim.said_by else {
        return Vec::new();
    };
    let said = entry.claim.words_said();
    let utterance = |text: &str, quoted: bool, around: Vec<Word>| Utterance {
        entry: at,
        article: entry.article,
        speaker: Speaker::of(said_by),
        quoted,
        words: words(text),
        around,
    };
    if said_by.style == Style::Mixed && said.contains(is_mark) {
        let piece = |piece: &str| utterance(piece, true, words(said));
        return pieces(said).map(piece).collect();
    }
    let quoted = said_by.style == Style::Direct;
    vec![utterance(said, quoted, Vec::new())]
}

/// The runs of words of an utterance, each as a number; that two runs may share one only
/// costs a comparison.
pub(crate) fn runs(words: &[Word]) -> impl Iterator<Item = u64> + '_ {
    words.windows(SHINGLE).map(|run| {
        let mut hasher = FxHasher::default();
        run.iter().for_each(|word| word.key.hash(&mut hasher));
        hasher.finish()
    })
}

/// The quoted pieces of a partly quoted statement.
fn pieces(said: &str) -> impl Iterator<Item = &str> {
    said.split(is_mark).skip(1).step_by(2)
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\u{201C}' | '\u{201D}')
}
