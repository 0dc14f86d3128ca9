//! The nodes of the tree and how to walk them.

use claimbook_model::Span;
use std::borrow::Cow;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// From its first byte to one past its last; line breaks after it excluded.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: Kind,
}

/// What a node is.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    /// Nothing stands there; the span is the place where it could.
    Empty,
    /// A scalar without quotation marks.
    Plain,
    /// A scalar in single or double quotation marks.
    Quoted,
    /// A literal or folded block scalar.
    Literal,
    /// Keys and values.
    Map(Layout, Vec<Entry>),
    /// Items.
    List(Layout, Vec<Item>),
}

/// How a collection is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// On lines of their own; the first byte of each key or dash is at this column.
    Block(usize),
    /// In brackets.
    Flow,
}

/// A key and its value.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// The key, quotation marks included.
    pub(crate) key: Span,
    /// The value.
    pub(crate) value: Node,
}

/// An item of a list.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// The first byte of its dash, or of the item itself in brackets.
    pub(crate) start: usize,
    /// The item.
    pub(crate) value: Node,
}

impl Entry {
    /// From the key to the end of the value.
    pub(crate) fn span(&self) -> Span {
        self.key.cover(self.value.span)
    }

    /// The key as read.
    pub(crate) fn name<'t>(&self, text: &'t str) -> Cow<'t, str> {
        scalar_text(self.key.of(text))
    }
}

impl Node {
    /// The entries of a map; none for anything else.
    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.kind {
            Kind::Map(_, entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; none for anything else.
    pub(crate) fn items(&self) -> &[Item] {
        match &self.kind {
            Kind::List(_, items) => items,
            _ => &[],
        }
    }

    /// The entry of a map with this key.
    pub(crate) fn entry(&self, text: &str, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|e| e.name(text) == key)
    }

    /// The value of a map's key.
    pub(crate) fn get(&self, text: &str, key: &str) -> Option<&Self> {
        self.entry(text, key).map(|e| &e.value)
    }

    /// Whether this is a scalar (or nothing).
    pub(crate) fn is_scalar(&self) -> bool {
        !matches!(self.kind, Kind::Map(..) | Kind::List(..))
    }

    /// What a scalar says.
    pub(crate) fn scalar<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.kind {
            Kind::Literal => Cow::Owned(decode(&format!("x: {}\n", self.span.of(text)))),
            _ => scalar_text(self.span.of(text)),
        }
    }
}

/// What a plain or quoted scalar says.
fn scalar_text(source: &str) -> Cow<'_, str> {
    let simple = |c: char| !matches!(c, '\\' | '\n' | '\'');
    let inner = source
        .strip_prefix('"')
        .and_then(|s| s.strip_suffix('"'))
        .or_else(|| source.strip_prefix('\'').and_then(|s| s.strip_suffix('\'')))
        .unwrap_or(source);
    if inner.chars().all(simple) {
        return Cow::Borrowed(inner);
    }
    let quoted = inner.len() < source.len();
    if !quoted && !source.contains('\n') {
        return Cow::Borrowed(source);
    }
    Cow::Owned(decode(&format!("x: {source}\n")))
}

/// The value of the key `x` of a one-key document, as serde_yaml reads it.
fn decode(document: &str) -> String {
    #[derive(serde::Deserialize)]
    struct Only {
        x: String,
    }
    serde_yaml::from_str::<Only>(document).map_or_else(|_| String::new(), |only| only.x)
}
