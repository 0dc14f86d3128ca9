//! One ledger file and its article, looked at.

use crate::error::Failure;
use crate::project::Project;
use crate::source::Source;
use claimbook_extract::Extractor;
use claimbook_ledger::{
    ArticleText, Document, Finding, Head, check, decode, settle, value_differs,
};
use claimbook_model::{Article, Claim};
use std::path::Path;

/// What looks at ledger files.
pub(super) struct Looker<'p> {
    project: &'p Project,
    extractor: Extractor,
}

/// What was seen.
pub(super) struct Looked {
    /// The file, as findings name it.
    pub(super) name: String,
    /// Its text; empty if it is none.
    pub(super) text: String,
    /// What is wrong with it, in the order of its lines.
    pub(super) findings: Vec<Finding>,
    /// What tells its article from others; `None` if it cannot be read.
    pub(super) head: Option<Head>,
    /// How many claims it has.
    pub(super) claims: usize,
    /// How many of them people have worked on.
    pub(super) reviewed: usize,
}

impl<'p> Looker<'p> {
    pub(super) fn new(project: &'p Project) -> Self {
        Self {
            project,
            extractor: Extractor::new(),
        }
    }

    /// Looks at the ledger file at `path`; only one that cannot be opened fails.
    pub(super) fn look(&self, path: &Path) -> Result<Looked, Failure> {
        let bytes = std::fs::read(path).map_err(|e| Failure::file("read", path, &e))?;
        let name = path.display().to_string();
        let broken = |text: &str, findings| Looked {
            name: name.clone(),
            text: text.to_owned(),
            findings,
            head: None,
            claims: 0,
            reviewed: 0,
        };
        let text = match decode(&bytes, &name) {
            Ok(text) => text,
            Err(findings) => return Ok(broken("", findings)),
        };
        let document = match Document::read(text, &name) {
            Ok(document) => document,
            Err(findings) => return Ok(broken(text, findings)),
        };
        let claims = &document.ledger().claims;
        Ok(Looked {
            findings: self.findings(&document),
            head: Some(Head::of(&document)),
            claims: claims.len(),
            reviewed: claims
                .iter()
                .filter(|claim| claim.review.is_touched())
                .count(),
            text: text.to_owned(),
            name: name.clone(),
        })
    }

    fn findings(&self, document: &Document<'_>) -> Vec<Finding> {
        let source = Source::of(self.project, &document.ledger().article);
        let text = source
            .as_ref()
            .map_or(ArticleText::Missing, |source| ArticleText::Read {
                text: &source.article.text,
                first_line: source.first_line,
            });
        let mut findings = check(document, text);
        if let Some(source) = &source {
            findings.extend(self.misread(document, &source.article));
        }
        settle(document, findings, source.is_some())
    }

    /// Figures whose value is not what their words say, as they are read today.
    fn misread(&self, document: &Document<'_>, article: &Article) -> Vec<Finding> {
        let fresh: Vec<Claim> = self
            .extractor
            .annotate(article)
            .claims
            .into_iter()
            .map(|c| c.claim)
            .collect();
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
}
