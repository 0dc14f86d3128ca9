//! Article text to annotations and claims. Pure: no files, no clock, no other
//! article; the same text and metadata give the same result.
//!
//! Stages run in one order and each reads the layers before it:
//! paragraph, token, sentence, word class, phrase, then numerals, quantities,
//! dates, quotations, cues, mentions, attributions, measures and claims.

mod annotate;
mod attribution;
mod claim;
mod class;
mod clause;
mod closed_class;
mod cue;
mod cue_noun;
mod cue_table;
mod doc;
mod folded;
mod forms;
mod gazetteer;
mod guess;
mod known_name;
mod layers;
mod lexicon;
mod measure;
mod mention;
mod numeral;
mod open_class;
mod paragraph;
mod phrase;
mod quantity;
mod quotation;
mod register;
mod resolve;
mod scan;
mod sentence;
mod tag;
mod tagger;
mod time;
mod token;

pub mod stages;

use claimbook_model::annotation::{Annotations, LeftAlone};
use claimbook_model::{Article, Rule};

/// Finds quantities, attributions, dates and claims in articles.
#[derive(Debug, Clone, Default)]
pub struct Extractor {}

impl Extractor {
    /// An extractor with the compiled-in lexicon.
    #[must_use]
    pub fn new() -> Self {
        Self {}
    }

    /// All layers of one article.
    #[must_use]
    pub fn annotate(&self, article: &Article) -> Annotations {
        annotate::annotate(article)
    }

    /// The numbers of an article that are no amounts, each with the rule and the words that
    /// leave it alone: what `annotate` leaves out of its answer, for who asks why.
    #[must_use]
    pub fn left_alone(&self, article: &Article) -> Vec<LeftAlone> {
        annotate::left_alone(article)
    }
}

/// Every rule of extraction, by layer and id.
#[must_use]
pub fn rules() -> Vec<&'static Rule> {
    let amounts = numeral::RULES.iter().chain(quantity::RULES);
    let mut rules: Vec<&'static Rule> = amounts
        .chain(measure::RULES)
        .chain(time::rules())
        .chain(attribution::rules())
        .chain(resolve::RULES)
        .chain(claim::RULES)
        .collect();
    rules.sort_by_key(|r| (r.layer, r.id));
    rules
}
