//! Keys and scalars.

use super::{Kind, Misread, Node, Reader};
use crate::catalogue::{SYNTAX, YAML_FEATURE};
use claimbook_model::Span;

impl Reader<'_> {
    /// Whether a key begins here: a plain or quoted scalar and a colon on one line.
    pub(super) fn at_key(&self) -> bool {
        self.key_end().is_some()
    }

    /// One past the last byte of the key that begins here, if one does.
    fn key_end(&self) -> Option<usize> {
        let rest = self.text.get(self.at..)?;
        let end = match rest.as_bytes().first()? {
            quote @ (b'"' | b'\'') => closing(rest.lines().next()?, *quote)? + 1,
            b'[' | b'{' | b'#' | b'|' | b'>' | b'&' | b'*' | b'!' | b'%' | b'@' | b'`' | b','
            | b']' | b'}' | b'\n' => return None,
            _ => plain_end(rest, false),
        };
        let after = rest.get(end..)?.trim_start_matches([' ', '\t']);
        let mut after = after.bytes();
        let is_key = after.next() == Some(b':')
            && matches!(after.next(), None | Some(b' ' | b'\t' | b'\r' | b'\n'));
        is_key.then_some(self.at + end)
    }

    /// Reads a key and its colon.
    pub(super) fn key(&mut self) -> Result<Span, Misread> {
        let Some(end) = self.key_end() else {
            return self.refuse(&SYNTAX, 1, "a key is missing here", "write `key: value`");
        };
        let key = Span::new(self.at, end);
        match key.of(self.text) {
            "<<" => return self.feature(2, "a merge key"),
            key if key.starts_with("? ") => return self.feature(1, "a complex key"),
            _ => {}
        }
        self.at = end;
        self.skip_blanks();
        self.at += 1;
        Ok(key)
    }

    /// A refusal of a part of YAML that ledgers do without.
    fn feature<T>(&self, width: usize, what: &str) -> Result<T, Misread> {
        self.refuse(
            &YAML_FEATURE,
            width,
            format!("{what} is no part of the ledger format"),
            "write the value out; put text that begins with a special character in double quotation marks",
        )
    }

    /// A value that begins on this line and is no block collection; the collection
    /// around it stands at column `parent`.
    pub(super) fn inline(&mut self, parent: usize) -> Result<Node, Misread> {
        let node = match self.peek(0) {
            quote @ (b'"' | b'\'') => self.quoted(quote)?,
            b'[' => self.flow_list()?,
            b'{' => self.flow_map()?,
            b'|' | b'>' => return self.literal(parent),
            _ => return self.plain(parent),
        };
        self.end_of_value()?;
        Ok(node)
    }

    /// A scalar in quotation marks, over as many lines as it takes.
    pub(super) fn quoted(&mut self, quote: u8) -> Result<Node, Misread> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let Some(length) = closing(rest, quote) else {
            return self.refuse(
                &SYNTAX,
                1,
                "the quotation mark that opens here is never closed",
                "close it; inside, write \\\" for a mark",
            );
        };
        self.at += length + 1;
        if let Some(last_break) = self.text.get(start..self.at).and_then(|t| t.rfind('\n')) {
            self.line = start + last_break + 1;
        }
        Ok(Node {
            span: Span::new(start, self.at),
            kind: Kind::Quoted,
        })
    }

    /// Refuses the characters that have a meaning of their own at the start of a value.
    pub(super) fn check_plain_start(&self) -> Result<(), Misread> {
        match self.peek(0) {
            b'&' => self.feature(1, "an anchor (`&`)"),
            b'*' => self.feature(1, "an alias (`*`)"),
            b'!' => self.feature(1, "a tag (`!`)"),
            b'?' if matches!(self.peek(1), b' ' | b'\t' | b'\n' | b'\r' | 0) => {
                self.feature(1, "a complex key (`?`)")
            }
            b'-' | b':' if matches!(self.peek(1), b' ' | b'\t' | b'\n' | b'\r' | 0) => self.refuse(
                &SYNTAX,
                1,
                "a value cannot begin like this",
                "begin lists on a line of their own; put text in double quotation marks",
            ),
            b'%' | b'@' | b'`' | b'|' | b'>' | b',' | b']' | b'}' | b'#' => self.refuse(
                &SYNTAX,
                1,
                "a value cannot begin with this character",
                "put the value in double quotation marks",
            ),
            _ => Ok(()),
        }
    }

    /// A scalar without quotation marks; it goes on over further lines that stand
    /// right of column `parent`.
    fn plain(&mut self, parent: usize) -> Result<Node, Misread> {
        self.check_plain_start()?;
        let start = self.at;
        let mut end;
        loop {
            end = self.at + plain_end(self.text.get(self.at..).unwrap_or_default(), false);
            self.at = end;
            if self.peek(0) == b':' {
                return self.refuse(
                    &SYNTAX,
                    1,
                    "a second `: ` on one line",
                    "put the value in double quotation marks",
                );
            }
            self.end_of_value()?;
            if self
                .comments
                .last()
                .is_some_and(|c| c.end as usize == self.at)
                || !self.continues(parent)?
            {
                break;
            }
        }
        Ok(Node {
            span: Span::new(start, end),
            kind: Kind::Plain,
        })
    }

    /// Moves to the next line of a plain scalar, if it has one.
    fn continues(&mut self, parent: usize) -> Result<bool, Misread> {
        let (at, line) = (self.at, self.line);
        loop {
            if self.at_end() {
                break;
            }
            self.line_break();
            self.skip_blanks();
            if self.at_line_end() && !self.at_end() {
                continue;
            }
            if self.at_end() || self.at_comment() || self.column() <= parent {
                break;
            }
            if self.at_key() {
                (self.at, self.line) = (at, line);
                break;
            }
            return Ok(true);
        }
        (self.at, self.line) = (at, line);
        Ok(false)
    }

    /// A literal (`|`) or folded (`>`) block; its lines stand right of column `parent`.
    fn literal(&mut self, parent: usize) -> Result<Node, Misread> {
        let start = self.at;
        self.at += 1;
        let (mut keep, mut indent) = (false, None);
        while let c @ (b'+' | b'-' | b'1'..=b'9') = self.peek(0) {
            match c {
                b'+' => keep = true,
                b'-' => {}
                digit => indent = Some(parent + usize::from(digit - b'0')),
            }
            self.at += 1;
        }
        let mut end = self.at;
        self.end_of_value()?;
        let mut last_content = (self.at, self.line);
        while !self.at_end() {
            self.line_break();
            while self.peek(0) == b' ' && indent.is_none_or(|i| self.column() < i) {
                self.at += 1;
            }
            let blank = self.at_line_end();
            if !blank && self.column() < indent.unwrap_or(parent + 1) {
                break;
            }
            if !blank && indent.is_none() {
                indent = Some(self.column());
            }
            while !self.at_line_end() {
                self.at += 1;
            }
            if !blank || (keep && !self.at_end()) {
                last_content = (self.at, self.line);
                end = self.at;
            }
        }
        (self.at, self.line) = last_content;
        Ok(Node {
            span: Span::new(start, end),
            kind: Kind::Literal,
        })
    }
}

/// Where the scalar that `text` opens with `quote` has its closing mark.
fn closing(text: &str, quote: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match *byte {
            b'\\' if quote == b'"' => at += 1,
            b'\'' if quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
            b if b == quote => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// The length of the plain scalar at the start of `text`: up to `: `, ` #` or the end of
/// the line, in brackets also up to a bracket or comma; blanks at its end not counted.
pub(super) fn plain_end(text: &str, in_flow: bool) -> usize {
    let bytes = text.as_bytes();
    let next = |at: usize| bytes.get(at + 1).copied().unwrap_or(b' ');
    let ends = |at: usize, byte: u8| match byte {
        b'\n' => true,
        b':' => {
            matches!(next(at), b' ' | b'\t' | b'\r' | b'\n')
                || (in_flow && matches!(next(at), b',' | b'[' | b']' | b'{' | b'}'))
        }
        b'#' => at > 0 && matches!(bytes[at - 1], b' ' | b'\t'),
        b',' | b'[' | b']' | b'{' | b'}' => in_flow,
        _ => false,
    };
    let found = bytes
        .iter()
        .enumerate()
        .find(|(at, byte)| ends(*at, **byte));
    let end = found.map_or(text.len(), |(at, _)| at);
    text.get(..end)
        .unwrap_or_default()
        .trim_end_matches([' ', '\t', '\r'])
        .len()
}
