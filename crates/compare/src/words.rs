//! The words of an utterance in one spelling: case, marks, contractions, British
//! and American endings, numbers in words or digits.

use crate::lexicon::{is_content, tokens};
use claimbook_model::fold;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const RESPELL: &str = include_str!("../data/respell.csv");

/// Longer utterances are compared by their first so many words.
const LONGEST: usize = 600;

static RESPELLED: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = RESPELL.lines().skip(1);
    rows.filter_map(|line| line.split_once(',')).collect()
});

/// A word of an utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// For comparing: case, marks, spelling and contractions folded.
    pub(crate) key: String,
    /// As written; empty for the later words of a contraction.
    pub(crate) shown: String,
    /// Number of its sentence.
    pub(crate) sentence: usize,
}

/// The words of an utterance.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut sentence = 0;
    let mut end = 0;
    for token in tokens(text).into_iter().take(LONGEST) {
        let gap = text.get(end..token.start).unwrap_or("");
        sentence += usize::from(end > 0 && ends_sentence(gap, token.text));
        end = token.end;
        let written = text.get(token.start..token.end).unwrap_or(token.text);
        let mut shown = written.to_owned();
        for key in keys(&fold(written)) {
            out.push(Word {
                key,
                shown: std::mem::take(&mut shown),
                sentence,
            });
        }
    }
    out
}

/// Whether a sentence ends in the gap before `next`. Pieces of an interrupted
/// quotation may be joined without a mark, so that a capital on a word that is no
/// name begins a sentence too.
fn ends_sentence(gap: &str, next: &str) -> bool {
    let capital = next.len() > 1 && next.starts_with(char::is_uppercase);
    let lower = next.to_lowercase();
    let common = !is_content(&lower) || lower.ends_with("ing");
    gap.contains(['.', '?', '!']) || (capital && (common || gap.contains(',')))
}

/// A folded word in one spelling, contractions opened.
fn keys(word: &str) -> Vec<String> {
    let plain = RESPELLED.get(word).copied().unwrap_or(word);
    let endings = [
        ("n't", " not"),
        ("'m", " am"),
        ("'ve", " have"),
        ("'ll", " will"),
        ("'re", " are"),
    ];
    let opened = endings.into_iter().find_map(|(ending, full)| {
        let root = plain.strip_suffix(ending)?;
        Some(format!("{root}{full}"))
    });
    let opened = opened.unwrap_or_else(|| plain.to_owned());
    opened.split(' ').map(one_spelling).collect()
}

/// American for British spelling, as far as endings tell.
fn one_spelling(word: &str) -> String {
    let mut word = word.replace(',', "");
    for ending in ["ise", "ised", "ises", "ising", "isation"] {
        if word.len() > ending.len() + 3 && word.ends_with(ending) {
            let at = word.len() - ending.len() + 1;
            word.replace_range(at..=at, "z");
        }
    }
    if word.len() > 5 && word.ends_with("our") {
        word.replace_range(word.len() - 3.., "or");
    }
    word
}

#[cfg(test)]
mod tests {
    use super::{RESPELL, words};

    fn keys(text: &str) -> String {
        let keys: Vec<String> = words(text).into_iter().map(|w| w.key).collect();
        keys.join(" ")
    }

    #[test]
    fn spellings_of_one_word_are_one() {
        let table = [
            ("We won\u{2019}t organise it", "we will not organize it"),
            ("it's a two-in-three chance", "it is a 2 in 3 chance"),
            ("A favour at 7", "a favor at seven"),
        ];
        for (text, expected) in table {
            assert_eq!(keys(text), keys(expected), "{text}");
        }
    }

    #[test]
    fn sentences_end_at_marks_and_where_pieces_were_joined() {
        let sentences = |text: &str| words(text).last().map_or(0, |w| w.sentence + 1);
        assert_eq!(sentences("We agree. We go."), 2);
        assert_eq!(sentences("that elected me Leaving my service"), 2);
        assert_eq!(sentences("a partner in Latin America and the world"), 1);
    }

    #[test]
    fn the_table_is_sorted_and_unique() {
        let rows: Vec<&str> = RESPELL.lines().skip(1).collect();
        assert!(rows.windows(2).all(|w| w[0] < w[1]));
    }
}
