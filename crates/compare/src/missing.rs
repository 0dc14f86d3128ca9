//! What would make two figures true that exclude each other: a detail that only one
//! article gives.

use crate::family::Family;
use crate::key::Key;
use crate::when::When;
use claimbook_model::{Figure, Kind, Modality};

/// One of two figures, and the outlet that prints it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told<'b> {
    /// What is known of the figure.
    pub(crate) key: &'b Key,
    /// The figure.
    pub(crate) figure: &'b Figure,
    /// Who prints it.
    pub(crate) outlet: &'b str,
}

/// A detail: its words if a figure has it, what saying it is called, and what another
/// one is called.
type Detail = (fn(Told<'_>) -> Option<String>, &'static str, &'static str);

/// The details that can explain a difference, the likeliest first.
const DETAILS: [Detail; 5] = [
    (period, "says for when", "another period"),
    (baseline, "says against what", "another baseline"),
    (place, "names a place", "another place"),
    (whole, "names the whole", "another whole"),
    (unit, "says what it counts", "another thing"),
];

/// What a reader should look for, in a sentence; `None` where nothing is missing.
pub(crate) fn detail(a: Told<'_>, b: Told<'_>) -> Option<String> {
    if is_open(a) && is_open(b) {
        let both = "Neither article gives a period: different ones would make both true.";
        return Some(both.to_owned());
    }
    let only = |one: Told<'_>, other: Told<'_>, (read, says, another): &Detail| {
        let known = read(one).filter(|_| read(other).is_none())?;
        let (one, other) = (one.outlet, other.outlet);
        Some(format!(
            "Only {one} {says} ({known}): {another} in {other} would make both true."
        ))
    };
    let mut details = DETAILS.iter();
    let found = details.find_map(|detail| only(a, b, detail).or_else(|| only(b, a, detail)));
    found
        .or_else(|| population(a, b))
        .or_else(|| firmness(a, b))
}

fn is_open(told: Told<'_>) -> bool {
    told.key.when == When::Open
}

fn period(told: Told<'_>) -> Option<String> {
    told.figure.period.map(|period| period.to_string())
}

fn baseline(told: Told<'_>) -> Option<String> {
    let change = told.figure.kind == Kind::Change;
    let baseline = told.figure.baseline.filter(|_| change);
    baseline.map(|period| period.to_string())
}

fn place(told: Told<'_>) -> Option<String> {
    told.figure.place.clone()
}

fn whole(told: Told<'_>) -> Option<String> {
    told.figure.part_of.clone()
}

fn unit(told: Told<'_>) -> Option<String> {
    let unit = told.figure.unit.as_ref();
    unit.map(|unit| unit.code().replace('_', " "))
}

/// Soldiers in one article and people in the other.
fn population(a: Told<'_>, b: Told<'_>) -> Option<String> {
    let people = |told: Told<'_>| matches!(told.key.family, Family::People(_));
    let groups = people(a) && people(b) && a.key.kin != b.key.kin;
    let (x, y) = (unit(a)?, unit(b)?);
    groups.then(|| {
        let (one, other) = (a.outlet, b.outlet);
        format!("{one} counts by {x}, {other} by {y}: a group and all would make both true.")
    })
}

/// A plan in one article and a fact in the other.
fn firmness(a: Told<'_>, b: Told<'_>) -> Option<String> {
    let firm = |told: Told<'_>| told.key.modality == Modality::Actual;
    let plan = match (firm(a), firm(b)) {
        (true, false) => b,
        (false, true) => a,
        _ => return None,
    };
    let (outlet, modality) = (plan.outlet, plan.key.modality.as_str());
    Some(format!(
        "{outlet} puts it as {modality}: what came of it may differ, and both be true."
    ))
}
