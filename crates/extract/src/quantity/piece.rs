//! One number with what stands beside it, on its way to an amount.

use super::parts::Parts;
use super::{bounds, change, counted, guard, money, unit};
use crate::class::Class;
use crate::doc::Doc;
use crate::layers::{Amount, Date, Numeral};
use crate::tag::Tag;
use crate::token::Kind;
use claimbook_model::annotation::Because;
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
    numerals
        .iter()
        .filter_map(|n| read_one(doc, n, dates, sentence))
        .collect()
}

fn read_one(
    doc: &Doc<'_>,
    numeral: &Numeral,
    dates: &[Date],
    sentence: &Range<usize>,
) -> Option<Piece> {
    let scaled = numeral.scale.is_some();
    let before = money::before(doc, numeral.tokens.start, sentence.start, scaled);
    let parts = Parts::new(doc, numeral.tokens.end, sentence.end);
    let mut piece = Piece::new(numeral);
    if let Some(before) = before {
        piece.take_money_before(doc, &before, &parts)?;
    } else if let Some(hit) = unit::after(doc, numeral, &parts) {
        piece.take_unit(doc, hit, &parts)?;
    } else {
        let noun = counted::after(doc, numeral.tokens.end, sentence.end, false).is_some();
        if guard::leave_alone(doc, numeral, sentence, noun) {
            return None;
        }
    }
    let span_of_time = piece.amount.dimension == Dimension::Duration;
    if guard::in_date(numeral, dates) && !span_of_time {
        return None;
    }
    Some(piece)
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

fn follows_aged(doc: &Doc<'_>, at: usize) -> bool {
    at > 0
        && matches!(
            doc.text_of(at - 1),
            "aged" | "Aged" | "age" | "ages" | "ageing"
        )
}

/// Gives units to the bare, then hedges, conversions and directions; drops what is no quantity.
pub(super) fn finish(doc: &Doc<'_>, pieces: &mut Vec<Piece>, sentence: &Range<usize>) {
    let mut counted_unit: Option<Unit> = None;
    for i in 0..pieces.len() {
        let next = pieces
            .get(i + 1)
            .map_or(sentence.end, |p| p.amount.tokens.start);
        name_unit(doc, &mut pieces[i], sentence, next, counted_unit.as_ref());
        if pieces[i].amount.dimension == Dimension::Count {
            counted_unit.clone_from(&pieces[i].amount.unit);
        }
    }
    pieces.retain(|p| !p.dropped);
    for i in 0..pieces.len() {
        hedge(doc, &mut pieces[i].amount, sentence);
    }
    pieces.retain(|p| is_amount(doc, p, sentence));
    super::join::bounds(doc, pieces);
    for i in 0..pieces.len() {
        convert(doc, pieces, i);
        direct(doc, pieces, i, sentence);
    }
}

/// Ages, parts of wholes and counted nouns for a number without a unit.
fn name_unit(
    doc: &Doc<'_>,
    piece: &mut Piece,
    sentence: &Range<usize>,
    next: usize,
    counted_before: Option<&Unit>,
) {
    if !piece.is_bare() {
        return;
    }
    let amount = &piece.amount;
    let end = amount.tokens.end;
    if is_age(doc, amount, sentence) {
        piece.set_unit(Unit::fixed("year"), Dimension::Age, "unit-age");
        return;
    }
    if matches!(piece.numeral.rule, "numeral-fraction" | "numeral-ratio")
        && amount.value.decimal() < Decimal::ONE
    {
        piece.set_unit(Unit::fixed("fraction"), Dimension::Ratio, "unit-fraction");
        return;
    }
    let one = amount.value.decimal() == Decimal::ONE;
    let limit = if next > end { next } else { sentence.end };
    let hyphen = doc.is_kind(end, Kind::Hyphen);
    let from = end;
    if !hyphen && let Some(noun) = counted::after(doc, from, limit.min(sentence.end), one) {
        take_counted(doc, piece, noun, sentence);
        return;
    }
    if let Some(unit) =
        counted_before.filter(|_| compares(doc, amount.tokens.start, sentence.start))
    {
        piece.set_unit(unit.clone(), Dimension::Count, "unit-counted");
        return;
    }
    if hyphen || guard::is_pronoun(doc, &piece.numeral, false) {
        piece.dropped = true;
    }
}

/// "compared with 63", "up from 2.4 million": the noun is the last one counted.
fn compares(doc: &Doc<'_>, start: usize, first: usize) -> bool {
    start > first
        && matches!(
            doc.lower(start - 1),
            "from" | "with" | "to" | "against" | "versus" | "than"
        )
        && start > first + 1
        && matches!(
            doc.text_of(start - 2),
            "compared" | "up" | "down" | "against" | "versus" | "more" | "opposed"
        )
}

fn take_counted(doc: &Doc<'_>, piece: &mut Piece, noun: counted::Counted, sentence: &Range<usize>) {
    let end = noun.tokens.end;
    let head = Parts::new(doc, noun.head, sentence.end);
    let known = unit::after(doc, &piece.numeral, &head).filter(|_| noun.tokens.len() > 1);
    let hit = match known {
        Some(hit) => hit,
        None => unit::compound(
            doc,
            &head,
            unit::Hit::new(Unit::new(&noun.name), 1, "unit-counted"),
        ),
    };
    let end = head.end_of(hit.parts).unwrap_or(end);
    piece.amount.because.push(Because {
        what: "head noun",
        span: doc.tokens[noun.head].span,
    });
    piece.amount.unit_tokens = Some(noun.tokens.start..end);
    piece.amount.tokens.end = end;
    piece.set_unit(hit.unit, hit.dimension, hit.rule);
}

/// "aged 65", "Lee, 65, said".
fn is_age(doc: &Doc<'_>, amount: &Amount, sentence: &Range<usize>) -> bool {
    let (start, end) = (amount.tokens.start, amount.tokens.end);
    let value = amount.value.decimal();
    if start <= sentence.start
        || !value.is_integer()
        || value < Decimal::ONE
        || value > Decimal::from(120)
    {
        return false;
    }
    if follows_aged(doc, start) {
        return !doc.can_be(end, Class::NOUN);
    }
    let closed = doc.is_mark(end, b',') || doc.is_kind(end, Kind::Stop) && end + 1 >= sentence.end;
    start > sentence.start + 1
        && amount.value_max.is_none()
        && doc.is_kind(start, Kind::Number)
        && doc.is_mark(start - 1, b',')
        && closed
        && doc.tag(start - 2) == Tag::Name
        && !doc.can_be(
            start - 2,
            Class::MONTH.with(Class::WEEKDAY).with(Class::PLACE),
        )
}

/// Hedges on either side; those before win.
fn hedge(doc: &Doc<'_>, amount: &mut Amount, sentence: &Range<usize>) {
    let before = bounds::before(doc, amount.tokens.start, sentence.start, amount.dimension);
    let number_end = amount.number.end;
    let after = bounds::after(doc, amount.tokens.end, sentence.end)
        .or_else(|| bounds::after(doc, number_end, sentence.end));
    if let Some(after) = after.filter(|a| a.tokens.end <= sentence.end) {
        amount.bound = after.bound;
        amount.tokens.end = amount.tokens.end.max(after.tokens.end);
        amount.because.push(Because {
            what: "bound",
            span: doc.span_of(after.tokens),
        });
    }
    if let Some(before) = before {
        amount.bound = before.bound;
        amount.tokens.start = before.tokens.start;
        amount.because.push(Because {
            what: "bound",
            span: doc.span_of(before.tokens),
        });
    }
}

/// Small bare numbers in running text are names and pronouns more often than amounts.
fn is_amount(doc: &Doc<'_>, piece: &Piece, sentence: &Range<usize>) -> bool {
    let amount = &piece.amount;
    if amount.unit.is_some() || amount.value_max.is_some() || amount.bound != Bound::Equal {
        return true;
    }
    let value = amount.value.decimal();
    let alone = sentence
        .clone()
        .all(|i| amount.tokens.contains(&i) || !doc.is_kind(i, Kind::Word));
    alone || !value.is_integer() || value.is_sign_negative() || value >= Decimal::ONE_HUNDRED
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
    let slash = start > 0 && doc.is_mark(start - 1, b'/') && outer.amount.conversion_of.is_some();
    if same && (opened || slash) {
        piece.amount.conversion_of = if slash {
            outer.amount.conversion_of
        } else {
            Some(i - 1)
        };
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
            && pieces[..i]
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
            what: "change",
            span,
        });
        return;
    }
    let Some(before) = i.checked_sub(1) else {
        return;
    };
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
