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
    /// The file of series, against itself and the claims that it names.
    Series,
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
    /// Lines of a file in which it finds something.
    pub sample: &'static str,
    /// What it says about them.
    pub says: &'static str,
    /// What it advises then.
    pub advice: &'static str,
}

macro_rules! checks {
    ($($ident:ident: $name:literal, $level:ident, $scope:ident, $doc:literal {
        $sample:literal => $says:literal => $advice:literal
    })+) => {
        $(pub(crate) static $ident: Check = Check {
            name: $name, level: Level::$level, scope: Scope::$scope, doc: $doc,
            sample: $sample, says: $says, advice: $advice,
        };)+
        static ALL: &[&Check] = &[$(&$ident),+];
    };
}

checks! {
    ARTICLE_EDITED: "article-edited", Warning, Article, "An article whose text changed after its claims were read" {
r#"  text_sha256: "00""#
        => "the article's text changed after its claims were read"
        => "run `claimbook extract` on it; reviews are kept"
    }
    ARTICLE_MISSING: "article-missing", Error, Article, "An article that is not where the ledger says" {
r#"  path: "articles/north/sales.txt""#
        => "the article articles/north/sales.txt is not there"
        => "bring it back, or correct `path`; reviews are kept"
    }
    CONFLICT_MARKER: "conflict-marker", Error, File, "A merge conflict that git left in the file" {
"<<<<<<< HEAD\n      verdict: \"disputed\"\n=======\n      verdict: \"supported\"\n>>>>>>> bob"
        => "a merge conflict stands in lines 23 to 27"
        => "keep one side of it, or both where they differ in claims, and delete the marks"
    }
    CONTROL_CHARACTER: "control-character", Error, File, "A character that YAML readers refuse or read differently" {
"      exact: \"Sales\u{2028}rose 5% in May.\""
        => "the file holds the character U+2028, which YAML readers refuse or read differently"
        => "delete it, or write it as an escape inside double quotation marks"
    }
    DUPLICATE_ARTICLE: "duplicate-article", Error, Article, "One article with claims in two ledger files" {
r#"article:
  id: "north/sales""#
        => "the article north/sales has its claims in another file too"
        => "the other is claims/north/sales.yaml; keep one of the two: after a rename, `claimbook extract` writes the other anew"
    }
    DUPLICATE_ID: "duplicate-id", Error, Article, "Two claims of one file with the same id" {
r#"  - id: "c-xw0mmgha"
    quote:
      exact: "The minister said that all was well in the north.""#
        => "another claim has the same id, c-xw0mmgha"
        => "it stands in line 11; keep one of the two, or, if both are real claims, change a letter of one id"
    }
    DUPLICATE_KEY: "duplicate-key", Error, File, "One key twice in one mapping" {
r#"      by: "ann"
      by: "bob""#
        => "the key `by` stands here for the second time"
        => "keep one of the two; after a merge, look at both sides"
    }
    FIGURE_NOT_IN_QUOTE: "figure-not-in-quote", Error, Claim, "A figure whose words do not stand in its sentence" {
r#"    quote:
      exact: "Sales rose 5% in May."
    figure:
      text: "6%""#
        => r#"the words "6%" do not stand in the claim's sentence"#
        => "both are the tool's to write: take them from git, or run `claimbook extract`"
    }
    FIX_OF_EDITED_FIGURE: "fix-of-edited-figure", Error, Claim, "A correction of a figure that the outlet changed since" {
"    fix:
      value: 7"
        => "`fix.value` was written when the article said 4; the outlet changed it since"
        => "compare with the sentence; then delete `fix.value`, or delete the change under `changes` if the correction still holds"
    }
    FIXED_WITHOUT_FIX: "fixed-without-fix", Warning, Claim, "A reading called fixed without a correction" {
r#"    review:
      reading: "fixed""#
        => "the reading is called fixed, but nothing is corrected"
        => "write the right values in `fix`, or call the reading ok or wrong"
    }
    IDLE_FIX: "idle-fix", Warning, Claim, "A correction that repeats the machine's value, or corrects what is not there" {
"    fix:
      value: 5"
        => "`fix.value` repeats what `figure.value` says: 5"
        => "delete the line; the tool reads it right by itself now"
    }
    LIMIT: "limit", Error, File, "A file too large, nested too deep, or with too many claims" {
"      text: [[[[[[[[[[[[]]]]]]]]]]]]"
        => "collections stand more than 10 deep in each other"
        => "a ledger needs six levels"
    }
    MISPLACED_ARTICLE: "misplaced-article", Error, Article, "An article whose id is not the name of its ledger file" {
r#"article:
  id: "../../x""#
        => r#"the article is called "../../x", its file is that of "north/sales""#
        => r#"write `id: "north/sales"`, or give the file the name of the article"#
    }
    MISSING_KEY: "missing-key", Error, File, "A mapping without a key that it needs" {
r#"    review:
      reading: "open"
      saw: "5 percent""#
        => "`review` has no `verdict`"
        => "add `verdict`. Does the claim hold?"
    }
    NEWER_FORMAT: "newer-format", Error, File, "A file written by a newer Claimbook" {
"claimbook: 2"
        => "the file has format 2, this claimbook reads format 1"
        => "install a newer claimbook"
    }
    NOT_UTF8: "not-utf8", Error, File, "Bytes that are not UTF-8 text" {
"      by: \"Ren\u{fffd}\""
        => "byte 536 (0xE9) is not UTF-8 text"
        => "save the file as UTF-8, or take the last good version from git"
    }
    QUOTE_NOT_FOUND: "quote-not-found", Error, Text, "A sentence that does not stand in its article" {
r#"      exact: "Sales ROSE 5% in May.""#
        => "the sentence does not stand in the article"
        => "it stands there with other letters or quotation marks; run `claimbook extract`"
    }
    REVIEW_WITHOUT_SAW: "review-without-saw", Warning, Claim, "A decision that does not tell what it was made on" {
r#"      verdict: "disputed"
      by: "ann""#
        => r#"the verdict "disputed" does not tell what it was given for"#
        => r#"if it holds for what the claim says now, add `saw: "5 percent · sales · undated"`"#
    }
    SERIES_CLAIM_TWICE: "series-claim-twice", Error, Series, "A claim that is a member of two series, or of one twice" {
r#"- name: "trade"
  members:
  - "north/sales#c-xw0mmgha""#
        => r#"`north/sales#c-xw0mmgha` is a member of "sales" already"#
        => "a claim stands on one row; keep it in one place"
    }
    SERIES_CONTRADICTION: "series-contradiction", Error, Series, "A claim that is both a member and a non-member of a series" {
r#"  members: ["north/sales#c-xw0mmgha"]
  non_members: ["north/sales#c-xw0mmgha"]"#
        => "`north/sales#c-xw0mmgha` is both a member and a non-member of this series"
        => "delete one of the two lines"
    }
    SERIES_NAME_TWICE: "series-name-twice", Error, Series, "A name or synonym that stands for two series, or stands twice" {
r#"- name: "sales"
  synonyms: ["turnover"]
- name: "Turnover""#
        => r#""Turnover" is a name of the series "sales" already"#
        => "a name or synonym leads to one row; keep it in one place"
    }
    SERIES_UNKNOWN_CLAIM: "series-unknown-claim", Error, Series, "A member or non-member of a series that names no claim of the ledger" {
r#"  members:
  - "north/sale#c-xw0mmgha""#
        => "`north/sale#c-xw0mmgha` names no claim: the ledger has no article `north/sale`"
        => "did you mean `north/sales`? `claimbook list` shows articles and claims; else delete the line"
    }
    SERIES_WITHOUT_FIGURE: "series-without-figure", Warning, Series, "A member or non-member of a series that has no figure to compare" {
r#"  members: ["north/words#c-xw0mmgha"]"#
        => "`north/words#c-xw0mmgha` has no figure; rows of a series are rows of figures"
        => "delete the line; words that were said are compared by themselves"
    }
    STALE_VERDICT: "stale-verdict", Error, Claim, "A decision on something else than the claim says now" {
r#"      verdict: "disputed"
      saw: "4 percent""#
        => r#"the verdict "disputed" was given for "4 percent", the claim now reads "5 percent""#
        => "look again with `claimbook review north/sales#c-xw0mmgha`"
    }
    SYNTAX: "syntax", Error, File, "Text that is not YAML" {
r#"      text: "5%" or so"#
        => "more text follows on the line of a finished value"
        => r#"put the whole value in double quotation marks, with \" for a mark inside it"#
    }
    TAB: "tab", Error, File, "A tab in the indentation" {
"\t  by: \"ann\""
        => "a tab stands in the indentation"
        => "indent with blanks; YAML does not allow tabs there"
    }
    UNKNOWN_KEY: "unknown-key", Error, File, "A key that the format does not know, mostly a misspelt one" {
r#"      verdit: "disputed""#
        => "`review` has no key `verdit`"
        => "did you mean `verdict`?"
    }
    UNKNOWN_WORD: "unknown-word", Error, File, "A word that is not among those allowed for its key" {
r#"      verdict: "dispute""#
        => "unknown verdict `dispute`"
        => "did you mean `disputed`? allowed: open, supported, disputed, false, outdated, not_checkable"
    }
    UNUSED_BASELINE: "unused-baseline", Warning, Article, "An entry of a baseline whose finding is not there" {
r#"{"file":"claims/a.yaml","rule":"stale-verdict","claim":"c-xw0mmgha","message":"so"}"#
        => "the baseline holds a finding `stale-verdict` of c-xw0mmgha that is not there"
        => "it was mended or has changed: delete the line, or write the baseline anew"
    }
    UNUSED_WAIVER: "unused-waiver", Warning, Article, "A waiver of a finding that the claim does not have" {
r#"    waive:
      - rule: "stale-verdict"
        reason: "so""#
        => "the claim has no finding `stale-verdict` to waive"
        => "delete the waiver"
    }
    VALUE_DIFFERS: "value-differs", Error, Text, "A value that is not what the words of its figure say" {
r#"    figure:
      text: "5%"
      value: 5"#
        => r#"the value is "5 percent", the words "5%" say "about 5 percent""#
        => "run `claimbook extract`; to correct the tool, write the right value in `fix`"
    }
    WRONG_VALUE: "wrong-value", Error, File, "A value of the wrong form: a number, date, period, text or list was expected" {
"      value: 7,200,000"
        => "`value`: `7,200,000` has separators: write 7200000"
        => "write plain digits such as 7200000 or 7.2"
    }
    YAML_FEATURE: "yaml-feature", Error, File, "Anchors, aliases, tags, merge keys and the like, which ledgers do without" {
r#"      text: &five "5%""#
        => "an anchor (`&`) is no part of the ledger format"
        => "write the value out; put text that begins with a special character in double quotation marks"
    }
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
