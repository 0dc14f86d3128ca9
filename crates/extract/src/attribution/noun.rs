//! Nouns of saying with "that": "her claim that", "a statement by the ministry that".

use crate::attribution::content;
use crate::attribution::found::{Found, Layers};
use crate::attribution::subject;
use crate::class::Class;
use crate::phrase::NounPhrase;
use crate::tag::Tag;
use claimbook_model::{Rule, Stance};
use std::ops::Range;

/// A noun of saying and its clause.
pub(crate) const NOUN: Rule = Rule {
    id: "attribution-noun",
    layer: "attribution",
    doc: "A noun of saying with its possessor or author, and a clause with \"that\".",
    examples: &["The court dismissed the owner's claim [that the dam was safe]."],
    counter_examples: &["The owner's dam that was safe has burst."],
};

/// Nouns of saying and the attitude that they tell.
const NOUNS: [(&str, Stance); 34] = [
    ("accusation", Stance::Claims),
    ("admission", Stance::Confirms),
    ("allegation", Stance::Claims),
    ("announcement", Stance::Asserts),
    ("argument", Stance::Asserts),
    ("assertion", Stance::Asserts),
    ("assurance", Stance::Promises),
    ("charge", Stance::Claims),
    ("claim", Stance::Claims),
    ("comment", Stance::Asserts),
    ("complaint", Stance::Asserts),
    ("conclusion", Stance::Asserts),
    ("confirmation", Stance::Confirms),
    ("contention", Stance::Claims),
    ("declaration", Stance::Asserts),
    ("denial", Stance::Denies),
    ("estimate", Stance::Predicts),
    ("explanation", Stance::Asserts),
    ("finding", Stance::Asserts),
    ("forecast", Stance::Predicts),
    ("insistence", Stance::Asserts),
    ("notion", Stance::Suggests),
    ("observation", Stance::Asserts),
    ("pledge", Stance::Promises),
    ("prediction", Stance::Predicts),
    ("promise", Stance::Promises),
    ("remark", Stance::Asserts),
    ("report", Stance::Asserts),
    ("revelation", Stance::Asserts),
    ("statement", Stance::Asserts),
    ("suggestion", Stance::Suggests),
    ("testimony", Stance::Asserts),
    ("vow", Stance::Promises),
    ("warning", Stance::Warns),
];

/// The attribution of the noun phrase `phrase`, if it is one of saying with a clause.
pub(crate) fn read(l: &Layers<'_, '_>, phrase: &NounPhrase, limit: usize) -> Option<Found> {
    let lemma = l.doc.lemma(phrase.head);
    let (_, stance) = *NOUNS.iter().find(|(noun, _)| *noun == lemma)?;
    if l.quotations.holds(phrase.head) {
        return None;
    }
    let after = phrase.tokens.end;
    let by = l.doc.is(after, "by") || l.doc.is(after, "from");
    let author = by.then(|| subject::after(l, after + 1, limit)).flatten();
    let that = author.as_ref().map_or(after, |a| a.end);
    if that >= limit || !l.doc.is(that, "that") || l.doc.tag(that) != Tag::Subordinator {
        return None;
    }
    let source = author.or_else(|| possessor(l, phrase))?;
    let end = content::clause_end(l, that, limit);
    Some(Found {
        circumstances: after..after,
        source: Some(source),
        cue: phrase.head..phrase.head + 1,
        content: std::iter::once(that..end).collect(),
        stance,
        rule: NOUN.id,
    })
}

/// "the owner's", "her": who stands before the noun.
fn possessor(l: &Layers<'_, '_>, phrase: &NounPhrase) -> Option<Range<usize>> {
    let first = phrase.tokens.start;
    if l.doc.can_be(first, Class::POSS) {
        return Some(first..first + 1);
    }
    let mark = (phrase.tokens.clone()).rfind(|i| l.doc.tag(*i) == Tag::Possessive)?;
    (mark > first).then_some(first..mark + 1)
}
