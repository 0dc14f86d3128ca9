//! A change given twice, as an amount and in percent, against the level that it came
//! to: "fell $2.50, or 4%, to $60".

use super::AuditFinding;
use super::change::is_change;
use super::find::{amount, finding, percentage};
use super::links::{leads_to_close, leads_to_other_form};
use super::range::{Range, percent};
use super::rules::CHANGE_OF_LEVELS;
use super::sentence::{Sentence, Spot, is_fact};
use crate::say;
use claimbook_model::{Direction, Figure};

/// Everything about the changes of one sentence that are given twice.
pub(super) fn audit(sentence: &Sentence<'_>, findings: &mut Vec<AuditFinding>) {
    for (at, three) in sentence.spots.windows(3).enumerate() {
        let [by, share, level] = three else { continue };
        let in_percent = |f: &Figure| f.unit.as_ref().is_some_and(|u| u.code() == "percent");
        let tied = leads_to_other_form(&sentence.after(at))
            && leads_to_close(&sentence.after(at + 1))
            && is_change(by.figure)
            && is_change(share.figure)
            && in_percent(share.figure)
            && is_level(level.figure);
        if tied && same_unit(by.figure, level.figure) {
            findings.extend(differs(by, share, level));
        }
    }
}

fn is_level(figure: &Figure) -> bool {
    let one = figure.from.is_none() && figure.value_max.is_none();
    one && !is_change(figure) && is_fact(figure)
}

/// Whether a change is counted in the unit of its level; that of an index is often left
/// out.
fn same_unit(by: &Figure, level: &Figure) -> bool {
    let code = |figure: &Figure| figure.unit.as_ref().map(|u| u.code().to_owned());
    let (by, level) = (code(by), code(level));
    by.is_some() && by == level || by.as_deref() == Some("point") && level.is_none()
}

/// How the percentage contradicts the amount and the level, if it does.
fn differs(by: &Spot<'_>, share: &Spot<'_>, level: &Spot<'_>) -> Option<AuditFinding> {
    let (step, now) = (Range::of(by.figure), Range::of(level.figure));
    let falls = match by.figure.direction.or(share.figure.direction)? {
        Direction::Down => true,
        Direction::Up => false,
        Direction::Same => return None,
    };
    let was = if falls {
        now.plus(step)?
    } else {
        step.difference(now)?
    };
    if !was.is_positive() || step.percent_of(was)?.meets(Range::of(share.figure)) {
        return None;
    }
    let (step, now) = (by.figure.value.decimal(), level.figure.value.decimal());
    let old = if falls {
        now.checked_add(step)?
    } else {
        now.checked_sub(step)?
    };
    let exact = percentage(percent(step, old)?);
    let way = if falls { "down" } else { "up" };
    let (a, b) = (
        amount(by.figure.value, by.figure),
        amount(level.figure.value, level.figure),
    );
    let text = say::figure(share.figure);
    let says = format!("{a} {way} to {b} is {exact}, the text says \"{text}\"");
    let sign = if falls { "+" } else { "-" };
    let arithmetic = format!("{a} / ({b} {sign} {a}) = {exact}");
    let items = vec![share.item, by.item, level.item];
    Some(finding(&CHANGE_OF_LEVELS, items, &says, arithmetic))
}
