//! `git-setup`: git shows and merges ledger files claim by claim.

use crate::app::{App, Exit};
use crate::attributes;
use crate::error::Failure;
use crate::git::Git;
use crate::project::Project;
use crate::shell::quoted;
use clap::Args;

/// Have git show and merge ledger files claim by claim
///
/// Adds a line to .gitattributes, which is meant to be committed, and three settings
/// to the configuration of this repository, which everybody makes for themselves:
/// `git diff` then shows ledger files in a short form, and `git merge` joins them by
/// claim and field. Where two people decided differently it leaves a conflict.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimbook git-setup")]
pub(crate) struct GitSetupArgs {}

/// The settings, as `git config` takes them.
const SETTINGS: [(&str, &str); 3] = [
    ("diff.claimbook.textconv", "claimbook textconv"),
    ("merge.claimbook.name", "ledger files by claim and field"),
    (
        "merge.claimbook.driver",
        "claimbook merge-driver %O %A %B %P",
    ),
];

pub(crate) fn run(app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    let git = Git::around(project.root())?;
    let claims = project.relative(&project.claims());
    let line = format!(
        "{} text eol=lf diff=claimbook merge=claimbook",
        pattern(&claims)
    );
    let path = project.root().join(attributes::FILE);
    if attributes::add(project.root(), &line)? {
        app.note(&format!("{}: added `{line}`", path.display()))?;
    } else {
        app.note(&format!("{}: has its line already", path.display()))?;
    }
    app.note("in the configuration of this repository alone:")?;
    for (key, value) in SETTINGS {
        app.note(&format!("  git config --local {key} '{value}'"))?;
        git.configure(key, value)?;
    }
    app.next(&format!("git add {}", quoted(&path.display().to_string())))?;
    Ok(Exit::Fine)
}

/// All ledger files below the folder `claims`; in quotes if it needs them.
fn pattern(claims: &str) -> String {
    let pattern = format!("{claims}/**/*.yaml");
    if pattern.contains(char::is_whitespace) {
        format!("\"{pattern}\"")
    } else {
        pattern
    }
}
