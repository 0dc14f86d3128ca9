//! Days of one month ("July 9-12") and days in digits with slashes.

use super::absolute::amount_follows;
use super::reader::{Found, Reader};
use crate::tag::Tag;
use crate::token::Kind;
use claimbook_model::{Moment, Period};
use std::ops::Range;

/// "25/12/2021", "12/25/2021": a day in digits where only one reading is a date.
pub(super) fn slashed(r: &Reader<'_>, at: usize) -> Option<Found> {
    let slashes = r.doc.is_mark(at + 1, b'/') && r.doc.is_mark(at + 3, b'/');
    let (first, _) = r.digits(at).filter(|(_, l)| *l <= 2 && slashes)?;
    let (second, _) = r.digits(at + 2).filter(|(_, l)| *l <= 2)?;
    let year = r.year(at + 4)?;
    let value = match (first > 12, second > 12) {
        (true, false) => Reader::on(year, second, first),
        (false, true) => Reader::on(year, first, second),
        _ if first == second => Reader::on(year, first, second),
        _ => Some(Period::At(Moment::year(year))),
    };
    Found::new(at, at + 5, Some(value?), "time-iso")
}

/// "March 5 to 7", "July 9-12, 2021": two days of one month.
pub(super) fn of_month(r: &Reader<'_>, at: usize, month: u32) -> Option<Found> {
    let (first, next) = r.day(at + 1)?;
    let (last, end) = r.day(linked(r, next)?)?;
    let goes_on = matches!(r.doc.tag(end), Tag::Noun | Tag::Name | Tag::Adjective)
        || r.month(end).is_some()
        || r.doc.is_kind(end, Kind::Symbol)
        || amount_follows(r, end);
    if last <= first || goes_on && end < r.end {
        return None;
    }
    let year = r.year(r.past_comma(end));
    let end = year.map_or(end, |_| r.past_comma(end) + 1);
    days(r, at..end, (year, month), (first, last))
}

/// "9-12 July", "18 and 19 June 2021".
pub(super) fn before_month(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (first, next) = r.day(at)?;
    let (last, next) = r.day(linked(r, next)?)?;
    let month_at = next + usize::from(r.word(next) == "of");
    let month = r.month(month_at).filter(|_| last > first)?;
    let year = r.year(r.past_comma(month_at + 1));
    let end = year.map_or(month_at + 1, |_| r.past_comma(month_at + 1) + 1);
    days(r, at..end, (year, month), (first, last))
}

/// The token after what links two days: a hyphen or dash, to, through, and.
fn linked(r: &Reader<'_>, at: usize) -> Option<usize> {
    let word = matches!(r.word(at), "to" | "through" | "till" | "until" | "and");
    let mark = r.doc.is_kind(at, Kind::Hyphen) || r.doc.is_kind(at, Kind::Dash);
    (word || mark).then_some(at + 1)
}

/// The span from one day of a month to another.
fn days(
    r: &Reader<'_>,
    tokens: Range<usize>,
    (year, month): (Option<i32>, u32),
    (first, last): (u32, u32),
) -> Option<Found> {
    let day = |day| match year {
        Some(year) => Reader::on(year, month, day),
        None => r.on_nearest(month, day),
    };
    let value = match (day(first), day(last)) {
        (Some(Period::At(from)), Some(Period::At(to))) if from.first_day() < to.first_day() => {
            Some(Period::Between(from, to))
        }
        (None, None) if r.anchor().is_none() => None,
        _ => return None,
    };
    Found::new(tokens.start, tokens.end, value, "time-span")
}
