//! Word classes in context: closed classes and marks by their neighbours, the
//! rest by [`crate::open_class`].
//!
//! One pass from left to right over a sentence; a word is decided by what the
//! lexicon says it can be, the tag before it, and what the next words can be.

use crate::class::Class;
use crate::cue_table::{Frames, cue_entry};
use crate::guess;
use crate::lexicon::{Lexicon, WordId};
use crate::open_class;
use crate::tag::Tag;
use crate::token::{Kind, Shape, Token};

/// One sentence being tagged.
pub(crate) struct Sentence<'s> {
    pub(crate) tokens: &'s mut [Token],
    pub(crate) text: &'s str,
    pub(crate) lexicon: &'static Lexicon,
    /// Whether nearly all its words are capitalised (a headline), so that
    /// capitals tell nothing.
    pub(crate) headline: bool,
    /// Whether the clause so far has a finite verb.
    pub(crate) finite_seen: bool,
}

/// Tags the tokens of one sentence.
pub(crate) fn tag(tokens: &mut [Token], text: &str, lexicon: &'static Lexicon) {
    let headline = is_headline(tokens);
    let mut sentence = Sentence {
        tokens,
        text,
        lexicon,
        headline,
        finite_seen: false,
    };
    for at in 0..sentence.tokens.len() {
        let tag = sentence.decide(at);
        sentence.tokens[at].tag = tag;
        sentence.remember_guess(at, tag);
        sentence.follow_clause(at, tag);
    }
}

fn is_headline(tokens: &[Token]) -> bool {
    let words = tokens
        .iter()
        .filter(|t| t.kind == Kind::Word && t.span.len() > 3);
    let (capital, all) = words.fold((0usize, 0usize), |(c, n), t| {
        (c + usize::from(t.shape.is(Shape::CAPITAL)), n + 1)
    });
    all >= 4 && capital * 10 > all * 8
}

impl Sentence<'_> {
    /// An unknown noun is remembered as one, with its number.
    fn remember_guess(&mut self, at: usize, tag: Tag) {
        let token = &mut self.tokens[at];
        if token.class.is_empty() && tag == Tag::Noun {
            let plural = guess::by_ending(token.span.of(self.text)).any(Class::PLURAL);
            token.class = Class::NOUN.with(if plural { Class::PLURAL } else { Class::NONE });
        }
    }

    pub(crate) fn class(&self, at: usize) -> Class {
        self.tokens.get(at).map_or(Class::NONE, |t| t.class)
    }

    pub(crate) fn previous(&self, at: usize) -> Tag {
        at.checked_sub(1).map_or(Tag::Mark, |i| self.tokens[i].tag)
    }

    /// The tag before `at`, adverbs and negations skipped.
    pub(crate) fn previous_but_adverbs(&self, at: usize) -> Tag {
        let mut before = self.tokens[..at].iter().rev().map(|t| t.tag);
        before
            .find(|t| !matches!(t, Tag::Adverb | Tag::Negation))
            .unwrap_or(Tag::Mark)
    }

    pub(crate) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    pub(crate) fn lower(&self, at: usize) -> &'static str {
        self.tokens
            .get(at)
            .map_or("", |t| &*self.lexicon.entry(t.id).text)
    }

    /// Whether the word opens a sentence or a quotation.
    pub(crate) fn is_first(&self, at: usize) -> bool {
        let before = self.tokens[..at]
            .iter()
            .rev()
            .find(|t| !matches!(t.kind, Kind::SingleQuote | Kind::Open));
        before.is_none_or(|t| {
            t.kind == Kind::DoubleQuote && !t.shape.is(Shape::GLUED)
                || t.kind == Kind::Stop
                || t.byte == b':'
        })
    }

    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| t.shape.is(Shape::CAPITAL))
    }

    /// Whether a clause without "that" may follow the verb at `at` ("says he supports").
    pub(crate) fn opens_clause(&self, at: usize) -> bool {
        let lemma = self.lexicon.entry(self.tokens[at].id).lemma;
        cue_entry(lemma, WordId::UNKNOWN).is_some_and(|e| e.frames.has(Frames::CLAUSE))
    }

    /// "he", "they": a pronoun that can only be a subject.
    fn starts_clause(&self, at: usize) -> bool {
        let class = self.class(at);
        class.any(Class::PRON_SUBJ) && !class.any(Class::PRON_OBJ.with(Class::WH))
    }

    /// A new clause has no finite verb yet.
    fn follow_clause(&mut self, at: usize, tag: Tag) {
        match tag {
            Tag::Verb | Tag::Past | Tag::Participle | Tag::Gerund if self.opens_clause(at) => {
                self.finite_seen = false;
            }
            Tag::Pronoun if self.starts_clause(at) => self.finite_seen = false,
            Tag::Auxiliary if self.lower(at) == "having" => {}
            Tag::Verb | Tag::Past | Tag::Auxiliary | Tag::Modal if self.previous(at) != Tag::To => {
                self.finite_seen = true;
            }
            Tag::Conjunction | Tag::Subordinator | Tag::Wh => self.finite_seen = false,
            Tag::Mark
                if !matches!(self.tokens[at].kind, Kind::Hyphen | Kind::Symbol)
                    && self.tokens[at].byte != b'/' =>
            {
                self.finite_seen = false;
            }
            _ => {}
        }
    }

    fn decide(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        match token.kind {
            Kind::Number => return self.number(at),
            Kind::SingleQuote => return self.possessive_mark(at),
            Kind::Word => {}
            _ => return Tag::Mark,
        }
        let class = token.class;
        if token.shape.is(Shape::GLUED) && self.is_ordinal_ending(at) {
            return Tag::Ordinal;
        }
        if class.any(Class::POSSESSIVE) {
            return self.possessive_s(at);
        }
        if let Some(tag) = self.name(at) {
            return tag;
        }
        if class.any(Class::NUMBER_WORD) {
            return Tag::Number;
        }
        if class.any(Class::ORDINAL) {
            let heard_first = self.previous(at) == Tag::Pronoun
                && self
                    .class(at + 1)
                    .any(Class::VERB_PAST.with(Class::VERB_THIRD));
            if heard_first {
                return Tag::Adverb;
            }
            return if class.any(Class::TIME_NOUN) && self.previous(at) == Tag::Number {
                Tag::Noun
            } else {
                Tag::Ordinal
            };
        }
        if self.lower(at) == "aged"
            && self
                .tokens
                .get(at + 1)
                .is_some_and(|t| t.kind == Kind::Number)
        {
            return Tag::Participle;
        }
        self.closed_class(at, class)
            .unwrap_or_else(|| open_class::decide(self, at))
    }

    fn number(&self, at: usize) -> Tag {
        let ordinal = self
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.shape.is(Shape::GLUED))
            && self.is_ordinal_ending(at + 1);
        if ordinal { Tag::Ordinal } else { Tag::Number }
    }

    fn is_ordinal_ending(&self, at: usize) -> bool {
        at > 0
            && self.tokens[at - 1].kind == Kind::Number
            && ["st", "nd", "rd", "th"]
                .iter()
                .any(|e| self.word(at).eq_ignore_ascii_case(e))
    }

    /// An apostrophe after a plural ("workers' rights") unless it closes a quotation.
    fn possessive_mark(&self, at: usize) -> Tag {
        let after_s = self.tokens[at].shape.is(Shape::GLUED)
            && at > 0
            && self.word(at - 1).ends_with(['s', 'z', 'x']);
        let quotes = self.tokens[..at]
            .iter()
            .filter(|t| t.kind == Kind::SingleQuote && t.tag == Tag::Mark)
            .count();
        let followed = self
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.kind == Kind::Word && !t.shape.is(Shape::GLUED));
        if after_s && quotes % 2 == 0 && followed {
            Tag::Possessive
        } else {
            Tag::Mark
        }
    }

    /// "he's" is a verb, "Borisov's" is not.
    fn possessive_s(&self, at: usize) -> Tag {
        let before = self.previous(at);
        let word = if at > 0 { self.lower(at - 1) } else { "" };
        let verb = matches!(before, Tag::Pronoun | Tag::Wh)
            || matches!(word, "there" | "that" | "here" | "let");
        if verb {
            Tag::Auxiliary
        } else {
            Tag::Possessive
        }
    }

    /// Capitalised words that are names or nationalities here.
    fn name(&self, at: usize) -> Option<Tag> {
        let token = &self.tokens[at];
        if !token.shape.is(Shape::CAPITAL) {
            return None;
        }
        let as_name = self.lexicon.entry(token.id).as_name;
        let lower = self.lexicon.entry(token.id).class;
        let closed = Class::DET
            .with(Class::POSS)
            .with(Class::QUANT)
            .with(Class::PRONOUN)
            .with(Class::PREP)
            .with(Class::CONJ);
        let closed = closed
            .with(Class::SUB)
            .with(Class::WH)
            .with(Class::AUX)
            .with(Class::TO)
            .with(Class::NEG)
            .with(Class::EXPLETIVE);
        let inside = self.is_inside_name(at) && lower.any(Class::PREP.with(Class::SUB));
        if lower.any(closed) && !token.shape.is(Shape::ALL_CAPS) && !inside
            || lower.any(Class::PRON_SUBJ) && !self.is_acronym(at)
        {
            return None;
        }
        if as_name.any(Class::DEMONYM) {
            return Some(self.demonym(at));
        }
        if self.is_first(at) || self.headline {
            return self.name_at_start(at, as_name, lower);
        }
        Some(Tag::Name)
    }

    /// "the WHO": a pronoun's letters, all capital in a sentence that is not.
    fn is_acronym(&self, at: usize) -> bool {
        !self.headline && self.tokens[at].shape.is(Shape::ALL_CAPS)
    }

    /// "The Washington Post": a capitalised word of four letters or more after another.
    fn is_inside_name(&self, at: usize) -> bool {
        at > 0
            && !self.headline
            && self.tokens[at].span.len() > 3
            && self.tokens[at - 1].tag == Tag::Name
            && self.is_capital(at - 1)
    }

    /// "Russian official" holds an adjective, "the Russians" a noun.
    fn demonym(&self, at: usize) -> Tag {
        let next = self.tokens.get(at + 1);
        let goes_on = next.is_some_and(|t| {
            t.kind == Kind::Hyphen
                || (t.kind == Kind::Word
                    && !t.class.any(
                        Class::VERB
                            .without(Class::VERB_ING)
                            .with(Class::AUX)
                            .with(Class::MODAL),
                    )
                    || t.class.any(Class::NOUN))
                    && !t.class.any(Class::PREP.with(Class::CONJ).with(Class::SUB))
        });
        if goes_on || self.word(at).ends_with("ese") {
            Tag::Adjective
        } else {
            Tag::Name
        }
    }

    fn name_at_start(&self, at: usize, as_name: Class, lower: Class) -> Option<Tag> {
        let next_capital = self.is_capital(at + 1) && !self.headline;
        let next_verb = self.class(at + 1).any(
            Class::VERB_THIRD
                .with(Class::VERB_PAST)
                .with(Class::AUX)
                .with(Class::MODAL)
                .with(Class::POSSESSIVE),
        );
        let surname = as_name.any(Class::SURNAME) && next_verb && !self.headline;
        let as_name = as_name.without(Class::SURNAME);
        let known_name =
            surname || !as_name.is_empty() && (lower.is_empty() || next_capital || next_verb);
        let before_name = next_verb || next_capital;
        let unknown = lower.is_empty()
            && (!self.reads_as_plain_word(at) || self.reads_as_surname(at, before_name));
        (known_name || unknown).then_some(Tag::Name)
    }

    /// "Harding told", "Downing Street": an unknown word in -ing right before a verb or
    /// another name is no verb itself.
    fn reads_as_surname(&self, at: usize, before_name: bool) -> bool {
        before_name && !self.headline && guess::by_ending(self.word(at)).any(Class::VERB_ING)
    }

    /// An unknown word at the start of a sentence that an ending gives away.
    fn reads_as_plain_word(&self, at: usize) -> bool {
        let class = guess::by_ending(self.word(at));
        class != Class::NOUN
            && !(class.any(Class::PLURAL) && self.is_capital(at + 1))
            && !self.tokens[at].shape.is(Shape::ALL_CAPS)
    }
}
