//! `fmt`: one canonical form, comments kept.

use crate::book::{BEACON_LEDGER, POST_LEDGER, book};

/// The same ledger as a person may write it.
fn by_hand() -> String {
    let unquoted = BEACON_LEDGER.replace("kind: \"change\"", "kind:   change");
    unquoted
        .replace("    review:", "\n    review:")
        .replace("value: 12", "value: 12.0  # per cent")
}

#[test]
fn a_canonical_file_is_not_touched() {
    let world = book();
    insta::assert_snapshot!(world.run(&["fmt"]), @r"
    $ claimbook fmt
    --- stderr
    0 of 2 ledger files written
    --- exit 0
    ");
    assert_eq!(world.read("claims/post.yaml"), POST_LEDGER);
    assert_eq!(world.run(&["fmt", "--check"]).code, 0);
}

#[test]
fn check_names_what_would_change_and_changes_nothing() {
    let world = book();
    world.write("claims/beacon.yaml", by_hand());
    insta::assert_snapshot!(world.run(&["fmt", "--check"]), @r"
    $ claimbook fmt --check
    claims/beacon.yaml
    --- stderr
    1 of 2 ledger files not in canonical form
    --- exit 1
    ");
    assert_eq!(world.read("claims/beacon.yaml"), by_hand());
}

#[test]
fn hand_written_form_becomes_canonical_and_says_the_same() {
    let world = book();
    world.write("claims/beacon.yaml", by_hand());
    let before = world.run(&["list", "--format", "json"]).stdout;
    assert_eq!(world.run(&["fmt"]).code, 0);
    let after = world.read("claims/beacon.yaml");
    assert!(
        after.contains("# per cent") && after.contains("# the minutes say 11%"),
        "{after}"
    );
    assert_eq!(world.run(&["list", "--format", "json"]).stdout, before);
    assert_eq!(world.run(&["fmt", "--check"]).code, 0);
}

#[test]
fn a_broken_file_is_left_and_the_others_are_formatted() {
    let world = book();
    world.write("claims/beacon.yaml", by_hand());
    world.write("claims/broken.yaml", "claims: [");
    let ran = world.run(&["fmt"]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (2, "claims/beacon.yaml\n"),
        "{ran}"
    );
    assert_eq!(world.read("claims/broken.yaml"), "claims: [");
}
