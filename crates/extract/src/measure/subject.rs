//! Who or what an amount is said of: the subject of its clause, or of the participle
//! or infinitive that leads to it.

use super::Scene;
use super::complements::{ANY, back_to_whole, in_amount, in_date, with_complements};
use crate::clause::Clause;
use crate::doc::Doc;
use crate::phrase::NounPhrase;
use crate::tag::Tag;
use std::ops::Range;

/// The subject that the amount is said of, with its complements.
pub(crate) fn subject(scene: &Scene<'_>) -> Option<Range<usize>> {
    of_verbal(scene).or_else(|| of_clause(scene))
}

/// The subject when the amount stands after the verb of the clause.
pub(super) fn subject_after_verb(scene: &Scene<'_>) -> Option<Range<usize>> {
    if scene.after_verb() {
        subject(scene)
    } else {
        None
    }
}

/// Verbs whose object is the subject of an infinitive ("expects sales to reach").
const RAISING: [&str; 16] = [
    "allow",
    "anticipate",
    "cause",
    "enable",
    "estimate",
    "expect",
    "forecast",
    "force",
    "help",
    "lead",
    "let",
    "make",
    "predict",
    "project",
    "see",
    "want",
];

/// "goods priced at $10", "claims ranging from $200", "cause levels to rise 11 feet": the
/// noun phrase right before a participle, gerund or infinitive that leads to the amount.
fn of_verbal(scene: &Scene<'_>) -> Option<Range<usize>> {
    let doc = scene.doc;
    let from = scene.clause.map_or(scene.first, |c| c.verb.end);
    let verbs = scene.phrases.verbs_in(from..scene.amount.tokens.start);
    let verb = verbs.last().filter(|v| !v.finite)?;
    if doc.lower(verb.tokens.start) == "having" {
        return None;
    }
    let ranging = matches!(doc.lemma(verb.main), "range" | "price" | "start" | "vary");
    let mut before = verb.tokens.start.checked_sub(1)?;
    if ranging && doc.is_mark(before, b',') {
        before = before.checked_sub(1)?;
    }
    let infinitive = doc.tag(verb.tokens.start) == Tag::To;
    if infinitive && !RAISING.contains(&scene.verb()) {
        return None;
    }
    let noun = scene.phrases.noun_at(before)?;
    let usable = noun.tokens.start >= from
        && doc.tag(noun.head) != Tag::Pronoun
        && !in_amount(scene, noun.head)
        && !in_date(scene, noun.head)
        && (ranging || infinitive || !is_place_phrase(doc, noun));
    usable.then(|| back_to_whole(scene, noun))
}

/// "in space": what follows tells of the subject, not of the place.
fn is_place_phrase(doc: &Doc<'_>, noun: &NounPhrase) -> bool {
    let before = noun.tokens.start.checked_sub(1);
    before.is_some_and(|b| matches!(doc.lower(b), "in" | "at" | "on" | "from" | "to"))
}

/// The subject of the clause with its complements, up to the verb; for a pronoun, the
/// subject of the clause before it in the sentence.
fn of_clause(scene: &Scene<'_>) -> Option<Range<usize>> {
    let clause = scene.clause?;
    let before = scene.clauses.iter().take_while(|c| c.main < clause.main);
    let noun = |c: &&Clause| {
        c.subject
            .as_ref()
            .is_some_and(|s| !is_pronoun(scene.doc, s))
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
    let antecedent = scene.doc.tag(clause.tokens.start) == Tag::Wh;
    if antecedent && subject.end <= clause.tokens.start {
        return scene
            .phrases
            .noun_at(subject.start)
            .map(|n| back_to_whole(scene, n));
    }
    let whole = subject.end <= clause.verb.start;
    Some(if whole {
        with_complements(scene, subject, ANY)
    } else {
        subject
    })
}

/// Whether the range is a lone pronoun.
pub(super) fn is_pronoun(doc: &Doc<'_>, range: &Range<usize>) -> bool {
    range.len() == 1 && doc.tag(range.start) == Tag::Pronoun
}
