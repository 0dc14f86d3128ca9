//! Nouns of saying: "her claim that", "a statement by the ministry that", "the firm's
//! promise to repair it", "comments about the dam".

use crate::attribution::content;
use crate::attribution::found::{Found, Layers};
use crate::attribution::subject;
use crate::class::Class;
use crate::cue_noun::{CueNoun, cue_noun};
use crate::doc::Sentence;
use crate::phrase::NounPhrase;
use crate::tag::Tag;
use claimbook_model::Rule;
use std::ops::Range;

/// A noun of saying and its clause or phrase.
pub(crate) const NOUN: Rule = Rule {
    id: "attribution-noun",
    layer: "attribution",
    doc: "A noun of saying with its possessor or author, or the one who made it, and what was said.",
    examples: &[
        "The court dismissed the owner's claim [that the dam was safe].",
        "The firm's promise last year [to repair the dam] was not kept.",
        "The minister made no statement, but Okafor repeated her allegations of [fraud].",
        "The contention of the owner [that the dam was safe] did not convince the court.",
        "Okafor's argument was [that the dam had been built on sand].",
    ],
    counter_examples: &[
        "The owner's dam that was safe has burst.",
        "The report of the owner's death reached us.",
    ],
};

/// Verbs by which somebody makes what the noun names.
const MAKES: [&str; 14] = [
    "deliver", "give", "issue", "make", "offer", "post", "publish", "release", "repeat", "send",
    "share", "tweet", "voice", "write",
];

/// Most phrases of time or place between the noun and what was said.
const HOPS: usize = 3;

/// The attribution of the noun phrase `phrase`, if it is one of saying with a content.
pub(crate) fn read(
    l: &Layers<'_, '_>,
    sentence: &Sentence,
    phrase: &NounPhrase,
    limit: usize,
) -> Option<Found> {
    let noun = cue_noun(l.doc.entry(phrase.head).lemma)?;
    if l.quotations.holds(phrase.head) || l.doc.tag(phrase.head) != Tag::Noun {
        return None;
    }
    let author = author(l, phrase.tokens.end, limit);
    let after = author.as_ref().map_or(phrase.tokens.end, |a| a.end);
    let (cue_end, from, opened) = said(l, noun, phrase, after, limit)?;
    let source = author
        .or_else(|| possessor(l, phrase))
        .or_else(|| maker(l, sentence, phrase))?;
    let end = end(l, sentence, phrase, opened, from..limit);
    (end > from).then(|| Found {
        circumstances: phrase.tokens.end..phrase.tokens.end,
        source: Some(source),
        cue: phrase.head..cue_end,
        content: std::iter::once(from..end).collect(),
        stance: noun.stance,
        modality: None,
        style: None,
        rule: NOUN.id,
        because: vec![("noun of saying", phrase.head..phrase.head + 1)],
    })
}

/// What opens the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    That,
    Infinitive,
    Phrase,
}

/// "a claim by the owner", "the contention of the owner that".
fn author(l: &Layers<'_, '_>, after: usize, limit: usize) -> Option<Range<usize>> {
    if l.doc.is(after, "by") || l.doc.is(after, "from") {
        return subject::after(l, after + 1, limit);
    }
    let owner = l
        .doc
        .is(after, "of")
        .then(|| subject::after(l, after + 1, limit))??;
    let that = l.doc.is(owner.end, "that") && l.doc.tag(owner.end) == Tag::Subordinator;
    that.then_some(owner)
}

/// End of the cue, start of the content and how it is opened.
fn said(
    l: &Layers<'_, '_>,
    noun: &CueNoun,
    phrase: &NounPhrase,
    after: usize,
    limit: usize,
) -> Option<(usize, usize, Opened)> {
    let is_that = |at: usize| l.doc.is(at, "that") && l.doc.tag(at) == Tag::Subordinator;
    if let Some(verb) = l.phrases.verb_at(after).filter(|v| v.tokens.start == after) {
        let is = l.doc.can_be(verb.main, Class::BE) && noun.that && is_that(verb.tokens.end);
        return is.then_some((verb.tokens.end, verb.tokens.end, Opened::That));
    }
    let mut at = after;
    for _ in 0..=HOPS {
        if at >= limit {
            return None;
        }
        if noun.that && is_that(at) {
            return Some((phrase.head + 1, at, Opened::That));
        }
        if noun.infinitive && l.doc.tag(at) == Tag::To {
            return Some((phrase.head + 1, at, Opened::Infinitive));
        }
        let about = ["about", "on", "regarding", "concerning"]
            .iter()
            .any(|w| l.doc.is(at, w));
        let leads = noun.about && about || noun.of && l.doc.is(at, "of");
        let time = l
            .phrases
            .noun_at(at + 1)
            .is_some_and(|n| subject::is_time(l, &n.tokens));
        if leads && !time && at == after {
            return Some((at + 1, at + 1, Opened::Phrase));
        }
        at = past_time(l, at)?;
    }
    None
}

/// Past an adverb, a day or "in May".
fn past_time(l: &Layers<'_, '_>, at: usize) -> Option<usize> {
    if l.doc.tag(at) == Tag::Adverb {
        return Some(at + 1);
    }
    let start = at + usize::from(l.doc.tag(at) == Tag::Preposition);
    let time = l
        .phrases
        .noun_at(start)
        .filter(|n| n.tokens.start == start)?;
    subject::is_time(l, &time.tokens).then_some(time.tokens.end)
}

/// "the owner's", "her", "German": who stands before the noun.
fn possessor(l: &Layers<'_, '_>, phrase: &NounPhrase) -> Option<Range<usize>> {
    let first = phrase.tokens.start;
    if l.doc.can_be(first, Class::POSS) {
        return Some(first..first + 1);
    }
    if let Some(mark) = (phrase.tokens.clone()).rfind(|i| l.doc.tag(*i) == Tag::Possessive) {
        return (mark > first).then_some(first..mark + 1);
    }
    let before = phrase.head.checked_sub(1).filter(|i| *i >= first)?;
    let names = l.doc.tag(before) == Tag::Name || l.doc.can_be(before, Class::DEMONYM);
    names.then_some(before..before + 1)
}

/// "The firm issued a statement that": the subject of the verb that makes it.
fn maker(l: &Layers<'_, '_>, sentence: &Sentence, phrase: &NounPhrase) -> Option<Range<usize>> {
    let last = phrase.tokens.start.checked_sub(1)?;
    let verb = l
        .phrases
        .verb_at(last)
        .filter(|v| v.tokens.end == last + 1)?;
    let makes = MAKES.contains(&l.doc.lemma(verb.main)) && !verb.passive && verb.finite;
    makes.then(|| subject::before(l, verb.tokens.start, sentence.tokens.start))?
}

/// Where the content ends: when the noun is the subject of its sentence, before the main
/// verb.
fn end(
    l: &Layers<'_, '_>,
    sentence: &Sentence,
    phrase: &NounPhrase,
    opened: Opened,
    range: Range<usize>,
) -> usize {
    let before = l
        .phrases
        .verbs_in(sentence.tokens.start..phrase.tokens.start);
    let subject = !before
        .iter()
        .any(|v| v.finite && !l.quotations.holds(v.main));
    let full = match opened {
        Opened::Phrase => content::noun_end(l, range.start, range.end),
        _ => content::clause_end(l, range.start, range.end),
    };
    if !subject || opened == Opened::Phrase {
        return full;
    }
    let owed = usize::from(opened == Opened::That);
    main_verb(l, range.start + owed, full, owed).unwrap_or(full)
}

/// The first finite verb for which no clause was opened; `owed` clauses are open.
fn main_verb(l: &Layers<'_, '_>, from: usize, to: usize, mut owed: usize) -> Option<usize> {
    let mut at = from;
    while at < to {
        if let Some(verb) = l.phrases.verb_at(at).filter(|v| v.tokens.start == at) {
            if verb.finite && owed == 0 {
                return Some(at);
            }
            owed -= usize::from(verb.finite);
            at = verb.tokens.end;
            continue;
        }
        let opens = matches!(l.doc.tag(at), Tag::Subordinator | Tag::Wh);
        let joins = l.doc.tag(at) == Tag::Conjunction
            && (at + 1..to.min(at + 3)).any(|i| l.phrases.verb_at(i).is_some_and(|v| v.finite));
        owed += usize::from(opens || joins);
        at += 1;
    }
    None
}
