//! An article: one document with its metadata.

use crate::Span;
use crate::words::as_text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is known of an article besides its text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleMeta {
    /// Its name in the claimbook, also the name of its ledger file.
    pub id: String,
    /// Headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The outlet that published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The agency that the outlet took it from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Byline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Day of publication; "last year" and "on Wednesday" are read against it.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "as_text")]
    pub published: Option<NaiveDate>,
    /// Where it was written (the dateline's place).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Where it stands on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The file it was read from, below the project's root, with `/`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// SHA-256 of the text, in hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_sha256: Option<String>,
    /// Other keys of the article's front matter, kept as text.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, String>,
}

/// One document: text and metadata.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// Metadata.
    pub meta: ArticleMeta,
    /// The text that offsets count in.
    pub text: String,
    /// Parts of the text that are not news prose (scraper's date lines, datelines),
    /// in order.
    pub furniture: Vec<Span>,
}
