//! Edits that keep what people wrote.

use super::{Refused, rewrite};
use crate::arbitrary::{arbitrary_claim, ledger, review};
use crate::sample::{figure_claim, full_ledger};
use crate::tree::Tree;
use crate::{Ledger, emit, parse};
use claimbook_model::{ArticleEdit, Evidence, Number, Verdict, Waiver};
use proptest::prelude::*;

/// A file as people leave it: comments everywhere, own order, own styles.
pub(crate) const HAND_MADE: &str = r#"# yaml-language-server: $schema=../.claimbook/ledger-1.schema.json
claimbook: 1   # the format

article:
  title: 'It''s "so"'   # as printed
  id: a

# The claims of this article,
# in two parts.

claims:
# -- first part --

  # Ann doubts this one.
  - id: c-1
    review: {reading: ok, verdict: open} # soon
    quote:
      exact: "Sales rose 5%."

    figure: # machine
      text: "5%"
      value: 5
      bound: equal
      # not points
      unit: percent   # sure?
      kind: level
      measure: sales
      between: [north, # up
        south]
    # end of the first

  # Bob's.

  - review:
      verdict: supported   # really
      reading: ok
      note: | # long
        One line.

        Another one.
      evidence:
        - url: "https://example.org/1"   # the first
          quote: one
        # the second
        - {url: "https://example.org/2"}
    id: c-2
    quote: {exact: "He said so.", prefix: "x"}
# the end
"#;

/// The hand-made file after `change`.
fn changed(change: impl FnOnce(&mut Ledger)) -> Result<String, Refused> {
    let old = parse(HAND_MADE, "x").unwrap();
    let mut new = old.clone();
    change(&mut new);
    let tree = Tree::read(HAND_MADE).unwrap();
    rewrite(&tree, &old, &new)
}

/// The lines that differ, as a diff.
fn diff(change: impl FnOnce(&mut Ledger)) -> String {
    let text = changed(change).unwrap();
    let diff = similar::TextDiff::from_lines(HAND_MADE, &text);
    let changes = diff.iter_all_changes();
    let touched = changes.filter(|c| c.tag() != similar::ChangeTag::Equal);
    touched.map(|c| format!("{}{c}", c.tag())).collect()
}

#[test]
fn a_scalar_changes_in_its_place() {
    insta::assert_snapshot!(diff(|l| {
        l.article.title = Some("NO".to_owned());
        l.claims[0].review.verdict = Verdict::Disputed;
        let figure = l.claims[0].figure.as_mut().unwrap();
        figure.value = "5.5".parse().unwrap();
        figure.unit = Some(claimbook_model::Unit::new("percentage_point"));
        l.claims[1].review.verdict = Verdict::Open;
    }));
}

#[test]
fn fields_come_and_go_and_comments_stay() {
    insta::assert_snapshot!(diff(|l| {
        l.article.agency = Some("Sputnik".to_owned());
        let figure = l.claims[0].figure.as_mut().unwrap();
        figure.unit = None;
        figure.period = "2021".parse().ok();
        figure.between = vec!["south".to_owned()];
        l.claims[0].review.by = Some("ann".to_owned());
        l.claims[0].waive.push(Waiver {
            rule: "a".to_owned(),
            reason: "b".to_owned(),
        });
        l.claims[1].review.note = Some("short".to_owned());
        l.claims[1].quote.prefix = String::new();
    }));
}

#[test]
fn lists_change_item_by_item() {
    insta::assert_snapshot!(diff(|l| {
        let evidence = &mut l.claims[1].review.evidence;
        evidence[1].value = Some(Number::from(7));
        evidence[0].quote = None;
        evidence.push(Evidence {
            url: "https://example.org/3".to_owned(),
            ..evidence[0].clone()
        });
    }));
    insta::assert_snapshot!(diff(|l| {
        l.claims[1].review.evidence.remove(0);
        l.claims[1].changes.push(ArticleEdit {
            field: "a".to_owned(),
            was: "b".to_owned(),
        });
    }));
    insta::assert_snapshot!(diff(|l| l.claims[1].review.evidence.clear()));
}

#[test]
fn claims_are_inserted_and_moved_with_their_comments() {
    insta::assert_snapshot!(diff(|l| {
        let mut new = figure_claim("Costs fell 2%.", "2%");
        new.id = "c-3".to_owned();
        l.claims.insert(1, new);
    }));
    insta::assert_snapshot!(diff(|l| l.claims.reverse()));
}

#[test]
fn a_first_claim_is_written_below_an_empty_list() {
    let old = Ledger {
        claims: Vec::new(),
        ..full_ledger()
    };
    let text = emit(&old).replace("claims: []", "claims: [] # none yet") + "# end\n";
    let rewritten = rewrite(&Tree::read(&text).unwrap(), &old, &full_ledger()).unwrap();
    assert!(
        rewritten.contains("\nclaims: # none yet\n\n  - id: "),
        "{rewritten}"
    );
    let without = rewrite(
        &Tree::read(&emit(&full_ledger())).unwrap(),
        &full_ledger(),
        &old,
    )
    .unwrap();
    assert_eq!(without, emit(&old));
}

#[test]
fn claims_and_articles_in_brackets_are_edited_too() {
    let text = "claimbook: 1\narticle: {id: a, title: b} # c\nclaims:\n- {id: c-1, quote: {exact: d}} # e\n- {id: c-2, quote: {exact: f}}\n";
    let old = parse(text, "x").unwrap();
    let edited = |change: &dyn Fn(&mut Ledger)| {
        let mut new = old.clone();
        change(&mut new);
        rewrite(&Tree::read(text).unwrap(), &old, &new).unwrap()
    };
    let quote = edited(&|l| l.claims[1].quote.exact.push('!'));
    assert_eq!(quote, text.replace("exact: f", "exact: \"f!\""));
    insta::assert_snapshot!(edited(&|l| {
        l.article.title = None;
        l.claims[0].gone = true;
    }));
    let flow = "claimbook: 1\narticle: {id: a}\nclaims: [{id: c-1, quote: {exact: d}}] # e\n";
    let old = parse(flow, "x").unwrap();
    let rewritten = |change: &dyn Fn(&mut Ledger)| {
        let mut new = old.clone();
        change(&mut new);
        rewrite(&Tree::read(flow).unwrap(), &old, &new).unwrap()
    };
    assert_eq!(
        rewritten(&|l| l.article.id.push('b')),
        flow.replace("id: a", "id: \"ab\"")
    );
    assert_eq!(
        rewritten(&|l| l.claims.clear()),
        flow.replace("[{id: c-1, quote: {exact: d}}]", "[]")
    );
    insta::assert_snapshot!(rewritten(&|l| l.claims[0].gone = true));
}

#[test]
fn a_claim_with_comments_is_not_removed() {
    let refused = changed(|l| drop(l.claims.remove(0))).unwrap_err();
    insta::assert_snapshot!(refused);
}

#[test]
fn line_ends_and_a_missing_last_one_are_kept() {
    let old = full_ledger();
    let mut new = old.clone();
    new.claims[1].review.note = Some("x".to_owned());
    new.claims[0].review.evidence[0].quote = None;
    new.claims[0].fix.value = None;
    let text = emit(&old).trim_end().replace('\n', "\r\n");
    let rewritten = rewrite(&Tree::read(&text).unwrap(), &old, &new).unwrap();
    assert_eq!(
        rewritten.matches('\n').count(),
        rewritten.matches("\r\n").count()
    );
    assert_eq!(
        rewritten.trim_end().replace("\r\n", "\n"),
        emit(&new).trim_end()
    );
}

#[test]
fn two_claims_with_one_id_are_refused() {
    let text = HAND_MADE.replace("c-2", "c-1");
    let old = parse(&text, "x").unwrap();
    let new = Ledger {
        claims: Vec::new(),
        ..old.clone()
    };
    let refused = rewrite(&Tree::read(&text).unwrap(), &old, &new).unwrap_err();
    assert_eq!(refused.line, 34);
}

/// The canonical text of `ledger` with comments and blank lines strewn in, but for the
/// lines of notes, where they would be text.
pub(crate) fn strewn(ledger: &Ledger, places: &[u8]) -> String {
    let mut out = String::new();
    let mut note = None;
    for (index, line) in emit(ledger).lines().enumerate() {
        out.push_str(line);
        let column = line.len() - line.trim_start().len();
        note = note.filter(|above| line.is_empty() || column > *above);
        if line.ends_with("note: |") || line.ends_with("note: |-") {
            note = Some(column);
        }
        let number = places.iter().position(|p| usize::from(*p) == index);
        let number = number.filter(|_| note.is_none());
        match number.map(|n| (n, n % 5)) {
            Some((n, 0)) => out.push_str(&format!("  # c{n}")),
            Some((n, 1)) => out.push_str(&format!("\n# c{n}")),
            Some((n, 2)) => out.push_str(&format!("\n\n      # c{n}")),
            Some((n, 3)) => out.push_str(&format!("\n  # c{n}\n")),
            Some(_) => out.push('\n'),
            None => {}
        }
        out.push('\n');
    }
    out
}

proptest! {
    #![proptest_config(crate::arbitrary::cases(100))]
    #[test]
    fn any_ledger_becomes_any_other(a in ledger(), b in ledger(), keep in any::<u8>(), places in proptest::collection::vec(any::<u8>(), 0..12)) {
        let mut b = b;
        let mut kept = Vec::new();
        for (i, claim) in a.claims.iter().enumerate() {
            match (b.claims.get_mut(i), keep >> i & 3) {
                (Some(other), 0) => other.id.clone_from(&claim.id),
                (Some(other), 1) => other.clone_from(claim),
                _ => kept.push(claim.clone()),
            }
        }
        b.claims.extend(kept);
        let ids: std::collections::BTreeSet<&str> = b.claims.iter().map(|c| c.id.as_str()).collect();
        prop_assume!(ids.len() == b.claims.len());
        let text = strewn(&a, &places);
        prop_assert_eq!(&parse(&text, "x").unwrap(), &a);
        let rewritten = rewrite(&Tree::read(&text).unwrap(), &a, &b);
        prop_assert!(rewritten.is_ok(), "{:?}\n{}", rewritten, text);
        prop_assert_eq!(parse(&rewritten.unwrap(), "x").unwrap(), b);
    }

    #[test]
    fn a_review_touches_its_own_lines_only(a in ledger(), review in review(), which in any::<prop::sample::Index>()) {
        if a.claims.is_empty() { return Ok(()); }
        let which = which.index(a.claims.len());
        let mut b = a.clone();
        b.claims[which].review = review;
        let rewritten = rewrite(&Tree::read(&emit(&a)).unwrap(), &a, &b).unwrap();
        prop_assert_eq!(&rewritten, &emit(&b));
    }

    #[test]
    fn what_is_emitted_is_read_back(claim in arbitrary_claim()) {
        let mut ledger = full_ledger();
        ledger.claims.push(claim);
        ledger.claims[2].id = "c-x".to_owned();
        prop_assert_eq!(parse(&emit(&ledger), "x").unwrap(), ledger);
    }
}
