//! Words, numbers and marks: the text cut into tokens, nothing rewritten.
//!
//! A token is a span, the [`WordId`] of its folded form, and what the form can
//! be. Clitics ("'s", "n't") are tokens of their own; hyphenated words stay whole unless
//! a part is a number ("400-million-year-old"); abbreviations keep their stop.

use crate::class::Class;
use crate::folded::Memo;
use crate::lexicon::{Lexicon, WordId};
use crate::scan::Scanner;
use claimbook_model::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, perhaps with digits, hyphens, apostrophes, stops inside.
    Word,
    /// Digits with separators, or a vulgar fraction sign.
    Number,
    /// A double quotation mark of any shape.
    DoubleQuote,
    /// A single quotation mark or a free-standing apostrophe.
    SingleQuote,
    /// A hyphen between parts of one word or number, without blanks.
    Hyphen,
    /// A dash between words: em dash, en dash, double or spaced hyphen.
    Dash,
    /// Full stop, question or exclamation mark, ellipsis.
    Stop,
    /// Comma, semicolon, colon, slash.
    Punct,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// Currency and other signs.
    Symbol,
}

/// The outer form of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Shape(u8);

impl Shape {
    /// Begins with a capital letter.
    pub(crate) const CAPITAL: Self = Self(1);
    /// Two letters or more, all capital.
    pub(crate) const ALL_CAPS: Self = Self(2);
    /// A word with a digit in it ("G20", "COVID-19").
    pub(crate) const HAS_DIGIT: Self = Self(4);
    /// A word with a hyphen in it.
    pub(crate) const HAS_HYPHEN: Self = Self(8);
    /// No blank before it.
    pub(crate) const GLUED: Self = Self(16);
    /// Ends in a stop that belongs to it.
    pub(crate) const ABBREVIATION: Self = Self(32);
    /// An abbreviation that never ends a sentence.
    pub(crate) const NEVER_LAST: Self = Self(64);

    /// Whether the shape has this trait.
    pub(crate) const fn is(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Adds a trait.
    pub(crate) const fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// One token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// Where it stands.
    pub(crate) span: Span,
    /// Its folded form, if known.
    pub(crate) id: WordId,
    /// What the form can be.
    pub(crate) class: Class,
    /// What it is made of.
    pub(crate) kind: Kind,
    /// How it looks.
    pub(crate) shape: Shape,
    /// What it is here; set by the word-class stage.
    pub(crate) tag: crate::tag::Tag,
    /// First byte, for marks and signs.
    pub(crate) byte: u8,
}

/// Cuts the text between `from` and `to` (one paragraph) into tokens.
pub(crate) fn tokenize(
    text: &str,
    from: usize,
    to: usize,
    lexicon: &Lexicon,
    out: &mut Vec<Token>,
) {
    let mut scanner = Scanner::new(text, from, to, lexicon);
    while let Some(piece) = scanner.next_piece(out.last()) {
        out.push(piece);
    }
}

/// Tells what the words of a text can be.
pub(crate) fn look_up(tokens: &mut [Token], text: &str, lexicon: &Lexicon) {
    let mut memo = Memo::new(WordId::UNKNOWN);
    for token in tokens.iter_mut().filter(|t| t.kind == Kind::Word) {
        token.id = memo.get(token.span.of(text), |word| lexicon.id_as_written(word));
    }
    for token in tokens.iter_mut().filter(|t| t.kind == Kind::Word) {
        let entry = lexicon.entry(token.id);
        token.class = entry.class;
        if token.shape.is(Shape::CAPITAL) {
            token.class = token.class.with(entry.as_name);
        }
    }
}
