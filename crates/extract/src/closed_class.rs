//! Function words told apart by their neighbours: determiner or pronoun, preposition or
//! subordinator, "that" in its uses.

use crate::class::Class;
use crate::tag::Tag;
use crate::tagger::Sentence;
use crate::token::{Kind, Shape};

impl Sentence<'_> {
    pub(crate) fn closed_class(&self, at: usize, class: Class) -> Option<Tag> {
        let next = self.class(at + 1);
        let lower = self.lower(at);
        if lower == "worth" && self.lower(at + 1) == "of" && !self.previous(at).is_verb() {
            return Some(Tag::Noun);
        }
        if class.any(Class::NEG) {
            return Some(Tag::Negation);
        }
        if class.any(Class::WH) && lower != "that" {
            return Some(Tag::Wh);
        }
        if lower == "that" {
            return Some(self.that(at));
        }
        if class.any(Class::TO) {
            let noun_phrase = Class::OPENS_NOUN_PHRASE
                .with(Class::NUMBER_WORD)
                .with(Class::PRONOUN);
            let verb = next.any(
                Class::VERB_BASE
                    .with(Class::BE)
                    .with(Class::HAVE)
                    .with(Class::DO),
            ) && !next.any(noun_phrase);
            let adverb_then_verb =
                next.any(Class::ADVERB) && self.class(at + 2).any(Class::VERB_BASE);
            return Some(if (verb || adverb_then_verb) && !self.is_capital(at + 1) {
                Tag::To
            } else {
                Tag::Preposition
            });
        }
        if class.any(Class::BE.with(Class::HAVE).with(Class::DO)) && !class.any(Class::NOUN) {
            return Some(Tag::Auxiliary);
        }
        if class.any(Class::MODAL) && !matches!(self.previous(at), Tag::Determiner | Tag::Adjective)
        {
            return Some(Tag::Modal);
        }
        if class.any(Class::POSS) && class.any(Class::PRON_OBJ) {
            return Some(if self.starts_noun(at + 1) {
                Tag::Determiner
            } else {
                Tag::Pronoun
            });
        }
        if class.any(Class::QUANT) || (class.any(Class::DET) && class.any(Class::PRONOUN)) {
            return Some(self.determiner_or_pronoun(at, class));
        }
        if class.any(Class::DET.with(Class::POSS)) {
            return Some(Tag::Determiner);
        }
        if class.any(Class::PRONOUN) {
            return Some(Tag::Pronoun);
        }
        if class.any(Class::EXPLETIVE) {
            return Some(
                if next.any(Class::BE.with(Class::MODAL).with(Class::HAVE)) {
                    Tag::Pronoun
                } else {
                    Tag::Adverb
                },
            );
        }
        self.linking_word(at, class)
    }

    /// Prepositions, particles, conjunctions, subordinators.
    fn linking_word(&self, at: usize, class: Class) -> Option<Tag> {
        if class.any(Class::PARTICLE) && self.previous(at).is_verb() && !self.starts_noun(at + 1) {
            return Some(Tag::Particle);
        }
        if class.any(Class::SUB) && (!class.any(Class::PREP) || self.clause_follows(at + 1)) {
            return Some(Tag::Subordinator);
        }
        if class.any(Class::PREP) {
            let verb_here = class.any(Class::VERB) && self.previous(at) == Tag::To;
            return if verb_here {
                None
            } else {
                Some(Tag::Preposition)
            };
        }
        if class.any(Class::CONJ) {
            return Some(Tag::Conjunction);
        }
        if class.any(Class::PARTICLE) {
            return Some(Tag::Adverb);
        }
        None
    }

    /// Whether a subject and a finite verb stand from `at` on ("after prices fell").
    fn clause_follows(&self, at: usize) -> bool {
        if self.class(at).any(Class::PRON_SUBJ) && !self.class(at).any(Class::PRON_OBJ) {
            return true;
        }
        let end = self.tokens.len().min(at + 7);
        let mut nominal = false;
        for i in at..end {
            let token = &self.tokens[i];
            if token.kind != Kind::Word && token.kind != Kind::Number {
                return false;
            }
            let class = token.class;
            let finite = Class::VERB_PAST
                .with(Class::VERB_THIRD)
                .with(Class::AUX)
                .with(Class::MODAL);
            if nominal && class.any(finite) && !class.any(Class::PLURAL) {
                return true;
            }
            if class.any(Class::PREP.with(Class::SUB).with(Class::WH)) && !class.any(Class::NOUN) {
                return false;
            }
            nominal |= class.any(Class::NOUN.with(Class::PRONOUN))
                || token.shape.is(Shape::CAPITAL)
                || class.is_empty();
        }
        false
    }

    /// "that" after a verb or noun of saying opens a clause; before a verb it is relative;
    /// before a noun it points.
    fn that(&self, at: usize) -> Tag {
        let next = self.class(at + 1);
        let verb_next = next.any(
            Class::AUX
                .with(Class::MODAL)
                .with(Class::VERB_THIRD)
                .with(Class::VERB_PAST),
        ) && !next.any(Class::NOUN);
        let plural = at > 0 && self.class(at - 1).any(Class::PLURAL);
        let base_next = plural
            && next.any(Class::VERB_BASE)
            && !next.any(Class::NOUN.with(Class::ADJECTIVE).with(Class::PRONOUN));
        match self.previous(at) {
            Tag::Noun | Tag::Name if verb_next || base_next => Tag::Wh,
            Tag::Preposition => {
                if verb_next {
                    Tag::Pronoun
                } else {
                    Tag::Determiner
                }
            }
            Tag::Mark | Tag::Conjunction if verb_next => Tag::Pronoun,
            _ if verb_next => Tag::Pronoun,
            _ => Tag::Subordinator,
        }
    }

    fn determiner_or_pronoun(&self, at: usize, class: Class) -> Tag {
        let of_follows = self.lower(at + 1) == "of";
        if !of_follows
            && (self.starts_noun(at + 1)
                || !class.any(Class::PRONOUN)
                    && !self.class(at + 1).is_empty()
                    && self.class(at + 1).any(Class::NOUN))
        {
            return Tag::Determiner;
        }
        if class.any(Class::ADVERB)
            && !of_follows
            && self.class(at + 1).any(Class::ADJECTIVE.with(Class::ADVERB))
        {
            Tag::Adverb
        } else if self.starts_noun(at + 1) {
            Tag::Determiner
        } else {
            Tag::Pronoun
        }
    }

    /// Whether a noun phrase goes on at `at`: noun, adjective, number, name, determiner.
    fn starts_noun(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        let open = Class::NOUN
            .with(Class::ADJECTIVE)
            .with(Class::NUMBER_WORD)
            .with(Class::ORDINAL)
            .with(Class::OPENS_NOUN_PHRASE);
        match token.kind {
            Kind::Number => true,
            Kind::Symbol => true,
            Kind::Word => {
                let verb_only = token.class.any(
                    Class::AUX
                        .with(Class::MODAL)
                        .with(Class::PREP)
                        .with(Class::CONJ),
                );
                !verb_only
                    && (token.class.any(open)
                        || token.shape.is(Shape::CAPITAL)
                        || (token.class.is_empty() && !self.word(at).ends_with("ly"))
                        || token
                            .class
                            .any(Class::VERB_ING.with(Class::VERB_PARTICIPLE))
                            && !token.class.any(Class::VERB_BASE))
            }
            _ => false,
        }
    }
}
