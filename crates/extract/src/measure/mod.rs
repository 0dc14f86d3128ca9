//! What an amount measures: the words it is about, what sort of figure it is,
//! where and when it holds.
//!
//! Everything is read from the clause around the amount: its subject, its verb, the
//! phrases between. Nothing here changes an amount.

mod about;
mod complements;
mod concept;
mod governor;
mod happening;
mod kind;
mod modality;
mod name;
mod party;
mod period;
mod place;
mod rules;
mod subject;
#[cfg(test)]
mod tests;

use crate::clause::{self, Clause};
use crate::doc::Doc;
use crate::layers::{Amount, Date, Frame};
use crate::phrase::Phrases;
use std::ops::Range;

pub(crate) use rules::RULES;

/// An amount in its surroundings: what every part of this stage reads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene<'s> {
    pub(crate) doc: &'s Doc<'s>,
    pub(crate) phrases: &'s Phrases,
    pub(crate) dates: &'s [Date],
    pub(crate) amounts: &'s [Amount],
    pub(crate) amount: &'s Amount,
    /// The clauses of the sentence.
    pub(crate) clauses: &'s [Clause],
    /// The clause that holds the amount.
    pub(crate) clause: Option<&'s Clause>,
    /// First token of the sentence.
    pub(crate) first: usize,
    /// One past the last token of the sentence.
    pub(crate) end: usize,
}

impl Scene<'_> {
    /// The tokens of the clause, or of the whole sentence when it has no verb.
    pub(crate) fn clause_tokens(&self) -> Range<usize> {
        self.clause
            .map_or(self.first..self.end, |c| c.tokens.clone())
    }

    /// The tokens of the sentence.
    pub(crate) const fn sentence(&self) -> Range<usize> {
        self.first..self.end
    }

    /// Whether the amount stands after the clause's verb.
    pub(crate) fn after_verb(&self) -> bool {
        self.clause
            .is_some_and(|c| c.verb.end <= self.amount.tokens.start)
    }

    /// The amount that holds the token.
    pub(crate) fn amount_at(&self, token: usize) -> Option<&Amount> {
        let at = self.amounts.partition_point(|a| a.tokens.end <= token);
        self.amounts.get(at).filter(|a| a.tokens.contains(&token))
    }

    /// The amounts that begin in a stretch of tokens.
    pub(crate) fn amounts_in(&self, tokens: Range<usize>) -> &[Amount] {
        let before = |at: usize| self.amounts.partition_point(|a| a.tokens.start < at);
        let (from, to) = (before(tokens.start), before(tokens.end));
        self.amounts.get(from..to).unwrap_or(&[])
    }

    /// The lemma of the clause's main verb, "" without one.
    pub(crate) fn verb(&self) -> &str {
        self.clause.map_or("", |c| self.doc.lemma(c.main))
    }
}

/// The frames of all amounts, one for each.
pub(crate) fn find(
    doc: &Doc<'_>,
    phrases: &Phrases,
    amounts: &[Amount],
    dates: &[Date],
) -> Vec<Frame> {
    let parties = party::Countries::of(doc);
    let mut frames: Vec<Frame> = Vec::with_capacity(amounts.len());
    let mut current: Option<(usize, Vec<Clause>)> = None;
    let mut before: Option<concept::Concept> = None;
    for amount in amounts {
        let index = doc.sentence_of(amount.tokens.start);
        if current.as_ref().is_none_or(|(i, _)| *i != index) {
            let tokens = doc.sentences[index].tokens.clone();
            current = Some((index, clause::of_sentence(doc, phrases, tokens)));
            before = None;
        }
        let clauses = current.as_ref().map_or(&[][..], |(_, c)| c);
        let sentence = &doc.sentences[index].tokens;
        let scene = Scene {
            doc,
            phrases,
            dates,
            amounts,
            amount,
            clauses,
            clause: clause::holding(clauses, amount.tokens.start),
            first: sentence.start,
            end: sentence.end,
        };
        let concept = concept::find(&scene, before.as_ref());
        let mut frame = frame(&scene, &concept, &parties);
        if concept::says_otherwise(&scene)
            && let Some(same) = counted_before(doc, amounts, &frames)
        {
            frame.measure.clone_from(&same.measure);
        }
        frames.push(frame);
        before = Some(concept);
    }
    frames
}

/// The frame of the last amount; of "253 of 277 seats" that of the part.
fn counted_before<'f>(doc: &Doc<'_>, amounts: &[Amount], frames: &'f [Frame]) -> Option<&'f Frame> {
    let mut pairs = amounts[..frames.len()].iter().zip(frames).rev();
    let whole = |a: &Amount| a.tokens.start > 0 && doc.lower(a.tokens.start - 1) == "of";
    pairs.find(|(a, _)| !whole(a)).map(|(_, f)| f)
}

/// The concept as words; a fraction of things ("a third of the homes") is about nothing
/// besides the things themselves.
fn concept_words(scene: &Scene<'_>, concept: &concept::Concept) -> String {
    let fraction = scene
        .amount
        .unit
        .as_ref()
        .is_some_and(|u| u.code() == "fraction");
    if fraction {
        String::new()
    } else {
        concept.words(scene)
    }
}

fn frame(scene: &Scene<'_>, concept: &concept::Concept, parties: &party::Countries) -> Frame {
    let kind = kind::find(scene, concept);
    let measure = name::of(scene, concept, &kind);
    let when = period::find(scene, kind.kind);
    let mut because = concept.because(scene.doc);
    because.extend(kind.because.iter().cloned());
    because.extend(when.because);
    Frame {
        concept: concept_words(scene, concept),
        place: place::find(scene, parties),
        between: party::between(scene, parties),
        about: about::names(scene, concept),
        part_of: name::whole(scene),
        measure,
        kind: kind.kind,
        direction: kind.direction,
        modality: kind.modality,
        period: when.period,
        baseline: when.baseline,
        because,
    }
}
