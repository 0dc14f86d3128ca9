//! The YAML block that may open a text, between two `---` lines.
//!
//! A line of `---` is also a rule that typesetters like. A text that begins with
//! it opens a front matter when
//! - the block is closed by another `---` line and is empty, or its first line
//!   has the form `key:` (or is a comment); or
//! - up to the closing line, or up to the first blank line when nothing closes
//!   it, some line begins with one of the keys that Claimbook knows.
//!
//! Then it must be whole and right, or the text is refused. Otherwise the rule is
//! a rule, every byte stays in the text, and a warning says so.

use crate::error::{ErrorKind, ReadError, Warning};
use crate::front_yaml;
use crate::keys::Key;
use claimbook_model::ArticleMeta;

/// The largest block that is read, in bytes. Titles and notes need a few
/// hundred; the limit keeps hostile YAML small.
const MAX_BLOCK: usize = 64 << 10;

/// What stands before the text.
#[derive(Debug)]
pub(crate) struct FrontMatter {
    /// What the block says.
    pub(crate) stated: ArticleMeta,
    /// The byte at which the text begins.
    pub(crate) text_start: usize,
    /// Set when a rule was left in the text.
    pub(crate) warning: Option<Warning>,
}

/// Reads the front matter of `text`, if it has one.
///
/// # Errors
/// An unclosed block, broken YAML, a repeated key, a value of the wrong type, a
/// bad date, an id that cannot be a file name: with line and column.
pub(crate) fn read(text: &str) -> Result<FrontMatter, ReadError> {
    let none = FrontMatter {
        stated: ArticleMeta::default(),
        text_start: 0,
        warning: None,
    };
    let Some(start) = opening(text) else {
        return Ok(none);
    };
    match Block::find(text, start) {
        Block::Closed { end, text_start } => {
            let stated = parse(text, start, end)?;
            Ok(FrontMatter {
                stated,
                text_start,
                ..none
            })
        }
        Block::Open => Err(ReadError::whole(
            ErrorKind::FrontMatter,
            "the front matter that this line opens is never closed",
            "end it with a line of `---`; if the line is a rule, put a blank line after it",
        )),
        Block::Rule => {
            let message =
                "the text begins with `---`, but not with front matter: all is kept as text";
            let hint = "front matter is lines such as `title: \"...\"` between two lines of `---`";
            let warning = Some(Warning::new(message, hint));
            Ok(FrontMatter { warning, ..none })
        }
    }
}

/// The byte after the first line, if that line is `---`.
fn opening(text: &str) -> Option<usize> {
    let line = text.split_inclusive('\n').next()?;
    is_fence(line).then_some(line.len())
}

/// Whether a line is `---`, blanks after it allowed.
fn is_fence(line: &str) -> bool {
    line.strip_prefix("---")
        .is_some_and(|rest| rest.trim_end().is_empty())
}

/// What the lines after an opening `---` are.
enum Block {
    /// Front matter up to byte `end`; the text follows the closing line.
    Closed { end: usize, text_start: usize },
    /// Front matter without an end.
    Open,
    /// No front matter: the opening line was a rule.
    Rule,
}

impl Block {
    /// Judges the lines of `text` from byte `start` on.
    fn find(text: &str, start: usize) -> Self {
        let mut at = start;
        let mut first_is_key = None;
        let mut known = false;
        let mut known_before_blank = false;
        let mut blank = false;
        for line in text[start..].split_inclusive('\n') {
            if is_fence(line) {
                let opens = first_is_key.unwrap_or(true) || known;
                let text_start = at + line.len();
                return match opens {
                    true => Self::Closed {
                        end: at,
                        text_start,
                    },
                    false => Self::Rule,
                };
            }
            first_is_key.get_or_insert_with(|| has_key(line) || line.starts_with('#'));
            blank |= line.trim().is_empty();
            known |= has_known_key(line);
            known_before_blank |= known && !blank;
            at += line.len();
        }
        if known_before_blank {
            Self::Open
        } else {
            Self::Rule
        }
    }
}

/// Whether a line has the form `key:` or `key: value`, the key a plain word.
fn has_key(line: &str) -> bool {
    let Some((key, value)) = line.split_once(':') else {
        return false;
    };
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let key = key.trim_matches(['"', '\'']);
    !key.is_empty() && key.chars().all(plain) && value.starts_with([' ', '\t', '\r', '\n'])
}

/// Whether a line begins with a key that Claimbook knows.
fn has_known_key(line: &str) -> bool {
    Key::ALL.iter().any(|(name, _)| {
        line.strip_prefix(name)
            .is_some_and(|rest| rest.trim_start().starts_with(':'))
    })
}

/// Parses the block from byte `start` to `end` of `text`.
fn parse(text: &str, start: usize, end: usize) -> Result<ArticleMeta, ReadError> {
    let block = &text[start..end];
    if block.len() > MAX_BLOCK {
        return Err(ReadError::whole(
            ErrorKind::FrontMatter,
            format!("the front matter has more than {MAX_BLOCK} bytes"),
            "keep long notes out of it",
        ));
    }
    front_yaml::parse(block).map_err(|fault| {
        let at = start + byte_of(block, fault.line, fault.column);
        ReadError::whole(ErrorKind::FrontMatter, fault.message, fault.hint).at(text, at)
    })
}

/// The byte of a line and column (from 1, in code points) of `block`.
fn byte_of(block: &str, line: usize, column: usize) -> usize {
    let before: usize = block
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let within: usize = block[before..]
        .chars()
        .take(column - 1)
        .map(char::len_utf8)
        .sum();
    before + within
}

#[cfg(test)]
#[path = "tests/front_matter.rs"]
mod tests;
