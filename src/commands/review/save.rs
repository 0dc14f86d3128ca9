//! Decisions of a review into the ledger, without losing what others write there.

use super::state::{Edit, Saved};
use crate::decisions;
use crate::error::Failure;
use crate::ledgers::{self, LedgerFile};
use crate::project::Project;
use claimbook_ledger::carry_over;
use claimbook_model::Claim;
use std::path::Path;

/// Writes `edits`, all of claims in the ledger file at `path`. The file is read anew under
/// the lock, and each decision put onto the claim as it is there; one that others have
/// decided otherwise meanwhile is left alone.
pub(super) fn save(project: &Project, path: &Path, edits: &[Edit]) -> Result<Vec<Saved>, Failure> {
    // A person is waiting, and no key is heard meanwhile.
    let _lock = project.lock_soon()?;
    let file = read(path)?;
    let answers: Vec<Saved> = edits.iter().map(|edit| answer(edit, &file)).collect();
    let new = answers.iter().filter_map(|answer| match answer {
        Saved::Done(claim) => Some(Claim::clone(claim)),
        Saved::Changed(_) | Saved::Missing => None,
    });
    decisions::write(&file, &new.collect::<Vec<_>>())?;
    Ok(answers)
}

/// What becomes of an edit; nothing is written yet.
fn answer(edit: &Edit, file: &LedgerFile) -> Saved {
    let Some(now) = find(file, &edit.old.id) else {
        return Saved::Missing;
    };
    match carry_over(&edit.old, &edit.new, now) {
        Some(joined) => Saved::Done(Box::new(joined)),
        None => Saved::Changed(Box::new(now.clone())),
    }
}

/// The claim `id` of a ledger file, if the file has it once.
pub(super) fn find<'f>(file: &'f LedgerFile, id: &str) -> Option<&'f Claim> {
    let mut claims = file.ledger.claims.iter().filter(|claim| claim.id == id);
    claims.next().filter(|_| claims.next().is_none())
}

/// A ledger file as it is now.
pub(super) fn read(path: &Path) -> Result<LedgerFile, Failure> {
    ledgers::read(path).map_err(|mut failures| match failures.is_empty() {
        true => Failure::plain("the ledger file cannot be read"),
        false => failures.swap_remove(0),
    })
}
