//! The rows that people keep by hand, claim by claim.

use crate::book::{Book, Entry};
use crate::options::Series;
use claimbook_model::fold;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// How a figure stands to the series.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// The series it belongs to.
    pub(crate) series: Option<usize>,
    /// Whether people put it there, rather than its wording.
    pub(crate) by_hand: bool,
    /// The series that people keep it off.
    pub(crate) barred: Vec<usize>,
}

impl Place {
    /// Whether people put both on one row.
    pub(crate) fn joined(&self, other: &Self) -> bool {
        self.by_hand && other.by_hand && self.series == other.series
    }

    /// Whether people keep the two off one row.
    pub(crate) fn parted(&self, other: &Self) -> bool {
        let barred = |a: &Self, b: &Self| a.series.is_some_and(|s| b.barred.contains(&s));
        let others = self.series.is_some() && other.series.is_some() && self.series != other.series;
        others || barred(self, other) || barred(other, self)
    }
}

/// The series by claim and by wording.
#[derive(Debug, Default)]
pub(crate) struct Shelf<'s> {
    members: FxHashMap<&'s str, usize>,
    non_members: FxHashSet<(&'s str, usize)>,
    wordings: FxHashMap<String, usize>,
    count: usize,
}

impl<'s> Shelf<'s> {
    /// Sorts the series for look-up; of two that claim one thing the first has it.
    pub(crate) fn new(series: &'s [Series]) -> Self {
        let mut shelf = Self {
            count: series.len(),
            ..Self::default()
        };
        for (at, row) in series.iter().enumerate() {
            for member in &row.members {
                shelf.members.entry(member).or_insert(at);
            }
            shelf
                .non_members
                .extend(row.non_members.iter().map(|claim| (claim.as_str(), at)));
            for wording in std::iter::once(&row.name).chain(&row.wordings) {
                shelf.wordings.entry(fold(wording)).or_insert(at);
            }
        }
        shelf
    }

    /// How an entry's figure stands to the series.
    pub(crate) fn place(&self, entry: &Entry<'_>) -> Place {
        if self.count == 0 {
            return Place::default();
        }
        let claim = format!("{}#{}", entry.from.article.id, entry.claim.id);
        let is_barred = |series: &usize| self.non_members.contains(&(claim.as_str(), *series));
        let barred: Vec<usize> = (0..self.count).filter(is_barred).collect();
        let by_hand = self.members.get(claim.as_str()).copied();
        let wording = || {
            let measure = &entry.claim.figure.as_ref()?.measure;
            self.wordings.get(&fold(measure)).copied()
        };
        let series = by_hand.or_else(wording);
        Place {
            series: series.filter(|s| !barred.contains(s)),
            by_hand: by_hand.is_some(),
            barred,
        }
    }
}

/// The series that have a row.
#[derive(Debug)]
pub(crate) struct Kept<'s> {
    series: &'s [Series],
    /// Those with a figure that people put there.
    led: BTreeSet<usize>,
}

impl<'s> Kept<'s> {
    pub(crate) fn new(book: &Book<'_>, series: &'s [Series]) -> Self {
        let places = book.keys.iter().map(|(_, key)| &key.place);
        let by_hand = places.filter(|place| place.by_hand);
        let led = by_hand.filter_map(|place| place.series).collect();
        Self { series, led }
    }

    /// The name of the series that a group of keys is the row of. Where people put a
    /// figure on the row of a series, no other row has its name, whatever its wording.
    pub(crate) fn name(&self, book: &Book<'_>, group: &[usize]) -> Option<&'s str> {
        let places = || group.iter().map(|key| &book.keys[*key].1.place);
        let by_hand = places().find(|place| place.by_hand);
        let place = by_hand.or_else(|| places().find(|place| place.series.is_some()))?;
        let series = place.series?;
        let is_its_row = place.by_hand || !self.led.contains(&series);
        is_its_row
            .then(|| self.series.get(series))?
            .map(|s| s.name.as_str())
    }
}
