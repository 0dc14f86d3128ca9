//! Comments that the other side wrote.

use crate::fmt::{Anchor, anchors};
use crate::rewrite::{native, verify};
use crate::tree::Tree;
use crate::{Document, Ledger, Refused};
use std::collections::BTreeMap;

/// A comment and the key it stands at.
struct Comment<'t> {
    /// The way to the key; the number of the claim in it is written as the claim's id.
    path: String,
    /// From its `#`.
    text: &'t str,
    /// Whether it stands on the line of the key, behind the value.
    beside: bool,
}

impl<'t> Comment<'t> {
    /// What tells it from others: a comment that moved inside its claim is the same one.
    fn known_by(&self) -> (String, &'t str) {
        (claim_of(&self.path).to_owned(), self.text)
    }
}

/// `text`, which says `ledger`, with the comments that are in `theirs` and neither in
/// `base` nor in `ours`, each beside or above the key it stood at.
pub(super) fn carry(
    base: Option<&Document<'_>>,
    ours: &Document<'_>,
    theirs: &Document<'_>,
    text: &str,
    ledger: &Ledger,
) -> Result<String, Refused> {
    let mut known: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for side in [base, Some(ours)].into_iter().flatten() {
        let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
        for comment in comments(side.tree(), side.ledger()) {
            *counts.entry(comment.known_by()).or_default() += 1;
        }
        for (comment, count) in counts {
            let known = known.entry(comment).or_default();
            *known = count.max(*known);
        }
    }
    let mut new = Vec::new();
    for comment in comments(theirs.tree(), theirs.ledger()) {
        match known.get_mut(&comment.known_by()) {
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
        let line = tree.text.get(line_start(tree.text, at)..at);
        let behind_value = before.is_none_or(|b| at >= b.end);
        let alone = line.is_none_or(|line| line.trim().is_empty());
        let anchor = if alone && behind_value {
            anchors.get(next).or(before)
        } else {
            before
        };
        (anchor, behind_value && !alone)
    };
    let comments = tree.comments.iter();
    comments
        .map(|comment| {
            let (anchor, beside) = place(comment.start as usize);
            Comment {
                path: anchor.map_or_else(String::new, |a| named(&a.path, ledger)),
                text: tree.slice(*comment).trim_end(),
                beside,
            }
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

/// The text of `tree` with each comment behind the value of its key, where it stood so
/// and there is room, else on a line above the key, or above the nearest around it.
fn insert(tree: &Tree<'_>, ledger: &Ledger, comments: &[Comment<'_>]) -> String {
    let anchors = anchors(tree);
    let keys: BTreeMap<String, &Anchor> = anchors
        .iter()
        .map(|a| (named(&a.path, ledger), a))
        .collect();
    let mut puts: BTreeMap<usize, String> = BTreeMap::new();
    for comment in comments {
        let key = keys.get(&comment.path).filter(|_| comment.beside);
        let end = key.and_then(|key| room_beside(tree, key));
        if let Some(end) = end.filter(|end| !puts.contains_key(end)) {
            puts.insert(end, format!("  {}", comment.text));
            continue;
        }
        let line = line_of(&comment.path, &keys, tree.text);
        let rest = &tree.text[line..];
        let indent = &rest[..rest.len() - rest.trim_start_matches(' ').len()];
        let above = format!("{indent}{}{}", comment.text, native(tree.text, "\n"));
        puts.entry(line).or_default().push_str(&above);
    }
    let mut out = String::new();
    let mut from = 0;
    for (at, put) in puts {
        out.push_str(&tree.text[from..at]);
        out.push_str(&put);
        from = at;
    }
    out + &tree.text[from..]
}

/// The end of the line of `key`, if its value ends there and no comment follows it.
fn room_beside(tree: &Tree<'_>, key: &Anchor) -> Option<usize> {
    let rest = tree.text.get(key.start..)?;
    let line = rest.split('\n').next()?.trim_end();
    let end = key.start + line.len();
    let taken = tree
        .comments
        .iter()
        .any(|c| (key.start..end).contains(&(c.start as usize)));
    (key.end <= end && !taken).then_some(end)
}

/// Where the line of the key at `path` begins, or of the nearest around it.
fn line_of(path: &str, keys: &BTreeMap<String, &Anchor>, text: &str) -> usize {
    let mut path = path;
    loop {
        match (keys.get(path), path.rsplit_once('/')) {
            (Some(key), _) => return line_start(text, key.start),
            (None, Some((outer, _))) => path = outer,
            (None, None) => return 0,
        }
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at)
        .and_then(|t| t.rfind('\n'))
        .map_or(0, |line| line + 1)
}
