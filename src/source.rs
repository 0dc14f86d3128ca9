//! The article that a ledger file was read from, as it is today.

use crate::project::Project;
use claimbook_article::{Format, read};
use claimbook_model::{Article, ArticleMeta, Claim};

/// Characters of the article shown before and after a sentence.
const AROUND: usize = 240;

/// An article and where its text begins in its file.
pub(crate) struct Source {
    /// The article, with what the ledger says of it where it says nothing itself.
    pub(crate) article: Article,
    /// The line of the file on which the text begins, from 1.
    pub(crate) first_line: usize,
}

impl Source {
    /// The article of a ledger file with the entry `meta`; `None` if it is not there
    /// any more or cannot be read.
    pub(crate) fn of(project: &Project, meta: &ArticleMeta) -> Option<Self> {
        let path = meta.path.as_deref()?;
        let bytes = std::fs::read(project.root().join(path)).ok()?;
        let format = Format::of_path(path).unwrap_or(Format::Text);
        let article = read(&bytes, format, meta).ok()?.article;
        let lines = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count();
        // The text of a web page has no place in its file.
        let before = match format {
            Format::Text => lines(&bytes).saturating_sub(lines(article.text.as_bytes())),
            Format::Html => 0,
        };
        Some(Self {
            article,
            first_line: before + 1,
        })
    }
}

/// What stands before and after the claim's sentence in the squeezed `text` of its article,
/// cut at words where there are any: some scripts put no blanks between them.
pub(crate) fn around<'t>(text: &'t str, claim: &Claim) -> Option<(&'t str, &'t str)> {
    let (before, rest) = text.split_once(claim.quote.exact.as_str())?;
    let first = before
        .char_indices()
        .rev()
        .nth(AROUND)
        .map_or(0, |(at, _)| at + before[at..].find(' ').unwrap_or(0));
    let last = rest
        .char_indices()
        .nth(AROUND)
        .map_or(rest.len(), |(at, _)| rest[..at].rfind(' ').unwrap_or(at));
    Some((&before[first..], &rest[..last]))
}

#[cfg(test)]
mod tests {
    use super::{AROUND, around};

    #[test]
    fn what_stands_around_is_cut_at_words_or_else_at_characters() {
        let ledger = "claimbook: 1\narticle: {id: \"a\"}\nclaims:\n  - id: \"c-1\"\n    \
            quote: {exact: \"Trade rose.\"}\n";
        let claim = &claimbook_ledger::parse(ledger, "a.yaml").unwrap().claims[0];
        // Text before and after, and how many characters of each are shown.
        let table = [
            ("é".repeat(9), 9, 9),
            ("é".repeat(1000), AROUND + 1, AROUND),
            ("fourteen ".repeat(100), 235, 233),
        ];
        for (text, before, after) in table {
            let article = format!("{text}Trade rose.{text}");
            let shown = around(&article, claim).unwrap();
            let lengths = (shown.0.chars().count(), shown.1.chars().count());
            assert_eq!(lengths, (before, after), "{shown:?}");
        }
        assert_eq!(around("Trade fell.", claim), None);
    }
}
