//! `key=value` on a claim.

use crate::error::Failure;
use chrono::{DateTime, NaiveDate};
use claimbook_model::{Claim, Evidence, Fix, Reading, Unit, Verdict};
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

/// The reviewer, where `by` is not given.
const REVIEWER: &str = "CLAIMBOOK_REVIEWER";
/// Seconds since 1970 that stand in for the clock, so that a run can be repeated.
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// One `key=value` of the command line.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    key: String,
    value: String,
}

impl FromStr for Change {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let (key, value) = text.split_once('=').ok_or("expected KEY=VALUE")?;
        Ok(Self {
            key: key.to_owned(),
            value: value.to_owned(),
        })
    }
}

/// `claim` with all `changes`. A new reading, verdict or correction also records
/// what was judged, by whom and when.
pub(super) fn changed(claim: &Claim, changes: &[Change]) -> Result<Claim, Failure> {
    let mut new = claim.clone();
    for change in changes {
        apply(&mut new, change).map_err(|reason| {
            Failure::new(
                format!("{}={}: {reason}", change.key, change.value),
                "`claimbook help set` lists keys and values",
            )
        })?;
    }
    let given = |key: &str| changes.iter().any(|change| change.key == key);
    let fixed = changes.iter().any(|change| change.key.starts_with("fix."));
    if fixed && !given("reading") {
        new.review.reading = if new.fix.is_empty() {
            Reading::Ok
        } else {
            Reading::Fixed
        };
    }
    if given("reading") || given("verdict") || fixed {
        record(&mut new, given("by"))?;
    }
    Ok(new)
}

/// What was judged, by whom and when; nothing where all was taken back.
fn record(claim: &mut Claim, by_given: bool) -> Result<(), Failure> {
    let decided = claim.review.reading != Reading::Open || claim.review.verdict != Verdict::Open;
    claim.review.saw = decided.then(|| claim.as_judged());
    claim.review.date = if decided { Some(today()?) } else { None };
    if !by_given {
        claim.review.by = std::env::var(REVIEWER)
            .ok()
            .filter(|name| decided && !name.is_empty());
    }
    Ok(())
}

fn apply(claim: &mut Claim, Change { key, value }: &Change) -> Result<(), String> {
    let text = || Some(value.clone()).filter(|v| !v.is_empty());
    let review = &mut claim.review;
    match key.as_str() {
        "reading" => review.reading = parsed(value)?,
        "verdict" => review.verdict = parsed(value)?,
        "note" => review.note = text(),
        "by" => review.by = text(),
        "evidence" if value.is_empty() => review.evidence.clear(),
        "evidence" => {
            if review.evidence.iter().all(|known| known.url != *value) {
                review.evidence.push(Evidence {
                    url: value.clone(),
                    archived: None,
                    quote: None,
                    value: None,
                    retrieved: None,
                });
            }
        }
        key => match key.strip_prefix("fix.") {
            Some(field) => fix(claim, field, value)?,
            None => return Err("there is no such key".to_owned()),
        },
    }
    Ok(())
}

/// Corrects one field; an empty value takes the correction back.
fn fix(claim: &mut Claim, field: &str, value: &str) -> Result<(), String> {
    let block = match field {
        "name" | "role" | "stance" | "said_on" if claim.said_by.is_none() => "speaker",
        "name" | "role" | "stance" | "said_on" | "why" => "",
        _ if claim.figure.is_none() => "figure",
        _ => "",
    };
    if !block.is_empty() {
        return Err(format!("the claim has no {block} to correct"));
    }
    let fix: &mut Fix = &mut claim.fix;
    match field {
        "value" => put(&mut fix.value, value),
        "value_max" => put(&mut fix.value_max, value),
        "from" => put(&mut fix.from, value),
        "bound" => put(&mut fix.bound, value),
        "unit" => {
            fix.unit = Some(value).filter(|v| !v.is_empty()).map(Unit::new);
            Ok(())
        }
        "kind" => put(&mut fix.kind, value),
        "direction" => put(&mut fix.direction, value),
        "measure" => put(&mut fix.measure, value),
        "place" => put(&mut fix.place, value),
        "part_of" => put(&mut fix.part_of, value),
        "modality" => put(&mut fix.modality, value),
        "period" => put(&mut fix.period, value),
        "baseline" => put(&mut fix.baseline, value),
        "name" => put(&mut fix.name, value),
        "role" => put(&mut fix.role, value),
        "stance" => put(&mut fix.stance, value),
        "said_on" => put(&mut fix.said_on, value),
        "why" => put(&mut fix.why, value),
        _ => Err("there is no such field to correct".to_owned()),
    }
}

fn put<T: FromStr<Err: std::fmt::Display>>(
    slot: &mut Option<T>,
    value: &str,
) -> Result<(), String> {
    *slot = if value.is_empty() {
        None
    } else {
        Some(parsed(value)?)
    };
    Ok(())
}

fn parsed<T: FromStr<Err: std::fmt::Display>>(value: &str) -> Result<T, String> {
    value.parse().map_err(|error: T::Err| error.to_string())
}

/// The day (UTC). A review is made at a time, so this is the one place that asks
/// the clock, and only if `SOURCE_DATE_EPOCH` does not say otherwise.
fn today() -> Result<NaiveDate, Failure> {
    let seconds = match std::env::var(EPOCH) {
        Ok(text) => text.parse().ok(),
        Err(_) => now(),
    };
    let day = seconds
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .map(|time| time.date_naive());
    day.ok_or_else(|| {
        Failure::new(
            format!("{EPOCH} is not a number of seconds"),
            "unset it, or write seconds since 1970",
        )
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "the day of a review is the day on which it is made"
)]
fn now() -> Option<i64> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
}
