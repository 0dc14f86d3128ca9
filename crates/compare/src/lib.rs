//! Claims of many articles to rows that answer one question each, with the
//! relations between their claims and a reason for every relation. Pure: no
//! files, no clock; the same claims give the same rows in whatever order they come.

mod row;

pub use row::{
    Apart, Comparison, DiffWord, Fidelity, Item, Link, Member, Relation, Row, RowKind, RowVerdict,
    WordDiff,
};
