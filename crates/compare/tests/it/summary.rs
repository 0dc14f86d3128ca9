//! What a row tells its reader, by pairs of figures.

use crate::support::{items, ledgers};
use claimbook_compare::{Options, compare};

/// The sentences below the row of two figures, given as the inner part of their YAML
/// objects, with their speakers.
fn told(figures: [(&str, &str); 2]) -> Vec<String> {
    let sentences = [
        "Trade through the port of Veles moved so, the mayor said.",
        "At a hearing the mayor spoke of what trade at Veles did that year.",
    ];
    let article = |at: usize, (figure, said_by): (&str, &str)| {
        let sentence = sentences[at - 1];
        format!(
            "- article: {{id: \"a{at}\", title: \"Port of Veles\", publisher: \"Outlet {at}\", published: \"2022-03-0{at}\"}}\n  \
               claims:\n    \
                 - id: \"c-{at}\"\n      \
                   quote: {{exact: \"{sentence}\"}}\n      \
                   figure: {{measure: \"trade through the port\", {figure}}}\n      \
                   said_by: {{cue: \"said\", {said_by}}}\n"
        )
    };
    let [one, other] = figures;
    let ledgers = ledgers(&(article(1, one) + &article(2, other)));
    let comparison = compare(&items(&ledgers), &Options::default());
    let [row] = comparison.rows.as_slice() else {
        panic!("one row: {comparison:?}");
    };
    row.summary.clone()
}

const UP_12: &str =
    r#"text: "12%", value: 12, bound: "equal", unit: "percent", kind: "change", direction: "up""#;
const UP_30: &str =
    r#"text: "30%", value: 30, bound: "equal", unit: "percent", kind: "change", direction: "up""#;
const ALMOST_30: &str = r#"text: "almost 30%", value: 30, bound: "nearly", unit: "percent", kind: "change", direction: "up""#;
const ANN: &str = r#"name: "Ann Lee", style: "indirect""#;
const ANN_DIRECT: &str = r#"name: "Ann Lee", style: "direct""#;
const BOB: &str = r#"name: "Bob Stein", style: "indirect""#;

#[test]
fn what_would_make_both_true_is_told_with_its_outlet() {
    let with = |figure: &str, detail: &str| format!("{figure}, {detail}");
    let table = [
        (
            r#"period: "2021""#,
            "Only Outlet 1 says for when (2021): another period in Outlet 2 would make both true.",
        ),
        (
            r#"baseline: "2020""#,
            "Neither article gives a period: different ones would make both true.",
        ),
    ];
    for (detail, expected) in table {
        let sentences = told([(&with(UP_12, detail), ANN), (UP_30, BOB)]);
        assert!(sentences.contains(&expected.to_owned()), "{sentences:?}");
    }
    let year = r#"period: "2021""#;
    let based = with(&with(UP_12, year), r#"baseline: "2020""#);
    let sentences = told([(&based, ANN), (&with(UP_30, year), BOB)]);
    let expected = "Only Outlet 1 says against what (2020): another baseline in Outlet 2 would make both true.";
    assert!(sentences.contains(&expected.to_owned()), "{sentences:?}");
}

#[test]
fn one_source_with_two_values_is_told_apart_from_two_sources() {
    let last = |one, other| told([(UP_12, one), (UP_30, other)]).pop().unwrap();
    insta::assert_snapshot!(last(ANN, BOB), @r"
    The sources differ: Ann Lee; Bob Stein.
    ");
    insta::assert_snapshot!(last(ANN, ANN), @r"
    One source, two values: Ann Lee.
    ");
    insta::assert_snapshot!(last(ANN_DIRECT, ANN_DIRECT), @r"
    The number inside a quotation of Ann Lee differs: 12% in Outlet 1 (2022-03-01), 30% in Outlet 2 (2022-03-02).
    ");
}

#[test]
fn a_hedge_that_one_article_drops_is_told() {
    let last = |one, other| told([(one, ANN), (other, ANN)]).pop().unwrap();
    insta::assert_snapshot!(last(ALMOST_30, UP_30), @r"
    Ann Lee's figure is hedged in one article only: almost 30% in Outlet 1 (2022-03-01), 30% in Outlet 2 (2022-03-02).
    ");
    insta::assert_snapshot!(last(UP_30, ALMOST_30), @r"
    Ann Lee's figure is hedged in one article only: almost 30% in Outlet 2 (2022-03-02), 30% in Outlet 1 (2022-03-01).
    ");
    let sources_differ = told([(ALMOST_30, ANN), (UP_30, BOB)]);
    assert!(
        sources_differ.iter().all(|s| !s.contains("hedge")),
        "{sources_differ:?}"
    );
}
