//! The claim's sentence with its figure or its words marked, and what stands around it.

use super::ReviewScreen;
use super::line::Line;
use crate::mark::{MARKS, marked};
use crate::one_line;
use crate::style::Role;
use crate::wrap::wrap;

/// Before each row of the sentence itself.
const BAR: &str = "│ ";
/// Rows of the article before and after the sentence.
const AROUND: usize = 4;

/// The sentence in rows.
pub(super) struct Sentence {
    /// Its rows.
    pub(super) lines: Vec<Line>,
    /// The row in which what is claimed begins.
    mark: usize,
    before: Vec<Line>,
    after: Vec<Line>,
    /// Whether what stands after it ends inside a sentence.
    ends_inside: bool,
}

impl Sentence {
    /// The sentence that `shown` is about, in rows of `width` cells.
    pub(super) fn of(shown: &ReviewScreen<'_>, width: usize) -> Self {
        let around = |text: &str| -> Vec<Line> {
            let lines = Line::wrapped(&one_line(text), width, 2).into_iter();
            lines.map(|line| line.painted(Role::Faint)).collect()
        };
        let rows = wrap(&marked(shown.claim), width.saturating_sub(2));
        let mark = rows.iter().position(|row| row.contains(MARKS.0));
        Self {
            lines: painted(&rows),
            mark: mark.unwrap_or(0),
            before: around(shown.context.before),
            after: around(shown.context.after),
            ends_inside: !shown
                .context
                .after
                .trim_end()
                .ends_with(['.', '!', '?', '"', '”', ')']),
        }
    }

    /// In `space` rows: with something around it where there is room, else the part
    /// around what is claimed.
    pub(super) fn fit(self, space: usize) -> Vec<Line> {
        let whole = self.lines.len();
        if whole > space {
            let first = self.mark.saturating_sub(space / 2).min(whole - space);
            let mut lines: Vec<Line> = self.lines.into_iter().skip(first).take(space).collect();
            if first > 0
                && let Some(line) = lines.first_mut()
            {
                *line = Line::plain("… ").and_all(line);
            }
            if first + space < whole
                && let Some(line) = lines.last_mut()
            {
                *line = line.clone().and(None, " …");
            }
            return lines;
        }
        let spare = space - whole;
        let before = self.before.len().min(AROUND).min(spare / 2);
        let after = self.after.len().min(AROUND).min(spare - before);
        let before = self.before.len().min(AROUND).min(spare - after).max(before);
        let skipped = self.before.len() - before;
        let first = self.before.into_iter().skip(skipped);
        let cut = after < self.after.len() || self.ends_inside;
        let mut last: Vec<Line> = self.after.into_iter().take(after).collect();
        if cut && let Some(line) = last.last_mut() {
            *line = line.clone().and(Some(Role::Faint), " …");
        }
        first.chain(self.lines).chain(last).collect()
    }
}

/// The rows with what stands between the marks in the colour of figures.
fn painted(rows: &[String]) -> Vec<Line> {
    let mut inside = false;
    let row = |row: &String| {
        let mut line = Line::plain(BAR);
        let mut piece = String::new();
        for c in row.chars() {
            if c == MARKS.0 {
                line = std::mem::take(&mut line).and(None, std::mem::take(&mut piece));
                inside = true;
            }
            piece.push(c);
            if c == MARKS.1 {
                let role = inside.then_some(Role::Figure);
                line = std::mem::take(&mut line).and(role, std::mem::take(&mut piece));
                inside = false;
            }
        }
        line.and(inside.then_some(Role::Figure), piece)
    };
    rows.iter().map(row).collect()
}
