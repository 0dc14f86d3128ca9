//! The speaker of a cue without a subject of its own: the agent of a passive one, or who
//! speaks or acts in the clause that a participle or second verb goes with.

use crate::attribution::subject;
use crate::attribution::verbal::Reading;
use crate::cue::Cue;
use crate::phrase::VerbGroup;
use crate::tag::Tag;
use std::ops::Range;

/// "it was announced by the ministry that": the agent of a passive cue.
pub(super) fn agent(r: &Reading<'_, '_, '_>, cue: &Cue) -> Option<Range<usize>> {
    let by = cue.tokens.end;
    if r.l.doc.is(by, "by") {
        subject::after(r.l, by + 1, r.limit)
    } else {
        None
    }
}

/// The speaker that a cue shares: of the clause after it when it comes first, of the
/// attribution before it in the sentence, else the subject of the clause before it.
/// `end` is the end of its content.
pub(super) fn speaker(r: &Reading<'_, '_, '_>, cue: &Cue, end: usize) -> Option<Range<usize>> {
    let first = r.sentence.tokens.start;
    if !plain_verbs(r, first..cue.tokens.start).any(|_| true) {
        return named_before(r, cue).or_else(|| subject_after(r, end));
    }
    let told = r.found.iter().rev().find_map(|f| f.source.clone());
    let main = told.or_else(|| main_subject(r, cue));
    main.or_else(|| {
        plain_verbs(r, first..cue.tokens.start)
            .rev()
            .find_map(|v| subject::before(r.l, v.tokens.start, first))
    })
}

/// The finite verbs of a range outside quotation marks.
fn plain_verbs<'r>(
    r: &'r Reading<'_, '_, '_>,
    range: Range<usize>,
) -> impl DoubleEndedIterator<Item = &'r VerbGroup> {
    let verbs = r.l.phrases.verbs_in(range).iter();
    verbs.filter(|v| v.finite && !r.l.quotations.holds(v.main))
}

/// "Ann Okafor, noting that ..., said": the name before the comma.
fn named_before(r: &Reading<'_, '_, '_>, cue: &Cue) -> Option<Range<usize>> {
    let first = r.sentence.tokens.start;
    let comma = cue.tokens.start.checked_sub(1).filter(|i| *i > first)?;
    let named = subject::before(r.l, comma, first).filter(|_| r.is_comma(comma))?;
    let opens = named.start == first || r.l.doc.tag(named.start - 1) == Tag::Conjunction;
    opens.then_some(named)
}

/// "Noting that ..., Okafor left": the subject of the clause after the content.
fn subject_after(r: &Reading<'_, '_, '_>, end: usize) -> Option<Range<usize>> {
    let from = end + usize::from(r.is_comma(end));
    plain_verbs(r, from..r.limit).find_map(|v| subject::before(r.l, v.tokens.start, from))
}

/// The subject of the main clause before a participle after a comma ("Okafor denied
/// that ..., saying").
fn main_subject(r: &Reading<'_, '_, '_>, cue: &Cue) -> Option<Range<usize>> {
    let first = r.sentence.tokens.start;
    let apart = cue.tokens.start > first && r.is_comma(cue.tokens.start - 1);
    if !cue.participle || !apart {
        return None;
    }
    let opener = r.l.doc.tag(first);
    let fronted = matches!(opener, Tag::Subordinator | Tag::Preposition | Tag::Wh);
    let main = if fronted {
        (first..cue.tokens.start - 1).find(|i| r.is_comma(*i))? + 1
    } else {
        first
    };
    let verb = plain_verbs(r, main..cue.tokens.start).next()?;
    let subject = subject::before(r.l, verb.tokens.start, main)?;
    (r.l.doc.tag(subject.start) != Tag::Wh).then_some(subject)
}
