//! The first lines of a text that are no prose: a scraper's date line, a byline,
//! the dateline.
//!
//! Only the first few lines are looked at, up to the first that is long enough
//! to be prose: a headline and a standfirst may stand before the dateline.

use crate::dateline::{self, Dateline, is_blank};
use crate::dates;
use chrono::NaiveDate;
use claimbook_model::Span;

/// How many lines with words are looked at.
const MAX_LINES: usize = 8;

/// A line longer than this, in bytes, is prose; nothing after it is looked at.
const PROSE: usize = 300;

/// Longest line that is a date or byline, in bytes.
const MAX_NOTE: usize = 120;

/// Words that a scraper puts before the day of publication.
const LABELS: [&str; 6] = [
    "publication date",
    "published on",
    "published",
    "posted on",
    "posted",
    "date",
];

/// What the first lines say, and which parts of them are no prose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Opening {
    /// Parts that are no prose, in order.
    pub(crate) furniture: Vec<Span>,
    /// What the dateline says.
    pub(crate) dateline: Dateline,
    /// The day that a scraper's line gives.
    pub(crate) scraped: Option<NaiveDate>,
}

/// Reads the first lines of `text`. A line that only repeats the `author` is
/// furniture too; a headline is not, since it makes claims.
pub(crate) fn read(text: &str, author: Option<&str>) -> Opening {
    let mut opening = Opening::default();
    for line in lines(text).take(MAX_LINES) {
        let words = line.of(text);
        if let Some(dateline) = dateline::read(words) {
            let end = line.start as usize + dateline.len;
            opening.furniture.push(Span::new(line.start as usize, end));
            opening.dateline = dateline;
            break;
        }
        if words.len() > PROSE {
            break;
        }
        let scraped = date_line(words);
        let byline = author.is_some_and(|author| is_byline(words, author));
        if scraped.is_some() || byline {
            opening.furniture.push(line);
        }
        opening.scraped = opening.scraped.or(scraped);
    }
    opening
}

/// The lines of `text` that hold words, without the blanks around them.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at + (line.len() - line.trim_start_matches(is_blank).len());
        let words = line.trim_matches(is_blank);
        at += line.len();
        (!words.is_empty()).then(|| Span::new(start, start + words.len()))
    })
}

/// The day that a line gives, when it holds nothing else but a label, a time of
/// day and a handle: `date 2021-01-12 (@SomeHandle)`.
fn date_line(line: &str) -> Option<NaiveDate> {
    if line.len() > MAX_NOTE {
        return None;
    }
    let rest = LABELS
        .iter()
        .find_map(|label| {
            let head = line.get(..label.len())?;
            head.eq_ignore_ascii_case(label)
                .then(|| &line[label.len()..])
        })
        .unwrap_or(line);
    let rest = rest.trim_start_matches(|c| is_blank(c) || c == ':');
    let (day, len) = dates::prefix(rest)?;
    let after = rest[len..].trim_matches(is_blank);
    let time = match after.rsplit_once("(@") {
        Some((time, handle)) if is_handle(handle) => time.trim_end(),
        _ => after,
    };
    dates::is_time(time).then(|| day.date()).flatten()
}

/// Whether `text` is a handle and its closing bracket.
fn is_handle(text: &str) -> bool {
    let name = text.strip_suffix(')');
    name.is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_alphanumeric() || c == '_'))
}

/// Whether a line only names the author, with or without "By " before the name.
fn is_byline(line: &str, author: &str) -> bool {
    let bare = |s: &str| {
        let start = s.get(..3).filter(|by| by.eq_ignore_ascii_case("by "));
        s[start.map_or(0, str::len)..].to_lowercase()
    };
    line.len() <= author.len() + 3 && bare(line) == bare(author)
}

#[cfg(test)]
#[path = "tests/opening.rs"]
mod tests;
