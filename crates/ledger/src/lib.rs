//! Claims to YAML and back, without losing anybody's work.
//!
//! One article, one file: [`parse`] reads it, [`emit`] writes it in its canonical
//! form, [`mint`] gives new claims their ids.

#[cfg(test)]
mod arbitrary;
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
mod rewrite;
#[cfg(test)]
mod sample;
mod schema;
mod tree;
mod walk;
mod write;

pub use catalogue::{Check, Scope, catalogue};
pub use check::{ArticleText, Head, check, doubles, settle, value_differs};
pub use diff::{Change, Difference, FieldChange, What, diff};
pub use document::Document;
pub use edit::{SetError, Stamp, assignment, decide, set};
pub use emit::{emit, emit_at, schema_path};
pub use finding::{Finding, Level, Place};
pub use fold::{Event, FoldIn, Outcome, fold_in, is_stale};
pub use id::mint;
pub use ledger::{FORMAT, Ledger};
pub use lock::{Lock, lock};
pub use merge::{Conflict, Merged, merge};
pub use read::{MAX_BYTES, MAX_CLAIMS, decode, parse, text_sha256};

pub use rewrite::Refused;
pub use schema::schema;
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
