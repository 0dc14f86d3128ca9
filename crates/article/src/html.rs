//! A web page to an article: its text without menus, its metadata from its head.

use crate::error::{ErrorKind, ReadError, Warning};
use crate::html_depth::{MAX_DEPTH, too_deep};
use crate::join::{self, Read};
use crate::keys::{clip, one_line};
use crate::{dates, html_charset};
use claimbook_model::ArticleMeta;
use dom_smoothie::{Config, Readability, ReadabilityError, TextMode};

/// Fewer words than this are rarely an article: a wall, a menu, a script's page.
const FEW_WORDS: usize = 25;

/// Reads a page.
///
/// # Errors
/// An encoding that is not read, nesting over [`MAX_DEPTH`], no article.
pub(crate) fn read(bytes: &[u8], defaults: &ArticleMeta) -> Result<Read, ReadError> {
    let (html, charset) = html_charset::decode(bytes)?;
    if let Some(at) = too_deep(&html) {
        return Err(ReadError::whole(
            ErrorKind::Html,
            format!("the page nests more than {MAX_DEPTH} elements"),
            "save its article as plain text",
        )
        .at(&html, at));
    }
    let page = extract(&html).ok_or_else(no_article)?;
    let text = page.text_content.to_string();
    if text.trim().is_empty() {
        return Err(no_article());
    }
    let mut warnings: Vec<Warning> = charset.into_iter().collect();
    let stated = metadata(&page, &mut warnings);
    let words = text.split_whitespace().take(FEW_WORDS).count();
    if words < FEW_WORDS {
        warnings.push(Warning::new(
            format!("only {words} words of text were found in the page"),
            "if the article is longer, save it as plain text",
        ));
    }
    let mut read = join::article(stated, text, defaults);
    read.warnings.splice(0..0, warnings);
    Ok(read)
}

/// The refusal of a page without an article.
fn no_article() -> ReadError {
    ReadError::whole(
        ErrorKind::Html,
        "no article was found in this page",
        "save the article as plain text, or the page as your browser shows it",
    )
}

/// The article of the page, if it has one.
fn extract(html: &str) -> Option<dom_smoothie::Article> {
    let config = Config {
        // The raw mode glues blocks together ("By Jane DoeNEW DELHI").
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let page: Result<_, ReadabilityError> =
        Readability::new(html, None, Some(config)).and_then(|mut page| page.parse());
    page.ok()
}

/// What the page states about itself.
fn metadata(page: &dom_smoothie::Article, warnings: &mut Vec<Warning>) -> ArticleMeta {
    let line = |value: &Option<String>| value.as_deref().and_then(one_line);
    let published = line(&page.published_time).and_then(|written| {
        let date = dates::whole(&written);
        if date.is_none() {
            warnings.push(Warning::new(
                format!(
                    "the page's day of publication is not understood: {:?}",
                    clip(&written)
                ),
                "give the day with --published",
            ));
        }
        date
    });
    ArticleMeta {
        title: one_line(&page.title),
        publisher: line(&page.site_name),
        author: line(&page.byline).map(|name| without_by(&name).to_owned()),
        published,
        url: line(&page.url),
        ..ArticleMeta::default()
    }
}

/// A byline without its "By ".
fn without_by(byline: &str) -> &str {
    byline
        .get(..3)
        .filter(|by| by.eq_ignore_ascii_case("by "))
        .map_or(byline, |by| &byline[by.len()..])
}

#[cfg(test)]
#[path = "html_tests.rs"]
mod tests;
