//! From the paths of the command line to the article files behind them.
//!
//! Folders are read to the bottom, in the order of their names, whatever
//! `.gitignore` says: an archive that is kept out of git is still an archive.
//! Links are followed, loops of links are not, and what is no file is passed over
//! with a word.

use crate::app::App;
use crate::error::Failure;
use claimbook_article::Format;
use ignore::{DirEntry, WalkBuilder};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// A file, and the folder of the command line that it was found under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    /// `None` for a file that was named itself.
    pub(crate) folder: Option<PathBuf>,
}

/// The article files behind `path`. A missing path, and a folder without
/// articles, is reported.
pub(crate) fn articles(path: &Path, app: &mut App) -> Result<Vec<Found>, Failure> {
    match std::fs::metadata(path) {
        Err(error) => {
            app.report(Failure::file("read", path, &error))?;
            Ok(Vec::new())
        }
        Ok(found) if found.is_dir() => {
            let files = files_below(path, is_article, app)?;
            if files.is_empty() {
                app.report(Failure::new(
                    format!("{}: no articles in this folder", path.display()),
                    "articles are files that end in .txt, .md, .html or .htm",
                ))?;
            }
            let found = |file| Found {
                path: file,
                folder: Some(path.to_owned()),
            };
            Ok(files.into_iter().map(found).collect())
        }
        Ok(_) => Ok(vec![Found {
            path: path.to_owned(),
            folder: None,
        }]),
    }
}

/// All files below `folder` whose names are `wanted`, hidden ones left out, in the
/// order of their paths.
pub(crate) fn files_below(
    folder: &Path,
    wanted: fn(&Path) -> bool,
    app: &mut App,
) -> Result<Vec<PathBuf>, Failure> {
    let mut walk = WalkBuilder::new(folder);
    walk.standard_filters(false).hidden(true).follow_links(true);
    walk.sort_by_file_name(OsStr::cmp);
    let mut files = Vec::new();
    for entry in walk.build() {
        match entry {
            Err(error) => app.warn(
                &format!("passed over: {error}"),
                "links that lead in a circle or nowhere are not followed",
            )?,
            Ok(entry) if !wanted(entry.path()) || is_folder(&entry) => {}
            Ok(entry) if is_file(&entry) => files.push(entry.into_path()),
            Ok(entry) => app.warn(
                &format!("{}: passed over, it is not a file", entry.path().display()),
                "name a pipe itself to have it read",
            )?,
        }
    }
    Ok(files)
}

fn is_folder(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_dir())
}

fn is_file(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file())
}

/// Whether a file of this name holds an article.
fn is_article(path: &Path) -> bool {
    path.to_str().and_then(Format::of_path).is_some()
}
