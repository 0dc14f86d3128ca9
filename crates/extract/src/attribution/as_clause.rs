//! "As": a clause beside what somebody says ("The dam held, as Okafor noted").

use crate::attribution::found::Found;
use crate::attribution::verbal::Reading;
use crate::attribution::{content, shared};
use crate::cue::Cue;
use crate::cue_table::{CueClass, Frames};
use crate::tag::Tag;
use claimbook_model::Rule;
use std::ops::Range;

/// A cue under "as".
pub(crate) const AS: Rule = Rule {
    id: "attribution-as",
    layer: "attribution",
    doc: "What is said beside a clause with \"as\", a speaker and a verb of saying.",
    examples: &[
        "As the engineers noted in May, [the dam was never tested].",
        "[The dam was never tested], as the engineers noted.",
        "As first reported by the Herald, [the mine will close].",
    ],
    counter_examples: &["The dam leaked as the engineers noted the level."],
};

/// The attribution of a cue whose clause is opened by "as".
pub(super) fn read(
    r: &Reading<'_, '_, '_>,
    cue: &Cue,
    source: Option<&Range<usize>>,
) -> Option<Found> {
    let speaks = cue.takes(Frames::CLAUSE) && cue.entry.class != CueClass::Belief;
    let start = source.map_or(cue.tokens.start, |s| s.start);
    let opens = (r.sentence.tokens.start..start)
        .rev()
        .find(|i| r.l.doc.tag(*i) != Tag::Adverb && !r.l.doc.is(*i, "first"))?;
    if !speaks || !r.l.doc.is(opens, "as") {
        return None;
    }
    let source = source.cloned().or_else(|| shared::agent(r, cue))?;
    let end = (source.end.max(cue.tokens.end)..r.limit)
        .find(|i| r.parts(*i))
        .unwrap_or(r.limit);
    let verb = |range: Range<usize>| r.l.phrases.verbs_in(range).iter().any(|v| v.finite);
    if verb(source.end.max(cue.tokens.end)..end) {
        return None;
    }
    let beside = source.end.max(cue.tokens.end)..end;
    let content = around(r, opens, end)?;
    let mut found = Found::by_cue(cue, Some(source), content, beside, AS.id);
    found.because.push(("opens the clause", opens..opens + 1));
    Some(found)
}

/// The clause before a mark and "as", or after the clause of "as", or both when the
/// clause stands in the middle.
fn around(r: &Reading<'_, '_, '_>, opens: usize, end: usize) -> Option<Vec<Range<usize>>> {
    let first = r.sentence.tokens.start;
    let after = || {
        let from = end + 1;
        let to = content::clause_end(r.l, from, r.limit);
        (to > from).then_some(from..to)
    };
    let leads = (first..opens).all(|i| r.l.doc.tag(i) == Tag::Conjunction || r.is_comma(i));
    if leads {
        return Some(vec![after()?]);
    }
    if !r.parts(opens - 1) {
        return None;
    }
    let left = r.clause_start(opens - 1)..opens - 1;
    let finished = r.l.phrases.verbs_in(left.clone()).iter().any(|v| v.finite);
    let mut pieces = vec![left];
    if !finished {
        pieces.push(after()?);
    }
    Some(pieces)
}
