//! What other articles say to the same question, in a few words for each claim.

use crate::wording::{outlet, published, shortened, value, verdict};
use claimbook_compare::{Comparison, Item, Relation, Row};
use std::collections::BTreeMap;

/// Words that stand for an utterance.
const WORDS: usize = 8;

/// For each item that stands in a row with other articles, by its number, what these say:
/// "100,000 (Reuters, 2021-02-13; update)".
#[must_use]
pub fn elsewhere(comparison: &Comparison, items: &[Item<'_>]) -> BTreeMap<usize, Vec<String>> {
    let mut all: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for row in &comparison.rows {
        for (at, member) in row.members.iter().enumerate() {
            let own = items.get(member.item).map(|item| &item.article.id);
            let others = row.members.iter().enumerate();
            let others = others.filter_map(|(n, other)| Some((n, items.get(other.item)?)));
            let told = others
                .filter(|(_, other)| Some(&other.article.id) != own)
                .map(|(n, other)| entry(other, relation(row, at, n)));
            all.entry(member.item).or_default().extend(told);
        }
    }
    all.retain(|_, entries| !entries.is_empty());
    all
}

fn relation(row: &Row, one: usize, other: usize) -> Option<Relation> {
    let pair = [(one, other), (other, one)];
    let link = row
        .relations
        .iter()
        .find(|link| pair.contains(&(link.a, link.b)));
    link.map(|link| link.relation)
}

fn entry(item: &Item<'_>, relation: Option<Relation>) -> String {
    let said = shortened(&value(item.claim), WORDS);
    let mut about = format!("{}, {}", outlet(item.article), published(item.article));
    about.push_str(match relation {
        Some(Relation::Agree) => "; agrees",
        Some(Relation::Conflict) => "; conflict",
        Some(Relation::Update) => "; update",
        Some(Relation::NotComparable) | None => "",
    });
    if let Some(verdict) = verdict(item.claim) {
        about = format!("{about}; judged {verdict}");
    }
    format!("{said} ({about})")
}
