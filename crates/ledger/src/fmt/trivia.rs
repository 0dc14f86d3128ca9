//! Comments and blank lines, and what they belong to.

use super::anchor::{Anchor, anchors};
use crate::rewrite::claim_ends;
use crate::tree::{Kind, Node, Tree};
use claimbook_model::Span;
use std::collections::BTreeMap;

/// A line that says nothing to a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line<'t> {
    /// One or more blank lines.
    Blank,
    /// A comment, from its `#`.
    Comment(&'t str),
}

/// The comments and blank lines of a file, by the paths of what they belong to.
#[derive(Debug, Default)]
pub(super) struct Trivia<'t> {
    /// Lines above a key or an item.
    pub(super) above: BTreeMap<String, Vec<Line<'t>>>,
    /// Comments at the end of its line.
    pub(super) beside: BTreeMap<String, Vec<&'t str>>,
    /// Lines at the end of the claim with this number.
    pub(super) below: BTreeMap<usize, Vec<Line<'t>>>,
    /// Lines at the end of the file.
    pub(super) end: Vec<Line<'t>>,
}

impl<'t> Trivia<'t> {
    /// Gathers the trivia of `tree`, all but the line for editors.
    pub(super) fn of(tree: &Tree<'t>) -> Self {
        let anchors = anchors(tree);
        let ends = claim_ends(tree);
        let mut trivia = Self::default();
        for (at, line) in lines(tree) {
            let next = anchors.partition_point(|a| a.start < at);
            let before = next.checked_sub(1).and_then(|i| anchors.get(i));
            if let (Line::Comment(comment), Some(before)) = (line, before)
                && !stands_alone(tree.text, at)
            {
                trivia.beside(before, at, comment);
            } else if let Some(claim) = claim_at_end(&ends, at) {
                trivia.below.entry(claim).or_default().push(line);
            } else {
                let inside = before.filter(|b| at < b.end).map(|b| &b.path);
                match inside.or(anchors.get(next).map(|a| &a.path)) {
                    Some(path) => trivia.above.entry(path.clone()).or_default().push(line),
                    None => trivia.end.push(line),
                }
            }
        }
        trivia
    }

    /// A comment on the line of `anchor`, or inside its value.
    fn beside(&mut self, anchor: &Anchor, at: usize, comment: &'t str) {
        if at < anchor.end {
            self.above
                .entry(anchor.path.clone())
                .or_default()
                .push(Line::Comment(comment));
        } else {
            self.beside
                .entry(anchor.path.clone())
                .or_default()
                .push(comment);
        }
    }
}

/// The claim whose last line is before byte `at` and whose end is after it.
fn claim_at_end(ends: &[(usize, usize)], at: usize) -> Option<usize> {
    let claim = ends.partition_point(|(_, end)| *end <= at);
    ends.get(claim)
        .filter(|(last, _)| *last <= at)
        .map(|_| claim)
}

/// Whether only blanks stand before byte `at` on its line.
fn stands_alone(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim_start_matches('\u{FEFF}').trim().is_empty()
}

/// The line for editors that a ledger file begins with.
pub(super) fn is_modeline(comment: &str) -> bool {
    comment.starts_with("# yaml-language-server:")
}

/// Comments and blank lines with their first byte, in order. Blank lines inside
/// scalars are text, not trivia.
fn lines<'t>(tree: &Tree<'t>) -> Vec<(usize, Line<'t>)> {
    let comments = tree
        .comments
        .iter()
        .map(|c| (c.start as usize, tree.slice(*c).trim_end()));
    let kept = comments.filter(|(_, comment)| !is_modeline(comment));
    let mut found: Vec<_> = kept
        .map(|(at, comment)| (at, Line::Comment(comment)))
        .collect();
    let mut scalars = Vec::new();
    long_scalars(tree, &tree.root, &mut scalars);
    let mut at = 0;
    for line in tree.text.split_inclusive('\n') {
        let scalar = scalars.partition_point(|s| s.end as usize <= at);
        let in_text = scalars.get(scalar).is_some_and(|s| s.start as usize <= at);
        if line.trim().is_empty() && !in_text {
            found.push((at, Line::Blank));
        }
        at += line.len();
    }
    found.sort_by_key(|(at, _)| *at);
    found
}

/// The spans of scalars of several lines.
fn long_scalars(tree: &Tree<'_>, node: &Node, found: &mut Vec<Span>) {
    match &node.kind {
        Kind::Map(_, entries) => entries
            .iter()
            .for_each(|e| long_scalars(tree, &e.value, found)),
        Kind::List(_, items) => items
            .iter()
            .for_each(|i| long_scalars(tree, &i.value, found)),
        _ if tree.slice(node.span).contains('\n') => found.push(node.span),
        _ => {}
    }
}
