//! Attributions: who said what, with which word.
//!
//! Each cue is read once with what stands around it; quotations that are left go
//! to the speaker they continue. Then the parts are laid over each other: what
//! lies inside another content is nested.

mod accord;
mod as_clause;
mod circumstance;
mod complement;
mod content;
mod evidence;
mod found;
mod inside;
mod loose;
mod noun;
mod relative;
mod shared;
mod subject;
mod unclaimed;
mod verbal;

use crate::cue::Cue;
use crate::doc::Doc;
use crate::layers::Date;
use crate::phrase::Phrases;
use crate::quotation::Quotations;
use crate::resolve;
use crate::token::Kind;
use claimbook_model::annotation::{Attribution, Because};
use claimbook_model::{Rule, Style};
pub(crate) use found::{Found, Layers};
use std::ops::Range;

/// The rules of attribution.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    verbal::RULES
        .into_iter()
        .chain([
            &accord::ACCORDING,
            &noun::NOUN,
            &relative::RELATIVE,
            &as_clause::AS,
        ])
        .chain(loose::RULES)
}

/// All attributions of the article, by the first token of cue or content.
pub(crate) fn find(
    doc: &Doc<'_>,
    phrases: &Phrases,
    quotations: &Quotations,
    cues: &[Cue],
) -> Vec<Found> {
    let l = Layers {
        doc,
        phrases,
        quotations,
        cues,
    };
    let mut found = Vec::new();
    let mut next_cue = 0;
    for sentence in &doc.sentences {
        let limit = l.words_end(&sentence.tokens);
        let first = found.len();
        let mut nouns = phrases.nouns_in(sentence.tokens.clone()).iter().peekable();
        for at in sentence.tokens.clone() {
            if let Some(f) = accord::read(&l, sentence, limit, at) {
                found.push(f);
            }
            let phrase = nouns.next_if(|n| n.head == at);
            found.extend(phrase.and_then(|n| noun::read(&l, sentence, n, limit)));
            let Some(cue) = cues.get(next_cue).filter(|c| c.tokens.start <= at) else {
                continue;
            };
            next_cue += 1;
            let reading = verbal::Reading {
                l: &l,
                sentence,
                limit,
                found: &found[first..],
            };
            if let Some(f) = reading.read(cue) {
                found.push(f);
            }
        }
    }
    found.extend(doc.paragraphs.iter().filter_map(|p| loose::headed(&l, p)));
    unclaimed::join(&l, &mut found);
    found.retain_mut(Found::is_whole);
    let told = inside::read(&l, &found);
    found.extend(told);
    found.sort_by_key(|f| (f.content[0].start.min(f.cue.start), f.cue.start));
    found
}

/// The attributions as the model has them, with style and nesting, sources as written.
pub(crate) fn publish(
    doc: &Doc<'_>,
    phrases: &Phrases,
    quotations: &Quotations,
    dates: &[Date],
    found: &[Found],
) -> Vec<Attribution> {
    let outers: Vec<Option<usize>> = (0..found.len()).map(|n| outer(found, n)).collect();
    let nested: Vec<bool> = outers.iter().map(Option::is_some).collect();
    let sources = resolve::sources(doc, phrases, quotations, found, &nested);
    found
        .iter()
        .zip(sources)
        .zip(outers)
        .map(|((f, source), outer)| Attribution {
            source,
            cue: if f.cue.is_empty() {
                Vec::new()
            } else {
                vec![doc.span_of(f.cue.clone())]
            },
            content: f.content.iter().map(|c| doc.span_of(c.clone())).collect(),
            style: f
                .style
                .unwrap_or_else(|| style(doc, quotations, &f.content)),
            stance: f.stance,
            modality: f.modality,
            nested: outer.is_some(),
            outer,
            said_on: circumstance::day(doc, dates, f),
            venue: circumstance::venue(doc, phrases, dates, f),
            rule: f.rule,
            because: because(doc, f, outer.map(|o| &found[o])),
        })
        .collect()
}

/// The words that an attribution rests on: its cue, its source, and the cue of the
/// attribution around it.
fn because(doc: &Doc<'_>, f: &Found, outer: Option<&Found>) -> Vec<Because> {
    let own = f.because.iter().cloned();
    let source = f.source.clone().map(|s| ("source", s));
    let around = outer
        .map(|o| ("inside what is said by", o.cue.clone()))
        .filter(|(_, cue)| !cue.is_empty());
    own.chain(source)
        .chain(around)
        .map(|(what, tokens)| Because {
            what,
            span: doc.span_of(tokens),
        })
        .collect()
}

/// The smallest other attribution whose content holds the cue of `found[n]`.
fn outer(found: &[Found], n: usize) -> Option<usize> {
    let inner = &found[n];
    let at = if inner.cue.is_empty() {
        inner.content[0].start
    } else {
        inner.cue.start
    };
    let window = n.saturating_sub(8)..found.len().min(n + 9);
    window
        .filter(|m| *m != n && found[*m].holds(at) && !inner.holds(found[*m].cue.start))
        .min_by_key(|m| (found[*m].len(), *m))
}

/// Direct, indirect or mixed, by the words inside quotation marks.
fn style(doc: &Doc<'_>, quotations: &Quotations, content: &[Range<usize>]) -> Style {
    let mut words = content
        .iter()
        .flat_map(Clone::clone)
        .filter(|i| doc.is_kind(*i, Kind::Word) || doc.is_kind(*i, Kind::Number));
    let quoted = words.clone().any(|i| quotations.holds(i));
    let plain = words.any(|i| !quotations.holds(i));
    match (quoted, plain) {
        (true, false) => Style::Direct,
        (true, true) => Style::Mixed,
        _ => Style::Indirect,
    }
}
