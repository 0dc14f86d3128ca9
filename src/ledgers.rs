//! The ledger files of a claimbook, read.

use crate::app::App;
use crate::args::JobsArgs;
use crate::error::Failure;
use crate::named::{self, Candidate};
use crate::project::Project;
use crate::walk;
use crate::work::Workers;
use claimbook_article::id_is_safe;
use claimbook_ledger::{Ledger, decode, parse};
use claimbook_model::Claim;
use std::path::{Path, PathBuf};

/// A ledger file and what it says.
#[derive(Debug)]
pub(crate) struct LedgerFile {
    /// Where it stands.
    pub(crate) path: PathBuf,
    /// Its text.
    pub(crate) text: String,
    /// What it says.
    pub(crate) ledger: Ledger,
}

/// The ledger files of `project`, in the order of their paths.
pub(crate) fn paths(project: &Project, app: &mut App) -> Result<Vec<PathBuf>, Failure> {
    let folder = project.claims();
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    walk::files_below(&folder, is_ledger, app)
}

/// Whether a file of this name is a ledger file.
pub(crate) fn is_ledger(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "yaml")
}

/// Reads all of them. Those that cannot be used are reported, finding by finding,
/// and left out.
pub(crate) fn load(project: &Project, app: &mut App) -> Result<Vec<LedgerFile>, Failure> {
    let paths = paths(project, app)?;
    load_these(&paths, app)
}

/// Reads what can hold the claim that `id` names: the file of the article if that is
/// named too, else all.
pub(crate) fn load_for(
    id: &str,
    project: &Project,
    app: &mut App,
) -> Result<Vec<LedgerFile>, Failure> {
    let article = id.rsplit_once('#').map(|(article, _)| article);
    let path = article
        .filter(|id| id_is_safe(id))
        .map(|id| project.ledger_path(id));
    match path.filter(|path| path.is_file()) {
        Some(path) => load_these(&[path], app),
        None => load(project, app),
    }
}

/// Every ledger file of the claimbook that can be read; of the others it is only told
/// how many they are, since `check` names them.
pub(crate) fn all_readable(project: &Project, app: &mut App) -> Result<Vec<Ledger>, Failure> {
    let paths = paths(project, app)?;
    let read = paths.iter().filter_map(|path| read(path).ok());
    let ledgers: Vec<Ledger> = read.map(|file| file.ledger).collect();
    let unread = paths.len() - ledgers.len();
    if unread > 0 {
        app.warn(
            &format!("{unread} of {} ledger files cannot be read", paths.len()),
            "`claimbook check` tells why; their claims are not among those of other articles",
        )?;
    }
    Ok(ledgers)
}

fn load_these(paths: &[PathBuf], app: &mut App) -> Result<Vec<LedgerFile>, Failure> {
    let workers = Workers::new(JobsArgs { jobs: None })?;
    let mut files = Vec::with_capacity(paths.len());
    workers.in_order(
        paths,
        |path| read(path),
        |_, file| match file {
            Ok(file) => {
                files.push(file);
                Ok(())
            }
            Err(failures) => failures
                .into_iter()
                .try_for_each(|failure| app.report(failure)),
        },
    )?;
    Ok(files)
}

/// Reads one of them.
pub(crate) fn read(path: &Path) -> Result<LedgerFile, Vec<Failure>> {
    let bytes = std::fs::read(path).map_err(|e| vec![Failure::file("read", path, &e)])?;
    from_bytes(&bytes, path)
}

/// The same from the bytes of a file that messages call `path`.
pub(crate) fn from_bytes(bytes: &[u8], path: &Path) -> Result<LedgerFile, Vec<Failure>> {
    let name = path.display().to_string();
    let read = decode(bytes, &name).and_then(|text| {
        let ledger = parse(text, &name)?;
        Ok((text.to_owned(), ledger))
    });
    let (text, ledger) =
        read.map_err(|findings| findings.iter().map(Failure::ledger).collect::<Vec<_>>())?;
    Ok(LedgerFile {
        path: path.to_owned(),
        text,
        ledger,
    })
}

/// The one claim that `id` names: `ARTICLE#c-...`, or `c-...` alone where only one
/// article has it.
pub(crate) fn find<'f>(
    files: &'f [LedgerFile],
    id: &str,
) -> Result<(&'f LedgerFile, &'f Claim), Failure> {
    let claims = files
        .iter()
        .flat_map(|file| file.ledger.claims.iter().map(move |claim| (file, claim)));
    let claims: Vec<_> = claims.collect();
    let named: Vec<Candidate<'_>> = claims
        .iter()
        .map(|(file, claim)| (&file.ledger.article, *claim))
        .collect();
    Ok(claims[named::by_id(id, &named)?])
}
