//! What is wrong with a ledger file, and where.

use crate::Check;
use serde::Serialize;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth knowing.
    Note,
    /// Should be looked at; the ledger can be used.
    Warning,
    /// Wrong: the ledger cannot be read, or says what nobody has judged.
    Error,
}

impl Level {
    /// The word for the level in messages and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Where a finding stands: a stretch of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
    /// Code points to underline, at least 1.
    pub width: usize,
}

impl Place {
    /// The first character of a file.
    pub const START: Self = Self {
        line: 1,
        column: 1,
        width: 1,
    };
}

/// One thing found in a ledger file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The finding's name in the [`catalogue`](crate::catalogue()).
    pub rule: &'static str,
    /// How much it matters.
    pub level: Level,
    /// The ledger file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
    /// Code points to underline in an excerpt, at least 1.
    #[serde(skip)]
    pub width: usize,
    /// What to write beside the underlined words of an excerpt.
    #[serde(skip)]
    pub label: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// The claim's id, where one claim is concerned.
    pub claim: Option<String>,
}

impl Finding {
    /// A finding of `check` in `file` at `place`, without hint or claim.
    #[must_use]
    pub fn new(check: &'static Check, file: &str, place: Place, message: String) -> Self {
        Self {
            rule: check.name,
            level: check.level,
            file: file.to_owned(),
            line: place.line,
            column: place.column,
            width: place.width,
            label: None,
            message,
            hint: None,
            claim: None,
        }
    }

    /// The finding with this advice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The finding with this word beside its place in an excerpt.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The finding for the claim with this id.
    #[must_use]
    pub fn claim(mut self, id: impl Into<String>) -> Self {
        self.claim = Some(id.into());
        self
    }
}
