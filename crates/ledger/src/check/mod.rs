//! Checks of a ledger that can be read: against itself, and against its article.

mod article;
mod claim;
mod doubles;
#[cfg(test)]
mod tests;
mod waive;

use crate::catalogue::{DUPLICATE_ID, VALUE_DIFFERS};
use crate::{Check, Document, Finding, Place};
use claimbook_model::Claim;
use std::collections::BTreeMap;

pub use article::misplaced;
pub use doubles::{Head, doubles};
pub use waive::settle;

/// What is known of the article that a ledger file belongs to.
#[derive(Debug, Clone, Copy)]
pub enum ArticleText<'a> {
    /// Nobody looked.
    NotRead,
    /// It is not where the ledger says.
    Missing,
    /// It was read.
    Read {
        /// Its text, as claims are read from it.
        text: &'a str,
        /// The line of its file on which the text begins, from 1.
        first_line: usize,
    },
}

/// All that is wrong with one ledger file, in the order of its lines, before waivers:
/// hand the result, with findings of your own, to [`settle`].
#[must_use]
pub fn check(document: &Document<'_>, article: ArticleText<'_>) -> Vec<Finding> {
    let mut findings = article::check(document, article);
    findings.extend(duplicate_ids(document));
    for (index, claim) in document.ledger().claims.iter().enumerate() {
        claim::check(
            &At {
                document,
                index,
                claim,
            },
            &mut findings,
        );
    }
    findings.sort_by(|a, b| (a.line, a.column, a.rule).cmp(&(b.line, b.column, b.rule)));
    findings
}

/// The finding that the value of a figure is not what its words say: they read
/// `reads`. The claim is the one at `index` of the file.
#[must_use]
pub fn value_differs(document: &Document<'_>, index: usize, reads: &str) -> Option<Finding> {
    let claim = document.ledger().claims.get(index)?;
    let figure = claim.figure.as_ref()?;
    let at = At {
        document,
        index,
        claim,
    };
    let message = format!(
        "the value is \"{}\", the words \"{}\" say \"{reads}\"",
        figure.in_words(),
        figure.text
    );
    let finding = at.finding(&VALUE_DIFFERS, &["figure", "value"], message);
    Some(
        finding
            .hint("run `claimbook extract`; to correct the tool, write the right value in `fix`"),
    )
}

/// A claim, where it stands.
struct At<'a> {
    document: &'a Document<'a>,
    index: usize,
    claim: &'a Claim,
}

impl At<'_> {
    /// A finding about the key at `keys`.
    fn finding(&self, check: &'static Check, keys: &[&str], message: String) -> Finding {
        self.finding_at(check, self.document.place_of(self.index, keys), message)
    }

    fn finding_at(&self, check: &'static Check, place: Place, message: String) -> Finding {
        Finding::new(check, self.document.file(), place, message).claim(&self.claim.id)
    }

    /// The claim's name in the whole claimbook.
    fn name(&self) -> String {
        format!("{}#{}", self.document.ledger().article.id, self.claim.id)
    }
}

fn duplicate_ids(document: &Document<'_>) -> Vec<Finding> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for (index, claim) in document.ledger().claims.iter().enumerate() {
        match first.get(claim.id.as_str()) {
            None => drop(first.insert(&claim.id, index)),
            Some(other) => {
                let line = document.place_of(*other, &[]).line;
                let at = At {
                    document,
                    index,
                    claim,
                };
                let message = format!("another claim has the same id, {}", claim.id);
                let place = document.place_of_value(index, &["id"]);
                let finding = at.finding_at(&DUPLICATE_ID, place, message);
                findings.push(finding.hint(format!(
                    "it stands in line {line}; keep one of the two, or, if both are real claims, change a letter of one id"
                )));
            }
        }
    }
    findings
}
