//! The file of a baseline: read, applied to what was found, written anew.

use super::CheckArgs;
use super::looked::Looked;
use crate::app::{App, Exit, count};
use crate::error::Failure;
use crate::project::Project;
use claimbook_ledger::{Baseline, Known};
use claimbook_report::json;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What was asked for, and where.
pub(super) struct Run<'r> {
    pub(super) args: &'r CheckArgs,
    pub(super) project: &'r Project,
}

impl Run<'_> {
    /// Whether what an entry speaks of was looked at. A file that cannot be read was
    /// not; a file that is gone was.
    fn looked_at(&self, files: &[Looked]) -> impl Fn(&Known) -> bool {
        let name = |file: &Looked| self.project.relative(&file.path);
        let (sound, broken): (Vec<_>, Vec<_>) = files.iter().partition(|f| f.readable);
        let sound: BTreeSet<String> = sound.into_iter().map(name).collect();
        let broken: BTreeSet<String> = broken.into_iter().map(name).collect();
        let (everything, articles) = (self.args.paths.is_empty(), !self.args.no_articles);
        move |known| {
            (sound.contains(&known.file) || everything && !broken.contains(&known.file))
                && (articles || !known.needs_article())
        }
    }
}

/// A baseline and its file.
pub(super) struct BaselineFile {
    path: PathBuf,
    baseline: Baseline,
}

impl BaselineFile {
    /// Reads the baseline at `path`; where it is to be written, it need not be there yet.
    pub(super) fn open(path: &Path, to_write: bool) -> Result<Self, Failure> {
        let text = match std::fs::read_to_string(path) {
            Err(error) if to_write && error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let message = format!("{}: there is no such baseline", path.display());
                return Err(Failure::new(message, "add --write-baseline to make it"));
            }
            read => read.map_err(|e| Failure::file("read", path, &e))?,
        };
        let baseline = Baseline::parse(&text, &path.display().to_string());
        Ok(Self {
            path: path.to_owned(),
            baseline: baseline.map_err(|e| Failure::baseline(&e))?,
        })
    }

    /// Takes out of `files` the findings that the baseline holds. How many those are.
    pub(super) fn pass_over(&mut self, files: &mut [Looked], run: &Run<'_>) -> usize {
        let mut passed_over = 0;
        for file in files.iter_mut().filter(|file| !file.findings.is_empty()) {
            let name = run.project.relative(&file.path);
            let before = file.findings.len();
            let findings = std::mem::take(&mut file.findings);
            file.findings = self.baseline.pass_over(findings, &name);
            passed_over += before - file.findings.len();
        }
        passed_over
    }

    /// The baseline with the entries that are no longer needed, as a file with findings.
    pub(super) fn unused(&self, files: &[Looked], run: &Run<'_>) -> Looked {
        let unused = self.baseline.unused(run.looked_at(files));
        Looked::of_findings(&self.path, true, unused)
    }

    /// Writes what was found in `files`, with the entries of what was not looked at.
    /// `all_read` tells whether every file that is meant could be opened.
    pub(super) fn write(
        &self,
        files: &[Looked],
        all_read: bool,
        run: &Run<'_>,
        app: &mut App,
    ) -> Result<Exit, Failure> {
        if !all_read {
            return Err(Failure::plain(
                "the baseline is as it was, since not every file could be read",
            ));
        }
        let looked_at = run.looked_at(files);
        let mut entries: Vec<Known> = self.baseline.unmet(|k| !looked_at(k)).cloned().collect();
        let mut left_out = 0;
        for (file, finding) in files
            .iter()
            .flat_map(|f| f.findings.iter().map(move |x| (f, x)))
        {
            if Known::may_hold(finding) {
                entries.push(Known::of(finding, &run.project.relative(&file.path)));
            } else {
                left_out += 1;
            }
        }
        entries.sort();
        let mut lines = Vec::new();
        for entry in &entries {
            json::write_line(&mut lines, entry).map_err(|e| Failure::output(&e))?;
        }
        let text = String::from_utf8_lossy(&lines);
        claimbook_ledger::write(&self.path, &text).map_err(|e| Failure::write(&e))?;
        let listed = count(entries.len(), "finding");
        app.note(&format!("{}: {listed} listed", self.path.display()))?;
        if left_out > 0 {
            let kept_from = count(left_out, "finding");
            app.warn(
                &format!("{kept_from} not listed: a file cannot be read for it"),
                "mend it; `claimbook check` shows where",
            )?;
        }
        Ok(Exit::Fine)
    }
}
