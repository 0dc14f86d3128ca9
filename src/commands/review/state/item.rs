//! A claim under review, and the decisions on it that are not saved yet.

use crate::decisions::Reviewer;
use claimbook_ledger::{SetError, decide};
use claimbook_model::Claim;

/// `key=value`, as `set` takes it.
pub(super) type Change = (String, String);

/// A claim under review.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// The number of its ledger file.
    pub(crate) file: usize,
    /// The claim as the ledger has it.
    pub(crate) saved: Claim,
    /// The claim with the decisions that are not saved yet.
    pub(crate) draft: Claim,
    /// These decisions.
    pub(super) changes: Vec<Change>,
}

impl Item {
    /// A claim of the ledger file number `file`, with nothing decided.
    pub(crate) fn new(file: usize, claim: Claim) -> Self {
        Self {
            file,
            draft: claim.clone(),
            saved: claim,
            changes: Vec::new(),
        }
    }

    /// Whether it holds decisions that are not in the ledger.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.draft != self.saved
    }

    /// Takes `changes` as its decisions, if they can be made.
    pub(super) fn put(
        &mut self,
        changes: Vec<Change>,
        reviewer: &Reviewer,
    ) -> Result<(), SetError> {
        let pairs: Vec<(&str, &str)> = changes
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
            .collect();
        let mut draft = self.saved.clone();
        decide(&mut draft, &pairs, reviewer.stamp())?;
        (self.draft, self.changes) = (draft, changes);
        Ok(())
    }

    /// Its decisions with one more. A later answer to one question replaces the earlier;
    /// a correction decides on the reading by itself.
    pub(super) fn changes_with(&self, key: &str, value: &str) -> Vec<Change> {
        let replaced = |old: &str| {
            (old == key && key != "evidence") || (key.starts_with("fix.") && old == "reading")
        };
        let mut changes = self.changes.clone();
        changes.retain(|(old, _)| !replaced(old));
        changes.push((key.to_owned(), value.to_owned()));
        changes
    }
}
