//! Adding up a number word by word: "two million three hundred and six".

use super::digits;
use super::fraction;
use super::table::{NumberWord, Part};
use super::words::word_at;
use crate::doc::Doc;
use crate::token::{Kind, Shape};
use rust_decimal::Decimal;

/// A number so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    /// Groups that have their scale ("two million").
    total: Decimal,
    /// The group being read ("three hundred").
    group: Decimal,
    /// The last hundred or scale word; what is added after it is smaller.
    last: Option<Decimal>,
    /// Whether anything was read.
    open: bool,
    /// Whether the group is in digits and takes no further word but a scale.
    digits: bool,
}

impl Sum {
    /// Begins with a number in digits.
    pub(super) const fn start_with(&mut self, value: Decimal) {
        self.group = value;
        self.open = true;
        self.digits = true;
    }

    /// The number; `None` beyond 28 digits.
    pub(super) fn value(&self) -> Option<Decimal> {
        self.total.checked_add(self.group)
    }

    /// The scale word that the number ends in.
    pub(super) fn scale(&self) -> Option<Decimal> {
        self.last
            .filter(|s| self.group.is_zero() && *s > Decimal::ONE_HUNDRED)
    }

    /// Whether a hundred or scale word was read.
    pub(super) const fn has_scale(&self) -> bool {
        self.last.is_some()
    }

    /// Takes the word at `at` into the number; returns where to go on.
    pub(super) fn take(&mut self, doc: &Doc<'_>, at: usize, end: usize) -> Option<usize> {
        let at = self.over_hyphen(doc, at, end);
        if let Some(next) = self
            .and_part(doc, at, end)
            .or_else(|| self.and_dozens(doc, at, end))
        {
            return Some(next);
        }
        let joins = doc.is(at, "and") || doc.is_mark(at, b'&');
        let and = self.last.is_some() && joins && !is_between(doc, at);
        let at = at + usize::from(and || self.comma_joins(doc, at, end));
        if at >= end {
            return None;
        }
        if doc.is_kind(at, Kind::Number) {
            return self.digits_after(doc, at, and);
        }
        let word = word_at(doc, at)?;
        if and && !self.may_add(doc, at, word) {
            return None;
        }
        self.add(word).then_some(at + 1)
    }

    /// "three million, two hundred and forty": a comma after a scale word and before hundreds.
    fn comma_joins(&self, doc: &Doc<'_>, at: usize, end: usize) -> bool {
        let after_scale = self.last > Some(Decimal::ONE_HUNDRED) && self.group.is_zero();
        let small = |w: NumberWord| matches!(w.part, Part::Unit);
        let hundred = |w: NumberWord| w.part == Part::Hundred && !w.plural;
        let follows = at + 2 < end
            && word_at(doc, at + 1).is_some_and(small)
            && word_at(doc, at + 2).is_some_and(hundred)
            && word_at(doc, at + 3)
                .is_none_or(|w| w.part != Part::Scale || self.last > Some(w.value));
        after_scale && doc.is_mark(at, b',') && follows && !self.digits
    }

    /// A hyphen inside "twenty-three" or "400-million".
    fn over_hyphen(&self, doc: &Doc<'_>, at: usize, end: usize) -> usize {
        let glued = doc.has_shape(at, Shape::GLUED) == doc.has_shape(at + 1, Shape::GLUED);
        let hyphen =
            doc.is_kind(at, Kind::Hyphen) || doc.is_kind(at, Kind::Dash) && self.after_tens();
        let inner = self.open && hyphen && at + 1 < end && glued;
        let continues = word_at(doc, at + 1).is_some_and(|w| match w.part {
            Part::Unit => self.after_tens(),
            Part::Hundred | Part::Scale => true,
            _ => false,
        });
        if inner && (continues || doc.is(at + 1, "and-a-half")) {
            at + 1
        } else {
            at
        }
    }

    /// Whether the group ends in twenty to ninety, so that one to nine may follow.
    fn after_tens(&self) -> bool {
        let rest = self.group % Decimal::ONE_HUNDRED;
        rest >= Decimal::from(20) && (rest % Decimal::TEN).is_zero() && !self.digits
    }

    /// After "and", the number that begins at `at` must be smaller than what stands before.
    fn may_add(&self, doc: &Doc<'_>, at: usize, word: NumberWord) -> bool {
        if !matches!(word.part, Part::Unit | Part::Tens) {
            return false;
        }
        let mut next = at + 1;
        if doc.is_kind(next, Kind::Hyphen) && doc.has_shape(next, Shape::GLUED) {
            next += 2;
        }
        match word_at(doc, next).map(|w| w.part) {
            Some(Part::Hundred) => self.last > Some(Decimal::ONE_HUNDRED),
            Some(Part::Scale) => self.last == Some(Decimal::ONE_HUNDRED),
            Some(Part::Ordinal | Part::Fraction) => false,
            _ => true,
        }
    }

    /// "and a half", "and a third", "and three quarters" before a scale word or the end.
    fn and_part(&mut self, doc: &Doc<'_>, at: usize, end: usize) -> Option<usize> {
        if self.open && at < end && doc.is(at, "and-a-half") {
            self.group = self.group.checked_add(Decimal::new(5, 1))?;
            return Some(at + 1);
        }
        if !self.open || !doc.is(at, "and") || at + 2 >= end {
            return None;
        }
        let hyphen = usize::from(doc.is_kind(at + 2, Kind::Hyphen));
        let denominator = fraction::denominator(doc, at + 2 + hyphen)?;
        let count = match doc.lower(at + 1) {
            "a" | "an" => Decimal::ONE,
            _ => word_at(doc, at + 1).filter(|w| w.part == Part::Unit)?.value,
        };
        let next = at + 3 + hyphen;
        let smaller = word_at(doc, next).filter(|w| {
            next < end && w.part == Part::Scale && self.last.is_some_and(|last| w.value < last)
        });
        let unit = match (smaller, self.last) {
            (Some(scale), _) => scale.value,
            (None, Some(last)) if self.group.is_zero() => last,
            _ => Decimal::ONE,
        };
        let part = fraction::quotient(count.checked_mul(unit)?, denominator)?;
        self.group = self.group.checked_add(part)?;
        Some(next + usize::from(smaller.is_some()))
    }

    /// "three hundred and two dozen".
    fn and_dozens(&mut self, doc: &Doc<'_>, at: usize, end: usize) -> Option<usize> {
        let round =
            self.last.is_some() && self.group.is_zero() || self.last == Some(Decimal::ONE_HUNDRED);
        if !round || !doc.is(at, "and") || at + 2 >= end || is_between(doc, at) {
            return None;
        }
        let count = word_at(doc, at + 1).filter(|w| w.part == Part::Unit)?;
        let dozen = word_at(doc, at + 2).filter(|w| w.part == Part::Dozen)?;
        let dozens = count.value.checked_mul(dozen.value)?;
        self.group = self.group.checked_add(dozens)?;
        Some(at + 3)
    }

    /// "3 hundred and 21", "4 thousand 3 hundred".
    fn digits_after(&mut self, doc: &Doc<'_>, at: usize, and: bool) -> Option<usize> {
        let value = digits::plain(doc.text_of(at)).filter(Decimal::is_integer)?;
        let hundred = Some(Decimal::ONE_HUNDRED);
        let multiplied = word_at(doc, at + 1)
            .is_some_and(|w| matches!(w.part, Part::Hundred | Part::Scale | Part::Dozen));
        let after_hundred =
            and && self.last == hundred && value < Decimal::ONE_HUNDRED && !multiplied;
        let before_hundred = self.last > hundred
            && self.group.is_zero()
            && value < Decimal::TEN
            && word_at(doc, at + 1).is_some_and(|w| w.part == Part::Hundred);
        if value.is_zero() || !(after_hundred || before_hundred) {
            return None;
        }
        self.group = self.group.checked_add(value)?;
        self.digits = before_hundred;
        Some(at + 1)
    }

    /// Adds a number word; false if the number ends before it.
    fn add(&mut self, word: NumberWord) -> bool {
        match word.part {
            Part::Unit | Part::Tens => self.add_small(word.value),
            Part::Hundred | Part::Dozen => self.multiply(word.value),
            Part::Scale => self.close_group(word.value),
            Part::Ordinal | Part::Fraction | Part::Fold => false,
        }
    }

    fn add_small(&mut self, value: Decimal) -> bool {
        let rest = self.group % Decimal::ONE_HUNDRED;
        let nothing_yet = !self.open || self.last.is_some();
        let fits = rest.is_zero() && nothing_yet || value < Decimal::TEN && self.after_tens();
        if !fits || self.digits && self.last.is_none() {
            return false;
        }
        self.group += value;
        self.open = true;
        true
    }

    fn multiply(&mut self, value: Decimal) -> bool {
        let large = self.group >= Decimal::ONE_HUNDRED && !self.digits;
        let count = if self.group.is_zero() {
            Decimal::ONE
        } else {
            self.group
        };
        let Some(product) = count.checked_mul(value).filter(|_| !large) else {
            return false;
        };
        self.group = product;
        self.last = Some(value);
        self.open = true;
        self.digits = false;
        true
    }

    /// Multiplies the group by a scale word; false if a larger one came before.
    pub(super) fn close_group(&mut self, value: Decimal) -> bool {
        if !self.total.is_zero() && (self.group.is_zero() || self.total < value) {
            return false;
        }
        let count = if self.group.is_zero() {
            Decimal::ONE
        } else {
            self.group
        };
        let product = count.checked_mul(value);
        let Some(total) = product.and_then(|p| p.checked_add(self.total)) else {
            return false;
        };
        self.total = total;
        self.group = Decimal::ZERO;
        self.last = Some(value);
        self.open = true;
        self.digits = false;
        true
    }
}

/// Whether "between" or "both" opens what the "and" at `at` joins.
fn is_between(doc: &Doc<'_>, at: usize) -> bool {
    (at.saturating_sub(7)..at).any(|i| matches!(doc.lower(i), "between" | "both"))
}
