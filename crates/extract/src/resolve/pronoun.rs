//! Pronouns: the speaker or subject before them, by number and gender.

use super::{Meaning, PRONOUN, PRONOUN_OPEN, Resolver, organisation};
use crate::class::Class;
use crate::mention::gender_of;
use crate::register::plain_mentions;

/// How many sentences back a person is looked for.
const BACK: usize = 3;

/// How many sentences back the last speaker may stand.
const SPOKEN: usize = 6;

/// Whom the pronoun at `at` means.
pub(super) fn meaning(r: &Resolver<'_, '_>, at: usize) -> Meaning {
    if r.quotations.holds(at) {
        return r.open(
            PRONOUN_OPEN.id,
            "known to the one who is quoted",
            at..at + 1,
        );
    }
    let gender = gender_of(r.doc.entry(at).class);
    if gender != Class::NONE {
        return single(r, at, gender);
    }
    let plural = ["they", "their"].iter().any(|w| r.doc.is(at, w));
    if !plural && !["it", "its"].iter().any(|w| r.doc.is(at, w)) {
        return unknown(r, at);
    }
    let sentence = r.doc.sentence_of(at);
    let last = r.last.as_ref().filter(|l| {
        l.meaning.group
            && r.doc.sentence_of(l.at) + 2 >= sentence
            && l.meaning.name.is_some() | plural
    });
    match last {
        Some(last) => Meaning {
            confidence: 55,
            rule: PRONOUN.id,
            ..last.meaning.clone()
        },
        None if !plural => organisation::subject_before(r, at).unwrap_or_else(|| unknown(r, at)),
        None => unknown(r, at),
    }
}

fn unknown(r: &Resolver<'_, '_>, at: usize) -> Meaning {
    r.open(PRONOUN_OPEN.id, "no one speaker before it fits", at..at + 1)
}

/// "he" or "she": the subject of this sentence, the last speaker when the sentence
/// before is his, else the first person named in the sentences before.
fn single(r: &Resolver<'_, '_>, at: usize, gender: Class) -> Meaning {
    let sentence = r.doc.sentence_of(at);
    let first = r.doc.sentences[sentence].tokens.start;
    if let Some(person) = subject_in(r, first..at, gender) {
        return r.person(person, 75, PRONOUN.id);
    }
    for back in 1..=BACK.min(sentence) {
        let tokens = r.doc.sentences[sentence - back].tokens.clone();
        if let Some(meaning) = speaker_in(r, tokens.clone(), gender) {
            return meaning;
        }
        if let Some(person) = subject_in(r, tokens, gender) {
            return r.person(
                person,
                80 - 10 * u8::try_from(back).unwrap_or(3),
                PRONOUN.id,
            );
        }
    }
    let near = r.doc.sentences[sentence.saturating_sub(SPOKEN)]
        .tokens
        .start;
    speaker_in(r, near..at, gender).unwrap_or_else(|| unknown(r, at))
}

/// The first person named outside quotation marks in a range whose gender fits.
fn subject_in(r: &Resolver<'_, '_>, range: std::ops::Range<usize>, gender: Class) -> Option<usize> {
    let fits = |p: usize| {
        let known = r.register.people[p].gender;
        known == Class::NONE || known == gender
    };
    let mut sure = plain_mentions(&r.register, r.quotations, range.clone())
        .filter(|(_, p)| r.register.people[*p].gender == gender);
    let first = plain_mentions(&r.register, r.quotations, range)
        .map(|(_, p)| p)
        .find(|p| fits(*p));
    first
        .filter(|p| r.register.people[*p].gender == gender)
        .or_else(|| sure.next().map(|(_, p)| p))
        .or(first)
}

/// The last speaker, if his words of saying stand in the range and gender allows.
fn speaker_in(
    r: &Resolver<'_, '_>,
    range: std::ops::Range<usize>,
    gender: Class,
) -> Option<Meaning> {
    let last = r
        .last
        .as_ref()
        .filter(|l| range.contains(&l.at) && !l.meaning.group)?;
    let known = last
        .meaning
        .person
        .map_or(Class::NONE, |p| r.register.people[p].gender);
    if known != Class::NONE && known != gender {
        return None;
    }
    Some(Meaning {
        confidence: 80.min(last.meaning.confidence),
        rule: PRONOUN.id,
        ..last.meaning.clone()
    })
}
