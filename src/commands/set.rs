//! `set`: a decision on a claim, from a script.

use crate::app::{App, Exit};
use crate::clock::today;
use crate::error::Failure;
use crate::ledgers;
use crate::project::Project;
use claimbook_ledger::{Document, Stamp, assignment, decide};
use claimbook_model::Claim;
use claimbook_report::qualified_id;
use clap::Args;

/// Record a decision on a claim: reading, verdict, note, evidence, corrections
///
/// Keys: reading (open, ok, fixed, wrong); verdict (open, supported, disputed, false,
/// outdated, not_checkable); note; by; evidence (a URL, may be given several times);
/// fix.FIELD (value, unit, bound, kind, measure, place, period, name, role, why ...).
/// An empty value takes a decision, the evidence or a correction back. What was judged
/// and the day are recorded too; `by` is taken from CLAIMBOOK_REVIEWER if that is set.
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

/// The reviewer, where `by` is not given.
const REVIEWER: &str = "CLAIMBOOK_REVIEWER";

pub(crate) fn run(args: &SetArgs, app: &mut App) -> Result<Exit, Failure> {
    let changes = args.changes.iter().map(|change| assignment(change));
    let changes: Vec<(&str, &str)> = changes.collect::<Result<_, _>>().map_err(Failure::set)?;
    let project = Project::required()?;
    // Held from before the file is read until it is written.
    let _lock = project.lock(app)?;
    let files = ledgers::load_for(&args.id, &project, app)?;
    let (file, claim) = ledgers::find(&files, &args.id)?;
    let reviewer = std::env::var(REVIEWER).ok().filter(|name| !name.is_empty());
    let stamp = Stamp {
        by: reviewer.as_deref(),
        date: Some(today()?),
    };
    let mut new = claim.clone();
    decide(&mut new, &changes, stamp).map_err(Failure::set)?;
    let mut ledger = file.ledger.clone();
    for place in ledger.claims.iter_mut().filter(|c| c.id == claim.id) {
        place.clone_from(&new);
    }
    let name = file.path.display().to_string();
    let document =
        Document::read(&file.text, &name).map_err(|findings| Failure::first(&findings))?;
    let text = document
        .rewrite(&ledger)
        .map_err(|refused| Failure::refused(&file.path, &refused))?;
    claimbook_ledger::write(&file.path, &text).map_err(|e| Failure::write(&e))?;
    app.note(&format!(
        "{}: {}",
        qualified_id(&file.ledger.article, claim),
        told(claim, &new)
    ))?;
    Ok(Exit::Fine)
}

/// "verdict open -> disputed, note, evidence".
fn told(old: &Claim, new: &Claim) -> String {
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
