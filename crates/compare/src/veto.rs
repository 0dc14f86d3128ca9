//! Reasons for which two figures cannot answer one question, whatever else they
//! share. Checked before any likeness is weighed, and for every pair of a row.

use crate::book::Book;
use crate::key::Key;
use crate::say;
use crate::scope::Scope;
use crate::when::{Times, When};
use claimbook_model::{Kind, Modality};
use rust_decimal::Decimal;

/// Changes without a period are compared when their articles appeared within so
/// many days.
const OPEN_DAYS: i64 = 366;

/// Why two figures stay apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Veto {
    /// People keep them off one row.
    People,
    /// They count or measure different things.
    Unit,
    /// Level, change, rate, share: different kinds.
    Kind,
    /// A fact and an aim, or an aim and a forecast.
    Plan,
    /// One of them is denied.
    Denial,
    /// They hold in different places.
    Place,
    /// They are between different parties.
    Parties,
    /// Killed and injured, exports and imports.
    Contrast,
    /// Votes of two chambers.
    Chamber,
    /// Shares of different wholes, or a part and a whole.
    Whole,
    /// Changes against different baselines or over spans that hold each other.
    Span,
    /// One counts from a beginning on, the other within a window, or so little
    /// that it can only be a part.
    Scope,
    /// One adds to what was said before.
    Further,
    /// One article gives both, of one time.
    List,
}

/// The first reason to keep two figures apart; what people joined nothing parts.
pub(crate) fn veto(book: &Book<'_>, a: usize, b: usize) -> Option<Veto> {
    let (x, y) = (&book.keys[a].1, &book.keys[b].1);
    if x.place.joined(&y.place) {
        return None;
    }
    if x.place.parted(&y.place) {
        return Some(Veto::People);
    }
    if x.kin != y.kin && !x.family.fits(&y.family) {
        return Some(Veto::Unit);
    }
    by_kind(x, y)
        .or_else(|| by_place(x, y))
        .or_else(|| excludes(x, y).then_some(Veto::Contrast))
        .or_else(|| by_chamber(x, y))
        .or_else(|| by_whole(x, y))
        .or_else(|| by_span(book, a, b))
        .or_else(|| by_scope(x, y))
        .or_else(|| listed(x, y).then_some(Veto::List))
}

fn by_kind(x: &Key, y: &Key) -> Option<Veto> {
    if is_denied(x) != is_denied(y) {
        return Some(Veto::Denial);
    }
    if footing(x) != footing(y) {
        return Some(Veto::Plan);
    }
    (sort(x) != sort(y)).then_some(Veto::Kind)
}

fn is_denied(key: &Key) -> bool {
    key.modality == Modality::Negated
}

/// Facts, aims and forecasts are never compared with each other; "the $84,000" that
/// someone will repay is a fact. A plan or a
/// possibility is: outlets differ in how firmly they put one and the same thing.
fn footing(key: &Key) -> &'static str {
    match (key.kind, key.modality) {
        _ if key.definite => "statement of fact",
        (Kind::Target, _) => "target",
        (Kind::Cumulative, _) => "statement of fact",
        (Kind::Forecast, _) | (_, Modality::Forecast) => "forecast",
        _ => "statement of fact",
    }
}

/// Kinds that may stand in one row. A running total is a level of its day; an
/// amount "lost" without a way that it went is a level too.
fn sort(key: &Key) -> u8 {
    match key.kind {
        Kind::Change if key.moves => 1,
        Kind::Rate => 2,
        _ => 0,
    }
}

fn by_place(x: &Key, y: &Key) -> Option<Veto> {
    if !x.parties.is_empty() && !y.parties.is_empty() && x.parties != y.parties {
        return Some(Veto::Parties);
    }
    let countries = !x.countries.is_empty() && !y.countries.is_empty();
    if countries && !x.countries.iter().any(|c| y.countries.contains(c)) {
        return Some(Veto::Place);
    }
    let continent = |key: &Key| key.spot.as_ref().is_some_and(|spot| spot.continent);
    let beside = |a: &Key, b: &Key| continent(a) && !b.countries.is_empty();
    if beside(x, y) || beside(y, x) {
        return Some(Veto::Place);
    }
    match (&x.spot, &y.spot) {
        (Some(a), Some(b)) if !a.may_be(b) => Some(Veto::Place),
        _ => None,
    }
}

/// Whether they name classes of one set, but none in common.
fn excludes(x: &Key, y: &Key) -> bool {
    let meet = |set: &str| {
        let classes = |key: &'_ Key| -> Vec<&'static str> {
            key.contrasts
                .iter()
                .filter(|c| c.0 == set)
                .map(|c| c.1)
                .collect()
        };
        let (a, b) = (classes(x), classes(y));
        b.is_empty() || a.iter().any(|class| b.contains(class))
    };
    !x.contrasts.iter().all(|(set, _)| meet(set))
}

fn by_chamber(x: &Key, y: &Key) -> Option<Veto> {
    let (a, b) = (x.tally?, y.tally?);
    a.is_of_another_chamber(b).then_some(Veto::Chamber)
}

fn by_whole(x: &Key, y: &Key) -> Option<Veto> {
    let (Some(a), Some(b)) = (&x.whole, &y.whole) else {
        return None;
    };
    let shared = a.shared(b).next().is_some();
    (!shared && !a.is_empty() && !b.is_empty()).then_some(Veto::Whole)
}

/// Changes and rates only compare over spans of one length and against one
/// baseline; a change without a period is read as one of its article's time.
fn by_span(book: &Book<'_>, a: usize, b: usize) -> Option<Veto> {
    let (x, y) = (&book.keys[a].1, &book.keys[b].1);
    if sort(x) == 0 {
        return None;
    }
    let baseline = |key: usize| book.entry_of(key).figure().and_then(|f| f.baseline);
    let baselines_differ = match (baseline(a), baseline(b)) {
        (Some(p), Some(q)) => x.when == y.when && !p.overlaps(q),
        _ => false,
    };
    let lengths_differ = match (x.when.days(), y.when.days()) {
        (Some(p), Some(q)) => p.max(q) * 2 > p.min(q) * 3,
        _ => false,
    };
    let published = |key: usize| book.entry_of(key).from.article.published;
    let open = x.when == When::Open || y.when == When::Open;
    let far = match (published(a), published(b)) {
        (Some(p), Some(q)) => open && (p - q).num_days().abs() > OPEN_DAYS,
        _ => false,
    };
    let within = x.times(y) == Times::Within;
    (baselines_differ || lengths_differ || far || within).then_some(Veto::Span)
}

fn by_scope(x: &Key, y: &Key) -> Option<Veto> {
    let windows = x.scope == Scope::Window || y.scope == Scope::Window;
    if x.further != y.further && !windows {
        return Some(Veto::Further);
    }
    let events = x.events && y.events;
    let counted = x.family.class() == 0;
    let apart = counted && !x.scope.fits(y.scope, events);
    (apart || (events && only_a_part(x, y))).then_some(Veto::Scope)
}

/// Whether two counts of events differ so much against the course of time that
/// the smaller one can only count a part: a total does not fall to a third.
fn only_a_part(x: &Key, y: &Key) -> bool {
    if x.scope == Scope::Window || y.scope == Scope::Window {
        return false;
    }
    let far_below = |low: &Key, high: &Key| {
        let third = high.interval.low.checked_div(Decimal::from(3));
        third.is_some_and(|third| low.interval.high < third)
    };
    match (x.when.day(), y.when.day()) {
        (Some(a), Some(b)) if a < b => far_below(y, x),
        (Some(a), Some(b)) if a > b => far_below(x, y),
        _ => far_below(x, y) || far_below(y, x),
    }
}

/// Whether one article gives two values that exclude each other for one time, as
/// lists do: it means two things by them.
fn listed(x: &Key, y: &Key) -> bool {
    let one_time = !matches!(x.times(y), Times::Later(_));
    x.article == y.article && one_time && !x.interval.meets(y.interval)
}

impl Veto {
    /// Whether it is worth telling of figures whose values differ anyway.
    pub(crate) const fn tells_alone(self) -> bool {
        !matches!(
            self,
            Self::People | Self::Unit | Self::Contrast | Self::Denial | Self::List
        )
    }

    /// The reason in words, for keys `a` and `b`.
    pub(crate) fn reason(self, book: &Book<'_>, a: usize, b: usize) -> String {
        let (x, y) = (&book.keys[a].1, &book.keys[b].1);
        let figures = [a, b].map(|key| book.entry_of(key).figure());
        let measure = |at: usize| figures[at].map_or("", |f| f.measure.as_str());
        let place = |at: usize| {
            figures[at]
                .and_then(|f| f.place.as_deref())
                .unwrap_or("elsewhere")
        };
        let unit = |at: usize| figures[at].map_or_else(String::new, say::unit);
        match self {
            Self::People => "people keep them apart".to_owned(),
            Self::Unit => format!("units differ: {} and {}", unit(0), unit(1)),
            Self::Kind => format!("one is a {}, the other a {}", kind(x.kind), kind(y.kind)),
            Self::Plan => format!("one is a {}, the other a {}", footing(x), footing(y)),
            Self::Denial => "one of them is denied".to_owned(),
            Self::Place => format!("places differ: {} and {}", place(0), place(1)),
            Self::Parties => "they are between different parties".to_owned(),
            Self::Contrast => format!("measures differ: {} and {}", measure(0), measure(1)),
            Self::Chamber => "two chambers gave the votes".to_owned(),
            Self::Whole => "they are parts of different wholes".to_owned(),
            Self::Span => {
                "they speak of spans of different length, or against different times".to_owned()
            }
            Self::Scope => "one is a total, the other counts only a part of the time".to_owned(),
            Self::Further => "one adds to what was counted before".to_owned(),
            Self::List => "one article gives both for one time".to_owned(),
        }
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Cumulative => "running total",
        other => other.as_str(),
    }
}
