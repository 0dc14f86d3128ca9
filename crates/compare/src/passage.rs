//! Which words belong on one row when one outlet's quotation holds more sentences
//! than another's.
//!
//! Sentences are matched, not quotations: two outlets may each quote another part
//! of what a third gives in one piece. Matched sentences are joined across
//! articles, and joined again where the same two quotations share several.

use crate::union::Union;
use crate::utterance::Utterance;
use crate::wording::matched_sentences;
use crate::words::Word;
use rustc_hash::FxHashMap;

/// What one quotation has of a row.
#[derive(Debug, Clone)]
pub(crate) struct Passage {
    /// Index of the quotation.
    pub(crate) utterance: usize,
    /// Its words on this row.
    pub(crate) words: Vec<Word>,
}

/// The rows of words that follow from pairs of quotations of one utterance;
/// quotations without a partner make no row.
pub(crate) fn passages(said: &[Utterance], pairs: &[(usize, usize)]) -> Vec<Vec<Passage>> {
    let starts = starts(said);
    let mut sentences = Union::new(starts.last().copied().unwrap_or(0));
    let mut joined = Vec::new();
    for (a, b) in pairs {
        for (x, y) in matched_sentences(&said[*a].words, &said[*b].words) {
            let (x, y) = (starts[*a] + x, starts[*b] + y);
            sentences.join(x, y);
            joined.push(((*a, *b), x));
        }
    }
    let mut first: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for (pair, sentence) in joined {
        sentences.join(*first.entry(pair).or_insert(sentence), sentence);
    }
    let groups = sentences.groups();
    let mut rows: Vec<Vec<(usize, Vec<usize>)>> = groups
        .into_iter()
        .filter(|group| group.len() > 1)
        .map(|group| by_utterance(&group, &starts))
        .collect();
    rows.retain(|row| {
        row.iter()
            .any(|part| said[part.0].article != said[row[0].0].article)
    });
    finish(said, &rows)
}

/// The number of each quotation's first sentence, over all, and the total.
fn starts(said: &[Utterance]) -> Vec<usize> {
    let mut next = 0;
    let mut starts: Vec<usize> = Vec::with_capacity(said.len() + 1);
    for utterance in said {
        starts.push(next);
        next += utterance.words.last().map_or(0, |w| w.sentence + 1);
    }
    starts.push(next);
    starts
}

/// Sentences sorted to their quotations: index of it, sentences in it.
fn by_utterance(group: &[usize], starts: &[usize]) -> Vec<(usize, Vec<usize>)> {
    let mut parts: Vec<(usize, Vec<usize>)> = Vec::new();
    for sentence in group {
        let utterance = starts.partition_point(|start| start <= sentence) - 1;
        let within = sentence - starts[utterance];
        match parts.last_mut() {
            Some((last, sentences)) if *last == utterance => sentences.push(within),
            _ => parts.push((utterance, vec![within])),
        }
    }
    parts
}

/// A quotation on one row alone brings all its words, one on several rows only
/// the sentences of each.
fn finish(said: &[Utterance], rows: &[Vec<(usize, Vec<usize>)>]) -> Vec<Vec<Passage>> {
    let mut on_rows = vec![0usize; said.len()];
    for (utterance, _) in rows.iter().flatten() {
        on_rows[*utterance] += 1;
    }
    let passage = |(utterance, sentences): &(usize, Vec<usize>)| {
        let words = said[*utterance].words.iter();
        let kept = words.filter(|w| on_rows[*utterance] == 1 || sentences.contains(&w.sentence));
        Passage {
            utterance: *utterance,
            words: kept.cloned().collect(),
        }
    };
    rows.iter()
        .map(|row| row.iter().map(passage).collect())
        .collect()
}
