//! What became of a claim's record, commit by commit.

use crate::git::{Commit, Git};
use crate::ledgers::{self, LedgerFile};
use crate::project::Project;
use crate::told::claim_lines;
use claimbook_ledger::{Ledger, diff};
use claimbook_model::Claim;
use claimbook_report::HistoryEntry;
use std::path::Path;

/// Commits of the file that are looked at, newest first.
const COMMITS: usize = 200;

/// The commits that changed the record of `claim`, newest first, and before them what
/// is not committed yet. Empty without git, outside of a repository, before the first
/// commit, and in a shallow clone, whose oldest commit looks like the beginning.
pub(super) fn of(project: &Project, file: &LedgerFile, claim: &Claim) -> Vec<HistoryEntry> {
    recorded(project, file, claim).unwrap_or_default()
}

fn recorded(project: &Project, file: &LedgerFile, claim: &Claim) -> Option<Vec<HistoryEntry>> {
    let git = Git::around(project.root()).ok()?;
    if git.is_shallow().ok()? {
        return None;
    }
    let path = project.relative(&file.path);
    let commits = git.log(&path, COMMITS).ok()?;
    let mut newer = (None, Some(claim.clone()));
    let mut entries = Vec::new();
    for commit in commits {
        // A file that could not be read then says nothing about the claim.
        let Some(older) = at(&git, &commit, &path, &claim.id) else {
            continue;
        };
        entries.extend(entry(newer.0.as_ref(), older.as_ref(), newer.1.as_ref()));
        let is_beginning = older.is_none();
        newer = (Some(commit), older);
        if is_beginning {
            return Some(entries);
        }
    }
    if newer.0.is_some() {
        entries.extend(entry(newer.0.as_ref(), None, newer.1.as_ref()));
    }
    Some(entries)
}

/// The claim as it was in a commit, if it was there; `None` if the file cannot be read.
fn at(git: &Git, commit: &Commit, path: &str, id: &str) -> Option<Option<Claim>> {
    let Ok(bytes) = git.show(&commit.name, path) else {
        return Some(None);
    };
    let file = ledgers::from_bytes(&bytes, Path::new(path)).ok()?;
    Some(file.ledger.claim(id).cloned())
}

/// What `commit` changed in the claim; nothing if it changed other claims.
fn entry(
    commit: Option<&Commit>,
    older: Option<&Claim>,
    newer: Option<&Claim>,
) -> Option<HistoryEntry> {
    let ledger = |claim: Option<&Claim>| Ledger {
        claims: claim.into_iter().cloned().collect(),
        ..Ledger::default()
    };
    let changes = diff(&ledger(older), &ledger(newer));
    let lines = claim_lines(&changes, newer.or(older));
    let heading = match commit {
        Some(commit) => format!("{} · {} · {}", commit.date, commit.author, commit.short),
        None => "not committed yet".to_owned(),
    };
    (!lines.is_empty()).then_some(HistoryEntry { heading, lines })
}
