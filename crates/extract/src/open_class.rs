//! Nouns, verbs, adjectives and adverbs told apart by their neighbours.

use crate::class::Class;
use crate::guess;
use crate::tag::Tag;
use crate::tagger::Sentence;
use crate::token::{Kind, Shape};

/// How far a clause is read ahead for its verb.
const CLAUSE: usize = 12;

/// What the open-class word at `at` is.
pub(crate) fn decide(s: &Sentence<'_>, at: usize) -> Tag {
    let token = &s.tokens[at];
    let known = s.lexicon.entry(token.id).class;
    let class = if known.is_empty() {
        unknown(s, at)
    } else {
        known
    };
    let before = s.previous(at);
    if matches!(before, Tag::To | Tag::Modal) && class.any(Class::VERB_BASE) {
        return Tag::Verb;
    }
    if token.class.any(Class::OPENS_DATE) && class.any(Class::ADJECTIVE) && time_follows(s, at) {
        return Tag::Adjective;
    }
    if class.any(Class::VERB) {
        return verb_or_other(s, at, class);
    }
    if class.any(Class::ADJECTIVE) {
        return adjective_or_noun(s, at, class);
    }
    let opened = matches!(
        before,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number
    );
    if class.any(Class::ADVERB) && !(opened && class.any(Class::NOUN)) {
        Tag::Adverb
    } else {
        Tag::Noun
    }
}

/// "last week", "next Monday".
fn time_follows(s: &Sentence<'_>, at: usize) -> bool {
    let time = Class::TIME_NOUN.with(Class::WEEKDAY).with(Class::MONTH);
    s.class(at + 1).any(time)
}

/// An unknown word: a hyphenated one goes by its last part, others by ending.
fn unknown(s: &Sentence<'_>, at: usize) -> Class {
    let word = s.word(at);
    if !s.tokens[at].shape.is(Shape::HAS_HYPHEN) {
        return if is_compared(s, word) {
            Class::ADJECTIVE
        } else {
            guess::by_ending(word)
        };
    }
    let last = word.rsplit('-').next().unwrap_or(word);
    let known = s.lexicon.entry(s.lexicon.id(last));
    if known.as_name.any(Class::DEMONYM)
        || known
            .class
            .any(Class::VERB_PARTICIPLE.with(Class::VERB_ING))
    {
        return Class::ADJECTIVE;
    }
    let class = if known.class.is_empty() {
        guess::by_ending(last)
    } else {
        known.class
    };
    if class.any(Class::VERB_PAST.with(Class::VERB_ING)) && !class.any(Class::NOUN) {
        return Class::ADJECTIVE;
    }
    class.without(Class::VERB.with(Class::PREP)).with(
        if class.any(Class::NOUN.with(Class::ADJECTIVE)) {
            Class::NONE
        } else {
            Class::NOUN
        },
    )
}

/// "cheaper", "heaviest": a known adjective with an ending of comparison.
fn is_compared(s: &Sentence<'_>, word: &str) -> bool {
    let Some(stem) = word.strip_suffix("er").or_else(|| word.strip_suffix("est")) else {
        return false;
    };
    let adjective = |w: &str| {
        let class = s.lexicon.entry(s.lexicon.id(w)).class;
        class.any(Class::ADJECTIVE) && !class.any(Class::NOUN)
    };
    let letters = stem.as_bytes();
    let doubled = letters.len() > 3 && letters[letters.len() - 1] == letters[letters.len() - 2];
    adjective(stem)
        || stem
            .strip_suffix('i')
            .is_some_and(|s| adjective(&format!("{s}y")))
        || doubled && stem.get(..stem.len() - 1).is_some_and(adjective)
}

fn verb_or_other(s: &Sentence<'_>, at: usize, class: Class) -> Tag {
    let present = Class::VERB_BASE.with(Class::VERB_THIRD);
    if class.any(Class::VERB_ING) {
        return gerund_or_noun(s, at, class);
    }
    if class.any(Class::VERB_PAST.with(Class::VERB_PARTICIPLE))
        && !(class.any(Class::VERB_BASE) && reads_as_base(s, at))
    {
        return past_or_participle(s, at, class);
    }
    if class.any(Class::ADJECTIVE) && !s.previous(at).is_nominal() && noun_follows(s, at) {
        return Tag::Adjective;
    }
    if class.any(present) && is_present_verb(s, at, class) {
        Tag::Verb
    } else {
        other(s, at, class)
    }
}

/// The word is no verb here: noun, adjective or adverb.
fn other(s: &Sentence<'_>, at: usize, class: Class) -> Tag {
    if class.any(Class::ADJECTIVE) {
        return adjective_or_noun(s, at, class);
    }
    if class.any(Class::ADVERB) && !class.any(Class::NOUN) {
        Tag::Adverb
    } else {
        Tag::Noun
    }
}

fn reads_as_base(s: &Sentence<'_>, at: usize) -> bool {
    matches!(s.previous_but_adverbs(at), Tag::To | Tag::Modal)
}

/// A base or third form: verb or noun?
fn is_present_verb(s: &Sentence<'_>, at: usize, class: Class) -> bool {
    let before = s.previous_but_adverbs(at);
    let never_noun = !class.any(Class::NOUN.with(Class::VERB_OR_NOUN).with(Class::ADJECTIVE));
    match before {
        Tag::To | Tag::Modal => class.any(Class::VERB_BASE),
        Tag::Determiner | Tag::Possessive | Tag::Ordinal => false,
        Tag::Adjective | Tag::Preposition | Tag::Number => never_noun && before != Tag::Preposition,
        Tag::Auxiliary => class.any(Class::VERB_BASE) && asks_or_denies(s, at),
        Tag::Pronoun | Tag::Wh => !s.finite_seen || never_noun,
        Tag::Noun | Tag::Name | Tag::Adverb | Tag::Particle => {
            let alone = !finite_ahead(s, at + 1) || s.opens_clause(at) && clause_follows(s, at);
            never_noun || (!s.finite_seen && agrees(s, at, class) && alone)
        }
        _ => {
            never_noun
                || (!s.finite_seen
                    && !noun_phrase_ahead_is_subject(s, at)
                    && class.any(Class::VERB_BASE)
                    && !class.any(Class::VERB_OR_NOUN))
        }
    }
}

/// "unions claim it will", "records show that": a subject or "that" right after.
fn clause_follows(s: &Sentence<'_>, at: usize) -> bool {
    s.class(at + 1).any(Class::PRON_SUBJ) || s.lower(at + 1) == "that"
}

/// "did not say", "does he say": a base form after a form of do.
fn asks_or_denies(s: &Sentence<'_>, at: usize) -> bool {
    let back = s.tokens[..at].iter().rev().take(4);
    back.take_while(|t| t.kind == Kind::Word)
        .any(|t| t.class.any(Class::DO))
}

/// A plural subject takes a base form, a singular one the third form.
fn agrees(s: &Sentence<'_>, at: usize, class: Class) -> bool {
    let subject = subject_head(s, at);
    let plural = subject.is_some_and(|t| {
        t.class.any(Class::PLURAL)
            || (t.class.is_empty()
                && t.span.of(s.text).ends_with('s')
                && !t.shape.is(Shape::CAPITAL))
    });
    let plural = plural || is_joined(s, at);
    if class.any(Class::VERB_THIRD) {
        !plural
    } else {
        plural
    }
}

/// Whether the subject before a verb is two names or nouns joined by "and" at the
/// head of the clause ("Kenya and Uganda plan").
fn is_joined(s: &Sentence<'_>, at: usize) -> bool {
    let mut words = s.tokens[..at].iter().enumerate().rev();
    let phrase =
        |t: Tag| t.is_nominal() || matches!(t, Tag::Adjective | Tag::Determiner | Tag::Adverb);
    let Some((and, _)) = words.find(|(_, t)| !phrase(t.tag)) else {
        return false;
    };
    if s.lower(and) != "and" || and == 0 || !s.previous(and).is_nominal() {
        return false;
    }
    let before = words.find(|(_, t)| !phrase(t.tag));
    before.is_none_or(|(_, t)| matches!(t.tag, Tag::Mark | Tag::Subordinator))
}

/// The head of the subject before a verb: past the phrases tied to it ("an average
/// of polls shows").
fn subject_head<'s>(s: &'s Sentence<'_>, at: usize) -> Option<&'s crate::token::Token> {
    let mut head = None;
    let mut tied = true;
    for token in s.tokens[..at].iter().rev() {
        match token.tag {
            tag if tag.is_nominal() && tied => {
                head = Some(token);
                tied = false;
            }
            Tag::Preposition => tied = true,
            Tag::Noun | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Number => {}
            Tag::Adverb | Tag::Possessive | Tag::Ordinal => {}
            _ => break,
        }
    }
    head
}

/// Whether another finite verb follows in this clause, so that this word is none.
fn finite_ahead(s: &Sentence<'_>, from: usize) -> bool {
    let sure = Class::AUX
        .with(Class::MODAL)
        .with(Class::VERB_PAST)
        .with(Class::VERB_THIRD);
    for token in s.tokens.iter().skip(from).take(CLAUSE) {
        if token.kind != Kind::Word && token.kind != Kind::Number && token.kind != Kind::Hyphen {
            return false;
        }
        let class = token.class;
        if class.any(
            Class::DET
                .with(Class::POSS)
                .with(Class::TO)
                .with(Class::SUB)
                .with(Class::WH)
                .with(Class::CONJ),
        ) {
            return false;
        }
        if class.any(sure) && !class.any(Class::PLURAL) {
            return true;
        }
    }
    false
}

fn noun_phrase_ahead_is_subject(s: &Sentence<'_>, at: usize) -> bool {
    finite_ahead(s, at + 1)
}

fn past_or_participle(s: &Sentence<'_>, at: usize, class: Class) -> Tag {
    let only_past = class.any(Class::VERB_PAST) && !class.any(Class::VERB_PARTICIPLE);
    let only_participle = class.any(Class::VERB_PARTICIPLE) && !class.any(Class::VERB_PAST);
    let opened = matches!(s.previous(at), Tag::Determiner | Tag::Possessive);
    let noun_too = class.any(Class::NOUN)
        && (opened || matches!(s.previous(at), Tag::Adjective | Tag::Number));
    // "the set", "a split": verbs with one form for all tenses make nouns of the same form.
    let same_form = class.any(Class::VERB_BASE)
        && class.any(Class::VERB_PAST)
        && s.previous(at) == Tag::Determiner;
    if (noun_too || same_form) && !noun_follows(s, at) {
        return Tag::Noun;
    }
    if only_past || some_say(s, at) {
        return Tag::Past;
    }
    let counted = s.previous(at) == Tag::Number && noun_follows(s, at);
    let after_part =
        s.previous(at) == Tag::Ordinal && at >= 2 && s.tokens[at - 2].kind == Kind::Hyphen;
    let modifies = counted
        || !after_part
            && matches!(
                s.previous(at),
                Tag::Determiner
                    | Tag::Possessive
                    | Tag::Adjective
                    | Tag::Preposition
                    | Tag::Ordinal
            );
    if class.any(Class::ADJECTIVE)
        && (modifies || s.previous_but_adverbs(at) == Tag::Auxiliary)
        && !class.any(Class::VERB_PAST)
    {
        return Tag::Adjective;
    }
    let after_auxiliary =
        s.previous_but_adverbs(at) == Tag::Auxiliary || auxiliary_before_subject(s, at);
    let compared = s.lower(at) == "compared" && matches!(s.lower(at + 1), "with" | "to");
    if only_participle || after_auxiliary || modifies || compared {
        return Tag::Participle;
    }
    let by_follows = s.lower(at + 1) == "by"
        && !matches!(s.previous_but_adverbs(at), Tag::Pronoun | Tag::Wh)
        && !moves_by(s, at);
    let described = matches!(s.previous(at), Tag::Noun | Tag::Name);
    let finite_next = s.class(at + 1).any(Class::BE.with(Class::MODAL));
    let reduced = described
        && (finite_next
            || s.finite_seen && !object_follows(s, at)
            || preposition_follows(s, at) && finite_after_phrase(s, at + 1)
            || past_after_phrase(s, at + 1));
    let bracketed = at > 0 && s.tokens[at - 1].kind == Kind::Close;
    let after_mark = matches!(s.previous_but_adverbs(at), Tag::Mark | Tag::Subordinator)
        && preposition_follows(s, at)
        && !bracketed;
    let opens_subject = at == 0 && noun_follows(s, at) && finite_after_phrase(s, at + 1);
    let never = s.lower(at) == "said";
    if (by_follows || reduced || after_mark || opens_subject) && !never {
        Tag::Participle
    } else {
        Tag::Past
    }
}

/// "Almost half said they", "Many claimed that": a quantity of people is the subject.
fn some_say(s: &Sentence<'_>, at: usize) -> bool {
    let people = at > 0 && s.previous(at) == Tag::Determiner && s.class(at - 1).any(Class::QUANT);
    people && s.opens_clause(at) && object_follows(s, at)
}

/// "rose by 5%" holds no agent.
fn moves_by(s: &Sentence<'_>, at: usize) -> bool {
    s.tokens.get(at + 2).is_some_and(|t| {
        matches!(t.kind, Kind::Number | Kind::Symbol)
            || t.class.any(
                Class::NUMBER_WORD
                    .with(Class::ADVERB)
                    .with(Class::QUANT)
                    .with(Class::PREP),
            )
            || (s.lower(at + 2) == "a")
    })
}

/// "did the ministry ..." leaves its verb in the base form, "has the ministry said" not.
fn auxiliary_before_subject(s: &Sentence<'_>, at: usize) -> bool {
    at >= 2
        && s.previous(at) == Tag::Pronoun
        && s.tokens[at - 2].class.any(Class::HAVE)
        && (at < 3 || s.tokens[at - 3].tag == Tag::Mark)
}

/// Whether an object or clause follows, so that the verb is active.
fn object_follows(s: &Sentence<'_>, at: usize) -> bool {
    let opens = Class::OPENS_NOUN_PHRASE
        .with(Class::PRONOUN)
        .with(Class::WH);
    s.class(at + 1).any(opens) || s.lower(at + 1) == "that" || s.is_capital(at + 1)
}

/// "polls released Sunday showed": after a time or a phrase with a preposition
/// comes a verb that can only be finite.
fn past_after_phrase(s: &Sentence<'_>, from: usize) -> bool {
    let time = Class::WEEKDAY
        .with(Class::MONTH)
        .with(Class::TIME_NOUN)
        .with(Class::ADVERB);
    if !s.class(from).any(time.with(Class::PREP)) {
        return false;
    }
    for token in s.tokens.iter().skip(from).take(6) {
        let class = token.class;
        let stops = Class::CONJ
            .with(Class::SUB)
            .with(Class::WH)
            .with(Class::PRON_SUBJ);
        if token.kind != Kind::Word && token.kind != Kind::Number
            || class.any(stops) && !class.any(Class::PREP)
        {
            return false;
        }
        if class.any(Class::VERB_PAST.with(Class::VERB_THIRD))
            && !class.any(Class::NOUN.with(Class::PLURAL))
        {
            return true;
        }
    }
    false
}

fn preposition_follows(s: &Sentence<'_>, at: usize) -> bool {
    s.class(at + 1).any(Class::PREP.with(Class::TO)) || s.tokens.get(at + 1).is_none()
}

/// Whether a finite verb follows the phrases after a participle ("the deals reached
/// on paper are ...").
fn finite_after_phrase(s: &Sentence<'_>, from: usize) -> bool {
    for token in s.tokens.iter().skip(from).take(CLAUSE) {
        let class = token.class;
        if token.kind == Kind::Punct
            || token.kind == Kind::Dash
            || token.kind == Kind::Stop
            || class.any(Class::SUB.with(Class::WH)) && !class.any(Class::PREP)
        {
            return false;
        }
        if class.any(Class::CONJ.with(Class::PRON_SUBJ)) {
            return false;
        }
        if class.any(Class::AUX.with(Class::MODAL)) {
            return true;
        }
    }
    false
}

fn gerund_or_noun(s: &Sentence<'_>, at: usize, class: Class) -> Tag {
    let opened = matches!(
        s.previous(at),
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Ordinal
    );
    if opened && noun_follows(s, at) && !class.any(Class::NOUN) {
        return Tag::Adjective;
    }
    let object_follows = s.class(at + 1).any(Class::OPENS_NOUN_PHRASE) || says_more(s, at);
    if opened
        || (class.any(Class::NOUN)
            && !object_follows
            && s.previous(at) != Tag::Auxiliary
            && (s.previous(at).is_nominal() || s.previous(at) == Tag::Preposition))
    {
        return Tag::Noun;
    }
    Tag::Gerund
}

/// "a sign saying "Closed"", "the ministry saying Lima is safe": a form of a verb of saying
/// with what is said right after it.
fn says_more(s: &Sentence<'_>, at: usize) -> bool {
    let quoted = |i: usize| s.tokens.get(i).is_some_and(|t| t.kind == Kind::DoubleQuote);
    let opens = s.class(at + 1).any(Class::PRONOUN)
        || s.lower(at + 1) == "that"
        || s.is_capital(at + 1) && !s.class(at + 1).any(Class::WEEKDAY.with(Class::MONTH))
        || quoted(at + 1)
        || quoted(at + 2);
    s.opens_clause(at) && opens
}

fn adjective_or_noun(s: &Sentence<'_>, at: usize, class: Class) -> Tag {
    let noun_too = class.any(Class::NOUN.with(Class::ADJ_OR_NOUN));
    let before_amount = s.previous(at) == Tag::Determiner && amount_follows(s, at);
    if noun_too && !noun_follows(s, at) && !before_amount {
        let described = matches!(s.previous_but_adverbs(at), Tag::Auxiliary)
            && s.previous(at) != Tag::Determiner;
        return if described && class.any(Class::ADJECTIVE) {
            Tag::Adjective
        } else {
            Tag::Noun
        };
    }
    let describes = before_amount || noun_follows(s, at) || s.previous(at) == Tag::Auxiliary;
    if class.any(Class::ADVERB) && !describes {
        Tag::Adverb
    } else {
        Tag::Adjective
    }
}

/// "the best $200 phones", "a sharp 3 percent drop": a number or currency sign is next.
fn amount_follows(s: &Sentence<'_>, at: usize) -> bool {
    s.tokens.get(at + 1).is_some_and(|next| {
        matches!(next.kind, Kind::Number | Kind::Symbol) || next.class.any(Class::NUMBER_WORD)
    })
}

/// Whether the noun phrase goes on after `at`.
fn noun_follows(s: &Sentence<'_>, at: usize) -> bool {
    let Some(next) = s.tokens.get(at + 1) else {
        return false;
    };
    if next.kind == Kind::Hyphen {
        return true;
    }
    if next.kind != Kind::Word {
        return false;
    }
    let class = next.class;
    if class.any(
        Class::AUX
            .with(Class::MODAL)
            .with(Class::PREP)
            .with(Class::CONJ)
            .with(Class::SUB)
            .with(Class::WH)
            .with(Class::OPENS_NOUN_PHRASE)
            .with(Class::PRONOUN)
            .with(Class::TO),
    ) {
        return false;
    }
    class.any(Class::NOUN.with(Class::ADJECTIVE))
        || class.is_empty() && !s.word(at + 1).ends_with("ly")
        || next.shape.is(Shape::CAPITAL)
}
