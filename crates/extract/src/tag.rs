//! What a word is at its place in the sentence.

/// The class of a token in its context.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Tag {
    /// the, this, some, my: opens a noun phrase
    Determiner,
    /// A pronoun that stands for a noun phrase.
    Pronoun,
    /// who, which, what
    Wh,
    /// of, in, by
    Preposition,
    /// and, or, but
    Conjunction,
    /// because, that, while
    Subordinator,
    /// A form of be, have or do that helps another verb or stands alone.
    Auxiliary,
    /// will, may
    Modal,
    /// not, never
    Negation,
    /// to before a verb
    To,
    /// up, out beside a verb
    Particle,
    /// A finite verb in the present, or an infinitive.
    Verb,
    /// A finite verb in the past.
    Past,
    /// A past participle (passive, perfect, or modifying).
    Participle,
    /// An -ing form.
    Gerund,
    /// A common noun.
    Noun,
    /// A name.
    Name,
    /// An adjective, or a nationality.
    Adjective,
    /// An adverb.
    Adverb,
    /// Digits or a number word.
    Number,
    /// first, 20th
    Ordinal,
    /// The possessive 's or '.
    Possessive,
    /// Marks and signs.
    Mark,
    /// Anything else.
    Other,
}

impl Tag {
    /// A verb form that can be the main verb of a clause.
    pub(crate) const fn is_verb(self) -> bool {
        matches!(
            self,
            Self::Verb | Self::Past | Self::Participle | Self::Gerund | Self::Auxiliary
        )
    }

    /// A verb form that has a subject.
    pub(crate) const fn is_finite(self) -> bool {
        matches!(
            self,
            Self::Verb | Self::Past | Self::Auxiliary | Self::Modal
        )
    }

    /// A word that can be the head of a noun phrase.
    pub(crate) const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Pronoun)
    }
}
