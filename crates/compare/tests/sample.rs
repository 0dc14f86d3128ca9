//! The rows that the sample facts give, told in words.

mod support;

use claimbook_compare::{Options, compare};

#[test]
fn the_sample_gives_these_rows() {
    let ledgers = support::ledgers(include_str!("sample.yaml"));
    let items = support::items(&ledgers);
    let comparison = compare(&items, &Options::default());
    insta::assert_snapshot!(support::in_words(&comparison, &items));
}
