//! `merge-driver`: what git calls to merge a ledger file; `git-setup` tells it to.

use crate::app::{App, Exit};
use crate::error::Failure;
use crate::git::merge_lines;
use claimbook_ledger::{Document, Merged, decode, merge};
use clap::Args;
use std::path::{Path, PathBuf};

/// Merge a ledger file for git: `claimbook git-setup` arranges for it
///
/// Exits with 1 if a conflict is left between marks.
#[derive(Debug, Args)]
#[command(hide = true)]
pub(crate) struct MergeDriverArgs {
    /// The file as both sides found it; empty if both added it
    base: PathBuf,
    /// Our side; the result is written here
    ours: PathBuf,
    /// Their side
    theirs: PathBuf,
    /// What messages call the file
    name: String,
}

pub(crate) fn run(args: &MergeDriverArgs, app: &mut App) -> Result<Exit, Failure> {
    let read = |path: &Path| std::fs::read(path).map_err(|e| Failure::file("read", path, &e));
    let sides = [read(&args.base)?, read(&args.ours)?, read(&args.theirs)?];
    let merged = match merged(&args.name, &sides) {
        Ok(merged) => merged,
        Err(why) => {
            let help = "its lines are merged as git merges any text; look at the result";
            app.warn(&why, help)?;
            let clean = merge_lines(&args.base, &args.ours, &args.theirs)?;
            return Ok(if clean { Exit::Fine } else { Exit::Findings });
        }
    };
    std::fs::write(&args.ours, &merged.text).map_err(|e| Failure::file("write", &args.ours, &e))?;
    for conflict in &merged.conflicts {
        let claim = conflict.claim.as_deref().unwrap_or("article");
        let message = format!(
            "{}: both sides changed {claim}: {}",
            args.name, conflict.field
        );
        app.warn(&message, "choose between the marks in the file")?;
    }
    Ok(if merged.conflicts.is_empty() {
        Exit::Fine
    } else {
        Exit::Findings
    })
}

/// The merge of base, ours and theirs, or why there is none.
fn merged(name: &str, [base, ours, theirs]: &[Vec<u8>; 3]) -> Result<Merged, String> {
    let base = match base.is_empty() {
        true => None,
        false => Some(document(base, name, "base")?),
    };
    let (ours, theirs) = (
        document(ours, name, "ours")?,
        document(theirs, name, "theirs")?,
    );
    merge(base.as_ref(), &ours, &theirs, ("ours", "theirs"))
        .map_err(|refused| format!("{name}:{}:1: {}", refused.line, refused.message))
}

fn document<'t>(bytes: &'t [u8], name: &'t str, side: &str) -> Result<Document<'t>, String> {
    let document = decode(bytes, name).and_then(|text| Document::read(text, name));
    document.map_err(|findings| match findings.first() {
        Some(f) => format!("{name}:{}:{} ({side}): {}", f.line, f.column, f.message),
        None => format!("{name} ({side}): it cannot be read"),
    })
}
