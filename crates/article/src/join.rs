//! Joins what the document states, what its first lines say and the defaults
//! into one article.

use crate::error::Warning;
use crate::{language, opening};
use claimbook_model::{Article, ArticleMeta};

/// An article that was read, and what its reader should know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Read {
    /// The article. `meta.text_sha256` is left to the caller.
    pub article: Article,
    /// What was noticed, in order.
    pub warnings: Vec<Warning>,
}

/// The article of `text` with what the document states about itself.
pub(crate) fn article(stated: ArticleMeta, text: String, defaults: &ArticleMeta) -> Read {
    let mut warnings = Vec::new();
    let mut meta = stated;
    let opening = opening::read(&text, meta.author.as_deref());
    let said = opening.dateline;
    meta.place = meta.place.or(said.place);
    meta.publisher = meta.publisher.or(said.publisher);
    meta.agency = meta.agency.or(said.agency);
    meta.published = meta.published.or(said.published).or(opening.scraped);
    fill(&mut meta, defaults);
    if text.trim().is_empty() {
        let hint = "an article without a text holds no claims";
        warnings.push(Warning::new("the text is empty", hint));
    } else {
        warnings.extend(language::warn(&text));
    }
    let article = Article {
        meta,
        text,
        furniture: opening.furniture,
    };
    Read { article, warnings }
}

/// Fills what `meta` leaves open.
fn fill(meta: &mut ArticleMeta, defaults: &ArticleMeta) {
    if meta.id.is_empty() {
        meta.id.clone_from(&defaults.id);
    }
    let pairs = [
        (&mut meta.title, &defaults.title),
        (&mut meta.publisher, &defaults.publisher),
        (&mut meta.agency, &defaults.agency),
        (&mut meta.author, &defaults.author),
        (&mut meta.place, &defaults.place),
        (&mut meta.url, &defaults.url),
        (&mut meta.path, &defaults.path),
    ];
    for (field, default) in pairs {
        if field.is_none() {
            field.clone_from(default);
        }
    }
    meta.published = meta.published.or(defaults.published);
    if meta.publisher.is_none() {
        meta.publisher.clone_from(&meta.agency);
    }
    for (key, value) in &defaults.extra {
        meta.extra
            .entry(key.clone())
            .or_insert_with(|| value.clone());
    }
}
