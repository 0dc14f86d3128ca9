//! The words after a number, hyphenated ones taken apart ("12-cent-a-share").

use crate::doc::Doc;
use crate::lexicon::{WordId, lexicon};
use crate::token::{Kind, Shape};

/// Most words that a unit with its compounds takes.
const MOST: usize = 10;

/// One word, or a part of a hyphenated one, or a mark.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Part<'t> {
    /// Its token.
    pub(super) token: usize,
    /// As written.
    pub(super) text: &'t str,
    /// Its folded form.
    pub(super) id: WordId,
    /// Whether no blank stands before it.
    pub(super) glued: bool,
    /// Whether a hyphen stands before it.
    pub(super) hyphen: bool,
}

/// The parts from a token on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts<'t> {
    list: [Part<'t>; MOST],
    length: usize,
}

impl<'t> Parts<'t> {
    /// Reads the parts of the tokens `from..end`.
    pub(super) fn new(doc: &Doc<'t>, from: usize, end: usize) -> Self {
        let mut parts = Self {
            list: [Part::default(); MOST],
            length: 0,
        };
        let mut hyphen = false;
        for token in from..end {
            if parts.length == MOST {
                break;
            }
            let t = &doc.tokens[token];
            if t.kind == Kind::Hyphen && t.shape.is(Shape::GLUED) {
                hyphen = true;
                continue;
            }
            let text = doc.text_of(token);
            let glued = t.shape.is(Shape::GLUED);
            if t.kind == Kind::Word && t.shape.is(Shape::HAS_HYPHEN) {
                parts.split(token, text, glued, hyphen);
            } else {
                parts.push(Part {
                    token,
                    text,
                    id: t.id,
                    glued,
                    hyphen,
                });
            }
            hyphen = false;
            if matches!(t.kind, Kind::Stop | Kind::Dash) {
                break;
            }
        }
        parts
    }

    fn split(&mut self, token: usize, text: &'t str, glued: bool, hyphen: bool) {
        let mut first = true;
        for piece in text.split('-') {
            self.push(Part {
                token,
                text: piece,
                id: folded_id(piece),
                glued: !first || glued,
                hyphen: !first || hyphen,
            });
            first = false;
        }
    }

    fn push(&mut self, part: Part<'t>) {
        if self.length < MOST {
            self.list[self.length] = part;
            self.length += 1;
        }
    }

    /// The part at `i`.
    pub(super) fn get(&self, i: usize) -> Option<&Part<'t>> {
        self.list[..self.length].get(i)
    }

    /// The text of the part at `i`, "" beyond the end.
    pub(super) fn text(&self, i: usize) -> &'t str {
        self.get(i).map_or("", |p| p.text)
    }

    /// Whether the part at `i` is this word in whatever case.
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.text(i).eq_ignore_ascii_case(word)
    }

    /// One past the token of the last of `count` parts.
    pub(super) fn end_of(&self, count: usize) -> Option<usize> {
        let last = self.get(count.checked_sub(1)?)?;
        Some(last.token + 1)
    }

    /// Whether the parts from `i` on are these words.
    pub(super) fn follow(&self, i: usize, words: &[WordId]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(n, id)| self.get(i + n).is_some_and(|p| p.id == *id))
    }
}

/// The id of a part of a hyphenated word.
pub(super) fn folded_id(word: &str) -> WordId {
    if word.len() > 32 {
        return WordId::UNKNOWN;
    }
    lexicon().id(word)
}
