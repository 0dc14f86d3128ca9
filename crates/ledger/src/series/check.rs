//! Series against each other and against the claims that they name.

use super::{Series, SeriesDocument};
use crate::catalogue::{
    SERIES_CLAIM_TWICE, SERIES_CONTRADICTION, SERIES_NAME_TWICE, SERIES_UNKNOWN_CLAIM,
    SERIES_WITHOUT_FIGURE,
};
use crate::nearest::nearest;
use crate::{Check, Finding, Ledger};
use claimbook_model::fold;
use std::collections::{BTreeMap, BTreeSet};

/// The claims of a claimbook, as far as its files could be read.
#[derive(Debug, Clone, Default)]
pub struct KnownClaims {
    /// By article, whether each claim has a figure.
    articles: BTreeMap<String, BTreeMap<String, bool>>,
    /// Whether some ledger file could not be read.
    partly: bool,
}

impl KnownClaims {
    /// Adds the claims of an article.
    pub fn add(&mut self, ledger: &Ledger) {
        let claims = self.articles.entry(ledger.article.id.clone()).or_default();
        claims.extend(
            ledger
                .claims
                .iter()
                .map(|c| (c.id.clone(), c.figure.is_some())),
        );
    }

    /// Notes that there are claims which cannot be known.
    pub fn add_unreadable(&mut self) {
        self.partly = true;
    }

    /// Adds what others know.
    pub fn join(&mut self, other: Self) {
        self.articles.extend(other.articles);
        self.partly |= other.partly;
    }

    /// Why `name` names no claim with a figure, if so: the check, what is wrong and
    /// what to do.
    fn fault(&self, name: &str) -> Option<(&'static Check, String, String)> {
        let (article, id) = name.rsplit_once('#')?;
        let Some(claims) = self.articles.get(article) else {
            let meant = nearest(article, self.articles.keys().map(String::as_str));
            let message = format!("`{name}` names no claim: the ledger has no article `{article}`");
            let fault = (&SERIES_UNKNOWN_CLAIM, message, hint(meant, None));
            return (!self.partly).then_some(fault);
        };
        match claims.get(id) {
            Some(true) => None,
            Some(false) => {
                let message =
                    format!("`{name}` has no figure; rows of a series are rows of figures");
                let hint = "delete the line; words that were said are compared by themselves";
                Some((&SERIES_WITHOUT_FIGURE, message, hint.to_owned()))
            }
            None => {
                let meant = nearest(id, claims.keys().map(String::as_str));
                let message = format!("`{name}` names no claim: its article has none with this id");
                Some((&SERIES_UNKNOWN_CLAIM, message, hint(meant, Some(article))))
            }
        }
    }
}

/// What to do about a name that names nothing.
fn hint(meant: Option<&str>, article: Option<&str>) -> String {
    let meant = meant
        .map(|m| format!("did you mean `{m}`? "))
        .unwrap_or_default();
    let list = match article {
        Some(article) => format!("`claimbook list --article {article}` shows what it claims"),
        None => "`claimbook list` shows articles and claims".to_owned(),
    };
    format!("{meant}{list}; else delete the line")
}

/// All that is wrong with a file of series, in the order of its lines.
#[must_use]
pub fn check(document: &SeriesDocument<'_>, known: &KnownClaims) -> Vec<Finding> {
    let mut checker = Checker {
        document,
        known,
        findings: Vec::new(),
    };
    checker.names();
    checker.members();
    for (index, series) in document.series().iter().enumerate() {
        checker.contradictions(index, series);
        checker.claims(index, "members", &series.members);
        checker.claims(index, "non_members", &series.non_members);
    }
    let mut findings = checker.findings;
    findings.sort_by(|a, b| (a.line, a.column, a.rule).cmp(&(b.line, b.column, b.rule)));
    findings
}

struct Checker<'a> {
    document: &'a SeriesDocument<'a>,
    known: &'a KnownClaims,
    findings: Vec<Finding>,
}

impl Checker<'_> {
    fn report(
        &mut self,
        check: &'static Check,
        (index, key, number): (usize, &str, usize),
        message: String,
        hint: impl Into<String>,
    ) {
        let place = self.document.place_of(index, key, number);
        let finding = Finding::new(check, self.document.file(), place, message).hint(hint);
        self.findings.push(finding);
    }

    /// Names and synonyms that two series have, or one series twice.
    fn names(&mut self) {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for (index, series) in self.document.series().iter().enumerate() {
            let synonyms = (0..).zip(&series.synonyms);
            let name = std::iter::once(("name", 0, &series.name));
            for (key, number, text) in name.chain(synonyms.map(|(n, s)| ("synonyms", n, s))) {
                match first.get(&fold(text)) {
                    None => drop(first.insert(fold(text), index)),
                    Some(other) => {
                        let called = &self.document.series()[*other].name;
                        let message =
                            format!("\"{text}\" is a name of the series \"{called}\" already");
                        let hint = "a name or synonym leads to one row; keep it in one place";
                        self.report(&SERIES_NAME_TWICE, (index, key, number), message, hint);
                    }
                }
            }
        }
    }

    /// Claims that are members of two series, or twice of one.
    fn members(&mut self) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        let document = self.document;
        for (index, series) in document.series().iter().enumerate() {
            for (number, claim) in series.members.iter().enumerate() {
                match first.get(claim.as_str()) {
                    None => drop(first.insert(claim, index)),
                    Some(other) => {
                        let called = &document.series()[*other].name;
                        let message = format!("`{claim}` is a member of \"{called}\" already");
                        let hint = "a claim stands on one row; keep it in one place";
                        let place = (index, "members", number);
                        self.report(&SERIES_CLAIM_TWICE, place, message, hint);
                    }
                }
            }
        }
    }

    /// Claims that a series both has and keeps off.
    fn contradictions(&mut self, index: usize, series: &Series) {
        let members: BTreeSet<&String> = series.members.iter().collect();
        for (number, claim) in series.non_members.iter().enumerate() {
            if members.contains(claim) {
                let message = format!("`{claim}` is both a member and a non-member of this series");
                let place = (index, "non_members", number);
                self.report(
                    &SERIES_CONTRADICTION,
                    place,
                    message,
                    "delete one of the two lines",
                );
            }
        }
    }

    /// Names of claims that name none.
    fn claims(&mut self, index: usize, key: &str, claims: &[String]) {
        for (number, claim) in claims.iter().enumerate() {
            if let Some((check, message, hint)) = self.known.fault(claim) {
                self.report(check, (index, key, number), message, hint);
            }
        }
    }
}
