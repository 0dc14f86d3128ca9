//! What other articles of the ledger say on the row of a claim.

use crate::app::App;
use crate::error::Failure;
use crate::ledgers;
use crate::project::Project;
use claimbook_compare::{Comparison, Item, Options, Relation, compare};
use claimbook_ledger::Ledger;
use claimbook_model::{ArticleMeta, Claim};
use claimbook_report::{Elsewhere, ListedClaim};

/// Every ledger file of the claimbook that can be read; of the others it is only told
/// how many they are, since `check` names them.
pub(super) fn ledgers(project: &Project, app: &mut App) -> Result<Vec<Ledger>, Failure> {
    let paths = ledgers::paths(project, app)?;
    let read = paths.iter().filter_map(|path| ledgers::read(path).ok());
    let ledgers: Vec<Ledger> = read.map(|file| file.ledger).collect();
    let unread = paths.len() - ledgers.len();
    if unread > 0 {
        app.warn(
            &format!("{unread} of {} ledger files cannot be read", paths.len()),
            "`claimbook check` tells why; their claims are not among those of other articles",
        )?;
    }
    Ok(ledgers)
}

/// The claims of the ledger, compared.
pub(super) struct Rows<'l> {
    items: Vec<Item<'l>>,
    comparison: Comparison,
}

impl<'l> Rows<'l> {
    pub(super) fn of(ledgers: &'l [Ledger]) -> Self {
        let items = ledgers.iter().flat_map(|ledger| {
            let article = &ledger.article;
            ledger.claims.iter().map(move |claim| Item {
                article,
                claim,
                at: None,
                words_at: None,
            })
        });
        let items: Vec<Item<'l>> = items.collect();
        let comparison = compare(&items, &Options::default());
        Self { items, comparison }
    }

    /// The claims of other articles on the rows of `claim`.
    pub(super) fn beside(&self, article: &ArticleMeta, claim: &Claim) -> Vec<Elsewhere<'_>> {
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
        others
    }
}
