//! One claim on a screen, for the person who decides on it.

mod elsewhere;
mod foot;
mod line;
mod parts;
mod reading;
mod sentence;
#[cfg(test)]
mod tests;

use crate::ClaimContext;
use crate::style::{Role, Style};
use claimbook_model::{ArticleMeta, Claim};
pub use elsewhere::elsewhere_in_short;
use line::Line;
use sentence::Sentence;

/// Columns and rows of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
}

/// What a screen of a review shows.
#[derive(Debug, Clone, Copy)]
pub struct ReviewScreen<'a> {
    /// Which of the claims this is, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// The article.
    pub article: &'a ArticleMeta,
    /// The claim, with what was decided a moment ago.
    pub claim: &'a Claim,
    /// Whether some of that is not in the ledger yet.
    pub unsaved: bool,
    /// Whether it was judged when it read otherwise.
    pub stale: bool,
    /// What stands around its sentence.
    pub context: ClaimContext<'a>,
    /// The figures of other articles in its row; see [`elsewhere_in_short`](crate::elsewhere_in_short).
    pub elsewhere: &'a [String],
    /// What the last key has led to, and whether something went wrong.
    pub notice: Option<(&'a str, bool)>,
    /// What the foot of the screen is for.
    pub foot: Foot<'a>,
}

/// What the foot of a screen is for.
#[derive(Debug, Clone, Copy)]
pub enum Foot<'a> {
    /// The keys, in groups with a title, each with its label.
    Keys(&'a [(&'a str, Vec<(String, &'a str)>)]),
    /// A question, the text on both sides of the cursor, and what helps to answer.
    Ask(&'a str, (&'a str, &'a str), &'a str),
    /// Things to choose from: a key, a name, and what it holds; and what helps to choose.
    Choose(&'a [(char, &'a str, String)], &'a str),
}

/// Rows of text, and where the cursor stands if it is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// As many lines as the terminal has rows, or fewer; none is wider than it.
    pub lines: Vec<String>,
    /// Column and row, from 0.
    pub cursor: Option<(usize, usize)>,
}

/// A stretch of lines and how long it stays when there is too little room: 0 always.
struct Part {
    lines: Vec<Line>,
    rank: u8,
}

/// The rank of blank lines, which go first.
const BLANK: u8 = 9;
/// Lines of the sentence for which other parts make room.
const LEAST: usize = 3;

/// The screen for a claim: the article and the tool's reading above, the sentence in
/// what room there is, what else is known, and the keys at the foot.
#[must_use]
pub fn review_screen(shown: &ReviewScreen<'_>, size: Size, style: &Style) -> Screen {
    let (foot, cursor) = foot::foot(shown, size);
    let foot_height = foot.len();
    let room = size.height.saturating_sub(foot_height);
    let lines = body(shown, size.width, room);
    let gap = room.saturating_sub(lines.len());
    let mut all = lines;
    all.extend(std::iter::repeat_n(Line::default(), gap));
    all.extend(foot);
    let above = all.len().saturating_sub(size.height);
    let lines = all
        .iter()
        .skip(above)
        .map(|line| line.show(size.width, style));
    Screen {
        lines: lines.collect(),
        cursor: cursor.map(|(column, row)| (column.min(size.width.saturating_sub(1)), room + row)),
    }
}

/// A page of text in the place of the claim.
#[must_use]
pub fn review_page(title: &str, paragraphs: &[String], size: Size, style: &Style) -> Screen {
    let mut lines = vec![Line::of(Role::Heading, title)];
    for paragraph in paragraphs {
        lines.push(Line::default());
        lines.extend(Line::wrapped(paragraph, size.width, 2));
    }
    Screen {
        lines: lines
            .iter()
            .take(size.height)
            .map(|line| line.show(size.width, style))
            .collect(),
        cursor: None,
    }
}

/// All above the foot, in at most `room` lines: what matters least goes first.
fn body(shown: &ReviewScreen<'_>, width: usize, room: usize) -> Vec<Line> {
    let part = |rank, lines| Part { lines, rank };
    let blank = || part(BLANK, vec![Line::default()]);
    let sentence = Sentence::of(shown, width);
    let mut above = vec![
        part(0, vec![parts::heading(shown)]),
        part(8, parts::title(shown)),
        blank(),
        part(2, reading::reading(shown, width)),
        blank(),
    ];
    let elsewhere = parts::elsewhere(shown, width);
    let gap = if elsewhere.is_empty() { 0 } else { 1 };
    let below = [
        blank(),
        part(5, elsewhere),
        part(BLANK, vec![Line::default(); gap]),
        part(3, parts::decided(shown, width)),
        part(6, parts::reasons(shown, width)),
        part(1, parts::notice(shown, width)),
    ];
    let split = above.len();
    above.extend(below);
    let least = sentence.lines.len().min(LEAST);
    let space = drop_least(&mut above, room, least);
    let below = above.split_off(split);
    let lines = |parts: Vec<Part>| parts.into_iter().flat_map(|part| part.lines);
    let above = lines(above).chain(sentence.fit(space));
    above.chain(lines(below)).take(room.max(1)).collect()
}

/// Empties parts until `least` lines beside them fit into `room`. The lines that do.
fn drop_least(parts: &mut [Part], room: usize, least: usize) -> usize {
    loop {
        let taken: usize = parts.iter().map(|part| part.lines.len()).sum();
        let droppable = parts
            .iter_mut()
            .filter(|p| p.rank > 0 && !p.lines.is_empty());
        match droppable.max_by_key(|part| part.rank) {
            Some(part) if taken + least > room => part.lines.clear(),
            _ => return room.saturating_sub(taken).max(1),
        }
    }
}
