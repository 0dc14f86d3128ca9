//! Parts of a named period ("the first two weeks of March"), stretches that a date ends or
//! begins ("the year to June"), days counted from a date, and centuries.

use super::calendar::{Unit, shift_days, week_of};
use super::reader::{Found, Reader};
use super::{absolute, span};
use crate::tag::Tag;
use chrono::{Datelike, NaiveDate};
use claimbook_model::{Grain, Moment, Period, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "time-part-of-period",
        layer: "time",
        doc: "The first, last or nth days, weeks, months or years of a named period.",
        examples: &[
            "It rained in [the first two weeks of March 2021].",
            "Sales fell in [the last four months of 2020].",
            "They meet in [the third month of 2021].",
        ],
        counter_examples: &["The first two weeks of the course were hard."],
    },
    Rule {
        id: "time-stretch-to",
        layer: "time",
        doc: "A stretch of time that ends with a date, or a week that begins with one.",
        examples: &[
            "Prices rose 3% in [the year to March 2021].",
            "It lost money in [the three months ended June 30, 2020].",
            "It fell in [the week of April 10, 2021].",
        ],
        counter_examples: &["They gave the year to May."],
    },
    Rule {
        id: "time-counted-from",
        layer: "time",
        doc: "Days, weeks or months before or after a day.",
        examples: &["It closed [two weeks before May 13, 1999]."],
        counter_examples: &["It closed two weeks before the vote."],
    },
    Rule {
        id: "time-century",
        layer: "time",
        doc: "A century, as its hundred years.",
        examples: &[
            "The mill dates from [the 18th century].",
            "It was the worst fire of [the twentieth century].",
        ],
        counter_examples: &["It took half a century."],
    },
];

/// The date of one of these forms at `at`.
pub(super) fn read(r: &Reader<'_>, at: usize) -> Option<Found> {
    part_of(r, at)
        .or_else(|| quarter_of_near_year(r, at))
        .or_else(|| stretch_to(r, at))
        .or_else(|| counted_from(r, at))
        .or_else(|| century(r, at))
}

/// Which of the units of a period.
#[derive(Clone, Copy)]
enum Which {
    First(i32),
    Last(i32),
    Nth(i32),
}

/// "the first two weeks of March", "the last month of 2020", "the third month of 2021".
fn part_of(r: &Reader<'_>, at: usize) -> Option<Found> {
    let from = at + usize::from(r.word(at) == "the");
    let (which, unit_at) = which(r, from)?;
    let unit = Unit::named(r.lemma(unit_at))?;
    if r.word(unit_at + 1) != "of" || matches!(unit, Unit::Hour | Unit::Quarter | Unit::Half) {
        return None;
    }
    let whole = span::single(r, unit_at + 2).or_else(|| span::the_year(r, unit_at + 2))?;
    let period = match whole.value {
        Some(period) => Some(part(which, unit, period)?),
        None => None,
    };
    Found::new(at, whole.end, period, "time-part-of-period")
}

/// "first two", "last", "3rd", and the token after.
fn which(r: &Reader<'_>, at: usize) -> Option<(Which, usize)> {
    let counted = |next: usize| match r.count(next).filter(|n| (1..100).contains(n)) {
        Some(n) => (n, next + 1),
        None => (1, next),
    };
    match r.word(at) {
        "first" | "opening" => {
            let (n, next) = counted(at + 1);
            Some((Which::First(n), next))
        }
        "last" | "final" | "closing" => {
            let (n, next) = counted(at + 1);
            Some((Which::Last(n), next))
        }
        _ => {
            let (n, next) = r.any_ordinal(at)?;
            Some((Which::Nth(i32::try_from(n).ok()?), next))
        }
    }
}

/// The days of a part; `None` where the period has an open side.
fn part(which: Which, unit: Unit, whole: Period) -> Option<Period> {
    let (mut first, mut last) = (whole.first_day()?, whole.last_day()?);
    if unit == Unit::Week {
        first = monday(shift_days(first, 3)?)?;
        last = shift_days(monday(shift_days(last, -3)?)?, 6)?;
    }
    let (from, to) = match which {
        Which::First(n) => (first, before(shift(unit, first, n)?)?),
        Which::Nth(n) => (shift(unit, first, n - 1)?, before(shift(unit, first, n)?)?),
        Which::Last(n) => (shift(unit, shift_days(last, 1)?, -n)?, last),
    };
    (from <= to).then(|| between(unit, from, to))?
}

/// The Monday of the week that holds `date`.
fn monday(date: NaiveDate) -> Option<NaiveDate> {
    week_of(date)?.first_day()
}

fn before(date: NaiveDate) -> Option<NaiveDate> {
    shift_days(date, -1)
}

/// `count` units after (or before) a day.
fn shift(unit: Unit, date: NaiveDate, count: i32) -> Option<NaiveDate> {
    unit.shifted(date, count)
}

/// The span as coarse as its unit: months and years as such, else days.
fn between(unit: Unit, from: NaiveDate, to: NaiveDate) -> Option<Period> {
    let moment = |d: NaiveDate| match unit {
        Unit::Month | Unit::Quarter | Unit::Half => Moment::month(d.year(), d.month()),
        Unit::Year | Unit::Decade => Some(Moment::year(d.year())),
        _ => Some(Moment::day(d)),
    };
    let (from, to) = (moment(from)?, moment(to)?);
    Some(if from == to {
        Period::At(from)
    } else {
        Period::Between(from, to)
    })
}

/// "last year's third quarter", "next year's first half".
fn quarter_of_near_year(r: &Reader<'_>, at: usize) -> Option<Found> {
    let offset = match r.word(at) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    let owned = r.word(at + 1) == "year" && r.doc.tag(at + 2) == Tag::Possessive;
    let (part, next) = absolute::named_part(r, at + 3).filter(|_| owned)?;
    let year = r.anchor().map(|a| a.year() + offset);
    Found::new(
        at,
        next,
        year.and_then(|y| part.in_year(y)),
        "time-part-of-year",
    )
}

/// "the year to March", "three months ended June 30", "the week of April 10".
fn stretch_to(r: &Reader<'_>, at: usize) -> Option<Found> {
    let article = r.word(at) == "the";
    let from = at + usize::from(article);
    let count = r.count(from).filter(|n| (1..200).contains(n));
    let unit_at = from + usize::from(count.is_some());
    let unit = Unit::named(r.lemma(unit_at)).filter(|u| !matches!(u, Unit::Hour))?;
    let link = r.word(unit_at + 1);
    let ends = matches!(link, "ended" | "ending")
        || matches!(link, "to" | "through" | "until") && (article || count > Some(1));
    let begins = matches!(link, "of" | "beginning" | "commencing" | "starting");
    let begins = begins && unit == Unit::Week && count.is_none();
    if !ends && !begins {
        return None;
    }
    let on = unit_at + 2 + usize::from(r.word(unit_at + 2) == "on");
    let edge = absolute::read(r, on)?;
    let Some(Period::At(moment)) = edge.value else {
        return None;
    };
    let value = if begins {
        beginning(moment, link)
    } else {
        ending(unit, count.unwrap_or(1), moment)
    };
    Found::new(at, edge.end, Some(value?), "time-stretch-to")
}

/// The week of a day, or from a day on.
fn beginning(day: Moment, link: &str) -> Option<Period> {
    let first = day.first_day();
    if day.grain() != Grain::Day {
        return None;
    }
    if link == "of" {
        return week_of(first);
    }
    between(Unit::Day, first, shift_days(first, 6)?)
}

/// The stretch whose last day is that of `edge`.
fn ending(unit: Unit, count: i32, edge: Moment) -> Option<Period> {
    let last = edge.last_day();
    let first = shift(unit, shift_days(last, 1)?, count.checked_neg()?)?;
    let grain = match edge.grain() {
        Grain::Day => Unit::Day,
        Grain::Year => Unit::Year,
        _ => Unit::Month,
    };
    let coarse = !matches!(unit, Unit::Day | Unit::Week);
    between(if coarse { grain } else { Unit::Day }, first, last)
}

/// "two weeks before May 13", "3 days from today".
fn counted_from(r: &Reader<'_>, at: usize) -> Option<Found> {
    let count = r.count(at)?;
    let unit = Unit::named(r.lemma(at + 1)).filter(|u| !matches!(u, Unit::Hour))?;
    let sign = match r.word(at + 2) {
        "before" => -1,
        "after" | "from" => 1,
        _ => return None,
    };
    let day = span::single(r, at + 3)?;
    let Some(Period::At(moment)) = day.value.filter(|_| r.doc.tag(day.end) != Tag::Possessive)
    else {
        return None;
    };
    if moment.grain() != Grain::Day {
        return None;
    }
    let moved = shift(unit, moment.first_day(), count.checked_mul(sign)?)?;
    Found::new(
        at,
        day.end,
        Some(Period::At(Moment::day(moved))),
        "time-counted-from",
    )
}

/// "the 19th century", "the twenty-first century".
fn century(r: &Reader<'_>, at: usize) -> Option<Found> {
    let from = at + usize::from(r.word(at) == "the");
    let (n, next) = r.any_ordinal(from).filter(|(n, _)| (1..=21).contains(n))?;
    if r.word(next) != "century" {
        return None;
    }
    let last = i32::try_from(n).ok()?.checked_mul(100)?;
    let years = Period::Between(Moment::year((last - 100).max(1)), Moment::year(last - 1));
    Found::new(at, next + 1, Some(years), "time-century")
}
