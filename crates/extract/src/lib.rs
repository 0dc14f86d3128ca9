//! Article text to annotations and claims. Pure: no files, no clock, no other
//! article; the same text and metadata give the same result.
//!
//! Stages run in one order and each reads the layers before it:
//! paragraph, token, sentence, word class, phrase, then numerals, quantities,
//! dates, quotations, cues, mentions, attributions, measures and claims.

mod attribution;
mod claim;
mod class;
mod clause;
mod cue;
mod cue_table;
mod doc;
mod forms;
mod gazetteer;
mod guess;
mod layers;
mod lexicon;
mod measure;
mod open_class;
mod paragraph;
mod phrase;
mod quotation;
mod scan;
mod sentence;
mod tag;
mod tagger;
mod time;
mod token;

use claimbook_model::annotation::Annotations;
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
        let doc = doc::Doc::new(article);
        let phrases = phrase::Phrases::of(&doc);
        let dates = time::find(&doc);
        let quantities = Vec::new();
        let quotations = quotation::Quotations::of(&doc);
        let cues = cue::find(&doc, &phrases);
        let found = attribution::find(&doc, &phrases, &quotations, &cues);
        let attributions = attribution::publish(&doc, &quotations, &found);
        let claims = claim::join(&doc, &quantities, &attributions);
        Annotations {
            sentences: doc.sentences.iter().map(|s| s.span).collect(),
            dates: time::mentions(&dates),
            quantities,
            attributions,
            claims,
        }
    }
}

/// Every rule of extraction, by layer and id.
#[must_use]
pub fn rules() -> Vec<&'static Rule> {
    time::rules().chain(attribution::rules()).collect()
}
