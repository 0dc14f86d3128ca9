//! The stages one by one, for benches: each runs those before it and says how many
//! things it found.

use crate::doc::Doc;
use crate::phrase::Phrases;
use crate::quotation::Quotations;
use crate::{attribution, cue, numeral, quantity, time};
use claimbook_model::Article;

/// Paragraphs, tokens, sentences and word classes: the number of tokens.
#[must_use]
pub fn tokens(article: &Article) -> usize {
    Doc::new(article).tokens.len()
}

/// Numbers in digits and words.
#[must_use]
pub fn numbers(article: &Article) -> usize {
    numeral::find(&Doc::new(article)).len()
}

/// Amounts with their units, dates left alone.
#[must_use]
pub fn amounts(article: &Article) -> usize {
    let doc = Doc::new(article);
    let phrases = Phrases::of(&doc);
    let dates = time::find(&doc);
    let numerals = numeral::find(&doc);
    quantity::find(&doc, &phrases, &numerals, &dates).len()
}

/// Quotations, those inside others left out.
#[must_use]
pub fn quotations(article: &Article) -> usize {
    Quotations::of(&Doc::new(article)).list.len()
}

/// Attributions with their speakers, from the words on: no amounts and no claims.
#[must_use]
pub fn attributions(article: &Article) -> usize {
    let doc = Doc::new(article);
    let phrases = Phrases::of(&doc);
    let dates = time::find(&doc);
    let quotations = Quotations::of(&doc);
    let cues = cue::find(&doc, &phrases);
    let found = attribution::find(&doc, &phrases, &quotations, &cues);
    attribution::publish(&doc, &phrases, &quotations, &dates, &found).len()
}
