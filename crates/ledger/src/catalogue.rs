//! The catalogue: everything that `check` may find, by name.

use crate::Level;

/// What a check looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Whether the file can be read at all; such a file is never written to.
    File,
    /// One claim; a claim may waive it.
    Claim,
    /// One claim against the text of its article, or against a new reading of its
    /// sentence; a claim may waive it.
    Text,
    /// The article's entry, or several ledger files together.
    Article,
}

/// One thing that `check` may find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// Its name, as in messages and in `waive:`.
    pub name: &'static str,
    /// How much it matters.
    pub level: Level,
    /// What it looks at.
    pub scope: Scope,
    /// What it finds, in one line.
    pub doc: &'static str,
}

macro_rules! checks {
    ($($ident:ident: $name:literal, $level:ident, $scope:ident, $doc:literal;)+) => {
        $(pub(crate) static $ident: Check = Check {
            name: $name, level: Level::$level, scope: Scope::$scope, doc: $doc,
        };)+
        static ALL: &[&Check] = &[$(&$ident),+];
    };
}

checks! {
    ARTICLE_EDITED: "article-edited", Warning, Article, "an article whose text changed after its claims were read";
    ARTICLE_MISSING: "article-missing", Error, Article, "an article that is not where the ledger says";
    CONFLICT_MARKER: "conflict-marker", Error, File, "a merge conflict that git left in the file";
    CONTROL_CHARACTER: "control-character", Error, File, "a character that YAML readers refuse or read differently";
    DUPLICATE_ARTICLE: "duplicate-article", Error, Article, "one article with claims in two ledger files";
    DUPLICATE_ID: "duplicate-id", Error, Article, "two claims of one file with the same id";
    DUPLICATE_KEY: "duplicate-key", Error, File, "one key twice in one mapping";
    FIGURE_NOT_IN_QUOTE: "figure-not-in-quote", Error, Claim, "a figure whose words do not stand in its sentence";
    FIX_OF_EDITED_FIGURE: "fix-of-edited-figure", Error, Claim, "a correction of a figure that the outlet changed since";
    FIXED_WITHOUT_FIX: "fixed-without-fix", Warning, Claim, "a reading called fixed without a correction";
    IDLE_FIX: "idle-fix", Warning, Claim, "a correction that repeats the machine's value, or corrects what is not there";
    LIMIT: "limit", Error, File, "a file too large, nested too deep, or with too many claims";
    MISSING_KEY: "missing-key", Error, File, "a mapping without a key that it needs";
    NEWER_FORMAT: "newer-format", Error, File, "a file written by a newer Claimbook";
    NOT_UTF8: "not-utf8", Error, File, "bytes that are not UTF-8 text";
    QUOTE_NOT_FOUND: "quote-not-found", Error, Text, "a sentence that does not stand in its article";
    REVIEW_WITHOUT_SAW: "review-without-saw", Warning, Claim, "a decision that does not tell what it was made on";
    STALE_VERDICT: "stale-verdict", Error, Claim, "a decision on something else than the claim says now";
    SYNTAX: "syntax", Error, File, "text that is not YAML";
    TAB: "tab", Error, File, "a tab in the indentation";
    UNKNOWN_KEY: "unknown-key", Error, File, "a key that the format does not know, mostly a misspelt one";
    UNKNOWN_WORD: "unknown-word", Error, File, "a word that is not among those allowed for its key";
    UNUSED_BASELINE: "unused-baseline", Warning, Article, "an entry of a baseline whose finding is not there";
    UNUSED_WAIVER: "unused-waiver", Warning, Article, "a waiver of a finding that the claim does not have";
    VALUE_DIFFERS: "value-differs", Error, Text, "a value that is not what the words of its figure say";
    WRONG_VALUE: "wrong-value", Error, File, "a value of the wrong form: a number, date, period, text or list was expected";
    YAML_FEATURE: "yaml-feature", Error, File, "anchors, aliases, tags, merge keys and the like, which ledgers do without";
}

/// Every check, by name.
pub fn catalogue() -> impl Iterator<Item = &'static Check> {
    ALL.iter().copied()
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_unique_and_in_kebab_case() {
        let names: Vec<&str> = super::catalogue().map(|c| c.name).collect();
        assert!(
            names.windows(2).all(|pair| pair[0] < pair[1]),
            "sorted, each once"
        );
        for name in names {
            let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(name.chars().all(kebab), "{name}");
        }
    }
}
