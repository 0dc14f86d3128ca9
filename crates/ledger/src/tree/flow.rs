//! Collections in brackets.

use super::scalar::plain_end;
use super::{Entry, Item, Kind, Layout, Misread, Node, Reader};
use crate::catalogue::{SYNTAX, YAML_FEATURE};
use claimbook_model::Span;

impl Reader<'_> {
    /// `[a, b]`
    pub(super) fn flow_list(&mut self) -> Result<Node, Misread> {
        let start = self.at;
        let items = self.deeper(|reader| {
            reader.bracketed(b']', |reader| {
                let start = reader.at;
                let value = reader.flow_value()?;
                Ok(Item { start, value })
            })
        })?;
        Ok(Node {
            span: Span::new(start, self.at),
            kind: Kind::List(Layout::Flow, items),
        })
    }

    /// `{a: b, c: d}`
    pub(super) fn flow_map(&mut self) -> Result<Node, Misread> {
        let start = self.at;
        let entries = self.deeper(|reader| reader.bracketed(b'}', Self::flow_entry))?;
        Ok(Node {
            span: Span::new(start, self.at),
            kind: Kind::Map(Layout::Flow, entries),
        })
    }

    /// From the opening bracket here past the closing one, `read`ing what stands
    /// between commas.
    fn bracketed<T>(
        &mut self,
        close: u8,
        read: impl Fn(&mut Self) -> Result<T, Misread>,
    ) -> Result<Vec<T>, Misread> {
        let open = self.at;
        self.at += 1;
        let mut parts = Vec::new();
        loop {
            self.skip_gap()?;
            if self.peek(0) == close {
                break;
            }
            if self.at_end() {
                self.at = open;
                return self.refuse(
                    &SYNTAX,
                    1,
                    "the bracket that opens here is never closed",
                    "close it",
                );
            }
            parts.push(read(self)?);
            self.skip_gap()?;
            match self.peek(0) {
                b',' => self.at += 1,
                next if next == close => break,
                0 => {}
                _ => {
                    let hint = "put text with commas, colons or brackets in double quotation marks";
                    return self.refuse(&SYNTAX, 1, "a comma is missing here", hint);
                }
            }
        }
        self.at += 1;
        Ok(parts)
    }

    /// A key and its value, if it has one.
    fn flow_entry(&mut self) -> Result<Entry, Misread> {
        let key = self.flow_value()?;
        if !key.is_scalar() {
            return self.refuse(
                &YAML_FEATURE,
                1,
                "a collection as a key",
                "use words as keys",
            );
        }
        if key.span.of(self.text) == "<<" {
            return self.refuse(&YAML_FEATURE, 1, "a merge key", "write the values out");
        }
        let place = self.at;
        self.skip_gap()?;
        let mut value = Node {
            span: Span::new(place, place),
            kind: Kind::Empty,
        };
        if self.peek(0) == b':' {
            self.at += 1;
            value.span = Span::new(self.at, self.at);
            self.skip_gap()?;
            if !matches!(self.peek(0), b',' | b'}') {
                value = self.flow_value()?;
            }
        }
        Ok(Entry {
            key: key.span,
            value,
        })
    }

    /// A value inside brackets.
    fn flow_value(&mut self) -> Result<Node, Misread> {
        match self.peek(0) {
            quote @ (b'"' | b'\'') => self.quoted(quote),
            b'[' => self.flow_list(),
            b'{' => self.flow_map(),
            _ => self.flow_plain(),
        }
    }

    /// A scalar without quotation marks inside brackets, on one line.
    fn flow_plain(&mut self) -> Result<Node, Misread> {
        self.check_plain_start()?;
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = plain_end(rest, true);
        if length == 0 {
            return self.refuse(
                &SYNTAX,
                1,
                "a value is missing here",
                "write it, or delete the comma",
            );
        }
        let span = Span::new(self.at, self.at + length);
        self.at += length;
        Ok(Node {
            span,
            kind: Kind::Plain,
        })
    }
}
