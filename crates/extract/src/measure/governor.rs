//! The phrases around an amount that tell what it is about: the noun it
//! describes, the noun before its preposition, the object before it.

use super::Scene;
use super::complements::{
    NEAR, OF, back_to_object, back_to_whole, in_amount, in_date, is_linking_noun, is_time,
    phrase_from, with_complements,
};
use super::concept::Concept;
use super::subject::{is_pronoun, subject, subject_after_verb};
use crate::class::Class;
use crate::doc::Doc;
use crate::layers::Amount;
use crate::phrase::NounPhrase;
use crate::tag::Tag;
use crate::token::Kind;
use claimbook_model::Dimension;
use std::ops::Range;

/// "an 80-yard touchdown", "a sharp 3 percent drop": the noun that the amount describes,
/// with the adjectives before the amount.
pub(super) fn rest_of_phrase(scene: &Scene<'_>) -> Option<Concept> {
    let (doc, amount) = (scene.doc, scene.amount);
    let end = amount.tokens.end;
    let phrase = scene.phrases.noun_at(end.checked_sub(1)?)?;
    let after_amounts = phrase
        .tokens
        .clone()
        .rev()
        .find(|t| in_amount(scene, *t))
        .map_or(end, |t| t + 1);
    let rest = skip_hyphens(doc, after_amounts.max(end))..phrase.tokens.end;
    let names_noun = rest
        .clone()
        .any(|t| matches!(doc.tag(t), Tag::Noun | Tag::Name));
    let date = in_date(scene, rest.start) || doc.can_be(rest.start, Class::TIME_NOUN);
    let worth = doc.lower(rest.start) == "worth" && doc.lower(rest.start + 1) == "of";
    if rest.is_empty() || worth || !names_noun || date || doc.tag(rest.start) == Tag::Possessive {
        return None;
    }
    let described = with_complements(scene, rest, NEAR);
    let before = phrase.tokens.start..amount.tokens.start.max(phrase.tokens.start);
    let counts = |t: usize| matches!(doc.tag(t), Tag::Determiner | Tag::Number);
    let modifiers = (!before.clone().all(counts)).then_some(before);
    let whole = Concept::one(described, "measure-described-noun").and(modifiers);
    Some(whole.and(holder(scene, phrase)))
}

/// Who or what a noun with an amount belongs to: after "of" the noun before it, after a
/// participle nothing, else the subject ("they bought a 5% stake").
fn holder(scene: &Scene<'_>, phrase: &NounPhrase) -> Option<Range<usize>> {
    let doc = scene.doc;
    let mut start = phrase.tokens.start.min(scene.amount.tokens.start);
    while start > scene.first && doc.tag(start - 1) == Tag::Determiner {
        start -= 1;
    }
    let before = start.checked_sub(1).filter(|b| *b > scene.first);
    if let Some(of) = before.filter(|b| doc.lower(*b) == "of") {
        let outer = scene.phrases.noun_at(of - 1)?;
        let linking = is_linking_noun(doc, outer) || in_amount(scene, outer.head);
        return (!linking).then(|| outer.tokens.clone());
    }
    let from = scene.clause.map_or(scene.first, |c| c.verb.end);
    let verbs = scene.phrases.verbs_in(from..phrase.tokens.start);
    let participle = verbs
        .last()
        .is_some_and(|v| doc.tag(v.main) == Tag::Participle);
    if participle {
        None
    } else {
        subject_after_verb(scene)
    }
}

fn skip_hyphens(doc: &Doc<'_>, mut at: usize) -> usize {
    while doc.is_kind(at, Kind::Hyphen) {
        at += 1;
    }
    at
}

/// "60% of its revenue", "five seasons of the show", "$50 off a ticket", "$90 worth of
/// paint".
pub(super) fn of_after(scene: &Scene<'_>) -> Option<Concept> {
    let doc = scene.doc;
    let worth = usize::from(doc.lower(scene.amount.tokens.end) == "worth");
    let of = scene.amount.tokens.end + worth;
    if !matches!(doc.lower(of), "of" | "off") || of + 1 >= scene.end {
        return None;
    }
    let phrase = phrase_from(scene, of + 1)?;
    if in_amount(scene, phrase.head) {
        return None;
    }
    let whole = with_complements(scene, phrase.tokens.clone(), OF);
    Some(Concept::one(whole, "measure-of-after").and(subject_unless_apposed(scene)))
}

/// The subject, unless the amount stands in brackets or beside another phrase: "the index,
/// about 70% of the market".
fn subject_unless_apposed(scene: &Scene<'_>) -> Option<Range<usize>> {
    let doc = scene.doc;
    let before = scene.amount.tokens.start.checked_sub(1)?;
    let apposed = doc.is_mark(before, b',')
        || doc.is_kind(before, Kind::Open)
        || matches!(doc.lower(before), "including" | "namely");
    if apposed {
        None
    } else {
        subject_after_verb(scene)
    }
}

/// "paid $300 for the flights", "4% for women": what the sum or share is for.
pub(super) fn for_after(scene: &Scene<'_>) -> Option<Concept> {
    let link = after_conversion(scene);
    let scalar = matches!(
        scene.amount.dimension,
        Dimension::Currency | Dimension::Ratio
    );
    if !scalar || scene.doc.lower(link) != "for" {
        return None;
    }
    let phrase = phrase_from(scene, link + 1)?;
    let usable = !in_amount(scene, phrase.head)
        && !in_date(scene, phrase.head)
        && !is_time(scene.doc, phrase.head)
        && scene.doc.tag(phrase.head) != Tag::Pronoun;
    usable.then(|| {
        Concept::one(
            with_complements(scene, phrase.tokens.clone(), OF),
            "measure-for-after",
        )
        .and(subject_after_verb(scene))
    })
}

/// "5.4 and 6.1 inches for the small and the large model, respectively": the phrase at the
/// amount's own place in the list, with the subject.
pub(super) fn respective(scene: &Scene<'_>) -> Option<Concept> {
    let doc = scene.doc;
    let (at, end) = (scene.amount.tokens.start, scene.end);
    let word = (at..end.min(at + MOST_LISTED)).find(|t| doc.lower(*t) == "respectively")?;
    let same = |a: &&Amount| {
        a.tokens.start >= scene.first
            && a.tokens.end <= word
            && a.dimension == scene.amount.dimension
    };
    let amounts = || scene.amounts.iter().filter(same);
    let place = amounts().position(|a| a.tokens == scene.amount.tokens)?;
    let last = amounts().next_back()?.tokens.end;
    let listed = scene.phrases.nouns_in(last..word);
    let led = doc.tag(last) == Tag::Preposition;
    let even = led && listed.len() == amounts().count() && listed.len() > 1;
    let phrase = listed.get(place).filter(|_| even)?;
    let own = Concept::one(phrase.tokens.clone(), "measure-respectively");
    let Some(subject) = subject_after_verb(scene) else {
        return Some(own);
    };
    Some(Concept {
        parts: vec![phrase.tokens.clone(), subject.clone()],
        named: Some(subject),
        how: "measure-respectively",
    })
}

/// Most tokens between an amount and the "respectively" that sorts it.
const MOST_LISTED: usize = 40;

/// The token after the amount and the conversion of it in brackets.
fn after_conversion(scene: &Scene<'_>) -> usize {
    let (doc, end) = (scene.doc, scene.amount.tokens.end);
    let other = scene
        .amount_at(end + 1)
        .filter(|_| doc.is_kind(end, Kind::Open));
    match other {
        Some(other) if doc.is_kind(other.tokens.end, Kind::Close) => other.tokens.end + 1,
        _ => end,
    }
}

/// "sales of 5,835 units", "a net worth of $1.3 billion", "a rate of 5%".
pub(super) fn of_before(scene: &Scene<'_>) -> Option<Concept> {
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
        let noun = scene.phrases.noun_at(before - 1)?;
        return (!in_date(scene, noun.head)).then(|| with_joined(scene, noun));
    }
    let led = doc.tag(before) == Tag::Preposition && before > scene.first;
    let by_verb = doc.tag(before.saturating_sub(1)).is_verb();
    if led && !by_verb {
        None
    } else {
        subject_after_verb(scene)
    }
}

/// "brothers Ann and Paul Lee": a noun phrase with the one that "and" joins to it.
fn with_joined(scene: &Scene<'_>, noun: &NounPhrase) -> Range<usize> {
    let and = noun
        .tokens
        .start
        .checked_sub(1)
        .filter(|a| *a > scene.first);
    let and = and.filter(|a| scene.doc.lower(*a) == "and" && scene.doc.tag(noun.head) == Tag::Name);
    let first = and.and_then(|a| scene.phrases.noun_at(a - 1));
    first.map_or(noun.tokens.start, |n| n.tokens.start)..noun.tokens.end
}

/// "adding $5,000 to the price of a home", "wiped $3 billion from its value".
pub(super) fn added_to(scene: &Scene<'_>) -> Option<Concept> {
    let doc = scene.doc;
    let link = scene.amount.tokens.end;
    let (first, start) = (scene.first, scene.amount.tokens.start);
    let verb = scene.phrases.verbs_in(first..start).last()?;
    let fits = match doc.lower(link) {
        "to" => matches!(doc.lemma(verb.main), "add" | "contribute" | "bring"),
        "from" | "off" => matches!(
            doc.lemma(verb.main),
            "wipe" | "cut" | "knock" | "take" | "shave" | "slash"
        ),
        _ => false,
    };
    let direct = scene
        .phrases
        .nouns_in(verb.tokens.end..start)
        .iter()
        .all(|n| n.tokens.end > start);
    let phrase =
        phrase_from(scene, link + 1).filter(|n| fits && direct && !in_amount(scene, n.head))?;
    Some(Concept::one(
        with_complements(scene, phrase.tokens.clone(), OF),
        "measure-added-to",
    ))
}

/// "firms such as Blackmores up 9%", "with its shares down 12%": the noun phrase before a
/// bare predicate of direction.
pub(super) fn predicated(scene: &Scene<'_>) -> Option<Concept> {
    let doc = scene.doc;
    let word = scene.amount.tokens.start.checked_sub(1)?;
    let predicate = matches!(
        doc.lower(word),
        "up" | "down" | "higher" | "lower" | "off" | "ahead"
    );
    let noun = word
        .checked_sub(1)
        .filter(|_| predicate && word > scene.first)
        .and_then(|t| scene.phrases.noun_at(t))?;
    let usable = !in_amount(scene, noun.head)
        && !in_date(scene, noun.head)
        && doc.tag(noun.head) != Tag::Pronoun
        && noun.tokens.end == word;
    usable.then(|| {
        let whole = back_to_whole(scene, noun);
        Concept::one(whole, "measure-before-predicate").and(subject_after_verb(scene))
    })
}

/// "the car with 938 horsepower", "growth to 5%": the noun before the preposition.
pub(super) fn before_preposition(scene: &Scene<'_>) -> Option<Concept> {
    let doc = scene.doc;
    let preposition = scene.amount.tokens.start.checked_sub(1)?;
    if doc.tag(preposition) != Tag::Preposition || preposition <= scene.first {
        return None;
    }
    let phrase = scene.phrases.noun_at(preposition - 1)?;
    if is_time(doc, phrase.head)
        || doc.tag(phrase.head) == Tag::Pronoun
        || in_amount(scene, phrase.head)
        || in_date(scene, phrase.head)
    {
        return None;
    }
    let sticks = matches!(
        doc.lower(preposition),
        "with" | "by" | "from" | "to" | "at" | "over" | "for"
    );
    sticks.then(|| Concept::one(back_to_object(scene, phrase), "measure-before-preposition"))
}

/// The object between the nearest verb and the token `to`, where the amount or what
/// leads to it begins ("boosted the range by 35 miles").
pub(super) fn object_before(scene: &Scene<'_>, to: usize) -> Option<Concept> {
    let doc = scene.doc;
    let clause = scene.clause.filter(|_| scene.after_verb())?;
    let verbs = scene.phrases.verbs_in(clause.verb.start..to);
    let from = verbs.last().map_or(clause.verb.end, |v| v.tokens.end);
    let between = scene.phrases.nouns_in(from..to);
    let object = between.iter().find(|n| n.tokens.end <= to)?;
    let mut before = object.tokens.start;
    while before > from && doc.tag(before - 1) == Tag::Adverb {
        before -= 1;
    }
    let free = before == from || doc.tag(before - 1) != Tag::Preposition;
    let usable = free
        && doc.tag(object.head) != Tag::Pronoun
        && !is_hypernym(doc, object.head)
        && !is_time(doc, object.head)
        && !in_amount(scene, object.head)
        && !in_date(scene, object.head);
    let own_subject =
        verbs.last().is_some_and(|v| doc.tag(v.main) == Tag::Gerund) || is_result(scene, object);
    usable.then(|| {
        let object = with_complements(scene, object.tokens.clone(), NEAR);
        if let Some(subject) = subject_after_verb(scene).filter(|_| says_when_or_how_often(scene)) {
            return Concept {
                parts: vec![subject],
                named: Some(object),
                how: "measure-subject",
            };
        }
        let whole = Concept::one(object, "measure-object");
        if own_subject {
            whole
        } else {
            whole.and(subject_after_verb(scene))
        }
    })
}

/// "a total", "an average": a noun that says nothing of what is measured.
fn is_hypernym(doc: &Doc<'_>, noun: usize) -> bool {
    matches!(
        doc.lemma(noun),
        "total" | "sum" | "average" | "maximum" | "minimum"
    )
}

/// "fed the grid in 15 years", "circled the planet 3,200 times": lengths of time and
/// numbers of times are said of the subject, though the object names the row.
fn says_when_or_how_often(scene: &Scene<'_>) -> bool {
    let times = scene
        .amount
        .unit
        .as_ref()
        .is_some_and(|u| u.code() == "times");
    scene.amount.dimension == Dimension::Duration || times
}

/// "made the phone 40 euros cheaper", "pulled the sector 0.7% lower": what the object
/// became.
fn is_result(scene: &Scene<'_>, object: &NounPhrase) -> bool {
    let doc = scene.doc;
    let mut next = scene.amount.tokens.end;
    if doc.lower(next) == "or"
        && let Some(other) = scene.amount_at(next + 1)
    {
        next = other.tokens.end;
    }
    let comparative =
        matches!(doc.tag(next), Tag::Adjective | Tag::Adverb) && doc.text_of(next).ends_with("er");
    comparative && object.tokens.end <= scene.amount.tokens.start
}

/// Without anything better, the noun phrase before the amount; nothing when a pronoun is
/// the subject.
pub(super) fn nearest_before(scene: &Scene<'_>) -> Option<Concept> {
    let doc = scene.doc;
    let subject = scene.clause.and_then(|c| c.subject.as_ref());
    if subject.is_some_and(|s| is_pronoun(doc, s)) {
        return None;
    }
    let nouns = scene
        .phrases
        .nouns_in(scene.first..scene.amount.tokens.start);
    let usable = |n: &&NounPhrase| {
        n.tokens.end <= scene.amount.tokens.start
            && doc.tag(n.head) != Tag::Pronoun
            && !in_amount(scene, n.head)
            && !in_date(scene, n.head)
    };
    nouns
        .iter()
        .rev()
        .find(usable)
        .map(|n| Concept::one(back_to_whole(scene, n), "measure-nearest-noun"))
}
