//! Noun phrases with what belongs to them, and the tokens that belong to other layers.

use super::Scene;
use crate::class::Class;
use crate::doc::Doc;
use crate::phrase::NounPhrase;
use crate::tag::Tag;
use std::ops::Range;

/// The noun phrase that begins at `at`, its determiner included.
pub(super) fn phrase_from<'s>(scene: &Scene<'s>, at: usize) -> Option<&'s NounPhrase> {
    scene.phrases.noun_at(at).filter(|n| n.tokens.start == at)
}

/// Prepositions whose phrases belong to any noun.
pub(super) const OF: &[&str] = &["of"];
/// Prepositions whose phrases mostly belong to the noun before them.
pub(super) const NEAR: &[&str] = &["of", "in", "on", "for"];
/// Prepositions whose phrases belong to a subject when they stand before its verb.
pub(super) const ANY: &[&str] = &[
    "of", "for", "in", "on", "between", "from", "to", "at", "with", "across", "among", "per",
    "against",
];

/// A noun phrase with the phrases after it that begin with one of `links`.
pub(super) fn with_complements(
    scene: &Scene<'_>,
    phrase: Range<usize>,
    links: &[&str],
) -> Range<usize> {
    let doc = scene.doc;
    let mut end = with_number(scene, phrase.end);
    loop {
        let noun_end = end;
        end = with_verbal(scene, end);
        let linked = links.contains(&doc.lower(end)) && doc.tag(end) == Tag::Preposition;
        let and = doc.tag(end) == Tag::Conjunction && doc.lower(end) == "and";
        let comma = doc.is_mark(end, b',')
            && end > phrase.end
            && doc.tag(end - 1) == Tag::Name
            && doc.tag(end + 1) == Tag::Name;
        let start = past_participle(scene, end + 1);
        let next = phrase_from(scene, start).filter(|_| linked || and || comma);
        let Some(next) = next.filter(|n| !stops(scene, n)) else {
            let behind = noun_end >= scene.amount.tokens.end && end == noun_end + 1;
            return phrase.start..if behind { noun_end } else { end };
        };
        end = with_number(scene, next.tokens.end);
    }
}

/// "a tax on imported cars": a phrase may begin with a participle after a preposition.
fn past_participle(scene: &Scene<'_>, at: usize) -> usize {
    let modifies = matches!(scene.doc.tag(at), Tag::Participle | Tag::Gerund)
        && scene.doc.tag(at - 1) == Tag::Preposition;
    if modifies { at + 1 } else { at }
}

/// "the charge stored in the battery", "workers aged 25": a participle after its noun
/// and before a preposition or verb.
fn with_verbal(scene: &Scene<'_>, end: usize) -> usize {
    let doc = scene.doc;
    let after_noun = end > 0 && matches!(doc.tag(end - 1), Tag::Noun | Tag::Name);
    let goes_on = matches!(
        doc.tag(end + 1),
        Tag::Preposition | Tag::Auxiliary | Tag::Number
    );
    let verbal = doc.tag(end) == Tag::Participle && after_noun && goes_on;
    if !verbal || end >= scene.end {
        return end;
    }
    let mut after = end + 1;
    if doc.lower(end) == "aged" {
        let joins = |t: usize| {
            matches!(doc.lower(t), "to" | "and") || doc.is_kind(t, crate::token::Kind::Hyphen)
        };
        while doc.tag(after) == Tag::Number || joins(after) && doc.tag(after + 1) == Tag::Number {
            after += 1;
        }
    }
    after
}

/// Whether a following phrase does not belong to the one before it.
fn stops(scene: &Scene<'_>, next: &NounPhrase) -> bool {
    next.tokens.end > scene.end
        || in_amount(scene, next.head)
        || in_date(scene, next.head)
        || overlaps_amount(scene, &next.tokens)
        || scene.doc.tag(next.head) == Tag::Pronoun
        || scene.doc.can_be(next.head, Class::TIME_NOUN)
}

/// Takes in the number of a name ("the S&P 500").
fn with_number(scene: &Scene<'_>, end: usize) -> usize {
    let named = end > 0 && scene.doc.tag(end - 1) == Tag::Name && scene.doc.tag(end) == Tag::Number;
    if named && end < scene.end && !in_amount(scene, end) && !in_date(scene, end) {
        end + 1
    } else {
        end
    }
}

/// A noun phrase with the "X of" before it: "the price of oil" for "oil".
pub(super) fn back_to_whole(scene: &Scene<'_>, phrase: &NounPhrase) -> Range<usize> {
    let doc = scene.doc;
    let mut start = phrase.tokens.start;
    while start >= scene.first + 2 && doc.lower(start - 1) == "of" {
        let Some(whole) = scene.phrases.noun_at(start - 2) else {
            break;
        };
        if in_amount(scene, whole.head) || is_linking_noun(doc, whole) {
            break;
        }
        start = whole.tokens.start;
    }
    start..phrase.tokens.end
}

/// "on top of", "on behalf of", "in case of": a noun that only links.
pub(super) fn is_linking_noun(doc: &Doc<'_>, noun: &NounPhrase) -> bool {
    let led = noun.tokens.start > 0 && doc.tag(noun.tokens.start - 1) == Tag::Preposition;
    let links = matches!(
        doc.lower(noun.head),
        "top"
            | "behalf"
            | "front"
            | "case"
            | "event"
            | "terms"
            | "light"
            | "spite"
            | "favour"
            | "favor"
    );
    led && noun.tokens.len() <= 2 && links
}

/// A noun phrase back to the first of the phrases that it hangs on: "the purchase of a
/// stake in a college" for "a college".
pub(super) fn back_to_object(scene: &Scene<'_>, phrase: &NounPhrase) -> Range<usize> {
    let doc = scene.doc;
    let mut start = back_to_whole(scene, phrase).start;
    while start >= scene.first + 2 && NEAR.contains(&doc.lower(start - 1)) {
        let Some(whole) = scene.phrases.noun_at(start - 2) else {
            break;
        };
        let apart = is_time(doc, whole.head) || doc.tag(whole.head) == Tag::Pronoun;
        if apart || in_date(scene, whole.head) {
            break;
        }
        start = back_to_whole(scene, whole).start;
    }
    start..phrase.tokens.end
}

/// Whether the word tells a time ("year", "Friday", "May").
pub(super) fn is_time(doc: &Doc<'_>, token: usize) -> bool {
    doc.can_be(
        token,
        Class::TIME_NOUN.with(Class::MONTH).with(Class::WEEKDAY),
    )
}

/// Whether the token belongs to an amount of this sentence.
pub(crate) fn in_amount(scene: &Scene<'_>, token: usize) -> bool {
    scene.amount_at(token).is_some()
}

fn overlaps_amount(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    tokens.start < scene.amount.tokens.end && scene.amount.tokens.start < tokens.end
}

/// Whether the token belongs to a date.
pub(crate) fn in_date(scene: &Scene<'_>, token: usize) -> bool {
    let at = scene.dates.partition_point(|d| d.tokens.end <= token);
    scene
        .dates
        .get(at)
        .is_some_and(|d| d.tokens.contains(&token))
}
