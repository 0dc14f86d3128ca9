//! Numbers with words: "two hundred and six", "7.2 million", "two and a half", "dozens".

use super::sum::Sum;
use super::table::{NumberWord, Part, number_word};
use super::{Read, digits};
use crate::class::Class;
use crate::doc::Doc;
use crate::quantity;
use crate::tag::Tag;
use crate::token::{Kind, Shape};
use rust_decimal::Decimal;

/// Words after which "hundred" or "thousand" counts nothing certain.
const UNCERTAIN: [&str; 4] = ["several", "few", "many", "couple"];

/// One number: digits or words, scale words, "and a half".
pub(super) fn plain(doc: &Doc<'_>, at: usize, end: usize) -> Option<Read> {
    let article = matches!(doc.lower(at), "a" | "an");
    let first = at + usize::from(article);
    if first >= end || article && !opens_with_article(doc, first) || is_uncertain(doc, at) {
        return None;
    }
    let mut sum = Sum::default();
    let mut i = first;
    if let Some((value, next)) = digits::number(doc, first, end) {
        sum.start_with(value);
        i = letter_scale(doc, next, first, value)
            .filter(|scale| sum.close_group(*scale))
            .map_or(next, |_| next + 1);
    }
    let in_digits = i > first;
    let begin = i;
    while i < end
        && let Some(next) = sum.take(doc, i, end)
    {
        i = next;
    }
    if i == begin && !in_digits {
        return None;
    }
    let (value, i) = match sum.value()? {
        value if in_digits => (value, i),
        value => ending(doc, i, end, value).unwrap_or((value, i)),
    };
    let rule = match (in_digits, i == begin && !sum.has_scale()) {
        (true, true) => "numeral-digits",
        (true, false) => "numeral-scaled",
        _ => "numeral-words",
    };
    Some(Read {
        start: at,
        end: i,
        value,
        max: None,
        scale: sum.scale(),
        rule,
    })
}

/// Coins and notes that "a" counts where they stand alone ("for a penny", "a dollar a day").
const COINS: [&str; 6] = ["penny", "cent", "dollar", "euro", "quid", "buck"];

/// "a penny" at the end of a phrase, "an hour or so": one.
pub(super) fn one_unit(doc: &Doc<'_>, at: usize, end: usize) -> Option<Read> {
    let article = matches!(doc.lower(at), "a" | "an");
    let coin = COINS.iter().any(|c| doc.is(at + 1, c));
    let or_so = doc.is(at + 2, "or") && doc.is(at + 3, "so");
    let hedged = or_so && quantity::is_measure_word(doc, at + 1);
    let closed = doc
        .tokens
        .get(at + 2)
        .is_none_or(|t| matches!(t.kind, Kind::Stop | Kind::Punct | Kind::Close))
        || matches!(doc.lower(at + 2), "a" | "an" | "per" | "each");
    let one = at + 1 < end && (hedged || coin && closed);
    (article && one).then_some(Read {
        start: at,
        end: at + 1,
        value: Decimal::ONE,
        max: None,
        scale: None,
        rule: "numeral-words",
    })
}

/// What may close a number in words: "point seven one", "fifths".
fn ending(doc: &Doc<'_>, at: usize, end: usize, value: Decimal) -> Option<(Decimal, usize)> {
    if at >= end {
        return None;
    }
    if doc.is(at, "point") {
        return decimals(doc, at + 1, end)
            .and_then(|(d, next)| Some((value.checked_add(d)?, next)));
    }
    let below = at + usize::from(doc.is_kind(at, Kind::Hyphen));
    let word = word_at(doc, below).filter(|w| w.part == Part::Fraction && below < end)?;
    Some((super::fraction::quotient(value, word.value)?, below + 1))
}

/// "seven one", "seventy-one", "zero three" behind the point.
fn decimals(doc: &Doc<'_>, from: usize, end: usize) -> Option<(Decimal, usize)> {
    let mut value = Decimal::ZERO;
    let mut place = Decimal::ONE;
    let mut i = from;
    while i < end && i < from + 16 {
        let at = i + usize::from(i > from && doc.is_kind(i, Kind::Hyphen));
        let Some(word) = word_at(doc, at).filter(|w| matches!(w.part, Part::Unit | Part::Tens))
        else {
            break;
        };
        let width = if word.value >= Decimal::TEN && at == i {
            Decimal::ONE_HUNDRED
        } else {
            Decimal::TEN
        };
        if at == i {
            place = place.checked_div(width)?;
        }
        value = value.checked_add(word.value.checked_mul(place)?)?;
        i = at + 1;
    }
    (i > from).then_some((value, i))
}

/// "a dozen", "a hundred", "a million".
fn opens_with_article(doc: &Doc<'_>, at: usize) -> bool {
    word_at(doc, at)
        .is_some_and(|w| !w.plural && matches!(w.part, Part::Hundred | Part::Scale | Part::Dozen))
}

/// "several hundred", "a few thousand".
fn is_uncertain(doc: &Doc<'_>, at: usize) -> bool {
    at > 0
        && word_at(doc, at)
            .is_some_and(|w| matches!(w.part, Part::Hundred | Part::Scale | Part::Dozen))
        && (UNCERTAIN.iter().any(|w| doc.is(at - 1, w))
            || at > 1 && doc.is(at - 1, "of") && doc.is(at - 2, "couple"))
}

pub(super) fn word_at(doc: &Doc<'_>, at: usize) -> Option<NumberWord> {
    let token = doc.tokens.get(at)?;
    if token.class.any(Class::NUMBER_WORD.with(Class::ORDINAL)) {
        number_word(token.id)
    } else {
        None
    }
}

/// The scale of a letter after digits, glued or set apart: "35m", "25k", "8 B people".
fn letter_scale(doc: &Doc<'_>, at: usize, number: usize, value: Decimal) -> Option<Decimal> {
    let token = doc.tokens.get(at)?;
    if token.kind != Kind::Word || token.span.len() > 2 {
        return None;
    }
    let money = quantity::money_before(doc, number);
    let glued = token.shape.is(Shape::GLUED);
    let (million, billion) = (1_000_000, 1_000_000_000);
    let scale: i64 = match doc.text_of(at).trim_end_matches('.') {
        "k" if glued => 1_000,
        "K" if glued && value.is_integer() => 1_000,
        "m" if money || glued && counts_things(doc, at + 1) => million,
        "M" if money || glued => million,
        "MM" => million,
        "b" if money => billion,
        "B" if money || counts_things(doc, at + 1) => billion,
        "t" | "T" if money => 1_000_000_000_000,
        _ => return None,
    };
    Some(Decimal::from(scale))
}

/// What is run, swum or rowed over so many metres.
const RACES: [&str; 14] = [
    "backstroke",
    "breaststroke",
    "butterfly",
    "dash",
    "freestyle",
    "heat",
    "heats",
    "hurdles",
    "medley",
    "race",
    "races",
    "relay",
    "sprint",
    "steeplechase",
];

/// Whether a currency or a phrase with a plural noun follows ("combined sales", "of its
/// devices"), and no race ("the 60m hurdles").
fn counts_things(doc: &Doc<'_>, at: usize) -> bool {
    if quantity::is_money_word(doc, at) {
        return true;
    }
    if RACES.iter().any(|w| doc.is(at, w)) {
        return false;
    }
    let from = at + usize::from(doc.is(at, "of"));
    for i in from..doc.tokens.len().min(from + 6) {
        if doc.can_be(i, Class::PLURAL) && doc.can_be(i, Class::NOUN) || doc.is(i, "people") {
            return true;
        }
        let modifies = matches!(
            doc.tag(i),
            Tag::Adjective
                | Tag::Noun
                | Tag::Name
                | Tag::Participle
                | Tag::Past
                | Tag::Conjunction
                | Tag::Determiner
        );
        if !modifies {
            return false;
        }
    }
    false
}

/// "dozens", "hundreds of thousands": vague, from one to ten times the word.
pub(super) fn vague(doc: &Doc<'_>, at: usize, end: usize) -> Option<Read> {
    let word = word_at(doc, at);
    let tens = doc.is(at, "tens");
    if !(tens || word.is_some_and(|w| w.plural)) || at > 0 && doc.is(at - 1, "the") {
        return None;
    }
    let scale = |i: usize| word_at(doc, i).filter(|w| w.plural && w.part != Part::Dozen);
    let joined = (at + 2 < end && doc.is(at + 1, "of"))
        .then(|| scale(at + 2))
        .flatten();
    let low = match word {
        Some(w) => w.value,
        None => Decimal::TEN,
    };
    let (low, next) = match joined {
        Some(second) => (low.checked_mul(second.value)?, at + 3),
        None if tens => return None,
        None => (low, at + 1),
    };
    Some(Read {
        start: at,
        end: next,
        value: low,
        max: Some(low.checked_mul(Decimal::TEN)?),
        scale: None,
        rule: "numeral-vague",
    })
}
