//! A stated change against the two levels that it joins, in one sentence.

use super::AuditFinding;
use super::find::{amount, finding, percentage, points};
use super::links::{
    closes, has_other_measure, is_aside, leads_to_change, leads_to_new, leads_to_old,
    leads_to_other_form, touch,
};
use super::range::{Range, percent};
use super::rules::{CHANGE_OF_LEVELS, PERCENT_FOR_POINTS};
use super::sentence::{Sentence, Spot, is_fact};
use claimbook_model::{Direction, Figure, Kind, Number};
use rust_decimal::Decimal;

/// A level: its amount, what its words allow, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Level<'a> {
    pub(super) item: usize,
    pub(super) figure: &'a Figure,
    value: Number,
    range: Range,
}

impl<'a> Level<'a> {
    /// The level of a figure with one amount.
    pub(super) fn of(item: usize, figure: &'a Figure) -> Option<Self> {
        let one = figure.from.is_none() && figure.value_max.is_none();
        (one && figure.kind != Kind::Change && is_fact(figure)).then(|| Self {
            item,
            figure,
            value: figure.value,
            range: Range::of(figure),
        })
    }

    /// The old and the new level of a figure that gives both.
    fn both(spot: &Spot<'a>) -> Option<(Self, Self)> {
        let (item, figure) = (spot.item, spot.figure);
        let (was, is) = figure.text.rsplit_once(" to ")?;
        let level = |value, text| Self {
            item,
            figure,
            value,
            range: Range::of_value(figure, value, text),
        };
        is_fact(figure).then(|| Some((level(figure.from?, was), level(figure.value, is))))?
    }
}

/// Everything about the changes of one sentence.
pub(super) fn audit(sentence: &Sentence<'_>, findings: &mut Vec<AuditFinding>) {
    let changes = sentence.spots.iter().enumerate();
    let changes =
        changes.filter(|(at, spot)| is_change(spot.figure) || is_other_form(sentence, *at));
    for (at, spot) in changes {
        if let Some((old, new)) = levels(sentence, at)
            && !has_other_measure(&sentence.folded())
        {
            findings.extend(contradiction(spot.item, spot.figure, old, new));
        }
    }
}

/// Whether a figure is a change that was made.
pub(super) fn is_change(figure: &Figure) -> bool {
    figure.kind == Kind::Change && figure.from.is_none() && is_fact(figure)
}

/// Whether the percentage at `at` is the change between the levels before it: "from
/// 7,840 to 6,860, or 12.5%".
fn is_other_form(sentence: &Sentence<'_>, at: usize) -> bool {
    let figure = sentence.spots[at].figure;
    let percent = figure
        .unit
        .as_ref()
        .is_some_and(|unit| unit.code() == "percent");
    let before = at
        .checked_sub(1)
        .map(|before| sentence.spots[before].figure);
    percent
        && is_fact(figure)
        && before.is_some_and(|before| before.from.is_some() && before.unit != figure.unit)
        && leads_to_other_form(&sentence.before(at))
        && closes(&sentence.after(at))
}

/// The levels, old and new, that the words tie to the change at `at`.
fn levels<'a>(sentence: &Sentence<'a>, at: usize) -> Option<(Level<'a>, Level<'a>)> {
    let spots = &sentence.spots;
    let level = |index: usize| spots.get(index).and_then(|s| Level::of(s.item, s.figure));
    let (before, after) = (sentence.before(at), sentence.after(at));
    // "20%, from 10 to 12"
    if touch(&after)
        && let Some(both) = spots.get(at + 1).and_then(Level::both)
    {
        return Some(both);
    }
    let last = at.checked_sub(1);
    // "from 10 to 12, an increase of 20%"
    if is_aside(&before)
        && closes(&after)
        && let Some(both) = last.and_then(|last| Level::both(spots.get(last)?))
    {
        return Some(both);
    }
    // "20% to 12, up from 10"
    if leads_to_new(&after) && leads_to_old(&sentence.after(at + 1)) {
        return Some((level(at + 2)?, level(at + 1)?));
    }
    // "12, up 20% from 10"
    if leads_to_change(&before) && leads_to_old(&after) {
        return Some((level(at + 1)?, level(last?)?));
    }
    None
}

/// How the change contradicts the levels, if it does.
pub(super) fn contradiction(
    item: usize,
    change: &Figure,
    old: Level<'_>,
    new: Level<'_>,
) -> Option<AuditFinding> {
    let unit = |figure: &Figure| figure.unit.as_ref().map(|u| u.code().to_owned());
    let (of, levels) = (unit(change), unit(old.figure));
    let of = of.as_deref();
    if levels != unit(new.figure) || !old.range.is_positive() || !new.range.is_positive() {
        return None;
    }
    let are_percent = levels.as_deref() == Some("percent");
    let stated = stated(change, old, new)?;
    let relative = old.range.percent_change(new.range)?;
    let difference = old.range.difference(new.range)?;
    let (fits, other) = match of {
        Some("percent") => (
            stated.meets(relative),
            are_percent && stated.meets(difference),
        ),
        Some("percentage_point") if are_percent => {
            (stated.meets(difference), stated.meets(relative))
        }
        Some(_) if of == levels.as_deref() => (stated.meets(difference), false),
        _ => return None,
    };
    let rule = if other {
        &PERCENT_FOR_POINTS
    } else {
        &CHANGE_OF_LEVELS
    };
    let mut items = vec![item, old.item, new.item];
    items.dedup();
    (!fits).then(|| told(rule, items, change, old, new, are_percent))?
}

/// The change as an amount with its sign.
fn stated(change: &Figure, old: Level<'_>, new: Level<'_>) -> Option<Range> {
    let range = Range::of(change);
    let falls = match change.direction {
        Some(Direction::Down) => true,
        Some(Direction::Up) => false,
        _ => new.value < old.value,
    };
    if falls { range.negated() } else { Some(range) }
}

/// "From 10 to 13 is 30%, the text says 20%."
fn told(
    rule: &'static claimbook_model::Rule,
    items: Vec<usize>,
    change: &Figure,
    old: Level<'_>,
    new: Level<'_>,
    are_percent: bool,
) -> Option<AuditFinding> {
    let (was, is) = (old.value.decimal(), new.value.decimal());
    let by = is.checked_sub(was)?;
    let relative = percent(by, was)?;
    let (a, b) = (amount(old.value, old.figure), amount(new.value, new.figure));
    let is_amount = !matches!(
        change.unit.as_ref().map(|u| u.code()),
        Some("percent" | "percentage_point")
    );
    let size = if is_amount {
        amount(Number::from(by.abs()), old.figure)
    } else if are_percent {
        format!("{}, or {}", percentage(relative.abs()), points(by.abs()))
    } else {
        percentage(relative.abs())
    };
    let way = if by < Decimal::ZERO { "down" } else { "up" };
    let says = format!(
        "from {a} to {b} is {size} {way}, the text says \"{}\"",
        crate::say::figure(change)
    );
    let arithmetic = if is_amount {
        format!("{b} - {a} = {}", amount(Number::from(by), old.figure))
    } else {
        format!("({b} - {a}) / {a} = {}", percentage(relative))
    };
    Some(finding(rule, items, &says, arithmetic))
}
