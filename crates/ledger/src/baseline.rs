//! A baseline: findings of an old archive that `check` passes over.
//!
//! One finding a line, as a JSON object, sorted: a pull request shows what was added,
//! and git merges two of them. A finding is known by its file, its rule, its claim and
//! its message, never by its line, so that it stays known when lines move; when the
//! claim or the message changes it is a new finding. Findings that keep a file from
//! being read are never passed over, since they would hide what else is wrong with it.

use crate::catalogue::{ARTICLE_EDITED, ARTICLE_MISSING, UNUSED_BASELINE};
use crate::{Finding, Place, Scope, catalogue};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What a finding is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// The ledger file, below the claimbook, with `/`.
    pub file: String,
    /// The finding's name.
    pub rule: String,
    /// The claim's id, where one claim is concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// What is wrong.
    pub message: String,
}

impl Known {
    /// What `finding` is known by; `file` is the name of its file below the claimbook.
    #[must_use]
    pub fn of(finding: &Finding, file: &str) -> Self {
        Self {
            file: file.to_owned(),
            rule: finding.rule.to_owned(),
            claim: finding.claim.clone(),
            message: finding.message.clone(),
        }
    }

    /// 32 hex digits that stay the same while lines move. `nth` counts, from 0, the
    /// findings of a run that are known by the same.
    #[must_use]
    pub fn fingerprint(&self, nth: usize) -> String {
        let claim = self.claim.as_deref().unwrap_or_default();
        let nth = nth.to_string();
        let parts = [&self.file, &self.rule, claim, &self.message, &nth];
        let digest = Sha256::digest(parts.join("\0").as_bytes());
        digest.iter().take(16).map(|b| format!("{b:02x}")).collect()
    }

    /// Whether the finding comes from a look at the article, not at the ledger alone.
    #[must_use]
    pub fn needs_article(&self) -> bool {
        let of_article = [&ARTICLE_EDITED, &ARTICLE_MISSING];
        let check = catalogue().find(|check| check.name == self.rule);
        check.is_some_and(|check| check.scope == Scope::Text || of_article.contains(&check))
    }

    /// Whether a baseline may hold `finding`.
    #[must_use]
    pub fn may_hold(finding: &Finding) -> bool {
        let check = catalogue().find(|check| check.name == finding.rule);
        check.is_some_and(|check| check.scope != Scope::File && check.name != UNUSED_BASELINE.name)
    }
}

/// A line that is no entry of a baseline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {message}")]
pub struct BaselineError {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong with it.
    pub message: String,
}

/// A baseline, and which of its entries have been met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    file: String,
    /// The lines of each entry that have not been met, the last one first.
    left: BTreeMap<Known, Vec<usize>>,
}

impl Baseline {
    /// Reads a baseline; `file` is the name that findings about it give it.
    ///
    /// # Errors
    /// The first line that is no entry.
    pub fn parse(text: &str, file: &str) -> Result<Self, BaselineError> {
        let mut left: BTreeMap<Known, Vec<usize>> = BTreeMap::new();
        let lines = text.lines().enumerate();
        for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            let known = serde_json::from_str(line).map_err(|error| BaselineError {
                file: file.to_owned(),
                line: index + 1,
                column: error.column().max(1),
                message: reason(&error),
            })?;
            left.entry(known).or_default().insert(0, index + 1);
        }
        Ok(Self {
            file: file.to_owned(),
            left,
        })
    }

    /// Those of `findings`, all of the file called `file` below the claimbook, that the
    /// baseline does not hold. An entry stands for one finding.
    #[must_use]
    pub fn pass_over(&mut self, findings: Vec<Finding>, file: &str) -> Vec<Finding> {
        let mut is_new = |finding: &Finding| {
            !Known::may_hold(finding) || self.meet(&Known::of(finding, file)).is_none()
        };
        findings.into_iter().filter(|f| is_new(f)).collect()
    }

    fn meet(&mut self, known: &Known) -> Option<usize> {
        self.left.get_mut(known)?.pop()
    }

    /// The entries that `wanted` takes and that have not been met.
    pub fn unmet(&self, wanted: impl Fn(&Known) -> bool) -> impl Iterator<Item = &Known> {
        let unmet = self.left.iter().filter(move |(known, _)| wanted(known));
        unmet.flat_map(|(known, lines)| lines.iter().map(move |_| known))
    }

    /// A finding for each entry that has not been met, in the order of their lines.
    /// `looked_at` tells whether what an entry speaks of was looked at in this run.
    #[must_use]
    pub fn unused(&self, looked_at: impl Fn(&Known) -> bool) -> Vec<Finding> {
        let unmet = self.left.iter().filter(|(known, _)| looked_at(known));
        let mut findings: Vec<Finding> = unmet
            .flat_map(|(known, lines)| lines.iter().map(|line| self.unused_entry(known, *line)))
            .collect();
        findings.sort_by_key(|finding| finding.line);
        findings
    }

    fn unused_entry(&self, known: &Known, line: usize) -> Finding {
        let Known {
            file, rule, claim, ..
        } = known;
        let of = claim.as_ref().unwrap_or(file);
        let message = format!("the baseline holds a finding `{rule}` of {of} that is not there");
        let place = Place {
            line,
            ..Place::START
        };
        Finding::new(&UNUSED_BASELINE, &self.file, place, message)
            .hint("it was mended or has changed: delete the line, or write the baseline anew")
    }
}

/// The reason without the place, which is given beside it.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rsplit_once(" at line ") {
        Some((reason, _)) => reason.to_owned(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{Baseline, Known};
    use crate::catalogue::{STALE_VERDICT, SYNTAX};
    use crate::{Check, Finding, Place};

    fn finding(check: &'static Check, line: usize, message: &str) -> Finding {
        let place = Place {
            line,
            ..Place::START
        };
        Finding::new(check, "../claims/a.yaml", place, message.to_owned()).claim("c-1")
    }

    fn baseline(findings: &[Finding]) -> Baseline {
        let known = findings.iter().map(|f| Known::of(f, "claims/a.yaml"));
        let lines = known.map(|known| serde_json::to_string(&known).unwrap() + "\n");
        Baseline::parse(&lines.collect::<String>(), "old.jsonl").unwrap()
    }

    #[test]
    fn a_known_finding_is_passed_over_wherever_its_line_went() {
        let mut known = baseline(&[finding(&STALE_VERDICT, 4, "was 4")]);
        let moved = finding(&STALE_VERDICT, 40, "was 4");
        assert_eq!(known.pass_over(vec![moved], "claims/a.yaml"), []);
        assert_eq!(known.unused(|_| true), []);
    }

    #[test]
    fn other_files_claims_and_messages_are_new() {
        let old = finding(&STALE_VERDICT, 4, "was 4");
        let table = [
            ("claims/b.yaml", old.clone()),
            ("claims/a.yaml", finding(&STALE_VERDICT, 4, "was 5")),
            ("claims/a.yaml", old.clone().claim("c-2")),
        ];
        for (file, new) in table {
            let mut known = baseline(std::slice::from_ref(&old));
            assert_eq!(known.pass_over(vec![new.clone()], file), [new], "{file}");
            assert_eq!(known.unused(|_| true).len(), 1);
            assert_eq!(known.unused(|known| known.file != "claims/a.yaml"), []);
        }
    }

    #[test]
    fn an_entry_stands_for_one_finding() {
        let old = finding(&STALE_VERDICT, 4, "was 4");
        let mut known = baseline(&[old.clone(), old.clone()]);
        let thrice = vec![old.clone(), old.clone(), old.clone()];
        assert_eq!(known.pass_over(thrice, "claims/a.yaml"), [old]);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_always_told() {
        let broken = finding(&SYNTAX, 4, "no YAML");
        let mut known = baseline(std::slice::from_ref(&broken));
        let left = known.pass_over(vec![broken.clone()], "claims/a.yaml");
        assert_eq!(left, [broken]);
    }

    #[test]
    fn a_line_that_is_no_entry_is_named() {
        let error = |text: &str| Baseline::parse(text, "old.jsonl").unwrap_err().to_string();
        assert_eq!(error("\n<<<<<<< HEAD\n"), "old.jsonl:2:1: expected value");
        let misspelt = "{\"file\":\"a\",\"rul\":\"b\",\"message\":\"c\"}";
        assert!(error(misspelt).contains("unknown field `rul`"));
    }

    #[test]
    fn fingerprints_tell_apart_what_is_known_apart() {
        let known = Known::of(&finding(&STALE_VERDICT, 4, "was 4"), "claims/a.yaml");
        assert_eq!(known.fingerprint(0), known.clone().fingerprint(0));
        assert_ne!(known.fingerprint(0), known.fingerprint(1));
        assert_eq!(known.fingerprint(0).len(), 32);
    }
}
