//! Dates that name a month, a year, a quarter.

use super::days;
use super::reader::{Found, Reader};
use crate::class::Class;
use crate::tag::Tag;
use crate::token::{Kind, Shape};
use claimbook_model::{Moment, Period, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "time-month-day",
        layer: "time",
        doc: "A month with a day, with or without a year; without one, the last such day before publication.",
        examples: &[
            "They spoke on [January 20].",
            "It opened on [12 March 2019].",
            "It closed on [Feb. 3, 2020].",
        ],
        counter_examples: &["You may 20 times repeat it."],
    },
    Rule {
        id: "time-month",
        layer: "time",
        doc: "A month, with or without a year.",
        examples: &["Prices fell in [December].", "It began in [March 2021]."],
        counter_examples: &["They may march on."],
    },
    Rule {
        id: "time-year",
        layer: "time",
        doc: "A calendar or fiscal year, or a decade.",
        examples: &[
            "It rose in [2021].",
            "Sales doubled in [fiscal 2022].",
            "It was built in the [1990s].",
            "It was built in the '[80s].",
            "Profit doubled in [FY21].",
        ],
        counter_examples: &["It sold 2021 cars.", "It cost $2021."],
    },
    Rule {
        id: "time-part-of-year",
        layer: "time",
        doc: "A quarter, half or season of a year.",
        examples: &[
            "Profit fell in [the third quarter of 2021].",
            "It grew in [Q2 2020].",
            "Floods came in [summer 2019].",
            "Floods came [last summer].",
            "Sales fell in [H2 2020].",
            "It beat [last year's third quarter].",
        ],
        counter_examples: &["A quarter of the houses burned."],
    },
    Rule {
        id: "time-iso",
        layer: "time",
        doc: "A date in digits, year first or with slashes; where day and month may be either, its year alone.",
        examples: &[
            "The file is dated [2021-10-05].",
            "It was signed on [25/12/2021].",
        ],
        counter_examples: &["Call 2021-1005."],
    },
];

/// The date that names a calendar unit at `at`.
pub(super) fn read(r: &Reader<'_>, at: usize) -> Option<Found> {
    iso(r, at)
        .or_else(|| days::slashed(r, at))
        .or_else(|| month_first(r, at))
        .or_else(|| day_first(r, at))
        .or_else(|| part_of_year(r, at))
        .or_else(|| year(r, at))
}

fn iso(r: &Reader<'_>, at: usize) -> Option<Found> {
    let year = r.year(at)?;
    let hyphens = r.doc.is_kind(at + 1, Kind::Hyphen) && r.doc.is_kind(at + 3, Kind::Hyphen);
    let (month, _) = r.digits(at + 2).filter(|(_, l)| *l == 2 && hyphens)?;
    let (day, _) = r.digits(at + 4).filter(|(_, l)| *l == 2)?;
    Found::new(at, at + 5, Some(Reader::on(year, month, day)?), "time-iso")
}

/// "January 20, 2021", "January 2021", "January".
fn month_first(r: &Reader<'_>, at: usize) -> Option<Found> {
    let month = r.month(at)?;
    let of = at + 1 + usize::from(r.word(at + 1) == "of");
    if let Some(year) = r.year(of) {
        return Found::new(
            at,
            of + 1,
            Moment::month(year, month).map(Period::At),
            "time-month",
        );
    }
    if let Some(found) = days::of_month(r, at, month) {
        return Some(found);
    }
    if let Some((day, next)) = r.day(at + 1).filter(|_| !amount_follows(r, at + 2)) {
        return match r.year(r.past_comma(next)) {
            Some(year) => Found::new(
                at,
                r.past_comma(next) + 1,
                Reader::on(year, month, day),
                "time-month-day",
            ),
            None => Found::new(at, next, r.on_nearest(month, day), "time-month-day"),
        };
    }
    if let Some(year) = r.year(r.past_comma(at + 1)) {
        return Found::new(
            at,
            r.past_comma(at + 1) + 1,
            Moment::month(year, month).map(Period::At),
            "time-month",
        );
    }
    let plain_word = matches!(r.word(at), "may" | "march") && !named_month(r, at);
    if plain_word {
        None
    } else {
        Found::new(at, at + 1, r.nearest_month(month), "time-month")
    }
}

/// "May" and "March" are months after a preposition or a word of time.
fn named_month(r: &Reader<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| r.doc.lower(i));
    matches!(
        before,
        "in" | "since"
            | "until"
            | "by"
            | "from"
            | "to"
            | "last"
            | "next"
            | "this"
            | "of"
            | "early"
            | "late"
            | "mid"
            | "during"
            | "through"
            | "and"
            | "between"
            | "before"
            | "after"
    )
}

/// "20 January 2021", "the 20th of January", "the fourth of July 1995".
fn day_first(r: &Reader<'_>, at: usize) -> Option<Found> {
    if let Some(found) = days::before_month(r, at) {
        return Some(found);
    }
    let in_words = || r.any_ordinal(at).filter(|(_, next)| r.word(*next) == "of");
    let (day, next) = r.day(at).or_else(in_words)?;
    let next = if r.word(next) == "of" { next + 1 } else { next };
    let month = r.month(next)?;
    let after = r.past_comma(next + 1);
    let after = after + usize::from(r.word(after) == "of" && r.year(after + 1).is_some());
    match r.year(after) {
        Some(year) => Found::new(
            at,
            after + 1,
            Reader::on(year, month, day),
            "time-month-day",
        ),
        None => Found::new(at, next + 1, r.on_nearest(month, day), "time-month-day"),
    }
}

/// "the third quarter of 2021", "Q3 2020", "the first half", "summer 2019".
fn part_of_year(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = at;
    let at = if r.word(at) == "the" { at + 1 } else { at };
    let (part, next) = named_part(r, at)?;
    let of = next + usize::from(matches!(r.word(next), "of" | "in"));
    let year_at = of + usize::from(r.word(of) == "fiscal");
    if let Some(year) = r.year(year_at) {
        return Found::new(start, year_at + 1, part.in_year(year), "time-part-of-year");
    }
    if let (Some(anchor), Some((offset, end))) = (r.anchor(), relative_year(r, of)) {
        let year = chrono::Datelike::year(&anchor) + offset;
        return Found::new(start, end, part.in_year(year), "time-part-of-year");
    }
    if start == at && !matches!(part, Part::Quarter(_))
        || r.doc.has_shape(at, Shape::HAS_DIGIT) && matches!(part, Part::Half(_))
    {
        return None;
    }
    Found::new(
        start,
        next,
        r.anchor().and_then(|a| part.last_before(a)),
        "time-part-of-year",
    )
}

/// "last year", "this year", "the year".
fn relative_year(r: &Reader<'_>, at: usize) -> Option<(i32, usize)> {
    let offset = match r.word(at) {
        "last" => -1,
        "this" | "the" => 0,
        "next" => 1,
        _ => return None,
    };
    (r.word(at + 1) == "year").then_some((offset, at + 2))
}

/// A part of a year.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Quarter(u32),
    Half(u32),
    Season(u32),
}

impl Part {
    /// This part of a year.
    pub(super) fn in_year(self, year: i32) -> Option<Period> {
        let moment = match self {
            Self::Quarter(n) => Moment::quarter(year, n),
            Self::Half(n) => Moment::half(year, n),
            Self::Season(n) => Moment::season(year, n),
        };
        moment.map(Period::At)
    }

    /// The latest such part that began before `anchor`.
    fn last_before(self, anchor: chrono::NaiveDate) -> Option<Period> {
        let year = chrono::Datelike::year(&anchor);
        let this = self.in_year(year)?;
        if this.first_day()? < anchor {
            Some(this)
        } else {
            self.in_year(year - 1)
        }
    }
}

/// The part of a year named at `at` and the token after it.
pub(super) fn named_part(r: &Reader<'_>, at: usize) -> Option<(Part, usize)> {
    let text = if at < r.end { r.doc.text_of(at) } else { "" };
    if let Some(n @ 1..=4) = text.strip_prefix(['Q', 'q']).and_then(|n| n.parse().ok()) {
        return Some((Part::Quarter(n), at + 1));
    }
    if let Some(n @ 1..=2) = text.strip_prefix(['H', 'h']).and_then(|n| n.parse().ok()) {
        return Some((Part::Half(n), at + 1));
    }
    let season = match r.word(at) {
        "spring" => 1,
        "summer" => 2,
        "autumn" => 3,
        "winter" => 4,
        _ => 0,
    };
    if season > 0 {
        return Some((Part::Season(season), at + 1));
    }
    let (n, next) = r.ordinal(at)?;
    let next = next + usize::from(matches!(r.word(next), "fiscal" | "financial"));
    match r.word(next) {
        "quarter" if n <= 4 => Some((Part::Quarter(n), next + 1)),
        "half" if n <= 2 => Some((Part::Half(n), next + 1)),
        _ => None,
    }
}

/// "2021", "fiscal 2021", "the 1990s", "2020-21".
fn year(r: &Reader<'_>, at: usize) -> Option<Found> {
    if matches!(r.word(at), "fiscal" | "fy") {
        let next = at + 1 + usize::from(r.word(at + 1) == "year");
        return Found::new(
            at,
            next + 1,
            Some(Period::At(Moment::year(r.year(next)?))),
            "time-year",
        );
    }
    if let Some(found) = decade_in_words(r, at).or_else(|| fiscal_code(r, at)) {
        return Some(found);
    }
    let year = r.year(at)?;
    if let Some((part @ (Part::Quarter(_) | Part::Half(_)), end)) = code_after(r, at + 1) {
        return Found::new(at, end, part.in_year(year), "time-part-of-year");
    }
    let glued_s = r.doc.has_shape(at + 1, Shape::GLUED) && r.doc.is(at + 1, "s");
    let clitic_s = r.doc.tag(at + 1) == Tag::Possessive
        && year % 10 == 0
        && r.word(at.wrapping_sub(1)) == "the";
    if (glued_s || clitic_s) && year % 10 == 0 {
        return Found::new(
            at,
            at + 2,
            Some(Period::At(Moment::decade(year))),
            "time-year",
        );
    }
    if !reads_as_year(r, at, year) {
        return None;
    }
    if let Some(found) = two_years(r, at, year) {
        return Some(found);
    }
    Found::new(
        at,
        at + 1,
        Some(Period::At(Moment::year(year))),
        "time-year",
    )
}

/// "2019 H2", "2017-Q1": the code of a part after its year.
fn code_after(r: &Reader<'_>, at: usize) -> Option<(Part, usize)> {
    let at = at + usize::from(r.doc.is_kind(at, Kind::Hyphen));
    named_part(r, at).filter(|_| r.doc.has_shape(at, Shape::HAS_DIGIT))
}

/// "FY21", "FY2021".
fn fiscal_code(r: &Reader<'_>, at: usize) -> Option<Found> {
    let text = if at < r.end { r.doc.text_of(at) } else { "" };
    let digits = text.strip_prefix("FY")?;
    let number: i32 = digits.parse().ok()?;
    let year = match digits.len() {
        2 => 2000 + number,
        4 => number,
        _ => return None,
    };
    let year = (1900..2200).contains(&year).then(|| Moment::year(year))?;
    Found::new(at, at + 1, Some(Period::At(year)), "time-year")
}

/// "the nineties", "the '80s".
fn decade_in_words(r: &Reader<'_>, at: usize) -> Option<Found> {
    const DECADES: [&str; 8] = [
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ];
    let the = at > 0 && r.word(at - 1) == "the";
    if let Some((n, _)) = (2..).zip(DECADES).find(|(_, w)| the && *w == r.word(at)) {
        let decade = Moment::decade(1900 + n * 10);
        return Found::new(at, at + 1, Some(Period::At(decade)), "time-year");
    }
    let (tens, length) = r.digits(at)?;
    let cut =
        at > 0 && r.doc.is_kind(at - 1, Kind::SingleQuote) && r.doc.has_shape(at, Shape::GLUED);
    let plural = r.doc.has_shape(at + 1, Shape::GLUED) && r.doc.is(at + 1, "s");
    let decade = cut && plural && length == 2 && tens % 10 == 0;
    let decade = decade
        .then(|| i32::try_from(tens).ok())?
        .map(|n| Moment::decade(1900 + n))?;
    Found::new(at, at + 2, Some(Period::At(decade)), "time-year")
}

/// "2020-21" and "2018-2020".
fn two_years(r: &Reader<'_>, at: usize, year: i32) -> Option<Found> {
    let joined = r.doc.is_kind(at + 1, Kind::Hyphen)
        || r.doc.is_kind(at + 1, Kind::Dash)
        || r.doc.is_mark(at + 1, b'/');
    if !joined || !r.doc.has_shape(at + 1, Shape::GLUED) {
        return None;
    }
    let (number, length) = r.digits(at + 2)?;
    let number = i32::try_from(number).ok()?;
    let second = match length {
        2 => year - year % 100 + number,
        4 => number,
        _ => return None,
    };
    (second > year && second - year < 100).then(|| {
        Found::new(
            at,
            at + 3,
            Some(Period::Between(Moment::year(year), Moment::year(second))),
            "time-year",
        )
    })?
}

/// A bare four-digit number is a year unless a currency sign stands before it or a
/// counted noun, unit or scale word after it.
fn reads_as_year(r: &Reader<'_>, at: usize, year: i32) -> bool {
    let before_word = at.checked_sub(1).map_or("", |i| r.doc.lower(i));
    let symbol = at > 0 && r.doc.is_kind(at - 1, Kind::Symbol) && r.doc.has_shape(at, Shape::GLUED);
    let preposition = matches!(
        before_word,
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "from"
            | "to"
            | "during"
            | "of"
            | "after"
            | "before"
            | "for"
            | "early"
            | "late"
            | "mid"
            | "through"
            | "throughout"
            | "between"
            | "and"
            | "than"
            | "around"
            | "circa"
            | "year"
    );
    if symbol || amount_follows(r, at + 1) {
        return false;
    }
    let likely = (1800..=2100).contains(&year);
    let counted =
        r.doc.tag(at + 1) == Tag::Noun && r.doc.can_be(at + 1, Class::PLURAL) && !preposition;
    likely && !counted || preposition && matches!(before_word, "in" | "since" | "year") && !counted
}

/// Whether the number before `at` is an amount: a unit or scale follows.
pub(super) fn amount_follows(r: &Reader<'_>, at: usize) -> bool {
    at < r.end
        && (r.doc.is_mark(at, b'%')
            || r.doc.can_be(at, Class::SCALE)
            || matches!(
                r.doc.lower(at),
                "percent"
                    | "per"
                    | "km"
                    | "kg"
                    | "dollars"
                    | "euros"
                    | "pounds"
                    | "people"
                    | "points"
                    | "degrees"
            ))
}
