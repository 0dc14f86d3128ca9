//! What belongs to which claim: its lines, and the comments around them.

use super::splice::{line_end, line_start};
use crate::tree::{Entry, Kind, Layout, Tree};
use claimbook_model::Span;

/// The bytes of one claim, with the blank lines and comments that go with it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk {
    /// The first byte.
    pub(super) start: usize,
    /// One past the last byte, at the end of a line.
    pub(super) end: usize,
}

impl Chunk {
    /// The bytes.
    pub(super) fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// The chunk of every claim under the block list of `entry`; they follow each other
/// without gap. The comments directly above a claim are its own; so are those
/// directly below its last line (see [`tail`]).
/// Comments that stand apart above the first claim or below the last are nobody's.
pub(super) fn chunks(tree: &Tree<'_>, entry: &Entry) -> Vec<Chunk> {
    let Kind::List(Layout::Block(column), items) = &entry.value.kind else {
        return Vec::new();
    };
    let text = tree.text;
    let mut chunks: Vec<Chunk> = Vec::with_capacity(items.len());
    for item in items {
        let body = line_start(text, item.start);
        let start = match chunks.last_mut() {
            None => lead(text, line_end(text, entry.key.end as usize).min(body), body),
            Some(before) => {
                before.end = tail(text, before.end, Some(body), *column);
                before.end
            }
        };
        let end = line_end(text, item.value.span.end as usize);
        chunks.push(Chunk { start, end });
    }
    if let Some(last) = chunks.last_mut() {
        last.end = tail(text, last.end, None, *column);
    }
    chunks
}

/// Where the blank lines and comments directly above the line at `body` begin, at
/// `from` or later.
fn lead(text: &str, from: usize, body: usize) -> usize {
    let mut start = body;
    let mut in_comments = true;
    while start > from {
        let line = line_start(text, start - 1);
        let blank = is_blank(text, line);
        in_comments &= !blank;
        if !blank && !in_comments {
            break;
        }
        start = line;
    }
    start
}

/// Where the comments directly below a claim that ends at `from` end; `next` is the
/// line of the next claim. Without a blank line between the two, or below the last
/// claim, only what is indented deeper than the dash at `column` is the claim's.
fn tail(text: &str, from: usize, next: Option<usize>, column: usize) -> usize {
    let limit = next.unwrap_or(text.len());
    let run = |goes_on: &dyn Fn(usize) -> bool| {
        let mut end = from;
        while end < limit && goes_on(end) {
            end = line_end(text, end);
        }
        end.min(limit)
    };
    let end = run(&|line| !is_blank(text, line));
    if next.is_some() && end < limit {
        return end;
    }
    run(&|line| !is_blank(text, line) && indent(text, line) > column)
}

/// The blanks at the start of the line at `line`.
fn indent(text: &str, line: usize) -> usize {
    let rest = text.get(line..).unwrap_or_default();
    rest.bytes().take_while(|b| *b == b' ').count()
}

/// Whether nothing stands on the line at `at`.
fn is_blank(text: &str, at: usize) -> bool {
    let line = text.get(at..line_end(text, at)).unwrap_or_default();
    line.trim().is_empty()
}
