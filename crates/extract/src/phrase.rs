//! Noun phrases and verb groups: the tagged tokens in chunks.

use crate::class::Class;
use crate::doc::Doc;
use crate::tag::Tag;
use crate::token::{Kind, Shape};
use std::ops::Range;

/// A noun phrase without what follows its head ("the two big neighbours").
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NounPhrase {
    /// Its tokens, determiner included.
    pub(crate) tokens: Range<usize>,
    /// Its head, the last noun or name.
    pub(crate) head: usize,
}

/// A verb with its auxiliaries, negation and adverbs ("has not been told").
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VerbGroup {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// The main verb.
    pub(crate) main: usize,
    /// Whether it has tense and so a subject.
    pub(crate) finite: bool,
    /// Whether it is passive.
    pub(crate) passive: bool,
    /// Whether it is negated.
    pub(crate) negated: bool,
    /// Its modal verb.
    pub(crate) modal: Option<usize>,
}

/// The chunks of one article, in order.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    /// Noun phrases.
    pub(crate) nouns: Vec<NounPhrase>,
    /// Verb groups.
    pub(crate) verbs: Vec<VerbGroup>,
}

impl Phrases {
    /// Chunks every sentence of `doc`.
    pub(crate) fn of(doc: &Doc<'_>) -> Self {
        let mut phrases = Self::default();
        for sentence in &doc.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                at = phrases.read_one(doc, at, &sentence.tokens);
            }
        }
        phrases
    }

    /// Reads the chunk at `at`, if one begins there; returns where to go on.
    fn read_one(&mut self, doc: &Doc<'_>, at: usize, sentence: &Range<usize>) -> usize {
        let end = sentence.end;
        let found = noun_phrase(doc, at, end)
            .or_else(|| (at == sentence.start).then(|| participle_phrase(doc, end, at))?);
        if let Some(phrase) = found {
            let next = phrase.tokens.end;
            self.nouns.push(phrase);
            return next;
        }
        if let Some(group) = verb_group(doc, at, end) {
            let next = group.tokens.end;
            self.verbs.push(group);
            return next;
        }
        at + 1
    }

    /// The noun phrase that holds the token.
    pub(crate) fn noun_at(&self, token: usize) -> Option<&NounPhrase> {
        let at = self.nouns.partition_point(|p| p.tokens.end <= token);
        self.nouns.get(at).filter(|p| p.tokens.contains(&token))
    }

    /// The verb group that holds the token.
    pub(crate) fn verb_at(&self, token: usize) -> Option<&VerbGroup> {
        let at = self.verbs.partition_point(|v| v.tokens.end <= token);
        self.verbs.get(at).filter(|v| v.tokens.contains(&token))
    }

    /// The noun phrases that begin inside a range of tokens.
    pub(crate) fn nouns_in(&self, range: Range<usize>) -> &[NounPhrase] {
        let from = self.nouns.partition_point(|p| p.tokens.start < range.start);
        let to = self.nouns.partition_point(|p| p.tokens.start < range.end);
        &self.nouns[from..to.max(from)]
    }

    /// The verb groups that begin inside a range of tokens.
    pub(crate) fn verbs_in(&self, range: Range<usize>) -> &[VerbGroup] {
        let from = self.verbs.partition_point(|v| v.tokens.start < range.start);
        let to = self.verbs.partition_point(|v| v.tokens.start < range.end);
        &self.verbs[from..to.max(from)]
    }
}

/// Most tokens of a noun phrase; a longer run is a list of numbers or the like.
const LONGEST: usize = 48;

/// The noun phrase that begins at `at`.
fn noun_phrase(doc: &Doc<'_>, at: usize, end: usize) -> Option<NounPhrase> {
    if doc.tag(at) == Tag::Pronoun {
        return Some(NounPhrase {
            tokens: at..at + 1,
            head: at,
        });
    }
    let mut head = None;
    let mut i = at;
    let end = end.min(at + LONGEST);
    while i < end
        && continues(doc, i, i == at, head.is_some())
        && !time_ends(doc, at, i, head)
        && !amount_begins(doc, i, head)
    {
        if matches!(doc.tag(i), Tag::Noun | Tag::Name) {
            head = Some(i);
        }
        i += 1;
    }
    let head = head?;
    Some(NounPhrase {
        tokens: at..head + 1,
        head,
    })
}

/// "Unexplained finds ...": a noun phrase whose first word is a participle, at the head of a
/// sentence.
fn participle_phrase(doc: &Doc<'_>, end: usize, at: usize) -> Option<NounPhrase> {
    let opens = doc.tag(at) == Tag::Participle && at + 1 < end;
    let rest = noun_phrase(doc, at + 1, end).filter(|rest| opens && rest.head > at)?;
    let described = !matches!(
        doc.tag(at + 1),
        Tag::Determiner | Tag::Pronoun | Tag::Number
    );
    described.then_some(NounPhrase {
        tokens: at..rest.tokens.end,
        head: rest.head,
    })
}

/// "last season Chris Wood": a name after a noun of time begins a phrase of its own.
fn time_ends(doc: &Doc<'_>, start: usize, i: usize, head: Option<usize>) -> bool {
    let time = Class::TIME_NOUN.with(Class::WEEKDAY).with(Class::MONTH);
    let after_time = head == i.checked_sub(1) && i > start && doc.can_be(i - 1, time);
    after_time && matches!(doc.tag(i), Tag::Name | Tag::Determiner) && !doc.can_be(i, time)
}

/// "made the phone 40 euros cheaper": a number with a unit after a noun is a phrase of its own.
fn amount_begins(doc: &Doc<'_>, i: usize, head: Option<usize>) -> bool {
    let after_noun = i > 0 && head == Some(i - 1) && doc.tag(i - 1) == Tag::Noun;
    let unit = |t: usize| doc.is_mark(t, b'%') || crate::quantity::is_measure_word(doc, t);
    after_noun && doc.is_kind(i, Kind::Number) && unit(i + 1)
}

/// Whether the token at `i` belongs to the noun phrase that is being read.
fn continues(doc: &Doc<'_>, i: usize, first: bool, has_head: bool) -> bool {
    match doc.tag(i) {
        Tag::Noun | Tag::Name | Tag::Number | Tag::Ordinal => true,
        Tag::Adjective => !(has_head && opens_time(doc, i)),
        Tag::Determiner => first || !has_head,
        Tag::Participle | Tag::Gerund => !first && !has_head && nominal_soon(doc, i + 1),
        Tag::Adverb => {
            !has_head
                && matches!(
                    doc.tag(i + 1),
                    Tag::Adjective | Tag::Participle | Tag::Gerund | Tag::Number
                )
                && nominal_soon(doc, i + 1)
        }
        Tag::Possessive => has_head && doc.tag(i + 1) != Tag::Mark,
        Tag::Mark => is_inner_mark(doc, i, first, has_head),
        _ => false,
    }
}

/// "last week", "next May" after a head: a phrase of its own.
fn opens_time(doc: &Doc<'_>, i: usize) -> bool {
    let time = Class::TIME_NOUN.with(Class::WEEKDAY).with(Class::MONTH);
    doc.can_be(i, Class::OPENS_DATE) && doc.can_be(i + 1, time)
}

/// Hyphens, currency and per-cent signs, and ampersands inside a noun phrase.
fn is_inner_mark(doc: &Doc<'_>, i: usize, first: bool, has_head: bool) -> bool {
    if doc.is_kind(i, Kind::Hyphen) || doc.is_mark(i, b'/') {
        return !first && doc.has_shape(i, Shape::GLUED) && doc.has_shape(i + 1, Shape::GLUED);
    }
    if doc.is_mark(i, b'&') {
        return has_head && doc.tag(i + 1) == Tag::Name;
    }
    doc.is_kind(i, Kind::Symbol)
        && !has_head
        && (doc.is_mark(i, b'%') || doc.is_kind(i + 1, Kind::Number))
}

/// Whether a noun follows within the next few words of the phrase.
fn nominal_soon(doc: &Doc<'_>, from: usize) -> bool {
    (from..from + 4)
        .take_while(|i| {
            matches!(
                doc.tag(*i),
                Tag::Noun
                    | Tag::Name
                    | Tag::Adjective
                    | Tag::Participle
                    | Tag::Gerund
                    | Tag::Number
            )
        })
        .any(|i| matches!(doc.tag(i), Tag::Noun | Tag::Name))
}

/// The verb group that begins at `at`.
fn verb_group(doc: &Doc<'_>, at: usize, end: usize) -> Option<VerbGroup> {
    let mut main = None;
    let mut i = at;
    let (mut negated, mut modal, mut finite) = (false, None, false);
    while i < end {
        match doc.tag(i) {
            Tag::Modal => modal = Some(i),
            Tag::Negation => negated = true,
            Tag::Adverb if main.is_some() || modal.is_some() || verb_soon(doc, i) => {}
            Tag::To if i == at => {}
            Tag::Adjective if main.is_some() && doc.is(i, "long") && verb_soon(doc, i) => {}
            tag if tag.is_verb() => {
                let closed = main.is_some_and(|m: usize| doc.tag(m) != Tag::Auxiliary);
                if closed {
                    break;
                }
                finite |= i == at && has_tense(doc, at) && doc.tag(at.wrapping_sub(1)) != Tag::To;
                main = Some(i);
            }
            _ => break,
        }
        i += 1;
    }
    let main = main?;
    finite |= modal.is_some()
        || (at..main).any(|i| has_tense(doc, i) && !doc.can_be(at, Class::TO))
        || has_tense(doc, main) && doc.tag(at) != Tag::To;
    let passive = doc.tag(main) == Tag::Participle && (at..main).any(|i| doc.can_be(i, Class::BE));
    Some(VerbGroup {
        tokens: at..main + 1,
        main,
        finite,
        passive,
        negated,
        modal,
    })
}

/// Whether the word is a verb form with tense; "having" is none, unless its own subject
/// stands before it ("with the mill having shed 200 jobs").
fn has_tense(doc: &Doc<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let subject = matches!(doc.tag(before), Tag::Noun | Tag::Name)
        && !doc.can_be(
            before,
            Class::TIME_NOUN.with(Class::MONTH).with(Class::WEEKDAY),
        );
    doc.tag(at).is_finite() && (subject || doc.lower(at) != "having")
}

/// Whether the adverb at `i` leads to a verb.
fn verb_soon(doc: &Doc<'_>, i: usize) -> bool {
    (i + 1..i + 3)
        .take_while(|j| {
            matches!(doc.tag(*j), Tag::Adverb | Tag::Negation)
                || doc.tag(*j).is_verb()
                || doc.tag(*j) == Tag::Modal
        })
        .any(|j| doc.tag(j).is_verb())
}
