//! Canonical form with everybody's comments.

use super::{Trivia, format};
use crate::arbitrary::ledger;
use crate::rewrite::tests::{HAND_MADE, strewn};
use crate::sample::full_ledger;
use crate::tree::Tree;
use crate::{Document, emit, parse};
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
    #![proptest_config(crate::arbitrary::cases(100))]
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

    #[test]
    fn mangled_files_are_refused_or_kept_whole(edits in proptest::collection::vec((any::<prop::sample::Index>(), "[a-c:#\\-\\[\\]{}\"'|> \n]{0,3}", 0usize..4), 1..4)) {
        let mut text = HAND_MADE.to_owned();
        for (at, put, cut) in edits {
            let mut at = at.index(text.len());
            while !text.is_char_boundary(at) { at -= 1; }
            let end = (at..=text.len()).filter(|e| text.is_char_boundary(*e)).nth(cut).unwrap_or(text.len());
            text.replace_range(at..end, &put);
        }
        let Ok(document) = Document::read(&text, "x") else { return Ok(()) };
        if let Ok(formatted) = document.format() {
            prop_assert_eq!(&parse(&formatted, "x").unwrap(), document.ledger());
        }
        let mut new = document.ledger().clone();
        for claim in &mut new.claims {
            claim.review.note = Some("a note".to_owned());
        }
        if let Ok(rewritten) = document.rewrite(&new) {
            prop_assert_eq!(parse(&rewritten, "x").unwrap(), new);
        }
    }
}
