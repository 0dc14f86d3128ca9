//! What follows a cue: clause, infinitive, noun phrase or quotation, past the
//! person spoken to and the day and place of speaking.

use crate::attribution::found::Layers;
use crate::class::Class;
use crate::cue::Cue;
use crate::cue_table::Frames;
use crate::doc::Doc;
use crate::tag::Tag;
use crate::token::Kind;

/// How the content is joined to its cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joint {
    /// "that", "whether", "how".
    Word,
    /// A clause without a joining word.
    Bare,
    /// "to" and a verb.
    Infinitive,
    /// A noun phrase.
    Noun,
    /// A quotation, right after the cue or after a comma or colon.
    Quotation,
    /// A colon at the end of the sentence: the content is what follows it.
    Next,
}

/// Where the content of a cue begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Complement {
    /// Its first token.
    pub(crate) start: usize,
    /// End of the cue, with its preposition or colon.
    pub(crate) cue_end: usize,
    /// How it is joined.
    pub(crate) joint: Joint,
}

/// How far a complement is read, in tokens.
const REACH: usize = 160;

/// How far a quotation is looked for that a comma leads to, in tokens.
const FAR: usize = 32;

/// How many phrases may stand between a cue and its content.
const HOPS: usize = 8;

/// The complement of `cue` within a sentence whose words end at `limit`.
pub(crate) fn after(l: &Layers<'_, '_>, cue: &Cue, limit: usize) -> Option<Complement> {
    let limit = limit.min(cue.tokens.end + REACH);
    near(l, cue, limit).or_else(|| led_quotation(l, cue, limit))
}

/// The complement right after the cue or a few phrases on.
fn near(l: &Layers<'_, '_>, cue: &Cue, limit: usize) -> Option<Complement> {
    let mut at = cue.tokens.end;
    let mut told = cue.passive;
    for _ in 0..HOPS {
        if let Some(found) = begins(l, cue, at, limit, told) {
            return Some(found);
        }
        let next = hop(l, cue, at, limit, &mut told)?;
        at = next;
    }
    None
}

/// A quotation after a comma, colon or dash further on, when no other clause stands
/// between ("told the mayors who had come, "..."").
fn led_quotation(l: &Layers<'_, '_>, cue: &Cue, limit: usize) -> Option<Complement> {
    let speaks = cue.takes(Frames::QUOTE) && !cue.passive;
    if !speaks || l.quotation_before(cue.tokens.start).is_some() {
        return None;
    }
    let mut relative = false;
    for at in cue.tokens.end..limit.min(cue.tokens.end + FAR) {
        let leads = l.doc.is_mark(at, b',') || l.doc.is_mark(at, b':');
        if (leads || l.doc.is_kind(at, Kind::Dash)) && l.opens_quotation(at + 1) {
            return Some(Complement {
                start: at + 1,
                cue_end: cue.tokens.end,
                joint: Joint::Quotation,
            });
        }
        relative |= l.doc.tag(at) == Tag::Wh;
        let clause = l.phrases.verb_at(at).is_some_and(|v| v.finite) && !relative;
        let spoken = l.cue_at(at).is_some_and(|c| !c.passive);
        if clause || spoken || l.quotations.holds(at) || l.doc.tag(at) == Tag::Conjunction {
            return None;
        }
    }
    None
}

/// The complement that begins at `at`, if any.
fn begins(
    l: &Layers<'_, '_>,
    cue: &Cue,
    at: usize,
    limit: usize,
    told: bool,
) -> Option<Complement> {
    let adjacent = at == cue.tokens.end;
    let make = |start, joint| {
        Some(Complement {
            start,
            cue_end: cue.tokens.end,
            joint,
        })
    };
    if l.doc.is_mark(at, b':') && at <= limit {
        return after_colon(l, cue, at, limit);
    }
    if at >= limit {
        return None;
    }
    if l.opens_quotation(at) {
        return make(at, Joint::Quotation);
    }
    if l.doc.is_mark(at, b',') && l.opens_quotation(at + 1) {
        return make(at + 1, Joint::Quotation);
    }
    let that = l.doc.is(at, "that") && l.doc.tag(at) == Tag::Subordinator;
    if joins(l.doc, cue, at) || that && cue.takes(Frames::THAT) {
        return make(at, Joint::Word);
    }
    let may_act = !cue.takes(Frames::ADDRESSED) || told || adjacent;
    if l.doc.tag(at) == Tag::To && cue.takes(Frames::INFINITIVE) && may_act {
        return make(at, Joint::Infinitive);
    }
    if let Some(found) = after_preposition(l, cue, at).filter(|_| adjacent || told) {
        return Some(found);
    }
    if is_day(l, at) {
        return None;
    }
    let addressed = told || !cue.takes(Frames::ADDRESSED);
    if cue.takes(Frames::CLAUSE) && addressed && clause_at(l, at, limit) {
        return make(at, Joint::Bare);
    }
    let noun = cue.takes(Frames::NOUN)
        && adjacent
        && !cue.passive
        && l.phrases.noun_at(at).is_some_and(|n| n.tokens.start == at)
        && !(cue.takes(Frames::RECIPIENT) && leads_on(l, at, limit));
    let doing = cue.takes(Frames::NOUN) && adjacent && l.doc.tag(at) == Tag::Gerund;
    if doing && !cue.passive {
        return make(at, Joint::Infinitive);
    }
    if noun { make(at, Joint::Noun) } else { None }
}

fn after_colon(l: &Layers<'_, '_>, cue: &Cue, at: usize, limit: usize) -> Option<Complement> {
    let cue_end = if at == cue.tokens.end {
        at + 1
    } else {
        cue.tokens.end
    };
    let (start, joint) = if at + 1 >= limit {
        (at + 1, Joint::Next)
    } else if l.opens_quotation(at + 1) {
        (at + 1, Joint::Quotation)
    } else {
        (at + 1, Joint::Bare)
    };
    Some(Complement {
        start,
        cue_end,
        joint,
    })
}

/// "whether", "if" and question words that open what is asked or told.
fn joins(doc: &Doc<'_>, cue: &Cue, at: usize) -> bool {
    let word = |words: &[&str]| words.iter().any(|w| doc.is(at, w));
    let reports = cue.takes(Frames::THAT) || cue.takes(Frames::QUESTION);
    reports && word(&["whether", "how", "why", "what", "where"])
        || cue.takes(Frames::QUESTION)
            && (word(&["if"]) || at == cue.tokens.end && word(&["who", "which", "when"]))
}

/// "warned of a crisis": the preposition belongs to the cue.
fn after_preposition(l: &Layers<'_, '_>, cue: &Cue, at: usize) -> Option<Complement> {
    let id = l.doc.tokens.get(at)?.id;
    let leads =
        cue.entry.prepositions.contains(&id) && l.doc.tag(at) != Tag::To && !is_day(l, at + 1);
    leads.then_some(Complement {
        start: at + 1,
        cue_end: at + 1,
        joint: Joint::Noun,
    })
}

/// Whether "to" or "that" follows the noun phrase at `at`, so that it is the
/// person spoken to.
fn leads_on(l: &Layers<'_, '_>, at: usize, limit: usize) -> bool {
    let end = phrase_end(l, at, limit);
    end < limit && (l.doc.tag(end) == Tag::To || l.doc.is(end, "that"))
}

/// A weekday, month or time phrase.
fn is_day(l: &Layers<'_, '_>, at: usize) -> bool {
    let time = Class::WEEKDAY.with(Class::MONTH).with(Class::TIME_NOUN);
    l.doc.can_be(at, Class::WEEKDAY.with(Class::MONTH))
        && l.doc.has_shape(at, crate::token::Shape::CAPITAL)
        || l.phrases.noun_at(at).is_some_and(|n| {
            let subject = l.phrases.verb_at(n.tokens.end).is_some_and(|v| v.finite);
            l.doc.can_be(n.head, time) && !subject && l.doc.lemma(n.head) != "date"
        })
}

/// Past one phrase that may stand between cue and content.
fn hop(l: &Layers<'_, '_>, cue: &Cue, at: usize, limit: usize, told: &mut bool) -> Option<usize> {
    if at >= limit {
        return None;
    }
    let tag = l.doc.tag(at);
    if matches!(tag, Tag::Adverb | Tag::Particle | Tag::Negation) || l.doc.is(at, "ago") {
        return Some(at + 1);
    }
    if l.phrases.noun_at(at).is_some_and(|n| n.tokens.start == at) {
        let recipient = cue.takes(Frames::RECIPIENT) && !*told;
        if !recipient && !is_day(l, at) {
            return None;
        }
        *told |= recipient && !is_day(l, at);
        return Some(phrase_end(l, at, limit));
    }
    if matches!(tag, Tag::Preposition) {
        let noun = l.phrases.noun_at(at + 1)?;
        return (noun.tokens.start <= at + 1).then(|| phrase_end(l, at + 1, limit));
    }
    let comma = l.doc.is_mark(at, b',');
    if let Some(end) = region(l, at).filter(|end| *end < limit) {
        return Some(end);
    }
    let aside = comma && matches!(l.doc.tag(at + 1), Tag::Preposition | Tag::Adverb);
    let resumes = comma && l.doc.is(at + 1, "that");
    (aside || resumes).then_some(at + 1)
}

/// Past ", Wisconsin," after a place.
fn region(l: &Layers<'_, '_>, comma: usize) -> Option<usize> {
    let name = l.phrases.noun_at(comma + 1)?;
    let place = l.doc.tag(name.head) == Tag::Name && name.tokens.start == comma + 1;
    let marks = l.doc.is_mark(comma, b',') && l.doc.is_mark(name.tokens.end, b',');
    (place && marks).then_some(name.tokens.end + 1)
}

/// End of the noun phrase at `at` with what is tied to it by "of" and "and".
fn phrase_end(l: &Layers<'_, '_>, at: usize, limit: usize) -> usize {
    let mut end = l.phrases.noun_at(at).map_or(at + 1, |n| n.tokens.end);
    while end < limit {
        let tied = l.doc.is(end, "of") || l.doc.is(end, "and");
        let next = l
            .phrases
            .noun_at(end + 1)
            .filter(|n| tied && n.tokens.start == end + 1);
        match next {
            Some(n) => end = n.tokens.end,
            None => break,
        }
    }
    end.min(limit)
}

/// Whether a clause with its own subject begins at `at`.
pub(crate) fn clause_at(l: &Layers<'_, '_>, at: usize, limit: usize) -> bool {
    if opens_condition(l.doc, at) {
        let comma = (at..limit).find(|i| l.doc.is_mark(*i, b','));
        return comma.is_some_and(|c| clause_at(l, c + 1, limit));
    }
    let starts = l.phrases.noun_at(at).is_some_and(|n| n.tokens.start == at)
        || l.doc.tag(at) == Tag::Determiner
        || matches!(l.doc.tag(at), Tag::Number | Tag::Gerund | Tag::Ordinal)
        || l.doc.can_be(at, Class::EXPLETIVE);
    starts && finite_verb(l, at, limit).is_some()
}

/// Whether a main clause, not only relative ones, stands in the range.
pub(crate) fn has_main_clause(l: &Layers<'_, '_>, from: usize, to: usize) -> bool {
    let mut at = from.max(to.saturating_sub(REACH));
    while at < to {
        if finite_verb(l, at, to).is_some() {
            return true;
        }
        match (at..to).find(|i| l.doc.is_mark(*i, b',') && !l.quotations.holds(*i)) {
            Some(comma) => at = comma + 1,
            None => return false,
        }
    }
    false
}

fn opens_condition(doc: &Doc<'_>, at: usize) -> bool {
    let words = [
        "if", "because", "although", "while", "unless", "when", "once",
    ];
    words.iter().any(|w| doc.is(at, w))
}

/// The finite verb of the clause whose subject begins at `at`.
fn finite_verb(l: &Layers<'_, '_>, at: usize, limit: usize) -> Option<usize> {
    let mut i = at;
    let mut relative = false;
    while i < limit {
        if let Some(q) = l.quotations.at(i).filter(|q| q.tokens.start == i) {
            let verbs = l.phrases.verbs_in(q.tokens.clone());
            if i > at && !relative && verbs.iter().any(|v| v.finite) {
                return Some(i);
            }
            i = q.tokens.end;
            continue;
        }
        if let Some(group) = l.phrases.verb_at(i).filter(|g| g.tokens.start == i) {
            if group.finite && !relative {
                return (i > at).then_some(i);
            }
            relative &= !group.finite;
            i = group.tokens.end;
            continue;
        }
        match l.doc.tag(i) {
            Tag::Wh => relative = true,
            Tag::Modal if i > at && !relative => return Some(i),
            Tag::Subordinator if l.doc.is(i, "that") => relative = true,
            Tag::Subordinator => return None,
            Tag::Mark if ends_search(l, i) => return None,
            _ => {}
        }
        i += 1;
    }
    None
}

/// Marks after which no verb of this clause can follow.
fn ends_search(l: &Layers<'_, '_>, i: usize) -> bool {
    let next = l.doc.tag(i + 1);
    l.doc.is_kind(i, Kind::Stop)
        || l.doc.is_mark(i, b';')
        || l.doc.is_mark(i, b':')
        || l.doc.is_mark(i, b',')
            && (matches!(next, Tag::Gerund) || l.doc.is(i + 1, "but") || l.opens_quotation(i + 1))
}
