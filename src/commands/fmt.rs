//! `fmt`: ledger files in their one canonical form.

use crate::app::{App, Exit, count};
use crate::error::Failure;
use crate::ledgers::{self, LedgerFile};
use crate::project::Project;
use claimbook_ledger::Document;
use clap::Args;
use std::path::PathBuf;

/// Write ledger files in their canonical form; comments are kept
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  claimbook fmt\n  claimbook fmt --check")]
pub(crate) struct FmtArgs {
    /// Ledger files; all of the claimbook by default
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write nothing; exit with 1 if a file would change
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(args: &FmtArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    let _lock = if args.check {
        None
    } else {
        Some(project.lock(app)?)
    };
    let paths = if args.paths.is_empty() {
        ledgers::paths(&project, app)?
    } else {
        args.paths.clone()
    };
    let mut changed = 0;
    for path in &paths {
        match ledgers::read(path) {
            Ok(file) => changed += usize::from(format(&file, args.check, app)?),
            Err(failures) => failures
                .into_iter()
                .try_for_each(|failure| app.report(failure))?,
        }
    }
    let done = if args.check {
        "not in canonical form"
    } else {
        "written"
    };
    let files = count(paths.len(), "ledger file");
    app.note(&format!("{changed} of {files} {done}"))?;
    let found = args.check && changed > 0;
    Ok(if found { Exit::Findings } else { Exit::Fine })
}

/// Formats one file, and names it if that changes it. Whether it does.
fn format(file: &LedgerFile, check: bool, app: &mut App) -> Result<bool, Failure> {
    let name = file.path.display().to_string();
    let document =
        Document::read(&file.text, &name).map_err(|findings| Failure::first(&findings))?;
    let text = match document.format() {
        Ok(text) => text,
        Err(refused) => {
            return app
                .report(Failure::refused(&file.path, &refused))
                .map(|()| false);
        }
    };
    if text == file.text {
        return Ok(false);
    }
    if !check && let Err(error) = claimbook_ledger::write(&file.path, &text) {
        return app.report(Failure::write(&error)).map(|()| false);
    }
    app.out
        .text(&format!("{}\n", claimbook_report::one_line(&name)))?;
    Ok(true)
}
