//! What is counted: the noun phrase after a number, as a unit in the singular.

use crate::class::Class;
use crate::doc::Doc;
use crate::forms;
use crate::tag::Tag;
use crate::token::{Kind, Shape};
use std::ops::Range;

/// Words that add to a count and say nothing of the thing.
const ADDERS: [&str; 8] = [
    "more",
    "additional",
    "further",
    "extra",
    "total",
    "combined",
    "fewer",
    "whole",
];

/// The phrase and its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counted {
    /// From the first modifier to the head.
    pub(super) tokens: Range<usize>,
    /// The head noun.
    pub(super) head: usize,
    /// "vaccine dose".
    pub(super) name: String,
}

/// The phrase that begins at `at`, over "of" and its determiner; `one` allows a singular head.
pub(super) fn after(doc: &Doc<'_>, at: usize, end: usize, one: bool) -> Option<Counted> {
    let of = doc.is(at, "of") && at < end;
    let mut from = at + usize::from(of);
    while of && from < end && opens(doc, from) {
        from += 1;
    }
    let head = head(doc, from, end, one || of).filter(|h| !doc.is(*h, "thanks"))?;
    let name = name(doc, from..head + 1, of && one);
    (!name.is_empty()).then_some(Counted {
        tokens: from..head + 1,
        head,
        name,
    })
}

fn opens(doc: &Doc<'_>, at: usize) -> bool {
    doc.tag(at) == Tag::Determiner || doc.is(at, "the") || doc.is(at, "most")
}

/// The head of the noun phrase from `from` on: its first plural noun, else its last noun.
fn head(doc: &Doc<'_>, from: usize, end: usize, singular: bool) -> Option<usize> {
    let mut head = None;
    for i in from..end.min(from + 9) {
        match step(doc, i, from, end, head) {
            Step::Head => {
                head = Some(i);
                if is_plural(doc, i) && !modifies_next(doc, i, end) {
                    return head;
                }
            }
            Step::Over => {}
            Step::Restart => head = None,
            Step::Stop => break,
        }
    }
    head.filter(|h| singular || is_plural(doc, *h) || may_be_counted(doc, from, *h))
}

/// What a word does in the phrase.
enum Step {
    Head,
    Over,
    /// The phrase goes on to another head ("Johnson's deputies").
    Restart,
    Stop,
}

fn step(doc: &Doc<'_>, i: usize, from: usize, end: usize, head: Option<usize>) -> Step {
    let gerund = doc.can_be(i, Class::VERB_ING) && doc.can_be(i + 1, Class::OPENS_NOUN_PHRASE);
    let compared = doc.is(i + 1, "than") && !is_plural(doc, i);
    if opens_date(doc, i) {
        return Step::Stop;
    }
    match doc.tag(i) {
        Tag::Noun if gerund || compared => Step::Stop,
        Tag::Noun => Step::Head,
        Tag::Name if is_plural_name(doc, i) => Step::Head,
        Tag::Name if head.is_some() || doc.can_be(i, Class::MONTH.with(Class::WEEKDAY)) => {
            Step::Stop
        }
        Tag::Name => Step::Over,
        Tag::Verb if plural_noun(doc, i) || i == from && only_as_noun(doc, i) => Step::Head,
        Tag::Gerund if doc.tag(i + 1) == Tag::Noun && i + 1 < end => Step::Over,
        Tag::Adjective | Tag::Participle | Tag::Gerund | Tag::Ordinal | Tag::Adverb
            if head.is_none() =>
        {
            Step::Over
        }
        Tag::Determiner if doc.is(i, "other") => Step::Over,
        _ if head.is_none() && ADDERS.iter().any(|w| doc.is(i, w)) => Step::Over,
        Tag::Possessive if i > from && i + 1 < end => Step::Restart,
        Tag::Number if i > from && doc.tag(i - 1) == Tag::Name => Step::Over,
        Tag::Number
            if i > from + 1 && doc.is_kind(i - 1, Kind::Hyphen) && doc.tag(i - 2) == Tag::Name =>
        {
            Step::Over
        }
        Tag::Conjunction if i > from && joins(doc, i) => Step::Restart,
        Tag::Mark if i > from && joins_mark(doc, i) => Step::Over,
        _ => Step::Stop,
    }
}

/// "nine dead last year": what follows tells when.
fn opens_date(doc: &Doc<'_>, i: usize) -> bool {
    matches!(doc.lower(i), "last" | "next" | "this" | "that")
        && doc.can_be(
            i + 1,
            Class::TIME_NOUN.with(Class::WEEKDAY).with(Class::MONTH),
        )
}

/// Right after a number, a form in -s before a preposition or a mark is no verb ("65 snaps of").
fn only_as_noun(doc: &Doc<'_>, i: usize) -> bool {
    doc.can_be(i, Class::VERB_THIRD) && matches!(doc.tag(i + 1), Tag::Preposition | Tag::Mark)
}

/// A word tagged as a verb that is as well the plural of a noun ("job cuts").
fn plural_noun(doc: &Doc<'_>, i: usize) -> bool {
    doc.can_be(i, Class::NOUN) && doc.can_be(i, Class::PLURAL)
}

/// Whether the noun goes on to the next one ("sales managers"), people aside.
fn modifies_next(doc: &Doc<'_>, i: usize, end: usize) -> bool {
    let next = i + 1;
    next < end
        && doc.tag(next) == Tag::Noun
        && is_plural(doc, next)
        && !doc.can_be(next, Class::VERB)
        && !doc.can_be(i, Class::PEOPLE)
}

/// "digital and physical sales", "Kia and Hyundai vehicles".
fn joins(doc: &Doc<'_>, at: usize) -> bool {
    let (before, after) = (doc.tag(at - 1), doc.tag(at + 1));
    let describes = |tag| matches!(tag, Tag::Adjective | Tag::Participle);
    let same = before == after && before == Tag::Name || describes(before) && describes(after);
    same && (at + 2..at + 5)
        .find(|i| !matches!(doc.tag(*i), Tag::Adjective | Tag::Name))
        .is_some_and(|i| doc.tag(i) == Tag::Noun && is_plural(doc, i))
}

/// A hyphen inside the phrase, or a comma between adjectives.
fn joins_mark(doc: &Doc<'_>, at: usize) -> bool {
    doc.is_kind(at, Kind::Hyphen)
        && doc.has_shape(at + 1, Shape::GLUED)
        && (doc.has_shape(at, Shape::GLUED) || doc.tag(at - 1) == Tag::Name)
        || doc.is_mark(at, b',')
            && doc.tag(at - 1) == Tag::Adjective
            && doc.tag(at + 1) == Tag::Adjective
            && doc.tag(at + 2) == Tag::Noun
}

pub(super) fn is_plural(doc: &Doc<'_>, at: usize) -> bool {
    if doc.can_be(at, Class::PLURAL) {
        return true;
    }
    let text = doc.text_of(at);
    doc.tokens
        .get(at)
        .is_some_and(|t| t.class.is_empty() || t.tag == Tag::Verb)
        && looks_plural(text)
}

fn looks_plural(text: &str) -> bool {
    text.len() > 3
        && text.ends_with('s')
        && !text.ends_with("ss")
        && !text.ends_with("us")
        && !text.ends_with("is")
}

/// "two Ukrainians": a nationality in the plural.
fn is_plural_name(doc: &Doc<'_>, at: usize) -> bool {
    let entry = doc.entry(at);
    entry.as_name.any(Class::PLURAL)
        || doc.tokens[at].class.any(Class::DEMONYM) && doc.tokens[at].class.any(Class::PLURAL)
}

/// Whether a singular head may be counted: no mere name, a common noun.
fn may_be_counted(doc: &Doc<'_>, from: usize, head: usize) -> bool {
    doc.tag(head) == Tag::Noun && !doc.can_be(from, Class::VERB.without(Class::VERB_ING))
        || doc.can_be(head, Class::PEOPLE)
}

/// The unit's name: modifiers in lower case and the head in the singular.
fn name(doc: &Doc<'_>, tokens: Range<usize>, superlatives: bool) -> String {
    let head = tokens.end - 1;
    let mut out = String::new();
    for i in tokens.start..head {
        let superlative = superlatives && doc.text_of(i).ends_with("est");
        if !superlative && !is_modifier(doc, i, head) {
            continue;
        }
        let word = doc.text_of(i).to_lowercase();
        let word = if superlatives { positive(&word) } else { word };
        if doc.is_kind(i, Kind::Hyphen) {
            out.truncate(out.trim_end().len());
            out.push('-');
        } else {
            out.push_str(&word);
            out.push(' ');
        }
    }
    out.push_str(&singular(doc, head));
    out
}

/// Whether the word stays in the unit's name. Brand names with a number or letter do not.
fn is_modifier(doc: &Doc<'_>, i: usize, head: usize) -> bool {
    if doc.is_kind(i, Kind::Hyphen) {
        return doc.has_shape(i, Shape::GLUED);
    }
    match doc.tag(i) {
        Tag::Noun | Tag::Gerund => true,
        Tag::Adjective => !ADDERS.iter().any(|w| doc.is(i, w)),
        Tag::Determiner => doc.is(i, "other"),
        Tag::Name => !with_designator(doc, i, head) && !owned(doc, i),
        Tag::Participle => doc.is_kind(i.wrapping_sub(1), Kind::Hyphen),
        _ => false,
    }
}

/// "its Echo devices": a brand behind a possessive names no kind of thing.
fn owned(doc: &Doc<'_>, at: usize) -> bool {
    at > 0 && doc.can_be(at - 1, Class::POSS)
}

/// "Sputnik V", "Model 3", "COVID-19": names with a letter or number of their own.
fn with_designator(doc: &Doc<'_>, at: usize, head: usize) -> bool {
    let is_name =
        |i: usize| matches!(doc.tag(i), Tag::Name | Tag::Number) || doc.is_kind(i, Kind::Hyphen);
    let mut i = at;
    while i > 0 && is_name(i - 1) && at - i < 4 {
        i -= 1;
    }
    (i..head).take_while(|i| is_name(*i)).any(|i| {
        doc.text_of(i).len() == 1
            || doc.has_shape(i, Shape::HAS_DIGIT)
            || doc.is_kind(i, Kind::Number) && i > at
    })
}

/// The singular of a noun, in lower case.
pub(super) fn singular(doc: &Doc<'_>, at: usize) -> String {
    let lemma = doc.lemma(at);
    if doc.can_be(at, Class::PLURAL)
        && !lemma.is_empty()
        && lemma != doc.lower(at)
        && doc.can_be(at, Class::NOUN)
    {
        return lemma.to_owned();
    }
    let word = doc.text_of(at).to_lowercase();
    if doc.can_be(at, Class::NOUN) && !doc.can_be(at, Class::PLURAL) {
        return word;
    }
    forms::singular(&word, |_| None)
}

/// The plain form of a superlative ("best", "hottest").
fn positive(word: &str) -> String {
    match word {
        "best" => return "good".to_owned(),
        "worst" => return "bad".to_owned(),
        "largest" | "latest" | "finest" | "closest" | "nicest" | "safest" | "wisest" | "rarest" => {
            return word[..word.len() - 2].to_owned();
        }
        _ => {}
    }
    let Some(stem) = word.strip_suffix("est").filter(|s| s.len() > 2) else {
        return word.to_owned();
    };
    if let Some(y) = stem.strip_suffix('i') {
        return format!("{y}y");
    }
    let bytes = stem.as_bytes();
    let doubled = bytes.len() > 3
        && bytes[bytes.len() - 1] == bytes[bytes.len() - 2]
        && !matches!(bytes[bytes.len() - 1], b'l' | b's');
    if doubled {
        stem[..stem.len() - 1].to_owned()
    } else {
        stem.to_owned()
    }
}
