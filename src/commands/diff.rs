//! `diff`: what changed in claims between two states of the ledger that git knows.

mod states;

use crate::app::{App, Exit};
use crate::error::Failure;
use crate::git::Git;
use crate::project::Project;
use crate::told;
use claimbook_ledger::{Change, diff};
use claimbook_report::{ArticleChanges, changes_markdown, changes_summary, changes_table, json};
use clap::{Args, ValueEnum};
use serde::Serialize;
use states::{Pair, State};

/// Show what changed in claims, between revisions or since one
///
/// Without a revision, HEAD is compared with the files as they are; with one, that
/// revision; with two, the first with the second. Claims that were added, removed or
/// reworded, figures with the difference, reviews, and verdicts that went stale.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    claimbook diff\n  \
    claimbook diff main HEAD --format markdown\n  \
    claimbook diff --exit-code v1.0 && echo 'nothing changed'")]
pub(crate) struct DiffArgs {
    /// The older revision, as git names it; HEAD by default
    #[arg(value_name = "OLD")]
    old: Option<String>,
    /// The newer revision; the files as they are by default
    #[arg(value_name = "NEW")]
    new: Option<String>,
    /// How to print the changes
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: DiffFormat,
    /// Exit with 1 if something changed
    #[arg(long)]
    exit_code: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// For reading.
    Table,
    /// For a comment on a pull request.
    Markdown,
    /// For programs.
    Json,
}

/// What changed in one ledger file, in JSON.
#[derive(Serialize)]
struct FileChanges<'a> {
    /// Below the claimbook, as it is now.
    file: &'a str,
    article: &'a str,
    changes: &'a [Change],
}

#[derive(Serialize)]
struct AllChanges<'a> {
    files: Vec<FileChanges<'a>>,
}

pub(crate) fn run(args: &DiffArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    let git = Git::around(project.root())?;
    let old = State::revision(&git, args.old.as_deref().unwrap_or("HEAD"))?;
    let new = match &args.new {
        Some(revision) => State::revision(&git, revision)?,
        None => State::Files,
    };
    let pairs = states::pairs(&git, &project, &old, &new, app)?;
    let changed: Vec<(&Pair, Vec<Change>)> = pairs
        .iter()
        .map(|pair| (pair, diff(&pair.old, &pair.new)))
        .filter(|(_, changes)| !changes.is_empty())
        .collect();
    let told: Vec<ArticleChanges<'_>> = changed
        .iter()
        .map(|(pair, changes)| told::article(&pair.old, &pair.new, changes))
        .collect();
    let text = match args.format {
        DiffFormat::Table => changes_table(&told, &app.terminal.style),
        DiffFormat::Markdown => changes_markdown(&told),
        DiffFormat::Json => as_json(&changed)?,
    };
    app.out.text(&text)?;
    if args.format != DiffFormat::Markdown {
        app.note(&changes_summary(&told))?;
    }
    let found = args.exit_code && !changed.is_empty();
    Ok(if found { Exit::Findings } else { Exit::Fine })
}

fn as_json(changed: &[(&Pair, Vec<Change>)]) -> Result<String, Failure> {
    let files = changed.iter().map(|(pair, changes)| FileChanges {
        file: &pair.path,
        article: &pair.new.article.id,
        changes,
    });
    let all = AllChanges {
        files: files.collect(),
    };
    json::pretty(&all).map_err(|e| Failure::output(&e))
}
