//! The time that a figure speaks of, and how two such times stand to each other.
//!
//! A stated period counts. Without one the day of publication stands in, but
//! only for levels and running totals, which hold until replaced; a change or a
//! share of an event without a period is open and never makes an update.

use crate::lexicon;
use crate::scope::Scope;
use chrono::NaiveDate;
use claimbook_model::{ArticleMeta, Dimension, Figure, Kind, Period};

/// News appears within so many days.
const NEWS_DAYS: i64 = 3;

/// The reference time of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// The article says when.
    Stated(Period),
    /// The day the article appeared stands in.
    Published(NaiveDate),
    /// Nobody says when.
    Open,
    /// The measure does not move with time.
    Timeless,
}

/// How the reference times of two figures stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Times {
    /// The same.
    Same,
    /// The second is so many days later; negative when it is earlier.
    Later(i64),
    /// One holds the other ("2021" and "October 2021").
    Within,
    /// At least one is not known.
    Open,
    /// Time does not matter to the measure.
    Timeless,
}

impl When {
    /// The reference time of `figure` in an article. What counts "since" a day
    /// counts until the article appeared.
    pub(crate) fn of(figure: &Figure, article: &ArticleMeta, scope: Scope) -> Self {
        let begins = |period: Period| match period {
            Period::Since(_) => true,
            Period::At(_) => scope == Scope::Total && figure.kind != Kind::Cumulative,
            Period::Between(..) | Period::Until(_) => false,
        };
        match (figure.period, article.published) {
            (Some(period), Some(day)) if begins(period) || is_news(figure, period, day) => {
                return Self::Published(day);
            }
            (Some(period), _) => return Self::Stated(period),
            (None, _) => {}
        }
        let noun = figure.unit.as_ref().map_or("", |u| last_word(u.code()));
        if figure.dimension() == Dimension::Count && lexicon::is_timeless(noun) {
            return Self::Timeless;
        }
        match (figure.kind, article.published) {
            (Kind::Level | Kind::Cumulative, Some(day)) => Self::Published(day),
            _ => Self::Open,
        }
    }

    /// The day to sort by: the last day of the time, if known.
    pub(crate) fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Stated(period) => period.last_day().or_else(|| period.first_day()),
            Self::Published(day) => Some(day),
            Self::Open | Self::Timeless => None,
        }
    }

    /// How many days a stated period bounded on both sides has.
    pub(crate) fn days(self) -> Option<i64> {
        match self {
            Self::Stated(period) => days(period),
            _ => None,
        }
    }

    /// How `other` stands to this time, for figures of `kind`.
    pub(crate) fn to(self, other: Self, kind: Kind) -> Times {
        match (self, other) {
            (Self::Timeless, _) | (_, Self::Timeless) => Times::Timeless,
            (Self::Open, _) | (_, Self::Open) => Times::Open,
            (Self::Stated(a), Self::Stated(b)) if a == b => Times::Same,
            (Self::Published(a), Self::Published(b)) if a == b => Times::Same,
            (Self::Stated(a), Self::Stated(b)) if kind != Kind::Cumulative && a.overlaps(b) => {
                Times::Within
            }
            (Self::Stated(p), Self::Published(day)) | (Self::Published(day), Self::Stated(p))
                if holds(p, day) =>
            {
                Times::Same
            }
            _ => self.by_days(other),
        }
    }

    fn by_days(self, other: Self) -> Times {
        match (self.day(), other.day()) {
            (Some(a), Some(b)) if a == b => Times::Same,
            (Some(a), Some(b)) => Times::Later((b - a).num_days()),
            _ => Times::Open,
        }
    }
}

/// How many days a period bounded on both sides has.
pub(crate) fn days(period: Period) -> Option<i64> {
    Some((period.last_day()? - period.first_day()?).num_days() + 1)
}

/// Whether a level's period is only the day of the news itself, which tells no
/// more than the day of publication.
fn is_news(figure: &Figure, period: Period, published: NaiveDate) -> bool {
    let one_day = matches!(period, Period::At(_)) && days(period) == Some(1);
    let near = period
        .last_day()
        .is_some_and(|day| (0..=NEWS_DAYS).contains(&(published - day).num_days()));
    figure.kind == Kind::Level && one_day && near
}

/// Whether a day lies in a period that is bounded on both sides.
fn holds(period: Period, day: NaiveDate) -> bool {
    match (period.first_day(), period.last_day()) {
        (Some(first), Some(last)) => first <= day && day <= last,
        _ => false,
    }
}

/// The last word of a unit's name ("dose" of "vaccine dose").
pub(crate) fn last_word(unit: &str) -> &str {
    unit.rsplit(' ').next().unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::{Times, When};
    use claimbook_model::Kind;

    fn stated(text: &str) -> When {
        When::Stated(text.parse().unwrap())
    }

    fn published(text: &str) -> When {
        When::Published(text.parse().unwrap())
    }

    #[test]
    fn times_stand_to_each_other() {
        let table = [
            (stated("2021"), stated("2021"), Kind::Change, Times::Same),
            (
                stated("2020"),
                stated("2021"),
                Kind::Change,
                Times::Later(365),
            ),
            (
                stated("2021"),
                stated("2021-10"),
                Kind::Level,
                Times::Within,
            ),
            (
                stated("../2021-02-13"),
                stated("../2022-02-17"),
                Kind::Cumulative,
                Times::Later(369),
            ),
            (
                published("2021-02-14"),
                published("2021-02-13"),
                Kind::Level,
                Times::Later(-1),
            ),
            (
                stated("2021-02"),
                published("2021-02-14"),
                Kind::Level,
                Times::Same,
            ),
            (
                stated("2020"),
                published("2021-02-14"),
                Kind::Level,
                Times::Later(45),
            ),
            (When::Open, stated("2021"), Kind::Change, Times::Open),
            (When::Timeless, stated("2021"), Kind::Level, Times::Timeless),
        ];
        for (a, b, kind, expected) in table {
            assert_eq!(a.to(b, kind), expected, "{a:?} {b:?}");
        }
    }
}
