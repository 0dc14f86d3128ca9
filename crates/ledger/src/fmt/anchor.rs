//! Places that comments hold on to: every key and item on a line of its own.

use crate::tree::{Kind, Layout, Node, Tree};

/// A key or an item in block form.
#[derive(Debug)]
pub(crate) struct Anchor {
    /// The keys and numbers that lead to it ("claims/0/review").
    pub(crate) path: String,
    /// Its first byte: of the key, or of the dash.
    pub(crate) start: usize,
    /// One past the last byte of its value; its own end where the value is a block
    /// with anchors of its own.
    pub(crate) end: usize,
}

/// Every anchor of the file, in order.
pub(crate) fn anchors(tree: &Tree<'_>) -> Vec<Anchor> {
    let mut found = Vec::new();
    walk(tree, &tree.root, "", &mut found);
    found
}

fn walk(tree: &Tree<'_>, node: &Node, path: &str, found: &mut Vec<Anchor>) {
    let mut add = |name: &str, start: usize, own_end: usize, value: &Node| {
        let path = if path.is_empty() {
            name.to_owned()
        } else {
            format!("{path}/{name}")
        };
        let is_block = matches!(
            value.kind,
            Kind::Map(Layout::Block(_), _) | Kind::List(Layout::Block(_), _)
        );
        let end = if is_block {
            own_end
        } else {
            value.span.end as usize
        };
        found.push(Anchor {
            path: path.clone(),
            start,
            end,
        });
        if is_block {
            walk(tree, value, &path, found);
        }
    };
    match &node.kind {
        Kind::Map(Layout::Block(_), entries) => {
            for entry in entries {
                let (start, end) = (entry.key.start as usize, entry.key.end as usize);
                add(&entry.name(tree.text), start, end, &entry.value);
            }
        }
        Kind::List(Layout::Block(_), items) => {
            for (index, item) in items.iter().enumerate() {
                add(&index.to_string(), item.start, item.start + 1, &item.value);
            }
        }
        _ => {}
    }
}
