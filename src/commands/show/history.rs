//! What became of a claim's record, commit by commit.

use crate::git::{Commit, Git};
use crate::ledgers;
use crate::project::Project;
use crate::told::claim_lines;
use claimbook_ledger::{Ledger, diff};
use claimbook_model::Claim;
use claimbook_report::HistoryEntry;
use std::collections::BTreeMap;
use std::path::Path;

/// Commits of the file that are looked at, newest first.
const COMMITS: usize = 200;

/// The history of one ledger file after the other. Of the file that was asked for last
/// its commits are kept, so that each is read once however many claims are shown; those
/// of all files might not fit into memory.
pub(super) struct History {
    /// The repository around the claimbook, if it has its whole history.
    git: Option<Git>,
    /// The file, relative to the claimbook.
    path: String,
    /// What changed it, newest first.
    commits: Vec<Commit>,
    /// The file by the name of a commit; `None` where it cannot be read.
    ledgers: BTreeMap<String, Option<Ledger>>,
}

impl History {
    /// That of `project`. It has nothing to tell without git, outside of a repository,
    /// and in a shallow clone, whose oldest commit looks like the beginning.
    pub(super) fn of(project: &Project) -> Self {
        let git = Git::around(project.root()).ok();
        Self {
            git: git.filter(|git| git.is_shallow().is_ok_and(|shallow| !shallow)),
            path: String::new(),
            commits: Vec::new(),
            ledgers: BTreeMap::new(),
        }
    }

    /// The commits that changed the record of `claim` in the file at `path`, newest
    /// first, and before them what is not committed yet. Empty before the first commit.
    pub(super) fn entries(&mut self, path: &str, claim: &Claim) -> Vec<HistoryEntry> {
        let Some(git) = &self.git else {
            return Vec::new();
        };
        if self.path != path {
            path.clone_into(&mut self.path);
            self.commits = git.log(path, COMMITS).unwrap_or_default();
            self.ledgers.clear();
        }
        let mut newer = (None, Some(claim.clone()));
        let mut entries = Vec::new();
        for commit in &self.commits {
            let ledger = self.ledgers.entry(commit.name.clone());
            // A file that could not be read then says nothing about the claim.
            let Some(ledger) = ledger.or_insert_with(|| at(git, commit, path)) else {
                continue;
            };
            let older = ledger.claim(&claim.id).cloned();
            entries.extend(entry(newer.0, older.as_ref(), newer.1.as_ref()));
            let is_beginning = older.is_none();
            newer = (Some(commit), older);
            if is_beginning {
                return entries;
            }
        }
        if newer.0.is_some() {
            entries.extend(entry(newer.0, None, newer.1.as_ref()));
        }
        entries
    }
}

/// The file as it was in a commit, empty if it was not there; `None` if it cannot be read.
fn at(git: &Git, commit: &Commit, path: &str) -> Option<Ledger> {
    let Ok(bytes) = git.show(&commit.name, path) else {
        return Some(Ledger::default());
    };
    let file = ledgers::from_bytes(&bytes, Path::new(path)).ok()?;
    Some(file.ledger)
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
