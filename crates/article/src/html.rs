//! A web page to an article: its text without menus, its metadata from its head.

use crate::error::{ErrorKind, ReadError, Warning};
use crate::join::{self, Read};
use crate::keys::{clip, one_line};
use crate::{dates, html_charset, html_limits};
use claimbook_model::ArticleMeta;
use dom_smoothie::{Config, Readability, TextMode};

/// Fewer words than this are rarely an article: a wall, a menu, a script's page.
const FEW_WORDS: usize = 25;

/// Where else than in its metadata a page names its day: selector, attribute.
const DAYS: [(&str, &str); 5] = [
    ("meta[itemprop=datePublished]", "content"),
    ("time[itemprop=datePublished]", "datetime"),
    ("meta[name=date], meta[name=pubdate]", "content"),
    ("time[pubdate]", "datetime"),
    ("article time[datetime]", "datetime"),
];

/// Where a page names its own address: selector, attribute.
const ADDRESSES: [(&str, &str); 2] = [
    ("link[rel=canonical]", "href"),
    ("meta[property='og:url']", "content"),
];

/// Reads a page.
///
/// # Errors
/// An encoding that is not read, a page over [`html_limits`], no article.
pub(crate) fn read(bytes: &[u8], defaults: &ArticleMeta) -> Result<Read, ReadError> {
    let (html, charset) = html_charset::decode(bytes)?;
    html_limits::check(&html)?;
    let mut page = Page::open(&html).ok_or_else(no_article)?;
    let text = std::mem::take(&mut page.text);
    if text.trim().is_empty() {
        return Err(no_article());
    }
    let mut warnings: Vec<Warning> = charset.into_iter().collect();
    let stated = page.metadata(&mut warnings);
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

/// What a page holds.
struct Page {
    text: String,
    title: String,
    site: Option<String>,
    byline: Option<String>,
    day: Option<String>,
    address: Option<String>,
}

impl Page {
    /// Finds the article of the page, if it has one.
    fn open(html: &str) -> Option<Self> {
        let config = Config {
            // The raw mode glues blocks together ("By Jane DoeNEW DELHI").
            text_mode: TextMode::Formatted,
            ..Config::default()
        };
        let mut page = Readability::new(html, None, Some(config)).ok()?;
        let day = first(&page, &DAYS);
        let address = first(&page, &ADDRESSES);
        let article = page.parse().ok()?;
        Some(Self {
            text: article.text_content.to_string(),
            title: article.title,
            site: article.site_name,
            byline: article.byline,
            day: article.published_time.or(day),
            address: article.url.or(address),
        })
    }

    /// What the page states about itself.
    fn metadata(self, warnings: &mut Vec<Warning>) -> ArticleMeta {
        let line = |value: Option<String>| value.as_deref().and_then(one_line);
        let published = line(self.day).and_then(|written| {
            let date = dates::whole(&written);
            if date.is_none() {
                let clipped = clip(&written);
                warnings.push(Warning::new(
                    format!("the page's day of publication is not understood: {clipped:?}"),
                    "give the day with --published",
                ));
            }
            date
        });
        ArticleMeta {
            title: one_line(&self.title),
            publisher: line(self.site),
            author: line(self.byline).map(|name| without_by(&name).to_owned()),
            published,
            url: line(self.address),
            ..ArticleMeta::default()
        }
    }
}

/// The first attribute that one of the selectors finds.
fn first(page: &Readability, places: &[(&str, &str)]) -> Option<String> {
    places.iter().find_map(|(selector, attribute)| {
        let found = page.doc.select(selector).attr(attribute)?;
        Some(found.to_string()).filter(|f| !f.trim().is_empty())
    })
}

/// A byline without its "By ".
fn without_by(byline: &str) -> &str {
    byline
        .get(..3)
        .filter(|by| by.eq_ignore_ascii_case("by "))
        .map_or(byline, |by| &byline[by.len()..])
}

#[cfg(test)]
#[path = "tests/html.rs"]
mod tests;
