//! The foot of a screen: the keys, a question, or things to choose from.

use super::line::{Line, head, tail};
use super::{Foot, ReviewScreen, Size};
use crate::one_line;
use crate::style::Role;
use crate::visible;
use crate::wrap::cells;

/// In fewer rows the keys are not spelled out.
const FEW_ROWS: usize = 16;
/// What is left of the keys then.
const SHORT: &str =
    "[enter]\u{a0}next [u]\u{a0}undo [q]\u{a0}save\u{a0}and\u{a0}quit [?]\u{a0}help";

/// The rows, and where the cursor stands in them.
pub(super) fn foot(shown: &ReviewScreen<'_>, size: Size) -> (Vec<Line>, Option<(usize, usize)>) {
    match shown.foot {
        Foot::Keys(groups) => (keys(groups, size), None),
        Foot::Ask(label, parts, help) => {
            let (line, column) = question(label, parts, size.width);
            let mut lines = vec![line];
            lines.extend(helping(help, size.width));
            (lines, Some((column, 0)))
        }
        Foot::Choose(choices, help) => {
            let mut lines = columns(choices, size.width);
            lines.extend(helping(help, size.width));
            (lines, None)
        }
    }
}

fn helping(help: &str, width: usize) -> Vec<Line> {
    let lines = Line::wrapped(&one_line(help), width, 0).into_iter();
    lines.map(|line| line.painted(Role::Faint)).collect()
}

fn keys(groups: &[(&str, Vec<(String, &str)>)], size: Size) -> Vec<Line> {
    let mut lines = Vec::new();
    for (title, keys) in groups {
        let indent = if title.is_empty() {
            0
        } else {
            cells(title) + 2
        };
        let keys = keys
            .iter()
            .map(|(key, label)| format!("[{key}]\u{a0}{label}").replace(' ', "\u{a0}"));
        // Two blanks apart: the first is part of the word before.
        let text = keys.collect::<Vec<_>>().join("\u{a0} ");
        for (n, line) in Line::wrapped(&text, size.width.saturating_sub(indent), 0)
            .into_iter()
            .enumerate()
        {
            let first = if n == 0 {
                format!("{title:<indent$}")
            } else {
                " ".repeat(indent)
            };
            lines.push(Line::of(Role::Faint, first).and_all(&line));
        }
    }
    if size.height < FEW_ROWS || lines.len() > size.height / 3 {
        return Line::wrapped(SHORT, size.width, 0)
            .into_iter()
            .take(1)
            .collect();
    }
    lines
}

/// The label and as much of the text as fits with the cursor, and the cursor's column.
fn question(label: &str, (before, after): (&str, &str), width: usize) -> (Line, usize) {
    let typed = |text: &str| visible(&text.replace('\n', "↵")).into_owned();
    let (before, after) = (typed(before), typed(after));
    let label = format!("{label}: ");
    let room = width.saturating_sub(cells(&label) + 1);
    let before = tail(&before, room);
    let after = head(&after, room - cells(before).min(room));
    let column = cells(&label) + cells(before);
    let line = Line::of(Role::Heading, label)
        .and(None, before)
        .and(None, after);
    (line, column)
}

/// Two columns where there is room for them, read downwards.
fn columns(choices: &[(char, &str, String)], width: usize) -> Vec<Line> {
    let names = choices
        .iter()
        .map(|(_, name, _)| cells(name))
        .max()
        .unwrap_or(0);
    let entry = |(key, name, value): &(char, &str, String)| {
        format!("[{key}] {name:<names$}  {}", one_line(value))
    };
    let across = if width >= 76 { 2 } else { 1 };
    let rows = choices.len().div_ceil(across);
    let column = width / across;
    let row = |row: usize| {
        let mut line = String::new();
        for (n, choice) in choices.iter().skip(row).step_by(rows.max(1)).enumerate() {
            line.push_str(&" ".repeat((n * column).saturating_sub(cells(&line))));
            line.push_str(head(&entry(choice), column.saturating_sub(2)));
        }
        Line::plain(line)
    };
    (0..rows).map(row).collect()
}
