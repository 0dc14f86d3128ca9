//! A row of a screen: pieces of text, each with its role, cut to the terminal's width.

use crate::style::{Role, Style};
use crate::wrap::{cells, wrap};
use unicode_width::UnicodeWidthChar;

/// What stands where a row was cut.
const CUT: char = '…';

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line(Vec<(Option<Role>, String)>);

impl Line {
    /// Text without a role.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self(vec![(None, text.into())])
    }

    /// Text of one role.
    pub(super) fn of(role: Role, text: impl Into<String>) -> Self {
        Self(vec![(Some(role), text.into())])
    }

    /// The row with one more piece.
    pub(super) fn and(mut self, role: Option<Role>, text: impl Into<String>) -> Self {
        self.0.push((role, text.into()));
        self
    }

    /// The row with all pieces of another.
    pub(super) fn and_all(mut self, other: &Self) -> Self {
        self.0.extend(other.0.iter().cloned());
        self
    }

    /// `text` over as many rows as it needs, each after `indent` blanks.
    pub(super) fn wrapped(text: &str, width: usize, indent: usize) -> Vec<Self> {
        let blanks = " ".repeat(indent);
        let lines = wrap(text, width.saturating_sub(indent));
        let lines = lines
            .iter()
            .map(|line| Self::plain(format!("{blanks}{line}")));
        lines.collect()
    }

    /// The same row in the colour of `role`.
    pub(super) fn painted(self, role: Role) -> Self {
        Self(
            self.0
                .into_iter()
                .map(|(_, text)| (Some(role), text))
                .collect(),
        )
    }

    /// The row as it is written, of at most `width` cells. No-break blanks, which
    /// hold words together in a wrapped text, become blanks.
    pub(super) fn show(&self, width: usize, style: &Style) -> String {
        let whole: usize = self.0.iter().map(|(_, text)| cells(text)).sum();
        let mut room = if whole > width {
            width.saturating_sub(1)
        } else {
            width
        };
        let mut out = String::new();
        for (role, text) in &self.0 {
            let kept = head(text, room);
            room = if kept == text { room - cells(kept) } else { 0 };
            let shown = kept.replace('\u{a0}', " ");
            match role {
                Some(role) => out.push_str(&style.paint(*role, &shown)),
                None => out.push_str(&shown),
            }
        }
        if whole > width && width > 0 {
            out.push(CUT);
        }
        out
    }
}

/// As much of the beginning of `text` as fits into `width` cells.
pub(super) fn head(text: &str, width: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > width {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// As much of the end of `text` as fits into `width` cells.
pub(super) fn tail(text: &str, width: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices().rev() {
        used += c.width().unwrap_or(0);
        if used > width {
            return text.get(at + c.len_utf8()..).unwrap_or_default();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Line, head, tail};
    use crate::style::{Role, Style};

    #[test]
    fn a_row_is_cut_at_the_width_and_says_so() {
        let line = Line::plain("one ")
            .and(Some(Role::Good), "two\u{a0}three")
            .and(None, " four");
        let shown = |width| line.show(width, &Style::default());
        assert_eq!(shown(30), "one two three four");
        assert_eq!(shown(18), "one two three four");
        assert_eq!(shown(17), "one two three fo…");
        assert_eq!(shown(6), "one t…");
        assert_eq!(shown(1), "…");
        assert_eq!(shown(0), "");
        let colour = Style {
            colour: true,
            ..Style::default()
        };
        assert_eq!(line.show(6, &colour), "one \u{1b}[1m\u{1b}[32mt\u{1b}[0m…");
    }

    #[test]
    fn wide_characters_are_never_halved() {
        assert_eq!((head("百万 票", 3), tail("百万 票", 3)), ("百", " 票"));
        assert_eq!(
            (head("ab", 0), tail("ab", 0), tail("ab", 5)),
            ("", "", "ab")
        );
    }
}
