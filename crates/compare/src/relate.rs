//! How the values of two figures of one row relate, and the sentence that says
//! why.

use crate::book::Book;
use crate::interval::Interval;
use crate::key::Key;
use crate::missing::{self, Told};
use crate::row::Relation;
use crate::say;
use crate::when::{Times, When};
use claimbook_model::{Direction, Figure, Kind, Unit};
use std::cmp::Ordering;

/// A relation and the reason for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// The relation.
    pub(crate) relation: Relation,
    /// Why, in a sentence.
    pub(crate) why: String,
    /// What would make both figures true, where a missing detail may explain it.
    pub(crate) hint: Option<String>,
}

/// Two figures side by side, the second in the unit of the first.
struct Pair<'b> {
    first: Side<'b>,
    second: Side<'b>,
    times: Times,
}

struct Side<'b> {
    key: &'b Key,
    figure: &'b Figure,
    outlet: &'b str,
    /// In the common unit of its dimension, to compare.
    interval: Interval,
    /// In its own unit, to tell.
    own: Interval,
}

/// Relates the figures of keys `a` and `b`, `a` being the earlier one.
pub(crate) fn relate(book: &Book<'_>, a: usize, b: usize) -> Option<Verdict> {
    let pair = Pair::of(book, a, b)?;
    if pair.first.interval.meets(pair.second.interval) {
        return Some(verdict(Relation::Agree, pair.agreement(), None));
    }
    Some(match pair.times {
        Times::Same => verdict(
            Relation::Conflict,
            pair.apart(pair.same_time()),
            pair.missing(),
        ),
        Times::Timeless => {
            let note = ", and the count does not change with time";
            verdict(Relation::Conflict, pair.apart(note.to_owned()), None)
        }
        Times::Open => pair.open(),
        Times::Within => {
            let why = pair.apart(", but one speaks of a part of the other's time".to_owned());
            verdict(Relation::NotComparable, why, None)
        }
        Times::Later(days) => pair.moved(days),
    })
}

fn verdict(relation: Relation, why: String, hint: Option<String>) -> Verdict {
    Verdict {
        relation,
        why,
        hint,
    }
}

impl<'b> Pair<'b> {
    fn of(book: &'b Book<'_>, a: usize, b: usize) -> Option<Self> {
        let mut first = Side::of(book, a)?;
        let mut second = Side::of(book, b)?;
        if first.moves() && second.moves() && first.figure.direction != second.figure.direction {
            second.interval = second.interval.negated();
        }
        let times = first.key.times(second.key);
        if first.outlet == second.outlet {
            first.outlet = &book.entry_of(a).from.article.id;
            second.outlet = &book.entry_of(b).from.article.id;
        }
        Some(Self {
            first,
            second,
            times,
        })
    }

    fn agreement(&self) -> String {
        let (a, b) = (&self.first, &self.second);
        let exact = !a.interval.is_wide() && !b.interval.is_wide();
        if exact && a.interval.low == b.interval.low {
            format!("both say {}", a.plain())
        } else if exact {
            format!("{} and {} are the same when rounded", a.plain(), b.plain())
        } else {
            format!("{} and {} meet", a.with_range(), b.with_range())
        }
    }

    /// "12% and almost 50% (42.5 to 50%) do not meet", and a note.
    fn apart(&self, note: String) -> String {
        let (a, b) = (self.first.with_range(), self.second.with_range());
        format!("{a} and {b} do not meet{note}")
    }

    fn same_time(&self) -> String {
        match (self.first.key.when, self.second.key.when) {
            (When::Stated(p), When::Stated(q)) if p == q => format!(", both for {p}"),
            (When::Published(day), When::Published(_)) => {
                format!(", both published on {}", say::day(day))
            }
            _ => ", both of the same time".to_owned(),
        }
    }

    /// No known time on at least one side: a conflict that a period may solve.
    fn open(&self) -> Verdict {
        verdict(
            Relation::Conflict,
            self.apart(String::new()),
            self.missing(),
        )
    }

    /// What would make both true.
    fn missing(&self) -> Option<String> {
        missing::detail(self.first.told(), self.second.told())
    }

    /// Values that differ at different times.
    fn moved(&self, days: i64) -> Verdict {
        let (early, late) = if days >= 0 {
            (&self.first, &self.second)
        } else {
            (&self.second, &self.first)
        };
        let span = say::days(days.abs());
        let running = early.key.running || late.key.running;
        if running && late.interval.is_below(early.interval) {
            let (a, b) = (early.with_range(), late.with_range());
            let why = format!("{a}, and {span} later {b}: a running total cannot fall");
            let hint = "Different counters or a corrected count may explain it.";
            return verdict(Relation::Conflict, why, Some(hint.to_owned()));
        }
        verdict(Relation::Update, change(early, late, &span), None)
    }
}

/// "+7.1 million in 369 days"; between hedged amounts "from at least 250 to more
/// than 600 in 16 days".
fn change(early: &Side<'_>, late: &Side<'_>, span: &str) -> String {
    let one_unit = early.figure.unit == late.figure.unit;
    if early.own.is_wide() || late.own.is_wide() || !one_unit {
        return format!("from {} to {} in {span}", early.plain(), late.plain());
    }
    let moved = late.own.low.saturating_sub(early.own.low);
    let sign = match moved.cmp(&rust_decimal::Decimal::ZERO) {
        Ordering::Less => "-",
        _ => "+",
    };
    let points = Unit::fixed("percentage_point");
    let unit = match early.figure.unit.as_ref() {
        Some(unit) if unit.code() == "percent" => Some(&points),
        unit => unit,
    };
    format!("{sign}{} in {span}", say::amount(moved.abs(), unit))
}

impl<'b> Side<'b> {
    fn of(book: &'b Book<'_>, key: usize) -> Option<Self> {
        let entry = book.entry_of(key);
        let figure = entry.figure()?;
        let key = &book.keys[key].1;
        Some(Self {
            key,
            figure,
            outlet: say::outlet(entry),
            interval: key.interval,
            own: Interval::of(figure),
        })
    }

    fn told(&self) -> Told<'b> {
        Told {
            key: self.key,
            figure: self.figure,
            outlet: self.outlet,
        }
    }

    /// Whether it is a change that went one way.
    fn moves(&self) -> bool {
        let went = matches!(self.figure.direction, Some(Direction::Up | Direction::Down));
        went && self.figure.kind == Kind::Change
    }

    /// The figure as written, with its direction where the sign tells it.
    fn plain(&self) -> String {
        let text = say::figure(self.figure);
        match self.figure.direction {
            Some(Direction::Down) if self.figure.kind == Kind::Change => format!("{text} down"),
            _ => text,
        }
    }

    fn with_range(&self) -> String {
        if !self.own.is_wide() {
            return self.plain();
        }
        let unit = self.figure.unit.as_ref();
        let low = say::number(self.own.low);
        let high = say::amount(self.own.high, unit);
        format!("{} ({low} to {high})", self.plain())
    }
}
