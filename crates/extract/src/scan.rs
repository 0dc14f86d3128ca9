//! The tokenizer's hand: reads one token after the other from a paragraph.

use crate::class::Class;
use crate::lexicon::{Lexicon, WordId};
use crate::quantity;
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

/// Longest word that is looked up; longer ones are unknown.
const LONGEST_WORD: usize = 64;

/// Prefixes that stand before a number without becoming a name with it ("mid-2020").
const NUMBER_PREFIXES: [&str; 15] = [
    "mid", "pre", "post", "early", "late", "non", "sub", "over", "under", "to", "minus", "plus",
    "now", "then", "and",
];

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
                && last.is_none_or(|t| t.span.end as usize != start) =>
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

    fn char_at(&self, at: usize) -> Option<char> {
        if at >= self.end {
            None
        } else {
            self.text[at..self.end].chars().next()
        }
    }

    fn is_digit(&self, at: usize) -> bool {
        at < self.end && self.bytes[at].is_ascii_digit()
    }

    /// Length of the letter at `at`, 0 if none stands there.
    fn letter(&self, at: usize) -> usize {
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
    fn apostrophe(&self, at: usize) -> usize {
        match self.bytes.get(at) {
            _ if at >= self.end => 0,
            Some(b'\'') => 1,
            Some(0xE2) if self.text[at..self.end].starts_with('\u{2019}') => 3,
            _ => 0,
        }
    }

    fn make(&self, start: usize, end: usize, kind: Kind) -> Token {
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
        loop {
            while self.is_digit(at) {
                at += 1;
            }
            match self.bytes.get(at) {
                Some(b'.') if self.is_digit(at + 1) => at += 1,
                Some(b',') if at > start && self.is_group(start, at) => at += 1,
                _ => break,
            }
        }
        self.at = at;
        self.make(start, at, Kind::Number)
    }

    /// Whether the comma at `at` separates thousands of the number from `start`:
    /// three digits follow, or two and a further group (Indian style).
    fn is_group(&self, start: usize, at: usize) -> bool {
        let follow = (at + 1..self.end.min(at + 5))
            .take_while(|i| self.is_digit(*i))
            .count();
        let head = self.bytes[start..at]
            .iter()
            .position(|b| *b == b',')
            .unwrap_or(at - start);
        let indian = follow == 2 && self.bytes.get(at + 3) == Some(&b',') && self.is_digit(at + 4);
        head <= 3 && !self.bytes[start..at].contains(&b'.') && (follow == 3 || indian)
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
        let run = |s: &Self, b: u8| {
            s.bytes[start..s.end]
                .iter()
                .take_while(|x| **x == b)
                .count()
        };
        let kind = match byte {
            b'"' => Kind::DoubleQuote,
            b'`' | b',' if run(self, byte) == 2 => {
                self.at += 1;
                Kind::DoubleQuote
            }
            b'`' => Kind::SingleQuote,
            b'-' if run(self, b'-') > 1 => {
                self.at = start + run(self, b'-');
                Kind::Dash
            }
            b'-' => self.hyphen_kind(start),
            b'.' if run(self, b'.') > 1 => {
                self.at = start + run(self, b'.');
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

    /// A word with its inner hyphens, stops and apostrophes.
    fn word(&mut self) -> Token {
        let start = self.at;
        let mut at = self.letters(start);
        let mut shape = Shape::default();
        if let Some(end) = self.address(start, at) {
            self.at = end;
            return self.make(start, end, Kind::Word);
        }
        if let Some(end) = self.money_letters(start, at) {
            self.at = end;
            return self.finish_word(start, end, shape);
        }
        if self.text[start..at].ends_with('n')
            && self.apostrophe(at) > 0
            && self.is_contracted_not(at)
            && at - 1 > start
        {
            at -= 1;
        } else if self.is_contracted_not_alone(start, at) {
            at += self.apostrophe(at) + 1;
        } else {
            at = self.inner_apostrophe(at);
            at = self.inner_hyphens(start, at);
            at = self.inner_stops(start, at, &mut shape);
        }
        self.at = at;
        self.finish_word(start, at, shape)
    }

    /// End of the letters of a currency that digits follow at once ("USD10m", "RM2.70").
    fn money_letters(&self, start: usize, end: usize) -> Option<usize> {
        let digit = self.bytes[start..end].iter().position(u8::is_ascii_digit)?;
        let first = start + digit;
        let dollar = start > 0 && self.bytes[start - 1] == b'$';
        let letters = &self.text[start..first];
        quantity::is_money_before_digits(letters, &self.text[first..self.end], dollar)
            .then_some(first)
    }

    /// End of the letters and digits from `at`.
    fn letters(&self, mut at: usize) -> usize {
        loop {
            let step = if self.is_digit(at) {
                1
            } else {
                self.letter(at)
            };
            if step == 0 {
                return at;
            }
            at += step;
        }
    }

    /// A web address is one token up to the next blank.
    fn address(&self, start: usize, at: usize) -> Option<usize> {
        let rest = &self.text[start..self.end];
        let is_address = self.text[at..self.end].starts_with("://") || rest.starts_with("www.");
        let length = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '"' | '\u{201D}' | ')' | '>'))
            .unwrap_or(rest.len());
        is_address.then(|| start + rest[..length].trim_end_matches(['.', ',', ';']).len())
    }

    /// "n't" begins one letter before the apostrophe at `at`.
    fn is_contracted_not(&self, at: usize) -> bool {
        let t = at + self.apostrophe(at);
        self.bytes
            .get(t)
            .is_some_and(|b| b.eq_ignore_ascii_case(&b't'))
            && t < self.end
            && self.letter(t + 1) == 0
    }

    /// The "n" of "n't", met after its verb.
    fn is_contracted_not_alone(&self, start: usize, at: usize) -> bool {
        at == start + 1
            && self.bytes[start].eq_ignore_ascii_case(&b'n')
            && self.apostrophe(at) > 0
            && self.is_contracted_not(at)
    }

    /// Goes on over an apostrophe inside a name ("O'Brien"), not before a clitic.
    fn inner_apostrophe(&self, at: usize) -> usize {
        let mark = self.apostrophe(at);
        if mark == 0 || self.letter(at + mark) == 0 {
            return at;
        }
        let end = self.letters(at + mark);
        if is_clitic(&self.text[at + mark..end]) {
            at
        } else {
            end
        }
    }

    /// Goes on over hyphens unless a part is a number.
    fn inner_hyphens(&self, start: usize, first: usize) -> usize {
        let mut at = first;
        while at + 1 < self.end
            && self.bytes[at] == b'-'
            && (self.letter(at + 1) > 0 || self.is_digit(at + 1))
        {
            let part_end = self.inner_apostrophe(self.letters(at + 1));
            let prefix = self.text[start..first].to_ascii_lowercase();
            let digits = self.is_digit(at + 1);
            let number_after_prefix = digits && NUMBER_PREFIXES.contains(&prefix.as_str());
            if number_after_prefix
                || self.is_number_word(at + 1, part_end)
                || self.is_number_word(start, first)
            {
                return first;
            }
            at = part_end;
        }
        at
    }

    fn is_number_word(&self, from: usize, to: usize) -> bool {
        let id = self.lookup(from, to);
        let class = self.lexicon.entry(id).class;
        class.any(Class::NUMBER_WORD)
            || (class.any(Class::ORDINAL)
                && self.text[from..to].ends_with(['s', 'd', 'h'])
                && !matches!(&self.text[from..to], "second"))
    }

    /// Takes a stop into abbreviations and dotted names.
    fn inner_stops(&self, start: usize, mut at: usize, shape: &mut Shape) -> usize {
        if self.bytes.get(at) != Some(&b'.') || at >= self.end {
            return at;
        }
        let word = &self.text[start..at];
        let single = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic();
        if single {
            while self.bytes.get(at) == Some(&b'.')
                && self.letter(at + 1) == 1
                && self.letter(at + 2) == 0
            {
                at += 2;
            }
            if at > start + 1 || word.as_bytes()[0].is_ascii_uppercase() {
                let dotted = at > start + 1;
                if self.bytes.get(at) == Some(&b'.') && at < self.end {
                    at += 1;
                    shape.add(Shape::ABBREVIATION);
                }
                if !dotted && self.followed_by_capital(at) {
                    shape.add(Shape::NEVER_LAST);
                }
            }
            return at;
        }
        if self.letter(at + 1) > 0 && !self.begins_capital(at + 1) {
            return self.letters(at + 1);
        }
        let next = self.lexicon.abbreviation(word);
        match next {
            Some(crate::lexicon::Abbreviation::Any) => shape.add(Shape::ABBREVIATION),
            Some(crate::lexicon::Abbreviation::BeforeName) => {
                shape.add(Shape::ABBREVIATION);
                shape.add(Shape::NEVER_LAST);
            }
            Some(crate::lexicon::Abbreviation::BeforeNumber)
                if self.is_digit(self.after_blank(at + 1)) =>
            {
                shape.add(Shape::ABBREVIATION);
                shape.add(Shape::NEVER_LAST);
            }
            _ => return at,
        }
        at + 1
    }

    fn after_blank(&self, at: usize) -> usize {
        if self.bytes.get(at) == Some(&b' ') {
            at + 1
        } else {
            at
        }
    }

    fn followed_by_capital(&self, at: usize) -> bool {
        self.begins_capital(self.after_blank(at))
    }

    fn begins_capital(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(char::is_uppercase)
    }

    fn finish_word(&self, start: usize, end: usize, mut shape: Shape) -> Token {
        let word = &self.text[start..end];
        let first = word.chars().next().unwrap_or(' ');
        if first.is_uppercase() {
            shape.add(Shape::CAPITAL);
            let letters = word.chars().filter(|c| c.is_alphabetic());
            if letters.clone().count() > 1 && letters.clone().all(char::is_uppercase) {
                shape.add(Shape::ALL_CAPS);
            }
        }
        let mut token = self.make(start, end, Kind::Word);
        for b in word.bytes() {
            match b {
                b'0'..=b'9' => shape.add(Shape::HAS_DIGIT),
                b'-' => shape.add(Shape::HAS_HYPHEN),
                _ => {}
            }
        }
        token.id = self.lookup(start, end);
        token.shape = shape;
        let entry = self.lexicon.entry(token.id);
        token.class = entry.class;
        if shape.is(Shape::CAPITAL) {
            token.class = token.class.with(entry.as_name);
        }
        token
    }

    /// The id of the folded word, its final stop left out.
    fn lookup(&self, start: usize, end: usize) -> WordId {
        let word = self.text[start..end].trim_end_matches('.');
        if word.len() > LONGEST_WORD {
            return WordId::UNKNOWN;
        }
        if word.is_ascii() {
            let mut folded = [0u8; LONGEST_WORD];
            let folded = &mut folded[..word.len()];
            folded.copy_from_slice(word.as_bytes());
            folded.make_ascii_lowercase();
            return std::str::from_utf8(folded).map_or(WordId::UNKNOWN, |w| self.lexicon.id(w));
        }
        self.lexicon
            .id(&word.replace('\u{2019}', "'").to_lowercase())
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
