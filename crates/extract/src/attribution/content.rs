//! Where a content ends: at the sentence's final stop, unless another speaker, a
//! carried-on cue or a closing quotation ends it sooner.

use crate::attribution::found::Layers;
use crate::attribution::{complement, subject};
use crate::cue_table::Frames;
use crate::tag::Tag;
use crate::token::Kind;

/// How far a second speaker's verb is looked for, in tokens.
const REACH: usize = 14;

/// End of the clause content that begins at `from`, in a sentence whose words end at
/// `limit`. A quotation inside is taken whole, also when it runs past the sentence.
pub(crate) fn clause_end(l: &Layers<'_, '_>, from: usize, limit: usize) -> usize {
    ends(l, from, limit, false)
}

/// The same in a clause under another one ("When asked whether ..., he said"): it also
/// ends where the main clause begins.
pub(crate) fn inner_clause_end(l: &Layers<'_, '_>, from: usize, limit: usize) -> usize {
    ends(l, from, limit, true)
}

fn ends(l: &Layers<'_, '_>, from: usize, limit: usize, inner: bool) -> usize {
    let mut i = from;
    while i < limit {
        if let Some(q) = l.quotations.at(i) {
            i = q.tokens.end;
            continue;
        }
        if i > from && (cuts(l, i, limit) || inner && main_clause(l, i, limit)) {
            break;
        }
        i += 1;
    }
    trimmed(l, from, i)
}

/// ", he said": a comma, then a subject and its verb.
fn main_clause(l: &Layers<'_, '_>, comma: usize, limit: usize) -> bool {
    let subject = l
        .phrases
        .noun_at(comma + 1)
        .filter(|n| n.tokens.start == comma + 1);
    (l.doc.is_mark(comma, b',') || after_quoted_comma(l, comma + 1))
        && subject.is_some_and(|n| {
            (n.tokens.end..limit.min(n.tokens.end + 3))
                .any(|i| l.phrases.verb_at(i).is_some_and(|v| v.finite))
        })
}

/// End of a noun-phrase content: it also ends at commas and at new clauses.
pub(crate) fn noun_end(l: &Layers<'_, '_>, from: usize, limit: usize) -> usize {
    let mut i = from;
    let mut relative = false;
    while i < limit {
        if let Some(q) = l.quotations.at(i) {
            i = q.tokens.end;
            continue;
        }
        let tag = l.doc.tag(i);
        relative |= tag == Tag::Wh || l.doc.is(i, "that");
        let verb = l
            .phrases
            .verb_at(i)
            .is_some_and(|g| g.finite && g.tokens.start == i);
        let clause = tag == Tag::Subordinator && !l.doc.is(i, "that") && !relative;
        if i > from
            && (cuts(l, i, limit)
                || clause
                || verb && !relative
                || l.doc.is_mark(i, b',') && !relative && !listed(l, i) && !describes(l, i))
        {
            break;
        }
        i += 1;
    }
    trimmed(l, from, i)
}

/// A comma before a relative clause that belongs to the phrase.
fn describes(l: &Layers<'_, '_>, comma: usize) -> bool {
    l.doc.is(comma + 1, "which") || l.doc.is(comma + 1, "who")
}

/// A comma between adjectives or items of a list.
fn listed(l: &Layers<'_, '_>, comma: usize) -> bool {
    let next = l.doc.tag(comma + 1);
    matches!(next, Tag::Adjective) || l.doc.is(comma + 1, "and")
}

/// Trailing commas and dashes are no content.
pub(crate) fn trimmed(l: &Layers<'_, '_>, from: usize, mut end: usize) -> usize {
    while end > from
        && !l.quotations.holds(end - 1)
        && (l.doc.is_mark(end - 1, b',')
            || l.doc.is_kind(end - 1, Kind::Dash)
            || l.doc.is_mark(end - 1, b';')
            || l.doc.is_kind(end - 1, Kind::Open))
    {
        end -= 1;
    }
    end
}

/// Whether another attribution or the writer's own voice begins at `i`.
fn cuts(l: &Layers<'_, '_>, i: usize, limit: usize) -> bool {
    if l.doc.is(i, "according") && l.doc.is(i + 1, "to") {
        return true;
    }
    if l.doc.is_mark(i, b',') {
        let next = i + 1;
        let participle = l.cue_at(next).is_some_and(|c| c.participle || c.finite);
        return concedes(l, next)
            || sums_up(l, next, limit)
            || participle
            || closing_cue(l, next, limit)
            || carries_on(l, next, limit)
            || new_speaker(l, next, limit);
    }
    if l.doc.is_kind(i, Kind::Dash) {
        return !(i + 1..limit).any(|j| l.doc.is_kind(j, Kind::Dash) && !l.quotations.holds(j));
    }
    if turns_to_speech(l, i, limit) {
        return true;
    }
    let carried = matches!(l.doc.tag(i), Tag::Gerund | Tag::Subordinator);
    (carried || l.doc.is(i, "but")) && after_quoted_comma(l, i)
        || l.doc.tag(i) == Tag::Conjunction && carries_on(l, i, limit)
}

/// ", though", ", even as": after the comma the writer speaks.
fn concedes(l: &Layers<'_, '_>, at: usize) -> bool {
    let word = at + usize::from(l.doc.is(at, "even"));
    let though = ["though", "although"].iter().any(|w| l.doc.is(word, w));
    though || word > at && l.doc.is(word, "as")
}

/// ", a gap that ..." at the end: the writer's own word for what was said.
fn sums_up(l: &Layers<'_, '_>, at: usize, limit: usize) -> bool {
    let opens = ["a", "an", "one", "something"]
        .iter()
        .any(|w| l.doc.is(at, w));
    let described =
        |i: usize| l.doc.is_mark(i, b',') || l.doc.tag(i) == Tag::Wh || l.doc.is(i, "that");
    let acts = |i: usize| {
        l.doc.tag(i) == Tag::Conjunction || l.phrases.verb_at(i).is_some_and(|v| v.finite)
    };
    opens && !(at..limit).take_while(|i| !described(*i)).any(acts)
}

/// "before adding that", "while denying": a participle of saying that shares the speaker.
fn turns_to_speech(l: &Layers<'_, '_>, i: usize, limit: usize) -> bool {
    let joins = ["before", "after", "while"].iter().any(|w| l.doc.is(i, w));
    joins
        && l.cue_at(i + 1)
            .is_some_and(|c| c.participle && complement::after(l, c, limit).is_some())
}

/// Whether a quotation that ends in a comma stands right before the token.
fn after_quoted_comma(l: &Layers<'_, '_>, token: usize) -> bool {
    token > 1 && l.quotation_before(token).is_some() && l.doc.is_mark(token - 2, b',')
}

/// ", Okafor recalled" at the end of the sentence: the words before it are hers.
fn closing_cue(l: &Layers<'_, '_>, at: usize, limit: usize) -> bool {
    let next = l.cues.partition_point(|c| c.tokens.start <= at);
    let Some(cue) = l
        .cues
        .get(next)
        .filter(|c| c.tokens.start < limit.min(at + REACH))
    else {
        return false;
    };
    let speaks = cue.finite && cue.takes(Frames::CLAUSE) && !cue.passive;
    let ends = limit <= cue.tokens.end + 3 && complement::after(l, cue, limit).is_none();
    speaks && ends && subject::before(l, cue.tokens.start, at).is_some_and(|s| s.start == at)
}

/// "and added that": a conjunction and a cue that shares the speaker.
fn carries_on(l: &Layers<'_, '_>, at: usize, limit: usize) -> bool {
    if l.doc.tag(at) != Tag::Conjunction {
        return false;
    }
    let mut verb = at + 1;
    while verb < limit && l.doc.tag(verb) == Tag::Adverb && l.cue_at(verb).is_none() {
        verb += 1;
    }
    let Some(cue) = l.cue_at(verb) else {
        return false;
    };
    let finite = cue.finite && !cue.passive || cue.participle;
    finite && complement::after(l, cue, limit).is_some()
}

/// ", but Kim said that": a conjunction, a subject and its cue.
fn new_speaker(l: &Layers<'_, '_>, at: usize, limit: usize) -> bool {
    let joined = l.doc.tag(at) == Tag::Conjunction
        || ["while", "although", "though", "whereas"]
            .iter()
            .any(|w| l.doc.is(at, w));
    if !joined {
        return false;
    }
    let next = l.cues.partition_point(|c| c.tokens.start <= at + 1);
    let Some(cue) = l
        .cues
        .get(next)
        .filter(|c| c.tokens.start < limit.min(at + REACH))
    else {
        return false;
    };
    let subject = subject::before(l, cue.tokens.start, at + 1);
    let begins = subject.is_some_and(|s| s.start == at + 1);
    begins && cue.finite && complement::after(l, cue, limit).is_some()
}
