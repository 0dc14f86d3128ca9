//! Offices and descriptions ("the minister", "the Russian official").

use super::{LAST, LATER, Meaning, ROLE, Resolver, organisation};
use crate::attribution::Found;
use crate::class::Class;
use crate::lexicon::{WordId, lexicon, rows};
use crate::mention::gender_of;
use crate::phrase::NounPhrase;
use crate::register::description;
use crate::tag::Tag;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// How many mentions back the holder of an office is looked for.
const RECENT: usize = 400;

/// How many sentences may lie between an office and the name of its holder.
const NAMED_WITHIN: usize = 6;

/// Words for people in general, with the offices that they may stand for.
static HYPERNYMS: LazyLock<FxHashMap<WordId, Vec<WordId>>> = LazyLock::new(|| {
    let words = lexicon();
    rows(include_str!("../../data/hypernyms.csv"))
        .map(|row| {
            let roles = row[1].split('|').map(|w| words.id(w)).collect();
            (words.id(&row[0]), roles)
        })
        .collect()
});

/// Whom a noun phrase without a person's name means.
pub(super) fn meaning(
    r: &mut Resolver<'_, '_>,
    span: Range<usize>,
    phrase: &NounPhrase,
) -> Meaning {
    if let Some(person) = r.later.get(&span.start) {
        return r.person(*person, 75, LATER.id);
    }
    if organisation::is_one(r, phrase) {
        return organisation::meaning(r, span, phrase);
    }
    if is_one_known_person(r, phrase) {
        if let Some(person) = by_role(r, phrase) {
            return r.person(person, 82, ROLE.id);
        }
        let short = span.len() <= phrase.tokens.len() + 1 && !r.quotations.holds(phrase.head);
        if let Some(meaning) = last_speaker(r, phrase).filter(|_| short) {
            return meaning;
        }
    }
    let plural = r.doc.can_be(phrase.head, Class::PLURAL);
    Meaning {
        group: plural,
        ..r.unnamed(span)
    }
}

/// A singular description with "the" or "that", of a person.
fn is_one_known_person(r: &Resolver<'_, '_>, phrase: &NounPhrase) -> bool {
    let first = phrase.tokens.start;
    let definite = ["the", "that", "this"].iter().any(|w| r.doc.is(first, w));
    let number = phrase.tokens.clone().any(|i| r.doc.tag(i) == Tag::Number);
    let title = first == phrase.head && r.doc.can_be(phrase.head, Class::ROLE);
    (definite || title) && !number && !r.doc.can_be(phrase.head, Class::PLURAL)
}

/// The one person of the article whose office fits the description, the last
/// mentioned first.
fn by_role(r: &Resolver<'_, '_>, phrase: &NounPhrase) -> Option<usize> {
    let at = phrase.tokens.start;
    let head = r.doc.entry(phrase.head).lemma;
    let wider = HYPERNYMS.get(&head).map_or(&[][..], Vec::as_slice);
    let fits = |person: usize, exact: bool| {
        let known = &r.register.people[person];
        known.role.clone().is_some_and(|role| {
            let word = role.clone().any(|i| {
                let lemma = r.doc.entry(i).lemma;
                lemma == head || !exact && wider.contains(&lemma)
            });
            word && nations_agree(r, phrase, &role) && genders_agree(r, phrase, person)
        })
    };
    let before = r.register.mentions_in(0..at);
    let mut best = None;
    for exact in [true, false] {
        best = best.or_else(|| {
            let found = before
                .iter()
                .rev()
                .take(RECENT)
                .find(|(_, p)| fits(*p, exact))?;
            Some(found.1)
        });
    }
    best.or_else(|| later_holder(r, phrase, &|p| fits(p, true)))
}

/// Somebody named after the description whose office has all its words.
fn later_holder(
    r: &Resolver<'_, '_>,
    phrase: &NounPhrase,
    fits: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let sentence = r.doc.sentence_of(phrase.head);
    let end = (sentence + NAMED_WITHIN).min(r.doc.sentences.len() - 1);
    let until = r.doc.sentences[end].tokens.end;
    let after = r.register.mentions_in(phrase.tokens.end..until);
    after.iter().map(|(_, p)| *p).find(|p| fits(*p))
}

/// Nationalities in description and office do not contradict each other.
fn nations_agree(r: &Resolver<'_, '_>, phrase: &NounPhrase, role: &Range<usize>) -> bool {
    let nation = |range: Range<usize>| range.into_iter().find(|i| r.doc.can_be(*i, Class::DEMONYM));
    match (nation(phrase.tokens.clone()), nation(role.clone())) {
        (Some(a), Some(b)) => r.doc.text_of(a) == r.doc.text_of(b),
        _ => true,
    }
}

fn genders_agree(r: &Resolver<'_, '_>, phrase: &NounPhrase, person: usize) -> bool {
    let said = gender_of(r.doc.entry(phrase.head).class);
    let known = r.register.people[person].gender;
    said == Class::NONE || known == Class::NONE || said == known
}

/// "the engineer" for the person who spoke last, when nobody else was named since.
fn last_speaker(r: &Resolver<'_, '_>, phrase: &NounPhrase) -> Option<Meaning> {
    let last = r.last.as_ref()?;
    let person = last.meaning.person?;
    let at = phrase.tokens.start;
    let near = r.doc.sentence_of(last.at) + 3 >= r.doc.sentence_of(at);
    let others = r
        .register
        .mentions_in(last.at..at)
        .iter()
        .any(|(_, p)| *p != person);
    let describes = r.doc.can_be(phrase.head, Class::ROLE.with(Class::PEOPLE))
        && !nearly_contradicts(r, phrase, person);
    (near && !others && describes && genders_agree(r, phrase, person))
        .then(|| r.person(person, 60, LAST.id))
}

/// The person's office is known and of another nation.
fn nearly_contradicts(r: &Resolver<'_, '_>, phrase: &NounPhrase, person: usize) -> bool {
    let role = r.register.people[person].role.clone();
    let office = r.doc.can_be(phrase.head, Class::ROLE);
    role.is_some_and(|role| office || !nations_agree(r, phrase, &role))
}

impl Resolver<'_, '_> {
    /// Links an office that speaks first to the name that speaks next, when that
    /// person is new there and has no office yet.
    pub(super) fn link_later(&mut self, found: &[Found], order: &[usize]) {
        for pair in order.windows(2) {
            let (Some(a), Some(b)) = (&found[pair[0]].source, &found[pair[1]].source) else {
                continue;
            };
            let Some(phrase) = self.phrases.noun_at(a.start).cloned() else {
                continue;
            };
            let near =
                self.doc.sentence_of(a.start) + NAMED_WITHIN >= self.doc.sentence_of(b.start);
            let tied = self.doc.tag(phrase.tokens.end) == Tag::Preposition;
            let office = self.doc.can_be(phrase.head, Class::ROLE) && tied;
            if !near || !office || !is_one_known_person(self, &phrase) || self.is_named(a, &phrase)
            {
                continue;
            }
            if by_role(self, &phrase).is_some() {
                continue;
            }
            if let Some(person) = self.new_person(b) {
                let role = description(self.doc, self.phrases, a.clone());
                self.register.people[person].role = Some(role.start..a.end);
                self.later.insert(a.start, person);
            }
        }
    }

    fn is_named(&self, span: &Range<usize>, phrase: &NounPhrase) -> bool {
        self.named(span, phrase).is_some()
    }

    /// The person named in full by a source who is new there and has no office yet.
    fn new_person(&self, span: &Range<usize>) -> Option<usize> {
        let phrase = self.phrases.noun_at(span.start)?;
        let run = self.named(span, phrase).filter(|r| r.name.len() > 1)?;
        let (_, person) = *self
            .register
            .mentions_in(run.name.start..run.name.start + 1)
            .first()?;
        let known = &self.register.people[person];
        let new = known.mentions.first() == Some(&run.name.start);
        (new && known.role.is_none()).then_some(person)
    }
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn the_table_of_wider_words_is_sorted_and_full() {
        let mut last = String::new();
        for row in rows(include_str!("../../data/hypernyms.csv")) {
            assert!(*last < row[0], "{} stands after {last}", &row[0]);
            assert!(row[1].split('|').all(|w| !w.is_empty()), "{}", &row[0]);
            last = row[0].to_owned();
        }
    }
}
