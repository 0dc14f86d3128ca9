//! Votes for and against: "passed 234-193", "by a vote of 51 to 49".

use super::join::{Link, link};
use super::piece::Piece;
use crate::doc::Doc;
use claimbook_model::{Dimension, Unit};
use std::ops::Range;

/// Words of voting before a pair of numbers.
const BEFORE: [&str; 22] = [
    "adopted",
    "advanced",
    "approve",
    "approved",
    "backed",
    "cleared",
    "confirm",
    "confirmed",
    "defeated",
    "failed",
    "margin",
    "pass",
    "passed",
    "passes",
    "ratified",
    "rejected",
    "ruled",
    "tally",
    "vote",
    "voted",
    "votes",
    "voting",
];

/// Words of voting after it.
const AFTER: [&str; 8] = [
    "decision", "majority", "margin", "ruling", "split", "tally", "verdict", "vote",
];

/// The word of voting stands at most so many words before the pair.
const REACH: usize = 10;

/// Joins pairs of votes to one amount: the votes that the first number gives.
pub(super) fn all(doc: &Doc<'_>, pieces: &mut Vec<Piece>, sentence: &Range<usize>) {
    pieces.dedup_by(|second, first| {
        let joined = is_tally(doc, first, second, sentence);
        if joined {
            first.amount.tokens.end = second.amount.tokens.end;
            first.amount.number.end = second.amount.number.end;
            first.set_unit(Unit::new("vote"), Dimension::Count, "join-tally");
        }
        joined
    });
}

fn is_tally(doc: &Doc<'_>, first: &Piece, second: &Piece, sentence: &Range<usize>) -> bool {
    let votes = |piece: &Piece| {
        let value = piece.amount.value.decimal();
        piece.is_bare() && value.is_integer() && !value.is_sign_negative()
    };
    let linked = matches!(
        link(doc, first, second, sentence),
        Some(Link::Hyphen | Link::To)
    );
    let (start, end) = (first.amount.tokens.start, second.amount.tokens.end);
    let ranged = start > sentence.start
        && ["about", "between", "from"]
            .iter()
            .any(|w| doc.is(start - 1, w));
    let named = |words: &[&str], at: usize| words.iter().any(|w| doc.is(at, w));
    let before = || {
        let mut near = (sentence.start.max(start.saturating_sub(REACH))..start).rev();
        near.any(|at| named(&BEFORE, at)) && !counts(doc, end)
    };
    votes(first) && votes(second) && linked && !ranged && (named(&AFTER, end) || before())
}

/// Whether a noun follows that the numbers count ("passed 10-15 laws").
fn counts(doc: &Doc<'_>, at: usize) -> bool {
    use crate::tag::Tag;
    matches!(doc.tag(at), Tag::Noun | Tag::Adjective)
}
