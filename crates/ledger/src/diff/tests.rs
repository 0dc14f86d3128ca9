//! Changes as people are told them.

use super::{What, diff};
use crate::Ledger;
use crate::arbitrary::ledger;
use crate::sample::{claim, full_ledger};
use claimbook_model::{Number, Verdict};
use proptest::prelude::*;

fn after(change: impl FnOnce(&mut Ledger)) -> Vec<super::Change> {
    let old = full_ledger();
    let mut new = old.clone();
    change(&mut new);
    diff(&old, &new)
}

#[test]
fn changes_are_told_in_words_and_numbers() {
    let changes = after(|l| {
        l.article.title = None;
        let figure = l.claims[1].figure.as_mut().unwrap();
        figure.text = "4%".to_owned();
        figure.value = Number::from(4);
        figure.place = Some("the north".to_owned());
        l.claims[0].quote.exact.push('!');
        l.claims[0].quote.prefix.clear();
        l.claims[0].gone = false;
        l.claims[0].review.verdict = Verdict::Supported;
        l.claims[0].review.saw = Some("about 2000000 to 2100000 dose".to_owned());
        l.claims[0].review.evidence[0].value = None;
        l.claims.push(claim("He came."));
    });
    insta::assert_snapshot!(serde_json::to_string_pretty(&changes).unwrap());
}

#[test]
fn a_figure_that_changes_under_a_verdict_makes_it_stale() {
    let mut old = full_ledger();
    old.claims[1].review.verdict = Verdict::Supported;
    old.claims[1].review.saw = Some("5 percent".to_owned());
    let mut new = old.clone();
    new.claims[1].figure.as_mut().unwrap().value = Number::from(6);
    let whats: Vec<What> = diff(&old, &new).into_iter().map(|c| c.what).collect();
    let stale = What::WentStale {
        saw: "5 percent".to_owned(),
        now: "6 percent".to_owned(),
    };
    assert!(
        matches!(&whats[..], [What::Figure { .. }, w] if *w == stale),
        "{whats:?}"
    );
}

proptest! {
    #![proptest_config(crate::arbitrary::cases(100))]
    #[test]
    fn nothing_changed_is_nothing_told_and_nothing_else_is(a in ledger(), b in ledger()) {
        prop_assert_eq!(diff(&a, &a), vec![]);
        let plain = |l: &Ledger| {
            let mut l = l.clone();
            l.claims.iter_mut().for_each(|c| (c.quote.prefix, c.quote.suffix) = <_>::default());
            l.claims.sort_by(|a, b| a.id.cmp(&b.id));
            l
        };
        prop_assert_eq!(diff(&a, &b).is_empty(), plain(&a) == plain(&b));
    }
}
