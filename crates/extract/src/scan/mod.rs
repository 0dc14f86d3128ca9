//! The tokenizer's hand: reads one token after the other from a paragraph.

mod word;

use crate::class::Class;
use crate::lexicon::{Lexicon, WordId};
use crate::tag::Tag;
use crate::token::{Kind, Shape, Token};
use claimbook_model::Span;

/// A position in one paragraph.
pub(crate) struct Scanner<'t, 'l> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    end: usize,
    lexicon: &'l Lexicon,
}

/// Most groups of a number in Indian style.
const LONGEST_INDIAN: usize = 8;

/// Signs that are numbers in themselves.
pub(crate) const FRACTION_SIGNS: [char; 15] = [
    '½', '¼', '¾', '⅓', '⅔', '⅕', '⅖', '⅗', '⅘', '⅙', '⅚', '⅛', '⅜', '⅝', '⅞',
];

impl<'t, 'l> Scanner<'t, 'l> {
    pub(crate) fn new(text: &'t str, from: usize, to: usize, lexicon: &'l Lexicon) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            at: from,
            end: to,
            lexicon,
        }
    }

    /// The next token; `last` is the one before it.
    pub(crate) fn next_piece(&mut self, last: Option<&Token>) -> Option<Token> {
        self.skip_blanks();
        if self.at >= self.end {
            return None;
        }
        let start = self.at;
        let byte = self.bytes[start];
        let mut token = match byte {
            b'0'..=b'9' => self.number(),
            b'.' if self.is_digit(start + 1)
                && last.is_none_or(|t| {
                    t.span.end as usize != start
                        || matches!(t.kind, Kind::Hyphen | Kind::Open | Kind::Symbol)
                }) =>
            {
                self.number()
            }
            b'a'..=b'z' | b'A'..=b'Z' => self.word(),
            b'\'' => self.clitic_or_quote(1, last),
            0x80.. => self.beyond_ascii(last),
            _ => self.mark(),
        };
        if last.is_some_and(|t| t.span.end as usize == start) {
            token.shape.add(Shape::GLUED);
        }
        Some(token)
    }

    fn skip_blanks(&mut self) {
        while self.at < self.end {
            match self.bytes[self.at] {
                b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C => self.at += 1,
                0x80.. => match self.char_at(self.at) {
                    Some(c)
                        if c.is_whitespace()
                            || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{00AD}') =>
                    {
                        self.at += c.len_utf8();
                    }
                    _ => return,
                },
                0..0x20 => self.at += 1,
                _ => return,
            }
        }
    }

    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        if at >= self.end {
            None
        } else {
            self.text[at..self.end].chars().next()
        }
    }

    pub(super) fn is_digit(&self, at: usize) -> bool {
        at < self.end && self.bytes[at].is_ascii_digit()
    }

    /// Length of the letter at `at`, 0 if none stands there.
    pub(super) fn letter(&self, at: usize) -> usize {
        match self.bytes.get(at) {
            _ if at >= self.end => 0,
            Some(b'a'..=b'z' | b'A'..=b'Z') => 1,
            Some(0x80..) => self
                .char_at(at)
                .filter(|c| c.is_alphabetic() || is_combining(*c))
                .map_or(0, char::len_utf8),
            _ => 0,
        }
    }

    /// Length of the apostrophe at `at`, 0 if none stands there.
    pub(super) fn apostrophe(&self, at: usize) -> usize {
        match self.bytes.get(at) {
            _ if at >= self.end => 0,
            Some(b'\'') => 1,
            Some(0xE2) if self.text[at..self.end].starts_with('\u{2019}') => 3,
            _ => 0,
        }
    }

    pub(super) fn make(&self, start: usize, end: usize, kind: Kind) -> Token {
        Token {
            span: Span::new(start, end),
            id: WordId::UNKNOWN,
            class: Class::NONE,
            kind,
            shape: Shape::default(),
            tag: Tag::Other,
            byte: self.bytes[start],
        }
    }

    /// Digits with thousands separators and decimals.
    fn number(&mut self) -> Token {
        let start = self.at;
        let mut at = start;
        // Thousands are separated before the point, and after three digits at most.
        let (mut grouped, mut point) = (false, false);
        loop {
            while self.is_digit(at) {
                at += 1;
            }
            let short = grouped || (1..=3).contains(&(at - start));
            match self.bytes.get(at) {
                Some(b'.') if self.is_digit(at + 1) => point = true,
                Some(b',') if short && !point && self.opens_group(at) => grouped = true,
                _ => break,
            }
            at += 1;
        }
        self.at = at;
        self.make(start, at, Kind::Number)
    }

    /// Whether the comma at `at` is followed by a group of a number's digits: three, or
    /// two and a further group (Indian style).
    fn opens_group(&self, at: usize) -> bool {
        let follow = (at + 1..self.end.min(at + 5))
            .take_while(|i| self.is_digit(*i))
            .count();
        follow == 3 || follow == 2 && self.ends_in_thousands(at)
    }

    /// Whether groups of two digits from the comma at `at` on lead to one of three
    /// ("12,34,567", not the list "22,24,26").
    fn ends_in_thousands(&self, mut at: usize) -> bool {
        for _ in 0..LONGEST_INDIAN {
            let digits = (at + 1..self.end.min(at + 5))
                .take_while(|i| self.is_digit(*i))
                .count();
            let comma = at + 3 < self.end && self.bytes[at + 3] == b',';
            match digits {
                2 if comma => at += 3,
                digits => return digits == 3,
            }
        }
        false
    }

    /// The apostrophe of `length` bytes here opens a clitic when it is glued to
    /// a word before it ("Borisov's", "they've"); otherwise it is a quotation mark.
    fn clitic_or_quote(&mut self, length: usize, last: Option<&Token>) -> Token {
        let start = self.at;
        let letters = self.letters(start + length);
        let glued = last.is_some_and(|t| {
            t.span.end as usize == start && matches!(t.kind, Kind::Word | Kind::Number)
        });
        if glued && letters > start + length && is_clitic(&self.text[start + length..letters]) {
            self.at = letters;
            return self.finish_word(start, letters, Shape::default());
        }
        if self.doubled_mark(start) {
            self.at = start + 2;
            return self.make(start, self.at, Kind::DoubleQuote);
        }
        self.at = start + length;
        self.make(start, self.at, Kind::SingleQuote)
    }

    /// Two straight apostrophes are a double mark; of three, the first stands alone
    /// when they close (",'''").
    fn doubled_mark(&self, start: usize) -> bool {
        let rest = &self.bytes[start..self.end];
        let blank_before = start == 0 || self.bytes[start - 1].is_ascii_whitespace();
        rest.starts_with(b"''") && (blank_before || !rest.starts_with(b"'''"))
    }

    fn beyond_ascii(&mut self, last: Option<&Token>) -> Token {
        let start = self.at;
        let Some(c) = self.char_at(start) else {
            self.at = self.end;
            return self.make(start, self.end, Kind::Symbol);
        };
        if c.is_alphabetic() {
            return self.word();
        }
        if c == '\u{2019}' {
            return self.clitic_or_quote(c.len_utf8(), last);
        }
        self.at = start + c.len_utf8();
        let kind = match c {
            '\u{201C}'..='\u{201F}' | '«' | '»' | '″' => Kind::DoubleQuote,
            '\u{2018}'..='\u{201B}' | '‹' | '›' => Kind::SingleQuote,
            '\u{2010}' | '\u{2011}' => self.hyphen_kind(start),
            '\u{2012}'..='\u{2015}' => Kind::Dash,
            '…' => Kind::Stop,
            c if FRACTION_SIGNS.contains(&c) => Kind::Number,
            _ => Kind::Symbol,
        };
        self.make(start, self.at, kind)
    }

    /// A hyphen with blanks around it is a dash.
    fn hyphen_kind(&self, start: usize) -> Kind {
        let blank_before = start == 0 || self.bytes[start - 1].is_ascii_whitespace();
        let blank_after = self.bytes.get(self.at).is_none_or(u8::is_ascii_whitespace);
        if blank_before && blank_after {
            Kind::Dash
        } else {
            Kind::Hyphen
        }
    }

    fn mark(&mut self) -> Token {
        let start = self.at;
        let byte = self.bytes[start];
        self.at += 1;
        let rest = &self.bytes[start..self.end];
        let run = || rest.iter().take_while(|b| **b == byte).count();
        let alike = |n: usize| rest.get(n) == Some(&byte);
        let kind = match byte {
            b'"' => Kind::DoubleQuote,
            b'`' | b',' if alike(1) && !alike(2) => {
                self.at += 1;
                Kind::DoubleQuote
            }
            b'`' => Kind::SingleQuote,
            b'-' if alike(1) => {
                self.at = start + run();
                Kind::Dash
            }
            b'-' => self.hyphen_kind(start),
            b'.' if alike(1) => {
                self.at = start + run();
                Kind::Stop
            }
            b'.' | b'!' | b'?' => Kind::Stop,
            b',' | b';' | b':' | b'/' => Kind::Punct,
            b'(' | b'[' | b'{' => Kind::Open,
            b')' | b']' | b'}' => Kind::Close,
            _ => Kind::Symbol,
        };
        self.make(start, self.at, kind)
    }
}

/// The clitics of possession and contraction, without their apostrophe.
fn is_clitic(letters: &str) -> bool {
    ["s", "re", "ve", "ll", "d", "m"]
        .iter()
        .any(|c| letters.eq_ignore_ascii_case(c))
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}
