//! How alike the questions of two figures are: a sum of named weights.

use crate::book::Book;
use crate::family::Family;
use crate::key::Key;
use crate::scope::Scope;
use crate::when::Times;
use claimbook_model::{Modality, Number};
use rust_decimal::Decimal;

/// Pairs that score less are not linked.
pub(crate) const LINK: f32 = 2.2;

/// What values that meet without being equal speak for.
const MEETING: f32 = 0.3;

/// Every pair of a row must score this much.
pub(crate) const HOLD: f32 = 0.7;

/// The pairs across two rows must score this much on average to become one.
pub(crate) const MEAN: f32 = 1.6;

/// What speaks for or against one question, each from 0 to its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Score {
    /// The words of the measures, found in each other's measure or sentence.
    pub(crate) measure: f32,
    /// The words around the figures.
    pub(crate) clause: f32,
    /// Parties or place.
    pub(crate) names: f32,
    /// What the articles are about.
    pub(crate) story: f32,
    /// An equal and telling value.
    pub(crate) value: f32,
    /// What speaks against: a plan beside a fact.
    pub(crate) against: f32,
}

impl Score {
    /// The sum.
    pub(crate) fn total(self) -> f32 {
        self.measure + self.clause + self.names + self.story + self.value + self.against
    }

    /// What an equal value tells: amounts of many digits are hardly chance.
    pub(crate) fn of_value(value: Number) -> f32 {
        match value.significant_digits() {
            1 => 0.3,
            2 => 0.8,
            3 => 1.1,
            _ => 1.8,
        }
    }
}

/// Weighs two figures that no veto keeps apart.
pub(crate) fn score(book: &Book<'_>, a: usize, b: usize) -> Score {
    let (x, y) = (&book.keys[a].1, &book.keys[b].1);
    let rarity = &book.rarity;
    let ahead = x.measure.covered_by(&y.all, rarity);
    let back = y.measure.covered_by(&x.all, rarity);
    let story = |key: &Key| &book.stories[key.article as usize];
    Score {
        measure: 2.5
            * (telling(x).min(telling(y)) * (ahead + back) / 2.0)
                .max(x.core.dice(&y.core, rarity))
                .max(same_class(x, y))
                .max(same_series(x, y)),
        clause: 2.5 * x.clause.dice(&y.clause, rarity),
        names: same_names(x, y).map_or(0.0, |name| name.1) + shared_names(x, y, rarity),
        story: 1.0 * story(x).dice(story(y), rarity),
        value: equal_value(x, y),
        against: doubts(book, x, y).fold(0.0, |sum, (_, weight)| sum - weight),
    }
}

/// How much a measure asks: all of a question with a word of its own, and part of one
/// where it only names the unit ("seats", "people").
fn telling(key: &Key) -> f32 {
    let words = key
        .measure
        .iter()
        .fold(0.0, |sum, (_, weight)| sum + weight);
    BARE + (1.0 - BARE) * words.min(1.0)
}

/// What a measure without a word asks.
const BARE: f32 = 0.65;

/// Equal values speak for one question, values that meet a little.
fn equal_value(x: &Key, y: &Key) -> f32 {
    if x.kin != y.kin {
        0.0
    } else if x.value == y.value {
        Score::of_value(x.value)
    } else if x.interval.meets(y.interval) {
        MEETING
    } else {
        0.0
    }
}

/// Whether both name one of the classes that exclude each other, or both are votes
/// for and against: what happened to people or jobs, and that there was a vote, is
/// most of the question.
fn same_class(x: &Key, y: &Key) -> f32 {
    let same = x.contrasts.iter().any(|c| y.contrasts.contains(c));
    let votes = x.tally.is_some() && y.tally.is_some();
    if (same && x.family.class() == 0) || votes {
        0.8
    } else {
        0.0
    }
}

/// Whether both measures are wordings of one series.
fn same_series(x: &Key, y: &Key) -> f32 {
    let same = x.shelf.is_some() && x.shelf == y.shelf;
    if same { 1.0 } else { 0.0 }
}

/// The same parties, the same place, or at least the same country: what it is
/// and what it tells.
pub(crate) fn same_names(x: &Key, y: &Key) -> Option<(&'static str, f32)> {
    let parties = !x.parties.is_empty() && x.parties == y.parties;
    let country = x.countries.iter().any(|c| y.countries.contains(c));
    let spot = x.spot.is_some() && y.spot.is_some();
    let told = [
        (parties, "the same parties", 0.8),
        (spot, "one place", 0.8),
        (country, "the same country", 0.3),
    ];
    let mut told = told.into_iter().filter(|name| name.0);
    told.next().map(|(_, name, weight)| (name, weight))
}

/// Names that few sentences share tell much.
fn shared_names(x: &Key, y: &Key, rarity: &[f32]) -> f32 {
    let worth = |(term, here, there): (u32, f32, f32)| {
        let rare = rarity.get(term as usize).copied().unwrap_or(0.0);
        (here + there) / 2.0 * rare * rare * rare
    };
    x.names
        .both(&y.names)
        .map(worth)
        .fold(0.0, |sum, w| sum + w)
        .min(1.2)
}

/// What speaks against one question without ruling it out: the reasons that hold,
/// each with what it takes away.
pub(crate) fn doubts(
    book: &Book<'_>,
    x: &Key,
    y: &Key,
) -> impl Iterator<Item = (&'static str, f32)> {
    let told_alike = same_series(x, y) > 0.0;
    let apart = if told_alike {
        0.0
    } else {
        book.topics.apart(x.article, y.article)
    };
    let firm = |key: &Key| key.modality == Modality::Actual;
    let part = |key: &Key| key.whole.is_some();
    let spot = |a: &Key, b: &Key| a.spot.is_some() && !b.countries.is_empty();
    let bare = bare_beside(x, y) || bare_beside(y, x);
    let doubts = [
        (firm(x) != firm(y), 0.2, "only one is put as a fact"),
        (part(x) != part(y), 0.2, "only one is a part of a whole"),
        (x.kin != y.kin, 0.1, "the units are not the same"),
        (bare, 0.4, "one does not say what it counts"),
        (group_of_people(x, y), 0.5, "one counts a group of people"),
        (other_countries(x, y), 1.2, "they name different countries"),
        (spot(x, y) || spot(y, x), 0.3, "one names only the country"),
        (would_conflict(x, y), 0.3, "values of one time that differ"),
        (worlds_apart(x, y), 1.0, "values far apart"),
        (apart > 0.0, apart, "their articles speak of other things"),
    ];
    let holding = doubts.into_iter().filter(|doubt| doubt.0);
    holding.map(|(_, weight, reason)| (reason, weight))
}

/// Whether one is a bare number whose words do not say that it counts what the
/// other counts.
fn bare_beside(bare: &Key, other: &Key) -> bool {
    let fate = |key: &Key| key.contrasts.iter().any(|c| c.0 == "fate");
    bare.family == Family::Bare
        && match &other.family {
            Family::People(_) => !fate(bare),
            Family::Things(_) => !other.noun.is_some_and(|noun| bare.core.weight(noun) > 0.0),
            Family::Bare | Family::Measured(..) => false,
        }
}

/// Whether one counts people as such and the other a group of them, with other
/// values: a whole and a part.
fn group_of_people(x: &Key, y: &Key) -> bool {
    let people = |key: &Key| matches!(key.family, Family::People(_));
    people(x) && people(y) && x.kin != y.kin && !x.interval.meets(y.interval)
}

/// Whether both name countries, in place, sentence or headline, and none in common.
fn other_countries(x: &Key, y: &Key) -> bool {
    fn named(key: &Key) -> &[u32] {
        if key.countries.is_empty() {
            &key.around
        } else {
            &key.countries
        }
    }
    let (a, b) = (named(x), named(y));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|c| b.contains(c))
}

/// Values of one time that exclude each other are rarely of one question.
fn would_conflict(x: &Key, y: &Key) -> bool {
    let one_time = !matches!(x.times(y), Times::Later(_));
    one_time && x.kin == y.kin && !x.interval.meets(y.interval)
}

/// Amounts more than tenfold apart answer one question only where a total grows,
/// and counts of events even then not when thirtyfold apart.
fn worlds_apart(x: &Key, y: &Key) -> bool {
    if x.scope == Scope::Window && y.scope == Scope::Window {
        return false;
    }
    let times = match (x.running || y.running, x.events && y.events) {
        (true, false) => return false,
        (true, true) => Decimal::from(30),
        (false, _) => Decimal::TEN,
    };
    let far = |low: &Key, high: &Key| {
        let part = high.interval.low.checked_div(times);
        part.is_some_and(|part| low.interval.high < part)
    };
    x.family.fits(&y.family) && (far(x, y) || far(y, x))
}
