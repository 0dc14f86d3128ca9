//! Verbs of saying with their speaker and content, in every order.

use crate::attribution::complement::{self, Complement, Joint};
use crate::attribution::found::{Found, Layers};
use crate::attribution::{as_clause, content, evidence, relative, shared, subject};
use crate::cue::Cue;
use crate::cue_table::{CueClass, Frames};
use crate::doc::Sentence;
use crate::tag::Tag;
use crate::token::Kind;
use claimbook_model::{Rule, Stance};
use std::ops::Range;

/// Speaker, verb, content.
pub(crate) const BEFORE: Rule = Rule {
    id: "attribution-verb",
    layer: "attribution",
    doc: "A verb of saying between its speaker and what was said.",
    examples: &[
        "The harbour master said [that two ferries had collided].",
        "Ms. Okafor has repeatedly denied [taking part in the sale].",
        "Kim told reporters on Monday [the bridge would reopen in May].",
    ],
    counter_examples: &["The committee reports to the council."],
};

/// Content, then speaker and verb.
pub(crate) const AFTER: Rule = Rule {
    id: "attribution-verb-after",
    layer: "attribution",
    doc: "What was said, followed or parted by its speaker and verb.",
    examples: &[
        "[The bridge will reopen in May], the engineers said.",
        "[\"We are ready,\"] Okafor said on Monday.",
    ],
    counter_examples: &["After the storm, the engineers left."],
};

/// Content, then verb and speaker.
pub(crate) const INVERTED: Rule = Rule {
    id: "attribution-verb-inverted",
    layer: "attribution",
    doc: "What was said, followed by its verb and then its speaker.",
    examples: &["[\"We are ready,\"] said Ann Okafor, who leads the team."],
    counter_examples: &["\"Ready\" is the word, and few use it."],
};

/// A verb of saying that shares the speaker of the one before it.
pub(crate) const CARRIED: Rule = Rule {
    id: "attribution-carried",
    layer: "attribution",
    doc: "A participle or second verb of saying with the speaker of the clause before it.",
    examples: &["The mine will close, the owner said, adding [that 40 jobs would go]."],
    counter_examples: &["The mine will close, leaving 40 people without work."],
};

/// Rules of this room.
pub(crate) const RULES: [&Rule; 4] = [&BEFORE, &AFTER, &INVERTED, &CARRIED];

/// One sentence being read.
pub(crate) struct Reading<'a, 'l, 't> {
    pub(crate) l: &'a Layers<'l, 't>,
    pub(crate) sentence: &'a Sentence,
    /// End of the sentence's words.
    pub(crate) limit: usize,
    /// What was found in this sentence so far.
    pub(crate) found: &'a [Found],
}

impl Reading<'_, '_, '_> {
    /// The attribution that `cue` makes, if any.
    pub(crate) fn read(&self, cue: &Cue) -> Option<Found> {
        if self.l.quotations.holds(cue.head) {
            return None;
        }
        let complement = complement::after(self.l, cue, self.limit);
        let floor = self.floor(cue.tokens.start);
        let source = self.subject(cue, floor);
        let start = source.as_ref().map_or(cue.tokens.start, |s| s.start);
        let quoted = self.follows_quotation(start);
        if let Some(found) = self.inverted(cue, complement) {
            return Some(found);
        }
        let bare = complement.is_none();
        if let Some(found) = bare.then(|| self.bare(cue, source.as_ref())).flatten() {
            return Some(found);
        }
        let spoken_first = cue.takes(Frames::QUOTE) || cue.takes(Frames::CLAUSE);
        let quoted = quoted && (start > self.sentence.tokens.start || self.is_short(cue));
        if quoted && spoken_first && source.is_some() && !takes_clause(complement) {
            return Some(self.postposed(cue, source, start));
        }
        if let Some(complement) = complement {
            if source.is_some() && self.is_split(complement, start) {
                return Some(self.postposed(cue, source, start));
            }
            return self.preposed(cue, complement, source);
        }
        let aside = self.is_comma(cue.tokens.end) && !self.is_participle(floor);
        let relative = self.l.doc.tag(start) == Tag::Wh;
        let parted = !relative
            && start > floor
            && self.parts(start - 1)
            && (aside || self.says_before(floor, start - 1));
        let may = source.is_some() && cue.finite && spoken_first && !cue.passive;
        if parted && may && cue.entry.class != CueClass::Belief {
            return Some(self.postposed(cue, source, start));
        }
        None
    }

    /// What a cue without complement says: a clause around it that "which" or "as" ties to
    /// it.
    fn bare(&self, cue: &Cue, source: Option<&Range<usize>>) -> Option<Found> {
        let tied = |s| relative::read(self.l, cue, s, self.limit);
        source
            .and_then(tied)
            .or_else(|| as_clause::read(self, cue, source))
    }

    /// "If it rains, Okafor added, "we stay here"": the first part is said as well.
    fn is_split(&self, complement: Complement, start: usize) -> bool {
        let first = self.sentence.tokens.start;
        let fronted = start > first + 2 && self.is_comma(start - 1);
        let clause = self.l.doc.tag(first) == Tag::Subordinator || self.l.doc.is(first, "whether");
        let quoted = complement.joint == Joint::Quotation && self.begins_small(complement.start);
        fronted && clause && quoted && self.is_comma(complement.start - 1)
    }

    /// Where the clause of the cue at `at` can begin: after the last quotation or
    /// attribution before it.
    fn floor(&self, at: usize) -> usize {
        let mut floor = self.sentence.tokens.start;
        for i in (floor..at).rev() {
            if self.l.quotations.holds(i) {
                floor = floor.max(i + 1);
                break;
            }
        }
        floor
    }

    /// Whether a quotation of this sentence, or one that asks or cries out right before
    /// it, ends at `start` or at a comma before it.
    fn follows_quotation(&self, start: usize) -> bool {
        let first = self.sentence.tokens.start;
        let end = start - usize::from(start > first && self.is_comma(start - 1));
        if self.l.quotation_before(end).is_none() {
            return false;
        }
        let asks = |m: &u8| self.l.doc.is_mark(end - 2, *m);
        end > first || end > 1 && [b'?', b'!', b',', b'.'].iter().any(asks)
    }

    /// A sentence of speaker and verb alone, after a quotation that ended in its own.
    fn is_short(&self, cue: &Cue) -> bool {
        let ends = self.limit <= cue.tokens.end;
        let stop = self
            .l
            .doc
            .is_mark(self.sentence.tokens.start.wrapping_sub(2), b'.');
        let closed = self.limit <= cue.tokens.end + 6
            || self.is_comma(cue.tokens.end)
            || self.l.doc.tag(cue.tokens.end) == Tag::Preposition;
        cue.stance != Stance::Declines && (ends || !stop && closed)
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.l.doc.is_mark(at, b',')
    }

    /// A mark before a quotation that is not led into by the words before it.
    fn introduces(&self, at: usize) -> bool {
        self.parts(at) || self.l.doc.is_mark(at, b':') || self.l.doc.is_kind(at, Kind::Open)
    }

    /// A comma or dash that parts content and speaker.
    pub(super) fn parts(&self, at: usize) -> bool {
        self.is_comma(at) || self.l.doc.is_kind(at, Kind::Dash)
    }

    /// Whether the words from `floor` to `end` can be a content: a clause, or the
    /// first part of one.
    fn says_before(&self, floor: usize, end: usize) -> bool {
        let first = self.l.doc.tag(floor);
        let comma = (floor..end).find(|i| self.is_comma(*i));
        let main = match comma {
            Some(comma) if first == Tag::Subordinator => comma + 1,
            None if first == Tag::Subordinator => return false,
            _ => floor,
        };
        let verb = self.l.phrases.verbs_in(main..end).iter().any(|v| v.finite);
        verb || self.is_noun_start(floor)
    }

    fn is_participle(&self, at: usize) -> bool {
        matches!(self.l.doc.tag(at), Tag::Gerund | Tag::Participle)
    }

    fn is_noun_start(&self, at: usize) -> bool {
        let starts = self
            .l
            .phrases
            .noun_at(at)
            .is_some_and(|n| n.tokens.start == at);
        starts && self.is_comma(self.limit.min(self.after_cue_comma(at)))
    }

    /// The first comma after the first cue that follows `at`.
    fn after_cue_comma(&self, at: usize) -> usize {
        let from = self.l.cues.partition_point(|c| c.tokens.start < at);
        let end = self.l.cues.get(from).map_or(self.limit, |c| c.tokens.end);
        (end..self.limit)
            .find(|i| self.is_comma(*i))
            .unwrap_or(self.limit)
    }

    fn subject(&self, cue: &Cue, floor: usize) -> Option<Range<usize>> {
        if cue.participle {
            let with = subject::before(self.l, cue.tokens.start, floor)?;
            return (with.start > floor && self.l.doc.is(with.start - 1, "with")).then_some(with);
        }
        if cue.passive {
            return None;
        }
        subject::before(self.l, cue.tokens.start, floor)
    }

    /// '"...," said Lee' and "..., said Lee".
    fn inverted(&self, cue: &Cue, complement: Option<Complement>) -> Option<Found> {
        let at = cue.tokens.start;
        let after_quotation = self.follows_quotation(at);
        let after_comma = at > self.sentence.tokens.start && self.parts(at - 1);
        let denied = self.l.doc.tag(at) == Tag::Negation;
        let allowed = cue.takes(Frames::QUOTE) && cue.finite && !cue.passive && !denied;
        let joint = complement.map(|c| c.joint);
        let inner = matches!(joint, Some(Joint::Word | Joint::Infinitive));
        if !allowed || inner || !(after_quotation || after_comma) || cue.takes(Frames::ADDRESSED) {
            return None;
        }
        let source = subject::after(self.l, cue.tokens.end, self.limit)?;
        let clause = self.l.phrases.verb_at(source.end).is_some_and(|v| v.finite);
        if clause || !after_quotation && !self.inverts_clause(cue, &source) {
            return None;
        }
        let mut found = self.postposed(cue, Some(source.clone()), at);
        found.circumstances = source.end..found.circumstances.end.max(source.end);
        found.rule = INVERTED.id;
        Some(found)
    }

    /// Whether an unquoted clause stands before a verb whose speaker follows: the verb is
    /// "say" or the like, and nothing but the speaker follows it.
    fn inverts_clause(&self, cue: &Cue, source: &Range<usize>) -> bool {
        let at = cue.tokens.start;
        let first = self.sentence.tokens.start;
        let closed = source.end >= self.limit
            || self.parts(source.end)
            || self.parts(source.end - 1)
            || self.l.doc.tag(source.end) == Tag::Preposition;
        let clause =
            self.l.doc.is(first, "whether") || complement::has_main_clause(self.l, first, at - 1);
        clause && closed && cue.takes(Frames::CLAUSE) && cue.entry.class == CueClass::Speech
    }

    /// The content stands before `start`, perhaps also after the cue.
    fn postposed(&self, cue: &Cue, source: Option<Range<usize>>, start: usize) -> Found {
        let left = self.left_content(start);
        let said_end = source.as_ref().map_or(0, |s| s.end).max(cue.tokens.end);
        let (circumstances, right) = self.right_content(said_end, &left);
        let mut content = vec![left];
        content.extend(right);
        Found::by_cue(cue, source, content, circumstances, AFTER.id)
    }

    /// What stands before the speaker: the quotation, with the clause around it.
    fn left_content(&self, start: usize) -> Range<usize> {
        let comma = self.parts(start - 1);
        let end = start - usize::from(comma);
        let own = self.clause_start(end);
        if let Some(q) = self.l.quotation_before(end) {
            let q = &self.l.quotations.list[q];
            let goes_on = self.begins_small(q.tokens.start);
            let led = q.tokens.start > own
                && (!self.introduces(q.tokens.start - 1)
                    || goes_on && self.is_comma(q.tokens.start - 1));
            let from = if led { own } else { q.tokens.start };
            return from..end;
        }
        own..content::trimmed(self.l, own, end)
    }

    /// Whether the quotation that begins at `start` goes on with a clause: its first word
    /// is in lower case.
    fn begins_small(&self, start: usize) -> bool {
        let word = self.l.doc.text_of(start + 1);
        word.starts_with(char::is_lowercase)
    }

    /// Where the content of a postposed cue begins in this sentence.
    pub(super) fn clause_start(&self, end: usize) -> usize {
        let first = self.sentence.tokens.start;
        let first = self
            .l
            .quotations
            .at(first)
            .filter(|q| q.tokens.end < end)
            .map_or(first, |q| q.tokens.start);
        let earlier = self
            .found
            .iter()
            .filter(|f| f.rule == AFTER.id || f.rule == INVERTED.id)
            .filter(|f| f.cue.end < end)
            .map(|f| f.cue.end.max(f.circumstances.end))
            .max();
        let Some(mut at) = earlier else {
            return first;
        };
        while at < end
            && (self.l.doc.tag(at) == Tag::Mark && !self.l.quotations.holds(at)
                || self.l.doc.tag(at) == Tag::Conjunction)
        {
            at += 1;
        }
        if at < end { at } else { first }
    }

    /// What goes on after a postposed cue: the circumstances of speaking, then
    /// perhaps the rest of a split content.
    fn right_content(
        &self,
        from: usize,
        left: &Range<usize>,
    ) -> (Range<usize>, Option<Range<usize>>) {
        let mut at = from;
        while at < self.limit
            && !self.parts(at)
            && !self.l.opens_quotation(at)
            && !self.l.doc.is_mark(at, b':')
        {
            at += 1;
        }
        let circumstances = from..at;
        let mark = usize::from(at < self.limit && !self.l.opens_quotation(at));
        let next = at + mark;
        if next >= self.limit {
            return (circumstances, None);
        }
        if let Some(q) = self
            .l
            .quotations
            .at(next)
            .filter(|q| q.tokens.start == next)
        {
            let goes_on = mark > 0 && q.words > 2;
            return (circumstances, goes_on.then(|| q.tokens.clone()));
        }
        let quoted = !left.is_empty() && self.l.quotations.holds(left.end - 1);
        if quoted || !self.resumes(next, left) {
            return (circumstances, None);
        }
        let end = content::clause_end(self.l, next, self.limit);
        let acts = !self.l.phrases.verbs_in(next..end).is_empty();
        let tied = self.l.doc.tag(next) == Tag::Preposition;
        (
            circumstances,
            (end > next && (acts || tied)).then_some(next..end),
        )
    }

    /// Whether an interrupted content goes on at `next`.
    fn resumes(&self, next: usize, left: &Range<usize>) -> bool {
        let tag = self.l.doc.tag(next);
        let participle = tag == Tag::Gerund || self.l.cue_at(next).is_some();
        let verb = self
            .l
            .phrases
            .verbs_in(left.clone())
            .iter()
            .any(|v| v.finite);
        let finished = verb && !self.is_fronted(left);
        !participle
            && (!finished
                || tag.is_finite()
                || matches!(tag, Tag::Conjunction | Tag::To)
                || self.l.doc.is(next, "that")
                || self.l.doc.is(next, "because"))
    }

    /// "After the vote": a subordinate clause whose main clause is still to come.
    fn is_fronted(&self, left: &Range<usize>) -> bool {
        let first = left.start;
        let opens = matches!(self.l.doc.tag(first), Tag::Subordinator | Tag::Preposition)
            || self.l.doc.is(first, "when");
        opens && !left.clone().any(|i| self.is_comma(i))
    }

    /// The content follows the cue.
    fn preposed(
        &self,
        cue: &Cue,
        complement: Complement,
        source: Option<Range<usize>>,
    ) -> Option<Found> {
        let shown = cue.entry.class == CueClass::Evidence && complement.joint == Joint::Noun;
        let document = source
            .as_ref()
            .is_some_and(|s| evidence::is_document(self.l, s));
        if shown && !document {
            return None;
        }
        let complement = Complement {
            joint: if shown && document {
                Joint::Bare
            } else {
                complement.joint
            },
            ..complement
        };
        let content = self.content(complement, self.is_subordinate(cue))?;
        let (source, rule) = if source.is_some() || cue.passive {
            (source.or_else(|| shared::agent(self, cue)), BEFORE.id)
        } else if !cue.finite && !cue.participle {
            return None;
        } else {
            (shared::speaker(self, cue, content.end), CARRIED.id)
        };
        let beside = cue.tokens.end..complement.start;
        let mut found = Found::by_cue(cue, source, vec![content], beside, rule);
        found.cue.end = complement.cue_end;
        if complement.joint == Joint::Word {
            let word = complement.start..complement.start + 1;
            found.because.push(("word that joins what was said", word));
        }
        if rule == CARRIED.id {
            let shared = found.source.clone().map(|s| ("speaker shared with", s));
            found.because.extend(shared);
        }
        Some(found)
    }

    /// Whether the clause of the cue stands before the main clause of its sentence.
    fn is_subordinate(&self, cue: &Cue) -> bool {
        let first = self.sentence.tokens.start;
        let opener = self.l.doc.tag(first);
        let before = first..cue.tokens.start;
        let early = !before.clone().any(|i| self.is_comma(i));
        let subject = self
            .subject(cue, first)
            .map_or(cue.tokens.start, |s| s.start);
        let led = subject > first
            && self.l.doc.tag(subject - 1) == Tag::Subordinator
            && (subject == first + 1 || !self.is_comma(subject - 2));
        if led && !(first..subject).any(|i| self.l.phrases.verb_at(i).is_some_and(|v| v.finite)) {
            return true;
        }
        let asked = cue.passive || self.is_participle(cue.head);
        let when = cue.tokens.start > first
            && matches!(
                self.l.doc.tag(cue.tokens.start - 1),
                Tag::Wh | Tag::Subordinator
            );
        if asked && when {
            return true;
        }
        let adverbial = matches!(opener, Tag::Subordinator | Tag::Gerund | Tag::Participle)
            || matches!(opener, Tag::Wh) && !before.is_empty()
            || opener == Tag::Preposition && cue.participle;
        early && (adverbial || cue.tokens.start == first)
    }

    fn content(&self, complement: Complement, inner: bool) -> Option<Range<usize>> {
        let from = complement.start;
        let end = match complement.joint {
            Joint::Word | Joint::Bare | Joint::Infinitive if inner => {
                content::inner_clause_end(self.l, from, self.limit)
            }
            Joint::Word | Joint::Bare | Joint::Infinitive => {
                content::clause_end(self.l, from, self.limit)
            }
            Joint::Noun => content::noun_end(self.l, from, self.limit),
            Joint::Quotation => self.quotation_end(from),
            Joint::Next => return self.next_quotation(from),
        };
        (end > from).then_some(from..end)
    }

    /// End of a content that begins with a quotation: the quotation, or the whole
    /// clause when the quotation is only the first piece of it.
    fn quotation_end(&self, from: usize) -> usize {
        let Some(q) = self.l.quotations.at(from) else {
            return from;
        };
        let end = q.tokens.end;
        if end >= self.limit {
            return end;
        }
        let introduced = self.introduces(from - 1);
        let whole = q.words > 5 && !self.l.doc.tag(end).is_finite();
        let joined = self.l.doc.tag(end) == Tag::Conjunction
            && (self.l.opens_quotation(end + 1) || self.l.doc.is(end + 1, "that"));
        if (introduced || whole) && !joined || self.parts(end) {
            return end;
        }
        content::clause_end(self.l, from, self.limit)
    }

    /// The quotation in the line after a colon.
    fn next_quotation(&self, from: usize) -> Option<Range<usize>> {
        let q = self.l.quotations.at(from)?;
        (q.tokens.start == from).then(|| q.tokens.clone())
    }
}

/// Whether a clause follows the cue, so that what stands before is no content.
fn takes_clause(complement: Option<Complement>) -> bool {
    matches!(
        complement.map(|c| c.joint),
        Some(Joint::Word | Joint::Infinitive)
    )
}
