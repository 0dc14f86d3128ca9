//! Waivers: findings that people accepted, with a reason.

use super::At;
use crate::catalogue::UNUSED_WAIVER;
use crate::nearest::nearest;
use crate::{Document, Finding, Scope, catalogue};

/// `findings` of one file without those that its claims waive, and with one for each
/// waiver that waives nothing. `articles_read` tells whether checks against the
/// article were made; without them their waivers cannot be called unused.
#[must_use]
pub fn settle(
    document: &Document<'_>,
    findings: Vec<Finding>,
    articles_read: bool,
) -> Vec<Finding> {
    let mut left = findings;
    for (index, claim) in document.ledger().claims.iter().enumerate() {
        for (number, waiver) in claim.waive.iter().enumerate() {
            let before = left.len();
            let check = catalogue().find(|c| c.name == waiver.rule);
            let waivable = check.filter(|c| matches!(c.scope, Scope::Claim | Scope::Text));
            if waivable.is_some() {
                left.retain(|f| f.rule != waiver.rule || f.claim.as_deref() != Some(&claim.id));
            }
            let not_looked = waivable.is_some_and(|c| c.scope == Scope::Text) && !articles_read;
            if left.len() == before && !not_looked {
                let at = At {
                    document,
                    index,
                    claim,
                };
                left.push(unused(
                    &at,
                    number,
                    &waiver.rule,
                    check.is_some(),
                    waivable.is_some(),
                ));
            }
        }
    }
    left.sort_by(|a, b| (a.line, a.column, a.rule).cmp(&(b.line, b.column, b.rule)));
    left
}

fn unused(at: &At<'_>, number: usize, rule: &str, known: bool, waivable: bool) -> Finding {
    let (message, hint) = if !known {
        let names = catalogue().map(|c| c.name);
        let hint = match nearest(rule, names) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "findings are named in brackets in front of their message".to_owned(),
        };
        (format!("no finding is called `{rule}`"), hint)
    } else if !waivable {
        let hint = "mend what it names; only findings about one claim can be waived";
        (format!("`{rule}` cannot be waived"), hint.to_owned())
    } else {
        let message = format!("the claim has no finding `{rule}` to waive");
        (message, "delete the waiver".to_owned())
    };
    let number = number.to_string();
    at.finding(&UNUSED_WAIVER, &["waive", &number], message)
        .hint(hint)
}
