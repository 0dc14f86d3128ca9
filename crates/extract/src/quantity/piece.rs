//! One number with what stands beside it, on its way to an amount.

use super::parts::Parts;
use super::{counted, guard, money, unit};
use crate::doc::Doc;
use crate::layers::{Amount, Date, Numeral};
use claimbook_model::{Bound, Dimension, Form, Number, Unit};
use rust_decimal::Decimal;
use std::ops::Range;

/// A number on its way to an amount.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) amount: Amount,
    /// The scale word's value, if the number ends in one.
    pub(super) scale: Option<Decimal>,
    /// Whether a currency sign stands before it.
    pub(super) signed: bool,
    /// The rule that read the number.
    pub(super) numeral: Numeral,
    /// Whether joining found it to be no quantity (a score, a phone number).
    pub(super) dropped: bool,
}

/// The pieces of one sentence, numbers that are no quantities left out.
pub(super) fn read(
    doc: &Doc<'_>,
    numerals: &[Numeral],
    dates: &[Date],
    sentence: &Range<usize>,
) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(numerals.len());
    for numeral in numerals {
        let free = out.last().map_or(sentence.start, |p| p.amount.tokens.end);
        if numeral.tokens.start >= free
            && let Some(piece) = read_one(doc, numeral, dates, sentence, free)
        {
            out.push(piece);
        }
    }
    out
}

fn read_one(
    doc: &Doc<'_>,
    numeral: &Numeral,
    dates: &[Date],
    sentence: &Range<usize>,
    free: usize,
) -> Option<Piece> {
    let scaled = numeral.scale.is_some();
    let before = money::before(doc, numeral.tokens.start, free, scaled);
    let parts = Parts::new(doc, numeral.tokens.end, sentence.end);
    let parts = match unit_of_part(doc, numeral) {
        Some(at) => Parts::new(doc, at, sentence.end),
        None => parts,
    };
    let mut piece = Piece::new(numeral);
    if let Some(before) = before {
        piece.take_money_before(doc, &before, &parts)?;
    } else if numeral.rule == "numeral-fold" {
        piece.set_unit(Unit::fixed("times"), Dimension::Ratio, "unit-ratio");
    } else if doc.is(numeral.tokens.start, "zero") && follows_absolute(doc, numeral, free) {
        piece.amount.tokens.start -= 1;
        piece.set_unit(
            Unit::fixed("kelvin"),
            Dimension::Temperature,
            "unit-physical",
        );
    } else if let Some(hit) = unit::after(doc, numeral, &parts) {
        if guard::is_title(doc, numeral, sentence) {
            return None;
        }
        piece.take_unit(doc, hit, &parts)?;
    } else {
        let noun = counted::after(doc, numeral.tokens.end, sentence.end, false).is_some();
        if guard::leave_alone(doc, numeral, sentence, noun).is_some() {
            return None;
        }
    }
    let span_of_time = piece.amount.dimension == Dimension::Duration;
    let quotient = numeral.rule == "numeral-ratio";
    if guard::in_date(numeral, dates) && !span_of_time && !quotient {
        return None;
    }
    Some(piece)
}

/// "absolute zero", the bottom of the scale of temperature.
fn follows_absolute(doc: &Doc<'_>, numeral: &Numeral, free: usize) -> bool {
    let start = numeral.tokens.start;
    start > free && doc.is(start - 1, "absolute") && numeral.tokens.len() == 1
}

/// "half a mile", "a third of an hour": where the unit of a part begins.
fn unit_of_part(doc: &Doc<'_>, numeral: &Numeral) -> Option<usize> {
    if numeral.rule != "numeral-fraction" {
        return None;
    }
    let of = numeral.tokens.end + usize::from(doc.is(numeral.tokens.end, "of"));
    let article = doc.is(of, "a") || doc.is(of, "an");
    (article && unit::is_measure_word(doc, of + 1)).then_some(of + 1)
}

impl Piece {
    fn new(numeral: &Numeral) -> Self {
        Self {
            amount: Amount {
                tokens: numeral.tokens.clone(),
                number: numeral.tokens.clone(),
                value: numeral.value,
                value_max: numeral.vague_max,
                form: if numeral.vague_max.is_some() {
                    Form::Range
                } else {
                    Form::Point
                },
                bound: Bound::Equal,
                unit: None,
                unit_tokens: None,
                dimension: Dimension::Other,
                change: None,
                change_word: None,
                change_to_level: false,
                conversion_of: None,
                rule: numeral.rule,
                because: Vec::new(),
            },
            scale: numeral.scale.map(Number::decimal),
            signed: false,
            numeral: numeral.clone(),
            dropped: false,
        }
    }

    fn take_money_before(
        &mut self,
        doc: &Doc<'_>,
        before: &money::Before,
        parts: &Parts<'_>,
    ) -> Option<()> {
        let narrowed = if before.open {
            money::narrowed(parts)
        } else {
            None
        };
        let (code, taken) = narrowed.unwrap_or((before.code, 0));
        let hit = unit::compound(
            doc,
            parts,
            unit::Hit::new(Unit::fixed(code), taken, "unit-money"),
        );
        self.signed = true;
        self.amount.tokens.start = before.start;
        self.amount.number.start = before.start;
        if let Some(scale) = before.scale {
            self.multiply(scale)?;
        }
        let end = parts.end_of(hit.parts).unwrap_or(self.amount.tokens.end);
        self.amount.tokens.end = end;
        self.amount.unit_tokens = Some(before.start..before.start + 1);
        self.set_unit(hit.unit, hit.dimension, hit.rule);
        Some(())
    }

    fn take_unit(&mut self, doc: &Doc<'_>, hit: unit::Hit, parts: &Parts<'_>) -> Option<()> {
        if let Some(scale) = hit.scale {
            self.multiply(scale)?;
        }
        let from = parts.get(0)?.token;
        let mut end = parts.end_of(hit.parts)?;
        let mut dimension = hit.dimension;
        let mut rule = hit.rule;
        if dimension == Dimension::Duration
            && let Some(taken) = age_words(parts, hit.parts)
        {
            dimension = Dimension::Age;
            end = parts.end_of(taken)?;
            rule = "unit-age";
        } else if dimension == Dimension::Duration && follows_aged(doc, self.amount.tokens.start) {
            dimension = Dimension::Age;
            rule = "unit-age";
        }
        self.amount.unit_tokens = Some(from..end);
        self.amount.tokens.end = end;
        self.set_unit(hit.unit, dimension, rule);
        Some(())
    }

    /// Multiplies the value by a scale word that belongs to the unit.
    pub(super) fn multiply(&mut self, scale: Decimal) -> Option<()> {
        self.amount.value = Number::from(self.amount.value.decimal().checked_mul(scale)?);
        self.scale = Some(scale);
        Some(())
    }

    pub(super) fn set_unit(&mut self, unit: Unit, dimension: Dimension, rule: &'static str) {
        self.amount.unit = Some(unit);
        self.amount.dimension = dimension;
        self.amount.rule = rule;
    }

    /// Whether the unit is a counted noun or missing, so that another may be shared.
    pub(super) fn is_bare(&self) -> bool {
        self.amount.unit.is_none()
    }
}

/// The parts up to "old" or "of age" after a unit of time.
fn age_words(parts: &Parts<'_>, at: usize) -> Option<usize> {
    if parts.is(at, "old") || parts.is(at, "olds") {
        return Some(at + 1);
    }
    (parts.is(at, "of") && parts.is(at + 1, "age")).then_some(at + 2)
}

pub(super) fn follows_aged(doc: &Doc<'_>, at: usize) -> bool {
    at > 0
        && matches!(
            doc.text_of(at - 1),
            "aged" | "Aged" | "age" | "ages" | "ageing"
        )
}
