//! The rows that the sample facts give, told in words.

use crate::support;
use claimbook_compare::{Options, Series, compare, why};

#[test]
fn the_sample_gives_these_rows() {
    let ledgers = support::ledgers(include_str!("sample.yaml"));
    let items = support::items(&ledgers);
    let comparison = compare(&items, &Options::default());
    insta::assert_snapshot!(support::in_words(&comparison, &items));
}

#[test]
fn links_and_near_misses_are_explained() {
    let ledgers = support::ledgers(include_str!("sample.yaml"));
    let items = support::items(&ledgers);
    let at = |id: &str| items.iter().position(|i| i.claim.id == id).unwrap();
    let pairs = [
        (at("c-dose1001"), at("c-dose7200")),
        (at("c-trade453"), at("c-export45")),
        (at("c-people10"), at("c-deal0101")),
        (at("c-partner1"), at("c-trade012")),
    ];
    let told = support::why_in_words(&why(&items, &Options::default(), &pairs), &items);
    insta::assert_snapshot!(told);
}

#[test]
fn people_overrule() {
    let ledgers = support::ledgers(include_str!("sample.yaml"));
    let items = support::items(&ledgers);
    let names = |claims: &[&str]| claims.iter().map(|&c| c.to_owned()).collect();
    let series = Series {
        name: "agreements between Caracas and Moscow".to_owned(),
        wordings: names(&["cooperation agreements"]),
        members: names(&[
            "agreements-2022-12#c-signed11",
            "agreements-2023-10#c-signed16",
        ]),
        non_members: names(&["agreements-2022-10#c-agree021"]),
    };
    let options = Options {
        all: false,
        series: vec![series],
    };
    let mut comparison = compare(&items, &options);
    comparison.rows.retain(|row| row.series.is_some());
    comparison.apart.clear();
    insta::assert_snapshot!(support::in_words(&comparison, &items));
}
