//! Bytes to articles: encodings, front matter, wire datelines, HTML, JSON lines.
//!
//! [`read`] takes a file's bytes, [`read_json_line`] one line of a stream; both
//! give a [`claimbook_model::Article`] or say what is wrong and where. Nothing is
//! replaced or repaired silently: what cannot be decoded is refused by name.
//!
//! # Who is believed
//! For each field of the metadata the first that says something:
//! 1. what the document states about itself: front matter, JSON keys, HTML meta;
//! 2. the furniture of its text: dateline, then a scraper's date line;
//! 3. `defaults`, which the command line gave (`--publisher` ...) for bare texts;
//! 4. for the publisher alone: the agency, since an agency's copy that names
//!    nobody else was published by the agency.
//!
//! # The text
//! Offsets count in `article.text`: of a text file, all that follows the front
//! matter, decoded, without a byte-order mark, otherwise as it stands; of a JSON
//! line, its `text` exactly; of a web page, the extracted text.

mod agency;
mod binary;
mod dateline;
mod dates;
mod decode;
mod error;
mod front_matter;
mod front_yaml;
mod html;
mod html_charset;
mod html_limits;
mod html_tags;
mod id;
mod join;
mod json_line;
mod keys;
mod language;
mod opening;
mod place;
mod signature;

pub use decode::MAX_BYTES;
pub use error::{ErrorKind, ReadError, Warning};
pub use id::{id_from_path, id_is_safe, safe_id};
pub use join::Read;
pub use json_line::read_json_line;

use claimbook_model::ArticleMeta;

/// How a file holds its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text or Markdown, with YAML front matter or without.
    Text,
    /// A web page.
    Html,
}

impl Format {
    /// The format of files with this name, by its ending (`txt`, `md`, `html`,
    /// `htm`, `xhtml`, in any case); `None` for files that hold no article.
    #[must_use]
    pub fn of_path(path: &str) -> Option<Self> {
        let (_, ending) = path.rsplit_once('.')?;
        let is = |names: &[&str]| names.iter().any(|n| n.eq_ignore_ascii_case(ending));
        if is(&["txt", "md"]) {
            Some(Self::Text)
        } else {
            is(&["html", "htm", "xhtml"]).then_some(Self::Html)
        }
    }
}

/// Reads the bytes of one file. `defaults` fill what the document does not say;
/// their `id` and `path` are where it was found.
///
/// # Errors
/// Size over [`MAX_BYTES`], binary data, an encoding that is not read, broken
/// front matter, a page without an article.
pub fn read(bytes: &[u8], format: Format, defaults: &ArticleMeta) -> Result<Read, ReadError> {
    match format {
        Format::Text => read_text(bytes, defaults),
        Format::Html => html::read(bytes, defaults),
    }
}

/// Reads a text with or without front matter.
fn read_text(bytes: &[u8], defaults: &ArticleMeta) -> Result<Read, ReadError> {
    let mut text = decode::text(bytes)?;
    let front = front_matter::read(&text)?;
    let text = match front.text_start {
        0 => text,
        start => text.split_off(start),
    };
    let mut read = join::article(front.stated, text, defaults);
    read.warnings.extend(front.warning);
    if looks_like_page(&read.article.text) {
        let hint = "name it .html to have its article taken out of it";
        read.warnings.push(Warning::new(
            "the text is a web page with all its tags",
            hint,
        ));
    }
    Ok(read)
}

/// Whether a text begins as web pages do.
fn looks_like_page(text: &str) -> bool {
    let begins = |tag: &str| {
        let head = text.trim_start().get(..tag.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(tag))
    };
    begins("<!doctype html") || begins("<html")
}
