//! Cues: the verb groups that say that something was said.

use crate::class::Class;
use crate::cue_table::{CueEntry, Frames, cue_entry};
use crate::doc::Doc;
use crate::lexicon::WordId;
use crate::phrase::{Phrases, VerbGroup};
use crate::tag::Tag;
use claimbook_model::{Modality, Stance};
use std::ops::Range;

/// A verb group that may introduce what somebody said.
#[derive(Debug, Clone)]
pub(crate) struct Cue {
    /// The whole group with auxiliaries, negation, adverbs and particle.
    pub(crate) tokens: Range<usize>,
    /// The verb of saying.
    pub(crate) head: usize,
    /// Its row of the table.
    pub(crate) entry: &'static CueEntry,
    /// Whether it has tense and so a subject.
    pub(crate) finite: bool,
    /// Whether it is passive.
    pub(crate) passive: bool,
    /// An -ing form without auxiliary ("adding that").
    pub(crate) participle: bool,
    /// The attitude, negation taken in ("did not say" declines).
    pub(crate) stance: Stance,
    /// Whether and how it is not said outright ("did not say", "may say"), and the word
    /// that shows it.
    pub(crate) modality: Option<(Modality, usize)>,
}

impl Cue {
    /// Whether a frame is open to this cue.
    pub(crate) const fn takes(&self, frame: Frames) -> bool {
        self.entry.frames.has(frame)
    }
}

/// Verbs before "to say" that belong to the cue ("declined to comment").
const CARRIERS: [&str; 27] = [
    "appear", "attempt", "begin", "come", "continue", "decline", "expect", "fail", "go", "have",
    "hesitate", "intend", "like", "move", "need", "plan", "prepare", "refuse", "rush", "schedule",
    "seek", "seem", "start", "try", "use", "want", "wish",
];

/// Carriers by which the saying is still to come.
const PLANS: [&str; 9] = [
    "expect", "intend", "need", "plan", "prepare", "schedule", "seek", "want", "wish",
];

/// Carriers that turn the saying into its refusal.
const REFUSALS: [&str; 3] = ["decline", "fail", "refuse"];

/// All cues of an article, in order.
pub(crate) fn find(doc: &Doc<'_>, phrases: &Phrases) -> Vec<Cue> {
    let groups = &phrases.verbs;
    (0..groups.len())
        .filter_map(|i| read(doc, &groups[..i], &groups[i]))
        .collect()
}

fn read(doc: &Doc<'_>, before: &[VerbGroup], group: &VerbGroup) -> Option<Cue> {
    let next = doc
        .tokens
        .get(group.tokens.end)
        .map_or(WordId::UNKNOWN, |t| t.id);
    let entry = cue_entry(doc.entry(group.main).lemma, next)?;
    let infinitive = doc.tag(group.tokens.start) == Tag::To;
    let carrier = before
        .last()
        .filter(|c| infinitive && carries(doc, c, group));
    if infinitive && carrier.is_none() {
        return None;
    }
    let first = carrier.unwrap_or(group);
    let end = group.tokens.end + usize::from(entry.particle != WordId::UNKNOWN);
    let participle = doc.tag(group.main) == Tag::Gerund && first.tokens.start == group.main;
    let quoted_as = participle.then(|| passive_as(doc, before, group)).flatten();
    let start = quoted_as.map_or(first.tokens.start, |g| g.tokens.start);
    let refused = carrier.is_some_and(|c| REFUSALS.contains(&doc.lemma(c.main)));
    let negated = group.negated || first.negated || refused;
    Some(Cue {
        tokens: start..end,
        head: group.main,
        entry,
        finite: first.finite || quoted_as.is_some(),
        passive: group.passive || is_asked(doc, group),
        participle: participle && quoted_as.is_none(),
        stance: if negated {
            negative(entry.stance)
        } else {
            entry.stance
        },
        modality: modality(doc, first, group, negated && entry.stance != Stance::Denies),
    })
}

/// How far the saying is put as done: negated, to come, or possible.
fn modality(
    doc: &Doc<'_>,
    carrier: &VerbGroup,
    group: &VerbGroup,
    negated: bool,
) -> Option<(Modality, usize)> {
    if negated {
        let words = carrier.tokens.start..group.tokens.end;
        let shown = |i: &usize| doc.tag(*i) == Tag::Negation || REFUSALS.contains(&doc.lemma(*i));
        return Some((
            Modality::Negated,
            words.clone().find(shown).unwrap_or(group.main),
        ));
    }
    let plans = PLANS.contains(&doc.lemma(carrier.main)) && carrier.main != group.main;
    let word = carrier.modal.or_else(|| plans.then_some(carrier.main))?;
    let modality = match doc.lower(word) {
        "will" | "shall" | "'ll" => Modality::Forecast,
        _ if plans => Modality::Planned,
        _ => Modality::Possible,
    };
    let first_person = word > 0 && (doc.is(word - 1, "i") || doc.is(word - 1, "we"));
    (!first_person || modality == Modality::Forecast).then_some((modality, word))
}

/// "asked whether", "when told that": a bare past participle of a verb with somebody
/// spoken to, at the head of its clause.
fn is_asked(doc: &Doc<'_>, group: &VerbGroup) -> bool {
    let at = group.tokens.start;
    let alone = group.tokens.len() == 1;
    let before = at.checked_sub(1).map_or(Tag::Mark, |i| doc.tag(i));
    let opens = matches!(
        before,
        Tag::Mark | Tag::Wh | Tag::Subordinator | Tag::Adverb
    ) || doc.sentences[doc.sentence_of(at)].tokens.start == at;
    let when = at > 0 && doc.is(at - 1, "when") && doc.tag(at) == Tag::Past;
    alone && (doc.tag(at) == Tag::Participle && opens || when)
}

/// What is left of an attitude that is negated.
const fn negative(stance: Stance) -> Stance {
    match stance {
        Stance::Denies => Stance::Confirms,
        _ => Stance::Declines,
    }
}

/// Whether the group before an infinitive belongs to its cue.
fn carries(doc: &Doc<'_>, carrier: &VerbGroup, group: &VerbGroup) -> bool {
    let gap = carrier.tokens.end..group.tokens.start;
    let adjacent = gap.is_empty() || gap.len() == 1 && doc.can_be(gap.start, Class::PARTICLE);
    adjacent && CARRIERS.contains(&doc.lemma(carrier.main))
}

/// "was quoted as saying": the passive group before "as".
fn passive_as<'g>(
    doc: &Doc<'_>,
    before: &'g [VerbGroup],
    group: &VerbGroup,
) -> Option<&'g VerbGroup> {
    let last = before.last()?;
    let adjacent = last.tokens.end + 1 == group.tokens.start && doc.is(last.tokens.end, "as");
    (adjacent && last.passive).then_some(last)
}
