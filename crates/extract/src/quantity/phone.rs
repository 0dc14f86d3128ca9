//! Telephone numbers: runs of digits that are dialled, not counted.

use crate::doc::Doc;
use crate::layers::Numeral;
use crate::token::Kind;
use std::ops::Range;

/// Fewest and most digits of a telephone number (ITU-T E.164 allows 15).
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// Most tokens looked at on each side.
const REACH: usize = 10;

/// Whether the number is written with a leading zero ("007"), or is a piece of a number
/// to dial: digits in several groups that begin with a zero or a plus sign.
pub(super) fn is_dialled(doc: &Doc<'_>, numeral: &Numeral, sentence: &Range<usize>) -> bool {
    let at = numeral.tokens.start;
    if !doc.is_kind(at, Kind::Number) {
        return false;
    }
    if has_leading_zero(doc.text_of(at)) {
        return true;
    }
    let low = sentence.start.max(at.saturating_sub(REACH));
    let first = (low..at).rev().take_while(|i| belongs(doc, *i)).last();
    let Some(first) = first else { return false };
    let high = sentence.end.min(at + REACH);
    let run = first..(at..high).find(|i| !belongs(doc, *i)).unwrap_or(high);
    let groups = || run.clone().filter(|i| doc.is_kind(*i, Kind::Number));
    let plus =
        run.clone().any(|i| doc.is_mark(i, b'+')) || doc.is_mark(run.start.wrapping_sub(1), b'+');
    let zero = groups().any(|i| has_leading_zero(doc.text_of(i)));
    let digits: usize = groups().map(|i| doc.text_of(i).len()).sum();
    (plus || zero) && groups().count() > 1 && DIGITS.contains(&digits)
}

/// Groups of digits and the marks between them.
fn belongs(doc: &Doc<'_>, at: usize) -> bool {
    let digits = || doc.text_of(at).bytes().all(|b| b.is_ascii_digit());
    doc.is_kind(at, Kind::Number) && digits()
        || doc.is_kind(at, Kind::Hyphen)
        || [b'+', b'(', b')'].iter().any(|m| doc.is_mark(at, *m))
}

fn has_leading_zero(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next() == Some(b'0') && bytes.len() > 0 && bytes.all(|b| b.is_ascii_digit())
}
