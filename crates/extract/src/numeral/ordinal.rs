//! Fractions whose lower number takes several words: "one twenty-fifth", "three
//! hundred-and-fifths", and numbers with a decimal part in words.
//!
//! The words up to the last ordinal are cut in two where both sides read as numbers; of
//! several cuts the one with the longest lower number holds ("one hundred thirty-fifths"
//! are hundred parts of thirty-five).

use super::sum::Sum;
use super::table::Part;
use super::words::word_at;
use super::{Read, fraction};
use crate::doc::Doc;
use crate::token::Kind;
use rust_decimal::Decimal;

/// Most tokens of such a fraction.
const LONGEST: usize = 12;

/// The fraction that begins at `at`.
pub(super) fn fraction(doc: &Doc<'_>, at: usize, end: usize) -> Option<Read> {
    let last = last_ordinal(doc, at, end.min(at + LONGEST))?;
    let plural = word_at(doc, last)?.part == Part::Fraction;
    let (value, start) = (at + 1..last)
        .find_map(|cut| split(doc, at, cut, last).map(|value| (value, cut)))
        .or_else(|| decimal(doc, at, last).map(|value| (value, last)))?;
    let one = start == at + 1 && matches!(doc.lower(at), "one" | "a" | "1");
    let alone = one && fraction::stands_alone(doc, last + 1);
    (plural || alone).then_some(Read {
        start: at,
        end: last + 1,
        value,
        max: None,
        scale: None,
        rule: "numeral-fraction",
    })
}

/// The last ordinal of the run of number words that begins at `at`.
fn last_ordinal(doc: &Doc<'_>, at: usize, end: usize) -> Option<usize> {
    let mut last = None;
    for i in at..end {
        match word_at(doc, i).map(|w| w.part) {
            Some(Part::Ordinal | Part::Fraction) => {
                last = Some(i);
                break;
            }
            Some(_) => {}
            None if i == at && doc.lower(i) == "a" => {}
            None if i > at && doc.is(i, "and") => {}
            None if i > at && matches!(doc.tokens[i].kind, Kind::Hyphen | Kind::Dash) => {}
            None => break,
        }
    }
    last.filter(|last| *last > at + 1)
}

/// The quotient of the numbers before and from `cut` on.
fn split(doc: &Doc<'_>, at: usize, cut: usize, last: usize) -> Option<Decimal> {
    let opens = word_at(doc, cut).filter(|w| matches!(w.part, Part::Unit | Part::Tens))?;
    let tied = |i: usize| matches!(doc.tokens[i].kind, Kind::Hyphen | Kind::Dash);
    if tied(cut - 1) || opens.plural {
        return None;
    }
    let above = if doc.lower(at) == "a" && cut == at + 1 {
        Decimal::ONE
    } else {
        cardinal(doc, at, cut)?
    };
    let below = cardinal(doc, cut, last_of_cardinal(doc, last))?;
    let below = join(below, word_at(doc, last)?.value)?;
    (below > Decimal::ONE).then(|| fraction::quotient(above, below))?
}

/// "two hundred and fifty-four hundredths": the whole before "and", decimals after it.
fn decimal(doc: &Doc<'_>, at: usize, last: usize) -> Option<Decimal> {
    let and = (at + 1..last).rev().find(|i| doc.is(*i, "and"))?;
    let parts = word_at(doc, last)?.value;
    let whole = cardinal(doc, at, and)?;
    let above = cardinal(doc, and + 1, last)?;
    let tenths = parts >= Decimal::TEN && above < parts;
    whole.checked_add(fraction::quotient(above, parts).filter(|_| tenths)?)
}

/// Where the cardinal part before the ordinal ends: an "and" or hyphen belongs to neither.
fn last_of_cardinal(doc: &Doc<'_>, last: usize) -> usize {
    let joint = doc.is(last - 1, "and") || doc.is_kind(last - 1, Kind::Hyphen);
    last - usize::from(joint)
}

/// A hundred and five, twenty and five; not five and twenty.
fn join(cardinal: Decimal, ordinal: Decimal) -> Option<Decimal> {
    let hundredth = ordinal >= Decimal::ONE_HUNDRED;
    if hundredth {
        return cardinal.checked_mul(ordinal);
    }
    let tens = (cardinal % Decimal::TEN).is_zero() && ordinal < Decimal::TEN;
    let room = (cardinal % Decimal::ONE_HUNDRED).is_zero();
    (tens || room).then(|| cardinal.checked_add(ordinal))?
}

/// The number that the tokens `at..end` spell out, if they spell out nothing else.
fn cardinal(doc: &Doc<'_>, at: usize, end: usize) -> Option<Decimal> {
    let mut sum = Sum::default();
    let mut i = at;
    while i < end {
        i = sum.take(doc, i, end)?;
    }
    sum.value().filter(|_| i > at)
}
