//! Who or what an amount is said of: the subject of its clause, or of the participle
//! or infinitive that leads to it.

use super::Scene;
use super::complements::{ANY, back_to_whole, in_amount, in_date, phrase_from, with_complements};
use crate::class::Class;
use crate::clause::Clause;
use crate::doc::Doc;
use crate::phrase::NounPhrase;
use crate::tag::Tag;
use crate::token::Kind;
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
    let participle = scene.phrases.verb_at(before).filter(|v| {
        v.tokens.start > from
            && doc.tag(v.main) == Tag::Participle
            && RAISING.contains(&doc.lemma(v.main))
    });
    let raised = participle.is_some();
    if let Some(participle) = participle {
        before = participle.tokens.start.checked_sub(1)?;
    }
    if ranging && doc.is_mark(before, b',') {
        before = before.checked_sub(1)?;
    }
    let infinitive = doc.tag(verb.tokens.start) == Tag::To;
    if infinitive && !raised && !RAISING.contains(&scene.verb()) {
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

/// What says of the subject what else it is: "energy, the weakest sector, fell 1%", "Acme
/// — the retailer's shares rose 2%".
pub(super) fn apposed(scene: &Scene<'_>, subject: &Range<usize>) -> Option<Range<usize>> {
    header(scene, subject).or_else(|| between_commas(scene, subject))
}

/// The name before a dash that opens the sentence.
fn header(scene: &Scene<'_>, subject: &Range<usize>) -> Option<Range<usize>> {
    let doc = scene.doc;
    let dash = subject.start.checked_sub(1)?;
    let first = scene.phrases.noun_at(scene.first)?;
    let opens = doc.is_kind(dash, Kind::Dash) && first.tokens.end == dash;
    let name = doc.tag(first.head) == Tag::Name;
    (opens && name).then(|| first.tokens.clone())
}

/// A common noun between two commas right after the subject and before its verb.
fn between_commas(scene: &Scene<'_>, subject: &Range<usize>) -> Option<Range<usize>> {
    let doc = scene.doc;
    let comma = subject.end;
    let named = matches!(doc.tag(comma + 1), Tag::Participle | Tag::Past);
    let from = comma + 1 + usize::from(named);
    let noun = phrase_from(scene, from).filter(|_| doc.is_mark(comma, b','))?;
    let whole = with_complements(scene, noun.tokens.clone(), ANY);
    let closed = doc.is_mark(whole.end, b',') && doc.tag(whole.end + 1).is_verb();
    let common = doc.tag(noun.head) == Tag::Noun && !in_amount(scene, noun.head);
    let person = doc.can_be(noun.head, Class::PEOPLE.with(Class::ROLE));
    (closed && common && !person).then_some(whole)
}

/// Whether the range is a lone pronoun.
pub(super) fn is_pronoun(doc: &Doc<'_>, range: &Range<usize>) -> bool {
    range.len() == 1 && doc.tag(range.start) == Tag::Pronoun
}
