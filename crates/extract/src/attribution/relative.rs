//! A cue inside a relative clause: "a risk that experts say is small" reports that the
//! risk is small.

use crate::attribution::content;
use crate::attribution::found::{Found, Layers};
use crate::cue::Cue;
use crate::cue_table::Frames;
use crate::tag::Tag;
use claimbook_model::Rule;
use std::ops::Range;

/// A cue between a relative pronoun and its verb.
pub(crate) const RELATIVE: Rule = Rule {
    id: "attribution-relative",
    layer: "attribution",
    doc: "A speaker and verb of saying between a relative pronoun, or the noun that is meant, and its verb.",
    examples: &[
        "They crossed a bridge [that] engineers say [may fall].",
        "It was a delay [which] the owner said [was not his fault].",
    ],
    counter_examples: &["They crossed a bridge that engineers say little about."],
};

/// The attribution of a cue whose next word is the verb of what was said.
pub(crate) fn read(
    l: &Layers<'_, '_>,
    cue: &Cue,
    source: &Range<usize>,
    limit: usize,
) -> Option<Found> {
    let from = cue.tokens.end;
    let verb = l.phrases.verb_at(from)?;
    let follows = verb.tokens.start == from && verb.finite && from < limit;
    if !follows || !cue.finite || cue.passive || !cue.takes(Frames::CLAUSE) {
        return None;
    }
    let meant = meant(l, source)?;
    let meant_words = meant.clone();
    let content = vec![meant, from..content::clause_end(l, from, limit)];
    let mut found = Found::by_cue(cue, Some(source.clone()), content, from..from, RELATIVE.id);
    found.because.push(("what is meant", meant_words));
    Some(found)
}

/// The relative pronoun before the speaker, or the noun phrase before a speaker who is
/// a pronoun or opens a phrase of his own ("a decision they say was late").
fn meant(l: &Layers<'_, '_>, source: &Range<usize>) -> Option<Range<usize>> {
    let start = source.start;
    let before = start.checked_sub(1)?;
    let pronoun = l.doc.tag(before) == Tag::Wh || l.doc.is(before, "that");
    if pronoun {
        return Some(before..start);
    }
    let phrase = l
        .phrases
        .noun_at(before)
        .filter(|n| n.tokens.end == start)?;
    Some(phrase.tokens.clone())
}
