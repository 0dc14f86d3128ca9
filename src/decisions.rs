//! People's decisions on their way into ledger files: who decides, the one way of
//! writing them, and what a decision changed, in words.

use crate::clock::today;
use crate::error::Failure;
use crate::ledgers::LedgerFile;
use chrono::NaiveDate;
use claimbook_ledger::{Document, Stamp};
use claimbook_model::Claim;

/// The reviewer, where `by` is not given.
pub(crate) const REVIEWER: &str = "CLAIMBOOK_REVIEWER";

/// Who decides, and on which day.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reviewer {
    /// The name, if one is known.
    pub(crate) by: Option<String>,
    /// The day.
    pub(crate) date: Option<NaiveDate>,
}

impl Reviewer {
    /// The reviewer that the environment names, today.
    pub(crate) fn find() -> Result<Self, Failure> {
        Ok(Self {
            by: std::env::var(REVIEWER).ok().filter(|name| !name.is_empty()),
            date: Some(today()?),
        })
    }

    /// The same as the ledger takes it.
    pub(crate) fn stamp(&self) -> Stamp<'_> {
        Stamp {
            by: self.by.as_deref(),
            date: self.date,
        }
    }
}

/// Writes `file` with `claims` in the place of those that have their ids; comments and
/// all other lines stay. The caller holds the lock from before the file was read.
pub(crate) fn write(file: &LedgerFile, claims: &[Claim]) -> Result<(), Failure> {
    let mut ledger = file.ledger.clone();
    for place in &mut ledger.claims {
        if let Some(new) = claims.iter().find(|new| new.id == place.id) {
            place.clone_from(new);
        }
    }
    let name = file.path.display().to_string();
    let document =
        Document::read(&file.text, &name).map_err(|findings| Failure::first(&findings))?;
    let text = document
        .rewrite(&ledger)
        .map_err(|refused| Failure::refused(&file.path, &refused))?;
    claimbook_ledger::write(&file.path, &text).map_err(|e| Failure::write(&e))?;
    Ok(())
}

/// "verdict open -> disputed, note, evidence".
pub(crate) fn told(old: &Claim, new: &Claim) -> String {
    let (was, is) = (&old.review, &new.review);
    let mut told = Vec::new();
    if was.reading != is.reading {
        told.push(format!("reading {} -> {}", was.reading, is.reading));
    }
    if was.verdict != is.verdict {
        told.push(format!("verdict {} -> {}", was.verdict, is.verdict));
    }
    let others = [
        (was.by != is.by, "by"),
        (was.note != is.note, "note"),
        (was.evidence != is.evidence, "evidence"),
        (old.fix != new.fix, "fix"),
        (was.saw != is.saw, "saw"),
    ];
    let changed = others.iter().filter(|(changed, _)| *changed);
    told.extend(changed.map(|(_, name)| (*name).to_owned()));
    if told.is_empty() {
        "nothing changed".to_owned()
    } else {
        told.join(", ")
    }
}
