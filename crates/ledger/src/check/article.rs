//! Claims against the text of their article.

use super::{ArticleText, At};
use crate::catalogue::{ARTICLE_EDITED, ARTICLE_MISSING, MISPLACED_ARTICLE, QUOTE_NOT_FOUND};
use crate::read::text_sha256;
use crate::{Document, Finding};
use claimbook_model::{fold, squeeze};
use std::collections::BTreeSet;

/// Whether the article is there, is the one that was read, and says what it is said
/// to say.
pub(super) fn check(document: &Document<'_>, article: ArticleText<'_>) -> Vec<Finding> {
    match article {
        ArticleText::NotRead => Vec::new(),
        ArticleText::Missing => vec![missing(document)],
        ArticleText::Read { text, first_line } => {
            let mut findings: Vec<Finding> = edited(document, text).into_iter().collect();
            quotes(document, text, first_line, &mut findings);
            findings
        }
    }
}

/// The finding that the article of a ledger file is not the one whose claims stand in a
/// file of this name, `id` (the path below the folder of claims, without ending).
#[must_use]
pub fn misplaced(document: &Document<'_>, id: &str) -> Option<Finding> {
    let written = &document.ledger().article.id;
    if written == id {
        return None;
    }
    let message = format!("the article is called {written:?}, its file is that of {id:?}");
    let place = document.place_in_article("id");
    let finding = Finding::new(&MISPLACED_ARTICLE, document.file(), place, message);
    Some(finding.hint(format!(
        "write `id: {id:?}`, or give the file the name of the article"
    )))
}

fn missing(document: &Document<'_>) -> Finding {
    let article = &document.ledger().article;
    let wanted = article.path.as_ref().unwrap_or(&article.id);
    let place = document.place_in_article("path");
    let message = format!("the article {wanted} is not there");
    Finding::new(&ARTICLE_MISSING, document.file(), place, message)
        .hint("bring it back, or correct `path`; reviews are kept")
}

fn edited(document: &Document<'_>, text: &str) -> Option<Finding> {
    let then = document.ledger().article.text_sha256.as_ref()?;
    if *then == text_sha256(text) {
        return None;
    }
    let place = document.place_in_article("text_sha256");
    let message = "the article's text changed after its claims were read".to_owned();
    let finding = Finding::new(&ARTICLE_EDITED, document.file(), place, message);
    Some(finding.hint("run `claimbook extract` on it; reviews are kept"))
}

/// A finding for each sentence that is not in the article.
fn quotes(document: &Document<'_>, text: &str, first_line: usize, findings: &mut Vec<Finding>) {
    let squeezed = squeeze(text);
    let mut from = 0;
    for (index, claim) in document.ledger().claims.iter().enumerate() {
        let exact = squeeze(&claim.quote.exact);
        // Claims stand in text order: each search begins where the last one ended up.
        let next = squeezed
            .get(from..)
            .and_then(|rest| rest.find(&exact))
            .map(|at| from + at);
        if let Some(at) = next.or_else(|| squeezed.find(&exact)) {
            from = at;
        } else if !claim.gone {
            let at = At {
                document,
                index,
                claim,
            };
            let message = "the sentence does not stand in the article".to_owned();
            let place = document.place_of_value(index, &["quote", "exact"]);
            let finding = at.finding_at(&QUOTE_NOT_FOUND, place, message);
            findings.push(finding.hint(nearest(&exact, &squeezed, text, first_line)));
        }
    }
}

/// Where the words stand that come nearest to the sentence `exact`.
fn nearest(exact: &str, squeezed: &str, text: &str, first_line: usize) -> String {
    if fold(squeezed).contains(&fold(exact)) {
        return "it stands there with other letters or quotation marks; run `claimbook extract`"
            .to_owned();
    }
    let folded = fold(exact);
    let wanted: BTreeSet<&str> = folded.split(' ').collect();
    let shared = |line: &str| {
        let line = fold(line);
        let words: BTreeSet<&str> = line.split(' ').collect();
        wanted.intersection(&words).count()
    };
    let best = text
        .lines()
        .enumerate()
        .map(|(number, line)| (shared(line), number));
    match best.max_by_key(|(count, number)| (*count, std::cmp::Reverse(*number))) {
        Some((count, number)) if count * 2 > wanted.len() => {
            let line = first_line + number;
            format!(
                "the nearest words stand in line {line} of the article; run `claimbook extract`"
            )
        }
        _ => "nothing like it stands there; run `claimbook extract`".to_owned(),
    }
}
