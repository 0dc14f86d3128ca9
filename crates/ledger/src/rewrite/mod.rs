//! Edits in place: the text of a file is changed as little as will make it say
//! something else.
//!
//! Only the lines of what differs are touched. Everything else stays as people
//! left it: comments, blank lines, the order of keys, styles of quotation, line
//! ends. The result is read back and compared with what was meant before anybody
//! sees it; a rewriting that would lose a comment is refused.

mod chunk;
mod morph;
mod splice;
#[cfg(test)]
pub(crate) mod tests;

use crate::emit::{STEP, push_item, value};
use crate::tree::{Kind, Layout, Misread, Node, Tree, place};
use crate::{Finding, Ledger, read};
use chunk::chunks;
use claimbook_model::{Claim, Span};
use serde::Serialize;
use splice::Splices;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use splice::native;

/// Something that stands in a list under a name of its own.
pub(crate) trait Named: Serialize + PartialEq {
    /// The key of the list.
    const LIST: &'static str;
    /// What messages call one, with the word for its name.
    const CALLED: &'static str;
    /// Its name.
    fn name(&self) -> &str;
}

impl Named for Claim {
    const LIST: &'static str = "claims";
    const CALLED: &'static str = "claim with the id";
    fn name(&self) -> &str {
        &self.id
    }
}

/// Why a ledger file cannot be changed in place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct Refused {
    /// The line that stands in the way, from 1.
    pub line: usize,
    /// What is wrong with it and what to do.
    pub message: String,
}

impl Refused {
    /// The refusal of `text`, which is no ledger because of `misread`.
    pub(crate) fn unread(text: &str, misread: &Misread) -> Self {
        Self {
            line: place(text, misread.span).line,
            message: format!("{}; {}", misread.message, misread.hint),
        }
    }
}

/// The text of `tree`, which says `old`, changed so that it says `new`.
///
/// Claims are told apart by their ids; claims new to the file are written in
/// canonical form at their place.
///
/// # Errors
/// A comment that would be lost, or two claims with one id.
pub(crate) fn rewrite(tree: &Tree<'_>, old: &Ledger, new: &Ledger) -> Result<String, Refused> {
    if old == new {
        return Ok(tree.text.to_owned());
    }
    unique(tree, &old.claims)?;
    let mut splices = Splices::default();
    if old.article != new.article
        && let Some(article) = tree.root.entry(tree.text, "article")
    {
        let states = (&value(&old.article), &value(&new.article));
        morph::entry(tree, 0, article, states, &mut splices);
    }
    let text = list(tree, &old.claims, &new.claims, splices);
    verify(tree, &text, new)?;
    Ok(text)
}

/// The same of a file that is but one list: what `read` makes of the result must be
/// `new`.
///
/// # Errors
/// A comment that would be lost, or two items with one name.
pub(crate) fn rewrite_list<T: Named>(
    tree: &Tree<'_>,
    old: &[T],
    new: &[T],
    read: impl for<'n> Fn(&'n str) -> Result<(Tree<'n>, Vec<T>), Vec<Finding>>,
) -> Result<String, Refused> {
    if old == new {
        return Ok(tree.text.to_owned());
    }
    unique(tree, old)?;
    let text = list(tree, old, new, Splices::default());
    let read_back = read(&text).map(|(tree, says)| (tree, says == new));
    verify_as(tree, &text, read_back)?;
    Ok(text)
}

/// Indices of the claims that have comments of their own.
pub(crate) fn commented(tree: &Tree<'_>) -> BTreeSet<usize> {
    let Some(entry) = tree.root.entry(tree.text, "claims") else {
        return BTreeSet::new();
    };
    let chunks = chunks(tree, entry);
    let commented = (0..)
        .zip(&chunks)
        .filter(|(_, c)| !tree.comments_in(c.span()).is_empty());
    commented.map(|(index, _)| index).collect()
}

/// For each claim the end of its last line, and the end of the comments below it that
/// are its own.
pub(crate) fn claim_ends(tree: &Tree<'_>) -> Vec<(usize, usize)> {
    let Some(entry) = tree.root.entry(tree.text, "claims") else {
        return Vec::new();
    };
    let items = entry.value.items().iter();
    let last = items.map(|i| splice::line_end(tree.text, i.value.span.end as usize));
    last.zip(chunks(tree, entry))
        .map(|(last, chunk)| (last, chunk.end))
        .collect()
}

/// Refuses a file in which two items have one name.
pub(crate) fn unique<T: Named>(tree: &Tree<'_>, old: &[T]) -> Result<(), Refused> {
    let mut seen = BTreeSet::new();
    for (index, item) in old.iter().enumerate() {
        if !seen.insert(item.name()) {
            let items = tree.root.get(tree.text, T::LIST);
            let items = items.map_or(&[][..], Node::items);
            let span = items.get(index).map_or(Span::default(), |i| i.value.span);
            let (called, name) = (T::CALLED, item.name());
            return Err(Refused {
                line: tree.place(span).line,
                message: format!("a second {called} {name}; give it another or delete it"),
            });
        }
    }
    Ok(())
}

/// The whole text, with the items of the list in the order of `new`.
fn list<T: Named>(tree: &Tree<'_>, old: &[T], new: &[T], mut splices: Splices) -> String {
    let whole = Span::new(0, tree.text.len());
    let Some(entry) = tree.root.entry(tree.text, T::LIST) else {
        return splices.sorted().render(tree.text, whole);
    };
    let Kind::List(Layout::Block(column), items) = &entry.value.kind else {
        if old != new {
            first_items(tree, entry.value.span, new, &mut splices);
        }
        return splices.sorted().render(tree.text, whole);
    };
    let place: BTreeMap<&str, usize> = (0..).zip(old).map(|(i, t)| (t.name(), i)).collect();
    for item in new {
        if let Some(&i) = place.get(item.name())
            && old[i] != *item
        {
            let states = (&value(&old[i]), &value(item));
            morph::item(tree, *column, &items[i], states, &mut splices);
        }
    }
    if new.is_empty() {
        let after_colon = splice::after_colon(tree.text, entry.key.end as usize);
        splices.insert(after_colon, " []".to_owned());
    }
    let (splices, chunks) = (splices.sorted(), chunks(tree, entry));
    let (Some(first), Some(last)) = (chunks.first(), chunks.last()) else {
        return splices.render(tree.text, whole);
    };
    let mut out = splices.render(tree.text, Span::new(0, first.start));
    for item in new {
        splice::end_line(&mut out, tree.text);
        match place.get(item.name()) {
            Some(&i) => out.push_str(&splices.render(tree.text, chunks[i].span())),
            None => out.push_str(&native(tree.text, &new_item(item, *column))),
        }
    }
    out.push_str(&splices.render(tree.text, Span::new(last.end, tree.text.len())));
    out
}

/// Writes items below the key of a list that had none in block form; `old` is its value.
fn first_items<T: Named>(tree: &Tree<'_>, old: Span, new: &[T], splices: &mut Splices) {
    let (start, end) = (old.start as usize, old.end as usize);
    let before = tree.text.get(..start).unwrap_or_default();
    let colon = before.rfind(':').map_or(start, |at| at + 1);
    if new.is_empty() {
        return splices.replace(Span::new(colon, end), " []".to_owned());
    }
    splices.replace(Span::new(colon, end), String::new());
    let block: String = new.iter().map(|item| new_item(item, STEP)).collect();
    splices.insert_line(tree.text, splice::line_end(tree.text, end), &block);
}

/// An item in canonical form, its dash at `column`, after one blank line.
fn new_item(item: &impl Serialize, column: usize) -> String {
    let mut out = String::from("\n");
    push_item(&mut out, &value(item), column);
    out
}

/// Reads `text` back: it must say `new` and hold every comment of `tree`.
pub(crate) fn verify(tree: &Tree<'_>, text: &str, new: &Ledger) -> Result<(), Refused> {
    let read_back = read::read(text, "").map(|(tree, says)| (tree, says == *new));
    verify_as(tree, text, read_back)
}

/// The same where `text` has been read back: its tree, and whether it says what was
/// meant.
fn verify_as(
    tree: &Tree<'_>,
    text: &str,
    read_back: Result<(Tree<'_>, bool), Vec<Finding>>,
) -> Result<(), Refused> {
    let unread = |line: usize, why: String| Refused {
        line,
        message: format!("the change cannot be made here ({why}); `claimbook fmt` may help"),
    };
    let (rewritten, as_meant) = read_back.map_err(|findings| {
        findings.first().map_or_else(
            || unread(1, "it would not be read back".to_owned()),
            |f| unread(f.line, f.message.clone()),
        )
    })?;
    if !as_meant {
        let line = first_difference(tree.text, text);
        return Err(unread(line, "it would be read back otherwise".to_owned()));
    }
    match lost_comment(tree, &rewritten) {
        Some(comment) => Err(Refused {
            line: tree.place(comment).line,
            message: format!(
                "the comment `{}` would be lost; move it elsewhere",
                tree.slice(comment)
            ),
        }),
        None => Ok(()),
    }
}

/// The first comment of `before` that `after` does not hold (as often).
fn lost_comment(before: &Tree<'_>, after: &Tree<'_>) -> Option<Span> {
    let mut held: BTreeMap<&str, usize> = BTreeMap::new();
    for comment in &after.comments {
        *held.entry(after.slice(*comment).trim_end()).or_default() += 1;
    }
    before.comments.iter().copied().find(|comment| {
        match held.get_mut(before.slice(*comment).trim_end()) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        }
    })
}

/// The first line, from 1, in which two texts differ.
fn first_difference(a: &str, b: &str) -> usize {
    let same = a.lines().zip(b.lines()).take_while(|(a, b)| a == b);
    same.count() + 1
}
