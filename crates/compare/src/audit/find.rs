//! Findings in words.

use super::AuditFinding;
use super::range::rounded;
use crate::say;
use claimbook_model::{Figure, Number, Rule};
use rust_decimal::Decimal;

/// A finding about `items`.
pub(super) fn finding(
    rule: &'static Rule,
    items: Vec<usize>,
    says: &str,
    arithmetic: String,
) -> AuditFinding {
    AuditFinding {
        rule,
        items,
        says: say::sentence(says),
        arithmetic,
    }
}

/// An amount in the unit of a figure.
pub(super) fn amount(value: Number, figure: &Figure) -> String {
    say::amount(value.decimal(), figure.unit.as_ref())
}

/// "20%", "-3.5%".
pub(super) fn percentage(value: Decimal) -> String {
    format!("{}%", say::number(rounded(value)))
}

/// "2 percentage points".
pub(super) fn points(value: Decimal) -> String {
    let value = rounded(value);
    let unit = if value.abs() == Decimal::ONE {
        "point"
    } else {
        "points"
    };
    format!("{} percentage {unit}", say::number(value))
}
