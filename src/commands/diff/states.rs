//! Two states of the ledger, file by file.

use crate::app::App;
use crate::error::Failure;
use crate::git::Git;
use crate::ledgers;
use crate::project::Project;
use claimbook_ledger::Ledger;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A state of the ledger.
pub(super) enum State {
    /// In a commit.
    Revision {
        /// What the user calls it.
        name: String,
        /// The commit.
        commit: String,
    },
    /// The files as they are.
    Files,
}

impl State {
    /// The state that git knows as `name`.
    pub(super) fn revision(git: &Git, name: &str) -> Result<Self, Failure> {
        Ok(Self::Revision {
            name: name.to_owned(),
            commit: git.commit(name)?,
        })
    }

    fn commit(&self) -> Option<&str> {
        match self {
            Self::Revision { commit, .. } => Some(commit),
            Self::Files => None,
        }
    }
}

/// The two states of one ledger file; where it is not there, its article makes no claim.
pub(super) struct Pair {
    /// Below the claimbook: where it stands now, or stood.
    pub(super) path: String,
    pub(super) old: Ledger,
    pub(super) new: Ledger,
}

/// A ledger of the same article that holds nothing.
fn without_claims(ledger: &Ledger) -> Ledger {
    Ledger {
        article: ledger.article.clone(),
        claims: Vec::new(),
    }
}

/// The files that differ, in the order of their paths. A file that moved is told by its
/// article's id. Files that cannot be read are reported and left out.
pub(super) fn pairs(
    git: &Git,
    project: &Project,
    old: &State,
    new: &State,
    app: &mut App,
) -> Result<Vec<Pair>, Failure> {
    let below = project.relative(&project.claims());
    let below = Path::new(&below);
    let from = old.commit().unwrap_or("HEAD");
    let mut paths = git.changed(from, new.commit(), below)?;
    paths.retain(|path| ledgers::is_ledger(Path::new(path)));
    let unread = &mut BTreeSet::new();
    let mut olds = read(git, project, old, &paths, unread, app)?;
    let mut news = read(git, project, new, &paths, unread, app)?;
    olds.retain(|path, _| !unread.contains(path));
    news.retain(|path, _| !unread.contains(path));
    let stayed = |path: &String| news.contains_key(path);
    let moved: BTreeMap<String, String> = olds
        .iter()
        .filter(|(path, _)| !stayed(path))
        .map(|(path, ledger)| (ledger.article.id.clone(), path.clone()))
        .collect();
    let mut pairs = Vec::new();
    for (path, new) in news {
        let before = olds.remove(&path).or_else(|| {
            let elsewhere = moved.get(&new.article.id)?;
            olds.remove(elsewhere)
        });
        let old = before.unwrap_or_else(|| without_claims(&new));
        pairs.push(Pair { path, old, new });
    }
    pairs.extend(olds.into_iter().map(|(path, old)| {
        let new = without_claims(&old);
        Pair { path, old, new }
    }));
    pairs.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(pairs)
}

/// What those of `paths` say that are there in `state`.
fn read(
    git: &Git,
    project: &Project,
    state: &State,
    paths: &BTreeSet<String>,
    unread: &mut BTreeSet<String>,
    app: &mut App,
) -> Result<BTreeMap<String, Ledger>, Failure> {
    let below = project.relative(&project.claims());
    let there = match state {
        State::Revision { commit, .. } => git.files(commit, Path::new(&below))?,
        State::Files => {
            let there = paths.iter().filter(|p| project.root().join(p).is_file());
            there.cloned().collect()
        }
    };
    let mut ledgers = BTreeMap::new();
    for path in paths.intersection(&there) {
        let file = match state {
            State::Revision { name, commit } => {
                let shown = format!("{name}:{path}");
                ledgers::from_bytes(&git.show(commit, path)?, Path::new(&shown))
            }
            State::Files => ledgers::read(&project.root().join(path)),
        };
        match file {
            Ok(file) => {
                ledgers.insert(path.clone(), file.ledger);
            }
            Err(failures) => {
                unread.insert(path.clone());
                failures
                    .into_iter()
                    .try_for_each(|failure| app.report(failure))?;
            }
        }
    }
    Ok(ledgers)
}
