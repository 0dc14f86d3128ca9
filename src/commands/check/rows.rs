//! The file of series, looked at.

use super::looked::Looked;
use crate::app::App;
use crate::error::Failure;
use crate::ledgers;
use crate::project::{Project, absolute};
use claimbook_ledger::decode;
use claimbook_ledger::series::{KnownClaims, SeriesDocument, check};
use std::io::ErrorKind;
use std::path::PathBuf;

/// Takes the file of series out of `paths`; whether it was there.
pub(super) fn take(paths: &mut Vec<PathBuf>, project: &Project) -> bool {
    let (series, before) = (absolute(&project.series_path()), paths.len());
    paths.retain(|path| absolute(path) != series);
    paths.len() < before
}

/// The claims of the whole ledger: those of `files` where these are all of it, and
/// could be opened.
pub(super) fn known(
    files: &[Looked],
    are_all: bool,
    project: &Project,
    app: &mut App,
) -> Result<KnownClaims, Failure> {
    let mut known = KnownClaims::default();
    if are_all {
        for file in files {
            known.join(file.known.clone());
        }
        return Ok(known);
    }
    let count = ledgers::paths(project, app)?.len();
    let read = ledgers::load(project, app)?;
    for file in &read {
        known.add(&file.ledger);
    }
    if read.len() < count {
        known.add_unreadable();
    }
    Ok(known)
}

/// What is wrong with the file of series; nothing where there is none, unless it was
/// `named`: then it has to be there.
pub(super) fn look(
    project: &Project,
    known: &KnownClaims,
    named: bool,
) -> Result<Option<Looked>, Failure> {
    let path = project.series_path();
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound && !named => return Ok(None),
        Err(error) => return Err(Failure::file("read", &path, &error)),
    };
    let name = path.display().to_string();
    let read = decode(&bytes, &name).and_then(|text| SeriesDocument::read(text, &name));
    let (readable, findings) = match read {
        Ok(document) => (true, check(&document, known)),
        Err(findings) => (false, findings),
    };
    Ok(Some(Looked::of_findings(&path, readable, findings)))
}
