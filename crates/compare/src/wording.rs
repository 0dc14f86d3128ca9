//! Two renderings of one utterance word by word: what they share, what differs,
//! and whether the difference matters.

use crate::change::Change;
use crate::lexicon::is_content;
use crate::row::{DiffWord, Fidelity};
use crate::stem::stem;
use crate::words::Word;
use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Words in a row that tell a sentence.
const RUN_OF_SENTENCE: usize = 4;

/// Between runs of so many shared words, what differs was changed.
const RUN_INSIDE: usize = 3;

/// Outside them, so many words at most stand for each other.
const LONGEST_CHANGE: usize = 6;

/// How two wordings stand to each other.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Alignment {
    /// How many words they share in order.
    pub(crate) shared: usize,
    /// The densest stretch.
    pub(crate) stretch: Stretch,
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

/// A stretch of two wordings that shares much and differs little.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Stretch {
    /// One for each shared word, less [`DIFFERS`] for each that differs.
    pub(crate) score: f32,
    /// How many of the shared words carry content.
    pub(crate) content: usize,
}

/// What a word that differs takes from a stretch.
const DIFFERS: f32 = 0.6;

/// The stretch with the highest score.
fn densest(a: &[Word], ops: &[DiffOp]) -> Stretch {
    let (mut here, mut best) = (Stretch::default(), Stretch::default());
    for op in ops {
        let (was, is) = (op.old_range(), op.new_range());
        if let DiffOp::Equal { len, .. } = op {
            here.score += *len as f32;
            here.content += a[was].iter().filter(|w| is_content(&w.key)).count();
        } else {
            here.score -= DIFFERS * was.len().max(is.len()) as f32;
        }
        if here.score <= 0.0 {
            here = Stretch::default();
        }
        if here.score > best.score {
            best = here;
        }
    }
    best
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
    let stretch = densest(a, &ops);
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
        stretch,
        longest,
        telling,
        fidelity,
        diff: marked(&near_a, &near_b, &ops),
        changes,
    }
}

/// The longest run of words that two wordings share.
pub(crate) fn shared_run<'w>(a: &'w [Word], b: &[Word]) -> &'w [Word] {
    let ops = diff(a, b).into_iter();
    let equal = ops.filter(|op| matches!(op, DiffOp::Equal { .. }));
    let longest = equal.max_by_key(|op| op.old_range().len());
    longest.map_or(&[], |op| &a[op.old_range()])
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
    use super::align;
    use crate::row::Fidelity;
    use crate::words::words;

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
}
