//! Rows of words: one utterance as several articles render it.
//!
//! Candidates share a few words in a row; the speaker must be the same, or, where
//! one article does not name its speaker, the shared words must be many.

use crate::book::Book;
use crate::label;
use crate::origin::origins;
use crate::row::{Fidelity, Link, Member, Relation, Row, RowKind, RowVerdict, WordDiff};
use crate::speaker::Same;
use crate::union::Union;
use crate::utterance::{Utterance, utterances};
use crate::wording::{Alignment, align, content_shared};
use crate::{fidelity, say};
use rustc_hash::FxHashMap;

/// Words in a row that open a block.
const SHINGLE: usize = 3;

/// A run of words that more utterances share is a stock phrase.
const STOCK: usize = 24;

/// Words in a row that tell one utterance where the speaker is not known.
const LONG_RUN: usize = 7;

/// Words that two renderings must share in order.
const SHARED: usize = 4;

/// Words in a row that tell one utterance of a known speaker.
const RUN: usize = 5;

/// In larger rows each rendering is related only to so many that follow it.
const NEIGHBOURS: usize = 24;

/// Rows of utterances that several articles render, and with `all` those of a
/// single article too.
pub(crate) fn rows(book: &Book<'_>, all: bool) -> Vec<Row> {
    let said = utterances(book);
    let mut union = Union::new(said.len());
    for (a, b) in candidates(&said) {
        if union.head(a) != union.head(b) && is_same(&said[a], &said[b]) {
            union.join(a, b);
        }
    }
    let rows = union
        .groups()
        .into_iter()
        .map(|group| row(book, &said, group));
    rows.filter(|row| all || row.verdict != RowVerdict::Single)
        .collect()
}

/// Pairs of different articles that share a run of words which is no stock phrase.
fn candidates(said: &[Utterance]) -> Vec<(usize, usize)> {
    let mut blocks: FxHashMap<Vec<&str>, Vec<usize>> = FxHashMap::default();
    for (at, utterance) in said.iter().enumerate() {
        for run in utterance.words.windows(SHINGLE) {
            let keys = run.iter().map(|w| w.key.as_str()).collect();
            let block = blocks.entry(keys).or_default();
            if block.last() != Some(&at) {
                block.push(at);
            }
        }
    }
    let mut pairs = Vec::new();
    for block in blocks.into_values().filter(|b| b.len() <= STOCK) {
        for (at, a) in block.iter().enumerate() {
            let others = block[at + 1..].iter();
            let others = others.filter(|b| said[**b].article != said[*a].article);
            pairs.extend(others.map(|b| (*a, *b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Whether two renderings are of one utterance.
fn is_same(a: &Utterance, b: &Utterance) -> bool {
    if !a.quoted && !b.quoted {
        return false;
    }
    let same = a.speaker.same(&b.speaker);
    if same == Same::No {
        return false;
    }
    let Alignment {
        shared, longest, ..
    } = align(&a.words, &b.words);
    let shorter = a.words.len().min(b.words.len());
    let whole = longest == shorter && shorter >= SHARED;
    if same == Same::Unknown {
        return longest >= LONG_RUN || (whole && shorter >= RUN);
    }
    let most = shared >= SHARED && shared * 2 >= shorter;
    whole || most || longest >= RUN || content_shared(&a.words, &b.words)
}

fn row(book: &Book<'_>, said: &[Utterance], group: Vec<usize>) -> Row {
    let mut members: Vec<&Utterance> = group.into_iter().map(|at| &said[at]).collect();
    drop_repeats(&mut members);
    let entries: Vec<_> = members.iter().map(|u| &book.entries[u.entry]).collect();
    let origins = origins(&entries);
    let mut relations = Vec::new();
    let mut diffs = Vec::new();
    let mut loosest = None;
    for (a, first) in members.iter().enumerate() {
        for (b, second) in members.iter().enumerate().skip(a + 1).take(NEIGHBOURS) {
            if first.article == second.article {
                continue;
            }
            let told = fidelity::compare(first, second);
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
fn drop_repeats(members: &mut Vec<&Utterance>) {
    let holds = |long: &Utterance, short: &Utterance| {
        long.article == short.article
            && (long.words.len(), short.entry) > (short.words.len(), long.entry)
            && align(&long.words, &short.words).shared == short.words.len()
    };
    let kept: Vec<bool> = members
        .iter()
        .map(|short| !members.iter().any(|long| holds(long, short)))
        .collect();
    let mut kept = kept.into_iter();
    members.retain(|_| kept.next().unwrap_or(true));
}
