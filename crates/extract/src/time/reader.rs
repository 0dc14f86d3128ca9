//! Small readings that all date rules share: months, days, years, counts.

use crate::class::Class;
use crate::doc::Doc;
use crate::numeral::{NumberWord, Part, number_word};
use crate::tag::Tag;
use crate::token::{Kind, Shape};
use chrono::NaiveDate;
use claimbook_model::{Moment, Period};
use rust_decimal::prelude::ToPrimitive;

/// A date that was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// What it means; `None` when the article has no date to read it against.
    pub(super) value: Option<Period>,
    /// The rule.
    pub(super) rule: &'static str,
}

impl Found {
    pub(super) const fn new(
        start: usize,
        end: usize,
        value: Option<Period>,
        rule: &'static str,
    ) -> Option<Self> {
        Some(Self {
            start,
            end,
            value,
            rule,
        })
    }
}

/// Reads dates from the tokens of one sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'d> {
    pub(super) doc: &'d Doc<'d>,
    /// One past the last token of the sentence.
    pub(super) end: usize,
    /// Whether the sentence looks ahead ("will be held on Friday").
    pub(super) future: bool,
}

impl<'d> Reader<'d> {
    /// The date of publication.
    pub(super) const fn anchor(&self) -> Option<NaiveDate> {
        self.doc.published
    }

    /// The folded word at `at`, "" past the sentence's end.
    pub(super) fn word(&self, at: usize) -> &'d str {
        if at < self.end {
            self.doc.lower(at)
        } else {
            ""
        }
    }

    /// The singular or base form of the word at `at`.
    pub(super) fn lemma(&self, at: usize) -> &'d str {
        if at < self.end {
            self.doc.lemma(at)
        } else {
            ""
        }
    }

    /// The month (1 to 12) named at `at`.
    pub(super) fn month(&self, at: usize) -> Option<u32> {
        if at >= self.end || !self.doc.can_be(at, Class::MONTH) || self.doc.tag(at) == Tag::Modal {
            return None;
        }
        const MONTHS: [&str; 12] = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ];
        let name = self.doc.lower(at);
        (1..)
            .zip(MONTHS)
            .find(|(_, m)| name.starts_with(m))
            .map(|(n, _)| n)
    }

    /// The weekday (1 Monday to 7 Sunday) named at `at`.
    pub(super) fn weekday(&self, at: usize) -> Option<u32> {
        if at >= self.end || !self.doc.can_be(at, Class::WEEKDAY) {
            return None;
        }
        const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let name = self.doc.lower(at);
        let short = self.doc.text_of(at).len() <= 3;
        let plain_word = short
            && matches!(name, "sun" | "sat" | "wed" | "mon")
            && !self.doc.is_mark(at + 1, b'.');
        if plain_word {
            None
        } else {
            (1..)
                .zip(DAYS)
                .find(|(_, d)| name.starts_with(d))
                .map(|(n, _)| n)
        }
    }

    /// The plain digits at `at`, if that is all the token holds.
    pub(super) fn digits(&self, at: usize) -> Option<(u32, usize)> {
        if at >= self.end || !self.doc.is_kind(at, Kind::Number) {
            return None;
        }
        let text = self.doc.text_of(at);
        let plain = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
        if plain {
            text.parse().ok().map(|n| (n, text.len()))
        } else {
            None
        }
    }

    /// A four-digit year from 1000 to 2199 at `at`.
    pub(super) fn year(&self, at: usize) -> Option<i32> {
        let (number, length) = self.digits(at)?;
        let year = i32::try_from(number).ok()?;
        (length == 4 && (1000..2200).contains(&year)).then_some(year)
    }

    /// The day of month at `at` ("20", "20th") and the token after it.
    pub(super) fn day(&self, at: usize) -> Option<(u32, usize)> {
        let (day, length) = self.digits(at)?;
        let money = at > 0 && self.doc.is_mark(at - 1, b'$');
        if money || length > 2 || !(1..=31).contains(&day) {
            return None;
        }
        let ordinal = self.doc.has_shape(at + 1, Shape::GLUED)
            && matches!(self.doc.text_of(at + 1), "st" | "nd" | "rd" | "th");
        Some((day, if ordinal { at + 2 } else { at + 1 }))
    }

    /// A small count at `at` in digits or words ("24", "two", "a", "the past few" is none).
    pub(super) fn count(&self, at: usize) -> Option<i32> {
        if let Some((n, _)) = self.digits(at) {
            return i32::try_from(n).ok();
        }
        const WORDS: [&str; 13] = [
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ];
        match self.word(at) {
            "a" | "an" => Some(1),
            "" => None,
            "fifteen" => Some(15),
            "twenty" => Some(20),
            "thirty" => Some(30),
            word => (0..).zip(WORDS).find(|(_, w)| *w == word).map(|(n, _)| n),
        }
    }

    /// The number of an ordinal at `at` ("first", "3rd") and the token after it.
    pub(super) fn ordinal(&self, at: usize) -> Option<(u32, usize)> {
        const WORDS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
        if let Some((n, _)) = (1..).zip(WORDS).find(|(_, w)| *w == self.word(at)) {
            return Some((n, at + 1));
        }
        self.day(at).filter(|(_, next)| *next == at + 2)
    }

    /// The number of any ordinal up to the 31st at `at` ("12th", "twentieth",
    /// "twenty-first") and the token after it.
    pub(super) fn any_ordinal(&self, at: usize) -> Option<(u32, usize)> {
        if let Some(found) = self.day(at).filter(|(_, next)| *next == at + 2) {
            return Some(found);
        }
        let word = |i: usize| {
            let known = self.doc.can_be(i, Class::NUMBER_WORD.with(Class::ORDINAL));
            known
                .then(|| number_word(self.doc.tokens[i].id))?
                .filter(|_| i < self.end)
        };
        let whole = |w: NumberWord| w.value.to_u32().filter(|n| *n <= 31);
        let first = word(at)?;
        if first.part == Part::Ordinal {
            return Some((whole(first)?, at + 1));
        }
        let below = at + 1 + usize::from(self.doc.is_kind(at + 1, Kind::Hyphen));
        let second = word(below).filter(|w| w.part == Part::Ordinal && first.part == Part::Tens)?;
        let sum = whole(first)? + whole(second).filter(|n| *n < 10)?;
        (sum <= 31).then_some((sum, below + 1))
    }

    /// Whether a comma or nothing stands between `at` and a following part; the
    /// index of that part.
    pub(super) fn past_comma(&self, at: usize) -> usize {
        if self.doc.is_mark(at, b',') {
            at + 1
        } else {
            at
        }
    }

    /// A calendar day as a period, if it exists.
    pub(super) fn on(year: i32, month: u32, day: u32) -> Option<Period> {
        NaiveDate::from_ymd_opt(year, month, day).map(|d| Period::At(Moment::day(d)))
    }

    /// A day of a month without a year, read against the publication date.
    pub(super) fn on_nearest(&self, month: u32, day: u32) -> Option<Period> {
        let anchor = self.anchor()?;
        Self::on(
            super::calendar::year_of(anchor, month, day, self.future),
            month,
            day,
        )
    }

    /// A month without a year.
    pub(super) fn nearest_month(&self, month: u32) -> Option<Period> {
        let anchor = self.anchor()?;
        Moment::month(
            super::calendar::year_of(anchor, month, 0, self.future),
            month,
        )
        .map(Period::At)
    }
}
