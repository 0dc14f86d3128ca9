//! Amounts: numbers with unit, hedge, form and direction.
//!
//! Per sentence: each number gets the unit that stands beside it, or is left alone;
//! neighbours join into ranges and sums and share units; what has no unit yet gets the noun
//! it counts; last come hedges, conversions and the direction of change.

mod bounds;
mod change;
mod counted;
mod finish;
mod guard;
mod join;
mod left;
mod money;
mod naming;
mod parts;
mod people;
mod phone;
mod piece;
mod rules;
mod tables;
mod tally;
mod unit;

use crate::doc::Doc;
use crate::layers::{Amount, Date, Numeral};
use crate::phrase::Phrases;
use rust_decimal::Decimal;

pub(crate) use left::alone as left_alone;
pub(crate) use money::{is_money_before_digits, is_money_word, money_before};
pub(crate) use people::{
    is_done_to_people, is_state_of_people, state_before as state_of_people_before,
    verb_of as verb_of_people,
};
pub(crate) use rules::RULES;
pub(crate) use tables::words;
pub(crate) use unit::is_measure_word;

/// All amounts of an article, in order. `dates` are left alone.
pub(crate) fn find(
    doc: &Doc<'_>,
    _phrases: &Phrases,
    numerals: &[Numeral],
    dates: &[Date],
) -> Vec<Amount> {
    let mut out: Vec<Amount> = Vec::new();
    let mut rest = numerals;
    for sentence in &doc.sentences {
        let here = rest.partition_point(|n| n.tokens.start < sentence.tokens.end);
        let (numerals, others) = rest.split_at(here);
        rest = others;
        if numerals.is_empty() {
            continue;
        }
        let mut pieces = piece::read(doc, numerals, dates, &sentence.tokens);
        join::all(doc, &mut pieces, &sentence.tokens);
        finish::all(doc, &mut pieces, &sentence.tokens);
        let offset = out.len();
        out.extend(pieces.into_iter().map(|p| {
            let mut amount = p.amount;
            amount.conversion_of = amount.conversion_of.map(|i| i + offset);
            amount
        }));
    }
    out
}

/// `value` times a power of ten; `None` beyond 28 digits.
pub(crate) fn times_ten(value: Decimal, power: i32) -> Option<Decimal> {
    if power.unsigned_abs() > 28 {
        return None;
    }
    let ten =
        (0..power.unsigned_abs()).try_fold(Decimal::ONE, |p, _| p.checked_mul(Decimal::TEN))?;
    if power >= 0 {
        value.checked_mul(ten)
    } else {
        let quotient = value.checked_div(ten)?;
        (quotient.checked_mul(ten)? == value).then_some(quotient)
    }
}
