//! Where a figure holds: the place named in its clause, or the country that "the
//! country" stands for.

use super::Scene;
use super::party::Countries;
use crate::gazetteer::{place_at, place_of_demonym};

/// The place of an amount.
pub(crate) fn find(scene: &Scene<'_>, countries: &Countries) -> Option<String> {
    after_preposition(scene)
        .or_else(|| described(scene, countries))
        .or_else(|| by_subject(scene, countries))
        .or_else(|| by_nationality(scene))
}

/// "in Venezuela", "across Europe", "to Caracas": the one nearest to the amount.
fn after_preposition(scene: &Scene<'_>) -> Option<String> {
    let doc = scene.doc;
    let range = scene.clause_tokens();
    let at = scene.amount.tokens.end;
    let places = range
        .clone()
        .filter(|t| is_local(doc.lower(*t)))
        .filter_map(|t| {
            let start = t + 1 + usize::from(doc.lower(t + 1) == "the");
            let (place, _) = place_at(doc, start, scene.end)?;
            Some((start.abs_diff(at), place.name.clone()))
        });
    places
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

fn is_local(word: &str) -> bool {
    matches!(
        word,
        "in" | "across"
            | "throughout"
            | "to"
            | "into"
            | "at"
            | "near"
            | "within"
            | "around"
            | "inside"
            | "outside"
    )
}

/// "the country", "the Latin American nation": the country named last before it.
fn described(scene: &Scene<'_>, countries: &Countries) -> Option<String> {
    let doc = scene.doc;
    let described = scene.clause_tokens().find(|t| {
        let local = *t > scene.first
            && scene.phrases.noun_at(*t).is_some_and(|n| {
                n.tokens.start > scene.first
                    && is_local(doc.lower(n.tokens.start - 1))
                    && matches!(doc.lower(n.tokens.start), "the" | "this")
            });
        local && matches!(doc.lower(*t), "country" | "nation" | "republic")
    })?;
    let phrase = scene
        .phrases
        .noun_at(described)
        .map_or(described, |n| n.tokens.start);
    countries.last_before(phrase).map(str::to_owned)
}

/// "Venezuela has recorded 500 cases", "The country exports ...": a country as the subject
/// of a verb that tells what is the case there.
fn by_subject(scene: &Scene<'_>, countries: &Countries) -> Option<String> {
    let doc = scene.doc;
    let happens_there = matches!(
        scene.verb(),
        "record"
            | "report"
            | "register"
            | "confirm"
            | "have"
            | "see"
            | "count"
            | "log"
            | "suffer"
            | "produce"
            | "export"
            | "import"
            | "vaccinate"
            | "grow"
            | "receive"
    );
    let subject = scene.clause?.subject.clone().filter(|_| happens_there)?;
    if let Some((place, tokens)) = place_at(doc, subject.start, subject.end) {
        return (tokens.end == subject.end).then(|| place.name.clone());
    }
    let head = doc.lower(subject.end.checked_sub(1)?);
    let described = matches!(doc.lower(subject.start), "the" | "this")
        && matches!(head, "country" | "nation" | "republic");
    let name = described.then(|| countries.last_before(subject.start))?;
    name.map(str::to_owned)
}

/// "Venezuelan exports", "Russia's economy" in the amount's clause before it.
fn by_nationality(scene: &Scene<'_>) -> Option<String> {
    let doc = scene.doc;
    let range = scene.clause_tokens().start..scene.amount.tokens.end;
    range.rev().find_map(|t| {
        let owner = doc.lower(t + 1) == "'s";
        let place = place_of_demonym(doc, t).or_else(|| {
            place_at(doc, t, scene.end)
                .filter(|_| owner)
                .map(|(p, _)| p)
        })?;
        Some(place.name.clone())
    })
}
