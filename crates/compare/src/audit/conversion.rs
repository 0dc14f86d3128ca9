//! A conversion against the amount that it converts, in one sentence.

use super::AuditFinding;
use super::find::finding;
use super::range::Range;
use super::rules::CONVERSION;
use super::sentence::Sentence;
use crate::family::convert;
use crate::say;
use claimbook_model::{Dimension, Figure, Number, Unit};

/// Everything about the conversions of one sentence. Degrees are left alone: those of a
/// change and of a state are converted differently.
pub(super) fn audit(sentence: &Sentence<'_>, findings: &mut Vec<AuditFinding>) {
    for (item, figure) in &sentence.conversions {
        let text = figure.conversion_of.as_deref().unwrap_or_default();
        let mut spots = sentence.spots.iter();
        let own = spots.find(|spot| spot.figure.text == text);
        if let Some(own) = own.filter(|_| figure.dimension() != Dimension::Temperature) {
            findings.extend(differs((*item, figure), (own.item, own.figure)));
        }
    }
}

fn differs(
    (item, conversion): (usize, &Figure),
    (of, figure): (usize, &Figure),
) -> Option<AuditFinding> {
    let (from, to) = (figure.unit.as_ref()?, conversion.unit.as_ref()?);
    let single = [figure, conversion]
        .iter()
        .all(|f| f.value_max.is_none() && f.from.is_none());
    let range = Range::of(figure).map(|value| convert(value, from, to))?;
    if !single || range.meets(Range::of(conversion)) {
        return None;
    }
    let exact = convert(figure.value.decimal(), from, to)?.round_dp(2);
    let exact = format!("{} {}", say::number(exact), units(to));
    let (text, other) = (say::figure(figure), say::figure(conversion));
    let says = format!("{text} is {exact}, the text says \"{other}\"");
    let value = say::number(Number::decimal(figure.value));
    let arithmetic = format!("{value} {} = {exact}", units(from));
    Some(finding(&CONVERSION, vec![item, of], &says, arithmetic))
}

/// The unit for more than one: "kilometres per hour".
fn units(unit: &Unit) -> String {
    let code = unit.code().replace('_', " ");
    let (head, rest) = code.split_at(code.find(" per ").unwrap_or(code.len()));
    match (head.strip_suffix("foot"), head.strip_suffix("inch")) {
        (Some(before), _) => format!("{before}feet{rest}"),
        (_, Some(_)) => format!("{head}es{rest}"),
        _ => format!("{head}s{rest}"),
    }
}
