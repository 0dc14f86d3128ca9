//! What a row says, in sentences for a reader: the pair that shows it best, what
//! would make both true, who speaks, and how many origins stand behind it.

use crate::book::{Book, Entry};
use crate::row::{Relation, RowVerdict};
use crate::rows::Related;
use crate::say;
use claimbook_model::fold;
use std::collections::BTreeSet;

/// The sentences of a row.
pub(crate) fn summary(
    book: &Book<'_>,
    keys: &[usize],
    related: &[Related],
    verdict: RowVerdict,
    origins: &[usize],
) -> Vec<String> {
    let entries: Vec<&Entry<'_>> = keys.iter().map(|k| book.entry_of(*k)).collect();
    let mut said = Vec::new();
    if matches!(verdict, RowVerdict::Conflict | RowVerdict::Mixed) {
        said.extend(conflict(&entries, related));
    }
    if matches!(verdict, RowVerdict::Update | RowVerdict::Mixed) {
        said.extend(update(related));
    }
    if verdict == RowVerdict::Agree {
        said.extend(agreement(&entries, related));
    }
    said.extend(outlets(&entries, origins));
    said
}

/// "All 4 say 253", or how two of them agree.
fn agreement(entries: &[&Entry<'_>], related: &[Related]) -> Option<String> {
    let first = entries.first()?.figure()?;
    let equal = |e: &&Entry<'_>| {
        e.figure().is_some_and(|f| {
            (f.value, f.value_max, f.bound) == (first.value, first.value_max, first.bound)
        })
    };
    if entries.len() > 2 && entries.iter().all(equal) {
        return Some(format!("All {} say {}.", entries.len(), say::figure(first)));
    }
    let agree = related
        .iter()
        .find(|r| r.verdict.relation == Relation::Agree)?;
    Some(say::sentence(&agree.verdict.why))
}

/// The conflict between the closest members, and whose words they are.
fn conflict(entries: &[&Entry<'_>], related: &[Related]) -> Vec<String> {
    let Some(worst) = related
        .iter()
        .find(|r| r.verdict.relation == Relation::Conflict)
    else {
        return Vec::new();
    };
    let mut said = vec![say::sentence(&worst.verdict.why)];
    said.extend(worst.verdict.hint.map(str::to_owned));
    said.extend(speakers(entries[worst.a], entries[worst.b]));
    said
}

/// Whether one source gives two values or two sources differ.
fn speakers(a: &Entry<'_>, b: &Entry<'_>) -> Option<String> {
    let name = |e: &Entry<'_>| e.claim.said_by.as_ref()?.name.clone();
    let (a, b) = (name(a)?, name(b)?);
    Some(if fold(&a) == fold(&b) {
        format!("One source, two values: {a}.")
    } else {
        format!("The sources differ: {a}; {b}.")
    })
}

/// The widest move from an earlier to a later member.
fn update(related: &[Related]) -> Option<String> {
    let updates = related
        .iter()
        .filter(|r| r.verdict.relation == Relation::Update);
    let widest = updates.max_by_key(|r| (r.b - r.a, std::cmp::Reverse(r.a)))?;
    Some(say::sentence(&widest.verdict.why))
}

/// "4 outlets, 3 origins", when some share one.
fn outlets(entries: &[&Entry<'_>], origins: &[usize]) -> Option<String> {
    let outlets: BTreeSet<String> = entries
        .iter()
        .map(|e| {
            fold(
                e.from
                    .article
                    .publisher
                    .as_ref()
                    .unwrap_or(&e.from.article.id),
            )
        })
        .collect();
    let origins: BTreeSet<&usize> = origins.iter().collect();
    let (outlets, origins) = (outlets.len(), origins.len());
    (origins < outlets).then(|| {
        format!(
            "{}, {}.",
            say::count(outlets, "outlet"),
            say::count(origins, "origin")
        )
    })
}
