//! The figures of a sentence, and the words between them.

use crate::row::Item;
use claimbook_model::{Claim, Figure, Modality, Span, find_words, fold, squeeze};

/// A figure where it stands.
#[derive(Debug)]
pub(super) struct Spot<'a> {
    /// Index into the items.
    pub(super) item: usize,
    /// The figure, with corrections.
    pub(super) figure: &'a Figure,
    /// Its words in the sentence.
    span: Span,
}

/// A sentence with figures that take part, in the order of its words.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    /// The sentence.
    text: &'a str,
    /// Its figures.
    pub(super) spots: Vec<Spot<'a>>,
    /// Its figures that only convert others, with their indices into the items.
    pub(super) conversions: Vec<(usize, &'a Figure)>,
}

/// The sentences of `items`; `claims` are theirs where they take part. The claims of a
/// sentence follow each other.
pub(super) fn sentences<'a>(items: &[Item<'a>], claims: &'a [Option<Claim>]) -> Vec<Sentence<'a>> {
    let mut sentences: Vec<(&str, &Claim, Sentence<'a>)> = Vec::new();
    for (at, (item, claim)) in items.iter().zip(claims).enumerate() {
        let Some(claim) = claim else { continue };
        let Some(figure) = &claim.figure else {
            continue;
        };
        let same = sentences.last().is_some_and(|(article, other, _)| {
            *article == item.article.id && other.quote == claim.quote
        });
        if !same {
            let text = claim.quote.exact.as_str();
            let sentence = Sentence {
                text,
                spots: Vec::new(),
                conversions: Vec::new(),
            };
            sentences.push((&item.article.id, claim, sentence));
        }
        if let Some((_, _, sentence)) = sentences.last_mut() {
            sentence.add(at, figure);
        }
    }
    sentences
        .into_iter()
        .map(|(_, _, sentence)| sentence)
        .collect()
}

impl<'a> Sentence<'a> {
    /// Adds a figure whose words stand behind those of the figures so far.
    fn add(&mut self, item: usize, figure: &'a Figure) {
        if figure.conversion_of.is_some() {
            return self.conversions.push((item, figure));
        }
        let from = self.spots.last().map_or(0, |spot| spot.span.end as usize);
        let rest = self.text.get(from..).unwrap_or_default();
        if let Some(at) = find_words(rest, &squeeze(&figure.text)) {
            let span = Span::new(from + at.start, from + at.end);
            self.spots.push(Spot { item, figure, span });
        }
    }

    /// The words between the figure at `index` and the next, folded.
    pub(super) fn after(&self, index: usize) -> String {
        let (Some(spot), next) = (self.spots.get(index), self.spots.get(index + 1)) else {
            return String::new();
        };
        let end = next.map_or(self.text.len(), |next| next.span.start as usize);
        fold(
            self.text
                .get(spot.span.end as usize..end)
                .unwrap_or_default(),
        )
    }

    /// The words before the figure at `index`, from the last figure on, folded.
    pub(super) fn before(&self, index: usize) -> String {
        match index.checked_sub(1) {
            Some(before) => self.after(before),
            None => {
                let end = self
                    .spots
                    .first()
                    .map_or(0, |spot| spot.span.start as usize);
                fold(self.text.get(..end).unwrap_or_default())
            }
        }
    }

    /// The whole sentence, folded.
    pub(super) fn folded(&self) -> String {
        fold(self.text)
    }
}

/// Whether a figure is put as fact: what is denied, planned or only possible adds up to
/// nothing.
pub(super) fn is_fact(figure: &Figure) -> bool {
    matches!(figure.modality, None | Some(Modality::Actual))
}
