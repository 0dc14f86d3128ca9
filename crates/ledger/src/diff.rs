//! What changed between two states of one ledger file.

#[cfg(test)]
mod tests;

use crate::emit::{push_inline, value};
use crate::fold::went_stale;
use crate::{Ledger, is_stale};
use claimbook_model::{Claim, Figure, Number};
use rust_decimal::Decimal;
use serde::Serialize;
use serde_yaml::Value;
use std::collections::{BTreeMap, BTreeSet};

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The claim's id; `None` for the article's entry.
    pub claim: Option<String>,
    /// What changed.
    #[serde(flatten)]
    pub what: What,
}

/// What can change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum What {
    /// The claim is new.
    Added,
    /// The claim is no longer in the file.
    Removed,
    /// The article no longer makes the claim.
    Gone,
    /// The article makes the claim again.
    Returned,
    /// The figure is another.
    Figure {
        /// What it was, in words and numbers.
        was: String,
        /// What it is.
        now: String,
        /// By how much, where both are single values of one unit.
        difference: Option<Difference>,
    },
    /// The sentence has other words.
    Reworded {
        /// What it was.
        was: String,
        /// What it is.
        now: String,
    },
    /// People decided.
    Review {
        /// The fields of `review` that changed.
        fields: Vec<FieldChange>,
    },
    /// The claim no longer reads as it did when it was judged.
    WentStale {
        /// What was judged.
        saw: String,
        /// What it reads now.
        now: String,
    },
    /// Any other field is different; the words around the sentence are not told.
    Field(FieldChange),
}

/// A field and its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// Its keys, joined by dots.
    pub field: String,
    /// What it was, if it was there.
    pub was: Option<String>,
    /// What it is, if it is there.
    pub now: Option<String>,
}

/// The way from one value to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The new value less the old one.
    pub amount: Number,
    /// The same in percent of the old one, to one decimal place; not from zero.
    pub percent: Option<Number>,
}

/// What changed from `old` to `new`: the article first, then claims in the order of
/// `new`, then those that were removed.
#[must_use]
pub fn diff(old: &Ledger, new: &Ledger) -> Vec<Change> {
    let mut changes = Vec::new();
    for field in fields(&value(&old.article), &value(&new.article), "article") {
        changes.push(Change {
            claim: None,
            what: What::Field(field),
        });
    }
    let before: BTreeMap<&str, &Claim> = old.claims.iter().map(|c| (c.id.as_str(), c)).collect();
    for claim in &new.claims {
        let whats = match before.get(claim.id.as_str()) {
            Some(was) => between(was, claim),
            None => vec![What::Added],
        };
        changes.extend(whats.into_iter().map(|what| told(claim, what)));
    }
    let after: BTreeSet<&str> = new.claims.iter().map(|c| c.id.as_str()).collect();
    let removed = old.claims.iter().filter(|c| !after.contains(c.id.as_str()));
    changes.extend(removed.map(|claim| told(claim, What::Removed)));
    changes
}

fn told(claim: &Claim, what: What) -> Change {
    Change {
        claim: Some(claim.id.clone()),
        what,
    }
}

/// Fields that are told in another way, or not at all.
const TOLD: [&str; 4] = ["gone", "quote.exact", "quote.prefix", "quote.suffix"];

/// Fields that a changed figure tells.
const TOLD_BY_FIGURE: [&str; 6] = [
    "figure.bound",
    "figure.from",
    "figure.text",
    "figure.unit",
    "figure.value",
    "figure.value_max",
];

/// What changed from one state of a claim to another.
fn between(was: &Claim, now: &Claim) -> Vec<What> {
    if was == now {
        return Vec::new();
    }
    let mut whats = Vec::new();
    match (was.gone, now.gone) {
        (false, true) => whats.push(What::Gone),
        (true, false) => whats.push(What::Returned),
        _ => {}
    }
    let mut told = TOLD.to_vec();
    if let (Some(a), Some(b)) = (&was.figure, &now.figure)
        && a.in_words() != b.in_words()
    {
        told.extend(TOLD_BY_FIGURE);
        whats.push(What::Figure {
            was: a.in_words(),
            now: b.in_words(),
            difference: difference(a, b),
        });
    }
    if was.quote.exact != now.quote.exact {
        whats.push(What::Reworded {
            was: was.quote.exact.clone(),
            now: now.quote.exact.clone(),
        });
    }
    let (review, rest): (Vec<_>, Vec<_>) = fields(&value(was), &value(now), "")
        .into_iter()
        .partition(|f| f.field.starts_with("review."));
    if !review.is_empty() {
        whats.push(What::Review { fields: review });
    }
    if let Some((saw, now)) = went_stale(now).filter(|_| !is_stale(was)) {
        whats.push(What::WentStale { saw, now });
    }
    let untold = rest
        .into_iter()
        .filter(|f| !told.contains(&f.field.as_str()));
    whats.extend(untold.map(What::Field));
    whats
}

/// From one figure to another, where both are single values of one unit.
fn difference(was: &Figure, now: &Figure) -> Option<Difference> {
    let single = |f: &Figure| f.value_max.is_none() && f.from.is_none();
    if !single(was) || !single(now) || was.unit != now.unit {
        return None;
    }
    let (a, b) = (was.value.decimal(), now.value.decimal());
    let amount = b.checked_sub(a)?;
    let percent = amount
        .checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|hundredfold| hundredfold.checked_div(a.abs()))
        .map(|percent| Number::from(percent.round_dp(1)));
    Some(Difference {
        amount: Number::from(amount),
        percent,
    })
}

/// The scalars in which two values differ, with their keys below `path`.
fn fields(was: &Value, now: &Value, path: &str) -> Vec<FieldChange> {
    let (was, now) = (flat(was, path), flat(now, path));
    let names: BTreeSet<&String> = was.iter().chain(&now).map(|(name, _)| name).collect();
    let (was, now): (BTreeMap<_, _>, BTreeMap<_, _>) =
        (was.iter().cloned().collect(), now.iter().cloned().collect());
    let changed = names
        .into_iter()
        .filter(|name| was.get(*name) != now.get(*name));
    changed
        .map(|name| FieldChange {
            field: name.clone(),
            was: was.get(name).cloned(),
            now: now.get(name).cloned(),
        })
        .collect()
}

/// The scalars of a value with their keys joined by dots; lists of scalars count as
/// one.
fn flat(value: &Value, path: &str) -> Vec<(String, String)> {
    let below = |key: &str| {
        if path.is_empty() {
            key.to_owned()
        } else {
            format!("{path}.{key}")
        }
    };
    match value {
        Value::Mapping(entries) => {
            let entries = entries.iter();
            entries
                .flat_map(|(key, value)| flat(value, &below(key.as_str().unwrap_or_default())))
                .collect()
        }
        Value::Sequence(items) if items.iter().any(Value::is_mapping) => {
            let items = items.iter().enumerate();
            items
                .flat_map(|(index, item)| flat(item, &below(&index.to_string())))
                .collect()
        }
        Value::String(text) => vec![(path.to_owned(), text.clone())],
        other => {
            let mut text = String::new();
            push_inline(&mut text, other);
            vec![(path.to_owned(), text)]
        }
    }
}
