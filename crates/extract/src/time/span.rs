//! Spans of time: "from March to May", "since 2018", "by the end of 2021".

use super::calendar::Unit;
use super::reader::{Found, Reader};
use super::{absolute, part, relative};
use crate::tag::Tag;
use crate::token::Kind;
use claimbook_model::{Grain, Moment, Period, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "time-span",
        layer: "time",
        doc: "Two dates joined to a span.",
        examples: &[
            "It rained from [March to May 2020].",
            "It ran between [2018 and 2020].",
        ],
        counter_examples: &["He met May and June."],
    },
    Rule {
        id: "time-open",
        layer: "time",
        doc: "A date with an open side: since, until, by, before and after months and years.",
        examples: &[
            "It has grown since [2018].",
            "They must leave by [Friday].",
            "It was smaller before [2010].",
        ],
        counter_examples: &["It was drawn by Friday.", "It fell after May's vote."],
    },
    Rule {
        id: "time-edge",
        layer: "time",
        doc: "The end or beginning of a calendar unit.",
        examples: &[
            "It stood at 5% at [the end of 2020].",
            "It must be done by [the end of the year].",
        ],
        counter_examples: &["It was the end of the road."],
    },
];

/// The date or span at `at`, open sides read from the word before it.
pub(super) fn read(r: &Reader<'_>, at: usize) -> Option<Found> {
    let first = edge(r, at).or_else(|| single(r, at))?;
    let found = joined(r, first).unwrap_or(first);
    Some(open_side(r, found))
}

/// One date, no span.
pub(super) fn single(r: &Reader<'_>, at: usize) -> Option<Found> {
    part::read(r, at)
        .or_else(|| relative::read(r, at))
        .or_else(|| absolute::read(r, at))
}

/// "the end of 2021", "the beginning of last month", "end-March".
fn edge(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = at;
    let at = at + usize::from(r.word(at) == "the");
    let last = match r.word(at) {
        "end" | "close" => true,
        "start" | "beginning" => false,
        _ => return None,
    };
    let of = at + 1;
    if r.word(of) != "of" {
        return None;
    }
    let unit = single(r, of + 1).or_else(|| the_year(r, of + 1))?;
    let day = unit
        .value
        .and_then(|p| if last { p.last_day() } else { p.first_day() });
    Found::new(
        start,
        unit.end,
        day.map(|d| Period::At(Moment::day(d))),
        "time-edge",
    )
}

/// "the year", "the month" of publication.
pub(super) fn the_year(r: &Reader<'_>, at: usize) -> Option<Found> {
    let unit = Unit::named(r.lemma(at + 1)).filter(|_| r.word(at) == "the")?;
    Found::new(
        at,
        at + 2,
        r.anchor().and_then(|a| unit.around(a, 0)),
        "time-near-unit",
    )
}

/// Two dates with "to", "and" (after "between"), "through" or a dash between.
fn joined(r: &Reader<'_>, first: Found) -> Option<Found> {
    let before = first.start.checked_sub(1).map_or("", |i| r.word(i));
    let link = match r.word(first.end) {
        "to" | "through" | "until" | "till" => true,
        "and" => before == "between",
        _ => r.doc.is_kind(first.end, Kind::Dash) || r.doc.is_kind(first.end, Kind::Hyphen),
    };
    if !link {
        return None;
    }
    let second = single(r, first.end + 1)?;
    let (Some(a), Some(b)) = (first.value, second.value) else {
        return None;
    };
    let (Period::At(mut from), Period::At(to)) = (a, b) else {
        return None;
    };
    let dated = |f: Found| (f.start..f.end).any(|t| r.year(t).is_some());
    if from.first_day() > to.last_day() || dated(second) && !dated(first) {
        let year = to.calendar_year();
        from = with_year(from, year).unwrap_or(from);
        if from.first_day() > to.last_day() {
            from = with_year(from, year - 1)?;
        }
    }
    (from.first_day() <= to.last_day()).then(|| {
        Found::new(
            first.start,
            second.end,
            Some(Period::Between(from, to)),
            "time-span",
        )
    })?
}

/// "from March to May 2020": the first part takes the year of the second.
fn with_year(moment: Moment, year: i32) -> Option<Moment> {
    use chrono::Datelike;
    let first = moment.first_day();
    match moment.grain() {
        Grain::Month => Moment::month(year, first.month()),
        Grain::Day => first.with_year(year).map(Moment::day),
        _ => None,
    }
}

/// "since", "until" and "by" open one side.
fn open_side(r: &Reader<'_>, found: Found) -> Found {
    let Some(Period::At(moment)) = found.value else {
        return found;
    };
    let before = found.start.checked_sub(1).map_or("", |i| r.doc.lower(i));
    let value = match before {
        "since" => Period::Since(moment),
        "until" | "till" | "by" => Period::Until(moment),
        "before" | "after" => match beyond(r, found, moment, before == "after") {
            Some(period) => period,
            None => return found,
        },
        _ => return found,
    };
    Found {
        value: Some(value),
        rule: "time-open",
        ..found
    }
}

/// "before 2010", "after March 2018": all that lies on that side of a month, quarter or year
/// that belongs to no noun.
fn beyond(r: &Reader<'_>, found: Found, moment: Moment, after: bool) -> Option<Period> {
    let unit = match moment.grain() {
        Grain::Year => Unit::Year,
        Grain::Quarter => Unit::Quarter,
        Grain::Month => Unit::Month,
        _ => return None,
    };
    let owned = found.end < r.end
        && matches!(
            r.doc.tag(found.end),
            Tag::Possessive | Tag::Noun | Tag::Name | Tag::Adjective
        );
    if owned {
        return None;
    }
    let Period::At(next) = unit.around(moment.first_day(), if after { 1 } else { -1 })? else {
        return None;
    };
    Some(if after {
        Period::Since(next)
    } else {
        Period::Until(next)
    })
}

#[cfg(test)]
mod tests {
    use crate::doc::Doc;
    use claimbook_model::{Article, ArticleMeta};

    fn dates(text: &str) -> String {
        let meta = ArticleMeta {
            published: chrono::NaiveDate::from_ymd_opt(2022, 2, 17),
            ..ArticleMeta::default()
        };
        let article = Article {
            meta,
            text: text.to_owned(),
            furniture: Vec::new(),
        };
        let doc = Doc::new(&article);
        let found = super::super::find(&doc);
        let shown = found.iter().map(|d| {
            format!(
                "{} = {}",
                d.span.of(text),
                d.value.map_or("?".to_owned(), |v| v.to_string())
            )
        });
        shown.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn news_dates_are_read_against_the_publication_date() {
        let cases = [
            ("He spoke on Wednesday.", "Wednesday = 2022-02-16"),
            ("It will open on Friday.", "Friday = 2022-02-18"),
            (
                "Trade grew last year compared with 2020.",
                "last year = 2021; 2020 = 2020",
            ),
            (
                "The leaders spoke on January 20.",
                "January 20 = 2022-01-20",
            ),
            (
                "The vote was held on December 6.",
                "December 6 = 2021-12-06",
            ),
            (
                "It delivered 7 million doses so far.",
                "so far = ../2022-02-17",
            ),
            (
                "It must vaccinate 70% by the end of 2021.",
                "the end of 2021 = ../2021-12-31",
            ),
            (
                "Output fell in the third quarter.",
                "the third quarter = 2021-35",
            ),
            (
                "It was a year earlier in the past 24 hours.",
                "a year earlier = 2021; the past 24 hours = 2022-02-16/2022-02-17",
            ),
            (
                "Sales rose between 2018 and 2020.",
                "2018 and 2020 = 2018/2020",
            ),
            (
                "It rained from March to May 2020.",
                "March to May 2020 = 2020-03/2020-05",
            ),
            ("It has risen since October.", "October = 2021-10/.."),
            ("It was founded in the 1990s.", "1990s = 199X"),
            (
                "Profit in fiscal 2021 was $3 billion in Q2 2020.",
                "fiscal 2021 = 2021; Q2 2020 = 2020-34",
            ),
            (
                "A batch came in December last year.",
                "December last year = 2021-12",
            ),
            ("They sold 2021 cars and 1,950 vans.", ""),
            ("You may march.", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(dates(text), expected, "{text}");
        }
    }

    #[test]
    fn parts_and_stretches_of_time_are_read_with_their_ends() {
        let cases = [
            (
                "It rained in the first two weeks of March 2021.",
                "the first two weeks of March 2021 = 2021-03-01/2021-03-14",
            ),
            (
                "Prices rose in the year to January.",
                "the year to January = 2021-02/2022-01",
            ),
            (
                "The mill dates from the 19th century.",
                "the 19th century = 1800/1899",
            ),
            ("It was smaller before 2010.", "2010 = ../2009"),
            (
                "Talks ran from May to October 2020.",
                "May to October 2020 = 2020-05/2020-10",
            ),
            (
                "The fair ran July 9-12, 2021.",
                "July 9-12, 2021 = 2021-07-09/2021-07-12",
            ),
            (
                "Sales fell in the past two quarters.",
                "the past two quarters = 2021-35/2021-36",
            ),
            ("It will open in three weeks.", "three weeks = 2022-03-10"),
            ("The rink was shut last summer.", "last summer = 2021-22"),
            (
                "It beat last year's third quarter.",
                "last year's third quarter = 2021-35",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(dates(text), expected, "{text}");
        }
    }
}
