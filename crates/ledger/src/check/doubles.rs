//! Ledger files against each other: one article, one file.

use crate::catalogue::DUPLICATE_ARTICLE;
use crate::{Document, Finding, Place};
use std::collections::BTreeMap;

/// What tells the article of one ledger file from those of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    file: String,
    place: Place,
    id: String,
    path: Option<String>,
}

impl Head {
    /// The head of a ledger file.
    #[must_use]
    pub fn of(document: &Document<'_>) -> Self {
        let article = &document.ledger().article;
        Self {
            file: document.file().to_owned(),
            place: document.place_in_article("id"),
            id: article.id.clone(),
            path: article.path.clone(),
        }
    }
}

/// A finding for each file whose article, by id or by path, has its claims in an
/// earlier file of `heads`.
#[must_use]
pub fn doubles(heads: &[Head]) -> Vec<Finding> {
    let mut ids: BTreeMap<&str, &Head> = BTreeMap::new();
    let mut paths: BTreeMap<&str, &Head> = BTreeMap::new();
    let mut findings = Vec::new();
    for head in heads {
        let same_id = ids.get(head.id.as_str()).map(|other| (*other, &head.id));
        let path = head.path.as_ref();
        let same_path = path.and_then(|p| Some((*paths.get(p.as_str())?, p)));
        if let Some((other, name)) = same_id.or(same_path) {
            let message = format!("the article {name} has its claims in another file too");
            let finding = Finding::new(&DUPLICATE_ARTICLE, &head.file, head.place, message);
            findings.push(finding.hint(format!(
                "the other is {}; keep one of the two: after a rename, `claimbook extract` writes the other anew",
                other.file
            )));
        }
        ids.entry(&head.id).or_insert(head);
        if let Some(path) = path {
            paths.entry(path).or_insert(head);
        }
    }
    findings
}
