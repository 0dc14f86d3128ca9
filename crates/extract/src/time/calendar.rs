//! Calendar arithmetic on the date of publication.

use chrono::{Datelike, Days, Months, NaiveDate};
use claimbook_model::{Moment, Period};

/// A calendar unit that people count in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The unit that a noun names, in the singular or plural.
    pub(super) fn named(noun: &str) -> Option<Self> {
        Some(match crate::forms::singular(noun, |_| None).as_str() {
            "second" | "minute" | "hour" => Self::Hour,
            "day" | "night" | "morning" | "evening" | "afternoon" => Self::Day,
            "week" | "weekend" => Self::Week,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "half" | "half-year" => Self::Half,
            "year" | "season" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            _ => return None,
        })
    }

    /// The calendar unit `offset` units from the one that holds `anchor` (last year: -1).
    pub(super) fn around(self, anchor: NaiveDate, offset: i32) -> Option<Period> {
        let year = anchor.year();
        let moment = match self {
            Self::Hour => Moment::day(anchor),
            Self::Day => Moment::day(shift_days(anchor, i64::from(offset))?),
            Self::Week => return week_of(shift_days(anchor, i64::from(offset) * 7)?),
            Self::Month => {
                let month = shift_months(anchor, offset)?;
                Moment::month(month.year(), month.month())?
            }
            Self::Quarter => {
                let month = shift_months(anchor, offset * 3)?;
                Moment::quarter(month.year(), (month.month() - 1) / 3 + 1)?
            }
            Self::Half => {
                let month = shift_months(anchor, offset * 6)?;
                Moment::half(month.year(), (month.month() - 1) / 6 + 1)?
            }
            Self::Year => Moment::year(year + offset),
            Self::Decade => Moment::decade(year + offset * 10),
            Self::Century => return None,
        };
        Some(Period::At(moment))
    }

    /// The time `count` units before (negative) or after `anchor`, as fine as the
    /// unit tells: days and weeks give a day, months a month, years a year.
    pub(super) fn away(self, anchor: NaiveDate, count: i32) -> Option<Period> {
        let moment = match self {
            Self::Hour => Moment::day(anchor),
            Self::Day => Moment::day(shift_days(anchor, i64::from(count))?),
            Self::Week => Moment::day(shift_days(anchor, i64::from(count) * 7)?),
            Self::Month => return Self::Month.around(anchor, count),
            Self::Quarter => return Self::Quarter.around(anchor, count),
            Self::Half => return Self::Half.around(anchor, count),
            Self::Year => return Self::Year.around(anchor, count),
            Self::Decade => Moment::year(anchor.year() + count.checked_mul(10)?),
            Self::Century => Moment::year(anchor.year() + count.checked_mul(100)?),
        };
        Some(Period::At(moment))
    }

    /// "the past two quarters": the quarters that have ended.
    fn whole_quarters(self, anchor: NaiveDate, count: i32) -> Option<Period> {
        let (Period::At(from), Period::At(to)) =
            (self.around(anchor, count)?, self.around(anchor, -1)?)
        else {
            return None;
        };
        Some(Period::Between(from, to))
    }

    /// `count` units after (or before) a day; hours not at all.
    pub(super) fn shifted(self, date: NaiveDate, count: i32) -> Option<NaiveDate> {
        let months = |n: i32| shift_months(date, count.checked_mul(n)?);
        match self {
            Self::Hour => Some(date),
            Self::Day => shift_days(date, i64::from(count)),
            Self::Week => shift_days(date, i64::from(count) * 7),
            Self::Month => months(1),
            Self::Quarter => months(3),
            Self::Half => months(6),
            Self::Year => months(12),
            Self::Decade => months(120),
            Self::Century => months(1200),
        }
    }

    /// The stretch of `count` units that ends (negative) or begins at `anchor`.
    pub(super) fn stretch(self, anchor: NaiveDate, count: i32) -> Option<Period> {
        if self == Self::Quarter && count < 0 {
            return self.whole_quarters(anchor, count);
        }
        let other = match self {
            Self::Hour => shift_days(
                anchor,
                i64::from(
                    if count.abs() > 12 {
                        (count.abs() + 23) / 24
                    } else {
                        0
                    } * count.signum(),
                ),
            )?,
            _ => self.shifted(anchor, count)?,
        };
        let (from, to) = if other < anchor {
            (other, anchor)
        } else {
            (anchor, other)
        };
        let (from, to) = (Moment::day(from), Moment::day(to));
        Some(if from == to {
            Period::At(from)
        } else {
            Period::Between(from, to)
        })
    }
}

/// `days` after (or before) `date`; `None` outside the years 1 to 9999.
pub(super) fn shift_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        date.checked_sub_days(count)
    } else {
        date.checked_add_days(count)
    };
    moved.filter(|d| (1..=9999).contains(&d.year()))
}

fn shift_months(date: NaiveDate, months: i32) -> Option<NaiveDate> {
    let count = Months::new(months.unsigned_abs());
    let moved = if months < 0 {
        date.checked_sub_months(count)
    } else {
        date.checked_add_months(count)
    };
    moved.filter(|d| (1..=9999).contains(&d.year()))
}

/// Monday to Sunday of the week that holds `date`.
pub(super) fn week_of(date: NaiveDate) -> Option<Period> {
    let monday = shift_days(date, -i64::from(date.weekday().num_days_from_monday()))?;
    Some(Period::Between(
        Moment::day(monday),
        Moment::day(shift_days(monday, 6)?),
    ))
}

/// The latest `weekday` (1 Monday to 7 Sunday) up to `anchor`, or the next after it.
pub(super) fn weekday(anchor: NaiveDate, weekday: u32, future: bool) -> Option<NaiveDate> {
    let today = i64::from(anchor.weekday().number_from_monday());
    let back = (today - i64::from(weekday)).rem_euclid(7);
    shift_days(anchor, if future { 7 - back } else { -back })
}

/// The year in which `month` (with `day`) last came up to `anchor`, or comes next.
pub(super) fn year_of(anchor: NaiveDate, month: u32, day: u32, future: bool) -> i32 {
    let this = (anchor.month(), anchor.day());
    let passed = (month, day) <= this || (day == 0 && month <= this.0);
    match (future, passed) {
        (false, true) => anchor.year(),
        (false, false) => anchor.year() - 1,
        (true, true) if (month, day) == this || (day == 0 && month == this.0) => anchor.year(),
        (true, true) => anchor.year() + 1,
        (true, false) => anchor.year(),
    }
}
