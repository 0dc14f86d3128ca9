//! Claims to YAML and back, without losing anybody's work.
//!
//! One article, one file. [`parse`] reads it and names everything that is wrong with
//! it at once; [`emit()`] writes it in its one canonical form; a [`Document`] is a file
//! with its places and its comments, to be changed in place.
//!
//! - *A first reading and the next*: [`mint`] gives new claims their ids; [`fold_in`] joins a
//!   new reading of an article with what people made of the old one.
//! - *People's decisions*: [`decide`] and [`set`] put them in, [`carry_over`] onto what others
//!   changed meanwhile; [`correctable`] are the fields to correct; [`is_stale`] tells whether
//!   the claim still reads as it did when it was judged.
//! - *Rows kept by hand*: [`series`], in a file of their own.
//! - *Trust*: [`check()`] finds what does not fit, by the names of the [`catalogue()`];
//!   [`diff()`] tells what changed; [`merge()`] joins two people's work and chooses nothing.
//! - *Disks*: [`write()`] replaces a file all at once, under a [`lock()`].
//! - *Other programs*: [`schema()`] is the format as a JSON Schema.
//!
//! How edits are made safe: a tree tells the bytes of every field; an edit replaces
//! the bytes of what differs, and only those; the result is read back with
//! serde_yaml, compared with what was meant, and searched for every comment that was
//! there; else it is [`Refused`], and the file stays as it was.
//!
//! ```
//! use claimbook_ledger::{Document, Stamp, set};
//! let text = r#"claimbook: 1
//! article: {id: "a"}
//! claims:
//!   ## ask the ministry
//!   - id: "c-7k2m9q4d"
//!     quote: {exact: "He came."}
//!     review:
//!       reading: "open"
//!       verdict: "open"   # by Monday
//! "#;
//! let document = Document::read(text, "claims/a.yaml").unwrap();
//! let after = set(&document, "c-7k2m9q4d", &[("verdict", "false")], Stamp::default()).unwrap();
//! assert!(after.contains("  # ask the ministry\n"));
//! assert!(after.contains("      verdict: \"false\"   # by Monday\n      saw: \"He came.\"\n"));
//! ```

#[cfg(test)]
mod arbitrary;
mod baseline;
mod catalogue;
mod check;
mod conflict;
mod diff;
mod disk;
mod document;
mod edit;
mod emit;
mod fields;
mod finding;
mod fmt;
mod fold;
mod forms;
mod id;
mod ledger;
mod lock;
mod merge;
mod nearest;
mod quote;
mod read;
#[cfg(test)]
mod readers;
mod rewrite;
#[cfg(test)]
mod sample;
mod schema;
pub mod series;
mod tree;
mod walk;
mod write;

pub use baseline::{Baseline, BaselineError, Known};
pub use catalogue::{Check, Scope, catalogue};
pub use check::{ArticleText, Head, check, doubles, misplaced, settle, value_differs};
pub use diff::{Change, Difference, FieldChange, What, diff};
pub use document::Document;
pub use edit::{Correctable, SetError, Stamp, assignment, carry_over, correctable, decide, set};
pub use emit::{emit, emit_at, schema_path};
pub use finding::{Finding, Level, Place};
pub use fold::{Event, FoldIn, Outcome, fold_in, is_stale};
pub use id::mint;
pub use ledger::{FORMAT, Ledger};
pub use lock::{Lock, lock, lock_soon};
pub use merge::{Conflict, Merged, merge};
pub use read::{MAX_BYTES, MAX_CLAIMS, decode, parse, text_sha256};

pub use rewrite::Refused;
pub use schema::{schema, series_schema};
pub use write::{WriteError, Written, write};

#[cfg(test)]
mod tests {
    use super::{Ledger, emit, parse};
    use crate::sample::full_ledger;

    #[test]
    fn the_fullest_ledger_in_canonical_form() {
        insta::assert_snapshot!(emit(&full_ledger()));
    }

    #[test]
    fn what_is_emitted_is_read_back() {
        for ledger in [full_ledger(), Ledger::default()] {
            assert_eq!(parse(&emit(&ledger), "x.yaml").unwrap(), ledger);
        }
    }
}
