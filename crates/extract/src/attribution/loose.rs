//! Speech that no verb of saying claims: other verbs beside a quotation, colons
//! after a name or clause, a dash before a name.

use crate::attribution::found::{Found, Layers};
use crate::attribution::subject;
use crate::class::Class;
use crate::phrase::VerbGroup;
use crate::quotation::Quotation;
use crate::tag::Tag;
use crate::token::{Kind, Shape};
use claimbook_model::{Rule, Stance};
use std::ops::Range;

/// Fewest words of a quotation that is speech without a verb of saying; shorter ones
/// are titles or words held at a distance.
const SPEECH: usize = 6;

/// Fewest words of a quotation with a signature.
const SIGNED: usize = 3;

/// Longest signature, in tokens.
const SIGNATURE: usize = 18;

/// Any verb beside a quotation that ends or begins like speech.
pub(crate) const BESIDE: Rule = Rule {
    id: "attribution-beside",
    layer: "attribution",
    doc: "A longer quotation with a comma and a subject with any verb beside it.",
    examples: &["[\"Nobody asked us before they closed the road,\"] Okafor grinned."],
    counter_examples: &["The \"closed road\" sign fell."],
};

/// A colon between a clause or name and what is said.
pub(crate) const COLON: Rule = Rule {
    id: "attribution-colon",
    layer: "attribution",
    doc: "A quotation after a colon, said by the subject or the name before it.",
    examples: &[
        "The mayor had a simple message: [\"Stay at home and wait for news.\"]",
        "Okafor: [\"Nobody asked us before they closed the road.\"]",
    ],
    counter_examples: &["The list is short: bread, milk and salt."],
};

/// A name, a colon and a sentence, at the head of a paragraph.
pub(crate) const HEADED: Rule = Rule {
    id: "attribution-headed",
    layer: "attribution",
    doc: "A paragraph that begins with a name or body and a colon: a headline or transcript.",
    examples: &["Okafor: [Dam Will Hold for Years]"],
    counter_examples: &["The list is short: bread, milk and salt."],
};

/// A dash between a quotation and the name of its speaker.
pub(crate) const DASH: Rule = Rule {
    id: "attribution-dash",
    layer: "attribution",
    doc: "A quotation followed by a dash and the name of its speaker.",
    examples: &[
        "[\"Nobody asked us before they closed the road.\"] — Ann Okafor",
        "[\"Nobody asked us.\"] -Mayor Ann Okafor (Lima), on her plan",
    ],
    counter_examples: &["The road — a narrow one — was closed."],
};

/// Rules of this room.
pub(crate) const RULES: [&Rule; 4] = [&BESIDE, &COLON, &HEADED, &DASH];

/// The attribution of an unclaimed quotation by its surroundings.
pub(crate) fn read(l: &Layers<'_, '_>, q: &Quotation) -> Option<Found> {
    colon(l, q).or_else(|| beside(l, q)).or_else(|| dash(l, q))
}

/// Longest speaker before the colon of a headline, in tokens.
const HEAD: usize = 7;

/// The attribution of a paragraph that begins with a speaker and a colon.
pub(crate) fn headed(l: &Layers<'_, '_>, paragraph: &Range<usize>) -> Option<Found> {
    let first = paragraph.start;
    let reach = paragraph.end.min(first + HEAD);
    let colon = (first + 1..reach).find(|i| l.doc.is_mark(*i, b':'))?;
    let start = colon + 1;
    let speaker = l.phrases.noun_at(colon - 1)?;
    let speaks = Class::ROLE
        .with(Class::PEOPLE)
        .with(Class::DOCUMENT_NOUN)
        .with(Class::ORG_HEAD);
    let names = l.doc.tag(speaker.head) == Tag::Name || l.doc.can_be(speaker.head, speaks);
    let time = l.doc.can_be(
        speaker.head,
        Class::TIME_NOUN.with(Class::MONTH).with(Class::WEEKDAY),
    );
    let glued = l.doc.has_shape(start, Shape::GLUED);
    if speaker.tokens.start != first || !names || time || glued || start + 3 > paragraph.end {
        return None;
    }
    let sentence = &l.doc.sentences[l.doc.sentence_of(start)].tokens;
    let last = if paragraph.end == sentence.end {
        sentence.clone()
    } else {
        paragraph.clone()
    };
    let end = l.words_end(&last);
    let free = !(start..end).any(|i| l.opens_quotation(i));
    (free && end > start).then(|| Found {
        circumstances: start..start,
        source: Some(first..colon),
        cue: colon..start,
        content: std::iter::once(start..end).collect(),
        stance: Stance::Asserts,
        modality: None,
        style: None,
        rule: HEADED.id,
        because: vec![("speaker at the head", first..colon)],
    })
}

fn make(q: &Quotation, source: Range<usize>, cue: Range<usize>, rule: &'static str) -> Found {
    Found {
        circumstances: cue.end..cue.end,
        source: Some(source),
        cue,
        content: std::iter::once(q.tokens.clone()).collect(),
        stance: Stance::Asserts,
        modality: None,
        style: None,
        rule,
        because: vec![("quotation", q.tokens.clone())],
    }
}

/// 'had one message: "..."' and 'Lee: "..."'.
fn colon(l: &Layers<'_, '_>, q: &Quotation) -> Option<Found> {
    let colon = q.tokens.start.checked_sub(1)?;
    if !l.doc.is_mark(colon, b':') || q.words < 2 {
        return None;
    }
    let first = l.doc.sentences[l.doc.sentence_of(colon)].tokens.start;
    if let Some((subject, verb)) = last_clause(l, first..colon) {
        return Some(make(q, subject, verb.tokens.start..colon + 1, COLON.id));
    }
    let headed = l.phrases.noun_at(first).filter(|n| {
        l.doc.tag(n.head) == Tag::Name && n.tokens.start == first && colon <= first + SIGNATURE
    });
    let name = match headed {
        Some(_) => first..colon,
        None => subject::before(l, colon, first)?,
    };
    Some(make(q, name, colon..colon + 1, COLON.id))
}

/// The last finite verb of a range that has a subject.
fn last_clause<'l>(
    l: &'l Layers<'_, '_>,
    range: Range<usize>,
) -> Option<(Range<usize>, &'l VerbGroup)> {
    let verbs = l.phrases.verbs_in(range.clone()).iter().rev();
    verbs
        .filter(|v| v.finite && !l.quotations.holds(v.main))
        .find_map(|v| Some((subject::before(l, v.tokens.start, range.start)?, v)))
}

/// '"...," Lee grinned' and '"...," grinned Lee'.
fn beside(l: &Layers<'_, '_>, q: &Quotation) -> Option<Found> {
    let last = l.doc.sentence_of(q.tokens.end - 1);
    let limit = l.doc.sentences[last].tokens.end;
    let at = q.tokens.end;
    if q.words < SPEECH || !ends_like_speech(l, q) || at >= limit {
        return None;
    }
    if let Some(verb) = l
        .phrases
        .verb_at(at)
        .filter(|v| v.finite && v.tokens.start == at)
    {
        let source = subject::after(l, verb.tokens.end, limit)?;
        return Some(make(q, source, verb.tokens.clone(), BESIDE.id));
    }
    let verb = l.phrases.verbs_in(at..limit).iter().find(|v| v.finite)?;
    let source = subject::before(l, verb.tokens.start, at)?;
    (source.start == at).then(|| make(q, source, verb.tokens.clone(), BESIDE.id))
}

/// A comma, question or exclamation mark before the closing mark.
fn ends_like_speech(l: &Layers<'_, '_>, q: &Quotation) -> bool {
    let Some(mut last) = q.tokens.end.checked_sub(2) else {
        return false;
    };
    while last > q.tokens.start && l.doc.is_kind(last, Kind::SingleQuote) {
        last -= 1;
    }
    [b',', b'?', b'!'].iter().any(|m| l.doc.is_mark(last, *m))
}

/// '"..." — Ann Lee': the name after a dash, at the end of the sentence or, when the
/// quotation opens its paragraph, with whatever describes it up to the paragraph's end.
fn dash(l: &Layers<'_, '_>, q: &Quotation) -> Option<Found> {
    let dash = q.tokens.end;
    let signs = l.doc.is_kind(dash, Kind::Dash)
        || l.doc.is_kind(dash, Kind::Open) && signed(l, q, dash + 1)
        || l.doc.is_kind(dash, Kind::Hyphen) && !l.doc.has_shape(dash, Shape::GLUED);
    if !signs {
        return None;
    }
    let start = dash + 1;
    let apart = signed(l, q, start);
    if l.doc.is_mark(start, b'@') && apart {
        return Some(make(q, start..start + 2, dash..start, DASH.id));
    }
    let name = l
        .phrases
        .noun_at(start)
        .filter(|n| n.tokens.start == start)?;
    let person = l.doc.tag(name.head) == Tag::Name && !l.doc.can_be(name.head, Class::PLACE);
    let ends = l.doc.tokens.get(name.tokens.end).is_none_or(|_| {
        l.doc.sentence_of(name.tokens.end) != l.doc.sentence_of(name.head)
            || l.doc.is_mark(name.tokens.end, b',')
    });
    let alone = person && ends && q.words >= SPEECH;
    (alone || apart && q.words >= SIGNED).then(|| {
        let source = subject::after(l, start, l.doc.tokens.len());
        make(
            q,
            source.unwrap_or(name.tokens.clone()),
            dash..start,
            DASH.id,
        )
    })
}

/// Whether nothing but the quotation and the words after a dash make up their paragraph:
/// a signature of a few words without a verb.
fn signed(l: &Layers<'_, '_>, q: &Quotation, start: usize) -> bool {
    let paragraph = |at: usize| {
        let found = l.doc.paragraphs.partition_point(|p| p.end <= at);
        l.doc.paragraphs.get(found).cloned().unwrap_or_default()
    };
    let rest = start..paragraph(start).end;
    let verb = l.phrases.verbs_in(rest.clone()).iter().any(|v| v.finite);
    let opens = paragraph(q.tokens.start).start == q.tokens.start;
    opens && !rest.is_empty() && rest.len() <= SIGNATURE && !verb
}
