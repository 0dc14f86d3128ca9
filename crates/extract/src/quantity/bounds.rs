//! Hedges before and after an amount.

use super::tables::{Hedge, tables};
use crate::doc::Doc;
use crate::tag::Tag;
use crate::token::Kind;
use claimbook_model::{Bound, Dimension};
use std::ops::Range;

/// A hedge that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) bound: Bound,
    pub(super) tokens: Range<usize>,
}

/// The hedge that ends right before token `start`.
pub(super) fn before(
    doc: &Doc<'_>,
    start: usize,
    first: usize,
    dimension: Dimension,
) -> Option<Found> {
    let mut near = start.checked_sub(1).filter(|i| *i >= first)?;
    if let Some(bound) = sign(doc.text_of(near)) {
        let both = near > first && doc.text_of(near) == "=";
        return Some(Found {
            bound: if both {
                sign_pair(doc.text_of(near - 1))?
            } else {
                bound
            },
            tokens: near - usize::from(both)..start,
        });
    }
    if near > first && doc.is_kind(near, Kind::Hyphen) && doc.is(near - 1, "sub") {
        return Some(Found {
            bound: Bound::LessThan,
            tokens: near - 1..start,
        });
    }
    if matches!(
        doc.lower(near),
        "a" | "an" | "the" | "just" | "only" | "half"
    ) && near > first
    {
        near -= 1;
    }
    let list = tables().hedges_before(doc.tokens[near].id);
    let hedge = list.iter().find(|h| ends_at(doc, h, near, first))?;
    let found = Found {
        bound: hedge.bound,
        tokens: near + 1 - hedge.words.len()..near + 1,
    };
    believed(doc, &found, first, dimension).then_some(found)
}

/// The hedge that begins at token `end`.
pub(super) fn after(doc: &Doc<'_>, end: usize, last: usize) -> Option<Found> {
    if end >= last {
        return None;
    }
    if doc.is_mark(end, b'+') {
        return Some(Found {
            bound: Bound::AtLeast,
            tokens: end..end + 1,
        });
    }
    let from = end + usize::from(doc.is_kind(end, Kind::Hyphen));
    let list = tables().hedges_after(doc.tokens.get(from)?.id);
    let hedge = list.iter().find(|h| {
        from + h.words.len() <= last
            && h.words
                .iter()
                .enumerate()
                .all(|(n, id)| doc.tokens[from + n].id == *id)
    })?;
    let tokens = from..from + hedge.words.len();
    let counts_on = doc.is(from, "plus")
        && matches!(
            doc.tag(tokens.end),
            Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Name | Tag::Number
        )
        && from == end;
    let goes_on = doc.tag(tokens.end) == Tag::Number
        || doc.is_kind(tokens.end, Kind::Symbol)
        || doc.is(tokens.end, "than");
    let opens_next = goes_on && tokens.end < last;
    (!counts_on && !opens_next).then_some(Found {
        bound: hedge.bound,
        tokens,
    })
}

fn ends_at(doc: &Doc<'_>, hedge: &Hedge, near: usize, first: usize) -> bool {
    let length = hedge.words.len();
    near + 1 >= first + length
        && hedge
            .words
            .iter()
            .enumerate()
            .all(|(n, id)| doc.tokens[near + 1 - length + n].id == *id)
}

fn sign(text: &str) -> Option<Bound> {
    Some(match text {
        "~" | "≈" | "∼" => Bound::About,
        "<" => Bound::LessThan,
        ">" => Bound::MoreThan,
        "≤" => Bound::AtMost,
        "≥" | "=" => Bound::AtLeast,
        _ => return None,
    })
}

fn sign_pair(first: &str) -> Option<Bound> {
    match first {
        "<" => Some(Bound::AtMost),
        ">" => Some(Bound::AtLeast),
        _ => None,
    }
}

/// "over three years" is a span of time unless something needs an amount there;
/// "some" and "around" are taken as they come.
fn believed(doc: &Doc<'_>, found: &Found, first: usize, dimension: Dimension) -> bool {
    let word = doc.lower(found.tokens.start);
    if found.tokens.len() > 1 || word != "over" || dimension != Dimension::Duration {
        return true;
    }
    let Some(before) = found.tokens.start.checked_sub(1).filter(|b| *b >= first) else {
        return false;
    };
    matches!(
        doc.tag(before),
        Tag::Preposition | Tag::Auxiliary | Tag::Adverb | Tag::Determiner
    )
}
