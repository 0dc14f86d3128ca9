//! Holds the word tables of `data/` to their form, their inflections to the
//! language, and one table to the other. The words come from knowledge of
//! English news.

mod agreement;
mod form;
mod inflection;
mod tables;
