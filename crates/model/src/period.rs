//! Dates and spans of time as EDTF text (ISO 8601-2), with their grain.
//!
//! `2021`, `2021-10`, `2021-10-05`; quarters `2021-33` to `2021-36`; halves
//! `2021-40` and `2021-41`; seasons `2021-21` (spring) to `2021-24`; decades
//! `202X`; spans `2020/2021-06`; open ends `../2022-02-17` and `2022-02-17/..`.

use crate::words::words;
use chrono::{Datelike, Days, NaiveDate};
use std::fmt;
use std::str::FromStr;

words! {
    /// How fine a date is, from coarse to fine.
    Grain, "grain", {
        /// Ten calendar years.
        Decade = "decade",
        /// A calendar year.
        Year = "year",
        /// Six months.
        Half = "half",
        /// Three months.
        Quarter = "quarter",
        /// A season, counted as three months (spring from March; winter runs
        /// from December into the next year).
        Season = "season",
        /// A calendar month.
        Month = "month",
        /// A day.
        Day = "day",
    }
}

/// One calendar unit: a year, a quarter, a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    year: i32,
    /// The EDTF number after the year (month 1 to 12, season 21 to 24, quarter
    /// 33 to 36, half 40 and 41), or 0.
    part: u8,
    /// Day of month, or 0.
    day: u8,
    grain: Grain,
}

impl Moment {
    /// A calendar year (0 to 9999).
    #[must_use]
    pub const fn year(year: i32) -> Self {
        Self {
            year,
            part: 0,
            day: 0,
            grain: Grain::Year,
        }
    }

    /// The decade that begins with `year` (2020 for the 2020s).
    #[must_use]
    pub const fn decade(year: i32) -> Self {
        Self {
            year: year - year.rem_euclid(10),
            part: 0,
            day: 0,
            grain: Grain::Decade,
        }
    }

    /// A day.
    #[must_use]
    pub fn day(date: NaiveDate) -> Self {
        let small = |n: u32| u8::try_from(n).unwrap_or(0);
        Self {
            year: date.year(),
            part: small(date.month()),
            day: small(date.day()),
            grain: Grain::Day,
        }
    }

    /// A month from 1 to 12.
    #[must_use]
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Self::with_part(year, month, 1, 12, 0, Grain::Month)
    }

    /// A quarter from 1 to 4.
    #[must_use]
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        Self::with_part(year, quarter, 1, 4, 32, Grain::Quarter)
    }

    /// A half-year, 1 or 2.
    #[must_use]
    pub fn half(year: i32, half: u32) -> Option<Self> {
        Self::with_part(year, half, 1, 2, 39, Grain::Half)
    }

    /// A season: 1 spring, 2 summer, 3 autumn, 4 winter.
    #[must_use]
    pub fn season(year: i32, season: u32) -> Option<Self> {
        Self::with_part(year, season, 1, 4, 20, Grain::Season)
    }

    fn with_part(year: i32, n: u32, low: u32, high: u32, base: u32, grain: Grain) -> Option<Self> {
        let part = u8::try_from(base + n).ok()?;
        (low..=high).contains(&n).then_some(Self {
            year,
            part,
            day: 0,
            grain,
        })
    }

    /// How fine the moment is.
    #[must_use]
    pub const fn grain(self) -> Grain {
        self.grain
    }

    /// The calendar year it begins in.
    #[must_use]
    pub const fn calendar_year(self) -> i32 {
        self.year
    }

    /// First month (1 to 12) and length in months of all but days.
    fn months(self) -> (u32, u32) {
        let part = u32::from(self.part);
        match self.grain {
            Grain::Decade => (1, 120),
            Grain::Year => (1, 12),
            Grain::Half => ((part - 40) * 6 + 1, 6),
            Grain::Quarter => ((part - 33) * 3 + 1, 3),
            Grain::Season => ((part - 20) * 3, 3),
            Grain::Month | Grain::Day => (part, 1),
        }
    }

    /// The first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        let (month, _) = self.months();
        let day = u32::from(self.day.max(1));
        NaiveDate::from_ymd_opt(self.year, month, day).unwrap_or(NaiveDate::MIN)
    }

    /// The last day, inclusive.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        if self.grain == Grain::Day {
            return self.first_day();
        }
        let (month, length) = self.months();
        let next = month - 1 + length;
        let years = i32::try_from(next / 12).unwrap_or(0);
        NaiveDate::from_ymd_opt(self.year + years, next % 12 + 1, 1)
            .and_then(|d| d.checked_sub_days(Days::new(1)))
            .unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            year, part, day, ..
        } = self;
        match self.grain {
            Grain::Decade => write!(f, "{:03}X", year.div_euclid(10)),
            Grain::Year => write!(f, "{year:04}"),
            Grain::Day => write!(f, "{year:04}-{part:02}-{day:02}"),
            _ => write!(f, "{year:04}-{part:02}"),
        }
    }
}

/// When a figure holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// In or during one calendar unit.
    At(Moment),
    /// From one to another, both included.
    Between(Moment, Moment),
    /// Up to and including (`../2022-02-17`).
    Until(Moment),
    /// From then on (`2022-02-17/..`).
    Since(Moment),
}

impl Period {
    /// The first day, if the period has one.
    #[must_use]
    pub fn first_day(self) -> Option<NaiveDate> {
        match self {
            Self::At(m) | Self::Between(m, _) | Self::Since(m) => Some(m.first_day()),
            Self::Until(_) => None,
        }
    }

    /// The last day, inclusive, if the period has one.
    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        match self {
            Self::At(m) | Self::Between(_, m) | Self::Until(m) => Some(m.last_day()),
            Self::Since(_) => None,
        }
    }

    /// Whether every day of `other` lies in this period (open ends are endless).
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        let start = match (self.first_day(), other.first_day()) {
            (None, _) => true,
            (Some(a), Some(b)) => a <= b,
            (Some(_), None) => false,
        };
        let end = match (self.last_day(), other.last_day()) {
            (None, _) => true,
            (Some(a), Some(b)) => a >= b,
            (Some(_), None) => false,
        };
        start && end
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let before = |a: Option<NaiveDate>, b: Option<NaiveDate>| matches!((a, b), (Some(a), Some(b)) if a < b);
        !before(self.last_day(), other.first_day()) && !before(other.last_day(), self.first_day())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(m) => m.fmt(f),
            Self::Between(a, b) => write!(f, "{a}/{b}"),
            Self::Until(m) => write!(f, "../{m}"),
            Self::Since(m) => write!(f, "{m}/.."),
        }
    }
}

/// Text that is no period in the EDTF forms of this module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodError(String);

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.0;
        write!(
            f,
            "`{text}` is not a period: write 2021, 2021-10, 2021-10-05, 2021-33 (first quarter), 2020/2021 or ../2022-02-17"
        )
    }
}

impl std::error::Error for PeriodError {}

impl FromStr for Moment {
    type Err = PeriodError;
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        parse_moment(text).ok_or_else(|| PeriodError(text.to_owned()))
    }
}

impl FromStr for Period {
    type Err = PeriodError;
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let whole = |_| PeriodError(text.to_owned());
        match text.split_once('/') {
            None => Ok(Self::At(text.parse()?)),
            Some(("..", end)) => end.parse().map(Self::Until).map_err(whole),
            Some((start, "..")) => start.parse().map(Self::Since).map_err(whole),
            Some((start, end)) => {
                let (start, end): (Moment, Moment) =
                    (start.parse().map_err(whole)?, end.parse().map_err(whole)?);
                if start.first_day() > end.last_day() {
                    Err(PeriodError(text.to_owned()))
                } else {
                    Ok(Self::Between(start, end))
                }
            }
        }
    }
}

fn parse_moment(text: &str) -> Option<Moment> {
    let digits = |t: &str, n: usize| -> Option<u32> {
        (t.len() == n && t.bytes().all(|b| b.is_ascii_digit()))
            .then(|| t.parse().ok())
            .flatten()
    };
    if let Some(decade) = text.strip_suffix('X') {
        return Some(Moment::decade(i32::try_from(digits(decade, 3)?).ok()? * 10));
    }
    let mut parts = text.split('-');
    let year = i32::try_from(digits(parts.next()?, 4)?).ok()?;
    let Some(part) = parts.next() else {
        return Some(Moment::year(year));
    };
    let part = digits(part, 2)?;
    match (part, parts.next(), parts.next()) {
        (1..=12, Some(day), None) => {
            NaiveDate::from_ymd_opt(year, part, digits(day, 2)?).map(Moment::day)
        }
        (1..=12, None, None) => Moment::month(year, part),
        (21..=24, None, None) => Moment::season(year, part - 20),
        (33..=36, None, None) => Moment::quarter(year, part - 32),
        (40..=41, None, None) => Moment::half(year, part - 39),
        _ => None,
    }
}

impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::{Moment, Period};

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn every_form_prints_as_it_was_read() {
        for text in [
            "2021",
            "2021-10",
            "2021-10-05",
            "2021-33",
            "2021-36",
            "2021-40",
            "2021-41",
            "2021-21",
            "2021-24",
            "202X",
            "2020/2021",
            "2020-12-06/2021-01",
            "../2022-02-17",
            "2022-02-17/..",
        ] {
            assert_eq!(period(text).to_string(), text);
        }
    }

    #[test]
    fn other_text_is_refused() {
        for text in [
            "",
            "21",
            "2021-13",
            "2021-02-30",
            "2021-25",
            "../..",
            "2021/2020",
            "2021-1",
            "May 2021",
            "2021-33-01",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn first_and_last_days() {
        let days = |t: &str| {
            let p = period(t);
            format!("{} {}", p.first_day().unwrap(), p.last_day().unwrap())
        };
        assert_eq!(days("2021-34"), "2021-04-01 2021-06-30");
        assert_eq!(days("2021-41"), "2021-07-01 2021-12-31");
        assert_eq!(days("2020-02"), "2020-02-01 2020-02-29");
        assert_eq!(days("2021-24"), "2021-12-01 2022-02-28");
        assert_eq!(days("202X"), "2020-01-01 2029-12-31");
    }

    #[test]
    fn containment_and_overlap() {
        assert!(period("2021").contains(period("2021-33")));
        assert!(period("../2022").contains(period("2021-10-05")));
        assert!(!period("2021").contains(period("../2021-05")));
        assert!(period("2021/2022").overlaps(period("2022-06")));
        assert!(!period("2021").overlaps(period("2022")));
        assert!(Moment::month(2021, 13).is_none());
    }
}
