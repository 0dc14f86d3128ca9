//! What a row says, in sentences for a reader: the pair that shows it best, what
//! would make both true, who speaks, and how many origins stand behind it.

use crate::book::{Book, Entry};
use crate::hedge;
use crate::person;
use crate::row::{Relation, RowVerdict};
use crate::rows::Related;
use crate::say;
use crate::speaker::{Same, Speaker};
use claimbook_model::{Style, fold};
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
        said.extend(conflict(&entries, related, origins));
    }
    if matches!(verdict, RowVerdict::Update | RowVerdict::Mixed) {
        said.extend(update(related));
    }
    if verdict == RowVerdict::Agree {
        said.extend(agreement(&entries, related));
    }
    said.extend(hedge::lost(&entries, origins));
    said.extend(outlets(&entries, origins));
    said.extend(person::told(&entries));
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

/// The conflict between the closest members: who prints them where others stand on the
/// row too, what would make both true, and whose words they are.
fn conflict(entries: &[&Entry<'_>], related: &[Related], origins: &[usize]) -> Vec<String> {
    let Some(worst) = related
        .iter()
        .find(|r| r.verdict.relation == Relation::Conflict)
    else {
        return Vec::new();
    };
    let (a, b) = (entries[worst.a], entries[worst.b]);
    let mut said = vec![say::sentence(&worst.verdict.why)];
    if entries.len() > 2 {
        said.push(format!("So {}, {}.", say::witness(a), say::witness(b)));
    }
    said.extend(worst.verdict.hint.clone());
    if origins[worst.a] == origins[worst.b] {
        said.push("The two print one text with two values.".to_owned());
    }
    said.extend(speakers(a, b));
    said
}

/// Whether one source gives two values, inside its quotation even, or two sources
/// differ.
fn speakers(a: &Entry<'_>, b: &Entry<'_>) -> Option<String> {
    let (x, y) = (a.claim.said_by.as_ref()?, b.claim.said_by.as_ref()?);
    let (one, other) = (x.name.as_ref()?, y.name.as_ref()?);
    if Speaker::of(x).same(&Speaker::of(y)) != Same::Yes {
        return Some(format!("The sources differ: {one}; {other}."));
    }
    if x.style == Style::Direct && y.style == Style::Direct {
        let (a, b) = (say::witness(a), say::witness(b));
        return Some(format!(
            "The number inside a quotation of {one} differs: {a}, {b}."
        ));
    }
    Some(format!("One source, two values: {one}."))
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
