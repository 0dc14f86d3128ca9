//! Sources that are no people: polls, studies, records and the like, which show or find
//! things ("a poll found Kim ahead, with 40%").

use crate::attribution::found::Layers;
use crate::class::Class;
use crate::tag::Tag;
use std::ops::Range;

/// Nouns for what is looked up, measured or found, besides the documents of the lexicon.
const SHOWS: [&str; 34] = [
    "analysis",
    "audit",
    "average",
    "census",
    "count",
    "data",
    "estimate",
    "evidence",
    "experiment",
    "figure",
    "file",
    "filing",
    "finding",
    "footage",
    "forecast",
    "index",
    "inquiry",
    "investigation",
    "model",
    "number",
    "poll",
    "probe",
    "projection",
    "record",
    "recording",
    "report",
    "research",
    "result",
    "review",
    "statistic",
    "study",
    "survey",
    "test",
    "video",
];

/// Whether the source is a document or finding.
pub(super) fn is_document(l: &Layers<'_, '_>, source: &Range<usize>) -> bool {
    let person = source.clone().any(|i| l.doc.tag(i) == Tag::Wh);
    let shows = |i: usize| {
        l.doc.tag(i) == Tag::Noun
            && (SHOWS.contains(&l.doc.lemma(i)) || l.doc.can_be(i, Class::DOCUMENT_NOUN))
    };
    !person && source.clone().any(shows)
}
