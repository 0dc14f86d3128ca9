//! The words that an amount is about, found from its place in the clause.

use super::Scene;
use super::complements::in_date;
use super::governor;
use super::subject::{apposed, subject};
use crate::class::Class;
use crate::doc::Doc;
use crate::tag::Tag;
use crate::time::is_offset;
use crate::token::{Kind, Shape};
use claimbook_model::Dimension;
use claimbook_model::annotation::Because;
use std::ops::Range;

/// The phrases that an amount is about, the main one first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Concept {
    /// Token ranges, the one that names the measure first.
    pub(crate) parts: Vec<Range<usize>>,
    /// What names the measure, where it is none of the parts.
    pub(crate) named: Option<Range<usize>>,
    /// The rule that found the main one.
    pub(crate) how: &'static str,
}

impl Concept {
    pub(super) fn one(part: Range<usize>, how: &'static str) -> Self {
        Self {
            parts: vec![part],
            named: None,
            how,
        }
    }

    pub(super) fn and(mut self, part: Option<Range<usize>>) -> Self {
        self.parts.extend(part.filter(|p| !p.is_empty()));
        self
    }

    /// The phrase that names the measure.
    pub(crate) fn main(&self) -> Option<Range<usize>> {
        self.named.clone().or_else(|| self.parts.first().cloned())
    }

    /// The content words of all parts, copied in the order of the parts; the words of
    /// amounts and dates are left out.
    pub(crate) fn words(&self, scene: &Scene<'_>) -> String {
        let doc = scene.doc;
        let mut out = String::new();
        let mut seen: &[Range<usize>] = &[];
        for (index, part) in self.parts.iter().enumerate() {
            for token in part.clone() {
                let repeated = seen.iter().any(|s| s.contains(&token));
                if repeated || !is_content(doc, token) || in_number(scene, token) {
                    continue;
                }
                if !out.is_empty() && !joined_by_mark(doc, token) {
                    out.push(' ');
                }
                out.push_str(doc.text_of(token));
            }
            seen = &self.parts[..=index];
        }
        out
    }

    pub(crate) fn because(&self, doc: &Doc<'_>) -> Vec<Because> {
        self.parts
            .iter()
            .take(1)
            .map(|p| Because {
                what: self.how,
                span: doc.span_of(p.clone()),
            })
            .collect()
    }
}

/// Adjectives that point at a thing instead of describing it.
const POINTING: [&str; 9] = [
    "last", "next", "other", "own", "past", "previous", "same", "such", "total",
];

/// Whether the token belongs to an amount; of counted things, to their number.
fn in_number(scene: &Scene<'_>, token: usize) -> bool {
    scene.amount_at(token).is_some_and(|a| {
        let own = a.tokens == scene.amount.tokens;
        own || a.dimension != Dimension::Count
            || a.number.contains(&token)
            || describes(scene, a.tokens.end)
    })
}

/// "a three course meal": an amount that ends before the head of its phrase.
fn describes(scene: &Scene<'_>, end: usize) -> bool {
    let phrase = end.checked_sub(1).and_then(|t| scene.phrases.noun_at(t));
    phrase.is_some_and(|p| p.head >= end)
}

/// Nouns, names and what modifies them; no pronouns, determiners, prepositions.
fn is_content(doc: &Doc<'_>, token: usize) -> bool {
    match doc.tag(token) {
        Tag::Adjective => !POINTING.contains(&doc.lower(token)),
        Tag::Noun => {
            doc.lower(token) != "total" || !matches!(doc.tag(token + 1), Tag::Noun | Tag::Adjective)
        }
        Tag::Name | Tag::Number | Tag::Gerund | Tag::Participle => true,
        Tag::Mark => doc.is_kind(token, Kind::Hyphen) || doc.is_mark(token, b'&'),
        _ => false,
    }
}

fn joined_by_mark(doc: &Doc<'_>, token: usize) -> bool {
    let joins = |t: usize| doc.is_kind(t, Kind::Hyphen) || doc.is_mark(t, b'&');
    doc.has_shape(token, Shape::GLUED) && (joins(token) || token > 0 && joins(token - 1))
}

/// Finds what the amount is about.
///
/// `before` is what the amount before it in the sentence is about: a conversion in
/// brackets is about the same, and so is "it" after a verb.
pub(crate) fn find(scene: &Scene<'_>, before: Option<&Concept>) -> Concept {
    if one_of_many(scene) || opens_as_a_time(scene) {
        return Concept::default();
    }
    let resumes = scene.amount.conversion_of.is_some()
        || object_is_pronoun(scene)
        || goes_on_from_amount(scene);
    if let Some(same) = before.filter(|_| resumes) {
        return same.clone();
    }
    governor::respective(scene)
        .or_else(|| governor::rest_of_phrase(scene))
        .or_else(|| governor::of_after(scene))
        .or_else(|| governor::for_after(scene))
        .or_else(|| governor::of_before(scene))
        .or_else(|| governor::added_to(scene))
        .or_else(|| counted_subject(scene))
        .or_else(|| governor::predicated(scene))
        .or_else(|| governor::before_preposition(scene))
        .or_else(|| governor::object_before(scene, scene.amount.tokens.start))
        .or_else(|| whole_subject(scene))
        .or_else(|| governor::nearest_before(scene))
        .unwrap_or_default()
}

/// "2,000 jobs, or 8% of its workforce", "90 ships, 7% more than last year": the same things,
/// counted in another way.
pub(super) fn says_otherwise(scene: &Scene<'_>) -> bool {
    let start = scene.amount.tokens.start;
    let ratio = scene.amount.dimension == Dimension::Ratio;
    let or = start > scene.first && scene.doc.lower(start - 1) == "or";
    let more = start > scene.first && scene.doc.is_mark(start - 1, b',') && compares(scene);
    ratio && (or && goes_on_from_amount(scene) || more && follows_count(scene))
}

/// Whether a count stands before the amount, with no verb between.
fn follows_count(scene: &Scene<'_>) -> bool {
    let start = scene.amount.tokens.start;
    let at = scene.amounts.partition_point(|a| a.tokens.end <= start);
    let before = at.checked_sub(1).and_then(|i| scene.amounts.get(i));
    before.is_some_and(|a| {
        a.dimension == Dimension::Count
            && a.tokens.start >= scene.first
            && (a.tokens.end..start).all(|t| !scene.doc.tag(t).is_verb())
    })
}

/// "7% more than a year ago".
pub(super) fn compares(scene: &Scene<'_>) -> bool {
    let end = scene.amount.tokens.end;
    let more = matches!(scene.doc.lower(end), "more" | "less" | "fewer");
    more && scene.doc.lower(end + 1) == "than"
}

/// The subject, with what stands beside it in other words.
fn whole_subject(scene: &Scene<'_>) -> Option<Concept> {
    let subject = subject(scene)?;
    let apposed = apposed(scene, &subject);
    Some(Concept::one(subject, "measure-subject").and(apposed))
}

/// "put it at 30.5 percent".
fn object_is_pronoun(scene: &Scene<'_>) -> bool {
    let Some(clause) = scene.clause.filter(|_| scene.after_verb()) else {
        return false;
    };
    matches!(scene.doc.lower(clause.verb.end), "it" | "them")
        && clause.verb.end < scene.amount.tokens.start
}

/// "$30 million, or 4%", "5 hours and 12 minutes", "78%, up from 50%": an amount right
/// after another is about the same thing.
fn goes_on_from_amount(scene: &Scene<'_>) -> bool {
    let doc = scene.doc;
    let Some(mut at) = scene.amount.tokens.start.checked_sub(1) else {
        return false;
    };
    let or = doc.lower(at) == "or";
    let level = matches!(doc.lower(at), "from" | "to")
        && at > scene.first
        && matches!(doc.lower(at - 1), "up" | "down" | "compared");
    let and = matches!(doc.lower(at), "and") || doc.is_mark(at, b',');
    if !(or || and || level) {
        return false;
    }
    at -= usize::from(level);
    if at > scene.first && !doc.is_mark(at, b',') && doc.is_mark(at - 1, b',') {
        at -= 1;
    }
    let Some(other) = at.checked_sub(1).and_then(|t| scene.amount_at(t)) else {
        return false;
    };
    or || level || other.dimension == scene.amount.dimension && other.dimension != Dimension::Count
}

/// "one of the best speakers" counts nothing of anything.
fn one_of_many(scene: &Scene<'_>) -> bool {
    let amount = scene.amount;
    let one = amount.value == claimbook_model::Number::from(1) && amount.value_max.is_none();
    one && amount.dimension == Dimension::Count && scene.doc.lower(amount.number.end) == "of"
}

/// "Nine days later ...", "In the last three months, ...": a length of time before the
/// clause says when, not how much.
fn opens_as_a_time(scene: &Scene<'_>) -> bool {
    let doc = scene.doc;
    let (start, end) = (scene.amount.tokens.start, scene.amount.tokens.end);
    if scene.amount.dimension != Dimension::Duration || scene.after_verb() {
        return false;
    }
    let counted = is_offset(doc.lower(end));
    let within = (scene.first..start).next().is_some_and(|t| {
        doc.tag(t) == Tag::Preposition
            && (t + 1..start).all(|i| {
                matches!(doc.tag(i), Tag::Determiner | Tag::Adjective)
                    || doc.can_be(i, Class::OPENS_DATE)
            })
    });
    counted || within || in_date(scene, start)
}

/// Counted things that are the subject themselves are about nothing else.
fn counted_subject(scene: &Scene<'_>) -> Option<Concept> {
    let clause = scene.clause?;
    let subject = clause.subject.as_ref()?;
    let counted = scene.amount.dimension == Dimension::Count;
    let inside =
        subject.start <= scene.amount.tokens.start && scene.amount.tokens.end <= clause.verb.start;
    (counted && inside && subject.contains(&scene.amount.tokens.start)).then(Concept::default)
}
