//! The rows that the sample facts give, told in words.

use crate::support;
use claimbook_compare::{Item, Options, Row, Series, compare, why};

#[test]
fn the_sample_gives_these_rows() {
    let ledgers = support::ledgers(include_str!("sample.yaml"));
    let items = support::items(&ledgers);
    let comparison = compare(&items, &Options::default());
    insta::assert_snapshot!(support::in_words(&comparison, &items));
}

#[test]
fn the_rows_of_one_article_are_those_of_all() {
    let ledgers = support::ledgers(include_str!("sample.yaml"));
    let items = support::items(&ledgers);
    let all = compare(&items, &Options::default());
    for ledger in &ledgers {
        let asked = |item: &Item<'_>| item.article.id == ledger.article.id;
        let only: Vec<bool> = items.iter().map(asked).collect();
        let holds_one = |row: &&Row| row.members.iter().any(|m| only[m.item]);
        let expected: Vec<Row> = all.rows.iter().filter(holds_one).cloned().collect();
        let options = Options {
            only: Some(only),
            ..Options::default()
        };
        let told = compare(&items, &options);
        assert_eq!(told.rows, expected, "{}", ledger.article.id);
    }
}

#[test]
fn links_and_near_misses_are_explained() {
    let ledgers = support::ledgers(include_str!("sample.yaml"));
    let items = support::items(&ledgers);
    let at = |id: &str| items.iter().position(|i| i.claim.id == id).unwrap();
    let pairs = [
        ("c-dose1001", "c-dose7200"),
        ("c-trade453", "c-export45"),
        ("c-people10", "c-deal0101"),
        ("c-partner1", "c-trade012"),
        ("c-partner1", "c-partner2"),
    ];
    let mut told = String::new();
    for (a, b) in pairs {
        told += &format!("{a} {b}\n");
        for why in why(&items, &Options::default(), at(a), at(b)) {
            told += &support::why_in_words(&why);
        }
    }
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
        series: vec![series],
        ..Options::default()
    };
    let mut comparison = compare(&items, &options);
    comparison.rows.retain(|row| row.series.is_some());
    comparison.apart.clear();
    insta::assert_snapshot!(support::in_words(&comparison, &items));
}
