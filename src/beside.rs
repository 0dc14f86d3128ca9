//! What other articles of the ledger say on the row of a claim.

use crate::error::Failure;
use crate::project::Project;
use crate::series::rows_by_hand;
use claimbook_compare::{Comparison, Item, Options, Relation, compare};
use claimbook_ledger::Ledger;
use claimbook_model::{ArticleMeta, Claim};
use claimbook_report::{Elsewhere, ListedClaim};

/// Claims beyond which a page does without other articles: comparing more of them takes
/// longer than anybody waits for a page.
const COMPARED: usize = 20_000;

/// Claims of other articles that a page shows.
const SHOWN: usize = 12;

/// The claims of the ledger, compared.
pub(crate) struct Rows<'l> {
    items: Vec<Item<'l>>,
    comparison: Comparison,
}

impl<'l> Rows<'l> {
    /// Compares them as `compare` does, with the rows that people keep by hand.
    pub(crate) fn of(
        ledgers: impl Iterator<Item = &'l Ledger>,
        project: &Project,
    ) -> Result<Self, Failure> {
        let items = ledgers.flat_map(|ledger| {
            let article = &ledger.article;
            ledger.claims.iter().map(move |claim| Item {
                article,
                claim,
                at: None,
                words_at: None,
            })
        });
        let items: Vec<Item<'l>> = items.collect();
        let options = Options {
            series: rows_by_hand(project)?,
            ..Options::default()
        };
        let comparison = if items.len() > COMPARED {
            Comparison::default()
        } else {
            compare(&items, &options)
        };
        Ok(Self { items, comparison })
    }

    /// Whether there are so many claims that they were not compared.
    pub(crate) const fn too_many(&self) -> bool {
        self.items.len() > COMPARED
    }

    /// The claims of other articles on the rows of `claim`: those that it conflicts with
    /// first, and not more than a page has room for.
    pub(crate) fn beside(&self, article: &ArticleMeta, claim: &Claim) -> Vec<Elsewhere<'_>> {
        let is_it = |item: &Item<'_>| item.article.id == article.id && item.claim.id == claim.id;
        let mut others = Vec::new();
        for row in &self.comparison.rows {
            let members = row.members.iter().map(|m| &self.items[m.item]);
            let members: Vec<&Item<'_>> = members.collect();
            let Some(own) = members.iter().position(|item| is_it(item)) else {
                continue;
            };
            let elsewhere = members.iter().enumerate();
            let elsewhere = elsewhere.filter(|(_, item)| item.article.id != article.id);
            others.extend(elsewhere.map(|(at, item)| {
                let between = |a, b| (a, b) == (own, at) || (a, b) == (at, own);
                let link = row.relations.iter().find(|link| between(link.a, link.b));
                let relation: Option<(Relation, &str)> =
                    link.map(|link| (link.relation, link.why.as_str()));
                let (article, claim) = (item.article, item.claim);
                Elsewhere {
                    listed: ListedClaim { article, claim },
                    relation,
                }
            }));
        }
        others.sort_by_key(|other| match other.relation {
            Some((Relation::Conflict, _)) => 0,
            Some((Relation::Update, _)) => 1,
            Some((Relation::Agree, _)) => 2,
            Some((Relation::NotComparable, _)) | None => 3,
        });
        others.truncate(SHOWN);
        others
    }
}
