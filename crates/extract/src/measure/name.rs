//! The measure's name: what a row is called.

use super::Scene;
use super::concept::Concept;
use super::kind::Sort;
use super::subject::subject;
use crate::class::Class;
use crate::lexicon::lexicon;
use crate::tag::Tag;
use crate::token::Kind as TokenKind;
use claimbook_model::{Dimension, Kind, squeeze};
use std::ops::Range;

/// Longest name, in tokens.
const LONGEST: usize = 12;

/// Verbs that say nothing of what happened to the things counted.
const EMPTY_VERBS: [&str; 26] = [
    "be", "have", "do", "say", "include", "total", "number", "reach", "exceed", "surpass", "make",
    "become", "remain", "stand", "see", "take", "get", "go", "come", "put", "rise", "fall",
    "increase", "grow", "add", "hit",
];

/// Names what the amount measures.
pub(crate) fn of(scene: &Scene<'_>, concept: &Concept, sort: &Sort) -> String {
    let counted = scene.amount.dimension == Dimension::Count;
    if let Some(noun) = counted_noun(scene).filter(|_| counted) {
        return match counted_verb(scene) {
            Some(verb) => format!("{} {verb}", plain(scene, noun)),
            None => plain(scene, noun),
        };
    }
    if let Some(noun) = noun_of_whole(scene) {
        return match counted_verb(scene) {
            Some(verb) => format!("{} {verb}", plain(scene, noun)),
            None => plain(scene, noun),
        };
    }
    let main = concept.main().map(|p| without_change_noun(scene, p, sort));
    match main.filter(|p| !p.is_empty()) {
        Some(part) => plain(scene, part),
        None => subject(scene)
            .map(|s| plain(scene, s))
            .unwrap_or_else(|| fallback(scene)),
    }
}

/// The counted noun with all that stands between it and the number, and its "of" phrase.
fn counted_noun(scene: &Scene<'_>) -> Option<Range<usize>> {
    let unit = scene.amount.unit_tokens.clone()?;
    let start = if scene.amount.number.end <= unit.start {
        scene.amount.number.end
    } else {
        unit.start
    };
    let start = if scene.doc.lower(start) == "of" {
        start + 1
    } else {
        start
    };
    let end = of_phrase(scene, unit.end);
    (start < end).then_some(start..end)
}

/// Takes in one "of" or "for" phrase after `end`.
fn of_phrase(scene: &Scene<'_>, end: usize) -> usize {
    let doc = scene.doc;
    if doc.lower(end) != "of" {
        return end;
    }
    let phrase = scene
        .phrases
        .noun_at(end + 1)
        .filter(|n| n.tokens.start == end + 1);
    let known = phrase.filter(|n| {
        doc.tag(n.head) != Tag::Pronoun && !super::complements::in_amount(scene, n.head)
    });
    known.map_or(end, |n| n.tokens.end)
}

/// What happened to the counted things, as a participle ("killed", "delivered").
fn counted_verb(scene: &Scene<'_>) -> Option<String> {
    let doc = scene.doc;
    let after = scene.amount.tokens.end;
    if doc.tag(after) == Tag::Participle && after < scene.end {
        return Some(doc.lower(after).to_owned()).filter(|v| !v.is_empty());
    }
    let clause = scene.clause?;
    let lemma = doc.lemma(clause.main);
    if doc.tag(clause.main) == Tag::Auxiliary {
        return None;
    }
    let linked =
        scene.after_verb() && direct_object(scene, clause.verb.end) || subject_of(scene, clause);
    if !linked || EMPTY_VERBS.contains(&lemma) || lemma.is_empty() {
        return None;
    }
    Some(
        lexicon()
            .participle(doc.entry(clause.main).lemma)
            .unwrap_or(lemma)
            .to_owned(),
    )
}

/// Only hedges and determiners stand between the verb and the amount.
fn direct_object(scene: &Scene<'_>, from: usize) -> bool {
    let doc = scene.doc;
    (from..scene.amount.tokens.start).all(|t| {
        matches!(
            doc.tag(t),
            Tag::Determiner | Tag::Adverb | Tag::Adjective | Tag::Ordinal | Tag::Particle
        ) || doc.lower(t) == "of" && t > from && doc.can_be(t - 1, Class::MEASURE_NOUN)
            || doc.can_be(t, Class::MEASURE_NOUN)
    })
}

/// The amount is the subject or stands in its complements ("a batch of 100,000 doses").
fn subject_of(scene: &Scene<'_>, clause: &crate::clause::Clause) -> bool {
    let subject = clause.subject.as_ref();
    let verbs = scene
        .phrases
        .verbs_in(scene.amount.tokens.end..clause.verb.start);
    let before_verb = scene.amount.tokens.end <= clause.verb.start && verbs.is_empty();
    subject.is_some_and(|s| s.start < scene.amount.tokens.end) && before_verb
}

/// "growth in trade" names "trade"; a change's name leaves the word of change out.
fn without_change_noun(scene: &Scene<'_>, part: Range<usize>, sort: &Sort) -> Range<usize> {
    let doc = scene.doc;
    if sort.kind != Kind::Change || scene.amount.change.is_some() {
        return part;
    }
    let link = part
        .clone()
        .find(|t| matches!(doc.lower(*t), "in" | "of" | "for"));
    match link {
        Some(link) if link + 1 < part.end => link + 1..part.end,
        _ => modifiers_of_head(scene, part),
    }
}

/// "two-year trade growth" leaves "trade".
fn modifiers_of_head(scene: &Scene<'_>, part: Range<usize>) -> Range<usize> {
    let last = part.end.saturating_sub(1);
    let named = part.start < last
        && (part.start..last)
            .any(|t| scene.doc.tag(t) == Tag::Noun || scene.doc.tag(t) == Tag::Name);
    if named { part.start..last } else { part }
}

/// The words of a range without determiner, possessive pronoun and hedges, on one line.
fn plain(scene: &Scene<'_>, range: Range<usize>) -> String {
    let doc = scene.doc;
    let skip = |t: &usize| {
        matches!(doc.tag(*t), Tag::Determiner | Tag::Mark | Tag::Conjunction)
            && !doc.is_kind(*t, TokenKind::DoubleQuote)
    };
    let start = range.clone().find(|t| !skip(t)).unwrap_or(range.start);
    let end = range.end.min(start + LONGEST);
    let words = squeeze(doc.text_of_range(start..end));
    let words: String = words
        .chars()
        .filter(|c| !matches!(c, '"' | '\u{201C}' | '\u{201D}'))
        .collect();
    if doc.tag(start) == Tag::Name {
        words
    } else {
        lower_first(&words)
    }
}

/// A first letter in lower case, unless the word is all capitals.
fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    let Some(first) = chars.next() else {
        return String::new();
    };
    let second_is_capital = chars.clone().next().is_some_and(char::is_uppercase);
    if second_is_capital {
        words.to_owned()
    } else {
        first.to_lowercase().chain(chars).collect()
    }
}

/// Without any phrase, the unit names the measure.
fn fallback(scene: &Scene<'_>) -> String {
    scene
        .amount
        .unit
        .as_ref()
        .map_or_else(|| "number".to_owned(), |u| u.code().replace('_', " "))
}

/// "253 of 277 seats" counts seats.
fn noun_of_whole(scene: &Scene<'_>) -> Option<Range<usize>> {
    let doc = scene.doc;
    let of = scene.amount.number.end;
    let bare = scene.amount.unit.is_none() || scene.amount.dimension == Dimension::Count;
    let phrase = scene
        .phrases
        .noun_at(of + 1)
        .filter(|n| bare && doc.lower(of) == "of" && n.tokens.start == of + 1)?;
    let number = phrase
        .tokens
        .clone()
        .rev()
        .find(|t| doc.tag(*t) == Tag::Number)?;
    Some(number + 1..phrase.tokens.end)
}

/// The whole that the amount is a part of: "253 of 277 seats", "13% of the goal".
pub(crate) fn whole(scene: &Scene<'_>) -> Option<String> {
    let doc = scene.doc;
    let number_end = scene.amount.number.end;
    let of = [scene.amount.tokens.end, number_end]
        .into_iter()
        .find(|t| doc.lower(*t) == "of" || doc.lower(*t) == "out" && doc.lower(t + 1) == "of")?;
    let from = of + 1 + usize::from(doc.lower(of) == "out");
    let phrase = scene
        .phrases
        .noun_at(from)
        .filter(|n| n.tokens.start == from)?;
    let counts = phrase.tokens.clone().any(|t| doc.tag(t) == Tag::Number);
    let share = scene.amount.dimension == Dimension::Ratio;
    (counts || share).then(|| plain(scene, phrase.tokens.clone()))
}
