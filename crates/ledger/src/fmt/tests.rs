//! Canonical form with everybody's comments.

use super::{Trivia, format};
use crate::arbitrary::ledger;
use crate::rewrite::tests::{HAND_MADE, strewn};
use crate::sample::full_ledger;
use crate::tree::Tree;
use crate::{emit, parse};
use proptest::prelude::*;

fn formatted(text: &str) -> String {
    format(&Tree::read(text).unwrap(), &parse(text, "x").unwrap()).unwrap()
}

#[test]
fn a_hand_made_file_in_canonical_form_keeps_its_comments() {
    insta::assert_snapshot!(formatted(HAND_MADE));
}

#[test]
fn canonical_form_is_left_as_it_is() {
    let text = emit(&full_ledger());
    assert_eq!(formatted(&text), text);
    assert_eq!(formatted(&text.replace('\n', "\r\n")), text);
    assert_eq!(formatted(text.trim_end()), text);
    let text = text.replace("$schema=../", "$schema=../../");
    assert_eq!(formatted(&text), text);
}

#[test]
fn a_key_with_nothing_hands_its_comment_to_what_is_around_it() {
    let text = emit(&full_ledger())
        .replace("      by: \"ann\"\n", "      by:   # who?\n")
        .replace("gone: true", "gone: false # not yet");
    let formatted = formatted(&text);
    assert!(formatted.contains("    review:  # who?\n"), "{formatted}");
    assert!(
        formatted.contains("  - id: \"c-f4x81d00\"  # not yet\n"),
        "{formatted}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn formatting_twice_is_formatting_once(ledger in ledger(), places in proptest::collection::vec(any::<u8>(), 0..20)) {
        let text = strewn(&ledger, &places);
        let once = formatted(&text);
        prop_assert_eq!(&formatted(&once), &once);
        prop_assert_eq!(parse(&once, "x").unwrap(), ledger);
        let (before, after) = (Tree::read(&text).unwrap(), Tree::read(&once).unwrap());
        prop_assert_eq!(before.comments.len(), after.comments.len());
        prop_assert_eq!(Trivia::of(&before).beside, Trivia::of(&after).beside);
    }
}
