//! Dates that only the date of publication gives a place: "last year", "on
//! Wednesday", "two weeks ago", "so far".

use super::absolute;
use super::calendar::{Unit, weekday};
use super::reader::{Found, Reader};
use crate::token::Kind;
use claimbook_model::{Moment, Period, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "time-weekday",
        layer: "time",
        doc: "A weekday: the last one up to publication, or the next one in a sentence that looks ahead.",
        examples: &["He spoke on [Wednesday].", "It ended [last Friday]."],
        counter_examples: &["The sun rose."],
    },
    Rule {
        id: "time-near-day",
        layer: "time",
        doc: "Today, yesterday, tomorrow, and words for now.",
        examples: &["It rained [yesterday].", "There are [currently] 20 deals."],
        counter_examples: &["Those were the days."],
    },
    Rule {
        id: "time-near-unit",
        layer: "time",
        doc: "The week, month, quarter, year or decade before, of or after publication.",
        examples: &[
            "Trade grew [last year].",
            "It opens [next month].",
            "It fell [this week].",
        ],
        counter_examples: &["It was the last straw."],
    },
    Rule {
        id: "time-ago",
        layer: "time",
        doc: "A count of units before or after.",
        examples: &[
            "It began [two weeks ago].",
            "It was lower [a year earlier].",
            "It will open in [three weeks].",
        ],
        counter_examples: &["Long live the two weeks."],
    },
    Rule {
        id: "time-stretch",
        layer: "time",
        doc: "A stretch of time up to publication.",
        examples: &[
            "It found 1,201 cases in [the past 24 hours].",
            "It grew over [the last two years].",
        ],
        counter_examples: &["The past is over."],
    },
    Rule {
        id: "time-so-far",
        layer: "time",
        doc: "Up to publication: a running total.",
        examples: &[
            "It has delivered 5 tons [so far].",
            "They won 12 games [so far this year].",
        ],
        counter_examples: &["It is so far from here."],
    },
];

/// The relative date that begins at `at`.
pub(super) fn read(r: &Reader<'_>, at: usize) -> Option<Found> {
    near_day(r, at)
        .or_else(|| so_far(r, at))
        .or_else(|| stretch(r, at))
        .or_else(|| ago(r, at))
        .or_else(|| near_unit(r, at))
        .or_else(|| near_name(r, at))
        .or_else(|| earlier_unit(r, at))
}

fn near_day(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (offset, length) = match (r.word(at), r.word(at + 1)) {
        ("yesterday", _) => (-1, 1),
        ("tomorrow", _) => (1, 1),
        ("today" | "tonight" | "currently" | "nowadays", _) => (0, 1),
        ("at", "present") => (0, 2),
        ("this", "morning" | "afternoon" | "evening") => (0, 2),
        ("last", "night") => (-1, 2),
        ("now", next) if next != "that" => (0, 1),
        ("at", "the") if r.word(at + 2) == "moment" => (0, 3),
        _ => return None,
    };
    Found::new(
        at,
        at + length,
        r.anchor().and_then(|a| Unit::Day.around(a, offset)),
        "time-near-day",
    )
}

/// "so far", "so far this year", "to date".
fn so_far(r: &Reader<'_>, at: usize) -> Option<Found> {
    let matched = matches!(
        (r.word(at), r.word(at + 1)),
        ("so", "far") | ("to", "date") | ("till", "date") | ("thus", "far")
    );
    if !matched || matches!(r.word(at + 2), "as" | "from" | "away" | "apart") {
        return None;
    }
    let until = |a| Period::Until(Moment::day(a));
    let this = Unit::named(r.lemma(at + 3)).filter(|_| r.word(at + 2) == "this");
    match (this, r.anchor()) {
        (Some(unit), Some(anchor)) => {
            let from = unit.around(anchor, 0)?.first_day()?;
            Found::new(
                at,
                at + 4,
                Some(Period::Between(Moment::day(from), Moment::day(anchor))),
                "time-so-far",
            )
        }
        (_, anchor) => Found::new(at, at + 2, anchor.map(until), "time-so-far"),
    }
}

/// "the past 24 hours", "the last two years", "the first nine months of the year".
fn stretch(r: &Reader<'_>, at: usize) -> Option<Found> {
    let which = at + usize::from(matches!(r.word(at), "the" | "this" | "these" | "those"));
    let sign = match r.word(which) {
        "past" | "last" | "previous" | "preceding" => -1,
        "next" | "coming" | "following" => 1,
        "first" => return first_months(r, at, which),
        _ => return None,
    };
    let count = r.count(which + 1).filter(|n| *n > 1)?;
    let unit_at = which + 2 + usize::from(r.doc.is_kind(which + 2, Kind::Hyphen));
    let unit = Unit::named(r.lemma(unit_at))?;
    Found::new(
        at,
        unit_at + 1,
        r.anchor().and_then(|a| unit.stretch(a, sign * count)),
        "time-stretch",
    )
}

/// "the first nine months of the year", "... of 2021".
fn first_months(r: &Reader<'_>, at: usize, which: usize) -> Option<Found> {
    let count = r.count(which + 1).filter(|n| (2..=11).contains(n))?;
    if r.lemma(which + 2) != "month" {
        return None;
    }
    let of = which + 3 + usize::from(r.word(which + 3) == "of");
    let (year, end) = match (r.year(of), r.word(of), r.word(of + 1)) {
        (Some(year), ..) => (Some(year), of + 1),
        (None, "the" | "this", "year") => (r.anchor().map(|a| chrono::Datelike::year(&a)), of + 2),
        (None, "last", "year") => (r.anchor().map(|a| chrono::Datelike::year(&a) - 1), of + 2),
        _ => (r.anchor().map(|a| chrono::Datelike::year(&a)), which + 3),
    };
    let months = |year| {
        Some(Period::Between(
            Moment::month(year, 1)?,
            Moment::month(year, u32::try_from(count).ok()?)?,
        ))
    };
    Found::new(at, end, year.and_then(months), "time-stretch")
}

/// "two weeks ago", "a year earlier", "three days later".
fn ago(r: &Reader<'_>, at: usize) -> Option<Found> {
    let fortnight = r.lemma(at + 1) == "fortnight";
    let count = r.count(at)?.checked_mul(if fortnight { 2 } else { 1 })?;
    let unit = if fortnight {
        Unit::Week
    } else {
        Unit::named(r.lemma(at + 1))?
    };
    let sign = match r.word(at + 2) {
        "ago" | "earlier" | "before" => -1,
        "later" | "hence" => 1,
        _ => return ahead(r, at, unit, count),
    };
    let relative_to_other = r.word(at + 2) == "before"
        && r.doc
            .tokens
            .get(at + 3)
            .is_some_and(|t| t.kind == Kind::Word)
        && at + 3 < r.end;
    if relative_to_other {
        return None;
    }
    Found::new(
        at,
        at + 3,
        r.anchor().and_then(|a| unit.away(a, sign * count)),
        "time-ago",
    )
}

/// "will open in two weeks": a time ahead, in a sentence that looks ahead.
fn ahead(r: &Reader<'_>, at: usize, unit: Unit, count: i32) -> Option<Found> {
    let led = at > 0 && r.doc.lower(at - 1) == "in" && r.future;
    let closed = r
        .doc
        .tokens
        .get(at + 2)
        .is_none_or(|t| matches!(t.kind, Kind::Stop | Kind::Punct));
    if !led || !closed || unit == Unit::Hour {
        return None;
    }
    Found::new(
        at,
        at + 2,
        r.anchor().and_then(|a| unit.away(a, count)),
        "time-ago",
    )
}

/// "last year", "this month", "the next decade", "the year".
fn near_unit(r: &Reader<'_>, at: usize) -> Option<Found> {
    let which = at + usize::from(r.word(at) == "the");
    let offset = match r.word(which) {
        "last" | "past" | "previous" | "preceding" => -1,
        "this" | "current" => 0,
        "next" | "coming" | "following" => 1,
        _ => return None,
    };
    let same = which
        + 1
        + usize::from(matches!(
            r.word(which + 1),
            "calendar" | "fiscal" | "financial" | "whole" | "entire"
        ));
    let unit = Unit::named(r.lemma(same)).filter(|u| !matches!(u, Unit::Hour | Unit::Day))?;
    let plural = r.doc.can_be(same, crate::class::Class::PLURAL);
    if plural {
        return None;
    }
    Found::new(
        at,
        same + 1,
        r.anchor().and_then(|a| unit.around(a, offset)),
        "time-near-unit",
    )
}

/// "last Wednesday", "Wednesday", "last December", "December last year".
fn near_name(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (sign, name_at) = match r.word(at) {
        "last" | "past" | "previous" => (Some(-1), at + 1),
        "next" | "coming" => (Some(1), at + 1),
        "this" => (Some(0), at + 1),
        _ => (None, at),
    };
    if let Some(sign) = sign
        && let Some((part @ absolute::Part::Season(_), end)) = absolute::named_part(r, name_at)
    {
        let value = r.anchor().and_then(|a| near_season(part, a, sign));
        return Found::new(at, end, value, "time-part-of-year");
    }
    if let Some(day) = r.weekday(name_at) {
        return weekday_at(r, at, name_at, day, sign);
    }
    let month = r.month(name_at)?;
    let year = match (r.word(name_at + 1), r.word(name_at + 2)) {
        ("last", "year") => Some((-1, name_at + 3)),
        ("this", "year") => Some((0, name_at + 3)),
        ("next", "year") => Some((1, name_at + 3)),
        _ => None,
    };
    let value = |offset: i32| {
        Moment::month(chrono::Datelike::year(&r.anchor()?) + offset, month).map(Period::At)
    };
    match (year, sign) {
        (Some((offset, end)), _) => Found::new(at, end, value(offset), "time-month"),
        (None, Some(0)) => Found::new(at, name_at + 1, value(0), "time-month"),
        (None, Some(sign)) => Found::new(
            at,
            name_at + 1,
            near_month(r, month, sign > 0),
            "time-month",
        ),
        (None, None) => None,
    }
}

/// "last summer", "this winter": the season that has ended, or the one of this year.
fn near_season(part: absolute::Part, anchor: chrono::NaiveDate, sign: i32) -> Option<Period> {
    let year = chrono::Datelike::year(&anchor);
    let this = part.in_year(year)?;
    let ended = this.last_day()? < anchor;
    match sign {
        -1 if !ended => part.in_year(year - 1),
        1 if this.first_day()? <= anchor => part.in_year(year + 1),
        _ => Some(this),
    }
}

/// The month before or after the publication's own, not that month itself.
fn near_month(r: &Reader<'_>, month: u32, future: bool) -> Option<Period> {
    let anchor = r.anchor()?;
    let mut year = super::calendar::year_of(anchor, month, 0, future);
    if chrono::Datelike::month(&anchor) == month {
        year += if future { 1 } else { -1 };
    }
    Moment::month(year, month).map(Period::At)
}

fn weekday_at(
    r: &Reader<'_>,
    at: usize,
    name_at: usize,
    day: u32,
    sign: Option<i32>,
) -> Option<Found> {
    let mut end = name_at + 1;
    if matches!(r.word(end), "morning" | "afternoon" | "evening" | "night") {
        end += 1;
    }
    if r.doc.is_mark(end, b',') && r.month(end + 1).is_some() {
        return absolute::read(r, end + 1)
            .and_then(|f| Found::new(at, f.end, f.value, "time-weekday"));
    }
    let future = sign.map_or(r.future, |s| s > 0);
    let value = r
        .anchor()
        .and_then(|a| weekday(a, day, future))
        .map(|d| Period::At(Moment::day(d)));
    Found::new(at, end, value, "time-weekday")
}

/// "earlier this month", "later this year", "early last week".
fn earlier_unit(r: &Reader<'_>, at: usize) -> Option<Found> {
    if !matches!(r.word(at), "earlier" | "later" | "early" | "late") {
        return None;
    }
    let found = near_unit(r, at + 1)
        .or_else(|| near_name(r, at + 1).filter(|_| matches!(r.word(at), "early" | "late")))?;
    Found::new(at, found.end, found.value, found.rule)
}
