//! Numbers in digits and words, before anything is known of their unit.
//!
//! One pass over the tokens; a number is read as long as it goes ("7.2 million",
//! "two and a half", "33 790", "1.5×10^6") and its tokens are not read again.

mod digits;
mod fraction;
mod ordinal;
mod rules;
mod sum;
mod table;
mod words;

use crate::class::Class;
use crate::doc::Doc;
use crate::layers::Numeral;
use crate::tag::Tag;
use crate::token::{Kind, Shape};
use claimbook_model::Number;
use rust_decimal::Decimal;
use std::ops::Range;

pub(crate) use fraction::quotient;
pub(crate) use rules::RULES;
pub(crate) use table::{NumberWord, Part, number_word};

/// A number that was read and where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Read {
    /// First token; a minus or "half" may stand before the token that was met.
    start: usize,
    /// One past the last token.
    end: usize,
    value: Decimal,
    max: Option<Decimal>,
    /// The scale word that it ends in.
    scale: Option<Decimal>,
    rule: &'static str,
}

/// All numbers of an article, in order.
pub(crate) fn find(doc: &Doc<'_>) -> Vec<Numeral> {
    let mut out = Vec::new();
    for sentence in &doc.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let read = may_begin(doc, at)
                .then(|| read(doc, at, &sentence.tokens))
                .flatten();
            at = match read {
                Some(read) => {
                    out.push(numeral(doc, read));
                    read.end
                }
                None => digits::beyond_reach(doc, at, sentence.tokens.end).unwrap_or(at + 1),
            };
        }
    }
    out
}

fn numeral(doc: &Doc<'_>, read: Read) -> Numeral {
    let tokens = read.start..read.end;
    Numeral {
        span: doc.span_of(tokens.clone()),
        tokens,
        value: Number::from(read.value),
        vague_max: read.max.map(Number::from),
        scale: read.scale.map(Number::from),
        rule: read.rule,
    }
}

/// Whether a number can begin with this token.
fn may_begin(doc: &Doc<'_>, at: usize) -> bool {
    let token = &doc.tokens[at];
    match token.kind {
        Kind::Number => true,
        Kind::Word => {
            token.class.any(Class::NUMBER_WORD)
                || matches!(token.byte | 0x20, b'a' | b'h' | b'q' | b'o')
                    && matches!(doc.lower(at), "a" | "an" | "half" | "quarter" | "one")
        }
        _ => false,
    }
}

/// The number that begins at `at`.
fn read(doc: &Doc<'_>, at: usize, sentence: &Range<usize>) -> Option<Read> {
    let end = sentence.end;
    let read = fold(doc, at)
        .or_else(|| fraction::ratio(doc, at, end))
        .or_else(|| ordinal::fraction(doc, at, end))
        .or_else(|| fraction::in_words(doc, at, end))
        .or_else(|| fraction::in_digits(doc, at, end))
        .or_else(|| words::vague(doc, at, end))
        .or_else(|| words::one_unit(doc, at, end))
        .or_else(|| words::plain(doc, at, end))?;
    Some(signed(doc, read, sentence.start))
}

/// "threefold": so many times.
fn fold(doc: &Doc<'_>, at: usize) -> Option<Read> {
    let word = words::word_at(doc, at).filter(|w| w.part == Part::Fold)?;
    Some(Read {
        start: at,
        end: at + 1,
        value: word.value,
        max: None,
        scale: None,
        rule: "numeral-fold",
    })
}

/// Takes in a minus before the number: a sign with nothing glued before it, or the word.
fn signed(doc: &Doc<'_>, read: Read, first: usize) -> Read {
    let Some(before) = read.start.checked_sub(1).filter(|b| *b >= first) else {
        return read;
    };
    let start = if doc.is(before, "minus") || doc.is(before, "negative") {
        Some(before)
    } else if is_minus_sign(doc, before) {
        let word = before.checked_sub(1).filter(|w| *w >= first);
        match word {
            Some(w) if doc.is(w, "minus") => Some(w),
            _ => free_standing(doc, before, first).then_some(before),
        }
    } else {
        None
    };
    match start {
        Some(start) => Read {
            start,
            value: -read.value,
            ..read
        },
        None => read,
    }
}

fn is_minus_sign(doc: &Doc<'_>, at: usize) -> bool {
    doc.has_shape(at + 1, Shape::GLUED)
        && (doc.is_kind(at, Kind::Hyphen) || doc.text_of(at) == "\u{2212}")
}

/// Whether a blank, a bracket or a currency sign stands before the sign, and no name or
/// number that it could belong to ("COVID -19", "5 -10").
fn free_standing(doc: &Doc<'_>, at: usize, first: usize) -> bool {
    if at == first {
        return true;
    }
    let before = &doc.tokens[at - 1];
    if !doc.tokens[at].shape.is(Shape::GLUED) {
        return before.kind != Kind::Number && before.tag != Tag::Name;
    }
    matches!(before.kind, Kind::Open | Kind::Symbol | Kind::DoubleQuote)
        && !doc.is_mark(at - 1, b'%')
}
