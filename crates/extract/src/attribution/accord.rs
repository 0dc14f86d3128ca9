//! "According to": a cue before its source.

use crate::attribution::found::{Found, Layers};
use crate::attribution::{content, subject};
use crate::class::Class;
use crate::doc::Sentence;
use crate::tag::Tag;
use claimbook_model::{Rule, Stance};
use std::ops::Range;

/// According to a source.
pub(crate) const ACCORDING: Rule = Rule {
    id: "attribution-according-to",
    layer: "attribution",
    doc: "\"According to\" a source, before or after what it says.",
    examples: &[
        "According to the harbour master, [two ferries collided].",
        "[Two ferries collided], according to the harbour master.",
    ],
    counter_examples: &["Prices differ according to size."],
};

/// How far back a colon is looked for that opens the clause, in tokens.
const REACH: usize = 80;

/// The attribution of "according to" at `at`.
pub(crate) fn read(
    l: &Layers<'_, '_>,
    sentence: &Sentence,
    limit: usize,
    at: usize,
) -> Option<Found> {
    if !l.doc.is(at, "according") || !l.doc.is(at + 1, "to") || l.quotations.holds(at) {
        return None;
    }
    let source = source(l, at + 2, limit).filter(|s| names_somebody(l, s))?;
    let near = at.saturating_sub(REACH).max(sentence.tokens.start);
    let colon = (near..at).rfind(|i| l.doc.is_mark(*i, b':') && !l.quotations.holds(*i));
    let first = colon.map_or(sentence.tokens.start, |c| c + 1);
    let leads = (first..at)
        .all(|i| matches!(l.doc.tag(i), Tag::Conjunction | Tag::Adverb) || l.doc.is_mark(i, b','));
    let content = if leads {
        vec![following(l, source.end, limit)?]
    } else {
        around(l, first, at, source.end, limit)?
    };
    Some(Found {
        circumstances: source.end..source.end,
        source: Some(source),
        cue: at..at + 2,
        content,
        stance: Stance::Asserts,
        modality: None,
        style: None,
        rule: ACCORDING.id,
        because: vec![("words of source", at..at + 2)],
    })
}

/// The source, without a description that is the subject of what is said ("According to
/// a report, Ann Okafor, a judge, resigned").
fn source(l: &Layers<'_, '_>, start: usize, limit: usize) -> Option<Range<usize>> {
    let full = subject::after(l, start, limit)?;
    let comma = full.clone().find(|i| l.doc.is_mark(*i, b','));
    let verb = l.phrases.verb_at(full.end + 1).is_some_and(|v| v.finite);
    match comma {
        Some(comma) if verb && l.doc.is_mark(full.end, b',') => Some(full.start..comma),
        _ => Some(full),
    }
}

/// "according to size" names nobody: a bare common noun.
fn names_somebody(l: &Layers<'_, '_>, source: &Range<usize>) -> bool {
    let bare = source.len() == 1 && l.doc.tag(source.start) == Tag::Noun;
    !bare
        || l.doc.can_be(
            source.start,
            Class::PLURAL.with(Class::PEOPLE).with(Class::DOCUMENT_NOUN),
        )
}

/// What follows the source and its comma.
fn following(l: &Layers<'_, '_>, from: usize, limit: usize) -> Option<Range<usize>> {
    if l.doc.is_mark(from, b':') {
        let quoted = l.quotations.at(from + 1).map(|q| q.tokens.clone());
        return quoted.or_else(|| (from + 1 < limit).then(|| from + 1..limit));
    }
    let comma = (from..limit).find(|i| l.doc.is_mark(*i, b','));
    let start = comma.map_or(from, |c| c + 1);
    let start = if l.doc.is_mark(from.wrapping_sub(1), b',') {
        from
    } else {
        start
    };
    let end = content::clause_end(l, start, limit);
    (end > start).then_some(start..end)
}

/// What stands before, and what goes on after a comma.
fn around(
    l: &Layers<'_, '_>,
    first: usize,
    at: usize,
    source_end: usize,
    limit: usize,
) -> Option<Vec<Range<usize>>> {
    let first = l.quotations.at(first).map_or(first, |q| q.tokens.start);
    let end = content::trimmed(l, first, at);
    if end <= first {
        return None;
    }
    let finished = l.phrases.verbs_in(first..end).iter().any(|v| v.finite);
    let mut content = Vec::with_capacity(2);
    content.push(first..end);
    let comma = source_end > 0 && l.doc.is_mark(source_end - 1, b',');
    let next = source_end + usize::from(!comma);
    let goes_on = comma || l.doc.is_mark(source_end, b',');
    if goes_on && !finished && next < limit {
        content.push(next..content::clause_end(l, next, limit));
    }
    Some(content)
}
