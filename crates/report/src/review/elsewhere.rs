//! What other articles say to the same question, in a few words.

use crate::Elsewhere;
use crate::wording::{outlet, published, shortened, value, verdict};
use claimbook_compare::Relation;

/// Words that stand for an utterance.
const WORDS: usize = 8;

/// "100,000 doses (Reuters, 2021-02-13; update)".
#[must_use]
pub fn elsewhere_in_short(other: &Elsewhere<'_>) -> String {
    let (article, claim) = (other.listed.article, other.listed.claim);
    let said = shortened(&value(claim), WORDS);
    let mut about = vec![format!("{}, {}", outlet(article), published(article))];
    about.extend(match other.relation.map(|(relation, _)| relation) {
        Some(Relation::Agree) => Some("agrees".to_owned()),
        Some(Relation::Conflict) => Some("conflicts".to_owned()),
        Some(Relation::Update) => Some("update".to_owned()),
        Some(Relation::NotComparable) | None => None,
    });
    about.extend(verdict(claim).map(|verdict| format!("judged {verdict}")));
    format!("{said} ({})", about.join("; "))
}
