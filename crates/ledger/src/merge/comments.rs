//! Comments that the other side wrote.

use crate::fmt::{Anchor, anchors};
use crate::rewrite::{native, verify};
use crate::tree::Tree;
use crate::{Document, Ledger, Refused};
use std::collections::BTreeMap;

/// A comment by the key it stands at: the number of the claim in its path is written as
/// the claim's id.
type Comment<'t> = (String, &'t str);

/// `text`, which says `ledger`, with the comments that are in `theirs` and neither in
/// `base` nor in `ours`, each above the key it stood at.
pub(super) fn carry(
    base: Option<&Document<'_>>,
    ours: &Document<'_>,
    theirs: &Document<'_>,
    text: &str,
    ledger: &Ledger,
) -> Result<String, Refused> {
    let mut known: BTreeMap<Comment<'_>, usize> = BTreeMap::new();
    for side in [base, Some(ours)].into_iter().flatten() {
        let mut counts: BTreeMap<Comment<'_>, usize> = BTreeMap::new();
        for comment in comments(side.tree(), side.ledger()) {
            *counts
                .entry((claim_of(&comment.0).to_owned(), comment.1))
                .or_default() += 1;
        }
        for (comment, count) in counts {
            let known = known.entry(comment).or_default();
            *known = count.max(*known);
        }
    }
    let mut new = Vec::new();
    for comment in comments(theirs.tree(), theirs.ledger()) {
        match known.get_mut(&(claim_of(&comment.0).to_owned(), comment.1)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => new.push(comment),
        }
    }
    if new.is_empty() {
        return Ok(text.to_owned());
    }
    let tree = Tree::read(text).map_err(|m| Refused::unread(text, &m))?;
    let carried = insert(&tree, ledger, &new);
    verify(&tree, &carried, ledger)?;
    Ok(carried)
}

/// The comments of a file, in order.
fn comments<'t>(tree: &Tree<'t>, ledger: &Ledger) -> Vec<Comment<'t>> {
    let anchors = anchors(tree);
    let place = |at: usize| {
        let next = anchors.partition_point(|a| a.start < at);
        let before = next.checked_sub(1).and_then(|i| anchors.get(i));
        let line = tree
            .text
            .get(..at)
            .and_then(|t| t.rsplit('\n').next())
            .unwrap_or_default();
        let alone = line.trim().is_empty() && before.is_none_or(|b| at >= b.end);
        if alone {
            anchors.get(next).or(before)
        } else {
            before
        }
    };
    let comments = tree.comments.iter();
    let placed = comments.map(|c| (place(c.start as usize), tree.slice(*c).trim_end()));
    placed
        .map(|(anchor, comment)| {
            (
                anchor.map_or_else(String::new, |a| named(&a.path, ledger)),
                comment,
            )
        })
        .collect()
}

/// A path with the id of its claim for the claim's number.
fn named(path: &str, ledger: &Ledger) -> String {
    let parts = path.split('/').enumerate().map(|(depth, part)| {
        let in_claims = depth == 1 && path.starts_with("claims/");
        let claim = part
            .parse::<usize>()
            .ok()
            .filter(|_| in_claims)
            .and_then(|i| ledger.claims.get(i));
        claim.map_or(part, |claim| claim.id.as_str())
    });
    parts.collect::<Vec<_>>().join("/")
}

/// The claim that a named path leads to, or the part of the file.
fn claim_of(path: &str) -> &str {
    match path.strip_prefix("claims/") {
        Some(rest) => rest.split('/').next().unwrap_or_default(),
        None => path.split('/').next().unwrap_or_default(),
    }
}

/// The text of `tree` with each comment on a line above the key of its path, or of the
/// nearest around it.
fn insert(tree: &Tree<'_>, ledger: &Ledger, comments: &[Comment<'_>]) -> String {
    let anchors = anchors(tree);
    let lines: BTreeMap<String, usize> = anchors
        .iter()
        .map(|a: &Anchor| (named(&a.path, ledger), line_start(tree.text, a.start)))
        .collect();
    let mut above: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (path, comment) in comments {
        let mut path = path.as_str();
        let line = loop {
            match (lines.get(path), path.rsplit_once('/')) {
                (Some(line), _) => break *line,
                (None, Some((outer, _))) => path = outer,
                (None, None) => break 0,
            }
        };
        above.entry(line).or_default().push(comment);
    }
    let end = native(tree.text, "\n");
    let mut out = String::new();
    let mut from = 0;
    for (line, comments) in above {
        out.push_str(&tree.text[from..line]);
        let rest = &tree.text[line..];
        let indent = &rest[..rest.len() - rest.trim_start_matches(' ').len()];
        for comment in comments {
            out.extend([indent, comment, end.as_str()]);
        }
        from = line;
    }
    out + &tree.text[from..]
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at)
        .and_then(|t| t.rfind('\n'))
        .map_or(0, |line| line + 1)
}
