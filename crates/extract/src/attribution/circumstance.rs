//! When and where it was said: the day and the place, person or occasion beside
//! a cue.

use crate::attribution::found::Found;
use crate::class::Class;
use crate::doc::Doc;
use crate::layers::Date;
use crate::phrase::Phrases;
use crate::tag::Tag;
use crate::token::Kind;
use chrono::{Days, NaiveDate};
use claimbook_model::{Period, Span};
use std::ops::Range;

/// Longest venue, in tokens.
const VENUE: usize = 24;

/// Prepositions that lead to an occasion or addressee.
const LEADS: [&str; 9] = [
    "in", "at", "during", "to", "before", "after", "outside", "from", "on",
];

/// The day of the utterance, from a date beside the cue or at the head of its sentence.
pub(crate) fn day(doc: &Doc<'_>, dates: &[Date], found: &Found) -> Option<NaiveDate> {
    let beside = dates_in(dates, &found.circumstances).find_map(single_day);
    let stated = beside.or_else(|| {
        let start = found
            .source
            .as_ref()
            .map_or(found.cue.start, |s| s.start.min(found.cue.start));
        let first = doc.sentences[doc.sentence_of(start)].tokens.start;
        let leading = first..start;
        let free = !leading.is_empty() && !leading.clone().any(|i| found.holds(i));
        let headed = free && leading.len() <= 6;
        headed
            .then(|| dates_in(dates, &leading).find_map(single_day))
            .flatten()
    });
    stated.map(|day| in_the_past(day, doc.published))
}

/// A weekday of an utterance is the last one, up to the day of publication.
fn in_the_past(day: NaiveDate, published: Option<NaiveDate>) -> NaiveDate {
    let week = Days::new(7);
    match published {
        Some(today) if day > today && day <= today + week => day - week,
        _ => day,
    }
}

fn dates_in<'d>(dates: &'d [Date], range: &Range<usize>) -> impl Iterator<Item = &'d Date> {
    let from = dates.partition_point(|d| d.tokens.start < range.start);
    let end = range.end;
    dates[from..]
        .iter()
        .take_while(move |d| d.tokens.end <= end)
}

/// The day of a date that is one day.
fn single_day(date: &Date) -> Option<NaiveDate> {
    let period: Period = date.value?;
    let first = period.first_day()?;
    (period.last_day() == Some(first)).then_some(first)
}

/// Where or to whom it was said: the addressee with the occasion after him, or the
/// occasion alone, dates left out.
pub(crate) fn venue(
    doc: &Doc<'_>,
    phrases: &Phrases,
    dates: &[Date],
    found: &Found,
) -> Option<Span> {
    let zone = found.circumstances.start
        ..found
            .circumstances
            .end
            .min(found.circumstances.start + VENUE);
    let mut at = zone.start;
    while at < zone.end {
        let end = dates_in(dates, &(at..zone.end))
            .next()
            .map_or(zone.end, |d| d.tokens.start);
        if let Some(range) = occasion(doc, phrases, at..end) {
            return Some(doc.span_of(range));
        }
        at = dates_in(dates, &(at..zone.end))
            .next()
            .map_or(zone.end, |d| d.tokens.end);
    }
    None
}

/// The phrase of an occasion or addressee in a range without dates.
fn occasion(doc: &Doc<'_>, phrases: &Phrases, range: Range<usize>) -> Option<Range<usize>> {
    let mut start = range.start;
    while start < range.end && matches!(doc.tag(start), Tag::Adverb | Tag::Mark) {
        start += 1;
    }
    let mut end = range.end;
    while end > start
        && (doc.tag(end - 1) == Tag::Preposition || doc.tag(end - 1) == Tag::Mark)
        && !doc.is_kind(end - 1, Kind::DoubleQuote)
    {
        end -= 1;
    }
    if start >= end {
        return None;
    }
    let addressee = phrases
        .noun_at(start)
        .is_some_and(|n| n.tokens.start == start);
    let led = LEADS.iter().any(|w| doc.is(start, w)) && happens(doc, phrases, start + 1);
    (addressee || led).then_some(start..end)
}

/// Whether a phrase names something said, an event, a medium, people or a body.
fn happens(doc: &Doc<'_>, phrases: &Phrases, at: usize) -> bool {
    let class = Class::SPEECH_NOUN
        .with(Class::DOCUMENT_NOUN)
        .with(Class::MEDIA)
        .with(Class::PEOPLE)
        .with(Class::ROLE)
        .with(Class::ORG_NAME)
        .with(Class::ORG_HEAD)
        .with(Class::GROUP_NOUN);
    let events = [
        "appearance",
        "briefing",
        "call",
        "ceremony",
        "conference",
        "debate",
        "event",
        "forum",
        "hearing",
        "meeting",
        "rally",
        "show",
        "session",
        "summit",
        "talk",
        "visit",
        "trip",
    ];
    phrases
        .noun_at(at)
        .is_some_and(|n| doc.can_be(n.head, class) || events.contains(&doc.lower(n.head)))
}
