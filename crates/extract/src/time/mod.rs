//! Dates and spans of time, read against the date of publication: the news
//! sense first ("Thursday" is the last one), never the clock.

mod absolute;
mod calendar;
mod days;
mod part;
mod reader;
mod relative;
mod span;

use crate::class::Class;
use crate::doc::Doc;
use crate::layers::Date;
use crate::token::{Kind, Shape};
use claimbook_model::annotation::DateMention;
use claimbook_model::{Rule, Span};
use reader::Reader;

/// The rules of this stage.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    absolute::RULES
        .iter()
        .chain(part::RULES)
        .chain(relative::RULES)
        .chain(span::RULES)
}

/// The dates of an article, in order; they do not overlap.
pub(crate) fn find(doc: &Doc<'_>) -> Vec<Date> {
    let mut dates = Vec::new();
    for sentence in &doc.sentences {
        let mut reader = None;
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if !can_open(doc, at) {
                at += 1;
                continue;
            }
            let reader = reader.get_or_insert_with(|| Reader {
                doc,
                end: sentence.tokens.end,
                future: looks_ahead(doc, sentence.tokens.clone()),
            });
            match span::read(reader, at) {
                Some(found) => {
                    let tokens = found.start..found.end.min(sentence.tokens.end);
                    dates.push(Date {
                        span: doc.span_of(tokens.clone()),
                        tokens,
                        value: found.value,
                        rule: found.rule,
                    });
                    at = found.end.max(at + 1);
                }
                None => at += 1,
            }
        }
    }
    dates
}

/// The date that a span of the text touches.
pub(crate) fn touching(dates: &[Date], span: Span) -> Option<&Date> {
    let at = dates.partition_point(|d| d.span.end <= span.start);
    dates.get(at).filter(|d| d.span.overlaps(span))
}

/// Whether the word makes the length of time before it a point in time ("two years ago").
pub(crate) fn is_offset(word: &str) -> bool {
    matches!(word, "ago" | "before" | "earlier" | "later")
}

/// Whether a date can begin at `at`: told from the word's class alone, since this is
/// asked of every token.
fn can_open(doc: &Doc<'_>, at: usize) -> bool {
    let opens = Class::MONTH
        .with(Class::WEEKDAY)
        .with(Class::OPENS_DATE)
        .with(Class::NUMBER_WORD)
        .with(Class::ORDINAL);
    let one = |t: usize| {
        doc.tokens.get(t).is_some_and(|t| {
            t.kind == Kind::Number
                || t.class.any(opens)
                || t.shape.is(Shape::HAS_DIGIT) && t.span.len() <= 6
        })
    };
    one(at) || (doc.can_be(at, Class::DET) && one(at + 1))
}

/// The dates that have a value, as annotations.
pub(crate) fn mentions(dates: &[Date]) -> Vec<DateMention> {
    let mention = |d: &Date| {
        Some(DateMention {
            span: d.span,
            value: d.value?,
            rule: d.rule,
        })
    };
    dates.iter().filter_map(mention).collect()
}

/// Whether a sentence speaks of what is to come. The word's class is asked first, since it
/// stands in the token.
fn looks_ahead(doc: &Doc<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    let class = Class::MODAL
        .with(Class::ADJECTIVE)
        .with(Class::VERB_PARTICIPLE);
    tokens.any(|t| {
        doc.can_be(t, class)
            && match doc.lower(t) {
                "will" | "shall" | "'ll" => true,
                "upcoming" | "scheduled" | "slated" | "expected" | "due" => true,
                "would" => doc.lower(t + 1) == "be",
                _ => false,
            }
    })
}
