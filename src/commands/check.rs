//! `check`: the ledger against its format, its articles and itself.

mod baseline;
mod findings;
mod looked;
mod rows;
mod sarif;

use crate::app::{App, Exit, count};
use crate::args::JobsArgs;
use crate::error::Failure;
use crate::git;
use crate::ledgers;
use crate::project::Project;
use crate::work::Workers;
use baseline::{BaselineFile, Run};
use claimbook_ledger::{Finding, Level, doubles};
use claimbook_report::json;
use clap::{Args, ValueEnum};
use looked::{Looked, Looker};
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

/// Check ledger files against their format, their articles and each other
///
/// The rows that people keep in series.yaml are checked with them.
/// Exits with 1 when there is an error among the findings, whatever the format.
/// `claimbook rules NAME` explains a finding.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    claimbook check\n  \
    claimbook check --format github claims/trade-2022-02-17.yaml\n  \
    claimbook check --baseline baseline.jsonl --write-baseline")]
pub(crate) struct CheckArgs {
    /// Ledger files, or series.yaml; all of the claimbook by default
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print the findings
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: CheckFormat,
    /// The level from which findings make the exit code 1
    #[arg(long, value_name = "LEVEL", default_value = "error")]
    fail_on: FailOn,
    /// Pass over the findings that this file lists; entries no longer needed are told
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// List what is found now in that file instead of telling it
    ///
    /// Findings that keep a file from being read are not listed: they would hide what
    /// else is wrong with it. With PATHs, the entries of other files stay.
    #[arg(long, requires = "baseline", conflicts_with_all = ["format", "fail_on"])]
    write_baseline: bool,
    /// Look at the ledger alone, where the articles are kept elsewhere
    #[arg(long)]
    no_articles: bool,
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
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// Nothing that is found; only what keeps the check from being made.
    Never,
}

impl FailOn {
    /// Whether a finding of this level makes the exit code 1.
    fn fails(self, level: Level) -> bool {
        match self {
            Self::Error => level >= Level::Error,
            Self::Warning => level >= Level::Warning,
            Self::Never => false,
        }
    }
}

#[derive(serde::Serialize)]
struct AllFindings<'a> {
    findings: Vec<&'a Finding>,
}

pub(crate) fn run(args: &CheckArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    let mut paths = args.paths.clone();
    let all_asked = paths.is_empty();
    let series_named = rows::take(&mut paths, &project);
    if all_asked {
        paths = ledgers::paths(&project, app)?;
    }
    // Held from before the baseline is read until it is written.
    let _lock = match args.write_baseline {
        true => Some(project.lock(app)?),
        false => None,
    };
    let mut baseline = match &args.baseline {
        Some(path) => Some(BaselineFile::open(path, args.write_baseline)?),
        None => None,
    };
    let mut files = look(args, &paths, &project, app)?;
    add_doubles(&mut files);
    let mut all_read = files.len() == paths.len();
    let mut tally = Tally::of(&files);
    if series_named || all_asked {
        let known = rows::known(&files, all_asked && all_read, &project, app)?;
        match rows::look(&project, &known, series_named) {
            Ok(series) => files.extend(series),
            Err(failure) => {
                app.report(failure)?;
                all_read = false;
            }
        }
    }
    if let Some(baseline) = &mut baseline {
        let run = Run {
            args,
            project: &project,
        };
        if args.write_baseline {
            return baseline.write(&files, all_read, &run, app);
        }
        tally.passed_over = baseline.pass_over(&mut files, &run);
        let unused = baseline.unused(&files, &run);
        files.push(unused);
    }
    print(args.format, &files, &project, app)?;
    app.note(&summary(&files, &tally))?;
    let mut levels = all(&files).map(|finding| finding.level);
    let fails = levels.any(|level| args.fail_on.fails(level));
    Ok(if fails { Exit::Findings } else { Exit::Fine })
}

/// Every finding, file by file.
fn all(files: &[Looked]) -> impl Iterator<Item = &Finding> {
    files.iter().flat_map(|file| &file.findings)
}

/// Looks at the files at `paths`; one that cannot be opened is reported and left out.
fn look(
    args: &CheckArgs,
    paths: &[PathBuf],
    project: &Project,
    app: &mut App,
) -> Result<Vec<Looked>, Failure> {
    let workers = Workers::new(args.jobs)?;
    let looker = Looker::new(project, !args.no_articles);
    let mut files = Vec::with_capacity(paths.len());
    workers.in_order(
        paths,
        |path| looker.look(path),
        |_, looked: Result<Looked, Failure>| match looked {
            Ok(looked) => {
                files.push(looked);
                Ok(())
            }
            Err(failure) => app.report(failure),
        },
    )?;
    Ok(files)
}

/// Prints the findings of all files.
fn print(
    format: CheckFormat,
    files: &[Looked],
    project: &Project,
    app: &mut App,
) -> Result<(), Failure> {
    let top = git::top(project.root());
    let as_json = |text: io::Result<String>| text.map_err(|e| Failure::output(&e));
    match format {
        CheckFormat::Text => {
            for file in files.iter().filter(|file| !file.findings.is_empty()) {
                let bytes = std::fs::read(&file.path).unwrap_or_default();
                let text = String::from_utf8_lossy(&bytes);
                for finding in &file.findings {
                    app.out
                        .text(&findings::text(finding, &text, &app.terminal.style))?;
                }
            }
            Ok(())
        }
        CheckFormat::Json => {
            let findings = all(files).collect();
            let text = as_json(json::pretty(&AllFindings { findings }))?;
            app.out.text(&text)
        }
        CheckFormat::Github => {
            all(files).try_for_each(|finding| app.out.text(&findings::github(finding, &top)))
        }
        CheckFormat::Sarif => {
            let text = as_json(json::pretty(&sarif::log(all(files), project, &top)))?;
            app.out.text(&text)
        }
    }
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
        let name = file.path.display().to_string();
        file.findings
            .extend(by_file.remove(&name).unwrap_or_default());
    }
}

/// What was looked at.
struct Tally {
    files: usize,
    claims: usize,
    reviewed: usize,
    /// Findings that the baseline holds.
    passed_over: usize,
}

impl Tally {
    fn of(files: &[Looked]) -> Self {
        Self {
            files: files.len(),
            claims: files.iter().map(|file| file.claims).sum(),
            reviewed: files.iter().map(|file| file.reviewed).sum(),
            passed_over: 0,
        }
    }
}

/// "1 error, 2 warnings in 10 ledger files (46 claims, 12 reviewed), 3 findings of the baseline passed over".
fn summary(files: &[Looked], tally: &Tally) -> String {
    let levels = [Level::Error, Level::Warning, Level::Note];
    let levels = levels.map(|level| (all(files).filter(|f| f.level == level).count(), level));
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
    let passed_over = match tally.passed_over {
        0 => String::new(),
        n => format!(", {} of the baseline passed over", count(n, "finding")),
    };
    format!(
        "{found} in {} ({}, {} reviewed){passed_over}",
        count(tally.files, "ledger file"),
        count(tally.claims, "claim"),
        tally.reviewed,
    )
}
