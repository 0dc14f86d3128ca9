//! Names in the phrases that a figure is about: its concept, itself, the clause's subject.

use super::Scene;
use super::concept::Concept;
use crate::class::Class;
use crate::tag::Tag;
use crate::token::Kind;
use claimbook_model::Unit;

/// Most names kept for a figure.
const MOST: usize = 6;

/// The names in the concept's phrases and in the amount itself, in text order, each once.
pub(crate) fn names(scene: &Scene<'_>, concept: &Concept) -> Vec<String> {
    let doc = scene.doc;
    let mut ranges = concept.parts.clone();
    ranges.push(scene.amount.tokens.clone());
    let known = scene.amount.unit.as_ref().is_some_and(Unit::is_known);
    let unit = scene.amount.unit_tokens.clone().filter(|_| known);
    ranges.extend(super::subject::subject(scene));
    ranges.sort_by_key(|r| r.start);
    let mut names: Vec<String> = Vec::new();
    for range in ranges {
        let mut at = range.start;
        while at < range.end {
            let region =
                |t: usize| doc.can_be(t + 1, Class::DEMONYM) && doc.tag(t + 1) == Tag::Adjective;
            let in_unit = |t: &usize| unit.as_ref().is_some_and(|u| u.contains(t));
            let is_name = |t: usize| {
                doc.tag(t) == Tag::Name && doc.is_kind(t, Kind::Word) && !region(t) && !in_unit(&t)
            };
            let end = (at..range.end).find(|t| !is_name(*t)).unwrap_or(range.end);
            if end > at && names.len() < MOST {
                let name = doc.text_of_range(at..end).to_owned();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            at = end + 1;
        }
    }
    names
}
