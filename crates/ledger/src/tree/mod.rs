//! The lossless tree of a ledger file: where everything stands, to the byte.
//!
//! serde_yaml tells what a file says; this tree tells where it says it, which is
//! what findings, in-place edits and kept comments need. It reads the part of
//! YAML that a ledger is written in: block and flow collections, every kind of
//! scalar, comments. Anchors, aliases, tags, merge keys, complex keys, several
//! documents and deep nesting are no part of the format and are refused here,
//! before any other reader sees the file. A tree holds byte ranges only.

mod block;
mod chars;
mod flow;
mod gap;
mod node;
mod scalar;
#[cfg(test)]
mod tests;

pub(crate) use node::{Entry, Item, Kind, Layout, Node};

use crate::catalogue::LIMIT;
use crate::{Check, Place};
use claimbook_model::Span;
use std::sync::OnceLock;

/// Collections may stand so deep in each other (the format itself needs six).
pub(crate) const MAX_DEPTH: usize = 10;

/// A ledger file's text with the place of everything in it.
#[derive(Debug)]
pub(crate) struct Tree<'t> {
    /// The whole file.
    pub(crate) text: &'t str,
    /// The outermost node.
    pub(crate) root: Node,
    /// Every comment, from `#` to the end of its line, in order.
    pub(crate) comments: Vec<Span>,
    /// Where each line begins, once somebody asks.
    lines: OnceLock<Vec<usize>>,
}

/// Text that a ledger may not hold.
#[derive(Debug)]
pub(crate) struct Misread {
    /// What it is called.
    pub(crate) check: &'static Check,
    /// The place.
    pub(crate) span: Span,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) hint: &'static str,
}

impl<'t> Tree<'t> {
    /// Reads the structure of `text`.
    pub(crate) fn read(text: &'t str) -> Result<Self, Misread> {
        chars::check(text)?;
        let mut reader = Reader {
            text,
            at: 0,
            line: 0,
            depth: 0,
            comments: Vec::new(),
        };
        let root = reader.document()?;
        Ok(Self {
            text,
            root,
            comments: reader.comments,
            lines: OnceLock::new(),
        })
    }

    /// The bytes of `span` as text.
    pub(crate) fn slice(&self, span: Span) -> &'t str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The comments inside `span`.
    pub(crate) fn comments_in(&self, span: Span) -> &[Span] {
        let first = self.comments.partition_point(|c| c.start < span.start);
        let end = self.comments.partition_point(|c| c.end <= span.end);
        self.comments.get(first..end).unwrap_or_default()
    }

    /// Line and column of `span`, and how many characters of its first line it covers.
    pub(crate) fn place(&self, span: Span) -> Place {
        let lines = self.lines.get_or_init(|| line_starts(self.text));
        let line = lines
            .partition_point(|start| *start <= span.start as usize)
            .max(1);
        place_on(
            self.text,
            span,
            line,
            lines.get(line - 1).copied().unwrap_or(0),
        )
    }
}

/// Line and column of `span` in `text`, and its width on its first line.
pub(crate) fn place(text: &str, span: Span) -> Place {
    let before = text.get(..span.start as usize).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    place_on(text, span, line, line_start)
}

/// The place of `span` on the line with this number, which begins at `line_start`.
fn place_on(text: &str, span: Span, line: usize, line_start: usize) -> Place {
    let before = text
        .get(line_start..span.start as usize)
        .unwrap_or_default();
    let first_line = span.of(text).lines().next().unwrap_or_default();
    Place {
        line,
        column: before.chars().count() + 1,
        width: first_line.chars().count().max(1),
    }
}

/// The first byte of each line.
fn line_starts(text: &str) -> Vec<usize> {
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    std::iter::once(0)
        .chain(breaks.map(|(at, _)| at + 1))
        .collect()
}

/// The state of one reading.
struct Reader<'t> {
    text: &'t str,
    /// The next byte to read.
    at: usize,
    /// The first byte of its line.
    line: usize,
    /// Collections around it.
    depth: usize,
    comments: Vec<Span>,
}

impl Reader<'_> {
    /// The byte `ahead` of the next one; 0 past the end (no ledger holds a NUL).
    fn peek(&self, ahead: usize) -> u8 {
        let bytes = self.text.as_bytes();
        bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Bytes since the start of the line.
    fn column(&self) -> usize {
        self.at - self.line
    }

    /// A refusal of the `width` bytes from here.
    fn refuse<T>(
        &self,
        check: &'static Check,
        width: usize,
        message: impl Into<String>,
        hint: &'static str,
    ) -> Result<T, Misread> {
        let end = (self.at + width).min(self.text.len());
        Err(Misread {
            check,
            span: Span::new(self.at, end.max(self.at)),
            message: message.into(),
            hint,
        })
    }

    /// Runs `read` one collection deeper.
    fn deeper<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Misread>,
    ) -> Result<T, Misread> {
        if self.depth == MAX_DEPTH {
            let message = format!("collections stand more than {MAX_DEPTH} deep in each other");
            return self.refuse(&LIMIT, 1, message, "a ledger needs six levels");
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }
}
