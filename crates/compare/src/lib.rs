//! Claims of many articles to rows that answer one question each, with the
//! relations between their claims and a reason for every relation. Pure: no
//! files, no clock; the same claims give the same rows in whatever order they come.

mod acronym;
mod apart;
pub mod audit;
mod bag;
mod block;
mod book;
mod change;
mod clause;
mod cluster;
mod compare;
mod family;
mod fidelity;
mod grounds;
mod hedge;
mod intern;
mod interval;
mod key;
mod label;
mod lexicon;
mod links;
mod missing;
mod options;
mod origin;
mod passage;
mod person;
mod quote;
mod reader;
mod relate;
mod row;
mod rows;
mod same;
mod say;
mod scope;
mod score;
mod series;
mod speaker;
mod stem;
mod summary;
#[cfg(test)]
mod support;
mod tally;
mod topic;
mod union;
mod utterance;
mod veto;
mod when;
mod why;
mod wording;
mod words;

pub use compare::compare;
pub use options::{Options, Series};
pub use row::{
    Apart, Comparison, DiffWord, Fidelity, Grounds, Item, Link, Member, Relation, Row, RowKind,
    RowVerdict, Weight, WordDiff,
};
pub use why::{Standing, Why, why};
