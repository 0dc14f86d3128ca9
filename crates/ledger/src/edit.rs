//! Decisions of people, as `key=value`.

mod carry;
mod correctable;
#[cfg(test)]
mod tests;

pub use carry::carry_over;
pub use correctable::{Correctable, correctable};
use correctable::{block, has_block};

use crate::fields::{FIX, Field, REVIEW, Shape};
use crate::fold::is_decided;
use crate::forms::fits;
use crate::nearest::nearest;
use crate::{Document, Refused};
use chrono::NaiveDate;
use claimbook_model::{Claim, Evidence, Reading, Verdict};
use serde_yaml::Value;
use std::collections::BTreeSet;

/// Keys of a review that people set; `saw` and `date` follow from them.
const KEYS: [&str; 5] = ["reading", "verdict", "note", "by", "evidence"];

/// Who decides, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stamp<'a> {
    /// The name that goes into `by`. Without one the old name stays only where the
    /// decision is the old one, given again: nobody signs what another decided.
    pub by: Option<&'a str>,
    /// The day that goes into `date`.
    pub date: Option<NaiveDate>,
}

/// An assignment that cannot be made; nothing is changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct SetError {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl SetError {
    fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hint: hint.into(),
        }
    }
}

impl From<Refused> for SetError {
    fn from(refused: Refused) -> Self {
        Self::new(refused.to_string(), "edit the file by hand")
    }
}

/// The text of `document` with decisions about the claim `id`; see [`decide`].
///
/// # Errors
/// An unknown claim, key or word, a value of the wrong form, or a line of the file
/// that stands in the way.
pub fn set(
    document: &Document<'_>,
    id: &str,
    assignments: &[(&str, &str)],
    stamp: Stamp<'_>,
) -> Result<String, SetError> {
    let mut ledger = document.ledger().clone();
    let file = document.file();
    let mut found = ledger.claims.iter_mut().filter(|claim| claim.id == id);
    match (found.next(), found.next()) {
        (Some(claim), None) => decide(claim, assignments, stamp)?,
        (Some(_), Some(_)) => {
            let message = format!("two claims of {file} have the id {id}");
            return Err(SetError::new(message, "give one of them another id"));
        }
        _ => {
            let ids = document.ledger().claims.iter().map(|c| c.id.as_str());
            let hint = match nearest(id, ids) {
                Some(near) => format!("did you mean {near}?"),
                None => "`claimbook list` shows the claims and their ids".to_owned(),
            };
            return Err(SetError::new(
                format!("no claim of {file} has the id {id}"),
                hint,
            ));
        }
    }
    Ok(document.rewrite(&ledger)?)
}

/// `key=value`, taken apart at the first `=`.
///
/// # Errors
/// There is no `=`.
pub fn assignment(text: &str) -> Result<(&str, &str), SetError> {
    text.split_once('=').ok_or_else(|| {
        let hint = format!("keys are {} and fix.FIELD", KEYS.join(", "));
        SetError::new(format!("`{text}` is not of the form key=value"), hint)
    })
}

/// Puts decisions into a claim: `reading`, `verdict`, `note`, `by`, `evidence` (a URL is
/// added to the list) and `fix.FIELD`. An empty value takes the field back: a `reading`
/// or `verdict` is open then.
///
/// A `fix` makes the reading `fixed`, if no reading is given; taking the last one back
/// makes it `open`. What is decided is
/// noted in `saw`, `by` and `date`; but a verdict that was given earlier keeps them
/// unless it is given again, so that it becomes stale rather than silently another's.
///
/// # Errors
/// An unknown key or word, a value of the wrong form, or a key given twice.
pub fn decide(
    claim: &mut Claim,
    assignments: &[(&str, &str)],
    stamp: Stamp<'_>,
) -> Result<(), SetError> {
    let mut next = claim.clone();
    let mut given = BTreeSet::new();
    for (key, value) in assignments {
        if !given.insert(*key) && *key != "evidence" {
            return Err(SetError::new(
                format!("`{key}` is given twice"),
                "give it once",
            ));
        }
        assign(&mut next, key, value)?;
    }
    let fixes = given.iter().any(|key| key.starts_with("fix."));
    if fixes && !given.contains("reading") {
        next.review.reading = match next.review.reading {
            _ if !next.fix.is_empty() => Reading::Fixed,
            Reading::Fixed => Reading::Open,
            other => other,
        };
    }
    if fixes || given.contains("reading") || given.contains("verdict") {
        note_decision(&mut next, claim, given.contains("verdict"), stamp);
    }
    if let Some((_, by)) = assignments.iter().find(|(key, _)| *key == "by") {
        next.review.by = non_empty(by);
    }
    *claim = next;
    Ok(())
}

/// Notes what was decided on, by whom and when. `before` is the claim as it was.
fn note_decision(claim: &mut Claim, before: &Claim, with_verdict: bool, stamp: Stamp<'_>) {
    let answers = |c: &Claim| (c.review.reading, c.review.verdict);
    let same = answers(claim) == answers(before) && claim.fix == before.fix;
    if !is_decided(claim) {
        (claim.review.saw, claim.review.by, claim.review.date) = (None, None, None);
    } else if with_verdict || claim.review.verdict == Verdict::Open {
        claim.review.saw = Some(claim.saw_line());
        claim.review.date = stamp.date;
        if stamp.by.is_some() || !same {
            claim.review.by = stamp.by.map(str::to_owned);
        }
    }
}

fn assign(claim: &mut Claim, key: &str, value: &str) -> Result<(), SetError> {
    let review = &mut claim.review;
    match key {
        "reading" => review.reading = word(key, value)?,
        "verdict" => review.verdict = word(key, value)?,
        "note" => review.note = non_empty(value),
        "by" => {}
        "evidence" => add_evidence(&mut review.evidence, value),
        _ => match key.strip_prefix("fix.") {
            Some(name) => correct(claim, name, value)?,
            None => return Err(unknown_key(key)),
        },
    }
    Ok(())
}

/// One of the words of a vocabulary of the review; an empty one is that of no decision.
fn word<T: std::str::FromStr>(key: &str, value: &str) -> Result<T, SetError> {
    let value = if value.is_empty() { "open" } else { value };
    let shape = REVIEW
        .iter()
        .find(|f| f.name == key)
        .map_or(Shape::Text, |f| f.shape);
    right_form(shape, key, value)?;
    value
        .parse()
        .map_err(|_| SetError::new(format!("unknown {key} `{value}`"), ""))
}

fn add_evidence(evidence: &mut Vec<Evidence>, url: &str) {
    if url.is_empty() {
        evidence.clear();
    } else if evidence.iter().all(|e| e.url != url) {
        evidence.push(Evidence {
            url: url.to_owned(),
            archived: None,
            quote: None,
            value: None,
            retrieved: None,
        });
    }
}

/// Puts `value` into the field `name` of the corrections, or takes it out if empty.
fn correct(claim: &mut Claim, name: &str, value: &str) -> Result<(), SetError> {
    let Some(Field { shape, .. }) = FIX.iter().find(|f| f.name == name) else {
        return Err(unknown_key(&format!("fix.{name}")));
    };
    if !value.is_empty() && !has_block(claim, name) {
        let block = block(name);
        let message =
            format!("`fix.{name}` corrects a field of `{block}`, which the claim does not have");
        return Err(SetError::new(
            message,
            "if the tool missed it, call the reading wrong and say so in the note",
        ));
    }
    let fix = &mut claim.fix;
    let mut fields = crate::emit::value(fix);
    if let Some(mapping) = fields.as_mapping_mut() {
        if value.is_empty() {
            mapping.remove(name);
        } else {
            right_form(*shape, name, value)?;
            mapping.insert(Value::from(name), Value::from(value));
        }
    }
    *fix = serde_yaml::from_value(fields)
        .map_err(|error| SetError::new(format!("`fix.{name}` cannot be {value:?}: {error}"), ""))?;
    Ok(())
}

fn right_form(shape: Shape, key: &str, value: &str) -> Result<(), SetError> {
    fits(shape, key, value, false).map_err(|(_, message, hint)| SetError::new(message, hint))
}

fn unknown_key(key: &str) -> SetError {
    let fixes: Vec<String> = FIX.iter().map(|f| format!("fix.{}", f.name)).collect();
    let keys = KEYS.into_iter().chain(fixes.iter().map(String::as_str));
    let hint = match nearest(key, keys.clone()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("keys are {}", keys.collect::<Vec<_>>().join(", ")),
    };
    SetError::new(format!("unknown key `{key}`"), hint)
}

fn non_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
