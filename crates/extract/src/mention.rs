//! Mentions of people: the runs of name words inside noun phrases, with the
//! title and office written before them.

use crate::class::Class;
use crate::doc::Doc;
use crate::known_name::organisation_at;
use crate::phrase::{NounPhrase, Phrases};
use crate::tag::Tag;
use crate::token::Shape;
use std::ops::Range;

/// A run of name words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameRun {
    /// The name words alone ("Yury Borisov").
    pub(crate) name: Range<usize>,
    /// The noun phrase up to the name, determiner left out ("Russian Deputy Prime
    /// Minister"); empty when nothing stands there.
    pub(crate) before: Range<usize>,
    /// What a title before it says of the gender.
    pub(crate) gender: Class,
}

/// Particles inside family names.
const PARTICLES: [&str; 14] = [
    "al", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "el", "la", "van", "von",
];

/// Additions after a family name.
const SUFFIXES: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "jr."];

/// All runs of name words in the noun phrases of the article, in order.
pub(crate) fn names(doc: &Doc<'_>, phrases: &Phrases) -> Vec<NameRun> {
    let mut runs = Vec::new();
    for phrase in &phrases.nouns {
        let mut at = phrase.tokens.end;
        let mut found = Vec::new();
        while at > phrase.tokens.start {
            match run_ending(doc, phrase.tokens.start, at) {
                Some(name) => {
                    at = name.start;
                    let known =
                        (name.clone()).find_map(|i| organisation_at(doc, i, phrase.tokens.end));
                    if known.is_none() && !names_a_body(doc, name.end, phrase.tokens.end) {
                        found.push(run(doc, phrases, phrase, name));
                    }
                }
                None => at -= 1,
            }
        }
        runs.extend(found.into_iter().rev());
    }
    runs
}

/// "Tallmere Motor Corp.": whether the words at `at`, still in the phrase, make a body of
/// the name words before them.
fn names_a_body(doc: &Doc<'_>, at: usize, end: usize) -> bool {
    at < end
        && doc.has_shape(at, Shape::CAPITAL)
        && doc.can_be(at, Class::ORG_HEAD.with(Class::ORG_NAME))
}

/// A run of name words with what stands before it.
fn run(doc: &Doc<'_>, phrases: &Phrases, phrase: &NounPhrase, name: Range<usize>) -> NameRun {
    let floor = phrase.tokens.start;
    let Some(office) = office_of(doc, phrases, floor).filter(|_| name.len() > 2) else {
        return with_modifiers(doc, floor, name);
    };
    let common = |i: &usize| {
        let entry = doc.entry(*i);
        entry.class.any(Class::NOUN) && !entry.as_name.any(Class::GIVEN_NAME)
    };
    let held = (name.start..name.end - 2).take_while(common).count();
    if held == 0 {
        return with_modifiers(doc, floor, name);
    }
    let name = name.start + held..name.end;
    let before = office..name.start;
    let gender = (before.clone()).fold(Class::NONE, |g, i| g.with(gender_of(doc.entry(i).class)));
    NameRun {
        name,
        before,
        gender,
    }
}

/// "Secretary of State": where the office before "of" and a phrase at `floor` begins.
fn office_of(doc: &Doc<'_>, phrases: &Phrases, floor: usize) -> Option<usize> {
    let of = floor.checked_sub(1).filter(|i| doc.is(*i, "of"))?;
    let office = phrases.noun_at(of.checked_sub(1)?)?;
    let first = (office.tokens.clone()).find(|i| doc.tag(*i) != Tag::Determiner)?;
    (office.tokens.end == of && doc.can_be(office.head, Class::ROLE)).then_some(first)
}

/// The run of name words whose last token stands before `end`.
fn run_ending(doc: &Doc<'_>, floor: usize, end: usize) -> Option<Range<usize>> {
    let mut last = end - 1;
    if last > floor && is_suffix(doc, last) {
        last -= 1;
    }
    if !is_name_word(doc, last) {
        return None;
    }
    let mut start = last;
    while start > floor {
        let before = start - 1;
        let particle = before > floor && is_particle(doc, before) && is_name_word(doc, before - 1);
        if !particle && !is_name_word(doc, before) {
            break;
        }
        start = before;
    }
    Some(start..end)
}

fn is_suffix(doc: &Doc<'_>, token: usize) -> bool {
    let word = doc.text_of(token);
    SUFFIXES.iter().any(|s| word.eq_ignore_ascii_case(s))
}

fn is_particle(doc: &Doc<'_>, token: usize) -> bool {
    let word = doc.text_of(token);
    PARTICLES.iter().any(|p| word.eq_ignore_ascii_case(p))
}

/// Whether the token can be part of a person's name.
pub(crate) fn is_name_word(doc: &Doc<'_>, token: usize) -> bool {
    if doc.tag(token) != Tag::Name || !doc.has_shape(token, Shape::CAPITAL) {
        return false;
    }
    let entry = doc.entry(token);
    if entry.as_name.any(Class::GIVEN_NAME) && !entry.as_name.any(Class::TITLE) {
        return true;
    }
    let other = Class::TITLE
        .with(Class::ORG_NAME)
        .with(Class::DEMONYM)
        .with(Class::PLACE)
        .with(Class::MONTH)
        .with(Class::WEEKDAY);
    let common = Class::ROLE.with(Class::ORG_HEAD).with(Class::PEOPLE);
    let initials = doc.has_shape(token, Shape::ALL_CAPS) && doc.text_of(token).len() > 2;
    !doc.can_be(token, other.with(common)) && !initials
}

fn with_modifiers(doc: &Doc<'_>, floor: usize, name: Range<usize>) -> NameRun {
    let mut first = floor;
    while first < name.start && doc.tag(first) == Tag::Determiner {
        first += 1;
    }
    let possessive = (first..name.start).rfind(|i| doc.tag(*i) == Tag::Possessive);
    let civil = (first..name.start).rfind(|i| doc.can_be(*i, Class::TITLE));
    let gender = civil.map_or(Class::NONE, |i| {
        let class = doc.entry(i).as_name.with(doc.entry(i).class);
        gender_of(class)
    });
    let office = (first..name.start).any(|i| doc.can_be(i, Class::ROLE));
    let before = if office {
        first..name.start
    } else {
        name.start..name.start
    };
    let gender = if gender == Class::NONE && office && possessive.is_none() {
        before
            .clone()
            .fold(Class::NONE, |g, i| g.with(gender_of(doc.entry(i).class)))
    } else {
        gender
    };
    NameRun {
        name,
        before,
        gender,
    }
}

/// The gender classes of a set, alone.
pub(crate) const fn gender_of(class: Class) -> Class {
    match (class.any(Class::MALE), class.any(Class::FEMALE)) {
        (true, false) => Class::MALE,
        (false, true) => Class::FEMALE,
        _ => Class::NONE,
    }
}

/// The family name of a run: its last word, additions left out.
pub(crate) fn family<'t>(doc: &Doc<'t>, name: &Range<usize>) -> &'t str {
    let mut last = name.end - 1;
    if last > name.start && is_suffix(doc, last) {
        last -= 1;
    }
    doc.text_of(last)
}
