//! What a row is called: its measure, what narrows it, and a stable id.

use crate::book::{Book, Entry};
use crate::lexicon::terms;
use crate::say;
use claimbook_model::{Direction, Figure, Kind, Modality, fold};
use std::collections::BTreeMap;

/// The heading of a row.
pub(crate) struct Label {
    /// What is counted or measured.
    pub(crate) measure: String,
    /// What narrows it.
    pub(crate) qualifiers: Vec<String>,
}

/// Names a row of keys by what most of its figures share.
pub(crate) fn label(book: &Book<'_>, keys: &[usize]) -> Label {
    let figures: Vec<&Figure> = keys
        .iter()
        .filter_map(|k| book.entry_of(*k).figure())
        .collect();
    let measure = commonest(figures.iter().map(|f| f.measure.as_str()));
    let mut qualifiers = Vec::new();
    if let Some(figure) = figures.iter().find(|f| !f.between.is_empty()) {
        qualifiers.push(say::list(&figure.between));
    } else {
        let place = commonest(figures.iter().filter_map(|f| f.place.as_deref()));
        if !place.is_empty() && !fold(&measure).contains(&fold(&place)) {
            qualifiers.push(place);
        }
    }
    let whole = commonest(figures.iter().filter_map(|f| f.part_of.as_deref()));
    if !whole.is_empty() {
        qualifiers.push(format!("of {whole}"));
    }
    qualifiers.extend(kind(&figures));
    qualifiers.extend(period(&figures));
    Label {
        measure,
        qualifiers,
    }
}

/// Names a row of words by its speaker and the day of the utterance.
pub(crate) fn speaker(entries: &[&Entry<'_>]) -> Label {
    let speakers = entries.iter().filter_map(|e| e.claim.said_by.as_ref());
    let named = commonest(speakers.clone().filter_map(|s| s.name.as_deref()));
    let measure = if named.is_empty() {
        commonest(speakers.clone().map(claimbook_model::SaidBy::label))
    } else {
        named
    };
    let day = speakers.filter_map(|s| s.said_on).min();
    Label {
        measure,
        qualifiers: day.map(say::day).into_iter().collect(),
    }
}

/// The commonest text; of equally common ones the most telling.
fn commonest<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let mut counts: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for text in texts.filter(|t| !t.trim().is_empty()) {
        counts.entry(fold(text)).or_insert((0, text)).0 += 1;
    }
    let best = counts.into_iter().max_by_key(|(folded, (count, text))| {
        (*count, terms(text).len(), std::cmp::Reverse(folded.clone()))
    });
    best.map(|(_, (_, text))| text.to_owned())
        .unwrap_or_default()
}

fn kind(figures: &[&Figure]) -> Option<String> {
    let first = figures.first()?;
    let all = |kind: Kind| figures.iter().all(|f| f.kind == kind);
    if figures.iter().any(|f| f.kind == Kind::Cumulative) {
        return Some("running total".to_owned());
    }
    if figures
        .iter()
        .all(|f| f.modality == Some(Modality::Forecast))
        || all(Kind::Forecast)
    {
        return Some("forecast".to_owned());
    }
    let word = match first.kind {
        Kind::Change => "change",
        Kind::Rate => "rate",
        Kind::Share => "share",
        Kind::Target => "target",
        Kind::Level | Kind::Cumulative | Kind::Forecast => return None,
    };
    let direction = first
        .direction
        .filter(|d| figures.iter().all(|f| f.direction == Some(*d)));
    Some(match direction {
        Some(Direction::Up) => format!("{word}, up"),
        Some(Direction::Down) => format!("{word}, down"),
        Some(Direction::Same) | None => word.to_owned(),
    })
}

/// The period, when all members state the same.
fn period(figures: &[&Figure]) -> Option<String> {
    let first = figures.first()?.period?;
    let all = figures.iter().all(|f| f.period == Some(first));
    all.then(|| first.to_string())
}

/// A row's id: `r-` and eight characters made from its claims, whatever their order.
pub(crate) fn row_id<'i>(claims: impl Iterator<Item = (&'i str, &'i str)>) -> String {
    let mut names: Vec<String> = claims
        .map(|(article, id)| format!("{article}#{id}\n"))
        .collect();
    names.sort_unstable();
    let bytes = names.iter().flat_map(|n| n.bytes());
    let hash = bytes.fold(FNV_BASIS, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)
    });
    let digit = |at: u32| char::from(ALPHABET[(hash >> (5 * at)) as usize % ALPHABET.len()]);
    format!("r-{}", (0..8).map(digit).collect::<String>())
}

/// Offset basis and prime of the 64-bit FNV-1a hash.
const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// Digits and letters without those that are misread for others.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
