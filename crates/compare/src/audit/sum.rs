//! A stated sum against its parts, in one sentence.

use super::AuditFinding;
use super::find::{amount, finding};
use super::links::{leads_to_next_part, leads_to_parts};
use super::range::Range;
use super::rules::PARTS_OF_SUM;
use super::sentence::{Sentence, is_fact};
use crate::family::Family;
use claimbook_model::{Dimension, Figure, Kind, Number};
use rust_decimal::Decimal;

/// Words behind the last part that tell of parts without a figure.
const MORE: &[&str] = &[
    "among others",
    "and others",
    "and the rest",
    "and several",
    "as well as",
    "the rest",
];

/// Everything about the sums of one sentence.
pub(super) fn audit(sentence: &Sentence<'_>, findings: &mut Vec<AuditFinding>) {
    for (at, spot) in sentence.spots.iter().enumerate() {
        if adds_up(spot.figure) && leads_to_parts(&sentence.after(at)) {
            findings.extend(differs(sentence, at));
        }
    }
}

/// How the parts that follow the figure at `at` contradict it, if they do.
fn differs(sentence: &Sentence<'_>, at: usize) -> Option<AuditFinding> {
    let spots = &sentence.spots;
    let whole = &spots[at];
    let mut last = at + 1;
    while last + 1 < spots.len() && leads_to_next_part(&sentence.after(last)) {
        last += 1;
    }
    let parts = spots.get(at + 1..=last)?;
    let rest = sentence.after(last);
    let ends = last + 1 == spots.len() || rest.trim_start().starts_with([';', ')', '.']);
    let is_part = |figure: &Figure| adds_up(figure) && of_one_kind(whole.figure, figure);
    if parts.len() < 2
        || !ends
        || MORE.iter().any(|words| rest.contains(words))
        || !parts.iter().all(|part| is_part(part.figure))
    {
        return None;
    }
    let ranges = parts.iter().map(|part| Some(Range::of(part.figure)));
    let sum = ranges.reduce(|sum, part| sum?.plus(part?))??;
    if sum.meets(Range::of(whole.figure)) {
        return None;
    }
    let mut values = parts.iter().map(|part| part.figure.value.decimal());
    let total = values.try_fold(Decimal::ZERO, Decimal::checked_add)?;
    let total = amount(Number::from(total), whole.figure);
    let says = format!(
        "the parts make {total}, the text says \"{}\"",
        crate::say::figure(whole.figure)
    );
    let terms: Vec<String> = parts
        .iter()
        .map(|p| amount(p.figure.value, p.figure))
        .collect();
    let items = std::iter::once(whole)
        .chain(parts)
        .map(|spot| spot.item)
        .collect();
    let arithmetic = format!("{} = {total}", terms.join(" + "));
    Some(finding(&PARTS_OF_SUM, items, &says, arithmetic))
}

/// Whether figures of this sort are sums of their parts: money and counts, not rates,
/// ages or percentages.
fn adds_up(figure: &Figure) -> bool {
    let summable = matches!(figure.dimension(), Dimension::Count | Dimension::Currency);
    let whole = figure.value_max.is_none() && figure.from.is_none();
    let kind = matches!(figure.kind, Kind::Level | Kind::Cumulative);
    summable && whole && kind && is_fact(figure)
}

/// Whether both count or measure the same.
fn of_one_kind(whole: &Figure, part: &Figure) -> bool {
    match (Family::of(whole), Family::of(part)) {
        (Family::People(_), Family::People(_)) => true,
        (one, other) => one == other,
    }
}
