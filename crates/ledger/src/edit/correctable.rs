//! What of a claim people can correct.

use crate::fields::{FIX, Shape};
use claimbook_model::Claim;
use serde_yaml::Value;

/// A field that `fix.NAME` corrects, as texts that `set` takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correctable {
    /// Its name, without `fix.`.
    pub name: &'static str,
    /// The words that it may hold; empty where any text of the right form will do.
    pub words: &'static [&'static str],
    /// What the tool read; empty if nothing.
    pub machine: String,
    /// What holds now, corrections applied; empty if nothing.
    pub value: String,
}

/// The block of a claim that `fix.name` corrects; `why` stands for itself.
pub(super) fn block(name: &str) -> &'static str {
    match name {
        "name" | "role" | "stance" | "said_on" => "said_by",
        "why" => "why",
        _ => "figure",
    }
}

/// Whether `claim` has the block that `fix.name` corrects.
pub(super) fn has_block(claim: &Claim, name: &str) -> bool {
    match block(name) {
        "said_by" => claim.said_by.is_some(),
        "figure" => claim.figure.is_some(),
        _ => true,
    }
}

/// The fields of `claim` that people can correct, in the order of the format.
#[must_use]
pub fn correctable(claim: &Claim) -> Vec<Correctable> {
    let machine = crate::emit::value(claim);
    let now = crate::emit::value(&claim.effective());
    let fix = crate::emit::value(&claim.fix);
    let text = |claim: &Value, name: &str| match block(name) {
        "why" => scalar(fix.get(name)),
        block => scalar(claim.get(block).and_then(|fields| fields.get(name))),
    };
    let fields = FIX.iter().filter(|field| has_block(claim, field.name));
    fields
        .map(|field| Correctable {
            name: field.name,
            words: match field.shape {
                Shape::Word(words) => words,
                _ => &[],
            },
            machine: match field.name {
                "why" => String::new(),
                name => text(&machine, name),
            },
            value: text(&now, field.name),
        })
        .collect()
}

/// A text or number as text; nothing for what is not there.
fn scalar(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
