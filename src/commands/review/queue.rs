//! Which claims a review is about.

use crate::error::Failure;
use crate::filter::Filter;
use crate::ledgers::{self, LedgerFile};
use crate::project::{Project, absolute};
use claimbook_ledger::is_stale;
use claimbook_model::{Claim, Reading, Verdict};
use std::path::{Path, PathBuf};

/// A claim by the number of its ledger file and its own number in it.
pub(super) type Place = (usize, usize);

/// What the command line asks for.
pub(super) struct Wanted<'w> {
    /// Claims, articles and files; none stands for all.
    pub(super) names: &'w [String],
    /// Claims that are decided on too.
    pub(super) all: bool,
    /// The filters.
    pub(super) filter: &'w Filter,
}

/// The claims to review, by file and place in it. Where no filter asks about decisions,
/// those that need one: nobody has decided, or the claim has changed since. A claim that
/// is named needs no reason.
pub(super) fn queue(
    wanted: &Wanted<'_>,
    files: &[LedgerFile],
    project: &Project,
) -> Result<Vec<Place>, Failure> {
    let names: Vec<Name<'_>> = wanted.names.iter().map(|n| Name::new(n, project)).collect();
    for name in &names {
        name.known(files)?;
    }
    let any_state = wanted.all || wanted.filter.asks_about_decisions();
    let mut places = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let whole = names.is_empty() || names.iter().any(|name| name.is_file(file));
        for (at, claim) in file.ledger.claims.iter().enumerate() {
            let named = names.iter().any(|name| name.is_claim(file, claim));
            let meant = named || (whole && (any_state || is_open(claim)));
            if meant && wanted.filter.takes(&file.ledger.article, claim) {
                places.push((number, at));
            }
        }
    }
    Ok(places)
}

/// Whether a claim waits for a decision: nobody has made one, or it was made when the
/// claim read otherwise. What an article no longer says can wait.
pub(super) fn is_open(claim: &Claim) -> bool {
    let review = &claim.review;
    let undecided = review.reading == Reading::Open && review.verdict == Verdict::Open;
    !claim.gone && (undecided || is_stale(claim))
}

/// What a person called a claim, an article or a file.
struct Name<'n> {
    name: &'n str,
    /// The file of this name, whole and below the claimbook.
    path: Option<(PathBuf, String)>,
}

impl<'n> Name<'n> {
    fn new(name: &'n str, project: &Project) -> Self {
        let path = Path::new(name);
        let path = path
            .exists()
            .then(|| (absolute(path), project.relative(path)));
        Self { name, path }
    }

    /// Refuses a name that is nobody's, or a claim's in several articles.
    fn known(&self, files: &[LedgerFile]) -> Result<(), Failure> {
        let name = self.name;
        if files.iter().any(|file| self.is_file(file)) {
            return Ok(());
        }
        if name.contains('#') || name.starts_with("c-") {
            return ledgers::find(files, name).map(|_| ());
        }
        Err(Failure::new(
            format!("no article, ledger file or claim is called `{name}`"),
            "`claimbook list` shows the articles and their claims",
        ))
    }

    /// Whether it is the name of an article, of its file, or of its ledger file.
    fn is_file(&self, file: &LedgerFile) -> bool {
        let article = &file.ledger.article;
        let is_path = |(whole, below): &(PathBuf, String)| {
            article.path.as_ref() == Some(below) || absolute(&file.path) == *whole
        };
        self.name == article.id || self.path.as_ref().is_some_and(is_path)
    }

    fn is_claim(&self, file: &LedgerFile, claim: &Claim) -> bool {
        match self.name.rsplit_once('#') {
            Some((article, id)) => article == file.ledger.article.id && id == claim.id,
            None => self.name == claim.id,
        }
    }
}
