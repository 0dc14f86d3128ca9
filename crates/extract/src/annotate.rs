//! The layers joined into what the outside sees.

use crate::doc::Doc;
use crate::layers::{Amount, Frame};
use crate::phrase::Phrases;
use crate::quotation::Quotations;
use crate::{attribution, claim, cue, measure, numeral, quantity, time};
use claimbook_model::Article;
use claimbook_model::annotation::{Annotations, LeftAlone, Quantity};

/// All layers of one article.
pub(crate) fn annotate(article: &Article) -> Annotations {
    let doc = Doc::new(article);
    let phrases = Phrases::of(&doc);
    let dates = time::find(&doc);
    let quantities = quantities(&doc, &phrases, &dates);
    let quotations = Quotations::of(&doc);
    let cues = cue::find(&doc, &phrases);
    let found = attribution::find(&doc, &phrases, &quotations, &cues);
    let attributions = attribution::publish(&doc, &phrases, &quotations, &dates, &found);
    let claims = claim::join(&doc, &dates, &quantities, &attributions);
    Annotations {
        sentences: doc.sentences.iter().map(|s| s.span).collect(),
        dates: time::mentions(&dates),
        quantities,
        attributions,
        claims,
        left_alone: Vec::new(),
    }
}

/// The numbers of an article that are no amounts.
pub(crate) fn left_alone(article: &Article) -> Vec<LeftAlone> {
    let doc = Doc::new(article);
    let phrases = Phrases::of(&doc);
    let dates = time::find(&doc);
    let numerals = numeral::find(&doc);
    let amounts = quantity::find(&doc, &phrases, &numerals, &dates);
    quantity::left_alone(&doc, &numerals, &amounts, &dates)
}

/// The amounts of an article with what they measure.
fn quantities(doc: &Doc<'_>, phrases: &Phrases, dates: &[crate::layers::Date]) -> Vec<Quantity> {
    let numerals = numeral::find(doc);
    let amounts = quantity::find(doc, phrases, &numerals, dates);
    let frames = measure::find(doc, phrases, &amounts, dates);
    let pairs = amounts.into_iter().zip(frames);
    pairs.map(|(a, f)| quantity_of(doc, a, f)).collect()
}

/// An amount and its frame as one quantity.
fn quantity_of(doc: &Doc<'_>, amount: Amount, frame: Frame) -> Quantity {
    let mut because = amount.because;
    because.extend(frame.because);
    Quantity {
        span: doc.span_of(amount.tokens),
        number: doc.span_of(amount.number),
        value: amount.value,
        value_max: amount.value_max,
        form: amount.form,
        bound: amount.bound,
        unit: amount.unit,
        unit_span: amount.unit_tokens.map(|tokens| doc.span_of(tokens)),
        dimension: amount.dimension,
        change: amount.change,
        direction: frame.direction,
        kind: frame.kind,
        concept: frame.concept,
        measure: frame.measure,
        place: frame.place,
        between: frame.between,
        about: frame.about,
        part_of: frame.part_of,
        modality: frame.modality,
        period: frame.period,
        baseline: frame.baseline,
        conversion_of: amount.conversion_of,
        rule: amount.rule,
        because,
    }
}
