//! Organisations: by name, head noun ("the ministry"), kind ("the company"), first word
//! ("Norvik") or acronym.

use super::{ACRONYM, Meaning, ORGANISATION, ORGANISATION_AGAIN, Resolver};
use crate::class::Class;
use crate::known_name::organisation_at;
use crate::lexicon::WordId;
use crate::phrase::NounPhrase;
use crate::register::description;
use crate::tag::Tag;
use crate::token::{Kind, Shape};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Words for a business or club that is named otherwise.
const KINDS: [&str; 24] = [
    "airline",
    "bank",
    "broadcaster",
    "carmaker",
    "carrier",
    "charity",
    "chipmaker",
    "club",
    "company",
    "drugmaker",
    "firm",
    "giant",
    "group",
    "insurer",
    "lender",
    "maker",
    "manufacturer",
    "miner",
    "newspaper",
    "operator",
    "producer",
    "retailer",
    "startup",
    "supplier",
];

/// How many sentences back an organisation may stand that "it" means.
const BACK: usize = 2;

/// The organisations named so far.
#[derive(Debug, Default)]
pub(super) struct Organisations<'t> {
    by_head: FxHashMap<WordId, Range<usize>>,
    by_first: FxHashMap<&'t str, Range<usize>>,
    by_acronym: FxHashMap<String, Range<usize>>,
    /// The last one named at the head of a sentence.
    main: Option<Range<usize>>,
}

impl Organisations<'_> {
    /// Whether an organisation named so far begins with the word.
    pub(super) fn begins_with(&self, word: &str) -> bool {
        self.by_first.contains_key(word)
    }
}

/// Whether the phrase is an organisation, place, or other name that is no person.
pub(super) fn is_one(r: &Resolver<'_, '_>, phrase: &NounPhrase) -> bool {
    let class = Class::ORG_HEAD
        .with(Class::ORG_NAME)
        .with(Class::MEDIA)
        .with(Class::PLACE)
        .with(Class::DOCUMENT_NOUN);
    let person = Class::ROLE.with(Class::PEOPLE);
    let known = known(r, &phrase.tokens).is_some_and(|k| k.end == phrase.tokens.end);
    known
        || r.doc.tag(phrase.head) == Tag::Name && !r.doc.can_be(phrase.head, person)
        || r.doc.can_be(phrase.head, class) && !r.doc.can_be(phrase.head, person)
}

/// The name of several words from the table that a phrase holds.
fn known(r: &Resolver<'_, '_>, phrase: &Range<usize>) -> Option<Range<usize>> {
    phrase
        .clone()
        .find_map(|i| organisation_at(r.doc, i, phrase.end))
}

/// The name of an organisation, or the fuller name that it had before.
pub(super) fn meaning(
    r: &mut Resolver<'_, '_>,
    span: Range<usize>,
    phrase: &NounPhrase,
) -> Meaning {
    let head = r.doc.entry(phrase.head).lemma;
    let start = first_word(r, phrase);
    let named = (start..phrase.tokens.end).any(|i| r.doc.has_shape(i, Shape::CAPITAL));
    let common = r.doc.tag(phrase.head) != Tag::Name;
    if let Some(full) = fuller(r, start, phrase) {
        return full;
    }
    let bare = common && (start == phrase.head || !named);
    if bare && let Some(full) = r.organisations.by_head.get(&head) {
        return body(r, full.clone(), 75, ORGANISATION_AGAIN.id);
    }
    if bare && !r.doc.is(phrase.tokens.end, "of") {
        return kind(r, phrase).unwrap_or_else(|| r.unnamed(span));
    }
    let plural = common && r.doc.can_be(phrase.head, Class::PLURAL);
    if plural && !r.doc.can_be(phrase.head, Class::DOCUMENT_NOUN) {
        return r.unnamed(span);
    }
    let full = description(r.doc, r.phrases, start..phrase.tokens.end);
    let full = full.start..full.end.min(span.end.max(phrase.tokens.end));
    r.organisations.by_head.insert(head, full.clone());
    body(r, full, 88, ORGANISATION.id)
}

/// The first word after the article.
fn first_word(r: &Resolver<'_, '_>, phrase: &NounPhrase) -> usize {
    (phrase.tokens.clone())
        .find(|i| r.doc.tag(*i) != Tag::Determiner)
        .unwrap_or(phrase.head)
}

/// The fuller name of an acronym or of a first word that stands alone.
fn fuller(r: &Resolver<'_, '_>, start: usize, phrase: &NounPhrase) -> Option<Meaning> {
    if start + 1 != phrase.tokens.end {
        return None;
    }
    let word = r.doc.text_of(start);
    let letters = word.replace('.', "");
    if letters.len() > 1 && letters.chars().all(char::is_uppercase) {
        let full = r.organisations.by_acronym.get(&letters)?;
        return Some(body(r, full.clone(), 85, ACRONYM.id));
    }
    let full = r.organisations.by_first.get(word)?;
    Some(body(r, full.clone(), 80, ORGANISATION_AGAIN.id))
}

/// "the company" for the organisation that a sentence last began with.
fn kind(r: &Resolver<'_, '_>, phrase: &NounPhrase) -> Option<Meaning> {
    let definite =
        r.doc.is(phrase.tokens.start, "the") && KINDS.contains(&r.doc.lower(phrase.head));
    let full = r.organisations.main.clone().filter(|_| definite)?;
    Some(body(r, full, 65, ORGANISATION_AGAIN.id))
}

/// The organisation that began one of the last sentences before `at`, for "it".
pub(super) fn subject_before(r: &Resolver<'_, '_>, at: usize) -> Option<Meaning> {
    let main = r.organisations.main.clone()?;
    let near = r.doc.sentence_of(main.start) + BACK >= r.doc.sentence_of(at);
    near.then(|| body(r, main, 55, super::PRONOUN.id))
}

/// An organisation by its full name.
fn body(r: &Resolver<'_, '_>, full: Range<usize>, confidence: u8, rule: &'static str) -> Meaning {
    Meaning {
        because: vec![r.shown("named in full", full.clone())],
        name: Some(r.words(full)),
        group: true,
        confidence,
        rule,
        ..Meaning::default()
    }
}

impl Resolver<'_, '_> {
    /// Takes in the organisations named before a token.
    pub(super) fn read_organisations(&mut self, until: usize) {
        while let Some(phrase) = self.phrases.nouns.get(self.read) {
            if phrase.tokens.start >= until {
                break;
            }
            self.read += 1;
            let phrase = phrase.clone();
            self.take_organisation(&phrase);
        }
    }

    fn take_organisation(&mut self, phrase: &NounPhrase) {
        let start = first_word(self, phrase);
        let capital = |i: usize| self.doc.has_shape(i, Shape::CAPITAL);
        let person = !self
            .register
            .mentions_in(start..phrase.tokens.end)
            .is_empty();
        if person || !(start..phrase.tokens.end).any(capital) || self.quotations.holds(phrase.head)
        {
            return;
        }
        let known = known(self, &phrase.tokens);
        let heads = (start + 1..phrase.tokens.end)
            .rfind(|i| self.doc.can_be(*i, Class::ORG_HEAD) && (capital(*i) || *i == phrase.head));
        if let Some(full) = known.clone().or_else(|| heads.map(|h| start..h + 1)) {
            let full = tied(self, full);
            self.take_body(&full, phrase, known.is_some());
        }
        if self.doc.tag(phrase.head) == Tag::Name {
            let full = tied(self, start..phrase.tokens.end);
            self.take_acronym(&full);
        }
        let place = Class::PLACE
            .with(Class::MONTH)
            .with(Class::WEEKDAY)
            .with(Class::DEMONYM);
        let sentence = self.doc.sentence_of(start);
        let leads = self.doc.sentences[sentence].tokens.start == phrase.tokens.start;
        let name = self.doc.tag(phrase.head) == Tag::Name && !self.doc.can_be(phrase.head, place);
        if leads && (name || known.is_some()) {
            let full = tied(self, start..phrase.tokens.end);
            let named = self.organisations.by_first.get(self.doc.text_of(start));
            let fuller = named.filter(|_| full.len() == 1).cloned();
            self.organisations.main = Some(fuller.unwrap_or(full));
        }
    }

    /// Keeps an organisation by its head and, unless that is a common word, its first word.
    fn take_body(&mut self, full: &Range<usize>, phrase: &NounPhrase, known: bool) {
        let head = self.doc.entry(phrase.head.min(full.end - 1)).lemma;
        if head != WordId::UNKNOWN {
            self.organisations.by_head.insert(head, full.clone());
        }
        let first = self.doc.entry(full.start);
        let common = first.class.any(Class::ADJECTIVE) || !known && !first.class.is_empty();
        let place = first.as_name.any(Class::PLACE.with(Class::DEMONYM));
        if !common && !place && full.len() > 1 {
            let word = self.doc.text_of(full.start);
            let full = full.clone();
            self.organisations.by_first.entry(word).or_insert(full);
        }
    }

    /// Keeps a name by the first letters of its words, and by the acronym in brackets.
    fn take_acronym(&mut self, full: &Range<usize>) {
        let initials: String = full
            .clone()
            .filter(|i| self.doc.has_shape(*i, Shape::CAPITAL))
            .filter_map(|i| self.doc.text_of(i).chars().next())
            .collect();
        let names = &mut self.organisations.by_acronym;
        if initials.len() > 1 {
            names.entry(initials).or_insert_with(|| full.clone());
        }
        let given = full.end + 1;
        let bracketed = self.doc.is_kind(full.end, Kind::Open)
            && self.doc.is_kind(given + 1, Kind::Close)
            && self.doc.has_shape(given, Shape::ALL_CAPS);
        if bracketed {
            names.insert(self.doc.text_of(given).replace('.', ""), full.clone());
        }
    }
}

/// A name with the names tied to it ("Bank of England").
fn tied(r: &Resolver<'_, '_>, mut full: Range<usize>) -> Range<usize> {
    while r.doc.is(full.end, "of") || r.doc.is(full.end, "for") {
        let next = r.phrases.noun_at(full.end + 1);
        match next.filter(|n| r.doc.tag(n.head) == Tag::Name && n.tokens.start == full.end + 1) {
            Some(next) => full.end = next.tokens.end,
            None => break,
        }
    }
    full
}
