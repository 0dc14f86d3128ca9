//! One claim against itself.

use super::At;
use crate::Finding;
use crate::catalogue::{
    FIGURE_NOT_IN_QUOTE, FIX_OF_EDITED_FIGURE, FIXED_WITHOUT_FIX, IDLE_FIX, REVIEW_WITHOUT_SAW,
    STALE_VERDICT,
};
use crate::emit::value;
use crate::fold::{is_decided, went_stale};
use claimbook_model::{Claim, Fix, Reading, Verdict, squeeze};
use serde_yaml::Value;

/// Everything about one claim.
pub(super) fn check(at: &At<'_>, findings: &mut Vec<Finding>) {
    findings.extend(figure_not_in_quote(at));
    findings.extend(stale(at));
    findings.extend(without_saw(at));
    findings.extend(fixed_without_fix(at));
    if !at.claim.fix.is_empty() {
        idle_fixes(at, findings);
        findings.extend(fix_of_edited(at));
    }
}

fn figure_not_in_quote(at: &At<'_>) -> Option<Finding> {
    let figure = at.claim.figure.as_ref()?;
    if squeeze(&at.claim.quote.exact).contains(&squeeze(&figure.text)) {
        return None;
    }
    let message = format!(
        "the words \"{}\" do not stand in the claim's sentence",
        figure.text
    );
    let place = at.document.place_of_value(at.index, &["figure", "text"]);
    let finding = at.finding_at(&FIGURE_NOT_IN_QUOTE, place, message);
    Some(
        finding
            .hint("both are the tool's to write: take them from git, or run `claimbook extract`"),
    )
}

/// The key under `review` that holds the decision, and the decision.
fn decision(claim: &Claim) -> (&'static str, &'static str) {
    match (claim.review.verdict, claim.review.reading) {
        (Verdict::Open, reading) => ("reading", reading.as_str()),
        (verdict, _) => ("verdict", verdict.as_str()),
    }
}

fn stale(at: &At<'_>) -> Option<Finding> {
    let review = &at.claim.review;
    let (saw, now) = went_stale(at.claim)?;
    let (key, word) = decision(at.claim);
    let message =
        format!("the {key} \"{word}\" was given for \"{saw}\", the claim now reads \"{now}\"");
    let mut finding = at
        .finding(&STALE_VERDICT, &["review", key], message)
        .hint(format!("look again with `claimbook review {}`", at.name()));
    let by = review
        .by
        .as_ref()
        .map(|by| format!(" by {by}"))
        .unwrap_or_default();
    let date = review
        .date
        .map(|date| format!(" on {date}"))
        .unwrap_or_default();
    if !by.is_empty() || !date.is_empty() {
        finding = finding.label(format!("judged{by}{date}"));
    }
    Some(finding)
}

fn without_saw(at: &At<'_>) -> Option<Finding> {
    if !is_decided(at.claim) || at.claim.review.saw.is_some() {
        return None;
    }
    let (key, word) = decision(at.claim);
    let message = format!("the {key} \"{word}\" does not tell what it was given for");
    let finding = at.finding(&REVIEW_WITHOUT_SAW, &["review", key], message);
    let now = value_text(&Value::from(at.claim.saw_line()));
    Some(finding.hint(format!(
        "if it holds for what the claim says now, add `saw: {now}`"
    )))
}

fn fixed_without_fix(at: &At<'_>) -> Option<Finding> {
    let only_why = Fix {
        why: None,
        ..at.claim.fix.clone()
    };
    if at.claim.review.reading != Reading::Fixed || !only_why.is_empty() {
        return None;
    }
    let message = "the reading is called fixed, but nothing is corrected".to_owned();
    let finding = at.finding(&FIXED_WITHOUT_FIX, &["review", "reading"], message);
    Some(finding.hint("write the right values in `fix`, or call the reading ok or wrong"))
}

/// Corrections that change nothing.
fn idle_fixes(at: &At<'_>, findings: &mut Vec<Finding>) {
    let fix = value(&at.claim.fix);
    let machine = (
        at.claim.figure.as_ref().map(value),
        at.claim.said_by.as_ref().map(value),
    );
    for (key, fixed) in fix.as_mapping().into_iter().flatten() {
        let key = key.as_str().unwrap_or_default();
        let (block, fields) = match key {
            "why" => continue,
            "name" | "role" | "stance" | "said_on" => ("said_by", &machine.1),
            _ => ("figure", &machine.0),
        };
        let message = match fields {
            None => {
                format!("`fix.{key}` corrects a field of `{block}`, which the claim does not have")
            }
            Some(fields) if fields.get(key) == Some(fixed) => {
                format!(
                    "`fix.{key}` repeats what `{block}.{key}` says: {}",
                    value_text(fixed)
                )
            }
            Some(_) => continue,
        };
        let finding = at.finding(&IDLE_FIX, &["fix", key], message);
        findings.push(finding.hint("delete the line; the tool reads it right by itself now"));
    }
}

/// A correction of a field that the outlet changed: it would stand over the new figure.
fn fix_of_edited(at: &At<'_>) -> Option<Finding> {
    let fix = value(&at.claim.fix);
    let edited = |key: &str| {
        at.claim
            .changes
            .iter()
            .rev()
            .find(|c| c.field == format!("figure.{key}"))
    };
    let keys = fix.as_mapping()?.keys().filter_map(Value::as_str);
    let (key, change) = keys.filter_map(|key| Some((key, edited(key)?))).next()?;
    let message = format!(
        "`fix.{key}` was written when the article said {}; the outlet changed it since",
        change.was
    );
    let finding = at.finding(&FIX_OF_EDITED_FIGURE, &["fix", key], message);
    Some(finding.hint(format!(
        "compare with the sentence; then delete `fix.{key}`, or delete the change under `changes` if the correction still holds"
    )))
}

/// A value as it would stand in the file.
fn value_text(value: &Value) -> String {
    let mut out = String::new();
    crate::emit::push_inline(&mut out, value);
    out
}
