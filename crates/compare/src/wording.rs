//! Two renderings of one utterance word by word: what they share, what differs,
//! and whether the difference matters.

use crate::lexicon::{is_content, tokens};
use crate::row::{DiffWord, Fidelity};
use crate::stem::stem;
use claimbook_model::fold;
use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::sync::LazyLock;

const RESPELL: &str = include_str!("../data/respell.csv");

/// Longer utterances are compared by their first so many words.
const LONGEST: usize = 600;

/// Words in a row that tell a sentence.
const RUN_OF_SENTENCE: usize = 4;

/// Between runs of so many shared words, what differs was changed.
const RUN_INSIDE: usize = 3;

/// Outside them, so many words at most stand for each other.
const LONGEST_CHANGE: usize = 6;

/// Words that turn a statement round.
const DENIALS: [&str; 8] = [
    "never", "no", "nobody", "none", "nor", "not", "nothing", "without",
];

/// Words that hold a statement or an amount back.
const HEDGES: [&str; 9] = [
    "almost", "least", "likely", "maybe", "nearly", "perhaps", "possibly", "probably", "roughly",
];

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
        sentence += usize::from(ends_sentence(gap, token.text));
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
/// quotation are joined at a comma, so that a capital after one may begin a
/// sentence; where it does not, a sentence is merely matched in two parts.
fn ends_sentence(gap: &str, next: &str) -> bool {
    gap.contains(['.', '?', '!']) || (gap.contains(',') && next.starts_with(char::is_uppercase))
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

/// How two wordings stand to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alignment {
    /// How many words they share in order.
    pub(crate) shared: usize,
    /// The most words they share in a row.
    pub(crate) longest: usize,
    /// The most content words in such a row.
    pub(crate) telling: usize,
    /// Verbatim, shortened or altered.
    pub(crate) fidelity: Fidelity,
    /// The words that differ within the sentences that both have.
    pub(crate) changes: Vec<Change>,
    /// Those sentences with what differs marked.
    pub(crate) diff: Vec<DiffWord>,
}

/// Words that stand for each other in two wordings; one side may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Change {
    /// In the first wording.
    pub(crate) was: Vec<Word>,
    /// In the second.
    pub(crate) is: Vec<Word>,
}

/// Lays two wordings side by side.
pub(crate) fn align(a: &[Word], b: &[Word]) -> Alignment {
    let ops = diff(a, b);
    let equal = |op: &DiffOp| match op {
        DiffOp::Equal { len, .. } => *len,
        _ => 0,
    };
    let shared = ops.iter().map(equal).sum();
    let longest = ops.iter().map(equal).max().unwrap_or(0);
    let content = |op: &DiffOp| {
        let run = &a[op.old_range()][..equal(op)];
        run.iter().filter(|w| is_content(&w.key)).count()
    };
    let telling = ops.iter().map(content).max().unwrap_or(0);
    let (near_a, near_b) = common_sentences(a, b);
    let ops = diff(&near_a, &near_b);
    let changes = changes(&near_a, &near_b, &ops);
    let both =
        changes.iter().any(|c| !c.was.is_empty()) && changes.iter().any(|c| !c.is.is_empty());
    let fidelity = if both || changes.iter().any(Change::matters) {
        Fidelity::Altered
    } else if shared == a.len() && shared == b.len() {
        Fidelity::Verbatim
    } else {
        Fidelity::Shortened
    };
    Alignment {
        shared,
        longest,
        telling,
        fidelity,
        diff: marked(&near_a, &near_b, &ops),
        changes,
    }
}

/// How many content words two wordings share, and how many both hold.
pub(crate) fn content_shared(a: &[Word], b: &[Word]) -> (usize, usize) {
    let stems = |words: &[Word]| -> FxHashSet<String> {
        let content = words.iter().filter(|w| is_content(&w.key));
        content.map(|w| stem(&w.key).into_owned()).collect()
    };
    let (a, b) = (stems(a), stems(b));
    (a.intersection(&b).count(), a.len() + b.len())
}

fn diff(a: &[Word], b: &[Word]) -> Vec<DiffOp> {
    let a: Vec<&str> = a.iter().map(|w| w.key.as_str()).collect();
    let b: Vec<&str> = b.iter().map(|w| w.key.as_str()).collect();
    capture_diff_slices(Algorithm::Patience, &a, &b)
}

/// The sentences that two wordings have in common, as pairs of their numbers:
/// those that share three words in a row, or a third of the shorter one.
pub(crate) fn matched_sentences(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    let mut hits: FxHashMap<(usize, usize), (usize, usize)> = FxHashMap::default();
    for op in diff(a, b) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            let mut run = 0;
            let mut before = None;
            for at in 0..len {
                let pair = (a[old_index + at].sentence, b[new_index + at].sentence);
                run = if before == Some(pair) { run + 1 } else { 1 };
                before = Some(pair);
                let (shared, longest) = hits.entry(pair).or_default();
                *shared += 1;
                *longest = run.max(*longest);
            }
        }
    }
    let size = |words: &[Word], sentence| words.iter().filter(|w| w.sentence == sentence).count();
    let same = |((x, y), (shared, longest)): &((usize, usize), (usize, usize))| {
        *longest >= RUN_OF_SENTENCE || *shared * 3 >= size(a, *x).min(size(b, *y))
    };
    let mut found: Vec<_> = hits.into_iter().filter(same).map(|hit| hit.0).collect();
    found.sort_unstable();
    found
}

/// The words of the sentences that both wordings have.
fn common_sentences(a: &[Word], b: &[Word]) -> (Vec<Word>, Vec<Word>) {
    let pairs = matched_sentences(a, b);
    let of_a = a.iter().filter(|w| pairs.iter().any(|p| p.0 == w.sentence));
    let of_b = b.iter().filter(|w| pairs.iter().any(|p| p.1 == w.sentence));
    (of_a.cloned().collect(), of_b.cloned().collect())
}

/// What differs. What one wording has before or after all that both share was
/// cut, not changed; so was what stands there for many other words.
fn changes(a: &[Word], b: &[Word], ops: &[DiffOp]) -> Vec<Change> {
    let runs = |least: usize| {
        let is_run = |op: &DiffOp| matches!(op, DiffOp::Equal { len, .. } if *len >= least);
        let first = ops.iter().position(is_run).unwrap_or(ops.len());
        first..ops.iter().rposition(is_run).unwrap_or(0)
    };
    let (between, any) = (runs(RUN_INSIDE), runs(1));
    let mut found = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        let (was, is) = (&a[op.old_range()], &b[op.new_range()]);
        let both = !was.is_empty() && !is.is_empty();
        let few = was.len().max(is.len()) <= LONGEST_CHANGE;
        let inside = between.contains(&at) || (few && (both || any.contains(&at)));
        if inside && !matches!(op, DiffOp::Equal { .. }) {
            found.push(Change {
                was: was.to_vec(),
                is: is.to_vec(),
            });
        }
    }
    found
}

impl Change {
    /// Whether the change may turn the meaning: numbers, hedges, denials.
    pub(crate) fn matters(&self) -> bool {
        self.numbers().is_some() || self.hedge().is_some() || self.denial().is_some()
    }

    /// Whether only forms of the same words or function words changed.
    pub(crate) fn is_trivial(&self) -> bool {
        let content = |words: &[Word]| -> Vec<String> {
            let kept = words.iter().filter(|w| is_content(&w.key));
            kept.map(|w| stem(&w.key).into_owned()).collect()
        };
        !self.matters() && content(&self.was) == content(&self.is)
    }

    /// The numbers of both sides, where they differ.
    pub(crate) fn numbers(&self) -> Option<(String, String)> {
        let digits = |words: &[Word]| -> String {
            let kept = words
                .iter()
                .filter(|w| w.key.starts_with(|c: char| c.is_ascii_digit()));
            kept.map(|w| w.shown.as_str()).collect::<Vec<_>>().join(" ")
        };
        let (was, is) = (digits(&self.was), digits(&self.is));
        (was != is).then_some((was, is))
    }

    /// A hedge that only one side has.
    pub(crate) fn hedge(&self) -> Option<String> {
        self.only_one_has(&HEDGES)
    }

    /// A denial that only one side has.
    pub(crate) fn denial(&self) -> Option<String> {
        self.only_one_has(&DENIALS)
    }

    fn only_one_has(&self, listed: &[&str]) -> Option<String> {
        let has = |words: &[Word], key: &str| words.iter().any(|w| w.key == key);
        let mut listed = listed.iter();
        let found = listed.find(|key| has(&self.was, key) != has(&self.is, key))?;
        Some((*found).to_owned())
    }
}

fn marked(a: &[Word], b: &[Word], ops: &[DiffOp]) -> Vec<DiffWord> {
    let text = |words: &[Word]| -> String {
        let shown = words
            .iter()
            .map(|w| w.shown.as_str())
            .filter(|s| !s.is_empty());
        shown.collect::<Vec<_>>().join(" ")
    };
    let mut out = Vec::new();
    for op in ops {
        let (was, is) = (text(&a[op.old_range()]), text(&b[op.new_range()]));
        if matches!(op, DiffOp::Equal { .. }) {
            out.push(DiffWord::Same(was));
            continue;
        }
        if !was.is_empty() {
            out.push(DiffWord::Removed(was));
        }
        if !is.is_empty() {
            out.push(DiffWord::Added(is));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{RESPELL, align, words};
    use crate::row::Fidelity;

    #[test]
    fn wordings_are_told_apart_by_what_matters() {
        let table = [
            (
                "We won't stop.",
                "\u{201C}we will not stop\u{201D}",
                Fidelity::Verbatim,
            ),
            (
                "It is a 2 in 3 chance, organised",
                "it is a two-in-three chance -- organized",
                Fidelity::Verbatim,
            ),
            (
                "No one is above the law.",
                "Today shows that no one is above the law.",
                Fidelity::Shortened,
            ),
            (
                "a partner in Asia and in the world",
                "a partner in Asia",
                Fidelity::Shortened,
            ),
            (
                "a partner in Asia and the world today",
                "a partner in Asia today",
                Fidelity::Shortened,
            ),
            (
                "a beneficiary of the laws today",
                "a beneficiary of the law today",
                Fidelity::Altered,
            ),
            (
                "trade rose by almost 50% last year",
                "trade rose by 50% last year",
                Fidelity::Altered,
            ),
            (
                "we did not know of it",
                "we did know of it",
                Fidelity::Altered,
            ),
            (
                "We agree. It rains. We go now.",
                "We agree. We go now.",
                Fidelity::Shortened,
            ),
        ];
        for (a, b, expected) in table {
            let (x, y) = (words(a), words(b));
            assert_eq!(align(&x, &y).fidelity, expected, "{a} / {b}");
            assert_eq!(align(&y, &x).fidelity, expected, "{b} / {a}");
        }
    }

    #[test]
    fn a_changed_number_or_hedge_is_named() {
        let changes = |a: &str, b: &str| align(&words(a), &words(b)).changes;
        let number = changes("we gave 7.2 million doses", "we gave 7.3 million doses");
        assert_eq!(
            number[0].numbers(),
            Some(("7.2".to_owned(), "7.3".to_owned()))
        );
        let hedge = changes("it rose by almost 50% then", "it rose by 50% then");
        assert_eq!(hedge[0].hedge().as_deref(), Some("almost"));
    }

    #[test]
    fn the_table_is_sorted_and_unique() {
        let rows: Vec<&str> = RESPELL.lines().skip(1).collect();
        assert!(rows.windows(2).all(|w| w[0] < w[1]));
    }
}
