//! Between the values: blanks, line breaks, comments.

use super::{Misread, Reader};
use crate::catalogue::{SYNTAX, TAB};
use claimbook_model::Span;

impl Reader<'_> {
    /// Passes blanks (and tabs) on this line.
    pub(super) fn skip_blanks(&mut self) {
        while matches!(self.peek(0), b' ' | b'\t') {
            self.at += 1;
        }
    }

    /// Whether nothing but a line break or the end follows.
    pub(super) fn at_line_end(&self) -> bool {
        self.at_end() || self.peek(0) == b'\n' || (self.peek(0) == b'\r' && self.peek(1) == b'\n')
    }

    /// Whether a comment begins here: `#` at the start of a line or after a blank.
    pub(super) fn at_comment(&self) -> bool {
        let before = self.text.as_bytes().get(self.at.wrapping_sub(1));
        self.peek(0) == b'#' && (self.at == self.line || matches!(before, Some(b' ' | b'\t')))
    }

    /// Notes the comment that begins here, up to the end of its line.
    pub(super) fn comment(&mut self) {
        let start = self.at;
        while !self.at_line_end() {
            self.at += 1;
        }
        self.comments.push(Span::new(start, self.at));
    }

    /// Passes a line break.
    pub(super) fn line_break(&mut self) {
        self.at += if self.peek(0) == b'\r' { 2 } else { 1 };
        self.line = self.at;
    }

    /// Passes blanks, comments and line breaks up to the next value or the end.
    pub(super) fn skip_gap(&mut self) -> Result<(), Misread> {
        loop {
            let start = self.at;
            self.skip_blanks();
            if self.at_end() {
                return Ok(());
            } else if self.at_comment() {
                self.comment();
            } else if self.at_line_end() {
                self.line_break();
            } else {
                let fresh_line = start == self.line;
                let tab = self
                    .text
                    .get(start..self.at)
                    .and_then(|blanks| blanks.find('\t'));
                if let (true, Some(tab)) = (fresh_line, tab) {
                    self.at = start + tab;
                    return self.refuse(
                        &TAB,
                        1,
                        "a tab stands in the indentation",
                        "indent with blanks; YAML does not allow tabs there",
                    );
                }
                return Ok(());
            }
        }
    }

    /// After a value: blanks, perhaps a comment, then the line must end.
    pub(super) fn end_of_value(&mut self) -> Result<(), Misread> {
        self.skip_blanks();
        if self.at_comment() {
            self.comment();
        }
        if self.at_line_end() {
            return Ok(());
        }
        self.refuse(
            &SYNTAX,
            1,
            "more text follows on the line of a finished value",
            "put the whole value in double quotation marks, with \\\" for a mark inside it",
        )
    }
}
