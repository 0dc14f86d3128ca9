//! A stated change between two times against the levels of these times, wherever they
//! stand in the article.

use super::AuditFinding;
use super::change::{Level, contradiction, is_change};
use crate::row::Item;
use claimbook_model::{Claim, Figure, Period, fold};
use std::collections::BTreeMap;

/// What a figure is about: article, measure, place, and the names that go with it.
type About<'a> = (&'a str, String, Option<String>, Vec<String>);

/// The levels of one thing by the time that the text gives for them.
type Levels<'a> = BTreeMap<String, Vec<Level<'a>>>;

/// Changes that contradict the levels of the times they join. Where several levels are
/// given for one time, a change that fits any of them stands.
pub(super) fn audit(
    items: &[Item<'_>],
    claims: &[Option<Claim>],
    findings: &mut Vec<AuditFinding>,
) {
    let figures = || {
        let figures = claims.iter().enumerate();
        figures.filter_map(|(at, claim)| Some((at, claim.as_ref()?.figure.as_ref()?)))
    };
    let mut levels: BTreeMap<About<'_>, Levels<'_>> = BTreeMap::new();
    for (at, figure) in figures() {
        if let (Some(level), Some(period)) = (Level::of(at, figure), figure.period) {
            let of = levels.entry(about(&items[at], figure)).or_default();
            of.entry(time(period)).or_default().push(level);
        }
    }
    for (at, change) in figures().filter(|(_, figure)| is_change(figure)) {
        let (Some(period), Some(baseline)) = (change.period, change.baseline) else {
            continue;
        };
        let Some(of) = levels.get(&about(&items[at], change)) else {
            continue;
        };
        let (Some(old), Some(new)) = (of.get(&time(baseline)), of.get(&time(period))) else {
            continue;
        };
        let pairs = old
            .iter()
            .flat_map(|old| new.iter().map(move |new| (*old, *new)));
        let told: Vec<_> = pairs
            .map(|(old, new)| contradiction(at, change, old, new))
            .collect();
        if told.iter().all(Option::is_some) {
            findings.extend(told.into_iter().flatten().next());
        }
    }
}

fn about<'a>(item: &Item<'a>, figure: &Figure) -> About<'a> {
    let names = figure.between.iter().chain(&figure.about);
    let mut names: Vec<String> = names.map(|name| fold(name)).collect();
    names.sort();
    let place = figure.place.as_deref().map(fold);
    (&item.article.id, fold(&figure.measure), place, names)
}

fn time(period: Period) -> String {
    period.to_string()
}
