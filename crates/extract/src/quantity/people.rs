//! People counted without a noun, by what happened to them: "left 40 dead", "killed 13",
//! "some 3,000 were displaced", "the death toll rose to 56".

use crate::class::Class;
use crate::doc::Doc;
use crate::tag::Tag;

/// Verbs whose unnamed counted objects are people.
const VERBS: [&str; 16] = [
    "arrest",
    "behead",
    "detain",
    "displace",
    "evacuate",
    "execute",
    "hospitalise",
    "hospitalize",
    "hurt",
    "infect",
    "injure",
    "jail",
    "kill",
    "orphan",
    "vaccinate",
    "wound",
];

/// Verbs whose unnamed counted subjects are people.
const FATES: [&str; 4] = ["die", "drown", "perish", "survive"];

/// What people are said to be after it.
const STATES: [&str; 3] = ["dead", "homeless", "missing"];

/// Whether the lemma is a verb of what is done to people.
pub(crate) fn is_done_to_people(lemma: &str) -> bool {
    VERBS.contains(&lemma)
}

/// Whether the word tells what became of people ("dead", "injured").
pub(crate) fn is_state_of_people(doc: &Doc<'_>, at: usize) -> bool {
    STATES.contains(&doc.lower(at)) || is_done(doc, at)
}

/// "40 dead", "12 still missing", "60 others injured": the word that tells what became
/// of them, when it stands for a noun.
pub(super) fn state_after(doc: &Doc<'_>, number_end: usize, end: usize) -> Option<usize> {
    let at = after_fillers(doc, number_end, end);
    let noun = matches!(doc.tag(at + 1), Tag::Noun | Tag::Name | Tag::Adjective)
        && !doc.can_be(at + 1, Class::TIME_NOUN.with(Class::OPENS_DATE));
    let hyphened = doc.is_mark(number_end, b'-');
    (at < end && is_state_of_people(doc, at) && !noun && !hyphened).then_some(at)
}

/// The verb by which a bare number counts people, before its hedge or after it.
pub(crate) fn verb_of(doc: &Doc<'_>, number_end: usize, hedge: usize, end: usize) -> Option<usize> {
    let after = after_fillers(doc, number_end, end);
    let noun = matches!(doc.tag(after), Tag::Noun | Tag::Name | Tag::Adjective);
    let done = |t: &usize| !noun && is_verb(doc, *t) && is_done_to_people(doc.lemma(*t));
    let before = hedge.checked_sub(1).filter(done);
    before.or_else(|| verb_after(doc, after, end))
}

/// Verbs and prepositions between a toll and its number.
const LEADS: [&str; 14] = [
    "at", "be", "by", "climb", "exceed", "hit", "number", "of", "pass", "reach", "stand",
    "surpass", "to", "top",
];

/// "the death toll rose to 56", "a toll of 12", "the number of injured reached 88".
pub(super) fn is_toll(doc: &Doc<'_>, start: usize, first: usize) -> bool {
    let led = start > first && LEADS.contains(&doc.lemma(start - 1));
    let noun = |t: &usize| matches!(doc.tag(*t), Tag::Noun | Tag::Name);
    let toll = (first..start)
        .rev()
        .find(noun)
        .is_some_and(|t| doc.is(t, "toll"));
    led && (toll || state_before(doc, start, first).is_some())
}

/// "the number of injured", "the number of the dead" before the amount.
pub(crate) fn state_before(doc: &Doc<'_>, start: usize, first: usize) -> Option<usize> {
    (first + 2..start).rev().find(|t| {
        let of = t - 1 - usize::from(doc.lower(t - 1) == "the");
        let number = of > first && matches!(doc.lower(of - 1), "number" | "count" | "toll");
        number && doc.lower(of) == "of" && is_state_of_people(doc, *t)
    })
}

/// "were displaced", "have died", "remain missing".
fn verb_after(doc: &Doc<'_>, from: usize, end: usize) -> Option<usize> {
    let help = |t: &usize| matches!(doc.tag(*t), Tag::Auxiliary | Tag::Adverb);
    let verb = (from..end.min(from + 4)).find(|t| !help(t))?;
    let fate = is_verb(doc, verb) && FATES.contains(&doc.lemma(verb));
    (fate || verb > from && is_state_of_people(doc, verb)).then_some(verb)
}

/// Past "others", "more" and "still".
fn after_fillers(doc: &Doc<'_>, from: usize, end: usize) -> usize {
    let filler = |t: &usize| matches!(doc.lower(*t), "more" | "other" | "others" | "still");
    (from..end).find(|t| !filler(t)).unwrap_or(end)
}

fn is_done(doc: &Doc<'_>, at: usize) -> bool {
    is_done_to_people(doc.lemma(at)) && matches!(doc.tag(at), Tag::Participle | Tag::Past)
        || matches!(
            doc.lower(at),
            "injured" | "wounded" | "hospitalised" | "hospitalized"
        )
}

fn is_verb(doc: &Doc<'_>, at: usize) -> bool {
    matches!(
        doc.tag(at),
        Tag::Verb | Tag::Past | Tag::Participle | Tag::Gerund
    )
}
