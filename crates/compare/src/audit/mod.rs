//! Whether figures that belong together add up.
//!
//! A text that gives a change and the two levels that it joins, a part, its whole and
//! the percentage, or a sum and its parts, says one thing twice; here both sayings are
//! held against each other. Only figures whose words tie them together are looked at
//! (see [`rules()`]): what stands near each other is no sum. Hedges and rounding are
//! allowed for as in `range`, so that a finding is a contradiction, not a rounding.

mod change;
mod conversion;
mod find;
mod links;
mod over_time;
mod range;
mod rules;
mod sentence;
mod share;
mod sum;
mod twice;

pub use rules::rules;

use crate::row::Item;
use claimbook_model::{Claim, Reading, Rule};
use sentence::sentences;

/// Figures that do not add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditFinding {
    /// The rule that is broken.
    pub rule: &'static Rule,
    /// Indices into the items: first what is doubted, then what it is held against.
    pub items: Vec<usize>,
    /// What is wrong, in a sentence.
    pub says: String,
    /// The arithmetic behind it: "13 / 10 - 1 = 30%".
    pub arithmetic: String,
}

/// Every figure of `items` that contradicts others, by article and place in it. Claims
/// that were read wrong or are gone stay out; corrections are applied.
#[must_use]
pub fn audit(items: &[Item<'_>]) -> Vec<AuditFinding> {
    let claims: Vec<Option<Claim>> = items.iter().map(|item| heard(item.claim)).collect();
    let mut findings = Vec::new();
    for sentence in sentences(items, &claims) {
        change::audit(&sentence, &mut findings);
        conversion::audit(&sentence, &mut findings);
        twice::audit(&sentence, &mut findings);
        share::audit(&sentence, &mut findings);
        sum::audit(&sentence, &mut findings);
    }
    over_time::audit(items, &claims, &mut findings);
    let place = |finding: &AuditFinding| {
        let first = finding.items.iter().min().copied().unwrap_or_default();
        (items[first].article.id.clone(), first, finding.rule.id)
    };
    findings.sort_by_cached_key(place);
    findings.dedup_by(|a, b| a.items == b.items && a.rule.id == b.rule.id);
    findings
}

/// The claim with its corrections, if it takes part.
fn heard(claim: &Claim) -> Option<Claim> {
    let stays_out = claim.gone || claim.review.reading == Reading::Wrong;
    (!stays_out).then(|| claim.effective())
}
