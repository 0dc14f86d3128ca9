//! Which numbers of an article are no amounts, and why: asked only by who wants an
//! explanation, so that finding amounts pays nothing for it.

use super::guard::{self, Reason};
use crate::doc::Doc;
use crate::layers::{Amount, Date, Numeral};
use crate::token::{Kind, Shape};
use claimbook_model::annotation::{Because, LeftAlone};
use std::ops::Range;

/// The numbers that no amount holds, in text order, each with its reason.
pub(crate) fn alone(
    doc: &Doc<'_>,
    numerals: &[Numeral],
    amounts: &[Amount],
    dates: &[Date],
) -> Vec<LeftAlone> {
    let taken = |numeral: &Numeral| {
        let at = amounts.partition_point(|a| a.tokens.end <= numeral.tokens.start);
        let amount = amounts.get(at);
        amount.is_some_and(|a| a.tokens.start < numeral.tokens.end)
    };
    let left = numerals.iter().filter(|n| !taken(n));
    left.map(|n| explained(doc, n, dates)).collect()
}

fn explained(doc: &Doc<'_>, numeral: &Numeral, dates: &[Date]) -> LeftAlone {
    let sentence = &doc.sentences[doc.sentence_of(numeral.tokens.start)].tokens;
    let date = dates.iter().find(|d| d.span.overlaps(numeral.span));
    let (rule, words) = match date {
        Some(date) => ("leave-date", date.tokens.clone()),
        None => reason(doc, numeral, sentence),
    };
    LeftAlone {
        span: numeral.span,
        rule,
        because: vec![Because {
            what: "words around it",
            span: doc.span_of(words),
        }],
    }
}

/// The rule that leaves the number alone, and the words that say so.
fn reason(
    doc: &Doc<'_>,
    numeral: &Numeral,
    sentence: &Range<usize>,
) -> (&'static str, Range<usize>) {
    let tokens = &numeral.tokens;
    let before = tokens.start.saturating_sub(1).max(sentence.start)..tokens.end;
    let after = tokens.start..(tokens.end + 1).min(sentence.end);
    let both = before.start..after.end;
    if guard::is_pair(doc, numeral) || guard::is_pronoun(doc, numeral, true) {
        return ("leave-pair", before);
    }
    match guard::why_left_alone(doc, numeral, sentence) {
        Some(Reason::Phone) => ("leave-phone", both),
        Some(Reason::Notation) => ("leave-clock", both),
        Some(Reason::Date) => ("leave-date", both),
        Some(Reason::Designation) => ("leave-designation", before),
        Some(Reason::Title) => ("leave-title", both),
        None if linked(doc, tokens) => ("leave-score", both),
        None => ("leave-bare", both),
    }
}

/// Whether a hyphen ties the number to another one.
fn linked(doc: &Doc<'_>, tokens: &Range<usize>) -> bool {
    let hyphen = |at: usize| doc.is_kind(at, Kind::Hyphen) && doc.has_shape(at, Shape::GLUED);
    let number = |at: usize| doc.is_kind(at, Kind::Number);
    hyphen(tokens.end) && number(tokens.end + 1)
        || tokens.start > 1 && hyphen(tokens.start - 1) && number(tokens.start - 2)
}
