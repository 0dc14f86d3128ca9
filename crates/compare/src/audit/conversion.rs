//! A conversion against the amount that it converts, in one sentence.

use super::AuditFinding;
use super::find::finding;
use super::range::Range;
use super::rules::CONVERSION;
use super::sentence::Sentence;
use crate::family::convert;
use crate::say;
use claimbook_model::{Dimension, Figure, Unit};
use rust_decimal::Decimal;

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
    let exact = amount(exact, to);
    let (text, other) = (say::figure(figure), say::figure(conversion));
    let says = format!("{text} is {exact}, the text says \"{other}\"");
    let arithmetic = format!("{} = {exact}", amount(figure.value.decimal(), from));
    Some(finding(&CONVERSION, vec![item, of], &says, arithmetic))
}

/// "1 metre", "2.5 metres".
fn amount(value: Decimal, unit: &Unit) -> String {
    let unit = if value == Decimal::ONE {
        unit.code().replace('_', " ")
    } else {
        units(unit)
    };
    format!("{} {unit}", say::number(value))
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

#[cfg(test)]
mod tests {
    use super::{Unit, amount};
    use rust_decimal::Decimal;

    #[test]
    fn one_is_singular_and_all_else_plural() {
        let cases = [
            ("1", "metre", "1 metre"),
            ("1.00", "foot", "1 foot"),
            ("2.5", "foot", "2.5 feet"),
            ("0", "square_metre", "0 square metres"),
            ("1", "square_metre", "1 square metre"),
        ];
        for (value, unit, expected) in cases {
            let value: Decimal = value.parse().unwrap();
            assert_eq!(amount(value, &Unit::new(unit)), expected);
        }
    }
}
