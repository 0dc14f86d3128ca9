//! Rows of words: one utterance as several articles render it.
//!
//! Candidates share a few words in a row; the speaker must be the same, or, where
//! one article does not name its speaker, the shared words must be many.

use crate::book::Book;
use crate::grounds;
use crate::label;
use crate::options::Options;
use crate::origin::origins;
use crate::passage::{Passage, passages};
use crate::row::{Fidelity, Link, Member, Relation, Row, RowKind, RowVerdict, WordDiff};
use crate::same::is_same;
use crate::utterance::{Utterance, runs, utterances};
use crate::wording::align;
use crate::{fidelity, person, say};
use rustc_hash::{FxHashMap, FxHashSet};

/// A run of words that more utterances share is a stock phrase.
const STOCK: usize = 24;

/// In larger rows each rendering is related only to so many that follow it.
const NEIGHBOURS: usize = 24;

/// Rows of utterances that several articles render, and with [`Options::all`] those
/// of a single article too.
pub(crate) fn rows(book: &Book<'_>, options: &Options) -> Vec<Row> {
    let said = utterances(book, options.all);
    let asked = |utterance: &Utterance| {
        let item = book.entries[utterance.entry].item;
        let only = options.only.as_ref();
        only.is_none_or(|only| only.get(item) == Some(&true))
    };
    let pairs = same(&said, candidates(&said), asked);
    let mut groups = passages(&said, &pairs);
    if options.all {
        groups.extend(alone(&said, &groups));
    }
    groups.sort_by_cached_key(|group| {
        let words: usize = group.iter().map(|p| p.words.len()).sum();
        (std::cmp::Reverse(words), group[0].utterance)
    });
    groups
        .into_iter()
        .map(|group| row(book, &said, group, options.explain))
        .collect()
}

/// The pairs that render one utterance each, as far as chains of them lead from what
/// is asked for.
fn same(
    said: &[Utterance],
    pairs: Vec<(usize, usize)>,
    asked: impl Fn(&Utterance) -> bool,
) -> Vec<(usize, usize)> {
    let mut partners: Vec<Vec<usize>> = vec![Vec::new(); said.len()];
    for (a, b) in pairs {
        partners[a].push(b);
        partners[b].push(a);
    }
    let mut open: Vec<usize> = (0..said.len()).filter(|at| asked(&said[*at])).collect();
    let mut met: Vec<bool> = said.iter().map(asked).collect();
    let mut done = vec![false; said.len()];
    let mut same = Vec::new();
    while let Some(at) = open.pop() {
        done[at] = true;
        for other in partners[at].iter().copied().filter(|other| !done[*other]) {
            let pair = (at.min(other), at.max(other));
            if is_same(&said[pair.0], &said[pair.1]) {
                same.push(pair);
                if !std::mem::replace(&mut met[other], true) {
                    open.push(other);
                }
            }
        }
    }
    same.sort_unstable();
    same
}

/// What stands on no row yet, each by itself.
fn alone(said: &[Utterance], groups: &[Vec<Passage>]) -> Vec<Vec<Passage>> {
    let shared: FxHashSet<usize> = groups.iter().flatten().map(|p| p.utterance).collect();
    let passage = |utterance: usize| Passage {
        utterance,
        words: said[utterance].words.clone(),
    };
    let rest = (0..said.len()).filter(|at| !shared.contains(at));
    rest.map(|at| vec![passage(at)]).collect()
}

/// Pairs of different articles that share a run of words which is no stock phrase;
/// at least one of the two quotes them.
fn candidates(said: &[Utterance]) -> Vec<(usize, usize)> {
    let mut blocks: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (at, utterance) in said.iter().enumerate().filter(|(_, u)| u.quoted) {
        for run in runs(&utterance.words) {
            push_once(blocks.entry(run).or_default(), at);
        }
    }
    for (at, utterance) in said.iter().enumerate().filter(|(_, u)| !u.quoted) {
        for run in runs(&utterance.words) {
            if let Some(block) = blocks.get_mut(&run) {
                push_once(block, at);
            }
        }
    }
    let mut pairs = Vec::new();
    for block in blocks.into_values().filter(|b| b.len() <= STOCK) {
        for (at, a) in block.iter().enumerate() {
            let others = block[at + 1..].iter();
            let others = others.filter(|b| said[**b].article != said[*a].article);
            pairs.extend(others.map(|b| (*a.min(b), *a.max(b))));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn push_once(block: &mut Vec<usize>, at: usize) {
    if block.last() != Some(&at) {
        block.push(at);
    }
}

fn row(book: &Book<'_>, said: &[Utterance], passages: Vec<Passage>, explain: bool) -> Row {
    let members = without_repeats(said, passages);
    let entries: Vec<_> = members
        .iter()
        .map(|m| &book.entries[said[m.utterance].entry])
        .collect();
    let origins = origins(&entries);
    let mut relations = Vec::new();
    let mut diffs = Vec::new();
    let mut loosest = None;
    for (a, first) in members.iter().enumerate() {
        for (b, second) in members.iter().enumerate().skip(a + 1).take(NEIGHBOURS) {
            let (from, to) = (&said[first.utterance], &said[second.utterance]);
            if from.article == to.article {
                continue;
            }
            let told = fidelity::compare(&first.words, &second.words, from.quoted && to.quoted);
            loosest = loosest.max(Some(told.fidelity));
            if told.fidelity == Fidelity::Altered {
                diffs.push(WordDiff {
                    a,
                    b,
                    words: told.diff,
                });
            }
            relations.push(Link {
                a,
                b,
                relation: told.relation,
                why: told.why,
                grounds: explain.then(|| grounds::of_words(from, to)),
            });
        }
    }
    relations.sort_by_key(|link| (link.relation != Relation::Conflict, link.a, link.b));
    let verdict = verdict(&relations);
    let label = label::speaker(&entries);
    Row {
        id: label::row_id(entries.iter().map(|e| (&*e.from.article.id, &*e.claim.id))),
        kind: RowKind::Quote,
        measure: label.measure,
        qualifiers: label.qualifiers,
        unit: None,
        verdict,
        fidelity: loosest,
        series: None,
        members: entries
            .iter()
            .zip(&origins)
            .map(|(entry, origin)| Member {
                item: entry.item,
                origin: *origin,
            })
            .collect(),
        summary: relations
            .first()
            .map(|link| say::sentence(&link.why))
            .into_iter()
            .chain(person::told(&entries))
            .collect(),
        relations,
        diffs,
    }
}

fn verdict(relations: &[Link]) -> RowVerdict {
    if relations.is_empty() {
        RowVerdict::Single
    } else if relations
        .iter()
        .any(|link| link.relation == Relation::Conflict)
    {
        RowVerdict::Conflict
    } else {
        RowVerdict::Agree
    }
}

/// Leaves out what the same article says a second time in fewer words.
fn without_repeats(said: &[Utterance], passages: Vec<Passage>) -> Vec<Passage> {
    let article = |p: &Passage| said[p.utterance].article;
    let holds = |long: &Passage, short: &Passage| {
        let order = |p: &Passage| (p.words.len(), std::cmp::Reverse(p.utterance));
        article(long) == article(short)
            && order(long) > order(short)
            && align(&long.words, &short.words).shared == short.words.len()
    };
    let repeated = |short: &Passage| passages.iter().any(|long| holds(long, short));
    passages
        .iter()
        .filter(|short| !repeated(short))
        .cloned()
        .collect()
}
