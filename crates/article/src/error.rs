//! What can be wrong with an input, and where.
//!
//! One type serves every door of this crate, so that the caller can print all
//! refusals in one shape: place, message, hint.

use claimbook_model::Offsets;

/// What kind of fault an input has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// Over [`crate::MAX_BYTES`].
    TooLarge,
    /// Not text at all: a PDF, a picture, an archive.
    Binary,
    /// Text in an encoding that is not read, or damaged text.
    Encoding,
    /// A front matter block that is broken or holds a wrong value.
    FrontMatter,
    /// A JSON line that is broken or holds a wrong value.
    Json,
    /// A web page without an article, or one that cannot be read safely.
    Html,
}

/// Why an input was refused. Nothing of it is used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {message}")]
pub struct ReadError {
    /// The kind of fault.
    pub kind: ErrorKind,
    /// Line, from 1. Input that is refused as a whole points at its beginning.
    pub line: usize,
    /// Column in code points, from 1 (in bytes where the text before cannot be decoded).
    pub column: usize,
    /// Offset in bytes from the start of the input, from 0.
    pub byte: usize,
    /// What is wrong, without the place.
    pub message: String,
    /// What to do about it.
    pub hint: String,
    /// The `id` of a JSON record, when it was read before the fault.
    pub id: Option<String>,
}

impl ReadError {
    /// A refusal of the whole input.
    pub(crate) fn whole(
        kind: ErrorKind,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            line: 1,
            column: 1,
            byte: 0,
            message: message.into(),
            hint: hint.into(),
            id: None,
        }
    }

    /// The same, pointing at byte `at` of decoded `text`.
    pub(crate) fn at(self, text: &str, at: usize) -> Self {
        let (line, column) = Offsets::new(text).line_column(at);
        Self {
            line,
            column,
            byte: at,
            ..self
        }
    }

    /// The same, pointing at byte `at` of input that cannot be decoded: the
    /// column counts code points as far as the line is UTF-8, else bytes.
    pub(crate) fn at_byte(self, bytes: &[u8], at: usize) -> Self {
        let before = &bytes[..at.min(bytes.len())];
        let line = before.iter().filter(|b| **b == b'\n').count() + 1;
        let start = before
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(0, |p| p + 1);
        let row = &before[start..];
        let column = std::str::from_utf8(row).map_or(row.len(), |s| s.chars().count()) + 1;
        Self {
            line,
            column,
            byte: at,
            ..self
        }
    }
}

/// Something the reader should know about an input that was read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What was noticed.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl Warning {
    /// A warning with its hint.
    pub(crate) fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hint: hint.into(),
        }
    }
}
