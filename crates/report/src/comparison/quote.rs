//! Renderings of one utterance below each other, with the words that differ.

use super::lines::{Line, of_words};
use crate::style::{Role, Style};
use crate::wording::qualified_id;
use crate::wrap::hanging;
use claimbook_compare::{DiffWord, Item, Row, WordDiff};

/// Words kept on either side of a difference; a longer common stretch between
/// two differences is cut to dots.
const AROUND: usize = 8;

/// Every rendering of a row of words, each below a line that says where it stands.
pub(super) fn renderings(row: &Row, items: &[Item<'_>], style: &Style) -> String {
    let mut out = String::new();
    for line in of_words(row, items, qualified_id, true) {
        out.push_str(&hanging("  ", &where_it_stands(&line), style.width));
        out.push_str(&paint_marks(
            &hanging("    ", &line.text, style.width),
            style,
        ));
    }
    out
}

/// The words of member `n` with what differs marked, if anything does.
pub(super) fn marked_words(row: &Row, n: usize) -> Option<String> {
    row.diffs.iter().find_map(|diff| side(diff, n))
}

fn where_it_stands(line: &Line) -> String {
    let claims = line.claims.iter().map(|(name, verdict)| match verdict {
        Some(verdict) => format!("{name} · {verdict}"),
        None => name.clone(),
    });
    let place = [
        line.outlets.join(", "),
        line.days.join(", "),
        line.speaker.clone(),
    ];
    let parts: Vec<String> = place.into_iter().chain(claims).collect();
    parts.join(" · ")
}

/// Member `n`'s side of `diff`: common words as they are, its own as `[-...-]`
/// for the first side and `{+...+}` for the second.
fn side(diff: &WordDiff, n: usize) -> Option<String> {
    if diff.a != n && diff.b != n {
        return None;
    }
    let last = diff.words.len().saturating_sub(1);
    let mut parts = Vec::new();
    for (at, stretch) in diff.words.iter().enumerate() {
        match stretch {
            DiffWord::Same(text) => parts.push(cut(&crate::one_line(text), at == 0, at == last)),
            DiffWord::Removed(text) if diff.a == n => {
                parts.push(format!("[-{}-]", crate::one_line(text)));
            }
            DiffWord::Added(text) if diff.b == n => {
                parts.push(format!("{{+{}+}}", crate::one_line(text)));
            }
            DiffWord::Removed(_) | DiffWord::Added(_) => {}
        }
    }
    Some(parts.join(" "))
}

/// A common stretch, cut in the middle, or on the side where the text begins or ends.
fn cut(text: &str, first: bool, last: bool) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let keep_left = if first { 0 } else { AROUND };
    let keep_right = if last { 0 } else { AROUND };
    if words.len() <= keep_left + keep_right + 1 {
        return text.to_owned();
    }
    let left = words[..keep_left].join(" ");
    let right = words[words.len() - keep_right..].join(" ");
    let parts = [left.as_str(), "...", right.as_str()];
    parts
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Colours the marked words, which may run over lines.
fn paint_marks(text: &str, style: &Style) -> String {
    if !style.colour {
        return text.to_owned();
    }
    let mut role = None;
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let blank = line.len() - line.trim_start().len();
        out.push_str(&line[..blank]);
        for word in line[blank..].split_inclusive(' ') {
            if word.starts_with("[-") {
                role = Some(Role::Bad);
            } else if word.starts_with("{+") {
                role = Some(Role::Good);
            }
            let bare = word.trim_end();
            out.push_str(&role.map_or_else(|| bare.to_owned(), |r| style.paint(r, bare)));
            out.push_str(&word[bare.len()..]);
            if bare.ends_with("-]") || bare.ends_with("+}") {
                role = None;
            }
        }
    }
    out
}
