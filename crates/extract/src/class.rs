//! Sets of word classes: what a word can be, before its neighbours decide.

/// A set of classes a word may have. One word often has several ("report").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(u64);

macro_rules! classes {
    ($($(#[$meta:meta])* $name:ident = $bit:literal),+ $(,)?) => {
        impl Class {
            $($(#[$meta])* pub(crate) const $name: Self = Self(1 << $bit);)+
        }
    };
}

classes! {
    /// the, a, this
    DET = 0,
    /// my, his, its
    POSS = 1,
    /// all, some, many, no
    QUANT = 2,
    /// I, he, they
    PRON_SUBJ = 3,
    /// him, them
    PRON_OBJ = 4,
    /// someone, himself, mine, this as a pronoun
    PRON_OTHER = 5,
    /// who, which, what
    WH = 6,
    /// of, in, by
    PREP = 7,
    /// and, or, but
    CONJ = 8,
    /// because, that, while
    SUB = 9,
    /// forms of be
    BE = 10,
    /// forms of have
    HAVE = 11,
    /// forms of do
    DO = 12,
    /// will, may, could
    MODAL = 13,
    /// not, n't, never
    NEG = 14,
    /// to
    TO = 15,
    /// up, out, off
    PARTICLE = 16,
    /// yes, oh
    INTERJECTION = 17,
    /// there, it as empty subjects
    EXPLETIVE = 18,
    /// say, rise
    VERB_BASE = 19,
    /// says, rises
    VERB_THIRD = 20,
    /// said, rose
    VERB_PAST = 21,
    /// said, risen
    VERB_PARTICIPLE = 22,
    /// saying, rising
    VERB_ING = 23,
    /// a base or third form that is as often a noun (report, plans)
    VERB_OR_NOUN = 24,
    /// company, trade
    NOUN = 25,
    /// companies
    PLURAL = 26,
    /// new, large
    ADJECTIVE = 27,
    /// an adjective that is as often a noun (official, chief)
    ADJ_OR_NOUN = 28,
    /// soon, quickly
    ADVERB = 29,
    /// a word that names people (residents, soldiers)
    PEOPLE = 30,
    /// year, month
    TIME_NOUN = 31,
    /// rate, price, toll
    MEASURE_NOUN = 32,
    /// statement, interview
    SPEECH_NOUN = 33,
    /// poll, report
    DOCUMENT_NOUN = 34,
    /// team, crowd
    GROUP_NOUN = 35,
    /// president, coach
    ROLE = 36,
    /// Mr, Sen
    TITLE = 37,
    /// Yury, Maria
    GIVEN_NAME = 38,
    /// Russia, Paris
    PLACE = 39,
    /// Russian
    DEMONYM = 40,
    /// ministry, company
    ORG_HEAD = 41,
    /// NATO, Kremlin
    ORG_NAME = 42,
    /// Reuters
    MEDIA = 43,
    /// January
    MONTH = 44,
    /// Wednesday
    WEEKDAY = 45,
    /// two, eleven, dozen
    NUMBER_WORD = 46,
    /// million, thousand
    SCALE = 47,
    /// first, third
    ORDINAL = 48,
    /// he, his, him; Mr; actress: grammatical or known male
    MALE = 49,
    /// she, her; Mrs
    FEMALE = 50,
    /// a country or capital (stands for its government)
    GOVERNMENT_SEAT = 51,
    /// 's (possession, or is/has)
    POSSESSIVE = 52,
    /// A word that can open a date ("last", "yesterday", "fiscal")
    OPENS_DATE = 53,
    /// a family name that is a common word too (Lynch, King)
    SURNAME = 54,
}

impl Class {
    /// No class at all.
    pub(crate) const NONE: Self = Self(0);
    /// Any verb form.
    pub(crate) const VERB: Self = Self(
        Self::VERB_BASE.0
            | Self::VERB_THIRD.0
            | Self::VERB_PAST.0
            | Self::VERB_PARTICIPLE.0
            | Self::VERB_ING.0,
    );
    /// be, have, do
    pub(crate) const AUX: Self = Self(Self::BE.0 | Self::HAVE.0 | Self::DO.0);
    /// Any pronoun that can stand for a noun phrase.
    pub(crate) const PRONOUN: Self =
        Self(Self::PRON_SUBJ.0 | Self::PRON_OBJ.0 | Self::PRON_OTHER.0);
    /// Words that open a noun phrase.
    pub(crate) const OPENS_NOUN_PHRASE: Self = Self(Self::DET.0 | Self::POSS.0 | Self::QUANT.0);

    /// Whether the two sets share a class.
    pub(crate) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Whether nothing is known of the word.
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Both sets together.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set less the other.
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}
