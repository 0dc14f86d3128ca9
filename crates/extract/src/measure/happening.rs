//! What happened to the things that an amount counts, and to the money that it sums up.

use super::Scene;
use super::complements::{in_amount, in_date, is_time, phrase_from};
use super::name::plain;
use crate::class::Class;
use crate::clause::Clause;
use crate::lexicon::lexicon;
use crate::quantity::{
    is_done_to_people, is_state_of_people, state_of_people_before, verb_of_people,
};
use crate::tag::Tag;
use claimbook_model::Dimension;

/// Verbs that say nothing of what happened to the things counted.
const EMPTY_VERBS: [&str; 27] = [
    "be", "have", "do", "say", "include", "total", "number", "reach", "exceed", "surpass", "make",
    "become", "remain", "stand", "see", "take", "get", "go", "come", "put", "rise", "fall",
    "increase", "grow", "add", "hit", "compare",
];

/// What happened to the counted things, as a participle ("killed", "delivered").
pub(super) fn counted_verb(scene: &Scene<'_>) -> Option<String> {
    let doc = scene.doc;
    let after = scene.amount.tokens.end;
    let after = after + usize::from(doc.lower(after) == "being");
    if doc.tag(after) == Tag::Participle && after < scene.end {
        return Some(with_particle(scene, after, doc.lower(after))).filter(|v| !v.is_empty());
    }
    let clause = scene.clause?;
    let main = match infinitive_before(scene, clause) {
        Some(verb) => verb,
        None => {
            let main = main_verb(scene, clause);
            if doc.tag(main) == Tag::Auxiliary {
                return state(scene, clause);
            }
            let object = scene.after_verb() && direct_object(scene, clause.verb.end);
            if !object && !subject_of(scene, clause) {
                return None;
            }
            main
        }
    };
    let lemma = doc.lemma(main);
    if EMPTY_VERBS.contains(&lemma) || lemma.is_empty() {
        return None;
    }
    let participle = lexicon().participle(doc.entry(main).lemma);
    Some(with_particle(scene, main, participle.unwrap_or(lemma)))
}

/// "enough to inoculate 10 million people": the infinitive right before the amount.
fn infinitive_before(scene: &Scene<'_>, clause: &Clause) -> Option<usize> {
    let start = scene.amount.tokens.start;
    let verb = scene.phrases.verbs_in(clause.verb.end..start).last()?;
    let infinitive = !verb.finite && scene.doc.tag(verb.tokens.start) == Tag::To;
    (infinitive && direct_object(scene, verb.tokens.end)).then_some(verb.main)
}

/// Verbs of belief before what is believed ("are thought to have died").
const BELIEF: [&str; 9] = [
    "believe", "estimate", "expect", "fear", "know", "report", "say", "suspect", "think",
];

/// The verb that tells what happens in the clause, behind a passive of belief.
pub(super) fn main_verb(scene: &Scene<'_>, clause: &Clause) -> usize {
    let doc = scene.doc;
    let believed = doc.tag(clause.main) == Tag::Participle
        && BELIEF.contains(&doc.lemma(clause.main))
        && doc.tag(clause.verb.end) == Tag::To;
    let next = scene.phrases.verb_at(clause.verb.end).filter(|_| believed);
    next.map_or(clause.main, |v| v.main)
}

/// "set aside", "laid off": a participle with the particle after its verb.
fn with_particle(scene: &Scene<'_>, verb: usize, participle: &str) -> String {
    let doc = scene.doc;
    let before_amount = verb + 2 == scene.amount.tokens.start
        && matches!(doc.lower(verb + 1), "down" | "off" | "out" | "up");
    let particle =
        doc.tag(verb + 1) == Tag::Particle || doc.lower(verb + 1) == "aside" || before_amount;
    if particle && verb + 1 < scene.end && !participle.is_empty() {
        format!("{participle} {}", doc.lower(verb + 1))
    } else {
        participle.to_owned()
    }
}

/// "He was jailed for 12 years", "she ran 30 miles": what somebody named by a pronoun did.
pub(super) fn deed(scene: &Scene<'_>) -> Option<String> {
    let clause = scene.clause.filter(|_| scene.after_verb())?;
    let main = main_verb(scene, clause);
    let lemma = scene.doc.lemma(main);
    if scene.doc.tag(main) == Tag::Auxiliary || EMPTY_VERBS.contains(&lemma) || lemma.is_empty() {
        return None;
    }
    let participle = lexicon().participle(scene.doc.entry(main).lemma);
    Some(participle.unwrap_or(lemma).to_owned())
}

/// "are in force", "were in hospital", "are dead": the state of counted subjects.
fn state(scene: &Scene<'_>, clause: &Clause) -> Option<String> {
    let doc = scene.doc;
    let at = clause.main + 1;
    if !doc.can_be(clause.main, Class::BE) || !subject_of(scene, clause) || at + 1 >= scene.end {
        return None;
    }
    if matches!(
        doc.lower(at),
        "dead" | "missing" | "homeless" | "unemployed"
    ) {
        return Some(doc.lower(at).to_owned());
    }
    let bare = matches!(doc.lower(at), "in" | "on") && doc.tag(at + 1) == Tag::Noun;
    let alone = !matches!(doc.tag(at + 2), Tag::Noun | Tag::Name) && !doc.lower(at + 1).is_empty();
    (bare && alone).then(|| format!("{} {}", doc.lower(at), doc.lower(at + 1)))
}

/// "40 dead", "killed 13", "the number of injured rose to 88": people by what became of
/// them.
fn people(scene: &Scene<'_>) -> Option<String> {
    let (doc, amount) = (scene.doc, scene.amount);
    let start = amount.tokens.start;
    let state = amount.unit_tokens.as_ref().map(|u| u.start);
    let state = state.or_else(|| state_of_people_before(doc, start, scene.first));
    if let Some(state) = state.filter(|s| is_state_of_people(doc, *s)) {
        return Some(format!("people {}", doc.lower(state)));
    }
    let verb = verb_of_people(doc, amount.number.end, start, scene.end)?;
    let participle = lexicon().participle(doc.entry(verb).lemma);
    Some(format!("people {}", participle.unwrap_or(doc.lower(verb))))
}

/// "had killed about 200,000", "240,000 being killed": a bare number of people by what
/// happened to them; "and 2.5 million driven out" counts what the amount before it does.
pub(super) fn bare_count(scene: &Scene<'_>) -> Option<String> {
    let doc = scene.doc;
    if scene.amount.rule == "unit-people" {
        return people(scene);
    }
    let bare = scene.amount.unit_tokens.is_none()
        && matches!(scene.amount.dimension, Dimension::Count | Dimension::Other);
    let verb = counted_verb(scene).filter(|_| bare)?;
    let after = scene.amount.tokens.end;
    let after = after + usize::from(doc.lower(after) == "being");
    let lemma = if doc.tag(after) == Tag::Participle {
        doc.lemma(after)
    } else {
        scene.verb()
    };
    if is_done_to_people(lemma) || matches!(verb.as_str(), "dead" | "missing" | "homeless") {
        return Some(format!("people {verb}"));
    }
    let at = scene
        .amounts
        .partition_point(|a| a.tokens.end <= scene.amount.tokens.start);
    let before = scene.amounts.get(at.checked_sub(1)?)?;
    let same_sentence = before.tokens.start >= scene.first && before.dimension == Dimension::Count;
    let noun = before.unit_tokens.clone().filter(|_| same_sentence)?;
    Some(format!("{} {verb}", plain(scene, noun)))
}

/// Verbs by which money changes hands, with the sum as their object.
const PAYMENTS: [&str; 26] = [
    "borrow",
    "charge",
    "collect",
    "contribute",
    "convert",
    "donate",
    "earn",
    "embezzle",
    "fine",
    "give",
    "invest",
    "launder",
    "lend",
    "misuse",
    "owe",
    "pay",
    "pledge",
    "raise",
    "receive",
    "repay",
    "save",
    "seek",
    "spend",
    "steal",
    "use",
    "win",
];

/// "spent $5 million on the campaign", "used $84,000 in taxpayer funds": a sum by what
/// was done with it, since its payer is no measure.
pub(super) fn payment(scene: &Scene<'_>) -> Option<String> {
    let doc = scene.doc;
    let money = scene.amount.dimension == Dimension::Currency;
    let start = scene.amount.tokens.start;
    let verb = scene.phrases.verbs_in(scene.first..start).last()?;
    let lemma = doc.lemma(verb.main);
    if !money || !PAYMENTS.contains(&lemma) {
        return None;
    }
    let end = scene.amount.tokens.end;
    let describes = scene
        .phrases
        .noun_at(end - 1)
        .is_some_and(|n| n.head >= end);
    if describes || !direct_object(scene, verb.tokens.end) {
        return None;
    }
    let participle = lexicon()
        .participle(doc.entry(verb.main).lemma)
        .unwrap_or(lemma);
    let link = scene.amount.tokens.end;
    let linked = phrase_from(scene, link + 1)
        .filter(|n| !in_amount(scene, n.head) && !in_date(scene, n.head) && !is_time(doc, n.head));
    let named = linked.map(|n| plain(scene, n.tokens.clone()));
    Some(match (doc.lower(link), named) {
        ("in" | "of", Some(funds)) => format!("{funds} {participle}"),
        (link @ ("on" | "for"), Some(what)) => format!("money {participle} {link} {what}"),
        _ => format!("money {participle}"),
    })
}

/// Only hedges and determiners stand between the verb and the amount.
fn direct_object(scene: &Scene<'_>, from: usize) -> bool {
    let doc = scene.doc;
    (from..scene.amount.tokens.start).all(|t| {
        matches!(
            doc.tag(t),
            Tag::Determiner | Tag::Adverb | Tag::Adjective | Tag::Ordinal | Tag::Particle
        ) || t == from && matches!(doc.lower(t), "down" | "off" | "out" | "up")
            || doc.lower(t) == "of" && t > from && doc.can_be(t - 1, Class::MEASURE_NOUN)
            || doc.can_be(t, Class::MEASURE_NOUN)
            || doc.lower(t) == "anywhere"
            || doc.lower(t) == "from" && t > from && doc.lower(t - 1) == "anywhere"
    })
}

/// The amount is the subject or stands in its complements ("a batch of 100,000 doses").
fn subject_of(scene: &Scene<'_>, clause: &Clause) -> bool {
    let subject = clause.subject.as_ref();
    let verbs = scene
        .phrases
        .verbs_in(scene.amount.tokens.end..clause.verb.start);
    let before_verb = scene.amount.tokens.end <= clause.verb.start && verbs.is_empty();
    subject.is_some_and(|s| s.start < scene.amount.tokens.end) && before_verb
}
