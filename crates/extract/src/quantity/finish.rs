//! What an amount gets once its unit is known: hedge, conversion, direction.

use super::piece::Piece;
use super::{bounds, change, guard, join, naming};
use crate::doc::Doc;
use crate::layers::Amount;
use crate::token::Kind;
use claimbook_model::annotation::Because;
use claimbook_model::{Bound, Dimension, Form};
use rust_decimal::Decimal;
use std::ops::Range;

/// Gives units to the bare, then hedges, conversions and directions; drops what is no quantity.
pub(super) fn all(doc: &Doc<'_>, pieces: &mut Vec<Piece>, sentence: &Range<usize>) {
    pieces.retain(|p| !p.dropped);
    naming::all(doc, pieces, sentence);
    for piece in pieces.iter_mut() {
        in_brackets(doc, &mut piece.amount, sentence);
        hedge(doc, &mut piece.amount, sentence);
        open_range(doc, &mut piece.amount, sentence);
    }
    pieces.retain(|p| is_amount(doc, p, sentence));
    join::bounds(doc, pieces);
    for i in 0..pieces.len() {
        convert(doc, pieces, i);
        direct(doc, pieces, i, sentence);
    }
}

/// "a result of (12.50)", "Net income: ($3.2m)": money that stands for a figure in brackets
/// of its own is negative, as in accounts.
fn in_brackets(doc: &Doc<'_>, amount: &mut Amount, sentence: &Range<usize>) {
    let Some(open) = amount
        .tokens
        .start
        .checked_sub(1)
        .filter(|o| *o >= sentence.start)
    else {
        return;
    };
    let closed = doc.is_kind(open, Kind::Open) && doc.is_kind(amount.tokens.end, Kind::Close);
    let led = open > sentence.start
        && (doc.can_be(open - 1, crate::class::Class::BE) || doc.is_mark(open - 1, b':'));
    if closed && led && amount.dimension == Dimension::Currency && amount.value_max.is_none() {
        amount.value = claimbook_model::Number::from(-amount.value.decimal());
        amount.tokens = open..amount.tokens.end + 1;
    }
}

/// Hedges on either side; those before win, but for "about five hundred or more".
fn hedge(doc: &Doc<'_>, amount: &mut Amount, sentence: &Range<usize>) {
    let before = bounds::before(doc, amount.tokens.start, sentence.start, amount.dimension);
    let number_end = amount.number.end;
    let after = bounds::after(doc, amount.tokens.end, sentence.end)
        .or_else(|| bounds::after(doc, number_end, sentence.end));
    if let Some(after) = after.filter(|a| a.tokens.end <= sentence.end) {
        amount.bound = after.bound;
        amount.tokens.end = amount.tokens.end.max(after.tokens.end);
        amount.because.push(Because {
            what: "bound-after",
            span: doc.span_of(after.tokens),
        });
    }
    if let Some(before) = before {
        if amount.bound == Bound::Equal || before.bound != Bound::About {
            amount.bound = before.bound;
        }
        amount.tokens.start = before.tokens.start;
        amount.because.push(Because {
            what: "bound-before",
            span: doc.span_of(before.tokens),
        });
    }
}

/// Takes in the "from" or "between" that opens a range.
fn open_range(doc: &Doc<'_>, amount: &mut Amount, sentence: &Range<usize>) {
    let start = amount.tokens.start;
    let opens = start > sentence.start
        && (doc.is(start - 1, "between")
            || amount.form == Form::FromTo && doc.is(start - 1, "from"));
    if opens && amount.value_max.is_some() {
        amount.tokens.start -= 1;
    }
}

/// Tokens of a sentence that may be nothing but a number.
const SHORT: usize = 16;

/// Small bare numbers in running text are names and pronouns more often than amounts.
fn is_amount(doc: &Doc<'_>, piece: &Piece, sentence: &Range<usize>) -> bool {
    let amount = &piece.amount;
    if amount.unit.is_some() || amount.value_max.is_some() || amount.bound != Bound::Equal {
        return true;
    }
    let value = amount.value.decimal();
    let at = amount.tokens.clone();
    let equals = at.start > sentence.start
        && doc.can_be(at.start - 1, crate::class::Class::BE)
        && doc
            .tokens
            .get(at.end)
            .is_none_or(|t| t.tag == crate::tag::Tag::Mark);
    let alone = sentence.len() < SHORT
        && sentence
            .clone()
            .all(|i| amount.tokens.contains(&i) || !doc.is_kind(i, Kind::Word));
    let moved = || change::governing(doc, at.start, sentence.start, amount.dimension).is_some();
    alone
        || equals
        || is_part_of_named(doc, at.end)
        || moved()
        || guard::is_said_to_be(doc, &at)
        || !value.is_integer()
        || value.is_sign_negative()
        || value >= Decimal::ONE_HUNDRED
}

/// "18 of them": a part of what was named before.
fn is_part_of_named(doc: &Doc<'_>, at: usize) -> bool {
    const NAMED: [&str; 6] = ["them", "these", "those", "us", "whom", "which"];
    doc.is(at, "of") && NAMED.iter().any(|word| doc.is(at + 1, word))
}

/// An amount in brackets right after one of the same dimension is its conversion.
fn convert(doc: &Doc<'_>, pieces: &mut [Piece], i: usize) {
    if i == 0 {
        return;
    }
    let (done, rest) = pieces.split_at_mut(i);
    let (Some(outer), Some(piece)) = (done.last(), rest.first_mut()) else {
        return;
    };
    let start = piece.amount.tokens.start;
    let opened =
        start > 0 && doc.is_kind(start - 1, Kind::Open) && outer.amount.tokens.end + 1 >= start;
    let same =
        outer.amount.dimension == piece.amount.dimension && outer.amount.unit != piece.amount.unit;
    let of_bare = outer.is_bare()
        && outer.amount.unit.is_none()
        && piece.amount.dimension == Dimension::Currency
        && outer.scale == piece.scale;
    let same = same || of_bare;
    let slash = start > 0 && doc.is_mark(start - 1, b'/') && outer.amount.conversion_of.is_some();
    if same
        && outer.amount.value_max.is_some() == piece.amount.value_max.is_some()
        && (opened || slash)
    {
        piece.amount.conversion_of = if slash {
            outer.amount.conversion_of
        } else {
            Some(i - 1)
        };
        piece.amount.because.push(Because {
            what: "conversion-bracket",
            span: doc.span_of(outer.amount.tokens.clone()),
        });
        if piece.amount.bound == Bound::Equal {
            piece.amount.bound = outer.amount.bound;
        }
    }
}

/// The direction of change by verb or predicate, or by the amount before ("190 points, or 0.6%").
fn direct(doc: &Doc<'_>, pieces: &mut [Piece], i: usize, sentence: &Range<usize>) {
    let amount = &pieces[i].amount;
    if amount.value_max.is_some() || amount.dimension == Dimension::Age {
        return;
    }
    let found = change::governing(doc, amount.tokens.start, sentence.start, amount.dimension);
    let start = amount.tokens.start;
    if let Some(change) = found {
        let level_after_difference = change.to_level
            && pieces[i.saturating_sub(3)..i]
                .iter()
                .any(|p| p.amount.change_word == Some(change.word));
        if level_after_difference {
            return;
        }
        let span = doc.tokens[change.word].span;
        let amount = &mut pieces[i].amount;
        amount.change = Some(change.direction);
        amount.change_word = Some(change.word);
        amount.change_to_level = change.to_level;
        amount.because.push(Because {
            what: change.rule,
            span,
        });
        return;
    }
    let Some(before) = i.checked_sub(1) else {
        return;
    };
    if is_price_reached(doc, &pieces[before].amount, &pieces[i].amount) {
        pieces[i].amount.change = pieces[before].amount.change;
        pieces[i].amount.change_to_level = true;
        return;
    }
    let by = start > sentence.start && doc.is(start - 1, "by");
    if by && pieces[before].amount.dimension == pieces[i].amount.dimension {
        pieces[i].amount.change = pieces[before].amount.change;
        return;
    }
    let gap = pieces[before].amount.tokens.end..start;
    let or = gap.len() <= 2 && gap.end > gap.start && doc.is(gap.end - 1, "or");
    if or && pieces[before].amount.change.is_some() {
        let (change, word) = (
            pieces[before].amount.change,
            pieces[before].amount.change_word,
        );
        pieces[i].amount.change = change;
        pieces[i].amount.change_word = word;
    }
}

/// "rose 18 sen to 2.35 ringgit": a price that a difference in money leads to. Other
/// levels after a difference ("gained 2% to 4,510") have no direction of their own.
fn is_price_reached(doc: &Doc<'_>, difference: &Amount, level: &Amount) -> bool {
    let money = Dimension::Currency;
    let gap = difference.tokens.end..level.tokens.start;
    difference.dimension == money
        && level.dimension == money
        && gap.len() == 1
        && doc.is(gap.start, "to")
        && !doc.is(difference.tokens.start.saturating_sub(1), "by")
}
