//! The canonical form of a file that people have edited, with their comments.
//!
//! What the file says is [`emit`](crate::emit())ted anew; then every comment and blank line is put
//! back where it belongs: above or beside the key or item that it stood at, at the
//! end of its claim, or at the end of the file.

mod anchor;
#[cfg(test)]
mod tests;
mod trivia;

use crate::emit::push_blanks;
use crate::rewrite::verify;
use crate::tree::Tree;
use crate::{Ledger, Refused, emit_at, schema_path};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use anchor::{Anchor, anchors};
use trivia::{Line, Trivia, is_modeline};

/// `tree`, which says `ledger`, in canonical form.
///
/// # Errors
/// The line of a comment that would be lost.
pub(crate) fn format(tree: &Tree<'_>, ledger: &Ledger) -> Result<String, Refused> {
    let canonical = emit_at(ledger, &schema(tree, ledger));
    let canonical_tree = Tree::read(&canonical).map_err(|m| Refused::unread(&canonical, &m))?;
    let text = with_trivia(&canonical_tree, Trivia::of(tree));
    verify(tree, &text, ledger)?;
    Ok(text)
}

/// The schema's path as the file's first line gives it, else where it should be.
fn schema(tree: &Tree<'_>, ledger: &Ledger) -> String {
    let comments = tree.comments.iter().map(|c| tree.slice(*c));
    let path = comments
        .filter(|c| is_modeline(c))
        .find_map(|c| c.split_once("$schema="));
    match path {
        Some((_, path)) => path.trim().to_owned(),
        None => schema_path(&ledger.article.id),
    }
}

/// The text of `tree` with `trivia` put in.
fn with_trivia(tree: &Tree<'_>, trivia: Trivia<'_>) -> String {
    let anchors = anchors(tree);
    let paths: BTreeSet<&str> = anchors.iter().map(|a| a.path.as_str()).collect();
    let Trivia {
        above,
        beside,
        mut below,
        end,
    } = trivia;
    let mut above = at_known(above, &paths);
    let mut beside = at_known(beside, &paths);
    let mut out = Lines::default();
    let mut claim = None;
    let mut rest = anchors.as_slice();
    let mut end_of_line = 0;
    for line in tree.text.lines() {
        end_of_line += line.len() + 1;
        let (here, later) = rest.split_at(rest.partition_point(|a| a.start < end_of_line));
        rest = later;
        let column = line.len() - line.trim_start().len();
        let is_claim = here
            .first()
            .and_then(|a| a.path.strip_prefix("claims/")?.parse::<usize>().ok());
        if let Some(number) = is_claim {
            out.before_blank(
                below
                    .remove(&claim.unwrap_or(usize::MAX))
                    .unwrap_or_default(),
            );
            claim = Some(number);
        }
        let comments: Vec<&str> = here
            .iter()
            .filter_map(|a| beside.remove(&a.path))
            .flatten()
            .collect();
        let (last, others) = match comments.split_last() {
            Some((last, others)) => (Some(*last), others),
            None => (None, &[][..]),
        };
        let lines = here.iter().filter_map(|a| above.remove(&a.path)).flatten();
        lines.for_each(|l| out.push(column, l));
        others
            .iter()
            .for_each(|c| out.push(column, Line::Comment(c)));
        out.push_text(line, last);
    }
    let rest = below.into_values().flatten();
    rest.for_each(|l| out.push(INSIDE_CLAIM, l));
    end.into_iter().for_each(|l| out.push(0, l));
    out.finish()
}

/// The column of comments at the end of a claim: that of its keys.
const INSIDE_CLAIM: usize = 4;

/// `trivia` with the paths that are not among `known` cut back to what is.
fn at_known<T>(
    trivia: BTreeMap<String, Vec<T>>,
    known: &BTreeSet<&str>,
) -> BTreeMap<String, Vec<T>> {
    let mut found: BTreeMap<String, Vec<T>> = BTreeMap::new();
    for (path, mut lines) in trivia {
        let mut path = path.as_str();
        while !known.contains(path) {
            match path.rsplit_once('/') {
                Some((outer, _)) => path = outer,
                None => break,
            }
        }
        found.entry(path.to_owned()).or_default().append(&mut lines);
    }
    found
}

/// Lines of text; never two blank ones in a row.
#[derive(Default)]
struct Lines {
    out: String,
}

impl Lines {
    fn ends_blank(&self) -> bool {
        self.out.is_empty() || self.out.ends_with("\n\n")
    }

    fn push(&mut self, column: usize, line: Line<'_>) {
        match line {
            Line::Blank if self.ends_blank() => {}
            Line::Blank => self.out.push('\n'),
            Line::Comment(comment) => {
                push_blanks(&mut self.out, column);
                self.out.push_str(comment);
                self.out.push('\n');
            }
        }
    }

    fn push_text(&mut self, line: &str, comment: Option<&str>) {
        if line.is_empty() {
            self.push(0, Line::Blank);
            return;
        }
        self.out.push_str(line);
        if let Some(comment) = comment {
            self.out.push_str("  ");
            self.out.push_str(comment);
        }
        self.out.push('\n');
    }

    /// Puts the lines at the end of a claim before the blank line that follows it.
    fn before_blank(&mut self, lines: Vec<Line<'_>>) {
        if lines.is_empty() {
            return;
        }
        if self.out.ends_with("\n\n") {
            self.out.pop();
        }
        lines.into_iter().for_each(|l| self.push(INSIDE_CLAIM, l));
        self.push(0, Line::Blank);
    }

    /// The text, without blank lines at its end.
    fn finish(mut self) -> String {
        while self.out.ends_with("\n\n") {
            self.out.pop();
        }
        self.out
    }
}
