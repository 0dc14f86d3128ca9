//! The whole way from claims to rows.

use crate::book::Book;
use crate::cluster::groups;
use crate::options::Options;
use crate::row::{Comparison, Item, Row, RowVerdict};
use crate::{quote, rows};

/// Puts the claims of `items` that answer one question on one row and says how
/// they relate.
///
/// Claims that were read wrong, are gone, or only convert another figure stay
/// out; corrections are applied. The result does not depend on the order of items.
#[must_use]
pub fn compare(items: &[Item<'_>], options: &Options) -> Comparison {
    let book = Book::read(items);
    let mut rows: Vec<Row> = groups(&book)
        .iter()
        .filter_map(|group| rows::row(&book, group))
        .collect();
    rows.extend(quote::rows(&book, options.all));
    let mut shared = vec![false; items.len()];
    for row in rows.iter().filter(|r| r.verdict != RowVerdict::Single) {
        for member in &row.members {
            shared[member.item] = true;
        }
    }
    let alone = book.entries.iter().filter(|e| !shared[e.item]).count();
    rows.retain(|row| options.all || row.verdict != RowVerdict::Single);
    rows::sort(&mut rows);
    Comparison {
        rows,
        apart: Vec::new(),
        alone,
    }
}
