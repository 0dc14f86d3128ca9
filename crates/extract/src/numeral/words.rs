//! Numbers with words: "two hundred and six", "7.2 million", "two and a half", "dozens".

use super::table::{NumberWord, Part, number_word};
use super::{Read, digits};
use crate::class::Class;
use crate::doc::Doc;
use crate::quantity;
use crate::token::{Kind, Shape};
use rust_decimal::Decimal;

/// Words after which "hundred" or "thousand" counts nothing certain.
const UNCERTAIN: [&str; 4] = ["several", "few", "many", "couple"];

/// A number being added up.
#[derive(Debug, Clone, Copy)]
struct Sum {
    /// Groups that have their scale ("two million").
    total: Decimal,
    /// The group being read.
    group: Decimal,
    /// Value of the last scale word; groups after it are smaller.
    scale: Option<Decimal>,
    /// Whether the group has a word yet.
    open: bool,
}

/// One number: digits or words, scale words, "and a half".
pub(super) fn plain(doc: &Doc<'_>, at: usize, end: usize) -> Option<Read> {
    let article = matches!(doc.lower(at), "a" | "an");
    let first = at + usize::from(article);
    if first >= end || article && !opens_with_article(doc, first) || is_uncertain(doc, at) {
        return None;
    }
    let mut sum = Sum {
        total: Decimal::ZERO,
        group: Decimal::ZERO,
        scale: None,
        open: false,
    };
    let (mut i, in_digits) = match digits::number(doc, first, end) {
        Some((value, next)) => {
            sum.group = value;
            sum.open = true;
            (next, true)
        }
        None => (first, false),
    };
    if in_digits {
        i = sum.letter_scale(doc, i, first).unwrap_or(i);
    }
    let begin = i;
    while i < end {
        let Some(next) = sum.take(doc, i, end, in_digits) else {
            break;
        };
        i = next;
    }
    if i == begin && !in_digits {
        return None;
    }
    let value = sum.total.checked_add(sum.group)?;
    let rule = if in_digits && i == first + 1 {
        "numeral-digits"
    } else if in_digits {
        "numeral-scaled"
    } else {
        "numeral-words"
    };
    Some(Read {
        start: at,
        end: i,
        value,
        max: None,
        scale: sum
            .scale
            .filter(|s| sum.group.is_zero() && *s > Decimal::ONE_HUNDRED),
        rule,
    })
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
        && UNCERTAIN.iter().any(|w| doc.is(at - 1, w))
}

pub(super) fn word_at(doc: &Doc<'_>, at: usize) -> Option<NumberWord> {
    let token = doc.tokens.get(at)?;
    if token.class.any(Class::NUMBER_WORD.with(Class::ORDINAL)) {
        number_word(token.id)
    } else {
        None
    }
}

impl Sum {
    /// Takes the word at `at` into the number; returns where to go on.
    fn take(&mut self, doc: &Doc<'_>, at: usize, end: usize, in_digits: bool) -> Option<usize> {
        let at = self.over_hyphen(doc, at, end);
        if let Some(next) = self.and_part(doc, at, end) {
            return Some(next);
        }
        let and = usize::from(doc.is(at, "and") && self.scale.is_some() && !is_between(doc, at));
        let at = at + and;
        if at >= end {
            return None;
        }
        if self.scale.is_some() && self.group.is_zero() && doc.is_kind(at, Kind::Number) {
            return self.digits_after_scale(doc, at, and > 0);
        }
        let word = word_at(doc, at)?;
        let next = number_after(doc, at, end);
        if and > 0 && next.is_some_and(|n| Some(n.value) >= self.scale && n.part != Part::Tens) {
            let thousand_of_group = next
                .is_some_and(|n| n.part == Part::Scale && n.value > Decimal::ONE_HUNDRED)
                && self.scale == Some(Decimal::ONE_HUNDRED);
            if !thousand_of_group {
                return None;
            }
        }
        self.add(word, in_digits).then_some(at + 1)
    }

    /// A hyphen inside "twenty-three" or "400-million".
    fn over_hyphen(&self, doc: &Doc<'_>, at: usize, end: usize) -> usize {
        let inner = self.open
            && doc.is_kind(at, Kind::Hyphen)
            && at + 1 < end
            && doc.has_shape(at, Shape::GLUED)
            && doc.has_shape(at + 1, Shape::GLUED);
        let continues = word_at(doc, at + 1).is_some_and(|w| match w.part {
            Part::Unit => !self.group.is_zero() && (self.group % Decimal::TEN).is_zero(),
            Part::Hundred | Part::Scale => true,
            _ => false,
        });
        if inner && continues { at + 1 } else { at }
    }

    /// "and a half", "and a third", "and three quarters" before a scale word or the end.
    fn and_part(&mut self, doc: &Doc<'_>, at: usize, end: usize) -> Option<usize> {
        if !self.open || !doc.is(at, "and") || at + 2 >= end {
            return None;
        }
        let denominator = super::fraction::denominator(doc, at + 2)?;
        let count = match doc.lower(at + 1) {
            "a" | "an" => Decimal::ONE,
            _ => word_at(doc, at + 1).filter(|w| w.part == Part::Unit)?.value,
        };
        let unit = if self.group.is_zero() {
            self.scale.unwrap_or(Decimal::ONE)
        } else {
            Decimal::ONE
        };
        let part = count.checked_mul(unit)?.checked_div(denominator)?;
        self.group = self.group.checked_add(part)?;
        Some(at + 3)
    }

    /// "3 hundred and 21".
    fn digits_after_scale(&mut self, doc: &Doc<'_>, at: usize, and: bool) -> Option<usize> {
        let value = digits::plain(doc.text_of(at))?;
        let small =
            Some(value) < self.scale && value >= Decimal::ONE && value < Decimal::ONE_THOUSAND;
        let hundred = self.scale == Some(Decimal::ONE_HUNDRED) && and;
        let thousand = word_at(doc, at + 1).is_some_and(|w| w.part == Part::Hundred);
        if !small || !(hundred || thousand) {
            return None;
        }
        self.group = value;
        self.open = true;
        Some(at + 1)
    }

    /// Adds a number word; false if the number ends before it.
    fn add(&mut self, word: NumberWord, in_digits: bool) -> bool {
        let fits = match word.part {
            Part::Unit => {
                let under = if word.value < Decimal::TEN {
                    Decimal::TEN
                } else {
                    Decimal::ONE_HUNDRED
                };
                (self.group % under).is_zero() && !(self.open && self.group.is_zero())
            }
            Part::Tens => (self.group % Decimal::ONE_HUNDRED).is_zero(),
            _ => true,
        };
        let digits_only =
            in_digits && self.scale.is_none() && matches!(word.part, Part::Unit | Part::Tens);
        if !fits || digits_only {
            return false;
        }
        match word.part {
            Part::Unit | Part::Tens => self.add_small(word.value),
            Part::Hundred | Part::Dozen => self.multiply(word.value),
            Part::Scale => self.close_group(word.value),
            Part::Ordinal | Part::Fraction => false,
        }
    }

    fn add_small(&mut self, value: Decimal) -> bool {
        self.group += value;
        self.open = true;
        true
    }

    fn multiply(&mut self, value: Decimal) -> bool {
        let count = if self.group.is_zero() {
            Decimal::ONE
        } else {
            self.group
        };
        if count >= Decimal::ONE_HUNDRED && self.scale == Some(value)
            || self.scale.is_some_and(|s| s == value)
        {
            return false;
        }
        match count.checked_mul(value) {
            Some(product) => self.group = product,
            None => return false,
        }
        self.open = true;
        if self.scale.is_none() {
            self.scale = Some(value);
        }
        true
    }

    fn close_group(&mut self, value: Decimal) -> bool {
        let larger = self
            .scale
            .is_some_and(|s| s <= value && s > Decimal::ONE_HUNDRED);
        if larger && self.group.is_zero() || larger {
            return false;
        }
        let count = if self.group.is_zero() {
            Decimal::ONE
        } else {
            self.group
        };
        match count
            .checked_mul(value)
            .and_then(|p| p.checked_add(self.total))
        {
            Some(total) => self.total = total,
            None => return false,
        }
        self.group = Decimal::ZERO;
        self.scale = Some(value);
        self.open = true;
        true
    }

    /// A letter for a scale, glued to the digits or set apart: "35m", "25k", "8 B people".
    fn letter_scale(&mut self, doc: &Doc<'_>, at: usize, number: usize) -> Option<usize> {
        let token = doc.tokens.get(at)?;
        if token.kind != Kind::Word || token.span.len() > 2 {
            return None;
        }
        let money = quantity::money_before(doc, number);
        let glued = token.shape.is(Shape::GLUED);
        let million = Decimal::from(1_000_000);
        let billion = Decimal::from(1_000_000_000);
        let value = match doc.text_of(at) {
            "k" if glued => Decimal::ONE_THOUSAND,
            "K" if glued && self.group.is_integer() => Decimal::ONE_THOUSAND,
            "m" if money || glued && counts_things(doc, at + 1) => million,
            "M" if money || glued => million,
            "MM" => million,
            "b" if money => billion,
            "B" if money || counts_things(doc, at + 1) => billion,
            "t" | "T" if money => Decimal::from(1_000_000_000_000_i64),
            _ => return None,
        };
        self.close_group(value).then_some(at + 1)
    }
}

/// Whether a phrase with a plural noun follows ("combined sales", "of its devices").
fn counts_things(doc: &Doc<'_>, at: usize) -> bool {
    let from = at + usize::from(doc.is(at, "of"));
    let limit = doc.tokens.len().min(from + 6);
    for i in from..limit {
        if doc.can_be(i, Class::PLURAL) && doc.tag(i) == crate::tag::Tag::Noun
            || doc.is(i, "people")
        {
            return true;
        }
        if !matches!(
            doc.tag(i),
            crate::tag::Tag::Adjective
                | crate::tag::Tag::Noun
                | crate::tag::Tag::Name
                | crate::tag::Tag::Participle
                | crate::tag::Tag::Conjunction
                | crate::tag::Tag::Determiner
        ) {
            return false;
        }
    }
    false
}

/// The number word after `at`, over a hyphen.
fn number_after(doc: &Doc<'_>, at: usize, end: usize) -> Option<NumberWord> {
    let next = at + 1 + usize::from(doc.is_kind(at + 1, Kind::Hyphen));
    if next < end { word_at(doc, next) } else { None }
}

/// Whether "between" or "both" opens what the "and" at `at` joins.
fn is_between(doc: &Doc<'_>, at: usize) -> bool {
    (at.saturating_sub(7)..at).any(|i| matches!(doc.lower(i), "between" | "both"))
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
