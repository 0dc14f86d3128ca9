//! `set`: decisions from a script, the rest of the file untouched.

use crate::book::{BEACON_LEDGER, POST_LEDGER, book};
use crate::common::{Ran, World};
use std::process::Stdio;

/// Runs `set` on a fixed day, as ann.
fn set(world: &World, args: &[&str]) -> Ran {
    let mut command = world.command(&[&["set"], args].concat());
    command
        .env("SOURCE_DATE_EPOCH", "1645401600")
        .env("CLAIMBOOK_REVIEWER", "ann");
    world.finish(command.stdin(Stdio::null()), &[&["set"], args].concat())
}

/// Lines that differ, with `-` and `+`.
pub(crate) fn difference(old: &str, new: &str) -> String {
    let removed = old
        .lines()
        .filter(|line| !new.lines().any(|l| l == *line))
        .map(|line| format!("-{line}\n"));
    let added = new
        .lines()
        .filter(|line| !old.lines().any(|l| l == *line))
        .map(|line| format!("+{line}\n"));
    removed.chain(added).collect()
}

#[test]
fn a_verdict_alone_is_enough() {
    let world = book();
    let ran = set(&world, &["post#c-p0st0001", "verdict=supported"]);
    insta::assert_snapshot!(ran, @r"
    $ claimbook set post#c-p0st0001 verdict=supported
    --- stderr
    post#c-p0st0001: verdict open -> supported, by, saw
    --- exit 0
    ");
    insta::assert_snapshot!(difference(POST_LEDGER, &world.read("claims/post.yaml")), @r#"
    +      verdict: "supported"
    +      saw: "nearly 50 percent · trade between the ports, up · 2021"
    +      by: "ann"
    +      date: "2022-02-21"
    "#);
    assert_eq!(world.run(&["check"]).code, 0);
}

#[test]
fn comments_survive_and_notes_may_hold_lines() {
    let world = book();
    set(
        &world,
        &[
            "c-beac0n01",
            "verdict=false",
            "note=first: line\n\"second\" # line\n",
            "by=bob",
            "evidence=https://example.org/a?b=c",
            "evidence=https://example.org/2",
        ],
    );
    let ledger = world.read("claims/beacon.yaml");
    assert!(ledger.contains("# the minutes say 11%"), "{ledger}");
    insta::assert_snapshot!(difference(BEACON_LEDGER, &ledger), @r#"
    -      verdict: "disputed"  # the minutes say 11%
    -      saw: "12 percent"
    -      by: "ann"
    -      note: "minutes"
    +      verdict: "false"  # the minutes say 11%
    +      saw: "12 percent · trade between the ports, up · 2021"
    +      by: "bob"
    +      note: |
    +        first: line
    +        "second" # line
    +      evidence:
    +        - url: "https://example.org/a?b=c"
    +        - url: "https://example.org/2"
    "#);
    assert_eq!(world.run(&["check"]).code, 0, "{}", world.run(&["check"]));
}

#[test]
fn corrections_are_kept_beside_the_machine_value() {
    let world = book();
    set(
        &world,
        &[
            "c-p0st0001",
            "fix.value=49.5",
            "fix.why=the table on page 3",
        ],
    );
    insta::assert_snapshot!(difference(POST_LEDGER, &world.read("claims/post.yaml")), @r#"
    +    fix:
    +      value: 49.5
    +      why: "the table on page 3"
    +      reading: "fixed"
    +      saw: "nearly 49.5 percent · trade between the ports, up · 2021"
    +      by: "ann"
    +      date: "2022-02-21"
    "#);
    assert_eq!(world.run(&["check"]).code, 0, "{}", world.run(&["check"]));
    set(
        &world,
        &["c-p0st0001", "fix.value=", "fix.why=", "reading=open"],
    );
    assert_eq!(
        world.read("claims/post.yaml"),
        POST_LEDGER,
        "all taken back"
    );
}

#[test]
fn an_unknown_claim_or_key_is_named_with_the_nearest() {
    let world = book();
    insta::assert_snapshot!(set(&world, &["c-p0st0001", "verdit=false"]).stderr, @r"
    error: unknown key `verdit`
      help: did you mean `verdict`?
    ");
}

#[test]
fn what_cannot_be_set_is_refused_and_nothing_is_written() {
    let world = book();
    for args in [
        ["c-p0st0001", "verdict=true"],
        ["c-p0st0001", "colour=red"],
        ["c-p0st0001", "fix.value=7,200"],
        ["c-p0st0001", "fix.colour=red"],
        ["c-none0000", "verdict=open"],
    ] {
        let ran = set(&world, &args);
        assert_eq!(ran.code, 2, "{ran}");
    }
    assert_eq!(world.read("claims/post.yaml"), POST_LEDGER);
    let ran = set(&world, &["c-p0st0001", "verdict=true"]);
    insta::assert_snapshot!(ran.stderr, @r"
    error: unknown verdict `true`
      help: allowed: open, supported, disputed, false, outdated, not_checkable
    ");
}

#[test]
fn an_empty_value_takes_a_decision_back() {
    let world = book();
    for (given, taken) in [
        ("verdict=supported", "verdict="),
        ("reading=ok", "reading="),
        ("note=a", "note="),
    ] {
        for change in [given, taken] {
            let ran = set(&world, &["c-p0st0001", change]);
            assert_eq!(ran.code, 0, "{ran}");
        }
        assert_eq!(world.read("claims/post.yaml"), POST_LEDGER, "{taken}");
    }
}
