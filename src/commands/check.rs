//! `check`: the ledger against its format, its articles and itself.

mod findings;
mod looked;

use crate::app::{App, Exit, count};
use crate::args::JobsArgs;
use crate::error::Failure;
use crate::ledgers;
use crate::project::Project;
use crate::work::Workers;
use claimbook_ledger::{Finding, Level, doubles};
use claimbook_report::json;
use clap::{Args, ValueEnum};
use looked::{Looked, Looker};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Check ledger files against their format, their articles and each other
///
/// Exits with 1 when there is an error among the findings. `claimbook rules NAME`
/// explains a finding.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    claimbook check\n  \
    claimbook check --format github claims/trade-2022-02-17.yaml")]
pub(crate) struct CheckArgs {
    /// Ledger files; all of the claimbook by default
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print the findings
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: CheckFormat,
    #[command(flatten)]
    jobs: JobsArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CheckFormat {
    /// With the lines that they are about.
    Text,
    /// For programs.
    Json,
    /// For annotations in a pull request on GitHub.
    Github,
}

#[derive(serde::Serialize)]
struct AllFindings<'a> {
    findings: Vec<&'a Finding>,
}

pub(crate) fn run(args: &CheckArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    let paths = if args.paths.is_empty() {
        ledgers::paths(&project, app)?
    } else {
        args.paths.clone()
    };
    let workers = Workers::new(args.jobs)?;
    let looker = Looker::new(&project);
    let mut files = Vec::with_capacity(paths.len());
    workers.in_order(
        &paths,
        |path| looker.look(path),
        |_, looked: Result<Looked, Failure>| match looked {
            Ok(looked) => {
                files.push(looked);
                Ok(())
            }
            Err(failure) => app.report(failure),
        },
    )?;
    add_doubles(&mut files);
    let all: Vec<&Finding> = files.iter().flat_map(|file| &file.findings).collect();
    let errors = all.iter().any(|finding| finding.level == Level::Error);
    match args.format {
        CheckFormat::Text => {
            for file in &files {
                for finding in &file.findings {
                    app.out
                        .text(&findings::text(finding, &file.text, &app.terminal.style))?;
                }
            }
        }
        CheckFormat::Json => {
            let text = json::pretty(&AllFindings { findings: all });
            app.out.text(&text.map_err(|e| Failure::output(&e))?)?;
        }
        CheckFormat::Github => {
            for finding in all {
                app.out.text(&findings::github(finding))?;
            }
        }
    }
    app.note(&summary(&files))?;
    Ok(if errors { Exit::Findings } else { Exit::Fine })
}

/// Adds what only all files together show.
fn add_doubles(files: &mut [Looked]) {
    let heads: Vec<_> = files.iter().filter_map(|file| file.head.clone()).collect();
    let mut by_file: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    for finding in doubles(&heads) {
        by_file
            .entry(finding.file.clone())
            .or_default()
            .push(finding);
    }
    for file in files {
        file.findings
            .extend(by_file.remove(&file.name).unwrap_or_default());
    }
}

/// "1 error, 2 warnings in 10 ledger files (46 claims, 12 reviewed)".
fn summary(files: &[Looked]) -> String {
    let levels = [Level::Error, Level::Warning, Level::Note].map(|level| {
        let all = files.iter().flat_map(|file| &file.findings);
        (all.filter(|finding| finding.level == level).count(), level)
    });
    let found: Vec<String> = levels
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, level)| count(*n, level.as_str()))
        .collect();
    let found = if found.is_empty() {
        "nothing to report".to_owned()
    } else {
        found.join(", ")
    };
    let claims = files.iter().map(|file| file.claims).sum();
    let reviewed: usize = files.iter().map(|file| file.reviewed).sum();
    format!(
        "{found} in {} ({}, {reviewed} reviewed)",
        count(files.len(), "ledger file"),
        count(claims, "claim")
    )
}
