//! Figures and speakers for tests, from a few words.

use claimbook_model::{Bound, Figure, Kind, Number, SaidBy, Style, Unit};
use rust_decimal::Decimal;

/// Reads "more_than 7.2 million dose": a bound, an amount or range ("1..2"), a
/// scale word and the unit, of which only the amount is needed.
pub(crate) fn figure(words: &str) -> Figure {
    let (bound, text) = Bound::WORDS
        .iter()
        .find_map(|w| Some((w.parse().unwrap(), words.strip_prefix(w)?.trim_start())))
        .unwrap_or((Bound::Equal, words));
    let mut parts: Vec<&str> = text.split_whitespace().collect();
    let amounts = parts.remove(0).replace(',', "");
    let million = parts.first() == Some(&"million");
    let scale = if million { 1_000_000 } else { 1 };
    let unit = parts.get(usize::from(million)..).unwrap_or(&[]).join(" ");
    let read = |t: &str| Number::from(t.parse::<Decimal>().unwrap() * Decimal::from(scale));
    let (value, value_max) = match amounts.split_once("..") {
        Some((a, b)) => (read(a), Some(read(b))),
        None => (read(&amounts), None),
    };
    Figure {
        text: text.to_owned(),
        value,
        value_max,
        from: None,
        bound,
        unit: (!unit.is_empty()).then(|| Unit::new(&unit)),
        dimension: None,
        kind: Kind::Level,
        direction: None,
        measure: String::new(),
        place: None,
        between: vec![],
        about: vec![],
        part_of: None,
        modality: None,
        period: None,
        baseline: None,
        conversion_of: None,
    }
}

/// A speaker of whom no more is known.
pub(crate) fn said_by(name: Option<&str>, written: Option<&str>, role: Option<&str>) -> SaidBy {
    SaidBy {
        name: name.map(str::to_owned),
        as_written: written.map(str::to_owned),
        role: role.map(str::to_owned),
        cue: None,
        style: Style::Direct,
        stance: None,
        words: None,
        said_on: None,
        venue: None,
        via: None,
    }
}
