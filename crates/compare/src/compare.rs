//! The whole way from claims to rows.

use crate::book::Book;
use crate::cluster::groups;
use crate::links::Links;
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
    let kept = Kept::new(&book, &options.series);
    let asked = |item: usize| {
        options
            .only
            .as_ref()
            .is_none_or(|only| only.get(item) == Some(&true))
    };
    let links = Links::find(&book, options.only.as_deref());
    let groups = groups(&book, &links);
    let row_of = row_of(&groups, book.keys.len());
    let mut rows: Vec<Row> = groups
        .iter()
        .filter(|group| group.iter().any(|key| asked(book.entry_of(*key).item)))
        .flat_map(|group| rows::rows(&book, group, &kept, options.explain))
        .collect();
    rows.extend(quote::rows(&book, options));
    rows.retain(|row| row.members.iter().any(|member| asked(member.item)));
    let mut apart = links.near_misses.told(&book, &row_of);
    apart.retain(|pair| asked(pair.a) || asked(pair.b));
    let mut shared = vec![false; items.len()];
    for row in rows.iter().filter(|r| r.verdict != RowVerdict::Single) {
        for member in &row.members {
            shared[member.item] = true;
        }
    }
    let alone = |item: usize| asked(item) && !shared[item];
    let alone = book.entries.iter().filter(|e| alone(e.item)).count();
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
