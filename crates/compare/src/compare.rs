//! The whole way from claims to rows.

use crate::book::Book;
use crate::cluster::weigh;
use crate::options::Options;
use crate::row::{Comparison, Item, Row, RowVerdict};
use crate::series::Kept;
use crate::{quote, rows};

/// Puts the claims of `items` that answer one question on one row and says how
/// they relate.
///
/// Claims that were read wrong, are gone, or only convert another figure stay
/// out; corrections are applied. The result does not depend on the order of items.
#[must_use]
pub fn compare(items: &[Item<'_>], options: &Options) -> Comparison {
    let book = Book::read(items, &options.series);
    let weighed = weigh(&book);
    let kept = Kept::new(&book, &options.series);
    let mut rows: Vec<Row> = weighed
        .groups
        .iter()
        .flat_map(|group| rows::rows(&book, group, &kept, options.explain))
        .collect();
    let apart = weighed
        .near_misses
        .told(&book, &row_of(&weighed.groups, book.keys.len()));
    rows.extend(quote::rows(&book, options));
    let mut shared = vec![false; items.len()];
    for row in rows.iter().filter(|r| r.verdict != RowVerdict::Single) {
        for member in &row.members {
            shared[member.item] = true;
        }
    }
    let alone = book.entries.iter().filter(|e| !shared[e.item]).count();
    rows.retain(|row| options.all || row.verdict != RowVerdict::Single);
    rows::sort(&mut rows);
    Comparison { rows, apart, alone }
}

/// The group of every key.
fn row_of(groups: &[Vec<usize>], keys: usize) -> Vec<usize> {
    let mut row_of = vec![0; keys];
    for (row, group) in groups.iter().enumerate() {
        for key in group {
            row_of[*key] = row;
        }
    }
    row_of
}
