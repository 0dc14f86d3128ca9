//! What git knows, asked of the `git` command itself.

use crate::error::Failure;
use crate::project::{absolute, with_slashes};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A commit, as a history names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Commit {
    /// Its whole name.
    pub(crate) name: String,
    /// Its short name.
    pub(crate) short: String,
    /// The day on which it was made.
    pub(crate) date: String,
    /// Who made it.
    pub(crate) author: String,
}

impl Commit {
    /// Four fields with tabs between them; an author may have tabs.
    fn read(line: &str) -> Option<Self> {
        let mut fields = line.trim().splitn(4, '\t').map(str::to_owned);
        Some(Self {
            name: fields.next()?,
            short: fields.next()?,
            date: fields.next()?,
            author: fields.next()?,
        })
    }
}

/// A git repository, seen from a folder in it.
#[derive(Debug)]
pub(crate) struct Git {
    folder: PathBuf,
}

impl Git {
    /// The repository around `folder`.
    pub(crate) fn around(folder: &Path) -> Result<Self, Failure> {
        let git = Self {
            folder: absolute(folder),
        };
        git.ask(&["rev-parse", "--git-dir"])?;
        Ok(git)
    }

    /// The commit that `revision` names.
    pub(crate) fn commit(&self, revision: &str) -> Result<String, Failure> {
        let named = format!("{revision}^{{commit}}");
        let args = ["rev-parse", "--verify", "--end-of-options", &named];
        let found = self.ask(&args).map_err(|failure| match failure {
            Failure::Problem(_) => Failure::new(
                format!("git knows no revision `{revision}`"),
                "name a branch, a tag or a commit; two of them are two arguments, not `a..b`",
            ),
            Failure::ClosedPipe => failure,
        })?;
        Ok(String::from_utf8_lossy(&found).trim().to_owned())
    }

    /// The files below `below` that differ from `old` to `new`, or to the working tree,
    /// files there that git does not follow included. All paths are relative to the folder.
    pub(crate) fn changed(
        &self,
        old: &str,
        new: Option<&str>,
        below: &Path,
    ) -> Result<BTreeSet<String>, Failure> {
        let below = with_slashes(below);
        let mut args = vec![
            "diff",
            "--name-only",
            "--no-renames",
            "--relative",
            "-z",
            old,
        ];
        args.extend(new);
        let mut paths = names(&self.ask(&[&args[..], &["--", &below]].concat())?);
        if new.is_none() {
            let others = self.ask(&["ls-files", "--others", "-z", "--", &below])?;
            paths.append(&mut names(&others));
        }
        Ok(paths)
    }

    /// The files below `below` in a commit, relative to the folder.
    pub(crate) fn files(&self, commit: &str, below: &Path) -> Result<BTreeSet<String>, Failure> {
        let below = with_slashes(below);
        let args = ["ls-tree", "-r", "-z", "--name-only", commit, "--", &below];
        Ok(names(&self.ask(&args)?))
    }

    /// The bytes of a file in a commit; `path` is relative to the folder.
    pub(crate) fn show(&self, commit: &str, path: &str) -> Result<Vec<u8>, Failure> {
        self.ask(&["show", &format!("{commit}:./{path}")])
    }

    /// Whether commits before some of those here are elsewhere.
    pub(crate) fn is_shallow(&self) -> Result<bool, Failure> {
        let said = self.ask(&["rev-parse", "--is-shallow-repository"])?;
        Ok(said.trim_ascii() == b"true")
    }

    /// The newest `limit` commits that changed the file `path`, which is relative to the
    /// folder, newest first.
    pub(crate) fn log(&self, path: &str, limit: usize) -> Result<Vec<Commit>, Failure> {
        let limit = format!("--max-count={limit}");
        let form = "--format=%H%x09%h%x09%as%x09%aN";
        let lines = self.ask(&["log", "-z", &limit, form, "--", path])?;
        let text = String::from_utf8_lossy(&lines);
        Ok(text.split('\0').filter_map(Commit::read).collect())
    }

    /// Sets a value in the settings of this repository alone.
    pub(crate) fn configure(&self, key: &str, value: &str) -> Result<(), Failure> {
        self.ask(&["config", "--local", key, value]).map(drop)
    }

    /// Runs git and gives its output; what it complains of is the failure.
    fn ask<S: AsRef<OsStr>>(&self, args: &[S]) -> Result<Vec<u8>, Failure> {
        let mut command = Command::new("git");
        command.args(args).current_dir(&self.folder);
        // Complaints in English, paths as they stand.
        command.env("LC_ALL", "C").env("GIT_LITERAL_PATHSPECS", "1");
        let output = command.stdin(Stdio::null()).output();
        let output = output.map_err(|error| not_run(&error))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let first = said.lines().next().unwrap_or("it failed without a word");
        let reason = first.strip_prefix("fatal: ").unwrap_or(first);
        Err(Failure::new(
            format!("git: {reason}"),
            "this needs a claimbook that is kept in a git repository; `git status` tells more",
        ))
    }
}

/// The top folder of the repository around `folder`, without asking git; `folder` itself
/// if there is none. Other programs name files as they stand below it.
pub(crate) fn top(folder: &Path) -> PathBuf {
    let folder = absolute(folder);
    let top = folder.ancestors().find(|above| above.join(".git").exists());
    top.unwrap_or(&folder).to_owned()
}

/// Merges the lines of three files into `ours`, as git does without a driver, and
/// leaves marks where it cannot. Whether it could.
pub(crate) fn merge_lines(base: &Path, ours: &Path, theirs: &Path) -> Result<bool, Failure> {
    let mut command = Command::new("git");
    command.args(["merge-file", "-L", "ours", "-L", "base", "-L", "theirs"]);
    command.args([ours, base, theirs]);
    let status = command.stdin(Stdio::null()).status();
    match status.map_err(|error| not_run(&error))?.code() {
        Some(0) => Ok(true),
        // The number of conflicts.
        Some(1..=127) => Ok(false),
        _ => Err(Failure::plain("git could not merge the files line by line")),
    }
}

/// Git could not be started.
fn not_run(error: &std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::NotFound => Failure::new(
            "the command `git` is not found",
            "install git, or add its folder to PATH",
        ),
        _ => Failure::file("run", Path::new("git"), error),
    }
}

/// Names that are ended by NUL.
fn names(bytes: &[u8]) -> BTreeSet<String> {
    let names = bytes.split(|byte| *byte == 0);
    names
        .filter(|name| !name.is_empty())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_may_hold_anything_but_nul() {
        let names = super::names(b"b c.yaml\0a\nb.yaml\0");
        assert_eq!(Vec::from_iter(names), ["a\nb.yaml", "b c.yaml"]);
    }
}
