//! `set`: a decision on a claim, from a script.

use crate::app::{App, Exit};
use crate::decisions::{self, Reviewer};
use crate::error::Failure;
use crate::ledgers;
use crate::project::Project;
use claimbook_ledger::{assignment, decide};
use claimbook_report::qualified_id;
use clap::Args;

/// Record a decision on a claim: reading, verdict, note, evidence, corrections
///
/// Keys: reading (open, ok, fixed, wrong); verdict (open, supported, disputed, false,
/// outdated, not_checkable); note; by; evidence (a URL, may be given several times);
/// fix.FIELD (value, unit, bound, kind, measure, place, period, name, role, why ...).
/// An empty value takes a decision, the note, the evidence or a correction back. What
/// was judged and the day are recorded too; `by` is taken from CLAIMBOOK_REVIEWER if
/// that is set; where it is not, an answer that changes takes the old name out.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    claimbook set trade-2022-02-17#c-7k2m9q4d verdict=disputed by=ann note='the ministry says 12%'\n  \
    claimbook set c-7k2m9q4d fix.value=49.5 fix.why='the table on page 3'")]
pub(crate) struct SetArgs {
    /// The claim: ARTICLE#c-..., or c-... where that is enough
    #[arg(value_name = "ID")]
    id: String,
    /// What to record
    #[arg(required = true, value_name = "KEY=VALUE")]
    changes: Vec<String>,
}

pub(crate) fn run(args: &SetArgs, app: &mut App) -> Result<Exit, Failure> {
    let changes = args.changes.iter().map(|change| assignment(change));
    let changes: Vec<(&str, &str)> = changes.collect::<Result<_, _>>().map_err(Failure::set)?;
    let project = Project::required()?;
    // Held from before the file is read until it is written.
    let _lock = project.lock(app)?;
    let files = ledgers::load_for(&args.id, &project, app)?;
    let (file, claim) = ledgers::find(&files, &args.id)?;
    let mut new = claim.clone();
    let reviewer = Reviewer::find()?;
    decide(&mut new, &changes, reviewer.stamp()).map_err(Failure::set)?;
    decisions::write(file, std::slice::from_ref(&new))?;
    app.note(&format!(
        "{}: {}",
        qualified_id(&file.ledger.article, claim),
        decisions::told(claim, &new)
    ))?;
    Ok(Exit::Fine)
}
