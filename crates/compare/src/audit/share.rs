//! A stated share against its numbers, in one sentence.

use super::AuditFinding;
use super::find::{amount, finding, percentage};
use super::links::{closes, leads_to_part, leads_to_share};
use super::range::{Range, percent};
use super::rules::{PART_EXCEEDS_WHOLE, SHARE_OF_NUMBERS};
use super::sentence::{Sentence, Spot, is_fact};
use claimbook_model::{Figure, Kind};

/// A part and its whole: "253 of 277 seats".
struct Of<'s, 'a> {
    part: &'s Spot<'a>,
    whole: &'s Spot<'a>,
}

/// Everything about the parts of wholes in one sentence.
pub(super) fn audit(sentence: &Sentence<'_>, findings: &mut Vec<AuditFinding>) {
    let spots = &sentence.spots;
    for (at, pair) in spots.windows(2).enumerate() {
        let [part, whole] = pair else { continue };
        if part.figure.part_of.as_deref() != Some(whole.figure.text.as_str())
            || !is_fact(part.figure)
        {
            continue;
        }
        let of = Of { part, whole };
        findings.extend(exceeds(&of));
        let behind = spots
            .get(at + 2)
            .filter(|_| leads_to_share(&sentence.after(at + 1)) && closes(&sentence.after(at + 2)));
        let ahead = at
            .checked_sub(1)
            .filter(|_| leads_to_part(&sentence.before(at)));
        let ahead = ahead.and_then(|ahead| spots.get(ahead));
        for share in behind.into_iter().chain(ahead) {
            findings.extend(differs(share, &of));
        }
    }
}

fn exceeds(of: &Of<'_, '_>) -> Option<AuditFinding> {
    let (part, whole) = (of.part.figure, of.whole.figure);
    let same = part.unit == whole.unit;
    (same && Range::of(part).is_above(Range::of(whole))).then(|| {
        let (a, b) = (amount(part.value, part), amount(whole.value, whole));
        let says = format!("{a} of {b} is more than the whole");
        let items = vec![of.part.item, of.whole.item];
        finding(&PART_EXCEEDS_WHOLE, items, &says, format!("{a} > {b}"))
    })
}

fn differs(share: &Spot<'_>, of: &Of<'_, '_>) -> Option<AuditFinding> {
    let (part, whole) = (of.part.figure, of.whole.figure);
    if !is_share(share.figure) || part.unit != whole.unit {
        return None;
    }
    let told = Range::of(part).percent_of(Range::of(whole))?;
    if told.meets(Range::of(share.figure)) {
        return None;
    }
    let exact = percentage(percent(part.value.decimal(), whole.value.decimal())?);
    let (a, b) = (amount(part.value, part), amount(whole.value, whole));
    let text = crate::say::figure(share.figure);
    let says = format!("{a} of {b} is {exact}, the text says \"{text}\"");
    let items = vec![share.item, of.part.item, of.whole.item];
    let arithmetic = format!("{a} / {b} = {exact}");
    Some(finding(&SHARE_OF_NUMBERS, items, &says, arithmetic))
}

/// Whether a figure may be the share of a part.
fn is_share(figure: &Figure) -> bool {
    let percent = figure
        .unit
        .as_ref()
        .is_some_and(|unit| unit.code() == "percent");
    percent && matches!(figure.kind, Kind::Level | Kind::Share) && is_fact(figure)
}
