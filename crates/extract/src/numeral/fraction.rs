//! Parts of one: "3/4", "½", "two-thirds", "half a million", "one in four".

use super::table::Part;
use super::words::word_at;
use super::{Read, digits, words};
use crate::doc::Doc;
use crate::tag::Tag;
use crate::token::{Kind, Shape};
use rust_decimal::{Decimal, RoundingStrategy};

/// Digits kept of a fraction that has no end ("a third").
const DIGITS: u32 = 15;

/// Denominators of fractions in digits; others are dates, scores or house numbers.
const DENOMINATORS: [&str; 14] = [
    "2", "3", "4", "5", "6", "8", "10", "16", "20", "32", "40", "50", "64", "100",
];

/// Words before "half" that make it a part of a match or a year.
const NOT_HALF: [&str; 9] = [
    "first", "second", "other", "last", "latter", "final", "opening", "better", "in",
];

/// A fraction to 15 places, exact where it ends before.
pub(crate) fn quotient(above: Decimal, below: Decimal) -> Option<Decimal> {
    let value = above.checked_div(below)?;
    Some(value.round_dp_with_strategy(DIGITS, RoundingStrategy::MidpointAwayFromZero))
}

fn read(start: usize, end: usize, value: Decimal, rule: &'static str) -> Read {
    Read {
        start,
        end,
        value,
        max: None,
        scale: None,
        rule,
    }
}

/// The value of a denominator word: half, third(s), quarter(s) ...
pub(super) fn denominator(doc: &Doc<'_>, at: usize) -> Option<Decimal> {
    let word = doc.text_of(at);
    for (name, value) in [("half", 2), ("quarter", 4), ("quarters", 4)] {
        if word.eq_ignore_ascii_case(name) {
            return Some(Decimal::from(value));
        }
    }
    let word = word_at(doc, at)?;
    let ordinal = word.part == Part::Ordinal && word.value > Decimal::TWO;
    (ordinal || word.part == Part::Fraction).then_some(word.value)
}

/// "a third of", "two-thirds", "half the", "three quarters of a million".
pub(super) fn in_words(doc: &Doc<'_>, at: usize, end: usize) -> Option<Read> {
    if doc.is(at, "half") || doc.is(at, "quarter") && scale_from(doc, at + 1, end).is_some() {
        return half(doc, at, end);
    }
    let hyphen = usize::from(doc.is_kind(at + 1, Kind::Hyphen));
    let below = at + 1 + hyphen;
    if below >= end {
        return None;
    }
    let denominator = denominator(doc, below)?;
    let article = matches!(doc.lower(at), "a" | "an");
    let above = if article {
        Decimal::ONE
    } else if doc.is_kind(at, Kind::Number) {
        digits::plain(doc.text_of(at)).filter(|_| doc.text_of(at).len() < 3)?
    } else {
        word_at(doc, at)
            .filter(|w| matches!(w.part, Part::Unit | Part::Tens))?
            .value
    };
    let scaled = scale_from(doc, below + 1, end);
    if scaled.is_none() && !stands_as_part(doc, below, article || above == Decimal::ONE, hyphen > 0)
    {
        return None;
    }
    let value = quotient(above, denominator)?;
    Some(match scaled {
        Some((scale, next)) => read(at, next, value.checked_mul(scale)?, "numeral-fraction"),
        None => read(at, below + 1, value, "numeral-fraction"),
    })
}

/// "half", alone or before a scale: "half a million", "half of them", "almost half".
fn half(doc: &Doc<'_>, at: usize, end: usize) -> Option<Read> {
    let value = Decimal::ONE.checked_div(denominator(doc, at)?)?;
    if let Some((scale, next)) = scale_from(doc, at + 1, end) {
        return Some(read(
            at,
            next,
            value.checked_mul(scale)?,
            "numeral-fraction",
        ));
    }
    let barred = at > 0 && NOT_HALF.iter().any(|w| doc.is(at - 1, w));
    let glued = doc.is_kind(at + 1, Kind::Hyphen);
    let next = doc.lower(at + 1);
    let part = matches!(
        next,
        "of" | "the"
            | "a"
            | "an"
            | "its"
            | "their"
            | "his"
            | "her"
            | "our"
            | "all"
            | "that"
            | "those"
            | "these"
    ) || doc.is(at + 1, "percent")
        || at > 0
            && matches!(
                doc.lower(at - 1),
                "almost"
                    | "nearly"
                    | "about"
                    | "over"
                    | "than"
                    | "under"
                    | "by"
                    | "least"
                    | "roughly"
                    | "around"
                    | "only"
                    | "just"
            );
    (part && !barred && !glued).then(|| read(at, at + 1, value, "numeral-fraction"))
}

/// A scale word after a fraction: "a million", "of a million", "million".
fn scale_from(doc: &Doc<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let mut i = at + usize::from(doc.is(at, "of"));
    let article = matches!(doc.lower(i), "a" | "an") || i > at && doc.is(i, "one");
    if i > at && !article {
        return None;
    }
    i += usize::from(article);
    if !article && doc.is_kind(i, Kind::Hyphen) {
        i += 1;
    }
    if i >= end {
        return None;
    }
    let word = word_at(doc, i).filter(|w| !w.plural)?;
    matches!(word.part, Part::Scale | Part::Dozen | Part::Hundred).then_some((word.value, i + 1))
}

/// Whether the denominator word is a part here, not an ordinal or a quarter of a year.
fn stands_as_part(doc: &Doc<'_>, below: usize, single: bool, hyphen: bool) -> bool {
    let quarter = doc.text_of(below).to_ascii_lowercase();
    let of = doc.is(below + 1, "of");
    if quarter.starts_with("quarter") {
        return hyphen || of && !doc.can_be(below + 2, crate::class::Class::MONTH);
    }
    if quarter == "half" || !single {
        return true;
    }
    if hyphen {
        return !doc.is_kind(below + 1, Kind::Hyphen);
    }
    stands_alone(doc, below + 1)
}

/// Whether no noun phrase goes on at `next`, so that an ordinal before it is a part.
pub(super) fn stands_alone(doc: &Doc<'_>, next: usize) -> bool {
    !matches!(
        doc.tag(next),
        Tag::Noun
            | Tag::Adjective
            | Tag::Name
            | Tag::Number
            | Tag::Ordinal
            | Tag::Gerund
            | Tag::Participle
    ) && !doc.is_kind(next, Kind::Hyphen)
}

/// "3/4", "2 1/4", "½", "3½".
pub(super) fn in_digits(doc: &Doc<'_>, at: usize, end: usize) -> Option<Read> {
    if !doc.is_kind(at, Kind::Number) {
        return None;
    }
    let (value, next) = match part(doc, at, end) {
        Some(found) => found,
        None => {
            let whole = digits::plain(doc.text_of(at)).filter(Decimal::is_integer)?;
            let joint = doc.is_kind(at + 1, Kind::Hyphen) || doc.is(at + 1, "and");
            let from = at + 1 + usize::from(joint);
            let (value, next) = part(doc, from, end)?;
            (whole.checked_add(value)?, next)
        }
    };
    Some(match scale_from(doc, next, end) {
        Some((scale, next)) => read(at, next, value.checked_mul(scale)?, "numeral-fraction"),
        None => read(at, next, value, "numeral-fraction"),
    })
}

/// A fraction sign, or two small numbers around a slash.
fn part(doc: &Doc<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    if at >= end || !doc.is_kind(at, Kind::Number) {
        return None;
    }
    if let Some(value) = sign(doc.text_of(at)) {
        return Some((value, at + 1));
    }
    let below = at + 2;
    let evenly = doc.has_shape(at + 1, Shape::GLUED) == doc.has_shape(below, Shape::GLUED);
    if below >= end || !doc.is_mark(at + 1, b'/') || !evenly || doc.is_mark(below + 1, b'/') {
        return None;
    }
    let denominator = DENOMINATORS.contains(&doc.text_of(below));
    let above = digits::plain(doc.text_of(at)).filter(|_| doc.text_of(at).len() <= 2)?;
    let below_value = digits::plain(doc.text_of(below))?;
    if !denominator || above >= below_value || above.is_zero() {
        return None;
    }
    Some((quotient(above, below_value)?, below + 1))
}

/// The value of a fraction sign.
fn sign(text: &str) -> Option<Decimal> {
    let (above, below) = match text.chars().next()? {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    quotient(Decimal::from(above), Decimal::from(below))
}

/// "one in four", "2 out of 5", "one in every ten": a share of things.
pub(super) fn ratio(doc: &Doc<'_>, at: usize, end: usize) -> Option<Read> {
    let of = match doc.lower(at + 1) {
        "out" if doc.is(at + 2, "of") => at + 3,
        "in" | "over" => at + 2,
        _ => return None,
    };
    let second = of + usize::from(doc.is(of, "every") || doc.is(of, "each"));
    if let Some(read) = in_a_scale(doc, at, second, end) {
        return Some(read);
    }
    if second >= end || !small_number(doc, at) || !small_number(doc, second) {
        return None;
    }
    let above = words::plain(doc, at, at + 1)?;
    let below = words::plain(doc, second, end)?;
    let over = doc.is(at + 1, "over");
    let timed = doc.can_be(
        below.end,
        crate::class::Class::TIME_NOUN.with(crate::class::Class::MONTH),
    ) || quantity_like(doc, below.end);
    let most = if above.value == Decimal::ONE { 100 } else { 20 };
    let round =
        below.value <= Decimal::from(most) || (below.value % Decimal::from(5)).is_zero() || over;
    let year = below.value > Decimal::from(1900) && below.value < Decimal::from(2100);
    let ends = doc
        .tokens
        .get(below.end)
        .is_none_or(|t| t.tag == Tag::Mark && t.kind != Kind::Symbol);
    let improper = above.value >= below.value && !(over && ends);
    if improper || timed || !round || year || below.value.fract() != Decimal::ZERO {
        return None;
    }
    Some(read(
        at,
        below.end,
        quotient(above.value, below.value)?,
        "numeral-ratio",
    ))
}

/// "one in a million".
fn in_a_scale(doc: &Doc<'_>, at: usize, second: usize, end: usize) -> Option<Read> {
    let led = doc.is(at + 1, "in") && doc.is(second, "a") && second + 1 < end;
    let above = word_at(doc, at).filter(|w| led && w.part == Part::Unit)?;
    let below = word_at(doc, second + 1)
        .filter(|w| !w.plural && matches!(w.part, Part::Hundred | Part::Scale))?;
    let value = quotient(above.value, below.value)?;
    let next = second + 2;
    (!quantity_like(doc, next)).then(|| read(at, next, value, "numeral-ratio"))
}

/// A whole number written as one token.
fn small_number(doc: &Doc<'_>, at: usize) -> bool {
    if doc.is_kind(at, Kind::Number) {
        return digits::plain(doc.text_of(at)).is_some_and(|d| d.is_integer() && d > Decimal::ZERO)
            && !doc.is_kind(at.wrapping_sub(1), Kind::Symbol);
    }
    word_at(doc, at).is_some_and(|w| matches!(w.part, Part::Unit | Part::Tens | Part::Hundred))
}

/// Whether a unit of time or measure follows, so that the two numbers are no share.
fn quantity_like(doc: &Doc<'_>, at: usize) -> bool {
    doc.is_kind(at, Kind::Symbol)
        || doc.is_kind(at, Kind::Hyphen)
        || crate::quantity::is_measure_word(doc, at)
}
