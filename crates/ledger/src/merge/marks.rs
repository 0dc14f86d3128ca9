//! Conflicts in the text, both sides between the marks that git uses.

use super::Conflict;
use crate::Ledger;
use crate::emit::{push_blanks, push_field, push_item, value};
use crate::rewrite::native;
use crate::tree::{Kind, Layout, Node, Tree};
use claimbook_model::Span;
use serde_yaml::{Mapping, Value};

/// The text of `tree`, which says `merged` with our side of every conflict, with both
/// sides of each between marks.
pub(super) fn mark(
    tree: &Tree<'_>,
    merged: &Ledger,
    theirs: &Ledger,
    conflicts: &[Conflict],
    labels: (&str, &str),
) -> String {
    let sides = conflicts
        .iter()
        .map(|conflict| sides(tree, merged, theirs, conflicts, conflict));
    let mut sides: Vec<(Span, String)> = sides.collect();
    sides.sort();
    sides.dedup();
    let end = &native(tree.text, "\n");
    let mut out = String::new();
    let mut from = 0;
    for (ours, theirs) in sides {
        out.push_str(tree.text.get(from..ours.start as usize).unwrap_or_default());
        end_line(&mut out, end);
        out.push_str(&format!("<<<<<<< {}{end}", labels.0));
        out.push_str(ours.of(tree.text));
        end_line(&mut out, end);
        out.push_str(&format!(
            "======={end}{}>>>>>>> {}{end}",
            theirs.replace('\n', end),
            labels.1
        ));
        from = ours.end as usize;
    }
    out + tree.text.get(from..).unwrap_or_default()
}

fn end_line(out: &mut String, end: &str) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push_str(end);
    }
}

/// The lines of our side of `conflict`, and the text of theirs: of the key itself, or of
/// all that is around it where it has no lines of its own.
fn sides(
    tree: &Tree<'_>,
    merged: &Ledger,
    theirs: &Ledger,
    conflicts: &[Conflict],
    conflict: &Conflict,
) -> (Span, String) {
    let Some(id) = &conflict.claim else {
        return article_sides(tree, theirs, &conflict.field);
    };
    let other = theirs.claim(id).map(value).unwrap_or_default();
    let index = merged.claims.iter().position(|c| c.id == *id);
    let claims = tree.root.get(tree.text, "claims");
    let Some(item) = index.and_then(|i| claims?.items().get(i)) else {
        return field(tree, &tree.root, &other, &conflict.field);
    };
    let beside_dash = item.value.entries().first().map(|e| e.name(tree.text));
    let mut of_claim = conflicts.iter().filter(|c| c.claim == conflict.claim);
    if !is_block(&item.value) || of_claim.any(|c| Some(c.field.as_str()) == beside_dash.as_deref())
    {
        let whole = lines(
            tree.text,
            Span::new(item.start, item.value.span.end as usize),
        );
        let mut text = String::new();
        push_item(&mut text, &other, item.start - whole.start as usize);
        return (whole, text);
    }
    field(tree, &item.value, &other, &conflict.field)
}

/// Both sides of a key of the article's entry.
fn article_sides(tree: &Tree<'_>, theirs: &Ledger, key: &str) -> (Span, String) {
    let other = value(&theirs.article);
    match tree.root.get(tree.text, "article") {
        Some(article) if is_block(article) => field(tree, article, &other, key),
        _ => {
            let file = Mapping::from_iter([(Value::from("article"), other)]);
            field(tree, &tree.root, &Value::Mapping(file), "article")
        }
    }
}

fn is_block(node: &Node) -> bool {
    matches!(node.kind, Kind::Map(Layout::Block(_), _))
}

/// The lines of a key of the mapping `node`, and the same key of `other` as text. A key
/// that we do not have would stand at the end of the mapping.
fn field(tree: &Tree<'_>, node: &Node, other: &Value, key: &str) -> (Span, String) {
    let column = match node.kind {
        Kind::Map(Layout::Block(column), _) => column,
        _ => 0,
    };
    let ours = match node.entry(tree.text, key) {
        Some(entry) => lines(tree.text, entry.span()),
        None => {
            let end = lines(tree.text, node.span).end as usize;
            Span::new(end, end)
        }
    };
    let mut text = String::new();
    if let Some(value) = other.get(key) {
        push_blanks(&mut text, column);
        push_field(&mut text, key, value, column);
    }
    (ours, text)
}

/// The whole lines of `span`.
fn lines(text: &str, span: Span) -> Span {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let rest = text.get(span.end as usize..).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |line| line + 1);
    let end = rest
        .find('\n')
        .map_or(text.len(), |line| span.end as usize + line + 1);
    Span::new(start, end)
}
