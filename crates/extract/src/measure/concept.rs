//! The words that an amount is about, found from its place in the clause.

use super::Scene;
use crate::class::Class;
use crate::clause::Clause;
use crate::doc::Doc;
use crate::phrase::NounPhrase;
use crate::tag::Tag;
use crate::token::{Kind, Shape};
use claimbook_model::Dimension;
use claimbook_model::annotation::Because;
use std::ops::Range;

/// The phrases that an amount is about, the main one first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Concept {
    /// Token ranges, the one that names the measure first.
    pub(crate) parts: Vec<Range<usize>>,
    /// The rule that found the main one.
    pub(crate) how: &'static str,
}

impl Concept {
    fn one(part: Range<usize>, how: &'static str) -> Self {
        Self {
            parts: vec![part],
            how,
        }
    }

    fn and(mut self, part: Option<Range<usize>>) -> Self {
        self.parts.extend(part.filter(|p| !p.is_empty()));
        self
    }

    /// The phrase that names the measure.
    pub(crate) fn main(&self) -> Option<Range<usize>> {
        self.parts.first().cloned()
    }

    /// The content words of all parts, copied in the order of the parts.
    pub(crate) fn words(&self, doc: &Doc<'_>) -> String {
        let mut out = String::new();
        for token in self
            .parts
            .iter()
            .cloned()
            .flatten()
            .filter(|t| is_content(doc, *t))
        {
            if !out.is_empty() && !joined_by_mark(doc, token) {
                out.push(' ');
            }
            out.push_str(doc.text_of(token));
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

/// Nouns, names and what modifies them; no pronouns, determiners, prepositions.
fn is_content(doc: &Doc<'_>, token: usize) -> bool {
    match doc.tag(token) {
        Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number | Tag::Ordinal | Tag::Gerund => true,
        Tag::Participle => matches!(doc.tag(token + 1), Tag::Noun | Tag::Name | Tag::Adjective),
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
    if one_of_many(scene) {
        return Concept::default();
    }
    if let Some(same) =
        before.filter(|_| scene.amount.conversion_of.is_some() || object_is_pronoun(scene))
    {
        return same.clone();
    }
    rest_of_phrase(scene)
        .or_else(|| of_after(scene))
        .or_else(|| of_before(scene))
        .or_else(|| added_to(scene))
        .or_else(|| counted_subject(scene))
        .or_else(|| governed_by_preposition(scene))
        .or_else(|| object_before(scene, scene.amount.tokens.start))
        .or_else(|| subject(scene).map(|s| Concept::one(s, "measure-subject")))
        .or_else(|| nearest_before(scene))
        .unwrap_or_default()
}

/// "put it at 30.5 percent".
fn object_is_pronoun(scene: &Scene<'_>) -> bool {
    let Some(clause) = scene.clause.filter(|_| scene.after_verb()) else {
        return false;
    };
    matches!(scene.doc.lower(clause.verb.end), "it" | "them")
        && clause.verb.end < scene.amount.tokens.start
}

/// "one of the best speakers" counts nothing of anything.
fn one_of_many(scene: &Scene<'_>) -> bool {
    let amount = scene.amount;
    let one = amount.value == claimbook_model::Number::from(1) && amount.value_max.is_none();
    one && amount.dimension == Dimension::Count && scene.doc.lower(amount.number.end) == "of"
}

/// "an 80-yard touchdown", "a $3,500 mortgage": the noun that the amount describes.
fn rest_of_phrase(scene: &Scene<'_>) -> Option<Concept> {
    let (doc, amount) = (scene.doc, scene.amount);
    let end = amount.tokens.end;
    let phrase = scene.phrases.noun_at(end.checked_sub(1)?)?;
    let after_amounts = phrase
        .tokens
        .clone()
        .rev()
        .find(|t| is_amount(scene, *t))
        .map_or(end, |t| t + 1);
    let rest = skip_hyphens(doc, after_amounts.max(end))..phrase.tokens.end;
    let names_noun = rest
        .clone()
        .any(|t| matches!(doc.tag(t), Tag::Noun | Tag::Name));
    let date = in_date(scene, rest.start) || doc.can_be(rest.start, Class::TIME_NOUN);
    if rest.is_empty() || !names_noun || date || doc.tag(rest.start) == Tag::Possessive {
        return None;
    }
    Some(
        Concept::one(
            with_complements(scene, rest, NEAR),
            "measure-described-noun",
        )
        .and(subject_after_verb(scene)),
    )
}

fn skip_hyphens(doc: &Doc<'_>, mut at: usize) -> usize {
    while doc.is_kind(at, Kind::Hyphen) {
        at += 1;
    }
    at
}

/// "60% of its revenue", "five seasons of the show".
fn of_after(scene: &Scene<'_>) -> Option<Concept> {
    let doc = scene.doc;
    let of = scene.amount.tokens.end;
    if doc.lower(of) != "of" || of + 1 >= scene.end {
        return None;
    }
    let phrase = phrase_from(scene, of + 1)?;
    if is_amount(scene, phrase.head) {
        return None;
    }
    Some(
        Concept::one(
            with_complements(scene, phrase.tokens.clone(), OF),
            "measure-of-after",
        )
        .and(subject_after_verb(scene)),
    )
}

/// "sales of 5,835 units", "a net worth of $1.3 billion", "a rate of 5%".
fn of_before(scene: &Scene<'_>) -> Option<Concept> {
    let doc = scene.doc;
    let of = scene.amount.tokens.start.checked_sub(1)?;
    if doc.lower(of) != "of" || of <= scene.first {
        return None;
    }
    let phrase = scene.phrases.noun_at(of - 1)?;
    let concept = Concept::one(phrase.tokens.clone(), "measure-of-before");
    match doc.lemma(phrase.head) {
        "total" | "sum" | "maximum" | "minimum" => {
            let whole = object_before(scene, phrase.tokens.start)
                .or_else(|| subject(scene).map(|s| Concept::one(s, "measure-subject")));
            Some(whole.unwrap_or(concept))
        }
        "average" | "record" => Some(concept.and(subject_after_verb(scene))),
        _ => Some(concept.and(owner(scene, phrase))),
    }
}

/// "men with a net worth of": the noun phrase before the preposition, or the subject.
fn owner(scene: &Scene<'_>, phrase: &NounPhrase) -> Option<Range<usize>> {
    let doc = scene.doc;
    let before = phrase.tokens.start.checked_sub(1)?;
    if doc.lower(before) == "with" && before > scene.first {
        return scene.phrases.noun_at(before - 1).map(|n| n.tokens.clone());
    }
    subject_after_verb(scene)
}

/// "adding $5,000 to the price of a home".
fn added_to(scene: &Scene<'_>) -> Option<Concept> {
    let doc = scene.doc;
    let to = scene.amount.tokens.end;
    let verb = scene
        .amount
        .tokens
        .start
        .checked_sub(1)
        .map(|v| doc.lemma(v))?;
    if !matches!(verb, "add" | "contribute" | "bring") || doc.lower(to) != "to" {
        return None;
    }
    let phrase = phrase_from(scene, to + 1)?;
    Some(Concept::one(
        with_complements(scene, phrase.tokens.clone(), OF),
        "measure-added-to",
    ))
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

/// "the car with 938 horsepower", "growth to 5%": the noun before the preposition, unless
/// that noun is the object of a verb of motion or the amount follows the verb directly.
fn governed_by_preposition(scene: &Scene<'_>) -> Option<Concept> {
    let doc = scene.doc;
    let preposition = scene.amount.tokens.start.checked_sub(1)?;
    if doc.tag(preposition) != Tag::Preposition || preposition <= scene.first {
        return None;
    }
    let phrase = scene.phrases.noun_at(preposition - 1)?;
    let time = doc.can_be(
        phrase.head,
        Class::TIME_NOUN.with(Class::MONTH).with(Class::WEEKDAY),
    );
    if time
        || doc.tag(phrase.head) == Tag::Pronoun
        || is_amount(scene, phrase.head)
        || in_date(scene, phrase.head)
    {
        return None;
    }
    let sticks = matches!(
        doc.lower(preposition),
        "with" | "by" | "from" | "to" | "at" | "over" | "for"
    );
    sticks.then(|| Concept::one(back_to_whole(scene, phrase), "measure-before-preposition"))
}

/// The object between the nearest verb and the token `to`, where the amount or what
/// leads to it begins ("boosted the range by 35 miles").
fn object_before(scene: &Scene<'_>, to: usize) -> Option<Concept> {
    let doc = scene.doc;
    let clause = scene.clause.filter(|_| scene.after_verb())?;
    let verbs = scene.phrases.verbs_in(clause.verb.start..to);
    let from = verbs.last().map_or(clause.verb.end, |v| v.tokens.end);
    let between = scene.phrases.nouns_in(from..to);
    let object = between.iter().find(|n| n.tokens.end <= to)?;
    let free = object.tokens.start == from || doc.tag(object.tokens.start - 1) != Tag::Preposition;
    let usable = free
        && doc.tag(object.head) != Tag::Pronoun
        && !is_amount(scene, object.head)
        && !in_date(scene, object.head);
    usable.then(|| {
        let object = with_complements(scene, object.tokens.clone(), NEAR);
        Concept::one(object, "measure-object").and(subject_after_verb(scene))
    })
}

/// The subject of the clause with its complements, up to the verb; for a pronoun, the
/// subject of the clause before it in the sentence.
pub(crate) fn subject(scene: &Scene<'_>) -> Option<Range<usize>> {
    let clause = scene.clause?;
    let before = scene.clauses.iter().take_while(|c| c.main < clause.main);
    let noun = |c: &&Clause| {
        c.subject
            .as_ref()
            .is_some_and(|s| !doc_pronoun(scene.doc, s))
    };
    let clause = if noun(&clause) {
        clause
    } else {
        before.filter(noun).last()?
    };
    let subject = clause.subject.clone()?;
    let inside =
        subject.start >= scene.amount.tokens.start && subject.end <= scene.amount.tokens.end;
    if inside {
        return None;
    }
    let whole = subject.end <= clause.verb.start;
    Some(if whole {
        with_complements(scene, subject, ANY)
    } else {
        subject
    })
}

fn subject_after_verb(scene: &Scene<'_>) -> Option<Range<usize>> {
    if scene.after_verb() {
        subject(scene)
    } else {
        None
    }
}

fn doc_pronoun(doc: &Doc<'_>, range: &Range<usize>) -> bool {
    range.len() == 1 && doc.tag(range.start) == Tag::Pronoun
}

fn nearest_before(scene: &Scene<'_>) -> Option<Concept> {
    let doc = scene.doc;
    if scene
        .clause
        .is_some_and(|c| c.subject.as_ref().is_some_and(|s| doc_pronoun(doc, s)))
    {
        return None;
    }
    let nouns = scene
        .phrases
        .nouns_in(scene.first..scene.amount.tokens.start);
    let usable = |n: &&NounPhrase| {
        n.tokens.end <= scene.amount.tokens.start
            && doc.tag(n.head) != Tag::Pronoun
            && !is_amount(scene, n.head)
            && !in_date(scene, n.head)
    };
    nouns
        .iter()
        .rev()
        .find(usable)
        .map(|n| Concept::one(back_to_whole(scene, n), "measure-nearest-noun"))
}

/// The noun phrase that begins at `at`, its determiner included.
fn phrase_from<'s>(scene: &Scene<'s>, at: usize) -> Option<&'s NounPhrase> {
    scene.phrases.noun_at(at).filter(|n| n.tokens.start == at)
}

/// Prepositions whose phrases belong to any noun.
const OF: &[&str] = &["of"];
/// Prepositions whose phrases mostly belong to the noun before them.
const NEAR: &[&str] = &["of", "in", "on", "for"];
/// Prepositions whose phrases belong to a subject when they stand before its verb.
const ANY: &[&str] = &[
    "of", "for", "in", "on", "between", "from", "to", "at", "with",
];

/// A noun phrase with the phrases after it that begin with one of `links`.
fn with_complements(scene: &Scene<'_>, phrase: Range<usize>, links: &[&str]) -> Range<usize> {
    let doc = scene.doc;
    let mut end = with_number(scene, phrase.end);
    loop {
        let linked = links.contains(&doc.lower(end)) && doc.tag(end) == Tag::Preposition;
        let and = doc.tag(end) == Tag::Conjunction && doc.lower(end) == "and";
        let comma = doc.is_mark(end, b',')
            && end > phrase.end
            && doc.tag(end - 1) == Tag::Name
            && doc.tag(end + 1) == Tag::Name;
        let next = phrase_from(scene, end + 1).filter(|_| linked || and || comma);
        let Some(next) = next.filter(|n| !stops(scene, n)) else {
            return phrase.start..end;
        };
        end = with_number(scene, next.tokens.end);
    }
}

/// Whether a following phrase does not belong to the one before it.
fn stops(scene: &Scene<'_>, next: &NounPhrase) -> bool {
    next.tokens.end > scene.end
        || is_amount(scene, next.head)
        || in_date(scene, next.head)
        || overlaps_amount(scene, &next.tokens)
        || scene.doc.tag(next.head) == Tag::Pronoun
        || scene.doc.can_be(next.head, Class::TIME_NOUN)
}

/// Takes in the number of a name ("the S&P 500").
fn with_number(scene: &Scene<'_>, end: usize) -> usize {
    let named = end > 0 && scene.doc.tag(end - 1) == Tag::Name && scene.doc.tag(end) == Tag::Number;
    if named && end < scene.end && !is_amount(scene, end) && !in_date(scene, end) {
        end + 1
    } else {
        end
    }
}

/// A noun phrase with the "X of" before it: "the price of oil" for "oil".
fn back_to_whole(scene: &Scene<'_>, phrase: &NounPhrase) -> Range<usize> {
    let doc = scene.doc;
    let mut start = phrase.tokens.start;
    while start >= scene.first + 2 && doc.lower(start - 1) == "of" {
        let Some(whole) = scene.phrases.noun_at(start - 2) else {
            break;
        };
        if is_amount(scene, whole.head) {
            break;
        }
        start = whole.tokens.start;
    }
    start..phrase.tokens.end
}

/// Whether the token belongs to an amount of this sentence.
pub(crate) fn is_amount(scene: &Scene<'_>, token: usize) -> bool {
    let at = scene.amounts.partition_point(|a| a.tokens.end <= token);
    scene
        .amounts
        .get(at)
        .is_some_and(|a| a.tokens.contains(&token))
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
