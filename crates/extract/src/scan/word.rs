//! Words with their inner hyphens, stops and apostrophes.

use super::{Scanner, is_clitic};
use crate::class::Class;
use crate::lexicon::Abbreviation;
use crate::quantity;
use crate::token::{Kind, Shape, Token};

/// Prefixes that stand before a number without becoming a name with it ("mid-2020").
const NUMBER_PREFIXES: [&str; 15] = [
    "mid", "pre", "post", "early", "late", "non", "sub", "over", "under", "to", "minus", "plus",
    "now", "then", "and",
];

impl Scanner<'_, '_> {
    /// A word with its inner hyphens, stops and apostrophes.
    pub(super) fn word(&mut self) -> Token {
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
    pub(super) fn letters(&self, mut at: usize) -> usize {
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
        if !self.bytes[at..self.end].starts_with(b"://") && !rest.starts_with("www.") {
            return None;
        }
        let length = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '"' | '\u{201D}' | ')' | '>'))
            .unwrap_or(rest.len());
        Some(start + rest[..length].trim_end_matches(['.', ',', ';']).len())
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
            let prefix = &self.text[start..first];
            let prefixes = || {
                NUMBER_PREFIXES
                    .iter()
                    .any(|p| p.eq_ignore_ascii_case(prefix))
            };
            if self.is_digit(at + 1) && prefixes()
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
        let id = self.lexicon.id_as_written(&self.text[from..to]);
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
        if single && self.is_degree(start) {
            return at;
        }
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
            Some(Abbreviation::Any) => shape.add(Shape::ABBREVIATION),
            Some(Abbreviation::BeforeName) => {
                shape.add(Shape::ABBREVIATION);
                shape.add(Shape::NEVER_LAST);
            }
            Some(Abbreviation::BeforeNumber) if self.is_digit(self.after_blank(at + 1)) => {
                shape.add(Shape::ABBREVIATION);
                shape.add(Shape::NEVER_LAST);
            }
            _ => return at,
        }
        at + 1
    }

    /// The letter of a scale of temperature after its number: "20 °C.", "at 5 C."; the stop
    /// after it is the sentence's.
    fn is_degree(&self, letter: usize) -> bool {
        let before = self.text[..letter].trim_end_matches(' ');
        let scale = matches!(self.bytes[letter], b'C' | b'F' | b'K');
        scale && before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '°' | 'º' | '˚'))
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

    pub(super) fn finish_word(&self, start: usize, end: usize, mut shape: Shape) -> Token {
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
        token.shape = shape;
        token
    }
}
