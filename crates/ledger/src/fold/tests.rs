//! What becomes of claims when an article is read again.

use super::{Event, FoldIn, fold_in};
use crate::arbitrary::{arbitrary_claim, ledger};
use crate::sample::{claim, figure_claim};
use crate::{Ledger, emit, mint, parse};
use claimbook_model::{ArticleMeta, Claim, Number, Reading, SaidBy, Style, Verdict};
use proptest::prelude::*;

fn meta() -> ArticleMeta {
    ArticleMeta {
        id: "a".to_owned(),
        ..ArticleMeta::default()
    }
}

/// A ledger of `claims`, its text, and the second reading folded in.
fn again(mut claims: Vec<Claim>, fresh: Vec<Claim>) -> FoldIn {
    mint("a", &mut claims);
    let old = Ledger {
        article: meta(),
        claims,
    };
    let text = emit(&old);
    let folded = fold_in(Some((&text, &old)), meta(), fresh).unwrap();
    assert_eq!(parse(&folded.yaml, "x").unwrap(), folded.ledger);
    folded
}

fn events(folded: &FoldIn) -> Vec<&Event> {
    folded.outcomes.iter().map(|o| &o.event).collect()
}

fn judged(mut claim: Claim) -> Claim {
    claim.review.verdict = Verdict::Supported;
    claim.review.saw = Some(claim.as_judged());
    claim
}

fn says(mut claim: Claim, name: &str) -> Claim {
    claim.said_by = Some(SaidBy {
        name: Some(name.to_owned()),
        as_written: None,
        role: None,
        cue: None,
        style: Style::Indirect,
        stance: None,
        words: None,
        said_on: None,
        venue: None,
        via: None,
    });
    claim
}

#[test]
fn a_first_reading_is_written_in_canonical_form() {
    let folded = fold_in(None, meta(), vec![figure_claim("It rose 5%.", "5%")]).unwrap();
    assert_eq!(folded.yaml, emit(&folded.ledger));
    assert_eq!(events(&folded), [&Event::New]);
    assert!(folded.outcomes[0].claim.starts_with("c-"));
}

#[test]
fn an_unchanged_article_leaves_the_very_same_text() {
    let claims = vec![judged(figure_claim("It rose 5%.", "5%")), claim("He left.")];
    let mut old = Ledger {
        article: meta(),
        claims: claims.clone(),
    };
    mint("a", &mut old.claims);
    let text = emit(&old)
        .replace("\n  - id", "\n  # mine\n  - id")
        .replace('"', "'");
    let folded = fold_in(Some((&text, &old)), meta(), claims).unwrap();
    assert_eq!(folded.yaml, text);
}

#[test]
fn an_edited_figure_keeps_the_id_and_makes_the_review_stale() {
    let old = judged(figure_claim(
        "He said 7.2 % of doses came in 2021.",
        "7.2 %",
    ));
    let new = figure_claim("He said almost 7.3 % of doses came in 2021.", "7.3 %");
    let folded = again(vec![old.clone()], vec![new]);
    let event = Event::FigureEdited {
        was: "7.2 %".to_owned(),
        now: "7.3 %".to_owned(),
    };
    assert_eq!(events(&folded), [&event]);
    assert!(folded.outcomes[0].stale && folded.outcomes[0].reviewed);
    let claim = &folded.ledger.claims[0];
    assert_eq!(claim.review, old.review);
    let changes: Vec<_> = claim
        .changes
        .iter()
        .map(|c| (c.field.as_str(), c.was.as_str()))
        .collect();
    assert_eq!(changes, [("figure.text", "7.2 %"), ("figure.value", "7.2")]);
}

#[test]
fn an_edited_number_in_words_said_is_told_alone() {
    let folded = again(
        vec![claim("He said 7.2 million came.")],
        vec![claim("He said 7.3 million came.")],
    );
    let event = Event::FigureEdited {
        was: "7.2".to_owned(),
        now: "7.3".to_owned(),
    };
    assert_eq!(events(&folded), [&event]);
}

#[test]
fn a_review_without_what_it_saw_is_told_what_it_was() {
    let mut old = figure_claim("It rose 5%.", "5%");
    old.review.reading = Reading::Ok;
    let folded = again(vec![old], vec![figure_claim("It rose 6%.", "6%")]);
    assert_eq!(
        folded.ledger.claims[0].review.saw.as_deref(),
        Some("5 percent · sales · undated")
    );
    assert!(folded.outcomes[0].stale);
}

#[test]
fn several_figures_of_one_sentence_are_told_apart_by_place() {
    let sentence = |a: &str, b: &str| {
        let exact = format!("It rose {a} at home and {b} abroad.");
        vec![figure_claim(&exact, a), figure_claim(&exact, b)]
    };
    let folded = again(sentence("5%", "7%"), sentence("6%", "7%"));
    assert!(matches!(
        events(&folded)[..],
        [Event::FigureEdited { .. }, Event::Reworded { .. }]
    ));
    let folded = again(sentence("5%", "5%"), sentence("5%", "6%"));
    assert!(matches!(
        events(&folded)[..],
        [Event::Reworded { .. }, Event::FigureEdited { .. }]
    ));
}

#[test]
fn nothing_is_guessed_across_other_changes() {
    let old = || judged(figure_claim("It rose 5% in the year.", "5%"));
    for (new, why) in [
        (
            figure_claim("It fell 6% in the year.", "6%"),
            "words and number changed",
        ),
        (
            figure_claim("It rose 6% in the month, said one.", "6%"),
            "more than the number changed",
        ),
        (
            says(figure_claim("It rose 6% in the year.", "6%"), "Ann"),
            "another speaker",
        ),
    ] {
        let folded = again(vec![old()], vec![new]);
        assert_eq!(events(&folded), [&Event::Gone, &Event::New], "{why}");
        assert!(folded.ledger.claims[0].gone);
        assert_eq!(folded.ledger.claims[0].review, old().review);
    }
    let two = vec![
        figure_claim("It rose 6% in the year.", "6%"),
        figure_claim("It rose 7% in the year.", "7%"),
    ];
    assert_eq!(
        events(&again(vec![old()], two)),
        [&Event::Gone, &Event::New, &Event::New]
    );
}

#[test]
fn a_reworded_sentence_keeps_its_review_only_with_the_same_meaning() {
    let long = |verb: &str| {
        format!(
            "The minister of health told reporters in the capital that cases {verb} 5% in the year."
        )
    };
    let old = judged(figure_claim(&long("rose"), "5%"));
    let same = figure_claim(&long("climbed"), "5%");
    assert!(matches!(
        events(&again(vec![old.clone()], vec![same.clone()]))[..],
        [Event::Reworded { .. }]
    ));
    let mut other = same;
    other.figure.as_mut().unwrap().direction = Some(claimbook_model::Direction::Down);
    assert_eq!(
        events(&again(vec![old], vec![other])),
        [&Event::Gone, &Event::New]
    );
}

#[test]
fn unreviewed_claims_go_and_reviewed_ones_stay_and_return() {
    let claims = vec![
        claim("One came."),
        judged(claim("He came.")),
        claim("She came."),
    ];
    let folded = again(claims.clone(), vec![claims[2].clone()]);
    assert_eq!(
        events(&folded),
        [&Event::Gone, &Event::Unchanged, &Event::Removed]
    );
    let back = fold_in(Some((&folded.yaml, &folded.ledger)), meta(), claims).unwrap();
    assert_eq!(
        events(&back),
        [&Event::New, &Event::Returned, &Event::Unchanged]
    );
    assert!(back.ledger.claims.iter().all(|c| !c.gone));
}

#[test]
fn a_commented_claim_is_not_removed() {
    let mut old = Ledger {
        article: meta(),
        claims: vec![claim("He came.")],
    };
    mint("a", &mut old.claims);
    let text = emit(&old).replace("\n  - id", "\n  # ask him\n  - id");
    let folded = fold_in(Some((&text, &old)), meta(), Vec::new()).unwrap();
    assert_eq!(events(&folded), [&Event::Gone]);
    assert!(folded.yaml.contains("# ask him") && folded.yaml.contains("gone: true"));
}

#[test]
fn a_better_reading_refreshes_machine_fields_only() {
    let old = judged(figure_claim("It sold 5% of it.", "5%"));
    let mut new = figure_claim("It sold 5% of it.", "5% of it");
    new.figure.as_mut().unwrap().value = Number::from(5);
    let folded = again(vec![old], vec![new]);
    assert_eq!(events(&folded), [&Event::Refreshed]);
    assert!(!folded.outcomes[0].stale, "the amount is the same");
}

#[test]
fn a_claim_is_found_at_another_place_of_a_repeated_sentence() {
    let near = |mut claim: Claim, prefix: &str| {
        claim.quote.prefix = prefix.to_owned();
        claim
    };
    let old = near(judged(claim("It rose 5%.")), "then");
    let fresh = vec![
        near(figure_claim("It rose 5%.", "5%"), "first"),
        near(claim("It rose 5%."), "second"),
    ];
    let folded = again(vec![old], fresh);
    assert_eq!(events(&folded), [&Event::New, &Event::Refreshed]);
    assert_eq!(folded.ledger.claims[1].review.verdict, Verdict::Supported);
}

#[test]
fn in_the_very_same_text_nothing_was_edited_but_sentences_may_be_cut_anew() {
    let same = |old: Vec<Claim>, fresh: Vec<Claim>| {
        let article = ArticleMeta {
            text_sha256: Some("00".to_owned()),
            ..meta()
        };
        let mut old = Ledger {
            article: article.clone(),
            claims: old,
        };
        mint("a", &mut old.claims);
        fold_in(Some((&emit(&old), &old)), article, fresh).unwrap()
    };
    let long = judged(figure_claim("By May: it rose 5% in the north.", "5%"));
    let short = figure_claim("it rose 5% in the north.", "5%");
    let folded = same(vec![long.clone()], vec![short.clone()]);
    assert_eq!(events(&folded), [&Event::Refreshed]);
    assert_eq!(
        events(&again(vec![long.clone()], vec![short.clone()])),
        [&Event::Gone, &Event::New]
    );
    let twins = same(
        vec![long],
        vec![short, figure_claim("It rose 5% in the north.", "5%")],
    );
    assert_eq!(
        events(&twins),
        [&Event::Unchanged, &Event::New, &Event::New]
    );
    let other = same(
        vec![judged(figure_claim("It rose 5%.", "5%"))],
        vec![figure_claim("It rose 6%.", "6%")],
    );
    assert_eq!(
        events(&other),
        [&Event::Unchanged, &Event::New],
        "both sentences stand in the article"
    );
}

#[test]
fn repeated_sentences_are_told_apart_by_what_stands_around_them() {
    let near = |prefix: &str| {
        let mut claim = figure_claim("It rose 5%.", "5%");
        claim.quote.prefix = prefix.to_owned();
        claim
    };
    let folded = again(
        vec![near("first"), judged(near("second"))],
        vec![near("second"), near("first")],
    );
    let kept = &folded.ledger.claims;
    assert_eq!(kept[0].quote.prefix, "second");
    assert_eq!(kept[0].review.verdict, Verdict::Supported);
    assert_eq!(kept[1].review.verdict, Verdict::Open);
}

proptest! {
    #![proptest_config(crate::arbitrary::cases(100))]
    #[test]
    fn folding_in_twice_is_folding_in_once(old in ledger(), fresh in proptest::collection::vec(arbitrary_claim(), 0..5), keep in any::<u8>()) {
        let machine = |c: &Claim| Claim { fix: <_>::default(), review: <_>::default(), waive: vec![], changes: vec![], gone: false, ..c.clone() };
        let mut fresh: Vec<Claim> = fresh.iter().map(machine).collect();
        let kept = old.claims.iter().enumerate().filter(|(i, _)| keep >> i & 1 == 1);
        fresh.extend(kept.map(|(_, c)| machine(c)));
        let text = emit(&old);
        let once = fold_in(Some((&text, &old)), old.article.clone(), fresh.clone()).unwrap();
        let twice = fold_in(Some((&once.yaml, &once.ledger)), old.article.clone(), fresh).unwrap();
        prop_assert_eq!(&once.yaml, &twice.yaml);
        for claim in old.claims.iter().filter(|c| super::is_worked_on(c)) {
            let after = once.ledger.claim(&claim.id);
            prop_assert!(after.is_some(), "{} was worked on and is lost", claim.id);
            let after = after.unwrap();
            prop_assert_eq!(&after.fix, &claim.fix);
            prop_assert_eq!(&after.waive, &claim.waive);
            prop_assert_eq!((after.review.verdict, &after.review.note), (claim.review.verdict, &claim.review.note));
        }
    }
}
