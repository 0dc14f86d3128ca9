//! One mapping or list of the file into another, touching only what differs.

use super::splice::{Splices, line_end, line_start, native};
use crate::emit::{is_literal, push_blanks, push_field, push_inline, push_item};
use crate::tree::{Entry, Item, Kind, Layout, Tree};
use claimbook_model::Span;
use serde_yaml::{Mapping, Value};
use std::collections::BTreeSet;

/// The edits that make the value of `entry`, whose key is at `column`, say `new`
/// instead of `old`.
pub(super) fn entry(
    tree: &Tree<'_>,
    column: usize,
    entry: &Entry,
    (old, new): (&Value, &Value),
    splices: &mut Splices,
) {
    Morph { tree, splices }.entry(column, entry, Some(old), new);
}

/// The edits that make `item`, whose dash is at `column`, say `new` instead of `old`.
pub(super) fn item(
    tree: &Tree<'_>,
    column: usize,
    item: &Item,
    (old, new): (&Value, &Value),
    splices: &mut Splices,
) {
    Morph { tree, splices }.item(column, item, old, new);
}

struct Morph<'m> {
    tree: &'m Tree<'m>,
    splices: &'m mut Splices,
}

impl Morph<'_> {
    fn block_map(&mut self, column: usize, entries: &[Entry], old: &Mapping, new: &Mapping) {
        let text = self.tree.text;
        let mut above: Option<&Entry> = None;
        for (key, value) in new {
            let name = key.as_str().unwrap_or_default();
            let entry = entries.iter().find(|e| e.name(text) == name);
            let was = old.get(key);
            match entry {
                Some(entry) if was != Some(value) => self.entry(column, entry, was, value),
                None if was != Some(value) => {
                    if let Some(above) = above.or(entries.first()) {
                        self.insert_field(column, above, name, value);
                    }
                }
                _ => {}
            }
            above = entry.or(above);
        }
        let goes = |entry: &Entry| {
            let name = entry.name(text);
            old.contains_key(name.as_ref()) && !new.contains_key(name.as_ref())
        };
        let mut rest = entries.iter().peekable();
        while let Some(entry) =
            rest.next_if(|e| goes(e) && !self.has_own_line(e.key.start as usize))
        {
            while rest.next_if(|e| goes(e)).is_some() {}
            self.remove_beside_dash(column, entry, rest.peek().copied());
        }
        for entry in rest.filter(|e| goes(e)) {
            self.remove_lines(column, entry.span());
        }
    }

    /// Changes the value of `entry` from `was` to `value`.
    fn entry(&mut self, column: usize, entry: &Entry, was: Option<&Value>, value: &Value) {
        match (&entry.value.kind, was, value) {
            (
                Kind::Map(Layout::Block(inner), entries),
                Some(Value::Mapping(old)),
                Value::Mapping(new),
            ) => {
                self.block_map(*inner, entries, old, new);
            }
            (Kind::Map(Layout::Flow, entries), Some(Value::Mapping(old)), Value::Mapping(new))
                if self.flow_map(entries, old, new) => {}
            (
                Kind::List(Layout::Block(inner), items),
                Some(Value::Sequence(old)),
                Value::Sequence(new),
            ) if new.iter().all(Value::is_mapping) => {
                self.block_list(*inner, items, old, new);
            }
            (
                Kind::List(Layout::Block(inner), items),
                Some(Value::Sequence(old)),
                Value::Sequence(new),
            ) if !new.is_empty() && keep_order(old, new) => {
                let below = line_end(self.tree.text, entry.key.end as usize);
                self.block_texts(*inner, below, items, (old, new));
            }
            (Kind::Plain | Kind::Quoted, _, _)
                if !value.is_mapping()
                    && !value.is_sequence()
                    && !is_literal(&entry.name(self.tree.text), value) =>
            {
                self.splices.replace(entry.value.span, inline(value));
            }
            _ => self.replace(column, entry, value),
        }
    }

    /// Changes scalars inside brackets; false (and nothing done) if more would have to
    /// change than that.
    fn flow_map(&mut self, entries: &[Entry], old: &Mapping, new: &Mapping) -> bool {
        let mut edits = Vec::new();
        let done = flow_scalars(self.tree.text, entries, old, new, &mut edits);
        for (span, with) in edits.into_iter().filter(|_| done) {
            self.splices.replace(span, with);
        }
        done
    }

    /// Changes a list of mappings: what is equal at both ends stays.
    fn block_list(&mut self, column: usize, items: &[Item], old: &[Value], new: &[Value]) {
        let same = |pairs: &mut dyn Iterator<Item = (&Value, &Value)>| {
            pairs.take_while(|(a, b)| a == b).count()
        };
        let head = same(&mut old.iter().zip(new));
        let (old_rest, new_rest) = (&old[head..], &new[head..]);
        let tail = same(&mut old_rest.iter().rev().zip(new_rest.iter().rev()));
        let (old_mid, new_mid) = (
            &old_rest[..old_rest.len() - tail],
            &new_rest[..new_rest.len() - tail],
        );
        let mid = items.get(head..items.len() - tail).unwrap_or_default();
        for ((item, was), value) in mid.iter().zip(old_mid).zip(new_mid) {
            self.item(column, item, was, value);
        }
        for item in mid.iter().skip(new_mid.len()) {
            self.remove_lines(column, Span::new(item.start, item.value.span.end as usize));
        }
        let above = head + mid.len().min(new_mid.len());
        let at = match above.checked_sub(1).and_then(|i| items.get(i)) {
            Some(item) => line_end(self.tree.text, item.value.span.end as usize),
            None => items
                .first()
                .map_or(0, |i| line_start(self.tree.text, i.start)),
        };
        for value in new_mid.iter().skip(mid.len()) {
            let mut lines = String::new();
            push_item(&mut lines, value, column);
            self.splices.insert_line(self.tree.text, at, &lines);
        }
    }

    /// Changes a list of texts, from the byte `below` its key on: what is in both stays
    /// where it is.
    fn block_texts(
        &mut self,
        column: usize,
        below: usize,
        items: &[Item],
        (old, new): (&[Value], &[Value]),
    ) {
        let (was, is) = (texts(old), texts(new));
        for (item, value) in items.iter().zip(old) {
            if value.as_str().is_none_or(|text| !is.contains(text)) {
                self.remove_lines(column, Span::new(item.start, item.value.span.end as usize));
            }
        }
        let stays = |value: &Value| value.as_str().is_some_and(|text| is.contains(text));
        let mut staying = items.iter().zip(old).filter(|(_, value)| stays(value));
        let mut at = below;
        for value in new {
            if value.as_str().is_some_and(|text| was.contains(text)) {
                let item = staying.next().map(|(item, _)| item.value.span.end as usize);
                at = item.map_or(at, |end| line_end(self.tree.text, end));
            } else {
                let mut line = String::new();
                push_item(&mut line, value, column);
                self.splices.insert_line(self.tree.text, at, &line);
            }
        }
    }

    fn item(&mut self, column: usize, item: &Item, was: &Value, value: &Value) {
        match (&item.value.kind, was, value) {
            (
                Kind::Map(Layout::Block(inner), entries),
                Value::Mapping(old),
                Value::Mapping(new),
            ) => {
                self.block_map(*inner, entries, old, new);
            }
            (Kind::Map(Layout::Flow, entries), Value::Mapping(old), Value::Mapping(new))
                if self.flow_map(entries, old, new) => {}
            _ => {
                let span = Span::new(item.start, item.value.span.end as usize);
                let mut lines = String::new();
                push_item(&mut lines, value, column);
                self.replace_lines(column, span, &lines);
            }
        }
    }

    /// Writes `key: value` on new lines below `above`.
    fn insert_field(&mut self, column: usize, above: &Entry, key: &str, value: &Value) {
        let at = line_end(self.tree.text, above.span().end as usize);
        let mut lines = String::new();
        push_blanks(&mut lines, column);
        push_field(&mut lines, key, value, column);
        self.splices.insert_line(self.tree.text, at, &lines);
    }

    /// Writes the value of `entry` anew; comments inside the old one come before it,
    /// or after it where the key shares its line with a dash.
    fn replace(&mut self, column: usize, entry: &Entry, value: &Value) {
        let text = self.tree.text;
        let mut field = String::new();
        push_field(&mut field, &entry.name(text), value, column);
        let (start, end) = (entry.key.start as usize, entry.value.span.end as usize);
        if self.has_own_line(start) {
            let mut lines = String::new();
            push_blanks(&mut lines, column);
            lines.push_str(&field);
            self.replace_lines(column, entry.span(), &lines);
            return;
        }
        let span = Span::new(start, line_end(text, end));
        let comments = self.comment_lines(column, span);
        self.splices
            .replace(span, native(text, &(field + &comments)));
    }

    /// Deletes what stands from `entry`, which shares its line with a dash, up to
    /// `next`, which takes its place; comments between come after it.
    fn remove_beside_dash(&mut self, column: usize, entry: &Entry, next: Option<&Entry>) {
        let Some(next) = next else { return };
        let span = Span::new(entry.key.start as usize, next.key.start as usize);
        let comments = self.comment_lines(column, span);
        self.splices.replace(span, String::new());
        let at = line_end(self.tree.text, next.span().end as usize);
        self.splices.insert_line(self.tree.text, at, &comments);
    }

    /// Deletes the lines of `span`, all but the comments on them.
    fn remove_lines(&mut self, column: usize, span: Span) {
        self.replace_lines(column, span, "");
    }

    /// Puts `lines` in the place of the lines of `span`, after the comments on them.
    fn replace_lines(&mut self, column: usize, span: Span, lines: &str) {
        let text = self.tree.text;
        let start = line_start(text, span.start as usize);
        let whole = Span::new(start, line_end(text, span.end as usize));
        let comments = self.comment_lines(column, whole);
        self.splices
            .replace(whole, native(text, &(comments + lines)));
    }

    /// The comments inside `span`, each on a line of its own.
    fn comment_lines(&self, column: usize, span: Span) -> String {
        let mut lines = String::new();
        for comment in self.tree.comments_in(span) {
            push_blanks(&mut lines, column);
            lines.push_str(self.tree.slice(*comment));
            lines.push('\n');
        }
        lines
    }

    /// Whether only blanks stand before byte `at` on its line.
    fn has_own_line(&self, at: usize) -> bool {
        let start = line_start(self.tree.text, at);
        let before = self.tree.text.get(start..at).unwrap_or_default();
        before.bytes().all(|b| b == b' ')
    }
}

/// The texts of a list.
fn texts(list: &[Value]) -> BTreeSet<&str> {
    list.iter().filter_map(Value::as_str).collect()
}

/// Whether both lists are of texts, and what is in both has one order.
fn keep_order(old: &[Value], new: &[Value]) -> bool {
    let (was, is) = (texts(old), texts(new));
    let kept = old
        .iter()
        .filter(|v| v.as_str().is_some_and(|t| is.contains(t)));
    let keeps = new
        .iter()
        .filter(|v| v.as_str().is_some_and(|t| was.contains(t)));
    old.iter().chain(new).all(Value::is_string) && kept.eq(keeps)
}

/// The edits that make the scalars of `entries`, in brackets, say `new` instead of
/// `old`; false if scalars are not enough.
fn flow_scalars(
    text: &str,
    entries: &[Entry],
    old: &Mapping,
    new: &Mapping,
    edits: &mut Vec<(Span, String)>,
) -> bool {
    let mut changed = new
        .iter()
        .filter(|(key, value)| old.get(*key) != Some(*value));
    let stays = |key: &Value| new.contains_key(key);
    old.keys().all(stays)
        && changed.all(|(key, value)| {
            let name = key.as_str().unwrap_or_default();
            let node = entries
                .iter()
                .find(|e| e.name(text) == name)
                .map(|e| &e.value);
            match (node.map(|n| (&n.kind, n.span)), old.get(key), value) {
                (
                    Some((Kind::Map(_, inner), _)),
                    Some(Value::Mapping(old)),
                    Value::Mapping(new),
                ) => flow_scalars(text, inner, old, new, edits),
                (_, _, Value::Mapping(_) | Value::Sequence(_)) => false,
                (Some((Kind::Plain | Kind::Quoted, span)), _, scalar) => {
                    edits.push((span, inline(scalar)));
                    true
                }
                _ => false,
            }
        })
}

fn inline(value: &Value) -> String {
    let mut out = String::new();
    push_inline(&mut out, value);
    out
}
