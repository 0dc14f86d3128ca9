//! The source beside a cue: the whole noun phrase with title, role, place and
//! identifying apposition, before the cue or, inverted, after it.

use crate::attribution::found::Layers;
use crate::class::Class;
use crate::phrase::NounPhrase;
use crate::tag::Tag;
use crate::token::Kind;
use std::ops::Range;

/// Longest apposition, in tokens.
const APPOSITION: usize = 28;

/// Prepositions that tie a noun phrase to the head of the source.
const TIES: [&str; 17] = [
    "of", "for", "at", "in", "from", "with", "on", "to", "behind", "near", "about", "against",
    "outside", "inside", "by", "into", "among",
];

/// The subject that ends right before `end`, not reaching before `floor`.
pub(crate) fn before(l: &Layers<'_, '_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut end = end;
    while end > floor && matches!(l.doc.tag(end - 1), Tag::Adverb) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|i| *i >= floor)?;
    if is_relative(l, last) {
        return Some(last..end);
    }
    if l.doc.is_mark(last, b',') || l.doc.is_kind(last, Kind::Dash) {
        return with_apposition(l, last, floor);
    }
    if l.doc.is_kind(last, Kind::Close) {
        let open = (floor..last)
            .rev()
            .find(|i| l.doc.is_kind(*i, Kind::Open))?;
        let head = plain(l, open, floor)?;
        return Some(head.start..end);
    }
    plain(l, end, floor).or_else(|| reduced(l, end, floor))
}

/// "A document filed Thursday says", "the agency on Tuesday said": the head before a day,
/// with the participle that the day belongs to.
fn reduced(l: &Layers<'_, '_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let day = phrase_ending(l, end, floor).filter(|p| is_time(l, &p.tokens))?;
    let mut at = day.tokens.start;
    while at > floor
        && (matches!(l.doc.tag(at - 1), Tag::Preposition | Tag::Adverb)
            || l.doc.tag(at - 1) == Tag::Participle)
    {
        at -= 1;
    }
    let filed = (at..day.tokens.start).any(|i| l.doc.tag(i) == Tag::Participle);
    let head = plain(l, at, floor)?;
    Some(head.start..if filed { end } else { at })
}

fn is_relative(l: &Layers<'_, '_>, token: usize) -> bool {
    l.doc.tag(token) == Tag::Wh && ["who", "which", "that"].iter().any(|w| l.doc.is(token, w))
}

/// "Ann Lee, a professor at Duke, said": head, apposition and closing comma.
fn with_apposition(l: &Layers<'_, '_>, closing: usize, floor: usize) -> Option<Range<usize>> {
    let lowest = floor.max(closing.saturating_sub(APPOSITION));
    let mut openings = (lowest..closing)
        .rev()
        .filter(|i| same_mark(l, *i, closing));
    openings
        .by_ref()
        .take(4)
        .filter(|open| is_apposition(l, open + 1..closing))
        .find_map(|open| {
            let head = before_mark(l, open, floor).filter(|h| !opens_description(l, h, floor))?;
            Some(head.start..closing + 1)
        })
}

/// "Ann Lee, 34, from Leeds, Yorkshire, said": the phrase before the comma belongs to a
/// description itself.
fn opens_description(l: &Layers<'_, '_>, head: &Range<usize>, floor: usize) -> bool {
    let comma = head.start.checked_sub(2).filter(|c| *c >= floor);
    comma.is_some_and(|c| l.doc.is_mark(c, b',') && l.doc.tag(c + 1) == Tag::Preposition)
}

/// The phrase before an opening mark, with its brackets ("Lee (R-Ohio), who ...").
fn before_mark(l: &Layers<'_, '_>, end: usize, floor: usize) -> Option<Range<usize>> {
    if end > floor && l.doc.is_kind(end - 1, Kind::Close) {
        let open = (floor..end - 1)
            .rev()
            .find(|i| l.doc.is_kind(*i, Kind::Open))?;
        return plain(l, open, floor).map(|r| r.start..end);
    }
    plain(l, end, floor).filter(|r| !is_time(l, r))
}

fn same_mark(l: &Layers<'_, '_>, token: usize, mark: usize) -> bool {
    !l.quotations.holds(token)
        && (l.doc.is_mark(token, b',') && l.doc.is_mark(mark, b',')
            || l.doc.is_kind(token, Kind::Dash) && l.doc.is_kind(mark, Kind::Dash))
}

/// Whether the words between two commas describe the phrase before them: a noun
/// phrase, a relative clause, a participle or a prepositional phrase, not a clause.
pub(crate) fn is_apposition(l: &Layers<'_, '_>, inner: Range<usize>) -> bool {
    let first = inner.start;
    if inner.is_empty() {
        return false;
    }
    match l.doc.tag(first) {
        Tag::Wh | Tag::Participle | Tag::Gerund | Tag::Preposition | Tag::Adverb => true,
        Tag::Number => !has_own_clause(l, &inner),
        _ => {
            let nominal = l
                .phrases
                .noun_at(first)
                .is_some_and(|n| n.tokens.start == first);
            nominal && !has_own_clause(l, &inner)
        }
    }
}

/// Whether a finite verb stands in the range before any relative word.
fn has_own_clause(l: &Layers<'_, '_>, inner: &Range<usize>) -> bool {
    let relative = inner.clone().find(|i| l.doc.tag(*i) == Tag::Wh);
    let until = relative.unwrap_or(inner.end);
    l.phrases
        .verbs_in(inner.start..until)
        .iter()
        .any(|v| v.finite)
}

/// The noun phrase that ends at `end`, with the phrases that its head is tied to
/// and its partners ("Russia and Venezuela").
fn plain(l: &Layers<'_, '_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut phrase = phrase_ending(l, end, floor).filter(|p| !names_time(l, p))?;
    loop {
        let start = phrase.tokens.start;
        let Some(link) = start.checked_sub(1).filter(|i| *i > floor) else {
            break;
        };
        let tied = l.doc.tag(link) == Tag::Preposition
            && TIES.iter().any(|t| l.doc.is(link, t))
            && !is_time(l, &phrase.tokens);
        let tied = tied || participle_head(l, link, floor).is_some();
        let joined = l.doc.tag(link) == Tag::Conjunction && opens_clause(l, link, floor);
        let listed = l.doc.is_mark(link, b',')
            && phrase_ending(l, link, floor)
                .is_some_and(|p| l.doc.tag(p.head) == Tag::Name && (p.tokens.start == floor))
            && l.doc.tag(phrase.head) == Tag::Name
            && end > phrase.tokens.end;
        let more = phrase_ending(l, link, floor).filter(|_| tied || joined || listed);
        let Some(more) = more.or_else(|| participle_head(l, link, floor)) else {
            break;
        };
        phrase = more;
    }
    let start = after_time(l, phrase.tokens.start, end);
    (start < end).then_some(start..end)
}

/// "last month", "this week": a time that no one would take for a speaker.
fn names_time(l: &Layers<'_, '_>, phrase: &NounPhrase) -> bool {
    l.doc.can_be(phrase.tokens.start, Class::OPENS_DATE)
        && l.doc.can_be(phrase.head, Class::TIME_NOUN)
        && phrase.tokens.len() == 2
}

/// "a poll released by", "officials familiar with": the noun phrase before a
/// participle or adjective and its preposition.
fn participle_head(l: &Layers<'_, '_>, link: usize, floor: usize) -> Option<NounPhrase> {
    let verb = link.checked_sub(1).filter(|i| *i > floor)?;
    let reduced = l.doc.tag(link) == Tag::Preposition
        && (matches!(l.doc.tag(verb), Tag::Participle | Tag::Gerund)
            && l.phrases.verb_at(verb).is_some_and(|v| v.tokens.len() == 1)
            || l.doc.tag(verb) == Tag::Adjective && l.phrases.noun_at(verb).is_none());
    phrase_ending(l, verb, floor).filter(|p| reduced && p.head + 1 == verb)
}

/// The noun phrase, cut at `floor`, whose last token stands before `end`.
fn phrase_ending(l: &Layers<'_, '_>, end: usize, floor: usize) -> Option<NounPhrase> {
    let last = end.checked_sub(1).filter(|i| *i >= floor)?;
    let Some(phrase) = l.phrases.noun_at(last) else {
        return counted_ending(l, last, floor);
    };
    let start = phrase.tokens.start.max(floor);
    (phrase.tokens.end >= end).then(|| NounPhrase {
        tokens: start..end,
        head: phrase.head.min(last),
    })
}

/// "the two" or "56 percent": a number that stands for people.
fn counted_ending(l: &Layers<'_, '_>, last: usize, floor: usize) -> Option<NounPhrase> {
    let number = if l.doc.is(last, "percent") || l.doc.is_mark(last, b'%') {
        last.checked_sub(1).filter(|i| *i >= floor)?
    } else {
        last
    };
    if l.doc.tag(number) == Tag::Determiner && l.doc.can_be(number, Class::QUANT) {
        return Some(NounPhrase {
            tokens: number..last + 1,
            head: last,
        });
    }
    if l.doc.tag(number) != Tag::Number {
        return aged(l, last, floor);
    }
    let opened = number > floor && l.doc.tag(number - 1) == Tag::Determiner;
    Some(NounPhrase {
        tokens: number - usize::from(opened)..last + 1,
        head: number,
    })
}

/// "the 43-year-old": a number, a hyphen and an adjective that stand for a person.
fn aged(l: &Layers<'_, '_>, last: usize, floor: usize) -> Option<NounPhrase> {
    let number = last.checked_sub(2).filter(|i| *i > floor)?;
    let hyphened = l.doc.tag(last) == Tag::Adjective && l.doc.is_kind(last - 1, Kind::Hyphen);
    let counted = l.doc.tag(number) == Tag::Number && l.doc.tag(number - 1) == Tag::Determiner;
    (hyphened && counted).then_some(NounPhrase {
        tokens: number - 1..last + 1,
        head: last,
    })
}

/// Whether the phrase before a conjunction begins its clause, so that both phrases
/// are subjects.
fn opens_clause(l: &Layers<'_, '_>, conjunction: usize, floor: usize) -> bool {
    let Some(first) = phrase_ending(l, conjunction, floor) else {
        return false;
    };
    let mut start = first.tokens.start;
    while start > floor + 1 && l.doc.is(start - 1, "of") {
        match phrase_ending(l, start - 1, floor) {
            Some(more) => start = more.tokens.start,
            None => break,
        }
    }
    start == floor
        || matches!(
            l.doc.tag(start - 1),
            Tag::Mark | Tag::Subordinator | Tag::Conjunction
        )
}

/// Whether the range is a day or month only.
pub(crate) fn is_time(l: &Layers<'_, '_>, range: &Range<usize>) -> bool {
    range.clone().all(|i| {
        l.doc
            .can_be(i, Class::WEEKDAY.with(Class::MONTH).with(Class::OPENS_DATE))
            || l.doc.can_be(i, Class::TIME_NOUN) && l.doc.tag(i) != Tag::Name
            || l.doc.tag(i) == Tag::Number
            || l.doc.tag(i) == Tag::Determiner
    })
}

/// Past day names that the phrase begins with ("Wednesday Borisov").
fn after_time(l: &Layers<'_, '_>, start: usize, end: usize) -> usize {
    (start..end)
        .find(|i| !l.doc.can_be(*i, Class::WEEKDAY.with(Class::MONTH)))
        .unwrap_or(end)
}

/// The subject that begins at `start`, after its verb ("said Lee, who ...").
pub(crate) fn after(l: &Layers<'_, '_>, start: usize, limit: usize) -> Option<Range<usize>> {
    if start >= limit {
        return None;
    }
    let phrase = match l.phrases.noun_at(start).filter(|n| n.tokens.start == start) {
        Some(phrase) => phrase.tokens.clone(),
        None => start..counted(l, start)?,
    };
    if l.doc.tag(start) != Tag::Number && is_time(l, &phrase) {
        return None;
    }
    let mut end = phrase.end.min(limit);
    loop {
        let next = extended(l, end, limit);
        if next == end {
            break;
        }
        end = next;
    }
    Some(start..with_tail(l, end, limit))
}

/// End of a number or quantity that stands for people ("one of the witnesses").
fn counted(l: &Layers<'_, '_>, start: usize) -> Option<usize> {
    let number = start + usize::from(l.doc.tag(start) == Tag::Determiner);
    (l.doc.tag(number) == Tag::Number).then_some(number + 1)
}

/// Past one more phrase tied to the source that ends at `end`.
fn extended(l: &Layers<'_, '_>, end: usize, limit: usize) -> usize {
    if end >= limit {
        return end;
    }
    if l.doc.is_kind(end, Kind::Open) {
        let close = (end..limit).find(|i| l.doc.is_kind(*i, Kind::Close));
        return close.map_or(end, |c| c + 1);
    }
    let participle = l.doc.tag(end) == Tag::Participle && l.doc.tag(end + 1) == Tag::Preposition;
    let end = end + usize::from(participle);
    let tie = l.doc.tag(end) == Tag::Preposition && TIES.iter().any(|t| l.doc.is(end, t))
        || l.doc.tag(end) == Tag::Conjunction;
    let Some(next) = l.phrases.noun_at(end + 1).filter(|_| tie) else {
        return end - usize::from(participle);
    };
    let circumstance = is_time(l, &next.tokens)
        || l.doc
            .can_be(next.head, Class::SPEECH_NOUN.with(Class::TIME_NOUN));
    let begins = next.tokens.start == end + 1 && next.tokens.end <= limit;
    if begins && !circumstance {
        next.tokens.end
    } else {
        end - usize::from(participle)
    }
}

/// A quotation that is no title inside a description ("the author of 'Harvest'").
fn is_speech(l: &Layers<'_, '_>, token: usize) -> bool {
    l.quotations.at(token).is_some_and(|q| {
        let titled = q.words < 8 && token > 0 && l.doc.tag(token - 1) != Tag::Mark;
        q.tokens.start == token && !titled
    })
}

/// Past appositions and relative clauses after commas ("Quispe, 61, who ...").
fn with_tail(l: &Layers<'_, '_>, end: usize, limit: usize) -> usize {
    let mut end = end;
    for _ in 0..3 {
        let next = past_description(l, end, limit);
        if next == end {
            break;
        }
        end = next;
    }
    end
}

/// Past one description between commas.
fn past_description(l: &Layers<'_, '_>, end: usize, limit: usize) -> usize {
    if end >= limit || !l.doc.is_mark(end, b',') {
        return end;
    }
    let close = (end + 1..limit)
        .find(|i| l.doc.is_mark(*i, b',') && !l.quotations.holds(*i) || is_speech(l, *i))
        .unwrap_or(limit);
    let inner = end + 1..close;
    let first = l.doc.tag(inner.start);
    let describes = matches!(
        first,
        Tag::Wh | Tag::Determiner | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number
    ) || l.doc.is(inner.start, "of");
    if describes && is_apposition(l, inner.clone()) && l.cue_at(inner.start).is_none() {
        close
    } else {
        end
    }
}
