//! Which claims a review is about.

use crate::error::Failure;
use crate::filter::Filter;
use crate::ledgers::LedgerFile;
use crate::project::{Project, absolute};
use claimbook_ledger::is_stale;
use claimbook_model::{Claim, Reading, Verdict};
use std::path::Path;

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
    for name in wanted.names {
        known(name, files, project)?;
    }
    let any_state = wanted.all || wanted.filter.asks_about_decisions();
    let mut places = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let whole =
            wanted.names.is_empty() || wanted.names.iter().any(|name| is_file(name, file, project));
        for (at, claim) in file.ledger.claims.iter().enumerate() {
            let named = wanted.names.iter().any(|name| is_claim(name, file, claim));
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

/// Refuses a name that is nobody's, or a claim's in several articles.
fn known(name: &str, files: &[LedgerFile], project: &Project) -> Result<(), Failure> {
    if files.iter().any(|file| is_file(name, file, project)) {
        return Ok(());
    }
    let looks_like_claim = name.contains('#') || name.starts_with("c-");
    if looks_like_claim {
        return crate::ledgers::find(files, name).map(|_| ());
    }
    Err(Failure::new(
        format!("no article, ledger file or claim is called `{name}`"),
        "`claimbook list` shows the articles and their claims",
    ))
}

/// Whether `name` is that of an article, of its file, or of its ledger file.
fn is_file(name: &str, file: &LedgerFile, project: &Project) -> bool {
    let path = Path::new(name);
    let article = &file.ledger.article;
    name == article.id
        || (path.exists()
            && (absolute(path) == absolute(&file.path)
                || article.path.as_deref() == Some(project.relative(path).as_str())))
}

fn is_claim(name: &str, file: &LedgerFile, claim: &Claim) -> bool {
    match name.rsplit_once('#') {
        Some((article, id)) => article == file.ledger.article.id && id == claim.id,
        None => name == claim.id,
    }
}
