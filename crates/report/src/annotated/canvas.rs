//! A sheet of terminal cells on which text, signs and labels are laid out.

use super::marks::{Mark, Said};
use crate::style::{Role, Style};
use crate::visible;
use crate::wrap::{cells, wrap};
use claimbook_model::Span;

/// Labels are wrapped to at most so many cells, or to the marked words if those are
/// wider, and to no fewer than the least.
const LABEL: usize = 24;
const LEAST_LABEL: usize = 8;

/// Cells that `text` takes when it is shown.
pub(super) fn cells_of(text: &str) -> usize {
    text.chars().map(|c| cells(&shown(c))).sum()
}

/// A character as it is shown: white space as a blank, control characters escaped.
fn shown(c: char) -> String {
    if c.is_whitespace() {
        return " ".to_owned();
    }
    visible(c.encode_utf8(&mut [0; 4])).into_owned()
}

/// One cell: what begins in it (nothing in the later cells of a wide character).
#[derive(Clone, Default)]
struct Cell {
    text: Option<String>,
    role: Option<Role>,
}

type Line = Vec<Cell>;

/// One piece of an article's text and the lines below it.
pub(super) struct Canvas {
    piece: Span,
    /// Cell in which each byte of the piece begins, and one more for its end.
    columns: Vec<usize>,
    text: Line,
    signs: Line,
    labels: Vec<Line>,
    brackets: Vec<Line>,
}

impl Canvas {
    pub(super) fn new(text: &str, piece: Span) -> Self {
        let mut line = Line::new();
        let mut columns = Vec::with_capacity(piece.len() + 1);
        for c in piece.of(text).chars() {
            columns.extend(std::iter::repeat_n(line.len(), c.len_utf8()));
            let shown = shown(c);
            let end = line.len() + cells(&shown);
            put(&mut line, columns[columns.len() - 1], &shown, None);
            line.resize(end.max(line.len()), Cell::default());
        }
        columns.push(line.len());
        Self {
            piece,
            columns,
            text: line,
            signs: Line::new(),
            labels: Vec::new(),
            brackets: Vec::new(),
        }
    }

    /// The cells of the part of `span` that lies in this piece.
    fn cells(&self, span: Span) -> (usize, usize) {
        let byte = |at: u32| at.clamp(self.piece.start, self.piece.end) - self.piece.start;
        let cell = |at: u32| self.columns[byte(at) as usize];
        (cell(span.start), cell(span.end))
    }

    /// Draws the mark's sign below its words, where no earlier mark has drawn.
    pub(super) fn underline(&mut self, mark: &Mark) {
        let (from, to) = self.cells(mark.span);
        for at in from..to {
            if self.signs.get(at).is_none_or(|cell| cell.text.is_none()) {
                put(&mut self.signs, at, &mark.sign.to_string(), Some(mark.role));
                if let Some(cell) = self.text.get_mut(at) {
                    cell.role = Some(mark.role);
                }
            }
        }
    }

    /// Writes the mark's label below its first word, on the first lines that are free,
    /// and narrow enough to leave room for the label of the mark `next`.
    pub(super) fn label(&mut self, mark: &Mark, next: Option<Span>, width: usize) {
        let (from, to) = self.cells(mark.span);
        let end = next.map_or(width, |next| self.cells(next).0.saturating_sub(1));
        let room = end
            .saturating_sub(from)
            .clamp(LEAST_LABEL, LABEL)
            .max(to - from);
        let lines = wrap(&mark.label, room);
        let wide = lines.iter().map(|line| cells(line)).max().unwrap_or(0);
        let free = |line: &Line| {
            (from.saturating_sub(1)..=from + wide)
                .all(|at| line.get(at).is_none_or(|cell| cell.text.is_none()))
        };
        let mut top = 0;
        while self
            .labels
            .iter()
            .skip(top)
            .take(lines.len())
            .any(|line| !free(line))
        {
            top += 1;
        }
        let rows = self.labels.len().max(top + lines.len());
        self.labels.resize(rows, Line::new());
        for (row, line) in lines.iter().enumerate() {
            put(&mut self.labels[top + row], from, line, Some(mark.role));
        }
    }

    /// Draws a bracket below the words said; its corners show where they begin and end.
    pub(super) fn bracket(&mut self, said: &Said) {
        let (from, to) = self.cells(said.span);
        let begins = said.span.start >= self.piece.start;
        let ends = said.span.end <= self.piece.end;
        let mut stroke = vec!["─".to_owned(); to - from];
        if let Some(first) = stroke.first_mut().filter(|_| begins) {
            "╰".clone_into(first);
        }
        if let Some(last) = stroke.last_mut().filter(|_| ends) {
            "╯".clone_into(last);
        }
        let label = format!(" {} ", said.label);
        let fits = begins && cells(&label) + 3 <= stroke.len();
        let free =
            |line: &Line| (from..to).all(|at| line.get(at).is_none_or(|cell| cell.text.is_none()));
        let row = self
            .brackets
            .iter()
            .position(free)
            .unwrap_or(self.brackets.len());
        self.brackets
            .resize(self.brackets.len().max(row + 1), Line::new());
        let line = &mut self.brackets[row];
        for (n, sign) in stroke.iter().enumerate() {
            put(line, from + n, sign, Some(Role::Faint));
        }
        if fits {
            put(line, from + 2, &label, Some(Role::Faint));
        }
    }

    /// All lines, without blanks at their ends.
    pub(super) fn render(&self, style: &Style) -> String {
        let mut out = String::new();
        let below = std::iter::once(&self.signs)
            .chain(&self.labels)
            .chain(&self.brackets);
        for line in std::iter::once(&self.text).chain(below.filter(|line| !line.is_empty())) {
            out.push_str(&rendered(line, style));
            out.push('\n');
        }
        out
    }
}

/// Writes `text` into `line` from cell `at` on.
fn put(line: &mut Line, at: usize, text: &str, role: Option<Role>) {
    let mut at = at;
    for c in text.chars() {
        let wide = cells(c.encode_utf8(&mut [0; 4]));
        if wide == 0 {
            // A combining mark joins the character before it.
            if let Some(before) = at.checked_sub(1).and_then(|at| line.get_mut(at)) {
                before.text.get_or_insert_default().push(c);
            }
            continue;
        }
        line.resize(line.len().max(at + wide), Cell::default());
        line[at] = Cell {
            text: Some(c.to_string()),
            role,
        };
        for rest in &mut line[at + 1..at + wide] {
            *rest = Cell {
                text: Some(String::new()),
                role,
            };
        }
        at += wide;
    }
}

/// The line as text, neighbouring cells of one role painted together.
fn rendered(line: &Line, style: &Style) -> String {
    let mut out = String::new();
    for run in line.chunk_by(|a, b| a.role == b.role) {
        let text: String = run
            .iter()
            .map(|cell| cell.text.as_deref().unwrap_or(" "))
            .collect();
        match run[0].role {
            Some(role) => out.push_str(&style.paint(role, &text)),
            None => out.push_str(&text),
        }
    }
    out.truncate(out.trim_end().len());
    out
}
