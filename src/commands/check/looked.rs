//! One ledger file and its article, looked at.

use crate::error::Failure;
use crate::project::Project;
use crate::source::Source;
use claimbook_extract::Extractor;
use claimbook_ledger::series::KnownClaims;
use claimbook_ledger::{
    ArticleText, Document, Finding, Head, check, decode, misplaced, settle, value_differs,
};
use claimbook_model::{Article, Claim};
use std::path::{Path, PathBuf};

/// What looks at ledger files.
pub(super) struct Looker<'p> {
    project: &'p Project,
    /// What reads the articles; `None` if nobody shall.
    extractor: Option<Extractor>,
}

/// What was seen.
pub(super) struct Looked {
    /// The file, as findings name it. Its text is read again to show a line of it:
    /// those of a large ledger would not fit into memory.
    pub(super) path: PathBuf,
    /// Whether it could be read; else the findings are what keeps it from that.
    pub(super) readable: bool,
    /// What is wrong with it, in the order of its lines.
    pub(super) findings: Vec<Finding>,
    /// What tells its article from others; `None` if it has none or cannot be read.
    pub(super) head: Option<Head>,
    /// How many claims it has.
    pub(super) claims: usize,
    /// How many of them people have worked on.
    pub(super) reviewed: usize,
    /// Their names.
    pub(super) known: KnownClaims,
}

impl Looked {
    /// A file of which nothing but `findings` is known.
    pub(super) fn of_findings(path: &Path, readable: bool, findings: Vec<Finding>) -> Self {
        let mut known = KnownClaims::default();
        known.add_unreadable();
        Self {
            path: path.to_owned(),
            readable,
            findings,
            head: None,
            claims: 0,
            reviewed: 0,
            known,
        }
    }
}

impl<'p> Looker<'p> {
    /// One that also reads the articles, if `articles` says so.
    pub(super) fn new(project: &'p Project, articles: bool) -> Self {
        Self {
            project,
            extractor: articles.then(Extractor::new),
        }
    }

    /// Looks at the ledger file at `path`; only one that cannot be opened fails.
    pub(super) fn look(&self, path: &Path) -> Result<Looked, Failure> {
        let bytes = std::fs::read(path).map_err(|e| Failure::file("read", path, &e))?;
        let name = path.display().to_string();
        let text = match decode(&bytes, &name) {
            Ok(text) => text,
            Err(findings) => return Ok(Looked::of_findings(path, false, findings)),
        };
        let document = match Document::read(text, &name) {
            Ok(document) => document,
            Err(findings) => return Ok(Looked::of_findings(path, false, findings)),
        };
        let claims = &document.ledger().claims;
        let mut known = KnownClaims::default();
        known.add(document.ledger());
        Ok(Looked {
            path: path.to_owned(),
            readable: true,
            findings: self.findings(&document, path),
            head: Some(Head::of(&document)),
            claims: claims.len(),
            reviewed: claims
                .iter()
                .filter(|claim| claim.review.is_touched())
                .count(),
            known,
        })
    }

    fn findings(&self, document: &Document<'_>, path: &Path) -> Vec<Finding> {
        let id = self.project.article_id(path);
        let misplaced = id.and_then(|id| misplaced(document, &id));
        let Some(extractor) = &self.extractor else {
            let mut findings = check(document, ArticleText::NotRead);
            findings.extend(misplaced);
            return settle(document, findings, false);
        };
        let source = Source::of(self.project, &document.ledger().article);
        let text = source
            .as_ref()
            .map_or(ArticleText::Missing, |source| ArticleText::Read {
                text: &source.article.text,
                first_line: source.first_line,
            });
        let mut findings = check(document, text);
        findings.extend(misplaced);
        if let Some(source) = &source {
            findings.extend(misread(document, extractor, &source.article));
        }
        settle(document, findings, source.is_some())
    }
}

/// Figures whose value is not what their words say, as they are read today.
fn misread(document: &Document<'_>, extractor: &Extractor, article: &Article) -> Vec<Finding> {
    let found = extractor.annotate(article).claims;
    let fresh: Vec<Claim> = found.into_iter().map(|c| c.claim).collect();
    let claims = document.ledger().claims.iter().enumerate();
    claims
        .filter_map(|(index, claim)| {
            let same = fresh.iter().filter(|new| new.same_words(claim));
            let mut readings = same
                .filter_map(|new| new.figure.as_ref())
                .map(|figure| figure.in_words());
            let written = claim.figure.as_ref()?.in_words();
            let reads = readings.next()?;
            // Two figures of a sentence may have the same words.
            let differs = reads != written && readings.all(|other| other != written);
            differs
                .then(|| value_differs(document, index, &reads))
                .flatten()
        })
        .collect()
}
