//! Speech told inside a quotation: "He told me that the dam was safe," she said. What he
//! told is nested in what she said.

use crate::attribution::found::{Found, Layers};
use crate::attribution::verbal::Reading;
use crate::attribution::{accord, noun, style};
use crate::cue_table::CueClass;
use crate::doc::Sentence;
use crate::quotation::Quotation;
use std::ops::Range;

/// Fewest words of a quotation that can tell of somebody else's words.
const TELLS: usize = 5;

/// Who speaks or is spoken to: no third person's words.
const HERE: [&str; 5] = ["i", "we", "you", "my", "our"];

/// The attributions inside the quotations that `found` attributes to somebody.
pub(super) fn read(l: &Layers<'_, '_>, found: &[Found]) -> Vec<Found> {
    let inner = l.quotations.inside(l.doc);
    let within = Layers {
        quotations: &inner,
        ..*l
    };
    let mut said: Vec<&Range<usize>> = found.iter().flat_map(|f| &f.content).collect();
    said.sort_by_key(|c| c.start);
    let mut told = Vec::new();
    for q in l.quotations.list.iter().filter(|q| q.words >= TELLS) {
        let at = said.partition_point(|c| c.start <= q.tokens.start);
        let attributed = said[..at].iter().rev().take(NEAR);
        if attributed.into_iter().any(|c| c.end > q.tokens.start) {
            told.extend(in_one(&within, q));
        }
    }
    told
}

/// How many contents before a quotation may hold it.
const NEAR: usize = 4;

/// The attributions inside one quotation, sentence by sentence.
fn in_one(l: &Layers<'_, '_>, q: &Quotation) -> Vec<Found> {
    let end = q.tokens.end - usize::from(q.closed);
    let mut at = q.tokens.start + 1;
    let mut told = Vec::new();
    while at < end {
        let whole = &l.doc.sentences[l.doc.sentence_of(at)];
        let tokens = at..whole.tokens.end.min(end);
        at = tokens.end.max(at + 1);
        let sentence = Sentence {
            tokens,
            ..whole.clone()
        };
        in_sentence(l, &sentence, &mut told);
    }
    told
}

fn in_sentence(l: &Layers<'_, '_>, sentence: &Sentence, told: &mut Vec<Found>) {
    let limit = l.words_end(&sentence.tokens);
    let first = told.len();
    for at in sentence.tokens.clone() {
        let accord = accord::read(l, sentence, limit, at);
        let phrase = l.phrases.noun_at(at).filter(|n| n.head == at);
        let noun = phrase.and_then(|n| noun::read(l, sentence, n, limit));
        told.extend(accord.into_iter().chain(noun));
        let Some(cue) = l.cue_at(at) else {
            continue;
        };
        let reading = Reading {
            l,
            sentence,
            limit,
            found: &told[first..],
        };
        let speech = cue.entry.class != CueClass::Belief;
        told.extend(speech.then(|| reading.read(cue)).flatten());
    }
    let mut n = 0;
    told.retain_mut(|f| {
        n += 1;
        n <= first || is_told(l, sentence, f)
    });
    for f in &mut told[first..] {
        f.style = Some(style(l.doc, l.quotations, &f.content));
    }
}

/// Whether somebody else is said to have said something, a clause or quotation, within the
/// sentence.
fn is_told(l: &Layers<'_, '_>, sentence: &Sentence, f: &mut Found) -> bool {
    let within =
        |r: &Range<usize>| r.start >= sentence.tokens.start && r.end <= sentence.tokens.end;
    let third = f
        .source
        .as_ref()
        .is_some_and(|s| within(s) && !HERE.iter().any(|w| l.doc.is(s.start, w)));
    let acts = |c: &Range<usize>| {
        let verbs = l.phrases.verbs_in(c.clone());
        verbs.iter().any(|v| v.finite) || l.quotations.holds(c.start)
    };
    third
        && f.content.iter().any(acts)
        && f.is_whole()
        && within(&f.cue)
        && f.content.iter().all(within)
}
