//! Quantities and attributions joined to claims: what the ledger keeps.
//!
//! Every quantity that is worth it makes a claim, with the innermost attribution around
//! it; an attribution without a quantity makes one of its own.

mod speaker;
mod worth;

pub(crate) use worth::RULES;

use crate::doc::Doc;
use crate::layers::Date;
use claimbook_model::annotation::{Attribution, FoundClaim, Quantity, Source};
use claimbook_model::{
    Claim, Figure, Fix, Form, Modality, Quote, Review, SaidBy, Span, Stance, Style, squeeze,
};

/// Context kept on each side of a sentence, in characters: 32 leave 1.8% of
/// number mentions in news ambiguous, 8 leave 6.4%.
const CONTEXT: usize = 32;

/// The claims of one article, in text order.
pub(crate) fn join(
    doc: &Doc<'_>,
    dates: &[Date],
    quantities: &[Quantity],
    attributions: &[Attribution],
) -> Vec<FoundClaim> {
    let mut claims = Vec::new();
    let mut quotes = Quotes { doc, last: None };
    let mut with_figure = vec![false; attributions.len()];
    let spans: Vec<Span> = quantities.iter().map(|q| q.span).collect();
    let speakers = speaker::innermost(attributions, &spans);
    let worthy = |(_, q): &(usize, &Quantity)| worth::makes_claim(doc, dates, q);
    for (index, quantity) in quantities.iter().enumerate().filter(worthy) {
        let speaker = speakers[index];
        for around in speaker.into_iter().flat_map(|s| chain(attributions, s)) {
            with_figure[around] = true;
        }
        let sentence = sentence_at(doc, quantity.span);
        let said_by = speaker.map(|s| said_by(doc, attributions, s, sentence));
        let mut figure = figure(doc, quantities, quantity);
        figure.modality = speaker.map_or(figure.modality, |s| {
            modality(attributions, s, quantity.modality)
        });
        claims.push(FoundClaim {
            claim: claim(quotes.of(sentence), Some(figure), said_by),
            at: quantity.span,
            sentence,
            quantity: Some(index),
            attribution: speaker,
        });
    }
    for (index, attribution) in attributions.iter().enumerate() {
        if !with_figure[index] && !attribution.content.is_empty() {
            claims.push(statement_claim(doc, attributions, index, &mut quotes));
        }
    }
    claims.sort_by_key(|c| (c.sentence.start, c.at.start, c.at.end, c.quantity));
    claims
}

/// An attribution and those around it, from the inside out.
fn chain(attributions: &[Attribution], inner: usize) -> impl Iterator<Item = usize> + '_ {
    let outer = move |i: &usize| attributions[*i].outer.filter(|o| o != i);
    std::iter::successors(Some(inner), outer).take(attributions.len())
}

fn statement_claim(
    doc: &Doc<'_>,
    attributions: &[Attribution],
    index: usize,
    quotes: &mut Quotes<'_, '_>,
) -> FoundClaim {
    let content = &attributions[index].content;
    let at = content
        .iter()
        .copied()
        .reduce(Span::cover)
        .unwrap_or_default();
    let sentence = sentence_at(doc, content.first().copied().unwrap_or_default());
    let said_by = said_by(doc, attributions, index, sentence);
    FoundClaim {
        claim: claim(quotes.of(sentence), None, Some(said_by)),
        at,
        sentence,
        quantity: None,
        attribution: Some(index),
    }
}

fn sentence_at(doc: &Doc<'_>, span: Span) -> Span {
    let sentence = doc.sentence_of(doc.token_at(span.start));
    doc.sentences.get(sentence).map_or(span, |s| s.span)
}

/// Quotes sentences; the last one is kept, since a sentence often makes several claims.
struct Quotes<'d, 't> {
    doc: &'d Doc<'t>,
    last: Option<(Span, Quote)>,
}

impl Quotes<'_, '_> {
    fn of(&mut self, sentence: Span) -> Quote {
        let text = self.doc.text;
        let last = self.last.take().filter(|(at, _)| *at == sentence);
        let (_, quote) = self.last.insert(last.unwrap_or_else(|| {
            let quote = Quote {
                exact: squeeze(sentence.of(text)),
                prefix: before(text, sentence),
                suffix: after(text, sentence),
            };
            (sentence, quote)
        }));
        quote.clone()
    }
}

fn claim(quote: Quote, figure: Option<Figure>, said_by: Option<SaidBy>) -> Claim {
    Claim {
        id: String::new(),
        quote,
        figure,
        said_by,
        fix: Fix::default(),
        review: Review::default(),
        waive: Vec::new(),
        changes: Vec::new(),
        gone: false,
    }
}

/// Up to [`CONTEXT`] characters before the sentence, from a word's beginning.
fn before(text: &str, sentence: Span) -> String {
    let head = text.get(..sentence.start as usize).unwrap_or("");
    let window = head.char_indices().rev().nth(CONTEXT * 2 - 1);
    let words = squeeze(&head[window.map_or(0, |(at, _)| at)..]);
    let mut kept: Vec<&str> = Vec::new();
    let mut length = 0;
    for word in words.split(' ').rev() {
        length += word.chars().count() + usize::from(!kept.is_empty());
        if length > CONTEXT {
            break;
        }
        kept.push(word);
    }
    kept.reverse();
    kept.join(" ")
}

/// Up to [`CONTEXT`] characters after the sentence, to a word's end.
fn after(text: &str, sentence: Span) -> String {
    let tail = text.get(sentence.end as usize..).unwrap_or("");
    let window = tail.char_indices().nth(CONTEXT * 2);
    let words = squeeze(&tail[..window.map_or(tail.len(), |(at, _)| at)]);
    let mut kept = String::new();
    for word in words.split(' ') {
        if kept.chars().count() + 1 + word.chars().count() > CONTEXT {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    kept
}

fn figure(doc: &Doc<'_>, quantities: &[Quantity], quantity: &Quantity) -> Figure {
    let from_to = quantity.form == Form::FromTo;
    let implied = quantity.unit.as_ref().map(claimbook_model::Unit::dimension);
    let text = |q: &Quantity| squeeze(q.span.of(doc.text));
    Figure {
        text: text(quantity),
        value: if from_to {
            quantity.value_max.unwrap_or(quantity.value)
        } else {
            quantity.value
        },
        value_max: if from_to { None } else { quantity.value_max },
        from: from_to.then_some(quantity.value),
        bound: quantity.bound,
        unit: quantity.unit.clone(),
        dimension: Some(quantity.dimension).filter(|d| Some(*d) != implied),
        kind: quantity.kind,
        direction: quantity.direction,
        measure: quantity.measure.clone(),
        place: quantity.place.clone(),
        between: quantity.between.clone(),
        about: quantity.about.clone(),
        part_of: quantity.part_of.clone(),
        modality: quantity.modality,
        period: quantity.period,
        baseline: quantity.baseline,
        conversion_of: quantity
            .conversion_of
            .and_then(|i| quantities.get(i))
            .map(text),
    }
}

/// How firmly a figure is put by its speaker: what was not said is negated, what may or
/// will be said is a forecast; else its own clause tells, then the speaker's stance.
fn modality(
    attributions: &[Attribution],
    speaker: usize,
    own: Option<Modality>,
) -> Option<Modality> {
    let unsaid = chain(attributions, speaker).find_map(|a| attributions[a].modality);
    match (unsaid, own) {
        (Some(Modality::Negated), _) => Some(Modality::Negated),
        (Some(_), None | Some(Modality::Actual)) => Some(Modality::Forecast),
        (_, Some(own)) => Some(own),
        (None, None) => modality_of(attributions[speaker].stance),
    }
}

/// What a speaker's stance makes of a figure that is put plainly.
const fn modality_of(stance: Stance) -> Option<Modality> {
    match stance {
        Stance::Denies | Stance::Declines => Some(Modality::Negated),
        Stance::Predicts | Stance::Warns => Some(Modality::Forecast),
        Stance::Promises => Some(Modality::Planned),
        Stance::Urges | Stance::Asks | Stance::Suggests => Some(Modality::Possible),
        Stance::Asserts | Stance::Claims | Stance::Confirms => None,
    }
}

fn said_by(doc: &Doc<'_>, attributions: &[Attribution], index: usize, sentence: Span) -> SaidBy {
    let attribution = &attributions[index];
    let source = attribution.source.as_ref();
    let join = |spans: &[Span]| {
        squeeze(
            &spans
                .iter()
                .map(|s| s.of(doc.text))
                .collect::<Vec<_>>()
                .join(" "),
        )
    };
    let via = attribution
        .outer
        .and_then(|o| attributions.get(o))
        .and_then(|o| o.source.as_ref());
    SaidBy {
        name: source.and_then(|s| s.name.clone()),
        as_written: source.map(|s| join(&s.spans)),
        role: source.and_then(|s| role(s, &join(&s.spans))),
        cue: Some(join(&attribution.cue)).filter(|c| !c.is_empty()),
        style: attribution.style,
        stance: Some(attribution.stance).filter(|s| *s != Stance::Asserts),
        words: words_said(doc, attribution, sentence),
        said_on: attribution.said_on,
        venue: attribution.venue.map(|v| squeeze(v.of(doc.text))),
        via: via.map(|s| s.name.clone().unwrap_or_else(|| join(&s.spans))),
    }
}

/// The speaker's role, unless it only says again what is written of a speaker without a
/// name ("the opposition", "opposition").
fn role(source: &Source, written: &str) -> Option<String> {
    let bare = written
        .trim_start_matches("the ")
        .trim_start_matches("The ");
    let repeats = |r: &String| source.name.is_none() && bare.eq_ignore_ascii_case(r);
    source.role.clone().filter(|r| !repeats(r))
}

/// Longest speech, in bytes, that every claim in it repeats in full; of a longer one, only
/// what the claim's sentence holds.
const LONGEST_SPEECH: usize = 4096;

/// The words said, unless they are plainly one piece of the sentence: an
/// indirect clause, or all that stands in its only quotation marks.
fn words_said(doc: &Doc<'_>, attribution: &Attribution, sentence: Span) -> Option<String> {
    let content = &attribution.content;
    let one_piece = content.len() == 1 && sentence.contains(content[0]);
    let words = sentence.of(doc.text);
    let plain = match attribution.style {
        Style::Indirect => one_piece,
        Style::Direct => one_piece && words.chars().filter(|c| is_mark(*c)).count() == 2,
        Style::Mixed => false,
    };
    if plain {
        return None;
    }
    let whole = content.iter().map(|c| c.len()).sum::<usize>() <= LONGEST_SPEECH;
    let held = |c: &Span| if whole { Some(*c) } else { c.meet(sentence) };
    let pieces = content.iter().filter_map(held);
    let pieces: Vec<&str> = pieces.map(|c| inside_marks(c.of(doc.text))).collect();
    Some(squeeze(&pieces.join(" ")))
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\u{201C}' | '\u{201D}')
}

/// A piece of speech without the marks around it, the comma before its cue and the
/// "that" that opens it.
fn inside_marks(piece: &str) -> &str {
    let piece = piece.trim();
    let single = piece.strip_prefix('\u{2018}');
    let piece = single.map_or(piece, |p| p.strip_suffix('\u{2019}').unwrap_or(p));
    let marks = piece.chars().filter(|c| is_mark(*c)).count();
    let opened = piece.strip_prefix(is_mark);
    let open = opened.unwrap_or(piece);
    let balanced = opened.is_none() && marks % 2 == 0;
    let closed = if balanced {
        open
    } else {
        open.strip_suffix(is_mark).unwrap_or(open)
    };
    let plain = closed.strip_suffix(',').unwrap_or(closed);
    plain.strip_prefix("that ").unwrap_or(plain)
}
