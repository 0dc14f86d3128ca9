//! Collections written on lines of their own, and the document around them.

use super::{Entry, Item, Kind, Layout, Misread, Node, Reader};
use crate::catalogue::{SYNTAX, YAML_FEATURE};
use claimbook_model::Span;

impl Reader<'_> {
    /// The whole file: one document, perhaps after a `---` line.
    pub(super) fn document(&mut self) -> Result<Node, Misread> {
        if self.text.starts_with('\u{FEFF}') {
            self.at = '\u{FEFF}'.len_utf8();
            self.line = self.at;
        }
        self.skip_gap()?;
        if self.at_marker("---") {
            self.at += 3;
            self.end_of_value()?;
            self.skip_gap()?;
        }
        if self.peek(0) == b'%' {
            return self.refuse(&YAML_FEATURE, 1, "a YAML directive", "delete the line");
        }
        let root = self.block(0, self.at)?;
        self.skip_gap()?;
        if self.at_marker("...") {
            self.at += 3;
            self.end_of_value()?;
            self.skip_gap()?;
        }
        if self.at_end() {
            return Ok(root);
        }
        if self.at_marker("---") {
            let hint = "keep one article in one file";
            return self.refuse(&YAML_FEATURE, 3, "a second document begins", hint);
        }
        self.refuse(
            &SYNTAX,
            1,
            "text that belongs to no key",
            "indent it like the keys above, and end keys with `: `",
        )
    }

    /// `---` or `...` at the start of a line, followed by a blank or nothing.
    pub(super) fn at_marker(&self, marker: &str) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.at == self.line
            && rest.starts_with(marker)
            && matches!(self.peek(marker.len()), b' ' | b'\t' | b'\r' | b'\n' | 0)
    }

    /// The value on the following lines, at column `least` or further right;
    /// nothing if there is none, noted at byte `place`.
    fn block(&mut self, least: usize, place: usize) -> Result<Node, Misread> {
        self.skip_gap()?;
        if self.at_end() || self.column() < least || self.at_marker("---") || self.at_marker("...")
        {
            return Ok(Node {
                span: Span::new(place, place),
                kind: Kind::Empty,
            });
        }
        self.value_here(least.saturating_sub(1))
    }

    /// The value that begins here, below a collection at column `parent`.
    fn value_here(&mut self, parent: usize) -> Result<Node, Misread> {
        if self.at_dash() {
            let column = self.column();
            self.deeper(|reader| reader.list(column))
        } else if self.at_key() {
            let column = self.column();
            self.deeper(|reader| reader.map(column))
        } else {
            self.inline(parent)
        }
    }

    /// Whether a list item begins here.
    fn at_dash(&self) -> bool {
        self.peek(0) == b'-' && matches!(self.peek(1), b' ' | b'\t' | b'\r' | b'\n' | 0)
    }

    /// A map whose keys stand at `column`.
    fn map(&mut self, column: usize) -> Result<Node, Misread> {
        let start = self.at;
        let mut entries = Vec::new();
        loop {
            let key = self.key()?;
            let value = self.after_colon(column)?;
            entries.push(Entry { key, value });
            self.skip_gap()?;
            if self.at_end()
                || self.column() < column
                || self.at_marker("---")
                || self.at_marker("...")
            {
                break;
            }
            if self.column() > column || !self.at_key() {
                return self.misplaced();
            }
        }
        let end = entries.last().map_or(start, |e| e.span().end as usize);
        Ok(Node {
            span: Span::new(start, end),
            kind: Kind::Map(Layout::Block(column), entries),
        })
    }

    /// The value of a key of the map at `column`; a list may stand at that column too.
    fn after_colon(&mut self, column: usize) -> Result<Node, Misread> {
        let place = self.at;
        self.skip_blanks();
        if !self.at_comment() && !self.at_line_end() {
            return self.inline(column);
        }
        self.skip_gap()?;
        if !self.at_end() && self.column() == column && self.at_dash() {
            return self.deeper(|reader| reader.list(column));
        }
        self.block(column + 1, place)
    }

    /// A list whose dashes stand at `column`.
    fn list(&mut self, column: usize) -> Result<Node, Misread> {
        let start = self.at;
        let mut items = Vec::new();
        loop {
            let dash = self.at;
            self.at += 1;
            let place = self.at;
            self.skip_blanks();
            let value = if self.at_comment() || self.at_line_end() {
                self.block(column + 1, place)?
            } else {
                self.value_here(column)?
            };
            items.push(Item { start: dash, value });
            self.skip_gap()?;
            if self.at_end() || self.column() < column || !self.at_dash() {
                break;
            }
            if self.column() > column {
                return self.misplaced();
            }
        }
        if !self.at_end() && self.column() > column {
            return self.misplaced();
        }
        let end = items.last().map_or(start, |i| i.value.span.end as usize);
        Ok(Node {
            span: Span::new(start, end),
            kind: Kind::List(Layout::Block(column), items),
        })
    }

    /// A line that is indented like nothing above it, or is no key among keys.
    fn misplaced<T>(&self) -> Result<T, Misread> {
        self.refuse(
            &SYNTAX,
            1,
            "this line fits none of the lines above",
            "indent it like the keys it belongs to, and end keys with `: `",
        )
    }
}
